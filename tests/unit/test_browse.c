/* Browse: a paragraph by its identifier, with its case text and its other languages. */
#include "browse.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_reading *read_paragraph(const char *id, cfa_language preferred)
{
    cfa_error error = {0};
    cfa_reading *reading = cfa_browse_paragraph(support_disputes, id, preferred, &error);
    if (reading == NULL)
        fail_msg("%s: %s", id, error.reason);
    return reading;
}

static char *ids_of(const GPtrArray *records)
{
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < records->len; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? " " : "",
                               ((const cfa_record *)g_ptr_array_index(records, i))->id);
    return g_string_free(ids, FALSE);
}

static void expect_ids(const GPtrArray *records, const char *expected)
{
    g_autofree char *ids = ids_of(records);
    assert_string_equal(ids, expected);
}

static void the_case_text_is_whole_and_in_order(void **state)
{
    (void)state;
    g_autoptr(cfa_reading) reading = read_paragraph("401/13/en", CFA_LANGUAGE_UNKNOWN);
    assert_string_equal(reading->record->id, "401/13/en");
    assert_int_equal(reading->generation, 1);
    expect_ids(reading->case_text, "401/10/en 401/11/en 401/12/en 401/13/en 401/14/en");
}

static void the_other_languages_stand_in_their_order(void **state)
{
    (void)state;
    g_autoptr(cfa_reading) english = read_paragraph("401/13/en", CFA_SPANISH);
    expect_ids(english->other_languages, "401/13/fr 401/13/es");
    g_autoptr(cfa_reading) french = read_paragraph("401/13/fr", CFA_SPANISH);
    expect_ids(french->other_languages, "401/13/en 401/13/es");
    expect_ids(french->case_text, "401/10/fr 401/11/fr 401/12/fr 401/13/fr 401/14/fr");
    g_autoptr(cfa_reading) alone = read_paragraph("402/21/en", CFA_SPANISH);
    expect_ids(alone->other_languages, "");
}

static void without_a_language_the_preferred_one_is_read(void **state)
{
    (void)state;
    g_autoptr(cfa_reading) french = read_paragraph("401/13", CFA_FRENCH);
    assert_string_equal(french->record->id, "401/13/fr");
    g_autoptr(cfa_reading) spanish = read_paragraph("401/13", CFA_SPANISH);
    assert_string_equal(spanish->record->id, "401/13/es");
}

static void without_the_preferred_language_the_first_is_read(void **state)
{
    (void)state;
    g_autoptr(cfa_reading) unknown = read_paragraph("401/13", CFA_LANGUAGE_UNKNOWN);
    assert_string_equal(unknown->record->id, "401/13/en");
    g_autoptr(cfa_reading) bakers = read_paragraph("390/6", CFA_SPANISH);
    assert_string_equal(bakers->record->id, "390/6/fr");
}

static void what_stands_for_an_unknown_report_is_read(void **state)
{
    (void)state;
    g_autoptr(cfa_reading) reading = read_paragraph("n7654321/2", CFA_ENGLISH);
    assert_string_equal(reading->record->id, "n7654321/2/es");
    expect_ids(reading->case_text, "n7654321/1/es n7654321/2/es");
}

static void neighbours_are_those_of_the_report(void **state)
{
    (void)state;
    g_autoptr(cfa_reading) middle = read_paragraph("401/13/fr", CFA_ENGLISH);
    assert_string_equal(middle->previous, "401/12/fr");
    assert_string_equal(middle->next, "401/14/fr");
    g_autoptr(cfa_reading) first = read_paragraph("401/10", CFA_ENGLISH);
    assert_null(first->previous);
    assert_string_equal(first->next, "401/11/en");
    g_autoptr(cfa_reading) last = read_paragraph("n7654321/2", CFA_ENGLISH);
    assert_string_equal(last->previous, "n7654321/1/es");
    assert_null(last->next);
}

