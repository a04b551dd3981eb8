/*
 * Where a paragraph leads: to what is like it, to the history of its case, or of each of its joined cases, and to the contents of its report.
 */
#ifndef CFA_WEB_LEADS_H
#define CFA_WEB_LEADS_H

#include "frame.h"

/* A line of links: to all of that; to the cases alone, for the report's own page; to the report alone, for the case's own. */
void cfa_leads_write(cfa_draft *draft, const cfa_record *record);
void cfa_leads_write_cases(cfa_draft *draft, const cfa_record *record);
void cfa_leads_write_report(cfa_draft *draft, const cfa_record *record);

/* The same with the one link from the page of a case to what is like that. */
void cfa_leads_write_similar(cfa_draft *draft, guint number);

/* The path of a case's page: "/case/2090". The caller frees. */
char *cfa_leads_case_path(guint number);

/* "394th Report" in a language; what names it where the report is unknown. The caller frees. */
char *cfa_leads_report_name(guint report, const char *id, cfa_language language);

#endif
