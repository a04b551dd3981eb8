/*
 * Meant: the country that was probably meant by a name that no country has.
 *
 *     if (!cfa_meant_is_country(index, "Belrus", &failure))
 *         name = cfa_meant_country("Belrus");                              // "Belarus"
 */
#ifndef CFA_MEANT_H
#define CFA_MEANT_H

#include "index.h"

/* Whether there is a country of a name or a code, as a query may have it: in the table (country.h), or in a text of the index. */
gboolean cfa_meant_is_country(const cfa_index *index, const char *typed, xc_error *failure);

/* The nearest of all names of countries, past and present, in any language; static. NULL where none is a slip or two away. */
const char *cfa_meant_country(const char *typed);

#endif
