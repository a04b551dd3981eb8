#include "changes.h"

#include "database.h"
#include "language_versions.h"

/* A comparison under way. */
typedef struct comparison {
    const xc_database *database;
    cfa_batch *batch;
    cfa_changes *changes;
    GHashTable *again; /* digests that are to be read again; NULL where nothing can be */
    gboolean prune;
    GHashTable *replaced; /* identifiers in changes->remove */
    GHashTable *reread;   /* those of them whose case texts come from sources that were read again, and from
                             nothing new */
    GHashTable *pruned;   /* those of them that went with their sources */
    GHashTable *gone;     /* digests in batch->replaced */
    xc_error failure;
} comparison;

static void remove_case_text(comparison *compare, const char *id)
{
    if (g_hash_table_contains(compare->replaced, id))
        return;
    char *copy = g_strdup(id);
    g_ptr_array_add(compare->changes->remove, copy);
    g_hash_table_add(compare->replaced, copy);
}

static GArray *documents_of(comparison *compare, cfa_filter filter, const char *value)
{
    return cfa_filter_documents(compare->database, filter, value, &compare->failure);
}

static GPtrArray *values_of(comparison *compare, xc_docid docid, cfa_filter filter)
{
    return cfa_filter_values_of(compare->database, docid, filter, &compare->failure);
}

/* Removes the case texts of a document. */
static void remove_case_texts(comparison *compare, xc_docid docid)
{
    g_autoptr(GPtrArray) ids = values_of(compare, docid, CFA_FILTER_CASE_TEXT);
    for (guint i = 0; i < ids->len; i++)
        remove_case_text(compare, g_ptr_array_index(ids, i));
}

static gboolean list_has(GPtrArray *list, const char *text)
{
    return g_ptr_array_find_with_equal_func(list, text, g_str_equal, NULL);
}

static gboolean lists_meet(GPtrArray *left, GPtrArray *right)
{
    for (guint i = 0; i < left->len; i++)
        if (list_has(right, g_ptr_array_index(left, i)))
            return TRUE;
    return FALSE;
}

/* Whether the right list has something that the left one lacks. */
static gboolean has_more(GPtrArray *left, GPtrArray *right)
{
    for (guint i = 0; i < right->len; i++)
        if (!list_has(left, g_ptr_array_index(right, i)))
            return TRUE;
    return FALSE;
}

/* Whether a source of the document was met in this run. */
static gboolean is_met(comparison *compare, xc_docid docid)
{
    g_autoptr(GPtrArray) digests = values_of(compare, docid, CFA_FILTER_SOURCE);
    for (guint i = 0; i < digests->len; i++)
        if (g_hash_table_contains(compare->batch->seen, g_ptr_array_index(digests, i)))
            return TRUE;
    return FALSE;
}

/* Whether the source of a document was refused. */
static gboolean was_rejected(comparison *compare, xc_docid docid)
{
    if (compare->batch->rejected->len == 0)
        return FALSE;
    g_autoptr(cfa_record) record =
        cfa_database_read_record(compare->database, docid, &compare->failure, NULL);
    return record != NULL && cfa_batch_refused(compare->batch, record->text->source);
}

/* What is known of a case text is what its sources said together. Where one of them changes or goes, those
 * that were met have to be read again to know what is left. */
static void want_again(comparison *compare, xc_docid docid)
{
    g_autoptr(GPtrArray) digests = values_of(compare, docid, CFA_FILTER_SOURCE);
    for (guint i = 0; compare->again != NULL && i < digests->len; i++) {
        const char *digest = g_ptr_array_index(digests, i);
        if (g_hash_table_contains(compare->batch->seen, digest) &&
            !g_hash_table_contains(compare->again, digest))
            g_hash_table_add(compare->again, g_strdup(digest));
    }
}

/* The same where another source holds it, too. */
static void want_joined_again(comparison *compare, xc_docid docid)
{
    g_autoptr(GPtrArray) digests = values_of(compare, docid, CFA_FILTER_SOURCE);
    if (digests->len > 1)
        want_again(compare, docid);
}

/* The sources of a document that hold it still, as far as is known, though the entry was not read from
 * them. */
