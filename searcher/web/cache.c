#include "cache.h"

enum {
    LARGEST_PART = 16, /* a response may take this part of the room */
    HEAD_BYTES = 512   /* about what one takes besides its body */
};

struct cfa_web_cache {
    gsize room, used;  /* bytes */
    GHashTable *links; /* by tag: the link of `order` that has the response */
    GQueue *order;     /* of cfa_web_response: the one asked for last is at the head */
};

cfa_web_cache *cfa_web_cache_new(gsize bytes)
{
    cfa_web_cache *cache = g_new0(cfa_web_cache, 1);
    cache->room = bytes;
    cache->links = g_hash_table_new(g_str_hash, g_str_equal); /* its keys are the responses' tags */
    cache->order = g_queue_new();
    return cache;
}

static void free_response(gpointer response)
{
    cfa_web_response_free(response);
}

void cfa_web_cache_free(cfa_web_cache *cache)
{
    if (cache == NULL)
        return;
    g_hash_table_unref(cache->links);
    g_queue_free_full(cache->order, free_response);
    g_free(cache);
}

/* All but the body and the tag, which each has of its own. */
static void copy_head(cfa_web_response *to, const cfa_web_response *from)
{
    to->status = from->status;
    to->type = from->type;
    to->language = from->language;
    to->keep = from->keep;
    to->weak = from->weak;
    to->is_shown = from->is_shown;
    g_free(to->file);
    to->file = g_strdup(from->file);
}

gboolean cfa_web_cache_fill(cfa_web_cache *cache, cfa_web_response *response)
{
    GList *link = g_hash_table_lookup(cache->links, response->tag);
    if (link == NULL)
        return FALSE;
    const cfa_web_response *kept = link->data;
    copy_head(response, kept);
    g_string_append_len(response->body, kept->body->str, (gssize)kept->body->len);
    g_queue_unlink(cache->order, link);
    g_queue_push_head_link(cache->order, link);
    return TRUE;
}

/* What a response takes, in bytes. */
static gsize size_of(const cfa_web_response *response)
{
    return response->body->allocated_len + HEAD_BYTES;
}

static void drop_oldest(cfa_web_cache *cache)
{
    cfa_web_response *oldest = g_queue_pop_tail(cache->order);
    g_hash_table_remove(cache->links, oldest->tag);
    cache->used -= size_of(oldest);
    cfa_web_response_free(oldest);
}

static cfa_web_response *copy_response(const cfa_web_response *response)
{
    cfa_web_response *copy = cfa_web_response_new();
    copy_head(copy, response);
    copy->tag = g_strdup(response->tag);
    g_string_append_len(copy->body, response->body->str, (gssize)response->body->len);
    return copy;
}

void cfa_web_cache_keep(cfa_web_cache *cache, const cfa_web_response *response)
{
    const gsize most = cache->room / LARGEST_PART;
    if (response->status != 200 || response->keep == CFA_KEEP_NOT || size_of(response) > most ||
        g_hash_table_contains(cache->links, response->tag))
        return;
    cfa_web_response *copy = copy_response(response);
    cache->used += size_of(copy);
    g_queue_push_head(cache->order, copy);
    g_hash_table_insert(cache->links, copy->tag, cache->order->head);
    while (cache->used > cache->room)
        drop_oldest(cache);
}
