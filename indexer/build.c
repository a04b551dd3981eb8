/* cfa-index build and update: read, compare, write, publish. */
#include "catalogue.h"
#include "commands.h"
#include "database_build.h"
#include "database_update.h"
#include "derive.h"
#include "filters.h"
#include "log.h"
#include "publish.h"
#include "summary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALL_UPDATE = 500 /* paragraphs: so few are changed in a second, whatever the index */ };

/* A run from its beginning to its summary; what it holds is freed by run_free. */
typedef struct run {
    const cfa_command *command;
    cfa_publication *publication;
    xc_database *last;         /* what is in service, for update; NULL for build, or where there is nothing */
    xc_database *last_library; /* the same, where it has one */
    GHashTable *known;         /* digests of what both were read from; NULL for build */
    GHashTable *again;         /* those that are to be read all the same; NULL where none can be read twice */
    cfa_files *files;          /* what the last generation knows of files; NULL for build */
    cfa_progress *progress;
    cfa_batch *batch;
    cfa_changes *changes;
    cfa_catalogue *catalogue;
    GHashTable *words; /* of paragraphs that an update added or removed; NULL where all may be others */
    guint64 bytes_text;
    double seconds_learning;
} run;

static void run_free(run *this)
{
    cfa_progress_free(this->progress);
    cfa_changes_free(this->changes);
    cfa_catalogue_free(this->catalogue);
    cfa_batch_free(this->batch);
    if (this->words != NULL)
        g_hash_table_unref(this->words);
    xc_database_free(this->last);
    xc_database_free(this->last_library);
    if (this->known != NULL)
        g_hash_table_unref(this->known);
    if (this->again != NULL)
        g_hash_table_unref(this->again);
    cfa_files_free(this->files);
    cfa_publication_free(this->publication);
}

static gboolean add_digest(gpointer digest, gpointer value, gpointer known)
{
    (void)value;
    g_hash_table_add(known, digest);
    return TRUE;
}

/* Opens the library in service, if there is one, and adds what it was read from to what is known. */
static gboolean open_library(run *this, const cfa_current *last, cfa_error *error)
{
    if (last->library == NULL)
        return TRUE;
    this->last_library = cfa_library_open(last, error);
    g_autoptr(GHashTable) known =
        this->last_library != NULL ? cfa_changes_known(this->last_library, error) : NULL;
    if (known != NULL)
        g_hash_table_foreach_steal(known, add_digest, this->known);
    return known != NULL;
}

static gboolean open_last(run *this, cfa_error *error)
{
    const cfa_current *last = cfa_publication_last(this->publication);
    if (strcmp(this->command->name, "update") != 0)
        return TRUE;
    if (last == NULL) { /* nothing there yet is no fault; an index that cannot be updated is */
        cfa_current_free(cfa_current_read(this->command->index, error));
        return error->status == CFA_UNAVAILABLE;
    }
    this->last = cfa_database_open(last, error);
    if (this->last == NULL)
        return FALSE;
    this->known = cfa_changes_known(this->last, error);
    g_autofree char *files = cfa_publication_last_file(this->publication, CFA_FILES);
    this->files = cfa_files_open(files);
    return this->known != NULL && open_library(this, last, error);
}

static gboolean read_sources(run *this, cfa_error *error)
{
    const cfa_command *command = this->command;
    const cfa_reading_options reading = {.sources = (const char *const *)command->sources,
                                         .jobs = command->jobs,
                                         .memory = command->memory / 2,
                                         .known = this->known,
                                         .again = this->again,
                                         .files = this->files};
    this->bytes_text = 0;
    this->batch = cfa_batch_new(cfa_publication_folder(this->publication), &reading, this->progress, error);
    if (this->batch == NULL)
        return FALSE;
    cfa_progress_phase(this->progress, "reading", 0);
    if (!cfa_batch_read(this->batch, error))
        return FALSE;
    for (guint i = 0; i < this->batch->entries->len; i++)
        this->bytes_text += ((const cfa_entry *)g_ptr_array_index(this->batch->entries, i))->bytes_text;
    return TRUE;
}

