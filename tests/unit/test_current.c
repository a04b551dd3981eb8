/* The file `current`: what is in service, and what is none of ours. */
#include "current.h"

#include "layout.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define THIS_FORMAT "cfasearch-index 8\n"

static cfa_current *read_text(const char *text, cfa_error *error)
{
    *error = (cfa_error){0};
    support_write(support_folder, "current", text);
    return cfa_current_read(support_folder, error);
}

static void expect_refused(const char *text, const char *code)
{
    cfa_error error;
    if (read_text(text, &error) != NULL)
        fail_msg("\"%s\" is read", text);
    assert_int_equal(error.status, CFA_CORRUPT);
    if (strcmp(error.code, code) != 0)
        fail_msg("\"%s\" is %s, not %s", text, error.code, code);
    assert_true(error.reason[0] != '\0');
}

static void what_is_written_is_read(void **state)
{
    cfa_error error = {0};
    (void)state;
    support_write(support_folder, "gen-000007/vocabulary", "words");
    assert_true(cfa_current_write(support_folder, 7, &error));
    g_autoptr(cfa_current) current = cfa_current_read(support_folder, &error);
    assert_non_null(current);
    assert_int_equal(current->generation, 7);
    assert_int_equal(current->shards->len, 1);
    const cfa_shard *shard = g_ptr_array_index(current->shards, 0);
    g_autofree char *paragraphs = g_build_filename(support_folder, "gen-000007", "paragraphs", NULL);
    g_autofree char *vocabulary = g_build_filename(support_folder, "gen-000007", "vocabulary", NULL);
    assert_string_equal(shard->path, paragraphs);
    assert_null(shard->host);
    assert_string_equal(current->vocabulary, vocabulary);
    assert_null(current->translations); /* which is not there */
}

static void a_generation_has_a_folder_of_its_number(void **state)
{
    static const char *const others[] = {"gen-",    "gen-0", "gen-7x", "gen--7", "gen-99999999999999999999",
                                         "current", ""};
    g_autofree char *name = cfa_generation_name(7);
    (void)state;
    assert_string_equal(name, "gen-000007");
    assert_int_equal(cfa_generation_of(name), 7);
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        assert_int_equal(cfa_generation_of(others[i]), 0);
}

static void writing_leaves_no_other_file(void **state)
{
    (void)state;
    assert_true(cfa_current_write(support_folder, 7, NULL));
    assert_true(cfa_current_write(support_folder, 8, NULL));
    GDir *files = g_dir_open(support_folder, 0, NULL);
    assert_string_equal(g_dir_read_name(files), "current");
    assert_null(g_dir_read_name(files));
    g_dir_close(files);
}

static void remote_shards_have_a_host_and_a_port(void **state)
{
    cfa_error error;
    (void)state;
    g_autoptr(cfa_current) current = read_text(
        THIS_FORMAT "generation 7\nremote 10.0.0.5:3344\nshard gen-000007/paragraphs\nremote [::1]:65535\n",
        &error);
    assert_non_null(current);
    assert_int_equal(current->shards->len, 3);
    const cfa_shard *first = g_ptr_array_index(current->shards, 0);
    const cfa_shard *last = g_ptr_array_index(current->shards, 2);
    assert_string_equal(first->host, "10.0.0.5");
    assert_int_equal(first->port, 3344);
    assert_null(first->path);
    assert_string_equal(last->host, "[::1]");
    assert_int_equal(last->port, 65535);
}

static void a_newer_format_says_so(void **state)
{
    g_autofree char *text = g_strdup_printf("cfasearch-index %d\nwhatever it holds\n", CFA_LAYOUT_FORMAT + 1);
    (void)state;
    expect_refused(text, "format-newer");
    g_autofree char *kept = support_read(support_folder, "current");
    assert_string_equal(kept, text);
}

