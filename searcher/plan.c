#include "planning.h"

#include "database.h"
#include "plan_filter.h"
#include "tree.h"

/* ---- the tree ---- */

static xc_query *sequence_query(cfa_planning *plan, const cfa_node *node);
static xc_query *node_query(cfa_planning *plan, const cfa_node *node);

/* Whether the same was there before: to search it once more would find no more, and cost as much again. A
 * word said twice weighs twice. */
static gboolean is_repeated(cfa_planning *plan, const cfa_node *node)
{
    g_autofree char *key = cfa_node_words_key(node);
    if (key == NULL || g_hash_table_add(plan->scope.seen, g_steal_pointer(&key)))
        return FALSE;
    const char *word = g_ptr_array_index(node->words, 0);
    if (node->kind == CFA_NODE_WORD && node->occurrence != CFA_NEVER &&
        !g_hash_table_contains(plan->left_out, word) && !cfa_meanings_is_stopword(plan->meanings, word))
        cfa_planning_rank(plan, word, g_hash_table_lookup(plan->meanings_of, node), node->weight);
    return TRUE;
}

/* A part of a whole, as its sign has it. */
static xc_query *signed_query(cfa_planning *plan, const cfa_node *child)
{
    const cfa_planning_scope around = plan->scope;
    /* A plus asks for the word itself, stopword or not. */
    plan->scope.keep_stopwords |= child->occurrence == CFA_MUST;
    plan->scope.is_negative |= child->occurrence == CFA_NEVER;
    plan->scope.is_signed |= child->occurrence != CFA_PLAIN;
    xc_query *query = node_query(plan, child);
    plan->scope = around;
    return query;
}

/* Begins and ends a row of parts, of which none is searched twice. */
static cfa_planning_scope begin_row(cfa_planning *plan)
{
    const cfa_planning_scope around = plan->scope;
    plan->scope.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return around;
}

static void end_row(cfa_planning *plan, cfa_planning_scope around)
{
    g_hash_table_unref(plan->scope.seen);
    plan->scope = around;
}

/* Each of these looks at every paragraph, so that there may be but a few. */
static xc_query *all_but(cfa_planning *plan, const cfa_node *node, xc_query *query)
{
    if (query != NULL && cfa_planning_affords_rest(plan, node))
        return cfa_planning_combine_two(plan, XC_OP_AND_NOT, xc_query_match_all(&plan->error), query);
    xc_query_free(query);
    return NULL;
}

static xc_query *joined_query(cfa_planning *plan, const cfa_node *node)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    g_autoptr(GPtrArray) nevers = g_ptr_array_new();
    const cfa_planning_scope around = begin_row(plan);
    plan->scope.passes_unknown = around.passes_unknown && node->kind == CFA_NODE_OR;
    plan->scope.depth += node->kind == CFA_NODE_OR;
    for (guint i = 0; i < node->children->len; i++) {
        const cfa_node *child = g_ptr_array_index(node->children, i);
        if (is_repeated(plan, child))
            continue;
        cfa_planning_add(child->occurrence == CFA_NEVER ? nevers : parts, signed_query(plan, child));
    }
    end_row(plan, around);
    if (node->kind == CFA_NODE_OR) { /* a, or not b, or not c: a, or all but what has b and c */
        cfa_planning_add(parts, all_but(plan, node, cfa_planning_combine(plan, XC_OP_AND, nevers, 0)));
        return cfa_planning_combine(plan, XC_OP_OR, parts, 0);
    }
    xc_query *query = cfa_planning_combine(plan, XC_OP_AND, parts, 0);
    xc_query *without = cfa_planning_combine(plan, XC_OP_OR, nevers, 0);
    return query != NULL ? cfa_planning_combine_two(plan, XC_OP_AND_NOT, query, without)
                         : all_but(plan, node, without);
}

