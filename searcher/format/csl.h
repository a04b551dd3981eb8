/*
 * A list of references as CSL-JSON, for the processors of the Citation Style Language: an array with an
 * object of the type "report" for each item, in one line with its end.
 */
#ifndef CFA_FORMAT_CSL_H
#define CFA_FORMAT_CSL_H

#include <glib.h>

/* `items` are cfa_item. New; the caller frees. */
char *cfa_csl(const GArray *items);

#endif
