#include "facets.h"

#include <string.h>

/* The field of the query language that filters by each. */
static const cfa_field fields[CFA_FACETS] = {
    [CFA_FACET_COUNTRY] = CFA_FIELD_COUNTRY,
    [CFA_FACET_YEAR] = CFA_FIELD_YEAR,
    [CFA_FACET_TYPE] = CFA_FIELD_TYPE,
    [CFA_FACET_STATUS] = CFA_FIELD_STATUS,
    [CFA_FACET_LANGUAGE] = CFA_FIELD_LANGUAGE,
    [CFA_FACET_SECTION] = CFA_FIELD_SECTION,
    [CFA_FACET_CONVENTION] = CFA_FIELD_CONVENTION,
};

cfa_field cfa_facet_field(cfa_facet facet)
{
    return fields[facet];
}

static void clear_count(gpointer data)
{
    g_free(((cfa_facet_count *)data)->value);
}

static void add_count(cfa_facet facet, const char *value, guint count, gpointer data)
{
    const cfa_facet_count one = {g_strdup(value), count};
    g_array_append_val(((cfa_facets *)data)->counts[facet], one);
}

cfa_facets *cfa_facets_new(const cfa_tally *tally)
{
    cfa_facets *facets = g_new0(cfa_facets, 1);
    for (guint facet = 0; facet < CFA_FACETS; facet++) {
        facets->counts[facet] = g_array_new(FALSE, FALSE, sizeof(cfa_facet_count));
        g_array_set_clear_func(facets->counts[facet], clear_count);
    }
    cfa_tally_count(tally, add_count, facets);
    return facets;
}

void cfa_facets_free(cfa_facets *facets)
{
    if (facets == NULL)
        return;
    for (guint facet = 0; facet < CFA_FACETS; facet++)
        g_array_unref(facets->counts[facet]);
    g_free(facets);
}

void cfa_facets_set_language(cfa_facets *facets, cfa_language language, guint count)
{
    GArray *counts = facets->counts[CFA_FACET_LANGUAGE];
    const char *code = cfa_language_code(language);
    for (guint i = 0; i < counts->len; i++)
        if (strcmp(g_array_index(counts, cfa_facet_count, i).value, code) == 0)
            g_array_remove_index(counts, i--);
    if (count > 0)
        add_count(CFA_FACET_LANGUAGE, code, count, facets);
}

void cfa_facets_mark_filtered(cfa_facets *facets, const cfa_query *query)
{
    const GPtrArray *parts = query->root->children;
    for (guint i = 0; i < parts->len; i++) {
        const cfa_node *part = g_ptr_array_index(parts, i);
        for (guint facet = 0; facet < CFA_FACETS; facet++)
            if (part->kind == CFA_NODE_FIELD && part->occurrence != CFA_NEVER && part->field == fields[facet])
                facets->is_filtered[facet] = TRUE;
    }
}

const char *cfa_facet_label(cfa_facet facet, const char *value, cfa_language language)
{
    return facet == CFA_FACET_COUNTRY ? cfa_country_name(value, language) : NULL;
}

gboolean cfa_facet_is_number(cfa_facet facet)
{
    return facet == CFA_FACET_YEAR || facet == CFA_FACET_CONVENTION;
}

/* ---- their order ---- */

static int compare_numbers(const cfa_facet_count *left, const cfa_facet_count *right)
{
    const guint64 a = g_ascii_strtoull(left->value, NULL, 10), b = g_ascii_strtoull(right->value, NULL, 10);
    return a < b ? -1 : a > b;
}

static int compare_years(gconstpointer a, gconstpointer b)
{
    return compare_numbers(a, b);
}

/* What is sorted: the values of a facet, by their labels in a language. */
typedef struct order {
    cfa_facet facet;
    cfa_language language;
} order;

static int compare_counts(gconstpointer a, gconstpointer b, gpointer data)
{
    const cfa_facet_count *left = a, *right = b;
    const order *by = data;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    if (cfa_facet_is_number(by->facet))
        return compare_numbers(left, right);
    const char *left_label = cfa_facet_label(by->facet, left->value, by->language);
    const char *right_label = cfa_facet_label(by->facet, right->value, by->language);
    return strcmp(left_label != NULL ? left_label : left->value,
                  right_label != NULL ? right_label : right->value);
}

void cfa_facets_sort(cfa_facets *facets, cfa_language language)
{
    for (order by = {.language = language}; by.facet < CFA_FACETS; by.facet++)
        if (by.facet == CFA_FACET_YEAR)
            g_array_sort(facets->counts[by.facet], compare_years);
        else
            g_array_sort_with_data(facets->counts[by.facet], compare_counts, &by);
}
