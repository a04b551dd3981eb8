/* The limits of queries: how long, how deep, and that any bytes are one. */
#include "parsed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static void the_longest_query_has_2048_bytes(void **state)
{
    cfa_error error = {0};
    (void)state;
    g_autofree char *bytes = g_strnfill(CFA_QUERY_BYTES + 1, 'x');
    assert_int_equal(CFA_QUERY_BYTES, 2048);
    g_autoptr(cfa_query) query = cfa_query_parse(bytes, CFA_QUERY_BYTES, &error);
    assert_non_null(query);
    assert_null(cfa_query_parse(bytes, CFA_QUERY_BYTES + 1, &error));
    assert_int_equal(error.status, CFA_USAGE);
    assert_string_equal(error.code, "query-too-long");
    assert_non_null(strstr(error.reason, "2048"));
}

static char *nested(guint levels)
{
    g_autofree char *open = g_strnfill(levels, '(');
    g_autofree char *close = g_strnfill(levels, ')');
    return g_strconcat(open, "strike", close, NULL);
}

static void the_deepest_query_has_16_levels(void **state)
{
    cfa_error error = {0};
    (void)state;
    g_autofree char *deep = nested(16);
    g_autofree char *too_deep = nested(17);
    g_autoptr(cfa_query) query = parsed_query(deep);
    g_autofree char *parsed = cfa_query_print(query);
    assert_string_equal(parsed, "strike");
    assert_null(cfa_query_parse(too_deep, strlen(too_deep), &error));
    assert_int_equal(error.status, CFA_USAGE);
    assert_string_equal(error.code, "query-too-deep");
    assert_non_null(strstr(error.reason, "16"));
}

static void levels_side_by_side_do_not_count(void **state)
{
    GString *text = g_string_new(NULL);
    (void)state;
    for (int i = 0; i < 100; i++)
        g_string_append(text, "(a1 b1) ");
    g_autoptr(cfa_query) query = parsed_query(text->str);
    assert_int_equal(query->root->children->len, 100);
    g_string_free(text, TRUE);
}

static void five_hundred_brackets_end_well(void **state)
{
    cfa_error error = {0};
    (void)state;
    g_autofree char *deep = nested(500);
    assert_null(cfa_query_parse(deep, strlen(deep), &error));
    assert_string_equal(error.code, "query-too-deep");
    g_autofree char *open = g_strnfill(500, '(');
    assert_null(cfa_query_parse(open, 500, &error));
    g_autofree char *close = g_strnfill(500, ')');
    g_autoptr(cfa_query) query = parsed_query(close);
    assert_int_equal(query->root->children->len, 0);
}

/* Brackets in quotation marks and in fields nest nothing. */
static void brackets_in_a_phrase_are_no_levels(void **state)
{
    (void)state;
    g_autofree char *deep = nested(40);
    g_autofree char *typed = g_strconcat("\"", deep, "\"", NULL);
    g_autoptr(cfa_query) query = parsed_query(typed);
    g_autofree char *parsed = cfa_query_print(query);
    assert_string_equal(parsed, "\"strike\"");
}

/* What queries are made of: all that has a rule of its own. */
static const char *const pieces[] = {" ",
                                     "(",
                                     ")",
                                     "\"",
                                     "“",
                                     "»",
                                     "+",
                                     "-",
                                     "*",
                                     "AND ",
                                     " OR ",
                                     "NOT ",
                                     " NEAR/5 ",
                                     ":",
                                     "..",
                                     "country:",
                                     "year:20",
                                     "in:",
                                     "cites:",
                                     "case:2",
                                     "394/",
                                     "no ",
                                     "para",
                                     "strike",
                                     "the ",
                                     "’",
                                     "\xFF",
                                     "\xE2",
                                     "é",
                                     "Case No. 2",
                                     "rapport, paragr. 8",
                                     "394th Report",
                                     ", para. 83",
                                     "2018",
                                     "NOT NOT NOT "};

static char *random_query(GRand *chance, gboolean bytes)
{
    GString *text = g_string_new(NULL);
    const gsize most = (gsize)g_rand_int_range(chance, 0, CFA_QUERY_BYTES + 1);
    while (text->len < most)
        if (bytes)
            g_string_append_c(text, (char)g_rand_int_range(chance, 1, 256));
        else
            g_string_append(text, pieces[g_rand_int_range(chance, 0, G_N_ELEMENTS(pieces))]);
    g_string_truncate(text, most);
    return g_string_free(text, FALSE);
}

static void any_bytes_are_a_query_or_too_deep(void **state)
{
    enum { QUERIES = 2000 };
    GRand *chance = g_rand_new_with_seed(2090);
    guint read = 0;
    (void)state;
    for (int i = 0; i < QUERIES; i++) {
        cfa_error error = {0};
        g_autofree char *typed = random_query(chance, i % 2 == 0);
        g_autoptr(cfa_query) query = cfa_query_parse(typed, strlen(typed), &error);
        if (query == NULL) {
            assert_string_equal(error.code, "query-too-deep");
            continue;
        }
        g_autofree char *parsed = cfa_query_print(query);
        assert_true(g_utf8_validate(parsed, -1, NULL));
        assert_true(g_utf8_validate(query->text, -1, NULL));
        read++;
    }
    assert_true(read > QUERIES / 2);
    g_rand_free(chance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_query_has_2048_bytes),
        cmocka_unit_test(the_deepest_query_has_16_levels),
        cmocka_unit_test(levels_side_by_side_do_not_count),
        cmocka_unit_test(five_hundred_brackets_end_well),
        cmocka_unit_test(brackets_in_a_phrase_are_no_levels),
        cmocka_unit_test(any_bytes_are_a_query_or_too_deep),
    };
    return cmocka_run_group_tests_name("query limits", tests, NULL, NULL);
}
