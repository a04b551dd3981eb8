#include "container.h"

#include "other_format.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum {
    BUFFER = 64 * 1024,
    HEAD = 512,                        /* bytes of a member that show its kind: the first block of a tar */
    RATIO_FROM = 64 * 1024 * 1024,     /* bytes out before the ratio counts */
    GZIP_WITH_HEADER = 16 + MAX_WBITS, /* zlib's way to ask for it */
    RESTARTS = 100, /* bad members of a zip before it is given up: each costs a walk through its list */
    TAR_CHECKSUM_AT = 148,
    TAR_CHECKSUM_SIZE = 8,
    TAR_MAGIC_AT = 257
};

typedef struct container_type {
    gboolean (*next)(cfa_container *container, const char **name);
    gssize (*read)(cfa_container *container, guint8 *buffer, gsize size);
    void (*close)(cfa_container *container);
} container_type;

struct cfa_container {
    const container_type *type;
    cfa_container *outer, *file; /* `file` is the outermost of all; it has no outer */
    const cfa_source_limits *limits;
    guint8 head[HEAD]; /* read ahead of the current member */
    gsize head_length, head_at;
    guint64 out; /* bytes of all members */
    cfa_error failure, member_failure;
};

typedef struct file_container {
    cfa_container base;
    int descriptor;
    gboolean is_regular;
    guint64 size; /* of a regular file */
    struct timespec modified;
    guint64 in; /* bytes read of it */
    gboolean opened;
} file_container;

typedef struct gzip_container {
    cfa_container base;
    z_stream stream;
    guint64 in;
    gboolean opened, ended;
    guint8 input[BUFFER];
} gzip_container;

typedef struct archive_container {
    cfa_container base;
    gboolean is_zip;
    struct archive *archive; /* NULL until the first member */
    gboolean ran_dry;        /* the archive asked for more after its last byte */
    GByteArray *memory;      /* all of a zip that does not lie in the file itself */
    guint entries;           /* met so far */
    gboolean is_encrypted;   /* the current member */
    gboolean stuck;          /* libarchive goes no further; a zip can be opened again behind the bad member */
    guint restarts;
    char *name;
    guint8 input[BUFFER];
} archive_container;

/* ---- a file ---- */

/* Whether a regular file is at its end what it was when it was opened: else what was read may be of two. */
static gboolean file_is_as_opened(const file_container *file)
{
    struct stat status;
    return !file->is_regular || fstat(file->descriptor, &status) != 0 ||
           ((guint64)status.st_size == file->size && status.st_mtim.tv_sec == file->modified.tv_sec &&
            status.st_mtim.tv_nsec == file->modified.tv_nsec);
}

static gssize file_read(cfa_container *container, guint8 *buffer, gsize size)
{
    file_container *file = (file_container *)container;
    gssize count;
    do
        count = read(file->descriptor, buffer, size);
    while (count < 0 && errno == EINTR);
    if (count < 0) {
        cfa_error_set(&container->failure, CFA_IO, "unreadable", (gint64)file->in, "it cannot be read: %s",
                      g_strerror(errno));
        return -1;
    }
    file->in += (guint64)count;
    if (count == 0 && !file_is_as_opened(file)) {
        cfa_error_set(&container->failure, CFA_BAD_INPUT, "changed", (gint64)file->in,
                      "it was changed while it was read");
        return -1;
    }
    return count;
}

static gboolean file_next(cfa_container *container, const char **name)
{
    file_container *file = (file_container *)container;
    *name = NULL;
    gboolean first = !file->opened;
    file->opened = TRUE;
    return first;
}

static void file_close(cfa_container *container)
{
    close(((file_container *)container)->descriptor);
}

static const container_type file_type = {file_next, file_read, file_close};

static gboolean lies_in_regular_file(const cfa_container *container)
{
    return container->outer->type == &file_type && ((const file_container *)container->outer)->is_regular;
}

/* ---- gzip ---- */

