#include "lookup.h"

#include "filters.h"

#include <stdlib.h>
#include <string.h>

void cfa_text_found_free(cfa_text_found *found)
{
    if (found == NULL)
        return;
    cfa_record_free(found->record);
    g_free(found);
}

cfa_record *cfa_lookup_record(xc_document *document, xc_error *failure, cfa_error *error)
{
    g_autoptr(xc_document) read = document;
    cfa_record *record = cfa_database_record(read, failure, error);
    if (failure->status != XC_OK)
        cfa_database_error(error, failure);
    return record;
}

cfa_record *cfa_lookup_document(const cfa_index *index, xc_docid docid, xc_error *failure, cfa_error *error)
{
    return cfa_lookup_record(xc_database_get_document(index->database, docid, failure), failure, error);
}

GPtrArray *cfa_lookup_records(const cfa_index *index, cfa_filter filter, const char *value, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_record_free);
    g_autoptr(GArray) docids = cfa_filter_documents(index->database, filter, value, &failure);
    for (guint i = 0; i < docids->len; i++) {
        cfa_record *record = cfa_lookup_document(index, g_array_index(docids, xc_docid, i), &failure, error);
        if (record == NULL)
            return NULL;
        g_ptr_array_add(records, record);
    }
    if (failure.status == XC_OK)
        return g_steal_pointer(&records);
    cfa_database_error(error, &failure);
    return NULL;
}

static int compare_numbers(gconstpointer a, gconstpointer b)
{
    const cfa_record *left = *(cfa_record *const *)a, *right = *(cfa_record *const *)b;
    return left->paragraph->number < right->paragraph->number
               ? -1
               : left->paragraph->number > right->paragraph->number;
}

void cfa_lookup_sort(GPtrArray *records)
{
    g_ptr_array_sort(records, compare_numbers);
}

GPtrArray *cfa_lookup_paragraphs(const cfa_index *index, const char *case_text_id, cfa_error *error)
{
    GPtrArray *paragraphs = cfa_lookup_records(index, CFA_FILTER_CASE_TEXT, case_text_id, error);
    if (paragraphs != NULL)
        cfa_lookup_sort(paragraphs);
    return paragraphs;
}

xc_mset *cfa_lookup_first(const cfa_index *index, xc_query *query, guint most, xc_error *failure)
{
    g_autoptr(xc_query) asked = query;
    g_autoptr(xc_enquire) enquire = xc_enquire_new(index->database, failure);
    xc_enquire_set_query(enquire, asked, failure);
    xc_enquire_set_weight_bool(enquire, failure);
    return xc_enquire_get_mset(enquire, 0, most, 0, failure);
}

gboolean cfa_lookup_finds(const cfa_index *index, xc_query *query, xc_error *failure)
{
    g_autoptr(xc_mset) mset = cfa_lookup_first(index, query, 1, failure);
    return xc_mset_size(mset) > 0;
}

cfa_language_set cfa_lookup_languages(const cfa_index *index, cfa_filter filter, const char *id,
                                      xc_error *failure)
{
    cfa_language_set languages = 0;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        g_autofree char *in_language = g_strdup_printf("%s/%s", id, cfa_language_code((cfa_language)l));
        if (cfa_filter_has(index->database, filter, in_language, failure))
            languages |= CFA_LANGUAGE_BIT(l);
    }
    return languages;
}

cfa_language cfa_lookup_choose(cfa_language_set languages, cfa_language preferred)
{
    if (preferred != CFA_LANGUAGE_UNKNOWN && (languages & CFA_LANGUAGE_BIT(preferred)) != 0)
        return preferred;
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((languages & CFA_LANGUAGE_BIT(l)) != 0)
            return (cfa_language)l;
    return CFA_LANGUAGE_UNKNOWN;
}

/* ---- case texts ---- */