/* The first format has no older one. */
static void an_older_format_says_how_to_rebuild(void **state)
{
    (void)state;
    for (int format = 1; format < CFA_LAYOUT_FORMAT; format++) {
        g_autofree char *text =
            g_strdup_printf("cfasearch-index %d\ngeneration 7\nshard gen-000007/paragraphs\n", format);
        cfa_error error;
        expect_refused(text, "format-older");
        assert_null(read_text(text, &error));
        assert_non_null(strstr(error.reason, "cfa-index build"));
    }
}

static void junk_is_corrupt(void **state)
{
    static const char *const junk[] = {
        "",
        "\n",
        "hello\n",
        "cfasearch-index\n",
        "cfasearch-index x\n",
        "cfasearch-index -1\n",
        "cfasearch-index 0\n",
        THIS_FORMAT,
        THIS_FORMAT "generation 7\n",
        THIS_FORMAT "shard gen-000007/paragraphs\n",
        THIS_FORMAT "generation 0\nshard gen-000007/paragraphs\n",
        THIS_FORMAT "generation -7\nshard gen-000007/paragraphs\n",
        THIS_FORMAT "generation 7x\nshard gen-000007/paragraphs\n",
        THIS_FORMAT "generation 99999999999999999999\nshard gen-000007/paragraphs\n",
        THIS_FORMAT "generation 5\nshard gen-000007/paragraphs\n",
        THIS_FORMAT "generation 7\nshard gen-000007/paragraphs\nvocabulary gen-000003/vocabulary\n",
        THIS_FORMAT "generation 7\nshards gen-000007/paragraphs\n",
        THIS_FORMAT "generation 7\nshard gen-000007/paragraphs\nnonsense\n",
        THIS_FORMAT "generation 7\nshard gen-000007/\xFF\n",
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(junk); i++)
        expect_refused(junk[i], "index-corrupt");
}

static void no_path_leads_out_of_the_index(void **state)
{
    static const char *const paths[] = {"",     "..",  "../other", "gen-000007/../../other", "gen-000007/..",
                                        "/etc", "a//b"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autofree char *text = g_strdup_printf(THIS_FORMAT "generation 7\nshard %s\n", paths[i]);
        expect_refused(text, "index-corrupt");
    }
}

static void remote_lines_without_host_or_port_are_corrupt(void **state)
{
    static const char *const addresses[] = {
        "", "host", ":3344", "host:", "host:0", "host:65536", "host:33x", "host:-1"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(addresses); i++) {
        g_autofree char *text = g_strdup_printf(THIS_FORMAT "generation 7\nremote %s\n", addresses[i]);
        expect_refused(text, "index-corrupt");
    }
}

static void bytes_behind_a_zero_are_not_passed_over(void **state)
{
    static const char text[] = THIS_FORMAT "generation 7\nshard gen-000007/paragraphs\n\0junk";
    g_autofree char *path = g_build_filename(support_folder, "current", NULL);
    cfa_error error = {0};
    (void)state;
    assert_true(g_file_set_contents(path, text, sizeof text - 1, NULL));
    assert_null(cfa_current_read(support_folder, &error));
    assert_string_equal(error.code, "index-corrupt");
}

static void an_absent_index_is_told_with_its_folder(void **state)
{
    g_autofree char *nowhere = g_build_filename(support_folder, "nowhere", NULL);
    g_autofree char *file = g_build_filename(support_folder, "file", NULL);
    cfa_error error = {0};
    (void)state;
    assert_null(cfa_current_read(nowhere, &error));
    assert_int_equal(error.status, CFA_UNAVAILABLE);
    assert_string_equal(error.code, "no-index");
    assert_non_null(strstr(error.reason, nowhere));
    support_write(support_folder, "file", "not a folder");
    error = (cfa_error){0};
    assert_null(cfa_current_read(file, &error));
    assert_string_equal(error.code, "no-index");
}

static void a_current_that_is_no_file_is_unreadable(void **state)
{
    g_autofree char *path = g_build_filename(support_folder, "current", NULL);
    cfa_error error = {0};
    (void)state;
    assert_int_equal(g_mkdir(path, 0755), 0);
    assert_null(cfa_current_read(support_folder, &error));
    assert_int_equal(error.status, CFA_IO);
    assert_string_equal(error.code, "unreadable");
}

