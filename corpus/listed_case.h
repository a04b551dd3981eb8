/*
 * A listed case: what a list of cases says of one. Who complained of what, and where each report on it begins
 * and ends.
 *
 *     const cfa_listed_case *one = g_ptr_array_index(cases, 0);
 *     one->facts.number;  one->complainant;  one->subject;        // 9901, "Confederation …", "Cancelled …"
 *     g_array_index(one->reports, cfa_listed_report, 0).first;    // 79
 */
#ifndef CFA_LISTED_CASE_H
#define CFA_LISTED_CASE_H

#include "report.h"

/* A report on the case. */
typedef struct cfa_listed_report {
    guint report;
    cfa_date date;
    cfa_report_type type;
    guint first, last; /* its paragraphs on the case; 0 where the list tells none */
} cfa_listed_report;

typedef struct cfa_listed_case {
    cfa_case facts;
    char *source;          /* the name of the source it was read from */
    cfa_language language; /* of complainant and subject */
    char *complainant;     /* or NULL */
    char *subject;         /* or NULL */
    GArray *reports;       /* cfa_listed_report, in the order of the page */
} cfa_listed_case;

cfa_listed_case *cfa_listed_case_new(void);
void cfa_listed_case_free(cfa_listed_case *one);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_listed_case, cfa_listed_case_free)

#endif
