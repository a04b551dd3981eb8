/* An error tells what it is about, in whole characters and within its room. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "error.h"

static void an_error_is_about_nothing_until_it_is_said(void **state)
{
    (void)state;
    cfa_error error = {0};
    cfa_error_set(&error, CFA_USAGE, "bad-value", -1, "sort cannot be up");
    assert_string_equal(error.field, "");
    assert_string_equal(error.subject, "");
    assert_false(cfa_error_about(&error, "sort", "up"));
    assert_string_equal(error.field, "sort");
    assert_string_equal(error.subject, "up");
    cfa_error_set(&error, CFA_IO, "unreadable", -1, "it cannot be read");
    assert_string_equal(error.field, "");
    assert_string_equal(error.subject, "");
}

static void nobody_need_hear_of_it(void **state)
{
    (void)state;
    assert_false(cfa_error_set(NULL, CFA_USAGE, "bad-value", -1, "x"));
    assert_false(cfa_error_about(NULL, "sort", "up"));
}

static void a_long_subject_is_cut_at_a_character(void **state)
{
    (void)state;
    cfa_error error = {0};
    g_autoptr(GString) text = g_string_new("x");
    for (guint i = 0; i < 300; i++)
        g_string_append(text, "é");
    cfa_error_set(&error, CFA_USAGE, "bad-value", -1, "%s", text->str);
    cfa_error_about(&error, text->str, text->str);
    assert_int_equal(strlen(error.subject), sizeof error.subject - 1);
    assert_true(g_utf8_validate(error.subject, -1, NULL));
    assert_true(g_utf8_validate(error.field, -1, NULL));
    assert_true(g_utf8_validate(error.reason, -1, NULL));
}

static void bytes_that_are_no_text_become_text(void **state)
{
    (void)state;
    cfa_error error = {0};
    cfa_error_set(&error, CFA_USAGE, "bad-value", -1, "a\xFF");
    cfa_error_about(&error, "", "\xC3\xA9\xC3");
    assert_string_equal(error.reason, "a\xEF\xBF\xBD");
    assert_string_equal(error.subject, "\xC3\xA9\xEF\xBF\xBD");
}

static void every_status_ends_a_program_in_its_own_way(void **state)
{
    (void)state;
    assert_int_equal(cfa_status_exit(CFA_OK), 0);
    assert_int_equal(cfa_status_exit(CFA_NOT_FOUND), 1);
    assert_int_equal(cfa_status_exit(CFA_USAGE), 2);
    assert_int_equal(cfa_status_exit(CFA_NOTHING), 3);
    assert_int_equal(cfa_status_exit(CFA_UNAVAILABLE), 4);
    assert_int_equal(cfa_status_exit(CFA_CORRUPT), 5);
    assert_int_equal(cfa_status_exit(CFA_INTERNAL), 70);
    assert_int_equal(cfa_status_exit(CFA_IO), 74);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_is_about_nothing_until_it_is_said),
        cmocka_unit_test(nobody_need_hear_of_it),
        cmocka_unit_test(a_long_subject_is_cut_at_a_character),
        cmocka_unit_test(bytes_that_are_no_text_become_text),
        cmocka_unit_test(every_status_ends_a_program_in_its_own_way),
    };
    return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}