static GPtrArray *other_sources(comparison *compare, xc_docid docid, const cfa_entry *entry,
                                gboolean and_unmet)
{
    const gboolean refused = was_rejected(compare, docid);
    g_autoptr(GPtrArray) digests = values_of(compare, docid, CFA_FILTER_SOURCE);
    GPtrArray *others = g_ptr_array_new_with_free_func(g_free);
    want_again(compare, docid);
    for (guint i = 0; i < digests->len; i++) {
        const char *digest = g_ptr_array_index(digests, i);
        const gboolean met = g_hash_table_contains(compare->batch->seen, digest);
        const gboolean read = compare->again != NULL && g_hash_table_contains(compare->again, digest);
        const gboolean gone = (compare->prune || g_hash_table_contains(compare->gone, digest)) && !refused &&
                              !g_hash_table_contains(compare->batch->damaged, digest);
        if (!list_has(entry->origin.digests, digest) && (met ? !read : and_unmet && !gone))
            g_ptr_array_add(others, g_strdup(digest));
    }
    return others;
}

/* Joins the cases and sources that the index has under the same identifier, as far as they come from others
 * that hold it still. */
static gboolean join_known(comparison *compare, xc_docid docid, cfa_entry *entry, cfa_error *error)
{
    g_autoptr(GPtrArray) text_ids = values_of(compare, docid, CFA_FILTER_TEXT_ID);
    const gboolean of_others = entry->origin.text_ids->len > 0 && has_more(entry->origin.text_ids, text_ids);
    g_autoptr(GPtrArray) others = other_sources(compare, docid, entry, of_others);
    if (others->len == 0)
        return TRUE;
    g_autoptr(cfa_record) record =
        cfa_database_read_record(compare->database, docid, &compare->failure, error);
    if (record == NULL)
        return compare->failure.status != XC_OK;   /* then that is told at the end */
    cfa_language_versions_take_back(record->text); /* a case that it was told, none of its sources says */
    cfa_cases_join(entry->cases, record->text->cases);
    /* Where a page of the entry was among them, which of those that were not met was its earlier form is not
     * known. */
    const gboolean all = of_others && !lists_meet(text_ids, entry->origin.text_ids);
    for (guint i = 0; i < others->len; i++)
        if (all || g_hash_table_contains(compare->batch->seen, g_ptr_array_index(others, i)))
            cfa_filter_add_once(g_ptr_array_index(others, i), entry->origin.digests);
    cfa_filter_add_all_once(text_ids, entry->origin.text_ids);
    return TRUE;
}

/* Removes the case texts of a page that was met in none of its earlier forms. Two forms of it that are both
 * there stand side by side, as a build has them: each would take the place of the other, run for run. */
static gboolean remove_page(comparison *compare, const char *text_id)
{
    gboolean removed = FALSE;
    g_autoptr(GArray) docids = documents_of(compare, CFA_FILTER_TEXT_ID, text_id);
    for (guint i = 0; i < docids->len; i++) {
        const xc_docid docid = g_array_index(docids, xc_docid, i);
        if (is_met(compare, docid))
            continue;
        removed = TRUE;
        remove_case_texts(compare, docid);
    }
    return removed;
}

/* Tells whether the entry takes the place of something in the index. */
static gboolean compare_entry(comparison *compare, cfa_entry *entry, gboolean *replaces, cfa_error *error)
{
    g_autoptr(GArray) same = documents_of(compare, CFA_FILTER_CASE_TEXT, entry->id);
    *replaces = same->len > 0;
    if (*replaces && !join_known(compare, g_array_index(same, xc_docid, 0), entry, error))
        return FALSE;
    if (*replaces)
        remove_case_text(compare, entry->id);
    if (entry->document != G_MAXUINT)
        g_hash_table_remove(compare->reread, entry->id);
    for (guint i = 0; i < entry->origin.text_ids->len; i++)
        if (remove_page(compare, g_ptr_array_index(entry->origin.text_ids, i)))
            *replaces = TRUE;
    return TRUE;
}

/* Removes a case text of a source that is gone; of several that had it each counts. */
static gboolean prune_case_text(comparison *compare, const char *id)
{
    if (!g_hash_table_contains(compare->replaced, id)) {
        remove_case_text(compare, id);
        g_hash_table_add(compare->pruned, g_strdup(id));
    }
    return g_hash_table_contains(compare->pruned, id);
}

/* Removes the case texts of a source that is gone, but for those that another source still holds: they lose
 * what it said of them. Whether any was removed, or has lost something and gained nothing. */
