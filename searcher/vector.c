#include "vector.h"

#include <stdlib.h>
#include <string.h>

static const guint32 unasked = G_MAXUINT32;

enum { WANTED = 1 << 13, READ_AT_ONCE = 64 /* entries */ };

typedef struct span {
    cfa_forward_head head;
    guint start, count; /* of the entries */
    guint length;       /* in stems, each as often as it is there */
} span;

/* A docid and its place, to be read in the order in which the index has them. */
typedef struct reading {
    xc_docid docid;
    guint place;
} reading;

struct cfa_vectors {
    const xc_database *database;
    cfa_frequencies *known_frequencies;
    double mean_length;    /* in stems, of what was read */
    GHashTable *numbers;   /* a term's key -> its number + 1 */
    guint8 wanted[WANTED]; /* by the end of a key: whether one that ends so is looked for, as most are not */
    GPtrArray *terms;      /* number -> term */
    GArray *frequencies;   /* number -> guint32, or `unasked` */
    GArray *docids, *spans, *entries; /* by place, by place, and all entries one after the other */
    GArray *readings;                 /* reading: docids and places in the order of docids */
    GHashTable *stems;                /* place -> GArray of cfa_vector_stem, where they were asked for */
};

cfa_vectors *cfa_vectors_new(const cfa_index *index)
{
    cfa_vectors *vectors = g_new0(cfa_vectors, 1);
    vectors->database = index->database;
    vectors->known_frequencies = index->frequencies;
    vectors->numbers = g_hash_table_new(g_direct_hash, g_direct_equal);
    vectors->terms = g_ptr_array_new_with_free_func(g_free);
    vectors->frequencies = g_array_new(FALSE, FALSE, sizeof(guint32));
    vectors->docids = g_array_new(FALSE, FALSE, sizeof(xc_docid));
    vectors->spans = g_array_new(FALSE, TRUE, sizeof(span));
    vectors->entries = g_array_new(FALSE, FALSE, sizeof(cfa_forward_entry));
    vectors->readings = g_array_new(FALSE, FALSE, sizeof(reading));
    vectors->stems =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_array_unref);
    return vectors;
}

void cfa_vectors_free(cfa_vectors *vectors)
{
    if (vectors == NULL)
        return;
    g_hash_table_unref(vectors->numbers);
    g_ptr_array_unref(vectors->terms);
    g_array_unref(vectors->frequencies);
    g_array_unref(vectors->docids);
    g_array_unref(vectors->spans);
    g_array_unref(vectors->entries);
    g_array_unref(vectors->readings);
    g_hash_table_unref(vectors->stems);
    g_free(vectors);
}

/* ---- numbers ---- */

/* The number of a key, and one more; 0 for none. */
static guint32 find_number(const cfa_vectors *vectors, guint32 key)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(vectors->numbers, GUINT_TO_POINTER(key)));
}

guint32 cfa_vectors_number(cfa_vectors *vectors, const char *term)
{
    const guint32 key = cfa_forward_key(term);
    guint32 number = find_number(vectors, key);
    if (number == 0) {
        g_ptr_array_add(vectors->terms, g_strdup(term));
        g_array_append_val(vectors->frequencies, unasked);
        number = vectors->terms->len;
        g_hash_table_insert(vectors->numbers, GUINT_TO_POINTER(key), GUINT_TO_POINTER(number));
    }
    return number - 1;
}

void cfa_vectors_look_for(cfa_vectors *vectors, guint32 number)
{
    vectors->wanted[cfa_forward_key(cfa_vectors_term(vectors, number)) % WANTED] = TRUE;
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
        *frequency = cfa_frequencies_find(vectors->known_frequencies, term, error);
    }
    return *frequency;
}

/* ---- documents ---- */

static int compare_readings(gconstpointer a, gconstpointer b)
{
    const reading *left = a, *right = b;
    return left->docid < right->docid ? -1 : left->docid > right->docid;
}

