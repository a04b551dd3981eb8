#include "database_build.h"

#include "folder.h"
#include "parallel_for.h"
#include "writer.h"

#include <string.h>

enum {
    /* A byte of text takes about this many in a run until it is finished: measured. */
    RUN_PER_TEXT_BYTE = 16,
    LEAST_STRETCH = 256 << 10,
    /* Longer ones gain nothing, and leave the last worker alone for longer. */
    LONGEST_STRETCH = 4 << 20
};

static const char format_unknown[] = "format-unknown";

/* Consecutive entries that one worker takes together. */
typedef struct stretch {
    guint first, end; /* entries */
    xc_docid docid;   /* of the first one's first paragraph */
} stretch;

/* What the workers share. */
typedef struct crew {
    const cfa_build_options *options;
    xb_builder *builder;
    GArray *stretches;
    gint next; /* stretch to be taken */
    GMutex lock;
    cfa_error failure; /* the first one; guarded by `lock` */
} crew;

static const cfa_entry *entry_at(const cfa_build_options *options, guint i)
{
    return g_ptr_array_index(options->batch->entries, i);
}

/* As many workers as were asked for, and as the memory has room for. */
static guint count_workers(const cfa_build_options *options)
{
    const guint64 room = options->memory / (LEAST_STRETCH * RUN_PER_TEXT_BYTE);
    return (guint)CLAMP(room, 1, options->jobs);
}

/* ---- at once ---- */

static GArray *cut_stretches(const cfa_build_options *options)
{
    const guint64 longest =
        CLAMP(options->memory / count_workers(options) / RUN_PER_TEXT_BYTE, LEAST_STRETCH, LONGEST_STRETCH);
    GArray *stretches = g_array_new(FALSE, FALSE, sizeof(stretch));
    stretch one = {.docid = 1};
    guint64 bytes = 0;
    xc_docid docid = 1;
    for (guint i = 0; i < options->batch->entries->len; i++) {
        const cfa_entry *entry = entry_at(options, i);
        if (bytes > 0 && bytes + entry->bytes_text > longest) {
            g_array_append_val(stretches, one);
            one = (stretch){.first = i, .docid = docid};
            bytes = 0;
        }
        one.end = i + 1;
        bytes += entry->bytes_text;
        docid += entry->paragraphs;
    }
    if (one.end > one.first)
        g_array_append_val(stretches, one);
    return stretches;
}

/* A worker's own. */
typedef struct worker {
    crew *crew;
    xb_run *run;
    cfa_stemmer *stemmer;
    cfa_contents *contents;
} worker;

static gboolean add_to_run(const cfa_placed_paragraph *placed, gpointer data, cfa_error *error)
{
    worker *this = data;
    xc_error failure = XC_ERROR_INIT;
    g_autofree char *record = cfa_record_encode(placed->head, placed->paragraph);
    cfa_contents_fill(this->contents, this->stemmer, placed);
    cfa_contents_add_to_run(this->contents, this->run);
    xb_run_set_data(this->run, record, strlen(record));
    return xb_run_end_document(this->run, &failure) || cfa_database_error(error, &failure);
}

static gboolean write_stretch(worker *this, const stretch *one, cfa_error *error)
{
    const cfa_build_options *options = this->crew->options;
    xc_error failure = XC_ERROR_INIT;
    gboolean well = TRUE;
    this->run = xb_run_new(this->crew->builder, one->docid, &failure);
    for (guint i = one->first; well && this->run != NULL && i < one->end; i++) {
        const cfa_entry *entry = entry_at(options, i);
        g_autoptr(cfa_case_text) text = cfa_batch_load(options->batch, entry, error);
        well = text != NULL &&
               cfa_writer_visit(text, &entry->origin, options->languages, add_to_run, this, error);
        cfa_progress_add(options->progress, 1, entry->bytes_text);
    }
    if (well && (this->run == NULL || !xb_run_finish(this->run, &failure)))
        well = cfa_database_error(error, &failure);
    xb_run_free(this->run);
    return well;
}

static void note_failure(crew *this, const cfa_error *error)
{
    g_mutex_lock(&this->lock);
    if (this->failure.status == CFA_OK)
        this->failure = *error;
    g_mutex_unlock(&this->lock);
}

static gboolean has_failed(crew *this)
{
    g_mutex_lock(&this->lock);
    const gboolean failed = this->failure.status != CFA_OK;
    g_mutex_unlock(&this->lock);
    return failed;
}

/* One of the workers. */
static void work(guint number, gpointer data)
{
    crew *all = data;
    (void)number;
    worker this = {.crew = all, .stemmer = cfa_stemmer_new(), .contents = cfa_contents_new()};
    cfa_error error = {0};
    for (;;) {
        const guint next = (guint)g_atomic_int_add(&all->next, 1);
        if (next >= all->stretches->len || has_failed(all))
            break;
        if (!write_stretch(&this, &g_array_index(all->stretches, stretch, next), &error))
            note_failure(all, &error);
    }
    cfa_stemmer_free(this.stemmer);
    cfa_contents_free(this.contents);
}

