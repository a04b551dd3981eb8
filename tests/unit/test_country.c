/* Countries: every name, past and present, in three languages, finds its code. */
#include "country.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

typedef struct named_country {
    const char *name, *code;
} named_country;

static void expect(const named_country *countries, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        const char *code = cfa_country_code(countries[i].name, strlen(countries[i].name));
        if (g_strcmp0(code, countries[i].code) != 0)
            fail_msg("%s is %s, not %s", countries[i].name, code != NULL ? code : "unknown",
                     countries[i].code != NULL ? countries[i].code : "unknown");
    }
}

#define EXPECT(...)                                                                                          \
    do {                                                                                                     \
        static const named_country countries[] = {__VA_ARGS__};                                              \
        expect(countries, G_N_ELEMENTS(countries));                                                          \
    } while (0)

static void every_name_in_the_table_finds_its_country(void **state)
{
    (void)state;
    for (guint i = 0; i < cfa_country_count(); i++) {
        guint count;
        const char *const *names = cfa_country_names(cfa_country_at(i), &count);
        assert_true(count >= 3);
        for (guint j = 0; j < count; j++) {
            const char *code = cfa_country_code(names[j], strlen(names[j]));
            if (g_strcmp0(code, cfa_country_at(i)) != 0)
                fail_msg("%s of %s is %s", names[j], cfa_country_at(i), code);
        }
    }
}

static void codes_are_in_order_and_each_stands_once(void **state)
{
    (void)state;
    for (guint i = 1; i < cfa_country_count(); i++)
        assert_true(strcmp(cfa_country_at(i - 1), cfa_country_at(i)) < 0);
}

static void present_names_are_known_in_three_languages(void **state)
{
    (void)state;
    EXPECT({"Belarus", "BY"}, {"Bélarus", "BY"}, {"Belarús", "BY"}, {"Germany", "DE"}, {"Allemagne", "DE"},
           {"Alemania", "DE"}, {"Costa Rica", "CR"}, {"República de Corea", "KR"}, {"Türkiye", "TR"});
}

static void earlier_and_everyday_names_are_known(void **state)
{
    (void)state;
    EXPECT({"Turkey", "TR"}, {"Turquie", "TR"}, {"Turquía", "TR"}, {"Swaziland", "SZ"}, {"Burma", "MM"},
           {"Birmanie", "MM"}, {"Zaire", "CD"}, {"Haute-Volta", "BF"}, {"Ceylon", "LK"},
           {"Czechoslovakia", "CS"}, {"URSS", "SU"}, {"Yugoslavia", "YU"}, {"Biélorussie", "BY"},
           {"Bielorrusia", "BY"}, {"Byelorussia", "BY"}, {"South Korea", "KR"}, {"Costa de Marfil", "CI"},
           {"Ivory Coast", "CI"}, {"Great Britain", "GB"}, {"Dahomey", "BJ"}, {"Southern Rhodesia", "ZW"},
           {"Vietnam", "VN"}, {"Chypre", "CY"});
}

static void names_are_compared_without_case_accents_articles_and_kind_of_apostrophe(void **state)
{
    (void)state;
    EXPECT({"CÔTE D\u2019IVOIRE", "CI"}, {"cote d'ivoire", "CI"}, {"The Netherlands", "NL"},
           {"les Pays-Bas", "NL"}, {"la Argentina", "AR"}, {"EL SALVADOR", "SV"}, {"Salvador", "SV"},
           {"Be\u0301larus", "BY"}, {"l\u2019Inde", "IN"}, {"États-Unis", "US"},
           {"Émirats arabes unis", "AE"});
}

static void a_name_with_an_addition_is_looked_up_whole_and_then_without_it(void **state)
{
    (void)state;
    EXPECT({"Venezuela (Bolivarian Republic of)", "VE"}, {"Bolivia (Estado Plurinacional de)", "BO"},
           {"United Kingdom - Gibraltar", "GB"}, {"Gibraltar", "GI"},
           {"Congo (Democratic Republic of the)", "CD"}, {"Congo", "CG"},
           {"China - Hong Kong Special Administrative Region", "HK"},
           {"Hong Kong Special Administrative Region", "HK"},
           {"Chine - Région administrative spéciale de Macao", "MO"}, {"Pakistan (until 1971)", "PK"});
}

