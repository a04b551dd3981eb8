#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- copying ---- */

/* Copies what is left of a file through memory. */
static gboolean copy_bytes(int from, int to)
{
    char bytes[64 << 10];
    ssize_t got;
    while ((got = read(from, bytes, sizeof bytes)) != 0) {
        if (got < 0 && errno != EINTR)
            return FALSE;
        for (ssize_t at = 0, put; got > 0 && at < got; at += put)
            if ((put = write(to, bytes + at, (size_t)(got - at))) < 0)
                return FALSE;
    }
    return TRUE;
}

/* Not every file system can copy by itself, and not from each to each other. */
static gboolean cannot_copy_itself(int number)
{
    return number == ENOSYS || number == EOPNOTSUPP || number == EXDEV || number == EINVAL;
}

static gboolean copy_descriptor(int from, int to)
{
    struct stat state;
    if (fstat(from, &state) != 0)
        return FALSE;
    for (off_t left = state.st_size; left > 0;) {
        const ssize_t copied = copy_file_range(from, NULL, to, NULL, (size_t)left, 0);
        if (copied < 0 && cannot_copy_itself(errno))
            return copy_bytes(from, to);
        if (copied <= 0)
            return FALSE;
        left -= copied;
    }
    return TRUE;
}

static gboolean copy_file(const char *from, const char *to, cfa_error *error)
{
    const int source = open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (source < 0)
        return cfa_error_system(error, "unreadable", from);
    const int target = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    gboolean copied = target >= 0 && copy_descriptor(source, target);
    if (!copied)
        cfa_error_system(error, "unwritable", to);
    if (target >= 0 && close(target) != 0 && copied)
        copied = cfa_error_system(error, "unwritable", to);
    close(source);
    return copied;
}

gboolean cfa_folder_copy(const char *from, const char *to, cfa_error *error)
{
    g_autoptr(GDir) folder = g_dir_open(from, 0, NULL);
    if (folder == NULL)
        return cfa_error_system(error, "unreadable", from);
    const char *name;
    gboolean copied = g_mkdir(to, 0755) == 0 || cfa_error_system(error, "unwritable", to);
    while (copied && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *source = g_build_filename(from, name, NULL),
                        *target = g_build_filename(to, name, NULL);
        copied = strcmp(name, "flintlock") == 0 || copy_file(source, target, error);
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
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    gboolean synced = folder != NULL || cfa_error_system(error, "unwritable", path);
    while (synced && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *child = g_build_filename(path, name, NULL);
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
