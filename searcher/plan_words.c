/* What a word, a phrase, a NEAR, a prefix or a term of a query is searched as, marked by and ranked by. */
#include "planning.h"

#include "plan_filter.h"
#include "prefix.h"
#include "tree.h"

#include <string.h>

enum {
    SEARCHED_MEANINGS = 4, /* of a word in another language: each costs as much as a word. Those less likely
                              count in the rank */
    NEAR_WORDS = 8,        /* of one NEAR */
    PREFIX_TERMS = 200,    /* that a prefix widens to, the most frequent ones */
    WIDENED_TERMS = 400    /* that all prefixes widen to */
};

/* From how likely a meaning on it is searched for. */
static const double searched_probability = 0.1;

/* How much a translated word weighs beside a typed one: of a paragraph in several languages, the one in the
 * language typed is ranked. */
static const double foreign_factor = 0.4;

static xc_query *exact_query(cfa_planning *plan, const char *word)
{
    return xc_query_term(word, strlen(word), 1, &plan->error);
}

static void mark_stem(cfa_planning *plan, const cfa_meaning *meaning)
{
    for (guint i = 0; i < meaning->count; i++)
        g_hash_table_add(plan->made->marks->stems[meaning->language],
                         g_strdup(meaning->terms[i] + strlen(cfa_layout_stem_prefix(meaning->language))));
}

static xc_query *meaning_query(cfa_planning *plan, const cfa_meaning *meaning)
{
    g_autoptr(GPtrArray) terms = g_ptr_array_new();
    for (guint i = 0; i < meaning->count; i++)
        cfa_planning_add(terms, exact_query(plan, meaning->terms[i]));
    xc_query *query = cfa_planning_combine(plan, XC_OP_AND, terms, 0);
    return meaning->probability < 1
               ? xc_query_scale_weight(foreign_factor * meaning->probability, query, &plan->error)
               : query;
}

static gboolean is_behind(const cfa_planning *plan, cfa_language language)
{
    return language != CFA_LANGUAGE_UNKNOWN && (plan->behind & CFA_LANGUAGE_BIT(language)) != 0;
}

/* What paragraphs alone are to match that are missing in the language read first. NULL where there is nothing
 * to match. */
static xc_query *only_missing(cfa_planning *plan, cfa_query_list *list)
{
    xc_query *query = cfa_planning_combine(plan, XC_OP_OR, list, 0);
    return query == NULL
               ? NULL
               : cfa_planning_combine_two(
                     plan, XC_OP_FILTER, query,
                     cfa_plan_filter(CFA_FILTER_MISSING, cfa_language_code(plan->first), &plan->error));
}

/* Chooses what is searched of what a word means. */
static void choose_searched(const GPtrArray *meanings)
{
    guint searched[CFA_LANGUAGES + 1] = {0};
    for (guint i = 0; i < meanings->len; i++) {
        cfa_meaning *meaning = g_ptr_array_index(meanings, i);
        meaning->is_searched =
            meaning->path == CFA_PATH_TYPED || (meaning->probability >= searched_probability &&
                                                searched[meaning->language]++ < SEARCHED_MEANINGS);
    }
}

/* The word's stem in each language, weighed as one word, and the likeliest of what it stands for in the
 * others, each as likely as it is right. A word that the index has nowhere is searched as typed, and matches
 * nothing. */
static xc_query *stems_query(cfa_planning *plan, const char *word, const GPtrArray *meanings)
{
    g_autoptr(GPtrArray) typed = g_ptr_array_new();
    g_autoptr(GPtrArray) translated = g_ptr_array_new();
    g_autoptr(GPtrArray) behind = g_ptr_array_new();
    for (guint i = 0; i < meanings->len; i++) {
        const cfa_meaning *meaning = g_ptr_array_index(meanings, i);
        if (!meaning->is_searched)
            continue;
        const gboolean is_typed = meaning->path == CFA_PATH_TYPED;
        mark_stem(plan, meaning);
        cfa_planning_add(is_behind(plan, meaning->language) ? behind
                         : is_typed                         ? typed
                                                            : translated,
                         meaning_query(plan, meaning));
    }
    cfa_planning_add(translated, cfa_planning_combine(plan, XC_OP_SYNONYM, typed, 0));
    cfa_planning_add(translated, only_missing(plan, behind));
    if (translated->len == 0)
        cfa_planning_add(translated, exact_query(plan, word));
    /* A paragraph is in one language, so that the sum is its best meaning, or shares of one. (MAX says that
     * more plainly, but libxapian 1.4.22 crashes when it prunes it.) */
    return cfa_planning_combine(plan, XC_OP_OR, translated, 0);
}

void cfa_planning_rank(cfa_planning *plan, const char *word, GPtrArray *meanings, double weight)
{
    if (plan->scope.is_negative || meanings->len == 0)
        return;
    cfa_plan_word *ranked = g_new0(cfa_plan_word, 1);
    ranked->word = g_strdup(word);
    ranked->meanings = g_ptr_array_ref(meanings);
    ranked->weight = weight;
    g_ptr_array_add(plan->made->words, ranked);
}

/* A query whose weight is multiplied, where that changes it. */
static xc_query *weighed(cfa_planning *plan, xc_query *query, double weight)
{
    return weight < 1 || weight > 1 ? xc_query_scale_weight(weight, query, &plan->error) : query;
}

