#include "plan_filter.h"

#include "cited.h"
#include "filters.h"

#include <stdio.h>
#include <string.h>

enum { RANGE_TERMS = 200 /* paragraphs of a cited range that are looked up */ };

xc_query *cfa_plan_filter(cfa_filter filter, const char *value, xc_error *error)
{
    return xc_query_scale_weight(0, cfa_filter_query(filter, value, error), error);
}

/* A range of a slot whose values begin with the number in four digits. */
static xc_query *range_query(cfa_slot slot, const cfa_node *node, xc_error *error)
{
    const guint from = node->value[0] != '\0' ? (guint)g_ascii_strtoull(node->value, NULL, 10) : 0;
    const guint to = node->value_to[0] != '\0' ? (guint)g_ascii_strtoull(node->value_to, NULL, 10) : 9999;
    char low[16], high[16];
    /* Nothing unknown is in a range: it stands under 0. */
    snprintf(low, sizeof low, "%04u", CLAMP(from, 1, 9999));
    snprintf(high, sizeof high, "%04u~", MIN(to, 9999)); /* '~' sorts after all that follows the number */
    if (from > to)
        return xc_query_match_nothing(error);
    return xc_query_value_range(slot, low, strlen(low), high, strlen(high), error);
}

/* Which filter a field is, where it is one term. */
static const cfa_filter field_filters[CFA_FIELDS] = {[CFA_FIELD_CASE] = CFA_FILTER_CASE,
                                                     [CFA_FIELD_COUNTRY] = CFA_FILTER_COUNTRY,
                                                     [CFA_FIELD_REPORT] = CFA_FILTER_REPORT,
                                                     [CFA_FIELD_PARAGRAPH] = CFA_FILTER_NUMBER,
                                                     [CFA_FIELD_SECTION] = CFA_FILTER_SECTION,
                                                     [CFA_FIELD_TYPE] = CFA_FILTER_TYPE,
                                                     [CFA_FIELD_STATUS] = CFA_FILTER_STATUS,
                                                     [CFA_FIELD_LANGUAGE] = CFA_FILTER_LANGUAGE,
                                                     [CFA_FIELD_CONVENTION] = CFA_FILTER_CONVENTION};

static xc_query *cites_query(const xc_database *database, const cfa_citation *citation, xc_error *error)
{
    g_autoptr(cfa_cited) cited = cfa_cited_find(database, citation, error);
    return cfa_cited_query(cited, error);
}

/* The numbers of paragraphs that a range has, of those in the index. */
typedef struct number_range {
    guint from, to;
    GPtrArray *queries;
    xc_error *error;
} number_range;

static void add_number(const char *value, gpointer data)
{
    const number_range *range = data;
    const guint64 number = g_ascii_strtoull(value, NULL, 10);
    if (number >= range->from && number <= range->to)
        g_ptr_array_add(range->queries, cfa_plan_filter(CFA_FILTER_NUMBER, value, range->error));
}

/* No slot begins with the number of a paragraph; but there are no more numbers than the longest report has
 * paragraphs. */
static xc_query *numbers_query(const xc_database *database, const cfa_node *node, xc_error *error)
{
    g_autoptr(GPtrArray) queries = g_ptr_array_new();
    number_range range = {.from = (guint)g_ascii_strtoull(node->value, NULL, 10),
                          .to = node->value_to[0] != '\0' ? (guint)g_ascii_strtoull(node->value_to, NULL, 10)
                                                          : G_MAXUINT,
                          .queries = queries,
                          .error = error};
    cfa_filter_each_value(database, CFA_FILTER_NUMBER, add_number, &range, error);
    return cfa_any_of(queries, error);
}

/* A page is a text in a language: "3112113/en". */
static xc_query *text_query(const char *text_id, xc_error *error)
{
    xc_query *languages[CFA_LANGUAGES];
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        g_autofree char *page = g_strconcat(text_id, "/", cfa_language_code((cfa_language)l), NULL);
        languages[l - 1] = cfa_plan_filter(CFA_FILTER_TEXT_ID, page, error);
    }
    return xc_query_combine(XC_OP_OR, languages, CFA_LANGUAGES, 0, error);
}

gboolean cfa_plan_is_range(const cfa_node *node)
{
    return node->field == CFA_FIELD_YEAR ||
           ((node->field == CFA_FIELD_REPORT || node->field == CFA_FIELD_PARAGRAPH) &&
            node->value_to != NULL && strcmp(node->value, node->value_to) != 0);
}

guint cfa_plan_field_frequency(const xc_database *database, const cfa_node *node, xc_error *error)
{
    if (node->field == CFA_FIELD_CITES || node->field == CFA_FIELD_TEXT || cfa_plan_is_range(node))
        return 0;
    return cfa_filter_count(database, field_filters[node->field], node->value, error);
}

xc_query *cfa_plan_field(const xc_database *database, const cfa_node *node, xc_error *error)
{
    cfa_citation citation;
    if (node->field == CFA_FIELD_CITES && cfa_citation_parse(node->value, &citation))
        return cites_query(database, &citation, error);
    if (node->field == CFA_FIELD_TEXT)
        return text_query(node->value, error);
    if (cfa_plan_is_range(node) && node->field == CFA_FIELD_PARAGRAPH)
        return numbers_query(database, node, error);
    if (cfa_plan_is_range(node))
        return range_query(node->field == CFA_FIELD_YEAR ? CFA_SLOT_YEAR : CFA_SLOT_REPORT, node, error);
    return cfa_plan_filter(field_filters[node->field], node->value, error);
}

static xc_query *paragraphs_query(const cfa_citation *citation, xc_error *error)
{
    g_autoptr(GPtrArray) paragraphs = g_ptr_array_new();
    for (guint i = 0; i < RANGE_TERMS && citation->first + i <= citation->last; i++) {
        char id[CFA_CITATION_ID_SIZE];
        const cfa_citation one = {CFA_CITES_PARAGRAPH, citation->number, citation->first + i,
                                  citation->first + i};
        g_ptr_array_add(paragraphs, cfa_plan_filter(CFA_FILTER_PARAGRAPH, cfa_citation_id(&one, id), error));
    }
    return cfa_any_of(paragraphs, error);
}

xc_query *cfa_plan_citation(const xc_database *database, const cfa_citation *citation, xc_error *error)
{
    char number[16];
    snprintf(number, sizeof number, "%u", citation->number);
    switch (citation->kind) {
    case CFA_CITES_PARAGRAPH:
        return paragraphs_query(citation, error);
    case CFA_CITES_REPORT:
        return cfa_plan_filter(CFA_FILTER_REPORT, number, error);
    case CFA_CITES_CASE:
        return cfa_plan_filter(CFA_FILTER_CASE, number, error);
    case CFA_CITES_DIGEST:
    case CFA_CITES_COMPILATION: /* the books are not in the index: what cites them is */
        break;
    }
    return cites_query(database, citation, error);
}

xc_query *cfa_plan_languages(cfa_language_set languages, xc_error *error)
{
    g_autoptr(GPtrArray) wanted = g_ptr_array_new();
    if ((languages & CFA_EVERY_LANGUAGE) == CFA_EVERY_LANGUAGE)
        return NULL;
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((languages & CFA_LANGUAGE_BIT(l)) != 0)
            g_ptr_array_add(wanted,
                            cfa_plan_filter(CFA_FILTER_LANGUAGE, cfa_language_code((cfa_language)l), error));
    return cfa_any_of(wanted, error);
}
