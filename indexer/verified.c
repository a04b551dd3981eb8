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

/* Where a block is. */
typedef struct block_place {
    const cfa_verified_file *file; /* NULL for none yet */
    guint64 at;
} block_place;

/* A block that was read again, and is sound. */
typedef struct kept_block {
    block_place place;
    char *bytes; /* NULL for none yet */
} kept_block;

enum { SEEN_BLOCKS = 2048, KEPT_SETS = 256, KEPT_WAYS = 4, DESCRIPTORS = 1024 };

/* Blocks of all files, each in the set that its number gives it, the one that was read last first: a search
 * comes back to some, as to the roots of tables, a dozen times. Most are never read again: of those it is
 * only known that they were read, so that they take no other's room. */
static kept_block kept[KEPT_SETS][KEPT_WAYS];
static block_place seen[SEEN_BLOCKS];
static GMutex kept_lock;

/* What is verified, for the whole process, since a call of libxapian's to the system says no more than a
 * descriptor. A process has few indexes open, and each has few tables. */
static GPtrArray *files;
static GRWLock lock;

/* Which of them an open descriptor is, once it was read, until it is closed: to ask the system takes as long
 * as to read a block that is kept. */
static _Atomic(const cfa_verified_file *) opened[DESCRIPTORS];

typedef ssize_t (*read_at)(int file, void *bytes, size_t length, off_t at);
typedef int (*closing)(int file);

/* The functions after those here: the C library's, or what stands before it. */
static read_at next;
static closing next_close;

__attribute__((constructor)) static void find_next(void)
{
    void *symbol = dlsym(RTLD_NEXT, "pread"), *close_symbol = dlsym(RTLD_NEXT, "close");
    memcpy(&next, &symbol, sizeof next);
    memcpy(&next_close, &close_symbol, sizeof next_close);
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

/* Nothing is left of a file: another may come to stand in its place. */
static void forget(const cfa_verified_file *file)
{
    for (gsize i = 0; i < DESCRIPTORS; i++)
        if (opened[i] == file)
            opened[i] = NULL;
    for (gsize i = 0; i < SEEN_BLOCKS; i++)
        if (seen[i].file == file)
            seen[i] = (block_place){0};
    for (gsize i = 0; i < KEPT_SETS; i++)
        for (gsize j = 0; j < KEPT_WAYS; j++)
            if (kept[i][j].place.file == file) {
                g_free(kept[i][j].bytes);
                kept[i][j] = (kept_block){0};
            }
}

void cfa_verified_remove(cfa_verified_file *file)
{
    if (file == NULL)
        return;
    g_rw_lock_writer_lock(&lock);
    g_ptr_array_remove(files, file);
    forget(file);
    if (files->len == 0)
        g_clear_pointer(&files, g_ptr_array_unref);
    g_rw_lock_writer_unlock(&lock);
    g_free(file);
}

/* What the system says that an open file is. */
static const cfa_verified_file *ask(int file)
{
    struct stat state;
    if (fstat(file, &state) != 0)
        return NULL;
    for (guint i = 0; i < files->len; i++) {
        const cfa_verified_file *one = g_ptr_array_index(files, i);
        if (one->inode == state.st_ino && one->device == state.st_dev)
            return one;
    }
    return NULL;
}

/* What is verified of an open file; NULL for any other. */
static const cfa_verified_file *find(int file)
{
    if (files == NULL || file < 0)
        return NULL;
    if (file >= DESCRIPTORS)
        return ask(file);
    const cfa_verified_file *one = opened[file];
    if (one == NULL)
        opened[file] = one = ask(file);
    return one;
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

static gsize number_of(block_place place)
{
    return place.at / CFA_VERIFIED_BLOCK + place.file->inode * 31;
}

static gboolean is_same(block_place a, block_place b)
{
    return a.file == b.file && a.at == b.at;
}

/* Moves a block to the beginning of its set. */
static void put_first(kept_block *set, guint way)
{
    const kept_block block = set[way];
    memmove(set + 1, set, way * sizeof *set);
    set[0] = block;
}

static gboolean read_kept(block_place place, char *bytes)
{
    kept_block *set = kept[number_of(place) % KEPT_SETS];
    guint way = 0;
    g_mutex_lock(&kept_lock);
    while (way < KEPT_WAYS && !is_same(set[way].place, place))
        way++;
    if (way < KEPT_WAYS) {
        put_first(set, way);
        memcpy(bytes, set[0].bytes, CFA_VERIFIED_BLOCK);
    }
    g_mutex_unlock(&kept_lock);
    return way < KEPT_WAYS;
}

/* Keeps a block if it was read before, in place of the one of its set that was not read for the longest
 * time. */
static void keep(block_place place, const char *bytes)
{
    const gsize number = number_of(place);
    kept_block *set = kept[number % KEPT_SETS];
    g_mutex_lock(&kept_lock);
    if (is_same(seen[number % SEEN_BLOCKS], place)) {
        put_first(set, KEPT_WAYS - 1);
        if (set[0].bytes == NULL)
            set[0].bytes = g_malloc(CFA_VERIFIED_BLOCK);
        set[0].place = place;
        memcpy(set[0].bytes, bytes, CFA_VERIFIED_BLOCK);
    }
    seen[number % SEEN_BLOCKS] = place;
    g_mutex_unlock(&kept_lock);
}

static ssize_t read_sound(const cfa_verified_file *file, int descriptor, char *bytes, size_t length, off_t at)
{
    const block_place place = {file, (guint64)at};
    if (length == CFA_VERIFIED_BLOCK && read_kept(place, bytes))
        return (ssize_t)length;
    const ssize_t got = read_all(descriptor, bytes, length, at);
    if (got > 0 && !is_sound(file, bytes, (gsize)got, (guint64)at)) {
        errno = EBADMSG;
        return -1;
    }
    if (got == CFA_VERIFIED_BLOCK)
        keep(place, bytes);
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

int close(int file)
{
    if (file >= 0 && file < DESCRIPTORS)
        opened[file] = NULL;
    if (next_close == NULL) /* libraries are set up before this */
        find_next();
    return next_close(file);
}
