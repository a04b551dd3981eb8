#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "header.h"
#include "reader.h"
#include "sequence.h"

/* ---- the run of numbers ---- */

typedef struct numbered {
    guint number;
    cfa_verdict verdict;
} numbered;

static void expect_run(const numbered *expected, guint count)
{
    cfa_candidate *candidates = g_new0(cfa_candidate, count);
    for (guint i = 0; i < count; i++)
        candidates[i] = (cfa_candidate){.number = expected[i].number, .text = "Words", .length = 5};
    cfa_sequence_decide(candidates, count);
    for (guint i = 0; i < count; i++)
        assert_int_equal(candidates[i].verdict, expected[i].verdict);
    g_free(candidates);
}

static void numbers_that_follow_each_other_are_paragraphs(void **state)
{
    (void)state;
    const numbered run[] = {
        {7, CFA_VERDICT_PARAGRAPH}, {8, CFA_VERDICT_PARAGRAPH}, {9, CFA_VERDICT_PARAGRAPH}};
    expect_run(run, G_N_ELEMENTS(run));
}

static void number_is_quoted_while_the_next_is_still_to_come(void **state)
{
    (void)state;
    const numbered run[] = {{57, CFA_VERDICT_PARAGRAPH},
                            {644, CFA_VERDICT_TEXT},
                            {59, CFA_VERDICT_TEXT},
                            {58, CFA_VERDICT_PARAGRAPH},
                            {59, CFA_VERDICT_PARAGRAPH}};
    expect_run(run, G_N_ELEMENTS(run));
}

static void number_up_to_five_too_high_is_a_gap(void **state)
{
    (void)state;
    const numbered run[] = {{10, CFA_VERDICT_PARAGRAPH}, {16, CFA_VERDICT_PARAGRAPH}, {23, CFA_VERDICT_TEXT}};
    expect_run(run, G_N_ELEMENTS(run));
}

static void number_below_the_run_is_text(void **state)
{
    (void)state;
    const numbered run[] = {{100, CFA_VERDICT_PARAGRAPH},
                            {1, CFA_VERDICT_TEXT},
                            {2, CFA_VERDICT_TEXT},
                            {101, CFA_VERDICT_PARAGRAPH}};
    expect_run(run, G_N_ELEMENTS(run));
}

static void same_number_with_the_same_words_is_a_second_print(void **state)
{
    (void)state;
    const numbered run[] = {
        {154, CFA_VERDICT_PARAGRAPH}, {154, CFA_VERDICT_SECOND_PRINT}, {155, CFA_VERDICT_PARAGRAPH}};
    expect_run(run, G_N_ELEMENTS(run));
}

static void weak_number_gives_way_to_a_sure_one_later(void **state)
{
    (void)state;
    cfa_candidate candidates[] = {
        {.number = 1, .text = "Words", .length = 5},
        {.number = 2, .weak = TRUE, .text = "Words", .length = 5},
        {.number = 2, .text = "Words", .length = 5},
        {.number = 3, .weak = TRUE, .text = "Words", .length = 5},
        {.number = 9, .weak = TRUE, .text = "Words", .length = 5},
    };
    cfa_sequence_decide(candidates, G_N_ELEMENTS(candidates));
    assert_int_equal(candidates[1].verdict, CFA_VERDICT_TEXT);
    assert_int_equal(candidates[2].verdict, CFA_VERDICT_PARAGRAPH);
    assert_int_equal(candidates[3].verdict, CFA_VERDICT_PARAGRAPH);
    assert_int_equal(candidates[4].verdict, CFA_VERDICT_TEXT);
}

static void no_numbers_make_no_run(void **state)
{
    (void)state;
    assert_int_equal(cfa_sequence_decide(NULL, 0), 0);
}

/* ---- header lines ---- */

static void expect_report(const char *line, cfa_report_type type, guint report, guint year, guint month)
{
    cfa_header_report header;
    assert_true(cfa_header_read_report(line, strlen(line), &header));
    assert_int_equal(header.type, type);
    assert_int_equal(header.report, report);
    assert_int_equal(header.date.year, year);
    assert_int_equal(header.date.month, month);
}

static void report_line_reads_in_every_page_language(void **state)
{
    (void)state;
    expect_report("Interim Report - Report No 391, March 2017", CFA_TYPE_INTERIM, 391, 2017, 3);
    expect_report("Rapport intérimaire - Rapport No. 391, Mars 2017", CFA_TYPE_INTERIM, 391, 2017, 3);
    expect_report("Informe provisional - Informe núm. 391, Marzo 2017", CFA_TYPE_INTERIM, 391, 2017, 3);
    expect_report("Interim Report - REPORT_NO391, March 2017", CFA_TYPE_INTERIM, 391, 2017, 3);
    expect_report("Rapport où le comité demande à être informé de l'évolution de la situation - "
                  "Rapport No. 38, 1960",
                  CFA_TYPE_INFORMED, 38, 1960, 0);
    expect_report("Report in which the committee requests to be kept informed of developments - "
                  "Report No 338, November 2005",
                  CFA_TYPE_INFORMED, 338, 2005, 11);
}

