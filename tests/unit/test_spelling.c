/* The promises of spelling.h: which words of a vocabulary are meant by what was typed. The vocabularies are
 * the test's own. */
#include "spelling.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { PARAGRAPHS = 1000 };

/* The corrections of a word, the best first, parted by bars; the caller frees. */
static char *corrections(const char *lines, const char *typed)
{
    g_autofree char *path = g_build_filename(support_folder, "vocabulary", NULL);
    g_autoptr(GString) text = g_string_new(lines);
    assert_true(cfa_sorted_table_write(path, "vocabulary 2", text, NULL));
    g_autoptr(cfa_vocabulary) vocabulary = cfa_vocabulary_open(path, NULL, NULL);
    cfa_correction found[CFA_CORRECTIONS_MAX];
    GString *told = g_string_new(NULL);
    const guint count = cfa_spelling_correct(vocabulary, PARAGRAPHS, typed, strlen(typed), found);
    assert_true(count <= CFA_CORRECTIONS_MAX);
    for (guint i = 0; i < count; i++) {
        g_string_append_printf(told, "%s%s", i > 0 ? "|" : "", found[i].text);
        assert_true(i == 0 || found[i].gain <= found[i - 1].gain);
    }
    return g_string_free(told, FALSE);
}

static void expect(const char *lines, const char *typed, const char *expected)
{
    g_autofree char *told = corrections(lines, typed);
    if (strcmp(told, expected) != 0)
        fail_msg("\"%s\" is corrected to \"%s\", not \"%s\"", typed, told, expected);
}

static void the_nearer_word_goes_before_the_farther(void **state)
{
    (void)state;
    expect("harbour\t20\ten\nharvour\t20\ten\n", "harbuor", "harbour|harvour");
    expect("lantern\t20\ten\nlantorn\t20\ten\n", "lantenr", "lantern|lantorn");
}

static void the_more_frequent_goes_before_the_rarer(void **state)
{
    (void)state;
    expect("lanters\t4\ten\nlanterz\t400\ten\n", "lantres", "lanters|lanterz");
    expect("mastic\t2\ten\nmystic\t200\ten\n", "mistic", "mystic|mastic");
}

static void short_words_take_one_slip_and_long_ones_two(void **state)
{
    (void)state;
    expect("door\t20\ten\n", "dro", "");
    expect("harbourmaster\t20\ten\n", "harburmastre", "harbourmaster");
    expect("spoons\t20\ten\n", "spuns", "");
}

static void a_slip_at_the_first_letter_is_found_in_each_of_its_forms(void **state)
{
    static const char *const slips[] = {"harbourmaster", "sharbourmaster", "arbourmaster", "ahrbourmaster",
                                        "jarbourmaster"};
    (void)state;
    for (gsize i = 1; i < G_N_ELEMENTS(slips); i++)
        expect("harbourmaster\t300\ten\n", slips[i], "harbourmaster");
}

static void two_words_written_as_one_are_parted(void **state)
{
    (void)state;
    expect("lamp\t20\ten\nlighter\t20\ten\n", "lamplighter", "lamp lighter");
}

static void nothing_near_is_nothing(void **state)
{
    (void)state;
    expect("", "lantern", "");
    expect("grape\t20\ten\nlamp\t20\ten\n", "lantern", "");
}

static void the_same_word_is_no_correction(void **state)
{
    (void)state;
    expect("lantern\t20\ten\n", "lantern", "");
}

static void only_letters_and_enough_of_them_make_a_word(void **state)
{
    (void)state;
    assert_true(cfa_spelling_is_word("lamp", 4));
    assert_false(cfa_spelling_is_word("lam", 3));
    assert_false(cfa_spelling_is_word("lamp4", 5));
    assert_false(cfa_spelling_is_word("l\xD1\x8Fmp", 5));
}

static void words_of_any_length_are_looked_up(void **state)
{
    (void)state;
    g_autofree char *longest = g_strnfill(CFA_WORD_MAX, 'o');
    g_autofree char *line = g_strdup_printf("%s\t9\ten\n", longest);
    expect(line, longest, "");
    g_autofree char *slipped = g_strdup(longest);
    slipped[30] = 'i';
    expect(line, slipped, longest);
}

static void damaged_lines_are_passed_over(void **state)
{
    (void)state;
    expect("lan\x01"
           "ern\t20\ten\nlant\xC3\xA9rn\t20\ten\nlanter\n\nlantern\tx\n",
           "lantren", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearer_word_goes_before_the_farther),
        cmocka_unit_test(the_more_frequent_goes_before_the_rarer),
        cmocka_unit_test(short_words_take_one_slip_and_long_ones_two),
        cmocka_unit_test(a_slip_at_the_first_letter_is_found_in_each_of_its_forms),
        cmocka_unit_test(two_words_written_as_one_are_parted),
        cmocka_unit_test(nothing_near_is_nothing),
        cmocka_unit_test(the_same_word_is_no_correction),
        cmocka_unit_test(only_letters_and_enough_of_them_make_a_word),
        cmocka_unit_test(words_of_any_length_are_looked_up),
        cmocka_unit_test(damaged_lines_are_passed_over),
    };
    return cmocka_run_group_tests_name("spelling", tests, support_make_folder, support_remove_folder);
}
