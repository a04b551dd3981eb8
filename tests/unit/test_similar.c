/* Similar: what is like a paragraph, a case text or a case, and what is not. */
#include "rank.h"
#include "similar.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_index *harbour, *lonely;

static cfa_case_text *text_of(guint report, cfa_language language, guint case_number, const char *country)
{
    cfa_case_text *text = support_text_new(report, language, "2020-03");
    if (case_number != 0)
        support_add_case(text, case_number, country, CFA_CASE_ACTIVE);
    return text;
}

/* A case on lighters and their wages in three languages, which comes back two reports later; others that have
 * words or citations in common with it; one that has neither; one that names no case; one in no known
 * language; and one of stopwords. */
static void publish_harbour(const char *index)
{
    cfa_case_text *texts[] = {text_of(501, CFA_ENGLISH, 9911, "Ruritania"),
                              text_of(501, CFA_FRENCH, 9911, "Ruritania"),
                              text_of(503, CFA_ENGLISH, 9911, "Ruritania"),
                              text_of(502, CFA_ENGLISH, 9912, "Costa Rica"),
                              text_of(504, CFA_ENGLISH, 9913, "Costa Rica"),
                              text_of(505, CFA_ENGLISH, 9914, "Belarus"),
                              text_of(506, CFA_ENGLISH, 9915, "Belarus"),
                              text_of(507, CFA_ENGLISH, 0, NULL),
                              text_of(508, CFA_LANGUAGE_UNKNOWN, 9916, "Belarus"),
                              text_of(509, CFA_ENGLISH, 9917, "Belarus"),
                              text_of(510, CFA_FRENCH, 9918, "Belarus")};
    support_add_paragraph(
        texts[0], 10, CFA_SECTION_CONCLUSIONS,
        "The lightermen were dismissed for a boycott of the barges; see paragraph 40 of the 77th Report.",
        "77/40");
    support_add_paragraph(texts[0], 11, CFA_SECTION_RECOMMENDATIONS,
                          "The lightermen should be given back their barges.", NULL);
    support_add_paragraph(texts[1], 10, CFA_SECTION_CONCLUSIONS,
                          "Les bateliers furent licenciés pour avoir boycotté les péniches.", "77/40");
    support_add_paragraph(texts[2], 20, CFA_SECTION_CONCLUSIONS,
                          "The lightermen are still dismissed, and the boycott of the barges goes on.",
                          "501/10");
    support_add_paragraph(texts[3], 30, CFA_SECTION_CONCLUSIONS,
                          "The stevedores, too, called a boycott, and were dismissed.", NULL);
    support_add_paragraph(texts[3], 31, CFA_SECTION_ALLEGATIONS, "Nobody was heard.", NULL);
    support_add_paragraph(texts[4], 40, CFA_SECTION_CONCLUSIONS, "Weavers lost their looms.", "77/40");
    support_add_paragraph(texts[5], 50, CFA_SECTION_CONCLUSIONS, "Tanners met in a yard.", "501/10");
    support_add_paragraph(texts[6], 60, CFA_SECTION_CONCLUSIONS, "Clockmakers bargain over clocks.", NULL);
    support_add_paragraph(texts[7], 70, CFA_SECTION_OTHER, "Barges were dismissed, whatever that means.",
                          NULL);
    support_add_paragraph(texts[7], 71, CFA_SECTION_OTHER, "Barges again.", NULL);
    support_add_paragraph(texts[8], 80, CFA_SECTION_OTHER, "Barges boycott lightermen.", NULL);
    support_add_paragraph(texts[9], 90, CFA_SECTION_OTHER, "And so it was, and is, as it is.", NULL);
    support_add_paragraph(texts[10], 95, CFA_SECTION_OTHER, "Les bateliers ont des péniches.", NULL);
    support_publish(index, texts, G_N_ELEMENTS(texts));
}

static void publish_lonely(const char *index)
{
    cfa_case_text *text = text_of(601, CFA_ENGLISH, 9921, "Ruritania");
    support_add_paragraph(text, 1, CFA_SECTION_CONCLUSIONS, "The beekeepers lost their hives.", "77/40");
    support_publish(index, &text, 1);
}

static int open_indexes(void **state)
{
    (void)state;
    harbour = support_index_by(publish_harbour);
    lonely = support_index_by(publish_lonely);
    return 0;
}

