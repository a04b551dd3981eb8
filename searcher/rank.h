/*
 * Rank: what makes one paragraph weigh more than another.
 *
 *     cfa_rank_set_weight(enquire, &failure);                         BM25 with the field's usual constants
 *     query = cfa_rank_every_first(any, all, &failure);               paragraphs with every word before the others
 *     query = cfa_rank_feedback(query, enquire, mset, &failure);      and what the best ones have in common
 *
 * tests/relevance measures each of them; what did not pay is written down there.
 */
#ifndef CFA_RANK_H
#define CFA_RANK_H

#include "layout.h"

enum { CFA_RANK_BELIEVED = 5 }; /* hits that feedback learns from */

/* Gives an enquire its weights. */
void cfa_rank_set_weight(xc_enquire *enquire, xc_error *error);

/* A query that finds what `any` finds, with what `all` finds first. Consumes both. */
xc_query *cfa_rank_every_first(xc_query *any, xc_query *all, xc_error *error);

/* The query with the distinctive stems of its own best hits, of lower weight: it finds the same paragraphs in a better order, since
 * what answers a question uses more words for it than the question. `mset` are the first hits of `query` in `enquire`. Consumes
 * the query. */
xc_query *cfa_rank_feedback(xc_query *query, xc_enquire *enquire, const xc_mset *mset, xc_error *error);

#endif
