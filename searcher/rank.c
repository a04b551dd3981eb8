#include "rank.h"

/* BM25's constants as Lucene and the TREC groups have them (Robertson and Zaragoza, The Probabilistic Relevance
 * Framework, 2009). */
static const double bm25_k1 = 1.2, bm25_k3 = 1, bm25_b = 0.75, bm25_least_length = 0.1;

/* So much more than any word weighs, that every word counts before all else. */
static const double every_word_factor = 20;

/* Feedback: how many stems of the hits believed are taken, and how much the most distinctive one weighs beside
 * a word of the question. Measured on two collections at once; see tests/relevance/README.md. */
enum { FEEDBACK_STEMS = 60, FEEDBACK_CANDIDATES = 6 * FEEDBACK_STEMS };
static const double feedback_factor = 0.6;

void cfa_rank_set_weight(xc_enquire *enquire, xc_error *error)
{
    xc_enquire_set_weight_bm25(enquire, bm25_k1, 0, bm25_k3, bm25_b, bm25_least_length, error);
}

xc_query *cfa_rank_every_first(xc_query *any, xc_query *all, xc_error *error)
{
    /* OR and not AND_MAYBE, which says more plainly what is meant but crashes libxapian 1.4.22 where a part of `all` matches
     * nothing: what `all` finds `any` finds too, so that the two are the same. */
    xc_query *both[] = {any, xc_query_scale_weight(every_word_factor, all, error)};
    return xc_query_combine(XC_OP_OR, both, G_N_ELEMENTS(both), 0, error);
}

/* The stems that tell the best hits from all other paragraphs, the most distinctive first, each weighed by how much it does. The same
 * documents have exact words and filters, which are no stems and are passed over. */
static xc_query *common_stems(xc_eset *found, xc_error *error)
{
    xc_query *stems[FEEDBACK_STEMS];
    size_t count = 0;
    double most = 0;
    for (uint32_t i = 0; i < xc_eset_size(found) && count < FEEDBACK_STEMS; i++) {
        size_t length = 0;
        const char *term = xc_eset_get_term(found, i, &length, error);
        const double weight = xc_eset_get_weight(found, i, error);
        if (term == NULL || term[0] != 'Z' || weight <= 0)
            continue;
        most = count == 0 ? weight : most;
        stems[count++] = xc_query_scale_weight(feedback_factor * weight / most,
                                               xc_query_term(term, length, 1, error), error);
    }
    return count > 0 ? xc_query_combine(XC_OP_OR, stems, count, 0, error) : NULL;
}

xc_query *cfa_rank_feedback(xc_query *query, xc_enquire *enquire, const xc_mset *mset, xc_error *error)
{
    xc_rset *believed = xc_rset_new(error);
    for (uint32_t i = 0; i < xc_mset_size(mset) && i < CFA_RANK_BELIEVED; i++)
        xc_rset_add_document(believed, xc_mset_get_docid(mset, i, error), error);
    xc_eset *found = xc_enquire_get_eset(enquire, FEEDBACK_CANDIDATES, believed, false, error);
    xc_query *stems = common_stems(found, error);
    xc_eset_free(found);
    xc_rset_free(believed);
    if (stems == NULL)
        return query;
    xc_query *both[] = {query, stems};
    return xc_query_combine(XC_OP_AND_MAYBE, both, G_N_ELEMENTS(both), 0, error);
}
