#include "catalogue.h"

/* A comparison of the library with what was read. */
typedef struct comparison {
    const cfa_batch *batch;
    cfa_changes *changes;
    cfa_catalogue *catalogue;
    /* "digest:2006/581/en" of each entry that was read -> the number of its document, plus one. */
    GHashTable *fresh;
    GHashTable *replaced; /* digest -> cfa_replaced, of pages whose place another has taken */
    GHashTable *gone;     /* digests of pages that are gone, and none has taken their place; keys */
    gboolean prune;
} comparison;

static char *key_of(const cfa_catalogue_entry *entry)
{
    const char *language = cfa_language_code(entry->language);
    return g_strdup_printf("%s/%s", entry->id, language != NULL ? language : "");
}

static cfa_catalogue_entry *entry_copy(const cfa_catalogue_entry *entry)
{
    cfa_catalogue_entry *copy = g_new0(cfa_catalogue_entry, 1);
    *copy = (cfa_catalogue_entry){.digest = g_strdup(entry->digest),
                                  .document = entry->document,
                                  .source = g_strdup(entry->source),
                                  .id = g_strdup(entry->id),
                                  .language = entry->language,
                                  .record = g_strdup(entry->record)};
    return copy;
}

/* Takes what was read; of pages that are the same to the byte, the first. */
static void take_batch(comparison *compare)
{
    g_autoptr(GHashTable) documents = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < compare->batch->catalogue_entries->len; i++) {
        const cfa_catalogue_entry *entry = g_ptr_array_index(compare->batch->catalogue_entries, i);
        const gpointer number = GUINT_TO_POINTER(entry->document + 1);
        const gpointer first = g_hash_table_lookup(documents, entry->digest);
        if (first != NULL && first != number)
            continue;
        g_hash_table_insert(documents, entry->digest, number);
        g_hash_table_insert(compare->fresh, key_of(entry), number);
        g_ptr_array_add(compare->catalogue->entries, entry_copy(entry));
        compare->catalogue->changed = TRUE;
    }
}

/* Whether an entry goes; a document that takes its place is noted. */
static gboolean goes(comparison *compare, const cfa_catalogue_entry *entry)
{
    g_autofree char *key = key_of(entry);
    const cfa_batch *batch = compare->batch;
    if (g_hash_table_contains(batch->seen, entry->digest))
        return FALSE;
    const guint newer = GPOINTER_TO_UINT(g_hash_table_lookup(compare->fresh, key));
    if (newer != 0) {
        cfa_changes_note(compare->changes, batch, newer - 1);
        return TRUE;
    }
    if (g_hash_table_contains(batch->damaged, entry->digest) || cfa_batch_refused(batch, entry->source))
        return FALSE;
    const cfa_replaced *replaced = g_hash_table_lookup(compare->replaced, entry->digest);
    if (replaced != NULL && g_hash_table_contains(batch->fresh, GUINT_TO_POINTER(replaced->document)))
        cfa_changes_note(compare->changes, batch, replaced->document);
    else if (replaced != NULL || compare->prune)
        g_hash_table_add(compare->gone, g_strdup(entry->digest));
    return replaced != NULL || compare->prune;
}

static gboolean compare_library(comparison *compare, const xc_database *library, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    gboolean well = TRUE;
    xc_docid docid;
    g_autoptr(xc_posting_iterator) all = xc_database_postlist(library, "", 0, &failure);
    while (well && (docid = xc_posting_iterator_next(all, &failure)) != 0) {
        g_autoptr(cfa_catalogue_entry) entry = cfa_catalogue_entry_stored(library, docid, error);
        well = entry != NULL;
        if (well && goes(compare, entry))
            compare->catalogue->changed = TRUE;
        else if (well)
            g_ptr_array_add(compare->catalogue->entries, g_steal_pointer(&entry));
    }
    compare->changes->removed += g_hash_table_size(compare->gone);
    return failure.status == XC_OK ? well : cfa_database_error(error, &failure);
}

/* Whether nothing was read that the library gets, and no page of it is gone: then no entry need be looked
 * at. */
static gboolean is_untouched(const comparison *compare, const xc_database *library, cfa_error *error)
{
    g_autoptr(GHashTable) digests = cfa_changes_known(library, error);
    GHashTableIter each;
    gpointer digest;
    if (digests == NULL || compare->batch->catalogue_entries->len > 0)
        return FALSE;
    g_hash_table_iter_init(&each, digests);
    while (g_hash_table_iter_next(&each, &digest, NULL))
        if (!g_hash_table_contains(compare->batch->seen, digest) &&
            (compare->prune || g_hash_table_contains(compare->replaced, digest)))
            return FALSE;
    return TRUE;
}

cfa_catalogue *cfa_catalogue_make(const xc_database *library, const cfa_batch *batch, cfa_changes *changes,
                                  gboolean prune, cfa_error *error)
{
    g_autoptr(cfa_catalogue) catalogue = g_new0(cfa_catalogue, 1);
    catalogue->entries = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_catalogue_entry_free);
    comparison compare = {.batch = batch,
                          .changes = changes,
                          .catalogue = catalogue,
                          .fresh = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .replaced = g_hash_table_new(g_str_hash, g_str_equal),
                          .gone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .prune = prune};
    for (guint i = 0; i < batch->replaced->len; i++) {
        cfa_replaced *one = g_ptr_array_index(batch->replaced, i);
        g_hash_table_insert(compare.replaced, one->digest, one);
    }
    take_batch(&compare);
    const gboolean well = library == NULL || is_untouched(&compare, library, error) ||
                          compare_library(&compare, library, error);
    g_hash_table_unref(compare.fresh);
    g_hash_table_unref(compare.replaced);
    g_hash_table_unref(compare.gone);
    g_ptr_array_sort(catalogue->entries, cfa_catalogue_entry_compare);
    return well ? g_steal_pointer(&catalogue) : NULL;
}

void cfa_catalogue_free(cfa_catalogue *catalogue)
{
    if (catalogue == NULL)
        return;
    g_ptr_array_unref(catalogue->entries);
    g_free(catalogue);
}

static gboolean write_entries(const cfa_catalogue *catalogue, xc_writable *writable, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    g_autoptr(xc_document) document = xc_document_new(&failure);
    gboolean well = document != NULL;
    for (guint i = 0; well && i < catalogue->entries->len; i++) {
        xc_document_clear(document, &failure);
        well = cfa_catalogue_entry_fill(g_ptr_array_index(catalogue->entries, i), stemmer, document, error) &&
               xc_writable_add_document(writable, document, &failure) != 0;
    }
    if (failure.status != XC_OK || (well && !xc_writable_commit(writable, &failure)))
        return cfa_database_error(error, &failure);
    return well;
}

gboolean cfa_catalogue_write(const cfa_catalogue *catalogue, const char *path, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    if (catalogue->entries->len == 0)
        return TRUE;
    xc_writable *writable =
        xc_writable_open(path, XC_DB_CREATE, XC_DB_NO_SYNC | XC_DB_DANGEROUS, 0, &failure);
    const gboolean well = writable != NULL && write_entries(catalogue, writable, error);
    if (well)
        xc_writable_close(writable, &failure);
    xc_writable_free(writable);
    return failure.status == XC_OK ? well : cfa_database_error(error, &failure);
}
