#include "meant.h"

#include "fields.h"
#include "filters.h"
#include "slip.h"
#include "target.h"
#include "tree.h"
#include "value_names.h"

#include <string.h>

gboolean cfa_meant_is_country(const cfa_index *index, const char *typed, xc_error *failure)
{
    g_autoptr(cfa_node) node = cfa_field_node(CFA_FIELD_COUNTRY, typed); /* NULL for no name at all */
    return node != NULL && (cfa_country_name(node->value, CFA_ENGLISH) != NULL ||
                            cfa_filter_has(index->database, CFA_FILTER_COUNTRY, node->value, failure));
}

/* The nearest of all names of countries, by its name in a language. */
static const char *nearest_country(const char *typed, cfa_language language)
{
    g_auto(cfa_nearest) nearest;
    const char *best = NULL;
    cfa_nearest_init(&nearest, typed);
    for (guint i = 0; i < cfa_country_count(); i++) {
        guint count;
        const char *const *names = cfa_country_names(cfa_country_at(i), &count);
        for (guint j = 0; j < count; j++)
            if (cfa_nearest_try(&nearest, names[j]))
                best = language != CFA_LANGUAGE_UNKNOWN ? cfa_country_name(cfa_country_at(i), language)
                                                        : names[j];
    }
    return best;
}

/* Whether a name has a word, both folded. */
static gboolean has_word(const char *name, const char *word)
{
    g_autofree char *folded = cfa_word_fold(name, strlen(name));
    g_autofree char *inside = g_strdup_printf(" %s ", folded);
    g_autofree char *apart = g_strdup_printf(" %s ", word);
    return strstr(inside, apart) != NULL;
}

/* The one country that has a word in its names, "Czech" or "Emirates"; NULL where there are several. */
static const char *country_with(const char *typed, cfa_language language)
{
    g_autofree char *word = cfa_word_fold(typed, strlen(typed));
    const char *only = NULL;
    for (guint i = 0; strlen(word) > 2 && i < cfa_country_count(); i++) {
        guint count;
        const char *const *names = cfa_country_names(cfa_country_at(i), &count);
        guint j = 0;
        while (j < count && !has_word(names[j], word))
            j++;
        if (j < count && only != NULL)
            return NULL;
        if (j < count)
            only = cfa_country_name(cfa_country_at(i), language);
    }
    return only;
}

static const char *meant_country(const char *typed, cfa_language language)
{
    const char *only = country_with(typed, language);
    return only != NULL ? only : nearest_country(typed, language);
}

static gboolean is_value(const cfa_index *index, cfa_field field, const char *typed, xc_error *failure)
{
    if (field == CFA_FIELD_COUNTRY)
        return cfa_meant_is_country(index, typed, failure);
    g_autoptr(cfa_node) node = cfa_field_node(field, typed);
    return node != NULL;
}

char *cfa_meant_value(const cfa_index *index, cfa_field field, const char *typed, cfa_language language,
                      xc_error *failure)
{
    g_auto(GStrv) values = g_strsplit(typed, ",", -1);
    g_autoptr(GString) meant = g_string_new(NULL);
    gboolean is_right = is_value(index, field, typed, failure), any = FALSE;
    for (guint i = 0; !is_right && values[i] != NULL; i++) {
        const char *value = g_strstrip(values[i]);
        if (!is_value(index, field, value, failure)) {
            value =
                field == CFA_FIELD_COUNTRY ? meant_country(value, language) : cfa_value_nearest(field, value);
            any = TRUE;
        }
        if (value == NULL)
            return NULL;
        g_string_append_printf(meant, "%s%s", i > 0 ? "," : "", value);
    }
    return any ? g_strdup(meant->str) : NULL;
}

/* ---- citations ---- */

/* A number alone is searched as a word, but those who type one mostly mean a case, or a report; NULL where
 * the index has neither. */
static char *meant_number(const cfa_index *index, const cfa_query *query, cfa_language language,
                          xc_error *failure)
{
    const GPtrArray *parts = query->root->children;
    const cfa_node *only = parts->len == 1 ? g_ptr_array_index(parts, 0) : NULL;
    guint64 number;
    if (only == NULL || only->kind != CFA_NODE_WORD || only->occurrence != CFA_PLAIN ||
        !g_ascii_string_to_unsigned(g_ptr_array_index(only->words, 0), 10, 1, 9999, &number, NULL))
        return NULL;
    cfa_citation citation = {.kind = CFA_CITES_CASE, .number = (guint)number};
    if (!cfa_target_exists(index, &citation, failure))
        citation.kind = CFA_CITES_REPORT;
    return cfa_target_exists(index, &citation, failure) ? cfa_citation_name(language, &citation) : NULL;
}

/* Of a citation that leads nowhere what the index has of it: the report of a paragraph, the case of a number
 * that no report has. */
static char *meant_target(const cfa_index *index, const cfa_query *query, cfa_language language,
                          xc_error *failure)
{
    cfa_citation typed, meant;
    char id[CFA_CITATION_ID_SIZE];
    if (!query->is_citation || !cfa_query_read_citation(query->text, &typed) ||
        cfa_target_exists(index, &typed, failure) ||
        !cfa_target_meant(index, cfa_citation_id(&typed, id), &meant))
        return NULL;
    return cfa_citation_name(language, &meant);
}

char *cfa_meant_citation(const cfa_index *index, const cfa_query *query, cfa_language language,
                         xc_error *failure)
{
    char *meant = meant_number(index, query, language, failure);
    return meant != NULL ? meant : meant_target(index, query, language, failure);
}
