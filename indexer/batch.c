#include "batch.h"

#include "sisters.h"
#include "stored.h"

#include <string.h>

/* What the workers share. Everything here is guarded by `lock`. */
struct cfa_batch_work {
    cfa_batch_options options;
    cfa_spool *spool;
    GThreadPool *pool;
    GMutex lock;
    GCond room;            /* signalled when a document is done with */
    guint64 in_flight;     /* bytes of documents in the hands of workers */
    cfa_error failure;     /* the first that ends the batch: the spool cannot be written */
    GPtrArray *open_files; /* open_file *: those that were opened; of the reading thread alone */
};

/* A file that was opened, and what came out of it. */
typedef struct open_file {
    char *path;
    cfa_source_file file;
    gint64 time;      /* when, in microseconds since 1970 */
    guint first, end; /* numbers of its documents */
    GPtrArray *digests;
    const GPtrArray *before; /* the digests it had the last time, char *, borrowed; or NULL */
} open_file;

/* A document on its way to a worker. */
typedef struct task {
    guint64 order;
    char *name;
    guint8 *bytes;
    gsize length;
    cfa_manifest_row *facts;
    char *bytes_digest; /* of its bytes alone */
    char *digest;       /* by which it is known */
    guint64 bytes_read;
    gboolean again; /* it was known */
} task;

enum { TEXTS_BITS = 20 }; /* an order is the document's number, and within it the case text's */

static guint document_of(guint64 order)
{
    return (guint)(order >> TEXTS_BITS);
}

static void add_siblings(const cfa_entry *entry, cfa_siblings *siblings)
{
    for (guint i = 0; i < entry->paragraphs; i++) {
        g_autofree char *id = cfa_entry_paragraph(entry, i);
        cfa_siblings_add(siblings, id, entry->language);
    }
}

void cfa_batch_add_siblings(const cfa_batch *batch, cfa_siblings *siblings)
{
    for (guint i = 0; i < batch->entries->len; i++)
        add_siblings(g_ptr_array_index(batch->entries, i), siblings);
}

static void task_free(task *one)
{
    g_free(one->name);
    g_free(one->bytes);
    cfa_manifest_row_free(one->facts);
    g_free(one->bytes_digest);
    g_free(one->digest);
    g_free(one);
}

static void open_file_free(gpointer data)
{
    open_file *file = data;
    g_free(file->path);
    g_ptr_array_unref(file->digests);
    g_free(file);
}

void cfa_remark_free(gpointer data)
{
    cfa_remark *remark = data;
    g_free(remark->source);
    g_free(remark);
}

static void replaced_free(gpointer data)
{
    cfa_replaced *replaced = data;
    g_free(replaced->digest);
    g_free(replaced);
}

static void add_remark(GPtrArray *remarks, guint64 order, const char *source, const cfa_error *error)
{
    cfa_remark *remark = g_new0(cfa_remark, 1);
    remark->order = order;
    remark->source = g_strdup(source);
    remark->error = *error;
    g_ptr_array_add(remarks, remark);
}

static void add_warnings(cfa_batch *batch, const GPtrArray *warnings, const char *source, guint64 order)
{
    for (guint i = 0; i < warnings->len; i++) {
        const cfa_warning *warning = g_ptr_array_index(warnings, i);
        cfa_error error = {0};
        cfa_error_set(&error, CFA_BAD_INPUT, warning->code, -1, "%s", warning->reason);
        add_remark(batch->warnings, order, source, &error);
    }
}

static void keep_text(cfa_batch *batch, const cfa_case_text *text, guint64 order, const task *from)
{
    struct cfa_batch_work *work = batch->work;
    cfa_error failure = {0};
    cfa_entry *entry = cfa_entry_new(text, order);
    if (!from->again)
        entry->document = document_of(order);
    const char *language = cfa_language_code(text->language);
    cfa_origin_add(entry->origin.digests, from->digest);
    if (text->text_id != NULL)
        g_ptr_array_add(entry->origin.text_ids,
                        g_strdup_printf("%s/%s", text->text_id, language != NULL ? language : ""));
    const gboolean kept = cfa_spool_put(work->spool, text, &entry->place, &failure);
    g_mutex_lock(&work->lock);
    g_ptr_array_add(batch->entries, entry);
    if (!from->again) {
        g_hash_table_add(batch->fresh, GUINT_TO_POINTER(entry->document));
        add_warnings(batch, text->warnings, text->source, order);
    }
    if (!kept && work->failure.status == CFA_OK)
        work->failure = failure;
    g_mutex_unlock(&work->lock);
}

