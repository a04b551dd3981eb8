#include "plan.h"

#include "database.h"
#include "prefix.h"
#include "tree.h"

#include <string.h>

enum {
    SEARCHED_MEANINGS =
        4, /* of a word in another language: each costs as much as a word. Those less likely count in the rank */
    PREFIXES = 16,      /* that are searched */
    EXCLUSIONS = 8,     /* that leave all the rest of the index */
    PLACED = 8,         /* phrases and NEARs that are searched, whatever their words */
    NEAR_WORDS = 8,     /* of one NEAR */
    PREFIX_TERMS = 200, /* that a prefix widens to, the most frequent ones */
    WIDENED_TERMS = 400 /* that all prefixes widen to */
};

/* From how likely a meaning on it is searched for. */
static const double searched_probability = 0.1;

/* How much a translated word weighs beside a typed one: of a paragraph in several languages, the one in the language typed is ranked. */
static const double foreign_factor = 0.4;

/* A plan under way. */
typedef struct planner {
    const xc_database *database;
    cfa_meanings *meanings;
    GHashTable *meanings_of; /* WORD node -> GPtrArray of cfa_meaning */
    cfa_language_set languages;
    cfa_language first;      /* whose texts are read first; unknown where all are alike */
    cfa_language_set behind; /* those whose texts are read only where they are missing in the first */
    gboolean every;
    gboolean passes_unknown;          /* words that no text has are not asked for */
    gboolean keep_stopwords;          /* nothing else was typed */
    gboolean is_negative;             /* what is planned is not wanted */
    gboolean is_signed;               /* a sign asks for all that is planned, or excludes it */
    GHashTable *left_out;             /* words over the limit; keys borrowed from plan->left_out */
    GHashTable *seen;                 /* what was planned of the row at hand; keys */
    guint prefixes, prefixes_planned; /* that the query has, and that were come to */
    guint exclusions_planned;         /* that leave all the rest of the index */
    guint placed_planned;             /* phrases and NEARs */
    cfa_plan *plan;
    xc_error error;
} planner;

/* Queries to be combined. */
typedef GPtrArray query_list;

static void add_query(query_list *list, xc_query *query)
{
    if (query != NULL)
        g_ptr_array_add(list, query);
}

/* Combines and empties the list; NULL for an empty one. */
static xc_query *combine(planner *plan, xc_query_op op, query_list *list, guint parameter)
{
    if (list->len == 0)
        return NULL;
    xc_query *query = xc_query_combine(op, (xc_query **)list->pdata, list->len, parameter, &plan->error);
    g_ptr_array_set_size(list, 0);
    return query;
}

static xc_query *combine_two(planner *plan, xc_query_op op, xc_query *left, xc_query *right)
{
    if (left == NULL || right == NULL)
        return left != NULL ? left : right;
    xc_query *both[] = {left, right};
    return xc_query_combine(op, both, 2, 0, &plan->error);
}

static xc_query *exact_query(planner *plan, const char *word)
{
    return xc_query_term(word, strlen(word), 1, &plan->error);
}

/* ---- words ---- */

static void mark_stem(planner *plan, const cfa_meaning *meaning)
{
    for (guint i = 0; i < meaning->count; i++)
        g_hash_table_add(plan->plan->marks->stems[meaning->language],
                         g_strdup(meaning->terms[i] + strlen(cfa_layout_stem_prefix(meaning->language))));
}

static xc_query *meaning_query(planner *plan, const cfa_meaning *meaning)
{
    g_autoptr(GPtrArray) terms = g_ptr_array_new();
    for (guint i = 0; i < meaning->count; i++)
        add_query(terms, exact_query(plan, meaning->terms[i]));
    xc_query *query = combine(plan, XC_OP_AND, terms, 0);
    return meaning->probability < 1
               ? xc_query_scale_weight(foreign_factor * meaning->probability, query, &plan->error)
               : query;
}

