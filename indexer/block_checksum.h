/*
 * Block checksums: of each 8 KiB of a file, or of what is left at its end, the XXH3 of its bytes.
 *
 *     sum = cfa_block_checksum(bytes, length);
 *     if (!cfa_block_checksums_match(bytes, length, checksums))
 *         … they are not what was written …
 */
#ifndef CFA_BLOCK_CHECKSUM_H
#define CFA_BLOCK_CHECKSUM_H

#include <glib.h>

enum { CFA_BLOCK = 8192 }; /* bytes: as many as a block of libxapian's has */

/* The checksum of a block, or of the shorter one at the end of a file. */
guint64 cfa_block_checksum(const char *bytes, gsize length);

/* Whether bytes, from the beginning of a block on, have these checksums: of each block a number of eight
 * bytes, the lowest first. */
gboolean cfa_block_checksums_match(const char *bytes, gsize length, const char *checksums);

#endif
