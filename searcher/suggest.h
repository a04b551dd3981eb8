/*
 * Suggestions: the whole question once more, with the words that are probably mistyped as they were probably
 * meant. The question itself is never changed.
 *
 *     g_autofree char *suggestion = cfa_suggest(index, query, plan->language, request->preferred, &failure);
 *     // "+colective bargainning in:conclusions" → "+collective bargaining in:conclusions"
 *
 * A word is right, and nothing is looked up for it, when the index has it or its stem in any language, when
 * it is short, a stopword, a country's, an acronym, or one that stands for a word of the index
 * (translations.h). Of a word that the index has hardly ever, a very frequent word that is a single slip away
 * may be meant all the same. Where most words are unknown, and not each of them has a correction, the
 * question is in some other language, and nothing is suggested.
 *
 * The value of a filter that there is none of, a country or a type, is replaced by the one that it is nearest
 * to (meant.h).
 *
 * A number alone may be that of a case or a report.
 *
 * The filters that a question may be meant to have, with or without a correction, are years that it names in
 * words, the newest texts, and what else may be an idiom (idiom.h), and the country of people, "Belarusian
 * unions" (people.h). They are a suggestion of their own, since with them there may be nothing to find.
 *
 * Corrections are found by spelling.h. Of several the one is taken that goes with the other words: of the
 * language typed, standing with some of them in a paragraph.
 */
#ifndef CFA_SUGGEST_H
#define CFA_SUGGEST_H

#include "index.h"
#include "query.h"

/* The question as it was probably meant, spelled as the texts of the index spell it; operators, quotation
 * marks and fields are as typed. `typed` is the language of the words, as far as it is known, `shown` that in
 * which countries and cases are named, or unknown. The caller frees. NULL where nothing is to be suggested,
 * where the index has no vocabulary, and on failure. */
char *cfa_suggest(const cfa_index *index, const cfa_query *query, cfa_language typed, cfa_language shown,
                  xc_error *failure);

/* What was suggested, or where that is NULL the question, with the filters that it may be meant to have,
 * named in a language. The caller frees. NULL where there are none. */
char *cfa_suggest_filters(const cfa_index *index, const cfa_query *query, const char *suggestion,
                          cfa_language language, xc_error *failure);

#endif
