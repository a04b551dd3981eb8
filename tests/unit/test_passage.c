/* Passages: what is marked is what was found, and what is shown is what the text says. */
#include "passage.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_stemmer *stemmer;

static void mark_stem(cfa_marks *marks, cfa_language language, const char *word)
{
    g_hash_table_add(marks->stems[language],
                     g_strdup(cfa_stemmer_stem(marks->stemmer, language, word, strlen(word))));
}

static void mark_phrase(cfa_marks *marks, const char *words)
{
    GPtrArray *phrase = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) each = g_strsplit(words, " ", -1);
    for (guint i = 0; each[i] != NULL; i++)
        g_ptr_array_add(phrase, g_strdup(each[i]));
    g_ptr_array_add(marks->phrases, phrase);
}

static void expect_marks(const cfa_marks *marks, cfa_language language, const char *text,
                         const char *expected)
{
    g_autoptr(GPtrArray) runs = cfa_passage_snippet(text, language, marks, 0);
    g_autofree char *line = support_runs(runs);
    assert_string_equal(line, expected);
}

static void every_form_of_a_word_is_marked_and_nothing_else(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_ENGLISH, "arrest");
    expect_marks(marks, CFA_ENGLISH, "Arrested: the arrests of arrestees' ARRESTING leaders, a rest.",
                 "[Arrested]: the [arrests] of arrestees' [ARRESTING] leaders, a rest.");
}

static void a_word_is_marked_in_its_other_spelling(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_ENGLISH, "jail");
    mark_stem(marks, CFA_ENGLISH, "inquiry");
    expect_marks(marks, CFA_ENGLISH, "Gaoled, or jailed, after the enquiry.",
                 "[Gaoled], or [jailed], after the [enquiry].");
}

static void a_stem_marks_texts_of_its_language_alone(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_FRENCH, "greves");
    expect_marks(marks, CFA_FRENCH, "La grève, les GRÈVES.", "La [grève], les [GRÈVES].");
    expect_marks(marks, CFA_ENGLISH, "La grève, les GRÈVES.", "La grève, les GRÈVES.");
}

static void elision_and_genitive_stay_unmarked(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_FRENCH, "arrestation");
    mark_stem(marks, CFA_ENGLISH, "government");
    expect_marks(marks, CFA_FRENCH, "d’une part, l’arrestation", "d’une part, l’[arrestation]");
    expect_marks(marks, CFA_ENGLISH, "the Government's reply", "the [Government]'s reply");
}

static void words_and_prefixes_mark_in_every_language(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    g_hash_table_add(marks->words, g_strdup("the"));
    g_ptr_array_add(marks->prefixes, g_strdup("organi"));
    expect_marks(marks, CFA_ENGLISH, "The organizers; other organs.", "[The] [organizers]; other organs.");
    expect_marks(marks, CFA_SPANISH, "the Organización de la unión", "[the] [Organización] de la unión");
}

static void a_phrase_is_marked_only_whole(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_phrase(marks, "right to strike");
    expect_marks(marks, CFA_ENGLISH,
                 "Right to, a strike; to strike; the right to\nstrike, the right to strikes.",
                 "Right to, a strike; to strike; the [right] [to]\n[strike], the right to strikes.");
}

static void phrases_may_overlap(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_phrase(marks, "a1 b1");
    mark_phrase(marks, "b1 c1 b1");
    expect_marks(marks, CFA_ENGLISH, "a1 b1 c1 b1 a1", "[a1] [b1] [c1] [b1] a1");
}

static void words_with_nothing_between_them_are_marked_as_one(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_phrase(marks, "inter syndicale");
    expect_marks(marks, CFA_FRENCH, "l’intersyndicale, une entente inter-syndicale",
                 "l’[intersyndicale], une entente [inter]-[syndicale]");
}

static void without_marks_the_text_is_one_run(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    g_autoptr(GPtrArray) runs = cfa_passage_snippet("The porters went home.", CFA_ENGLISH, marks, 0);
    assert_int_equal(runs->len, 1);
    expect_marks(marks, CFA_ENGLISH, "", "");
    expect_marks(marks, CFA_ENGLISH, "…", "…");
}

/* ---- snippets ---- */

static char *snippet_of(const char *text, const cfa_marks *marks, gsize bytes)
{
    g_autoptr(GPtrArray) runs = cfa_passage_snippet(text, CFA_ENGLISH, marks, bytes);
    return support_runs(runs);
}

