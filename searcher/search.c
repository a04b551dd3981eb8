#include "searching.h"

#include "annotate.h"
#include "idiom.h"
#include "lookup.h"
#include "principles.h"
#include "query_print.h"
#include "suggest.h"

enum {
    EVERY_WORD_ENOUGH = 10, /* groups with every word: a page of them needs no others behind them */
    /* What a question may take, in looks at every paragraph of the index; what the passages of the fullest
     * answer take of that; and how often its plan is run: to find what is listed, and what is shown. */
    LOOKS = 40,
    LOOKS_SHOWN = 34,
    RUNS = 2
};

/* So many times what any word weighs, so that every word counts before all else. */
static const double every_word_factor = 20;

/* ---- the plan ---- */

/* How many looks at every paragraph a plan may take, so that the whole takes no more than is agreed on for
 * the longest questions (tests/bench/README.md): the fewer, the more often it is run, and the more is shown
 * of what it finds. */
static double looks_of(const cfa_request *request)
{
    const guint relaxing = request->match == CFA_MATCH_AUTO ? 1 : 0;
    const guint counting = request->facets ? CFA_LANGUAGES : 0;
    const double shown = MIN((double)request->limit * request->passages / CFA_PASSAGES_SHOWN, 1);
    return (LOOKS - LOOKS_SHOWN * shown) / (RUNS + relaxing + counting);
}

/* The plan of a query, in some of the languages that are asked for; that leaves out what `like` did, unless
 * it is NULL. */
static cfa_plan *plan_in(const cfa_searching *search, const cfa_query *query, cfa_language_set languages,
                         gboolean every, const cfa_plan *like, cfa_error *error)
{
    const cfa_request *request = search->request;
    const cfa_plan_options options = {.languages = languages,
                                      .preferred = request->preferred,
                                      .as_typed = request->as_typed,
                                      .every = every,
                                      .passes_unknown = request->match == CFA_MATCH_AUTO,
                                      .looks = looks_of(request),
                                      .like = like};
    return cfa_plan_make(search->index, query, &options, error);
}

static cfa_plan *plan_of(const cfa_searching *search, const cfa_query *query, gboolean every,
                         cfa_error *error)
{
    return plan_in(search, query, search->request->languages, every, NULL, error);
}

static gboolean make_plan(cfa_searching *search, gboolean every, cfa_error *error)
{
    cfa_plan_free(search->plan);
    search->plan = plan_of(search, search->query, every, error);
    return search->plan != NULL;
}

/* A query that finds what `any` finds, with what `all` finds first. Takes both. */
static xc_query *every_first(xc_query *any, xc_query *all, xc_error *error)
{
    /* OR and not AND_MAYBE, which says more plainly what is meant but crashes libxapian 1.4.22 where a part
     * of `all` matches nothing: what `all` finds `any` finds too, so that the two are the same. */
    xc_query *both[] = {any, xc_query_scale_weight(every_word_factor, all, error)};
    return xc_query_combine(XC_OP_OR, both, G_N_ELEMENTS(both), 0, error);
}

/* Widens the plan to what has some of the words, after what has them all; TRUE also when that is not asked
 * for or not needed. */
static gboolean relax(cfa_searching *search, guint every, cfa_error *error)
{
    if (search->request->match != CFA_MATCH_AUTO || search->plan->parts < 2 || every >= EVERY_WORD_ENOUGH)
        return TRUE;
    g_autoptr(xc_query) all = g_steal_pointer(&search->plan->query);
    if (!make_plan(search, FALSE, error))
        return FALSE;
    if (every > 0)
        search->plan->query = every_first(search->plan->query, g_steal_pointer(&all), &search->failure);
    search->answer->relaxed = TRUE;
    return TRUE;
}

