/*
 * Responses that were made lately, by their entity tags: what many ask for is made once. A tag stands for all
 * that decides a body, the generation of the index with it, so that nothing here can be out of date; what was
 * asked for the longest time ago makes room. It serves a process that stays.
 *
 *     g_autoptr(cfa_web_cache) cache = cfa_web_cache_new(64 * 1024 * 1024);
 *     cfa_web_cache_begin(cache, index->identity);
 *     if (!cfa_web_cache_fill(cache, response)) {
 *         … fill the response …
 *         cfa_web_cache_keep(cache, response);
 *     }
 */
#ifndef CFA_WEB_CACHE_H
#define CFA_WEB_CACHE_H

#include "response.h"

typedef struct cfa_web_cache cfa_web_cache;

/* To take about `bytes` bytes. */
cfa_web_cache *cfa_web_cache_new(gsize bytes);
void cfa_web_cache_free(cfa_web_cache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_web_cache, cfa_web_cache_free)

/* Says what all is made of from now on, an index's identity: what was made of another goes, since nobody can
 * ask for it any more. */
void cfa_web_cache_begin(cfa_web_cache *cache, const char *identity);

/* Makes the response, which has its tag and nothing in its body, the one that was kept by that tag. FALSE for
 * none, and the response is as it was. */
gboolean cfa_web_cache_fill(cfa_web_cache *cache, cfa_web_response *response);

/* Keeps a copy of a response that has a tag, if others may: its status is 200 and its `keep` does not forbid
 * copies; and if it takes no more than a sixteenth of the room, so that a few large ones do not drive all
 * others out. What is kept by its tag already stays. */
void cfa_web_cache_keep(cfa_web_cache *cache, const cfa_web_response *response);

#endif
