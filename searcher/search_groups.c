/* Which groups a search finds, and in which order: the hits of an answer, without their passages. */
#include "searching.h"

#include "bm25.h"

#include <string.h>

enum {
    PARAGRAPHS_RANKED = 3, /* of a case text, where a long question ranks case texts: which is best is seen
                              when they are ranked again */
    /* Groups that are counted one by one, so that their number is the same whatever the shards; of more there
       is an estimate. */
    COUNTED = CFA_LIMIT_MAX,
    /* Where words rank them: of so many paragraphs at most. To count more would take as long as to find
     * them. */
    COUNTED_RANKED = 5000
};

/* What is like a text scores so much of what the likest does, or of what the words of the text weigh. Less
 * was hardly ever what a reader judged to be like (tests/relevance). */
static const double least_likeness = 0.15;

/* Whether words give the hits their order. */
static gboolean is_ranked(const cfa_searching *search)
{
    return search->request->sort == CFA_SORT_RELEVANCE && search->plan->words->len > 0;
}

/* Whether they do so by what their best have in common, too. */
static gboolean learns(const cfa_searching *search)
{
    return is_ranked(search) && cfa_rank_learns(search->plan);
}

static void set_order(cfa_searching *search, xc_enquire *enquire)
{
    xc_error *failure = &search->failure;
    switch (search->request->sort) {
    case CFA_SORT_NEWEST:
        xc_enquire_set_sort_by_value_then_relevance(enquire, CFA_SLOT_NEWEST, TRUE, failure);
        return;
    case CFA_SORT_OLDEST:
        xc_enquire_set_sort_by_value_then_relevance(enquire, CFA_SLOT_OLDEST, FALSE, failure);
        return;
    case CFA_SORT_REPORT:
        xc_enquire_set_sort_by_value_then_relevance(enquire, CFA_SLOT_REPORT, FALSE, failure);
        return;
    case CFA_SORT_RELEVANCE:
        break;
    }
    /* Equal hits, and all of them where only filters were typed, stand in order of time, the newest first. */
    xc_enquire_set_sort_by_relevance_then_value(enquire, CFA_SLOT_NEWEST, TRUE, failure);
}

xc_enquire *cfa_searching_enquire(cfa_searching *search, uint32_t each)
{
    xc_error *failure = &search->failure;
    xc_enquire *enquire = xc_enquire_new(search->index->database, failure);
    xc_enquire_set_query(enquire, search->plan->query, failure);
    cfa_bm25_set_weight(enquire, failure);
    xc_enquire_set_collapse_key(enquire, search->group_slot, each, failure);
    return enquire;
}

static void set_totals(cfa_answer *answer, const xc_mset *mset)
{
    answer->lower = xc_mset_get_matches_lower_bound(mset);
    answer->estimated = xc_mset_get_matches_estimated(mset);
    answer->upper = xc_mset_get_matches_upper_bound(mset);
}

static cfa_hit *add_hit(cfa_searching *search, const char *group, double score)
{
    cfa_hit *hit = cfa_answer_add_hit(search->answer, group); /* until its language is known */
    hit->score = score;
    hit->reasons = search->request->explain ? g_ptr_array_new() : NULL; /* until they are known */
    g_hash_table_insert(search->hits, g_strdup(group), hit);
    return hit;
}

/* Takes the reasons. */
static void explain(cfa_hit *hit, GPtrArray *reasons)
{
    g_ptr_array_unref(hit->reasons);
    hit->reasons = reasons;
}

guint cfa_searching_each(const cfa_searching *search)
{
    return learns(search) && !search->request->by_paragraph ? PARAGRAPHS_RANKED : 1;
}

/* One entry of a list in the order of the answer. */
typedef struct entry {
    guint place;
    double score;
    gboolean is_ranked;
} entry;

static entry entry_at(const cfa_ranking *ranking, const cfa_shortlist *list, guint i)
{
    if (i < cfa_ranking_size(ranking))
        return (entry){cfa_ranking_place(ranking, i), cfa_ranking_score(ranking, i), TRUE};
    return (entry){i, g_array_index(list->entries, cfa_shortlist_entry, i).weight, FALSE};
}