/* How many groups have every word, where they are too few; else that many or more. */
static guint count_groups(cfa_searching *search)
{
    const guint each = cfa_searching_each(search), most = EVERY_WORD_ENOUGH * each;
    g_autoptr(GHashTable) groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(xc_enquire) enquire = cfa_searching_enquire(search, each);
    /* So it ends at the first that are enough, whichever they are. */
    xc_enquire_set_weight_bool(enquire, &search->failure);
    g_autoptr(xc_mset) mset = xc_enquire_get_mset(enquire, 0, most, most, &search->failure);
    search->every = xc_mset_size(mset);
    for (guint i = 0; i < search->every; i++) {
        const char *group = xc_mset_get_collapse_key(mset, i, NULL, &search->failure);
        g_hash_table_add(groups, g_strdup(group != NULL ? group : ""));
    }
    return g_hash_table_size(groups);
}

/* ---- all that was found ---- */

/* Counts for each language that was read only where another one lacks a paragraph what a search in it alone
 * finds. */
static gboolean count_languages(cfa_searching *search, cfa_error *error)
{
    const gboolean every = search->request->match != CFA_MATCH_ANY && !search->answer->relaxed;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        const cfa_language_set one = CFA_LANGUAGE_BIT(l);
        if ((search->plan->behind & one) == 0)
            continue;
        g_autoptr(cfa_plan) plan = plan_in(search, search->query, one, every, search->plan, error);
        g_autoptr(cfa_tally) tally = plan != NULL ? cfa_tally_take(search->index->counts, plan->query,
                                                                   search->request->by_paragraph, error)
                                                  : NULL;
        if (tally == NULL)
            return FALSE;
        cfa_facets_set_language(search->answer->facets, (cfa_language)l, cfa_tally_hits(tally));
    }
    return TRUE;
}

static gboolean count_facets(cfa_searching *search, cfa_error *error)
{
    cfa_answer *answer = search->answer;
    g_autoptr(cfa_tally) tally =
        cfa_tally_take(search->index->counts, search->plan->query, search->request->by_paragraph, error);
    if (tally == NULL)
        return FALSE;
    answer->lower = answer->estimated = answer->upper = cfa_tally_hits(tally);
    answer->facets = cfa_facets_new(tally);
    if (!count_languages(search, error))
        return FALSE;
    cfa_facets_mark_filtered(answer->facets, search->query);
    if (search->request->languages != 0)
        answer->facets->is_filtered[CFA_FACET_LANGUAGE] = TRUE;
    cfa_facets_sort(answer->facets, CFA_ENGLISH);
    return TRUE;
}

/* ---- what was probably meant ---- */

/* Whether a query would find anything, asked as this one is; one beyond a limit would not. FALSE with
 * *error. */
static gboolean would_find(cfa_searching *search, const char *text, cfa_error *error)
{
    cfa_error refusal = {.status = CFA_OK};
    g_autoptr(cfa_query) query = cfa_searching_read(search->request, text, &refusal);
    g_autoptr(cfa_plan) plan =
        query != NULL ? plan_of(search, query, search->request->match == CFA_MATCH_ALL, &refusal) : NULL;
    if (plan == NULL) {
        if (refusal.status != CFA_USAGE)
            *error = refusal;
        return FALSE;
    }
    return cfa_lookup_finds(search->index, g_steal_pointer(&plan->query), &search->failure);
}

/* Suggests a text, which may be NULL, where nothing is yet and it would find something. */
static void offer(cfa_searching *search, const char *text, cfa_error *error)
{
    char **suggestion = &search->answer->suggestion;
    if (*suggestion == NULL && text != NULL && error->status == CFA_OK && would_find(search, text, error))
        *suggestion = g_strdup(text);
}

/* Offers the query without the filters of one field: those that tell least of what was meant are left out
 * first. */
static void offer_wider(cfa_searching *search, cfa_error *error)
{
    for (int field = CFA_FIELDS - 1; field >= 0 && search->answer->suggestion == NULL; field--) {
        g_autoptr(cfa_query) wider = cfa_query_without(search->query, (cfa_field)field);
        g_autofree char *text = wider != NULL ? cfa_query_print(wider) : NULL;
        offer(search, text, error);
    }
}