/* Keeps what a page says that is no case text. */
static void keep_cards(cfa_batch *batch, const cfa_holding *holding, const task *from)
{
    struct cfa_batch_work *work = batch->work;
    const guint document = document_of(from->order);
    GPtrArray *cards = g_ptr_array_new();
    for (guint i = 0; holding->principles != NULL && i < holding->principles->len; i++)
        g_ptr_array_add(
            cards, cfa_card_of_principle(g_ptr_array_index(holding->principles, i), from->digest, document));
    for (guint i = 0; holding->cases != NULL && i < holding->cases->len; i++)
        g_ptr_array_add(cards,
                        cfa_card_of_case(g_ptr_array_index(holding->cases, i), from->digest, document));
    g_mutex_lock(&work->lock);
    g_ptr_array_extend_and_steal(batch->cards, cards);
    if (!from->again) {
        g_hash_table_add(batch->fresh, GUINT_TO_POINTER(document));
        add_warnings(batch, holding->warnings, from->name, from->order);
    }
    g_mutex_unlock(&work->lock);
}

static void run_task(gpointer data, gpointer user)
{
    task *one = data;
    cfa_batch *batch = user;
    struct cfa_batch_work *work = batch->work;
    const cfa_document document = {.name = one->name,
                                   .bytes = one->bytes,
                                   .length = one->length,
                                   .bytes_read = one->bytes_read,
                                   .facts = one->facts,
                                   .digest = one->bytes_digest};
    cfa_error error = {0};
    g_auto(cfa_holding) holding = {0};
    const gboolean understood = cfa_reader_read(&document, &holding, &error);
    for (guint i = 0; holding.texts != NULL && i < holding.texts->len; i++)
        keep_text(batch, g_ptr_array_index(holding.texts, i), one->order + i, one);
    if (holding.principles != NULL || holding.cases != NULL)
        keep_cards(batch, &holding, one);
    g_mutex_lock(&work->lock);
    if (!understood)
        add_remark(batch->rejected, one->order, one->name, &error);
    work->in_flight -= one->length;
    g_cond_signal(&work->room);
    g_mutex_unlock(&work->lock);
    cfa_progress_add(work->options.progress, 1, one->bytes_read);
    task_free(one);
}

cfa_batch *cfa_batch_new(const char *folder, const cfa_batch_options *options, cfa_error *error)
{
    cfa_spool *spool = cfa_spool_new(folder, error);
    if (spool == NULL)
        return NULL;
    cfa_batch *batch = g_new0(cfa_batch, 1);
    batch->entries = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_entry_free);
    batch->cards = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_card_free);
    batch->rejected = g_ptr_array_new_with_free_func(cfa_remark_free);
    batch->warnings = g_ptr_array_new_with_free_func(cfa_remark_free);
    batch->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    batch->damaged = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    batch->fresh = g_hash_table_new(g_direct_hash, g_direct_equal);
    batch->replaced = g_ptr_array_new_with_free_func(replaced_free);
    batch->files = cfa_files_new();
    batch->work = g_new0(struct cfa_batch_work, 1);
    batch->work->open_files = g_ptr_array_new_with_free_func(open_file_free);
    batch->work->options = *options;
    batch->work->spool = spool;
    g_mutex_init(&batch->work->lock);
    g_cond_init(&batch->work->room);
    batch->work->pool = g_thread_pool_new(run_task, batch, (gint)options->jobs, FALSE, NULL);
    return batch;
}

