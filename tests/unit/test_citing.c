/* The sentences that cite: whole, with the citation marked, and no more of the paragraph than they need. */
#include "citing.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* The snippet of a text for who cites a thing; an index is not needed for a paragraph of a report. */
static char *snippet(const char *words, const char *id, gsize bytes)
{
    cfa_citation what;
    xc_error failure = XC_ERROR_INIT;
    assert_true(cfa_citation_parse(id, &what));
    g_autoptr(cfa_cited) cited = cfa_cited_find(support_disputes->database, &what, &failure);
    g_autoptr(cfa_case_text) text = support_text_new(401, CFA_ENGLISH, "2023-03");
    support_add_paragraph(text, 10, CFA_SECTION_OTHER, words, NULL);
    cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, 0);
    g_autoptr(GArray) mentions = cfa_citation_scan(words, strlen(words), CFA_ENGLISH, NULL);
    for (guint i = 0; i < mentions->len; i++)
        cfa_paragraph_add_mention(paragraph, &g_array_index(mentions, cfa_mention, i));
    g_autoptr(GPtrArray) runs = cfa_citing_snippet(paragraph, cited, bytes);
    return support_runs(runs);
}

static void expect(const char *words, const char *expected)
{
    g_autofree char *found = snippet(words, "306/123", 600);
    assert_string_equal(found, expected);
}

static void the_sentence_is_shown_and_the_citation_marked(void **state)
{
    (void)state;
    expect("One came. Two went, as it says (306th Report, para. 123). Three stayed.",
           "… Two went, as it says ([306th Report, para. 123]). …");
    expect("As 306th Report, para. 123, says, one went. Two stayed.",
           "As [306th Report, para. 123], says, one went. …");
}

static void a_sentence_ends_behind_its_quotation_marks(void **state)
{
    (void)state;
    static const char *const quotations[] = {"\"One came.\"", "“One came.”", "« One came. »",
                                             "«\u00a0One came.\u00a0»", "(“One came.”)"};
    for (gsize i = 0; i < G_N_ELEMENTS(quotations); i++) {
        g_autofree char *words = g_strdup_printf("%s Two went (306th Report, para. 123).", quotations[i]);
        expect(words, "… Two went ([306th Report, para. 123]).");
    }
}

static void abbreviations_end_no_sentence(void **state)
{
    (void)state;
    expect("Mr. J. Porter refers to Case No. 9901, op. cit. Ruritania, and to paras. 3 ff. of it "
           "(306th Report, para. 123).",
           "Mr. J. Porter refers to Case No. 9901, op. cit. Ruritania, and to paras. 3 ff. of it "
           "([306th Report, para. 123]).");
}

static void a_citation_in_brackets_of_its_own_takes_the_sentence_before_it(void **state)
{
    (void)state;
    expect("One came. Two went. [See 306th Report, para. 123.] Three stayed.",
           "… Two went. [See [306th Report, para. 123].] …");
}

static void a_line_of_a_list_is_a_sentence(void **state)
{
    (void)state;
    expect("It asks:\na) to pay [306th Report, para. 123];\nb) to go.",
           "… a) to pay [[306th Report, para. 123]]; …");
}

static void other_citations_are_not_marked_and_ranges_are(void **state)
{
    (void)state;
    expect("It said so (305th Report, para. 123; 306th Report, paras 100–200).",
           "It said so (305th Report, para. 123; [306th Report, paras 100–200]).");
}

static void each_sentence_that_cites_is_shown(void **state)
{
    (void)state;
    expect("One cites 306th Report, para. 123. Two does not. Three cites 306th Report, para. 123.",
           "One cites [306th Report, para. 123]. … Three cites [306th Report, para. 123].");
}

static void a_sentence_without_end_is_cut_around_its_citation(void **state)
{
    (void)state;
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < 500; i++)
        g_string_append(words, "and ééé ");
    g_string_append(words, "(306th Report, para. 123)");
    for (guint i = 0; i < 500; i++)
        g_string_append(words, " and ééé");
    g_autofree char *found = snippet(words->str, "306/123", 100);
    assert_true(strlen(found) < 200);
    assert_non_null(strstr(found, "([306th Report, para. 123])"));
    assert_true(g_utf8_validate(found, -1, NULL));
}

static void a_paragraph_without_such_a_citation_shows_its_beginning(void **state)
{
    (void)state;
    expect("One came. Two went.", "One came. …");
    expect("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sentence_is_shown_and_the_citation_marked),
        cmocka_unit_test(a_sentence_ends_behind_its_quotation_marks),
        cmocka_unit_test(abbreviations_end_no_sentence),
        cmocka_unit_test(a_citation_in_brackets_of_its_own_takes_the_sentence_before_it),
        cmocka_unit_test(a_line_of_a_list_is_a_sentence),
        cmocka_unit_test(other_citations_are_not_marked_and_ranges_are),
        cmocka_unit_test(each_sentence_that_cites_is_shown),
        cmocka_unit_test(a_sentence_without_end_is_cut_around_its_citation),
        cmocka_unit_test(a_paragraph_without_such_a_citation_shows_its_beginning),
    };
    return cmocka_run_group_tests(tests, support_open_disputes, support_close_disputes);
}
