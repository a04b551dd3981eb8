/*
 * Principles that answer a question: found by its words, in any language, and shown in one.
 *
 *     GPtrArray *found = cfa_principles_find(index, words, CFA_FRENCH, FALSE, &error);
 *         // cfa_library_entry *, the best first
 *
 * Or named by the question itself:
 *
 *     GPtrArray *cited = cfa_principles_cited(index, query, CFA_FRENCH, &error);
 *         // of "Digest, 2006, para. 581"
 *
 * (One with all that rests on it is principle_answer.h's.)
 */
#ifndef CFA_PRINCIPLES_H
#define CFA_PRINCIPLES_H

#include "query.h"
#include "search.h"

enum { CFA_PRINCIPLES_FOUND = 3 };

/* At most CFA_PRINCIPLES_FOUND principles that have every one of the words, folded and without stopwords, or
 * of many words most of them, and half of these in more than their chapter. The names of countries and
 * of their people need not be there: principles name none. `as_typed`: the words are not searched in other
 * languages. A new array that owns them, empty where nothing answers; NULL with *error. */
GPtrArray *cfa_principles_find(const cfa_index *index, const GPtrArray *words, cfa_language preferred,
                               gboolean as_typed, cfa_error *error);

/* The first CFA_PRINCIPLES_FOUND of the principles that a query cites by their numbers in the books, or asks
 * who cites, and that the index has. A new array that owns them, empty where there are none; NULL with
 * *error. */
GPtrArray *cfa_principles_cited(const cfa_index *index, const cfa_query *query, cfa_language preferred,
                                cfa_error *error);

#endif
