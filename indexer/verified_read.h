/*
 * Verified reads: a block of a table that is damaged is not read, but refused.
 *
 * libxapian has no checksums and leaves no place for them between itself and the system: SQLite has its VFS
 * for that, which its own checksum VFS sits in. So it is done by symbol interposition: a program that links
 * this module has a pread() of its own, before that of the C library, which compares what it read of a
 * verified file with the checksums of that file, and fails with EBADMSG, as on file systems that have some.
 * Any other file is read as ever.
 *
 *     const char *path = "gen-000007/paragraphs/postlist.glass";
 *     cfa_verified_file *file = cfa_verified_file_add(path, size, checksums);
 *     … pread() …
 *     cfa_verified_file_remove(file);
 *
 * pread() is told a descriptor alone. To ask the system which file that is takes as long as the rest, so it
 * is remembered until the descriptor is closed: hence a close() of the program's own, which does no more than
 * forget it. Together with the cache of blocks (block_cache.h) that saves a tenth of the processor's time of
 * questions to a warm process.
 */
#ifndef CFA_VERIFIED_READ_H
#define CFA_VERIFIED_READ_H

#include <glib.h>

typedef struct cfa_verified_file cfa_verified_file;

/* From now on the file at `path`, which is so long, is compared with its block checksums, borrowed, when
 * whole blocks of it are read. NULL where there is no such file. Any thread may read meanwhile. */
cfa_verified_file *cfa_verified_file_add(const char *path, guint64 size, const char *checksums);
void cfa_verified_file_remove(cfa_verified_file *file);

#endif
