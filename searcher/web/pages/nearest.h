/*
 * What the index has near to what it has not: the paragraphs of the report, the reports beside it, who cites
 * the case, what a list of cases says of it, and what was meant by an identifier that goes on too long.
 *
 *     cfa_nearest_write(&draft, index, &request->error);
 */
#ifndef CFA_WEB_NEAREST_H
#define CFA_WEB_NEAREST_H

#include "frame.h"

/* Writes links to what is near to the subject of an error; nothing where nothing is, or where it cannot be
 * read. */
void cfa_nearest_write(cfa_draft *draft, const cfa_index *index, const cfa_error *error);

#endif