static gboolean suggest(cfa_searching *search, cfa_error *error)
{
    const cfa_language typed = search->plan->language, shown = search->request->preferred;
    g_autofree char *corrected = cfa_suggest(search->index, search->query, typed, shown, &search->failure);
    g_autofree char *filtered =
        cfa_suggest_filters(search->index, search->query, corrected,
                            shown != CFA_LANGUAGE_UNKNOWN ? shown : typed, &search->failure);
    cfa_error failure = {.status = CFA_OK};
    offer(search, filtered, &failure);
    offer(search, corrected, &failure);
    if (search->answer->upper == 0) {
        offer_wider(search, &failure);
        offer(search, search->answer->as_words, &failure);
    }
    if (failure.status != CFA_OK && error != NULL)
        *error = failure;
    return failure.status == CFA_OK;
}

/* ---- principles ---- */

/* The language to show them in: of those that were asked for. */
static cfa_language language_of_principles(const cfa_searching *search)
{
    const cfa_language shown = cfa_searching_language(search);
    const cfa_language_set wanted = search->request->languages;
    return wanted == 0 || (wanted & CFA_LANGUAGE_BIT(shown)) != 0 ? shown : search->request->preferred;
}

/* Looks for the principles that are cited; else for those that answer the words, each of which counts once.
 * Above the first hits alone. */
static gboolean find_principles(cfa_searching *search, cfa_error *error)
{
    const cfa_language language = language_of_principles(search);
    g_autoptr(GPtrArray) cited = cfa_principles_cited(search->index, search->query, language, error);
    if (cited == NULL)
        return FALSE;
    if (search->request->offset == 0 && cited->len > 0) {
        search->answer->principles = g_steal_pointer(&cited);
        return TRUE;
    }
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (guint i = 0; search->request->offset == 0 && i < search->plan->words->len; i++) {
        char *word = ((const cfa_plan_word *)g_ptr_array_index(search->plan->words, i))->word;
        if (!g_ptr_array_find_with_equal_func(words, word, g_str_equal, NULL))
            g_ptr_array_add(words, word);
    }
    search->answer->principles =
        cfa_principles_find(search->index, words, language, search->request->as_typed, error);
    return search->answer->principles != NULL;
}

/* ---- what the hits say of themselves ---- */

static gboolean name_hits(cfa_searching *search, cfa_error *error)
{
    const cfa_filter filter = search->request->by_paragraph ? CFA_FILTER_ID : CFA_FILTER_CASE_TEXT;
    g_autoptr(GPtrArray) hits = cfa_answer_hits_by_id(search->answer);
    for (guint i = 0; i < hits->len; i++) {
        cfa_hit *hit = g_ptr_array_index(hits, i);
        if (hit->record == NULL)
            return cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1,
                                 "%s was found, but none of its paragraphs", hit->id);
        hit->languages = cfa_lookup_languages(search->index, filter, hit->id, &search->failure);
        g_free(hit->id);
        hit->id = g_strdup(search->request->by_paragraph ? hit->record->id : hit->record->case_text_id);
    }
    return search->failure.status == XC_OK || cfa_database_error(error, &search->failure);
}

/* ---- the whole ---- */

/* Where nothing that is cited has the words beside the citation, "ILO, CFA" before one that was pasted, it is
 * searched without them. */
static gboolean find_cited_alone(cfa_searching *search, cfa_error *error)
{
    g_autoptr(cfa_query) alone = NULL;
    if (search->answer->upper == 0 && search->request->match == CFA_MATCH_AUTO)
        alone = cfa_query_citations_alone(search->query);
    if (alone == NULL)
        return TRUE;
    search->answer->relaxed = TRUE;
    cfa_plan_free(search->plan);
    search->plan = plan_of(search, alone, TRUE, error);
    return search->plan != NULL && cfa_searching_groups(search, error);
}

