/* Facets for a terminal: a table for each, of counts and what they count. */
#ifndef CFA_FORMAT_FACET_TABLE_H
#define CFA_FORMAT_FACET_TABLE_H

#include "filler.h"

/* Adds the tables of all facets that have a value, each under its name, in as many columns as there is room
 * for. */
void cfa_facet_table_add(cfa_filler *fill, const cfa_facets *facets);

#endif
