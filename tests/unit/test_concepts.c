/* The vocabulary, and how it goes into the file of translations. */
#include "vocabulary.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static void an_expression_is_its_stems_without_stopwords(void **state)
{
    g_autofree char *english = vocabulary_expression(CFA_ENGLISH, "The right to  strike");
    g_autofree char *french = vocabulary_expression(CFA_FRENCH, "droit de grève");
    g_autofree char *none = vocabulary_expression(CFA_ENGLISH, "of the");
    (void)state;
    assert_string_equal(english, "ZEright ZEstrike");
    assert_string_equal(french, "ZFdroit ZFgrev");
    assert_string_equal(none, "");
}

static void an_index_of_english_alone_answers_french_and_spanish(void **state)
{
    g_autoptr(cfa_translations) translations =
        vocabulary_learn(CFA_ENGLISH, "The ICFTU said that the right to strike was denied to the porters.");
    (void)state;
    const double french =
        vocabulary_probability(translations, CFA_FRENCH, "droit de grève", CFA_ENGLISH, "right to strike");
    const double spanish = vocabulary_probability(translations, CFA_SPANISH, "el derecho de huelga",
                                                  CFA_ENGLISH, "right to strike");
    assert_true(french > 0.79 && french < 0.81);
    assert_true(spanish > 0.79 && spanish < 0.81);
    assert_true(vocabulary_probability(translations, CFA_FRENCH, "CISL", CFA_ENGLISH, "ICFTU") > 0.79);
    assert_true(vocabulary_probability(translations, CFA_SPANISH, "CIOSL", CFA_ENGLISH, "ICFTU") > 0.79);
}

static void a_convention_is_known_by_its_number_however_that_is_written(void **state)
{
    g_autoptr(cfa_translations) translations =
        vocabulary_learn(CFA_ENGLISH, "The porters invoked Convention No. 87.");
    static const char *const french[] = {"convention 87", "convention no 87", "convention n° 87"};
    static const char *const spanish[] = {"Convenio 87", "Convenio núm. 87"};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(french); i++)
        assert_true(vocabulary_probability(translations, CFA_FRENCH, french[i], CFA_ENGLISH,
                                           "Convention No. 87") > 0.79);
    for (guint i = 0; i < G_N_ELEMENTS(spanish); i++)
        assert_true(vocabulary_probability(translations, CFA_SPANISH, spanish[i], CFA_ENGLISH,
                                           "Convention 87") > 0.79);
}

static void what_the_index_has_no_words_of_is_not_translated_into(void **state)
{
    g_autoptr(cfa_translations) translations = vocabulary_learn(CFA_ENGLISH, "A strike of porters.");
    cfa_translation found[CFA_TRANSLATIONS_MAX];
    (void)state;
    assert_true(vocabulary_probability(translations, CFA_FRENCH, "grève", CFA_ENGLISH, "strike") > 0);
    assert_true(vocabulary_probability(translations, CFA_FRENCH, "droit de grève", CFA_ENGLISH,
                                       "right to strike") <= 0);
    assert_int_equal(cfa_translations_find(translations, "ZEstrike", found), 0);
    assert_true(vocabulary_probability(translations, CFA_FRENCH, "arbitrage", CFA_ENGLISH, "arbitration") <=
                0);
}

static void an_acronym_and_its_full_name_stand_for_each_other_in_their_language(void **state)
{
    g_autoptr(cfa_translations) translations =
        vocabulary_learn(CFA_ENGLISH, "The WFTU, the World Federation of Trade Unions.");
    (void)state;
    const char *const name = "World Federation of Trade Unions";
    assert_true(vocabulary_probability(translations, CFA_ENGLISH, "WFTU", CFA_ENGLISH, name) > 0.79);
    assert_true(vocabulary_probability(translations, CFA_ENGLISH, name, CFA_ENGLISH, "WFTU") > 0.79);
}

static void a_less_usual_name_stands_for_those_before_it_in_its_language(void **state)
{
    g_autoptr(cfa_translations) translations =
        vocabulary_learn(CFA_ENGLISH, "A layoff, a redundancy. A trade union is a union.");
    (void)state;
    assert_true(vocabulary_probability(translations, CFA_ENGLISH, "layoff", CFA_ENGLISH, "redundancy") >
                0.79);
    assert_true(vocabulary_probability(translations, CFA_ENGLISH, "redundancy", CFA_ENGLISH, "layoff") <= 0);
}

static void what_a_name_is_a_part_of_is_found_by_the_name_alone(void **state)
{
    g_autoptr(cfa_translations) translations =
        vocabulary_learn(CFA_ENGLISH, "A trade union is a union, and a climate of impunity is impunity.");
    (void)state;
    assert_true(vocabulary_probability(translations, CFA_ENGLISH, "union", CFA_ENGLISH, "trade union") <= 0);
    assert_true(vocabulary_probability(translations, CFA_ENGLISH, "climate of impunity", CFA_ENGLISH,
                                       "impunity") > 0.79);
}

