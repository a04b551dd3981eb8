/*
 * Checksums: the file of a generation by which damage to the others is seen: their sizes, and the checksum of
 * each block of them (block_checksum.h). libxapian has none, and an answer from a list with a flipped bit
 * would be a wrong one.
 *
 *     cfasearch-sums 1 <bytes of all that follows> <their SHA-256>
 *     30033 columns                         of each file its size, and its path below the folder
 *     303104 paragraphs/docdata.glass
 *                                           an empty line; then of each file, in that order, the checksums
 *                                           of its blocks, each of eight bytes, the lowest first
 *
 *     cfa_checksums_make("gen-000007", &error);                        before it is published
 *     g_autoptr(cfa_checksums) checksums = NULL;
 *     if (cfa_checksums_open("gen-000007", &checksums, &error))
 *         … from now on the process reads no damaged block of these tables …
 *     of_words = cfa_checksums_find(checksums, "gen-000007/vocabulary");
 *     vocabulary = cfa_vocabulary_open("gen-000007/vocabulary", of_words, &error);
 *     … search …
 *     if (cfa_checksums_held(checksums, &error))
 *         … the answer can be believed …
 *
 * Whoever has an index open keeps its checksums open for as long. A block of a table is verified each time it
 * is read (verified_read.h), and one of a file of ours, which is mapped, the first time
 * (mapped_checksums.h).
 */
#ifndef CFA_CHECKSUMS_H
#define CFA_CHECKSUMS_H

#include "error.h"
#include "mapped_checksums.h"

/* The name of the file in a generation's folder. */
#define CFA_CHECKSUMS "sums"

typedef struct cfa_checksums cfa_checksums;

/* Reads every file of a generation and writes their checksums. FALSE with CFA_IO. */
gboolean cfa_checksums_make(const char *folder, cfa_error *error);

/* Opens the checksums of a generation: *checksums is NULL where it has none, as one of an earlier version.
 * All files have to have their size. Tables of libxapian's are verified as they are read (verified_read.h)
 * until the checksums are freed, what else it has at once, and files of ours by who reads them
 * (cfa_checksums_find). FALSE with CFA_CORRUPT "<name>-corrupt" or "index-corrupt", or CFA_IO. */
gboolean cfa_checksums_open(const char *folder, cfa_checksums **checksums, cfa_error *error);
void cfa_checksums_free(cfa_checksums *checksums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_checksums, cfa_checksums_free)

/* What there are checksums of, of a file of ours by its path; NULL for any other. Borrowed. */
cfa_mapped_checksums *cfa_checksums_find(const cfa_checksums *checksums, const char *path);

/* Whether all that was read of such files until now was what was written: before an answer of theirs is
 * believed, for they go on as if what is damaged were not there. FALSE with CFA_CORRUPT "<name>-corrupt". */
gboolean cfa_checksums_held(const cfa_checksums *checksums, cfa_error *error);

/* Reads the files of ours, which are small beside the tables, and compares them with their checksums, whether
 * anybody asked for them yet or not. FALSE with *error as opening has it. */
gboolean cfa_checksums_verify_ours(const cfa_checksums *checksums, cfa_error *error);

/* Reads every file of a generation and compares it with its checksums: for `check`, and before an update
 * copies it. TRUE also where there are none. FALSE with *error as opening has it. */
gboolean cfa_checksums_verify(const char *folder, cfa_error *error);

#endif
