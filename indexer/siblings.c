#include "siblings.h"

#include <string.h>

struct cfa_siblings {
    GHashTable *languages; /* "394/83" -> cfa_language_set */
};

cfa_siblings *cfa_siblings_new(void)
{
    cfa_siblings *siblings = g_new0(cfa_siblings, 1);
    siblings->languages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return siblings;
}

void cfa_siblings_free(cfa_siblings *siblings)
{
    if (siblings == NULL)
        return;
    g_hash_table_unref(siblings->languages);
    g_free(siblings);
}

static cfa_language_set languages_of(const cfa_siblings *siblings, const char *paragraph)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(siblings->languages, paragraph));
}

void cfa_siblings_add(cfa_siblings *siblings, const char *paragraph, cfa_language language)
{
    const cfa_language_set before = languages_of(siblings, paragraph);
    if (language == CFA_LANGUAGE_UNKNOWN || (before & CFA_LANGUAGE_BIT(language)) != 0)
        return;
    g_hash_table_insert(siblings->languages, g_strdup(paragraph),
                        GUINT_TO_POINTER(before | CFA_LANGUAGE_BIT(language)));
}

gboolean cfa_siblings_read(cfa_siblings *siblings, const xc_database *database, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    const char *prefix = cfa_layout_prefix(CFA_FILTER_ID), *term;
    g_autoptr(GString) paragraph = g_string_new(NULL);
    xc_term_iterator *terms = xc_database_allterms(database, prefix, strlen(prefix), &failure);
    while ((term = xc_term_iterator_next(terms, NULL, &failure)) != NULL) {
        g_string_assign(paragraph, term + strlen(prefix));
        char *code =
            strrchr(paragraph->str, '/'); /* "394/83/en", or "394/83" where the language is unknown */
        const cfa_language language = code != NULL ? cfa_language_parse(code + 1) : CFA_LANGUAGE_UNKNOWN;
        if (language == CFA_LANGUAGE_UNKNOWN)
            continue;
        *code = '\0';
        cfa_siblings_add(siblings, paragraph->str, language);
    }
    xc_term_iterator_free(terms);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

cfa_language_set cfa_siblings_missing(const cfa_siblings *siblings, const char *paragraph)
{
    return CFA_EVERY_LANGUAGE & ~languages_of(siblings, paragraph);
}
