/*
 * A query, or a part of one, in the query language again: how it was read.
 *
 *     g_autofree char *parsed = cfa_query_print(query);                   // "\"right to strike\" -police"
 *
 * Read again, it is printed the same: what would be read with its neighbours stands in quotation marks or in
 * brackets, report "394" strike.
 */
#ifndef CFA_QUERY_PRINT_H
#define CFA_QUERY_PRINT_H

#include "query.h"

/* In NFC; the caller frees. A query takes as long as to read it, since it is read again. */
char *cfa_query_print(const cfa_query *query);

/* A part as it would be typed alone, which may be read in another way beside others. In NFC; the caller
 * frees. */
char *cfa_node_print(const cfa_node *node);

#endif
