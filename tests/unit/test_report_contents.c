/* The contents of a report: its case texts in order of paragraphs, and the reports on either side of it. */
#include "report_contents.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_index *reports;

static void add_text(GPtrArray *texts, guint report, cfa_language language, guint case_number, guint first)
{
    cfa_case_text *text = support_text_new(report, language, report != 0 ? "1979-05" : "");
    support_add_case(text, case_number, "Ruritania", CFA_CASE_CLOSED);
    support_add_paragraph(text, first, CFA_SECTION_OTHER, "The porters complain.", NULL);
    support_add_paragraph(text, first + 1, CFA_SECTION_CONCLUSIONS, "The Committee notes it.", NULL);
    g_ptr_array_add(texts, text);
}

/* Reports 9, 100 and 127, of which a text has no date; the second has a text at 9 in two languages, and
 * others at 120 and 30. */
static int open_reports(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    add_text(texts, 127, CFA_ENGLISH, 9901, 1);
    add_text(texts, 100, CFA_ENGLISH, 9902, 120);
    add_text(texts, 100, CFA_ENGLISH, 9903, 9);
    add_text(texts, 100, CFA_FRENCH, 9903, 9);
    add_text(texts, 100, CFA_SPANISH, 9904, 30);
    add_text(texts, 9, CFA_ENGLISH, 9905, 1);
    add_text(texts, 0, CFA_ENGLISH, 9906, 1);
    ((cfa_case_text *)g_ptr_array_index(texts, 6))->text_id = g_strdup("7654321");
    add_text(texts, 127, CFA_ENGLISH, 9907, 40);
    ((cfa_case_text *)g_ptr_array_index(texts, 7))->report_date = (cfa_date){0};
    reports = support_index_new((cfa_case_text *const *)texts->pdata, texts->len);
    return 0;
}

static int close_reports(void **state)
{
    (void)state;
    support_index_free(reports);
    return 0;
}

static cfa_report_contents *read_report(const char *id, cfa_language preferred)
{
    cfa_error error = {0};
    cfa_report_contents *contents = cfa_report_contents_read(reports, id, preferred, &error);
    if (contents == NULL)
        fail_msg("%s: %s", id, error.reason);
    return contents;
}

static void expect_texts(const cfa_report_contents *contents, const char *expected)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    for (guint i = 0; i < contents->case_texts->len; i++)
        g_string_append_printf(
            ids, "%s%s", i > 0 ? " " : "",
            ((const cfa_text_found *)g_ptr_array_index(contents->case_texts, i))->record->case_text_id);
    assert_string_equal(ids->str, expected);
}

static void case_texts_stand_in_order_of_paragraphs_each_once(void **state)
{
    (void)state;
    g_autoptr(cfa_report_contents) english = read_report("100", CFA_ENGLISH);
    expect_texts(english, "100/9-10/en 100/30-31/es 100/120-121/en");
    g_autoptr(cfa_report_contents) french = read_report("100", CFA_FRENCH);
    expect_texts(french, "100/9-10/fr 100/30-31/es 100/120-121/en");
}

static void a_report_is_counted(void **state)
{
    (void)state;
    g_autoptr(cfa_report_contents) contents = read_report("100", CFA_ENGLISH);
    assert_int_equal(contents->report, 100);
    assert_int_equal(contents->date.year, 1979);
    assert_int_equal(contents->total, 3);
    assert_int_equal(contents->paragraphs, 6);
    assert_int_equal(contents->languages, CFA_EVERY_LANGUAGE);
}

static void neighbours_are_the_nearest_numbers_of_the_index(void **state)
{
    (void)state;
    g_autoptr(cfa_report_contents) middle = read_report("100", CFA_ENGLISH);
    assert_int_equal(middle->previous, 9);
    assert_int_equal(middle->next, 127);
    g_autoptr(cfa_report_contents) first = read_report("9", CFA_ENGLISH);
    assert_int_equal(first->previous, 0);
    assert_int_equal(first->next, 100);
    g_autoptr(cfa_report_contents) last = read_report("127", CFA_ENGLISH);
    assert_int_equal(last->previous, 100);
    assert_int_equal(last->next, 0);
}

static void the_latest_report_is_that_of_the_highest_number_with_its_date(void **state)
{
    (void)state;
    cfa_error error = {0};
    guint report;
    cfa_date date;
    assert_true(cfa_report_latest(reports, &report, &date, &error));
    assert_int_equal(report, 127);
    assert_int_equal(date.year, 1979);
    assert_int_equal(date.month, 5);
}

static void without_a_numbered_report_there_is_no_latest(void **state)
{
    (void)state;
    cfa_error error = {0};
    guint report;
    cfa_date date;
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    add_text(texts, 0, CFA_ENGLISH, 9906, 1);
    ((cfa_case_text *)g_ptr_array_index(texts, 0))->text_id = g_strdup("7654321");
    cfa_index *unnumbered = support_index_new((cfa_case_text *const *)texts->pdata, texts->len);
    assert_true(cfa_report_latest(unnumbered, &report, &date, &error));
    assert_int_equal(report, 0);
    support_index_free(unnumbered);
}

static void what_stands_for_an_unknown_report_has_contents_and_no_neighbours(void **state)
{
    (void)state;
    g_autoptr(cfa_report_contents) contents = read_report("n7654321", CFA_ENGLISH);
    expect_texts(contents, "n7654321/1-2/en");
    assert_int_equal(contents->report, 0);
    assert_int_equal(contents->date.year, 0);
    assert_int_equal(contents->previous + contents->next, 0);
}

static void expect_refused(const char *id, cfa_status status, const char *code)
{
    cfa_error error = {0};
    if (cfa_report_contents_read(reports, id, CFA_ENGLISH, &error) != NULL)
        fail_msg("\"%s\" is read", id);
    assert_int_equal(error.status, status);
    assert_string_equal(error.code, code);
}

static void rubbish_is_a_usage(void **state)
{
    static const char *const ids[] = {"",  "0",   "x",    "100/9",   "100/", "-100", "100 ",
                                      "n", "s12", "\xFF", "9999999", "0100", "nx",   "100\n"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
        expect_refused(ids[i], CFA_USAGE, "bad-report");
}

static void a_report_that_the_index_lacks_is_not_found(void **state)
{
    static const char *const ids[] = {"10", "128", "n1", "s0a1b2c3d"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
        expect_refused(ids[i], CFA_NOT_FOUND, "no-such-report");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_texts_stand_in_order_of_paragraphs_each_once),
        cmocka_unit_test(a_report_is_counted),
        cmocka_unit_test(neighbours_are_the_nearest_numbers_of_the_index),
        cmocka_unit_test(the_latest_report_is_that_of_the_highest_number_with_its_date),
        cmocka_unit_test(without_a_numbered_report_there_is_no_latest),
        cmocka_unit_test(what_stands_for_an_unknown_report_has_contents_and_no_neighbours),
        cmocka_unit_test(rubbish_is_a_usage),
        cmocka_unit_test(a_report_that_the_index_lacks_is_not_found),
    };
    return cmocka_run_group_tests_name("report_contents", tests, open_reports, close_reports);
}