static gboolean is_behind(const planner *plan, cfa_language language)
{
    return language != CFA_LANGUAGE_UNKNOWN && (plan->behind & CFA_LANGUAGE_BIT(language)) != 0;
}

/* What paragraphs alone are to match that are missing in the language read first. NULL where there is nothing to match. */
static xc_query *only_missing(planner *plan, query_list *list)
{
    xc_query *query = combine(plan, XC_OP_OR, list, 0);
    return query == NULL ? NULL
                         : combine_two(plan, XC_OP_FILTER, query,
                                       cfa_plan_filter(CFA_FILTER_MISSING, cfa_language_code(plan->first),
                                                       &plan->error));
}

/* The word's stem in each language, weighed as one word, and the likeliest of what it stands for in the others, each as likely as it is
 * right. A word that the index has nowhere is searched as typed, and matches nothing. */
static xc_query *stems_query(planner *plan, const char *word, const GPtrArray *meanings)
{
    g_autoptr(GPtrArray) typed = g_ptr_array_new();
    g_autoptr(GPtrArray) translated = g_ptr_array_new();
    g_autoptr(GPtrArray) behind = g_ptr_array_new();
    guint searched[CFA_LANGUAGES + 1] = {0};
    for (guint i = 0; i < meanings->len; i++) {
        cfa_meaning *meaning = g_ptr_array_index(meanings, i);
        const gboolean is_typed = meaning->path == CFA_PATH_TYPED;
        if (!is_typed && (meaning->probability < searched_probability ||
                          searched[meaning->language]++ >= SEARCHED_MEANINGS))
            continue;
        meaning->is_searched = TRUE;
        mark_stem(plan, meaning);
        add_query(is_behind(plan, meaning->language) ? behind
                  : is_typed                         ? typed
                                                     : translated,
                  meaning_query(plan, meaning));
    }
    add_query(translated, combine(plan, XC_OP_SYNONYM, typed, 0));
    add_query(translated, only_missing(plan, behind));
    if (translated->len == 0)
        add_query(translated, exact_query(plan, word));
    /* A paragraph is in one language, so that the sum is its best meaning, or shares of one. (MAX says that more plainly, but libxapian
     * 1.4.22 crashes when it prunes it.) */
    return combine(plan, XC_OP_OR, translated, 0);
}

static void add_ranked(planner *plan, const char *word, GPtrArray *meanings, double weight)
{
    if (plan->is_negative || meanings->len == 0)
        return;
    cfa_plan_word *ranked = g_new0(cfa_plan_word, 1);
    ranked->word = g_strdup(word);
    ranked->meanings = g_ptr_array_ref(meanings);
    ranked->weight = weight;
    g_ptr_array_add(plan->plan->words, ranked);
}

/* A query whose weight is multiplied, where that changes it. */
static xc_query *weighed(planner *plan, xc_query *query, double weight)
{
    return weight < 1 || weight > 1 ? xc_query_scale_weight(weight, query, &plan->error) : query;
}

/* Whether a word is in no text, and can be done without: no sign and no AND asks for it. */
static gboolean passes_over(planner *plan, const char *word, const GPtrArray *meanings)
{
    GPtrArray *unknown = plan->plan->unknown;
    if (meanings->len > 0 || !plan->passes_unknown || plan->is_signed)
        return FALSE;
    if (!g_ptr_array_find_with_equal_func(unknown, word, g_str_equal, NULL))
        g_ptr_array_add(unknown, g_strdup(word));
    return TRUE;
}

/* For a word that is not searched for: NULL. */
static xc_query *mark_typed(planner *plan, const GPtrArray *meanings)
{
    for (guint i = 0; i < meanings->len; i++) {
        const cfa_meaning *meaning = g_ptr_array_index(meanings, i);
        if (meaning->path == CFA_PATH_TYPED)
            mark_stem(plan, meaning);
    }
    return NULL;
}

