/*
 * Filters: the documents that a database has under a value of a filter, and the values that it, or one of its
 * documents, has. The database is that of paragraphs, or the library.
 *
 *     cfa_filter_has(database, CFA_FILTER_REPORT, "394", &failure);                      whether there is any
 *     g_autoptr(GArray) docids = cfa_filter_documents(database, CFA_FILTER_REPORT, "394", &failure);
 *     cfa_filter_each_value(database, CFA_FILTER_REPORT, visit, data, &failure);
 *         visit("394", data) …
 *     cfa_filter_each_value_of(database, docid, CFA_FILTER_CASE, visit, data, &failure);
 *         visit("2090", data) …
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

/* Calls `visit` with each value that any document has, or that one has, in byte order. */
void cfa_filter_each_value(const xc_database *database, cfa_filter filter, cfa_filter_visitor visit,
                           gpointer data, xc_error *failure);
void cfa_filter_each_value_of(const xc_database *database, xc_docid docid, cfa_filter filter,
                              cfa_filter_visitor visit, gpointer data, xc_error *failure);

/* The same with each value that any document has and that begins with another and a slash: "3112113/en" below
 * "3112113". */
void cfa_filter_each_value_below(const xc_database *database, cfa_filter filter, const char *value,
                                 cfa_filter_visitor visit, gpointer data, xc_error *failure);

/* A visitor: adds the value to a list, a GPtrArray of strings that it frees, unless it is there already. */
void cfa_filter_add_once(const char *value, gpointer list);

#endif
