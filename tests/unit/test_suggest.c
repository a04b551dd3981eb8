/* The promises of suggest.h: what is suggested, and what is left as it is. The reports are the test's own. */
#include "suggest.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_index *lanterns;

static const char *const english[] = {
    "The lantern makers began collective bargaining with the harbour company.",
    "Collective bargaining with the lantern makers ended, and the harbour was dark.",
    "The trade union of lantern makers was dissolved, and its secretary was arrested.",
    "The Government replies that the trade union had not been registered by the harbour office.",
    "The arrest of the secretary was contrary to freedom of association, as was the dismissal.",
    "ICFTU sent observations on the dissolution of the union in the emergency."};
static const char *const french[] = {"Les fabricants de lanternes ont commencé une grève au port.",
                                     "La grève des fabricants de lanternes a été déclarée illégale.",
                                     "La négociation collective a été suspendue après la grève."};
static const char *const spanish[] = {"Los fabricantes de faroles iniciaron una huelga en el puerto.",
                                      "La negociación colectiva se suspendió después de la huelga."};

static cfa_case_text *text_of(cfa_language language, const char *const *paragraphs, guint count)
{
    cfa_case_text *text = support_text_new(410, language, "2024-06");
    support_add_case(text, 3201, "Ruritania", CFA_CASE_ACTIVE);
    support_add_conclusions(text, paragraphs, count);
    return text;
}

static int open_lanterns(void **state)
{
    (void)state;
    cfa_case_text *texts[] = {text_of(CFA_ENGLISH, english, G_N_ELEMENTS(english)),
                              text_of(CFA_FRENCH, french, G_N_ELEMENTS(french)),
                              text_of(CFA_SPANISH, spanish, G_N_ELEMENTS(spanish))};
    lanterns = support_index_new(texts, G_N_ELEMENTS(texts));
    return 0;
}

static int close_lanterns(void **state)
{
    (void)state;
    support_index_free(lanterns);
    return 0;
}

static void expect_of(const cfa_index *index, const char *query, const char *suggestion)
{
    cfa_request request = support_request(query);
    g_autoptr(cfa_answer) answer = support_search(index, &request);
    const char *found = answer->suggestion != NULL ? answer->suggestion : "(nothing)";
    const char *meant = suggestion != NULL ? suggestion : "(nothing)";
    if (strcmp(found, meant) != 0)
        fail_msg("for \"%s\" is suggested \"%s\", not \"%s\"", query, found, meant);
}

static void expect(const char *query, const char *suggestion)
{
    expect_of(lanterns, query, suggestion);
}

static void a_mistyped_word_is_suggested_as_it_was_meant(void **state)
{
    (void)state;
    expect("colective bargaining", "collective bargaining");
    expect("collective bargianing", "collective bargaining");
    expect("disolution of the union", "dissolution of the union");
}

static void several_mistyped_words_are_suggested_together(void **state)
{
    (void)state;
    expect("colective bargianing of lantern makers", "collective bargaining of lantern makers");
}

static void all_else_stays_as_it_was_typed(void **state)
{
    (void)state;
    expect("  +colective,  (bargaining OR \"trade unoin\")  in:conclusions -arrest",
           "  +collective,  (bargaining OR \"trade union\")  in:conclusions -arrest");
    expect("l'arrestation, colective bargaining", "l'arrestation, collective bargaining");
}

static void capitals_are_as_typed(void **state)
{
    (void)state;
    expect("Colective Bargaining", "Collective Bargaining");
    expect("COLECTIVE BARGAINING", "COLLECTIVE BARGAINING");
    expect("goverment", "government");
}

static void a_word_is_spelled_as_the_texts_of_its_language_spell_it(void **state)
{
    (void)state;
    expect("la negociaton collective des fabricants", "la négociation collective des fabricants");
    expect("la negociasion colectiva de los fabricantes", "la negociación colectiva de los fabricantes");
}

static void a_blank_too_many_or_too_few_is_seen(void **state)
{
    (void)state;
    expect("lanternmakers secretary", "lantern makers secretary");
    expect("dis missal of the secretary", "dismissal of the secretary");
}

static void right_words_are_left_alone(void **state)
{
    static const char *const right[] = {
        "collective bargaining",  /* as it stands */
        "secretaries dissolving", /* other forms of what stands there */
        "la huelga en el puerto", /* another language */
        "the and of",             /* stopwords */
        "Belarus Costa Rica",     /* countries, though no text has them */
        "ICFTA observations",     /* an acronym */
        "394 2090",               /* numbers */
        "dark arc",               /* short words */
        "xylophone",              /* a word like no other */
        "",
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(right); i++)
        expect(right[i], NULL);
}

static void fields_and_beginnings_of_words_are_left_alone(void **state)
{
    (void)state;
    expect("country:harbuor bargaining", "bargaining"); /* and what nothing has is left out */
    expect("colectiv* bargaining", NULL);
}

static void a_question_in_an_unknown_language_is_left_alone(void **state)
{
    (void)state;
    expect("colectivo lanterna bargano arresto", NULL);
}

static void accents_are_none_of_english(void **state)
{
    (void)state;
    expect("harbourr", "harbour");
    expect("hárbourr", NULL);
}

static void a_slip_in_the_texts_themselves_is_seen_by_how_rare_it_is(void **state)
{
    (void)state;
    cfa_case_text *text = support_text_new(411, CFA_ENGLISH, "2024-06");
    for (guint number = 1; number <= 20000; number++)
        support_add_paragraph(text, number, CFA_SECTION_OTHER, number == 7 ? "Lantren hawkers" : "Lantern",
                              NULL);
    cfa_index *index = support_index_new(&text, 1);
    expect_of(index, "lantren", "lantern");
    expect_of(index, "hawkers", NULL);
    support_index_free(index);
}

static void what_would_find_nothing_is_not_suggested(void **state)
{
    (void)state;
    expect("\"colective secretary\"", NULL);
    expect("colective in:reply", NULL);
}

static void an_index_without_vocabulary_suggests_nothing(void **state)
{
    (void)state;
    cfa_vocabulary *vocabulary = g_steal_pointer(&lanterns->vocabulary);
    expect("colective bargaining", NULL);
    lanterns->vocabulary = vocabulary;
}

static void any_bytes_are_a_question(void **state)
{
    (void)state;
    expect("\xff\xfe colective \x01 bargaining", "\xEF\xBF\xBD\xEF\xBF\xBD collective \x01 bargaining");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mistyped_word_is_suggested_as_it_was_meant),
        cmocka_unit_test(several_mistyped_words_are_suggested_together),
        cmocka_unit_test(all_else_stays_as_it_was_typed),
        cmocka_unit_test(capitals_are_as_typed),
        cmocka_unit_test(a_word_is_spelled_as_the_texts_of_its_language_spell_it),
        cmocka_unit_test(a_blank_too_many_or_too_few_is_seen),
        cmocka_unit_test(right_words_are_left_alone),
        cmocka_unit_test(fields_and_beginnings_of_words_are_left_alone),
        cmocka_unit_test(a_question_in_an_unknown_language_is_left_alone),
        cmocka_unit_test(accents_are_none_of_english),
        cmocka_unit_test(a_slip_in_the_texts_themselves_is_seen_by_how_rare_it_is),
        cmocka_unit_test(what_would_find_nothing_is_not_suggested),
        cmocka_unit_test(an_index_without_vocabulary_suggests_nothing),
        cmocka_unit_test(any_bytes_are_a_question),
    };
    return cmocka_run_group_tests_name("suggest", tests, open_lanterns, close_lanterns);
}