static void sentence_with_a_dash_is_no_report_line(void **state)
{
    (void)state;
    static const char *const none[] = {
        "The Committee refers to its Report - Report No 41, 1960, of which more.",
        "Case No 9901 (Ruritania) - Complaint date: 31-AUG-05 - Closed", "Report No", "- -", ""};
    cfa_header_report header;
    for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
        assert_false(cfa_header_read_report(none[i], strlen(none[i]), &header));
}

static void expect_case(const char *line, guint number, const char *country, const char *date,
                        cfa_case_status status)
{
    cfa_case_text *text = cfa_case_text_new();
    assert_true(cfa_header_read_case(line, strlen(line), text));
    const cfa_case *one = g_ptr_array_index(text->cases, 0);
    char complaint[CFA_DATE_SIZE];
    assert_int_equal(one->number, number);
    assert_string_equal(one->country, country);
    assert_string_equal(cfa_date_format(one->complaint_date, complaint), date);
    assert_int_equal(one->status, status);
    cfa_case_text_free(text);
}

static void case_line_reads_in_every_page_language(void **state)
{
    (void)state;
    expect_case("Case No 9901 (Ruritania) - Complaint date: 31-AUG-05 - Closed", 9901, "Ruritania",
                "2005-08-31", CFA_CASE_CLOSED);
    expect_case("Cas no 9901 (Ruritanie) - Date de la plainte: 31-AOÛT -05 - Clos", 9901, "Ruritanie",
                "2005-08-31", CFA_CASE_CLOSED);
    expect_case("Caso núm. 9901 (Ruritania) - Fecha de presentación de la queja:: 31-AGO-05 - Activo", 9901,
                "Ruritania", "2005-08-31", CFA_CASE_ACTIVE);
    expect_case("CASE_NUMBER 9901 (Ruritania) - COMPLAINT_DATE: 31-AUG-05 - Follow-up", 9901, "Ruritania",
                "2005-08-31", CFA_CASE_FOLLOW_UP);
}

static void country_is_read_to_its_matching_bracket(void **state)
{
    (void)state;
    expect_case("Case No 9 (Gondal (Federal Republic of)) - Complaint date: 09-JAN-11 - Active", 9,
                "Gondal (Federal Republic of)", "2011-01-09", CFA_CASE_ACTIVE);
    expect_case("Case No 9 (Gondal - Free Port of Zamorna) - Complaint date: 09-JAN-11 - Active", 9,
                "Gondal - Free Port of Zamorna", "2011-01-09", CFA_CASE_ACTIVE);
}

static void title_of_joined_cases_gives_all_their_numbers(void **state)
{
    (void)state;
    static const char *const lines[] = {"Cases Nos 9901, 9902 and 9903 (Ruritania)",
                                        "Cas nos 9901, 9902 et 9903 (Ruritania)",
                                        "CASOS NÚMS. 9901, 9902 Y 9903 (Ruritania)"};
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint));
        char *country = NULL;
        assert_true(cfa_header_read_case_title(lines[i], strlen(lines[i]), numbers, &country));
        assert_int_equal(numbers->len, 3);
        assert_int_equal(g_array_index(numbers, guint, 2), 9903);
        assert_string_equal(country, "Ruritania");
        g_free(country);
        g_array_unref(numbers);
    }
}

static void case_in_a_sentence_is_no_title(void **state)
{
    (void)state;
    static const char *const none[] = {"Case No. 9901 was closed", "Case No. 9901 (Ruritania): Complaint",
                                       "Cases", "Case No.", "Cassandra 12"};
    for (gsize i = 0; i < G_N_ELEMENTS(none); i++) {
        GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint));
        char *country = NULL;
        assert_false(cfa_header_read_case_title(none[i], strlen(none[i]), numbers, &country));
        assert_int_equal(numbers->len, 0);
        g_array_unref(numbers);
    }
}

/* ---- documents ---- */

static GPtrArray *read_named(const char *name, const char *page, const cfa_manifest_row *facts,
                             cfa_error *error)
{
    cfa_document document = {
        .name = name, .bytes = (const guint8 *)page, .length = strlen(page), .facts = facts};
    g_auto(cfa_holding) holding = {0};
    cfa_reader_read(&document, &holding, error);
    return g_steal_pointer(&holding.texts);
}

