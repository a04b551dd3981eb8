/*
 * Facets: how many of all that was found stand under each country, year, type, status, language, section and
 * Convention. A count says how many of these hits are left when the search is filtered by the value; that of
 * a language what a search in it alone finds, which may be more than all of them: where one language has a
 * paragraph, it is not looked for in the others.
 *
 *     g_autoptr(cfa_facets) facets = cfa_facets_new(tally);
 *     cfa_facets_set_language(facets, CFA_FRENCH, 12);
 *     cfa_facets_mark_filtered(facets, query);
 *     cfa_facets_sort(facets, CFA_ENGLISH);
 */
#ifndef CFA_FACETS_H
#define CFA_FACETS_H

#include "query.h"
#include "tally.h"

typedef struct cfa_facet_count {
    char *value; /* as the filter has it: "BY", "2021", "follow-up", "87" */
    guint count;
} cfa_facet_count;

typedef struct cfa_facets {
    GArray *counts[CFA_FACETS]; /* cfa_facet_count */
    /* The search is filtered by it already. Then another value would be an alternative to those, and leave
     * more hits, not fewer. */
    gboolean is_filtered[CFA_FACETS];
} cfa_facets;

/* The field of the query language that filters by a facet. */
cfa_field cfa_facet_field(cfa_facet facet);

/* The facets of a tally, in no order yet. */
cfa_facets *cfa_facets_new(const cfa_tally *tally);
void cfa_facets_free(cfa_facets *facets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_facets, cfa_facets_free)

/* What a search in this language alone finds; 0 leaves the language out. */
void cfa_facets_set_language(cfa_facets *facets, cfa_language language, guint count);

/* Marks the facets that the query filters by, where it does so for all that it finds. */
void cfa_facets_mark_filtered(cfa_facets *facets, const cfa_query *query);

/* Puts the most frequent first, equal ones by their labels in a language; years in the order of time. */
void cfa_facets_sort(cfa_facets *facets, cfa_language language);

/* What a person calls a value where that is another word: "Belarus" for the country "BY"; else NULL.
 * Static. */
const char *cfa_facet_label(cfa_facet facet, const char *value, cfa_language language);

/* Whether the values of a facet are numbers. */
gboolean cfa_facet_is_number(cfa_facet facet);

#endif
