#include "block_checksum.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

guint64 cfa_block_checksum(const char *bytes, gsize length)
{
    return XXH3_64bits(bytes, length);
}

gboolean cfa_block_checksums_match(const char *bytes, gsize length, const char *checksums)
{
    for (gsize done = 0; done < length; done += CFA_BLOCK, checksums += sizeof(guint64)) {
        guint64 checksum;
        memcpy(&checksum, checksums, sizeof checksum);
        if (GUINT64_FROM_LE(checksum) != cfa_block_checksum(bytes + done, MIN(CFA_BLOCK, length - done)))
            return FALSE;
    }
    return TRUE;
}