/* NULL for a word that is passed over, or only ranks. */
static xc_query *word_query(planner *plan, const cfa_node *node)
{
    const char *word = g_ptr_array_index(node->words, 0);
    if (g_hash_table_contains(plan->left_out, word))
        return NULL;
    if (!cfa_meanings_is_stopword(plan->meanings, word)) {
        GPtrArray *meanings = g_hash_table_lookup(plan->meanings_of, node);
        if (passes_over(plan, word, meanings))
            return NULL;
        add_ranked(plan, word, meanings, node->weight);
        return node->only_ranks ? mark_typed(plan, meanings)
                                : weighed(plan, stems_query(plan, word, meanings), node->weight);
    }
    if (!plan->keep_stopwords)
        return NULL;
    g_hash_table_add(plan->plan->marks->words, g_strdup(word));
    return exact_query(plan, word);
}

/* Words that must stand as typed give weight by their stems, too, as if they had been typed alone. */
static void rank_exact_words(planner *plan, const cfa_node *node)
{
    g_autoptr(GPtrArray) found = cfa_meanings_find(plan->meanings, node->words, &plan->error);
    for (guint i = 0; i < node->words->len; i++)
        if (!cfa_meanings_is_stopword(plan->meanings, g_ptr_array_index(node->words, i)))
            add_ranked(plan, g_ptr_array_index(node->words, i), g_ptr_array_index(found, i), node->weight);
}

/* Whether a phrase or a NEAR is one too many, and then it is left out. Each reads where its words stand in every paragraph that has them all,
 * so that there may be but a few; but for those of a rare word. */
static gboolean is_too_many(planner *plan, const cfa_node *node)
{
    if (plan->placed_planned++ < PLACED || cfa_plan_has_rare(plan->database, node->words, &plan->error))
        return FALSE;
    g_ptr_array_add(plan->plan->left_out, cfa_node_print(node));
    return TRUE;
}

/* The first `count` words of a phrase or of NEAR; the others are left out. */
static xc_query *words_query(planner *plan, const cfa_node *node, guint count, xc_query_op op, guint window)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (guint i = 0; i < node->words->len; i++)
        if (i < count)
            add_query(words, exact_query(plan, g_ptr_array_index(node->words, i)));
        else
            g_ptr_array_add(plan->plan->left_out, g_strdup(g_ptr_array_index(node->words, i)));
    rank_exact_words(plan, node);
    return combine(plan, op, words, window);
}

static xc_query *phrase_query(planner *plan, const cfa_node *node)
{
    const guint count = MIN(node->words->len, CFA_QUERY_WORDS);
    if (is_too_many(plan, node))
        return NULL;
    GPtrArray *phrase = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(phrase, g_strdup(g_ptr_array_index(node->words, i)));
    g_ptr_array_add(plan->plan->marks->phrases, phrase);
    return words_query(plan, node, count, XC_OP_PHRASE, 0);
}

static xc_query *near_query(planner *plan, const cfa_node *node)
{
    const guint count = MIN(node->words->len, NEAR_WORDS);
    if (is_too_many(plan, node))
        return NULL;
    for (guint i = 0; i < count; i++)
        g_hash_table_add(plan->plan->marks->words, g_strdup(g_ptr_array_index(node->words, i)));
    return words_query(plan, node, count, XC_OP_NEAR, node->distance + count - 1);
}

static xc_query *prefix_query(planner *plan, const cfa_node *node)
{
    const char *prefix = g_ptr_array_index(node->words, 0);
    if (plan->prefixes_planned++ >= PREFIXES) {
        g_ptr_array_add(plan->plan->left_out, g_strdup_printf("%s*", prefix));
        return NULL;
    }
    g_ptr_array_add(plan->plan->marks->prefixes, g_strdup(prefix));
    const guint terms = MIN(PREFIX_TERMS, WIDENED_TERMS / CLAMP(plan->prefixes, 1, PREFIXES));
    gboolean cut;
    xc_query *query = cfa_prefix_query(plan->database, prefix, terms, &cut, &plan->error);
    if (cut)
        g_ptr_array_add(plan->plan->cut, g_strdup_printf("%s*", prefix));
    return query;
}

