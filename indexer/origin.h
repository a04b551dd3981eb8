/*
 * Origin: which pages a case text came from. Each page that says the same is one, joined cases being stored
 * once for each of them.
 *
 *     cfa_origin origin;
 *     cfa_origin_init(&origin);
 *     cfa_origin_read(&origin, database, docid, &failure);
 *     cfa_origin_clear(&origin);
 */
#ifndef CFA_ORIGIN_H
#define CFA_ORIGIN_H

#include "filters.h"

typedef struct cfa_origin {
    GPtrArray *digests;  /* char *, by which sources are known: of CFA_LAYOUT_DIGEST digits */
    GPtrArray *text_ids; /* char * "3112113/en" */
} cfa_origin;

/* Makes both lists, empty; and frees them. */
void cfa_origin_init(cfa_origin *origin);
void cfa_origin_clear(cfa_origin *origin);

/* Adds what another has, each once. */
void cfa_origin_join(cfa_origin *origin, const cfa_origin *other);

/* Adds what a document says of where it came from. */
void cfa_origin_read(cfa_origin *origin, const xc_database *database, xc_docid docid, xc_error *failure);

#endif