static void read_value(cfa_vectors *vectors, guint place, const char *bytes, gsize size)
{
    cfa_forward_reader reader;
    cfa_forward_entry some[READ_AT_ONCE];
    guint count = 0;
    span *one = &g_array_index(vectors->spans, span, place);
    cfa_forward_open(&reader, bytes, size);
    one->start = vectors->entries->len;
    one->head = reader.head;
    while (cfa_forward_next(&reader, &some[count])) {
        one->length += some[count].count;
        if (++count < READ_AT_ONCE)
            continue;
        g_array_append_vals(vectors->entries, some, count);
        count = 0;
    }
    g_array_append_vals(vectors->entries, some, count);
    one->count = vectors->entries->len - one->start;
}

static void set_mean_length(cfa_vectors *vectors)
{
    double all = 0;
    for (guint i = 0; i < vectors->spans->len; i++)
        all += g_array_index(vectors->spans, span, i).length;
    vectors->mean_length = all > 0 ? all / vectors->spans->len : 1;
}

void cfa_vectors_read(cfa_vectors *vectors, const GArray *docids, xc_error *error)
{
    for (guint i = 0; i < docids->len; i++) {
        const reading one = {g_array_index(docids, xc_docid, i), i};
        g_array_append_val(vectors->readings, one);
    }
    g_array_sort(vectors->readings, compare_readings);
    g_array_append_vals(vectors->docids, docids->data, docids->len);
    g_array_set_size(vectors->spans, docids->len);
    g_autoptr(xc_value_iterator) values = xc_database_valuestream(vectors->database, CFA_SLOT_FORWARD, error);
    for (guint i = 0; i < vectors->readings->len; i++) {
        const reading *one = &g_array_index(vectors->readings, reading, i);
        size_t size = 0;
        if (xc_value_iterator_skip_to(values, one->docid, error) != one->docid)
            continue;
        const char *bytes = xc_value_iterator_get_value(values, &size, error);
        if (bytes != NULL)
            read_value(vectors, one->place, bytes, size);
    }
    set_mean_length(vectors);
}

void cfa_vectors_mark(const cfa_vectors *vectors, const char *term, guint64 mark, guint64 *marks,
                      xc_error *error)
{
    g_autoptr(xc_posting_iterator) postings =
        xc_database_postlist(vectors->database, term, strlen(term), error);
    xc_docid found = 1;
    for (guint i = 0; i < vectors->readings->len && found != 0; i++) {
        const reading *one = &g_array_index(vectors->readings, reading, i);
        found = xc_posting_iterator_skip_to(postings, one->docid, error);
        if (found == one->docid)
            marks[one->place] |= mark;
    }
}

cfa_vector cfa_vectors_at(const cfa_vectors *vectors, guint place)
{
    const span *one = &g_array_index(vectors->spans, span, place);
    return (cfa_vector){.head = one->head,
                        .length = one->length / vectors->mean_length,
                        .entries = &g_array_index(vectors->entries, cfa_forward_entry, one->start),
                        .count = one->count};
}

void cfa_vectors_count(const cfa_vectors *vectors, const cfa_vector *vector, guint32 *counts)
{
    memset(counts, 0, vectors->terms->len * sizeof *counts);
    for (guint i = 0; i < vector->count; i++) {
        const guint32 key = vector->entries[i].key;
        const guint32 number = vectors->wanted[key % WANTED] ? find_number(vectors, key) : 0;
        if (number != 0)
            counts[number - 1] = vector->entries[i].count;
    }
}

const GArray *cfa_vectors_stems(cfa_vectors *vectors, guint place, xc_error *error)
{
    GArray *stems = g_hash_table_lookup(vectors->stems, GUINT_TO_POINTER(place));
    if (stems != NULL)
        return stems;
    stems = g_array_new(FALSE, FALSE, sizeof(cfa_vector_stem));
    g_autoptr(xc_term_iterator) terms =
        xc_database_termlist(vectors->database, g_array_index(vectors->docids, xc_docid, place), error);
    /* The stems of a document stand together: all of them, and nothing else, begin with a Z. */
    const char *term = xc_term_iterator_skip_to(terms, "Z", 1, NULL, error);
    for (; term != NULL && term[0] == 'Z'; term = xc_term_iterator_next(terms, NULL, error)) {
        const cfa_vector_stem one = {cfa_vectors_number(vectors, term),
                                     xc_term_iterator_get_wdf(terms, error)};
        g_array_append_val(stems, one);
    }
    g_hash_table_insert(vectors->stems, GUINT_TO_POINTER(place), stems);
    return stems;
}
