/*
 * Rank: the second step of a search. The best paragraphs of the first (shortlist.h) are weighed again: each
 * word with all that it stands for in the paragraph's language, and what answers the question best tells what
 * else to look for.
 *
 *     g_autoptr(cfa_ranking) ranking = cfa_ranking_new(index, plan, list, every, &failure);
 *     cfa_ranking_place(ranking, 0);                           where the best one stands in the list
 *
 * tests/relevance measures each part; what did not pay is written down there.
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
