/*
 * The citator: who cites a paragraph, a report, a case, or a paragraph of the Digest or the Compilation.
 *
 *     cfa_request request = CFA_REQUEST_INIT;
 *     request.sort = CFA_SORT_NEWEST;
 *     g_autoptr(cfa_answer) answer = cfa_citator_find(index, "306/123", &request, &error);
 */
#ifndef CFA_CITATOR_H
#define CFA_CITATOR_H

#include "search.h"

/* The answer of a search for what cites a thing: one hit a paragraph, its passage the sentences that cite it.
 * The request's words and filters narrow it. NULL with *error: CFA_USAGE "bad-id" for what identifies nothing
 * that can be cited; CFA_NOT_FOUND "not-cited" where the index has neither the thing nor a citation of it;
 * otherwise as cfa_search. */
cfa_answer *cfa_citator_find(const cfa_index *index, const char *id, const cfa_request *request,
                             cfa_error *error);

#endif
