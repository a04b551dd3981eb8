/*
 * The years of what was found, drawn.
 */
#ifndef CFA_WEB_HISTOGRAM_H
#define CFA_WEB_HISTOGRAM_H

#include "frame.h"

/* A bar for each year, in periods of as many years as there is room for a finger, each a link to the search
 * within it that says how many are of it: from a few decades to ten years, and on to one. Nothing where all
 * are of one year, or there are none. */
void cfa_histogram_write(cfa_draft *draft, const cfa_facets *facets);

#endif
