#include "batch.h"

#include "language_versions.h"
#include "stored_text.h"
#include "worker.h"

#include <string.h>

struct cfa_batch_work {
    cfa_reading_options reading;
    cfa_progress *progress; /* or NULL */
    cfa_spool *spool;
    cfa_opened_files *opened;
    GHashTable *in_hand; /* the number of each document that the worker reads -> in_hand */
};

/* A document that the worker reads. */
typedef struct in_hand {
    char *name;
    char *digest; /* by which it is known */
    guint64 bytes_read;
    gboolean again; /* it was known */
} in_hand;

enum { TEXTS_BITS = 20 }; /* an order is the document's number, and within it the case text's */

static guint document_of(guint64 order)
{
    return (guint)(order >> TEXTS_BITS);
}

static guint64 order_of(guint document)
{
    return (guint64)document << TEXTS_BITS;
}

static void add_languages(const cfa_entry *entry, cfa_paragraph_languages *languages)
{
    for (guint i = 0; i < entry->paragraphs; i++) {
        g_autofree char *id = cfa_entry_paragraph(entry, i);
        cfa_paragraph_languages_add(languages, id, entry->language);
    }
}

void cfa_batch_add_languages(const cfa_batch *batch, cfa_paragraph_languages *languages)
{
    for (guint i = 0; i < batch->entries->len; i++)
        add_languages(g_ptr_array_index(batch->entries, i), languages);
}

static void in_hand_free(gpointer data)
{
    in_hand *one = data;
    g_free(one->name);
    g_free(one->digest);
    g_free(one);
}

static void add_warnings(cfa_batch *batch, const GPtrArray *warnings, const char *source, guint64 order)
{
    for (guint i = 0; i < warnings->len; i++) {
        const cfa_warning *warning = g_ptr_array_index(warnings, i);
        cfa_error error = {0};
        cfa_error_set(&error, CFA_BAD_INPUT, warning->code, -1, "%s", warning->reason);
        cfa_remarks_add(batch->warnings, order, source, &error);
    }
}

static gboolean keep_text(cfa_batch *batch, const cfa_case_text *text, guint64 order, const in_hand *from,
                          cfa_error *error)
{
    cfa_entry *entry = cfa_entry_new(text, order);
    const char *language = cfa_language_code(text->language);
    g_ptr_array_add(entry->origin.digests, g_strdup(from->digest));
    if (text->text_id != NULL)
        g_ptr_array_add(entry->origin.text_ids,
                        g_strdup_printf("%s/%s", text->text_id, language != NULL ? language : ""));
    g_ptr_array_add(batch->entries, entry);
    if (!from->again) {
        entry->document = document_of(order);
        g_hash_table_add(batch->fresh, GUINT_TO_POINTER(entry->document));
        add_warnings(batch, text->warnings, text->source, order);
    }
    return cfa_spool_put(batch->work->spool, text, &entry->place, error);
}

/* Keeps what a page says that is no case text. */
static void keep_catalogue_entries(cfa_batch *batch, const cfa_holding *holding, guint document,
                                   const in_hand *from)
{
    for (guint i = 0; holding->principles != NULL && i < holding->principles->len; i++)
        g_ptr_array_add(batch->catalogue_entries,
                        cfa_catalogue_entry_of_principle(g_ptr_array_index(holding->principles, i),
                                                         from->digest, document));
    for (guint i = 0; holding->cases != NULL && i < holding->cases->len; i++)
        g_ptr_array_add(
            batch->catalogue_entries,
            cfa_catalogue_entry_of_case(g_ptr_array_index(holding->cases, i), from->digest, document));
    if (!from->again) {
        g_hash_table_add(batch->fresh, GUINT_TO_POINTER(document));
        add_warnings(batch, holding->warnings, from->name, order_of(document));
    }
}