/* Whether a word is in no text, and can be done without: no sign and no AND asks for it. */
static gboolean passes_over(cfa_planning *plan, const char *word, const GPtrArray *meanings)
{
    GPtrArray *unknown = plan->made->unknown;
    if (meanings->len > 0 || !plan->scope.passes_unknown || plan->scope.is_signed)
        return FALSE;
    if (!g_ptr_array_find_with_equal_func(unknown, word, g_str_equal, NULL))
        g_ptr_array_add(unknown, g_strdup(word));
    return TRUE;
}

/* For a word that is not searched for: NULL. */
static xc_query *mark_typed(cfa_planning *plan, const GPtrArray *meanings)
{
    for (guint i = 0; i < meanings->len; i++) {
        const cfa_meaning *meaning = g_ptr_array_index(meanings, i);
        if (meaning->path == CFA_PATH_TYPED)
            mark_stem(plan, meaning);
    }
    return NULL;
}

/* NULL for a word that is passed over, or only ranks. */
xc_query *cfa_planning_word(cfa_planning *plan, const cfa_node *node)
{
    const char *word = g_ptr_array_index(node->words, 0);
    if (g_hash_table_contains(plan->left_out, word))
        return NULL;
    if (!cfa_meanings_is_stopword(plan->meanings, word)) {
        GPtrArray *meanings = g_hash_table_lookup(plan->meanings_of, node);
        if (passes_over(plan, word, meanings))
            return NULL;
        if (!node->only_ranks)
            choose_searched(meanings);
        if (!cfa_planning_affords_word(plan, node, meanings))
            return NULL;
        cfa_planning_rank(plan, word, meanings, node->weight);
        return node->only_ranks ? mark_typed(plan, meanings)
                                : weighed(plan, stems_query(plan, word, meanings), node->weight);
    }
    if (!plan->scope.keep_stopwords &&
        plan->scope.is_negative) /* "-the" begins a line of a list; hardly a text is without it */
        g_ptr_array_add(plan->made->left_out, g_strdup(word));
    if (!plan->scope.keep_stopwords || !cfa_planning_affords_exact(plan, node))
        return NULL;
    g_hash_table_add(plan->made->marks->words, g_strdup(word));
    return exact_query(plan, word);
}

/* Words that must stand as typed give weight by their stems, too, as if they had been typed alone. */
static void rank_exact_words(cfa_planning *plan, const cfa_node *node)
{
    g_autoptr(GPtrArray) found = cfa_meanings_find(plan->meanings, node->words, &plan->error);
    for (guint i = 0; i < node->words->len; i++)
        if (!cfa_meanings_is_stopword(plan->meanings, g_ptr_array_index(node->words, i)))
            cfa_planning_rank(plan, g_ptr_array_index(node->words, i), g_ptr_array_index(found, i),
                              node->weight);
}

/* The first `count` words of a phrase or of NEAR; the others are left out. */
static xc_query *words_query(cfa_planning *plan, const cfa_node *node, guint count, xc_query_op op,
                             guint window)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (guint i = 0; i < node->words->len; i++)
        if (i < count)
            cfa_planning_add(words, exact_query(plan, g_ptr_array_index(node->words, i)));
        else
            g_ptr_array_add(plan->made->left_out, g_strdup(g_ptr_array_index(node->words, i)));
    rank_exact_words(plan, node);
    return cfa_planning_combine(plan, op, words, window);
}

xc_query *cfa_planning_phrase(cfa_planning *plan, const cfa_node *node)
{
    const guint count = MIN(node->words->len, CFA_QUERY_WORDS);
    if (!cfa_planning_affords_places(plan, node))
        return NULL;
    GPtrArray *phrase = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(phrase, g_strdup(g_ptr_array_index(node->words, i)));
    g_ptr_array_add(plan->made->marks->phrases, phrase);
    return words_query(plan, node, count, XC_OP_PHRASE, 0);
}

xc_query *cfa_planning_near(cfa_planning *plan, const cfa_node *node)
{
    const guint count = MIN(node->words->len, NEAR_WORDS);
    if (!cfa_planning_affords_places(plan, node))
        return NULL;
    for (guint i = 0; i < count; i++)
        g_hash_table_add(plan->made->marks->words, g_strdup(g_ptr_array_index(node->words, i)));
    return words_query(plan, node, count, XC_OP_NEAR, node->distance + count - 1);
}

xc_query *cfa_planning_prefix(cfa_planning *plan, const cfa_node *node)
{
    const char *prefix = g_ptr_array_index(node->words, 0);
    if (!cfa_planning_affords_prefix(plan, node))
        return NULL;
    g_ptr_array_add(plan->made->marks->prefixes, g_strdup(prefix));
    const guint terms = MIN(PREFIX_TERMS, WIDENED_TERMS / CLAMP(plan->budget.prefixes, 1, CFA_PLAN_PREFIXES));
    gboolean cut;
    xc_query *query = cfa_prefix_query(plan->database, prefix, terms, &cut, &plan->error);
    if (cut)
        g_ptr_array_add(plan->made->cut, g_strdup_printf("%s*", prefix));
    return query;
}

/* A term of the index that filters where it is not wanted, and else is weighed. */
xc_query *cfa_planning_term(cfa_planning *plan, const cfa_node *node)
{
    if (plan->scope.is_negative)
        return weighed(plan, exact_query(plan, node->value), 0);
    cfa_plan_term *ranked = g_new0(cfa_plan_term, 1);
    ranked->term = g_strdup(node->value);
    ranked->name = g_strdup(node->value_to);
    ranked->weight = node->weight;
    g_ptr_array_add(plan->made->terms, ranked);
    return weighed(plan, exact_query(plan, node->value), node->weight);
}
