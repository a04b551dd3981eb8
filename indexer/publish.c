#include "publish.h"

#include "checksums.h"
#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct cfa_publication {
    char *index;
    char *folder; /* of the new generation */
    guint64 generation;
    int lock;
    cfa_current *last;
    gboolean broken; /* there is something in service, but it cannot be read */
    gboolean committed;
};

static int compare_generations(gconstpointer a, gconstpointer b)
{
    const guint64 left = *(const guint64 *)a, right = *(const guint64 *)b;
    return left < right ? -1 : left > right;
}

/* Every generation on disk, in order. */
static GArray *generations_of(const char *index)
{
    GArray *generations = g_array_new(FALSE, FALSE, sizeof(guint64));
    g_autoptr(GDir) folder = g_dir_open(index, 0, NULL);
    const char *name;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        const guint64 generation = cfa_generation_of(name);
        if (generation > 0)
            g_array_append_val(generations, generation);
    }
    g_array_sort(generations, compare_generations);
    return generations;
}

static void remove_generation(const char *index, guint64 generation)
{
    g_autofree char *name = cfa_generation_name(generation);
    g_autofree char *path = g_build_filename(index, name, NULL);
    cfa_folder_remove(path);
}

/* Who holds the lock says so in it: "process 4711 on host since 2021-03-31T10:00:00Z". */
static void write_holder(int lock)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *since = g_date_time_format_iso8601(now);
    g_autofree char *holder =
        g_strdup_printf("process %d on %s since %s\n", (int)getpid(), g_get_host_name(), since);
    const gsize length = strlen(holder);
    if (ftruncate(lock, 0) != 0 || pwrite(lock, holder, length, 0) != (gssize)length)
        return; /* the lock holds without it */
}

static gboolean locked_error(int lock, const char *index, cfa_error *error)
{
    char holder[160] = "";
    const gssize length = pread(lock, holder, sizeof holder - 1, 0);
    holder[length > 0 ? length : 0] = '\0';
    g_strchomp(holder);
    return cfa_error_set(error, CFA_UNAVAILABLE, "locked", -1, "another writer holds the lock of %s: %s",
                         index, holder[0] != '\0' ? holder : "it does not say who");
}

static gboolean take_lock(cfa_publication *publication, guint wait, cfa_error *error)
{
    g_autofree char *path = g_build_filename(publication->index, "lock", NULL);
    publication->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (publication->lock < 0)
        return cfa_error_system(error, "unwritable", path);
    const gint64 end = g_get_monotonic_time() + (gint64)wait * G_USEC_PER_SEC;
    while (flock(publication->lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return cfa_error_system(error, "unwritable", path);
        if (g_get_monotonic_time() >= end)
            return locked_error(publication->lock, publication->index, error);
        g_usleep(50000);
    }
    write_holder(publication->lock);
    return TRUE;
}

/* Reads what is in service. An index of an older format, or a broken one, is to be replaced by a build; a
 * newer one is not ours, and of one that cannot be read now nobody knows what it is. */
static gboolean read_last(cfa_publication *publication, cfa_error *error)
{
    cfa_error failure = {0};
    publication->last = cfa_current_read(publication->index, &failure);
    if (publication->last == NULL &&
        (strcmp(failure.code, "format-newer") == 0 || failure.status == CFA_IO)) {
        if (error != NULL)
            *error = failure;
        return FALSE;
    }
    publication->broken = publication->last == NULL && strcmp(failure.code, "no-index") != 0;
    return TRUE;
}

/* Whether the name is that of a `current` which was being written: GLib gives it six characters more. */
static gboolean is_half_written(const char *name)
{
    static const char current[] = "current.";
    const gsize length = strlen(current);
    if (strncmp(name, current, length) != 0 || strlen(name) != length + 6)
        return FALSE;
    for (const char *at = name + length; *at != '\0'; at++)
        if (!g_ascii_isalnum(*at))
            return FALSE;
    return TRUE;
}

static void remove_half_written(const char *index)
{
    g_autoptr(GDir) folder = g_dir_open(index, 0, NULL);
    const char *name;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *path = g_build_filename(index, name, NULL);
        if (is_half_written(name))
            g_unlink(path);
    }
}

/* Numbers go on from the highest seen, so that no name is ever used twice. What is newer than the one in
 * service was left by a writer that died. */
static void remove_leftovers(cfa_publication *publication)
{
    const guint64 in_service = publication->last != NULL ? publication->last->generation : 0;
    g_autoptr(GArray) generations = generations_of(publication->index);
    guint64 highest = in_service;
    for (guint i = 0; i < generations->len; i++) {
        const guint64 generation = g_array_index(generations, guint64, i);
        highest = MAX(highest, generation);
        if (!publication->broken && generation > in_service)
            remove_generation(publication->index, generation);
    }
    remove_half_written(publication->index);
    publication->generation = highest + 1;
}