static gboolean gzip_next(cfa_container *container, const char **name)
{
    gzip_container *gzip = (gzip_container *)container;
    *name = NULL;
    if (gzip->opened)
        return FALSE;
    gzip->opened = TRUE;
    if (inflateInit2(&gzip->stream, GZIP_WITH_HEADER) == Z_OK)
        return TRUE;
    gzip->ended = TRUE;
    return cfa_error_set(&container->failure, CFA_INTERNAL, "internal", -1, "zlib does not start");
}

/* Has at least `wanted` bytes of input at hand; FALSE where there are no more so many. */
static gboolean gzip_fill(gzip_container *gzip, guint wanted)
{
    z_stream *stream = &gzip->stream;
    while (stream->avail_in < wanted) {
        if (stream->avail_in > 0)
            memmove(gzip->input, stream->next_in, stream->avail_in);
        stream->next_in = gzip->input;
        gssize count = cfa_container_read(gzip->base.outer, gzip->input + stream->avail_in,
                                          sizeof gzip->input - stream->avail_in);
        if (count <= 0)
            return FALSE;
        gzip->in += (guint64)count;
        stream->avail_in += (uInt)count;
    }
    return TRUE;
}

/* After the end of one stream another may follow; anything else there is not ours, as for gzip itself. */
static void gzip_end_stream(gzip_container *gzip)
{
    const guint8 *in = gzip_fill(gzip, 2) ? gzip->stream.next_in : NULL;
    if (in != NULL && in[0] == 0x1F && in[1] == 0x8B)
        inflateReset(&gzip->stream);
    else
        gzip->ended = TRUE;
}

static gssize gzip_read(cfa_container *container, guint8 *buffer, gsize size)
{
    gzip_container *gzip = (gzip_container *)container;
    z_stream *stream = &gzip->stream;
    stream->next_out = buffer;
    stream->avail_out = (uInt)MIN(size, G_MAXINT);
    while (stream->avail_out > 0 && !gzip->ended) {
        if (!gzip_fill(gzip, 1)) {
            if (cfa_container_failure(container->outer) == NULL &&
                cfa_container_member_failure(container->outer) == NULL)
                cfa_error_set(&container->failure, CFA_BAD_INPUT, "gzip-truncated", (gint64)gzip->in,
                              "the gzip stream ends early");
            return -1;
        }
        int status = inflate(stream, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            gzip_end_stream(gzip);
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            cfa_error_set(&container->failure, CFA_BAD_INPUT, "gzip-corrupt",
                          (gint64)(gzip->in - stream->avail_in), "the gzip stream is damaged: %s",
                          stream->msg != NULL ? stream->msg : "no reason given");
            return -1;
        }
    }
    return (gssize)(MIN(size, G_MAXINT) - stream->avail_out);
}

static void gzip_close(cfa_container *container)
{
    inflateEnd(&((gzip_container *)container)->stream);
}

static const container_type gzip_type = {gzip_next, gzip_read, gzip_close};

/* ---- tar and zip ---- */

/* libarchive's way to ask for bytes. */
static la_ssize_t archive_input(struct archive *archive, void *data, const void **buffer)
{
    archive_container *container = data;
    gssize count = cfa_container_read(container->base.outer, container->input, sizeof container->input);
    container->ran_dry = count == 0;
    *buffer = container->input;
    if (count < 0)
        archive_set_error(archive, EIO, "what it lies in is damaged");
    return count;
}

/* Moves in the file itself; a zip lies there from its beginning. */
static la_int64_t archive_seek(struct archive *archive, void *data, la_int64_t offset, int whence)
{
    archive_container *container = data;
    off_t at = lseek(((file_container *)container->base.file)->descriptor, (off_t)offset, whence);
    container->ran_dry = FALSE;
    container->base.outer->head_at = container->base.outer->head_length;
    if (at >= 0)
        return at;
    archive_set_error(archive, errno, "it cannot be read: %s", g_strerror(errno));
    return ARCHIVE_FATAL;
}