static xc_query *node_query(cfa_planning *plan, const cfa_node *node)
{
    switch (node->kind) {
    case CFA_NODE_WORD:
        return cfa_planning_word(plan, node);
    case CFA_NODE_PHRASE:
        return cfa_planning_phrase(plan, node);
    case CFA_NODE_PREFIX:
        return cfa_planning_prefix(plan, node);
    case CFA_NODE_NEAR:
        return cfa_planning_near(plan, node);
    case CFA_NODE_FIELD:
        return cfa_planning_affords_field(plan, node) ? cfa_plan_field(plan->database, node, &plan->error)
                                                      : NULL;
    case CFA_NODE_CITATION:
        if (node->citation.kind == CFA_CITES_PARAGRAPH && !plan->scope.is_negative)
            plan->made->in_order = TRUE;
        return cfa_plan_citation(plan->database, &node->citation, &plan->error);
    case CFA_NODE_TERM:
        return cfa_planning_term(plan, node);
    case CFA_NODE_AND:
    case CFA_NODE_OR:
        return joined_query(plan, node);
    case CFA_NODE_SEQUENCE:
        break;
    }
    return sequence_query(plan, node);
}

/* What a sequence is sorted into, a list each. Filters are alternatives within a field; citations among
 * themselves. */
enum { PLAIN, MUST, NEVER, FILTERS, CITATIONS = FILTERS + CFA_FIELDS, LISTS };

static guint list_of(const cfa_node *child)
{
    if (child->occurrence == CFA_NEVER)
        return NEVER;
    if (child->kind == CFA_NODE_FIELD)
        return FILTERS + child->field;
    if (child->kind == CFA_NODE_CITATION)
        return CITATIONS;
    return child->occurrence == CFA_MUST ? MUST : PLAIN;
}

static xc_query *ranked_part(cfa_planning *plan, cfa_query_list *const lists[LISTS])
{
    const guint plain_parts = lists[PLAIN]->len, must_parts = lists[MUST]->len;
    const gboolean every = plan->every || plan->scope.is_signed, any_words = plain_parts + must_parts > 0;
    if (!plan->scope.is_signed)
        plan->made->parts = MAX(plan->made->parts, plain_parts + (plain_parts > 0 && must_parts > 0));
    plan->made->ranked = plan->made->ranked || (any_words && !plan->scope.is_negative);
    xc_query *must = cfa_planning_combine(plan, XC_OP_AND, lists[MUST], 0);
    xc_query *plain = cfa_planning_combine(plan, every ? XC_OP_AND : XC_OP_OR, lists[PLAIN], 0);
    return cfa_planning_combine_two(plan, every ? XC_OP_AND : XC_OP_AND_MAYBE, must, plain);
}

static xc_query *assemble(cfa_planning *plan, const cfa_node *node, cfa_query_list *const lists[LISTS])
{
    xc_query *query = ranked_part(plan, lists);
    for (guint i = FILTERS; i < LISTS; i++)
        query = cfa_planning_combine_two(plan, XC_OP_FILTER, query,
                                         cfa_planning_combine(plan, XC_OP_OR, lists[i], 0));
    xc_query *never = cfa_planning_combine(plan, XC_OP_OR, lists[NEVER], 0);
    return query != NULL ? cfa_planning_combine_two(plan, XC_OP_AND_NOT, query, never)
                         : all_but(plan, node, never);
}

static xc_query *sequence_query(cfa_planning *plan, const cfa_node *node)
{
    cfa_query_list *lists[LISTS];
    for (guint i = 0; i < LISTS; i++)
        lists[i] = g_ptr_array_new();
    const cfa_planning_scope around = begin_row(plan);
    plan->scope.depth++;
    for (guint i = 0; i < node->children->len; i++) {
        const cfa_node *child = g_ptr_array_index(node->children, i);
        if (!is_repeated(plan, child))
            cfa_planning_add(lists[list_of(child)], signed_query(plan, child));
    }
    end_row(plan, around);
    xc_query *query = assemble(plan, node, lists);
    for (guint i = 0; i < LISTS; i++)
        g_ptr_array_unref(lists[i]);
    return query;
}

