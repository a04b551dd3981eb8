#include "library.h"

#include "filters.h"
#include "library_database.h"

#include <stdlib.h>
#include <string.h>

void cfa_library_entry_free(cfa_library_entry *entry)
{
    if (entry == NULL)
        return;
    g_free(entry->id);
    g_ptr_array_unref(entry->wordings);
    g_ptr_array_unref(entry->applied);
    g_free(entry);
}

gboolean cfa_library_has_principle(const cfa_index *index, const char *id, xc_error *failure)
{
    return index->library != NULL && cfa_principle_is_id(id) &&
           cfa_filter_has(index->library, CFA_FILTER_ID, id, failure);
}

/* ---- numbers ---- */

/* The number that is looked for, and the latest edition that has it: its year is that of the citation, 0 for
 * none. */
typedef struct numbered {
    guint64 number;
    cfa_citation latest;
} numbered;

static void keep_latest(const char *id, gpointer data)
{
    numbered *wanted = data;
    cfa_citation citation;
    if (cfa_citation_parse(id, &citation) &&
        (citation.kind == CFA_CITES_DIGEST || citation.kind == CFA_CITES_COMPILATION) &&
        citation.first == wanted->number && citation.number > wanted->latest.number)
        wanted->latest = citation;
}

char *cfa_library_numbered(const cfa_index *index, const char *number, xc_error *failure)
{
    numbered wanted = {.number = 0};
    char id[CFA_CITATION_ID_SIZE];
    if (index->library == NULL || !g_ascii_string_to_unsigned(number, 10, 1, G_MAXUINT, &wanted.number, NULL))
        return NULL;
    cfa_filter_each_value(index->library, CFA_FILTER_ID, keep_latest, &wanted, failure);
    return wanted.latest.number != 0 ? g_strdup(cfa_citation_id(&wanted.latest, id)) : NULL;
}

/* ---- joining ---- */

