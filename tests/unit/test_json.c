/* The answer as JSON: the names and kinds that the interface promises. */
#include "format/json.h"

#include "browse.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* One line with its end, and nothing but one object in it. */
static json_t *load(char *line)
{
    json_error_t at;
    const gsize length = strlen(line);
    assert_true(length > 0 && strchr(line, '\n') == line + length - 1);
    assert_true(g_utf8_validate(line, -1, NULL));
    json_t *object = json_loads(line, JSON_REJECT_DUPLICATES, &at);
    if (object == NULL)
        fail_msg("%s: %s", at.text, line);
    g_free(line);
    return object;
}

static json_t *answer_to(const cfa_request *request)
{
    g_autoptr(cfa_answer) answer = support_search(support_disputes, request);
    return load(cfa_json_answer(answer));
}

static json_t *answer_to_query(const char *query)
{
    cfa_request request = support_request(query);
    return answer_to(&request);
}

static json_t *reading_of(const char *id)
{
    g_autoptr(cfa_reading) reading = cfa_browse_paragraph(support_disputes, id, CFA_ENGLISH, NULL);
    assert_non_null(reading);
    return load(cfa_json_reading(reading));
}

static void expect_keys(json_t *object, const char *expected)
{
    GString *keys = g_string_new(NULL);
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value)
        g_string_append_printf(keys, "%s%s", keys->len > 0 ? " " : "", key);
    assert_string_equal(keys->str, expected);
    g_string_free(keys, TRUE);
}

/* A value on the way "hits.0.passages.0.id"; none is a failure. */
static json_t *at(json_t *value, const char *way)
{
    g_auto(GStrv) steps = g_strsplit(way, ".", -1);
    for (guint i = 0; steps[i] != NULL; i++) {
        value = json_is_array(value) ? json_array_get(value, (size_t)g_ascii_strtoull(steps[i], NULL, 10))
                                     : json_object_get(value, steps[i]);
        if (value == NULL)
            fail_msg("there is no %s", way);
    }
    return value;
}

static void check_value(json_t *object, const char *way, const char *expected)
{
    g_autofree char *line = cfa_json_line(at(object, way));
    if (strcmp(line, expected) != 0)
        fail_msg("%s is %s, not %s", way, line, expected);
}

#define HIT_KEYS "rank score id report report_date cases type lang languages citation url citations passages"
#define CASE_TEXT_KEYS "id report report_date cases type lang languages citation url citations paragraphs"

static void the_answer_has_its_names(void **state)
{
    (void)state;
    json_t *answer = answer_to_query("reinstate secretary");
    expect_keys(answer, "schema query parsed generation took_ms total relaxed suggestion principles hits");
    expect_keys(at(answer, "total"), "lower estimated upper");
    expect_keys(at(answer, "hits.0"), HIT_KEYS);
    expect_keys(at(answer, "hits.0.cases.0"), "number country country_code complaint_date status");
    expect_keys(at(answer, "hits.0.passages.0"), "id paragraph section matched_lang snippet cites");
    expect_keys(at(answer, "hits.0.passages.0.snippet.0"), "text match");
    json_decref(answer);
}