static void an_invented_name_is_unknown(void **state)
{
    (void)state;
    EXPECT({"Ruritania", NULL}, {"Gondal (Federal Republic of)", NULL},
           {"Gondal - Free Port of Zamorna", NULL}, {"", NULL}, {"the", NULL}, {"(", NULL}, {"\xFF", NULL});
    assert_null(cfa_country_name("QQ", CFA_ENGLISH));
    assert_null(cfa_country_name("", CFA_ENGLISH));
    guint count;
    assert_null(cfa_country_names("QQ", &count));
}

static void a_code_has_its_present_name_in_each_language(void **state)
{
    (void)state;
    assert_string_equal(cfa_country_name("BY", CFA_ENGLISH), "Belarus");
    assert_string_equal(cfa_country_name("BY", CFA_FRENCH), "Bélarus");
    assert_string_equal(cfa_country_name("by", CFA_SPANISH), "Belarús");
    assert_string_equal(cfa_country_name("BY", CFA_LANGUAGE_UNKNOWN), "Belarus");
}

static void every_member_of_the_organization_is_there(void **state)
{
    (void)state;
    static const char members[] = "AF AL DZ AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BO BA BW BR BN BG "
                                  "BF BI CV KH CM CA CF TD CL CN CO KM CG CK "
                                  "CR CI HR CU CY CZ CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM "
                                  "GE DE GH GR GD GT GN GW GY HT HN HU IS IN "
                                  "ID IR IQ IE IL IT JM JP JO KZ KE KI KR KW KG LA LV LB LS LR LY LT LU MG "
                                  "MW MY MV ML MT MH MR MU MX MD MN ME MA MZ "
                                  "MM NA NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW "
                                  "KN LC VC WS SM ST SA SN RS SC SL SG SK SI "
                                  "SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA "
                                  "AE GB US UY UZ VU VE VN YE ZM ZW";
    g_auto(GStrv) codes = g_strsplit(members, " ", -1);
    assert_int_equal(g_strv_length(codes), 187);
    for (char **code = codes; *code != NULL; code++)
        for (guint language = 1; language <= CFA_LANGUAGES; language++)
            assert_non_null(cfa_country_name(*code, (cfa_language)language));
}

static void a_code_of_three_letters_is_that_of_two(void **state)
{
    (void)state;
    assert_string_equal(cfa_country_by_code("BLR"), "BY");
    assert_string_equal(cfa_country_by_code("che"), "CH");
    assert_string_equal(cfa_country_by_code("by"), "BY");
    assert_null(cfa_country_by_code("QQQ"));
    assert_null(cfa_country_by_code("BYX"));
    assert_null(cfa_country_by_code(""));
}

static void the_people_of_a_country_are_known_in_three_languages_and_every_form(void **state)
{
    static const named_country people[] = {
        {"belarusian", "BY"}, {"belarusians", "BY"},    {"bielorusses", "BY"},  {"bielorrusa", "BY"},
        {"swiss", "CH"},      {"suisses", "CH"},        {"suizas", "CH"},       {"italiennes", "IT"},
        {"francesa", "FR"},   {"francaises", "FR"},     {"alemanes", "DE"},     {"espagnoles", "ES"},
        {"turques", "TR"},    {"marroquies", "MA"},     {"danesa", "DK"},       {"nigerien", "NE"},
        {"nigerians", "NG"},  {"nigerina", "NE"},       {"costa ricans", "CR"}, {"sud africaines", "ZA"},
        {"grecques", "GR"},   {"estadounidenses", "US"}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(people); i++)
        if (g_strcmp0(cfa_country_of_people(people[i].name), people[i].code) != 0)
            fail_msg("%s is of %s", people[i].name, cfa_country_of_people(people[i].name));
}

