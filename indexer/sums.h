/*
 * Sums: the file of a generation by which damage to the others is seen: their sizes, and of each block of 8
 * KiB a sum of its bytes (XXH3). libxapian has none, and an answer from a list with a flipped bit would be a
 * wrong one.
 *
 *     cfasearch-sums 1 <bytes of all that follows> <their SHA-256>
 *     30033 columns                              of each file its size, and its path below the folder
 *     303104 paragraphs/docdata.glass
 *                                                an empty line; then of each file, in that order, the sums of
 *                                                    its blocks, each of
 *                                                eight bytes, the lowest first
 *
 *     cfa_sums_make("gen-000007", &error);                           before it is published
 *     g_autoptr(cfa_sums) sums = NULL;
 *     if (cfa_sums_open("gen-000007", &sums, &error))
 *         … from now on the process reads no damaged block of these tables …
 *     vocabulary = cfa_vocabulary_open("gen-000007/vocabulary", cfa_sums_find(sums, "gen-000007/vocabulary"),
 *         &error);
 *     … search …
 *     if (cfa_sums_held(sums, &error))
 *         … the answer can be believed …
 *
 * Whoever has an index open keeps its sums open for as long. A block of a table is verified each time it is
 * read, and one of a file of ours, which is mapped, the first time.
 */
#ifndef CFA_SUMS_H
#define CFA_SUMS_H

#include "error.h"
#include "summed.h"

/* The name of the file in a generation's folder. */
#define CFA_SUMS "sums"

typedef struct cfa_sums cfa_sums;

/* Reads every file of a generation and writes their sums. FALSE with CFA_IO. */
gboolean cfa_sums_make(const char *folder, cfa_error *error);

/* Opens the sums of a generation: *sums is NULL where it has none, as one of an earlier version. All files
 * have to have their size. Tables of libxapian's are verified as they are read (verified_read.h) until the
 * sums are freed, what else it has at once, and files of ours by who reads them (cfa_sums_find). FALSE with
 * CFA_CORRUPT "<name>-corrupt" or "index-corrupt", or CFA_IO. */
gboolean cfa_sums_open(const char *folder, cfa_sums **sums, cfa_error *error);
void cfa_sums_free(cfa_sums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_sums, cfa_sums_free)

/* What there are sums of, of a file of ours by its path; NULL for any other. Borrowed. */
cfa_summed *cfa_sums_find(const cfa_sums *sums, const char *path);

/* Whether all that was read of such files until now was what was written: before an answer of theirs is
 * believed, for they go on as if what is damaged were not there. FALSE with CFA_CORRUPT "<name>-corrupt". */
gboolean cfa_sums_held(const cfa_sums *sums, cfa_error *error);

/* Reads the files of ours, which are small beside the tables, and compares them with their sums, whether
 * anybody asked for them yet or not. FALSE with *error as opening has it. */
gboolean cfa_sums_verify_ours(const cfa_sums *sums, cfa_error *error);

/* Reads every file of a generation and compares it with its sums: for `check`, and before an update copies
 * it. TRUE also where there are none. FALSE with *error as opening has it. */
gboolean cfa_sums_verify(const char *folder, cfa_error *error);

#endif
