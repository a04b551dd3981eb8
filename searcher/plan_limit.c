/* The limits on the words of a query. */
#include "plan.h"

#include <string.h>

enum { RARE = 64 /* a word that not one of so many paragraphs has */ };

typedef struct counted_word {
    const char *word;
    guint frequency;
} counted_word;

static int compare_frequency(gconstpointer a, gconstpointer b)
{
    const counted_word *left = a, *right = b;
    if (left->frequency != right->frequency)
        return left->frequency < right->frequency ? -1 : 1;
    return strcmp(left->word, right->word);
}

void cfa_plan_limit(const xc_database *database, const cfa_meanings *meanings, const GPtrArray *typed,
                    GPtrArray *left_out, xc_error *error)
{
    if (typed->len <= CFA_QUERY_WORDS) /* no frequency is asked for in vain */
        return;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(counted_word));
    for (guint i = 0; i < typed->len; i++) {
        char *word = g_ptr_array_index(typed, i);
        counted_word one = {word, xc_database_get_termfreq(database, word, strlen(word), error)};
        if (one.frequency == 0) /* what is nowhere finds nothing: it goes first */
            one.frequency = G_MAXUINT;
        if (!cfa_meanings_is_stopword(meanings, word) && g_hash_table_add(seen, word))
            g_array_append_val(words, one);
    }
    g_array_sort(words, compare_frequency);
    for (guint i = CFA_QUERY_WORDS; i < words->len; i++)
        g_ptr_array_add(left_out, g_strdup(g_array_index(words, counted_word, i).word));
}

gboolean cfa_plan_has_rare(const xc_database *database, const GPtrArray *words, xc_error *error)
{
    const guint few = xc_database_get_doccount(database, error) / RARE;
    for (guint i = 0; i < words->len; i++) {
        const char *word = g_ptr_array_index(words, i);
        if (xc_database_get_termfreq(database, word, strlen(word), error) <= few)
            return TRUE;
    }
    return FALSE;
}
