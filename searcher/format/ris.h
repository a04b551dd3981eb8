/*
 * A list of references in RIS, which reference managers read: a record of the kind RPRT for each item, each
 * field in a line "TI  - Case No. 2090 (Belarus), para. 83" that ends in CRLF, the last of them "ER  - ".
 */
#ifndef CFA_FORMAT_RIS_H
#define CFA_FORMAT_RIS_H

#include <glib.h>

/* `items` are cfa_item. New; the caller frees. */
char *cfa_ris(const GArray *items);

#endif
