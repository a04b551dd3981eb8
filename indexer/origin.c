#include "origin.h"

void cfa_origin_init(cfa_origin *origin)
{
    origin->digests = g_ptr_array_new_with_free_func(g_free);
    origin->text_ids = g_ptr_array_new_with_free_func(g_free);
}

void cfa_origin_clear(cfa_origin *origin)
{
    g_ptr_array_unref(origin->digests);
    g_ptr_array_unref(origin->text_ids);
}

void cfa_origin_join(cfa_origin *origin, const cfa_origin *other)
{
    for (guint i = 0; i < other->digests->len; i++)
        cfa_filter_add_once(g_ptr_array_index(other->digests, i), origin->digests);
    for (guint i = 0; i < other->text_ids->len; i++)
        cfa_filter_add_once(g_ptr_array_index(other->text_ids, i), origin->text_ids);
}

void cfa_origin_read(cfa_origin *origin, const xc_database *database, xc_docid docid, xc_error *failure)
{
    cfa_filter_each_value_of(database, docid, CFA_FILTER_SOURCE, cfa_filter_add_once, origin->digests,
                             failure);
    cfa_filter_each_value_of(database, docid, CFA_FILTER_TEXT_ID, cfa_filter_add_once, origin->text_ids,
                             failure);
}
