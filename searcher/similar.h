/*
 * Similar: what is like a paragraph, a case text or a case, as an answer.
 *
 *     cfa_request request = CFA_REQUEST_INIT;
 *     g_autoptr(cfa_answer) answer = cfa_similar(index, "394/83", &request, &error);
 *
 * The thing becomes a question (likeness.h), so that it is read in other languages, filtered, grouped,
 * ordered, marked and explained as any question is. Never among the hits is what belongs to the same case, be
 * it another paragraph of the text, a translation or a later examination: that is its history, not its like,
 * and says the same in the same words.
 */
#ifndef CFA_SIMILAR_H
#define CFA_SIMILAR_H

#include "search.h"

/* What is like a paragraph ("394/83", "394/83/fr"), a case text ("394/70-95") or a case ("case:2090",
 * "2090"), as the request has it; its query, which may be empty, adds words and filters to those of the
 * thing, and how it is matched does not matter. The thing is read in the language of its identifier or else
 * the preferred one, but rather in one that is wanted; of long case texts and cases no more than conclusions,
 * recommendations and what is newest. A thing without a word or citation to go by is like nothing. NULL with
 * *error: CFA_USAGE "bad-id" for what is no identifier of these, "bad-sort" for another order than relevance,
 * "bad-facets" for facets; CFA_NOT_FOUND "no-such-paragraph", "no-such-case-text", "no-such-case"; otherwise
 * as cfa_search. */
cfa_answer *cfa_similar(const cfa_index *index, const char *id, const cfa_request *request, cfa_error *error);

#endif
