/* The passages of the hits of a search. */
#include "searching.h"

#include "citing.h"
#include "filters.h"
#include "lookup.h"
#include "plan_filter.h"

enum {
    SNIPPET_BYTES = 300,
    CITING_BYTES = 600, /* sentences are shown whole that cite */
    MANY_WORDS = 8,     /* and more, each as often as it is typed */
};

/* How much a paragraph that no words rank is preferred for its section, and for its language. */
static const double prefer_recommendations = 10, prefer_conclusions = 5, prefer_english = 0.2,
                    prefer_french = 0.1;

static xc_query *prefer(cfa_filter filter, const char *value, double factor, xc_error *failure)
{
    return xc_query_scale_weight(factor, cfa_filter_query(filter, value, failure), failure);
}

cfa_language cfa_searching_language(const cfa_searching *search)
{
    if (search->plan->language != CFA_LANGUAGE_UNKNOWN)
        return search->plan->language;
    return search->request->preferred != CFA_LANGUAGE_UNKNOWN ? search->request->preferred : CFA_ENGLISH;
}

/* Of many hits fewer are shown than were asked for: an answer is held in memory. Where there are many words
 * to mark each takes longer, so that there are fewer still. */
static guint passages_wanted(const cfa_searching *search)
{
    const guint all =
        search->plan->words->len > MANY_WORDS ? CFA_PASSAGES_SHOWN_OF_MANY_WORDS : CFA_PASSAGES_SHOWN;
    const guint room = all / MAX(search->answer->hits->len, 1);
    return search->request->by_paragraph ? 1 : MIN(search->request->passages, room);
}

/* Whether a hit can do with more passages in a language; in any that is not known, only one without any. */
static gboolean wants_passages(const cfa_searching *search, const cfa_hit *hit, cfa_language language)
{
    return hit->record == NULL ||
           (language != CFA_LANGUAGE_UNKNOWN && hit->passages->len < passages_wanted(search));
}

/* The plan, within the groups that want passages, and within a language unless it is unknown; where words do
 * not decide, telling sections first. NULL when there is no such group. */
static xc_query *passages_query(cfa_searching *search, cfa_language language)
{
    xc_error *failure = &search->failure;
    g_autoptr(GPtrArray) groups = g_ptr_array_new();
    g_autoptr(GPtrArray) hits = cfa_answer_hits_by_id(search->answer);
    for (guint i = 0; i < hits->len; i++) {
        const cfa_hit *hit = g_ptr_array_index(hits, i);
        if (wants_passages(search, hit, language))
            g_ptr_array_add(groups, cfa_plan_filter(search->group_filter, hit->id, failure));
    }
    if (groups->len == 0)
        return NULL;
    xc_query *within[] = {xc_query_copy(search->plan->query, failure), cfa_any_of(groups, failure),
                          language != CFA_LANGUAGE_UNKNOWN
                              ? cfa_plan_filter(CFA_FILTER_LANGUAGE, cfa_language_code(language), failure)
                              : xc_query_match_all(failure)};
    xc_query *found = xc_query_combine(XC_OP_FILTER, within, G_N_ELEMENTS(within), 0, failure);
    /* Among words these only break ties; paragraphs that were cited stand in the order of print. */
    const double scale = search->plan->ranked ? 1e-6 : 1,
                 section_scale = search->plan->ranked || !search->plan->in_order ? scale : 0;
    xc_query *parts[] = {
        found, prefer(CFA_FILTER_LANGUAGE, cfa_language_code(CFA_ENGLISH), scale * prefer_english, failure),
        prefer(CFA_FILTER_LANGUAGE, cfa_language_code(CFA_FRENCH), scale * prefer_french, failure),
        prefer(CFA_FILTER_SECTION, cfa_section_name(CFA_SECTION_RECOMMENDATIONS),
               section_scale * prefer_recommendations, failure),
        prefer(CFA_FILTER_SECTION, cfa_section_name(CFA_SECTION_CONCLUSIONS),
               section_scale * prefer_conclusions, failure)};
    return xc_query_combine(XC_OP_AND_MAYBE, parts, G_N_ELEMENTS(parts), 0, failure);
}

/* Whether a document is to be one of a hit's passages: not if it is one, or there are enough. */
static gboolean is_passage(cfa_searching *search, const cfa_hit *hit, xc_docid docid)
{
    return hit->passages->len < passages_wanted(search) &&
           g_hash_table_add(search->shown, GUINT_TO_POINTER(docid));
}

