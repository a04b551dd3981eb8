/*
 * Typed citations: what people cite by in a question, beyond what can be a citation in a text (citation.h).
 * There "394, para. 83" could be anything, and "case 2090 strike" a sentence.
 *
 *     if (cfa_typed_alone("394 rapport, par 83", &citation, &language))            // 394/83
 *         …
 *     g_autoptr(GArray) mentions = cfa_citation_scan(text, length, CFA_LANGUAGE_UNKNOWN, NULL);
 *     cfa_typed_add_opening_case(text, mentions);
 *     gsize end = cfa_typed_end_of_mention(text, mentions, &index);
 *
 * Texts are valid UTF-8; places and lengths are in bytes. Inside the searcher only.
 */
#ifndef CFA_TYPED_CITATION_H
#define CFA_TYPED_CITATION_H

#include "corpus.h"

/* Whether the bytes hold a word at all. */
gboolean cfa_typed_has_word(const char *text, gsize length);

/* Takes the language from the end of an identifier: "394/83/fr" becomes "394/83". CFA_LANGUAGE_UNKNOWN where
 * it names none. */
cfa_language cfa_typed_take_language(char *id);

/* Whether the whole of a text is an identifier, "394/83", "394/83/fr" or "case:2090", or a paragraph or a
 * report as people write it; and its language where it names one. "394" alone is a word. */
gboolean cfa_typed_alone(const char *text, cfa_citation *citation, cfa_language *language);

/* Adds the case that a text opens with to its mentions: "Case 2090 strike" is about that case. */
void cfa_typed_add_opening_case(const char *text, GArray *mentions);

/* Where the mention with this index ends. One that names its cases between the report and the paragraphs, as
 * the citations of our answers do ("394th Report, Case No. 2090 (Belarus), para. 83"), was scanned up to the
 * report, and the cases after it: it ends behind the paragraphs, and the cases are passed over. */
gsize cfa_typed_end_of_mention(const char *text, const GArray *mentions, guint *index);

/* Where the country ends that stands in brackets behind a case; `end` where none does. */
gsize cfa_typed_behind_country(const char *text, gsize end);

/* Where a mention ends that stands right beside the next one, with the country of a case, "Case No. 2090
 * (Belarus), Report No. 394"; 0 where a word is between them. */
gsize cfa_typed_end_beside(const char *text, const cfa_mention *mention, const cfa_mention *next);

/* A case beside a paragraph says no more than that; beside its report it says which of its texts is meant. */
gboolean cfa_typed_is_case_of_paragraph(const cfa_mention *mention, const cfa_mention *next);
gboolean cfa_typed_is_case_with_report(const cfa_mention *mention, const cfa_mention *next);

/* Whether a mention of one case is rather of the cases of a year: "cases 2021". */
gboolean cfa_typed_is_of_year(const char *text, const cfa_mention *mention, const cfa_mention *next);

/* Whether a mention is "ibid." alone, which says what stands before it once more. */
gboolean cfa_typed_is_ibid(const char *text, const cfa_mention *mention);

/* How far paragraphs reach that a text begins with and that no report is named for, ", para. 83"; 0 where it
 * begins with none. */
gsize cfa_typed_paragraphs(const char *text, cfa_citation *paragraphs);

#endif
