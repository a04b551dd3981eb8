/* Limits of a search: what may be asked for, what a question may have, and what it may cost; whatever is not
 * searched or not shown for it is told. */
#include "format/text.h"
#include "query.h"
#include "search.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* ---- what may be asked for ---- */

static void expect_refused(cfa_request request, const char *code)
{
    cfa_error error = {0};
    assert_null(cfa_search(support_workshops, &request, &error));
    assert_int_equal(error.status, CFA_USAGE);
    assert_string_equal(error.code, code);
    assert_true(error.reason[0] != '\0');
}

static void limits_are_told(void **state)
{
    static const cfa_request_filter filter = {"year", "soon"};
    g_autofree char *long_query = g_strnfill(CFA_QUERY_BYTES + 1, 'x');
    cfa_request request = support_request("strike");
    (void)state;
    request.limit = 0;
    expect_refused(request, "bad-limit");
    request.limit = CFA_LIMIT_MAX + 1;
    expect_refused(request, "bad-limit");
    request = support_request("strike");
    request.offset = CFA_OFFSET_MAX + 1;
    expect_refused(request, "bad-offset");
    request = support_request("strike");
    request.passages = 0;
    expect_refused(request, "bad-passages");
    request.passages = CFA_PASSAGES_MAX + 1;
    expect_refused(request, "bad-passages");
    request = support_request("strike");
    request.filters = &filter;
    request.filter_count = 1;
    expect_refused(request, "bad-value");
    request = support_request(long_query);
    expect_refused(request, "query-too-long");
}

/* ---- what a question may have ---- */

static void of_many_words_those_that_are_nowhere_are_left_out_first(void **state)
{
    GString *text = g_string_new("committee glaziers hearing ");
    (void)state;
    for (int i = 0; i < CFA_QUERY_WORDS; i++)
        g_string_append_printf(text, "nowhere%d ", i);
    const cfa_request request = support_request(text->str);
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    assert_int_equal(answer->left_out->len, 3);
    for (guint i = 0; i < 3; i++)
        assert_true(g_str_has_prefix(g_ptr_array_index(answer->left_out, i), "nowhere"));
    assert_int_equal(answer->estimated, SUPPORT_WORKSHOPS);
    g_string_free(text, TRUE);
}

static void the_words_that_a_phrase_has_too_many_are_told(void **state)
{
    GString *text = g_string_new("\"");
    (void)state;
    for (int i = 0; i < CFA_QUERY_WORDS + 2; i++)
        g_string_append_printf(text, "w%d ", i);
    g_string_append(text, "\"");
    const cfa_request request = support_request(text->str);
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    assert_int_equal(answer->left_out->len, 2);
    assert_string_equal(g_ptr_array_index(answer->left_out, 1), "w65");
    g_string_free(text, TRUE);
}

static void of_many_phrases_and_nears_eight_are_searched_and_those_with_a_rare_word(void **state)
{
    (void)state;
    GString *text = g_string_new("\"nowhere at all\" ");
    for (int i = 0; i < 7; i++)
        g_string_append_printf(text, "\"glaziers w%d\" ", i);
    g_string_append(text, "\"nowhere else\" glaziers NEAR/5 glaziers \"glaziers glaziers\"");
    const cfa_request request = support_request(text->str);
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    assert_int_equal(answer->left_out->len, 2);
    assert_string_equal(g_ptr_array_index(answer->left_out, 0), "glaziers NEAR/5 glaziers");
    assert_string_equal(g_ptr_array_index(answer->left_out, 1), "\"glaziers glaziers\"");
    g_string_free(text, TRUE);
}

static void of_the_words_that_are_near_each_other_eight_are_searched(void **state)
{
    (void)state;
    const cfa_request request =
        support_request("w1 NEAR w2 NEAR w3 NEAR w4 NEAR w5 NEAR w6 NEAR w7 NEAR w8 NEAR w9");
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    assert_int_equal(answer->left_out->len, 1);
    assert_string_equal(g_ptr_array_index(answer->left_out, 0), "w9");
}

static void of_many_exclusions_that_leave_all_the_rest_eight_are_planned(void **state)
{
    GString *text = g_string_new("glaziers ");
    (void)state;
    for (int i = 0; i < 10; i++)
        g_string_append_printf(text, "(nowhere%d OR NOT w%d) ", i, i);
    const cfa_request request = support_request(text->str);
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    assert_int_equal(answer->left_out->len, 2);
    assert_string_equal(g_ptr_array_index(answer->left_out, 0), "NOT");
    assert_int_equal(answer->estimated, SUPPORT_WORKSHOPS);
    g_string_free(text, TRUE);
}

