/* Plans: what each part of the query language finds in a small index. */
#include "plan.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

typedef struct row {
    const char *query, *ids;
} row;

/* Each query finds these case texts and no other; they stand in the order of reports, the unknown one
 * first. */
static void check_found(const row *rows, gsize count, cfa_request request)
{
    request.sort = CFA_SORT_REPORT;
    for (gsize i = 0; i < count; i++) {
        request.query = rows[i].query;
        g_autofree char *ids = support_search_ids(support_disputes, &request);
        if (strcmp(ids, rows[i].ids) != 0)
            fail_msg("%s finds %s, not %s", rows[i].query, ids, rows[i].ids);
    }
}

static void check_all(const row *rows, gsize count)
{
    cfa_request request = CFA_REQUEST_INIT;
    request.match = CFA_MATCH_ALL;
    check_found(rows, count, request);
}

static void words_are_found_in_any_case_and_with_any_accents(void **state)
{
    static const row rows[] = {{"LAMPLIGHTERS", LAMPLIGHTERS},  {"réintégration", BAKERS},
                               {"reintegration", BAKERS},       {"REINTEGRATION boulangers", BAKERS},
                               {"policía", PORTERS_ES},         {"muelle", PORTERS_ES},
                               {"l’incarcération", PORTERS_FR}, {"zebra", ""}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void words_are_found_in_any_form(void **state)
{
    static const row rows[] = {{"lamplighter", LAMPLIGHTERS},        {"dismissals", LAMPLIGHTERS},
                               {"reinstated", LAMPLIGHTERS},         {"boulangers licencié", BAKERS},
                               {"négociations collectives", BAKERS}, {"faros", LIGHTHOUSE},
                               {"organizing strike", LAMPLIGHTERS},  {"organise strike", LAMPLIGHTERS},
                               {"unauthorised", PORTERS_EN}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void words_are_found_in_the_languages_wanted_alone(void **state)
{
    static const row french[] = {
        {"piquet", PORTERS_FR}, {"picket", ""}, {"lamplighters", ""}, {"case:3101", PORTERS_FR}};
    static const row spanish[] = {{"piquete", PORTERS_ES}, {"case:3101", PORTERS_ES}, {"case:3102", ""}};
    cfa_request request = CFA_REQUEST_INIT;
    (void)state;
    request.languages = CFA_LANGUAGE_BIT(CFA_FRENCH);
    check_found(french, G_N_ELEMENTS(french), request);
    request.languages = CFA_LANGUAGE_BIT(CFA_SPANISH);
    check_found(spanish, G_N_ELEMENTS(spanish), request);
    request.languages = CFA_LANGUAGE_BIT(CFA_FRENCH) | CFA_LANGUAGE_BIT(CFA_SPANISH);
    static const row both[] = {{"muelle", PORTERS_ES}, {"quai", PORTERS_FR}, {"picket", ""}};
    check_found(both, G_N_ELEMENTS(both), request);
}

static void the_heading_of_a_text_finds_its_paragraphs(void **state)
{
    static const row rows[] = {
        {"reinstate secretary \"Costa Rica\"", ""}, /* a phrase stands in the text or nowhere */
        {"reinstate costa rica", LAMPLIGHTERS},
        {"boulangers côte ivoire", BAKERS},
        {"boulangers 2019", BAKERS},
        {"unauthorized picket ruritania 2023", PORTERS_EN}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void phrases_count_every_word_in_its_place(void **state)
{
    static const row rows[] = {{"\"right to strike\"", PORTERS_EN},
                               {"\"strike to right\"", ""},
                               {"\"right strike\"", ""},
                               {"\"the right to strike was\"", PORTERS_EN},
                               {"“droit de grève”", PORTERS_FR},
                               {"\"droit de la grève\"", ""},
                               {"\"to strikes\"", ""},
                               {"\"freedom of association\"", PORTERS_EN " " LAMPLIGHTERS},
                               {"\"freedom association\"", ""},
                               {"\"40,000 porters\"", PORTERS_EN},
                               {"\"the\"", PORTERS_EN " " LAMPLIGHTERS}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void signs_ask_and_exclude(void **state)
{
    static const row rows[] = {{"strike -lamplighters", PORTERS_EN " " LAMPLIGHTERS},
                               {"association -picket", LAMPLIGHTERS},
                               {"association -\"peaceful picket\"", LAMPLIGHTERS},
                               {"association -country:CR", PORTERS_EN},
                               {"committee -case:3101 -country:CI", LAMPLIGHTERS},
                               {"+secretary +reinstate", LAMPLIGHTERS},
                               {"+reinstate +picket", ""},
                               {"country:CR -zebra", LAMPLIGHTERS},
                               {"lamplighters -lamplighters", ""}};
    (void)state;
    /* "strike" stands in another paragraph of the lamplighters', which "-" leaves there. */
    check_all(rows, G_N_ELEMENTS(rows));
}

static void must_asks_for_a_word_whatever_the_match(void **state)
{
    static const row rows[] = {{"+reinstate picket zebra", LAMPLIGHTERS}, {"+zebra picket", ""}};
    cfa_request request = CFA_REQUEST_INIT;
    (void)state;
    request.match = CFA_MATCH_ANY;
    check_found(rows, G_N_ELEMENTS(rows), request);
    request.match = CFA_MATCH_AUTO;
    check_found(rows, G_N_ELEMENTS(rows), request);
}

static void a_sign_is_meant_for_all_of_what_it_stands_before(void **state)
{
    /* "The lamplighters allege that the dismissal of their secretary followed a strike" */
    static const row rows[] = {{"lamplighters -(secretary zebra) xylophone", LAMPLIGHTERS},
                               {"lamplighters -secretary-dismissal xylophone", ""},
                               {"+secretary-zebra lamplighters", ""},
                               {"+(secretary dismissal) picket", LAMPLIGHTERS}};
    cfa_request request = CFA_REQUEST_INIT;
    (void)state;
    request.match = CFA_MATCH_AUTO;
    check_found(rows, G_N_ELEMENTS(rows), request);
}

static void only_exclusions_find_all_the_rest(void **state)
{
    static const row rows[] = {{"-lang:en", LIGHTHOUSE " " BAKERS " " PORTERS_FR},
                               {"-lang:en -lang:es", BAKERS " " PORTERS_FR},
                               {"-type:interim -lang:fr", LIGHTHOUSE " " LAMPLIGHTERS}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void operators_combine(void **state)
{
    static const row rows[] = {
        {"lamplighters AND dismissal", LAMPLIGHTERS},
        {"lamplighters AND picket", ""},
        {"lamplighters OR unauthorized", PORTERS_EN " " LAMPLIGHTERS},
        {"strike lamplighters OR unauthorized", PORTERS_EN " " LAMPLIGHTERS},
        {"boulangers OR (picket AND quay)", BAKERS " " PORTERS_EN},
        {"boulangers OR (picket AND reinstate)", BAKERS},
        {"association NOT picket", LAMPLIGHTERS},
        {"association AND NOT picket", LAMPLIGHTERS},
        {"association -(picket OR zebra)", LAMPLIGHTERS},
        {"\"peaceful picket\" OR \"droit de grève\" lang:en", PORTERS_EN},
        {"boulangers OR country:CR", BAKERS " " LAMPLIGHTERS},
        {"boulangers OR NOT lang:fr", LIGHTHOUSE " " BAKERS " " PORTERS_EN " " LAMPLIGHTERS},
        {"(NOT lang:fr OR NOT lang:en) convention:98", BAKERS},
        {"arrest NEAR/3 -quay", PORTERS_EN}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void near_counts_the_words_between(void **state)
{
    /* "arrest of 40,000 porters during an unauthorized picket" */
    static const row rows[] = {{"arrest NEAR/3 porters", PORTERS_EN},
                               {"porters NEAR/3 arrest", PORTERS_EN},
                               {"arrest NEAR/2 picket", ""},
                               {"arrest NEAR/7 picket", PORTERS_EN},
                               {"arrest NEAR picket", PORTERS_EN},
                               {"arrest NEAR/2 porters", ""},
                               {"arrest NEAR/3 porters NEAR/3 zebra", ""}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void prefixes_find_what_begins_so(void **state)
{
    static const row rows[] = {{"lampl*", LAMPLIGHTERS},
                               {"réint*", BAKERS},
                               {"estib*", PORTERS_ES},
                               {"dismiss* -secretary", LAMPLIGHTERS},
                               {"zeb*", ""},
                               {"boula* licenc*", BAKERS}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void every_field_filters(void **state)
{
    static const row rows[] = {{"case:3101", PORTERS_EN},
                               {"case:3103", LAMPLIGHTERS},
                               {"country:CR", LAMPLIGHTERS},
                               {"country:\"costa rica\"", LAMPLIGHTERS},
                               {"country:ruritania", PORTERS_EN},
                               {"country:\"Ivory Coast\"", BAKERS},
                               {"report:401", PORTERS_EN},
                               {"report:390..401", BAKERS " " PORTERS_EN},
                               {"report:402..", LAMPLIGHTERS},
                               {"report:..400", BAKERS},
                               {"report:401..390", BAKERS " " PORTERS_EN},
                               {"report:n7654321", LIGHTHOUSE},
                               {"para:21", LAMPLIGHTERS},
                               {"year:2019", BAKERS},
                               {"year:2020..2030", PORTERS_EN " " LAMPLIGHTERS},
                               {"year:..2022", BAKERS},
                               {"year:2020..", PORTERS_EN " " LAMPLIGHTERS},
                               {"in:reply", PORTERS_EN},
                               {"in:allegations", PORTERS_EN " " LAMPLIGHTERS},
                               {"type:definitive", LAMPLIGHTERS},
                               {"type:follow-up", BAKERS},
                               {"status:active", PORTERS_EN},
                               {"status:closed", LAMPLIGHTERS},
                               {"lang:es", LIGHTHOUSE " " PORTERS_ES},
                               {"cites:306/123", BAKERS " " PORTERS_EN},
                               {"cites:306/125", BAKERS},
                               {"cites:306/123-131", BAKERS " " PORTERS_EN},
                               {"cites:306", BAKERS " " PORTERS_EN},
                               {"cites:306/131", BAKERS},
                               {"cites:digest:2006/581", LAMPLIGHTERS},
                               {"cites:306/132", ""},
                               {"convention:87", LIGHTHOUSE},
                               {"convention:C098", BAKERS},
                               {"convention:87 convention:98", LIGHTHOUSE " " BAKERS},
                               {"convention:135", ""}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void fields_narrow_words_and_each_other(void **state)
{
    static const row rows[] = {
        {"committee country:CR", LAMPLIGHTERS},
        {"secretary in:conclusions", ""},
        {"secretary in:recommendations", LAMPLIGHTERS},
        {"country:CR country:CI", BAKERS " " LAMPLIGHTERS}, /* values of one field are alternatives */
        {"country:CR type:interim", ""},
        {"convention:98 lang:es", ""},
        {"convention:87 OR country:CR", LIGHTHOUSE " " LAMPLIGHTERS},
        {"dirigentes -convention:87", ""},
        {"year:2019..2023 status:closed in:conclusions", LAMPLIGHTERS}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void filters_beside_the_query_do_the_same(void **state)
{
    static const cfa_request_filter filters[] = {
        {"country", "CR"}, {"country", "Côte d'Ivoire"}, {"year", "2019..2023"}};
    static const row rows[] = {{"", BAKERS " " LAMPLIGHTERS}, {"secretary", LAMPLIGHTERS}};
    cfa_request request = CFA_REQUEST_INIT;
    (void)state;
    request.filters = filters;
    request.filter_count = G_N_ELEMENTS(filters);
    check_found(rows, G_N_ELEMENTS(rows), request);
}

static void citations_find_what_they_cite(void **state)
{
    static const row rows[] = {{"401/13", PORTERS_EN},
                               {"401/13/fr", PORTERS_FR},
                               {"401st Report, para. 13", PORTERS_EN},
                               {"401e rapport, paragr. 13", PORTERS_EN},
                               {"401/9-11", PORTERS_EN},
                               {"401/15", ""},
                               {"Case No. 3102", LAMPLIGHTERS},
                               {"cas no 2999", BAKERS},
                               {"caso núm. 3103", LAMPLIGHTERS},
                               {"Digest 2006, para. 581", LAMPLIGHTERS},
                               {"secretary Case No. 3102", LAMPLIGHTERS},
                               {"picket Case No. 3102", ""}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void stopwords_are_searched_where_nothing_else_is(void **state)
{
    static const row rows[] = {
        {"the", PORTERS_EN " " LAMPLIGHTERS}, {"los", LIGHTHOUSE " " PORTERS_ES}, {"dans", ""},
        {"the lamplighters", LAMPLIGHTERS},   {"the boulangers", BAKERS},         {"boulangers +the", ""}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void a_label_beside_a_number_is_not_asked_for(void **state)
{
    static const row rows[] = {{"convention n° 98", BAKERS},      {"convenio No. 87", LIGHTHOUSE},
                               {"convenio núm. 87 art. 306", ""}, {"\"convenio núm. 87\"", LIGHTHOUSE},
                               {"\"convenio 87\"", ""},           {"convenio +no 87", ""}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void an_empty_query_finds_nothing(void **state)
{
    static const row rows[] = {{"", ""}, {"   ", ""}, {"?!", ""}, {"()", ""}, {"\"\"", ""}};
    (void)state;
    check_all(rows, G_N_ELEMENTS(rows));
}

static void marks_are_those_of_the_words_that_were_searched(void **state)
{
    cfa_request request = CFA_REQUEST_INIT;
    (void)state;
    request.query = "the arrests OR \"right to strike\" -police";
    g_autoptr(cfa_answer) answer = support_search(support_disputes, &request);
    const cfa_hit *hit = g_ptr_array_index(answer->hits, 0);
    assert_string_equal(hit->id, PORTERS_EN);
    const cfa_passage *passage = g_ptr_array_index(hit->passages, 0);
    g_autofree char *line = support_runs(passage->snippet);
    assert_string_equal(
        line, "The complainant alleges the [arrest] of 40,000 porters during an unauthorized picket at "
              "the quay, and states that the [right] [to] [strike] was denied.");
}

/* What the query language is made of, in any order: an answer, or a limit. */
static void any_query_has_an_answer(void **state)
{
    static const char *const pieces[] = {
        "strike ",     "the ",      "porters ",    "AND ",         "OR ",     "NOT ",
        "NEAR/3 ",     "(",         ")",           "\"",           "+",       "-",
        "port* ",      "in:reply ", "country:CR ", "year:2019.. ", "401/13 ", "Case No. 3101 ",
        "trade-union "};
    enum { QUERIES = 400 };
    GRand *chance = g_rand_new_with_seed(3101);
    (void)state;
    for (int i = 0; i < QUERIES; i++) {
        GString *text = g_string_new(NULL);
        const int count = g_rand_int_range(chance, 0, i % 10 == 0 ? 200 : 20);
        for (int j = 0; j < count && text->len < CFA_QUERY_BYTES - 20; j++)
            g_string_append(text, pieces[g_rand_int_range(chance, 0, G_N_ELEMENTS(pieces))]);
        cfa_request request = CFA_REQUEST_INIT;
        cfa_error error = {0};
        request.query = text->str;
        request.by_paragraph = i % 3 == 0;
        g_autoptr(cfa_answer) answer = cfa_search(support_disputes, &request, &error);
        if (answer == NULL && strcmp(error.code, "query-too-deep") != 0)
            fail_msg("%s: %s", text->str, error.reason);
        g_string_free(text, TRUE);
    }
    g_rand_free(chance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_in_any_case_and_with_any_accents),
        cmocka_unit_test(words_are_found_in_any_form),
        cmocka_unit_test(words_are_found_in_the_languages_wanted_alone),
        cmocka_unit_test(the_heading_of_a_text_finds_its_paragraphs),
        cmocka_unit_test(phrases_count_every_word_in_its_place),
        cmocka_unit_test(signs_ask_and_exclude),
        cmocka_unit_test(must_asks_for_a_word_whatever_the_match),
        cmocka_unit_test(a_sign_is_meant_for_all_of_what_it_stands_before),
        cmocka_unit_test(only_exclusions_find_all_the_rest),
        cmocka_unit_test(operators_combine),
        cmocka_unit_test(near_counts_the_words_between),
        cmocka_unit_test(prefixes_find_what_begins_so),
        cmocka_unit_test(every_field_filters),
        cmocka_unit_test(fields_narrow_words_and_each_other),
        cmocka_unit_test(filters_beside_the_query_do_the_same),
        cmocka_unit_test(citations_find_what_they_cite),
        cmocka_unit_test(stopwords_are_searched_where_nothing_else_is),
        cmocka_unit_test(a_label_beside_a_number_is_not_asked_for),
        cmocka_unit_test(an_empty_query_finds_nothing),
        cmocka_unit_test(marks_are_those_of_the_words_that_were_searched),
        cmocka_unit_test(any_query_has_an_answer),
    };
    return cmocka_run_group_tests_name("plan", tests, support_open_disputes, support_close_disputes);
}
