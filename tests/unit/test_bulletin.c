#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "bulletin.h"

static cfa_markup *page_of(const char *text)
{
    cfa_markup *page = cfa_markup_read((const guint8 *)text, strlen(text), NULL);
    assert_non_null(page);
    return page;
}

static gboolean matches(const char *text)
{
    g_autoptr(cfa_markup) page = page_of(text);
    return cfa_bulletin_matches(page);
}

static GPtrArray *read_report(const char *text)
{
    g_autoptr(cfa_markup) page = page_of(text);
    GPtrArray *texts = cfa_bulletin_read(page, NULL);
    assert_non_null(texts);
    return texts;
}

static const char *paragraph_text(const GPtrArray *texts, guint text, guint paragraph)
{
    const cfa_case_text *one = g_ptr_array_index(texts, text);
    return ((cfa_paragraph *)g_ptr_array_index(one->paragraphs, paragraph))->text;
}

static void title_in_any_of_three_languages_makes_a_report(void **state)
{
    (void)state;
    assert_true(matches("394th Report of the Committee on Freedom of Association\n1. Words.\n"));
    assert_true(matches("394e rapport du Comité de la liberté syndicale\n1. Des mots.\n"));
    assert_true(matches("394.º informe del Comité de Libertad Sindical\n1. Palabras.\n"));
    assert_true(matches("394th REPORT OF THE COMMITTEE\nON FREEDOM OF ASSOCIATION\n1. Words.\n"));
}

static void case_with_a_complaint_makes_a_report_without_a_title(void **state)
{
    (void)state;
    assert_true(matches("Case No. 9901\nInterim report\nComplaint against the Government of Gondal\n"
                        "presented by the Porters' Union\n\n7. Words.\n"));
}

static void page_of_one_case_is_no_report(void **state)
{
    (void)state;
    assert_false(matches("Interim Report - Report No 391, March 2017\n\n"
                         "Case No 9901 (Gondal) - Complaint date: 31-AUG-05 - Closed\n\n"
                         "  1. 7. The 394th Report of the Committee on Freedom of Association.\n"));
    assert_false(matches("Display in: French - Spanish\n- 7. The Committee.\n"));
    assert_false(matches("- 7. In the 39th Report of the Committee on Freedom of Association, "
                         "which the Governing Body approved at its session in the spring of the year "
                         "before, and in many other reports both before it and after it, and in the "
                         "reports of other committees too, one reads this.\n"));
}

static void cases_open_their_own_texts(void **state)
{
    (void)state;
    GPtrArray *texts = read_report("394th Report of the Committee on Freedom of Association\n\n"
                                   "1. The Committee met.\n\n"
                                   "CASE NO. 9901\n\nDEFINITIVE REPORT\n\n"
                                   "Complaint against the Government of the Republic of Gondal "
                                   "presented by the Porters' Union\n\n"
                                   "2. The complaint is in a letter.\n\n"
                                   "3. The Committee closes the case.\n");
    assert_int_equal(texts->len, 2);
    const cfa_case_text *introduction = g_ptr_array_index(texts, 0);
    const cfa_case_text *text = g_ptr_array_index(texts, 1);
    assert_int_equal(introduction->cases->len, 0);
    assert_int_equal(introduction->type, CFA_TYPE_UNKNOWN);
    assert_int_equal(text->type, CFA_TYPE_DEFINITIVE);
    assert_int_equal(text->report, 394);
    assert_int_equal(text->paragraphs->len, 2);
    const cfa_case *one = g_ptr_array_index(text->cases, 0);
    assert_int_equal(one->number, 9901);
    assert_string_equal(one->country, "Republic of Gondal");
    g_ptr_array_unref(texts);
}

static void case_without_complaint_is_a_follow_up(void **state)
{
    (void)state;
    GPtrArray *texts = read_report("394th Report of the Committee on Freedom of Association\n\n"
                                   "1. The Committee met.\n\nCase No. 9902 (Zamorna)\n\n"
                                   "2. The Committee takes note.\n");
    const cfa_case_text *text = g_ptr_array_index(texts, 1);
    assert_int_equal(text->type, CFA_TYPE_FOLLOW_UP);
    g_ptr_array_unref(texts);
}