static int close_indexes(void **state)
{
    (void)state;
    support_index_free(harbour);
    support_index_free(lonely);
    return 0;
}

static cfa_request by_paragraph(void)
{
    cfa_request request = CFA_REQUEST_INIT;
    request.by_paragraph = TRUE;
    return request;
}

static cfa_answer *find(const cfa_index *index, const char *id, const cfa_request *request)
{
    cfa_error error = {0};
    cfa_answer *answer = cfa_similar(index, id, request, &error);
    if (answer == NULL)
        fail_msg("%s has no answer: %s", id, error.reason);
    return answer;
}

static void expect_like(const char *id, const cfa_request *request, const char *expected)
{
    g_autoptr(cfa_answer) answer = find(harbour, id, request);
    g_autofree char *ids = support_ids(answer);
    if (strcmp(ids, expected) != 0)
        fail_msg("like %s are %s, not %s", id, ids, expected);
}

static void expect_refused(const cfa_index *index, const char *id, cfa_status status, const char *code)
{
    cfa_error error = {0};
    const cfa_request request = CFA_REQUEST_INIT;
    if (cfa_similar(index, id, &request, &error) != NULL)
        fail_msg("%s is answered", id);
    if (error.status != status || strcmp(error.code, code) != 0)
        fail_msg("%s is refused as %s, not %s", id, error.code, code);
}

static gboolean has(const cfa_answer *answer, const char *id)
{
    for (guint i = 0; i < answer->hits->len; i++)
        if (strcmp(((const cfa_hit *)g_ptr_array_index(answer->hits, i))->id, id) == 0)
            return TRUE;
    return FALSE;
}

/* ---- what is like it ---- */

static void what_shares_words_or_citations_is_like_a_paragraph(void **state)
{
    const cfa_request request = by_paragraph();
    (void)state;
    g_autoptr(cfa_answer) answer = find(harbour, "501/10", &request);
    assert_true(has(answer, "502/30/en")); /* the same words */
    assert_true(has(answer, "504/40/en")); /* the same citation */
    assert_true(has(answer, "505/50/en")); /* cites it */
    assert_false(has(answer, "506/60/en"));
    assert_false(has(answer, "502/31/en"));
}

static void what_a_paragraph_cites_is_like_it(void **state)
{
    const cfa_request request = by_paragraph();
    (void)state;
    expect_like("505/50", &request, "501/10/en 503/20/en");
}

static void a_shared_citation_weighs_more_than_a_shared_word(void **state)
{
    const cfa_request request = by_paragraph();
    (void)state;
    g_autoptr(cfa_answer) answer = find(harbour, "501/10", &request);
    g_autofree char *ids = support_ids(answer);
    assert_true(strstr(ids, "504/40/en") < strstr(ids, "507/71/en"));
}

static void nothing_of_its_own_case_is_like_it(void **state)
{
    const cfa_request request = by_paragraph();
    (void)state;
    g_autoptr(cfa_answer) answer = find(harbour, "501/10", &request);
    assert_false(has(answer, "501/10/en"));
    assert_false(has(answer, "501/10/fr"));
    assert_false(has(answer, "501/11/en"));
    assert_false(has(answer, "503/20/en"));
}

static void the_answer_tells_what_was_compared(void **state)
{
    const cfa_request request = by_paragraph();
    (void)state;
    g_autoptr(cfa_answer) answer = find(harbour, "504/40/en", &request);
    assert_string_equal(answer->query, "504/40/en");
    assert_string_equal(answer->parsed, "weavers lost looms cites:77/40 77/40 -504/40 -case:9913");
}

static void without_a_case_its_case_text_is_left_out(void **state)
{
    const cfa_request request = by_paragraph();
    (void)state;
    g_autoptr(cfa_answer) answer = find(harbour, "507/70", &request);
    assert_true(has(answer, "501/11/en"));
    assert_false(has(answer, "507/70/en"));
    assert_false(has(answer, "507/71/en"));
}

static void by_default_case_texts_are_listed_with_their_passages(void **state)
{
    const cfa_request request = CFA_REQUEST_INIT;
    (void)state;
    g_autoptr(cfa_answer) answer = find(harbour, "502/30", &request);
    assert_string_equal(((const cfa_hit *)g_ptr_array_index(answer->hits, 0))->id, "503/20/en");
    assert_int_equal(answer->upper, answer->hits->len);
}

/* ---- what it may be ---- */

