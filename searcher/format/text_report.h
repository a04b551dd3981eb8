/*
 * The contents of a report, and a case text alone, for a terminal.
 */
#ifndef CFA_FORMAT_TEXT_REPORT_H
#define CFA_FORMAT_TEXT_REPORT_H

#include "browse.h"
#include "report_contents.h"
#include "text.h"

/* New; the caller frees. No control character of a text reaches the terminal. */
char *cfa_text_report(const cfa_report_contents *contents, cfa_text_style style);
char *cfa_text_case_text(const cfa_whole_text *whole, cfa_text_style style);

#endif
