/*
 * A list of cases as NORMLEX prints it (page 20060): a line for each case, then one for each report on it.
 *
 *     1. Case No 9901 (Ruritania) - Complaint date: 03-AUG-20Confederation of Porters (CRP)Cancelled …
 *     2. Definitive Report - Report No 391, June 2022 ( 79 - 89 )
 *
 * Nothing parts the complainant from the subject. They are told apart where a bracket or a small letter runs
 * into a capital at one place alone, or where the page gives each a line of its own; else all of it is the
 * complainant, whom no complaint lacks.
 */
#ifndef CFA_CASE_LIST_H
#define CFA_CASE_LIST_H

#include "lines.h"
#include "listed_case.h"

enum { CFA_LISTED_CASES_LIMIT = 20000, CFA_LISTED_REPORTS_LIMIT = 200 /* on one case */ };

/* The cases of a page, cfa_listed_case *, at least one, without their source; the caller unrefs. NULL with
 * *error: "no-cases", "too-many-cases". */
GPtrArray *cfa_case_list_read(const cfa_lines *lines, cfa_error *error);

#endif