static void what_several_countries_or_other_things_are_called_is_of_none(void **state)
{
    static const char *const words[] = {"american", "dominicanos", "congolaise",
                                        "guinean",  "sudanese", /* of several */
                                        "suisse",   "argentina",   "belarus",
                                        "costa",    "rican", /* a country itself, or half a word */
                                        "danos",    "francos",     "polished",
                                        "chin",     "malta", /* begins alike */
                                        "english",  "belmoran",    ""};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (cfa_country_of_people(words[i]) != NULL)
            fail_msg("%s is of %s", words[i], cfa_country_of_people(words[i]));
}

/* The words, borrowed. */
static GPtrArray *row_of(char **words)
{
    GPtrArray *row = g_ptr_array_new();
    for (guint i = 0; words[i] != NULL; i++)
        g_ptr_array_add(row, words[i]);
    return row;
}

static void people_are_none_in_the_name_of_another_country(void **state)
{
    static const struct {
        const char *words, *code;
        guint first, count;
    } rows[] = {{"the costa rican unions", "CR", 1, 2},
                {"papua new guinean unions", "PG", 0, 3},
                {"french guiana", NULL, 0, 0},
                {"polynesie francaise", NULL, 1, 0},
                {"saint vincent and the grenadines", NULL, 4, 0},
                {"republique democratique allemande", NULL, 2, 0},
                {"british virgin islands", NULL, 0, 0},
                {"french territory of the afars and the issas", NULL, 0, 0},
                {"", NULL, 0, 0}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(GStrv) words = g_strsplit(rows[i].words, " ", -1);
        g_autoptr(GPtrArray) row = row_of(words);
        guint count = 0;
        if (g_strcmp0(cfa_country_of_people_among(row, rows[i].first, &count), rows[i].code) != 0 ||
            (rows[i].code != NULL && count != rows[i].count))
            fail_msg("%s: %u words", rows[i].words, count);
    }
}

static void the_words_of_a_country_or_of_its_people_are_counted_in_a_row(void **state)
{
    static const struct {
        const char *words;
        guint first, count;
    } rows[] = {{"costa rica strike", 0, 2}, {"costa rican strike", 0, 2},
                {"greve etats unis", 1, 2},  {"papua new guinean unions", 0, 3},
                {"belarus", 0, 1},           {"belarusian unions", 0, 1},
                {"costa strike", 0, 0},      {"strike", 0, 0}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(GStrv) words = g_strsplit(rows[i].words, " ", -1);
        g_autoptr(GPtrArray) row = row_of(words);
        const guint count = cfa_country_words_among(row, rows[i].first);
        if (count != rows[i].count)
            fail_msg("%s: %u words", rows[i].words, count);
    }
}

static void the_words_of_names_are_known_one_by_one(void **state)
{
    static const char *const words[] = {"costa", "rica", "ivoire", "unidos", "swaziland"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        assert_true(cfa_country_has_word(words[i]));
    assert_false(cfa_country_has_word("costa rica"));
    assert_false(cfa_country_has_word("ruritania"));
    assert_false(cfa_country_has_word(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_in_the_table_finds_its_country),
        cmocka_unit_test(codes_are_in_order_and_each_stands_once),
        cmocka_unit_test(present_names_are_known_in_three_languages),
        cmocka_unit_test(earlier_and_everyday_names_are_known),
        cmocka_unit_test(names_are_compared_without_case_accents_articles_and_kind_of_apostrophe),
        cmocka_unit_test(a_name_with_an_addition_is_looked_up_whole_and_then_without_it),
        cmocka_unit_test(an_invented_name_is_unknown),
        cmocka_unit_test(a_code_has_its_present_name_in_each_language),
        cmocka_unit_test(a_code_of_three_letters_is_that_of_two),
        cmocka_unit_test(the_people_of_a_country_are_known_in_three_languages_and_every_form),
        cmocka_unit_test(people_are_none_in_the_name_of_another_country),
        cmocka_unit_test(what_several_countries_or_other_things_are_called_is_of_none),
        cmocka_unit_test(the_words_of_a_country_or_of_its_people_are_counted_in_a_row),
        cmocka_unit_test(the_words_of_names_are_known_one_by_one),
        cmocka_unit_test(every_member_of_the_organization_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
