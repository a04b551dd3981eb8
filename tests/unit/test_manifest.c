/* Manifests: a table of facts, read as far as its cells are what their columns say. */
#include "manifest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *path;

static int set_up(void **state)
{
    (void)state;
    int descriptor = g_file_open_tmp("cfa-manifest-XXXXXX", &path, NULL);
    if (descriptor < 0)
        return 1;
    close(descriptor);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    g_unlink(path);
    g_clear_pointer(&path, g_free);
    return 0;
}

static cfa_manifest *read_text(const char *text)
{
    assert_true(g_file_set_contents(path, text, -1, NULL));
    cfa_error error = {0};
    cfa_manifest *manifest = cfa_manifest_read(path, &error);
    if (manifest == NULL)
        fail_msg("%s: %s", error.code, error.reason);
    return manifest;
}

static void expect_error(const char *file, const char *code)
{
    cfa_error error = {0};
    assert_null(cfa_manifest_read(file, &error));
    assert_string_equal(error.code, code);
}

static void every_column_is_read(void **state)
{
    (void)state;
    cfa_manifest *manifest =
        read_text("file\ttext_id\treport\treport_date\tcase\tcountry\tlang\turl\n"
                  "a.html.gz\t9000001\t394\t2021-03\t9901\tC\u00F4te de Gondal\tFR\thttps://a.example/1\n");
    const cfa_manifest_row *row = cfa_manifest_find(manifest, "a.html.gz");
    assert_non_null(row);
    assert_string_equal(row->text_id, "9000001");
    assert_int_equal(row->report, 394);
    assert_int_equal(row->report_date.year, 2021);
    assert_int_equal(row->report_date.month, 3);
    assert_int_equal(row->case_number, 9901);
    assert_string_equal(row->country, "C\u00F4te de Gondal");
    assert_int_equal(row->language, CFA_FRENCH);
    assert_string_equal(row->url, "https://a.example/1");
    cfa_manifest_free(manifest);
}

static void columns_come_in_any_order_and_strange_ones_are_passed_over(void **state)
{
    (void)state;
    cfa_manifest *manifest = read_text("\xEF\xBB\xBFnote\tReport\tFILE\r\nx\t12\t./d/a\r\ny\t13\tb\r\n");
    assert_int_equal(cfa_manifest_find(manifest, "d/a")->report, 12);
    assert_int_equal(cfa_manifest_find(manifest, "b")->report, 13);
    assert_null(cfa_manifest_find(manifest, "a"));
    cfa_manifest_free(manifest);
}

static void a_cell_that_is_no_value_of_its_column_is_unknown(void **state)
{
    (void)state;
    cfa_manifest *manifest = read_text("file\ttext_id\treport\treport_date\tcase\tcountry\tlang\turl\n"
                                       "a\tx1\t-3\t2021-13\t12x\t\tde\tjavascript:"
                                       "x\nshort\n\nb\t\t0\t\t99999999999999999999\t\t\t\tmore\tcells\n");
    for (const char *name = "a"; name != NULL; name = strcmp(name, "a") == 0 ? "b" : NULL) {
        const cfa_manifest_row *row = cfa_manifest_find(manifest, name);
        assert_non_null(row);
        assert_null(row->text_id);
        assert_int_equal(row->report, 0);
        assert_int_equal(row->report_date.year, 0);
        assert_int_equal(row->case_number, 0);
        assert_null(row->country);
        assert_int_equal(row->language, CFA_LANGUAGE_UNKNOWN);
        assert_null(row->url);
    }
    assert_non_null(cfa_manifest_find(manifest, "short"));
    cfa_manifest_free(manifest);
}

static void the_first_row_of_a_file_counts(void **state)
{
    (void)state;
    cfa_manifest *manifest = read_text("file\treport\na\t1\na\t2\n");
    assert_int_equal(cfa_manifest_find(manifest, "a")->report, 1);
    cfa_manifest_free(manifest);
}

static void bytes_of_a_western_code_page_are_letters(void **state)
{
    (void)state;
    cfa_manifest *manifest = read_text("file\tcountry\na\xE9\tP\xE9rou\n");
    assert_string_equal(cfa_manifest_find(manifest, "a\u00E9")->country, "P\u00E9rou");
    cfa_manifest_free(manifest);
}

static void what_is_no_manifest_is_refused(void **state)
{
    (void)state;
    assert_true(g_file_set_contents(path, "", -1, NULL));
    expect_error(path, "empty");
    assert_true(g_file_set_contents(path, "name\treport\na\t1\n", -1, NULL));
    expect_error(path, "manifest-header");
    expect_error("/", "manifest-unreadable");
    expect_error("/nowhere/manifest.tsv", "manifest-unreadable");
    expect_error("/proc/self/mem", "manifest-unreadable"); /* it opens, and fails when it is read */
    expect_error("/proc/self/status", "changed");          /* it is longer than it said */
}

static void too_many_rows_are_refused(void **state)
{
    (void)state;
    GString *text = g_string_new("file\n");
    for (int i = 0; i <= 1000000; i++)
        g_string_append_printf(text, "%d\n", i);
    assert_true(g_file_set_contents(path, text->str, (gssize)text->len, NULL));
    g_string_free(text, TRUE);
    expect_error(path, "too-large");
}

static void a_manifest_over_its_bound_is_refused_unread(void **state)
{
    (void)state;
    assert_int_equal(truncate(path, (64l << 20) + 1), 0);
    expect_error(path, "too-large");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_column_is_read),
        TEST(columns_come_in_any_order_and_strange_ones_are_passed_over),
        TEST(a_cell_that_is_no_value_of_its_column_is_unknown),
        TEST(the_first_row_of_a_file_counts),
        TEST(bytes_of_a_western_code_page_are_letters),
        TEST(what_is_no_manifest_is_refused),
        TEST(too_many_rows_are_refused),
        TEST(a_manifest_over_its_bound_is_refused_unread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