/* The least score of a hit. */
static double least_score(const cfa_searching *search, const cfa_ranking *ranking)
{
    const double likest = cfa_ranking_size(ranking) > 0 ? cfa_ranking_score(ranking, 0) : 0;
    return least_likeness * MIN(search->query->own_weight, likest);
}

/* Makes the hits of the page asked for out of the groups, in the order in which their best paragraphs come,
 * and remembers the ranked paragraphs of each. */
static gboolean take_groups(cfa_searching *search, const cfa_ranking *ranking, const cfa_shortlist *list,
                            cfa_error *error)
{
    const cfa_request *request = search->request;
    g_autoptr(GHashTable) hits = g_hash_table_new(g_direct_hash, g_direct_equal); /* by group; or NULL */
    const double least = least_score(search, ranking);
    for (guint i = 0; i < list->entries->len; i++) {
        const entry one = entry_at(ranking, list, i);
        if (one.score < least)
            break;
        const cfa_shortlist_entry *listed = &g_array_index(list->entries, cfa_shortlist_entry, one.place);
        gpointer group = GUINT_TO_POINTER(listed->group), hit = NULL;
        const guint before = g_hash_table_size(hits);
        if (!g_hash_table_lookup_extended(hits, group, NULL, &hit)) {
            if (before >= request->offset && before < request->offset + request->limit) {
                g_autofree char *name = cfa_shortlist_name(list, one.place, error);
                if (name == NULL)
                    return FALSE;
                hit = add_hit(search, name, one.score);
                if (one.is_ranked && request->explain)
                    explain(hit, cfa_ranking_reasons(ranking, i));
            }
            g_hash_table_insert(hits, group, hit);
        }
        if (hit == NULL || !one.is_ranked)
            continue;
        const cfa_ranked_paragraph paragraph = {hit, listed->docid, cfa_ranking_language(ranking, i),
                                                one.score};
        g_array_append_val(search->ranked, paragraph);
    }
    /* What only shares a word with a text is not like it: what is ranked again is all there is. */
    if (search->query->is_likeness)
        search->answer->lower = search->answer->estimated = search->answer->upper = g_hash_table_size(hits);
    return TRUE;
}

static cfa_shortlist *find_shortlist(cfa_searching *search, guint each, guint most, cfa_error *error)
{
    cfa_answer *answer = search->answer;
    const cfa_shortlist_request wanted = {.query = search->plan->query,
                                          .is_counted = search->request->facets,
                                          .by_paragraph = search->request->by_paragraph,
                                          .each = each,
                                          .most = most};
    cfa_shortlist *list = cfa_shortlist_find(search->index, &wanted, error);
    if (list == NULL)
        return NULL;
    answer->lower = list->lower;
    answer->estimated = list->estimated;
    answer->upper = list->upper;
    return list;
}

/* Counts what was found, so many paragraphs at most, where that takes little, and the number was only
 * estimated: where it is not much, or filters alone find it. */
static gboolean count_exactly(cfa_searching *search, guint paragraphs, cfa_error *error)
{
    cfa_answer *answer = search->answer;
    const gboolean is_little = !search->plan->ranked || paragraphs <= COUNTED_RANKED;
    if (answer->lower == answer->upper || !is_little || search->request->facets)
        return TRUE;
    g_autoptr(cfa_tally) tally =
        cfa_tally_take(search->index->counts, search->plan->query, search->request->by_paragraph, error);
    if (tally == NULL)
        return FALSE;
    answer->lower = answer->estimated = answer->upper = cfa_tally_hits(tally);
    return TRUE;
}

/* The groups of one page: the best of all are ranked again, whatever the page, so that all pages are of one
 * order. */
