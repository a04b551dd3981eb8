#include "vector.h"

#include <string.h>

static const guint32 unasked = G_MAXUINT32;

typedef struct span {
    guint start, count; /* of the entries */
    cfa_language language;
    double length;
} span;

struct cfa_vectors {
    const xc_database *database;
    double mean_length;
    GHashTable *numbers; /* term -> its number + 1 */
    GPtrArray *terms;    /* number -> term, borrowed from `numbers` */
    GArray *frequencies; /* number -> guint32, or `unasked` */
    GArray *entries, *spans;
};

cfa_vectors *cfa_vectors_new(const xc_database *database)
{
    cfa_vectors *vectors = g_new0(cfa_vectors, 1);
    vectors->database = database;
    vectors->mean_length = MAX(xc_database_get_avlength(database, NULL), 1);
    vectors->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    vectors->terms = g_ptr_array_new();
    vectors->frequencies = g_array_new(FALSE, FALSE, sizeof(guint32));
    vectors->entries = g_array_new(FALSE, FALSE, sizeof(cfa_vector_entry));
    vectors->spans = g_array_new(FALSE, FALSE, sizeof(span));
    return vectors;
}

void cfa_vectors_free(cfa_vectors *vectors)
{
    if (vectors == NULL)
        return;
    g_hash_table_unref(vectors->numbers);
    g_ptr_array_unref(vectors->terms);
    g_array_unref(vectors->frequencies);
    g_array_unref(vectors->entries);
    g_array_unref(vectors->spans);
    g_free(vectors);
}

guint32 cfa_vectors_number(cfa_vectors *vectors, const char *term)
{
    guint32 number = GPOINTER_TO_UINT(g_hash_table_lookup(vectors->numbers, term));
    if (number == 0) {
        char *copy = g_strdup(term);
        g_ptr_array_add(vectors->terms, copy);
        g_array_append_val(vectors->frequencies, unasked);
        number = vectors->terms->len;
        g_hash_table_insert(vectors->numbers, copy, GUINT_TO_POINTER(number));
    }
    return number - 1;
}

guint cfa_vectors_numbers(const cfa_vectors *vectors)
{
    return vectors->terms->len;
}

const char *cfa_vectors_term(const cfa_vectors *vectors, guint32 number)
{
    return g_ptr_array_index(vectors->terms, number);
}

guint cfa_vectors_frequency(cfa_vectors *vectors, guint32 number, xc_error *error)
{
    guint32 *frequency = &g_array_index(vectors->frequencies, guint32, number);
    if (*frequency == unasked) {
        const char *term = cfa_vectors_term(vectors, number);
        *frequency = xc_database_get_termfreq(vectors->database, term, strlen(term), error);
    }
    return *frequency;
}

/* The language by whose prefix a stem's term begins. */
static cfa_language language_of(const char *term)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if (g_str_has_prefix(term, cfa_layout_stem_prefix((cfa_language)l)))
            return (cfa_language)l;
    return CFA_LANGUAGE_UNKNOWN;
}

guint cfa_vectors_add(cfa_vectors *vectors, xc_docid docid, gboolean all, xc_error *error)
{
    span one = {.start = vectors->entries->len};
    xc_term_iterator *terms = xc_database_termlist(vectors->database, docid, error);
    /* The stems of a document stand together: all of them, and nothing else, begin with a Z. */
    const char *term = xc_term_iterator_skip_to(terms, "Z", 1, NULL, error);
    for (; term != NULL && term[0] == 'Z'; term = xc_term_iterator_next(terms, NULL, error)) {
        if (one.language == CFA_LANGUAGE_UNKNOWN)
            one.language = language_of(term);
        if (!all && !g_hash_table_contains(vectors->numbers, term))
            continue;
        const cfa_vector_entry entry = {cfa_vectors_number(vectors, term),
                                        xc_term_iterator_get_wdf(terms, error)};
        one.count++;
        g_array_append_val(vectors->entries, entry);
    }
    xc_term_iterator_free(terms);
    one.length = xc_database_get_doclength(vectors->database, docid, error) / vectors->mean_length;
    g_array_append_val(vectors->spans, one);
    return vectors->spans->len - 1;
}

cfa_vector cfa_vectors_at(const cfa_vectors *vectors, guint place)
{
    const span *one = &g_array_index(vectors->spans, span, place);
    return (cfa_vector){.language = one->language,
                        .length = one->length,
                        .entries = &g_array_index(vectors->entries, cfa_vector_entry, one->start),
                        .count = one->count};
}
