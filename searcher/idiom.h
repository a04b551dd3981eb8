/*
 * Idioms: what people say, abbreviate or paste that the query language says in another way, written as that
 * has it. It is done before a query is read, so that all else knows one form of each.
 *
 *     cfa_idiom_read("who cites 306/123?");                          // "cites:306/123"
 *     cfa_idiom_read("affaire n° 2090 grève");                       // "Case No. 2090 grève"
 *     cfa_idiom_read("https://normlex.ilo.org/…_TEXT_ID:3112113");   // "text:3112113"
 *     cfa_idiom_read("Belarus since 2020");                          // "country:Belarus year:2020.."
 *     cfa_idiom_read("strike in 2021");                              // NULL
 *
 * Only what can hardly be meant in another way is one: what may be is offered instead (suggest.h). What has a
 * quotation mark has no idioms: report "394" strike is three words; to one without a number in quotation
 * marks some may be offered. Nor has what has the beginning of numbers, "39*".
 */
#ifndef CFA_IDIOM_H
#define CFA_IDIOM_H

#include "language.h"

/* The text, valid UTF-8, without its idioms; NULL where it has none. The caller frees. */
char *cfa_idiom_read(const char *text);

/* The text with what may be an idiom, to be offered: "strike since 2015" with "year:2015..", "cases about
 * Belarus" as "country:Belarus", "Belarus 2021" as "country:Belarus year:2021", "closed cases" as
 * "status:closed"; with the names that fields have in a language. `newest` is the year that "the last five
 * years" reach back from, 0 where none is known. NULL where nothing may be. The caller frees. */
char *cfa_idiom_offer(const char *text, guint newest, cfa_language language);

/* The same words with each that has a digit in quotation marks: as they are read where no idiom was meant.
 * The caller frees. */
char *cfa_idiom_as_words(const char *text);

#endif
