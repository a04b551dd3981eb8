/*
 * What print adds to a whole report: running heads, page numbers, the table of contents.
 */
#ifndef CFA_PRINTED_H
#define CFA_PRINTED_H

#include "lines.h"

/* Drops page numbers, references of Governing Body documents ("GB.341/INS/12/1") and lines that come back
 * page after page. */
void cfa_printed_drop_running_heads(cfa_lines *lines);

/* Drops the table of contents, so that none of its lines is taken for a case or a paragraph. */
void cfa_printed_drop_contents(cfa_lines *lines);

#endif
