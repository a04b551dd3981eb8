/*
 * Tally: every paragraph that a query finds, gathered by case text, to be counted.
 *
 *     g_autoptr(cfa_tally) tally = cfa_tally_take(index->counts, query, FALSE, &error);
 *     cfa_tally_hits(tally);                                       the case texts found, however many
 *     cfa_tally_count(tally, visit, data);                         visit(CFA_FACET_COUNTRY, "BY", 31, data) …
 *
 * Sets of documents tell which match, and the columns of the generation (columns.h) what they are. Where
 * several databases are one index, or one is on another machine, libxapian's own spy gathers the values of
 * all that match instead: the same counts, in more time.
 */
#ifndef CFA_TALLY_H
#define CFA_TALLY_H

#include "frequency.h"

/* What counting needs of an index, and what the commonest words of earlier questions find; for one thread. */
typedef struct cfa_counts cfa_counts;

/* Borrows the database and its frequencies. `columns` is the path of that file, or NULL, and `checksums`
 * those of it, borrowed, or NULL; it is mapped at once, since a generation may be removed while it is read.
 * NULL with *error: as columns.h has it. */
cfa_counts *cfa_counts_new(const xc_database *database, cfa_frequencies *frequencies, const char *columns,
                           cfa_mapped_checksums *checksums, cfa_error *error);
void cfa_counts_free(cfa_counts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_counts, cfa_counts_free)

/* Its columns, borrowed: *columns is NULL where there are none. They are checked when they are first asked
 * for, since not every question asks for them. FALSE with *error: as columns.h has it. */
gboolean cfa_counts_columns(const cfa_counts *counts, const cfa_columns **columns, cfa_error *error);

typedef struct cfa_tally cfa_tally;

/* Gathers what a query finds, by case text or by paragraph, whatever the languages. NULL with *error: as
 * columns.h and the database have it. */
cfa_tally *cfa_tally_take(cfa_counts *counts, const xc_query *query, gboolean by_paragraph, cfa_error *error);
void cfa_tally_free(cfa_tally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_tally, cfa_tally_free)

/* How many case texts, or paragraphs. */
guint cfa_tally_hits(const cfa_tally *tally);

/* Calls `visit` with each value that any of them has, and how many have it, in no order to rely on. A case
 * text counts once under a value, however many of its paragraphs are found under it. */
typedef void (*cfa_tally_visitor)(cfa_facet facet, const char *value, guint count, gpointer data);
void cfa_tally_count(const cfa_tally *tally, cfa_tally_visitor visit, gpointer data);

#endif
