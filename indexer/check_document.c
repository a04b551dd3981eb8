/* Each document of an index against what its record makes anew: the half of check.h that goes by
 * documents. */
#include "check.h"
#include "record.h"

#include <string.h>

/* The terms that name sources are of no record: they are what the comparison passes over. */
static gboolean names_source(const char *term)
{
    return g_str_has_prefix(term, cfa_layout_prefix(CFA_FILTER_SOURCE)) ||
           g_str_has_prefix(term, cfa_layout_prefix(CFA_FILTER_TEXT_ID));
}

/* Words alone have positions; all other terms begin with a capital. */
static gboolean is_word(const char *term)
{
    return !g_ascii_isupper(term[0]);
}

guint64 cfa_check_sum(const char *term, gsize length, guint wdf)
{
    guint64 sum = G_GUINT64_CONSTANT(14695981039346656037) ^ wdf;
    for (gsize i = 0; i < length; i++)
        sum = (sum ^ (guint8)term[i]) * G_GUINT64_CONSTANT(1099511628211);
    return sum ^ sum >> 29;
}

/* What the term list of a document says, read once. */
typedef struct termlist {
    GArray *positions; /* guint32, of one term */
    guint64 sum, length, position_sum;
    guint terms;
} termlist;

static void add_positions(termlist *list, const cfa_check *check, xc_docid docid, const char *term,
                          gsize length, xc_error *failure)
{
    guint32 *positions = (guint32 *)(gpointer)list->positions->data;
    gsize count = xc_database_positionlist(check->database, docid, term, length, positions,
                                           list->positions->len, failure);
    if (count > list->positions->len) {
        g_array_set_size(list->positions, (guint)MIN(count, G_MAXUINT / 8));
        add_positions(list, check, docid, term, length, failure);
        return;
    }
    for (gsize i = 0; i < count; i++)
        list->position_sum += cfa_check_sum(term, length, positions[i]);
}

/* The next term that is of a record, each one on the way counted. */
static const char *next_found(termlist *list, const cfa_check *check, xc_docid docid, xc_term_iterator *terms,
                              xc_error *failure)
{
    const char *term;
    size_t length;
    while ((term = xc_term_iterator_next(terms, &length, failure)) != NULL) {
        const guint wdf = xc_term_iterator_get_wdf(terms, failure);
        list->sum += cfa_check_sum(term, length, wdf);
        list->length += wdf;
        list->terms++;
        if (is_word(term))
            add_positions(list, check, docid, term, length, failure);
        if (!names_source(term))
            return term;
    }
    return NULL;
}

/* Reads the whole list; the first term in which it differs from what is expected, or NULL; new. */
static char *first_difference(termlist *list, const cfa_check *check, xc_docid docid, xc_error *failure)
{
    g_autoptr(xc_term_iterator) found = xc_database_termlist(check->database, docid, failure);
    g_autoptr(xc_term_iterator) expected = xc_document_termlist(check->expected, failure);
    char *difference = NULL;
    const char *left, *right;
    do {
        left = next_found(list, check, docid, found, failure);
        right = difference == NULL ? xc_term_iterator_next(expected, NULL, failure) : NULL;
        if (difference != NULL || (left == NULL && right == NULL))
            continue;
        if (left == NULL || right == NULL || strcmp(left, right) != 0)
            difference = g_strdup(right != NULL ? right : left);
        else if (xc_term_iterator_get_wdf(found, failure) != xc_term_iterator_get_wdf(expected, failure))
            difference = g_strdup(left);
    } while (left != NULL);
    return difference;
}

static guint64 expected_positions(const char *text)
{
    cfa_word_reader reader;
    cfa_word word;
    guint64 sum = 0;
    cfa_word_reader_init(&reader, text, strlen(text));
    while (cfa_word_next(&reader, &word))
        sum += cfa_check_sum(word.text, word.length, word.position);
    return sum;
}

/* What the index says of the length of a document, and of the number of its terms, apart from its list. */
static void compare_lengths(cfa_check *check, xc_docid docid, const termlist *list, const char *id,
                            xc_error *failure)
{
    /* libxapian counts no more terms than the document is long. */
    const guint64 terms = MIN(list->terms, list->length);
    if (xc_database_get_doclength(check->database, docid, failure) != list->length ||
        xc_database_get_unique_terms(check->database, docid, failure) != terms)
        cfa_check_fault(check, id, "its length is not that of its terms");
    const guint length = (guint)MIN(list->length, G_MAXUINT);
    check->length += list->length;
    check->shortest = MIN(check->shortest, length);
    check->longest = MAX(check->longest, length);
    if (docid < check->sums->len)
        g_array_index(check->sums, guint64, docid) = list->sum;
}

