#include "reading.h"

#include "layout.h"
#include "message.h"

/* What the threads share. */
typedef struct run {
    const cfa_reading_options *options;
    FILE *answers; /* which the C library keeps in order */
    GThreadPool *pool;
    gboolean has_threads; /* it may have got none; then the walking one reads */
    guint32 read;         /* documents met; of the walking thread alone */
    GMutex lock;          /* guards all that follows */
    GCond room;           /* signalled when a document is done with */
    guint64 in_flight;
    gboolean failed; /* an answer could not be written */
} run;

/* A document on its way to a thread. */
typedef struct task {
    guint32 number;
    char *name;
    guint8 *bytes;
    gsize length;
    cfa_manifest_row *facts;
    char *bytes_digest; /* of its bytes alone */
} task;

static void task_free(task *one)
{
    g_free(one->name);
    g_free(one->bytes);
    cfa_manifest_row_free(one->facts);
    g_free(one->bytes_digest);
    g_free(one);
}

/* What is met waits for company; what is done, or begins, is told at once. From any thread. */
static void tell(run *this, const cfa_message *message, gboolean at_once)
{
    g_autoptr(GByteArray) bytes = cfa_message_pack(message);
    if (fwrite(bytes->data, bytes->len, 1, this->answers) == 1 && (!at_once || fflush(this->answers) == 0))
        return;
    g_mutex_lock(&this->lock);
    this->failed = TRUE;
    g_mutex_unlock(&this->lock);
}

static gboolean is_well(run *this)
{
    g_mutex_lock(&this->lock);
    const gboolean well = !this->failed;
    g_mutex_unlock(&this->lock);
    return well;
}

static void run_task(gpointer data, gpointer user)
{
    task *one = data;
    run *this = user;
    const cfa_document document = {.name = one->name,
                                   .bytes = one->bytes,
                                   .length = one->length,
                                   .facts = one->facts,
                                   .digest = one->bytes_digest};
    g_auto(cfa_message) message = {.kind = CFA_MESSAGE_HOLDING, .document = one->number};
    cfa_reader_read(&document, &message.holding, &message.error);
    tell(this, &message, TRUE);
    g_mutex_lock(&this->lock);
    this->in_flight -= one->length;
    g_cond_signal(&this->room);
    g_mutex_unlock(&this->lock);
    task_free(one);
}

/* Waits until there is room for it. */
static void hand_to_thread(run *this, task *one)
{
    g_mutex_lock(&this->lock);
    while (this->in_flight > 0 && this->in_flight + one->length > this->options->memory)
        g_cond_wait(&this->room, &this->lock);
    this->in_flight += one->length;
    g_mutex_unlock(&this->lock);
    if (this->has_threads)
        g_thread_pool_push(this->pool, one, NULL);
    else
        run_task(one, this);
}

/* ---- files that need not be opened ---- */

static gboolean is_among(GHashTable *digests, const char *digest)
{
    return digests != NULL && g_hash_table_contains(digests, digest);
}

/* Whether the index holds all that a file held, NULL for one that was never read, and none of it is to be
 * read again. */
static gboolean are_known(const cfa_reading_options *options, const GPtrArray *digests)
{
    for (guint i = 0; digests != NULL && i < digests->len; i++)
        if (!is_among(options->known, g_ptr_array_index(digests, i)) ||
            is_among(options->again, g_ptr_array_index(digests, i)))
            return FALSE;
    return digests != NULL;
}

/* A file is about to be opened: not if it is as it was, and all it held is in the index. */
static gboolean on_file(const cfa_source_file *file, gpointer data)
{
    run *this = data;
    gboolean same;
    const GPtrArray *digests = cfa_files_find(this->options->files, file, &same);
    const gboolean unchanged = same && are_known(this->options, digests);
    const cfa_message message = {
        .kind = CFA_MESSAGE_FILE, .file = *file, .time = g_get_real_time(), .unchanged = unchanged};
    tell(this, &message, FALSE);
    if (unchanged)
        this->read += digests->len;
    return !unchanged;
}

/* ---- documents ---- */

/* By which a document is known: of its bytes, of what a manifest says of it, and of the number that its name
 * gives. Each may change what is read in it. `bytes` is the digest of its bytes. */
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

static cfa_document_state state_of(const cfa_reading_options *options, const char *digest)
{
    if (!is_among(options->known, digest))
        return CFA_DOCUMENT_NEW;
    return is_among(options->again, digest) ? CFA_DOCUMENT_AGAIN : CFA_DOCUMENT_KNOWN;
}

static task *task_new(const cfa_document *document, guint32 number, const char *bytes_digest)
{
    task *one = g_new0(task, 1);
    one->number = number;
    one->name = g_strdup(document->name);
    one->bytes = g_memdup2(document->bytes, document->length);
    one->length = document->length;
    one->bytes_digest = g_strdup(bytes_digest);
    one->facts = cfa_manifest_row_copy(document->facts);
    return one;
}

static gboolean on_document(const cfa_document *document, const cfa_error *error, gpointer data)
{
    run *this = data;
    const guint32 number = this->read++;
    g_autofree char *bytes_digest = NULL;
    g_auto(cfa_message) message = {.kind = CFA_MESSAGE_DOCUMENT,
                                   .path = g_strdup(document->name),
                                   .bytes_read = document->bytes_read,
                                   .state = CFA_DOCUMENT_REFUSED};
    if (error != NULL) {
        message.error = *error;
    } else {
        bytes_digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, document->bytes, document->length);
        message.digest = known_by(document, bytes_digest);
        message.state = state_of(this->options, message.digest);
    }
    const gboolean begins = message.state == CFA_DOCUMENT_AGAIN || message.state == CFA_DOCUMENT_NEW;
    tell(this, &message, begins);
    if (begins)
        hand_to_thread(this, task_new(document, number, bytes_digest));
    return is_well(this);
}

static void on_warning(const char *name, const cfa_error *warning, gpointer data)
{
    g_auto(cfa_message) message = {.kind = CFA_MESSAGE_WARNING, .path = g_strdup(name), .error = *warning};
    tell(data, &message, FALSE);
}

gboolean cfa_reading_run(const cfa_reading_options *options, FILE *answers)
{
    run this = {.options = options, .answers = answers};
    g_mutex_init(&this.lock);
    g_cond_init(&this.room);
    /* Threads of its own: to lend them to others, GLib would ask the system how they are scheduled. */
    this.pool = g_thread_pool_new(run_task, &this, (gint)options->jobs, TRUE, NULL);
    this.has_threads = g_thread_pool_get_num_threads(this.pool) > 0;
    cfa_source_read(options->sources, NULL, on_file, on_document, on_warning, &this);
    g_thread_pool_free(this.pool, FALSE, TRUE);
    const gboolean well = !this.failed && fflush(answers) == 0;
    g_mutex_clear(&this.lock);
    g_cond_clear(&this.room);
    return well;
}