/* ---- what the words mean ---- */

/* Looks up the row of words that ends before child `end`, and empties it. */
static void find_row(cfa_planning *plan, const cfa_node *node, guint end, GPtrArray *row)
{
    g_autoptr(GPtrArray) found = cfa_meanings_find(plan->meanings, row, &plan->error);
    for (guint i = 0; i < row->len; i++)
        g_hash_table_insert(plan->meanings_of, g_ptr_array_index(node->children, end - row->len + i),
                            g_ptr_array_ref(g_ptr_array_index(found, i)));
    g_ptr_array_set_size(row, 0);
}

/* Words side by side are looked up together, since they may be an expression. */
static void find_meanings(cfa_planning *plan, const cfa_node *node)
{
    g_autoptr(GPtrArray) row = g_ptr_array_new();
    plan->budget.prefixes += node->kind == CFA_NODE_PREFIX;
    for (guint i = 0; i < node->children->len; i++) {
        const cfa_node *child = g_ptr_array_index(node->children, i);
        const gboolean is_plain = child->kind == CFA_NODE_WORD && child->occurrence == CFA_PLAIN;
        plan->budget.parts++;
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

static gboolean has_foreign_meaning(const cfa_planning *plan, const cfa_node *word)
{
    const GPtrArray *meanings = g_hash_table_lookup(plan->meanings_of, word);
    for (guint i = 0; i < meanings->len; i++)
        if (((const cfa_meaning *)g_ptr_array_index(meanings, i))->language == CFA_LANGUAGE_UNKNOWN)
            return TRUE;
    return meanings->len == 0; /* it is searched as typed, in whatever language */
}

/* Whether words are searched by their stems in the languages wanted alone, so that no other text is found: a
 * filter would take as long again. */
static gboolean finds_wanted_alone(const cfa_planning *plan, const cfa_query *query)
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
    return has_stem && !plan->scope.keep_stopwords;
}

static gboolean is_language(const cfa_node *node)
{
    return node->kind == CFA_NODE_FIELD && node->field == CFA_FIELD_LANGUAGE;
}

/* Those of the languages wanted that the query leaves, by "lang:es" or "-lang:en"; all of them where it
 * leaves none. */
static cfa_language_set languages_of(const cfa_query *query, cfa_language_set wanted)
{
    cfa_language_set named = 0, never = 0;
    for (guint i = 0; i < query->root->children->len; i++) {
        const cfa_node *part = g_ptr_array_index(query->root->children, i);
        if (!is_language(part))
            continue;
        *(part->occurrence == CFA_NEVER ? &never : &named) |=
            CFA_LANGUAGE_BIT(cfa_language_parse(part->value));
    }
    const cfa_language_set left = wanted & (named != 0 ? named : CFA_EVERY_LANGUAGE) & ~never;
    return left != 0 ? left : wanted;
}

/* Whether some part below a node asks for a language: "strike OR (huelga lang:es)". Then no other language
 * stands in for it. */
static gboolean has_language_below(const cfa_node *node)
{
    for (guint i = 0; i < node->children->len; i++) {
        const cfa_node *part = g_ptr_array_index(node->children, i);
        for (guint j = 0; j < part->children->len; j++)
            if (is_language(g_ptr_array_index(part->children, j)))
                return TRUE;
        if (has_language_below(part))
            return TRUE;
    }
    return FALSE;
}

static void make_query(cfa_planning *plan, const cfa_query *query, cfa_language preferred,
                       gboolean translates)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    cfa_node_collect_words(query->root, words);
    if (query->is_likeness)
        cfa_meanings_set_typed(plan->meanings, query->language);
    else
        cfa_meanings_guess(plan->meanings, words, &plan->error);
    plan->made->language = cfa_meanings_typed(plan->meanings);
    if (translates && !has_language_below(query->root))
        plan->first = cfa_meanings_first(plan->meanings, words, preferred, &plan->behind, &plan->error);
    if (words->len > 0)
        plan->made->behind =
            plan->behind | (plan->languages & ~cfa_meanings_languages(plan->meanings) & CFA_EVERY_LANGUAGE);
    cfa_planning_limit_words(plan, words);
    for (guint i = 0; i < plan->made->left_out->len; i++)
        g_hash_table_add(plan->left_out, g_ptr_array_index(plan->made->left_out, i));
    find_meanings(plan, query->root);
    const guint left_out = plan->made->left_out->len;
    xc_query *made = sequence_query(plan, query->root);
    if (made == NULL) { /* stopwords alone, or nothing */
        plan->scope.keep_stopwords = TRUE;
        g_ptr_array_set_size(plan->made->left_out, (int)left_out);
        made = sequence_query(plan, query->root);
    }
    /* Nothing is left to search for: filters alone are no answer to words that nothing has. */
    if (plan->made->unknown->len > 0 && !plan->made->ranked && !cfa_query_has_citation(query)) {
        g_ptr_array_set_size(plan->made->unknown, 0);
        g_clear_pointer(&made, xc_query_free);
    }
    if (made == NULL)
        made = xc_query_match_nothing(&plan->error);
    else if (!finds_wanted_alone(plan, query))
        made = cfa_planning_combine_two(plan, XC_OP_FILTER, made,
                                        cfa_plan_languages(plan->languages, &plan->error));
    plan->made->query = made;
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

static cfa_plan *plan_new(const cfa_index *index, const cfa_query *query)
{
    cfa_plan *plan = g_new0(cfa_plan, 1);
    plan->marks = cfa_marks_new(index->stemmer);
    plan->left_out = g_ptr_array_new_with_free_func(g_free);
    plan->too_much = g_hash_table_new(g_direct_hash, g_direct_equal);
    plan->unknown = g_ptr_array_new_with_free_func(g_free);
    plan->cut = g_ptr_array_new_with_free_func(g_free);
    plan->words = g_ptr_array_new_with_free_func(word_free);
    plan->terms = g_ptr_array_new_with_free_func(term_free);
    plan->is_likeness = query->is_likeness;
    return plan;
}

cfa_plan *cfa_plan_make(const cfa_index *index, const cfa_query *query, const cfa_plan_options *options,
                        cfa_error *error)
{
    g_autoptr(cfa_plan) made = plan_new(index, query);
    const cfa_language_set wanted =
        languages_of(query, options->languages != 0 ? options->languages : CFA_EVERY_LANGUAGE);
    const cfa_translations *translations = options->as_typed ? NULL : index->translations;
    cfa_planning plan = {
        .database = index->database,
        .meanings = cfa_meanings_new(index->database, translations, index->stemmer, wanted),
        .meanings_of =
            g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_ptr_array_unref),
        .languages = wanted,
        .every = options->every,
        .scope = {.passes_unknown = options->passes_unknown},
        .left_out = g_hash_table_new(g_str_hash, g_str_equal),
        .budget = {.like = options->like, .paragraphs = xc_database_get_doccount(index->database, NULL)},
        .made = made,
        .error = XC_ERROR_INIT};
    plan.budget.most_looks = options->looks > 0 ? options->looks * plan.budget.paragraphs : G_MAXDOUBLE;
    make_query(&plan, query, options->preferred, translations != NULL);
    g_hash_table_unref(plan.left_out);
    g_hash_table_unref(plan.meanings_of);
    cfa_meanings_free(plan.meanings);
    if (plan.error.status == XC_OK)
        return g_steal_pointer(&made);
    cfa_database_error(error, &plan.error);
    return NULL;
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
    g_hash_table_unref(plan->too_much);
    g_ptr_array_unref(plan->unknown);
    g_ptr_array_unref(plan->cut);
    g_free(plan);
}