void cfa_batch_free(cfa_batch *batch)
{
    if (batch == NULL)
        return;
    if (batch->work->pool != NULL)
        g_thread_pool_free(batch->work->pool, FALSE, TRUE);
    g_mutex_clear(&batch->work->lock);
    g_cond_clear(&batch->work->room);
    cfa_spool_free(batch->work->spool);
    g_ptr_array_unref(batch->work->open_files);
    g_free(batch->work);
    g_ptr_array_unref(batch->entries);
    g_ptr_array_unref(batch->cards);
    g_ptr_array_unref(batch->rejected);
    g_ptr_array_unref(batch->warnings);
    g_hash_table_unref(batch->seen);
    g_hash_table_unref(batch->damaged);
    g_hash_table_unref(batch->fresh);
    g_ptr_array_unref(batch->replaced);
    cfa_files_free(batch->files);
    g_free(batch);
}

static task *task_new(const cfa_document *document, guint64 order, const char *bytes_digest)
{
    task *one = g_new0(task, 1);
    one->order = order;
    one->name = g_strdup(document->name);
    one->bytes = g_memdup2(document->bytes, document->length);
    one->length = document->length;
    one->bytes_digest = g_strdup(bytes_digest);
    one->facts = cfa_manifest_row_copy(document->facts);
    one->bytes_read = document->bytes_read;
    return one;
}

/* Waits until there is room for it. */
static void hand_to_worker(cfa_batch *batch, task *one)
{
    struct cfa_batch_work *work = batch->work;
    g_mutex_lock(&work->lock);
    while (work->in_flight > 0 && work->in_flight + one->length > work->options.memory)
        g_cond_wait(&work->room, &work->lock);
    work->in_flight += one->length;
    g_mutex_unlock(&work->lock);
    g_thread_pool_push(work->pool, one, NULL);
}

/* ---- files that need not be opened ---- */

static open_file *last_opened(const cfa_batch *batch)
{
    const GPtrArray *opened = batch->work->open_files;
    return opened->len > 0 ? g_ptr_array_index(opened, opened->len - 1) : NULL;
}

static gboolean is_among(GHashTable *digests, const char *digest)
{
    return digests != NULL && g_hash_table_contains(digests, digest);
}

/* Whether the index holds all that a file held, and none of it is to be read again. */
static gboolean are_known(const cfa_batch *batch, const GPtrArray *digests)
{
    const cfa_batch_options *options = &batch->work->options;
    for (guint i = 0; i < digests->len; i++)
        if (!is_among(options->known, g_ptr_array_index(digests, i)) ||
            is_among(options->again, g_ptr_array_index(digests, i)))
            return FALSE;
    return TRUE;
}

/* A file is about to be opened: not if it is as it was, and all it held is in the index. */
static gboolean on_file(const cfa_source_file *file, gpointer data)
{
    cfa_batch *batch = data;
    gboolean same;
    const GPtrArray *digests = cfa_files_find(batch->work->options.files, file, &same);
    if (digests != NULL && same && are_known(batch, digests)) {
        for (guint i = 0; i < digests->len; i++)
            g_hash_table_add(batch->seen, g_strdup(g_ptr_array_index(digests, i)));
        batch->read += digests->len;
        batch->unchanged += digests->len;
        cfa_progress_add(batch->work->options.progress, digests->len, 0);
        return FALSE;
    }
    open_file *opened = g_new0(open_file, 1);
    opened->path = g_strdup(file->path);
    opened->file = *file;
    opened->file.path = opened->path;
    opened->time = g_get_real_time();
    opened->first = opened->end = batch->read;
    opened->digests = g_ptr_array_new_with_free_func(g_free);
    opened->before = digests;
    g_ptr_array_add(batch->work->open_files, opened);
    return TRUE;
}

/* How many of a file's documents were refused. `next` goes through batch->rejected, which is in order, from file to file. */
static guint count_rejected(const cfa_batch *batch, const open_file *opened, guint *next)
{
    guint count = 0;
    for (; *next < batch->rejected->len; (*next)++) {
        const cfa_remark *remark = g_ptr_array_index(batch->rejected, *next);
        if (document_of(remark->order) >= opened->end)
            break;
        count += document_of(remark->order) >= opened->first;
    }
    return count;
}