cfa_batch *cfa_batch_new(const char *folder, const cfa_reading_options *reading, cfa_progress *progress,
                         cfa_error *error)
{
    cfa_spool *spool = cfa_spool_new(folder, error);
    if (spool == NULL)
        return NULL;
    cfa_batch *batch = g_new0(cfa_batch, 1);
    batch->entries = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_entry_free);
    batch->catalogue_entries = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_catalogue_entry_free);
    batch->rejected = cfa_remarks_new();
    batch->warnings = cfa_remarks_new();
    batch->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    batch->damaged = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    batch->moved = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    batch->fresh = g_hash_table_new(g_direct_hash, g_direct_equal);
    batch->replaced = g_ptr_array_new_with_free_func(cfa_replaced_free);
    batch->files = cfa_files_new();
    batch->work = g_new0(struct cfa_batch_work, 1);
    batch->work->reading = *reading;
    batch->work->progress = progress;
    batch->work->spool = spool;
    batch->work->opened = cfa_opened_files_new();
    batch->work->in_hand = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, in_hand_free);
    return batch;
}

void cfa_batch_free(cfa_batch *batch)
{
    if (batch == NULL)
        return;
    cfa_spool_free(batch->work->spool);
    cfa_opened_files_free(batch->work->opened);
    g_hash_table_unref(batch->work->in_hand);
    g_free(batch->work);
    g_ptr_array_unref(batch->entries);
    g_ptr_array_unref(batch->catalogue_entries);
    g_ptr_array_unref(batch->rejected);
    g_ptr_array_unref(batch->warnings);
    g_hash_table_unref(batch->seen);
    g_hash_table_unref(batch->damaged);
    g_hash_table_unref(batch->moved);
    g_hash_table_unref(batch->fresh);
    g_ptr_array_unref(batch->replaced);
    cfa_files_free(batch->files);
    g_free(batch);
}

/* ---- what the worker tells ---- */

/* It passed over a file that is as it was. */
static gboolean on_unchanged(cfa_batch *batch, const GPtrArray *digests)
{
    if (digests == NULL)
        return FALSE;
    for (guint i = 0; i < digests->len; i++)
        g_hash_table_add(batch->seen, g_strdup(g_ptr_array_index(digests, i)));
    batch->read += digests->len;
    batch->unchanged += digests->len;
    cfa_progress_add(batch->work->progress, digests->len, 0);
    return TRUE;
}

static gboolean on_file(cfa_batch *batch, const cfa_message *message)
{
    gboolean same;
    const GPtrArray *digests = cfa_files_find(batch->work->reading.files, &message->file, &same);
    cfa_files_keep(batch->files, batch->work->reading.files, &message->file);
    if (message->unchanged)
        return on_unchanged(batch, digests);
    cfa_opened_files_begin(batch->work->opened, &message->file, message->time, digests);
    return TRUE;
}

static void take_in_hand(cfa_batch *batch, guint number, const cfa_message *message)
{
    in_hand *one = g_new0(in_hand, 1);
    one->name = g_strdup(message->path);
    one->digest = g_strdup(message->digest);
    one->bytes_read = message->bytes_read;
    one->again = message->state == CFA_DOCUMENT_AGAIN;
    g_hash_table_insert(batch->work->in_hand, GUINT_TO_POINTER(number), one);
}

static void on_document(cfa_batch *batch, const cfa_message *message)
{
    const guint number = batch->read++;
    batch->bytes_read += message->bytes_read;
    cfa_opened_files_meet(batch->work->opened, number, message->path, message->digest);
    if (message->state == CFA_DOCUMENT_REFUSED) {
        cfa_remarks_add(batch->rejected, order_of(number), message->path, &message->error);
    } else {
        g_hash_table_add(batch->seen, g_strdup(message->digest));
        batch->unchanged += message->state != CFA_DOCUMENT_NEW;
    }
    if (message->state == CFA_DOCUMENT_NEW || message->state == CFA_DOCUMENT_AGAIN)
        take_in_hand(batch, number, message);
    else
        cfa_progress_add(batch->work->progress, 1, message->bytes_read);
}

static gboolean keep_holding(cfa_batch *batch, const cfa_message *message, const in_hand *from,
                             cfa_error *error)
{
    const guint64 order = order_of(message->document);
    const cfa_holding *holding = &message->holding;
    if (message->error.status != CFA_OK) {
        cfa_remarks_add(batch->rejected, order, from->name, &message->error);
        cfa_opened_files_refuse(batch->work->opened, message->document);
    }
    for (guint i = 0; holding->texts != NULL && i < holding->texts->len; i++)
        if (!keep_text(batch, g_ptr_array_index(holding->texts, i), order + i, from, error))
            return FALSE;
    if (holding->principles != NULL || holding->cases != NULL)
        keep_catalogue_entries(batch, holding, message->document, from);
    cfa_progress_add(batch->work->progress, 1, from->bytes_read);
    return TRUE;
}

