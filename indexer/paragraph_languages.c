#include "paragraph_languages.h"

#include "filters.h"

#include <string.h>

struct cfa_paragraph_languages {
    GHashTable *by_paragraph; /* "394/83" -> cfa_language_set */
};

cfa_paragraph_languages *cfa_paragraph_languages_new(void)
{
    cfa_paragraph_languages *languages = g_new0(cfa_paragraph_languages, 1);
    languages->by_paragraph = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return languages;
}

void cfa_paragraph_languages_free(cfa_paragraph_languages *languages)
{
    if (languages == NULL)
        return;
    g_hash_table_unref(languages->by_paragraph);
    g_free(languages);
}

static cfa_language_set languages_of(const cfa_paragraph_languages *languages, const char *paragraph)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(languages->by_paragraph, paragraph));
}

void cfa_paragraph_languages_add(cfa_paragraph_languages *languages, const char *paragraph,
                                 cfa_language language)
{
    const cfa_language_set before = languages_of(languages, paragraph);
    if (language == CFA_LANGUAGE_UNKNOWN || (before & CFA_LANGUAGE_BIT(language)) != 0)
        return;
    g_hash_table_insert(languages->by_paragraph, g_strdup(paragraph),
                        GUINT_TO_POINTER(before | CFA_LANGUAGE_BIT(language)));
}

/* Adds "394/83/en"; it is "394/83" where the language is unknown. */
static void add_id(const char *id, gpointer languages)
{
    const char *code = strrchr(id, '/');
    const cfa_language language = code != NULL ? cfa_language_parse(code + 1) : CFA_LANGUAGE_UNKNOWN;
    if (language == CFA_LANGUAGE_UNKNOWN)
        return;
    g_autofree char *paragraph = g_strndup(id, (gsize)(code - id));
    cfa_paragraph_languages_add(languages, paragraph, language);
}

gboolean cfa_paragraph_languages_read(cfa_paragraph_languages *languages, const xc_database *database,
                                      cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    cfa_filter_each_value(database, CFA_FILTER_ID, add_id, languages, &failure);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

cfa_language_set cfa_paragraph_languages_missing(const cfa_paragraph_languages *languages,
                                                 const char *paragraph)
{
    return CFA_EVERY_LANGUAGE & ~languages_of(languages, paragraph);
}
