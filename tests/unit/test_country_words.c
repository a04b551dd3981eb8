/* Countries as words of a question: by any name, and never the wrong one. */
#include "country_words.h"
#include "vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* What is typed in a language, and the name that alone is in the texts. */
typedef struct naming {
    cfa_language typed_in;
    const char *typed;
    cfa_language text_in;
    const char *named;
} naming;

static gboolean leads(const naming *one)
{
    g_autoptr(cfa_translations) known = vocabulary_learn(one->text_in, one->named);
    return vocabulary_probability(known, one->typed_in, one->typed, one->text_in, one->named) > 0;
}

static void expect(const naming *names, gsize count, gboolean found)
{
    for (gsize i = 0; i < count; i++)
        if (leads(&names[i]) != found)
            fail_msg("\"%s\" %s \"%s\"", names[i].typed, found ? "does not find" : "finds", names[i].named);
}

#define EXPECT(found, ...)                                                                                   \
    do {                                                                                                     \
        static const naming names[] = {__VA_ARGS__};                                                         \
        expect(names, G_N_ELEMENTS(names), found);                                                           \
    } while (0)

static void a_country_is_found_by_its_past_name_and_by_its_present_one(void **state)
{
    (void)state;
    EXPECT(TRUE, {CFA_ENGLISH, "Swaziland", CFA_ENGLISH, "Eswatini"},
           {CFA_ENGLISH, "Eswatini", CFA_ENGLISH, "Swaziland"},
           {CFA_ENGLISH, "Burma", CFA_ENGLISH, "Myanmar"}, {CFA_ENGLISH, "Myanmar", CFA_ENGLISH, "Burma"},
           {CFA_ENGLISH, "Zaire", CFA_ENGLISH, "Democratic Republic of the Congo"},
           {CFA_ENGLISH, "DRC", CFA_ENGLISH, "Zaire"}, {CFA_ENGLISH, "Upper Volta", CFA_ENGLISH, "Burkina"},
           {CFA_ENGLISH, "Burkina Faso", CFA_ENGLISH, "Upper Volta"},
           {CFA_ENGLISH, "Dahomey", CFA_ENGLISH, "Benin"}, {CFA_ENGLISH, "Benin", CFA_ENGLISH, "Dahomey"},
           {CFA_ENGLISH, "Ceylon", CFA_ENGLISH, "Sri Lanka"},
           {CFA_ENGLISH, "Czechia", CFA_ENGLISH, "Czech Republic"},
           {CFA_ENGLISH, "Cape Verde", CFA_ENGLISH, "Cabo Verde"},
           {CFA_ENGLISH, "Turkey", CFA_ENGLISH, "Türkiye"}, {CFA_ENGLISH, "Türkiye", CFA_ENGLISH, "Turkey"},
           {CFA_ENGLISH, "North Macedonia", CFA_ENGLISH, "Macedonia"},
           {CFA_ENGLISH, "Gold Coast", CFA_ENGLISH, "Ghana"});
}

static void a_country_is_found_in_every_language_by_its_name_in_another(void **state)
{
    (void)state;
    EXPECT(TRUE, {CFA_ENGLISH, "Ivory Coast", CFA_FRENCH, "Côte d'Ivoire"},
           {CFA_FRENCH, "Côte d'Ivoire", CFA_ENGLISH, "Ivory Coast"},
           {CFA_SPANISH, "Costa de Marfil", CFA_ENGLISH, "Ivory Coast"},
           {CFA_FRENCH, "Turquie", CFA_SPANISH, "Turquía"}, {CFA_FRENCH, "Birmanie", CFA_ENGLISH, "Myanmar"},
           {CFA_SPANISH, "Birmania", CFA_FRENCH, "Myanmar"}, {CFA_FRENCH, "Zaïre", CFA_SPANISH, "Zaire"},
           {CFA_FRENCH, "Bolivie", CFA_ENGLISH, "Bolivia"}, {CFA_SPANISH, "Bolivia", CFA_FRENCH, "Bolivie"},
           {CFA_ENGLISH, "United Kingdom", CFA_FRENCH, "Royaume-Uni"},
           {CFA_FRENCH, "Royaume-Uni", CFA_SPANISH, "Reino Unido"},
           {CFA_SPANISH, "Reino Unido", CFA_ENGLISH, "Britain"},
           {CFA_FRENCH, "Etats-Unis", CFA_ENGLISH, "United States of America"},
           {CFA_SPANISH, "Estados Unidos", CFA_ENGLISH, "USA"}, {CFA_SPANISH, "EE.UU.", CFA_ENGLISH, "USA"},
           {CFA_ENGLISH, "South Korea", CFA_FRENCH, "Corée"}, {CFA_SPANISH, "Malí", CFA_FRENCH, "Mali"});
}

