/*
 * Rank: what makes one paragraph weigh more than another, in two steps.
 *
 *     cfa_rank_set_weight(enquire, &failure);             first, for every paragraph: BM25 as libxapian has
 *                                                         it
 *     query = cfa_rank_every_first(any, all, &failure);   paragraphs with every word before the others
 *     …
 *     g_autoptr(cfa_ranking) ranking = cfa_ranking_new(index, plan, list, every, &failure);
 *
 * then, for the best of them: each word is weighed with all that it stands for in the paragraph's language,
 * and what answers the question best tells what else to look for. tests/relevance measures each part; what
 * did not pay is written down there.
 */
#ifndef CFA_RANK_H
#define CFA_RANK_H

#include "plan.h"
#include "shortlist.h"

enum { CFA_RANK_CANDIDATES = 300 }; /* the most hits of the first step that the second ranks again */

/* Why a paragraph weighs what it does: one word's share. */
typedef struct cfa_reason {
    char *word; /* as typed, folded; NULL for what nobody typed: what the best hits have in common, the
                   section, the case text */
    char *term; /* the stem that is in the paragraph, those of an expression parted by blanks; of a citation
                   what it is in the query language; NULL for section and case text */
    cfa_language language; /* of the stem */
    cfa_path path;         /* from the word to the stem */
    double probability;    /* that the stem was meant */
    double weight;         /* its share of the score */
} cfa_reason;

/* How much a word tells that so many documents of all have: BM25's idf as Lucene has it, never below 0. */
double cfa_rank_rarity(double documents, double frequency);

/* Gives an enquire the weights of the first step. */
void cfa_rank_set_weight(xc_enquire *enquire, xc_error *error);

/* A query that finds what `any` finds, with what `all` finds first. Consumes both. */
xc_query *cfa_rank_every_first(xc_query *any, xc_query *all, xc_error *error);

typedef struct cfa_ranking cfa_ranking;

/* Whether the best hits of a plan's question tell what else to look for; and how many hits of the first step
 * are ranked again. */
gboolean cfa_rank_learns(const cfa_plan *plan);
guint cfa_rank_candidates(const cfa_plan *plan);

/* Ranks the first paragraphs of a list again, cfa_rank_candidates() of them. The first `every`, which have
 * every word, stay before the others. All is borrowed, the list only during the call. A database that cannot
 * be read is an error, and the ranking of no use. */
cfa_ranking *cfa_ranking_new(const cfa_index *index, const cfa_plan *plan, const cfa_shortlist *list,
                             guint every, xc_error *error);
void cfa_ranking_free(cfa_ranking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_ranking, cfa_ranking_free)

/* How many hits were ranked; for each, best first, where it stands in the list, and its score. */
guint cfa_ranking_size(const cfa_ranking *ranking);
guint cfa_ranking_place(const cfa_ranking *ranking, guint rank);
double cfa_ranking_score(const cfa_ranking *ranking, guint rank);

/* The language of the hit's paragraph. */
cfa_language cfa_ranking_language(const cfa_ranking *ranking, guint rank);

/* What a path is called: "typed", "translated", "expression", "learned", "citation", "section", "case_text".
 * Static. */
const char *cfa_path_name(cfa_path path);

/* The reasons of a hit, cfa_reason, the heaviest first: their weights add up to the score. A new array that
 * owns them. */
GPtrArray *cfa_ranking_reasons(const cfa_ranking *ranking, guint rank);

#endif
