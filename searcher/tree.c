#include "tree.h"

void cfa_node_collect_words(const cfa_node *node, GPtrArray *words)
{
    for (guint i = 0; node->kind == CFA_NODE_WORD && i < node->words->len; i++)
        g_ptr_array_add(words, g_ptr_array_index(node->words, i));
    for (guint i = 0; i < node->children->len; i++)
        cfa_node_collect_words(g_ptr_array_index(node->children, i), words);
}

char *cfa_node_words_key(const cfa_node *node)
{
    if (node->words->len == 0)
        return NULL;
    GString *key = g_string_new(NULL);
    g_string_append_printf(key, "%d %d %u", (int)node->kind, (int)node->occurrence, node->distance);
    for (guint i = 0; i < node->words->len; i++)
        g_string_append_printf(key, " %s", (const char *)g_ptr_array_index(node->words, i));
    return g_string_free(key, FALSE);
}

gboolean cfa_query_has_citation(const cfa_query *query)
{
    for (guint i = 0; i < query->root->children->len; i++)
        if (((const cfa_node *)g_ptr_array_index(query->root->children, i))->kind == CFA_NODE_CITATION)
            return TRUE;
    return FALSE;
}
