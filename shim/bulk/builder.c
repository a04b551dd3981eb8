#include "merge.h"
#include "table.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    VERSION_FILE = 256, /* bytes of it that matter, and more than it has */
    REVISION = 1
};

/* The date of the format: years since 2014 in the highest seven bits of sixteen, the month in four, the day
 * in five. */
enum { FORMAT_DATE = 2 << 9 | 3 << 5 | 14 };

/* How a version file begins: what it is of, and that date. */
/* clang-format off */
static const uint8_t known_version[16] = {0x0f, 0x0d, 'X', 'a', 'p', 'i', 'a', 'n', ' ', 'G', 'l', 'a', 's', 's',
                                          FORMAT_DATE >> 8, FORMAT_DATE & 0xff};
/* clang-format on */

static char *path_below(const char *folder, const char *name)
{
    const size_t length = strlen(folder) + strlen(name) + 2;
    char *path = malloc(length);
    if (path != NULL)
        snprintf(path, length, "%s/%s", folder, name);
    return path;
}

static bool read_version_file(const char *path, uint8_t found[VERSION_FILE], size_t *length, xc_error *error)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fail_errno(error, path);
    const ssize_t got = read(file, found, VERSION_FILE);
    const bool well = got >= 0 || fail_errno(error, path);
    *length = got > 0 ? (size_t)got : 0;
    close(file);
    return well;
}

typedef struct cursor {
    const uint8_t *at, *end;
    bool failed;
} cursor;

static uint64_t next_uint(cursor *in)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && in->at < in->end; shift += 7) {
        const uint8_t byte = *in->at++;
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    in->failed = true;
    return 0;
}

/* Reads what an empty database's version file says of its tables. */
static bool read_tables(xb_builder *builder, cursor *in)
{
    next_uint(in); /* the revision */
    for (int i = 0; i < TABLES; i++) {
        next_uint(in); /* the root, level and flags, and number of items */
        next_uint(in);
        if (next_uint(in) != 0 || next_uint(in) != TABLE_BLOCK >> 11)
            return false;
        builder->compress_min[i] = (uint32_t)next_uint(in);
        const uint64_t free_list = next_uint(in);
        if (in->failed || free_list > (uint64_t)(in->end - in->at))
            return false;
        in->at += free_list;
    }
    return true;
}

static bool understand_version(xb_builder *builder, xc_error *error)
{
    uint8_t found[VERSION_FILE];
    size_t length = 0;
    char *path = path_below(builder->path, "iamglass");
    if (path == NULL)
        return fail_memory(error);
    const bool read = read_version_file(path, found, &length, error);
    free(path);
    if (!read)
        return false;
    const size_t head = sizeof known_version + sizeof builder->uuid;
    cursor in = {found + head, found + length, false};
    if (length < head || memcmp(found, known_version, sizeof known_version) != 0 ||
        !read_tables(builder, &in))
        return fail(error, XC_UNSUPPORTED, "libxapian %s writes databases of a form that is not known here",
                    xc_version());
    memcpy(builder->uuid, found + sizeof known_version, sizeof builder->uuid);
    return true;
}

static bool open_work(xb_builder *builder, xc_error *error)
{
    char *path = path_below(builder->path, "runs");
    if (path == NULL)
        return fail_memory(error);
    builder->work = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool opened = builder->work >= 0 || fail_errno(error, path);
    if (opened)
        unlink(path);
    free(path);
    return opened;
}

xb_builder *xb_builder_new(const char *path, xc_error *error)
{
    xb_builder *builder = calloc(1, sizeof *builder);
    if (builder == NULL) {
        fail_memory(error);
        return NULL;
    }
    builder->work = -1;
    pthread_mutex_init(&builder->lock, NULL);
    builder->path = strdup(path);
    if (builder->path == NULL)
        fail_memory(error);
    if (builder->path == NULL || !understand_version(builder, error) || !open_work(builder, error)) {
        xb_builder_free(builder);
        return NULL;
    }
    return builder;
}