static void what_is_added_to_a_name_may_be_typed_but_need_not_be_in_the_text(void **state)
{
    (void)state;
    EXPECT(TRUE, {CFA_ENGLISH, "Plurinational State of Bolivia", CFA_ENGLISH, "Bolivia"},
           {CFA_FRENCH, "République islamique d'Iran", CFA_SPANISH, "Irán"},
           {CFA_ENGLISH, "United Republic of Tanzania", CFA_ENGLISH, "Tanzania"});
}

static void a_name_within_another_is_not_the_other_country(void **state)
{
    (void)state;
    EXPECT(FALSE, {CFA_ENGLISH, "Guinea", CFA_ENGLISH, "Equatorial Guinea"},
           {CFA_ENGLISH, "Guinea", CFA_FRENCH, "Guinée équatoriale"},
           {CFA_ENGLISH, "Papua New Guinea", CFA_FRENCH, "Guinée"},
           {CFA_ENGLISH, "Equatorial Guinea", CFA_ENGLISH, "Spanish Guinea"},
           {CFA_ENGLISH, "Korea", CFA_ENGLISH, "Democratic People's Republic of Korea"},
           {CFA_ENGLISH, "North Korea", CFA_FRENCH, "Corée"}, {CFA_ENGLISH, "Zaire", CFA_ENGLISH, "Congo"},
           {CFA_ENGLISH, "Congo", CFA_ENGLISH, "Zaire"}, {CFA_FRENCH, "Soudan", CFA_FRENCH, "Mali"},
           {CFA_ENGLISH, "Mali", CFA_ENGLISH, "French Sudan"},
           {CFA_ENGLISH, "Namibia", CFA_ENGLISH, "South West Africa"},
           {CFA_ENGLISH, "United Kingdom", CFA_ENGLISH, "Northern Ireland"},
           {CFA_ENGLISH, "Ireland", CFA_ENGLISH, "United Kingdom"});
}

static void names_that_look_alike_are_told_apart(void **state)
{
    (void)state;
    EXPECT(FALSE, {CFA_ENGLISH, "Niger", CFA_ENGLISH, "Nigeria"},
           {CFA_FRENCH, "Niger", CFA_FRENCH, "Nigéria"}, {CFA_SPANISH, "Nigeria", CFA_SPANISH, "Níger"},
           {CFA_ENGLISH, "Dominica", CFA_ENGLISH, "Dominican Republic"},
           {CFA_ENGLISH, "Dominican Republic", CFA_FRENCH, "Dominique"},
           {CFA_ENGLISH, "Austria", CFA_ENGLISH, "Australia"},
           {CFA_ENGLISH, "Slovakia", CFA_ENGLISH, "Slovenia"});
}

static void a_common_word_is_no_country(void **state)
{
    (void)state;
    EXPECT(FALSE, {CFA_FRENCH, "liberté de réunion", CFA_ENGLISH, "Réunion"},
           {CFA_FRENCH, "réunion", CFA_ENGLISH, "Réunion"}, {CFA_FRENCH, "grenades", CFA_ENGLISH, "Grenada"},
           {CFA_FRENCH, "dominant", CFA_ENGLISH, "Dominica"}, {CFA_FRENCH, "mal", CFA_ENGLISH, "Mali"},
           {CFA_SPANISH, "malos tratos", CFA_ENGLISH, "Mali"}, {CFA_SPANISH, "malos", CFA_ENGLISH, "Mali"},
           {CFA_SPANISH, "caña", CFA_ENGLISH, "Canada"}, {CFA_SPANISH, "gran", CFA_ENGLISH, "Grenada"},
           {CFA_SPANISH, "antigua", CFA_ENGLISH, "Antigua and Barbuda"},
           {CFA_SPANISH, "conflicto bélico", CFA_ENGLISH, "Belize"},
           {CFA_SPANISH, "bélico", CFA_ENGLISH, "Belize"}, {CFA_ENGLISH, "core", CFA_ENGLISH, "Korea"},
           {CFA_ENGLISH, "whaling", CFA_ENGLISH, "United Kingdom"},
           {CFA_ENGLISH, "New South Wales", CFA_ENGLISH, "United Kingdom"});
}

