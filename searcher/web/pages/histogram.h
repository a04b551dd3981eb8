/*
 * The years of what was found, drawn.
 */
#ifndef CFA_WEB_HISTOGRAM_H
#define CFA_WEB_HISTOGRAM_H

#include "frame.h"

/* A bar for each year, from the first to the last, each a link to the search within that year, with its year and count as its name.
 * Nothing where they are of one year, or none. */
void cfa_histogram_write(cfa_draft *draft, const cfa_facets *facets);

#endif
