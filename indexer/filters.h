/*
 * Filters: the documents that a database has under a value of a filter, and the values that it, or one of its
 * documents, has. The database is that of paragraphs, or the library.
 *
 *     cfa_filter_has(database, CFA_FILTER_REPORT, "394", &failure);                      whether there is any
 *     g_autoptr(GArray) docids = cfa_filter_documents(database, CFA_FILTER_REPORT, "394", &failure);
 *     cfa_filter_each_value(database, CFA_FILTER_REPORT, visit, data, &failure);
 *         visit("394", data) …
 *     g_autoptr(GPtrArray) cases = cfa_filter_values_of(database, docid, CFA_FILTER_CASE, &failure);
 *
 * An error of libxapian's ends what is read of the database, as in all of the shim: what was found until then
 * is not all there is.
 */
#ifndef CFA_FILTERS_H
#define CFA_FILTERS_H

#include "layout.h"

/* Told of a value, which is borrowed. */
typedef void (*cfa_filter_visitor)(const char *value, gpointer data);

/* Whether a document is under a value; and how many are. */
gboolean cfa_filter_has(const xc_database *database, cfa_filter filter, const char *value, xc_error *failure);
guint cfa_filter_count(const xc_database *database, cfa_filter filter, const char *value, xc_error *failure);

/* A query for them, by the weight of the value's term: the caller's. */
xc_query *cfa_filter_query(cfa_filter filter, const char *value, xc_error *failure);

/* The documents under a value: xc_docid, in their order, the caller's to unref. */
GArray *cfa_filter_documents(const xc_database *database, cfa_filter filter, const char *value,
                             xc_error *failure);

/* Calls `visit` with each value that any document has, in byte order: they may be as many as the documents.
 */
void cfa_filter_each_value(const xc_database *database, cfa_filter filter, cfa_filter_visitor visit,
                           gpointer data, xc_error *failure);

/* The values that one document has: char *, in byte order, a new list that frees them. */
GPtrArray *cfa_filter_values_of(const xc_database *database, xc_docid docid, cfa_filter filter,
                                xc_error *failure);

/* Those that any document has and that begin with another and a slash: "3112113/en" below "3112113". */
GPtrArray *cfa_filter_values_below(const xc_database *database, cfa_filter filter, const char *value,
                                   xc_error *failure);

/* Adds a value, or each of several, to a list of strings that it frees, unless it is there already. */
void cfa_filter_add_once(const char *value, GPtrArray *list);
void cfa_filter_add_all_once(const GPtrArray *values, GPtrArray *list);

#endif
