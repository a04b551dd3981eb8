/* Search: how what was found is grouped, ordered, counted and relaxed. */
#include "query.h"
#include "search.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static int open_indexes(void **state)
{
    return support_open_disputes(state) != 0 || support_open_workshops(state) != 0;
}

static int close_indexes(void **state)
{
    return support_close_disputes(state) != 0 || support_close_workshops(state) != 0;
}

static void expect_ids(const cfa_index *index, const cfa_request *request, const char *expected)
{
    g_autofree char *ids = support_search_ids(index, request);
    if (strcmp(ids, expected) != 0)
        fail_msg("%s finds %s, not %s", request->query, ids, expected);
}

static const cfa_hit *hit_at(const cfa_answer *answer, guint index)
{
    assert_true(index < answer->hits->len);
    return g_ptr_array_index(answer->hits, index);
}

/* ---- match ---- */

static void every_word_is_asked_for_in_one_paragraph(void **state)
{
    cfa_request request = support_request("secretary association");
    (void)state;
    request.match = CFA_MATCH_ALL;
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    assert_int_equal(answer->hits->len, 0);
    assert_int_equal(answer->upper, 0);
    assert_false(answer->relaxed);
}

static void any_word_is_enough_where_any_is_asked_for(void **state)
{
    cfa_request request = support_request("secretary unauthorized zebra");
    (void)state;
    request.match = CFA_MATCH_ANY;
    request.sort = CFA_SORT_REPORT;
    expect_ids(support_disputes, &request, PORTERS_EN " " LAMPLIGHTERS);
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    assert_false(answer->relaxed);
}

static void auto_relaxes_only_where_nothing_has_every_word(void **state)
{
    cfa_request request = support_request("secretary reinstate");
    (void)state;
    g_autoptr(cfa_answer) strict = support_search(support_disputes, &request);
    assert_false(strict->relaxed);
    assert_int_equal(strict->hits->len, 1);
    request.query = "secretary unauthorized";
    request.sort = CFA_SORT_REPORT;
    g_autoptr(cfa_answer) relaxed = support_search(support_disputes, &request);
    assert_true(relaxed->relaxed);
    g_autofree char *ids = support_ids(relaxed);
    assert_string_equal(ids, PORTERS_EN " " LAMPLIGHTERS);
}

static void one_unknown_word_too_many_still_finds(void **state)
{
    cfa_request request = support_request("lamplighters zebra");
    (void)state;
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    assert_int_equal(answer->hits->len, 1);
    assert_string_equal(hit_at(answer, 0)->id, LAMPLIGHTERS);
    assert_int_equal(answer->unknown->len, 1);
    assert_string_equal(g_ptr_array_index(answer->unknown, 0), "zebra");
}

static void an_unknown_word_that_is_asked_for_finds_nothing(void **state)
{
    static const char *const queries[] = {"lamplighters +zebra", "lamplighters AND zebra",
                                          "\"lamplighters zebra\""};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(queries); i++) {
        cfa_request request = support_request(queries[i]);
        g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
        assert_int_equal(answer->hits->len, 0);
    }
    cfa_request strict = support_request("lamplighters zebra");
    strict.match = CFA_MATCH_ALL;
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &strict);
    assert_int_equal(answer->hits->len, 0);
}

static void filters_alone_are_no_answer_to_unknown_words(void **state)
{
    (void)state;
    cfa_request request = support_request("zebra report:402");
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    assert_int_equal(answer->hits->len, 0);
    request.query = "402/21 zebra";
    g_autoptr(cfa_answer) cited = support_search(support_disputes, &request);
    assert_int_equal(cited->hits->len, 0);
    request.query = "402nd Report, para. 21 zebra giraffe okapi";
    g_autoptr(cfa_answer) paragraph = support_search(support_disputes, &request);
    assert_string_equal(hit_at(paragraph, 0)->id, LAMPLIGHTERS);
}

static void nothing_at_all_is_not_called_relaxed(void **state)
{
    static const char *const queries[] = {"zebra", "zebra giraffe", "\"zebra giraffe\"", ""};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(queries); i++) {
        const cfa_request request = support_request(queries[i]);
        g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
        assert_false(answer->relaxed);
        assert_int_equal(answer->hits->len, 0);
    }
}

static void relaxing_keeps_filters_and_exclusions(void **state)
{
    cfa_request request = support_request("secretary unauthorized country:CR");
    (void)state;
    expect_ids(support_disputes, &request, LAMPLIGHTERS);
    request.query = "secretary unauthorized -lamplighters -country:CR";
    expect_ids(support_disputes, &request, PORTERS_EN);
    request.query = "secretary +unauthorized zebra";
    expect_ids(support_disputes, &request, PORTERS_EN);
}

