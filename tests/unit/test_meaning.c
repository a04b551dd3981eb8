/* The promises of meaning.h: what a word is searched as. The translations are the test's own. */
#include "meaning.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const char lines[] = "ZEcollect ZEbargain\tZFnegoci ZFcollect 0.900\n"
                            "ZEdismiss\tZFreintegr 0.300\tZFlicenci 0.600\tZFnowher 0.900\n"
                            "ZEstrike\tZFgrev 0.800\tZShuelg 0.700\n";

static cfa_translations *translations;
static cfa_stemmer *stemmer;

static int open_translations(void **state)
{
    cfa_error error = {0};
    if (support_open_disputes(state) != 0)
        return 1;
    support_make_folder(state);
    g_autofree char *path = g_build_filename(support_folder, "translations", NULL);
    g_autoptr(GString) text = g_string_new(lines);
    assert_true(cfa_translations_write(path, "digest", text, &error));
    translations = cfa_translations_open(path, NULL, &error);
    stemmer = cfa_stemmer_new();
    return translations == NULL;
}

static int close_translations(void **state)
{
    cfa_stemmer_free(stemmer);
    cfa_translations_free(translations);
    support_remove_folder(state);
    return support_close_disputes(state);
}

/* The meanings of each word of a row, as "word: stem+stem path probability, …; word: …". */
static char *meanings_of(const char *typed, const cfa_translations *known, cfa_language_set languages)
{
    xc_error error = XC_ERROR_INIT;
    GString *told = g_string_new(NULL);
    g_auto(GStrv) split = g_strsplit(typed, " ", -1);
    g_autoptr(GPtrArray) row = g_ptr_array_new();
    for (guint i = 0; split[i] != NULL; i++)
        g_ptr_array_add(row, split[i]);
    cfa_meanings *meanings = cfa_meanings_new(support_disputes->database, known, stemmer, languages);
    cfa_meanings_guess(meanings, row, &error);
    g_autoptr(GPtrArray) found = cfa_meanings_find(meanings, row, &error);
    assert_int_equal(error.status, XC_OK);
    assert_int_equal(found->len, row->len);
    for (guint i = 0; i < found->len; i++) {
        const GPtrArray *all = g_ptr_array_index(found, i);
        g_string_append_printf(told, "%s%s:", i > 0 ? "; " : "", split[i]);
        for (guint j = 0; j < all->len; j++) {
            const cfa_meaning *one = g_ptr_array_index(all, j);
            for (guint k = 0; k < one->count; k++)
                g_string_append_printf(told, "%s%s", k > 0 ? "+" : " ", one->terms[k]);
            g_string_append_printf(told, " %.1f", one->probability);
        }
    }
    cfa_meanings_free(meanings);
    return g_string_free(told, FALSE);
}

static void check(const char *typed, const cfa_translations *known, cfa_language_set languages,
                  const char *expected)
{
    g_autofree char *told = meanings_of(typed, known, languages);
    if (strcmp(told, expected) != 0)
        fail_msg("%s means \"%s\", not \"%s\"", typed, told, expected);
}

static void without_translations_a_word_means_its_stem(void **state)
{
    (void)state;
    check("the dismissals", NULL, CFA_EVERY_LANGUAGE, "the:; dismissals: ZEdismiss 1.0");
}

static void a_word_means_what_it_stands_for_the_likeliest_first(void **state)
{
    (void)state;
    check("the dismissals", translations, CFA_EVERY_LANGUAGE,
          "the:; dismissals: ZEdismiss 1.0 ZFlicenci 0.6 ZFreintegr 0.3");
}

static void what_no_text_has_is_no_meaning(void **state)
{
    (void)state;
    check("the ghosts", translations, CFA_EVERY_LANGUAGE, "the:; ghosts:");
}

static void languages_that_are_not_wanted_have_no_meanings(void **state)
{
    (void)state;
    check("the dismissals", translations, CFA_LANGUAGE_BIT(CFA_FRENCH),
          "the:; dismissals: ZFlicenci 0.6 ZFreintegr 0.3");
}

static void an_expression_is_a_meaning_of_each_of_its_words(void **state)
{
    (void)state;
    check("the collective bargaining", translations, CFA_EVERY_LANGUAGE,
          "the:; collective: ZEcollect 1.0 ZFcollect 1.0 ZFnegoci+ZFcollect 0.9; "
          "bargaining: ZEbargain 1.0 ZFnegoci+ZFcollect 0.9");
}

static void the_words_of_an_expression_apart_are_none(void **state)
{
    (void)state;
    check("bargaining the collective", translations, CFA_EVERY_LANGUAGE,
          "bargaining: ZEbargain 1.0; the:; collective: ZEcollect 1.0 ZFcollect 1.0");
}

static cfa_language guess(const char *typed)
{
    xc_error error = XC_ERROR_INIT;
    g_auto(GStrv) split = g_strsplit(typed, " ", -1);
    g_autoptr(GPtrArray) row = g_ptr_array_new();
    for (guint i = 0; split[i] != NULL; i++)
        g_ptr_array_add(row, split[i]);
    cfa_meanings *meanings =
        cfa_meanings_new(support_disputes->database, translations, stemmer, CFA_EVERY_LANGUAGE);
    const cfa_language language = cfa_meanings_guess(meanings, row, &error);
    cfa_meanings_free(meanings);
    return language;
}

static void the_language_is_that_which_knows_more_of_the_words(void **state)
{
    (void)state;
    assert_int_equal(guess("the dismissal of the secretary"), CFA_ENGLISH);
    assert_int_equal(guess("la negociation des boulangers"), CFA_FRENCH);
    assert_int_equal(guess("los trabajadores del faro"), CFA_SPANISH);
}

static void words_that_no_language_knows_tell_none(void **state)
{
    (void)state;
    assert_int_equal(guess("xyzzy"), CFA_LANGUAGE_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_translations_a_word_means_its_stem),
        cmocka_unit_test(a_word_means_what_it_stands_for_the_likeliest_first),
        cmocka_unit_test(what_no_text_has_is_no_meaning),
        cmocka_unit_test(languages_that_are_not_wanted_have_no_meanings),
        cmocka_unit_test(an_expression_is_a_meaning_of_each_of_its_words),
        cmocka_unit_test(the_words_of_an_expression_apart_are_none),
        cmocka_unit_test(the_language_is_that_which_knows_more_of_the_words),
        cmocka_unit_test(words_that_no_language_knows_tell_none),
    };
    return cmocka_run_group_tests_name("meaning", tests, open_translations, close_translations);
}
