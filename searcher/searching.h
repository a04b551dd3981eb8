/*
 * A search under way: what the finding of groups (search.c) and that of their passages (search_passages.c) have in common.
 */
#ifndef CFA_SEARCHING_H
#define CFA_SEARCHING_H

#include "cited.h"
#include "plan.h"
#include "rank.h"
#include "search.h"

/* A search under way. */
typedef struct cfa_searching {
    const cfa_index *index;
    const cfa_request *request;
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

/* A search by the plan for so many of each group: the caller's. What fails is in search->failure, here and below. */
xc_enquire *cfa_searching_enquire(cfa_searching *search, uint32_t each);

/* How many paragraphs of a group are found. */
guint cfa_searching_each(const cfa_searching *search);

/* The language to show where a hit is as good in several: that of the words typed, else the reader's own. */
cfa_language cfa_searching_language(const cfa_searching *search);

/* Finds the passages of every hit. A case text says the same in each language: it is shown in the one asked in, where that has any of
 * what was found. FALSE with *error, or in search->failure. */
gboolean cfa_searching_passages(cfa_searching *search, cfa_error *error);

#endif