static void a_short_text_is_shown_whole(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_ENGLISH, "porters");
    g_autofree char *snippet = snippet_of("The porters went home.", marks, 22);
    assert_string_equal(snippet, "The [porters] went home.");
}

static const char long_text[] =
    "The Committee examined this case before. It recalls the facts of the matter at some length here. The "
    "porters "
    "were held at the quay for an unauthorized picket. The Government replied to this in due course, and in "
    "detail. "
    "Nothing more was heard of it in the following years, which the Committee regrets.";

static void a_snippet_shows_the_sentence_of_its_words(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_ENGLISH, "picket");
    mark_stem(marks, CFA_ENGLISH, "quay");
    g_autofree char *snippet = snippet_of(long_text, marks, 120);
    assert_true(
        g_str_has_prefix(snippet, "… The porters were held at the [quay] for an unauthorized [picket]"));
    assert_true(g_str_has_suffix(snippet, " …"));
}

static void a_snippet_ends_before_a_reference_that_it_would_cut(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_ENGLISH, "porters");
    const char *text = "The porters were right [see 306th Report, para. 123]. Others stayed at home.";
    g_autofree char *cut = snippet_of(text, marks, 48);
    assert_string_equal(cut, "The [porters] were right …");
    g_autofree char *whole = snippet_of(text, marks, 60);
    assert_string_equal(whole, "The [porters] were right [see 306th Report, para. 123]. Others …");
    g_autofree char *within =
        snippet_of("The porters were right [see Report of the porters, para. 123].", marks, 51);
    assert_string_equal(within, "The [porters] were right [see Report of the [porters], …");
}

static void a_snippet_prefers_different_words_to_one_many_times(void **state)
{
    GString *text = g_string_new(NULL);
    (void)state;
    for (int i = 0; i < 10; i++)
        g_string_append(text, "picket and picket and picket then. ");
    for (int i = 0; i < 30; i++)
        g_string_append(text, "nothing of note here. ");
    g_string_append(text, "The picket at the quay.");
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_ENGLISH, "picket");
    mark_stem(marks, CFA_ENGLISH, "quay");
    g_autofree char *snippet = snippet_of(text->str, marks, 100);
    assert_non_null(strstr(snippet, "[picket] at the [quay]."));
    g_string_free(text, TRUE);
}

static void a_snippet_without_words_begins_with_the_text(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    g_autofree char *snippet = snippet_of(long_text, marks, 60);
    assert_true(g_str_has_prefix(snippet, "The Committee examined this case before. It recalls"));
    assert_true(g_str_has_suffix(snippet, " …"));
}

static void a_cut_leaves_no_part_of_a_word(void **state)
{
    static const char text[] =
        "Le comité rappelle qu’il a examiné l’arrestation des porteurs dans son 394e rapport, et "
        "l’emprisonnement d’autres dans le 401e rapport du comité.";
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_FRENCH, "porteurs");
    for (gsize bytes = 20; bytes < 120; bytes++) {
        g_autoptr(GPtrArray) runs = cfa_passage_snippet(text, CFA_FRENCH, marks, bytes);
        g_autofree char *line = support_runs(runs);
        g_auto(GStrv) parts = g_strsplit_set(line, "[]", -1);
        g_autofree char *shown = g_strjoinv("", parts);
        const char *begin = g_str_has_prefix(shown, "… ") ? shown + strlen("… ") : shown;
        char *end = g_str_has_suffix(shown, " …") ? shown + strlen(shown) - strlen(" …") : NULL;
        if (end != NULL)
            *end = '\0';
        const char *at = strstr(text, begin);
        assert_non_null(at);
        if (at != text && at[-1] != ' ')
            fail_msg("with %" G_GSIZE_FORMAT " bytes it begins within a word: %s", bytes, begin);
        if (end != NULL && strchr(" ,.", at[strlen(begin)]) == NULL)
            fail_msg("with %" G_GSIZE_FORMAT " bytes it ends within a word: %s", bytes, begin);
    }
}

/* Words longer than the snippet: nothing is read behind the text. */
static void a_word_longer_than_the_snippet_is_shown(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    g_ptr_array_add(marks->prefixes, g_strdup("xxx"));
    g_autofree char *word = g_strnfill(500, 'x');
    g_autofree char *alone = snippet_of(word, marks, 300);
    g_autofree char *expected = g_strdup_printf("[%s]", word);
    assert_string_equal(alone, expected);
    g_autofree char *text = g_strdup_printf("%s xxx %s xxx %s", word, word, word);
    g_autofree char *among = snippet_of(text, marks, 300);
    assert_non_null(strstr(among, "[xxx"));
}