static const char PLAIN[] = "Display in: French - Spanish\n"
                            "- 12. The Committee notes that the Government has not replied to it.\n";

static void manifest_fills_in_what_the_page_does_not_say(void **state)
{
    (void)state;
    const cfa_manifest_row facts = {.text_id = (char[]){"9000001"},
                                    .report = 391,
                                    .report_date = {.year = 2019, .month = 10},
                                    .case_number = 9901,
                                    .country = (char[]){"Ruritania"},
                                    .language = CFA_FRENCH,
                                    .url = (char[]){"https://example.org/p"}};
    GPtrArray *texts = read_named("page.txt", PLAIN, &facts, NULL);
    assert_non_null(texts);
    const cfa_case_text *text = g_ptr_array_index(texts, 0);
    const cfa_case *one = g_ptr_array_index(text->cases, 0);
    assert_int_equal(text->report, 391);
    assert_int_equal(text->report_date.month, 10);
    assert_int_equal(one->number, 9901);
    assert_string_equal(one->country, "Ruritania");
    assert_string_equal(text->text_id, "9000001");
    assert_string_equal(text->url, "https://example.org/p");
    assert_int_equal(text->warnings->len, 0);
    g_ptr_array_unref(texts);
}

static void a_country_of_the_manifest_is_in_nfc_as_all_text(void **state)
{
    (void)state;
    const cfa_manifest_row facts = {.country = (char[]){"Co\u0302te de Gondal"}};
    GPtrArray *texts = read_named("page.txt", PLAIN, &facts, NULL);
    const cfa_case_text *text = g_ptr_array_index(texts, 0);
    assert_string_equal(((const cfa_case *)g_ptr_array_index(text->cases, 0))->country,
                        "C\u00F4te de Gondal");
    g_ptr_array_unref(texts);
}

static void manifest_never_overrides_the_page(void **state)
{
    (void)state;
    static const char page[] = "Interim Report - Report No 391, March 2017\n\n"
                               "Case No 9901 (Gondal) - Complaint date: 31-AUG-05 - Closed\n\n"
                               "Display in: French - Spanish\n\n"
                               "  1. 12. The Committee notes that the Government has not replied.\n";
    const cfa_manifest_row facts = {.report = 1,
                                    .report_date = {.year = 1951},
                                    .case_number = 2,
                                    .country = (char[]){"Ruritania"},
                                    .language = CFA_SPANISH};
    GPtrArray *texts = read_named("page.txt", page, &facts, NULL);
    assert_non_null(texts);
    const cfa_case_text *text = g_ptr_array_index(texts, 0);
    const cfa_case *one = g_ptr_array_index(text->cases, 0);
    assert_int_equal(text->report, 391);
    assert_int_equal(text->report_date.year, 2017);
    assert_int_equal(one->number, 9901);
    assert_string_equal(one->country, "Gondal");
    assert_int_equal(text->language, CFA_ENGLISH);
    g_ptr_array_unref(texts);
}

static void digest_is_that_of_the_bytes_of_the_document(void **state)
{
    (void)state;
    GPtrArray *texts = read_named("page.txt", PLAIN, NULL, NULL);
    const cfa_case_text *text = g_ptr_array_index(texts, 0);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, PLAIN, -1);
    assert_string_equal(text->digest, digest);
    assert_string_equal(text->source, "page.txt");
    g_ptr_array_unref(texts);
}

