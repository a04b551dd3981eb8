/*
 * The strings of the pages, in the three languages of pages: say.tsv is all of them.
 *
 *     cfa_say(CFA_SAY_NEXT, CFA_FRENCH);                                     // "Suivants"
 *     cfa_say_filled(CFA_SAY_PARAGRAPH, CFA_FRENCH, "83", NULL);             // "Paragraphe 83"
 */
#ifndef CFA_WEB_SAY_H
#define CFA_WEB_SAY_H

#include "searcher.h"

/* Named as in say.tsv, in its order. */
typedef enum cfa_saying {
#define SAYING(name, english, french, spanish) name,
#include "say.inc"
#undef SAYING
    CFA_SAYINGS
} cfa_saying;

/* Static. In French no line ends before the signs that have a blank before them. */
const char *cfa_say(cfa_saying name, cfa_language language);

/* The same with "{1}", "{2}" … replaced by what follows, NULL after the last. The caller frees. */
char *cfa_say_filled(cfa_saying name, cfa_language language, ...) G_GNUC_NULL_TERMINATED;

/* What stands for a value of the model: static, NULL for what is unknown. */
const char *cfa_say_section(cfa_section section, cfa_language language);
const char *cfa_say_type(cfa_report_type type, cfa_language language);
const char *cfa_say_status(cfa_case_status status, cfa_language language);

/* How a field is written: examples, or each of its values, a line each. Static; NULL for one that the pages
 * do not tell of. */
const char *cfa_say_field(cfa_field field, cfa_language language);

/* A language's own name: "Français"; NULL for an unknown one. Static. */
const char *cfa_say_language(cfa_language language);

/* "16 June 2000", "1er mars 2021", "marzo de 2021", "1960"; "" for an unknown date. The caller frees. */
char *cfa_say_date(cfa_date date, cfa_language language);

/* "1 year and 9 months", "environ 2 ans", "menos de un mes"; "" for an unknown interval. The caller frees. */
char *cfa_say_interval(cfa_interval interval, cfa_language language);

/* "1 paragraph", "1,234 paragraphs": how many there are of what a saying names by one, and another by a
 * number. The caller frees. */
char *cfa_say_count(guint count, cfa_saying one, cfa_saying many, cfa_language language);

/* "1,234" and "12,345"; "1 234" and "12 345"; "1234" and "12 345", with narrow blanks that no line ends at.
 * The caller frees. */
char *cfa_say_number(guint number, cfa_language language);

#endif
