#include "frequency.h"

#include <string.h>

struct cfa_frequencies {
    const xc_database *database;
    const cfa_vocabulary *vocabulary;
    GHashTable *known; /* term -> guint */
};

cfa_frequencies *cfa_frequencies_new(const xc_database *database, const cfa_vocabulary *vocabulary)
{
    cfa_frequencies *frequencies = g_new0(cfa_frequencies, 1);
    frequencies->database = database;
    frequencies->vocabulary = vocabulary;
    frequencies->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return frequencies;
}

void cfa_frequencies_free(cfa_frequencies *frequencies)
{
    if (frequencies == NULL)
        return;
    g_hash_table_unref(frequencies->known);
    g_free(frequencies);
}

static guint look_up(const cfa_frequencies *frequencies, const char *term, xc_error *error)
{
    const gsize length = strlen(term);
    cfa_vocabulary_word listed;
    if (frequencies->vocabulary != NULL &&
        cfa_vocabulary_find(frequencies->vocabulary, term, length, &listed))
        return listed.frequency;
    return xc_database_get_termfreq(frequencies->database, term, length, error);
}

guint cfa_frequencies_find(cfa_frequencies *frequencies, const char *term, xc_error *error)
{
    gpointer known;
    if (g_hash_table_lookup_extended(frequencies->known, term, NULL, &known))
        return GPOINTER_TO_UINT(known);
    const guint frequency = look_up(frequencies, term, error);
    if (error->status != XC_OK)
        return frequency;
    if (g_hash_table_size(frequencies->known) >= CFA_FREQUENCIES_MAX)
        g_hash_table_remove_all(frequencies->known);
    g_hash_table_insert(frequencies->known, g_strdup(term), GUINT_TO_POINTER(frequency));
    return frequency;
}
