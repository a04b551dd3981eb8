/*
 * Measures of a ranking, from judgements and a run in the forms of TREC.
 *
 *     judgements   TOPIC 0 DOCUMENT GRADE              a grade over 0 is relevant, what has none is not
 *     run          TOPIC Q0 DOCUMENT RANK SCORE NAME   the rank alone orders; the score is not looked at
 *
 *     g_autoptr(cfa_judgements) judgements = cfa_judgements_parse(text, &error);
 *     g_autoptr(cfa_run) run = cfa_run_parse(other, &error);
 *     const cfa_measures mean = cfa_measures_mean(judgements, run, NULL, NULL);
 *
 * The measures are trec_eval's, over every topic that has a relevant document (its option -c): a topic that
 * the run does not answer counts 0.
 *
 *     nDCG@10      the sum of grade / log2(rank + 1) over ranks 1 to 10, divided by the same sum of the best
 *                  order that the judgements allow
 *     AP           the sum of (relevant up to here / rank) over the ranks of relevant documents, divided by
 *                  how many are relevant; its mean is MAP
 *     RR           1 / rank of the first relevant document; its mean is MRR
 *     P@5          relevant among the first five, divided by five
 *     recall@100   relevant among the first hundred, divided by how many are relevant
 *
 * AP and RR look at the whole run. Of documents with the same rank the one on the earlier line comes first. A
 * document that a topic names twice counts at its first rank, and the rest move up.
 */
#ifndef CFA_MEASURES_H
#define CFA_MEASURES_H

#include <glib.h>

typedef struct cfa_measures {
    double ndcg_10, average_precision, reciprocal_rank, precision_5, recall_100;
} cfa_measures;

typedef struct cfa_judgements {
    GPtrArray *topics;  /* char *, those with a relevant document, in the order of the text */
    GHashTable *grades; /* char * topic to GHashTable of char * document to grade, never 0 */
} cfa_judgements;

typedef struct cfa_run {
    GHashTable *rankings; /* char * topic to GPtrArray of char * document, best first */
} cfa_run;

/* NULL with *error, which names the line, where one is not of the form, or judges a document again. */
cfa_judgements *cfa_judgements_parse(const char *text, GError **error);
void cfa_judgements_free(cfa_judgements *judgements);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_judgements, cfa_judgements_free)

cfa_run *cfa_run_parse(const char *text, GError **error);
void cfa_run_free(cfa_run *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_run, cfa_run_free)

/* One topic of the judgements. */
cfa_measures cfa_measures_topic(const cfa_judgements *judgements, const cfa_run *run, const char *topic);

/* The mean over the topics; only over those whose name begins with `prefix`, where it is not NULL. All 0
 * where there is none. *topics, if not NULL, is how many there are. */
cfa_measures cfa_measures_mean(const cfa_judgements *judgements, const cfa_run *run, const char *prefix,
                               guint *topics);

#endif