/* A term of the index that filters where it is not wanted, and else is weighed. */
static xc_query *term_query(planner *plan, const cfa_node *node)
{
    if (plan->is_negative)
        return weighed(plan, exact_query(plan, node->value), 0);
    cfa_plan_term *ranked = g_new0(cfa_plan_term, 1);
    ranked->term = g_strdup(node->value);
    ranked->name = g_strdup(node->value_to);
    ranked->weight = node->weight;
    g_ptr_array_add(plan->plan->terms, ranked);
    return weighed(plan, exact_query(plan, node->value), node->weight);
}

/* ---- the tree ---- */

static xc_query *sequence_query(planner *plan, const cfa_node *node);
static xc_query *node_query(planner *plan, const cfa_node *node);

/* Whether the same was there before: to search it once more would find no more, and cost as much again. A word said twice weighs twice. */
static gboolean is_repeated(planner *plan, const cfa_node *node)
{
    g_autofree char *key = cfa_node_words_key(node);
    if (key == NULL || g_hash_table_add(plan->seen, g_steal_pointer(&key)))
        return FALSE;
    const char *word = g_ptr_array_index(node->words, 0);
    if (node->kind == CFA_NODE_WORD && node->occurrence != CFA_NEVER &&
        !g_hash_table_contains(plan->left_out, word) && !cfa_meanings_is_stopword(plan->meanings, word))
        add_ranked(plan, word, g_hash_table_lookup(plan->meanings_of, node), node->weight);
    return TRUE;
}

/* A part of a whole, as its sign has it. */
static xc_query *signed_query(planner *plan, const cfa_node *child)
{
    const gboolean keep = plan->keep_stopwords, was_negative = plan->is_negative,
                   was_signed = plan->is_signed;
    /* A sign asks for the word itself, stopword or not. */
    plan->keep_stopwords = keep || child->occurrence != CFA_PLAIN;
    plan->is_negative = was_negative || child->occurrence == CFA_NEVER;
    plan->is_signed = was_signed || child->occurrence != CFA_PLAIN;
    xc_query *query = node_query(plan, child);
    plan->keep_stopwords = keep;
    plan->is_negative = was_negative;
    plan->is_signed = was_signed;
    return query;
}

/* Each of these looks at every paragraph, so that there may be but a few. */
static xc_query *all_but(planner *plan, xc_query *query)
{
    if (query != NULL && plan->exclusions_planned++ < EXCLUSIONS)
        return combine_two(plan, XC_OP_AND_NOT, xc_query_match_all(&plan->error), query);
    if (query != NULL)
        g_ptr_array_add(plan->plan->left_out, g_strdup("NOT"));
    xc_query_free(query);
    return NULL;
}

static xc_query *joined_query(planner *plan, const cfa_node *node)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    g_autoptr(GPtrArray) nevers = g_ptr_array_new();
    GHashTable *around = plan->seen;
    const gboolean passed_unknown = plan->passes_unknown;
    plan->passes_unknown = passed_unknown && node->kind == CFA_NODE_OR;
    plan->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < node->children->len; i++) {
        const cfa_node *child = g_ptr_array_index(node->children, i);
        if (is_repeated(plan, child))
            continue;
        add_query(child->occurrence == CFA_NEVER ? nevers : parts, signed_query(plan, child));
    }
    g_hash_table_unref(plan->seen);
    plan->seen = around;
    plan->passes_unknown = passed_unknown;
    if (node->kind == CFA_NODE_OR) { /* a, or not b, or not c: a, or all but what has b and c */
        add_query(parts, all_but(plan, combine(plan, XC_OP_AND, nevers, 0)));
        return combine(plan, XC_OP_OR, parts, 0);
    }
    xc_query *query = combine(plan, XC_OP_AND, parts, 0);
    xc_query *without = combine(plan, XC_OP_OR, nevers, 0);
    return query != NULL ? combine_two(plan, XC_OP_AND_NOT, query, without) : all_but(plan, without);
}

