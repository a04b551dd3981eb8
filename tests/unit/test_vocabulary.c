/* The promises of vocabulary.h and sorted_table.h: which words an index lists, how they are found, and that
 * damage is seen. */
#include "support.h"
#include "vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static char *path;

static int make_folder(void **state)
{
    support_make_folder(state);
    path = g_build_filename(support_folder, "vocabulary", NULL);
    return support_open_disputes(state);
}

static int remove_folder(void **state)
{
    g_free(path);
    support_remove_folder(state);
    return support_close_disputes(state);
}

static cfa_vocabulary *written(const char *lines)
{
    g_autoptr(GString) text = g_string_new(lines);
    assert_true(cfa_sorted_table_write(path, "vocabulary 2", text, NULL));
    return cfa_vocabulary_open(path, NULL, NULL);
}

static cfa_vocabulary *made(void)
{
    cfa_error error = {0};
    assert_true(cfa_vocabulary_make(support_disputes->database, path, &error));
    return cfa_vocabulary_open(path, NULL, &error);
}

static gboolean has(const cfa_vocabulary *vocabulary, const char *word)
{
    cfa_vocabulary_word found;
    return cfa_vocabulary_find(vocabulary, word, strlen(word), &found);
}

static void each_word_of_the_texts_is_listed_as_often_as_paragraphs_have_it(void **state)
{
    g_autoptr(cfa_vocabulary) vocabulary = made();
    cfa_vocabulary_word word;
    (void)state;
    assert_true(cfa_vocabulary_find(vocabulary, "dismissal", 9, &word));
    assert_int_equal(word.length, 9);
    assert_memory_equal(word.text, "dismissal", 9);
    assert_int_equal(word.frequency,
                     xc_database_get_termfreq(support_disputes->database, "dismissal", 9, NULL));
    assert_true(cfa_vocabulary_verify(vocabulary));
}

static void a_word_is_of_the_languages_of_the_texts_that_have_it(void **state)
{
    g_autoptr(cfa_vocabulary) vocabulary = made();
    cfa_vocabulary_word word;
    (void)state;
    assert_true(cfa_vocabulary_find(vocabulary, "dismissal", 9, &word));
    assert_int_equal(word.languages, CFA_LANGUAGE_BIT(CFA_ENGLISH));
    assert_true(cfa_vocabulary_find(vocabulary, "the", 3, &word));
    assert_int_equal(word.languages, CFA_LANGUAGE_BIT(CFA_ENGLISH));
    assert_true(cfa_vocabulary_find(vocabulary, "trabajadores", 12, &word));
    assert_int_equal(word.languages, CFA_LANGUAGE_BIT(CFA_SPANISH));
}

static void a_stem_is_listed_by_its_term_with_its_language(void **state)
{
    g_autoptr(cfa_vocabulary) vocabulary = made();
    cfa_vocabulary_word stem;
    (void)state;
    assert_true(cfa_vocabulary_find(vocabulary, "ZEdismiss", 9, &stem));
    assert_int_equal(stem.frequency,
                     xc_database_get_termfreq(support_disputes->database, "ZEdismiss", 9, NULL));
    assert_int_equal(stem.languages, CFA_LANGUAGE_BIT(CFA_ENGLISH));
}

static void numbers_short_words_and_filters_are_not_listed(void **state)
{
    g_autofree char *text = NULL;
    (void)state;
    cfa_vocabulary_free(made());
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    assert_non_null(lines[1]);
    for (guint i = 1; lines[i][0] != '\0'; i++)
        assert_true(lines[i][0] == 'Z' ||
                    (strspn(lines[i], "abcdefghijklmnopqrstuvwxyz") >= 3 &&
                     strspn(lines[i], "abcdefghijklmnopqrstuvwxyz") == strcspn(lines[i], "\t")));
}

static void the_same_texts_give_the_same_file(void **state)
{
    g_autofree char *once = NULL, *again = NULL;
    gsize length = 0, again_length = 0;
    (void)state;
    cfa_vocabulary_free(made());
    assert_true(g_file_get_contents(path, &once, &length, NULL));
    cfa_vocabulary_free(made());
    assert_true(g_file_get_contents(path, &again, &again_length, NULL));
    assert_int_equal(length, again_length);
    assert_memory_equal(once, again, length);
}

