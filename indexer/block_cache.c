#include "block_cache.h"

#include <string.h>

enum { SETS = 64, WAYS = 4, OFFERED = 512 };

typedef struct kept_block {
    guint64 number;
    char *bytes; /* NULL for none yet */
} kept_block;

/* Set-associative: a block is in the set that its number gives it, the one that was read last first. */
struct cfa_block_cache {
    GMutex lock;
    kept_block kept[SETS][WAYS];
    guint64 offered[OFFERED]; /* of the blocks that share a place the number of the last one offered */
};

cfa_block_cache *cfa_block_cache_new(void)
{
    cfa_block_cache *cache = g_new0(cfa_block_cache, 1);
    g_mutex_init(&cache->lock);
    memset(cache->offered, 0xff, sizeof cache->offered); /* no block has this number */
    return cache;
}

void cfa_block_cache_free(cfa_block_cache *cache)
{
    for (guint i = 0; i < SETS; i++)
        for (guint j = 0; j < WAYS; j++)
            g_free(cache->kept[i][j].bytes);
    g_mutex_clear(&cache->lock);
    g_free(cache);
}

/* Moves a block to the beginning of its set. */
static void put_first(kept_block *set, guint way)
{
    const kept_block block = set[way];
    memmove(set + 1, set, way * sizeof *set);
    set[0] = block;
}

gboolean cfa_block_cache_read(cfa_block_cache *cache, guint64 number, char bytes[static CFA_BLOCK])
{
    kept_block *set = cache->kept[number % SETS];
    guint way = 0;
    g_mutex_lock(&cache->lock);
    while (way < WAYS && (set[way].bytes == NULL || set[way].number != number))
        way++;
    if (way < WAYS) {
        put_first(set, way);
        memcpy(bytes, set[0].bytes, CFA_BLOCK);
    }
    g_mutex_unlock(&cache->lock);
    return way < WAYS;
}

void cfa_block_cache_offer(cfa_block_cache *cache, guint64 number, const char bytes[static CFA_BLOCK])
{
    guint64 *offered = &cache->offered[number % OFFERED];
    kept_block *set = cache->kept[number % SETS];
    g_mutex_lock(&cache->lock);
    if (*offered == number) {
        put_first(set, WAYS - 1);
        if (set[0].bytes == NULL)
            set[0].bytes = g_malloc(CFA_BLOCK);
        set[0].number = number;
        memcpy(set[0].bytes, bytes, CFA_BLOCK);
    }
    *offered = number;
    g_mutex_unlock(&cache->lock);
}
