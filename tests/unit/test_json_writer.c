/* JSON as it is written value by value: what jansson would read back the same. */
#include "format/json_writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void expect(GString *json, const char *expected)
{
    assert_string_equal(json->str, expected);
    g_string_free(json, TRUE);
}

static void commas_stand_between_what_is_written(void **state)
{
    GString *json = g_string_new(NULL);
    (void)state;
    cfa_json_open(json, NULL, '{');
    cfa_json_open(json, "list", '[');
    cfa_json_add_integer(json, NULL, 1);
    cfa_json_add_boolean(json, NULL, TRUE);
    cfa_json_open(json, NULL, '[');
    cfa_json_close(json, ']');
    cfa_json_close(json, ']');
    cfa_json_add_text(json, "none", NULL);
    cfa_json_add_tree(json, "tree", json_pack("{s:i}", "a", 2));
    cfa_json_close(json, '}');
    expect(json, "{\"list\":[1,true,[]],\"none\":null,\"tree\":{\"a\":2}}");
}

static void a_text_that_ends_like_a_list_begins_is_followed_by_a_comma(void **state)
{
    GString *json = g_string_new(NULL);
    (void)state;
    cfa_json_open(json, NULL, '[');
    cfa_json_add_text(json, NULL, "[{");
    cfa_json_add_text(json, NULL, "");
    cfa_json_close(json, ']');
    expect(json, "[\"[{\",\"\"]");
}

static void what_a_string_may_not_have_is_escaped(void **state)
{
    GString *json = g_string_new(NULL);
    (void)state;
    cfa_json_add_text(json, NULL, "\"a\\b\"\n\t\x01\x1f/ \u00e9");
    expect(json, "\"\\\"a\\\\b\\\"\\n\\t\\u0001\\u001F/ \u00e9\"");
}

static void bad_utf8_is_mended(void **state)
{
    GString *json = g_string_new(NULL);
    (void)state;
    cfa_json_add_text(json, NULL,
                      "a\xff"
                      "b");
    expect(json, "\"a\uFFFD"
                 "b\"");
}

static void three_decimals_are_written_at_most_and_one_at_least(void **state)
{
    GString *json = g_string_new(NULL);
    (void)state;
    cfa_json_open(json, NULL, '[');
    cfa_json_add_rounded(json, NULL, 2);
    cfa_json_add_rounded(json, NULL, 12.8100001);
    cfa_json_add_rounded(json, NULL, 0.0004);
    cfa_json_add_rounded(json, NULL, -0.2496);
    cfa_json_add_rounded(json, NULL, 1000.05);
    cfa_json_add_rounded(json, NULL, 0.006);
    cfa_json_close(json, ']');
    expect(json, "[2.0,12.81,0.0,-0.25,1000.05,0.006]");
}

static void a_number_is_written_to_its_last_digit(void **state)
{
    GString *json = g_string_new(NULL);
    (void)state;
    cfa_json_open(json, NULL, '[');
    cfa_json_add_integer(json, NULL, 0);
    cfa_json_add_integer(json, NULL, 1030);
    cfa_json_add_integer(json, NULL, G_MAXUINT64);
    cfa_json_close(json, ']');
    expect(json, "[0,1030,18446744073709551615]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commas_stand_between_what_is_written),
        cmocka_unit_test(a_text_that_ends_like_a_list_begins_is_followed_by_a_comma),
        cmocka_unit_test(what_a_string_may_not_have_is_escaped),
        cmocka_unit_test(bad_utf8_is_mended),
        cmocka_unit_test(a_number_is_written_to_its_last_digit),
        cmocka_unit_test(three_decimals_are_written_at_most_and_one_at_least),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
