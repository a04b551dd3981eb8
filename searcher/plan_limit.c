/* The limits on what a query may have, and what it may cost. */
#include "planning.h"

#include "plan_filter.h"
#include "query_print.h"

#include <string.h>

enum {
    RARE = 64,      /* a word that not one of so many paragraphs has */
    EXCLUSIONS = 8, /* that leave all the rest of the index */
    PLACED = 8,     /* phrases and NEARs that are searched, whatever their words */
    FEW_PARTS = 6   /* of a query that is searched, whatever it costs */
};

/* What is looked at, beside a paragraph that a term has, which is one look: a paragraph whose value must be
 * in a range; one that has all words of a phrase or a NEAR, where their places are read; all that is left of
 * the index by an exclusion; and what a prefix widens to. Measured on what tests/bench/hard_questions.c
 * asks. */
static const double range_looks = 2, places_looks = 16, rest_looks = 1, prefix_looks = 2;

/* What the fields may take, at every paragraph, that all which is found has to have: a range and some
 * values. */
static const double most_narrowing_looks = 3;

static guint frequency_of(cfa_planning *plan, const char *term)
{
    return xc_database_get_termfreq(plan->database, term, strlen(term), &plan->error);
}

/* ---- how many words ---- */

typedef struct counted_word {
    const char *word;
    guint frequency;
} counted_word;

static int compare_frequency(gconstpointer a, gconstpointer b)
{
    const counted_word *left = a, *right = b;
    if (left->frequency != right->frequency)
        return left->frequency < right->frequency ? -1 : 1;
    return strcmp(left->word, right->word);
}

void cfa_planning_limit_words(cfa_planning *plan, const GPtrArray *typed)
{
    if (typed->len <= CFA_QUERY_WORDS) /* no frequency is asked for in vain */
        return;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(counted_word));
    for (guint i = 0; i < typed->len; i++) {
        char *word = g_ptr_array_index(typed, i);
        counted_word one = {word, frequency_of(plan, word)};
        if (one.frequency == 0) /* what is nowhere finds nothing: it goes first */
            one.frequency = G_MAXUINT;
        if (!cfa_meanings_is_stopword(plan->meanings, word) && g_hash_table_add(seen, word))
            g_array_append_val(words, one);
    }
    g_array_sort(words, compare_frequency);
    for (guint i = CFA_QUERY_WORDS; i < words->len; i++)
        g_ptr_array_add(plan->made->left_out, g_strdup(g_array_index(words, counted_word, i).word));
}

/* ---- what it costs ---- */

static gboolean leave_out(cfa_planning *plan, const cfa_node *node, char *name)
{
    g_hash_table_add(plan->made->too_much, GSIZE_TO_POINTER((gsize)node));
    g_ptr_array_add(plan->made->left_out, name);
    return FALSE;
}

/* Whether a part may be searched that costs so many looks at paragraphs, and is one of so many of its kind
 * that are allowed. */
static gboolean affords(cfa_planning *plan, const cfa_node *node, double looks, gboolean is_allowed)
{
    if (plan->budget.like != NULL)
        return !g_hash_table_contains(plan->budget.like->too_much, node);
    if (!is_allowed ||
        (plan->budget.parts > FEW_PARTS && plan->budget.looks + looks > plan->budget.most_looks))
        return FALSE;
    plan->budget.looks += looks;
    return TRUE;
}

/* How many paragraphs have the rarest of some terms. */
static guint fewest(cfa_planning *plan, char *const *terms, guint count)
{
    guint least = G_MAXUINT;
    for (guint i = 0; i < count; i++)
        least = MIN(least, frequency_of(plan, terms[i]));
    return least;
}

static guint fewest_words(cfa_planning *plan, const cfa_node *node)
{
    return fewest(plan, (char *const *)node->words->pdata, node->words->len);
}

gboolean cfa_planning_affords_places(cfa_planning *plan, const cfa_node *node)
{
    const guint least = fewest_words(plan, node);
    const gboolean is_allowed =
        plan->budget.placed_planned++ < PLACED || least <= plan->budget.paragraphs / RARE;
    return affords(plan, node, places_looks * least, is_allowed) ||
           leave_out(plan, node, cfa_node_print(node));
}

gboolean cfa_planning_affords_prefix(cfa_planning *plan, const cfa_node *node)
{
    const gboolean is_allowed = plan->budget.prefixes_planned++ < CFA_PLAN_PREFIXES;
    const char *prefix = g_ptr_array_index(node->words, 0);
    return affords(plan, node, prefix_looks * plan->budget.paragraphs, is_allowed) ||
           leave_out(plan, node, g_strdup_printf("%s*", prefix));
}

gboolean cfa_planning_affords_word(cfa_planning *plan, const cfa_node *node, const GPtrArray *meanings)
{
    double looks = 0;
    for (guint i = 0; plan->budget.parts > FEW_PARTS && i < meanings->len; i++) {
        const cfa_meaning *meaning = g_ptr_array_index(meanings, i);
        if (meaning->is_searched)
            looks += fewest(plan, (char *const *)meaning->terms, meaning->count);
    }
    return affords(plan, node, looks, TRUE) || leave_out(plan, node, cfa_node_print(node));
}

gboolean cfa_planning_affords_exact(cfa_planning *plan, const cfa_node *node)
{
    return affords(plan, node, fewest_words(plan, node), TRUE) || leave_out(plan, node, cfa_node_print(node));
}

/* Whether a field is searched whatever the rest takes: without it there would be hits of other years, or of
 * another country, than were asked for. */
static gboolean narrows(cfa_planning *plan, double looks)
{
    if (plan->scope.depth > 1 ||
        plan->budget.narrowing_looks + looks > most_narrowing_looks * plan->budget.paragraphs)
        return FALSE;
    plan->budget.narrowing_looks += looks;
    return TRUE;
}

gboolean cfa_planning_affords_field(cfa_planning *plan, const cfa_node *node)
{
    const double looks = cfa_plan_is_range(node)
                             ? range_looks * plan->budget.paragraphs
                             : cfa_plan_field_frequency(plan->database, node, &plan->error);
    return narrows(plan, looks) || affords(plan, node, looks, TRUE) ||
           leave_out(plan, node, cfa_node_print(node));
}

gboolean cfa_planning_affords_rest(cfa_planning *plan, const cfa_node *node)
{
    const gboolean is_allowed = plan->budget.exclusions_planned++ < EXCLUSIONS;
    return affords(plan, node, rest_looks * plan->budget.paragraphs, is_allowed) ||
           leave_out(plan, node, g_strdup("NOT"));
}
