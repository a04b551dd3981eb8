#include "meant.h"

#include "slip.h"
#include "tree.h"

#include <string.h>

/* So much of a name may be wrong: these slips, and of a short one this many for each letter. */
static const double most_slips = 2, slips_a_letter = 0.3;

/* The letters of a name alone, in the form that slips are counted in. The caller frees. */
static GString *letters_of(const char *name)
{
    g_autofree char *folded = cfa_word_fold(name, strlen(name));
    GString *letters = g_string_new(NULL);
    for (const char *at = folded; *at != '\0' && letters->len < CFA_WORD_MAX; at++)
        if (g_ascii_islower(*at))
            g_string_append_c(letters, *at);
    return letters;
}

gboolean cfa_meant_is_country(const cfa_index *index, const char *typed, xc_error *failure)
{
    cfa_node *node = cfa_field_node(CFA_FIELD_COUNTRY, typed); /* NULL for no name at all */
    g_autoptr(GString) term = g_string_new(NULL);
    gboolean is_one = FALSE;
    if (node != NULL) {
        cfa_layout_filter(term, CFA_FILTER_COUNTRY, node->value);
        is_one = cfa_country_name(node->value, CFA_ENGLISH) != NULL ||
                 xc_database_term_exists(index->database, term->str, term->len, failure);
    }
    cfa_node_free(node);
    return is_one;
}

const char *cfa_meant_country(const char *typed)
{
    g_autoptr(GString) letters = letters_of(typed);
    double least = MIN(most_slips, slips_a_letter * (double)letters->len);
    const char *best = NULL;
    for (guint i = 0; i < cfa_country_count(); i++) {
        guint count;
        const char *const *names = cfa_country_names(cfa_country_at(i), &count);
        for (guint j = 0; j < count; j++) {
            g_autoptr(GString) name = letters_of(names[j]);
            const double slips = cfa_slip_distance(letters->str, letters->len, name->str, name->len, least);
            if (slips < least) {
                least = slips;
                best = names[j];
            }
        }
    }
    return best;
}