static gboolean is_worded(const cfa_library_entry *entry, const cfa_principle *principle)
{
    for (guint i = 0; i < entry->wordings->len; i++) {
        const cfa_principle *other = g_ptr_array_index(entry->wordings, i);
        if (other->language == principle->language && strcmp(other->text, principle->text) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean is_applied(const cfa_library_entry *entry, const cfa_applied *applied)
{
    for (guint i = 0; i < entry->applied->len; i++) {
        const cfa_applied *other = g_ptr_array_index(entry->applied, i);
        if (other->case_number == applied->case_number && other->report == applied->report &&
            other->paragraph == applied->paragraph)
            return TRUE;
    }
    return FALSE;
}

static int compare_applied(gconstpointer a, gconstpointer b)
{
    const cfa_applied *left = *(cfa_applied *const *)a, *right = *(cfa_applied *const *)b;
    if (left->report != right->report)
        return left->report > right->report ? -1 : 1;
    if (left->paragraph != right->paragraph)
        return left->paragraph < right->paragraph ? -1 : 1;
    return left->case_number < right->case_number ? -1 : left->case_number > right->case_number;
}

static int compare_wordings(gconstpointer a, gconstpointer b)
{
    const cfa_principle *left = *(cfa_principle *const *)a, *right = *(cfa_principle *const *)b;
    return left->language != right->language ? (int)left->language - (int)right->language
                                             : strcmp(left->text, right->text);
}

static void add_applied(cfa_library_entry *entry, const cfa_principle *principle)
{
    for (guint i = 0; i < principle->applied->len; i++) {
        cfa_applied *applied = g_ptr_array_index(principle->applied, i);
        if (!is_applied(entry, applied))
            g_ptr_array_add(entry->applied, applied);
    }
}

/* Gathers what applied it, first as the wording shown has it: countries are named in its language. */
static void settle(cfa_library_entry *entry, cfa_language preferred)
{
    g_ptr_array_sort(entry->wordings, compare_wordings);
    entry->shown = g_ptr_array_index(entry->wordings, 0);
    for (guint i = 0; i < entry->wordings->len; i++) {
        const cfa_principle *principle = g_ptr_array_index(entry->wordings, i);
        if (principle->language == preferred && entry->shown->language != preferred)
            entry->shown = principle;
    }
    add_applied(entry, entry->shown);
    for (guint i = 0; i < entry->wordings->len; i++)
        add_applied(entry, g_ptr_array_index(entry->wordings, i));
    g_ptr_array_sort(entry->applied, compare_applied);
    const cfa_applied *last = NULL;
    for (guint i = 0; i < entry->applied->len; i++) {
        const cfa_applied *one = g_ptr_array_index(entry->applied, i);
        entry->paragraphs +=
            last == NULL || last->report != one->report || last->paragraph != one->paragraph ? 1 : 0;
        last = one;
    }
}

/* Adds a page's wording; of the same one again only what applied it. Takes the principle. */
static void add_wording(cfa_library_entry *entry, cfa_principle *principle)
{
    if (!is_worded(entry, principle)) {
        g_ptr_array_add(entry->wordings, principle);
        return;
    }
    for (guint i = 0; i < entry->wordings->len; i++) {
        cfa_principle *other = g_ptr_array_index(entry->wordings, i);
        for (guint j = 0; other->language == principle->language && j < principle->applied->len; j++) {
            const cfa_applied *one = g_ptr_array_index(principle->applied, j);
            cfa_principle_apply(other, one->case_number, one->country, one->report, one->paragraph);
        }
    }
    cfa_principle_free(principle);
}

/* ---- principles ---- */

static cfa_principle *read_principle(const cfa_index *index, xc_docid docid, cfa_error *error)
{
    json_t *record = cfa_library_record(index->library, docid, error);
    cfa_principle *principle = record != NULL ? cfa_principle_from_json(record) : NULL;
    if (record != NULL && principle == NULL)
        cfa_error_set(error, CFA_CORRUPT, "record-corrupt", -1, "document %u of the library is no principle",
                      docid);
    json_decref(record);
    return principle;
}

cfa_library_entry *cfa_library_principle(const cfa_index *index, const char *id, cfa_language preferred,
                                         cfa_error *error)
{
    if (!cfa_principle_is_id(id)) {
        cfa_error_set(error, CFA_USAGE, "bad-id", -1,
                      "\"%s\" is no principle: they are named as in digest:2006/581 or principle:0a1b2c3d",
                      id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    g_autoptr(GArray) documents = cfa_library_documents(index->library, CFA_FILTER_ID, id, error);
    if (documents == NULL)
        return NULL;
    g_autoptr(cfa_library_entry) entry = g_new0(cfa_library_entry, 1);
    entry->wordings = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_principle_free);
    entry->applied = g_ptr_array_new();
    for (guint i = 0; i < documents->len; i++) {
        cfa_principle *principle = read_principle(index, g_array_index(documents, xc_docid, i), error);
        if (principle == NULL)
            return NULL;
        add_wording(entry, principle);
    }
    if (entry->wordings->len == 0) {
        cfa_error_set(error, CFA_NOT_FOUND, "no-such-principle", -1, "the index has no principle %s", id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    settle(entry, preferred);
    entry->id = g_strdup(entry->shown->id);
    return g_steal_pointer(&entry);
}

/* Adds the identifiers of documents, each once, at most so many. */
static GPtrArray *identifiers_of(const cfa_index *index, const GArray *documents, guint most,
                                 cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < documents->len && ids->len < most; i++) {
        char *id = xc_database_get_value(index->library, g_array_index(documents, xc_docid, i),
                                         CFA_LIBRARY_ID, NULL, &failure);
        if (id != NULL)
            cfa_filter_add_once(id, ids);
        free(id);
    }
    if (failure.status != XC_OK) {
        cfa_database_error(error, &failure);
        g_clear_pointer(&ids, g_ptr_array_unref);
    }
    return ids;
}

GPtrArray *cfa_library_resting(const cfa_index *index, const char *report, guint paragraph,
                               cfa_language preferred, cfa_error *error)
{
    g_autofree char *place = cfa_id_make(report, paragraph, paragraph, CFA_LANGUAGE_UNKNOWN);
    g_autoptr(GArray) documents = cfa_library_documents(index->library, CFA_FILTER_PARAGRAPH, place, error);
    g_autoptr(GPtrArray) ids =
        documents != NULL ? identifiers_of(index, documents, CFA_LIBRARY_RESTING, error) : NULL;
    if (ids == NULL)
        return NULL;
    GPtrArray *resting = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_library_entry_free);
    for (guint i = 0; i < ids->len; i++) {
        cfa_library_entry *entry = cfa_library_principle(index, g_ptr_array_index(ids, i), preferred, error);
        if (entry == NULL) {
            g_ptr_array_unref(resting);
            return NULL;
        }
        g_ptr_array_add(resting, entry);
    }
    return resting;
}

/* ---- listed cases ---- */

gboolean cfa_library_case(const cfa_index *index, guint number, cfa_language preferred,
                          cfa_listed_case **listed, cfa_error *error)
{
    g_autofree char *id = cfa_library_case_id(number);
    g_autoptr(GArray) documents = cfa_library_documents(index->library, CFA_FILTER_ID, id, error);
    g_autoptr(cfa_listed_case) chosen = NULL;
    *listed = NULL;
    for (guint i = 0; documents != NULL && i < documents->len; i++) {
        json_t *record = cfa_library_record(index->library, g_array_index(documents, xc_docid, i), error);
        g_autoptr(cfa_listed_case) one = cfa_listed_case_from_json(record);
        json_decref(record);
        if (record == NULL)
            return FALSE;
        if (one == NULL || (chosen != NULL && (chosen->language == preferred || one->language != preferred)))
            continue;
        cfa_listed_case_free(chosen);
        chosen = g_steal_pointer(&one);
    }
    *listed = g_steal_pointer(&chosen);
    return documents != NULL;
}
