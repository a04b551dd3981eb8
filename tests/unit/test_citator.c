/* The citator: who cites what, however it is cited. */
#include "citator.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { MANY = 1200 };

static cfa_index *library;

static cfa_case_text *text_of(guint report, cfa_language language, const char *date, guint number)
{
    cfa_case_text *text = support_text_new(report, language, date);
    support_add_case(text, number, "Ruritania", CFA_CASE_CLOSED);
    return text;
}

/* One paragraph cites itself, two each other. */
static cfa_case_text *porters(void)
{
    cfa_case_text *text = text_of(306, CFA_ENGLISH, "1997-03", 9941);
    support_add_paragraph(text, 120, CFA_SECTION_OTHER, "It is as said here.", "306/120");
    support_add_paragraph(text, 121, CFA_SECTION_OTHER, "See the next.", "306/122");
    support_add_paragraph(text, 122, CFA_SECTION_OTHER, "See the one before.", "306/121");
    support_add_paragraph(text, 123, CFA_SECTION_OTHER, "Porters may strike.", NULL);
    return text;
}

static cfa_case_text *bakers(cfa_language language)
{
    cfa_case_text *text = text_of(390, language, "2019-11", 9942);
    support_add_paragraph(text, 1, CFA_SECTION_OTHER, "bakery bakery", "306/123 399/1");
    support_add_paragraph(text, 2, CFA_SECTION_OTHER, "oven", "306/110-400");
    support_add_paragraph(text, 3, CFA_SECTION_OTHER, "flour", "case:9941 digest:2006/40-50");
    return text;
}

static cfa_case_text *millers(void)
{
    cfa_case_text *text = text_of(391, CFA_ENGLISH, "2020-06", 9943);
    support_add_paragraph(text, 5, CFA_SECTION_OTHER, "mill", "306 306/12");
    support_add_paragraph(text, 6, CFA_SECTION_OTHER, "wheel", NULL);
    return text;
}

/* Every paragraph of it cites one. */
static cfa_case_text *lamplighters(void)
{
    cfa_case_text *text = text_of(392, CFA_ENGLISH, "2020-10", 9944);
    for (guint number = 1; number <= MANY; number++)
        support_add_paragraph(text, number, CFA_SECTION_OTHER, "A lamp.", "41/7");
    return text;
}

static int open_library(void **state)
{
    (void)state;
    cfa_case_text *texts[] = {porters(), bakers(CFA_ENGLISH), bakers(CFA_FRENCH), millers(), lamplighters()};
    library = support_index_new(texts, G_N_ELEMENTS(texts));
    return 0;
}

static int close_library(void **state)
{
    (void)state;
    support_index_free(library);
    return 0;
}

static cfa_answer *ask(const char *id, const char *words)
{
    cfa_error error = {0};
    cfa_request request = support_request(words);
    request.sort = CFA_SORT_NEWEST;
    cfa_answer *answer = cfa_citator_find(library, id, &request, &error);
    if (answer == NULL)
        fail_msg("%s: %s", id, error.reason);
    return answer;
}

static void expect(const char *id, const char *expected)
{
    g_autoptr(cfa_answer) answer = ask(id, "");
    g_autofree char *ids = support_ids(answer);
    if (strcmp(ids, expected) != 0)
        fail_msg("%s is cited by \"%s\", not \"%s\"", id, ids, expected);
    assert_int_equal(answer->lower, answer->hits->len);
    assert_int_equal(answer->upper, answer->hits->len);
}

static void a_paragraph_is_cited_by_its_number_and_by_every_range_that_it_is_in(void **state)
{
    (void)state;
    expect("306/123", "390/1/en 390/2/en");
    expect("306/400", "390/2/en");
    expect("306/12", "391/5/en");
}

static void a_range_is_cited_by_all_that_cites_any_of_it(void **state)
{
    (void)state;
    expect("306/11-13", "391/5/en");
    expect("306/121-122", "390/2/en 306/121/en 306/122/en");
}

static void a_report_is_cited_with_each_of_its_paragraphs(void **state)
{
    (void)state;
    expect("306", "391/5/en 390/1/en 390/2/en 306/120/en 306/121/en 306/122/en");
    expect("399", "390/1/en");
}

static void a_case_is_cited_by_its_number_and_in_its_case_texts(void **state)
{
    (void)state;
    expect("case:9941", "390/1/en 390/2/en 390/3/en 306/120/en 306/121/en 306/122/en");
}