static cfa_answer *search_of_250_words_that_begin_so(const char *query)
{
    GString *words = g_string_new(NULL);
    cfa_case_text *text = support_text_new(403, CFA_ENGLISH, "2023-10");
    for (int i = 0; i < 250; i++)
        g_string_append_printf(words, "quay%03d ", i);
    support_add_paragraph(text, 1, CFA_SECTION_OTHER, words->str, NULL);
    cfa_index *index = support_index_new(&text, 1);
    const cfa_request request = support_request(query);
    cfa_answer *answer = support_search(index, &request);
    support_index_free(index);
    g_string_free(words, TRUE);
    return answer;
}

static void a_prefix_of_too_many_words_is_told(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) answer = search_of_250_words_that_begin_so("quay0* OR qua* OR quay24*");
    assert_int_equal(answer->estimated, 1);
    assert_int_equal(answer->cut->len, 1);
    assert_string_equal(g_ptr_array_index(answer->cut, 0), "qua*");
}

static void sixty_four_words_are_all_searched(void **state)
{
    GString *text = g_string_new("glaziers the of ");
    (void)state;
    for (int i = 1; i < CFA_QUERY_WORDS; i++)
        g_string_append_printf(text, "rare%d rare%d ", i, i);
    const cfa_request request = support_request(text->str);
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    assert_int_equal(answer->left_out->len, 0);
    assert_int_equal(answer->estimated, SUPPORT_WORKSHOPS);
    g_string_free(text, TRUE);
}

/* ---- what it may cost ---- */

/* So many different ranges, each of which finds all and reads the value of every paragraph. */
static char *ranges(guint count)
{
    GString *text = g_string_new("glaziers");
    for (guint i = 0; i < count; i++)
        g_string_append_printf(text, " (report:1..%u)", 1000 + i);
    return g_string_free(text, FALSE);
}

static guint left_out_of(cfa_request request)
{
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    assert_int_equal(answer->estimated, SUPPORT_WORKSHOPS);
    return answer->left_out->len;
}

static void of_parts_that_look_at_every_paragraph_there_may_be_a_few(void **state)
{
    (void)state;
    g_autofree char *few = ranges(4), *many = ranges(60);
    assert_int_equal(left_out_of(support_request(few)), 0);
    assert_in_range(left_out_of(support_request(many)), 50, 59);
}

static void what_costs_too_much_is_named(void **state)
{
    (void)state;
    g_autofree char *many = ranges(30);
    const cfa_request request = support_request(many);
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    assert_string_equal(g_ptr_array_index(answer->left_out, 0), "report:1..1007");
}

static void the_more_is_asked_for_the_less_a_question_may_cost(void **state)
{
    (void)state;
    g_autofree char *many = ranges(30);
    cfa_request request = support_request(many);
    const guint plain = left_out_of(request);
    request.facets = TRUE;
    const guint counted = left_out_of(request);
    request.limit = CFA_LIMIT_MAX;
    request.passages = CFA_PASSAGES_MAX;
    assert_true(plain < counted);
    assert_true(counted < left_out_of(request));
}

static void six_parts_are_searched_whatever_they_cost(void **state)
{
    cfa_request request =
        support_request("year:1950..2100 report:1..900 report:2..900 report:3..900 glaziers hearing");
    (void)state;
    request.facets = TRUE;
    request.limit = CFA_LIMIT_MAX;
    request.passages = CFA_PASSAGES_MAX;
    assert_int_equal(left_out_of(request), 0);
}

static void filters_of_the_whole_question_are_searched_whatever_else_is_left_out(void **state)
{
    (void)state;
    GString *text = g_string_new("glaziers");
    for (guint i = 0; i < 30; i++)
        g_string_append_printf(text, " (hearing OR report:1..%u)", 1000 + i);
    const cfa_request_filter filters[] = {{"year", "1950..1960"}, {"report", "950"}};
    cfa_request request = support_request(text->str);
    request.facets = TRUE;
    request.limit = CFA_LIMIT_MAX;
    request.filters = filters;
    request.filter_count = G_N_ELEMENTS(filters);
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    assert_int_equal(answer->estimated, 0);
    assert_true(answer->left_out->len > 0);
    for (guint i = 0; i < answer->left_out->len; i++)
        assert_true(strcmp(g_ptr_array_index(answer->left_out, i), "year:1950..1960") != 0 &&
                    strcmp(g_ptr_array_index(answer->left_out, i), "report:950") != 0);
    g_string_free(text, TRUE);
}