static xc_query *node_query(planner *plan, const cfa_node *node)
{
    switch (node->kind) {
    case CFA_NODE_WORD:
        return word_query(plan, node);
    case CFA_NODE_PHRASE:
        return phrase_query(plan, node);
    case CFA_NODE_PREFIX:
        return prefix_query(plan, node);
    case CFA_NODE_NEAR:
        return near_query(plan, node);
    case CFA_NODE_FIELD:
        return cfa_plan_field(plan->database, node, &plan->error);
    case CFA_NODE_CITATION:
        if (node->citation.kind == CFA_CITES_PARAGRAPH && !plan->is_negative)
            plan->plan->in_order = TRUE;
        return cfa_plan_citation(plan->database, &node->citation, &plan->error);
    case CFA_NODE_TERM:
        return term_query(plan, node);
    case CFA_NODE_AND:
    case CFA_NODE_OR:
        return joined_query(plan, node);
    case CFA_NODE_SEQUENCE:
        break;
    }
    return sequence_query(plan, node);
}

/* What a sequence is sorted into. Filters are alternatives within a field; citations among themselves. */
typedef struct sequence_parts {
    query_list *plain, *must, *never, *filters[CFA_FIELDS], *citations;
} sequence_parts;

static void sort_child(planner *plan, const cfa_node *child, sequence_parts *parts)
{
    query_list *list = parts->plain;
    if (child->occurrence == CFA_NEVER)
        list = parts->never;
    else if (child->kind == CFA_NODE_FIELD)
        list = parts->filters[child->field];
    else if (child->kind == CFA_NODE_CITATION)
        list = parts->citations;
    else if (child->occurrence == CFA_MUST)
        list = parts->must;
    add_query(list, signed_query(plan, child));
}

static xc_query *ranked_part(planner *plan, sequence_parts *parts)
{
    const guint required = parts->plain->len > 0 && parts->must->len > 0;
    const gboolean every = plan->every || plan->is_signed,
                   any_words = parts->plain->len + parts->must->len > 0;
    if (!plan->is_signed)
        plan->plan->parts = MAX(plan->plan->parts, parts->plain->len + required);
    plan->plan->ranked = plan->plan->ranked || (any_words && !plan->is_negative);
    xc_query *must = combine(plan, XC_OP_AND, parts->must, 0);
    xc_query *plain = combine(plan, every ? XC_OP_AND : XC_OP_OR, parts->plain, 0);
    return combine_two(plan, every ? XC_OP_AND : XC_OP_AND_MAYBE, must, plain);
}

static xc_query *assemble(planner *plan, sequence_parts *parts)
{
    xc_query *query = ranked_part(plan, parts);
    for (int i = 0; i < CFA_FIELDS; i++)
        query = combine_two(plan, XC_OP_FILTER, query, combine(plan, XC_OP_OR, parts->filters[i], 0));
    query = combine_two(plan, XC_OP_FILTER, query, combine(plan, XC_OP_OR, parts->citations, 0));
    xc_query *never = combine(plan, XC_OP_OR, parts->never, 0);
    return query != NULL ? combine_two(plan, XC_OP_AND_NOT, query, never) : all_but(plan, never);
}

static xc_query *sequence_query(planner *plan, const cfa_node *node)
{
    sequence_parts parts = {
        g_ptr_array_new(), g_ptr_array_new(), g_ptr_array_new(), {NULL}, g_ptr_array_new()};
    for (int i = 0; i < CFA_FIELDS; i++)
        parts.filters[i] = g_ptr_array_new();
    GHashTable *around = plan->seen;
    plan->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < node->children->len; i++)
        if (!is_repeated(plan, g_ptr_array_index(node->children, i)))
            sort_child(plan, g_ptr_array_index(node->children, i), &parts);
    g_hash_table_unref(plan->seen);
    plan->seen = around;
    xc_query *query = assemble(plan, &parts);
    g_ptr_array_unref(parts.plain);
    g_ptr_array_unref(parts.must);
    g_ptr_array_unref(parts.never);
    g_ptr_array_unref(parts.citations);
    for (int i = 0; i < CFA_FIELDS; i++)
        g_ptr_array_unref(parts.filters[i]);
    return query;
}