static void a_case_text_is_read_whole_in_one_language(void **state)
{
    (void)state;
    g_autoptr(cfa_whole_text) english =
        cfa_browse_case_text(support_disputes, "401/10-14", CFA_ENGLISH, NULL);
    expect_ids(english->paragraphs, "401/10/en 401/11/en 401/12/en 401/13/en 401/14/en");
    assert_int_equal(english->languages, CFA_EVERY_LANGUAGE);
    g_autoptr(cfa_whole_text) spanish =
        cfa_browse_case_text(support_disputes, "401/10-14/es", CFA_ENGLISH, NULL);
    expect_ids(spanish->paragraphs, "401/10/es 401/11/es 401/12/es 401/13/es 401/14/es");
    g_autoptr(cfa_whole_text) only = cfa_browse_case_text(support_disputes, "390/5-6", CFA_ENGLISH, NULL);
    expect_ids(only->paragraphs, "390/5/fr 390/6/fr");
}

static void a_case_text_that_is_none_is_refused(void **state)
{
    static const char *const missing[] = {"401/10-13", "401/10-15/en", "402/20-22/fr", "999/1-2"};
    static const char *const rubbish[] = {"", "401", "401/14-10", "401/10-14/de", "x/1-2", "401/10-14/en/"};
    cfa_error error = {0};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(missing); i++) {
        assert_null(cfa_browse_case_text(support_disputes, missing[i], CFA_ENGLISH, &error));
        assert_string_equal(error.code, "no-such-case-text");
        assert_int_equal(error.status, CFA_NOT_FOUND);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(rubbish); i++) {
        assert_null(cfa_browse_case_text(support_disputes, rubbish[i], CFA_ENGLISH, &error));
        assert_string_equal(error.code, "bad-id");
        assert_int_equal(error.status, CFA_USAGE);
    }
}

static void expect_refused(const char *id, cfa_status status, const char *code)
{
    cfa_error error = {0};
    if (cfa_browse_paragraph(support_disputes, id, CFA_ENGLISH, &error) != NULL)
        fail_msg("%s is read", id);
    assert_int_equal(error.status, status);
    if (strcmp(error.code, code) != 0)
        fail_msg("%s is %s, not %s", id, error.code, code);
    assert_non_null(strstr(error.reason, id));
}

static void what_the_index_lacks_is_not_found(void **state)
{
    static const char *const ids[] = {"401/15", "401/9/en",   "402/21/fr",
                                      "999/1",  "n1234567/1", "s0a1b2c3d/1/es"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
        expect_refused(ids[i], CFA_NOT_FOUND, "no-such-paragraph");
}

static void what_is_no_identifier_is_a_usage(void **state)
{
    static const char *const ids[] = {
        "",        "401",     "401/",      "401/x", "401/13/de", "401/13/en/x",
        "/13",     "401/13 ", "401/10-14", "-1/13", "401/0",     "x401/13",
        "n/13/en", "401//13", "case:2090", "../13", "401/13/",   "99999999999/1"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
        expect_refused(ids[i], CFA_USAGE, "bad-id");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_case_text_is_whole_and_in_order),
        cmocka_unit_test(the_other_languages_stand_in_their_order),
        cmocka_unit_test(without_a_language_the_preferred_one_is_read),
        cmocka_unit_test(without_the_preferred_language_the_first_is_read),
        cmocka_unit_test(what_stands_for_an_unknown_report_is_read),
        cmocka_unit_test(neighbours_are_those_of_the_report),
        cmocka_unit_test(a_case_text_is_read_whole_in_one_language),
        cmocka_unit_test(a_case_text_that_is_none_is_refused),
        cmocka_unit_test(what_the_index_lacks_is_not_found),
        cmocka_unit_test(what_is_no_identifier_is_a_usage),
    };
    return cmocka_run_group_tests_name("browse", tests, support_open_disputes, support_close_disputes);
}
