#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "report.h"

static cfa_case_text *text_of_report(guint report)
{
    cfa_case_text *text = cfa_case_text_new();
    text->report = report;
    text->language = CFA_ENGLISH;
    cfa_case_text_add_paragraph(text, 70)->text = g_strdup("One.");
    cfa_case_text_add_paragraph(text, 71)->text = g_strdup("Two.");
    return text;
}

static void expect_id(char *id, const char *expected)
{
    assert_string_equal(id, expected);
    g_free(id);
}

static void id_names_report_run_and_language(void **state)
{
    (void)state;
    cfa_case_text *text = text_of_report(394);
    expect_id(cfa_case_text_id(text), "394/70-71/en");
    cfa_case_text_free(text);
}

static void id_of_a_single_paragraph_has_no_range(void **state)
{
    (void)state;
    cfa_case_text *text = text_of_report(394);
    g_ptr_array_set_size(text->paragraphs, 1);
    expect_id(cfa_case_text_id(text), "394/70/en");
    cfa_case_text_free(text);
}

static void id_without_a_known_language_ends_with_the_paragraph(void **state)
{
    (void)state;
    cfa_case_text *text = text_of_report(394);
    text->language = CFA_LANGUAGE_UNKNOWN;
    expect_id(cfa_case_text_id(text), "394/70-71");
    cfa_case_text_free(text);
}

static void text_number_stands_in_for_an_unknown_report(void **state)
{
    (void)state;
    cfa_case_text *text = text_of_report(0);
    text->text_id = g_strdup("3112113");
    cfa_case_text_free(text);
}

static void digest_stands_in_where_the_text_number_is_unknown_too(void **state)
{
    (void)state;
    cfa_case_text *text = text_of_report(0);
    text->digest = g_strdup("0a1b2c3d4e5f");
    expect_id(cfa_case_text_stem(text), "s0a1b2c3d");
    cfa_case_text_free(text);
}

static void ids_that_are_made_can_be_read(void **state)
{
    (void)state;
    static const struct {
        const char *id, *stem;
        guint first, last;
        cfa_language language;
    } cases[] = {
        {"394/83/en", "394", 83, 83, CFA_ENGLISH},
        {"394/70-95/fr", "394", 70, 95, CFA_FRENCH},
        {"394/83", "394", 83, 83, CFA_LANGUAGE_UNKNOWN},
        {"n3112113/603/es", "n3112113", 603, 603, CFA_SPANISH},
        {"s0a1b2c3d/1-2", "s0a1b2c3d", 1, 2, CFA_LANGUAGE_UNKNOWN},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *stem = NULL;
        guint first = 0, last = 0;
        cfa_language language;
        assert_true(cfa_id_parse(cases[i].id, &stem, &first, &last, &language));
        assert_string_equal(stem, cases[i].stem);
        assert_int_equal(first, cases[i].first);
        assert_int_equal(last, cases[i].last);
        assert_int_equal(language, cases[i].language);
        g_free(stem);
    }
}

static void what_is_no_id_is_refused(void **state)
{
    (void)state;
    static const char *const none[] = {
        "",
        "394",
        "394/",
        "/83",
        "394/83/de",
        "394/83/",
        "394/95-70",
        "394/0",
        "0394/1",
        "394/083",
        "394/83-",
        "394/-83",
        "x394/83",
        "n/83",
        "s0a1b2/83",
        "sXXXXXXXX/1",
        "394/83/en/",
        "394/83 ",
        "394/99999999999999999999",
        "99999999999/1",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(none); i++) {
        char *stem = NULL;
        guint first, last;
        cfa_language language;
        assert_false(cfa_id_parse(none[i], &stem, &first, &last, &language));
        assert_null(stem);
    }
    assert_false(cfa_id_parse(NULL, NULL, NULL, NULL, NULL));
}

static void what_stands_for_a_report_is_told_from_other_ids(void **state)
{
    static const char *const stems[] = {"394", "1", "n3112113", "s0a1b2c3d"};
    static const char *const others[] = {"",     "0", "394/83", "394/", "n",
                                         "s0a1", "x", "394 ",   " 394", "1234567"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(stems); i++)
        assert_true(cfa_id_is_stem(stems[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        assert_false(cfa_id_is_stem(others[i]));
}

static void names_of_enums_read_back_as_themselves(void **state)
{
    (void)state;
    for (int i = CFA_SECTION_OTHER; i <= CFA_SECTION_RECOMMENDATIONS; i++) {
        cfa_section section;
        assert_true(cfa_section_parse(cfa_section_name((cfa_section)i), &section));
        assert_int_equal(section, i);
    }
    for (int i = CFA_TYPE_DEFINITIVE; i <= CFA_TYPE_FOLLOW_UP; i++) {
        cfa_report_type type;
        assert_true(cfa_report_type_parse(cfa_report_type_name((cfa_report_type)i), &type));
        assert_int_equal(type, i);
    }
    for (int i = CFA_CASE_ACTIVE; i <= CFA_CASE_CLOSED; i++) {
        cfa_case_status status;
        assert_true(cfa_case_status_parse(cfa_case_status_name((cfa_case_status)i), &status));
        assert_int_equal(status, i);
    }
}

static void unknown_values_have_no_name(void **state)
{
    (void)state;
    cfa_section section;
    assert_null(cfa_report_type_name(CFA_TYPE_UNKNOWN));
    assert_null(cfa_case_status_name(CFA_CASE_UNKNOWN));
    assert_false(cfa_section_parse("Conclusions", &section));
    assert_false(cfa_section_parse(NULL, &section));
}

static void warning_keeps_its_code_and_a_valid_reason(void **state)
{
    (void)state;
    cfa_case_text *text = cfa_case_text_new();
    cfa_case_text_warn(text, "paragraph-gap", "%u are missing \xff", 3u);
    const cfa_warning *warning = g_ptr_array_index(text->warnings, 0);
    assert_string_equal(warning->code, "paragraph-gap");
    assert_true(g_utf8_validate(warning->reason, -1, NULL));
    cfa_case_text_free(text);
}

static void cases_without_a_number_are_not_among_the_numbers(void **state)
{
    g_autoptr(cfa_case_text) text = cfa_case_text_new();
    guint count;
    (void)state;
    cfa_case_text_add_case(text, 9901);
    cfa_case_text_add_case(text, 0);
    cfa_case_text_add_case(text, 9902);
    g_autofree guint *numbers = cfa_case_text_numbers(text, &count);
    assert_int_equal(count, 2);
    assert_int_equal(numbers[0], 9901);
    assert_int_equal(numbers[1], 9902);
}

static void nothing_is_freed_for_null(void **state)
{
    (void)state;
    cfa_case_text_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(id_names_report_run_and_language),
        cmocka_unit_test(id_of_a_single_paragraph_has_no_range),
        cmocka_unit_test(id_without_a_known_language_ends_with_the_paragraph),
        cmocka_unit_test(text_number_stands_in_for_an_unknown_report),
        cmocka_unit_test(digest_stands_in_where_the_text_number_is_unknown_too),
        cmocka_unit_test(ids_that_are_made_can_be_read),
        cmocka_unit_test(what_is_no_id_is_refused),
        cmocka_unit_test(what_stands_for_a_report_is_told_from_other_ids),
        cmocka_unit_test(names_of_enums_read_back_as_themselves),
        cmocka_unit_test(unknown_values_have_no_name),
        cmocka_unit_test(warning_keeps_its_code_and_a_valid_reason),
        cmocka_unit_test(cases_without_a_number_are_not_among_the_numbers),
        cmocka_unit_test(nothing_is_freed_for_null),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
