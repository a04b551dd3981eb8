#include "source_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <archive.h>
#include <archive_entry.h>
#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>
#include <zlib.h>

gboolean source_note(const cfa_document *document, const cfa_error *error, gpointer data)
{
    source_visits *seen = data;
    const char *name = document->name;
    if (g_str_has_prefix(name, support_folder))
        name += strlen(support_folder) + 1;
    assert_true(g_utf8_validate(document->name, -1, NULL));
    if (error != NULL) {
        assert_null(document->bytes);
        assert_true(error->reason[0] != '\0');
        g_ptr_array_add(seen->lines, g_strdup_printf("%s!%s", name, error->code));
        g_ptr_array_add(seen->errors, g_memdup2(error, sizeof *error));
    } else if (document->length < 200) {
        g_ptr_array_add(seen->lines, g_strdup_printf("%s=%.*s", name, (int)document->length,
                                                     (const char *)document->bytes));
    } else {
        g_ptr_array_add(seen->lines, g_strdup_printf("%s=%" G_GSIZE_FORMAT, name, document->length));
    }
    if (document->facts != NULL)
        seen->country = document->facts->country;
    seen->bytes_read += document->bytes_read;
    return seen->lines->len != seen->stop_after;
}

source_visits source_walk(const char *path, const cfa_source_limits *limits)
{
    source_visits seen = {.lines = g_ptr_array_new_with_free_func(g_free),
                          .errors = g_ptr_array_new_with_free_func(g_free)};
    const char *const paths[] = {path, NULL};
    assert_true(cfa_source_read(paths, limits, NULL, source_note, NULL, &seen));
    return seen;
}

void source_visits_clear(source_visits *seen)
{
    g_ptr_array_unref(seen->lines);
    g_ptr_array_unref(seen->errors);
}

void source_expect_within(const char *path, const cfa_source_limits *limits, const char *expected)
{
    source_visits seen = source_walk(path, limits);
    g_ptr_array_add(seen.lines, NULL);
    g_autofree char *lines = g_strjoinv("|", (char **)seen.lines->pdata);
    assert_string_equal(lines, expected);
    source_visits_clear(&seen);
}

void source_expect(const char *path, const char *expected)
{
    source_expect_within(path, NULL, expected);
}

char *source_path_of(const char *name)
{
    return g_build_filename(support_folder, name, NULL);
}

void source_put(const char *name, const void *bytes, gsize length)
{
    g_autofree char *path = source_path_of(name);
    assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
}

void source_put_bytes(const char *name, GByteArray *bytes)
{
    source_put(name, bytes->data, bytes->len);
    g_byte_array_unref(bytes);
}

void source_put_text(const char *name, const char *text)
{
    source_put(name, text, strlen(text));
}

GByteArray *source_gzip(const void *bytes, gsize length)
{
    z_stream stream = {0};
    assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY), Z_OK);
    GByteArray *packed = g_byte_array_sized_new((guint)deflateBound(&stream, length));
    g_byte_array_set_size(packed, (guint)deflateBound(&stream, length));
    stream.next_in = (Bytef *)(uintptr_t)bytes;
    stream.avail_in = (uInt)length;
    stream.next_out = packed->data;
    stream.avail_out = packed->len;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    g_byte_array_set_size(packed, (guint)stream.total_out);
    deflateEnd(&stream);
    return packed;
}

GByteArray *source_gzip_text(const char *text)
{
    return source_gzip(text, strlen(text));
}

GByteArray *source_gzip_bytes(GByteArray *bytes)
{
    GByteArray *packed = source_gzip(bytes->data, bytes->len);
    g_byte_array_unref(bytes);
    return packed;
}

static la_ssize_t archive_output(struct archive *archive, void *data, const void *bytes, size_t length)
{
    (void)archive;
    g_byte_array_append(data, bytes, (guint)length);
    return (la_ssize_t)length;
}

GByteArray *source_pack(gboolean as_zip, const source_member *members, gsize count)
{
    GByteArray *bytes = g_byte_array_new();
    struct archive *archive = archive_write_new();
    if (as_zip)
        archive_write_set_format_zip(archive);
    else
        archive_write_set_format_ustar(archive);
    archive_write_set_bytes_per_block(archive, 0);
    assert_int_equal(archive_write_open(archive, bytes, NULL, archive_output, NULL), ARCHIVE_OK);
    for (gsize i = 0; i < count; i++) {
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, members[i].name);
        archive_entry_set_filetype(entry, members[i].type != 0 ? members[i].type : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, (la_int64_t)members[i].length);
        if (members[i].link != NULL && members[i].type == AE_IFLNK)
            archive_entry_set_symlink(entry, members[i].link);
        else if (members[i].link != NULL)
            archive_entry_set_hardlink(entry, members[i].link);
        assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
        if (members[i].length > 0)
            assert_int_equal(archive_write_data(archive, members[i].bytes, members[i].length),
                             (la_ssize_t)members[i].length);
        archive_entry_free(entry);
    }
    archive_write_close(archive);
    archive_write_free(archive);
    return bytes;
}

GByteArray *source_tar_of_two(void)
{
    const source_member members[] = {{.name = "a.html", .bytes = "one", .length = 3},
                                     {.name = "394/b.html", .bytes = "two", .length = 3}};
    return source_pack(FALSE, members, 2);
}

GByteArray *source_pack_one(gboolean as_zip, const char *name, GByteArray *bytes)
{
    const source_member only = {.name = name, .bytes = bytes->data, .length = bytes->len};
    GByteArray *packed = source_pack(as_zip, &only, 1);
    g_byte_array_unref(bytes);
    return packed;
}

void source_make_folder(const char *name)
{
    g_autofree char *path = source_path_of(name);
    assert_int_equal(g_mkdir_with_parents(path, 0755), 0);
}
