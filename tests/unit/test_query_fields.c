/* Fields of queries: how their names and values are typed, in a query and beside it. */
#include "parsed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void fields_are_read(void **state)
{
    static const row rows[] = {
        {"strike case:2090", "strike case:2090"},
        {"strike country:belarus", "strike country:BY"},
        {"country:BY country:by COUNTRY:By", "country:BY country:BY country:BY"},
        {"country:\"Costa Rica\"", "country:CR"},
        {"country:“Côte d’Ivoire”", "country:CI"},
        {"country:Ruritania", "country:ruritania"},
        {"country:\"Upper Ruritania\"", "country:\"upper ruritania\""},
        {"strike report:394", "strike report:394"},
        {"report:380..394", "report:380..394"},
        {"report:380..", "report:380.."},
        {"report:n3112113 report:s0a1b2c3d", "report:n3112113 report:s0a1b2c3d"},
        {"para:83", "para:83"},
        {"year:2015", "year:2015"},
        {"year:2015..2021", "year:2015..2021"},
        {"year:..2021 year:2015..", "year:..2021 year:2015.."},
        {"in:conclusions section:Reply", "in:conclusions in:reply"},
        {"type:interim type:follow-up", "type:interim type:follow-up"},
        {"status:active", "status:active"},
        {"lang:FR", "lang:fr"},
        {"strike cites:306/123", "strike cites:306/123"},
        {"cites:306/123-131 cites:digest:2006/45", "cites:306/123-131 cites:digest:2006/45"},
        {"convention:87", "convention:87"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void a_field_may_be_named_in_the_plural(void **state)
{
    static const row rows[] = {{"cases:2090", "case:2090"},
                               {"countries:BY,CO", "country:BY country:CO"},
                               {"Países:Bielorrusia", "country:BY"},
                               {"secciones:conclusiones", "in:conclusions"},
                               {"statuses:active", "status:active"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void the_value_of_a_field_may_stand_behind_a_blank(void **state)
{
    static const row rows[] = {
        {"country: BY year: 2015..2021", "country:BY year:2015..2021"},
        {"Country: Belarus, Case: 2090; Type: interim", "country:BY case:2090 type:interim"},
        {"country: \"Costa Rica\" strike", "country:CR strike"},
        {"-in: reply", "-in:reply"},
        {"country: the facts", "country the facts"},
        {"in: heaven", "in heaven"},
        {"in: -reply", "in -reply"},
        {"year :2021", "year 2021"},
        {"in:", "in"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void a_convention_is_read_as_people_write_it(void **state)
{
    static const char *const typed[] = {"convention:87",       "convention:087",      "CONVENTION:C87",
                                        "convention:c087",     "convention:C.87",     "convention:C-87",
                                        "convention:\"C 87\"", "convention:No.87",    "convention:\"No. 87\"",
                                        "convention:nº87",     "convention:«núm. 87»"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
        const row one = {typed[i], "convention:87"};
        parsed_check(&one, 1);
    }
}

static void a_range_is_read_as_people_write_it(void **state)
{
    static const row rows[] = {
        {"year:2015-2021", "year:2015..2021"},
        {"year:2015–2021 report: 380-394", "year:2015..2021 report:380..394"},
        {"year:2021..2015", "year:2015..2021"},
        {"report:1000-394", "report:394..1000"},
        {"year:2015-21 para:83..5", "year:2015..2021 para:83..85"},
        {"year:2015 to 2021", "year:2015..2021"},
        {"year: 2015 – 2021 strike", "year:2015..2021 strike"},
        {"année:2015 à 2021, report:394- 396", "year:2015..2021 report:394..396"},
        {"para:80-90 para:80.. para:..12", "para:80..90 para:80.. para:..12"},
        {"report:394th case:#2090 case:02090", "report:394 case:2090 case:2090"},
        {"year:2015-2015", "year:2015"},
        {"year:\"2015 to 2021\" report:'380 - 394'", "year:2015..2021 report:380..394"},
        {"année:«2015 à 2021»", "year:2015..2021"},
        {"year:[2015 TO 2021] report:[380 TO *]", "year:2015..2021 report:380.."}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void values_go_on_behind_a_comma_and_a_blank(void **state)
{
    static const row rows[] = {{"case:2090, 2133 strike", "case:2090 case:2133 strike"},
                               {"years: 2015, 2021", "year:2015 year:2021"},
                               {"report:394, art. 83", "report:394 83"},
                               {"country:BY, \"Costa Rica\", strike", "country:BY country:CR strike"},
                               {"-country:BY, CR", "-country:BY -country:CR"},
                               {"country:BY, heaven", "country:BY heaven"},
                               {"country:BY, heaven,earth", "country:BY heaven earth"},
                               {"in:conclusions, all workers", "in:conclusions all workers"},
                               {"case:2090, +2133", "case:2090 +2133"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void the_name_of_a_country_goes_on_behind_blanks(void **state)
{
    static const row rows[] = {{"country:Costa Rica strike", "country:CR strike"},
                               {"pays: République démocratique du Congo", "country:CD"},
                               {"-country:United Kingdom, Trinidad and Tobago", "-country:GB -country:TT"},
                               {"country:Niger strike", "country:NE strike"},
                               {"country:Belarus - strike", "country:BY strike"},
                               {"country:Belarus (strike)", "country:BY strike"},
                               {"country:costa strike", "country:costa strike"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void values_that_cannot_be_are_words(void **state)
{
    static const row rows[] = {{"case:many", "case many"},
                               {"report:n", "report n"},
                               {"report:..", "report"},
                               {"report:394..x", "report \"394\" x"},
                               {"report:-1 report:394-", "report \"1\" report \"394\""},
                               {"year:2015-16-17", "year 2015 16 17"},
                               {"year:", "year"},
                               {"year:soon", "year soon"},
                               {"in:heaven", "in heaven"},
                               {"type:finale status:new", "type finale status new"},
                               {"in:re", "in re"},
                               {"type:interim!x", "type interim x"},
                               {"lang:de", "lang de"},
                               {"country:BY,, in:reply,heaven", "country:BY in reply heaven"},
                               {"cites:nobody", "cites nobody"},
                               {"country:", "country"},
                               {"para:-1", "para \"1\""},
                               {"para:123456", "para \"123456\""},
                               {"convention:0 convention:200", "convention 0 convention 200"},
                               {"convention:collective", "convention collective"},
                               {"convention:Vienna-87", "convention vienna 87"},
                               {"colour:red", "colour red"},
                               {"https://library.example/page", "https library example page"},
                               {":x", "x"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void values_have_names_in_three_languages(void **state)
{
    static const row rows[] = {
        {"in:conclusion in:Recommandations in:respuesta", "in:conclusions in:recommendations in:reply"},
        {"type:final type:int\u00e9rimaire type:provisional type:followup",
         "type:definitive type:interim type:interim type:follow-up"},
        {"status:open status:\"en suivi\" status:cerrado", "status:active status:follow-up status:closed"},
        {"lang:english lang:fran\u00e7ais lang:esp", "lang:en lang:fr lang:es"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void fields_have_names_in_three_languages(void **state)
{
    static const row rows[] = {
        {"pays:B\u00e9larus cas:2090 rapport:394 paragraphe:83", "country:BY case:2090 report:394 para:83"},
        {"ann\u00e9e:2015.. dans:conclusions \u00e9tat:clos langue:fr cite:306/123",
         "year:2015.. in:conclusions status:closed lang:fr cites:306/123"},
        {"PA\u00cdS:BY caso:2090 informe:394 p\u00e1rrafo:83", "country:BY case:2090 report:394 para:83"},
        {"a\u00f1o:2015 en:alegatos tipo:definitivo estado:activo idioma:es cita:306 convenio:87",
         "year:2015 in:allegations type:definitive status:active lang:es cites:306 convention:87"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void values_with_commas_between_are_alternatives(void **state)
{
    static const row rows[] = {
        {"country:BY,CO strike", "country:BY country:CO strike"},
        {"country:\"Costa Rica, BY\"", "country:CR country:BY"},
        {"country: BY,CO", "country:BY country:CO"},
        {"-country:BY,CO", "-country:BY -country:CO"},
        {"(country:BY OR country:CO) strike", "country:BY country:CO strike"},
        {"-(in:reply OR in:other) strike", "-in:reply -in:other strike"},
        {"strike AND country:BY,CO", "(strike AND (country:BY OR country:CO))"},
        {"country:Belarus OR Costa Rica strike", "country:BY country:CR strike"},
        {"country:BY OR strike", "(country:BY OR strike)"},
        {"case:2090 OR 9941", "case:2090 case:9941"},
        {"country:(Belarus OR Costa Rica) strike", "country:BY country:CR strike"},
        {"-country:(BY, CO)", "-country:BY -country:CO"},
        {"in:(conclusions OR recommendations", "in:conclusions in:recommendations"},
        {"country:(BY OR Ruritania)", "country:BY country:ruritania"},
        {"country:(BY,CO OR FR)", "country:BY country:CO country:FR"},
        {"country: (the facts)", "country (the facts)"},
        {"in:(heaven OR earth)", "in (heaven OR earth)"},
        {"year:2015,2018..2020 report:394,n12", "year:2015 year:2018..2020 report:394 report:n12"},
        {"(country:BY OR lang:fr) strike", "(country:BY OR lang:fr) strike"},
        {"(country:BY OR -country:CO) strike", "(country:BY OR -country:CO) strike"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void a_bound_leaves_out_what_it_is_beyond(void **state)
{
    static const row rows[] = {{"year:>2015", "year:2016.."},
                               {"année:>=2015", "year:2015.."},
                               {"year < 2015 strike", "year:..2014 strike"},
                               {"año:≤2015", "year:..2015"},
                               {"report:>380 para: <20", "report:381.. para:..19"},
                               {"year:>2015 year:<2020", "year:2016..2019"},
                               {"year >= 2015 and <= 2020", "year:2015..2020"},
                               {"-year:>2015", "-year:2016.."},
                               {"year:2010,>2015", "year:2010 year:2016.."},
                               {"year:<0", "year 0"},
                               {"year:>99999", "year 99999"},
                               {"year:>2015<2010", "year 2015 2010"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void an_equals_sign_is_as_good_as_a_colon(void **state)
{
    static const row rows[] = {{"country=BY lang=fr", "country:BY lang:fr"},
                               {"país=\"Costa Rica\",BY huelga", "country:CR country:BY huelga"},
                               {"in=conclusions -type=interim", "in:conclusions -type:interim"},
                               {"case=2090", "case:2090"},
                               {"x=y country=", "x y country"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void filters_are_added_as_if_typed(void **state)
{
    cfa_error error = {0};
    (void)state;
    g_autoptr(cfa_query) query = parsed_query("strike");
    assert_true(cfa_query_add_field(query, "country", "belarus", &error));
    assert_true(cfa_query_add_field(query, "in", "conclusions", &error));
    assert_true(cfa_query_add_field(query, "year", "2015..2021", &error));
    g_autofree char *parsed = cfa_query_print(query);
    assert_string_equal(parsed, "strike country:BY in:conclusions year:2015..2021");
}

static void filters_that_cannot_be_are_refused(void **state)
{
    static const char *const rows[][2] = {{"case", "many"},  {"year", "soon"},         {"in", "heaven"},
                                          {"type", ""},      {"lang", "de"},           {"cites", "x"},
                                          {"colour", "red"}, {"convention", "Geneva"}, {"country", " "}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        cfa_error error = {0};
        g_autoptr(cfa_query) query = parsed_query("strike");
        assert_false(cfa_query_add_field(query, rows[i][0], rows[i][1], &error));
        assert_int_equal(error.status, CFA_USAGE);
        assert_string_equal(error.code, "bad-value");
        g_autofree char *parsed = cfa_query_print(query);
        assert_string_equal(parsed, "strike");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_read),
        cmocka_unit_test(a_field_may_be_named_in_the_plural),
        cmocka_unit_test(the_value_of_a_field_may_stand_behind_a_blank),
        cmocka_unit_test(a_convention_is_read_as_people_write_it),
        cmocka_unit_test(a_range_is_read_as_people_write_it),
        cmocka_unit_test(values_go_on_behind_a_comma_and_a_blank),
        cmocka_unit_test(the_name_of_a_country_goes_on_behind_blanks),
        cmocka_unit_test(values_that_cannot_be_are_words),
        cmocka_unit_test(values_have_names_in_three_languages),
        cmocka_unit_test(fields_have_names_in_three_languages),
        cmocka_unit_test(values_with_commas_between_are_alternatives),
        cmocka_unit_test(a_bound_leaves_out_what_it_is_beyond),
        cmocka_unit_test(an_equals_sign_is_as_good_as_a_colon),
        cmocka_unit_test(filters_are_added_as_if_typed),
        cmocka_unit_test(filters_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests_name("query fields", tests, NULL, NULL);
}