static void a_case_is_named_in_two_ways(void **state)
{
    const cfa_request request = by_paragraph();
    (void)state;
    g_autoptr(cfa_answer) answer = find(harbour, "9911", &request);
    g_autofree char *ids = support_ids(answer);
    assert_string_equal(answer->query, "9911");
    assert_string_equal(answer->like, "Case No. 9911 (Ruritania)");
    expect_like("case:9911", &request, ids);
    assert_true(has(answer, "502/30/en"));
}

static void a_case_text_is_read_whole(void **state)
{
    const cfa_request request = by_paragraph();
    (void)state;
    g_autoptr(cfa_answer) answer = find(harbour, "502/30-31", &request);
    assert_string_equal(answer->like, "502nd Report, Case No. 9912 (Costa Rica), paras 30–31");
    assert_true(has(answer, "501/10/en"));
    assert_false(has(answer, "502/31/en"));
}

static void what_is_no_identifier_is_refused(void **state)
{
    static const char *const rubbish[] = {
        "",          "/",          "501",        "501/",         "501/x",
        "501/10/de", "case:",      "case:x",     "case:9911/10", "digest:2006/45",
        "-501/10",   "501/10/en/", "501/11-10/", "\xff\xfe",     "9911 9912"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rubbish); i++) {
        cfa_error error = {0};
        const cfa_request request = CFA_REQUEST_INIT;
        assert_null(cfa_similar(harbour, rubbish[i], &request, &error));
        if (error.status != CFA_USAGE && error.status != CFA_NOT_FOUND)
            fail_msg("\"%s\" is refused as %s", rubbish[i], error.code);
    }
    expect_refused(harbour, "rubbish", CFA_USAGE, "bad-id");
    expect_refused(harbour, "501/", CFA_USAGE, "bad-id");
}

static void what_is_not_in_the_index_is_told_by_its_kind(void **state)
{
    (void)state;
    expect_refused(harbour, "501/99", CFA_NOT_FOUND, "no-such-paragraph");
    expect_refused(harbour, "501/10/es", CFA_NOT_FOUND, "no-such-paragraph");
    expect_refused(harbour, "501/10-12", CFA_NOT_FOUND, "no-such-case-text");
    expect_refused(harbour, "501/10-11/es", CFA_NOT_FOUND, "no-such-case-text");
    expect_refused(harbour, "9999", CFA_NOT_FOUND, "no-such-case");
}

static void stopwords_alone_are_like_nothing(void **state)
{
    cfa_request request = by_paragraph();
    (void)state;
    expect_like("509/90", &request, "");
    const cfa_request_filter filter = {"country", "Belarus"};
    request.filters = &filter;
    request.filter_count = 1;
    expect_like("509/90", &request, "");
}

static void what_is_alone_is_like_nothing(void **state)
{
    const cfa_request request = CFA_REQUEST_INIT;
    (void)state;
    g_autoptr(cfa_answer) answer = find(lonely, "601/1", &request);
    assert_int_equal(answer->hits->len, 0);
    assert_int_equal(answer->upper, 0);
    assert_string_equal(answer->like, "601st Report, Case No. 9921 (Ruritania), para. 1");
}

static void a_text_in_no_known_language_is_compared_by_its_words_as_they_are(void **state)
{
    const cfa_request request = by_paragraph();
    (void)state;
    g_autoptr(cfa_answer) answer = find(harbour, "508/80", &request);
    assert_true(answer->hits->len > 0);
    assert_false(has(answer, "508/80"));
}

/* ---- as the request has it ---- */

static void the_language_wanted_is_the_one_that_is_read(void **state)
{
    cfa_request request = by_paragraph();
    (void)state;
    request.languages = CFA_LANGUAGE_BIT(CFA_FRENCH);
    expect_like("501/10", &request, "510/95/fr");
    expect_like("501/10/en", &request, "510/95/fr");
}

static void filters_and_words_narrow_what_is_like_it(void **state)
{
    cfa_request request = by_paragraph();
    const cfa_request_filter filter = {"country", "CR"};
    (void)state;
    request.filters = &filter;
    request.filter_count = 1;
    expect_like("501/10", &request, "504/40/en 502/30/en");
    request.query = "+looms";
    expect_like("501/10", &request, "504/40/en");
}