static void a_better_known_place_or_a_name_of_people_is_no_country(void **state)
{
    (void)state;
    EXPECT(FALSE, {CFA_SPANISH, "San Martín", CFA_ENGLISH, "Sint Maarten"},
           {CFA_SPANISH, "Granada", CFA_ENGLISH, "Grenada"},
           {CFA_SPANISH, "Mauricio", CFA_ENGLISH, "Mauritius"},
           {CFA_SPANISH, "Formosa", CFA_ENGLISH, "Taiwan"}, {CFA_FRENCH, "Martin", CFA_ENGLISH, "Martinique"},
           {CFA_SPANISH, "Martín", CFA_FRENCH, "Martinique"});
}

/* "U.S." is read as the word "us", and a pronoun is no country: who means it writes USA. */
static void us_is_a_pronoun_and_uk_and_usa_are_countries(void **state)
{
    (void)state;
    EXPECT(FALSE, {CFA_ENGLISH, "us", CFA_ENGLISH, "United States of America"},
           {CFA_ENGLISH, "U.S.", CFA_ENGLISH, "USA"}, {CFA_ENGLISH, "USA", CFA_ENGLISH, "us"});
    EXPECT(TRUE, {CFA_ENGLISH, "USA", CFA_ENGLISH, "United States of America"},
           {CFA_ENGLISH, "U.S.A.", CFA_SPANISH, "Estados Unidos de América"},
           {CFA_ENGLISH, "UK", CFA_ENGLISH, "United Kingdom"},
           {CFA_ENGLISH, "U.K.", CFA_FRENCH, "Royaume-Uni"});
}

/* Adds to what each expression names; fails for one that names another country, or a concept, already. */
static void note(GHashTable *named, cfa_language language, const char *text, const char *what)
{
    char *expression = vocabulary_expression(language, text);
    const char *other = g_hash_table_lookup(named, expression);
    if (other != NULL && strcmp(other, what) != 0)
        fail_msg("\"%s\" (%s) is %s and %s", text, expression, other, what);
    g_hash_table_insert(named, expression, g_strdup(what));
}

static void note_concepts(GHashTable *named, cfa_language language)
{
    g_auto(GStrv) lines = g_strsplit(cfa_concepts_table, "\n", -1);
    for (guint i = 1; lines[0] != NULL && lines[i] != NULL && *lines[i] != '\0'; i++) {
        g_auto(GStrv) columns = g_strsplit(lines[i], "\t", -1);
        g_auto(GStrv) texts = g_strsplit(columns[language], "|", -1);
        for (char **text = texts; *text != NULL; text++)
            g_hash_table_insert(named, vocabulary_expression(language, *text), g_strdup("a concept"));
    }
}

static void each_name_is_of_one_country_and_no_concept(void **state)
{
    (void)state;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
        note_concepts(named, (cfa_language)l);
        for (guint i = 0; i < cfa_country_count(); i++) {
            g_autoptr(GArray) words = cfa_country_words(cfa_country_at(i), (cfa_language)l);
            for (guint j = 0; j < words->len; j++)
                note(named, (cfa_language)l, g_array_index(words, cfa_country_word, j).name,
                     cfa_country_at(i));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_country_is_found_by_its_past_name_and_by_its_present_one),
        cmocka_unit_test(a_country_is_found_in_every_language_by_its_name_in_another),
        cmocka_unit_test(what_is_added_to_a_name_may_be_typed_but_need_not_be_in_the_text),
        cmocka_unit_test(a_name_within_another_is_not_the_other_country),
        cmocka_unit_test(names_that_look_alike_are_told_apart),
        cmocka_unit_test(a_common_word_is_no_country),
        cmocka_unit_test(a_better_known_place_or_a_name_of_people_is_no_country),
        cmocka_unit_test(us_is_a_pronoun_and_uk_and_usa_are_countries),
        cmocka_unit_test(each_name_is_of_one_country_and_no_concept),
    };
    return cmocka_run_group_tests_name("country_words", tests, NULL, NULL);
}
