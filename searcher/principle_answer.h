/*
 * A principle with all that rests on it, as an answer whose hits are paragraphs.
 *
 *     cfa_request request = CFA_REQUEST_INIT;
 *     request.sort = CFA_SORT_NEWEST;
 *     g_autoptr(cfa_answer) answer = cfa_principle_answer(index, "digest:2006/581", &request, &error);
 *     puts(answer->principle->entry->shown->text);
 */
#ifndef CFA_PRINCIPLE_ANSWER_H
#define CFA_PRINCIPLE_ANSWER_H

#include "search.h"

/* A principle and the paragraphs that applied it, each in the language preferred where the index has it,
 * whichever are wanted. All else of the request counts but its query, how that is matched, and that hits may
 * be case texts. By relevance the first is the one that says most of the principle. What it rests on that the
 * index lacks is in the answer, too. NULL with *error, as cfa_library_principle and cfa_search have it. */
cfa_answer *cfa_principle_answer(const cfa_index *index, const char *id, const cfa_request *request,
                                 cfa_error *error);

#endif