void xb_builder_free(xb_builder *builder)
{
    if (builder == NULL)
        return;
    if (builder->work >= 0)
        close(builder->work);
    pthread_mutex_destroy(&builder->lock);
    free(builder->runs);
    free(builder->path);
    free(builder);
}

/* ---- finishing ---- */

static int compare_runs(const void *a, const void *b)
{
    const finished_run *left = a, *right = b;
    return (left->first > right->first) - (left->first < right->first);
}

static bool runs_overlap(const xb_builder *builder)
{
    for (size_t i = 1; i < builder->run_count; i++)
        if (builder->runs[i - 1].first + builder->runs[i - 1].documents > builder->runs[i].first)
            return true;
    return false;
}

/* The version file: written last, since it makes a database of the tables. */
static bool write_version(const xb_builder *builder, const bytes roots[TABLES], xc_error *error)
{
    const statistics *all = &builder->all;
    bytes file = {0};
    bytes_add(&file, known_version, sizeof known_version);
    bytes_add(&file, builder->uuid, sizeof builder->uuid);
    bytes_add_uint(&file, REVISION);
    for (int i = 0; i < TABLES; i++) {
        bytes_add(&file, roots[i].data, roots[i].length);
        file.failed |= roots[i].failed;
    }
    bytes_add_uint(&file, all->documents);
    bytes_add_uint(&file, all->last_docid - all->documents);
    bytes_add_uint(&file, all->least_length);
    bytes_add_uint(&file, all->greatest_wdf);
    bytes_add_uint(&file, all->greatest_length - all->greatest_wdf);
    bytes_add_uint(&file, 0); /* no changes are kept for replication */
    bytes_add_uint(&file, all->total_length);
    bytes_add_uint(&file, 0); /* no spelling */
    char *path = path_below(builder->path, "iamglass");
    if (path == NULL || file.failed) {
        free(path);
        bytes_free(&file);
        return fail_memory(error);
    }
    const int target = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool well = (target >= 0 && write_all(target, file.data, file.length, 0)) || fail_errno(error, path);
    if (target >= 0 && close(target) != 0 && well)
        well = fail_errno(error, path);
    free(path);
    bytes_free(&file);
    return well;
}

/* The half of the work that another thread does. */
typedef struct half {
    const xb_builder *builder;
    bytes *roots;
    xc_error error;
    bool well;
} half;

static void *run_half(void *data)
{
    half *one = data;
    one->well = merge_documents(one->builder, one->roots, &one->error);
    return NULL;
}

static bool merge_all(const xb_builder *builder, bytes roots[TABLES], xc_error *error)
{
    half documents = {.builder = builder, .roots = roots, .error = XC_ERROR_INIT};
    pthread_t thread;
    const bool beside = pthread_create(&thread, NULL, run_half, &documents) == 0;
    bool well = merge_terms(builder, roots, error);
    if (beside)
        pthread_join(thread, NULL);
    else
        run_half(&documents);
    if (well && !documents.well) {
        well = false;
        if (error != NULL)
            *error = documents.error;
    }
    return well;
}

bool xb_builder_finish(xb_builder *builder, xc_error *error)
{
    bytes roots[TABLES] = {{0}};
    if (builder->run_count > 1)
        qsort(builder->runs, builder->run_count, sizeof *builder->runs, compare_runs);
    if (runs_overlap(builder))
        return fail(error, XC_INVALID, "two runs have the same documents");
    table_absent(&roots[TABLE_SPELLING], builder->compress_min[TABLE_SPELLING]);
    table_absent(&roots[TABLE_SYNONYM], builder->compress_min[TABLE_SYNONYM]);
    const bool well = merge_all(builder, roots, error) && write_version(builder, roots, error);
    for (int i = 0; i < TABLES; i++)
        bytes_free(&roots[i]);
    return well;
}
