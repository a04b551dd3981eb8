/*
 * Value names: what people call a section, a type of report, a status or a language, in the three languages
 * of the reports.
 *
 *     cfa_value_find(CFA_FIELD_SECTION, "Conclusion");              // "conclusions"
 *     cfa_value_find(CFA_FIELD_LANGUAGE, "anglais");                // "en"
 *     cfa_value_nearest(CFA_FIELD_TYPE, "intreim");                 // "interim"
 */
#ifndef CFA_VALUE_NAMES_H
#define CFA_VALUE_NAMES_H

#include "query.h"

/* The value that a name stands for, or that alone of its field has a name beginning so, in three letters or
 * more. Static; NULL for none, and for a field whose values have no names. */
const char *cfa_value_find(cfa_field field, const char *name);

/* The values of a field, for (guint i = 0; …) until NULL: none where they have no names. Static. */
const char *cfa_value_at(cfa_field field, guint index);

/* The value with the name nearest to what was typed; static. NULL where none is a slip or two away. */
const char *cfa_value_nearest(cfa_field field, const char *typed);

#endif