cfa_publication *cfa_publication_begin(const char *index, guint wait, cfa_error *error)
{
    g_autoptr(cfa_publication) publication = g_new0(cfa_publication, 1);
    publication->index = g_strdup(index);
    publication->lock = -1;
    if (g_mkdir_with_parents(index, 0755) != 0) {
        cfa_error_system(error, "unwritable", index);
        return NULL;
    }
    if (!take_lock(publication, wait, error) || !read_last(publication, error))
        return NULL;
    remove_leftovers(publication);
    g_autofree char *name = cfa_generation_name(publication->generation);
    g_autofree char *folder = g_build_filename(index, name, NULL);
    if (g_mkdir(folder, 0755) != 0) {
        cfa_error_system(error, "unwritable", folder);
        return NULL;
    }
    publication->folder = g_steal_pointer(&folder); /* what it did not make it does not remove */
    return g_steal_pointer(&publication);
}

const char *cfa_publication_folder(const cfa_publication *publication)
{
    return publication->folder;
}

const cfa_current *cfa_publication_last(const cfa_publication *publication)
{
    return publication->last;
}

char *cfa_publication_last_file(const cfa_publication *publication, const char *name)
{
    if (publication->last == NULL)
        return NULL;
    g_autofree char *folder = cfa_generation_name(publication->last->generation);
    return g_build_filename(publication->index, folder, name, NULL);
}

/* Copies a database of the generation in service into a folder of that name in the new one's. */
static gboolean copy(const cfa_publication *publication, const char *database, const char *name,
                     cfa_error *error)
{
    g_autofree char *target = g_build_filename(publication->folder, name, NULL);
    return cfa_folder_copy(database, target, error);
}

gboolean cfa_publication_verify_last(const cfa_publication *publication, cfa_error *error)
{
    for (guint i = 0; publication->last != NULL && i < publication->last->shards->len; i++) {
        g_autofree char *folder = cfa_shard_folder(g_ptr_array_index(publication->last->shards, i));
        if (folder != NULL && !cfa_checksums_verify(folder, error))
            return FALSE;
    }
    return TRUE;
}

gboolean cfa_publication_copy_last(cfa_publication *publication, cfa_error *error)
{
    const cfa_shard *shard = g_ptr_array_index(publication->last->shards, 0);
    if (publication->last->shards->len != 1 || shard->path == NULL)
        return cfa_error_set(error, CFA_USAGE, "shards-remote", -1,
                             "%s/current names several shards: update each of them where it is",
                             publication->index);
    return cfa_publication_verify_last(publication, error) &&
           copy(publication, shard->path, CFA_PARAGRAPHS, error);
}

gboolean cfa_publication_copy_library(cfa_publication *publication, cfa_error *error)
{
    const char *library = publication->last->library;
    return library == NULL || copy(publication, library, CFA_LIBRARY, error);
}

/* Whether the new generation is in service, or may be. */
static gboolean is_in_service(const cfa_publication *publication)
{
    cfa_error failure = {0};
    g_autoptr(cfa_current) current = cfa_current_read(publication->index, &failure);
    return current != NULL ? current->generation == publication->generation
                           : failure.status != CFA_UNAVAILABLE;
}

void cfa_publication_trim(const cfa_publication *publication, guint keep)
{
    guint64 in_service = 0;
    if (publication->committed)
        in_service = publication->generation;
    else if (publication->last != NULL)
        in_service = publication->last->generation;
    g_autoptr(GArray) generations = generations_of(publication->index);
    guint earlier = 0;
    while (earlier < generations->len && g_array_index(generations, guint64, earlier) < in_service)
        earlier++;
    for (guint i = 0; i + keep < earlier; i++)
        remove_generation(publication->index, g_array_index(generations, guint64, i));
}

gboolean cfa_publication_commit(cfa_publication *publication, guint keep, cfa_error *error)
{
    /* Synced first, so that no switch can outlive what it switches to. */
    if (!cfa_checksums_make(publication->folder, error) || !cfa_folder_sync(publication->folder, error))
        return FALSE;
    const gboolean written = cfa_current_write(publication->index, publication->generation, error);
    /* Where the switch was made and only its way to the disk failed, readers are there already. */
    publication->committed = written || is_in_service(publication);
    if (written)
        cfa_publication_trim(publication, keep);
    return written;
}

void cfa_publication_free(cfa_publication *publication)
{
    if (publication == NULL)
        return;
    if (publication->folder != NULL && !publication->committed)
        cfa_folder_remove(publication->folder);
    if (publication->lock >= 0)
        close(publication->lock);
    cfa_current_free(publication->last);
    g_free(publication->index);
    g_free(publication->folder);
    g_free(publication);
}
