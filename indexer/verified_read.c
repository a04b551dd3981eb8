#include "verified_read.h"

#include "block_cache.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct cfa_verified_file {
    dev_t device;
    ino_t inode;
    guint64 size;
    const char *checksums;
    cfa_block_cache *cache;
};

enum { DESCRIPTORS = 1024 }; /* that are remembered; above them the system is asked each time */

/* Those of the whole process, since pread() is told a descriptor alone. A process has few indexes open, and
 * each has few tables. */
static GPtrArray *files;
static GRWLock lock;

/* Which of them a descriptor is; NULL for none, or not known yet. */
static _Atomic(const cfa_verified_file *) remembered[DESCRIPTORS];

/* The functions that those here stand before: the C library's, or another program's of this kind. */
static ssize_t (*next_pread)(int descriptor, void *bytes, size_t length, off_t at);
static int (*next_close)(int descriptor);

__attribute__((constructor)) static void find_next(void)
{
    void *pread_symbol = dlsym(RTLD_NEXT, "pread"), *close_symbol = dlsym(RTLD_NEXT, "close");
    memcpy(&next_pread, &pread_symbol, sizeof next_pread);
    memcpy(&next_close, &close_symbol, sizeof next_close);
}

/* ---- which files ---- */

cfa_verified_file *cfa_verified_file_add(const char *path, guint64 size, const char *checksums)
{
    struct stat state;
    if (stat(path, &state) != 0)
        return NULL;
    cfa_verified_file *file = g_new(cfa_verified_file, 1);
    *file = (cfa_verified_file){state.st_dev, state.st_ino, size, checksums, cfa_block_cache_new()};
    g_rw_lock_writer_lock(&lock);
    if (files == NULL)
        files = g_ptr_array_new();
    g_ptr_array_add(files, file);
    g_rw_lock_writer_unlock(&lock);
    return file;
}

void cfa_verified_file_remove(cfa_verified_file *file)
{
    if (file == NULL)
        return;
    g_rw_lock_writer_lock(&lock);
    g_ptr_array_remove(files, file);
    if (files->len == 0)
        g_clear_pointer(&files, g_ptr_array_unref);
    for (gsize i = 0; i < DESCRIPTORS; i++)
        if (remembered[i] == file)
            remembered[i] = NULL;
    g_rw_lock_writer_unlock(&lock);
    cfa_block_cache_free(file->cache);
    g_free(file);
}

/* Which of the files a descriptor is, as the system says; NULL for any other. */
static const cfa_verified_file *ask_system(int descriptor)
{
    struct stat state;
    if (fstat(descriptor, &state) != 0)
        return NULL;
    for (guint i = 0; i < files->len; i++) {
        const cfa_verified_file *file = g_ptr_array_index(files, i);
        if (file->inode == state.st_ino && file->device == state.st_dev)
            return file;
    }
    return NULL;
}

static const cfa_verified_file *find(int descriptor)
{
    if (files == NULL || descriptor < 0)
        return NULL;
    if (descriptor >= DESCRIPTORS)
        return ask_system(descriptor);
    const cfa_verified_file *file = remembered[descriptor];
    if (file == NULL)
        remembered[descriptor] = file = ask_system(descriptor);
    return file;
}

/* ---- reading ---- */

/* Reads as much as there is, unlike the system, which may stop within a block. */
static ssize_t read_all(int descriptor, char *bytes, size_t length, off_t at)
{
    size_t done = 0;
    while (done < length) {
        const ssize_t got = next_pread(descriptor, bytes + done, length - done, at + (off_t)done);
        if (got < 0 && errno != EINTR)
            return -1;
        if (got == 0)
            break;
        done += got > 0 ? (size_t)got : 0;
    }
    return (ssize_t)done;
}

/* Whether what was read is what was written, as far as it is of the length that it had. */
static gboolean is_sound(const cfa_verified_file *file, const char *bytes, gsize length, guint64 at)
{
    return at + length <= file->size &&
           cfa_block_checksums_match(bytes, length, file->checksums + at / CFA_BLOCK * sizeof(guint64));
}

static ssize_t read_verified(const cfa_verified_file *file, int descriptor, char *bytes, size_t length,
                             off_t at)
{
    const guint64 number = (guint64)at / CFA_BLOCK;
    if (length == CFA_BLOCK && cfa_block_cache_read(file->cache, number, bytes))
        return (ssize_t)length;
    const ssize_t got = read_all(descriptor, bytes, length, at);
    if (got > 0 && !is_sound(file, bytes, (gsize)got, (guint64)at)) {
        errno = EBADMSG;
        return -1;
    }
    if (got == CFA_BLOCK)
        cfa_block_cache_offer(file->cache, number, bytes);
    return got;
}

/* ---- in place of the C library's ---- */

ssize_t pread(int descriptor, void *bytes, size_t length, off_t at)
{
    const gboolean is_whole = at % CFA_BLOCK == 0 && length % CFA_BLOCK == 0;
    g_rw_lock_reader_lock(&lock);
    const cfa_verified_file *file = is_whole ? find(descriptor) : NULL;
    const ssize_t got = file != NULL ? read_verified(file, descriptor, bytes, length, at)
                                     : next_pread(descriptor, bytes, length, at);
    g_rw_lock_reader_unlock(&lock);
    return got;
}

int close(int descriptor)
{
    if (descriptor >= 0 && descriptor < DESCRIPTORS)
        remembered[descriptor] = NULL;
    if (next_close == NULL) /* other libraries are set up before this */
        find_next();
    return next_close(descriptor);
}