/* Then nothing is published: a folder that is not mounted must not prune all that came from it. */
static gboolean nothing_readable(const cfa_batch *batch)
{
    return batch->rejected->len == batch->read;
}

static gboolean prunes(const run *this)
{
    return this->command->prune && !nothing_readable(this->batch);
}

/* Reads, and compares with what is in service; once more where that shows that other pages say something of
 * what changes. */
static gboolean read_and_compare(run *this, cfa_error *error)
{
    if (this->known != NULL && !g_strv_contains((const char *const *)this->command->sources, "-"))
        this->again = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (;;) {
        const guint before = this->again != NULL ? g_hash_table_size(this->again) : 0;
        if (!read_sources(this, error))
            return FALSE;
        this->changes = cfa_changes_find(this->last, this->batch, this->again, prunes(this), error);
        if (this->changes == NULL)
            return FALSE;
        if (this->again == NULL || g_hash_table_size(this->again) == before)
            break;
        g_clear_pointer(&this->changes, cfa_changes_free);
        g_clear_pointer(&this->batch, cfa_batch_free);
    }
    this->catalogue = cfa_catalogue_make(this->last_library, this->batch, this->changes, prunes(this), error);
    return this->catalogue != NULL;
}

/* A new index of all that was read. */
static gboolean write_all(run *this, cfa_error *error)
{
    g_autofree char *path = g_build_filename(cfa_publication_folder(this->publication), CFA_PARAGRAPHS, NULL);
    g_autoptr(cfa_paragraph_languages) languages = cfa_paragraph_languages_new();
    cfa_batch_add_languages(this->batch, languages);
    cfa_batch_sort_by_time(this->batch);
    const cfa_build_options options = {.batch = this->batch,
                                       .languages = languages,
                                       .path = path,
                                       .jobs = this->command->jobs,
                                       .memory = this->command->memory,
                                       .progress = this->progress};
    gboolean at_once = FALSE;
    if (!cfa_database_build(&options, &at_once, error))
        return FALSE;
    if (!at_once && !this->command->quiet)
        cfa_log("warning: libxapian's format is not known here: the index was written by libxapian itself, "
                "which takes longer "
                "[format-unknown]\n");
    return TRUE;
}

/* A copy of the index in service, with the changes made in it. */
static gboolean write_changes(run *this, cfa_error *error)
{
    if (!cfa_publication_copy_last(this->publication, error))
        return FALSE;
    cfa_batch_sort_by_time(this->batch);
    g_autofree char *path = g_build_filename(cfa_publication_folder(this->publication), CFA_PARAGRAPHS, NULL);
    const cfa_update_options options = {.batch = this->batch,
                                        .changes = this->changes,
                                        .last = this->last,
                                        .path = path,
                                        .memory = this->command->memory,
                                        .progress = this->progress};
    return cfa_database_update(&options, &this->words, error);
}

static gboolean derive(run *this, cfa_error *error)
{
    const gint64 started = g_get_monotonic_time();
    const cfa_derivation derivation = {.folder = cfa_publication_folder(this->publication),
                                       .last = this->last != NULL ? cfa_publication_last(this->publication)
                                                                  : NULL,
                                       .words = this->words,
                                       .jobs = this->command->jobs};
    cfa_progress_phase(this->progress, "learning", 0);
    const gboolean well = cfa_derive(&derivation, error);
    this->seconds_learning = (double)(g_get_monotonic_time() - started) / G_USEC_PER_SEC;
    return well;
}

/* Whether so much comes and goes that writing all of it anew takes less time: at once it is written five
 * times as fast as by changes. */