static void what_the_index_has_no_words_of_is_certainly_meant_by_the_others_of_its_language(void **state)
{
    g_autoptr(cfa_translations) translations =
        vocabulary_learn(CFA_ENGLISH, "A strikebreaker, and anti-union practices.");
    (void)state;
    assert_true(vocabulary_probability(translations, CFA_ENGLISH, "scabs", CFA_ENGLISH, "strikebreaker") >
                0.99);
    assert_true(vocabulary_probability(translations, CFA_ENGLISH, "union busting", CFA_ENGLISH,
                                       "anti-union practices") > 0.99);
    assert_true(vocabulary_probability(translations, CFA_ENGLISH, "strikebreaker", CFA_ENGLISH, "scab") <= 0);
}

/* The one line with a key of those that a merge gives. */
static const char *line_with(const GPtrArray *lines, const char *key)
{
    const char *found = NULL;
    for (guint i = 0; i < lines->len; i++) {
        const char *line = g_ptr_array_index(lines, i);
        if (!g_str_has_prefix(line, key) || line[strlen(key)] != '\t')
            continue;
        assert_null(found);
        found = line;
    }
    return found;
}

static GPtrArray *merge(const char *learned)
{
    char *folder = support_folder_new();
    xc_database *database = vocabulary_index(
        folder, CFA_ENGLISH, "The WFTU, the World Federation of Trade Unions, wrote from Myanmar.");
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    cfa_error error = {0};
    g_ptr_array_add(lines, g_strdup(learned));
    g_autoptr(cfa_concepts) concepts = cfa_concepts_read(database, &error);
    assert_non_null(concepts);
    cfa_concepts_merge(concepts, lines);
    xc_database_free(database);
    support_folder_free(folder);
    return lines;
}

static void learned_translations_are_joined_best_first_and_go_before_the_vocabulary(void **state)
{
    g_autoptr(GPtrArray) lines = merge("ZFfsm\tZEquay 0.500\tZEwftu 0.450\tZShuelg 0.100");
    (void)state;
    assert_string_equal(
        line_with(lines, "ZFfsm"),
        "ZFfsm\tZEquay 0.500\tZEwftu 0.450\tZEworld ZEfeder ZEtrade ZEunion 0.400\tZShuelg 0.100");
}

static void no_more_than_the_best_ten_are_kept_in_a_language(void **state)
{
    g_autoptr(GPtrArray) lines =
        merge("ZFfsm\tZEa 0.900\tZEb 0.880\tZEc 0.870\tZEd 0.860\tZEe 0.850\tZEf 0.840\tZEg 0.830\tZEh 0.820"
              "\tZEi 0.810\tZEj 0.100");
    (void)state;
    assert_string_equal(line_with(lines, "ZFfsm"),
                        "ZFfsm\tZEa 0.900\tZEb 0.880\tZEc 0.870\tZEd 0.860\tZEe 0.850\tZEf 0.840\tZEg 0.830"
                        "\tZEh 0.820\tZEi 0.810\tZEwftu 0.800");
}

static void the_names_of_a_country_are_certain_whatever_was_learned(void **state)
{
    g_autoptr(GPtrArray) lines = merge("ZEburma\tZEmyanmar 0.300\tZEquay 0.200");
    (void)state;
    assert_string_equal(line_with(lines, "ZEburma"), "ZEburma\tZEmyanmar 1.000\tZEquay 0.200");
}

static void a_line_that_the_vocabulary_does_not_know_stays_as_it_was(void **state)
{
    g_autoptr(GPtrArray) lines = merge("ZFportefaix\tZEporter 0.512");
    (void)state;
    assert_string_equal(line_with(lines, "ZFportefaix"), "ZFportefaix\tZEporter 0.512");
}

/* Fails, naming it, for an alternative that is empty, too long, or said before in its cell. */
static void check_cell(cfa_stemmer *stemmer, cfa_language language, const char *concept, const char *cell)
{
    g_auto(GStrv) texts = g_strsplit(cell, "|", -1);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    assert_non_null(texts[0]);
    for (char **text = texts; *text != NULL; text++) {
        GString *expression = g_string_new(NULL);
        const guint stems = cfa_concepts_expression(expression, stemmer, language, *text);
        if (stems == 0 || stems > CFA_TRANSLATIONS_STEMS)
            fail_msg("%s: \"%s\" has %u stems", concept, *text, stems);
        if (!g_hash_table_add(seen, g_string_free(expression, FALSE)))
            fail_msg("%s: \"%s\" is said twice", concept, *text);
    }
}

