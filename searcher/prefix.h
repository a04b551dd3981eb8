/*
 * Prefix: the query of all words that begin alike.
 *
 *     gboolean cut;
 *     xc_query *query = cfa_prefix_query(database, "reinst", 200, &cut, &failure);
 *
 * libxapian's own wildcard widens in each shard by itself, to other words in each, and weighs them by those;
 * this one does neither, so that shards answer as one index.
 */
#ifndef CFA_PREFIX_H
#define CFA_PREFIX_H

#include "layout.h"

/* A query of the most frequent words with a prefix, `most` of them, each of which weighs as if all were one
 * word. `cut` tells whether there are more. The caller frees; NULL with *error. */
xc_query *cfa_prefix_query(const xc_database *database, const char *prefix, guint most, gboolean *cut,
                           xc_error *error);

#endif
