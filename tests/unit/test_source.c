/* Sources: every kind of file, folder and container gives its documents under their names. */
#include "source.h"

#include "source_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <archive_entry.h>
#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- files and folders ---- */

static void a_plain_file_is_a_document(void **state)
{
    (void)state;
    source_put_text("p1.html", SOURCE_PAGE);
    g_autofree char *path = source_path_of("p1.html");
    source_visits seen = source_walk(path, NULL);
    assert_int_equal(seen.lines->len, 1);
    assert_int_equal(seen.bytes_read, strlen(SOURCE_PAGE));
    source_visits_clear(&seen);
}

static void a_folder_is_read_in_the_order_of_names(void **state)
{
    (void)state;
    source_make_folder("b");
    source_put_text("c", "3");
    source_put_text("a", "1");
    source_put_text("b/x", "2");
    source_expect(support_folder, "a=1|b/x=2|c=3");
}

static void hidden_files_and_manifests_are_no_documents(void **state)
{
    (void)state;
    source_make_folder(".git");
    source_put_text(".git/config", "x");
    source_put_text(".hidden", "x");
    source_put_text("manifest.tsv", "file\n");
    source_put_text("p", "1");
    source_expect(support_folder, "p=1");
}

static void a_missing_path_is_not_found(void **state)
{
    (void)state;
    g_autofree char *path = source_path_of("none");
    source_expect(path, "none!not-found");
}

static void an_empty_file_is_told_as_empty(void **state)
{
    (void)state;
    source_put_text("a", "");
    source_put_text("b", "1");
    source_expect(support_folder, "a!empty|b=1");
}

static void a_fifo_is_not_waited_for(void **state)
{
    (void)state;
    g_autofree char *path = source_path_of("a");
    assert_int_equal(mkfifo(path, 0644), 0);
    source_put_text("b", "1");
    source_expect(support_folder, "a!not-a-file|b=1");
    source_expect(path, "a!not-a-file");
}

static void a_link_back_to_a_folder_around_is_a_loop(void **state)
{
    (void)state;
    source_make_folder("a");
    g_autofree char *link = source_path_of("a/back");
    assert_int_equal(symlink("..", link), 0);
    source_put_text("z", "1");
    source_expect(support_folder, "a/back!folder-loop|z=1");
}

static void a_link_to_itself_is_a_loop(void **state)
{
    (void)state;
    g_autofree char *link = source_path_of("a");
    assert_int_equal(symlink("a", link), 0);
    source_put_text("z", "1");
    source_expect(support_folder, "a!folder-loop|z=1");
}

static void folders_that_link_to_one_another_are_each_read_once(void **state)
{
    (void)state;
    for (int i = 0; i < 30; i++) {
        g_autofree char *name = g_strdup_printf("d%02d", i);
        source_make_folder(name);
        for (int j = 0; j < 2; j++) {
            g_autofree char *target = g_strdup_printf("../d%02d", i + 1);
            g_autofree char *link = g_strdup_printf("%s/d%02d/l%d", support_folder, i, j);
            assert_int_equal(symlink(target, link), 0);
        }
    }
    source_make_folder("d30");
    source_put_text("d30/p", "1");
    source_visits seen = source_walk(support_folder, NULL);
    assert_int_equal(seen.lines->len, 1);
    source_visits_clear(&seen);
}

static void names_with_line_ends_or_bad_bytes_are_read(void **state)
{
    (void)state;
    source_put_text("a\nb", "1");
    source_put_text("c\xFF", "2");
    source_expect(support_folder, "a\nb=1|c\xEF\xBF\xBD=2");
}

static void ten_thousand_small_files_are_read(void **state)
{
    (void)state;
    for (int i = 0; i < 10000; i++) {
        g_autofree char *name = g_strdup_printf("%05d", i);
        g_autofree char *path = source_path_of(name);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs("1", file);
        fclose(file);
    }
    source_visits seen = source_walk(support_folder, NULL);
    assert_int_equal(seen.lines->len, 10000);
    source_visits_clear(&seen);
}

static void a_visitor_can_end_the_walk(void **state)
{
    (void)state;
    source_put_text("a", "1");
    source_put_text("b", "2");
    source_visits seen = {.lines = g_ptr_array_new_with_free_func(g_free),
                          .errors = g_ptr_array_new_with_free_func(g_free),
                          .stop_after = 1};
    const char *const paths[] = {support_folder, NULL};
    assert_false(cfa_source_read(paths, NULL, NULL, source_note, NULL, &seen));
    assert_int_equal(seen.lines->len, 1);
    source_visits_clear(&seen);
}

static void standard_input_is_read_from_a_pipe(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    GByteArray *packed = source_gzip_bytes(source_tar_of_two());
    assert_int_equal(write(ends[1], packed->data, packed->len), (gssize)packed->len);
    close(ends[1]);
    int saved = dup(STDIN_FILENO);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    source_visits seen = source_walk("-", NULL);
    dup2(saved, STDIN_FILENO);
    close(saved);
    close(ends[0]);
    assert_int_equal(seen.lines->len, 2);
    assert_string_equal(seen.lines->pdata[1], "-/394/b.html=two");
    assert_int_equal(seen.bytes_read, packed->len);
    g_byte_array_unref(packed);
    source_visits_clear(&seen);
}

