#include "mapped_checksums.h"

#include "block_checksum.h"

struct cfa_mapped_checksums {
    guint64 size;
    const char *bytes;   /* of all of them */
    guint8 *is_compared; /* of each block */
    gboolean is_damaged;
};

cfa_mapped_checksums *cfa_mapped_checksums_new(guint64 size, const char *bytes)
{
    cfa_mapped_checksums *checksums = g_new(cfa_mapped_checksums, 1);
    *checksums = (cfa_mapped_checksums){size, bytes, g_new0(guint8, size / CFA_BLOCK + 1), FALSE};
    return checksums;
}

void cfa_mapped_checksums_free(cfa_mapped_checksums *checksums)
{
    if (checksums == NULL)
        return;
    g_free(checksums->is_compared);
    g_free(checksums);
}

guint64 cfa_mapped_checksums_size(const cfa_mapped_checksums *checksums)
{
    return checksums->size;
}

static void compare(cfa_mapped_checksums *checksums, const char *file, guint64 block)
{
    const guint64 at = block * CFA_BLOCK;
    checksums->is_compared[block] = TRUE;
    if (!cfa_block_checksums_match(file + at, MIN(CFA_BLOCK, checksums->size - at),
                                   checksums->bytes + block * sizeof(guint64)))
        checksums->is_damaged = TRUE;
}

gboolean cfa_mapped_checksums_is_sound(cfa_mapped_checksums *checksums, const char *file, guint64 from,
                                       guint64 to)
{
    for (guint64 block = from / CFA_BLOCK; block * CFA_BLOCK < to; block++)
        if (!checksums->is_compared[block])
            compare(checksums, file, block);
    return !checksums->is_damaged;
}

gboolean cfa_mapped_checksums_is_damaged(const cfa_mapped_checksums *checksums)
{
    return checksums->is_damaged;
}
