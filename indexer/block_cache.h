/*
 * A cache of the blocks of one table that are read again and again: a search comes back to some, as to the
 * root of the table, a dozen times. Most blocks are never read again, so a block is kept from the second time
 * on; until then it is only known that it was read, and takes no other's room.
 *
 *     cfa_block_cache *cache = cfa_block_cache_new();
 *     if (!cfa_block_cache_read(cache, number, bytes)) {
 *         … read the block, and see that it is sound …
 *         cfa_block_cache_offer(cache, number, bytes);
 *     }
 *
 * Any thread may use it. It takes 2 MiB at most.
 */
#ifndef CFA_BLOCK_CACHE_H
#define CFA_BLOCK_CACHE_H

#include "block_checksum.h"

typedef struct cfa_block_cache cfa_block_cache;

cfa_block_cache *cfa_block_cache_new(void);
void cfa_block_cache_free(cfa_block_cache *cache);

/* Copies a block, by its number in the table, to `bytes`; FALSE where it is not kept. */
gboolean cfa_block_cache_read(cfa_block_cache *cache, guint64 number, char bytes[static CFA_BLOCK]);

/* A block was read: it is copied, if it was offered before, in place of one that was not read for longer. */
void cfa_block_cache_offer(cfa_block_cache *cache, guint64 number, const char bytes[static CFA_BLOCK]);

#endif