static gboolean prune_source(comparison *compare, const char *digest)
{
    gboolean pruned = FALSE;
    if (g_hash_table_contains(compare->batch->damaged, digest))
        return FALSE;
    g_autoptr(GArray) docids = documents_of(compare, CFA_FILTER_SOURCE, digest);
    for (guint i = 0; i < docids->len; i++) {
        const xc_docid docid = g_array_index(docids, xc_docid, i);
        if (was_rejected(compare, docid))
            continue;
        const gboolean is_held = is_met(compare, docid);
        if (is_held)
            want_again(compare, docid);
        g_autoptr(GPtrArray) ids = values_of(compare, docid, CFA_FILTER_CASE_TEXT);
        for (guint j = 0; j < ids->len; j++) {
            const char *id = g_ptr_array_index(ids, j);
            pruned |= is_held ? g_hash_table_contains(compare->reread, id) : prune_case_text(compare, id);
        }
    }
    return pruned;
}

/* Removes the case texts of all that was read again: the batch has them anew. */
static void remove_reread(comparison *compare)
{
    g_autofree gpointer *digests = g_hash_table_get_keys_as_array(compare->again, NULL);
    for (guint i = 0; digests[i] != NULL; i++) {
        g_autoptr(GArray) docids = documents_of(compare, CFA_FILTER_SOURCE, digests[i]);
        for (guint j = 0; j < docids->len; j++) {
            const xc_docid docid = g_array_index(docids, xc_docid, j);
            g_autoptr(GPtrArray) ids = values_of(compare, docid, CFA_FILTER_CASE_TEXT);
            want_again(compare, docid);
            for (guint k = 0; k < ids->len; k++) {
                remove_case_text(compare, g_ptr_array_index(ids, k));
                g_hash_table_add(compare->reread, g_strdup(g_ptr_array_index(ids, k)));
            }
        }
    }
}

/* Removes what came from sources that were not met. */
static gboolean prune_unmet(comparison *compare, cfa_error *error)
{
    g_autoptr(GHashTable) known = cfa_changes_known(compare->database, error);
    GHashTableIter each;
    gpointer digest;
    if (known == NULL)
        return FALSE;
    g_hash_table_iter_init(&each, known);
    while (g_hash_table_iter_next(&each, &digest, NULL))
        if (!g_hash_table_contains(compare->batch->seen, digest) && prune_source(compare, digest))
            compare->changes->removed++;
    return TRUE;
}

/* What a file held before is gone with its change, whether or not its pages have numbers by which to know
 * them. Where nothing that is new stands in its place, it was removed. */
static void remove_replaced(comparison *compare)
{
    const GPtrArray *replaced = compare->batch->replaced;
    for (guint i = 0; i < replaced->len; i++) {
        const cfa_replaced *one = g_ptr_array_index(replaced, i);
        if (!prune_source(compare, one->digest))
            continue;
        if (g_hash_table_contains(compare->batch->fresh, GUINT_TO_POINTER(one->document)))
            cfa_changes_note(compare->changes, compare->batch, one->document);
        else
            compare->changes->removed++;
    }
}

static gboolean compare_entries(comparison *compare, cfa_error *error)
{
    for (guint i = 0; i < compare->batch->entries->len; i++) {
        cfa_entry *entry = g_ptr_array_index(compare->batch->entries, i);
        gboolean replaces = FALSE;
        if (!compare_entry(compare, entry, &replaces, error))
            return FALSE;
        if (replaces && entry->document != G_MAXUINT)
            cfa_changes_note(compare->changes, compare->batch, entry->document);
    }
    return TRUE;
}

/* ---- what another language version told ---- */

/* Wants what was read of the pages of a number again where another source holds it, too. */
static void want_family_again(comparison *compare, const char *number)
{
    g_autoptr(GPtrArray) text_ids =
        cfa_filter_values_below(compare->database, CFA_FILTER_TEXT_ID, number, &compare->failure);
    for (guint i = 0; i < text_ids->len; i++) {
        g_autoptr(GArray) docids = documents_of(compare, CFA_FILTER_TEXT_ID, text_ids->pdata[i]);
        for (guint j = 0; j < docids->len; j++)
            want_joined_again(compare, g_array_index(docids, xc_docid, j));
    }
}

/* A text may have become one with another by what another language version told it (language_versions.h), and
 * is then in the index by that one's words alone. Where a page of its number comes or goes, it may be told
 * otherwise. */
