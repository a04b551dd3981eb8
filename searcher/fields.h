/*
 * The fields of the query language: their names in the three languages of the reports, and the values that
 * each can have.
 *
 *     cfa_field field;
 *     const char *value = cfa_field_value_in("pays:Belarus", 12, &field);  // "Belarus", of CFA_FIELD_COUNTRY
 *     cfa_node *node = cfa_field_node(field, value);                       // country:BY
 */
#ifndef CFA_FIELDS_H
#define CFA_FIELDS_H

#include "query.h"

/* A field by one of its names, "in", "section" or "dans"; FALSE for no such field. */
gboolean cfa_field_find(const char *name, gsize length, cfa_field *field);

/* The name that it is written by in a language, English for an unknown one; static. */
const char *cfa_field_name(cfa_field field, cfa_language language);

/* How it is written: with each of its values where they have names, "lang:en, lang:fr, lang:es", else by
 * examples. The caller frees. */
char *cfa_field_forms(cfa_field field);

/* What may stand between the name of a field and its value. */
#define CFA_FIELD_MARKS ":="

/* Whether a byte stands between the name of a field and its value: "country:BY", "country=BY". */
gboolean cfa_field_is_mark(char byte);

/* Where its value begins in a text that begins with the name of a field and such a mark; NULL for any other
 * text. */
const char *cfa_field_value_in(const char *text, gsize length, cfa_field *field);

/* A FIELD node for a value or a range, "1..2" or ">=1"; NULL when the field cannot have that value. */
cfa_node *cfa_field_node(cfa_field field, const char *value);

/* The same for several with commas between, any of which may be there: an OR of FIELD nodes. NULL when the
 * field cannot have one of them. */
cfa_node *cfa_field_list(cfa_field field, const char *list);

/* The value of a field as the query language keeps it: "conclusions" for "Conclusion", "BY" for "Belarus".
 * The caller frees; NULL for what the field cannot be. */
char *cfa_field_value(cfa_field field, const char *typed);

/* Adds a filter as if it had been typed at the end: `name` as in the query language ("country", "in"), value
 * or range "1..2". FALSE with CFA_USAGE "bad-value" for a value that the field cannot have. */
gboolean cfa_query_add_field(cfa_query *query, const char *name, const char *value, cfa_error *error);

#endif
