/*
 * The timeline of a case, drawn as SVG: the complaint, and each examination by its type. It has no style of
 * its own and no script: classes of the style sheet, shapes that differ without colour, and a title, a text
 * and names for who listens.
 */
#ifndef CFA_WEB_TIMELINE_H
#define CFA_WEB_TIMELINE_H

#include "frame.h"

/* A figure; nothing where no date is known. */
void cfa_timeline_write(cfa_draft *draft, const cfa_history *history);

/* The anchor of an examination on its page: "e394-70-95". The caller frees. */
char *cfa_timeline_anchor(const cfa_examination *examination);

#endif
