/*
 * Annotations: what a reader wants to know of an answer beside what was found, and what takes look-ups of its
 * own: as what else its words were searched, and how many paragraphs cite each hit.
 *
 *     if (!cfa_annotate(index, plan, answer, &error))
 *         return NULL;
 */
#ifndef CFA_ANNOTATE_H
#define CFA_ANNOTATE_H

#include "answer.h"
#include "plan.h"

enum { CFA_ALSO_SEARCHED = 6 /* words of a plan that are told */ };

/* Adds to an answer whose hits have their identifiers what its plan searched that nobody typed, and who cites
 * its hits. A hit is what is listed: a paragraph, or a case text, which is cited by what cites any of its
 * paragraphs. FALSE with *error as the database has it. */
gboolean cfa_annotate(const cfa_index *index, const cfa_plan *plan, cfa_answer *answer, cfa_error *error);

#endif