/* ---- grouping and language ---- */

static void a_case_text_is_one_hit_for_all_its_languages(void **state)
{
    cfa_request request = support_request("case:3101");
    (void)state;
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    assert_int_equal(answer->hits->len, 1);
    assert_int_equal(answer->estimated, 1);
    assert_int_equal(hit_at(answer, 0)->languages, CFA_EVERY_LANGUAGE);
    request.query = "lamplighters";
    g_autoptr(cfa_answer) other = support_search(support_disputes, &request);
    assert_int_equal(hit_at(other, 0)->languages, CFA_LANGUAGE_BIT(CFA_ENGLISH));
}

static void a_hit_is_in_the_language_that_matched(void **state)
{
    cfa_request request = support_request("quay");
    (void)state;
    request.preferred = CFA_SPANISH;
    expect_ids(support_disputes, &request, PORTERS_EN);
    request.query = "quai";
    expect_ids(support_disputes, &request, PORTERS_FR);
    request.query = "muelle";
    request.preferred = CFA_FRENCH;
    expect_ids(support_disputes, &request, PORTERS_ES);
}

static void the_preferred_language_shows_where_words_do_not_tell(void **state)
{
    cfa_request request = support_request("case:3101");
    (void)state;
    expect_ids(support_disputes, &request, PORTERS_EN);
    request.preferred = CFA_FRENCH;
    expect_ids(support_disputes, &request, PORTERS_FR);
    request.preferred = CFA_SPANISH;
    expect_ids(support_disputes, &request, PORTERS_ES);
    request.query = "case:3102";
    expect_ids(support_disputes, &request, LAMPLIGHTERS);
}

static void passages_are_in_the_language_of_their_hit(void **state)
{
    cfa_request request = support_request("case:3101");
    (void)state;
    request.preferred = CFA_FRENCH;
    request.passages = 5;
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    const cfa_hit *hit = hit_at(answer, 0);
    assert_int_equal(hit->passages->len, 5);
    for (guint i = 0; i < hit->passages->len; i++) {
        const cfa_passage *passage = g_ptr_array_index(hit->passages, i);
        assert_int_equal(passage->record->text->language, CFA_FRENCH);
        assert_string_equal(passage->record->case_text_id, hit->id);
    }
    assert_ptr_equal(hit->record, ((const cfa_passage *)g_ptr_array_index(hit->passages, 0))->record);
}

static void passages_are_as_many_as_asked_for_and_match(void **state)
{
    cfa_request request = support_request("porters");
    (void)state;
    for (guint wanted = 1; wanted <= 6; wanted++) {
        request.passages = wanted;
        g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
        const cfa_hit *hit = hit_at(answer, 0);
        assert_int_equal(hit->passages->len, MIN(wanted, 4));
        double score = ((const cfa_passage *)g_ptr_array_index(hit->passages, 0))->score;
        for (guint i = 0; i < hit->passages->len; i++) {
            const cfa_passage *passage = g_ptr_array_index(hit->passages, i);
            g_autofree char *line = support_runs(passage->snippet);
            assert_non_null(strstr(line, "[porters]") != NULL ? line : strstr(line, "[Porters]"));
            assert_true(passage->score <= score);
            score = passage->score;
        }
    }
}

static void by_paragraph_each_paragraph_is_a_hit(void **state)
{
    cfa_request request = support_request("freedom of association");
    (void)state;
    request.by_paragraph = TRUE;
    request.sort = CFA_SORT_REPORT;
    expect_ids(support_disputes, &request, "401/13/en 402/21/en");
    request.query = "case:3101";
    expect_ids(support_disputes, &request, "401/10/en 401/11/en 401/12/en 401/13/en 401/14/en");
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    assert_int_equal(answer->estimated, 5);
    assert_true(answer->by_paragraph);
    for (guint i = 0; i < 5; i++) {
        assert_int_equal(hit_at(answer, i)->passages->len, 1);
        assert_int_equal(hit_at(answer, i)->languages, CFA_EVERY_LANGUAGE);
    }
}

/* ---- order ---- */

