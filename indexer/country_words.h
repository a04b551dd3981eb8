/*
 * Country words: the names of a country as words of a question and of a text, past and present, in a
 * language.
 *
 *     g_autoptr(GArray) words = cfa_country_words("SZ", CFA_ENGLISH);
 *         "Eswatini", "Swaziland", "Souaziland" …
 *
 * A name of country.h is no word where it first means something else ("Réunion" is a meeting), or is how
 * pages print a territory
 * ("Netherlands - Aruba"). A word is asked by, but not sought, where what it is made of stands in texts on
 * other countries, too: who asks for the Gold Coast means Ghana, but "gold" and "coast" in a paragraph do
 * not.
 */
#ifndef CFA_COUNTRY_WORDS_H
#define CFA_COUNTRY_WORDS_H

#include "language.h"

typedef struct cfa_country_word {
    const char *name; /* static */
    gboolean sought;  /* in texts, when another name of the country is asked by */
} cfa_country_word;

/* The words of a country by its code, the present name first, each name once. Names that are not told apart
 * by language in country.h are words of every one. A new array of cfa_country_word; empty for an unknown
 * code. */
GArray *cfa_country_words(const char *code, cfa_language language);

#endif