static gboolean contradicts_itself(cfa_error *error)
{
    return cfa_error_set(error, CFA_INTERNAL, "worker-ended", -1,
                         "the process that reads the sources contradicts itself");
}

static gboolean on_holding(cfa_batch *batch, const cfa_message *message, cfa_error *error)
{
    GHashTable *in_hands = batch->work->in_hand;
    const in_hand *from = g_hash_table_lookup(in_hands, GUINT_TO_POINTER(message->document));
    if (from == NULL)
        return contradicts_itself(error);
    const gboolean kept = keep_holding(batch, message, from, error);
    g_hash_table_remove(in_hands, GUINT_TO_POINTER(message->document));
    return kept;
}

static gboolean on_message(cfa_batch *batch, const cfa_message *message, cfa_error *error)
{
    switch (message->kind) {
    case CFA_MESSAGE_FENCE:
        batch->fence = message->fence;
        return TRUE;
    case CFA_MESSAGE_FILE:
        return on_file(batch, message) || contradicts_itself(error);
    case CFA_MESSAGE_DOCUMENT:
        on_document(batch, message);
        return TRUE;
    case CFA_MESSAGE_HOLDING:
        return on_holding(batch, message, error);
    case CFA_MESSAGE_WARNING:
        cfa_remarks_add(batch->warnings, order_of(batch->read), message->path, &message->error);
        return TRUE;
    }
    return TRUE;
}

/* Tells why the worker ended, and names the first document that it had not done with. */
static gboolean tell_end(const cfa_batch *batch, const cfa_error *end, cfa_error *error)
{
    const guint count = g_hash_table_size(batch->work->in_hand);
    guint first = G_MAXUINT;
    GHashTableIter each;
    gpointer number;
    g_hash_table_iter_init(&each, batch->work->in_hand);
    while (g_hash_table_iter_next(&each, &number, NULL))
        first = MIN(first, GPOINTER_TO_UINT(number));
    const in_hand *one = g_hash_table_lookup(batch->work->in_hand, GUINT_TO_POINTER(first));
    if (one == NULL)
        return cfa_error_set(error, end->status, end->code, -1, "%s", end->reason);
    g_autofree char *others = count > 2    ? g_strdup_printf(", or one of %u after it", count - 1)
                              : count == 2 ? g_strdup(", or the one after it")
                                           : g_strdup("");
    return cfa_error_set(error, end->status, end->code, -1, "%s, in the midst of %s%s", end->reason,
                         one->name, others);
}

/* Takes all that the worker tells. */
static gboolean listen_to(cfa_batch *batch, cfa_worker *worker, cfa_error *error)
{
    cfa_error end = {0};
    gboolean goes_on = TRUE, kept = TRUE;
    while (goes_on && kept) {
        g_auto(cfa_message) message = {0};
        goes_on = cfa_worker_next(worker, &message, &end);
        kept = !goes_on || on_message(batch, &message, error);
    }
    if (!kept)
        return FALSE;
    if (end.status == CFA_OK && g_hash_table_size(batch->work->in_hand) > 0)
        contradicts_itself(&end);
    return end.status == CFA_OK || tell_end(batch, &end, error);
}

/* ---- all of it ---- */

static int compare_order(guint64 left, guint64 right)
{
    return left < right ? -1 : left > right;
}

static int compare_entries(gconstpointer a, gconstpointer b)
{
    const cfa_entry *left = *(cfa_entry *const *)a, *right = *(cfa_entry *const *)b;
    return compare_order(left->order, right->order);
}

static int compare_catalogue_entries(gconstpointer a, gconstpointer b)
{
    const cfa_catalogue_entry *left = *(cfa_catalogue_entry *const *)a,
                              *right = *(cfa_catalogue_entry *const *)b;
    return compare_order(left->document, right->document);
}

static int compare_remarks(gconstpointer a, gconstpointer b)
{
    const cfa_remark *left = *(cfa_remark *const *)a, *right = *(cfa_remark *const *)b;
    return compare_order(left->order, right->order);
}

static gboolean leads(const cfa_entry *entry, const cfa_entry *other)
{
    return cfa_language_versions_leads(entry->told, entry->origin.text_ids, other->told,
                                       other->origin.text_ids);
}