static void sorts_put_hits_in_their_order(void **state)
{
    cfa_request request = support_request("-zebra");
    (void)state;
    request.sort = CFA_SORT_NEWEST;
    expect_ids(support_disputes, &request, LAMPLIGHTERS " " PORTERS_EN " " BAKERS " " LIGHTHOUSE);
    request.sort = CFA_SORT_OLDEST;
    expect_ids(support_disputes, &request, LIGHTHOUSE " " BAKERS " " PORTERS_EN " " LAMPLIGHTERS);
    request.sort = CFA_SORT_REPORT;
    expect_ids(support_disputes, &request, LIGHTHOUSE " " BAKERS " " PORTERS_EN " " LAMPLIGHTERS);
    request.sort = CFA_SORT_RELEVANCE; /* nothing to rank by: the newest first */
    expect_ids(support_disputes, &request, LAMPLIGHTERS " " PORTERS_EN " " BAKERS " " LIGHTHOUSE);
}

static void within_a_report_the_first_paragraph_stands_first(void **state)
{
    cfa_request request = support_request("case:3102");
    (void)state;
    request.by_paragraph = TRUE;
    request.sort = CFA_SORT_NEWEST;
    expect_ids(support_disputes, &request, "402/20/en 402/21/en 402/22/en");
    request.sort = CFA_SORT_OLDEST;
    expect_ids(support_disputes, &request, "402/20/en 402/21/en 402/22/en");
    request.sort = CFA_SORT_REPORT;
    expect_ids(support_disputes, &request, "402/20/en 402/21/en 402/22/en");
}

static void relevance_puts_the_rarer_word_first(void **state)
{
    cfa_request request = support_request("committee secretary");
    (void)state;
    request.match = CFA_MATCH_ANY;
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    assert_string_equal(hit_at(answer, 0)->id, LAMPLIGHTERS);
    for (guint i = 1; i < answer->hits->len; i++)
        assert_true(hit_at(answer, i)->score <= hit_at(answer, i - 1)->score);
}

static void ranks_count_from_one(void **state)
{
    cfa_request request = support_request("glaziers");
    (void)state;
    request.offset = 5;
    request.limit = 4;
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    for (guint i = 0; i < 4; i++)
        assert_int_equal(hit_at(answer, i)->rank, 6 + i);
}

/* ---- paging and totals ---- */

static void check_pages(cfa_request request, guint total, guint limit)
{
    request.limit = CFA_LIMIT_MAX;
    request.offset = 0;
    g_autofree char *whole = support_search_ids(support_workshops, &request);
    GString *pages = g_string_new(NULL);
    request.limit = limit;
    for (request.offset = 0; request.offset < total + limit; request.offset += limit) {
        g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
        g_autofree char *ids = support_ids(answer);
        if (answer->lower != total || answer->estimated != total || answer->upper != total)
            fail_msg("from %u on, %u at a time, there are %u to %u, not %u", request.offset, limit,
                     answer->lower, answer->upper, total);
        assert_int_equal(answer->hits->len, MIN(limit, total > request.offset ? total - request.offset : 0));
        if (pages->len > 0 && ids[0] != '\0')
            g_string_append_c(pages, ' ');
        g_string_append(pages, ids);
    }
    assert_string_equal(pages->str, whole);
    g_string_free(pages, TRUE);
}

static void pages_together_are_the_whole_and_totals_are_exact(void **state)
{
    static const guint limits[] = {1, 2, 7, 10, 36, 37, 38, 1000};
    static const cfa_sort sorts[] = {CFA_SORT_RELEVANCE, CFA_SORT_NEWEST, CFA_SORT_OLDEST, CFA_SORT_REPORT};
    cfa_request request = support_request("glaziers hearing");
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(limits); i++)
        for (gsize j = 0; j < G_N_ELEMENTS(sorts); j++) {
            request.sort = sorts[j];
            check_pages(request, SUPPORT_WORKSHOPS, limits[i]);
        }
}

static void totals_count_what_is_listed(void **state)
{
    cfa_request request = support_request("glaziers");
    (void)state;
    check_pages(request, SUPPORT_WORKSHOPS, 10);
    request.by_paragraph = TRUE; /* every second text has a second one */
    check_pages(request, SUPPORT_WORKSHOPS + SUPPORT_WORKSHOPS / 2, 10);
    request.languages = CFA_LANGUAGE_BIT(CFA_FRENCH);
    request.by_paragraph = FALSE;
    check_pages(request, (SUPPORT_WORKSHOPS + 3) / 4, 3);
    request.languages = 0;
    request.query = "ruritania -case:1001";
    check_pages(request, SUPPORT_WORKSHOPS - 1, 10);
}

static void the_same_request_has_the_same_answer(void **state)
{
    cfa_request request = support_request("glaziers committee");
    (void)state;
    request.match = CFA_MATCH_ANY;
    g_autofree char *first = support_search_ids(support_workshops, &request);
    for (int i = 0; i < 5; i++)
        expect_ids(support_workshops, &request, first);
}

