/*
 * Sums: the file of a generation by which damage to the others is seen: their sizes, and of each block of 8 KiB a sum of its bytes (XXH3).
 * libxapian has none, and an answer from a list with a flipped bit would be a wrong one.
 *
 *     cfasearch-sums 1 <bytes of all that follows> <their SHA-256>
 *     30033 columns                              of each file its size, and its path below the folder
 *     303104 paragraphs/docdata.glass
 *                                                an empty line; then of each file, in that order, the sums of its blocks, each of
 *                                                eight bytes, the lowest first
 *
 *     cfa_sums_make("gen-000007", &error);                           before it is published
 *     g_autoptr(cfa_sums) sums = NULL;
 *     if (cfa_sums_open("gen-000007", &sums, &error))
 *         … search; from now on the process reads no damaged block of these tables …
 *
 * Whoever has an index open keeps its sums open for as long. Memory that is read into is not checked again: what is opened is verified then,
 * and a block of a table each time it is read.
 */
#ifndef CFA_SUMS_H
#define CFA_SUMS_H

#include "error.h"

/* The name of the file in a generation's folder. */
#define CFA_SUMS "sums"

typedef struct cfa_sums cfa_sums;

/* Reads every file of a generation and writes their sums. FALSE with CFA_IO. */
gboolean cfa_sums_make(const char *folder, cfa_error *error);

/* Opens the sums of a generation: *sums is NULL where it has none, as one of an earlier version. All files have to have their size, and what
 * is no table of libxapian's to be what was written; its tables are verified as they are read (verified.h) until the sums are freed. FALSE with
 * CFA_CORRUPT "<name>-corrupt" or "index-corrupt", or CFA_IO. */
gboolean cfa_sums_open(const char *folder, cfa_sums **sums, cfa_error *error);
void cfa_sums_free(cfa_sums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_sums, cfa_sums_free)

/* Reads every file of a generation and compares it with its sums: for `check`, and before an update copies it. TRUE also where there are
 * none. FALSE with *error as opening has it. */
gboolean cfa_sums_verify(const char *folder, cfa_error *error);

#endif
