/*
 * Countries by any of their names, past and present, in three languages.
 *
 *     cfa_country_code("Côte d’Ivoire", 14);                  // "CI"
 *     cfa_country_name("BY", CFA_FRENCH);                     // "Bélarus"
 *     cfa_country_of_people("bielorrusas");                   // "BY"
 *
 * Codes are those of ISO 3166-1, of two letters where nothing else is said; a state that is no more and has
 * no heir of its own keeps the code it had ("YU", "SU", "DD", "CS" for Czechoslovakia), and Kosovo is "XK".
 * The table is data, in country-table.inc. Names are compared without case, accents, articles and kind of
 * apostrophe.
 */
#ifndef CFA_COUNTRY_H
#define CFA_COUNTRY_H

#include "language.h"

/* The code of a country, or NULL for a name that the table lacks. Static. `length` in bytes. A name with a
 * part in brackets or after " - " is looked up whole first, then by the part before it
 * ("United Kingdom - Gibraltar" is "GB"; "Venezuela (Bolivarian Republic of)" is "VE"). */
const char *cfa_country_code(const char *name, gsize length);

/* The code of two letters for one of two or three, in any case: "by" and "BLR" are "BY". Static; NULL for
 * none. */
const char *cfa_country_by_code(const char *typed);

/* The code of the country whose people and things an adjective names, in any form: "belarusians", "suisses",
 * "costa rican". Folded, with a blank between two words. Static; NULL for what names none, or several, and
 * for the name of a country itself ("Suisse"). Of the members of the ILO alone. */
const char *cfa_country_of_people(const char *words);

/* The same of as many of some folded words, from the one at `first` on, as name people, in *count: three of
 * "papua new guinean". Words that are NULL part the others. NULL too for a part of the name of a country:
 * "french" of "french guiana", "grenadines" of "saint vincent and the grenadines". */
const char *cfa_country_of_people_among(const GPtrArray *words, guint first, guint *count);

/* How many of such words, from the one at `first` on, are the name of a country or of its people: as many as
 * can be, 0 for none. */
guint cfa_country_words_among(const GPtrArray *words, guint first);

/* The present official short name in a language (English for an unknown one), or NULL for an unknown code.
 * Static. */
const char *cfa_country_name(const char *code, cfa_language language);

/* Every name of a country, past and present: first the present one in English, French and Spanish (which may
 * be the same), then the others. Borrowed strings, `count` of them. NULL for an unknown code. */
const char *const *cfa_country_names(const char *code, guint *count);

/* Whether a folded word is one of those that the names of countries are made of: "costa", "rica". */
gboolean cfa_country_has_word(const char *word);

/* The number of countries, and the code of each: for (guint i = 0; i < cfa_country_count(); i++) … */
guint cfa_country_count(void);
const char *cfa_country_at(guint index);

#endif