static void want_families_again(comparison *compare)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const GPtrArray *entries = compare->batch->entries, *remove = compare->changes->remove;
    for (guint i = 0; i < entries->len; i++)
        cfa_language_versions_add_numbers(numbers, ((const cfa_entry *)entries->pdata[i])->origin.text_ids);
    for (guint i = 0; i < remove->len; i++) {
        g_autoptr(GArray) docids = documents_of(compare, CFA_FILTER_CASE_TEXT, remove->pdata[i]);
        if (docids->len == 0)
            continue;
        g_autoptr(GPtrArray) text_ids =
            values_of(compare, g_array_index(docids, xc_docid, 0), CFA_FILTER_TEXT_ID);
        cfa_language_versions_add_numbers(numbers, text_ids);
    }
    GHashTableIter each;
    gpointer number;
    g_hash_table_iter_init(&each, numbers);
    while (g_hash_table_iter_next(&each, &number, NULL))
        want_family_again(compare, number);
}

/* Of the sources of a case text the first one's words stand. Where one of them lies elsewhere now, that may
 * be another than it was. */
static void want_moved_again(comparison *compare)
{
    GHashTableIter each;
    gpointer digest;
    g_hash_table_iter_init(&each, compare->batch->moved);
    while (g_hash_table_iter_next(&each, &digest, NULL)) {
        g_autoptr(GArray) docids = documents_of(compare, CFA_FILTER_SOURCE, digest);
        for (guint i = 0; i < docids->len; i++)
            want_joined_again(compare, g_array_index(docids, xc_docid, i));
    }
}

static gboolean compare_all(comparison *compare, cfa_error *error)
{
    for (guint i = 0; i < compare->batch->replaced->len; i++)
        g_hash_table_add(compare->gone,
                         ((const cfa_replaced *)g_ptr_array_index(compare->batch->replaced, i))->digest);
    if (compare->again != NULL)
        remove_reread(compare);
    if (!compare_entries(compare, error))
        return FALSE;
    remove_replaced(compare);
    if (compare->prune && !prune_unmet(compare, error))
        return FALSE;
    if (compare->again != NULL) {
        want_moved_again(compare);
        want_families_again(compare);
    }
    return compare->failure.status == XC_OK || cfa_database_error(error, &compare->failure);
}

void cfa_changes_note(cfa_changes *changes, const cfa_batch *batch, guint document)
{
    g_hash_table_add(changes->replacing, GUINT_TO_POINTER(document));
    changes->changed = g_hash_table_size(changes->replacing);
    changes->added = g_hash_table_size(batch->fresh) - changes->changed;
}

static void add_known(const char *digest, gpointer known)
{
    g_hash_table_add(known, g_strdup(digest));
}

GHashTable *cfa_changes_known(const xc_database *database, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    cfa_filter_each_value(database, CFA_FILTER_SOURCE, add_known, known, &failure);
    if (failure.status != XC_OK) {
        cfa_database_error(error, &failure);
        g_clear_pointer(&known, g_hash_table_unref);
    }
    return known;
}

cfa_changes *cfa_changes_find(const xc_database *database, cfa_batch *batch, GHashTable *again,
                              gboolean prune, cfa_error *error)
{
    cfa_changes *changes = g_new0(cfa_changes, 1);
    changes->remove = g_ptr_array_new_with_free_func(g_free);
    changes->replacing = g_hash_table_new(g_direct_hash, g_direct_equal);
    comparison compare = {.database = database,
                          .batch = batch,
                          .changes = changes,
                          .again = again,
                          .prune = prune,
                          .replaced = g_hash_table_new(g_str_hash, g_str_equal),
                          .reread = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .pruned = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .gone = g_hash_table_new(g_str_hash, g_str_equal),
                          .failure = XC_ERROR_INIT};
    changes->added = g_hash_table_size(batch->fresh);
    const gboolean well = database == NULL || compare_all(&compare, error);
    g_hash_table_unref(compare.replaced);
    g_hash_table_unref(compare.reread);
    g_hash_table_unref(compare.pruned);
    g_hash_table_unref(compare.gone);
    if (!well)
        g_clear_pointer(&changes, cfa_changes_free);
    return changes;
}

void cfa_changes_free(cfa_changes *changes)
{
    if (changes == NULL)
        return;
    g_ptr_array_unref(changes->remove);
    g_hash_table_unref(changes->replacing);
    g_free(changes);
}
