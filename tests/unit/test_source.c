/* Sources: every kind of file gives its documents or a named error, and none ends the walk. */
#include "source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <archive.h>
#include <archive_entry.h>
#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

static const char PAGE[] = "<p>603. The porters of Ruritania wrote again.</p>\n";

/* What a walk gave: one line a visit, "name=bytes" or "name!code". */
typedef struct visits {
    GPtrArray *lines;
    GPtrArray *errors; /* of cfa_error */
    guint64 bytes_read;
    guint stop_after;
    const char *country; /* of the last document's facts */
} visits;

static char *folder;

static gboolean note(const cfa_document *document, const cfa_error *error, gpointer data)
{
    visits *seen = data;
    const char *name = document->name;
    if (g_str_has_prefix(name, folder))
        name += strlen(folder) + 1;
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

static visits walk(const char *path, const cfa_source_limits *limits)
{
    visits seen = {.lines = g_ptr_array_new_with_free_func(g_free),
                   .errors = g_ptr_array_new_with_free_func(g_free)};
    assert_true(cfa_source_read(path, limits, note, &seen));
    return seen;
}

static void visits_clear(visits *seen)
{
    g_ptr_array_unref(seen->lines);
    g_ptr_array_unref(seen->errors);
}

/* Walks and compares all the lines, joined by "|". */
static void expect_within(const char *path, const cfa_source_limits *limits, const char *expected)
{
    visits seen = walk(path, limits);
    g_ptr_array_add(seen.lines, NULL);
    g_autofree char *lines = g_strjoinv("|", (char **)seen.lines->pdata);
    assert_string_equal(lines, expected);
    visits_clear(&seen);
}

static void expect(const char *path, const char *expected)
{
    expect_within(path, NULL, expected);
}

static char *path_of(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static void put(const char *name, const void *bytes, gsize length)
{
    g_autofree char *path = path_of(name);
    assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
}

static void put_bytes(const char *name, GByteArray *bytes)
{
    put(name, bytes->data, bytes->len);
    g_byte_array_unref(bytes);
}

static void put_text(const char *name, const char *text)
{
    put(name, text, strlen(text));
}

static GByteArray *gzip(const void *bytes, gsize length)
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

static GByteArray *gzip_text(const char *text)
{
    return gzip(text, strlen(text));
}

static GByteArray *gzip_bytes(GByteArray *bytes)
{
    GByteArray *packed = gzip(bytes->data, bytes->len);
    g_byte_array_unref(bytes);
    return packed;
}

/* A member of an archive under construction. */
typedef struct archive_member {
    const char *name;
    const void *bytes;
    gsize length;
    unsigned type; /* AE_IFREG where zero */
    const char *link;
} archive_member;

static la_ssize_t archive_output(struct archive *archive, void *data, const void *bytes, size_t length)
{
    (void)archive;
    g_byte_array_append(data, bytes, (guint)length);
    return (la_ssize_t)length;
}

static GByteArray *pack(gboolean as_zip, const archive_member *members, gsize count)
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

static GByteArray *tar_of_two(void)
{
    const archive_member members[] = {{.name = "a.html", .bytes = "one", .length = 3},
                                      {.name = "394/b.html", .bytes = "two", .length = 3}};
    return pack(FALSE, members, 2);
}

static GByteArray *pack_one(gboolean as_zip, const char *name, GByteArray *bytes)
{
    const archive_member only = {.name = name, .bytes = bytes->data, .length = bytes->len};
    GByteArray *packed = pack(as_zip, &only, 1);
    g_byte_array_unref(bytes);
    return packed;
}

static int set_up(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("cfa-source-XXXXXX", NULL);
    return folder == NULL;
}

static void remove_all(const char *path)
{
    GDir *names = g_dir_open(path, 0, NULL);
    const char *name;
    while (names != NULL && (name = g_dir_read_name(names)) != NULL) {
        g_autofree char *member = g_build_filename(path, name, NULL);
        if (g_file_test(member, G_FILE_TEST_IS_DIR) && !g_file_test(member, G_FILE_TEST_IS_SYMLINK))
            remove_all(member);
        else
            g_unlink(member);
    }
    if (names != NULL)
        g_dir_close(names);
    g_rmdir(path);
}

static int tear_down(void **state)
{
    (void)state;
    remove_all(folder);
    g_clear_pointer(&folder, g_free);
    return 0;
}

static void make_folder(const char *name)
{
    g_autofree char *path = path_of(name);
    assert_int_equal(g_mkdir_with_parents(path, 0755), 0);
}

/* ---- files and folders ---- */

static void a_plain_file_is_a_document(void **state)
{
    (void)state;
    put_text("p1.html", PAGE);
    g_autofree char *path = path_of("p1.html");
    visits seen = walk(path, NULL);
    assert_int_equal(seen.lines->len, 1);
    assert_int_equal(seen.bytes_read, strlen(PAGE));
    visits_clear(&seen);
}

static void a_folder_is_read_in_the_order_of_names(void **state)
{
    (void)state;
    make_folder("b");
    put_text("c", "3");
    put_text("a", "1");
    put_text("b/x", "2");
    expect(folder, "a=1|b/x=2|c=3");
}

static void hidden_files_and_manifests_are_no_documents(void **state)
{
    (void)state;
    make_folder(".git");
    put_text(".git/config", "x");
    put_text(".hidden", "x");
    put_text("manifest.tsv", "file\n");
    put_text("p", "1");
    expect(folder, "p=1");
}

static void a_missing_path_is_not_found(void **state)
{
    (void)state;
    g_autofree char *path = path_of("none");
    expect(path, "none!not-found");
}

static void an_empty_file_is_told_as_empty(void **state)
{
    (void)state;
    put_text("a", "");
    put_text("b", "1");
    expect(folder, "a!empty|b=1");
}

static void a_fifo_is_not_waited_for(void **state)
{
    (void)state;
    g_autofree char *path = path_of("a");
    assert_int_equal(mkfifo(path, 0644), 0);
    put_text("b", "1");
    expect(folder, "a!not-a-file|b=1");
    expect(path, "a!not-a-file");
}

static void a_link_back_to_a_folder_around_is_a_loop(void **state)
{
    (void)state;
    make_folder("a");
    g_autofree char *link = path_of("a/back");
    assert_int_equal(symlink("..", link), 0);
    put_text("z", "1");
    expect(folder, "a/back!folder-loop|z=1");
}

static void a_link_to_itself_is_a_loop(void **state)
{
    (void)state;
    g_autofree char *link = path_of("a");
    assert_int_equal(symlink("a", link), 0);
    put_text("z", "1");
    expect(folder, "a!folder-loop|z=1");
}

static void folders_that_link_to_one_another_are_each_read_once(void **state)
{
    (void)state;
    for (int i = 0; i < 30; i++) {
        g_autofree char *name = g_strdup_printf("d%02d", i);
        make_folder(name);
        for (int j = 0; j < 2; j++) {
            g_autofree char *target = g_strdup_printf("../d%02d", i + 1);
            g_autofree char *link = g_strdup_printf("%s/d%02d/l%d", folder, i, j);
            assert_int_equal(symlink(target, link), 0);
        }
    }
    make_folder("d30");
    put_text("d30/p", "1");
    visits seen = walk(folder, NULL);
    assert_int_equal(seen.lines->len, 1);
    visits_clear(&seen);
}

static void a_file_without_permission_is_unreadable(void **state)
{
    (void)state;
    put_text("a", "1");
    put_text("b", "2");
    g_autofree char *path = path_of("a");
    assert_int_equal(chmod(path, 0), 0);
    assert_int_equal(chmod(folder, 0755), 0);
    gboolean privileged = geteuid() == 0;
    if (privileged)
        assert_int_equal(seteuid(65534), 0);
    expect(folder, "a!unreadable|b=2");
    if (privileged)
        assert_int_equal(seteuid(0), 0);
}

static void names_with_line_ends_or_bad_bytes_are_read(void **state)
{
    (void)state;
    put_text("a\nb", "1");
    put_text("c\xFF", "2");
    expect(folder, "a\nb=1|c\xEF\xBF\xBD=2");
}

static void folders_too_deep_are_told(void **state)
{
    (void)state;
    make_folder("a/b/c");
    put_text("a/p", "1");
    put_text("a/b/c/p", "2");
    expect_within(folder, &(cfa_source_limits){.depth = 1}, "a/b!nesting-exceeded|a/p=1");
}

static void ten_thousand_small_files_are_read(void **state)
{
    (void)state;
    for (int i = 0; i < 10000; i++) {
        g_autofree char *name = g_strdup_printf("%05d", i);
        g_autofree char *path = path_of(name);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs("1", file);
        fclose(file);
    }
    visits seen = walk(folder, NULL);
    assert_int_equal(seen.lines->len, 10000);
    visits_clear(&seen);
}

static void a_visitor_can_end_the_walk(void **state)
{
    (void)state;
    put_text("a", "1");
    put_text("b", "2");
    visits seen = {.lines = g_ptr_array_new_with_free_func(g_free),
                   .errors = g_ptr_array_new_with_free_func(g_free),
                   .stop_after = 1};
    assert_false(cfa_source_read(folder, NULL, note, &seen));
    assert_int_equal(seen.lines->len, 1);
    visits_clear(&seen);
}

static void standard_input_is_read_from_a_pipe(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    GByteArray *packed = gzip_bytes(tar_of_two());
    assert_int_equal(write(ends[1], packed->data, packed->len), (gssize)packed->len);
    close(ends[1]);
    int saved = dup(STDIN_FILENO);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    visits seen = walk("-", NULL);
    dup2(saved, STDIN_FILENO);
    close(saved);
    close(ends[0]);
    assert_int_equal(seen.lines->len, 2);
    assert_string_equal(seen.lines->pdata[1], "-/394/b.html=two");
    assert_int_equal(seen.bytes_read, packed->len);
    g_byte_array_unref(packed);
    visits_clear(&seen);
}

static void a_document_over_its_bound_is_told(void **state)
{
    (void)state;
    put_text("a", "12345");
    put_text("b", "1234");
    expect_within(folder, &(cfa_source_limits){.document_bytes = 4}, "a!too-large|b=1234");
}

/* ---- gzip ---- */

static void gzip_is_known_by_its_bytes_whatever_its_name(void **state)
{
    (void)state;
    put_bytes("page.html", gzip_text("1"));
    put_text("page.html.gz", "2");
    expect(folder, "page.html=1|page.html.gz=2");
}

static void gzip_of_two_members_reads_as_one_document(void **state)
{
    (void)state;
    GByteArray *packed = gzip_text("one ");
    GByteArray *second = gzip_text("two");
    g_byte_array_append(packed, second->data, second->len);
    g_byte_array_unref(second);
    put_bytes("a", packed);
    expect(folder, "a=one two");
}

static void what_follows_a_gzip_stream_is_passed_over(void **state)
{
    (void)state;
    GByteArray *packed = gzip_text("one");
    g_byte_array_append(packed, (const guint8 *)"\0\0\0rubbish", 10);
    put_bytes("a", packed);
    packed = gzip_text("two");
    g_byte_array_append(packed, (const guint8 *)"\x1F", 1);
    put_bytes("b", packed);
    expect(folder, "a=one|b=two");
}

static void every_truncation_of_gzip_is_told_and_never_a_document(void **state)
{
    (void)state;
    GByteArray *packed = gzip_text(PAGE);
    g_autofree char *path = path_of("a");
    for (guint length = 2; length < packed->len; length++) {
        put("a", packed->data, length);
        visits seen = walk(path, NULL);
        assert_int_equal(seen.lines->len, 1);
        assert_string_equal(seen.lines->pdata[0], "a!gzip-truncated");
        assert_int_equal(((cfa_error *)seen.errors->pdata[0])->offset, length);
        visits_clear(&seen);
    }
    g_byte_array_unref(packed);
}

static void gzip_that_is_none_is_corrupt(void **state)
{
    (void)state;
    put("a", "\x1F\x8B says it is a page and is not", 31);
    GByteArray *packed = gzip_text(PAGE);
    packed->data[packed->len - 6] ^= 1; /* the checksum */
    put_bytes("b", packed);
    put_text("c", "1");
    expect(folder, "a!gzip-corrupt|b!gzip-corrupt|c=1");
}

static void gzip_of_nothing_is_empty(void **state)
{
    (void)state;
    put_bytes("a", gzip_text(""));
    expect(folder, "a!empty");
}

static void a_gzip_bomb_stops_at_the_ratio_in_little_memory(void **state)
{
    (void)state;
    /* A gigabyte of zeros, packed a thousand to one. */
    GByteArray *bomb = g_byte_array_new();
    g_autofree char *zeros = g_malloc0(16 << 20);
    GByteArray *part = gzip(zeros, 16 << 20);
    for (int i = 0; i < 64; i++)
        g_byte_array_append(bomb, part->data, part->len);
    g_byte_array_unref(part);
    put_bytes("a", bomb);
    put_text("b", "1");
    expect(folder, "a!ratio-exceeded|b=1");
    expect_within(folder, &(cfa_source_limits){.ratio = 100000}, "a!too-large|b=1");
    expect_within(folder, &(cfa_source_limits){.container_bytes = 1000}, "a!too-large|b=1");
#ifndef __SANITIZE_ADDRESS__
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    assert_true(usage.ru_maxrss < 512 * 1024);
#endif
}

/* ---- tar and zip ---- */

static void tar_and_zip_give_their_members_under_their_path(void **state)
{
    (void)state;
    const archive_member members[] = {{.name = "a.html", .bytes = "one", .length = 3},
                                      {.name = "394/b.html", .bytes = "two", .length = 3}};
    put_bytes("1.tar", tar_of_two());
    put_bytes("2.tar.gz", gzip_bytes(tar_of_two()));
    put_bytes("3.zip", pack(TRUE, members, 2));
    expect(folder, "1.tar/a.html=one|1.tar/394/b.html=two|2.tar.gz/a.html=one|2.tar.gz/394/b.html=two|"
                   "3.zip/a.html=one|3.zip/394/b.html=two");
}

static void the_file_on_disk_counts_once_for_all_its_members(void **state)
{
    (void)state;
    GByteArray *packed = gzip_bytes(tar_of_two());
    guint length = packed->len;
    put_bytes("a.tar.gz", packed);
    visits seen = walk(folder, NULL);
    assert_int_equal(seen.bytes_read, length);
    visits_clear(&seen);
}

static void a_tar_in_gzip_in_zip_is_read(void **state)
{
    (void)state;
    put_bytes("a.zip", pack_one(TRUE, "x.tgz", gzip_bytes(tar_of_two())));
    expect(folder, "a.zip/x.tgz/a.html=one|a.zip/x.tgz/394/b.html=two");
}

static void a_zip_in_gzip_is_read(void **state)
{
    (void)state;
    put_bytes("a", gzip_bytes(pack_one(TRUE, "p", gzip_text("1"))));
    expect(folder, "a/p=1");
    expect_within(folder, &(cfa_source_limits){.document_bytes = 10}, "a!too-large");
}

static void containers_nested_too_deep_are_told(void **state)
{
    (void)state;
    GByteArray *packed = gzip_text("1");
    for (int i = 1; i < 4; i++)
        packed = gzip_bytes(packed);
    put("a", packed->data, packed->len);
    put_bytes("b", gzip_bytes(packed));
    expect(folder, "a=1|b!nesting-exceeded");
}

static void names_that_lead_out_of_an_archive_stay_in_it(void **state)
{
    (void)state;
    const archive_member members[] = {{.name = "../../etc/a", .bytes = "1", .length = 1},
                                      {.name = "/abs", .bytes = "2", .length = 1},
                                      {.name = "./b/../c", .bytes = "3", .length = 1},
                                      {.name = ".hidden", .bytes = "4", .length = 1},
                                      {.name = "x/manifest.tsv", .bytes = "5", .length = 1}};
    put_bytes("a.tar", pack(FALSE, members, G_N_ELEMENTS(members)));
    expect(folder, "a.tar/etc/a=1|a.tar/abs=2|a.tar/b/c=3");
}

static void odd_names_in_archives_are_made_valid(void **state)
{
    (void)state;
    const archive_member members[] = {{.name = "a\nb", .bytes = "1", .length = 1},
                                      {.name = "c\xFF", .bytes = "2", .length = 1},
                                      {.name = "\xC3\xA9t\xC3\xA9", .bytes = "3", .length = 1}};
    put_bytes("a.tar", pack(FALSE, members, 3));
    put_bytes("b.zip", pack(TRUE, members, 3));
    expect(folder, "a.tar/a\nb=1|a.tar/c\xEF\xBF\xBD=2|a.tar/\xC3\xA9t\xC3\xA9=3|"
                   "b.zip/a\nb=1|b.zip/c\xEF\xBF\xBD=2|b.zip/\xC3\xA9t\xC3\xA9=3");
}

static void links_devices_and_folders_in_a_tar_are_passed_over(void **state)
{
    (void)state;
    const archive_member members[] = {
        {.name = "d", .type = AE_IFDIR},          {.name = "s", .type = AE_IFLNK, .link = "/etc/passwd"},
        {.name = "p", .bytes = "1", .length = 1}, {.name = "h", .link = "p"},
        {.name = "c", .type = AE_IFCHR},          {.name = "f", .type = AE_IFIFO},
        {.name = "q", .bytes = "2", .length = 1}};
    put_bytes("a.tar", pack(FALSE, members, G_N_ELEMENTS(members)));
    expect(folder, "a.tar/p=1|a.tar/q=2");
}

static void a_truncated_tar_gives_the_members_before_its_end(void **state)
{
    (void)state;
    GByteArray *tar = tar_of_two();
    put("a.tar", tar->data, 512 * 3 + 1);
    GByteArray *whole = gzip(tar->data, 512 * 3 + 1);
    put_bytes("b.tar.gz", whole);
    g_byte_array_unref(tar);
    put_text("c", "1");
    expect(folder,
           "a.tar/a.html=one|a.tar!archive-truncated|b.tar.gz/a.html=one|b.tar.gz!archive-truncated|c=1");
}

static void a_truncated_gzip_around_a_tar_is_told_as_gzip(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(394);
    g_autofree guint8 *noise = g_malloc(300000);
    for (gsize i = 0; i < 300000; i++)
        noise[i] = (guint8)g_rand_int(random);
    const archive_member members[] = {{.name = "a", .bytes = "one", .length = 3},
                                      {.name = "b", .bytes = noise, .length = 300000}};
    GByteArray *packed = gzip_bytes(pack(FALSE, members, 2));
    g_byte_array_set_size(packed, packed->len / 2);
    put_bytes("a.tgz", packed);
    put_text("c", "1");
    expect(folder, "a.tgz/a=one|a.tgz!gzip-truncated|c=1");
}

static void a_damaged_checksum_of_gzip_around_a_tar_is_told(void **state)
{
    (void)state;
    GByteArray *packed = gzip_bytes(tar_of_two());
    packed->data[packed->len - 6] ^= 1;
    put_bytes("a.tgz", packed);
    visits seen = walk(folder, NULL);
    assert_string_equal(seen.lines->pdata[seen.lines->len - 1], "a.tgz!gzip-corrupt");
    visits_clear(&seen);
}

static void a_damaged_tar_is_corrupt(void **state)
{
    (void)state;
    GByteArray *tar = tar_of_two();
    memset(tar->data + 1024, 'x', 512);
    put_bytes("a.tar", tar);
    expect(folder, "a.tar/a.html=one|a.tar!archive-corrupt");
}

static void a_damaged_member_of_a_zip_leaves_the_others(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(394);
    g_autofree char *text = g_malloc(5000);
    for (int i = 0; i < 5000; i++)
        text[i] = (char)g_rand_int_range(random, 'a', 'z');
    const archive_member members[] = {{.name = "a", .bytes = "one", .length = 3},
                                      {.name = "b", .bytes = text, .length = 5000},
                                      {.name = "c", .bytes = "two", .length = 3}};
    GByteArray *zip = pack(TRUE, members, 3);
    for (guint i = 0; i + 6 < zip->len; i++)
        if (memcmp(zip->data + i, "PK\3\4", 4) == 0 && zip->data[i + 30] == 'b')
            memset(zip->data + i + 80, 0xFF, 40);
    put_bytes("a.zip", zip);
    expect(folder, "a.zip/a=one|a.zip/b!archive-corrupt|a.zip/c=two");
}

static void every_truncation_of_a_zip_is_told(void **state)
{
    (void)state;
    const archive_member members[] = {{.name = "a", .bytes = "one", .length = 3},
                                      {.name = "b", .bytes = PAGE, .length = sizeof PAGE - 1}};
    GByteArray *zip = pack(TRUE, members, 2);
    g_autofree char *path = path_of("a.zip");
    for (guint length = 4; length < zip->len; length++) {
        put("a.zip", zip->data, length);
        visits seen = walk(path, NULL);
        assert_true(seen.lines->len >= 1);
        visits_clear(&seen);
    }
    put("a.zip", zip->data, 40);
    visits seen = walk(path, NULL);
    assert_int_equal(seen.errors->len, 1);
    visits_clear(&seen);
    g_byte_array_unref(zip);
}

static void tars_one_after_the_other_are_all_read(void **state)
{
    (void)state;
    GByteArray *both = tar_of_two(), *second = tar_of_two();
    g_byte_array_append(both, second->data, second->len);
    g_byte_array_unref(second);
    put_bytes("a.tar", both);
    visits seen = walk(folder, NULL);
    assert_int_equal(seen.lines->len, 4);
    assert_int_equal(seen.errors->len, 0);
    visits_clear(&seen);
}

static void an_archive_without_documents_is_empty(void **state)
{
    (void)state;
    const archive_member only = {.name = "d", .type = AE_IFDIR};
    put_bytes("a.tar", pack(FALSE, &only, 1));
    put_bytes("b.zip", pack(TRUE, NULL, 0));
    expect(folder, "a.tar!empty|b.zip!empty");
}

static void too_many_entries_are_told(void **state)
{
    (void)state;
    put_bytes("a.tar", tar_of_two());
    put_text("b", "1");
    expect_within(folder, &(cfa_source_limits){.entries = 1}, "a.tar/a.html=one|a.tar!too-many-entries|b=1");
}

static void a_large_member_is_told_and_the_next_is_read(void **state)
{
    (void)state;
    g_autofree char *large = g_strnfill(100000, 'x');
    const archive_member members[] = {{.name = "a", .bytes = large, .length = 100000},
                                      {.name = "b", .bytes = "1", .length = 1}};
    put_bytes("a.tar", pack(FALSE, members, 2));
    put_bytes("b.zip", pack(TRUE, members, 2));
    expect_within(folder, &(cfa_source_limits){.document_bytes = 99999},
                  "a.tar/a!too-large|a.tar/b=1|b.zip/a!too-large|b.zip/b=1");
}

static void a_text_that_is_no_archive_is_a_document(void **state)
{
    (void)state;
    g_autofree char *text = g_strnfill(2048, '0');
    memcpy(text + 257, "ustar in the middle of a text", 29);
    put("a", text, 2048);
    put_text("b", "#mtree\n/set type=file\n");
    put_text("c", "PK is a name");
    expect(folder, "a=2048|b=#mtree\n/set type=file\n|c=PK is a name");
}

static void random_bytes_never_end_the_walk(void **state)
{
    (void)state;
    static const char *const beginnings[] = {"", "\x1F\x8B\x08", "PK\3\4", "PK\5\6"};
    g_autoptr(GRand) random = g_rand_new_with_seed(394);
    g_autofree char *path = path_of("a");
    for (int i = 0; i < 400; i++) {
        guint8 bytes[2048];
        for (gsize j = 0; j < sizeof bytes; j++)
            bytes[j] = (guint8)g_rand_int(random);
        const char *beginning = beginnings[i % 4];
        memcpy(bytes, beginning, strlen(beginning));
        put("a", bytes, (gsize)g_rand_int_range(random, 4, sizeof bytes));
        visits seen = walk(path, NULL);
        assert_true(seen.lines->len >= 1);
        visits_clear(&seen);
    }
}

/* ---- manifests ---- */

static const char *facts_of(const char *path)
{
    visits seen = walk(path, NULL);
    static char country[40];
    g_strlcpy(country, seen.country != NULL ? "known" : "unknown", sizeof country);
    visits_clear(&seen);
    return country;
}

static void a_manifest_beside_a_file_tells_of_it(void **state)
{
    (void)state;
    put_text("manifest.tsv", "file\tcountry\na\tRuritania\nx/b\tGondal\n");
    make_folder("x");
    put_text("a", "1");
    put_text("c", "1");
    g_autofree char *named = path_of("a");
    g_autofree char *unnamed = path_of("c");
    assert_string_equal(facts_of(named), "known");
    assert_string_equal(facts_of(unnamed), "unknown");
    assert_string_equal(facts_of(folder), "known");
}

static void a_manifest_above_tells_of_files_in_folders_and_in_archives(void **state)
{
    (void)state;
    put_text("manifest.tsv", "file\tcountry\nx/b\tGondal\ny.tar/394/b.html\tRuritania\n");
    make_folder("x");
    put_text("x/b", "1");
    assert_string_equal(facts_of(folder), "known");
    g_autofree char *path = path_of("x/b");
    assert_int_equal(g_unlink(path), 0);
    put_bytes("y.tar", tar_of_two());
    assert_string_equal(facts_of(folder), "known");
}

static void a_bad_manifest_is_told_and_the_files_are_read(void **state)
{
    (void)state;
    put_text("manifest.tsv", "no header\n");
    put_text("p", "1");
    expect(folder, "manifest.tsv!manifest-header|p=1");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_plain_file_is_a_document),
        TEST(a_folder_is_read_in_the_order_of_names),
        TEST(hidden_files_and_manifests_are_no_documents),
        TEST(a_missing_path_is_not_found),
        TEST(an_empty_file_is_told_as_empty),
        TEST(a_fifo_is_not_waited_for),
        TEST(a_link_back_to_a_folder_around_is_a_loop),
        TEST(a_link_to_itself_is_a_loop),
        TEST(folders_that_link_to_one_another_are_each_read_once),
        TEST(a_file_without_permission_is_unreadable),
        TEST(names_with_line_ends_or_bad_bytes_are_read),
        TEST(folders_too_deep_are_told),
        TEST(ten_thousand_small_files_are_read),
        TEST(a_visitor_can_end_the_walk),
        TEST(standard_input_is_read_from_a_pipe),
        TEST(a_document_over_its_bound_is_told),
        TEST(gzip_is_known_by_its_bytes_whatever_its_name),
        TEST(gzip_of_two_members_reads_as_one_document),
        TEST(what_follows_a_gzip_stream_is_passed_over),
        TEST(every_truncation_of_gzip_is_told_and_never_a_document),
        TEST(gzip_that_is_none_is_corrupt),
        TEST(gzip_of_nothing_is_empty),
        TEST(a_gzip_bomb_stops_at_the_ratio_in_little_memory),
        TEST(tar_and_zip_give_their_members_under_their_path),
        TEST(the_file_on_disk_counts_once_for_all_its_members),
        TEST(a_tar_in_gzip_in_zip_is_read),
        TEST(a_zip_in_gzip_is_read),
        TEST(containers_nested_too_deep_are_told),
        TEST(names_that_lead_out_of_an_archive_stay_in_it),
        TEST(odd_names_in_archives_are_made_valid),
        TEST(links_devices_and_folders_in_a_tar_are_passed_over),
        TEST(a_truncated_tar_gives_the_members_before_its_end),
        TEST(a_truncated_gzip_around_a_tar_is_told_as_gzip),
        TEST(a_damaged_checksum_of_gzip_around_a_tar_is_told),
        TEST(a_damaged_tar_is_corrupt),
        TEST(a_damaged_member_of_a_zip_leaves_the_others),
        TEST(every_truncation_of_a_zip_is_told),
        TEST(tars_one_after_the_other_are_all_read),
        TEST(an_archive_without_documents_is_empty),
        TEST(too_many_entries_are_told),
        TEST(a_large_member_is_told_and_the_next_is_read),
        TEST(a_text_that_is_no_archive_is_a_document),
        TEST(random_bytes_never_end_the_walk),
        TEST(a_manifest_beside_a_file_tells_of_it),
        TEST(a_manifest_above_tells_of_files_in_folders_and_in_archives),
        TEST(a_bad_manifest_is_told_and_the_files_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
