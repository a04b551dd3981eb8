/*
 * The text of a paragraph on a page: a line for each of its lines, each citation a link to what it cites
 * where the index has that, and what the draft marks is marked.
 */
#ifndef CFA_WEB_PROSE_H
#define CFA_WEB_PROSE_H

#include "frame.h"

/* Writes the lines of a record's paragraph. What cannot be looked up is left in draft->problem. */
void cfa_prose_write(cfa_draft *draft, const cfa_index *index, const cfa_record *record);

/* The lines of a text that is no paragraph, or not the whole of one, in a language: the first, and the items
 * of its lists. */
void cfa_prose_plain(cfa_draft *draft, const char *text, cfa_language language);

#endif
