#include "cache.h"

enum {
    LARGEST_PART = 16, /* a response may take this part of the room */
    HEAD_BYTES = 512   /* about what one takes besides its body */
};

struct cfa_web_cache {
    gsize room, used;  /* bytes */
    GHashTable *links; /* by tag: the link of `order` that has the response */
    GQueue *order;     /* of struct kept: the one asked for last is at the head */
    char *identity;    /* of what they are made of, or NULL */
};

/* The body lies apart, in as many bytes as it has: a GString of it would take up to twice as many. */
typedef struct kept {
    cfa_web_response *head;
    GBytes *body;
} kept;

cfa_web_cache *cfa_web_cache_new(gsize bytes)
{
    cfa_web_cache *cache = g_new0(cfa_web_cache, 1);
    cache->room = bytes;
    cache->links = g_hash_table_new(g_str_hash, g_str_equal); /* its keys are the responses' tags */
    cache->order = g_queue_new();
    return cache;
}

static void free_kept(gpointer data)
{
    kept *response = data;
    cfa_web_response_free(response->head);
    g_bytes_unref(response->body);
    g_free(response);
}

void cfa_web_cache_free(cfa_web_cache *cache)
{
    if (cache == NULL)
        return;
    g_hash_table_unref(cache->links);
    g_queue_free_full(cache->order, free_kept);
    g_free(cache->identity);
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
    const kept *known = link->data;
    gsize length;
    const char *body = g_bytes_get_data(known->body, &length);
    copy_head(response, known->head);
    g_string_append_len(response->body, body, (gssize)length);
    g_queue_unlink(cache->order, link);
    g_queue_push_head_link(cache->order, link);
    return TRUE;
}

/* What a response with so long a body takes, in bytes. */
static gsize size_of(gsize length)
{
    return length + HEAD_BYTES;
}

static void drop_oldest(cfa_web_cache *cache)
{
    kept *oldest = g_queue_pop_tail(cache->order);
    g_hash_table_remove(cache->links, oldest->head->tag);
    cache->used -= size_of(g_bytes_get_size(oldest->body));
    free_kept(oldest);
}

void cfa_web_cache_begin(cfa_web_cache *cache, const char *identity)
{
    if (g_strcmp0(cache->identity, identity) == 0)
        return;
    while (!g_queue_is_empty(cache->order))
        drop_oldest(cache);
    g_free(cache->identity);
    cache->identity = g_strdup(identity);
}

static kept *copy_response(const cfa_web_response *response)
{
    kept *copy = g_new(kept, 1);
    copy->head = cfa_web_response_new();
    copy_head(copy->head, response);
    copy->head->tag = g_strdup(response->tag);
    copy->body = g_bytes_new(response->body->str, response->body->len);
    return copy;
}

void cfa_web_cache_keep(cfa_web_cache *cache, const cfa_web_response *response)
{
    const gsize size = size_of(response->body->len);
    if (response->status != 200 || response->keep == CFA_KEEP_NOT || size > cache->room / LARGEST_PART ||
        g_hash_table_contains(cache->links, response->tag))
        return;
    kept *copy = copy_response(response);
    cache->used += size;
    g_queue_push_head(cache->order, copy);
    g_hash_table_insert(cache->links, copy->head->tag, cache->order->head);
    while (cache->used > cache->room)
        drop_oldest(cache);
}