/* ---- gzip ---- */

static void gzip_is_known_by_its_bytes_whatever_its_name(void **state)
{
    (void)state;
    source_put_bytes("page.html", source_gzip_text("1"));
    source_put_text("page.html.gz", "2");
    source_expect(support_folder, "page.html=1|page.html.gz=2");
}

static void gzip_of_two_members_reads_as_one_document(void **state)
{
    (void)state;
    GByteArray *packed = source_gzip_text("one ");
    GByteArray *second = source_gzip_text("two");
    g_byte_array_append(packed, second->data, second->len);
    g_byte_array_unref(second);
    source_put_bytes("a", packed);
    source_expect(support_folder, "a=one two");
}

static void what_follows_a_gzip_stream_is_passed_over(void **state)
{
    (void)state;
    GByteArray *packed = source_gzip_text("one");
    g_byte_array_append(packed, (const guint8 *)"\0\0\0rubbish", 10);
    source_put_bytes("a", packed);
    packed = source_gzip_text("two");
    g_byte_array_append(packed, (const guint8 *)"\x1F", 1);
    source_put_bytes("b", packed);
    source_expect(support_folder, "a=one|b=two");
}

static void gzip_of_nothing_is_empty(void **state)
{
    (void)state;
    source_put_bytes("a", source_gzip_text(""));
    source_expect(support_folder, "a!empty");
}

/* ---- tar and zip ---- */

static void tar_and_zip_give_their_members_under_their_path(void **state)
{
    (void)state;
    const source_member members[] = {{.name = "a.html", .bytes = "one", .length = 3},
                                     {.name = "394/b.html", .bytes = "two", .length = 3}};
    source_put_bytes("1.tar", source_tar_of_two());
    source_put_bytes("2.tar.gz", source_gzip_bytes(source_tar_of_two()));
    source_put_bytes("3.zip", source_pack(TRUE, members, 2));
    source_expect(support_folder,
                  "1.tar/a.html=one|1.tar/394/b.html=two|2.tar.gz/a.html=one|2.tar.gz/394/b.html=two|"
                  "3.zip/a.html=one|3.zip/394/b.html=two");
}

static void the_file_on_disk_counts_once_for_all_its_members(void **state)
{
    (void)state;
    GByteArray *packed = source_gzip_bytes(source_tar_of_two());
    guint length = packed->len;
    source_put_bytes("a.tar.gz", packed);
    source_visits seen = source_walk(support_folder, NULL);
    assert_int_equal(seen.bytes_read, length);
    source_visits_clear(&seen);
}

static void a_tar_in_gzip_in_zip_is_read(void **state)
{
    (void)state;
    source_put_bytes("a.zip", source_pack_one(TRUE, "x.tgz", source_gzip_bytes(source_tar_of_two())));
    source_expect(support_folder, "a.zip/x.tgz/a.html=one|a.zip/x.tgz/394/b.html=two");
}

static void a_zip_in_gzip_is_read(void **state)
{
    (void)state;
    source_put_bytes("a", source_gzip_bytes(source_pack_one(TRUE, "p", source_gzip_text("1"))));
    source_expect(support_folder, "a/p=1");
    source_expect_within(support_folder, &(cfa_source_limits){.document_bytes = 10}, "a!too-large");
}

static void names_that_lead_out_of_an_archive_stay_in_it(void **state)
{
    (void)state;
    const source_member members[] = {{.name = "../../etc/a", .bytes = "1", .length = 1},
                                     {.name = "/abs", .bytes = "2", .length = 1},
                                     {.name = "./b/../c", .bytes = "3", .length = 1},
                                     {.name = ".hidden", .bytes = "4", .length = 1},
                                     {.name = "x/manifest.tsv", .bytes = "5", .length = 1}};
    source_put_bytes("a.tar", source_pack(FALSE, members, G_N_ELEMENTS(members)));
    source_expect(support_folder, "a.tar/etc/a=1|a.tar/abs=2|a.tar/b/c=3");
}

static void odd_names_in_archives_are_made_valid(void **state)
{
    (void)state;
    const source_member members[] = {{.name = "a\nb", .bytes = "1", .length = 1},
                                     {.name = "c\xFF", .bytes = "2", .length = 1},
                                     {.name = "\xC3\xA9t\xC3\xA9", .bytes = "3", .length = 1}};
    source_put_bytes("a.tar", source_pack(FALSE, members, 3));
    source_put_bytes("b.zip", source_pack(TRUE, members, 3));
    source_expect(support_folder, "a.tar/a\nb=1|a.tar/c\xEF\xBF\xBD=2|a.tar/\xC3\xA9t\xC3\xA9=3|"
                                  "b.zip/a\nb=1|b.zip/c\xEF\xBF\xBD=2|b.zip/\xC3\xA9t\xC3\xA9=3");
}