static gboolean find_ranked_groups(cfa_searching *search, cfa_error *error)
{
    const guint each = cfa_searching_each(search);
    const guint end = search->request->offset + search->request->limit;
    const guint candidates = cfa_rank_candidates(search->plan);
    const guint most = search->query->is_likeness ? candidates : MAX(end * each, candidates);
    g_autoptr(cfa_shortlist) list = find_shortlist(search, each, most, error);
    if (list == NULL)
        return FALSE;
    const guint every = search->answer->relaxed ? search->every : most;
    g_autoptr(cfa_ranking) ranking =
        cfa_ranking_new(search->index, search->plan, list, every, &search->failure);
    return take_groups(search, ranking, list, error) &&
           (search->query->is_likeness || count_exactly(search, list->paragraphs, error));
}

/* Those that phrases, prefixes and filters find, which are not ranked again. */
static gboolean find_weighed_groups(cfa_searching *search, cfa_error *error)
{
    const cfa_request *request = search->request;
    g_autoptr(cfa_shortlist) list = find_shortlist(search, 1, request->offset + request->limit, error);
    if (list == NULL)
        return FALSE;
    for (guint i = request->offset; i < list->entries->len; i++) {
        g_autofree char *name = cfa_shortlist_name(list, i, error);
        if (name == NULL)
            return FALSE;
        add_hit(search, name, g_array_index(list->entries, cfa_shortlist_entry, i).weight);
    }
    return count_exactly(search, list->paragraphs, error);
}

/* Where those end that weigh as much as the one at `first`, and have the same place in the order. */
static guint end_of_equals(cfa_searching *search, xc_mset *mset, guint first)
{
    xc_error *failure = &search->failure;
    const double weight = xc_mset_get_weight(mset, first, failure);
    gsize length = 0, other = 0;
    const char *place = xc_mset_get_sort_key(mset, first, &length, failure);
    g_autofree char *own = g_memdup2(place, length);
    guint end = first + 1;
    while (place != NULL && end < xc_mset_size(mset) && xc_mset_get_weight(mset, end, failure) == weight) {
        place = xc_mset_get_sort_key(mset, end, &other, failure);
        if (place == NULL || other != length || memcmp(place, own, length) != 0)
            break;
        end++;
    }
    return end;
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Makes hits of groups that are equal, of those on the page: by what they are called, whenever they came into
 * the index. */
static void add_equals(cfa_searching *search, xc_mset *mset, guint first, guint end)
{
    const cfa_request *request = search->request;
    xc_error *failure = &search->failure;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = first; i < end; i++)
        g_ptr_array_add(names, g_strdup(xc_mset_get_collapse_key(mset, i, NULL, failure)));
    if (failure->status != XC_OK)
        return;
    g_ptr_array_sort(names, compare_names);
    for (guint i = MAX(first, request->offset); i < MIN(end, request->offset + request->limit); i++)
        add_hit(search, g_ptr_array_index(names, i - first), xc_mset_get_weight(mset, first, failure));
}

/* Those in an order of their own: libxapian groups them. */
static gboolean find_sorted_groups(cfa_searching *search, cfa_error *error)
{
    xc_error *failure = &search->failure;
    g_autoptr(xc_enquire) enquire = cfa_searching_enquire(search, 1);
    set_order(search, enquire);
    const guint end = search->request->offset + search->request->limit;
    const guint counted =
        search->cited != NULL ? xc_database_get_doccount(search->index->database, failure) : COUNTED;
    /* libxapian's bounds meet only where it lists all that it found. */
    g_autoptr(xc_mset) mset = xc_enquire_get_mset(enquire, 0, MAX(end, counted), counted, failure);
    set_totals(search->answer, mset);
    for (guint first = 0, next; first < MIN(end, xc_mset_size(mset)); first = next) {
        next = end_of_equals(search, mset, first);
        add_equals(search, mset, first, next);
    }
    return failure->status == XC_OK || cfa_database_error(error, failure);
}

gboolean cfa_searching_groups(cfa_searching *search, cfa_error *error)
{
    if (is_ranked(search))
        return find_ranked_groups(search, error);
    return search->request->sort == CFA_SORT_RELEVANCE && search->cited == NULL
               ? find_weighed_groups(search, error)
               : find_sorted_groups(search, error);
}
