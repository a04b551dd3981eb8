#include "container.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gstdio.h>
#define ZLIB_CONST /* what is read is not written */
#include <zlib.h>

enum { GZIP_WINDOW = 15 + 16, MEMORY_LEVEL = 8, UNKNOWN_SYSTEM = 255, FILE_MODE = 0644 };

struct sample_archive {
    struct archive *archive;
    GByteArray *bytes;
};

void sample_gzip(GByteArray *out, gconstpointer bytes, gsize length, int level)
{
    z_stream stream = {0};
    gz_header header = {.os = UNKNOWN_SYSTEM};
    if (deflateInit2(&stream, level, Z_DEFLATED, GZIP_WINDOW, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
        g_error("zlib cannot start");
    deflateSetHeader(&stream, &header);
    gsize start = out->len;
    gsize most = deflateBound(&stream, (uLong)length);
    g_byte_array_set_size(out, (guint)(start + most));
    stream.next_in = bytes;
    stream.avail_in = (uInt)length;
    stream.next_out = out->data + start;
    stream.avail_out = (uInt)most;
    int status = deflate(&stream, Z_FINISH);
    g_assert(status == Z_STREAM_END);
    g_byte_array_set_size(out, (guint)(start + most - stream.avail_out));
    deflateEnd(&stream);
}

static la_ssize_t take_bytes(struct archive *archive, void *data, const void *bytes, size_t length)
{
    (void)archive;
    GByteArray *out = data;
    g_byte_array_append(out, bytes, (guint)length);
    return (la_ssize_t)length;
}

static gboolean refuse(const sample_archive *archive, GError **error)
{
    const char *reason = archive_error_string(archive->archive);
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "archive: %s", reason != NULL ? reason : "failed");
    return FALSE;
}

sample_archive *sample_archive_new(gboolean zip, GError **error)
{
    g_autoptr(sample_archive) archive = g_new0(sample_archive, 1);
    archive->archive = archive_write_new();
    archive->bytes = g_byte_array_new();
    if (archive->archive == NULL)
        g_error("out of memory");
    int status = zip ? archive_write_set_format_zip(archive->archive)
                     : archive_write_set_format_ustar(archive->archive);
    if (status != ARCHIVE_OK ||
        archive_write_open2(archive->archive, archive->bytes, NULL, take_bytes, NULL, NULL) != ARCHIVE_OK) {
        refuse(archive, error);
        return NULL;
    }
    return g_steal_pointer(&archive);
}

gboolean sample_archive_add(sample_archive *archive, const char *name, GBytes *bytes, GError **error)
{
    gsize length;
    gconstpointer content = g_bytes_get_data(bytes, &length);
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_size(entry, (la_int64_t)length);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, FILE_MODE);
    archive_entry_set_mtime(entry, 0, 0);
    gboolean written = archive_write_header(archive->archive, entry) == ARCHIVE_OK &&
                       archive_write_data(archive->archive, content, length) == (la_ssize_t)length;
    archive_entry_free(entry);
    return written || refuse(archive, error);
}

GByteArray *sample_archive_finish(sample_archive *archive, GError **error)
{
    g_autoptr(sample_archive) owned = archive;
    if (archive_write_close(archive->archive) != ARCHIVE_OK) {
        refuse(archive, error);
        return NULL;
    }
    return g_steal_pointer(&owned->bytes);
}

void sample_archive_free(sample_archive *archive)
{
    if (archive == NULL)
        return;
    archive_write_free(archive->archive);
    g_clear_pointer(&archive->bytes, g_byte_array_unref);
    g_free(archive);
}

gboolean sample_file_write(const char *folder, const char *name, gconstpointer bytes, gsize length,
                           GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    if (g_mkdir_with_parents(parent, 0755) != 0) {
        int reason = errno;
        g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(reason), "%s: %s", parent,
                    g_strerror(reason));
        return FALSE;
    }
    return g_file_set_contents_full(path, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, FILE_MODE, error);
}