static void pages_are_of_one_order(void **state)
{
    cfa_request request = by_paragraph();
    (void)state;
    g_autoptr(cfa_answer) whole = find(harbour, "501/10", &request);
    request.limit = 1;
    for (guint i = 0; i <= whole->hits->len; i++) {
        request.offset = i;
        g_autoptr(cfa_answer) one = find(harbour, "501/10", &request);
        assert_int_equal(one->upper, whole->upper);
        assert_int_equal(one->hits->len, i < whole->hits->len ? 1 : 0);
        if (i < whole->hits->len)
            assert_string_equal(((const cfa_hit *)g_ptr_array_index(one->hits, 0))->id,
                                ((const cfa_hit *)g_ptr_array_index(whole->hits, i))->id);
    }
}

static void another_order_is_refused(void **state)
{
    cfa_error error = {0};
    cfa_request request = by_paragraph();
    (void)state;
    request.sort = CFA_SORT_NEWEST;
    assert_null(cfa_similar(harbour, "501/10", &request, &error));
    assert_int_equal(error.status, CFA_USAGE);
    assert_string_equal(error.code, "bad-sort");
}

static void facets_are_refused(void **state)
{
    cfa_error error = {0};
    cfa_request request = by_paragraph();
    (void)state;
    request.facets = TRUE;
    assert_null(cfa_similar(harbour, "501/10", &request, &error));
    assert_int_equal(error.status, CFA_USAGE);
    assert_string_equal(error.code, "bad-facets");
}

static void snippets_mark_the_words_that_both_have(void **state)
{
    const cfa_request request = by_paragraph();
    (void)state;
    g_autoptr(cfa_answer) answer = find(harbour, "502/30", &request);
    const cfa_hit *hit = g_ptr_array_index(answer->hits, 0);
    const cfa_passage *passage = g_ptr_array_index(hit->passages, 0);
    g_autofree char *runs = support_runs(passage->snippet);
    assert_string_equal(runs,
                        "The lightermen are still [dismissed], and the [boycott] of the barges goes on.");
}

static void reasons_name_shared_words_and_citations_and_add_up(void **state)
{
    cfa_request request = by_paragraph();
    gboolean by_citation = FALSE;
    double sum = 0;
    (void)state;
    request.explain = TRUE;
    g_autoptr(cfa_answer) answer = find(harbour, "504/40", &request);
    const cfa_hit *hit = g_ptr_array_index(answer->hits, 0);
    assert_string_equal(hit->id, "501/10/en");
    for (guint i = 0; i < hit->reasons->len; i++) {
        const cfa_reason *reason = g_ptr_array_index(hit->reasons, i);
        by_citation =
            by_citation || (reason->path == CFA_PATH_CITATION && strcmp(reason->term, "cites:77/40") == 0);
        sum += reason->weight;
    }
    assert_true(by_citation);
    assert_true(sum > hit->score - 1e-6 && sum < hit->score + 1e-6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_shares_words_or_citations_is_like_a_paragraph),
        cmocka_unit_test(what_a_paragraph_cites_is_like_it),
        cmocka_unit_test(a_shared_citation_weighs_more_than_a_shared_word),
        cmocka_unit_test(nothing_of_its_own_case_is_like_it),
        cmocka_unit_test(the_answer_tells_what_was_compared),
        cmocka_unit_test(without_a_case_its_case_text_is_left_out),
        cmocka_unit_test(by_default_case_texts_are_listed_with_their_passages),
        cmocka_unit_test(a_case_is_named_in_two_ways),
        cmocka_unit_test(a_case_text_is_read_whole),
        cmocka_unit_test(what_is_no_identifier_is_refused),
        cmocka_unit_test(what_is_not_in_the_index_is_told_by_its_kind),
        cmocka_unit_test(stopwords_alone_are_like_nothing),
        cmocka_unit_test(what_is_alone_is_like_nothing),
        cmocka_unit_test(a_text_in_no_known_language_is_compared_by_its_words_as_they_are),
        cmocka_unit_test(the_language_wanted_is_the_one_that_is_read),
        cmocka_unit_test(filters_and_words_narrow_what_is_like_it),
        cmocka_unit_test(pages_are_of_one_order),
        cmocka_unit_test(another_order_is_refused),
        cmocka_unit_test(facets_are_refused),
        cmocka_unit_test(snippets_mark_the_words_that_both_have),
        cmocka_unit_test(reasons_name_shared_words_and_citations_and_add_up),
    };
    return cmocka_run_group_tests_name("similar", tests, open_indexes, close_indexes);
}
