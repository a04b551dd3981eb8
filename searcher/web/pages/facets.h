/*
 * The facets of a search as lists of links: a click filters, a second one takes the filter away again.
 */
#ifndef CFA_WEB_FACETS_H
#define CFA_WEB_FACETS_H

#include "frame.h"

/* The years (histogram.h), then a list for each other facet, all of it folded where it has no room beside the
 * hits. Of a facet that is filtered by, what it is filtered by alone: another value would leave more hits,
 * not those that it counts. */
void cfa_facets_write(cfa_draft *draft, cfa_facets *facets);

#endif
