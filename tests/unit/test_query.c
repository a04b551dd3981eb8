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
        {"\"lock, out the crew\" \"lock-out\"", "\"lock, out the crew\" \"lockout\""},
        {"(394th Report, para. 83) de la mine", "(394th Report, para. 83) de la mine"}};
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
        cmocka_unit_test(what_is_printed_reads_the_same_again),
        cmocka_unit_test(what_would_be_read_with_its_neighbours_is_printed_apart),
        cmocka_unit_test(the_text_is_kept_as_typed),
        cmocka_unit_test(letters_that_are_typed_with_their_accents_apart_read_as_one),
        cmocka_unit_test(what_has_no_width_parts_no_letter_from_its_accent),
        cmocka_unit_test(what_is_printed_is_in_nfc_though_folding_takes_syllables_apart),
    };
    return cmocka_run_group_tests_name("query", tests, NULL, NULL);
}
