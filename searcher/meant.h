/*
 * Meant: the value of a field that was probably meant by one that it cannot have, and the citation by a
 * number.
 *
 *     g_autofree char *meant = cfa_meant_value(index, CFA_FIELD_COUNTRY, "Belrus", CFA_FRENCH, &failure);
 *         // "Bélarus"
 */
#ifndef CFA_MEANT_H
#define CFA_MEANT_H

#include "index.h"
#include "query.h"

/* The value, or several with commas between, as probably meant. A country is the one that alone has such a
 * word in one of its names, past and present, or else the one with the nearest name, by its name in a
 * language, or where that is unknown by the one that is nearest; those of the index are among them that the
 * table lacks. The caller frees. NULL where nothing is wrong with it: a country is right that is in the table
 * (country.h), or in a text of the index; and where nothing is near. */
char *cfa_meant_value(const cfa_index *index, cfa_field field, const char *typed, cfa_language language,
                      xc_error *failure);

/* The citation that was probably meant by all of a query, as people write it in a language: by a number alone
 * the case or the report of that, by a citation that leads nowhere what the index has of it. The caller
 * frees. NULL for any other query, and where the index has neither. */
char *cfa_meant_citation(const cfa_index *index, const cfa_query *query, cfa_language language,
                         xc_error *failure);

/* Whether there is a country of a name or a code, as a query may have it. */
gboolean cfa_meant_is_country(const cfa_index *index, const char *typed, xc_error *failure);

#endif
