/*
 * Finder: every document that a query matches, as a set, without weights or order: to count them takes a
 * fraction of what a search takes.
 *
 *     cfa_finder *finder = cfa_finder_new(database, frequencies, &error);
 *     g_autoptr(cfa_bit_set) found = cfa_finder_find(finder, query, &error);       docids
 *
 * Terms are read from their lists of postings and combined as sets, the rarest first; libxapian's matcher is
 * asked for what is no set, as for phrases, and then within what the rest of the query leaves. What the
 * commonest terms find, and phrases of common words, is remembered for the next question.
 */
#ifndef CFA_FINDER_H
#define CFA_FINDER_H

#include "bit_set.h"
#include "frequency.h"

typedef struct cfa_finder cfa_finder;

/* Both are borrowed, and to stay as they are; one database of this machine. For one thread. NULL with
 * *error. */
cfa_finder *cfa_finder_new(const xc_database *database, cfa_frequencies *frequencies, cfa_error *error);
void cfa_finder_free(cfa_finder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_finder, cfa_finder_free)

/* The docids of all that match; the caller's. NULL with *error, as the database has it. */
cfa_bit_set *cfa_finder_find(cfa_finder *finder, const xc_query *query, cfa_error *error);

#endif
