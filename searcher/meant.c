#include "meant.h"

#include "fields.h"
#include "filters.h"
#include "slip.h"
#include "tree.h"
#include "value_names.h"

#include <string.h>

enum {
    STEM_LETTERS = 6,  /* that a word and the name of its country have in common at least */
    NAME_ENDING = 2,   /* that the name may have, and the word not */
    SUFFIX_LETTERS = 4 /* that the word may be longer than the name */
};

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

/* Whether a word begins as a name of one word does, but for two letters at its end, "Biéloruss(ie)", and goes
 * on no longer than a suffix. Both are folded. */
static gboolean begins_as(const char *word, const char *name)
{
    const gsize length = strlen(name);
    gsize same = 0;
    while (word[same] != '\0' && word[same] == name[same])
        same++;
    return same >= STEM_LETTERS && same + NAME_ENDING >= length && strlen(word) <= length + SUFFIX_LETTERS;
}

static gboolean is_named_like(const char *code, const char *word)
{
    guint count;
    const char *const *names = cfa_country_names(code, &count);
    for (guint i = 0; i < count; i++) {
        g_autofree char *name = cfa_word_fold(names[i], strlen(names[i]));
        if (begins_as(word, name))
            return TRUE;
    }
    return FALSE;
}

const char *cfa_meant_country_of(const cfa_index *index, const char *word, cfa_language language,
                                 xc_error *failure)
{
    g_autofree char *folded = cfa_word_fold(word, strlen(word));
    const char *only = NULL;
    for (guint i = 0; i < cfa_country_count(); i++) {
        const char *code = cfa_country_at(i);
        if (!is_named_like(code, folded) ||
            !cfa_filter_has(index->database, CFA_FILTER_COUNTRY, code, failure))
            continue;
        if (only != NULL)
            return NULL;
        only = cfa_country_name(code, language);
    }
    return only;
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