/* The entry that stands for each identifier: of pages of which none leads the others, the first. The
 * identifiers are borrowed. */
static GHashTable *leaders_of(const GPtrArray *entries)
{
    GHashTable *leaders = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < entries->len; i++) {
        cfa_entry *entry = g_ptr_array_index(entries, i);
        const cfa_entry *first = g_hash_table_lookup(leaders, entry->id);
        if (first == NULL || leads(entry, first))
            g_hash_table_replace(leaders, entry->id, entry);
    }
    return leaders;
}

static gboolean have_same_words(const cfa_case_text *one, const cfa_case_text *other)
{
    if (one->paragraphs->len != other->paragraphs->len)
        return FALSE;
    for (guint i = 0; i < one->paragraphs->len; i++) {
        const cfa_paragraph *left = g_ptr_array_index(one->paragraphs, i),
                            *right = g_ptr_array_index(other->paragraphs, i);
        if (left->number != right->number || strcmp(left->text, right->text) != 0)
            return FALSE;
    }
    return TRUE;
}

/* Whether a page is new, or lies elsewhere than the last time. */
static gboolean is_news(const cfa_batch *batch, const cfa_entry *entry)
{
    gboolean moved = FALSE;
    for (guint i = 0; i < entry->origin.digests->len; i++)
        moved = moved || g_hash_table_contains(batch->moved, entry->origin.digests->pdata[i]);
    return moved || entry->document != G_MAXUINT;
}

/* Tells of a page whose words are in no index, since another has other words for the same paragraphs; unless
 * an earlier run told of both. */
static gboolean warn_of_other_words(cfa_batch *batch, const cfa_entry *entry, const cfa_entry *leader,
                                    cfa_error *error)
{
    const cfa_spool *spool = batch->work->spool;
    if (entry == leader || !(is_news(batch, entry) || is_news(batch, leader)))
        return TRUE;
    g_autoptr(cfa_case_text) text = cfa_spool_get(spool, entry->place, error);
    g_autoptr(cfa_case_text) leading = text != NULL ? cfa_spool_get(spool, leader->place, error) : NULL;
    if (leading == NULL)
        return FALSE;
    cfa_error told = {0};
    if (!have_same_words(text, leading)) {
        cfa_error_set(&told, CFA_BAD_INPUT, "other-words", -1,
                      "its words of %s are not those of %s, which stand in their place", entry->id,
                      leading->source);
        cfa_remarks_add(batch->warnings, entry->order, text->source, &told);
    }
    return TRUE;
}

/* Each case text once. */
static gboolean join_entries(cfa_batch *batch, cfa_error *error)
{
    g_autoptr(GHashTable) leaders = leaders_of(batch->entries);
    gsize count;
    for (guint i = 0; i < batch->entries->len; i++) {
        const cfa_entry *entry = g_ptr_array_index(batch->entries, i);
        if (!warn_of_other_words(batch, entry, g_hash_table_lookup(leaders, entry->id), error))
            return FALSE;
    }
    g_ptr_array_sort(batch->warnings, compare_remarks);
    g_autofree gpointer *all = g_ptr_array_steal(batch->entries, &count);
    for (gsize i = 0; i < count; i++) {
        cfa_entry *entry = all[i];
        cfa_entry *leader = g_hash_table_lookup(leaders, entry->id);
        if (leader == entry) {
            g_ptr_array_add(batch->entries, entry);
        } else {
            cfa_entry_join(leader, entry);
            cfa_entry_free(entry);
        }
    }
    return TRUE;
}

/* Pages that say the same are one before they are told by others, as they are in an index, and after it,
 * since some may then say what others do. */
static gboolean tell_and_join(cfa_batch *batch, cfa_error *error)
{
    if (!join_entries(batch, error))
        return FALSE;
    cfa_language_versions_tell_entries(batch->entries, batch->warnings);
    return join_entries(batch, error);
}

gboolean cfa_batch_refused(const cfa_batch *batch, const char *source)
{
    for (guint i = 0; i < batch->rejected->len; i++) {
        const char *refused = ((const cfa_remark *)g_ptr_array_index(batch->rejected, i))->source;
        if (cfa_source_is_in(source, refused))
            return TRUE;
    }
    return FALSE;
}