static void the_table_has_three_languages_and_nothing_empty_long_or_twice(void **state)
{
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    g_autoptr(GHashTable) concepts = g_hash_table_new(g_str_hash, g_str_equal);
    g_auto(GStrv) lines = g_strsplit(cfa_concepts_table, "\n", -1);
    const guint count = g_strv_length(lines);
    (void)state;
    assert_int_equal(strlen(cfa_concepts_table), cfa_concepts_table_length);
    assert_string_equal(lines[0], "concept_id\ten\tfr\tes");
    assert_string_equal(lines[count - 1], "");
    assert_true(count > 100);
    for (guint i = 1; i < count - 1; i++) {
        char **columns = g_strsplit(lines[i], "\t", -1);
        if (g_strv_length(columns) != 1 + CFA_LANGUAGES)
            fail_msg("%s: not three languages", lines[i]);
        for (int l = 1; l <= CFA_LANGUAGES; l++)
            check_cell(stemmer, (cfa_language)l, columns[0], columns[l]);
        g_strfreev(columns);
        *strchr(lines[i], '\t') = '\0';
        if (!g_hash_table_add(concepts, lines[i]))
            fail_msg("%s: twice", lines[i]);
    }
}

/* What does stand for two concepts of a language: each of them is translated. */
static gboolean is_shared(const char *expression)
{
    static const char *const shared[] = {
        /* what is done to strikers, and who is hired to do it */
        "ZEreplac ZEstriker", "ZFremplac ZFgrevist", "ZSsustitu ZShuelguist",
        "ZSdetencion",         /* an arrest, and a detention */
        "ZFdroit ZFsyndical"}; /* the right to organize, and in the plural the rights of trade unions */
    for (guint i = 0; i < G_N_ELEMENTS(shared); i++)
        if (strcmp(shared[i], expression) == 0)
            return TRUE;
    return FALSE;
}

/* An expression of two concepts is translated by the words of both, and so by the wrong ones half the
 * time. */
static void the_table_has_each_expression_in_one_concept_but_for_those_named_here(void **state)
{
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    g_autoptr(GHashTable) concepts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_auto(GStrv) lines = g_strsplit(cfa_concepts_table, "\n", -1);
    guint count = 0, twice = 0;
    (void)state;
    for (guint i = 1; lines[0] != NULL && lines[i] != NULL && *lines[i] != '\0'; i++) {
        g_auto(GStrv) columns = g_strsplit(lines[i], "\t", -1);
        for (int l = 1; l <= CFA_LANGUAGES && columns[l] != NULL; l++) {
            g_auto(GStrv) texts = g_strsplit(columns[l], "|", -1);
            for (char **text = texts; *text != NULL; text++, count++) {
                g_autoptr(GString) expression = g_string_new(NULL);
                cfa_concepts_expression(expression, stemmer, (cfa_language)l, *text);
                const char *other = g_hash_table_lookup(concepts, expression->str);
                if (other != NULL && strcmp(other, columns[0]) != 0 && !is_shared(expression->str)) {
                    print_error("\"%s\" (%s) is in %s and in %s\n", *text, expression->str, other,
                                columns[0]);
                    twice++;
                }
                g_hash_table_insert(concepts, g_strdup(expression->str), g_strdup(columns[0]));
            }
        }
    }
    assert_true(count > 1000);
    assert_int_equal(twice, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_expression_is_its_stems_without_stopwords),
        cmocka_unit_test(an_index_of_english_alone_answers_french_and_spanish),
        cmocka_unit_test(a_convention_is_known_by_its_number_however_that_is_written),
        cmocka_unit_test(what_the_index_has_no_words_of_is_not_translated_into),
        cmocka_unit_test(an_acronym_and_its_full_name_stand_for_each_other_in_their_language),
        cmocka_unit_test(a_less_usual_name_stands_for_those_before_it_in_its_language),
        cmocka_unit_test(what_a_name_is_a_part_of_is_found_by_the_name_alone),
        cmocka_unit_test(what_the_index_has_no_words_of_is_certainly_meant_by_the_others_of_its_language),
        cmocka_unit_test(learned_translations_are_joined_best_first_and_go_before_the_vocabulary),
        cmocka_unit_test(no_more_than_the_best_ten_are_kept_in_a_language),
        cmocka_unit_test(the_names_of_a_country_are_certain_whatever_was_learned),
        cmocka_unit_test(a_line_that_the_vocabulary_does_not_know_stays_as_it_was),
        cmocka_unit_test(the_table_has_three_languages_and_nothing_empty_long_or_twice),
        cmocka_unit_test(the_table_has_each_expression_in_one_concept_but_for_those_named_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
