#include "stored_text.h"

void cfa_stored_text_free(cfa_stored_text *stored)
{
    if (stored == NULL)
        return;
    g_free(stored->id);
    cfa_case_text_free(stored->text);
    cfa_origin_clear(&stored->origin);
    g_free(stored);
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
            cfa_database_read_record(database, g_array_index(docids, xc_docid, i), failure, error);
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

cfa_stored_text *cfa_stored_text_load(const xc_database *database, const char *id, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GArray) docids = cfa_filter_documents(database, CFA_FILTER_CASE_TEXT, id, &failure);
    cfa_case_text *text = join_records(database, docids, &failure, error);
    if (text == NULL) {
        if (failure.status != XC_OK)
            cfa_database_error(error, &failure);
        return NULL;
    }
    cfa_stored_text *stored = g_new0(cfa_stored_text, 1);
    stored->id = g_strdup(id);
    stored->text = text;
    cfa_origin_init(&stored->origin);
    cfa_origin_read(&stored->origin, database, g_array_index(docids, xc_docid, 0), &failure);
    if (failure.status != XC_OK) {
        cfa_database_error(error, &failure);
        g_clear_pointer(&stored, cfa_stored_text_free);
    }
    return stored;
}