static gboolean run(cfa_searching *search, cfa_error *error)
{
    cfa_answer *answer = search->answer;
    const gboolean is_likeness = search->query->is_likeness;
    if (!make_plan(search, search->request->match != CFA_MATCH_ANY, error))
        return FALSE;
    if (search->plan->parts > 1 && search->request->match == CFA_MATCH_AUTO)
        answer->every = count_groups(search);
    if (!relax(search, answer->every, error) || !cfa_searching_groups(search, error) ||
        !find_cited_alone(search, error))
        return FALSE;
    if (search->failure.status == XC_OK && search->request->facets && !count_facets(search, error))
        return FALSE;
    if (!is_likeness && !suggest(search, error))
        return FALSE;
    answer->relaxed = answer->relaxed && answer->upper > answer->every;
    answer->matches_any = answer->relaxed || search->request->match == CFA_MATCH_ANY;
    if (search->failure.status == XC_OK && !cfa_searching_passages(search, error))
        return FALSE;
    if (search->failure.status != XC_OK)
        return cfa_database_error(error, &search->failure);
    answer->left_out = g_ptr_array_ref(search->plan->left_out);
    answer->unknown = g_ptr_array_ref(search->plan->unknown);
    answer->cut = g_ptr_array_ref(search->plan->cut);
    return name_hits(search, error) &&
           (!search->request->annotate || cfa_annotate(search->index, search->plan, answer, error)) &&
           (is_likeness || find_principles(search, error));
}

cfa_answer *cfa_search_query(const cfa_index *index, const cfa_query *query, const cfa_request *request,
                             cfa_error *error)
{
    const gint64 started = g_get_monotonic_time();
    g_autoptr(cfa_answer) answer = g_new0(cfa_answer, 1);
    answer->query = g_strdup(query->text);
    answer->parsed = cfa_query_print(query);
    answer->unread = g_ptr_array_ref(query->unread);
    answer->as_words = query->has_idiom && !query->is_citation ? cfa_idiom_as_words(query->text) : NULL;
    answer->by_paragraph = request->by_paragraph;
    char id[CFA_CITATION_ID_SIZE];
    answer->cites = request->cites != NULL ? g_strdup(cfa_citation_id(request->cites, id)) : NULL;
    answer->generation = index->generation;
    answer->offset = request->offset;
    answer->limit = request->limit;
    answer->hits = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_hit_free);
    cfa_searching search = {.index = index,
                            .request = request,
                            .query = query,
                            .answer = answer,
                            .group_filter = request->by_paragraph ? CFA_FILTER_PARAGRAPH : CFA_FILTER_RUN,
                            .group_slot = request->by_paragraph ? CFA_SLOT_PARAGRAPH : CFA_SLOT_RUN,
                            .hits = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                            .shown = g_hash_table_new(g_direct_hash, g_direct_equal),
                            .ranked = g_array_new(FALSE, FALSE, sizeof(cfa_ranked_paragraph)),
                            .failure = XC_ERROR_INIT};
    if (request->cites != NULL)
        search.cited = cfa_cited_find(index->database, request->cites, &search.failure);
    const gboolean well = cfa_searching_check_countries(index, request, error) && run(&search, error) &&
                          cfa_index_held(index, error);
    cfa_cited_free(search.cited);
    g_hash_table_unref(search.hits);
    g_hash_table_unref(search.shown);
    g_array_unref(search.ranked);
    cfa_plan_free(search.plan);
    answer->took_ms = (double)(g_get_monotonic_time() - started) / 1000;
    return well ? g_steal_pointer(&answer) : NULL;
}

cfa_answer *cfa_search(const cfa_index *index, const cfa_request *request, cfa_error *error)
{
    const gint64 started = g_get_monotonic_time();
    g_autoptr(cfa_query) query = cfa_search_read(request, error);
    cfa_answer *answer = query != NULL ? cfa_search_query(index, query, request, error) : NULL;
    if (answer != NULL)
        answer->took_ms = (double)(g_get_monotonic_time() - started) / 1000;
    return answer;
}
