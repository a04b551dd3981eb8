#include "browse.h"

#include "layout.h"

#include <string.h>

/* Reads every record that a filter's term finds, in order of docid; NULL with *error. */
static GPtrArray *read_records(const cfa_index *index, cfa_filter filter, const char *value, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_layout_filter(term, filter, value);
    GPtrArray *records = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_record_free);
    xc_posting_iterator *postings = xc_database_postlist(index->database, term->str, term->len, &failure);
    xc_docid docid;
    gboolean well = TRUE;
    while (well && (docid = xc_posting_iterator_next(postings, &failure)) != 0) {
        size_t length = 0;
        xc_document *document = xc_database_get_document(index->database, docid, &failure);
        const char *data = xc_document_get_data(document, &length, &failure);
        cfa_record *record = data != NULL ? cfa_record_decode(data, length, error) : NULL;
        well = record != NULL || data == NULL;
        if (record != NULL)
            g_ptr_array_add(records, record);
        xc_document_free(document);
    }
    xc_posting_iterator_free(postings);
    if (failure.status != XC_OK)
        well = cfa_database_error(error, &failure);
    if (!well)
        g_clear_pointer(&records, g_ptr_array_unref);
    return records;
}

static int compare_languages(gconstpointer a, gconstpointer b)
{
    const cfa_record *left = *(cfa_record *const *)a, *right = *(cfa_record *const *)b;
    return (int)left->text->language - (int)right->text->language;
}

static int compare_numbers(gconstpointer a, gconstpointer b)
{
    const cfa_record *left = *(cfa_record *const *)a, *right = *(cfa_record *const *)b;
    return left->paragraph->number < right->paragraph->number
               ? -1
               : left->paragraph->number > right->paragraph->number;
}

/* Takes the record in the language out of the list: the one asked for; without one asked for, the preferred,
 * else the first. */
static cfa_record *take_language(GPtrArray *records, cfa_language asked, cfa_language preferred)
{
    guint chosen = records->len;
    for (guint i = 0; i < records->len; i++) {
        const cfa_record *record = g_ptr_array_index(records, i);
        const cfa_language wanted = asked != CFA_LANGUAGE_UNKNOWN ? asked : preferred;
        if (record->text->language == wanted)
            chosen = i;
    }
    if (chosen == records->len && asked == CFA_LANGUAGE_UNKNOWN && records->len > 0)
        chosen = 0;
    return chosen < records->len ? g_ptr_array_steal_index(records, chosen) : NULL;
}

cfa_reading *cfa_browse_paragraph(const cfa_index *index, const char *id, cfa_language preferred,
                                  cfa_error *error)
{
    g_autofree char *stem = NULL;
    guint first = 0, last = 0;
    cfa_language language = CFA_LANGUAGE_UNKNOWN;
    if (!cfa_id_parse(id, &stem, &first, &last, &language) || first != last) {
        cfa_error_set(error, CFA_USAGE, "bad-id", -1,
                      "\"%s\" is no identifier of a paragraph, such as 394/83 or 394/83/fr", id);
        return NULL;
    }
    g_autofree char *any_language = cfa_id_make(stem, first, first, CFA_LANGUAGE_UNKNOWN);
    g_autoptr(GPtrArray) records = read_records(index, CFA_FILTER_PARAGRAPH, any_language, error);
    if (records == NULL)
        return NULL;
    g_ptr_array_sort(records, compare_languages);
    cfa_record *record = take_language(records, language, preferred);
    if (record == NULL) {
        cfa_error_set(error, CFA_NOT_FOUND, "no-such-paragraph", -1, "the index has no paragraph %s", id);
        return NULL;
    }
    g_autoptr(cfa_reading) reading = g_new0(cfa_reading, 1);
    reading->generation = index->generation;
    reading->record = record;
    reading->other_languages = g_steal_pointer(&records);
    reading->case_text = read_records(index, CFA_FILTER_CASE_TEXT, record->case_text_id, error);
    if (reading->case_text == NULL)
        return NULL;
    g_ptr_array_sort(reading->case_text, compare_numbers);
    return g_steal_pointer(&reading);
}