/* ---- what the words mean ---- */

/* Looks up the row of words that ends before child `end`, and empties it. */
static void find_row(planner *plan, const cfa_node *node, guint end, GPtrArray *row)
{
    g_autoptr(GPtrArray) found = cfa_meanings_find(plan->meanings, row, &plan->error);
    for (guint i = 0; i < row->len; i++)
        g_hash_table_insert(plan->meanings_of, g_ptr_array_index(node->children, end - row->len + i),
                            g_ptr_array_ref(g_ptr_array_index(found, i)));
    g_ptr_array_set_size(row, 0);
}

/* Words side by side are looked up together, since they may be an expression. */
static void find_meanings(planner *plan, const cfa_node *node)
{
    g_autoptr(GPtrArray) row = g_ptr_array_new();
    plan->prefixes += node->kind == CFA_NODE_PREFIX;
    for (guint i = 0; i < node->children->len; i++) {
        const cfa_node *child = g_ptr_array_index(node->children, i);
        const gboolean is_plain = child->kind == CFA_NODE_WORD && child->occurrence == CFA_PLAIN;
        if (!is_plain || node->kind != CFA_NODE_SEQUENCE)
            find_row(plan, node, i, row);
        if (child->kind == CFA_NODE_WORD)
            g_ptr_array_add(row, g_ptr_array_index(child->words, 0));
        if (!is_plain && child->kind == CFA_NODE_WORD)
            find_row(plan, node, i + 1, row);
        find_meanings(plan, child);
    }
    find_row(plan, node, node->children->len, row);
}

/* ---- the whole ---- */

static gboolean has_foreign_meaning(const planner *plan, const cfa_node *word)
{
    const GPtrArray *meanings = g_hash_table_lookup(plan->meanings_of, word);
    for (guint i = 0; i < meanings->len; i++)
        if (((const cfa_meaning *)g_ptr_array_index(meanings, i))->language == CFA_LANGUAGE_UNKNOWN)
            return TRUE;
    return meanings->len == 0; /* it is searched as typed, in whatever language */
}

/* Whether words are searched by their stems in the languages wanted alone, so that no other text is found: a filter would take as
 * long again. */
static gboolean finds_wanted_alone(const planner *plan, const cfa_query *query)
{
    gboolean has_stem = FALSE;
    for (guint i = 0; i < query->root->children->len; i++) {
        const cfa_node *part = g_ptr_array_index(query->root->children, i);
        if (part->occurrence == CFA_NEVER || part->kind == CFA_NODE_FIELD)
            continue; /* they leave fewer */
        if (part->kind != CFA_NODE_WORD)
            return FALSE;
        if (cfa_meanings_is_stopword(plan->meanings, g_ptr_array_index(part->words, 0)) &&
            part->occurrence == CFA_PLAIN)
            continue;
        if (part->occurrence != CFA_PLAIN || has_foreign_meaning(plan, part))
            return FALSE;
        has_stem = TRUE;
    }
    return has_stem && !plan->keep_stopwords;
}