static void archive_fail(archive_container *container, cfa_error *failure)
{
    const char *message = archive_error_string(container->archive);
    const char *in = container->name != NULL ? container->name : "its first member";
    gint64 place = failure == &container->base.failure ? archive_filter_bytes(container->archive, 0) : -1;
    if (container->ran_dry)
        cfa_error_set(failure, CFA_BAD_INPUT, "archive-truncated", place, "the archive ends early, in %s",
                      in);
    else if (container->is_encrypted)
        cfa_error_set(failure, CFA_BAD_INPUT, "archive-encrypted", place,
                      "it is encrypted; unpack the archive with its password");
    else
        cfa_error_set(failure, CFA_BAD_INPUT, "archive-corrupt", place,
                      "the archive is damaged, in or after %s: %s", in,
                      message != NULL ? message : "no reason given");
}

/* Reads the whole of a zip that has to be searched from its end but lies where nothing can be sought. */
static gboolean archive_load(archive_container *container)
{
    GByteArray *memory = container->memory = g_byte_array_new();
    gssize count;
    while ((count = cfa_container_read(container->base.outer, container->input, BUFFER)) > 0) {
        g_byte_array_append(memory, container->input, (guint)count);
        if (memory->len > container->base.limits->document_bytes || memory->len > G_MAXINT)
            return cfa_error_set(&container->base.failure, CFA_BAD_INPUT, "too-large", memory->len,
                                 "a zip within another container or a pipe is over %" G_GUINT64_FORMAT
                                 " bytes",
                                 container->base.limits->document_bytes);
    }
    return count == 0;
}

static gboolean archive_open(archive_container *container)
{
    struct archive *archive = container->archive = archive_read_new();
    if (container->is_zip)
        archive_read_support_format_zip(archive);
    else
        archive_read_support_format_tar(archive);
    /* As in gzip, another may follow; and what is around the archive is then read to its end, and so
     * verified. */
    archive_read_set_options(archive, "tar:read_concatenated_archives");
    if (container->is_zip && !lies_in_regular_file(&container->base)) {
        if (container->memory == NULL && !archive_load(container))
            return FALSE;
        return archive_read_open_memory(archive, container->memory->data, container->memory->len) ==
               ARCHIVE_OK;
    }
    archive_read_set_callback_data(archive, container);
    archive_read_set_read_callback(archive, archive_input);
    if (container->is_zip) {
        archive_seek(archive, container, 0, SEEK_SET);
        archive_read_set_seek_callback(archive, archive_seek);
    }
    return archive_read_open1(archive) == ARCHIVE_OK;
}

static gboolean is_header(int status)
{
    return status == ARCHIVE_OK || status == ARCHIVE_WARN;
}

/* Opens the archive, or opens it again and goes to where it was. */
static gboolean archive_start(archive_container *container)
{
    if (container->archive != NULL)
        archive_read_free(container->archive);
    container->stuck = FALSE;
    gboolean started = archive_open(container);
    struct archive_entry *entry;
    for (guint i = 0; started && i < container->entries; i++)
        started = is_header(archive_read_next_header(container->archive, &entry));
    if (!started && container->base.failure.status == CFA_OK)
        archive_fail(container, &container->base.failure);
    return started;
}

gboolean cfa_container_passes_over(const char *name)
{
    return name[0] == '.' || strcmp(name, CFA_MANIFEST_NAME) == 0;
}

/* The name without what leads out of the container or says nothing ("/", "..", "."); NULL for a member that
 * is passed over. */
static char *clean_name(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    GString *clean = g_string_new(NULL);
    for (char **part = parts; *part != NULL; part++) {
        if (**part == '\0' || strcmp(*part, ".") == 0 || strcmp(*part, "..") == 0)
            continue;
        if (cfa_container_passes_over(*part)) {
            g_string_truncate(clean, 0);
            break;
        }
        if (clean->len > 0)
            g_string_append_c(clean, '/');
        g_string_append(clean, *part);
    }
    return g_string_free(clean, clean->len == 0);
}

