/*
 * Principles on a page: a quiet block of them, with links to the page of each.
 */
#ifndef CFA_WEB_PRINCIPLES_H
#define CFA_WEB_PRINCIPLES_H

#include "frame.h"

/* A block of principles (cfa_library_entry *) under a heading, of which those after the first `shown` can be
 * unfolded; nothing for NULL or none. */
void cfa_principles_block(cfa_draft *draft, cfa_saying heading, const GPtrArray *entries, guint shown);

#endif