static void paragraphs_of_the_books_are_cited_alone_and_in_ranges(void **state)
{
    (void)state;
    expect("digest:2006/45", "390/3/en");
    expect("digest:2006/40-42", "390/3/en");
}

static void what_cites_itself_is_listed_once(void **state)
{
    (void)state;
    expect("306/120", "390/2/en 306/120/en");
}

static void a_thousand_and_more_are_counted_and_paged_through(void **state)
{
    (void)state;
    cfa_error error = {0};
    cfa_request request = CFA_REQUEST_INIT;
    request.sort = CFA_SORT_OLDEST;
    request.limit = 100;
    request.offset = MANY - 50;
    g_autoptr(cfa_answer) answer = cfa_citator_find(library, "41/7", &request, &error);
    assert_non_null(answer);
    assert_int_equal(answer->lower, MANY);
    assert_int_equal(answer->upper, MANY);
    assert_int_equal(answer->hits->len, 50);
    assert_string_equal(((const cfa_hit *)g_ptr_array_index(answer->hits, 49))->id, "392/1200/en");
    assert_false(answer->has_cited);
}

static void words_and_languages_narrow_what_is_listed(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) words = ask("306/123", "oven");
    g_autofree char *found = support_ids(words);
    assert_string_equal(found, "390/2/en");
    cfa_error error = {0};
    cfa_request request = CFA_REQUEST_INIT;
    request.sort = CFA_SORT_NEWEST;
    request.languages = CFA_LANGUAGE_BIT(CFA_FRENCH);
    g_autoptr(cfa_answer) french = cfa_citator_find(library, "306/123", &request, &error);
    g_autofree char *ids = support_ids(french);
    assert_string_equal(ids, "390/1/fr 390/2/fr");
}

static void what_nobody_cites_is_an_answer_where_the_index_has_it(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) answer = ask("391/6", "");
    assert_int_equal(answer->upper, 0);
    assert_true(answer->has_cited);
    g_autoptr(cfa_answer) narrowed = ask("399/1", "nobodysword");
    assert_int_equal(narrowed->upper, 0);
}

static cfa_status refused(const char *id)
{
    cfa_error error = {0};
    const cfa_request request = CFA_REQUEST_INIT;
    g_autoptr(cfa_answer) answer = cfa_citator_find(library, id, &request, &error);
    assert_null(answer);
    return error.status;
}

static void what_nobody_knows_is_not_found(void **state)
{
    (void)state;
    static const char *const ids[] = {"391/7", "500", "case:1", "digest:1996/45", "306/500-600"};
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
        assert_int_equal(refused(ids[i]), CFA_NOT_FOUND);
}

static void it_may_be_named_with_its_language_or_as_people_cite_it(void **state)
{
    (void)state;
    static const char *const names[] = {"391/6/en", " 391/6 ", "391st Report, para. 6",
                                        "391st Report, Case No. 9901 (Ruritania), para. 6"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(cfa_answer) answer = ask(names[i], "");
        assert_string_equal(answer->cites, "391/6");
    }
}

static void rubbish_is_refused(void **state)
{
    (void)state;
    static const char *const ids[] = {"",       "x",       "306/",      "306/0",           "306/9-8",
                                      "306/1x", "case:",   "digest:45", "digest:1999/1",   "306/123/de",
                                      "-1",     "0306/12", "1000/1",    "compilation:2018"};
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
        assert_int_equal(refused(ids[i]), CFA_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_is_cited_by_its_number_and_by_every_range_that_it_is_in),
        cmocka_unit_test(a_range_is_cited_by_all_that_cites_any_of_it),
        cmocka_unit_test(a_report_is_cited_with_each_of_its_paragraphs),
        cmocka_unit_test(a_case_is_cited_by_its_number_and_in_its_case_texts),
        cmocka_unit_test(paragraphs_of_the_books_are_cited_alone_and_in_ranges),
        cmocka_unit_test(what_cites_itself_is_listed_once),
        cmocka_unit_test(a_thousand_and_more_are_counted_and_paged_through),
        cmocka_unit_test(words_and_languages_narrow_what_is_listed),
        cmocka_unit_test(what_nobody_cites_is_an_answer_where_the_index_has_it),
        cmocka_unit_test(what_nobody_knows_is_not_found),
        cmocka_unit_test(it_may_be_named_with_its_language_or_as_people_cite_it),
        cmocka_unit_test(rubbish_is_refused),
    };
    return cmocka_run_group_tests(tests, open_library, close_library);
}