/* Lists what a file held that was opened again: each document that is gone has given its place to the one that is there now. */
static void list_replaced(cfa_batch *batch, const open_file *opened, gboolean all_bad)
{
    for (guint i = 0; opened->before != NULL && i < opened->before->len; i++) {
        const char *digest = g_ptr_array_index(opened->before, i);
        if (g_hash_table_contains(batch->seen, digest))
            continue;
        if (all_bad)
            g_hash_table_add(batch->damaged, g_strdup(digest));
        if (all_bad)
            continue;
        cfa_replaced *replaced = g_new0(cfa_replaced, 1);
        replaced->digest = g_strdup(digest);
        replaced->document = opened->first + i < opened->end ? opened->first + i : G_MAXUINT;
        g_ptr_array_add(batch->replaced, replaced);
    }
}

/* Remembers the files that were opened, but for those that held something bad, which is to be told each time. */
static void remember_files(cfa_batch *batch)
{
    guint next = 0;
    for (guint i = 0; i < batch->work->open_files->len; i++) {
        const open_file *opened = g_ptr_array_index(batch->work->open_files, i);
        const guint bad = count_rejected(batch, opened, &next);
        list_replaced(batch, opened, bad > 0 && bad == opened->end - opened->first);
        if (bad == 0)
            cfa_files_add(batch->files, &opened->file, opened->digests, opened->time);
    }
    if (batch->work->options.known != NULL)
        cfa_files_join(batch->files, batch->work->options.files, batch->work->options.known);
}

/* ---- documents ---- */

/* By which a document is known: of its bytes, of what a manifest says of it, and of the number that its name gives. Each may change what
 * is read in it. `bytes` is the digest of its bytes. */
static char *known_by(const cfa_document *document, const char *bytes)
{
    g_autofree char *text_id = cfa_reader_text_id_of_name(document->name);
    g_autofree char *facts = document->facts != NULL ? cfa_manifest_row_text(document->facts) : NULL;
    g_autofree char *all =
        g_strjoin("\n", bytes, facts != NULL ? facts : "", text_id != NULL ? text_id : "", NULL);
    char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
    digest[CFA_LAYOUT_DIGEST] = '\0';
    return digest;
}

static gboolean on_document(const cfa_document *document, const cfa_error *error, gpointer data)
{
    cfa_batch *batch = data;
    struct cfa_batch_work *work = batch->work;
    const guint64 order = (guint64)batch->read << TEXTS_BITS;
    open_file *opened = last_opened(batch); /* NULL on standard input */
    batch->read++;
    batch->bytes_read += document->bytes_read;
    if (opened != NULL)
        opened->end = batch->read;
    if (error != NULL) {
        g_mutex_lock(&work->lock);
        add_remark(batch->rejected, order, document->name, error);
        g_mutex_unlock(&work->lock);
        cfa_progress_add(work->options.progress, 1, document->bytes_read);
        return TRUE;
    }
    g_autofree char *bytes_digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, document->bytes, document->length);
    g_autofree char *digest = known_by(document, bytes_digest);
    g_hash_table_add(batch->seen, g_strdup(digest));
    if (opened != NULL)
        g_ptr_array_add(opened->digests, g_strdup(digest));
    const gboolean known = is_among(work->options.known, digest);
    batch->unchanged += known ? 1 : 0;
    if (known && !is_among(work->options.again, digest)) {
        cfa_progress_add(work->options.progress, 1, document->bytes_read);
        return TRUE;
    }
    task *one = task_new(document, order, bytes_digest);
    one->digest = g_strdup(digest);
    one->again = known;
    hand_to_worker(batch, one);
    g_mutex_lock(&work->lock);
    const gboolean well = work->failure.status == CFA_OK;
    g_mutex_unlock(&work->lock);
    return well;
}

/* The first failure of any worker, if there was one. */
static gboolean report_failure(const cfa_batch *batch, cfa_error *error)
{
    if (batch->work->failure.status == CFA_OK)
        return TRUE;
    if (error != NULL)
        *error = batch->work->failure;
    return FALSE;
}

gboolean cfa_batch_read(cfa_batch *batch, const char *source, cfa_error *error)
{
    return cfa_source_read(source, NULL, on_file, on_document, batch) || report_failure(batch, error);
}