static void links_devices_and_folders_in_a_tar_are_passed_over(void **state)
{
    (void)state;
    const source_member members[] = {
        {.name = "d", .type = AE_IFDIR},          {.name = "s", .type = AE_IFLNK, .link = "/etc/passwd"},
        {.name = "p", .bytes = "1", .length = 1}, {.name = "h", .link = "p"},
        {.name = "c", .type = AE_IFCHR},          {.name = "f", .type = AE_IFIFO},
        {.name = "q", .bytes = "2", .length = 1}};
    source_put_bytes("a.tar", source_pack(FALSE, members, G_N_ELEMENTS(members)));
    source_expect(support_folder, "a.tar/p=1|a.tar/q=2");
}

static void tars_one_after_the_other_are_all_read(void **state)
{
    (void)state;
    GByteArray *both = source_tar_of_two(), *second = source_tar_of_two();
    g_byte_array_append(both, second->data, second->len);
    g_byte_array_unref(second);
    source_put_bytes("a.tar", both);
    source_visits seen = source_walk(support_folder, NULL);
    assert_int_equal(seen.lines->len, 4);
    assert_int_equal(seen.errors->len, 0);
    source_visits_clear(&seen);
}

static void an_archive_without_documents_is_empty(void **state)
{
    (void)state;
    const source_member only = {.name = "d", .type = AE_IFDIR};
    source_put_bytes("a.tar", source_pack(FALSE, &only, 1));
    source_put_bytes("b.zip", source_pack(TRUE, NULL, 0));
    source_expect(support_folder, "a.tar!empty|b.zip!empty");
}

static void a_text_that_is_no_archive_is_a_document(void **state)
{
    (void)state;
    g_autofree char *text = g_strnfill(2048, '0');
    memcpy(text + 257, "ustar in the middle of a text", 29);
    source_put("a", text, 2048);
    source_put_text("b", "#mtree\n/set type=file\n");
    source_put_text("c", "PK is a name");
    source_expect(support_folder, "a=2048|b=#mtree\n/set type=file\n|c=PK is a name");
}

/* ---- manifests ---- */

static const char *facts_of(const char *path)
{
    source_visits seen = source_walk(path, NULL);
    static char country[40];
    g_strlcpy(country, seen.country != NULL ? "known" : "unknown", sizeof country);
    source_visits_clear(&seen);
    return country;
}

static void a_manifest_beside_a_file_tells_of_it(void **state)
{
    (void)state;
    source_put_text("manifest.tsv", "file\tcountry\na\tRuritania\nx/b\tGondal\n");
    source_make_folder("x");
    source_put_text("a", "1");
    source_put_text("c", "1");
    g_autofree char *named = source_path_of("a");
    g_autofree char *unnamed = source_path_of("c");
    assert_string_equal(facts_of(named), "known");
    assert_string_equal(facts_of(unnamed), "unknown");
    assert_string_equal(facts_of(support_folder), "known");
}

static void a_manifest_above_tells_of_files_in_folders_and_in_archives(void **state)
{
    (void)state;
    source_put_text("manifest.tsv", "file\tcountry\nx/b\tGondal\ny.tar/394/b.html\tRuritania\n");
    source_make_folder("x");
    source_put_text("x/b", "1");
    assert_string_equal(facts_of(support_folder), "known");
    g_autofree char *path = source_path_of("x/b");
    assert_int_equal(g_unlink(path), 0);
    source_put_bytes("y.tar", source_tar_of_two());
    assert_string_equal(facts_of(support_folder), "known");
}

static void a_bad_manifest_is_told_and_the_files_are_read(void **state)
{
    (void)state;
    source_put_text("manifest.tsv", "no header\n");
    source_put_text("p", "1");
    source_expect(support_folder, "manifest.tsv!manifest-header|p=1");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, support_make_folder, support_remove_folder)
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
        TEST(names_with_line_ends_or_bad_bytes_are_read),
        TEST(ten_thousand_small_files_are_read),
        TEST(a_visitor_can_end_the_walk),
        TEST(standard_input_is_read_from_a_pipe),
        TEST(gzip_is_known_by_its_bytes_whatever_its_name),
        TEST(gzip_of_two_members_reads_as_one_document),
        TEST(what_follows_a_gzip_stream_is_passed_over),
        TEST(gzip_of_nothing_is_empty),
        TEST(tar_and_zip_give_their_members_under_their_path),
        TEST(the_file_on_disk_counts_once_for_all_its_members),
        TEST(a_tar_in_gzip_in_zip_is_read),
        TEST(a_zip_in_gzip_is_read),
        TEST(names_that_lead_out_of_an_archive_stay_in_it),
        TEST(odd_names_in_archives_are_made_valid),
        TEST(links_devices_and_folders_in_a_tar_are_passed_over),
        TEST(tars_one_after_the_other_are_all_read),
        TEST(an_archive_without_documents_is_empty),
        TEST(a_text_that_is_no_archive_is_a_document),
        TEST(a_manifest_beside_a_file_tells_of_it),
        TEST(a_manifest_above_tells_of_files_in_folders_and_in_archives),
        TEST(a_bad_manifest_is_told_and_the_files_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
