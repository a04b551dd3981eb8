/*
 * A plan under way: what planning the tree of a query (plan.c), its words (plan_words.c) and its limits
 * (plan_limit.c) have in common.
 */
#ifndef CFA_PLANNING_H
#define CFA_PLANNING_H

#include "plan.h"

/* How what is planned at the moment stands in the query around it. */
typedef struct cfa_planning_scope {
    gboolean passes_unknown; /* words that no text has are not asked for */
    gboolean keep_stopwords; /* nothing else was typed, or a sign asks for them */
    gboolean is_negative;    /* what is planned is not wanted */
    gboolean is_signed;      /* a sign asks for all that is planned, or excludes it */
    guint depth;             /* of brackets and ORs around what is planned; 1 for none */
    GHashTable *seen;        /* what was planned of the row at hand; keys */
} cfa_planning_scope;

/* What the query has and costs, and how much of it was come to: of plan_limit.c. */
typedef struct cfa_planning_budget {
    const cfa_plan *like;     /* that leaves out the same; or NULL */
    guint parts;              /* that the query has: words, phrases, fields, what stands in brackets */
    guint prefixes;           /* of them */
    guint paragraphs;         /* of the index */
    double looks, most_looks; /* at a paragraph, that what was planned takes; and that all may take */
    double narrowing_looks;   /* the same of fields that are searched whatever the rest takes */
    guint prefixes_planned, exclusions_planned, placed_planned; /* placed: phrases and NEARs */
} cfa_planning_budget;

typedef struct cfa_planning {
    const xc_database *database;
    cfa_meanings *meanings;
    GHashTable *meanings_of; /* WORD node -> GPtrArray of cfa_meaning */
    cfa_language_set languages;
    cfa_language first;      /* whose texts are read first; unknown where all are alike */
    cfa_language_set behind; /* those whose texts are read only where they are missing in the first */
    gboolean every;
    GHashTable *left_out; /* words over the limit; keys borrowed from made->left_out */
    cfa_planning_scope scope;
    cfa_planning_budget budget;
    cfa_plan *made;
    xc_error error;
} cfa_planning;

enum { CFA_PLAN_PREFIXES = 16 /* that are searched */ };

/* Queries to be combined. */
typedef GPtrArray cfa_query_list;

/* Adds a query, which is then the list's; NULL is none. */
void cfa_planning_add(cfa_query_list *list, xc_query *query);

/* Combines and empties the list; NULL for an empty one. */
xc_query *cfa_planning_combine(cfa_planning *plan, xc_query_op op, cfa_query_list *list, guint parameter);

/* Combines two queries, which are gone then; the other one where one is NULL. */
xc_query *cfa_planning_combine_two(cfa_planning *plan, xc_query_op op, xc_query *left, xc_query *right);

/* ---- words: plan_words.c ---- */

/* The query of a node of that kind, marked and ranked by; NULL for one that is passed over, left out, or only
 * ranks. */
xc_query *cfa_planning_word(cfa_planning *plan, const cfa_node *node);
xc_query *cfa_planning_phrase(cfa_planning *plan, const cfa_node *node);
xc_query *cfa_planning_near(cfa_planning *plan, const cfa_node *node);
xc_query *cfa_planning_prefix(cfa_planning *plan, const cfa_node *node);
xc_query *cfa_planning_term(cfa_planning *plan, const cfa_node *node);

/* Ranks by a word with its meanings, unless it is excluded or has none. */
void cfa_planning_rank(cfa_planning *plan, const char *word, GPtrArray *meanings, double weight);

/* ---- limits: plan_limit.c ---- */

/* Adds copies of all but the CFA_QUERY_WORDS rarest of some folded words to those left out, those of too many
 * that no text has first. */
void cfa_planning_limit_words(cfa_planning *plan, const GPtrArray *typed);

/* Whether a phrase or a NEAR can be searched. Each reads where its words stand in every paragraph that has
 * them all, so that there may be but a few; but for those of a rare word. One that cannot is left out, here
 * and below. */
gboolean cfa_planning_affords_places(cfa_planning *plan, const cfa_node *node);

/* The same of a prefix, of which there may be CFA_PLAN_PREFIXES. */
gboolean cfa_planning_affords_prefix(cfa_planning *plan, const cfa_node *node);

/* The same of a word by its meanings, those that are searched; of a word as typed; of a field; and of what
 * leaves all the rest of the index. */
gboolean cfa_planning_affords_word(cfa_planning *plan, const cfa_node *node, const GPtrArray *meanings);
gboolean cfa_planning_affords_exact(cfa_planning *plan, const cfa_node *node);
gboolean cfa_planning_affords_field(cfa_planning *plan, const cfa_node *node);
gboolean cfa_planning_affords_rest(cfa_planning *plan, const cfa_node *node);

#endif
