/*
 * Verified reads: what is read of a file with sums is compared with them, block by block, and is refused
 * where it is damaged. libxapian leaves no place for that between itself and the system, so it is done where
 * it reads: a program that has this module has a pread() of its own, before the C library's, and by it a
 * damaged block fails with EBADMSG, as it does on file systems that have sums. It has a close() of its own,
 * too, since a descriptor that was told apart once is known until then. A search reads some blocks a dozen
 * times: of those a thousand (8 MiB) stay in memory, once they were read twice.
 *
 *     cfa_verified_file *file = cfa_verified_add("gen-000007/paragraphs/postlist.glass", size, sums);
 *     … pread() …
 *     cfa_verified_remove(file);
 */
#ifndef CFA_VERIFIED_H
#define CFA_VERIFIED_H

#include <glib.h>

enum { CFA_VERIFIED_BLOCK = 8192 }; /* as long as a block of libxapian's */

typedef struct cfa_verified_file cfa_verified_file;

/* The sum of a block, or of what is left of a file at its end. */
guint64 cfa_verified_sum(const char *bytes, gsize length);

/* Whether bytes, from the beginning of a block on, have these sums: of each block a number of eight bytes,
 * the lowest first. */
gboolean cfa_verified_matches(const char *bytes, gsize length, const char *sums);

/* From now on the file at `path`, which is so long, is compared with its sums, borrowed, when whole blocks of
 * it are read. NULL where there is no such file. Any thread may read meanwhile. */
cfa_verified_file *cfa_verified_add(const char *path, guint64 size, const char *sums);
void cfa_verified_remove(cfa_verified_file *file);

#endif