static void writing_where_no_folder_is_fails(void **state)
{
    g_autofree char *nowhere = g_build_filename(support_folder, "nowhere", NULL);
    cfa_error error = {0};
    (void)state;
    assert_false(cfa_current_write(nowhere, 7, &error));
    assert_int_equal(error.status, CFA_IO);
}

/* As a device that fails once would have it. */
static void a_part_that_cannot_be_looked_at_is_not_left_out(void **state)
{
    cfa_error error = {0};
    g_autofree char *columns = g_build_filename(support_folder, "gen-000007", "columns", NULL);
    (void)state;
    support_write(support_folder, "gen-000007/vocabulary", "words");
    assert_int_equal(symlink("columns", columns), 0); /* it leads to itself */
    assert_false(cfa_current_write(support_folder, 7, &error));
    assert_int_equal(error.status, CFA_IO);
    assert_non_null(strstr(error.reason, columns));
}

static void the_index_is_named_by_the_environment(void **state)
{
    (void)state;
    g_setenv("CFA_INDEX", "/srv/library", TRUE);
    g_autofree char *named = cfa_current_default_index();
    assert_string_equal(named, "/srv/library");
    g_setenv("CFA_INDEX", "", TRUE);
    g_autofree char *unnamed = cfa_current_default_index();
    assert_true(g_str_has_suffix(unnamed, "/cfasearch/index"));
    g_unsetenv("CFA_INDEX");
}

static void expect_folders(const char *index, const char *first, const char *second)
{
    g_auto(GStrv) folders = cfa_current_folders(index);
    assert_string_equal(folders[0], first);
    if (second == NULL)
        assert_null(folders[1]);
    else
        assert_string_equal(folders[1], second);
    assert_true(second == NULL || folders[2] == NULL);
}

static void an_index_is_read_from_its_folder_and_those_it_links_to(void **state)
{
    g_autofree char *link = g_build_filename(support_folder, "third", NULL);
    g_autofree char *nowhere = g_build_filename(support_folder, "nowhere", "index", NULL);
    (void)state;
    expect_folders(support_folder, support_folder, NULL);
    expect_folders(nowhere, support_folder, NULL);
    assert_int_equal(symlink("/", link), 0);
    expect_folders(support_folder, support_folder, link);
}

static void an_index_that_is_nowhere_is_read_from_where_it_would_be(void **state)
{
    (void)state;
    expect_folders("nowhere", ".", NULL);
    expect_folders("/nowhere/at/all", "/", NULL);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, support_make_folder, support_remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(what_is_written_is_read),
        IN_FOLDER(a_generation_has_a_folder_of_its_number),
        IN_FOLDER(writing_leaves_no_other_file),
        IN_FOLDER(remote_shards_have_a_host_and_a_port),
        IN_FOLDER(a_newer_format_says_so),
        IN_FOLDER(an_older_format_says_how_to_rebuild),
        IN_FOLDER(junk_is_corrupt),
        IN_FOLDER(no_path_leads_out_of_the_index),
        IN_FOLDER(remote_lines_without_host_or_port_are_corrupt),
        IN_FOLDER(bytes_behind_a_zero_are_not_passed_over),
        IN_FOLDER(an_absent_index_is_told_with_its_folder),
        IN_FOLDER(a_current_that_is_no_file_is_unreadable),
        IN_FOLDER(a_part_that_cannot_be_looked_at_is_not_left_out),
        IN_FOLDER(writing_where_no_folder_is_fails),
        IN_FOLDER(an_index_is_read_from_its_folder_and_those_it_links_to),
        cmocka_unit_test(an_index_that_is_nowhere_is_read_from_where_it_would_be),
        cmocka_unit_test(the_index_is_named_by_the_environment),
    };
    return cmocka_run_group_tests_name("current", tests, NULL, NULL);
}
