/* Queries: what is typed, and how it was read. */
#include "parsed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static void words_fold(void **state)
{
    static const row rows[] = {{"Right to STRIKE", "right to strike"},
                               {"l’arrestation syndicale", "arrestation syndicale"},
                               {"Organización", "organizacion"},
                               {"trade-union rights", "trade union rights"},
                               {"1990..2000", "1990 2000"},
                               {"I.L.O. and the Government's reply", "ilo and the government reply"},
                               {"", ""},
                               {" \t\n ", ""},
                               {"?!…", ""}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void signs_ask_for_a_word_or_exclude_it(void **state)
{
    static const row rows[] = {
        {"strike -police", "strike -police"},
        {"+strike police", "+strike police"},
        {"+\"right to strike\" -\"public order\"", "+\"right to strike\" -\"public order\""},
        {"-(police army)", "-(police army)"},
        {"-country:BY", "-country:BY"},
        {"strike - police", "strike police"},
        {"strike + police", "strike police"},
        {"strike -", "strike"},
        {"+", ""},
        {"well-known", "well known"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void operators_join_their_neighbours(void **state)
{
    static const row rows[] = {{"strike AND dismissal", "strike AND dismissal"},
                               {"strike OR dismissal", "strike OR dismissal"},
                               {"strike dismissal OR firing", "strike (dismissal OR firing)"},
                               {"a1 OR b1 AND c1", "a1 OR (b1 AND c1)"},
                               {"(a1 OR b1) AND c1", "(a1 OR b1) AND c1"},
                               {"strike NOT police", "strike -police"},
                               {"strike AND NOT police", "strike AND -police"},
                               {"NOT (police army)", "-(police army)"},
                               {"arrest NEAR picket", "arrest NEAR/10 picket"},
                               {"arrest NEAR/5 picket", "arrest NEAR/5 picket"},
                               {"arrest NEAR/3 picket NEAR/7 quay", "arrest NEAR/7 picket NEAR/7 quay"}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(cfa_query) query = parsed_query(rows[i].typed);
        g_autofree char *parsed = cfa_query_print(query);
        const char *expected = rows[i].parsed;
        /* A query that is one thing alone may be printed with its brackets or without. */
        if (strcmp(parsed, expected) != 0) {
            g_autofree char *bracketed = g_strdup_printf("(%s)", expected);
            if (strcmp(parsed, bracketed) != 0)
                fail_msg("%s reads as %s, not %s", rows[i].typed, parsed, expected);
        }
    }
}

static void operators_that_join_nothing_are_words(void **state)
{
    static const row rows[] = {
        {"strike AND", "strike and"},
        {"AND NOW", "and now"},
        {"strike OR", "strike or"},
        {"OR", "or"},
        {"AND AND AND", "and and and"},
        {"strike NEAR", "strike near"},
        {"strike NEAR/0 picket", "strike near 0 picket"},
        {"strike NEAR/x picket", "strike near x picket"},
        {"strike NEAR/999 picket", "strike near 999 picket"},
        {"NOT", "not"},
        {"NOT NOT", "not not"},
        {"strike AND NOT", "strike and not"},
        {"(strike NOT) picket", "(strike not) picket"},
        {"strike NOT AND picket", "strike not and picket"},
        {"strike and dismissal or firing not near", "strike and dismissal or firing not near"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void only_words_can_be_near_and_all_else_must_be_there(void **state)
{
    static const row rows[] = {
        {"arrest NEAR/5 \"peaceful picket\"", "(arrest AND \"peaceful picket\")"},
        {"arrest NEAR/5 pick*", "(arrest AND pick*)"},
        {"(quay OR port) NEAR/5 picket", "((quay OR port) AND picket)"},
        {"arrest NEAR/5 trade-union", "(arrest AND (trade union))"},
        {"arrest NEAR/5 picket NEAR/5 country:BY", "(arrest NEAR/5 picket AND country:BY)"},
        {"arrest NEAR/5 -picket", "(arrest AND -picket)"},
        {"arrest NEAR/5 NOT picket", "(arrest AND -picket)"},
        {"+arrest NEAR/5 picket", "+arrest NEAR/5 picket"},
        {"arrest NEAR/5 +picket", "+arrest NEAR/5 picket"},
        {"-arrest NEAR/5 picket", "-arrest NEAR/5 picket"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void brackets_around_one_part_are_that_part(void **state)
{
    static const row rows[] = {{"((strike))", "strike"},
                               {"(country:BY) (394th Report)", "country:BY report:394"},
                               {"-(strike) +(\"right to strike\")", "-strike +\"right to strike\""},
                               {"NOT (NOT strike)", "strike"},
                               {"+(-strike)", "-strike"},
                               {"-(+strike)", "-strike"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void phrases_keep_every_word(void **state)
{
    static const row rows[] = {{"\"Right to Strike\"", "\"right to strike\""},
                               {"“right to strike”", "\"right to strike\""},
                               {"„right to strike“", "\"right to strike\""},
                               {"« droit de grève »", "\"droit de greve\""},
                               {"«droit de l’homme»", "\"droit de homme\""},
                               {"\"trade-union\" rights", "\"trade union\" rights"},
                               {"\"AND OR country:BY -x\"", "\"and or country by x\""},
                               {"one\"two three\"four", "one \"two three\" four"},
                               {"\"\"", ""},
                               {"\"?!\" strike", "strike"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void single_quotation_marks_are_told_from_apostrophes(void **state)
{
    static const row rows[] = {{"‘right to strike’ law", "\"right to strike\" law"},
                               {"‚right to strike‘", "\"right to strike\""},
                               {"-‘union’s right’ (‘to strike’)", "-\"union right\" \"to strike\""},
                               {"“the ‘right’ to strike”", "\"the right to strike\""},
                               {"workers’ and employers’ rights", "workers and employers rights"},
                               {"l’OIT l‘OIT Sana‘a", "oit oit sanaa"},
                               {"'right to strike' law", "\"right to strike\" law"},
                               {"workers' and employers' rights", "workers and employers rights"},
                               {"l'OIT et l'accord d'entreprise", "oit et accord entreprise"},
                               {"'90s strikes", "90s strikes"},
                               {"the ‘Ali brothers", "the ali brothers"},
                               {"country:‘Costa Rica’", "country:CR"},
                               {"‘394/83’ ‘Case No. 2090’", "\"394 83\" \"case no 2090\""},
                               {"Sana‘a, Case No. 2090", "sanaa case:2090"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void quotation_marks_close_with_their_fellow(void **state)
{
    static const row rows[] = {
        {"« l’expression “droit de grève” » rapport", "\"expression droit de greve\" rapport"},
        {"“the \"right\" to strike” police", "\"the right to strike\" police"},
        {"‹droit de grève› ›droit de grève‹", "\"droit de greve\" \"droit de greve\""},
        {"„right to strike” ‟right to strike”", "\"right to strike\" \"right to strike\""},
        {"“right to strike\" police", "\"right to strike\" police"},
        {"″right to strike″ ＂police power＂", "\"right to strike\" \"police power\""},
        {"“one two “three four”", "\"one two\" three four"},
        {"country:«Costa Rica» in:“conclusions”", "country:CR in:conclusions"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void the_punctuation_of_a_sentence_is_no_part_of_anything(void **state)
{
    static const row rows[] = {
        {"country:BY, year:2021; type:interim.", "country:BY year:2021 type:interim"},
        {"country:\"Costa Rica\", strike", "country:CR strike"},
        {"country:BY,\"Costa Rica\",«El Salvador» strike", "country:BY country:CR country:SV strike"},
        {"country:\"Costa Rica\",\"right to strike", "country:CR right to strike"},
        {"note:strike,\"right to strike\"", "note strike \"right to strike\""},
        {"strik*, dismiss*; picket*?", "strik* dismiss* picket*"},
        {"year:2015.. report:..380.", "year:2015.. report:..380"},
        {"year:2015.. 40 workers", "year:2015.. 40 workers"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void labels_of_numbers_are_no_words(void **state)
{
    static const row rows[] = {{"Convention No. 87", "convention 87"},
                               {"Conventions Nos. 87 and 98", "conventions 87 and 98"},
                               {"convenio núm. 98", "convenio 98"},
                               {"convenios núms. 87 y 98", "convenios 87 y 98"},
                               {"convention n° 87, convention nº98, convention N.º 135",
                                "convention 87 convention 98 convention 135"},
                               {"numero 87 número 98 numéro 135", "87 98 135"},
                               {"loi no 92/007", "loi 92 007"},
                               {"Decree No. 1420/2002, s. 5", "decree 1420 2002 s 5"},
                               {"para. 4 paras 5 paragr. 6 párr. 7 párrafo 8 paragraphe 9", "4 5 6 7 8 9"},
                               {"art. 8 arts. 2, 3", "8 2 3"},
                               {"art. no 5", "5"},
                               {"No: 87 no - 98", "87 98"},
                               {"Convention (No. 87)", "convention 87"},
                               {"strike AND No. 87", "(strike AND 87)"},
                               {"vol. XC", "vol xc"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void labels_count_away_from_numbers_and_as_typed_in_quotes_and_after_signs(void **state)
{
    static const row rows[] = {{"\"Convention No. 87\"", "\"convention no 87\""},
                               {"convention +No. 87", "convention +no 87"},
                               {"convention -no 87", "convention -no 87"},
                               {"+No.87", "+(no \"87\")"},
                               {"no strike", "no strike"},
                               {"los trabajadores no afiliados", "los trabajadores no afiliados"},
                               {"huelga para todos", "huelga para todos"},
                               {"87 no", "87 no"},
                               {"no \"87\"", "no \"87\""},
                               {"no -87", "no -87"},
                               {"para:83", "para:83"},
                               {"No.", "no"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void prefixes_have_three_letters_or_more(void **state)
{
    static const row rows[] = {
        {"strik*", "strik*"},  {"Organiz*", "organiz*"}, {"grè*", "gre*"},           {"st*", "st"}, {"*", ""},
        {"*strike", "strike"}, {"str*ke", "str ke"},     {"trade-uni*", "trade uni"}};
    (void)state;
    parsed_check(rows, G_N_ELEMENTS(rows));
}

static void unbalanced_quotes_and_brackets_are_passed_over(void **state)
{
    static const row rows[] = {{"\"right to strike", "right to strike"},
                               {"right to strike\"", "right to strike"},
                               {"\"one two\" three\" four", "\"one two\" three four"},
                               {"(right to strike", "right to strike"},
                               {"right) to strike", "right to strike"},
                               {"))) strike (((", "strike"},
                               {"()", ""},
                               {"( ) strike ( )", "strike"},
                               {"» strike «", "\"strike\""}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(cfa_query) query = parsed_query(rows[i].typed);
        g_autofree char *parsed = cfa_query_print(query);
        g_auto(GStrv) parts = g_strsplit_set(parsed, "()", -1);
        g_autofree char *without = g_strstrip(g_strjoinv("", parts));
        if (strcmp(without, rows[i].parsed) != 0)
            fail_msg("%s reads as %s, not %s", rows[i].typed, parsed, rows[i].parsed);
    }
}

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
    static const row rows[] = {{"year:2015-2021", "year:2015..2021"},
                               {"year:2015–2021 report: 380-394", "year:2015..2021 report:380..394"},
                               {"year:2021..2015", "year:2015..2021"},
                               {"report:1000-394", "report:394..1000"},
                               {"year:2015-21 para:83..5", "year:2015..2021 para:83..85"},
                               {"year:2015 to 2021", "year:2015..2021"},
                               {"year: 2015 – 2021 strike", "year:2015..2021 strike"},
                               {"année:2015 à 2021, report:394- 396", "year:2015..2021 report:394..396"},
                               {"para:80-90 para:80.. para:..12", "para:80..90 para:80.. para:..12"},
                               {"report:394th case:#2090 case:02090", "report:394 case:2090 case:2090"},
                               {"year:2015-2015", "year:2015"}};
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

static void what_is_printed_reads_the_same_again(void **state)
{
    static const char *const typed[] = {"strike -police country:belarus \"right to strike\"",
                                        "a1 OR b1 AND c1 d1",
                                        "+strike -(police army) NOT x1",
                                        "arrest NEAR/5 picket in:conclusions year:2015..",
                                        "strik* OR \"droit de grève\" lang:fr",
                                        "country:\"Upper Ruritania\" case:2090 report:380..394",
                                        "trade-union OR works-council",
                                        "394/83 arrest",
                                        "394th Report, para. 83 arrest",
                                        "strike Digest 2006, para. 45",
                                        "-Compilation, 2018, para. 1047",
                                        "(401e rapport, paragr. 13 OR quay) -Case No. 2090",
                                        "+394/83 strike 394/83/fr",
                                        "arrest NEAR/5 \"peaceful picket\" NOT (NOT x1)",
                                        "strike OR ?! NEAR/5 (-) AND picket",
                                        "+(-strike) (a1) OR (b1 NOT)",
                                        "Convention No. 87 convention:C98 country: BY",
                                        "((a1 b1) OR (c1 d1)) AND e1",
                                        "case/2090 strike",
                                        "rapport para 394",
                                        "Case No. 2090 -1 023",
                                        "report:306 OR \"394\"",
                                        "para2015 NEAR/5 cites",
                                        "country:BY… pays: n°",
                                        "paras39* strike",
                                        "case:2090, 2133 AND strike",
                                        "Case No. 2090 OR Case No. 9901",
                                        "394th Report, para. 83 (ibid OR after)",
                                        "\"394th digest para 45\" Digest, 2006, para. 45",
                                        "Case No. 2090 OR 394*"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
        g_autoptr(cfa_query) first = parsed_query(typed[i]);
        g_autofree char *once = cfa_query_print(first);
        g_autoptr(cfa_query) second = parsed_query(once);
        g_autofree char *twice = cfa_query_print(second);
        if (strcmp(once, twice) != 0)
            fail_msg("%s reads as %s, and that as %s", typed[i], once, twice);
    }
}

static void what_would_be_read_with_its_neighbours_is_printed_apart(void **state)
{
    static const row rows[] = {
        {"report \"394\" strike", "report \"394\" strike"},
        {"strike \"394\"", "strike 394"},
        {"(CFA) case:2090", "(cfa) case:2090"},
        {"(394th Report, para. 83) de la mine", "(394th Report, para. 83) de la mine"}};
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

static void the_text_is_kept_as_typed(void **state)
{
    (void)state;
    g_autoptr(cfa_query) query = parsed_query("  “Right” -Police ");
    assert_string_equal(query->text, "  “Right” -Police ");
    g_autoptr(cfa_query) broken = parsed_query("a\xFFz");
    assert_true(g_utf8_validate(broken->text, -1, NULL));
    g_autofree char *parsed = cfa_query_print(broken);
    assert_string_equal(parsed, "a z");
}

static void letters_that_are_typed_with_their_accents_apart_read_as_one(void **state)
{
    (void)state;
    g_autoptr(cfa_query) query = parsed_query("394.\u00ba informe, pa\u0301rrafo 83");
    g_autofree char *parsed = cfa_query_print(query);
    assert_string_equal(query->text, "394.\u00ba informe, p\u00e1rrafo 83");
    assert_string_equal(parsed, "394/83");
    cfa_citation citation;
    assert_true(cfa_query_read_citation("394.\u00ba informe, pa\u0301rrafo 83", &citation));
    assert_int_equal(citation.first, 83);
}

static void what_has_no_width_parts_no_letter_from_its_accent(void **state)
{
    (void)state;
    g_autoptr(cfa_query) query = parsed_query("gre\u200b\u0300ve");
    assert_string_equal(query->text, "gr\u00e8ve");
}

static void what_is_printed_is_in_nfc_though_folding_takes_syllables_apart(void **state)
{
    (void)state;
    g_autoptr(cfa_query) query = parsed_query("\uc5d0 strike");
    g_autofree char *parsed = cfa_query_print(query);
    assert_string_equal(parsed, "\uc5d0 strike");
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
        cmocka_unit_test(words_fold),
        cmocka_unit_test(signs_ask_for_a_word_or_exclude_it),
        cmocka_unit_test(operators_join_their_neighbours),
        cmocka_unit_test(operators_that_join_nothing_are_words),
        cmocka_unit_test(only_words_can_be_near_and_all_else_must_be_there),
        cmocka_unit_test(brackets_around_one_part_are_that_part),
        cmocka_unit_test(phrases_keep_every_word),
        cmocka_unit_test(single_quotation_marks_are_told_from_apostrophes),
        cmocka_unit_test(quotation_marks_close_with_their_fellow),
        cmocka_unit_test(the_punctuation_of_a_sentence_is_no_part_of_anything),
        cmocka_unit_test(labels_of_numbers_are_no_words),
        cmocka_unit_test(labels_count_away_from_numbers_and_as_typed_in_quotes_and_after_signs),
        cmocka_unit_test(prefixes_have_three_letters_or_more),
        cmocka_unit_test(unbalanced_quotes_and_brackets_are_passed_over),
        cmocka_unit_test(fields_are_read),
        cmocka_unit_test(the_value_of_a_field_may_stand_behind_a_blank),
        cmocka_unit_test(a_convention_is_read_as_people_write_it),
        cmocka_unit_test(a_range_is_read_as_people_write_it),
        cmocka_unit_test(values_go_on_behind_a_comma_and_a_blank),
        cmocka_unit_test(the_name_of_a_country_goes_on_behind_blanks),
        cmocka_unit_test(values_that_cannot_be_are_words),
        cmocka_unit_test(values_have_names_in_three_languages),
        cmocka_unit_test(fields_have_names_in_three_languages),
        cmocka_unit_test(values_with_commas_between_are_alternatives),
        cmocka_unit_test(what_is_printed_reads_the_same_again),
        cmocka_unit_test(what_would_be_read_with_its_neighbours_is_printed_apart),
        cmocka_unit_test(a_bound_leaves_out_what_it_is_beyond),
        cmocka_unit_test(an_equals_sign_is_as_good_as_a_colon),
        cmocka_unit_test(the_text_is_kept_as_typed),
        cmocka_unit_test(letters_that_are_typed_with_their_accents_apart_read_as_one),
        cmocka_unit_test(what_has_no_width_parts_no_letter_from_its_accent),
        cmocka_unit_test(what_is_printed_is_in_nfc_though_folding_takes_syllables_apart),
        cmocka_unit_test(filters_are_added_as_if_typed),
        cmocka_unit_test(filters_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests_name("query", tests, NULL, NULL);
}