static void text_number_is_read_from_the_name_of_a_saved_page(void **state)
{
    (void)state;
    static const struct {
        const char *name, *id;
    } names[] = {
        {"2021.tar.gz/394/p3112113.html", "3112113"},
        {"p3112113.html.gz", "3112113"},
        {"f?p=1000:50002:0::NO:50002:P50002_COMPLAINT_TEXT_ID:2901184", "2901184"},
        {"f%3Fp=1000_50002_P50002_COMPLAINT_TEXT_ID_2901184.html", "2901184"},
        {"f?p=1000%3A50002%3A0%3A%3ANO%3A%3AP50002_COMPLAINT_TEXT_ID%2CP50002_LANG_CODE%3A2901145%2Cfr",
         "2901145"},
        {"p311211.html", NULL},
        {"p31121134.html", NULL},
        {"page.html", NULL},
        {"p3112113/other.html", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        GPtrArray *texts = read_named(names[i].name, PLAIN, NULL, NULL);
        const cfa_case_text *text = g_ptr_array_index(texts, 0);
        if (names[i].id == NULL)
            assert_null(text->text_id);
        else
            assert_string_equal(text->text_id, names[i].id);
        g_ptr_array_unref(texts);
    }
}

static char *page_of(guint paragraphs)
{
    GString *page = g_string_new("Display in: French - Spanish\n");
    for (guint i = 1; i <= paragraphs; i++)
        g_string_append_printf(page, "- %u. The Committee notes.\n", i);
    return g_string_free(page, FALSE);
}

static void twenty_thousand_paragraphs_are_read(void **state)
{
    (void)state;
    g_autofree char *page = page_of(20000);
    GPtrArray *texts = read_named("page.txt", page, NULL, NULL);
    assert_non_null(texts);
    assert_int_equal(((cfa_case_text *)g_ptr_array_index(texts, 0))->paragraphs->len, 20000);
    g_ptr_array_unref(texts);
}

static void one_more_is_too_many(void **state)
{
    (void)state;
    g_autofree char *page = page_of(20001);
    cfa_error error = {0};
    assert_null(read_named("page.txt", page, NULL, &error));
    assert_string_equal(error.code, "too-many-paragraphs");
    assert_int_equal(error.status, CFA_BAD_INPUT);
}

static void paragraph_over_a_mebibyte_is_cut_with_a_warning(void **state)
{
    (void)state;
    GString *page = g_string_new("Display in: French - Spanish\n- 1. ");
    while (page->len < (1 << 20) + 100)
        g_string_append(page, "é");
    g_string_append(page, ".\n- 2. The Committee waits.\n");
    GPtrArray *texts = read_named("page.txt", page->str, NULL, NULL);
    assert_non_null(texts);
    const cfa_case_text *text = g_ptr_array_index(texts, 0);
    const cfa_paragraph *first = g_ptr_array_index(text->paragraphs, 0);
    const cfa_warning *warning = g_ptr_array_index(text->warnings, 0);
    assert_true(strlen(first->text) <= 1 << 20);
    assert_true(g_utf8_validate(first->text, -1, NULL));
    assert_string_equal(warning->code, "text-cut");
    assert_int_equal(text->paragraphs->len, 2);
    g_ptr_array_unref(texts);
    g_string_free(page, TRUE);
}

static void bytes_that_are_no_text_are_told_of(void **state)
{
    (void)state;
    static const char page[] = "Display in: French - Spanish\n"
                               "- 12. Le comité prie le gouvernement de la Ruritanie de r\xff"
                               "pondre à sa lettre, et note que les porteurs sont libérés.\n";
    GPtrArray *texts = read_named("page.txt", page, NULL, NULL);
    assert_non_null(texts);
    const cfa_case_text *text = g_ptr_array_index(texts, 0);
    gboolean told = FALSE;
    for (guint i = 0; i < text->warnings->len; i++)
        told = told ||
               strcmp(((cfa_warning *)g_ptr_array_index(text->warnings, i))->code, "bytes-replaced") == 0;
    assert_true(told);
    g_ptr_array_unref(texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_that_follow_each_other_are_paragraphs),
        cmocka_unit_test(number_is_quoted_while_the_next_is_still_to_come),
        cmocka_unit_test(number_up_to_five_too_high_is_a_gap),
        cmocka_unit_test(number_below_the_run_is_text),
        cmocka_unit_test(same_number_with_the_same_words_is_a_second_print),
        cmocka_unit_test(weak_number_gives_way_to_a_sure_one_later),
        cmocka_unit_test(no_numbers_make_no_run),
        cmocka_unit_test(report_line_reads_in_every_page_language),
        cmocka_unit_test(sentence_with_a_dash_is_no_report_line),
        cmocka_unit_test(case_line_reads_in_every_page_language),
        cmocka_unit_test(country_is_read_to_its_matching_bracket),
        cmocka_unit_test(title_of_joined_cases_gives_all_their_numbers),
        cmocka_unit_test(case_in_a_sentence_is_no_title),
        cmocka_unit_test(manifest_fills_in_what_the_page_does_not_say),
        cmocka_unit_test(a_country_of_the_manifest_is_in_nfc_as_all_text),
        cmocka_unit_test(manifest_never_overrides_the_page),
        cmocka_unit_test(digest_is_that_of_the_bytes_of_the_document),
        cmocka_unit_test(text_number_is_read_from_the_name_of_a_saved_page),
        cmocka_unit_test(twenty_thousand_paragraphs_are_read),
        cmocka_unit_test(one_more_is_too_many),
        cmocka_unit_test(paragraph_over_a_mebibyte_is_cut_with_a_warning),
        cmocka_unit_test(bytes_that_are_no_text_are_told_of),
    };
    return cmocka_run_group_tests_name("normlex", tests, NULL, NULL);
}
