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

/* A search for the country that a name was meant to be of. What has one is its code, or where there is none
 * the name that the index has it under; `nearest_name` is borrowed from the table. */
typedef struct looking {
    char *word; /* what was typed, folded */
    cfa_nearest nearest;
    char *with, *near;
    const char *nearest_name;
    gboolean several; /* have the word */
} looking;

/* Whether a name has a word, both folded. */
static gboolean has_word(const char *name, const char *word)
{
    g_autofree char *folded = cfa_word_fold(name, strlen(name));
    g_autofree char *inside = g_strdup_printf(" %s ", folded);
    g_autofree char *apart = g_strdup_printf(" %s ", word);
    return strlen(word) > 2 && strstr(inside, apart) != NULL;
}

static void look_at(looking *this, const char *country, const char *name)
{
    if (has_word(name, this->word)) {
        this->several = this->several || (this->with != NULL && strcmp(this->with, country) != 0);
        g_free(this->with);
        this->with = g_strdup(country);
    }
    if (cfa_nearest_try(&this->nearest, name)) {
        g_free(this->near);
        this->near = g_strdup(country);
        this->nearest_name = name;
    }
}

/* A country that the table lacks is called as its pages call it. */
static void look_at_value(const char *value, gpointer data)
{
    if (cfa_country_name(value, CFA_ENGLISH) == NULL)
        look_at(data, value, value);
}

static void look_at_all(looking *this, const cfa_index *index, xc_error *failure)
{
    cfa_filter_each_value(index->database, CFA_FILTER_COUNTRY, look_at_value, this, failure);
    for (guint i = 0; i < cfa_country_count(); i++) {
        guint count;
        const char *const *names = cfa_country_names(cfa_country_at(i), &count);
        for (guint j = 0; j < count; j++)
            look_at(this, cfa_country_at(i), names[j]);
    }
}

/* The one country that has a word in its names, "Czech" or "Emirates"; else that with the nearest name. The
 * caller frees; NULL for none. */
static char *meant_country(const cfa_index *index, const char *typed, cfa_language language,
                           xc_error *failure)
{
    looking this = {.word = cfa_word_fold(typed, strlen(typed))};
    cfa_nearest_init(&this.nearest, typed);
    look_at_all(&this, index, failure);
    const gboolean has_one = this.with != NULL && !this.several;
    const char *country = has_one ? this.with : this.near, *name = NULL;
    if (country != NULL)
        name = cfa_country_name(country, language);
    if (name != NULL && !has_one && language == CFA_LANGUAGE_UNKNOWN)
        name = this.nearest_name;
    char *meant = g_strdup(name != NULL ? name : country);
    g_free(this.word);
    g_free(this.with);
    g_free(this.near);
    cfa_nearest_clear(&this.nearest);
    return meant;
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
        const char *typed_value = g_strstrip(values[i]);
        g_autofree char *value = NULL;
        if (is_value(index, field, typed_value, failure))
            value = g_strdup(typed_value);
        else {
            value = field == CFA_FIELD_COUNTRY ? meant_country(index, typed_value, language, failure)
                                               : g_strdup(cfa_value_nearest(field, typed_value));
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
