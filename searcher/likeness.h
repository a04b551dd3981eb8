/*
 * Likeness: what a text is alike by, as the tree of a query. Its most distinctive words are asked for as if
 * they had been typed, each as heavy as it is frequent there; and its citations, each as heavy as it is rare.
 *
 *     g_autoptr(cfa_query) query = cfa_query_parse("country:belarus", 15, &error);
 *     cfa_likeness_ask(query, index, records, &error);
 *
 * Two texts share a citation where both cite the same, or one of them the other. tests/relevance measures all
 * of this.
 */
#ifndef CFA_LIKENESS_H
#define CFA_LIKENESS_H

#include "index.h"
#include "query.h"

/* Adds to a query what is like some records, cfa_record, of one language and at least one: their words and
 * citations, and that nothing of their cases is found, nor of their case texts where they name no case. Where
 * they have nothing to go by the query is left empty, and finds nothing. FALSE with *error when the index
 * cannot be read. */
gboolean cfa_likeness_ask(cfa_query *query, const cfa_index *index, const GPtrArray *records,
                          cfa_error *error);

#endif