static void the_answer_has_its_values(void **state)
{
    (void)state;
    json_t *answer = answer_to_query("reinstate Secretary");
    check_value(answer, "schema", "1");
    check_value(answer, "query", "\"reinstate Secretary\"");
    check_value(answer, "parsed", "\"reinstate secretary\"");
    check_value(answer, "generation", "1");
    check_value(answer, "total", "{\"lower\":1,\"estimated\":1,\"upper\":1}");
    check_value(answer, "relaxed", "null");
    check_value(answer, "suggestion", "null");
    check_value(answer, "hits.0.rank", "1");
    check_value(answer, "hits.0.id", "\"402/20-22/en\"");
    check_value(answer, "hits.0.report", "402");
    check_value(answer, "hits.0.report_date", "\"2023-06\"");
    check_value(answer, "hits.0.cases.1",
                "{\"number\":3103,\"country\":\"Costa Rica\",\"country_code\":\"CR\",\"complaint_date\":null,"
                "\"status\":\"closed\"}");
    check_value(answer, "hits.0.type", "\"definitive\"");
    check_value(answer, "hits.0.lang", "\"en\"");
    check_value(answer, "hits.0.languages", "[\"en\"]");
    check_value(answer, "hits.0.citation",
                "\"402nd Report, Cases Nos. 3102 and 3103 (Costa Rica), paras 20–22\"");
    check_value(answer, "hits.0.url", "null");
    check_value(answer, "hits.0.passages.0.id", "\"402/22/en\"");
    check_value(answer, "hits.0.passages.0.paragraph", "22");
    check_value(answer, "hits.0.passages.0.section", "\"recommendations\"");
    check_value(answer, "hits.0.passages.0.matched_lang", "\"en\"");
    check_value(answer, "hits.0.passages.0.snippet",
                "[{\"text\":\"The Committee invites the Government to \",\"match\":false},"
                "{\"text\":\"reinstate\",\"match\":true},{\"text\":\" the \",\"match\":false},"
                "{\"text\":\"secretary\",\"match\":true},{\"text\":\".\",\"match\":false}]");
    assert_true(json_is_real(at(answer, "hits.0.score")));
    assert_true(json_is_real(at(answer, "took_ms")));
    json_decref(answer);
}

static void a_hit_by_paragraph_is_the_paragraph(void **state)
{
    cfa_request request = CFA_REQUEST_INIT;
    (void)state;
    request.query = "reinstate";
    request.by_paragraph = TRUE;
    json_t *answer = answer_to(&request);
    expect_keys(at(answer, "hits.0"), HIT_KEYS);
    check_value(answer, "hits.0.id", "\"402/22/en\"");
    check_value(answer, "hits.0.citation",
                "\"402nd Report, Cases Nos. 3102 and 3103 (Costa Rica), para. 22\"");
    assert_int_equal(json_array_size(at(answer, "hits.0.passages")), 1);
    json_decref(answer);
}

static void what_is_unknown_is_null(void **state)
{
    (void)state;
    json_t *answer = answer_to_query("faro");
    check_value(answer, "hits.0.id", "\"n7654321/1-2/es\"");
    check_value(answer, "hits.0.report", "null");
    check_value(answer, "hits.0.report_date", "null");
    check_value(answer, "hits.0.cases", "[]");
    check_value(answer, "hits.0.type", "null");
    check_value(answer, "hits.0.url", "null");
    check_value(answer, "hits.0.passages.0.cites", "[]");
    json_decref(answer);
}

static void languages_and_cites_are_lists(void **state)
{
    (void)state;
    json_t *answer = answer_to_query("arresting");
    check_value(answer, "hits.0.languages", "[\"en\",\"fr\",\"es\"]");
    check_value(answer, "hits.0.url", "\"https://library.example/7000001\"");
    check_value(answer, "hits.0.passages.0.id", "\"401/13/en\"");
    check_value(answer, "hits.0.passages.0.cites", "[\"306/123\"]");
    json_decref(answer);
}

static void nothing_found_is_an_empty_list(void **state)
{
    (void)state;
    json_t *answer = answer_to_query("zebra");
    check_value(answer, "hits", "[]");
    check_value(answer, "total", "{\"lower\":0,\"estimated\":0,\"upper\":0}");
    check_value(answer, "relaxed", "null");
    json_decref(answer);
}

static void relaxing_is_told(void **state)
{
    (void)state;
    json_t *answer = answer_to_query("secretary unauthorized");
    check_value(answer, "relaxed.match", "\"any\"");
    check_value(answer, "relaxed.left_out", "[]");
    json_decref(answer);
}

static void words_that_no_text_has_are_told(void **state)
{
    (void)state;
    json_t *answer = answer_to_query("lamplighters zebra");
    check_value(answer, "relaxed.match", "\"all\"");
    check_value(answer, "relaxed.unknown", "[\"zebra\"]");
    json_decref(answer);
}

