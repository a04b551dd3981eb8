/* Citations in queries: as people type them, alone and among words. */
#include "parsed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static void citations_are_read_in_three_languages(void **state)
{
    static const row rows[] = {{"Case No. 2090", "case:2090"},
                               {"case 2090", "case:2090"},
                               {"cas no 2090", "case:2090"},
                               {"caso núm. 2090", "case:2090"},
                               {"394th Report, para. 83", "394/83"},
                               {"394e rapport, paragr. 83", "394/83"},
                               {"394.º informe, párrafo 83", "394/83"},
                               {"394/83", "394/83"},
                               {" 394/83/fr ", "394th Report, para. 83 lang:fr"},
                               {"394/70-95", "394/70-95"},
                               {"case:2090", "case:2090"},
                               {"Compilation, 2018, para. 1047", "compilation:2018/1047"},
                               {"Digest 2006, para. 45", "digest:2006/45"},
                               {"compilation:2018/1047", "compilation:2018/1047"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(cfa_query) query = parsed_query(rows[i].typed);
        if (!query->is_citation)
            fail_msg("%s is no citation alone", rows[i].typed);
    }
}

static void citations_stand_among_words(void **state)
{
    static const row rows[] = {{"strike in Case No. 2090", "strike in case:2090"},
                               {"394th Report, para. 83 arrest", "394th Report, para. 83 arrest"},
                               {"\"Case No. 2090\"", "\"case no 2090\""},
                               {"394", "394"},
                               {"2090 strike", "2090 strike"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(cfa_query) query = parsed_query(rows[i].typed);
        assert_false(query->is_citation);
    }
}

static void a_case_that_opens_a_query_is_one_without_its_label(void **state)
{
    static const row rows[] = {{"case 2090 strike", "case:2090 strike"},
                               {"  cas 2090 gr\u00e8ve", "case:2090 greve"},
                               {"cases 2090 and 9901 strike", "case:2090 and case:9901 strike"},
                               {"case 20 workers", "case 20 workers"},
                               {"strike case 2090 workers", "strike case 2090 workers"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
    g_autoptr(cfa_query) with_words = parsed_query("case 2090 strike");
    assert_false(with_words->is_citation);
}

static void the_cases_of_a_year_are_no_case(void **state)
{
    static const row rows[] = {{"Belarus cases 2021", "belarus cases 2021"},
                               {"casos 2021", "casos 2021"},
                               {"case 2021", "case:2021"},
                               {"cases 2090", "case:2090"},
                               {"Cases Nos. 2021", "case:2021"},
                               {"cases 2020 and 2021", "case:2020 and case:2021"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void a_case_before_a_paragraph_of_it_is_passed_over(void **state)
{
    static const row rows[] = {
        {"Case No 2090 (Belarus), Report No 394 (March 2021), para 83", "394/83"},
        {"Cas no 2090, 394e rapport, paragr. 83", "394/83"},
        {"case 2090 report 394 para 83", "394/83"},
        {"Belarus (Case No. 2090), 394th Report, para. 83", "belarus 394th Report, para. 83"},
        {"Case No. 2090 and 394th Report, para. 83", "case:2090 and 394th Report, para. 83"},
        {"Case No. 2090, 394th Report", "case:2090 report:394"},
        {"394th Report, Case No. 2090 (Belarus) strike", "report:394 case:2090 belarus strike"},
        {"-Case No. 2090, 394th Report, para. 83", "-case:2090 -394th Report, para. 83"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void paragraphs_behind_a_case_are_of_its_texts(void **state)
{
    static const row rows[] = {
        {"Case No. 2090, para. 83", "case:2090 para:83"},
        {"cas 2090 (B\u00e9larus) \u00a7 83", "case:2090 para:83"},
        {"caso n\u00fam. 2090, p\u00e1rrafos 83-84 huelga", "case:2090 para:83..84 huelga"},
        {"para. 83", "para:83"},
        {"para. 83 strike", "83 strike"},
        {"Case No. 2090 (strike OR lockout), para. 83", "case:2090 (strike OR lockout) 83"},
        {"Case No. 2090 strike", "case:2090 strike"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
    cfa_citation citation;
    assert_false(cfa_query_read_citation("Case No. 2090, para. 83", &citation));
}

static void numbers_with_labels_alone_are_what_is_cited_so(void **state)
{
    static const row rows[] = {{"394 report para 83", "394/83"},
                               {"394 rapport, par. 83", "394/83"},
                               {"394 informe p\u00e1rrafo 83", "394/83"},
                               {"394 \u00a7 83", "394/83"},
                               {"394, paras 83-84", "394/83-84"},
                               {"394e rapport, par 83", "394/83"},
                               {"\"394e rapport, paragr. 83\"", "\"394 rapport paragr 83\""},
                               {"licenci\u00e9 par 83 employeurs", "licencie 83 employeurs"},
                               {"rapport 394", "report:394"},
                               {"report 394 strike", "report:394 strike"},
                               {"\"report 394\"", "\"report 394\""},
                               {"report 9941", "report 9941"},
                               {"394 83", "394 83"},
                               {"394 workers para 83", "394 workers 83"},
                               {"20 workers", "20 workers"},
                               {"\"394 report para 83\"", "\"394 report para 83\""},
                               {"2090 para 83", "2090 83"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void a_sign_before_a_citation_is_its_own(void **state)
{
    static const row rows[] = {
        {"-Case No. 2090", "-case:2090"},
        {"strike -394th Report, para. 83", "strike -394th Report, para. 83"},
        {"strike +Case No. 2090", "strike +case:2090"},
        {"-Cases Nos. 2090 and 9901 strike 394th Report", "-case:2090 and -case:9901 strike report:394"},
        {"strike - Case No. 2090", "strike case:2090"},
        {"dock-Case No. 2090", "dock case:2090"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
    g_autoptr(cfa_query) excluded = parsed_query("-Case No. 2090");
    assert_false(excluded->is_citation);
}

static void a_quotation_mark_without_its_fellow_hides_no_citation(void **state)
{
    static const row rows[] = {{"strike\" Case No. 2090", "strike case:2090"},
                               {"\"strike Case No. 2090", "strike case:2090"},
                               {"\"one\" \"two Case No. 2090", "\"one\" two case:2090"},
                               {"«Case No. 2090» strike", "\"case no 2090\" strike"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void what_is_in_quotation_marks_is_of_no_citation(void **state)
{
    static const row rows[] = {{"Case No. \"2090\"", "case no \"2090\""},
                               {"case N \"[4\"94 strike", "case n \"4\" \"94\" strike"},
                               {"394th \"Report\", para. 83 arrest", "394 \"report\" 83 arrest"},
                               {"\"case\" 2090", "\"case\" 2090"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void but_for_the_title_of_a_book(void **state)
{
    static const row rows[] = {
        {"“Compilation of decisions of the Committee”, 6th edition, 2018, para. 84", "compilation:2018/84"},
        {"«Recueil de décisions du Comité», cinquième édition, 2006, paragr. 45", "digest:2006/45"},
        {"\"Recopilación de decisiones\", 2018, párrafo 84 huelga", "Compilation, 2018, para. 84 huelga"},
        {"\"freedom of association\" case 2090", "\"freedom of association\" case:2090"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(citations_are_read_in_three_languages),
        cmocka_unit_test(citations_stand_among_words),
        cmocka_unit_test(a_case_that_opens_a_query_is_one_without_its_label),
        cmocka_unit_test(the_cases_of_a_year_are_no_case),
        cmocka_unit_test(a_case_before_a_paragraph_of_it_is_passed_over),
        cmocka_unit_test(paragraphs_behind_a_case_are_of_its_texts),
        cmocka_unit_test(numbers_with_labels_alone_are_what_is_cited_so),
        cmocka_unit_test(a_sign_before_a_citation_is_its_own),
        cmocka_unit_test(a_quotation_mark_without_its_fellow_hides_no_citation),
        cmocka_unit_test(what_is_in_quotation_marks_is_of_no_citation),
        cmocka_unit_test(but_for_the_title_of_a_book),
    };
    return cmocka_run_group_tests_name("typed citation", tests, NULL, NULL);
}
