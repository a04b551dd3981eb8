#include "prefix.h"

#include <math.h>
#include <string.h>

typedef struct widened {
    char *term;
    guint frequency;
} widened;

static void widened_clear(gpointer data)
{
    g_free(((widened *)data)->term);
}

static int compare_widened(gconstpointer a, gconstpointer b)
{
    const widened *left = a, *right = b;
    if (left->frequency != right->frequency)
        return left->frequency > right->frequency ? -1 : 1;
    return strcmp(left->term, right->term);
}

/* All terms with a prefix, the most frequent first. */
static GArray *widen(const xc_database *database, const char *prefix, xc_error *error)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(widened));
    g_array_set_clear_func(all, widened_clear);
    g_autoptr(xc_term_iterator) terms = xc_database_allterms(database, prefix, strlen(prefix), error);
    const char *term;
    while ((term = xc_term_iterator_next(terms, NULL, error)) != NULL) {
        const widened one = {g_strdup(term), xc_term_iterator_get_termfreq(terms, error)};
        g_array_append_val(all, one);
    }
    g_array_sort(all, compare_widened);
    return all;
}

/* What libxapian's BM25 gives for being so rare. */
static double rarity(double documents, double frequency)
{
    const double odds = (documents - frequency + 0.5) / (frequency + 0.5);
    return log(odds < 2 ? odds / 2 + 1 : odds);
}

/* In how many documents any of the terms is, as if each were where it is by chance. */
static double frequency_of_all(const GArray *terms, double documents)
{
    double without = 1;
    for (guint i = 0; i < terms->len; i++)
        without *= 1 - g_array_index(terms, widened, i).frequency / documents;
    return documents * (1 - without);
}

xc_query *cfa_prefix_query(const xc_database *database, const char *prefix, guint most, gboolean *cut,
                           xc_error *error)
{
    g_autoptr(GArray) terms = widen(database, prefix, error);
    g_autoptr(GPtrArray) queries = g_ptr_array_new();
    const double documents = xc_database_get_doccount(database, error);
    *cut = terms->len > most;
    if (*cut)
        g_array_set_size(terms, most);
    const double all = rarity(documents, frequency_of_all(terms, documents));
    for (guint i = 0; i < terms->len; i++) {
        const widened *one = &g_array_index(terms, widened, i);
        xc_query *query = xc_query_term(one->term, strlen(one->term), 1, error);
        g_ptr_array_add(queries,
                        xc_query_scale_weight(all / rarity(documents, one->frequency), query, error));
    }
    return cfa_any_of(queries, error);
}
