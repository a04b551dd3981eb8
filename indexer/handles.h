/*
 * The handles of libxapian where there is GLib: g_autoptr() frees each at the end of its scope, and a list of
 * queries is combined. The shim itself knows nothing of GLib.
 *
 *     g_autoptr(GPtrArray) alternatives = g_ptr_array_new();
 *     g_ptr_array_add(alternatives, xc_query_term("strike", XC_NUL, 1, &failure));
 *     g_autoptr(xc_query) query = cfa_any_of(alternatives, &failure);
 *     g_autoptr(xc_enquire) enquire = xc_enquire_new(database, &failure);
 *     xc_enquire_set_query(enquire, query, &failure);
 */
#ifndef CFA_HANDLES_H
#define CFA_HANDLES_H

#include <glib.h>
#include <xapian-c.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_database, xc_database_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_document, xc_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_enquire, xc_enquire_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_mset, xc_mset_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_posting_iterator, xc_posting_iterator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_query, xc_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_spy, xc_spy_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_term_iterator, xc_term_iterator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xc_value_iterator, xc_value_iterator_free)

/* A query for what any of a list of xc_query finds, nothing where it is empty: the caller's. They are gone
 * afterwards, as with xc_query_combine(). */
static inline xc_query *cfa_any_of(GPtrArray *queries, xc_error *failure)
{
    return xc_query_combine(XC_OP_OR, (xc_query **)queries->pdata, queries->len, 0, failure);
}

#endif