static void word_broken_at_the_end_of_a_line_is_joined(void **state)
{
    (void)state;
    GPtrArray *texts = read_report("394th Report of the Committee on Freedom of Association\n\n"
                                   "1. The Govern-\nment and the Anglo-\nGondalese firm\nagree.\n");
    assert_string_equal(paragraph_text(texts, 0, 0), "The Government and the Anglo-Gondalese firm agree.");
    g_ptr_array_unref(texts);
}

static void running_heads_and_page_numbers_are_no_text(void **state)
{
    (void)state;
    GPtrArray *texts = read_report("394th Report of the Committee on Freedom of Association\n\n"
                                   "1. The Committee met in the\n\nGB.341/INS/12/1\n7\n\n"
                                   "town of Strelsau.\n\nReport for the porters  8\n\n"
                                   "2. It met\n\nReport for the porters  9\n\nagain.\n\n"
                                   "Report for the porters  10\n\n3. It parted.\n");
    assert_string_equal(paragraph_text(texts, 0, 0), "The Committee met in the town of Strelsau.");
    assert_string_equal(paragraph_text(texts, 0, 1), "It met again.");
    g_ptr_array_unref(texts);
}

static void headings_come_back_without_being_running_heads(void **state)
{
    (void)state;
    GString *report = g_string_new("394th Report of the Committee on Freedom of Association\n");
    for (guint i = 1; i <= 5; i++)
        g_string_append_printf(report,
                               "\nCase No. %u (Gondal)\n\nB. The Government's reply\n\n"
                               "%u. The Government replies.\n",
                               9900 + i, i);
    GPtrArray *texts = read_report(report->str);
    assert_int_equal(texts->len, 5);
    for (guint i = 0; i < texts->len; i++) {
        const cfa_case_text *text = g_ptr_array_index(texts, i);
        assert_int_equal(text->cases->len, 1);
    }
    g_ptr_array_unref(texts);
    g_string_free(report, TRUE);
}

static void table_of_contents_opens_nothing(void **state)
{
    (void)state;
    GPtrArray *texts = read_report("394th Report of the Committee on Freedom of Association\n\n"
                                   "Contents\n\n1. Introduction ....... 1–2\n"
                                   "2. Case No. 9901 (Gondal) ....... 3–4\n\n"
                                   "Introduction\n\n1. The Committee met.\n\n2. It parted.\n");
    assert_int_equal(texts->len, 1);
    assert_string_equal(paragraph_text(texts, 0, 0), "The Committee met.");
    g_ptr_array_unref(texts);
}

static void date_is_read_near_the_top_alone(void **state)
{
    (void)state;
    GPtrArray *texts = read_report("394th Report of the Committee on Freedom of Association\n\n"
                                   "1. The Committee was set up in November 1951.\n");
    const cfa_case_text *text = g_ptr_array_index(texts, 0);
    assert_int_equal(text->report_date.year, 0);
    g_ptr_array_unref(texts);
    texts = read_report("394th Report of the Committee on Freedom of Association\n"
                        "Geneva, 10 March 2021\n\n1. The Committee met.\n");
    text = g_ptr_array_index(texts, 0);
    assert_int_equal(text->report_date.year, 2021);
    assert_int_equal(text->report_date.month, 3);
    g_ptr_array_unref(texts);
}

static void report_without_paragraphs_is_refused(void **state)
{
    (void)state;
    g_autoptr(cfa_markup) page =
        page_of("394th Report of the Committee on Freedom of Association\n\nThe Committee met.\n");
    cfa_error error = {0};
    assert_null(cfa_bulletin_read(page, &error));
    assert_string_equal(error.code, "no-paragraphs");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(title_in_any_of_three_languages_makes_a_report),
        cmocka_unit_test(case_with_a_complaint_makes_a_report_without_a_title),
        cmocka_unit_test(page_of_one_case_is_no_report),
        cmocka_unit_test(cases_open_their_own_texts),
        cmocka_unit_test(case_without_complaint_is_a_follow_up),
        cmocka_unit_test(word_broken_at_the_end_of_a_line_is_joined),
        cmocka_unit_test(running_heads_and_page_numbers_are_no_text),
        cmocka_unit_test(headings_come_back_without_being_running_heads),
        cmocka_unit_test(table_of_contents_opens_nothing),
        cmocka_unit_test(date_is_read_near_the_top_alone),
        cmocka_unit_test(report_without_paragraphs_is_refused),
    };
    return cmocka_run_group_tests_name("bulletin", tests, NULL, NULL);
}
