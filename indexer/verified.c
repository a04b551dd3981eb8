#include "verified.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

struct cfa_verified_file {
    dev_t device;
    ino_t inode;
    guint64 size;
    const char *sums;
};

/* A block that was read and is sound. */
typedef struct kept_block {
    const cfa_verified_file *file; /* NULL for none yet */
    guint64 at;
    char *bytes; /* once it was read again: most never are */
} kept_block;

enum { KEPT_BLOCKS = 512 };

/* Blocks of all files, each in the place that its number gives it: a search comes back to some, as to the roots of tables, a dozen times. */
static kept_block kept[KEPT_BLOCKS];
static GMutex kept_lock;

/* What is verified, for the whole process, since a call of libxapian's to the system says no more than a descriptor. A process has few
 * indexes open, and each has few tables. */
static GPtrArray *files;
static GRWLock lock;

typedef ssize_t (*read_at)(int file, void *bytes, size_t length, off_t at);

/* The pread() after this one: the C library's, or what stands before it. */
static read_at next;

__attribute__((constructor)) static void find_next(void)
{
    void *symbol = dlsym(RTLD_NEXT, "pread");
    memcpy(&next, &symbol, sizeof next);
}

guint64 cfa_verified_sum(const char *bytes, gsize length)
{
    return XXH3_64bits(bytes, length);
}

gboolean cfa_verified_matches(const char *bytes, gsize length, const char *sums)
{
    for (gsize done = 0; done < length; done += CFA_VERIFIED_BLOCK, sums += sizeof(guint64)) {
        guint64 sum;
        memcpy(&sum, sums, sizeof sum);
        if (GUINT64_FROM_LE(sum) != cfa_verified_sum(bytes + done, MIN(CFA_VERIFIED_BLOCK, length - done)))
            return FALSE;
    }
    return TRUE;
}

static void forget(kept_block *block)
{
    g_free(block->bytes);
    *block = (kept_block){0};
}

cfa_verified_file *cfa_verified_add(const char *path, guint64 size, const char *sums)
{
    struct stat state;
    if (stat(path, &state) != 0)
        return NULL;
    cfa_verified_file *file = g_new(cfa_verified_file, 1);
    *file = (cfa_verified_file){state.st_dev, state.st_ino, size, sums};
    g_rw_lock_writer_lock(&lock);
    if (files == NULL)
        files = g_ptr_array_new();
    g_ptr_array_add(files, file);
    g_rw_lock_writer_unlock(&lock);
    return file;
}

void cfa_verified_remove(cfa_verified_file *file)
{
    if (file == NULL)
        return;
    g_rw_lock_writer_lock(&lock);
    g_ptr_array_remove(files, file);
    for (gsize i = 0; i < KEPT_BLOCKS; i++)
        if (kept[i].file == file)
            forget(&kept[i]);
    if (files->len == 0)
        g_clear_pointer(&files, g_ptr_array_unref);
    g_rw_lock_writer_unlock(&lock);
    g_free(file);
}

/* What is verified of an open file; NULL for any other. */
static const cfa_verified_file *find(int file)
{
    struct stat state;
    if (files == NULL || fstat(file, &state) != 0)
        return NULL;
    for (guint i = 0; i < files->len; i++) {
        const cfa_verified_file *one = g_ptr_array_index(files, i);
        if (one->inode == state.st_ino && one->device == state.st_dev)
            return one;
    }
    return NULL;
}

/* Reads as much as there is, unlike the system, which may stop within a block. */
static ssize_t read_all(int file, char *bytes, size_t length, off_t at)
{
    size_t done = 0;
    while (done < length) {
        const ssize_t got = next(file, bytes + done, length - done, at + (off_t)done);
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
           cfa_verified_matches(bytes, length, file->sums + at / CFA_VERIFIED_BLOCK * sizeof(guint64));
}

static kept_block *place_of(const cfa_verified_file *file, guint64 at)
{
    return &kept[(at / CFA_VERIFIED_BLOCK + file->inode * 31) % KEPT_BLOCKS];
}

static gboolean read_kept(const cfa_verified_file *file, char *bytes, guint64 at)
{
    const kept_block *block = place_of(file, at);
    g_mutex_lock(&kept_lock);
    const gboolean is_kept = block->file == file && block->at == at && block->bytes != NULL;
    if (is_kept)
        memcpy(bytes, block->bytes, CFA_VERIFIED_BLOCK);
    g_mutex_unlock(&kept_lock);
    return is_kept;
}

static void keep(const cfa_verified_file *file, const char *bytes, guint64 at)
{
    kept_block *block = place_of(file, at);
    g_mutex_lock(&kept_lock);
    const gboolean is_again = block->file == file && block->at == at;
    forget(block);
    *block = (kept_block){file, at, is_again ? g_memdup2(bytes, CFA_VERIFIED_BLOCK) : NULL};
    g_mutex_unlock(&kept_lock);
}

static ssize_t read_sound(const cfa_verified_file *file, int descriptor, char *bytes, size_t length, off_t at)
{
    if (length == CFA_VERIFIED_BLOCK && read_kept(file, bytes, (guint64)at))
        return (ssize_t)length;
    const ssize_t got = read_all(descriptor, bytes, length, at);
    if (got > 0 && !is_sound(file, bytes, (gsize)got, (guint64)at)) {
        errno = EBADMSG;
        return -1;
    }
    if (got == CFA_VERIFIED_BLOCK)
        keep(file, bytes, (guint64)at);
    return got;
}

ssize_t pread(int file, void *bytes, size_t length, off_t at)
{
    const gboolean is_whole = at % CFA_VERIFIED_BLOCK == 0 && length % CFA_VERIFIED_BLOCK == 0;
    g_rw_lock_reader_lock(&lock);
    const cfa_verified_file *one = is_whole ? find(file) : NULL;
    const ssize_t got =
        one != NULL ? read_sound(one, file, bytes, length, at) : next(file, bytes, length, at);
    g_rw_lock_reader_unlock(&lock);
    return got;
}