/* An empty database by libxapian, whose format tells whether it can be written at once. */
static xb_builder *begin(const char *path, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    xc_writable *writable =
        xc_writable_open(path, XC_DB_CREATE, XC_DB_NO_SYNC | XC_DB_DANGEROUS, 0, &failure);
    xc_writable_close(writable, &failure);
    xc_writable_free(writable);
    xb_builder *builder = failure.status == XC_OK ? xb_builder_new(path, &failure) : NULL;
    if (builder == NULL && failure.status == XC_UNSUPPORTED)
        cfa_error_set(error, CFA_INTERNAL, format_unknown, -1, "%s", failure.message);
    else if (builder == NULL)
        cfa_database_error(error, &failure);
    return builder;
}

gboolean cfa_database_build_at_once(const cfa_build_options *options, cfa_error *error)
{
    crew this = {.options = options, .builder = begin(options->path, error)};
    if (this.builder == NULL)
        return FALSE;
    this.stretches = cut_stretches(options);
    g_mutex_init(&this.lock);
    const guint workers = count_workers(options);
    cfa_parallel_for(workers, workers, work, &this);
    g_mutex_clear(&this.lock);
    g_array_unref(this.stretches);
    xc_error failure = XC_ERROR_INIT;
    gboolean well = this.failure.status == CFA_OK;
    if (!well && error != NULL)
        *error = this.failure;
    cfa_progress_phase(options->progress, "merging", 0);
    if (well)
        well = xb_builder_finish(this.builder, &failure) || cfa_database_error(error, &failure);
    xb_builder_free(this.builder);
    return well;
}

/* ---- by libxapian's writer ---- */

/* What one worker writes: its share of the entries, the first share being the first of the order. */
typedef struct shard {
    const cfa_build_options *options;
    guint first, end;
    char *path;
    cfa_error error;
} shard;

static void write_shard(guint number, gpointer shards)
{
    shard *one = (shard *)shards + number;
    const cfa_build_options *options = one->options;
    cfa_writer *writer =
        cfa_writer_open(one->path, CFA_WRITER_SCRATCH, options->memory / count_workers(options), &one->error);
    gboolean well = writer != NULL;
    for (guint i = one->first; well && i < one->end; i++) {
        const cfa_entry *entry = entry_at(options, i);
        g_autoptr(cfa_case_text) text = cfa_batch_load(options->batch, entry, &one->error);
        well = text != NULL && cfa_writer_add(writer, text, &entry->origin, options->languages, &one->error);
        cfa_progress_add(options->progress, 1, entry->bytes_text);
    }
    cfa_writer_close(writer, well ? &one->error : NULL);
}

static gboolean merge_shards(const cfa_build_options *options, const shard *shards, guint count,
                             cfa_error *error)
{
    g_autofree const char **paths = g_new(const char *, count);
    xc_error failure = XC_ERROR_INIT;
    cfa_progress_phase(options->progress, "merging", 0);
    for (guint i = 0; i < count; i++)
        paths[i] = shards[i].path;
    return xc_database_compact(paths, count, options->path, 0, &failure) ||
           cfa_database_error(error, &failure);
}

gboolean cfa_database_build_by_writer(const cfa_build_options *options, cfa_error *error)
{
    const guint count = count_workers(options), entries = options->batch->entries->len;
    g_autofree shard *shards = g_new0(shard, count);
    for (guint i = 0; i < count; i++) {
        shards[i].options = options;
        shards[i].first = (guint)((guint64)entries * i / count);
        shards[i].end = (guint)((guint64)entries * (i + 1) / count);
        shards[i].path = g_strdup_printf("%s-shard-%u", options->path, i);
    }
    cfa_parallel_for(count, count, write_shard, shards);
    gboolean written = TRUE;
    for (guint i = 0; i < count; i++) {
        if (shards[i].error.status != CFA_OK && written) {
            written = FALSE;
            if (error != NULL)
                *error = shards[i].error;
        }
    }
    written = written && merge_shards(options, shards, count, error);
    for (guint i = 0; i < count; i++) {
        cfa_folder_remove(shards[i].path);
        g_free(shards[i].path);
    }
    return written;
}

gboolean cfa_database_build(const cfa_build_options *options, gboolean *at_once, cfa_error *error)
{
    cfa_error failure = {0};
    *at_once = cfa_database_build_at_once(options, &failure);
    if (*at_once)
        return TRUE;
    if (strcmp(failure.code, format_unknown) == 0) {
        cfa_folder_remove(options->path);
        return cfa_database_build_by_writer(options, error);
    }
    if (error != NULL)
        *error = failure;
    return FALSE;
}
