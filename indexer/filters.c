#include "filters.h"

#include <string.h>

gboolean cfa_filter_has(const xc_database *database, cfa_filter filter, const char *value, xc_error *failure)
{
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_layout_filter(term, filter, value);
    return xc_database_term_exists(database, term->str, term->len, failure);
}

guint cfa_filter_count(const xc_database *database, cfa_filter filter, const char *value, xc_error *failure)
{
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_layout_filter(term, filter, value);
    return xc_database_get_termfreq(database, term->str, term->len, failure);
}

xc_query *cfa_filter_query(cfa_filter filter, const char *value, xc_error *failure)
{
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_layout_filter(term, filter, value);
    return xc_query_term(term->str, term->len, 1, failure);
}

GArray *cfa_filter_documents(const xc_database *database, cfa_filter filter, const char *value,
                             xc_error *failure)
{
    GArray *docids = g_array_new(FALSE, FALSE, sizeof(xc_docid));
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_layout_filter(term, filter, value);
    g_autoptr(xc_posting_iterator) postings = xc_database_postlist(database, term->str, term->len, failure);
    xc_docid docid;
    while ((docid = xc_posting_iterator_next(postings, failure)) != 0)
        g_array_append_val(docids, docid);
    return docids;
}

/* Each value that begins so. */
static void visit_values(const xc_database *database, cfa_filter filter, const char *begun,
                         cfa_filter_visitor visit, gpointer data, xc_error *failure)
{
    const gsize length = strlen(cfa_layout_prefix(filter));
    const char *term;
    g_autoptr(GString) prefix = g_string_new(NULL);
    cfa_layout_filter(prefix, filter, begun);
    g_autoptr(xc_term_iterator) terms = xc_database_allterms(database, prefix->str, prefix->len, failure);
    while ((term = xc_term_iterator_next(terms, NULL, failure)) != NULL)
        visit(term + length, data);
}

void cfa_filter_each_value(const xc_database *database, cfa_filter filter, cfa_filter_visitor visit,
                           gpointer data, xc_error *failure)
{
    visit_values(database, filter, "", visit, data, failure);
}

static void add_value(const char *value, gpointer values)
{
    g_ptr_array_add(values, g_strdup(value));
}

GPtrArray *cfa_filter_values_below(const xc_database *database, cfa_filter filter, const char *value,
                                   xc_error *failure)
{
    GPtrArray *values = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *below = g_strconcat(value, "/", NULL);
    visit_values(database, filter, below, add_value, values, failure);
    return values;
}

GPtrArray *cfa_filter_values_of(const xc_database *database, xc_docid docid, cfa_filter filter,
                                xc_error *failure)
{
    GPtrArray *values = g_ptr_array_new_with_free_func(g_free);
    const char *prefix = cfa_layout_prefix(filter);
    const gsize length = strlen(prefix);
    g_autoptr(xc_term_iterator) terms = xc_database_termlist(database, docid, failure);
    const char *term = xc_term_iterator_skip_to(terms, prefix, length, NULL, failure);
    for (; term != NULL && strncmp(term, prefix, length) == 0;
         term = xc_term_iterator_next(terms, NULL, failure))
        g_ptr_array_add(values, g_strdup(term + length));
    return values;
}

void cfa_filter_add_once(const char *value, GPtrArray *list)
{
    if (!g_ptr_array_find_with_equal_func(list, value, g_str_equal, NULL))
        g_ptr_array_add(list, g_strdup(value));
}

void cfa_filter_add_all_once(const GPtrArray *values, GPtrArray *list)
{
    for (guint i = 0; i < values->len; i++)
        cfa_filter_add_once(g_ptr_array_index(values, i), list);
}