/* Whether the entry is a document to read; its name is then the container's. */
static gboolean archive_take(archive_container *container, struct archive_entry *entry)
{
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != NULL)
        return FALSE;
    const char *name = archive_entry_pathname(entry);
    if (name == NULL)
        name = archive_entry_pathname_utf8(entry);
    char *clean = name != NULL ? clean_name(name) : g_strdup_printf("member %u", container->entries);
    if (clean == NULL)
        return FALSE;
    g_free(container->name);
    container->name = clean;
    return TRUE;
}

static gboolean archive_next(cfa_container *base, const char **name)
{
    archive_container *container = (archive_container *)base;
    if ((container->archive == NULL || container->stuck) && !archive_start(container))
        return FALSE;
    for (;;) {
        struct archive_entry *entry;
        int status = archive_read_next_header(container->archive, &entry);
        if (status == ARCHIVE_EOF)
            return FALSE;
        if (!is_header(status)) {
            archive_fail(container, &base->failure);
            return FALSE;
        }
        container->is_encrypted = archive_entry_is_encrypted(entry) != 0;
        if (++container->entries > base->limits->entries)
            return cfa_error_set(&base->failure, CFA_BAD_INPUT, "too-many-entries",
                                 archive_filter_bytes(container->archive, 0),
                                 "the archive has more than %u entries", base->limits->entries);
        if (archive_take(container, entry)) {
            *name = container->name;
            return TRUE;
        }
    }
}

static gssize archive_read(cfa_container *base, guint8 *buffer, gsize size)
{
    archive_container *container = (archive_container *)base;
    la_ssize_t count = archive_read_data(container->archive, buffer, size);
    if (count >= 0)
        return count;
    container->stuck = count == ARCHIVE_FATAL;
    gboolean goes_on =
        !container->stuck || (container->is_zip && !container->ran_dry && container->restarts++ < RESTARTS);
    archive_fail(container, goes_on ? &base->member_failure : &base->failure);
    return -1;
}

static void archive_close(cfa_container *base)
{
    archive_container *container = (archive_container *)base;
    if (container->archive != NULL)
        archive_read_free(container->archive);
    if (container->memory != NULL)
        g_byte_array_unref(container->memory);
    g_free(container->name);
}

static const container_type archive_type = {archive_next, archive_read, archive_close};

/* ---- all of them ---- */

static gboolean is_tar(const guint8 *head, gsize length)
{
    if (length < HEAD || head[0] == '\0')
        return FALSE;
    if (memcmp(head + TAR_MAGIC_AT, "ustar\0", 6) == 0 || memcmp(head + TAR_MAGIC_AT, "ustar  \0", 8) == 0)
        return TRUE;
    /* Tars from before there was a magic: the sum of the block's bytes, its own field counted as blanks. */
    guint sum = 0;
    for (gsize i = 0; i < HEAD; i++)
        sum += i >= TAR_CHECKSUM_AT && i < TAR_CHECKSUM_AT + TAR_CHECKSUM_SIZE ? ' ' : head[i];
    char field[TAR_CHECKSUM_SIZE + 1] = {0};
    memcpy(field, head + TAR_CHECKSUM_AT, TAR_CHECKSUM_SIZE);
    char *end;
    guint64 stored = g_ascii_strtoull(field, &end, 8);
    return end > field && stored == sum;
}

cfa_container_kind cfa_container_kind_of_member(const cfa_container *container)
{
    const guint8 *head = container->head;
    if (container->head_length >= 2 && head[0] == 0x1F && head[1] == 0x8B)
        return CFA_CONTAINER_GZIP;
    if (cfa_other_format_find(head, container->head_length) != NULL)
        return CFA_CONTAINER_NONE;
    if (container->head_length >= 4 && (memcmp(head, "PK\3\4", 4) == 0 || memcmp(head, "PK\5\6", 4) == 0))
        return CFA_CONTAINER_ZIP;
    return is_tar(head, container->head_length) ? CFA_CONTAINER_TAR : CFA_CONTAINER_NONE;
}

