#include "summed.h"

#include "block_checksum.h"

struct cfa_summed {
    guint64 size;
    const char *sums;
    guint8 *is_compared; /* of each block */
    gboolean is_damaged;
};

cfa_summed *cfa_summed_new(guint64 size, const char *sums)
{
    cfa_summed *summed = g_new(cfa_summed, 1);
    *summed = (cfa_summed){size, sums, g_new0(guint8, size / CFA_BLOCK + 1), FALSE};
    return summed;
}

void cfa_summed_free(cfa_summed *summed)
{
    if (summed == NULL)
        return;
    g_free(summed->is_compared);
    g_free(summed);
}

guint64 cfa_summed_size(const cfa_summed *summed)
{
    return summed->size;
}

static void compare(cfa_summed *summed, const char *file, guint64 block)
{
    const guint64 at = block * CFA_BLOCK;
    summed->is_compared[block] = TRUE;
    if (!cfa_block_checksums_match(file + at, MIN(CFA_BLOCK, summed->size - at),
                                   summed->sums + block * sizeof(guint64)))
        summed->is_damaged = TRUE;
}

gboolean cfa_summed_is_sound(cfa_summed *summed, const char *file, guint64 from, guint64 to)
{
    for (guint64 block = from / CFA_BLOCK; block * CFA_BLOCK < to; block++)
        if (!summed->is_compared[block])
            compare(summed, file, block);
    return !summed->is_damaged;
}

gboolean cfa_summed_is_damaged(const cfa_summed *summed)
{
    return summed->is_damaged;
}
