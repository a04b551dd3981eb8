#include "siblings.h"

#include "filters.h"

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

/* Adds "394/83/en"; it is "394/83" where the language is unknown. */
static void add_id(const char *id, gpointer siblings)
{
    const char *code = strrchr(id, '/');
    const cfa_language language = code != NULL ? cfa_language_parse(code + 1) : CFA_LANGUAGE_UNKNOWN;
    if (language == CFA_LANGUAGE_UNKNOWN)
        return;
    g_autofree char *paragraph = g_strndup(id, (gsize)(code - id));
    cfa_siblings_add(siblings, paragraph, language);
}

gboolean cfa_siblings_read(cfa_siblings *siblings, const xc_database *database, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    cfa_filter_each_value(database, CFA_FILTER_ID, add_id, siblings, &failure);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

cfa_language_set cfa_siblings_missing(const cfa_siblings *siblings, const char *paragraph)
{
    return CFA_EVERY_LANGUAGE & ~languages_of(siblings, paragraph);
}
