/*
 * Principles that answer a question: found by its words, in any language, and shown in one.
 *
 *     GPtrArray *found = cfa_principles_find(index, words, CFA_FRENCH, FALSE, &error);        // cfa_library_entry *, the best first
 *
 * Or named by the question itself:
 *
 *     GPtrArray *cited = cfa_principles_cited(index, query, CFA_FRENCH, &error);              // of "Digest, 2006, para. 581"
 *
 * And a principle with all that rests on it, as an answer whose hits are paragraphs:
 *
 *     g_autoptr(cfa_answer) answer = cfa_principles_browse(index, "digest:2006/581", &request, &error);
 */
#ifndef CFA_PRINCIPLES_H
#define CFA_PRINCIPLES_H

#include "query.h"
#include "search.h"

enum { CFA_PRINCIPLES_FOUND = 3 };

/* At most CFA_PRINCIPLES_FOUND principles that have every one of the words, folded and without stopwords, or of many words most of them.
 * The names of countries need not be there: principles name none. `as_typed`: the words are not searched in other languages. A new array
 * that owns them, empty where nothing answers; NULL with *error. */
GPtrArray *cfa_principles_find(const cfa_index *index, const GPtrArray *words, cfa_language preferred,
                               gboolean as_typed, cfa_error *error);

/* The first CFA_PRINCIPLES_FOUND of the principles that a query cites by their numbers in the books and that the index has. A new array that
 * owns them, empty where there are none; NULL with *error. */
GPtrArray *cfa_principles_cited(const cfa_index *index, const cfa_query *query, cfa_language preferred,
                                cfa_error *error);

/* A principle and the paragraphs that applied it, each in the language preferred where the index has it, whichever are wanted. All else of the
 * request counts but its query, how that is matched, and that hits may be case texts. By relevance the first is the one that says most of the
 * principle. What it rests on that the index lacks is in the answer, too. NULL with *error, as cfa_library_principle and cfa_search have it. */
cfa_answer *cfa_principles_browse(const cfa_index *index, const char *id, const cfa_request *request,
                                  cfa_error *error);

#endif