/* Adds a document to a hit's passages, and frees it. */
static gboolean add_passage(cfa_searching *search, cfa_hit *hit, xc_document *document, double score,
                            cfa_error *error)
{
    cfa_record *record = cfa_lookup_record(document, &search->failure, error);
    if (record == NULL)
        return FALSE;
    /* One language a hit: that of its best passage. */
    if (hit->record != NULL && hit->record->text->language != record->text->language) {
        cfa_record_free(record);
        return TRUE;
    }
    cfa_passage *passage = g_new0(cfa_passage, 1);
    passage->record = record;
    passage->score = score;
    passage->snippet = search->cited != NULL
                           ? cfa_citing_snippet(record->paragraph, search->cited, CITING_BYTES)
                           : cfa_passage_snippet(record->paragraph->text, record->text->language,
                                                 search->plan->marks, SNIPPET_BYTES);
    g_ptr_array_add(hit->passages, passage);
    if (hit->record == NULL)
        hit->record = record;
    return TRUE;
}

static gboolean take_passages(cfa_searching *search, xc_mset *mset, cfa_error *error)
{
    for (uint32_t i = 0; i < xc_mset_size(mset); i++) {
        const char *group = xc_mset_get_collapse_key(mset, i, NULL, &search->failure);
        cfa_hit *hit = group != NULL ? g_hash_table_lookup(search->hits, group) : NULL;
        const xc_docid docid = xc_mset_get_docid(mset, i, &search->failure);
        const double score = xc_mset_get_weight(mset, i, &search->failure);
        if (hit == NULL || !is_passage(search, hit, docid))
            continue;
        /* What was just found need not be looked for. */
        xc_document *document = xc_mset_get_document(mset, i, &search->failure);
        if (!add_passage(search, hit, document, score, error))
            return FALSE;
    }
    return TRUE;
}

/* Finds passages, within a language or in any, of the groups that want them. */
static gboolean find_passages_in(cfa_searching *search, cfa_language language, cfa_error *error)
{
    xc_error *failure = &search->failure;
    /* So many of each group that enough are among them beside those that are shown already; or, in any
     * language, of its best one. */
    const guint wanted = passages_wanted(search);
    const uint32_t each = language != CFA_LANGUAGE_UNKNOWN ? 2 * wanted - 1 : wanted * CFA_LANGUAGES;
    g_autoptr(xc_query) query = passages_query(search, language);
    if (query == NULL)
        return TRUE;
    g_autoptr(xc_enquire) enquire = cfa_searching_enquire(search, each);
    xc_enquire_set_query(enquire, query, failure);
    /* Of equal ones of a case text the first; of a paragraph that two case texts have, the one that
     * cfa_browse_paragraph() reads. */
    const cfa_slot among_equals = search->request->by_paragraph ? CFA_SLOT_RUN : CFA_SLOT_NEWEST;
    xc_enquire_set_sort_by_relevance_then_value(enquire, among_equals, TRUE, failure);
    g_autoptr(xc_mset) mset = xc_enquire_get_mset(enquire, 0, search->answer->hits->len * each, 0, failure);
    return take_passages(search, mset, error);
}

/* Shows first what gave a hit its place. */
static gboolean take_ranked_passages(cfa_searching *search, cfa_error *error)
{
    /* Where a case text is ranked by one of its paragraphs, that need not be its best. */
    if (!search->request->by_paragraph && cfa_searching_each(search) == 1)
        return TRUE;
    for (guint i = 0; i < search->ranked->len; i++) {
        const cfa_ranked_paragraph *one = &g_array_index(search->ranked, cfa_ranked_paragraph, i);
        if (one->language != cfa_searching_language(search) || !is_passage(search, one->hit, one->docid))
            continue;
        xc_document *document =
            xc_database_get_document(search->index->database, one->docid, &search->failure);
        if (!add_passage(search, one->hit, document, one->score, error))
            return FALSE;
    }
    return TRUE;
}

/* Tells how many passages a hit shows at most, where one may have had more. */
static void tell_passages(cfa_searching *search)
{
    const guint most = passages_wanted(search);
    for (guint i = 0; i < search->answer->hits->len; i++) {
        const cfa_hit *hit = g_ptr_array_index(search->answer->hits, i);
        if (!search->request->by_paragraph && most < search->request->passages && hit->passages->len >= most)
            search->answer->passages_each = most;
    }
}

gboolean cfa_searching_passages(cfa_searching *search, cfa_error *error)
{
    if (!take_ranked_passages(search, error) ||
        !find_passages_in(search, cfa_searching_language(search), error) ||
        !find_passages_in(search, CFA_LANGUAGE_UNKNOWN, error))
        return FALSE;
    tell_passages(search);
    return TRUE;
}