static void bytes_typed_that_are_no_utf8_come_back_mended(void **state)
{
    (void)state;
    json_t *answer = answer_to_query("\"a\\\xFF\x01\t</script>");
    assert_true(json_is_string(at(answer, "query")));
    json_decref(answer);
}

static void the_same_answer_is_printed_the_same(void **state)
{
    cfa_request request = CFA_REQUEST_INIT;
    (void)state;
    request.query = "porters";
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    g_autofree char *first = cfa_json_answer(answer);
    g_autofree char *second = cfa_json_answer(answer);
    assert_string_equal(first, second);
}

static void a_reading_has_its_names_and_values(void **state)
{
    (void)state;
    json_t *reading = reading_of("401/13/en");
    expect_keys(reading,
                "schema paragraph cited_by case_text other_languages neighbours principles listed_case");
    expect_keys(at(reading, "case_text"), CASE_TEXT_KEYS);
    expect_keys(at(reading, "paragraph"), "id paragraph section lang citation text cites citations");
    check_value(reading, "schema", "1");
    check_value(reading, "paragraph.id", "\"401/13/en\"");
    check_value(reading, "paragraph.paragraph", "13");
    check_value(reading, "paragraph.section", "\"conclusions\"");
    check_value(reading, "paragraph.citation", "\"401st Report, Case No. 3101 (Ruritania), para. 13\"");
    check_value(reading, "paragraph.citations.fr", "\"401e rapport, cas no 3101 (Ruritania), paragr. 13\"");
    check_value(reading, "paragraph.cites", "[\"306/123\"]");
    check_value(reading, "case_text.id", "\"401/10-14/en\"");
    check_value(reading, "case_text.languages", "[\"en\",\"fr\",\"es\"]");
    check_value(reading, "case_text.citation", "\"401st Report, Case No. 3101 (Ruritania), paras 10–14\"");
    assert_int_equal(json_array_size(at(reading, "case_text.paragraphs")), 5);
    check_value(reading, "case_text.paragraphs.4.id", "\"401/14/en\"");
    check_value(reading, "other_languages.0.id", "\"401/13/fr\"");
    check_value(reading, "other_languages.1.lang", "\"es\"");
    json_decref(reading);
}

static void citations_are_in_the_language_of_the_text(void **state)
{
    (void)state;
    json_t *reading = reading_of("390/6/fr");
    check_value(reading, "paragraph.citation", "\"390e rapport, cas no 2999 (Côte d'Ivoire), paragr. 6\"");
    json_decref(reading);
}

static void an_error_has_a_code_and_a_reason(void **state)
{
    cfa_error error = {0};
    (void)state;
    cfa_error_set(&error, CFA_USAGE, "bad-value", -1, "\"%s\" is no value", "x\n");
    json_t *object = load(cfa_json_error(&error));
    expect_keys(object, "schema error");
    check_value(object, "schema", "1");
    check_value(object, "error", "{\"code\":\"bad-value\",\"reason\":\"\\\"x\\n\\\" is no value\"}");
    json_decref(object);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_answer_has_its_names),
        cmocka_unit_test(the_answer_has_its_values),
        cmocka_unit_test(a_hit_by_paragraph_is_the_paragraph),
        cmocka_unit_test(what_is_unknown_is_null),
        cmocka_unit_test(languages_and_cites_are_lists),
        cmocka_unit_test(nothing_found_is_an_empty_list),
        cmocka_unit_test(relaxing_is_told),
        cmocka_unit_test(words_that_no_text_has_are_told),
        cmocka_unit_test(bytes_typed_that_are_no_utf8_come_back_mended),
        cmocka_unit_test(the_same_answer_is_printed_the_same),
        cmocka_unit_test(a_reading_has_its_names_and_values),
        cmocka_unit_test(citations_are_in_the_language_of_the_text),
        cmocka_unit_test(an_error_has_a_code_and_a_reason),
    };
    return cmocka_run_group_tests_name("json", tests, support_open_disputes, support_close_disputes);
}