static gboolean changes_much(const run *this, xc_error *failure)
{
    const cfa_current *last = cfa_publication_last(this->publication);
    const cfa_shard *shard = g_ptr_array_index(last->shards, 0);
    guint64 changed = 0;
    if (last->shards->len != 1 || shard->path == NULL)
        return FALSE; /* what is elsewhere is not ours to gather */
    for (guint i = 0; i < this->batch->entries->len; i++)
        changed += ((const cfa_entry *)g_ptr_array_index(this->batch->entries, i))->paragraphs;
    for (guint i = 0; i < this->changes->remove->len; i++)
        changed +=
            cfa_filter_count(this->last, CFA_FILTER_CASE_TEXT, this->changes->remove->pdata[i], failure);
    return changed > SMALL_UPDATE && changed * 5 > xc_database_get_doccount(this->last, failure);
}

/* A list, and what is to be left out of it. */
typedef struct remainder {
    GHashTable *go;
    GPtrArray *stay;
} remainder;

static void add_staying(const char *id, gpointer data)
{
    const remainder *of = data;
    if (!g_hash_table_contains(of->go, id))
        g_ptr_array_add(of->stay, g_strdup(id));
}

/* Writes what stays of the last generation together with what was read, as a build does. */
static gboolean write_anew(run *this, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GPtrArray) stay = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) go = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < this->changes->remove->len; i++)
        g_hash_table_add(go, this->changes->remove->pdata[i]);
    remainder of = {go, stay};
    cfa_filter_each_value(this->last, CFA_FILTER_CASE_TEXT, add_staying, &of, &failure);
    if (failure.status != XC_OK)
        return cfa_database_error(error, &failure);
    return cfa_batch_add_stored(this->batch, this->last, stay, error) && write_all(this, error);
}

static gboolean write_database(run *this, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    if (this->last == NULL)
        return write_all(this, error);
    const gboolean much = changes_much(this, &failure);
    if (failure.status != XC_OK)
        return cfa_database_error(error, &failure);
    return much ? write_anew(this, error) : write_changes(this, error);
}

static gboolean write_library(run *this, cfa_error *error)
{
    g_autofree char *path = g_build_filename(cfa_publication_folder(this->publication), CFA_LIBRARY, NULL);
    return this->catalogue->changed     ? cfa_catalogue_write(this->catalogue, path, error)
           : this->last_library != NULL ? cfa_publication_copy_library(this->publication, error)
                                        : TRUE;
}

static gboolean write_and_publish(run *this, cfa_error *error)
{
    cfa_progress_phase(this->progress, "indexing", this->bytes_text);
    const gboolean written = write_database(this, error) && write_library(this, error);
    g_autofree char *files = g_build_filename(cfa_publication_folder(this->publication), CFA_FILES, NULL);
    return written && derive(this, error) && cfa_files_write(this->batch->files, files, error) &&
           cfa_publication_commit(this->publication, this->command->keep, error);
}

/* Where nothing is published the generation in service is told what the files are now, of which readers know
 * nothing: else one that was moved or touched would be opened each time, and one that is damaged later be
 * sought where it no longer is. What cannot be told is read again. */
static void remember_files(const run *this)
{
    cfa_error failure = {0};
    g_autofree char *files = cfa_publication_last_file(this->publication, CFA_FILES);
    if (this->last != NULL && this->batch->bytes_read > 0)
        cfa_files_write(this->batch->files, files, &failure);
}

static gboolean count_library(const cfa_current *current, cfa_summary *summary, cfa_error *error)
{
    g_autoptr(xc_database) library = cfa_library_open(current, error);
    return (library != NULL || current->library == NULL) &&
           cfa_library_count(library, &summary->principles, &summary->listed_cases, error);
}

static void count_value(const char *value, gpointer count)
{
    (void)value;
    ++*(guint *)count;
}