static int compare_order(guint64 left, guint64 right)
{
    return left < right ? -1 : left > right;
}

static int compare_entries(gconstpointer a, gconstpointer b)
{
    const cfa_entry *left = *(cfa_entry *const *)a, *right = *(cfa_entry *const *)b;
    return compare_order(left->order, right->order);
}

static int compare_cards(gconstpointer a, gconstpointer b)
{
    const cfa_card *left = *(cfa_card *const *)a, *right = *(cfa_card *const *)b;
    return compare_order(left->document, right->document);
}

static int compare_remarks(gconstpointer a, gconstpointer b)
{
    const cfa_remark *left = *(cfa_remark *const *)a, *right = *(cfa_remark *const *)b;
    return compare_order(left->order, right->order);
}

/* Each case text once, the first page of it leading. */
static void join_entries(cfa_batch *batch)
{
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *once = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_entry_free);
    g_ptr_array_set_free_func(batch->entries, NULL);
    for (guint i = 0; i < batch->entries->len; i++) {
        cfa_entry *entry = g_ptr_array_index(batch->entries, i);
        cfa_entry *first = g_hash_table_lookup(by_id, entry->id);
        if (first == NULL) {
            g_hash_table_insert(by_id, entry->id, entry);
            g_ptr_array_add(once, entry);
        } else {
            cfa_entry_join(first, entry);
            cfa_entry_free(entry);
        }
    }
    g_ptr_array_unref(batch->entries);
    batch->entries = once;
}

gboolean cfa_batch_refused(const cfa_batch *batch, const char *source)
{
    for (guint i = 0; i < batch->rejected->len; i++) {
        const char *refused = ((const cfa_remark *)g_ptr_array_index(batch->rejected, i))->source;
        const char *rest = g_str_has_prefix(source, refused) ? source + strlen(refused) : NULL;
        if (rest != NULL && (rest[0] == '\0' || rest[0] == '/'))
            return TRUE;
    }
    return FALSE;
}

gboolean cfa_batch_finish(cfa_batch *batch, cfa_error *error)
{
    g_thread_pool_free(g_steal_pointer(&batch->work->pool), FALSE, TRUE);
    if (!report_failure(batch, error))
        return FALSE;
    g_ptr_array_sort(batch->entries, compare_entries);
    g_ptr_array_sort(batch->cards, compare_cards);
    g_ptr_array_sort(batch->rejected, compare_remarks);
    g_ptr_array_sort(batch->warnings, compare_remarks);
    /* An update asks the index, too, when it knows what becomes of it. */
    if (batch->work->options.known == NULL)
        cfa_sisters_tell_batch(batch);
    join_entries(batch);
    remember_files(batch);
    return TRUE;
}

static gboolean add_stored(cfa_batch *batch, const xc_database *database, const char *id, guint64 order,
                           cfa_error *error)
{
    g_autoptr(cfa_stored) stored = cfa_stored_load(database, id, error);
    if (stored == NULL)
        return FALSE;
    cfa_sisters_take_back(stored->text);
    cfa_entry *entry = cfa_entry_new(stored->text, order);
    g_ptr_array_add(batch->entries, entry);
    for (guint i = 0; i < stored->origin.digests->len; i++)
        cfa_origin_add(entry->origin.digests, stored->origin.digests->pdata[i]);
    for (guint i = 0; i < stored->origin.text_ids->len; i++)
        cfa_origin_add(entry->origin.text_ids, stored->origin.text_ids->pdata[i]);
    return cfa_spool_put(batch->work->spool, stored->text, &entry->place, error);
}

gboolean cfa_batch_add_stored(cfa_batch *batch, const xc_database *database, GPtrArray *ids, cfa_error *error)
{
    guint64 order = (guint64)batch->read << TEXTS_BITS; /* after all that was read */
    for (guint i = 0; i < ids->len; i++)
        if (!add_stored(batch, database, g_ptr_array_index(ids, i), order++, error))
            return FALSE;
    cfa_sisters_tell_batch(batch);
    join_entries(batch);
    return TRUE;
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