static void an_offset_behind_the_end_finds_nothing_but_the_total(void **state)
{
    cfa_request request = support_request("glaziers");
    (void)state;
    request.offset = CFA_OFFSET_MAX;
    g_autoptr(cfa_answer) answer = support_search(support_workshops, &request);
    assert_int_equal(answer->hits->len, 0);
    assert_int_equal(answer->estimated, SUPPORT_WORKSHOPS);
}

/* ---- what it says of itself ---- */

static void the_answer_says_what_was_asked(void **state)
{
    cfa_request request = support_request("“Right to Strike” -Police");
    (void)state;
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    assert_string_equal(answer->query, "“Right to Strike” -Police");
    assert_string_equal(answer->parsed, "\"right to strike\" -police");
    assert_int_equal(answer->generation, 1);
    assert_int_equal(answer->limit, CFA_LIMIT_DEFAULT);
    assert_int_equal(answer->offset, 0);
    assert_true(answer->took_ms > 0);
}

/* ---- the index ---- */

static void an_index_refreshed_sees_what_was_published(void **state)
{
    cfa_error error = {0};
    cfa_request request = support_request("tinkers");
    (void)state;
    support_publish_disputes(support_folder);
    cfa_index *index = cfa_index_refresh(NULL, support_folder, &error);
    assert_non_null(index);
    assert_ptr_equal(cfa_index_refresh(index, support_folder, &error), index);
    cfa_case_text *text = support_text_new(403, CFA_ENGLISH, "2023-10");
    support_add_paragraph(text, 1, CFA_SECTION_OTHER, "The tinkers came.", NULL);
    support_publish(support_folder, &text, 1);
    expect_ids(index, &request, ""); /* the old one goes on answering */
    index = cfa_index_refresh(index, support_folder, &error);
    assert_non_null(index);
    assert_int_equal(index->generation, 2);
    expect_ids(index, &request, "403/1/en");
    cfa_index_free(index);
}

static void an_index_that_is_not_there_is_told(void **state)
{
    cfa_error error = {0};
    (void)state;
    assert_null(cfa_index_open(support_folder, &error));
    assert_int_equal(error.status, CFA_UNAVAILABLE);
    assert_string_equal(error.code, "no-index");
    support_write(support_folder, "current",
                  "cfasearch-index 8\ngeneration 1\nshard gen-000001/paragraphs\n");
    error = (cfa_error){0};
    assert_null(cfa_index_open(support_folder, &error));
    assert_int_equal(error.status, CFA_CORRUPT);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, support_make_folder, support_remove_folder)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_asked_for_in_one_paragraph),
        cmocka_unit_test(any_word_is_enough_where_any_is_asked_for),
        cmocka_unit_test(auto_relaxes_only_where_nothing_has_every_word),
        cmocka_unit_test(one_unknown_word_too_many_still_finds),
        cmocka_unit_test(an_unknown_word_that_is_asked_for_finds_nothing),
        cmocka_unit_test(filters_alone_are_no_answer_to_unknown_words),
        cmocka_unit_test(nothing_at_all_is_not_called_relaxed),
        cmocka_unit_test(relaxing_keeps_filters_and_exclusions),
        cmocka_unit_test(a_case_text_is_one_hit_for_all_its_languages),
        cmocka_unit_test(a_hit_is_in_the_language_that_matched),
        cmocka_unit_test(the_preferred_language_shows_where_words_do_not_tell),
        cmocka_unit_test(passages_are_in_the_language_of_their_hit),
        cmocka_unit_test(passages_are_as_many_as_asked_for_and_match),
        cmocka_unit_test(by_paragraph_each_paragraph_is_a_hit),
        cmocka_unit_test(sorts_put_hits_in_their_order),
        cmocka_unit_test(within_a_report_the_first_paragraph_stands_first),
        cmocka_unit_test(relevance_puts_the_rarer_word_first),
        cmocka_unit_test(ranks_count_from_one),
        cmocka_unit_test(pages_together_are_the_whole_and_totals_are_exact),
        cmocka_unit_test(totals_count_what_is_listed),
        cmocka_unit_test(the_same_request_has_the_same_answer),
        cmocka_unit_test(an_offset_behind_the_end_finds_nothing_but_the_total),
        cmocka_unit_test(the_answer_says_what_was_asked),
        IN_FOLDER(an_index_refreshed_sees_what_was_published),
        IN_FOLDER(an_index_that_is_not_there_is_told),
    };
    return cmocka_run_group_tests_name("search", tests, open_indexes, close_indexes);
}
