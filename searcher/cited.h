/*
 * Cited: what there is in an index that cites a paragraph, a report, a case, or a paragraph of one of the
 * books.
 *
 *     g_autoptr(cfa_cited) cited = cfa_cited_find(database, &citation, &failure);
 *     xc_query *query = cfa_cited_query(cited, &failure);
 *     … cfa_cited_is(cited, &mention->citation) …    of a paragraph that was found: whether it is by this one
 *
 * A paragraph is cited by its number and by every range that it is in, however long; a range by all that
 * cites any of it; a report by its number and by that of any of its paragraphs; a case by its number and by
 * any paragraph of its case texts. The citations that an index has are terms, so that those which mean a
 * paragraph are found among the terms of its report, without the texts.
 */
#ifndef CFA_CITED_H
#define CFA_CITED_H

#include "index.h"

typedef struct cfa_cited cfa_cited;

/* Finds them. An error of libxapian is in *failure, and what was found until then is returned. */
cfa_cited *cfa_cited_find(const xc_database *database, const cfa_citation *what, xc_error *failure);
void cfa_cited_free(cfa_cited *cited);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_cited, cfa_cited_free)

/* The terms of all citations of it that the index has, char *; borrowed. */
const GPtrArray *cfa_cited_terms(const cfa_cited *cited);

/* A query for what cites it, that filters and weighs nothing: the caller's. */
xc_query *cfa_cited_query(const cfa_cited *cited, xc_error *failure);

/* Whether a citation is one of it. */
gboolean cfa_cited_is(const cfa_cited *cited, const cfa_citation *citation);

/* Tells how many paragraphs cite a thing, each counted once for all its languages. FALSE with *error: as
 * tally.h has it. */
gboolean cfa_cited_count(const cfa_index *index, const cfa_citation *what, guint *count, cfa_error *error);

#endif