static char *random_text(GRand *chance)
{
    static const char *const pieces[] = {"porters", "picket",    "quay", "grève", "arrests", "the",
                                         "of",      "Committee", "(a)",  "«oui»", "40,000",  "long-shoremen",
                                         "\n- b)",  "ﷺ"};
    GString *text = g_string_new(NULL);
    const int words = g_rand_int_range(chance, 0, 120);
    for (int i = 0; i < words; i++) {
        g_string_append(text, pieces[g_rand_int_range(chance, 0, G_N_ELEMENTS(pieces))]);
        g_string_append(text, g_rand_int_range(chance, 0, 8) == 0 ? ". " : " ");
    }
    return g_string_free(text, FALSE);
}

static void a_row_of_dots_is_cut_like_words(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_ENGLISH, "wages");
    g_autofree char *dots = g_strnfill(5000, '.');
    g_autofree char *text = g_strdup_printf("%s wages %s", dots, dots);
    g_autofree char *among = snippet_of(text, marks, 300);
    assert_string_equal(among, "… [wages] …");
    g_autofree char *alone = snippet_of(dots, marks, 300);
    assert_in_range(strlen(alone), 200, 310);
}

static void a_text_that_opens_with_a_bracket_is_shown_from_its_first_word_on(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    g_autofree char *reference = g_strconcat("[see ", long_text, NULL);
    g_autofree char *shown = snippet_of(reference, marks, 60);
    assert_true(g_str_has_prefix(shown, "[see The Committee examined this case before."));
    g_autofree char *dots = g_strnfill(40, '.');
    g_autofree char *form = g_strconcat("[", dots, " ", long_text, NULL);
    g_autofree char *behind = snippet_of(form, marks, 60);
    assert_true(g_str_has_prefix(behind, "… The Committee examined this case before."));
}

static void a_word_much_longer_than_the_snippet_is_cut(void **state)
{
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    g_ptr_array_add(marks->prefixes, g_strdup("xxx"));
    g_autofree char *word = g_strnfill(5000, 'x');
    g_autofree char *marked = snippet_of(word, marks, 300);
    assert_in_range(strlen(marked), 200, 310);
    g_autofree char *dots = g_strnfill(40, '.');
    g_autofree char *text = g_strconcat(dots, " y", word, NULL);
    g_autofree char *unmarked = snippet_of(text, marks, 300);
    assert_in_range(strlen(unmarked), 200, 310);
}

/* All runs together, without what shows that something is cut off. */
static char *shown_text(const GPtrArray *runs, gboolean *cut)
{
    static const char before[] = "… ", after[] = " …";
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < runs->len; i++)
        g_string_append(text, ((const cfa_run *)g_ptr_array_index(runs, i))->text);
    *cut = FALSE;
    if (g_str_has_prefix(text->str, before)) {
        g_string_erase(text, 0, (gssize)strlen(before));
        *cut = TRUE;
    }
    if (g_str_has_suffix(text->str, after)) {
        g_string_truncate(text, text->len - strlen(after));
        *cut = TRUE;
    }
    return g_string_free(text, FALSE);
}

static void check_runs(const GPtrArray *runs, cfa_marks *marks)
{
    for (guint i = 0; i < runs->len; i++) {
        const cfa_run *run = g_ptr_array_index(runs, i);
        cfa_word_reader reader;
        cfa_word word;
        assert_true(run->text[0] != '\0');
        cfa_word_reader_init(&reader, run->text, strlen(run->text));
        while (cfa_word_next(&reader, &word)) {
            const char *stem = cfa_stemmer_stem(marks->stemmer, CFA_ENGLISH, word.text, word.length);
            assert_int_equal(g_hash_table_contains(marks->stems[CFA_ENGLISH], stem), run->match);
        }
    }
}

