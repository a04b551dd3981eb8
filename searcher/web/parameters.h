/*
 * The parameters of a query string, decoded and checked.
 *
 *     cfa_parameters parameters = {0};
 *     if (cfa_parameters_read(&parameters, "q=strike&lang=en,fr", &error))
 *         puts(cfa_parameters_word(&parameters, CFA_PARAMETER_SORT));          // "relevance"
 *     cfa_parameters_clear(&parameters);
 *
 * It is strict: each of ours has the values that the table in parameters.c allows, once, or several
 * by commas or repetition where the table says so. A value that is empty or of blanks alone is one not given,
 * as a form leaves a box that nobody filled. What is not ours is passed over.
 */
#ifndef CFA_WEB_PARAMETERS_H
#define CFA_WEB_PARAMETERS_H

#include "corpus.h"

typedef enum cfa_parameter {
    CFA_PARAMETER_Q,
    CFA_PARAMETER_LANG,
    CFA_PARAMETER_TRANSLATE,
    CFA_PARAMETER_MATCH,
    CFA_PARAMETER_BY,
    CFA_PARAMETER_SORT,
    CFA_PARAMETER_N,
    CFA_PARAMETER_PAGE,
    CFA_PARAMETER_COUNTRY,
    CFA_PARAMETER_TYPE,
    CFA_PARAMETER_STATUS,
    CFA_PARAMETER_SECTION,
    CFA_PARAMETER_CONVENTION,
    CFA_PARAMETER_FROM,
    CFA_PARAMETER_TO,
    CFA_PARAMETER_TEXTS, /* of a page to read: what LANG was in the search that led to it */
    CFA_PARAMETER_MARKS,
    CFA_PARAMETER_UI,
    CFA_PARAMETER_FORMAT,
    CFA_PARAMETERS
} cfa_parameter;

enum {
    CFA_QUERY_STRING_BYTES = 8192, /* longest query string */
    CFA_PARAMETER_VALUES = 300     /* most different values of one parameter */
};

typedef struct cfa_parameters {
    GPtrArray *values[CFA_PARAMETERS]; /* char *, never empty or blank; NULL where not given */
} cfa_parameters;

/* Reads a query string as it stands in the address. FALSE with CFA_USAGE, about the parameter and its
 * value: "bad-escape", "given-twice", "bad-value", "too-many-values"; what else is good in it is there
 * all the same, so that the refusal can come in the language and format that were asked for. Of q there
 * is what can be read of it in any case, up to CFA_QUERY_STRING_BYTES: who typed it is to correct it. */
gboolean cfa_parameters_read(cfa_parameters *parameters, const char *query_string, cfa_error *error);
void cfa_parameters_clear(cfa_parameters *parameters);

/* The value of a parameter, or what stands for it when it is not given ("" for most). Borrowed. */
const char *cfa_parameters_word(const cfa_parameters *parameters, cfa_parameter parameter);

/* The same for a number, and for a choice of words: its index (cfa_parameter_choice). */
guint cfa_parameters_number(const cfa_parameters *parameters, cfa_parameter parameter);
guint cfa_parameters_choice(const cfa_parameters *parameters, cfa_parameter parameter);

/* How many values were given, and each of them. */
guint cfa_parameters_count(const cfa_parameters *parameters, cfa_parameter parameter);
const char *cfa_parameters_at(const cfa_parameters *parameters, cfa_parameter parameter, guint index);

/* Takes out what was refused, so that it is carried no further: a value of a parameter, by its name; for ""
 * all of them. What has no such parameter stays as it is, and so does q. */
void cfa_parameters_forget(cfa_parameters *parameters, const char *name, const char *value);

/* Its name in the query string; static. And whether it takes several values. */
const char *cfa_parameter_name(cfa_parameter parameter);
gboolean cfa_parameter_takes_many(cfa_parameter parameter);

/* The parameter of a name. */
gboolean cfa_parameter_find(const char *name, cfa_parameter *parameter);

/* The words that a parameter may be, "en", "fr", "es": static, NULL for an index behind the last, and at once
 * for one that is no choice of words. */
const char *cfa_parameter_choice(cfa_parameter parameter, guint index);

/* The least and the most that a number may be; FALSE for what is no number. */
gboolean cfa_parameter_range(cfa_parameter parameter, guint *least, guint *most);

#endif