GPtrArray *cfa_lookup_runs(const xc_database *database, cfa_filter filter, const char *value,
                           xc_error *failure)
{
    GPtrArray *runs = g_ptr_array_new_with_free_func(g_free);
    const guint most = cfa_filter_count(database, filter, value, failure);
    if (most == 0)
        return runs;
    g_autoptr(xc_query) query = cfa_filter_query(filter, value, failure);
    g_autoptr(xc_enquire) enquire = xc_enquire_new(database, failure);
    xc_enquire_set_query(enquire, query, failure);
    xc_enquire_set_weight_bool(enquire, failure);
    xc_enquire_set_collapse_key(enquire, CFA_SLOT_RUN, 1, failure);
    xc_enquire_set_sort_by_value(enquire, CFA_SLOT_OLDEST, FALSE, failure);
    g_autoptr(xc_mset) mset = xc_enquire_get_mset(enquire, 0, most, most, failure);
    for (uint32_t i = 0; i < xc_mset_size(mset); i++) {
        const char *run = xc_mset_get_collapse_key(mset, i, NULL, failure);
        if (run != NULL)
            g_ptr_array_add(runs, g_strdup(run));
    }
    return runs;
}

/* The document of a case text's first paragraph; another of its documents where that is missing; 0 for
 * none. */
static xc_docid find_first_paragraph(const cfa_index *index, const char *case_text_id, const char *first_id,
                                     xc_error *failure)
{
    xc_docid found = 0;
    gboolean is_first = FALSE;
    g_autoptr(GArray) docids =
        cfa_filter_documents(index->database, CFA_FILTER_CASE_TEXT, case_text_id, failure);
    for (guint i = 0; i < docids->len && !is_first; i++) {
        const xc_docid docid = g_array_index(docids, xc_docid, i);
        char *paragraph = xc_database_get_value(index->database, docid, CFA_SLOT_PARAGRAPH, NULL, failure);
        is_first = paragraph != NULL && strcmp(paragraph, first_id) == 0;
        free(paragraph);
        if (is_first || found == 0)
            found = docid;
    }
    return found;
}

static cfa_text_found *read_case_text(const cfa_index *index, const char *run, cfa_language preferred,
                                      cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autofree char *stem = NULL;
    guint first = 0, last = 0;
    cfa_language language = CFA_LANGUAGE_UNKNOWN;
    const gboolean is_run = cfa_id_parse(run, &stem, &first, &last, &language);
    const cfa_language_set languages = cfa_lookup_languages(index, CFA_FILTER_CASE_TEXT, run, &failure);
    g_autofree char *id =
        cfa_id_make(is_run ? stem : run, first, last, cfa_lookup_choose(languages, preferred));
    g_autofree char *first_id = cfa_id_make(is_run ? stem : run, first, first, CFA_LANGUAGE_UNKNOWN);
    const xc_docid docid = is_run ? find_first_paragraph(index, id, first_id, &failure) : 0;
    if (failure.status != XC_OK || docid == 0) {
        if (failure.status != XC_OK)
            cfa_database_error(error, &failure);
        else
            cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1, "the index names %s, but has none of it",
                          run);
        return NULL;
    }
    cfa_record *record = cfa_lookup_document(index, docid, &failure, error);
    if (record == NULL)
        return NULL;
    cfa_text_found *found = g_new(cfa_text_found, 1);
    *found = (cfa_text_found){record, languages,
                              cfa_filter_count(index->database, CFA_FILTER_CASE_TEXT, id, NULL)};
    return found;
}

GPtrArray *cfa_lookup_case_texts(const cfa_index *index, cfa_filter filter, const char *value,
                                 cfa_language preferred, guint *total, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_text_found_free);
    g_autoptr(GPtrArray) runs = cfa_lookup_runs(index->database, filter, value, &failure);
    if (failure.status != XC_OK) {
        cfa_database_error(error, &failure);
        return NULL;
    }
    for (guint i = 0; i < MIN(runs->len, CFA_LOOKUP_CASE_TEXTS); i++) {
        cfa_text_found *found = read_case_text(index, g_ptr_array_index(runs, i), preferred, error);
        if (found == NULL)
            return NULL;
        g_ptr_array_add(texts, found);
    }
    *total = runs->len;
    return g_steal_pointer(&texts);
}
