/*
 * What the page of who cites a thing has above its list.
 */
#ifndef CFA_WEB_CITES_HEADING_H
#define CFA_WEB_CITES_HEADING_H

#include "frame.h"

/* "15 paragraphs cite 306th Report, para. 123": the heading, what is cited a link where the index has it. */
void cfa_cites_heading(cfa_draft *draft, const cfa_answer *answer);

/* The same without markup, for the title. The caller frees. */
char *cfa_cites_title(const cfa_answer *answer, cfa_language language);

#endif