static void make_query(planner *plan, const cfa_query *query, cfa_language preferred, gboolean translates)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    cfa_node_collect_words(query->root, words);
    if (query->is_likeness)
        cfa_meanings_set_typed(plan->meanings, query->language);
    else
        cfa_meanings_guess(plan->meanings, words, &plan->error);
    plan->plan->language = cfa_meanings_typed(plan->meanings);
    if (translates)
        plan->first = cfa_meanings_first(plan->meanings, words, preferred, &plan->behind, &plan->error);
    if (words->len > 0)
        plan->plan->behind =
            plan->behind | (plan->languages & ~cfa_meanings_languages(plan->meanings) & CFA_EVERY_LANGUAGE);
    cfa_plan_limit(plan->database, plan->meanings, words, plan->plan->left_out, &plan->error);
    for (guint i = 0; i < plan->plan->left_out->len; i++)
        g_hash_table_add(plan->left_out, g_ptr_array_index(plan->plan->left_out, i));
    find_meanings(plan, query->root);
    xc_query *made = sequence_query(plan, query->root);
    if (made == NULL) { /* stopwords alone, or nothing */
        plan->keep_stopwords = TRUE;
        made = sequence_query(plan, query->root);
    }
    /* Nothing is left to search for: filters alone are no answer to words that nothing has. */
    if (plan->plan->unknown->len > 0 && !plan->plan->ranked && !cfa_query_has_citation(query)) {
        g_ptr_array_set_size(plan->plan->unknown, 0);
        g_clear_pointer(&made, xc_query_free);
    }
    if (made == NULL)
        made = xc_query_match_nothing(&plan->error);
    else if (!finds_wanted_alone(plan, query))
        made = combine_two(plan, XC_OP_FILTER, made, cfa_plan_languages(plan->languages, &plan->error));
    plan->plan->query = made;
}

static void word_free(gpointer data)
{
    cfa_plan_word *word = data;
    g_free(word->word);
    g_ptr_array_unref(word->meanings);
    g_free(word);
}

static void term_free(gpointer data)
{
    cfa_plan_term *term = data;
    g_free(term->term);
    g_free(term->name);
    g_free(term);
}

cfa_plan *cfa_plan_make(const cfa_index *index, const cfa_query *query, const cfa_plan_options *options,
                        cfa_error *error)
{
    cfa_plan *made = g_new0(cfa_plan, 1);
    made->marks = cfa_marks_new(index->stemmer);
    made->left_out = g_ptr_array_new_with_free_func(g_free);
    made->unknown = g_ptr_array_new_with_free_func(g_free);
    made->cut = g_ptr_array_new_with_free_func(g_free);
    made->words = g_ptr_array_new_with_free_func(word_free);
    made->terms = g_ptr_array_new_with_free_func(term_free);
    made->is_likeness = query->is_likeness;
    const cfa_language_set wanted = options->languages != 0 ? options->languages : CFA_EVERY_LANGUAGE;
    const cfa_translations *translations = options->as_typed ? NULL : index->translations;
    planner plan = {.database = index->database,
                    .meanings = cfa_meanings_new(index->database, translations, index->stemmer, wanted),
                    .meanings_of = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL,
                                                         (GDestroyNotify)g_ptr_array_unref),
                    .languages = wanted,
                    .every = options->every,
                    .passes_unknown = options->passes_unknown,
                    .left_out = g_hash_table_new(g_str_hash, g_str_equal),
                    .plan = made,
                    .error = XC_ERROR_INIT};
    make_query(&plan, query, options->preferred, translations != NULL);
    g_hash_table_unref(plan.left_out);
    g_hash_table_unref(plan.meanings_of);
    cfa_meanings_free(plan.meanings);
    if (plan.error.status != XC_OK) {
        cfa_database_error(error, &plan.error);
        g_clear_pointer(&made, cfa_plan_free);
    }
    return made;
}

void cfa_plan_free(cfa_plan *plan)
{
    if (plan == NULL)
        return;
    xc_query_free(plan->query);
    cfa_marks_free(plan->marks);
    g_ptr_array_unref(plan->words);
    g_ptr_array_unref(plan->terms);
    g_ptr_array_unref(plan->left_out);
    g_ptr_array_unref(plan->unknown);
    g_ptr_array_unref(plan->cut);
    g_free(plan);
}
