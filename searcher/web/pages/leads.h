/*
 * Where a paragraph, a hit or a case leads: to what is like it, to the history of its case, or of each of its
 * joined cases, to the contents of its report, and to who cites it.
 */
#ifndef CFA_WEB_LEADS_H
#define CFA_WEB_LEADS_H

#include "frame.h"

/* A line of links: to all of that, where `id` is what is cited, a paragraph or a case text, and so many
 * paragraphs do so; to the cases alone, for the report's own page; to the report alone, for the case's
 * own. */
void cfa_leads_write(cfa_draft *draft, const cfa_record *record, const char *id, guint cited_by);
void cfa_leads_write_cases(cfa_draft *draft, const cfa_record *record);
void cfa_leads_write_report(cfa_draft *draft, const cfa_record *record);

/* From the page of a case: to a search within it, to the paragraphs that cite it, if there are any, to what
 * is like it, and to the feed that tells when it is examined again. From that of a report, 0 for one that has
 * no number: to a search within it. */
void cfa_leads_write_from_case(cfa_draft *draft, guint number, guint cited_by);
void cfa_leads_write_from_report(cfa_draft *draft, guint report);

/* The path of a case's page: "/case/2090". The caller frees. */
char *cfa_leads_case_path(guint number);

/* "394th Report" in a language; what names it where the report is unknown. The caller frees. */
char *cfa_leads_report_name(guint report, const char *id, cfa_language language);

#endif