static cfa_container *container_new(gsize size, const container_type *type, cfa_container *outer)
{
    cfa_container *container = g_malloc0(size);
    container->type = type;
    container->outer = outer;
    container->file = outer != NULL ? outer->file : container;
    container->limits = outer != NULL ? outer->limits : NULL;
    return container;
}

cfa_container *cfa_container_open_file(int descriptor, const cfa_source_limits *limits)
{
    cfa_container *container = container_new(sizeof(file_container), &file_type, NULL);
    container->limits = limits;
    file_container *file = (file_container *)container;
    file->descriptor = descriptor;
    struct stat status;
    file->is_regular =
        fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && lseek(descriptor, 0, SEEK_CUR) == 0;
    if (file->is_regular) {
        file->size = (guint64)status.st_size;
        file->modified = status.st_mtim;
    }
    return container;
}

cfa_container *cfa_container_open(cfa_container *outer)
{
    cfa_container_kind kind = cfa_container_kind_of_member(outer);
    if (kind == CFA_CONTAINER_GZIP)
        return container_new(sizeof(gzip_container), &gzip_type, outer);
    cfa_container *container = container_new(sizeof(archive_container), &archive_type, outer);
    ((archive_container *)container)->is_zip = kind == CFA_CONTAINER_ZIP;
    return container;
}

void cfa_container_close(cfa_container *container)
{
    container->type->close(container);
    g_free(container);
}

const cfa_error *cfa_container_failure(const cfa_container *container)
{
    return container->failure.status != CFA_OK ? &container->failure : NULL;
}

const cfa_error *cfa_container_member_failure(const cfa_container *container)
{
    return container->member_failure.status != CFA_OK ? &container->member_failure : NULL;
}

guint64 cfa_container_bytes_on_disk(const cfa_container *container)
{
    const file_container *file = (const file_container *)container->file;
    return file->is_regular ? file->size : file->in;
}

/* Counts what comes out against what the file has given. */
static gboolean within_limits(cfa_container *container, gsize count)
{
    const cfa_source_limits *limits = container->limits;
    if (container->outer == NULL)
        return TRUE;
    container->out += count;
    if (container->out > limits->container_bytes)
        return cfa_error_set(&container->failure, CFA_BAD_INPUT, "too-large", -1,
                             "more than %" G_GUINT64_FORMAT " bytes come out of it", limits->container_bytes);
    const file_container *file = (const file_container *)container->file;
    guint64 in = file->is_regular ? MIN(file->in, file->size) : file->in;
    if (container->out > RATIO_FROM && container->out / limits->ratio > in)
        return cfa_error_set(&container->failure, CFA_BAD_INPUT, "ratio-exceeded", (gint64)in,
                             "more than %u bytes come out for a byte in", limits->ratio);
    return TRUE;
}

gssize cfa_container_read(cfa_container *container, guint8 *buffer, gsize size)
{
    if (cfa_container_failure(container) != NULL || cfa_container_member_failure(container) != NULL)
        return -1;
    gsize ahead = MIN(container->head_length - container->head_at, size);
    if (ahead > 0) {
        memcpy(buffer, container->head + container->head_at, ahead);
        container->head_at += ahead;
        return (gssize)ahead;
    }
    gssize count = container->type->read(container, buffer, size);
    if (count > 0 && !within_limits(container, (gsize)count))
        return -1;
    return count;
}

gboolean cfa_container_next(cfa_container *container, const char **name)
{
    container->head_length = container->head_at = 0;
    container->member_failure = (cfa_error){0};
    if (cfa_container_failure(container) != NULL || !container->type->next(container, name))
        return FALSE;
    gsize length = 0;
    gssize count;
    while (length < HEAD &&
           (count = cfa_container_read(container, container->head + length, HEAD - length)) > 0)
        length += (gsize)count;
    container->head_length = length;
    return TRUE;
}
