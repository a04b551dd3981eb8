#include "tree.h"

cfa_node *cfa_node_new(cfa_node_kind kind)
{
    cfa_node *node = g_new0(cfa_node, 1);
    node->kind = kind;
    node->weight = 1;
    node->words = g_ptr_array_new_with_free_func(g_free);
    node->children = g_ptr_array_new_with_free_func(cfa_node_free);
    return node;
}

void cfa_node_free(gpointer data)
{
    cfa_node *node = data;
    if (node == NULL)
        return;
    g_ptr_array_unref(node->words);
    g_ptr_array_unref(node->children); /* no deeper than CFA_QUERY_DEPTH */
    g_free(node->value);
    g_free(node->value_to);
    g_free(node);
}

cfa_node *cfa_node_copy(const cfa_node *node)
{
    cfa_node *copy = cfa_node_new(node->kind);
    copy->occurrence = node->occurrence;
    copy->distance = node->distance;
    copy->field = node->field;
    copy->value = g_strdup(node->value);
    copy->value_to = g_strdup(node->value_to);
    copy->citation = node->citation;
    copy->weight = node->weight;
    copy->only_ranks = node->only_ranks;
    for (guint i = 0; i < node->words->len; i++)
        cfa_node_add_word(copy, g_ptr_array_index(node->words, i));
    for (guint i = 0; i < node->children->len; i++)
        cfa_node_add(copy, cfa_node_copy(g_ptr_array_index(node->children, i)));
    return copy;
}

void cfa_node_add(cfa_node *parent, cfa_node *child)
{
    if (child != NULL)
        g_ptr_array_add(parent->children, child);
}

void cfa_node_set_sign(cfa_node *node, cfa_occurrence sign)
{
    if (node == NULL || sign == CFA_PLAIN)
        return;
    if (sign == CFA_NEVER)
        node->occurrence = node->occurrence == CFA_NEVER ? CFA_PLAIN : CFA_NEVER;
    else if (node->occurrence == CFA_PLAIN)
        node->occurrence = sign;
}

void cfa_node_add_children(cfa_node *parent, cfa_node *part)
{
    for (guint i = 0; i < part->children->len; i++) {
        cfa_node *child = g_ptr_array_index(part->children, i);
        cfa_node_set_sign(child, part->occurrence);
        cfa_node_add(parent, child);
    }
    g_ptr_array_set_free_func(part->children, NULL);
    cfa_node_free(part);
}

void cfa_node_add_word(cfa_node *node, const char *word)
{
    g_ptr_array_add(node->words, g_strdup(word));
}

cfa_node *cfa_node_unwrap(cfa_node *joining)
{
    if (joining->children->len > 1)
        return joining;
    cfa_node *only = joining->children->len == 1 ? g_ptr_array_steal_index(joining->children, 0) : NULL;
    cfa_node_free(joining);
    return only;
}

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
