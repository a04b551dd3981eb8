#include "frequency.h"

#include <string.h>

struct cfa_frequencies {
    const xc_database *database;
    GHashTable *known; /* term -> guint */
};

cfa_frequencies *cfa_frequencies_new(const xc_database *database)
{
    cfa_frequencies *frequencies = g_new0(cfa_frequencies, 1);
    frequencies->database = database;
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

guint cfa_frequencies_find(cfa_frequencies *frequencies, const char *term, xc_error *error)
{
    gpointer known;
    if (g_hash_table_lookup_extended(frequencies->known, term, NULL, &known))
        return GPOINTER_TO_UINT(known);
    const guint frequency = xc_database_get_termfreq(frequencies->database, term, strlen(term), error);
    if (error->status != XC_OK)
        return frequency;
    if (g_hash_table_size(frequencies->known) >= CFA_FREQUENCIES_MAX)
        g_hash_table_remove_all(frequencies->known);
    g_hash_table_insert(frequencies->known, g_strdup(term), GUINT_TO_POINTER(frequency));
    return frequency;
}
