#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* ---- listing ---- */

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *cfa_folder_list(const char *path, cfa_error *error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    if (folder == NULL) {
        cfa_error_system(error, "unreadable", path);
        return NULL;
    }
    errno = 0;
    while ((name = g_dir_read_name(folder)) != NULL) {
        g_ptr_array_add(names, g_strdup(name));
        errno = 0;
    }
    if (errno != 0) {
        cfa_error_system(error, "unreadable", path);
        return NULL;
    }
    g_ptr_array_sort(names, compare_names);
    return g_steal_pointer(&names);
}

/* ---- copying ---- */

/* A file that is copied, or its copy. */
typedef struct side {
    const char *path;
    int descriptor;
} side;

static gboolean write_all(side to, const char *bytes, gsize length, cfa_error *error)
{
    while (length > 0) {
        const ssize_t put = write(to.descriptor, bytes, length);
        if (put < 0 && errno != EINTR)
            return cfa_error_system(error, "unwritable", to.path);
        if (put > 0) {
            bytes += put;
            length -= (gsize)put;
        }
    }
    return TRUE;
}

/* Copies what is left of a file through memory. */
static gboolean copy_bytes(side from, side to, cfa_error *error)
{
    char bytes[64 << 10];
    ssize_t got;
    while ((got = read(from.descriptor, bytes, sizeof bytes)) != 0) {
        if (got < 0 && errno != EINTR)
            return cfa_error_system(error, "unreadable", from.path);
        if (got > 0 && !write_all(to, bytes, (gsize)got, error))
            return FALSE;
    }
    return TRUE;
}

/* Copies by reference as far as the file system can, not every one and not from each to each other; and
 * where that fails it does not say which side it was: then reading or writing tells. */
static gboolean copy_content(side from, side to, cfa_error *error)
{
    ssize_t copied;
    do
        copied = copy_file_range(from.descriptor, NULL, to.descriptor, NULL, 1 << 30, 0);
    while (copied > 0);
    return copy_bytes(from, to, error);
}

static gboolean copy_file(const char *from, const char *to, cfa_error *error)
{
    const side source = {from, open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
    if (source.descriptor < 0)
        return cfa_error_system(error, "unreadable", from);
    const side target = {to, open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)};
    gboolean copied = target.descriptor >= 0 ? copy_content(source, target, error)
                                             : cfa_error_system(error, "unwritable", to);
    if (target.descriptor >= 0 && close(target.descriptor) != 0 && copied)
        copied = cfa_error_system(error, "unwritable", to);
    close(source.descriptor);
    return copied;
}

gboolean cfa_folder_copy(const char *from, const char *to, cfa_error *error)
{
    g_autoptr(GPtrArray) names = cfa_folder_list(from, error);
    if (names == NULL)
        return FALSE;
    gboolean copied = g_mkdir(to, 0755) == 0 || cfa_error_system(error, "unwritable", to);
    for (guint i = 0; copied && i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *source = g_build_filename(from, name, NULL),
                        *target = g_build_filename(to, name, NULL);
        copied = strcmp(name, CFA_FOLDER_LOCK) == 0 || copy_file(source, target, error);
    }
    return copied;
}

/* ---- syncing ---- */

static gboolean sync_one(const char *path, cfa_error *error)
{
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    const gboolean synced = descriptor >= 0 && fsync(descriptor) == 0;
    if (!synced)
        cfa_error_system(error, "unwritable", path);
    if (descriptor >= 0)
        close(descriptor);
    return synced;
}

gboolean cfa_folder_sync(const char *path, cfa_error *error)
{
    g_autoptr(GPtrArray) names = cfa_folder_list(path, error);
    gboolean synced = names != NULL;
    for (guint i = 0; synced && i < names->len; i++) {
        g_autofree char *child = g_build_filename(path, g_ptr_array_index(names, i), NULL);
        synced =
            g_file_test(child, G_FILE_TEST_IS_DIR) ? cfa_folder_sync(child, error) : sync_one(child, error);
    }
    return synced && sync_one(path, error);
}

/* ---- removing ---- */

void cfa_folder_remove(const char *path)
{
    if (g_unlink(path) == 0)
        return; /* it was a link, or a file */
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *child = g_build_filename(path, name, NULL);
        /* Two levels are all there are: a generation, its databases, their files. */
        if (g_unlink(child) != 0 && errno == EISDIR)
            cfa_folder_remove(child);
    }
    g_rmdir(path);
}
