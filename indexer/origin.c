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
    cfa_filter_add_all_once(other->digests, origin->digests);
    cfa_filter_add_all_once(other->text_ids, origin->text_ids);
}

void cfa_origin_read(cfa_origin *origin, const xc_database *database, xc_docid docid, xc_error *failure)
{
    g_autoptr(GPtrArray) digests = cfa_filter_values_of(database, docid, CFA_FILTER_SOURCE, failure);
    g_autoptr(GPtrArray) text_ids = cfa_filter_values_of(database, docid, CFA_FILTER_TEXT_ID, failure);
    cfa_filter_add_all_once(digests, origin->digests);
    cfa_filter_add_all_once(text_ids, origin->text_ids);
}