/* What files held that are where something was refused is damaged or out of reach, not gone. */
static void shelter_refused(cfa_batch *batch)
{
    g_autoptr(GPtrArray) places = g_ptr_array_new();
    for (guint i = 0; i < batch->rejected->len; i++)
        g_ptr_array_add(places, ((cfa_remark *)g_ptr_array_index(batch->rejected, i))->source);
    cfa_files_add_below(batch->work->reading.files, places, batch->seen, batch->damaged);
}

/* Compares the files with those that the last run met. */
static void compare_files(cfa_batch *batch)
{
    const struct cfa_batch_work *work = batch->work;
    const cfa_files_met met = {work->reading.sources, batch->seen, work->reading.known};
    cfa_opened_files_finish(work->opened, batch->seen, batch->files, batch->replaced, batch->damaged);
    shelter_refused(batch);
    if (work->reading.files == NULL)
        return;
    cfa_opened_files_add_moved(work->opened, batch->moved);
    cfa_files_join(batch->files, work->reading.files, &met, batch->moved);
}

/* Puts all in order, and joins entries that are the same. */
static gboolean finish(cfa_batch *batch, cfa_error *error)
{
    g_ptr_array_sort(batch->entries, compare_entries);
    g_ptr_array_sort(batch->catalogue_entries, compare_catalogue_entries);
    g_ptr_array_sort(batch->rejected, compare_remarks);
    compare_files(batch);
    /* An update asks the index, too, when it knows what becomes of it. */
    return (batch->work->reading.known == NULL ? tell_and_join : join_entries)(batch, error);
}

gboolean cfa_batch_read(cfa_batch *batch, cfa_error *error)
{
    g_autoptr(cfa_worker) worker = cfa_worker_start(&batch->work->reading, error);
    return worker != NULL && listen_to(batch, worker, error) && finish(batch, error);
}

static gboolean add_stored(cfa_batch *batch, const xc_database *database, const char *id, guint64 order,
                           cfa_error *error)
{
    g_autoptr(cfa_stored_text) stored = cfa_stored_text_load(database, id, error);
    if (stored == NULL)
        return FALSE;
    cfa_language_versions_take_back(stored->text);
    cfa_entry *entry = cfa_entry_new(stored->text, order);
    g_ptr_array_add(batch->entries, entry);
    cfa_origin_join(&entry->origin, &stored->origin);
    return cfa_spool_put(batch->work->spool, stored->text, &entry->place, error);
}

gboolean cfa_batch_add_stored(cfa_batch *batch, const xc_database *database, GPtrArray *ids, cfa_error *error)
{
    guint64 order = order_of(batch->read); /* after all that was read */
    for (guint i = 0; i < ids->len; i++)
        if (!add_stored(batch, database, g_ptr_array_index(ids, i), order++, error))
            return FALSE;
    return tell_and_join(batch, error);
}

static int compare_times(gconstpointer a, gconstpointer b)
{
    const cfa_entry *left = *(cfa_entry *const *)a, *right = *(cfa_entry *const *)b;
    const guint32 time = cfa_layout_time(cfa_layout_months(left->report_date), left->report),
                  other = cfa_layout_time(cfa_layout_months(right->report_date), right->report);
    if (time != other)
        return compare_order(time, other);
    const int stem = strcmp(left->stem, right->stem);
    if (stem != 0)
        return stem;
    if (left->numbers[0] != right->numbers[0])
        return compare_order(left->numbers[0], right->numbers[0]);
    return left->language != right->language ? compare_order(left->language, right->language)
                                             : compare_order(left->order, right->order);
}

void cfa_batch_sort_by_time(cfa_batch *batch)
{
    g_ptr_array_sort(batch->entries, compare_times);
}

cfa_case_text *cfa_batch_load(const cfa_batch *batch, const cfa_entry *entry, cfa_error *error)
{
    cfa_case_text *text = cfa_spool_get(batch->work->spool, entry->place, error);
    if (text == NULL)
        return NULL;
    text->report = entry->report;
    text->report_date = entry->report_date;
    text->type = entry->type;
    text->told = entry->told;
    if ((entry->told & CFA_TOLD_CASES) != 0)
        g_ptr_array_set_size(text->cases, 0);
    cfa_cases_join(text->cases, entry->cases);
    return text;
}
