/* Counted: a value says what was put into it, and rubbish is none. */
#include "counted.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const guint8 conventions[] = {87, 98};

static cfa_counted some(void)
{
    return (cfa_counted){.run = "394/70-95",
                         .run_length = 9,
                         .time = 0x5ebb018a,
                         .country = "BY",
                         .country_length = 2,
                         .year = 2021,
                         .type = CFA_TYPE_FOLLOW_UP,
                         .statuses = 1u << CFA_CASE_ACTIVE | 1u << CFA_CASE_CLOSED,
                         .language = CFA_FRENCH,
                         .number = 70000,
                         .section = CFA_SECTION_CONCLUSIONS,
                         .conventions = conventions,
                         .convention_count = G_N_ELEMENTS(conventions)};
}

static void add_word(cfa_facet facet, const char *value, gpointer data)
{
    g_string_append_printf(data, "%s:%s ", cfa_facet_name(facet), value);
}

static void expect_values(const cfa_counted *counted, const char *of_text, const char *of_paragraph)
{
    g_autoptr(GString) words = g_string_new(NULL);
    cfa_counted_visit_text(counted, add_word, words);
    assert_string_equal(words->str, of_text);
    g_string_truncate(words, 0);
    cfa_counted_visit_paragraph(counted, add_word, words);
    assert_string_equal(words->str, of_paragraph);
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    const cfa_counted written = some();
    cfa_counted counted;
    g_autoptr(GString) bytes = g_string_new("what was there before");
    cfa_counted_encode(bytes, &written);
    assert_true(cfa_counted_decode(&counted, bytes->str, bytes->len));
    assert_int_equal(counted.run_length, 9);
    assert_memory_equal(counted.run, "394/70-95", 9);
    assert_int_equal(counted.time, 0x5ebb018a);
    assert_int_equal(counted.number, 70000);
    expect_values(&counted, "country:BY year:2021 type:follow-up status:active status:closed language:fr ",
                  "section:conclusions convention:87 convention:98 ");
}

static void what_is_unknown_has_no_value(void **state)
{
    (void)state;
    const cfa_counted written = {.run = "n7654321/1-2", .run_length = 12, .statuses = 1u << CFA_CASE_UNKNOWN};
    cfa_counted counted;
    g_autoptr(GString) bytes = g_string_new(NULL);
    cfa_counted_encode(bytes, &written);
    assert_true(cfa_counted_decode(&counted, bytes->str, bytes->len));
    expect_values(&counted, "", "section:other ");
}

static void paragraphs_of_a_case_text_share_its_head(void **state)
{
    (void)state;
    cfa_counted one = some(), counted;
    g_autoptr(GString) first = g_string_new(NULL), second = g_string_new(NULL);
    cfa_counted_encode(first, &one);
    one.number = 71;
    one.section = CFA_SECTION_REPLY;
    one.convention_count = 0;
    cfa_counted_encode(second, &one);
    assert_true(cfa_counted_decode(&counted, first->str, first->len));
    assert_memory_equal(first->str, second->str, counted.head);
    assert_memory_not_equal(first->str, second->str, second->len);
}

static void a_name_that_is_too_long_is_cut_between_characters(void **state)
{
    (void)state;
    cfa_counted one = some(), counted;
    g_autoptr(GString) name = g_string_new("x"), bytes = g_string_new(NULL);
    while (name->len < 400)
        g_string_append(name, "\u00e9");
    one.country = name->str;
    one.country_length = name->len;
    cfa_counted_encode(bytes, &one);
    assert_true(cfa_counted_decode(&counted, bytes->str, bytes->len));
    assert_int_equal(counted.country_length, 255);
    one.country++;
    one.country_length--;
    cfa_counted_encode(bytes, &one);
    assert_true(cfa_counted_decode(&counted, bytes->str, bytes->len));
    assert_int_equal(counted.country_length, 254);
}

static void a_name_in_several_lines_is_one_value(void **state)
{
    (void)state;
    cfa_counted one = some();
    one.country = "Port\n\tAzur";
    one.country_length = strlen(one.country);
    expect_values(&one,
                  "country:Port  Azur year:2021 type:follow-up status:active status:closed language:fr ",
                  "section:conclusions convention:87 convention:98 ");
}

static void a_value_that_ends_early_is_none(void **state)
{
    (void)state;
    const cfa_counted written = some();
    cfa_counted counted;
    g_autoptr(GString) bytes = g_string_new(NULL);
    cfa_counted_encode(bytes, &written);
    const gsize whole = bytes->len - G_N_ELEMENTS(conventions);
    for (gsize size = 0; size < whole; size++) {
        g_autofree char *cut = g_memdup2(bytes->str, size); /* so that a reader beyond its end is caught */
        if (cfa_counted_decode(&counted, cut, size))
            fail_msg("%zu bytes are read as %zu", size, whole);
    }
}

static void a_value_of_no_kind_is_none(void **state)
{
    (void)state;
    cfa_counted counted, one = some();
    g_autoptr(GString) bytes = g_string_new(NULL);
    cfa_counted_encode(bytes, &one);
    assert_true(cfa_counted_decode(&counted, bytes->str, bytes->len));
    const gsize places[] = {counted.head - 3, counted.head - 1,
                            counted.head + 3}; /* type, language, section */
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *wrong = g_memdup2(bytes->str, bytes->len);
        wrong[places[i]] = 99;
        assert_false(cfa_counted_decode(&counted, wrong, bytes->len));
    }
    assert_false(cfa_counted_decode(&counted, NULL, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(what_is_unknown_has_no_value),
        cmocka_unit_test(paragraphs_of_a_case_text_share_its_head),
        cmocka_unit_test(a_name_that_is_too_long_is_cut_between_characters),
        cmocka_unit_test(a_name_in_several_lines_is_one_value),
        cmocka_unit_test(a_value_that_ends_early_is_none),
        cmocka_unit_test(a_value_of_no_kind_is_none),
    };
    return cmocka_run_group_tests_name("counted", tests, NULL, NULL);
}