static void of_very_many_filters_of_the_whole_question_some_are_left_out(void **state)
{
    (void)state;
    GString *text = g_string_new("glaziers");
    for (guint i = 0; i < 60; i++)
        g_string_append_printf(text, " report:1..%u", 1000 + i);
    assert_in_range(left_out_of(support_request(text->str)), 40, 59);
    g_string_free(text, TRUE);
}

static void each_language_is_counted_without_the_same_parts(void **state)
{
    (void)state;
    g_autofree char *many = ranges(30);
    cfa_request request = support_request(many);
    request.facets = TRUE;
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    const GArray *languages = answer->facets->counts[CFA_FACET_LANGUAGE];
    assert_int_equal(languages->len, 2);
    assert_int_equal(g_array_index(languages, cfa_facet_count, 0).count, SUPPORT_WORKSHOPS);
    assert_int_equal(g_array_index(languages, cfa_facet_count, 1).count, 10);
}

/* ---- what is shown ---- */

/* An answer with so many case texts of `paragraphs` each, all of which are asked for. */
static cfa_answer *search_long_texts(guint count, guint paragraphs)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    cfa_request request = support_request("tinkers");
    for (guint i = 0; i < count; i++) {
        cfa_case_text *text = support_text_new(100 + i, CFA_ENGLISH, "2023-10");
        for (guint j = 1; j <= paragraphs; j++)
            support_add_paragraph(text, j, CFA_SECTION_OTHER, "The tinkers came.", NULL);
        g_ptr_array_add(texts, text);
    }
    cfa_index *index = support_index_new((cfa_case_text *const *)texts->pdata, texts->len);
    request.limit = count;
    request.passages = CFA_PASSAGES_MAX;
    cfa_answer *answer = support_search(index, &request);
    support_index_free(index);
    return answer;
}

static void an_answer_shows_two_thousand_passages_and_says_where_a_hit_has_more(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) answer = search_long_texts(32, 95);
    assert_int_equal(CFA_PASSAGES_SHOWN, 2000);
    assert_int_equal(answer->passages_each, 2000 / 32);
    for (guint i = 0; i < answer->hits->len; i++)
        assert_int_equal(((const cfa_hit *)g_ptr_array_index(answer->hits, i))->passages->len, 2000 / 32);
    /* so does a list of the hits alone */
    g_autofree char *unsaid = cfa_text_unsaid(answer, (cfa_text_style){.width = 80});
    assert_string_equal(unsaid, "32 case texts; of so many hits at most 62 passages each are shown\n");
}

static void where_no_hit_has_more_nothing_is_said(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) answer = search_long_texts(40, 2);
    assert_int_equal(answer->passages_each, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_are_told),
        cmocka_unit_test(of_many_words_those_that_are_nowhere_are_left_out_first),
        cmocka_unit_test(the_words_that_a_phrase_has_too_many_are_told),
        cmocka_unit_test(a_prefix_of_too_many_words_is_told),
        cmocka_unit_test(of_many_phrases_and_nears_eight_are_searched_and_those_with_a_rare_word),
        cmocka_unit_test(of_the_words_that_are_near_each_other_eight_are_searched),
        cmocka_unit_test(of_many_exclusions_that_leave_all_the_rest_eight_are_planned),
        cmocka_unit_test(sixty_four_words_are_all_searched),
        cmocka_unit_test(of_parts_that_look_at_every_paragraph_there_may_be_a_few),
        cmocka_unit_test(what_costs_too_much_is_named),
        cmocka_unit_test(the_more_is_asked_for_the_less_a_question_may_cost),
        cmocka_unit_test(six_parts_are_searched_whatever_they_cost),
        cmocka_unit_test(filters_of_the_whole_question_are_searched_whatever_else_is_left_out),
        cmocka_unit_test(of_very_many_filters_of_the_whole_question_some_are_left_out),
        cmocka_unit_test(each_language_is_counted_without_the_same_parts),
        cmocka_unit_test(an_answer_shows_two_thousand_passages_and_says_where_a_hit_has_more),
        cmocka_unit_test(where_no_hit_has_more_nothing_is_said),
    };
    return cmocka_run_group_tests_name("search limits", tests, support_open_workshops,
                                       support_close_workshops);
}
