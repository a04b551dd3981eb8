/*
 * A search under way: what its steps have in common. A request is read (search_request.c), and what it finds
 * is grouped (search_groups.c) and shown by passages (search_passages.c); search.c takes one step after the
 * other.
 */
#ifndef CFA_SEARCHING_H
#define CFA_SEARCHING_H

#include "cited.h"
#include "plan.h"
#include "rank.h"
#include "search.h"

typedef struct cfa_searching {
    const cfa_index *index;
    const cfa_request *request;
    const cfa_query *query;
    cfa_plan *plan;
    cfa_cited *cited; /* by what is asked for, or NULL */
    cfa_answer *answer;
    cfa_filter group_filter;
    cfa_slot group_slot;
    guint every;       /* paragraphs with every word that are among the first, where the plan was relaxed */
    GHashTable *hits;  /* the group's identifier -> cfa_hit, borrowed */
    GHashTable *shown; /* docids that are passages already */
    GArray *ranked;    /* cfa_ranked_paragraph: of the hits, the best first */
    xc_error failure;
} cfa_searching;

/* A paragraph that gave a hit its place. */
typedef struct cfa_ranked_paragraph {
    cfa_hit *hit;
    xc_docid docid;
    cfa_language language;
    double score;
} cfa_ranked_paragraph;

/* ---- requests: search_request.c ---- */

/* The query of a text, with the filters of the request and what is to be cited. NULL with *error: as query.h
 * has it. */
cfa_query *cfa_searching_read(const cfa_request *request, const char *text, cfa_error *error);

/* Refuses a filter by a country that there is none of: beside a query it is chosen and not typed. FALSE with
 * *error: CFA_USAGE "bad-value". */
gboolean cfa_searching_check_countries(const cfa_index *index, const cfa_request *request, cfa_error *error);

/* ---- groups: search_groups.c ---- */

/* A search by the plan for so many of each group: the caller's. What fails is in search->failure, here and
 * below. */
xc_enquire *cfa_searching_enquire(cfa_searching *search, uint32_t each);

/* How many paragraphs of a group are found. */
guint cfa_searching_each(const cfa_searching *search);

/* Finds the groups of the page that is asked for, by the plan, and makes them the hits of the answer, with
 * its totals. FALSE with *error. */
gboolean cfa_searching_groups(cfa_searching *search, cfa_error *error);

/* ---- passages: search_passages.c ---- */

/* The language to show where a hit is as good in several: that of the words typed, else the reader's own. */
cfa_language cfa_searching_language(const cfa_searching *search);

/* Finds the passages of every hit. A case text says the same in each language: it is shown in the one asked
 * in, where that has any of what was found. FALSE with *error, or in search->failure. */
gboolean cfa_searching_passages(cfa_searching *search, cfa_error *error);

#endif
