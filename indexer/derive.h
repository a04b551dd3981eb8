/*
 * Deriving: the files of a generation that are made of its database: the translations that it teaches, the
 * vocabulary, and the columns of what is counted. An update derives what a build would.
 *
 *     const cfa_derivation derivation = {.folder = "gen-000007", .jobs = 2};
 *     cfa_derive(&derivation, &error);
 */
#ifndef CFA_DERIVE_H
#define CFA_DERIVE_H

#include "current.h"

typedef struct cfa_derivation {
    const char *folder;      /* of the generation, with its database */
    const cfa_current *last; /* the one before, of which is taken over what is the same; NULL for none */
    GHashTable *words; /* of paragraphs that came or went since, as keys; NULL where all may be others */
    guint jobs;        /* workers */
} cfa_derivation;

/* Makes them. FALSE with *error: as the database has it, or CFA_IO. */
gboolean cfa_derive(const cfa_derivation *derivation, cfa_error *error);

#endif
