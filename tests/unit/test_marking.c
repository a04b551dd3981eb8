/* The promises of marking.h: what is marked in the texts that are read. The reports are the test's own. */
#include "marking.h"
#include "query.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_index *porters;

static const char english[] = "The porters called a strike [see 306th Report, para. 1].";

static int open_porters(void **state)
{
    (void)state;
    cfa_case_text *text = support_text_new(410, CFA_ENGLISH, "2024-06");
    support_add_paragraph(text, 1, CFA_SECTION_CONCLUSIONS, english, NULL);
    porters = support_index_new(&text, 1);
    return 0;
}

static int close_porters(void **state)
{
    (void)state;
    support_index_free(porters);
    return 0;
}

/* The text with stars around what a query marks in it. */
static char *marked(const char *query)
{
    g_autoptr(cfa_marks) marks = cfa_marking_of(porters, query, CFA_ENGLISH, NULL);
    assert_non_null(marks);
    g_autoptr(GPtrArray) runs = cfa_passage_snippet(english, CFA_ENGLISH, marks, 0);
    GString *stars = g_string_new(NULL);
    for (guint i = 0; i < runs->len; i++) {
        const cfa_run *run = g_ptr_array_index(runs, i);
        g_string_append_printf(stars, run->match ? "*%s*" : "%s", run->text);
    }
    return g_string_free(stars, FALSE);
}

static void the_words_of_the_question_are_marked(void **state)
{
    (void)state;
    g_autofree char *text = marked("strikes of porters");
    assert_string_equal(text, "The *porters* called a *strike* [see 306th Report, para. 1].");
}

static void nothing_is_marked_by_filters_alone(void **state)
{
    (void)state;
    g_autofree char *text = marked("report:410");
    assert_string_equal(text, english);
}

static void a_question_over_the_limit_marks_nothing_and_says_why(void **state)
{
    (void)state;
    cfa_error error = {0};
    g_autofree char *endless = g_strnfill(CFA_QUERY_BYTES + 1, 'a');
    assert_null(cfa_marking_of(porters, endless, CFA_ENGLISH, &error));
    assert_int_equal(error.status, CFA_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_words_of_the_question_are_marked),
        cmocka_unit_test(nothing_is_marked_by_filters_alone),
        cmocka_unit_test(a_question_over_the_limit_marks_nothing_and_says_why),
    };
    return cmocka_run_group_tests(tests, open_porters, close_porters);
}
