#include "library_database.h"

#include "filters.h"

enum { SEAL_DIGITS = 16 };

static const char case_prefix[] = "case:";

xc_database *cfa_library_open(const cfa_current *current, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    if (current->library == NULL)
        return NULL;
    xc_database *library = cfa_database_open_folder(current->library, &failure);
    if (library == NULL)
        cfa_database_error(error, &failure);
    return library;
}

GArray *cfa_library_documents(const xc_database *library, cfa_filter filter, const char *value,
                              cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    if (library == NULL)
        return g_array_new(FALSE, FALSE, sizeof(xc_docid));
    GArray *documents = cfa_filter_documents(library, filter, value, &failure);
    if (failure.status != XC_OK) {
        cfa_database_error(error, &failure);
        g_clear_pointer(&documents, g_array_unref);
    }
    return documents;
}

json_t *cfa_library_record(const xc_database *library, xc_docid docid, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    size_t length = 0;
    g_autoptr(xc_document) document = xc_database_get_document(library, docid, &failure);
    const char *data = xc_document_get_data(document, &length, &failure);
    json_t *record = data != NULL ? json_loadb(data, length, 0, NULL) : NULL;
    if (data == NULL)
        cfa_database_error(error, &failure);
    else if (record == NULL)
        cfa_error_set(error, CFA_CORRUPT, "record-corrupt", -1, "document %u of the library is no record",
                      docid);
    return record;
}

char *cfa_library_seal(const char *record)
{
    char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, record, -1);
    digest[SEAL_DIGITS] = '\0';
    return digest;
}

char *cfa_library_case_id(guint number)
{
    return g_strdup_printf("%s%u", case_prefix, number);
}

gboolean cfa_library_count(const xc_database *library, guint *principles, guint *cases, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    *principles = *cases = 0;
    if (library == NULL)
        return TRUE;
    g_autoptr(xc_value_iterator) ids = xc_database_valuestream(library, CFA_LIBRARY_ID, &failure);
    while (xc_value_iterator_next(ids, &failure) != 0) {
        const char *id = xc_value_iterator_get_value(ids, NULL, &failure);
        if (id == NULL || !g_hash_table_add(seen, g_strdup(id)))
            continue;
        *(g_str_has_prefix(id, case_prefix) ? cases : principles) += 1;
    }
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}
