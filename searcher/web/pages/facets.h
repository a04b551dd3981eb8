/*
 * The facets of a search as lists of links: a click filters, a second one takes the filter away again.
 */
#ifndef CFA_WEB_FACETS_H
#define CFA_WEB_FACETS_H

#include "frame.h"

/* A list for each facet but the years (histogram.h), in the order of the facets. Of a facet that is filtered by, what it is filtered by
 * alone: another value would leave more hits, not those that it counts. */
void cfa_facets_write(cfa_draft *draft, cfa_facets *facets);

#endif
