/*
 * A query, or a part of one, in the query language again: how it was read.
 *
 *     g_autofree char *parsed = cfa_query_print(query);                   // "\"right to strike\" -police"
 *
 * Read again, it is printed the same.
 */
#ifndef CFA_QUERY_PRINT_H
#define CFA_QUERY_PRINT_H

#include "query.h"

/* In NFC; the caller frees. */
char *cfa_query_print(const cfa_query *query);
char *cfa_node_print(const cfa_node *node);

#endif
