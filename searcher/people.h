/*
 * People: the countries that a question asks for by their people, "Belarusian unions". The texts on a country
 * name it, and seldom its people, so that its filter finds what was meant.
 *
 *     g_autofree char *offered = cfa_people_offer(index, "syndicats suisses", CFA_FRENCH, &failure);
 *         // "syndicats pays:Suisse"
 */
#ifndef CFA_PEOPLE_H
#define CFA_PEOPLE_H

#include "index.h"

/* A question, valid UTF-8, with the filter of a country in the place of its people, named in a language. NULL
 * where it names none of which the index has texts, names a country by a field already, has quotation marks,
 * or is long: then its other words say what it is about. The caller frees. */
char *cfa_people_offer(const cfa_index *index, const char *text, cfa_language language, xc_error *failure);

#endif
