/* Idioms: what people say or paste, in the query language; and what is none. */
#include "idiom.h"

#include "corpus.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

typedef struct row {
    const char *typed, *read; /* NULL where it has no idiom */
} row;

static void check_read(const row *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *read = cfa_idiom_read(rows[i].typed);
        if (g_strcmp0(read, rows[i].read) != 0)
            fail_msg("%s reads as %s, not %s", rows[i].typed, read, rows[i].read);
    }
}

static void an_identifier_is_read_between_marks_and_behind_what_introduces_it(void **state)
{
    static const row rows[] = {
        {"394/83", NULL},
        {"394/83/fr", NULL},
        {"394/83.", "394/83"},
        {"(394/83)", "394/83"},
        {"[see 394/83]", "394/83"},
        {"394 / 83", "394/83"},
        {"394/83–85", "394/83-85"},
        {"CFA, Report 394/83", "394/83"},
        {"véase 394/83", "394/83"},
        {"See the 394th Report, para. 83", "394th Report, para. 83"},
        {"C.F.A., Case No. 2090", "Case No. 2090"},
        {"COMITE DE LA LIBERTE SYNDICALE, CAS NO 2090", "CAS NO 2090"},
        {"CFA, 394th Report (2021), Case No. 2090, § 83", "394th Report (2021), Case No. 2090, § 83"},
        {"para. 394/83", "394/83"},
        {"394/83, 306/123", "394th Report, para. 83; 306th Report, para. 123"},
        {"394/83 et 306/123-125", "394th Report, para. 83; 306th Report, paras 123–125"},
        {"-394/83", NULL},
        {"+394/83", NULL},
        {"loi no 92/007", NULL},
        {"394/83 strike", NULL},
        {"2090/9941", NULL},
        {"394/83/12", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
}

static void an_item_of_a_paragraph_and_what_follows_it_are_passed_over(void **state)
{
    static const row rows[] = {
        {"394th Report, para. 83(a)", "394th Report, para. 83"},
        {"394th Report, para. 83 (iv)", "394th Report, para. 83"},
        {"[see 394th Report, Case No. 2090, para. 83(b)–(d)]", "394th Report, Case No. 2090, para. 83]"},
        {"394th Report, paras 83-85 (b)–(d)", "394th Report, paras 83-85"},
        {"394e rapport, paragr. 83 a) et b)", "394e rapport, paragr. 83"},
        {"394.º informe, párrafo 83, a)", NULL},
        {"394th Report, para. 83 ff.", "394th Report, para. 83"},
        {"394th Report, paras. 83 et seq.", "394th Report, paras. 83"},
        {"394e rapport, paragr. 83 et suiv.", "394e rapport, paragr. 83"},
        {"394.º informe, párr. 83 y siguientes", "394.º informe, párr. 83"},
        {"394th Report, para. 83 (strike)", NULL},
        {"394th Report, para. 83 f", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
}

static void a_paragraph_is_read_behind_every_mark_that_people_put_before_it(void **state)
{
    static const row rows[] = {{"394:83", "394/83"},
                               {"394 : 83", "394/83"},
                               {"394th Report:83", "394th Report, para. 83"},
                               {"394e rapport : 83", "394e rapport, para. 83"},
                               {"83 report:39", NULL},
                               {"39* report:83", NULL},
                               {"report:394, para. 83", "Report No. 394, para. 83"},
                               {"caso: 2090 párrafo 83", "Case No. 2090, para. 83"},
                               {"394th Report para83*", NULL},
                               {"Report No. 394: 83", "Report No. 394, para. 83"},
                               {"394th Report at 83", "394th Report, para. 83"},
                               {"394th Report, ¶ 83", "394th Report, § 83"},
                               {"394th Report para83", "394th Report para. 83"},
                               {"Rep. 394, para. 83", "394th Report, para. 83"},
                               {"394 Rep. para. 83", "394 report para. 83"},
                               {"394th Rpt., para. 83", "394th report, para. 83"},
                               {"CFA 394, 2090 ¶83", "Report No. 394, para. 83"},
                               {"394, cas n° 2090, § 83", "Report No. 394, para. 83"},
                               {"ILO CFA, 394th Report, para. 83", "394th Report, para. 83"},
                               {"cf. rapport n° 394, paragr. 83", "rapport n° 394, paragr. 83"},
                               {"see the 394th Report on strikes", NULL},
                               {"ILO Convention 151", NULL},
                               {"394 rapport grève", "394th rapport grève"},
                               {"394 report violence", NULL},
                               {"R. 394, § 83", "Report 394, § 83"},
                               {"Compilation 1047", "Compilation, 2018, para. 1047"},
                               {"Compilation para. 1047", "Compilation, 2018, para. 1047"},
                               {"digest § 581", "Digest, 2006, para. 581"},
                               {"cfa-394-83-en", "394/83/en"},
                               {"@techreport{cfa-394-70-95-fr,", "394/70-95/fr"},
                               {"Compilation 2018", NULL},
                               {"Digest 1996", NULL},
                               {"at 12:30", NULL},
                               {"12:30", NULL},
                               {"394th Report: 83 workers", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
}

static void a_case_is_read_by_what_else_it_is_called(void **state)
{
    static const row rows[] = {{"affaire 2090", "Case No. 2090"},
                               {"affaire n° 2090 grève", "Case No. 2090 grève"},
                               {"expediente núm. 2090", "Case No. 2090"},
                               {"Complaint No. 2090", "Case No. 2090"},
                               {"queja 2090", "Case No. 2090"},
                               {"case2090", "Case No. 2090"},
                               {"strike case-2090", "strike Case No. 2090"},
                               {"Case No: 2090", "Case No. 2090"},
                               {"case(s) 2090", "Case No. 2090"},
                               {"case:2090", NULL},
                               {"plainte 2012 Bélarus", NULL},
                               {"plainte no 2012", "Case No. 2012"},
                               {"complaint 20", NULL},
                               {"affaire 394/2005", NULL},
                               {"the affaire 2090", NULL},
                               {"case no2090", "Case No. 2090"},
                               {"case-20", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
}

static void a_report_of_three_digits_is_read_at_either_end(void **state)
{
    static const row rows[] = {{"report 394 strike", "394th Report strike"},
                               {"Informe 394, huelga", "394th Report, huelga"},
                               {"grève rapport 394", "grève 394th Report"},
                               {"reports 394-396", "report:394..396"},
                               {"strike reports 394 to 396", "strike report:394..396"},
                               {"Reports 394 and 396", "report:394 report:396"},
                               {"rapports 394 et 396 grève", "report:394 report:396 grève"},
                               {"report 394", NULL},
                               {"Report No. 394 (March 2021)", "Report No. 394"},
                               {"394e rapport, 2021", "394e rapport"},
                               {"394th Report, 2021 strike", NULL},
                               {"report 20 workers", NULL},
                               {"report 2021 strike", NULL},
                               {"report 394 workers 20", "394th Report workers 20"},
                               {"the strike report 394 workers", NULL},
                               {"report:394 strike", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
}

static void years_are_read_as_other_engines_have_them(void **state)
{
    static const row rows[] = {{"from:2015 to:2020", "year:2015..2020"},
                               {"after:2015 strike", "year:2015.. strike"},
                               {"strike before:2015", "strike year:..2015"},
                               {"year>=2015", "year:>=2015"},
                               {"año < 2015", "año:<2015"},
                               {"report: > 390", "report:>390"},
                               {"year:>2015 year:<=2020", "year:>2015<=2020"},
                               {"year > 2015 and < 2020", "year:>2015<2020"},
                               {"strike year:2015+", "strike year:2015.."},
                               {"year:2021-03", "year:2021"},
                               {"strike année:2011-03-26", "strike year:2011"},
                               {"year:2005-06", NULL},
                               {"to:201", NULL},
                               {"year:2015..", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
}

static void a_number_of_a_field_is_read_as_people_type_it(void **state)
{
    static const row rows[] = {{"case:2O90", "case:2090"},
                               {"Case No. 209O", "Case No. 2090"},
                               {"year = 2021", "year:2021"},
                               {"strike year:2015 to 2021", "strike year:2015..2021"},
                               {"year:2015 – 2021", "year:2015..2021"},
                               {"case:2090 -1047", NULL},
                               {"année: 2015 à 2021", "année:2015..2021"},
                               {"article 1O", NULL},
                               {"3o trimestre", NULL},
                               {"year:2015..2021", NULL},
                               {"year:2015 strike", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
}

static void who_cites_is_asked_in_words(void **state)
{
    static const row rows[] = {{"who cites 306/123?", "cites:306/123"},
                               {"Which cases cite the 306th Report, para. 123", "cites:306/123"},
                               {"qui cite 306/123 ?", "cites:306/123"},
                               {"quels cas citent le cas no 2090", "cites:case:2090"},
                               {"¿Quién cita el párrafo 306/123?", "cites:306/123"},
                               {"citing Digest, 2006, para. 45", "cites:digest:2006/45"},
                               {"cites:394th Report, para. 83", "cites:394/83"},
                               {"cites:2090", "cites:case:2090"},
                               {"cites:306/123", NULL},
                               {"the Government cites 306/123", NULL},
                               {"who cites 306/123 and strikes", NULL},
                               {"who cites 12 reasons", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
}

static void an_address_is_the_page_that_it_leads_to(void **state)
{
    static const row rows[] = {
        {"https://normlex.ilo.org/dyn/normlex/en/"
         "f?p=NORMLEXPUB:50002:0::NO:50002:P50002_COMPLAINT_TEXT_ID:9000001",
         "text:9000001"},
        {"www.ilo.org/dyn/normlex/fr/"
         "f?p=1000:50002:0::NO::P50002_COMPLAINT_TEXT_ID%2CP50002_LANG_CODE%3A9000001%2Cfr",
         "text:9000001"},
        {"see https://normlex.ilo.org/f?p=1:50002:::::P50002_COMPLAINT_TEXT_ID:9000001 strike",
         "see text:9000001 strike"},
        {"https://cfa.example/paragraph/394/83", "394th Report, para. 83"},
        {"https://cfa.example/paragraph/394/83/fr?ui=en", "394th Report, para. 83 lang:fr"},
        {"http://127.0.0.1:8080/case/2090", "Case No. 2090"},
        {"https://cfa.example/report/394", "394th Report"},
        {"https://cfa.example/cites/306/123", "cites:306/123"},
        {"https://cfa.example/principle/digest%3A2006/581", "Digest, 2006, para. 581"},
        {"[Case 2090](https://cfa.example/case/2090).", "[Case 2090](Case No. 2090)."},
        {"<https://cfa.example/report/394>", "<394th Report>"},
        {"https://cfa.example/paragraph/%zz", NULL},
        {"https://cfa.example/case/2090/strike", NULL},
        {"https://news.example/2021/03/strike", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
}

static void quotation_marks_undo_it(void **state)
{
    static const row rows[] = {{"report \"394\" strike", NULL},
                               {"“394/83”", NULL},
                               {"who cites «306/123»", NULL},
                               {"affaire 2090 \"droit de grève\"", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
    g_autofree char *words = cfa_idiom_as_words("who cites 306/123? in 2021");
    assert_string_equal(words, "who cites \"306/123?\" in \"2021\"");
    g_autofree char *read = cfa_idiom_read(words);
    assert_null(read);
}

static void words_are_none(void **state)
{
    static const row rows[] = {{"", NULL},
                               {"strike", NULL},
                               {"who cites the report", NULL},
                               {"strike in 2021", NULL},
                               {"Convention No. 87", NULL},
                               {"Belarus 2021", NULL},
                               {"strikes in Belarus since 2020", NULL},
                               {"Belarus since 2020", "country:Belarus year:2020.."},
                               {"C.87 strike", "C87 strike"},
                               {"C87", NULL},
                               {"section c.87", NULL},
                               {"20 workers", NULL}};
    (void)state;
    check_read(rows, G_N_ELEMENTS(rows));
}

static void check_offered(const row *rows, gsize count, guint newest)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *offered = cfa_idiom_offer(rows[i].typed, newest, CFA_ENGLISH);
        if (g_strcmp0(offered, rows[i].read) != 0)
            fail_msg("%s is offered as %s, not %s", rows[i].typed, offered, rows[i].read);
    }
}

static void a_country_and_a_year_are_offered_whichever_comes_first(void **state)
{
    static const row rows[] = {{"Belarus 2021", "country:Belarus year:2021"},
                               {"2021 Belarus", "country:Belarus year:2021"},
                               {"in 2021, Costa Rica?", "country:\"Costa Rica\" year:2021"},
                               {"since 2015 Belarus", "country:Belarus year:2015.."},
                               {"country:Belarus 2021", "country:Belarus year:2021"},
                               {"Belarus year:2021", "country:Belarus year:2021"},
                               {"country:Belarus year:2021", NULL},
                               {"year:2015.. pays:Bélarus", NULL},
                               {"1992 Labour Relations Act", NULL},
                               {"2021 87 Belarus", NULL}};
    (void)state;
    check_offered(rows, G_N_ELEMENTS(rows), 2023);
}

static void the_last_years_are_offered_back_from_the_newest(void **state)
{
    static const row rows[] = {
        {"strike last five years", "strike year:2018.."},
        {"arrests in the last 10 years", "arrests year:2013.."},
        {"grève au cours des cinq dernières années", "grève year:2018.."},
        {"les 3 derniers ans", "year:2020.."},
        {"huelga en los últimos dos años", "huelga year:2021.."},
        {"Belarus, the past two years", "country:Belarus year:2021.."},
        {"closed cases, last five years", "status:closed, year:2018.."},
        {"rapports intérimaires des deux dernières années", "type:intérimaire year:2021.."},
        {"the last working years", NULL},
        {"\"the last five years\"", NULL},
        {"ten years", NULL}};
    static const row none[] = {{"strike last five years", NULL}};
    (void)state;
    check_offered(rows, G_N_ELEMENTS(rows), 2023);
    check_offered(none, G_N_ELEMENTS(none), 0);
}

static void what_became_of_cases_is_offered(void **state)
{
    static const row rows[] = {{"closed cases strike", "status:closed strike"},
                               {"cases in follow-up", "status:follow-up"},
                               {"cas actifs", "status:actif"},
                               {"cas en suivi", "status:suivi"},
                               {"casos abiertos", "status:abierto"},
                               {"interim reports", "type:interim"},
                               {"rapports définitifs", "type:définitif"},
                               {"informes provisionales", "type:provisional"},
                               {"\"closed cases\"", NULL},
                               {"year:(2015 OR 2016..2018)", NULL},
                               {"the case is closed", NULL}};
    (void)state;
    check_offered(rows, G_N_ELEMENTS(rows), 2023);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_identifier_is_read_between_marks_and_behind_what_introduces_it),
        cmocka_unit_test(an_item_of_a_paragraph_and_what_follows_it_are_passed_over),
        cmocka_unit_test(a_paragraph_is_read_behind_every_mark_that_people_put_before_it),
        cmocka_unit_test(a_case_is_read_by_what_else_it_is_called),
        cmocka_unit_test(a_report_of_three_digits_is_read_at_either_end),
        cmocka_unit_test(years_are_read_as_other_engines_have_them),
        cmocka_unit_test(a_number_of_a_field_is_read_as_people_type_it),
        cmocka_unit_test(who_cites_is_asked_in_words),
        cmocka_unit_test(an_address_is_the_page_that_it_leads_to),
        cmocka_unit_test(a_country_and_a_year_are_offered_whichever_comes_first),
        cmocka_unit_test(the_last_years_are_offered_back_from_the_newest),
        cmocka_unit_test(what_became_of_cases_is_offered),
        cmocka_unit_test(quotation_marks_undo_it),
        cmocka_unit_test(words_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
