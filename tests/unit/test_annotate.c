/* Annotations: how many paragraphs cite what is listed. (What words were also searched as is tested with the
 * pages, where it is told.) */
#include "search.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_index *library;

static cfa_case_text *text_of(guint report, cfa_language language, guint number)
{
    cfa_case_text *text = support_text_new(report, language, "2019-11");
    support_add_case(text, number, "Ruritania", CFA_CASE_CLOSED);
    return text;
}

static cfa_case_text *bakers(cfa_language language)
{
    cfa_case_text *text = text_of(390, language, 9942);
    support_add_paragraph(text, 1, CFA_SECTION_OTHER, "bakery", NULL);
    support_add_paragraph(text, 2, CFA_SECTION_OTHER, "bakery oven", NULL);
    return text;
}

/* It cites one of the bakers' paragraphs twice, both by a range, and one that no text has. */
static cfa_case_text *millers(cfa_language language)
{
    cfa_case_text *text = text_of(391, language, 9943);
    support_add_paragraph(text, 5, CFA_SECTION_OTHER, "mill", "390/1");
    support_add_paragraph(text, 6, CFA_SECTION_OTHER, "wheel", "390/1 390/1-40");
    support_add_paragraph(text, 7, CFA_SECTION_OTHER, "stone", "399/1");
    return text;
}

/* The page of it names no report, so that nothing can cite it. */
static cfa_case_text *lamplighters(void)
{
    cfa_case_text *text = text_of(0, CFA_ENGLISH, 9944);
    support_add_paragraph(text, 1, CFA_SECTION_OTHER, "lamp", NULL);
    return text;
}

static int open_library(void **state)
{
    (void)state;
    cfa_case_text *texts[] = {bakers(CFA_ENGLISH), bakers(CFA_FRENCH), millers(CFA_ENGLISH),
                              millers(CFA_FRENCH), lamplighters()};
    library = support_index_new(texts, G_N_ELEMENTS(texts));
    return 0;
}

static int close_library(void **state)
{
    (void)state;
    support_index_free(library);
    return 0;
}

static cfa_answer *ask(const char *query, gboolean by_paragraph)
{
    cfa_request request = support_request(query);
    request.by_paragraph = by_paragraph;
    request.annotate = TRUE;
    return support_search(library, &request);
}

/* By how many the hit with an identifier is cited. */
static guint cited_by(const cfa_answer *answer, const char *id)
{
    for (guint i = 0; i < answer->hits->len; i++) {
        const cfa_hit *hit = g_ptr_array_index(answer->hits, i);
        if (strcmp(hit->id, id) == 0)
            return hit->cited_by;
    }
    fail_msg("%s is not among the hits", id);
    return 0;
}

static void a_case_text_is_cited_by_all_that_cites_any_of_it_once_for_all_languages(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) answer = ask("bakery", FALSE);
    assert_int_equal(cited_by(answer, "390/1-2/en"), 2);
}

static void a_paragraph_is_cited_by_itself_and_by_the_ranges_it_is_in(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) answer = ask("bakery", TRUE);
    assert_int_equal(cited_by(answer, "390/1/en"), 2);
    assert_int_equal(cited_by(answer, "390/2/en"), 1);
}

static void what_nobody_cites_has_none(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) answer = ask("mill", FALSE);
    assert_int_equal(cited_by(answer, "391/5-7/en"), 0);
}

static void what_has_no_report_has_none(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) answer = ask("lamp", FALSE);
    assert_int_equal(answer->hits->len, 1);
    assert_int_equal(((const cfa_hit *)g_ptr_array_index(answer->hits, 0))->cited_by, 0);
}

static void nothing_found_is_no_error(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) answer = ask("zzzqx", FALSE);
    assert_int_equal(answer->hits->len, 0);
    assert_int_equal(answer->also_searched->len, 0);
}

static void who_did_not_ask_is_told_nothing(void **state)
{
    (void)state;
    cfa_request request = support_request("bakery");
    g_autoptr(cfa_answer) answer = support_search(library, &request);
    assert_null(answer->also_searched);
    assert_int_equal(cited_by(answer, "390/1-2/en"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_text_is_cited_by_all_that_cites_any_of_it_once_for_all_languages),
        cmocka_unit_test(a_paragraph_is_cited_by_itself_and_by_the_ranges_it_is_in),
        cmocka_unit_test(what_nobody_cites_has_none),
        cmocka_unit_test(what_has_no_report_has_none),
        cmocka_unit_test(nothing_found_is_no_error),
        cmocka_unit_test(who_did_not_ask_is_told_nothing),
    };
    return cmocka_run_group_tests_name("annotate", tests, open_library, close_library);
}
