#include "stored.h"

#include "batch.h"

#include <string.h>

void cfa_stored_free(cfa_stored *stored)
{
    if (stored == NULL)
        return;
    g_free(stored->id);
    cfa_case_text_free(stored->text);
    g_ptr_array_unref(stored->origin.digests);
    g_ptr_array_unref(stored->origin.text_ids);
    g_free(stored);
}

GArray *cfa_stored_documents(const xc_database *database, const char *term, xc_error *failure)
{
    GArray *docids = g_array_new(FALSE, FALSE, sizeof(xc_docid));
    xc_posting_iterator *postings = xc_database_postlist(database, term, strlen(term), failure);
    xc_docid docid;
    while ((docid = xc_posting_iterator_next(postings, failure)) != 0)
        g_array_append_val(docids, docid);
    xc_posting_iterator_free(postings);
    return docids;
}

void cfa_stored_each_value(const xc_database *database, xc_docid docid, cfa_filter filter,
                           cfa_stored_visitor visit, gpointer data, xc_error *failure)
{
    const char *prefix = cfa_layout_prefix(filter);
    const gsize length = strlen(prefix);
    xc_term_iterator *terms = xc_database_termlist(database, docid, failure);
    const char *term = xc_term_iterator_skip_to(terms, prefix, length, NULL, failure);
    for (; term != NULL && strncmp(term, prefix, length) == 0;
         term = xc_term_iterator_next(terms, NULL, failure))
        visit(term + length, data);
    xc_term_iterator_free(terms);
}

static void add_to_list(const char *value, gpointer list)
{
    cfa_origin_add(list, value);
}

void cfa_stored_values(const xc_database *database, xc_docid docid, cfa_filter filter, GPtrArray *values,
                       xc_error *failure)
{
    cfa_stored_each_value(database, docid, filter, add_to_list, values, failure);
}

cfa_record *cfa_stored_record(const xc_database *database, xc_docid docid, xc_error *failure,
                              cfa_error *error)
{
    size_t size = 0;
    xc_document *document = xc_database_get_document(database, docid, failure);
    const char *data = xc_document_get_data(document, &size, failure);
    cfa_record *record = data != NULL ? cfa_record_decode(data, size, error) : NULL;
    xc_document_free(document);
    return record;
}

static GArray *documents_of(const xc_database *database, const char *id, xc_error *failure)
{
    g_autoptr(GString) term = g_string_new(NULL);
    return cfa_stored_documents(database, cfa_layout_filter(term, CFA_FILTER_CASE_TEXT, id), failure);
}

static int compare_paragraphs(gconstpointer a, gconstpointer b)
{
    const cfa_paragraph *left = *(cfa_paragraph *const *)a, *right = *(cfa_paragraph *const *)b;
    return left->number < right->number ? -1 : left->number > right->number;
}

/* The text of the first record, with the paragraphs of all. */
static cfa_case_text *join_records(const xc_database *database, const GArray *docids, xc_error *failure,
                                   cfa_error *error)
{
    cfa_case_text *text = NULL;
    for (guint i = 0; i < docids->len; i++) {
        g_autoptr(cfa_record) record =
            cfa_stored_record(database, g_array_index(docids, xc_docid, i), failure, error);
        if (record == NULL) {
            cfa_case_text_free(text);
            return NULL;
        }
        if (text == NULL)
            text = g_steal_pointer(&record->text);
        else
            g_ptr_array_add(text->paragraphs, g_ptr_array_steal_index(record->text->paragraphs, 0));
    }
    if (text != NULL)
        g_ptr_array_sort(text->paragraphs, compare_paragraphs);
    return text;
}

cfa_stored *cfa_stored_load(const xc_database *database, const char *id, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GArray) docids = documents_of(database, id, &failure);
    cfa_case_text *text = join_records(database, docids, &failure, error);
    if (text == NULL) {
        if (failure.status != XC_OK)
            cfa_database_error(error, &failure);
        return NULL;
    }
    cfa_stored *stored = g_new0(cfa_stored, 1);
    stored->id = g_strdup(id);
    stored->text = text;
    stored->origin.digests = g_ptr_array_new_with_free_func(g_free);
    stored->origin.text_ids = g_ptr_array_new_with_free_func(g_free);
    const xc_docid first = g_array_index(docids, xc_docid, 0);
    cfa_stored_values(database, first, CFA_FILTER_SOURCE, stored->origin.digests, &failure);
    cfa_stored_values(database, first, CFA_FILTER_TEXT_ID, stored->origin.text_ids, &failure);
    if (failure.status != XC_OK) {
        cfa_database_error(error, &failure);
        g_clear_pointer(&stored, cfa_stored_free);
    }
    return stored;
}