static void a_word_is_found_at_each_place_of_the_file_and_no_other_is(void **state)
{
    g_autoptr(cfa_vocabulary) vocabulary = written("abc\t1\ten\nabcd\t2\ten fr\nabd\t3\t\nxyz\t4\tes\n");
    static const char *const there[] = {"abc", "abcd", "abd", "xyz"};
    static const char *const absent[] = {"", "a", "ab", "abca", "abcde", "abe", "xyza", "zzz"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(there); i++)
        assert_true(has(vocabulary, there[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(absent); i++)
        assert_false(has(vocabulary, absent[i]));
}

static void tell(const cfa_table_line *line, gpointer data)
{
    GString *told = data;
    g_string_append_printf(told, "%.*s ", (int)line->key_length, line->key);
}

static void a_letter_visits_the_words_that_begin_with_it_in_order(void **state)
{
    g_autoptr(cfa_vocabulary) vocabulary =
        written("arc\t1\ten\nbad\t1\ten\nbat\t1\ten\nbed\t1\ten\ncat\t1\ten\n");
    g_autoptr(GString) told = g_string_new(NULL);
    (void)state;
    cfa_vocabulary_visit(vocabulary, "b", 1, tell, told);
    assert_string_equal(told->str, "bad bat bed ");
    cfa_vocabulary_visit(vocabulary, "d", 1, tell, told);
    assert_string_equal(told->str, "bad bat bed ");
}

static void an_empty_vocabulary_has_no_word(void **state)
{
    g_autoptr(cfa_vocabulary) vocabulary = written("");
    g_autoptr(GString) told = g_string_new(NULL);
    (void)state;
    assert_false(has(vocabulary, "abc"));
    cfa_vocabulary_visit(vocabulary, "a", 1, tell, told);
    assert_string_equal(told->str, "");
}

static void a_cut_file_is_refused_and_a_changed_one_is_found_by_verify(void **state)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    cfa_error error;
    (void)state;
    cfa_vocabulary_free(written("abc\t1\ten\nabd\t2\tfr\n"));
    assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    for (gsize cut = 0; cut < length; cut++) {
        assert_true(g_file_set_contents(path, bytes, (gssize)cut, NULL));
        assert_null(cfa_vocabulary_open(path, NULL, &error));
        assert_int_equal(error.status, CFA_CORRUPT);
        assert_string_equal(error.code, "vocabulary-corrupt");
    }
    bytes[length - 3] ^= 1;
    assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    g_autoptr(cfa_vocabulary) changed = cfa_vocabulary_open(path, NULL, &error);
    assert_non_null(changed);
    assert_false(cfa_vocabulary_verify(changed));
}

static void a_file_of_another_kind_is_refused(void **state)
{
    g_autoptr(GString) text = g_string_new("abc\tZFabc 0.5\n");
    cfa_error error = {0};
    (void)state;
    assert_true(cfa_sorted_table_write(path, "translations 1", text, NULL));
    assert_null(cfa_vocabulary_open(path, NULL, &error));
    assert_string_equal(error.code, "vocabulary-corrupt");
}

static void lines_of_junk_are_no_words(void **state)
{
    g_autoptr(cfa_vocabulary) vocabulary = written("aaa\n"
                                                   "aab\t\n"
                                                   "aac\t7\n"
                                                   "aad\tten\ten\n"
                                                   "aae\t0\ten\n"
                                                   "aaf\t-1\ten\n"
                                                   "aag\t99999999999999\ten\n");
    (void)state;
    for (char letter = 'a'; letter <= 'g'; letter++) {
        const char word[] = {'a', 'a', letter, '\0'};
        assert_false(has(vocabulary, word));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_word_of_the_texts_is_listed_as_often_as_paragraphs_have_it),
        cmocka_unit_test(a_word_is_of_the_languages_of_the_texts_that_have_it),
        cmocka_unit_test(a_stem_is_listed_by_its_term_with_its_language),
        cmocka_unit_test(numbers_short_words_and_filters_are_not_listed),
        cmocka_unit_test(the_same_texts_give_the_same_file),
        cmocka_unit_test(a_word_is_found_at_each_place_of_the_file_and_no_other_is),
        cmocka_unit_test(a_letter_visits_the_words_that_begin_with_it_in_order),
        cmocka_unit_test(an_empty_vocabulary_has_no_word),
        cmocka_unit_test(a_cut_file_is_refused_and_a_changed_one_is_found_by_verify),
        cmocka_unit_test(a_file_of_another_kind_is_refused),
        cmocka_unit_test(lines_of_junk_are_no_words),
    };
    return cmocka_run_group_tests_name("vocabulary", tests, make_folder, remove_folder);
}