static void any_text_is_shown_as_it_stands(void **state)
{
    enum { TEXTS = 3000, MARGIN = 40 };
    GRand *chance = g_rand_new_with_seed(83);
    (void)state;
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_ENGLISH, "picket");
    mark_stem(marks, CFA_ENGLISH, "arrest");
    for (int i = 0; i < TEXTS; i++) {
        gboolean cut;
        const gsize bytes = i % 3 == 0 ? 0 : (gsize)g_rand_int_range(chance, 20, 400);
        g_autofree char *text = random_text(chance);
        g_autoptr(GPtrArray) runs = cfa_passage_snippet(text, CFA_ENGLISH, marks, bytes);
        g_autofree char *shown = shown_text(runs, &cut);
        check_runs(runs, marks);
        assert_non_null(strstr(text, shown));
        assert_true(g_utf8_validate(shown, -1, NULL));
        if (bytes == 0 || strlen(text) <= bytes)
            assert_string_equal(shown, text);
        else
            assert_true(cut && strlen(shown) <= bytes + MARGIN);
    }
    g_rand_free(chance);
}

static void a_long_text_takes_no_time(void **state)
{
    GString *text = g_string_new(NULL);
    (void)state;
    while (text->len < 1 << 20)
        g_string_append(text, "picket and porters at the quay, and so on; ");
    g_autoptr(cfa_marks) marks = cfa_marks_new(stemmer);
    mark_stem(marks, CFA_ENGLISH, "picket");
    mark_phrase(marks, "and porters at the");
    const gint64 started = g_get_monotonic_time();
    g_autoptr(GPtrArray) runs = cfa_passage_snippet(text->str, CFA_ENGLISH, marks, 300);
    g_autoptr(GPtrArray) whole = cfa_passage_snippet(text->str, CFA_ENGLISH, marks, 0);
    assert_true(g_get_monotonic_time() - started < 20 * G_USEC_PER_SEC);
    assert_true(whole->len > runs->len);
    g_string_free(text, TRUE);
}

static int make_stemmer(void **state)
{
    (void)state;
    stemmer = cfa_stemmer_new();
    return 0;
}

static void a_beginning_ends_with_a_whole_word(void **state)
{
    static const struct {
        const char *text;
        gsize bytes;
        const char *expected;
    } rows[] = {{"The porters went home.", 100, "The porters went home."},
                {"The porters", 11, "The porters"},
                {"The porters went", 11, "The porters \u2026"},
                {"The porters went", 12, "The porters \u2026"},
                {"The porters:\n(a) to go", 13, "The porters: \u2026"},
                {"\u00e9\u00e9\u00e9\u00e9", 3, "\u00e9 \u2026"},
                {"\u00e9\u00e9\u00e9\u00e9", 4, "\u00e9\u00e9 \u2026"},
                {"", 5, ""}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *beginning = cfa_passage_beginning(rows[i].text, rows[i].bytes);
        assert_string_equal(beginning, rows[i].expected);
    }
}

static int free_stemmer(void **state)
{
    (void)state;
    cfa_stemmer_free(stemmer);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_of_a_word_is_marked_and_nothing_else),
        cmocka_unit_test(a_word_is_marked_in_its_other_spelling),
        cmocka_unit_test(a_stem_marks_texts_of_its_language_alone),
        cmocka_unit_test(elision_and_genitive_stay_unmarked),
        cmocka_unit_test(words_and_prefixes_mark_in_every_language),
        cmocka_unit_test(a_phrase_is_marked_only_whole),
        cmocka_unit_test(phrases_may_overlap),
        cmocka_unit_test(words_with_nothing_between_them_are_marked_as_one),
        cmocka_unit_test(without_marks_the_text_is_one_run),
        cmocka_unit_test(a_short_text_is_shown_whole),
        cmocka_unit_test(a_snippet_shows_the_sentence_of_its_words),
        cmocka_unit_test(a_snippet_ends_before_a_reference_that_it_would_cut),
        cmocka_unit_test(a_snippet_prefers_different_words_to_one_many_times),
        cmocka_unit_test(a_snippet_without_words_begins_with_the_text),
        cmocka_unit_test(a_cut_leaves_no_part_of_a_word),
        cmocka_unit_test(a_word_longer_than_the_snippet_is_shown),
        cmocka_unit_test(a_row_of_dots_is_cut_like_words),
        cmocka_unit_test(a_text_that_opens_with_a_bracket_is_shown_from_its_first_word_on),
        cmocka_unit_test(a_word_much_longer_than_the_snippet_is_cut),
        cmocka_unit_test(any_text_is_shown_as_it_stands),
        cmocka_unit_test(a_long_text_takes_no_time),
        cmocka_unit_test(a_beginning_ends_with_a_whole_word),
    };
    return cmocka_run_group_tests_name("passage", tests, make_stemmer, free_stemmer);
}
