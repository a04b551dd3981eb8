#include "index.h"

#include "library_database.h"

#include <stdlib.h>
#include <sys/stat.h>

enum { TRIES = 40, PAUSE = 50000 }; /* two seconds, in microseconds */

/* What tells one `current` file from the next; all zero where there is none. */
static void identify(const char *directory, struct stat *state)
{
    g_autofree char *path = g_build_filename(directory, "current", NULL);
    if (stat(path, state) != 0)
        *state = (struct stat){0};
}

static guint64 modification(const struct stat *state)
{
    return (guint64)state->st_mtim.tv_sec * 1000000000u + (guint64)state->st_mtim.tv_nsec;
}

/* Whether all is in one database here: the columns go by its documents, and the frequencies of the vocabulary
 * are its. */
static gboolean is_one_database(const cfa_current *current)
{
    const cfa_shard *first = g_ptr_array_index(current->shards, 0);
    return current->shards->len == 1 && first->path != NULL;
}

/* The checksums of a file; NULL for none. */
static cfa_mapped_checksums *find_checksums(const cfa_index *index, const char *path)
{
    cfa_mapped_checksums *found = NULL;
    for (guint i = 0; found == NULL && path != NULL && i < index->checksums->len; i++) {
        const cfa_checksums *checksums = g_ptr_array_index(index->checksums, i);
        found = checksums != NULL ? cfa_checksums_find(checksums, path) : NULL;
    }
    return found;
}

/* Opens what the generation holds beside its databases. */
static gboolean open_files(cfa_index *index, const cfa_current *current, cfa_error *error)
{
    if (current->translations != NULL) {
        index->translations =
            cfa_translations_open(current->translations, find_checksums(index, current->translations), error);
        if (index->translations == NULL)
            return FALSE;
    }
    if (current->vocabulary != NULL) {
        index->vocabulary =
            cfa_vocabulary_open(current->vocabulary, find_checksums(index, current->vocabulary), error);
        if (index->vocabulary == NULL)
            return FALSE;
    }
    const gboolean is_one = is_one_database(current);
    index->frequencies = cfa_frequencies_new(index->database, is_one ? index->vocabulary : NULL);
    index->counts = cfa_counts_new(index->database, index->frequencies, is_one ? current->columns : NULL,
                                   find_checksums(index, current->columns), error);
    if (index->counts == NULL)
        return FALSE;
    index->library = cfa_library_open(current, error);
    return index->library != NULL || current->library == NULL;
}

/* NULL with *error. */
static GPtrArray *open_checksums(const cfa_current *current, cfa_error *error)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_checksums_free);
    for (guint i = 0; i < current->shards->len; i++) {
        g_autofree char *folder = cfa_shard_folder(g_ptr_array_index(current->shards, i));
        cfa_checksums *checksums = NULL;
        if (folder != NULL && !cfa_checksums_open(folder, &checksums, error))
            return NULL;
        g_ptr_array_add(all, checksums);
    }
    return g_steal_pointer(&all);
}

static cfa_index *open_once(const char *directory, cfa_error *error)
{
    struct stat state;
    identify(directory, &state); /* before it is read: at worst one refresh too many */
    g_autoptr(cfa_current) current = cfa_current_read(directory, error);
    /* Before anything of it is read. */
    g_autoptr(GPtrArray) checksums = current != NULL ? open_checksums(current, error) : NULL;
    xc_database *database = checksums != NULL ? cfa_database_open(current, error) : NULL;
    if (database == NULL)
        return NULL;
    char *uuid = xc_database_get_uuid(database, NULL);
    g_autoptr(cfa_index) index = g_new0(cfa_index, 1);
    index->directory = g_strdup(directory);
    index->generation = current->generation;
    index->identity =
        g_strdup_printf("%" G_GUINT64_FORMAT " %s", current->generation, uuid != NULL ? uuid : "");
    index->checksums = g_steal_pointer(&checksums);
    index->database = database;
    index->stemmer = cfa_stemmer_new();
    index->device = (guint64)state.st_dev;
    index->inode = (guint64)state.st_ino;
    index->modified = modification(&state);
    free(uuid);
    return open_files(index, current, error) ? g_steal_pointer(&index) : NULL;
}

cfa_index *cfa_index_open(const char *directory, cfa_error *error)
{
    for (int i = 0; i < TRIES; i++) {
        struct stat before, after;
        identify(directory, &before);
        cfa_error failure = {0};
        cfa_index *index = open_once(directory, &failure);
        if (index != NULL)
            return index;
        identify(directory, &after);
        /* A generation can be removed between its name being read and its files being opened: then there is a
         * newer one. */
        if (before.st_ino == after.st_ino && modification(&before) == modification(&after)) {
            if (error != NULL)
                *error = failure;
            return NULL;
        }
        g_usleep(PAUSE);
    }
    cfa_error_set(error, CFA_UNAVAILABLE, "index-busy", -1,
                  "the index in %s is being replaced again and again", directory);
    return NULL;
}

cfa_index *cfa_index_refresh(cfa_index *index, const char *directory, cfa_error *error)
{
    if (index == NULL)
        return cfa_index_open(directory, error);
    struct stat state;
    identify(index->directory, &state);
    if (index->device == (guint64)state.st_dev && index->inode == (guint64)state.st_ino &&
        index->modified == modification(&state))
        return index;
    cfa_index *newer = cfa_index_open(index->directory, error);
    cfa_index_free(index);
    return newer;
}

/* Whether all that there are checksums of is well, as one of their functions has it. */
static gboolean all_are(gboolean (*is_well)(const cfa_checksums *, cfa_error *), const cfa_index *index,
                        cfa_error *error)
{
    gboolean well = TRUE;
    for (guint i = 0; well && i < index->checksums->len; i++) {
        const cfa_checksums *checksums = g_ptr_array_index(index->checksums, i);
        well = checksums == NULL || is_well(checksums, error);
    }
    return well;
}

gboolean cfa_index_held(const cfa_index *index, cfa_error *error)
{
    return all_are(cfa_checksums_held, index, error);
}

gboolean cfa_index_verify(const cfa_index *index, cfa_error *error)
{
    return all_are(cfa_checksums_verify_ours, index, error);
}

void cfa_index_free(cfa_index *index)
{
    if (index == NULL)
        return;
    cfa_frequencies_free(index->frequencies);
    cfa_counts_free(index->counts);
    xc_database_free(index->database);
    xc_database_free(index->library);
    cfa_stemmer_free(index->stemmer);
    cfa_translations_free(index->translations);
    cfa_vocabulary_free(index->vocabulary);
    g_ptr_array_unref(index->checksums);
    g_free(index->directory);
    g_free(index->identity);
    g_free(index);
}