/* What is in service after the run: counts for the summary. */
static gboolean count_index(const run *this, cfa_summary *summary, cfa_error *error)
{
    cfa_error absent = {0};
    g_autoptr(cfa_current) current = cfa_current_read(this->command->index, &absent);
    if (current == NULL)
        return TRUE; /* a dry run of the first build: nothing is in service */
    g_autoptr(xc_database) database = cfa_database_open(current, error);
    if (database == NULL)
        return FALSE;
    xc_error failure = XC_ERROR_INIT;
    cfa_filter_each_value(database, CFA_FILTER_CASE_TEXT, count_value, &summary->case_texts, &failure);
    summary->paragraphs = xc_database_get_doccount(database, &failure);
    summary->generation = current->generation;
    if (failure.status != XC_OK)
        return cfa_database_error(error, &failure);
    return count_library(current, summary, error);
}

static gboolean report(const run *this, cfa_summary *summary, cfa_error *error)
{
    if (!count_index(this, summary, error))
        return FALSE;
    summary->seconds_learning = this->seconds_learning;
    summary->command = this->command->name;
    summary->dry_run = this->command->dry_run;
    summary->bytes_text = this->bytes_text;
    summary->batch = this->batch;
    summary->changes = this->changes;
    g_autofree char *text = cfa_summary_text(summary, this->command->quiet);
    cfa_log(text);
    if (this->command->json) {
        g_autofree char *json = cfa_summary_json(summary);
        fputs(json, stdout);
    }
    return TRUE;
}

/* An index in the folder of the reports itself would make that no folder of reports: the next run would
 * refuse to read it. */
static gboolean is_apart(const cfa_command *command, cfa_error *error)
{
    g_autofree char *index = realpath(command->index, NULL);
    for (guint i = 0; index != NULL && command->sources[i] != NULL; i++) {
        g_autofree char *source = realpath(command->sources[i], NULL);
        if (g_strcmp0(index, source) == 0)
            return cfa_error_set(error, CFA_USAGE, "index-is-source", -1,
                                 "%s is a source: the index needs a folder of its own", command->index);
    }
    return TRUE;
}

static gboolean carry_out(run *this, cfa_summary *summary, cfa_error *error)
{
    const gint64 started = g_get_monotonic_time();
    const cfa_command *command = this->command;
    if (!is_apart(command, error))
        return FALSE;
    this->publication = cfa_publication_begin(command->index, command->wait, error);
    if (this->publication == NULL || !open_last(this, error) || !read_and_compare(this, error))
        return FALSE;
    const gboolean anything =
        this->batch->entries->len > 0 || this->changes->remove->len > 0 || this->catalogue->changed;
    if (anything && !nothing_readable(this->batch) && !command->dry_run) {
        if (!write_and_publish(this, error))
            return FALSE;
        summary->published = TRUE;
    } else if (!command->dry_run) {
        /* Who keeps a collection hears of damage from the next run, not from readers, though nothing is
         * new. */
        if (this->last != NULL && !cfa_publication_verify_last(this->publication, error))
            return FALSE;
        remember_files(this);
        cfa_publication_trim(this->publication, command->keep);
    }
    g_clear_pointer(&this->progress, cfa_progress_free);
    summary->seconds = (double)(g_get_monotonic_time() - started) / G_USEC_PER_SEC;
    return report(this, summary, error);
}

int cfa_command_build(const cfa_command *command)
{
    run this = {.command = command, .progress = command->progress ? cfa_progress_new() : NULL};
    cfa_summary summary = {0};
    cfa_error error = {0};
    int status = 0;
    if (!carry_out(&this, &summary, &error)) {
        g_clear_pointer(&this.progress, cfa_progress_free);
        status = cfa_command_fail(command, &error);
    } else if (nothing_readable(this.batch)) {
        status = cfa_status_exit(CFA_NOTHING);
    } else if (this.batch->rejected->len > 0) {
        status = cfa_status_exit(CFA_BAD_INPUT);
    }
    run_free(&this);
    return status;
}
