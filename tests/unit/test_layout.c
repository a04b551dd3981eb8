/* The layout: each fact has a term of its own, and no value makes a term that Xapian would refuse. */
#include "layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { TERM_BYTES = 245 };

static void terms_are_a_prefix_and_a_value(void **state)
{
    (void)state;
    g_autoptr(GString) term = g_string_new("left from before");
    assert_string_equal(cfa_layout_filter(term, CFA_FILTER_REPORT, "394"), "XR:394");
    assert_string_equal(cfa_layout_filter(term, CFA_FILTER_LANGUAGE, "en"), "Len");
    assert_string_equal(cfa_layout_stem(term, CFA_FRENCH, "syndicat"), "ZFsyndicat");
    assert_string_equal(cfa_layout_stem(term, CFA_LANGUAGE_UNKNOWN, "strikes"), "ZXstrikes");
    assert_string_equal(term->str, "ZXstrikes");
}

/* Or a term of one filter could be read as one of another. */
static void no_prefix_begins_another(void **state)
{
    const char *prefixes[CFA_FILTERS + CFA_LANGUAGES + 1];
    (void)state;
    for (int i = 0; i < CFA_FILTERS; i++)
        prefixes[i] = cfa_layout_prefix((cfa_filter)i);
    for (int l = 0; l <= CFA_LANGUAGES; l++)
        prefixes[CFA_FILTERS + l] = cfa_layout_stem_prefix((cfa_language)l);
    for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++)
        for (gsize j = 0; j < G_N_ELEMENTS(prefixes); j++)
            if (i != j && g_str_has_prefix(prefixes[i], prefixes[j]))
                fail_msg("%s begins with %s", prefixes[i], prefixes[j]);
}

/* Words have no prefix, and are lower-case letters and digits. */
static void no_prefix_begins_as_a_word_does(void **state)
{
    (void)state;
    for (int i = 0; i < CFA_FILTERS; i++)
        assert_true(g_ascii_isupper(cfa_layout_prefix((cfa_filter)i)[0]));
    for (int l = 0; l <= CFA_LANGUAGES; l++)
        assert_true(g_ascii_isupper(cfa_layout_stem_prefix((cfa_language)l)[0]));
}

static void a_stem_tells_its_language_and_no_other_term_does(void **state)
{
    static const char *const others[] = {"ZXsyndicat", "syndicat", "XR:394", "ZF", "Z", ""};
    (void)state;
    assert_int_equal(cfa_layout_stem_language("ZEstrike", 8), CFA_ENGLISH);
    assert_int_equal(cfa_layout_stem_language("ZFsyndicat", 10), CFA_FRENCH);
    assert_int_equal(cfa_layout_stem_language("ZShuelg", 7), CFA_SPANISH);
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        assert_int_equal(cfa_layout_stem_language(others[i], strlen(others[i])), CFA_LANGUAGE_UNKNOWN);
}

static void a_long_value_is_cut_to_what_xapian_takes(void **state)
{
    (void)state;
    g_autoptr(GString) term = g_string_new(NULL);
    g_autofree char *value = g_strnfill(1000, 'r');
    assert_int_equal(strlen(cfa_layout_filter(term, CFA_FILTER_COUNTRY, value)), TERM_BYTES);
    assert_int_equal(strlen(cfa_layout_stem(term, CFA_ENGLISH, value)), TERM_BYTES);
}

static void what_is_cited_has_the_term_that_finds_it(void **state)
{
    (void)state;
    static const struct {
        cfa_citation citation;
        const char *term;
    } rows[] = {{{CFA_CITES_PARAGRAPH, 306, 123, 123}, "XP:306/123"},
                {{CFA_CITES_PARAGRAPH, 306, 120, 131}, "XP:306/120"},
                {{CFA_CITES_REPORT, 306, 0, 0}, "XR:306"},
                {{CFA_CITES_CASE, 2090, 0, 0}, "XC:2090"}};
    g_autoptr(GString) term = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_string_equal(cfa_layout_target(term, &rows[i].citation), rows[i].term);
    const cfa_citation book = {CFA_CITES_DIGEST, 2006, 45, 45};
    assert_null(cfa_layout_target(term, &book));
}

static void check_country(const char *code, const char *name, const char *expected)
{
    g_autofree char *country = cfa_layout_country(code, name);
    if (g_strcmp0(country, expected) != 0)
        fail_msg("the country is %s, not %s", country != NULL ? country : "none",
                 expected != NULL ? expected : "none");
}

static void a_country_is_its_code_else_its_folded_name(void **state)
{
    (void)state;
    check_country("CI", "Côte d’Ivoire", "CI");
    check_country("", "Haute-Ruritanie", "haute ruritanie");
    check_country(NULL, "RURITANIA", "ruritania");
    check_country(NULL, NULL, NULL);
    check_country("", "…", NULL);
}

static int compare_orders(guint64 left, guint64 right)
{
    char left_bytes[CFA_LAYOUT_ORDER], right_bytes[CFA_LAYOUT_ORDER];
    cfa_layout_order_bytes(left, left_bytes);
    cfa_layout_order_bytes(right, right_bytes);
    const int bytes = memcmp(left_bytes, right_bytes, CFA_LAYOUT_ORDER);
    assert_int_equal(bytes < 0, left < right);
    return bytes;
}

static void orders_and_their_bytes_compare_by_month_then_report_then_paragraph(void **state)
{
    (void)state;
    assert_true(compare_orders(cfa_layout_order(24255, 394, 83), cfa_layout_order(24255, 394, 84)) < 0);
    assert_true(compare_orders(cfa_layout_order(24255, 394, 300), cfa_layout_order(24255, 395, 1)) < 0);
    assert_true(compare_orders(cfa_layout_order(24255, 394, 83), cfa_layout_order(24256, 2, 1)) < 0);
    assert_true(compare_orders(cfa_layout_order(24255, 255, 1), cfa_layout_order(24255, 256, 1)) < 0);
    assert_int_equal(compare_orders(cfa_layout_order(24255, 394, 83), cfa_layout_order(24255, 394, 83)), 0);
}

static void what_an_order_has_no_room_for_is_its_last(void **state)
{
    (void)state;
    assert_true(compare_orders(cfa_layout_order(24255, 65534, 1), cfa_layout_order(24255, 70000, 1)) < 0);
    assert_int_equal(compare_orders(cfa_layout_order(24255, 65535, 1), cfa_layout_order(24255, 70000, 1)), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_cited_has_the_term_that_finds_it),
        cmocka_unit_test(terms_are_a_prefix_and_a_value),
        cmocka_unit_test(no_prefix_begins_another),
        cmocka_unit_test(no_prefix_begins_as_a_word_does),
        cmocka_unit_test(a_stem_tells_its_language_and_no_other_term_does),
        cmocka_unit_test(a_long_value_is_cut_to_what_xapian_takes),
        cmocka_unit_test(a_country_is_its_code_else_its_folded_name),
        cmocka_unit_test(orders_and_their_bytes_compare_by_month_then_report_then_paragraph),
        cmocka_unit_test(what_an_order_has_no_room_for_is_its_last),
    };
    return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