static void compare_terms(cfa_check *check, xc_docid docid, const cfa_record *record, xc_error *failure)
{
    termlist list = {.positions = g_array_sized_new(FALSE, TRUE, sizeof(guint32), 64)};
    g_array_set_size(list.positions, 64);
    g_autofree char *term = first_difference(&list, check, docid, failure);
    if (failure->status == XC_OK) {
        if (term != NULL) {
            g_autofree char *reason =
                g_strdup_printf("its terms are not those of its text, from \"%s\" on", term);
            cfa_check_fault(check, record->id, reason);
        }
        if (list.position_sum != expected_positions(record->paragraph->text))
            cfa_check_fault(check, record->id, "its words do not stand where they do in its text");
        compare_lengths(check, docid, &list, record->id, failure);
    }
    g_array_unref(list.positions);
}

static void remember_value(cfa_check_slot *slot, const char *value, gsize size)
{
    if (size == 0)
        return;
    g_autoptr(GBytes) bytes = g_bytes_new(value, size);
    slot->documents++;
    if (slot->lowest == NULL || g_bytes_compare(bytes, slot->lowest) < 0) {
        g_bytes_unref(slot->lowest);
        slot->lowest = g_bytes_ref(bytes);
    }
    if (slot->highest == NULL || g_bytes_compare(bytes, slot->highest) > 0) {
        g_bytes_unref(slot->highest);
        slot->highest = g_bytes_ref(bytes);
    }
}

static void compare_values(cfa_check *check, xc_document *document, const char *id, xc_error *failure)
{
    for (guint slot = 0; slot < CFA_SLOTS; slot++) {
        size_t found_size = 0, expected_size = 0;
        const char *found = xc_document_get_value(document, slot, &found_size, failure);
        const char *expected = xc_document_get_value(check->expected, slot, &expected_size, failure);
        if (found == NULL || expected == NULL || found_size != expected_size ||
            memcmp(found, expected, found_size) != 0)
            cfa_check_fault(check, id, "a value is not that of its record");
        if (found != NULL)
            remember_value(&check->slots[slot], found, found_size);
    }
}

static void check_record(cfa_check *check, xc_docid docid, xc_document *document, const char *place,
                         xc_error *failure)
{
    cfa_error error = {0};
    g_autoptr(cfa_record) record = cfa_database_record(document, failure, &error);
    if (record == NULL) {
        cfa_check_fault(check, place, error.status != CFA_OK ? error.reason : failure->message);
        return;
    }
    const char *paragraph = xc_document_get_value(document, CFA_SLOT_PARAGRAPH, NULL, failure);
    const cfa_language_set missing =
        cfa_paragraph_languages_missing(check->languages, paragraph != NULL ? paragraph : "");
    xc_document_clear(check->expected, failure);
    const cfa_placed_paragraph placed = {.text = record->text,
                                         .paragraph = record->paragraph,
                                         .first = record->first,
                                         .last = record->last,
                                         .missing = missing};
    cfa_contents_fill(check->contents, check->stemmer, &placed);
    if (!cfa_contents_put(check->contents, check->expected, &error)) {
        cfa_check_fault(check, record->id, error.reason);
        return;
    }
    compare_terms(check, docid, record, failure);
    compare_values(check, document, record->id, failure);
}

void cfa_check_documents(cfa_check *check)
{
    xc_error failure = XC_ERROR_INIT;
    g_array_set_size(check->sums, xc_database_get_lastdocid(check->database, &failure) + 1);
    g_autoptr(xc_posting_iterator) all = xc_database_postlist(check->database, "", 0, &failure);
    xc_docid docid;
    while ((docid = xc_posting_iterator_next(all, &failure)) != 0) {
        xc_error inner = XC_ERROR_INIT;
        g_autofree char *place = g_strdup_printf("document %u", docid);
        g_autoptr(xc_document) document = xc_database_get_document(check->database, docid, &inner);
        check->documents++;
        if (document != NULL)
            check_record(check, docid, document, place, &inner);
        if (inner.status == XC_NETWORK)
            failure = inner; /* which ends the list */
        else if (inner.status != XC_OK)
            cfa_check_fault(check, place, inner.message);
    }
    if (failure.status == XC_NETWORK)
        check->unreachable = failure;
    else if (failure.status != XC_OK)
        cfa_check_fault(check, "the list of documents", failure.message);
}
