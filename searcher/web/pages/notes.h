/*
 * What a search did with its question, said in a line each, with a link to undo it: how it was read where
 * that is not how it was typed, words that were passed over, added, or not asked for of every hit.
 */
#ifndef CFA_WEB_NOTES_H
#define CFA_WEB_NOTES_H

#include "frame.h"

/* The query as it was probably meant, for a click: nothing is searched that was not asked for. Nothing where
 * it is meant as it is. */
void cfa_notes_suggestion(cfa_draft *draft, const cfa_answer *answer);

/* What was typed as a field but has no value of it, and how that is written, for a click. */
void cfa_notes_unread(cfa_draft *draft, const cfa_answer *answer);

/* All of these but the suggestion, and the others; nothing where the question was searched as it was typed.
 */
void cfa_notes_write(cfa_draft *draft, const cfa_answer *answer);

#endif
