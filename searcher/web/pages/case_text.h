/*
 * The case text on the page of a paragraph: in one language, or in several side by side and in step, a row a
 * paragraph.
 */
#ifndef CFA_WEB_CASE_TEXT_H
#define CFA_WEB_CASE_TEXT_H

#include "frame.h"

/* All of it, with its citation and what a list of cases says of the case, the paragraph that is read set off,
 * and the way to read it in other languages, or fewer. */
void cfa_case_text_write(cfa_draft *draft, const cfa_index *index, const cfa_reading *reading,
                         const cfa_parallel *parallel);

#endif
