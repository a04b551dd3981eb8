/* Words: one analysis for the index, the query and the marks, whatever the text is made of. */
#include "word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

typedef struct row {
    const char *text, *expected;
} row;

/* The words of each text, parted by blanks. */
static void check_words(const row *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *folded = cfa_word_fold(rows[i].text, strlen(rows[i].text));
        if (strcmp(folded, rows[i].expected) != 0)
            fail_msg("\"%s\" reads as \"%s\", not \"%s\"", rows[i].text, folded, rows[i].expected);
    }
}

/* What stands in the text where each word was found, in brackets. */
static char *places(const char *text)
{
    cfa_word_reader reader;
    cfa_word word;
    GString *found = g_string_new(NULL);
    cfa_word_reader_init(&reader, text, strlen(text));
    while (cfa_word_next(&reader, &word))
        g_string_append_printf(found, "[%.*s]", (int)word.bytes, text + word.offset);
    return g_string_free(found, FALSE);
}

static void check_places(const row *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *found = places(rows[i].text);
        if (strcmp(found, rows[i].expected) != 0)
            fail_msg("the words of \"%s\" stand at %s, not %s", rows[i].text, found, rows[i].expected);
    }
}

static void case_and_accents_fold(void **state)
{
    static const row rows[] = {{"STRIKE", "strike"},
                               {"grève GRÈVE Grève", "greve greve greve"},
                               {"ORGANIZACIÓN señor pingüino", "organizacion senor pinguino"},
                               {"Œuvre œuvre Cæsar", "oeuvre oeuvre caesar"},
                               {"Straße", "strasse"},
                               {"Łódź Ærø Đurić Gøtuǿ Ǽ", "lodz aero duric gotuo ae"},
                               {"ﬁnal", "final"},
                               {"", ""},
                               {" \t\n.,;!", ""}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void both_unicode_forms_read_the_same(void **state)
{
    static const char *const texts[] = {"négociation réintégrée",
                                        "organización años",
                                        "É.T.U. et T.É.U.",
                                        "l’État d’Été",
                                        "Ñ nº 5",
                                        "Ångström",
                                        "373.er informe"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *composed = g_utf8_normalize(texts[i], -1, G_NORMALIZE_NFC);
        g_autofree char *decomposed = g_utf8_normalize(texts[i], -1, G_NORMALIZE_NFD);
        g_autofree char *first = cfa_word_fold(composed, strlen(composed));
        g_autofree char *second = cfa_word_fold(decomposed, strlen(decomposed));
        assert_string_equal(first, second);
    }
}

static void elided_words_lose_what_stands_before_the_apostrophe(void **state)
{
    static const row rows[] = {
        {"l'arrestation l’arrestation L’Arrestation", "arrestation arrestation arrestation"},
        {"d’un qu’il n’est s’y j’ai m’a t’a c’est", "un il est y ai a a est"},
        {"jusqu’à lorsqu’elle puisqu’une quoiqu’on", "a elle une on"},
        {"l’O.I.T. d'I.L.O", "oit ilo"},
        {"aujourd’hui", "aujourdhui"},
        {"O’Brien", "obrien"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void english_genitive_falls_away(void **state)
{
    static const row rows[] = {{"the Government's reply", "the government reply"},
                               {"the Government’s reply", "the government reply"},
                               {"the workers' rights", "the workers rights"},
                               {"the ILO's and the I.L.O's", "the ilo and the ilo"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void hyphens_part_words(void **state)
{
    static const row rows[] = {{"trade-union", "trade union"},
                               {"well‑known tri–partite", "well known tri partite"},
                               {"co\u00adoperate", "cooperate"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void compounds_are_one_word_however_they_are_written(void **state)
{
    static const row rows[] = {
        {"lockout lock-out lock out Lock\u2011Outs", "lockout lockout lockout lockouts"},
        {"checkoff check-off CHECK OFF", "checkoff checkoff checkoff"},
        {"strikebreakers strike-breakers strike breakers", "strikebreakers strikebreakers strikebreakers"},
        {"co-operative cooperative", "cooperative cooperative"},
        {"re-instatement reinstatement", "reinstatement reinstatement"},
        {"sub-contracting subcontracting", "subcontracting subcontracting"},
        {"pré-avis", "preavis"},
        {"work-to-rule work to rule", "work to rule work to rule"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void what_is_two_words_is_read_as_two_when_written_in_one(void **state)
{
    static const row rows[] = {
        {"trade-unions tradeunions Trade Unions", "trade unions trade unions trade unions"},
        {"anti-union antiunion", "anti union anti union"},
        {"antisyndicale anti-syndicale", "anti syndicale anti syndicale"},
        {"antisindicales anti-sindicales", "anti sindicales anti sindicales"},
        {"non-union nonunion", "non union non union"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void bytes_that_are_no_utf8_part_compounds_as_they_part_words(void **state)
{
    static const row rows[] = {{"check off", "checkoff"}, {"check\xFFoff", "check off"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void words_that_only_follow_one_another_are_no_compounds(void **state)
{
    static const row rows[] = {
        {"check the books", "check the books"},     {"lock, out", "lock out"},
        {"a lock outside", "a lock outside"},       {"by law, a by-law", "by law a bylaw"},
        {"re examination", "re examination"},       {"co-2 re-", "co 2 re"},
        {"antique unionists", "antique unionists"}, {"lock  out", "lock out"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void a_compound_stands_where_all_of_it_does(void **state)
{
    static const row rows[] = {{"a lock-out, l'anti-crise", "[a][lock-out][anti][crise]"},
                               {"the check off", "[the][check off]"},
                               {"l’antisyndicale", "[anti][syndicale]"},
                               {"co-operative's", "[co-operative]"}};
    (void)state;
    check_places(rows, G_N_ELEMENTS(rows));
}

static void ordinals_lose_their_endings(void **state)
{
    static const row rows[] = {{"1st 2nd 3rd 394th", "1 2 3 394"},
                               {"1er 1re 1ère 394e 20ème", "1 1 1 394 20"},
                               {"394.º 394º 1.o 20.a 373.er 1.ª", "394 394 1 20 373 1"},
                               {"12bis C87", "12bis c87"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void separators_of_thousands_fall_away(void **state)
{
    static const row rows[] = {
        {"40,000 40.000 1,234,567", "40000 40000 1234567"},
        {"7 000", "7 000"},
        {"3.5 1990..2000 1,23 2019.000 12,3456", "3 5 1990 2000 1 23 2019 000 12 3456"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void acronyms_with_stops_are_one_word(void **state)
{
    static const row rows[] = {{"I.L.O", "ilo"},
                               {"I.L.O.", "ilo"},
                               {"the I.C.F.T.U. stated", "the icftu stated"},
                               {"O.I.T. et C.I.S.L.", "oit et cisl"},
                               {"in Report B. The union", "in report b the union"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void abbreviations_of_number_are_one_word(void **state)
{
    static const row rows[] = {{"nº 87, n° 87, No. 87, no 87, Nº 87", "no 87 no 87 no 87 no 87 no 87"}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

static void places_point_into_the_text_as_given(void **state)
{
    static const row rows[] = {{"L’Arrestation du « Délégué »", "[Arrestation][du][Délégué]"},
                               {"the 394th Report, 40,000 men", "[the][394][Report][40,000][men]"},
                               {"l’11e session", "[11][session]"},
                               {"the Government's I.L.O. reply", "[the][Government][I.L.O][reply]"},
                               {"re\u0301gime, nº 5", "[re\u0301gime][nº][5]"},
                               {"\u0301abc", "[abc]"},
                               {"a\xFFz", "[a][z]"}};
    (void)state;
    check_places(rows, G_N_ELEMENTS(rows));
}

static void positions_count_every_word_once(void **state)
{
    static const char text[] = "The I.L.O., l’État: 40,000 trade-unions!";
    cfa_word_reader reader;
    cfa_word word;
    guint count = 0;
    (void)state;
    cfa_word_reader_init(&reader, text, strlen(text));
    while (cfa_word_next(&reader, &word))
        assert_int_equal(word.position, ++count);
    assert_int_equal(count, 6);
    assert_false(cfa_word_next(&reader, &word));
}

static void long_words_are_cut_and_passed_whole(void **state)
{
    g_autofree char *letters = g_strnfill(200, 'x');
    g_autofree char *text = g_strconcat(letters, " end", NULL);
    cfa_word_reader reader;
    cfa_word word;
    (void)state;
    cfa_word_reader_init(&reader, text, strlen(text));
    assert_true(cfa_word_next(&reader, &word));
    assert_int_equal(word.length, CFA_WORD_MAX);
    assert_int_equal(word.bytes, 200);
    assert_true(cfa_word_next(&reader, &word));
    assert_string_equal(word.text, "end");
    assert_int_equal(word.position, 2);
}

static void no_long_word_is_cut_within_a_character(void **state)
{
    GString *text = g_string_new("x");
    cfa_word_reader reader;
    cfa_word word;
    (void)state;
    for (int i = 0; i < 50; i++)
        g_string_append(text, "ж");
    g_string_append(text, "y");
    cfa_word_reader_init(&reader, text->str, text->len);
    assert_true(cfa_word_next(&reader, &word));
    assert_in_range(word.length, CFA_WORD_MAX - 1, CFA_WORD_MAX);
    assert_true(g_utf8_validate(word.text, -1, NULL));
    assert_int_equal(word.bytes, text->len);
    g_string_free(text, TRUE);
}

/* Pieces that soups are made of: whatever has a rule of its own, and bytes that are no UTF-8. */
static const char *const pieces[] = {"l",
                                     "'",
                                     "’",
                                     "qu",
                                     "s",
                                     "S",
                                     ".",
                                     "I",
                                     "n",
                                     "º",
                                     "°",
                                     "ª",
                                     "er",
                                     "th",
                                     "40",
                                     ",000",
                                     ".000",
                                     "é",
                                     "e\u0301",
                                     "\u0301",
                                     "\u00ad",
                                     "\u200d",
                                     "-",
                                     " ",
                                     "\n",
                                     "ж",
                                     "中",
                                     "ﷺ",
                                     "½",
                                     "①",
                                     "ß",
                                     "Œ",
                                     "İ",
                                     "ǆ",
                                     "\xFF",
                                     "\xC3",
                                     "\xED\xA0\x80",
                                     "\xF4\x90\x80\x80",
                                     "\xE2\x80",
                                     "_",
                                     "ΐ",
                                     "\u0903",
                                     "٣",
                                     "0"};

static void check_soup(const char *text, gsize length)
{
    cfa_word_reader reader;
    cfa_word word;
    gsize end = 0;
    guint position = 0;
    cfa_word_reader_init(&reader, text, length);
    while (cfa_word_next(&reader, &word)) {
        assert_in_range(word.length, 1, CFA_WORD_MAX);
        assert_int_equal(strlen(word.text), word.length);
        assert_true(g_utf8_validate(word.text, (gssize)word.length, NULL));
        assert_true(word.bytes > 0);
        assert_true(word.offset >= end);
        assert_true(word.offset + word.bytes <= length);
        assert_int_equal(word.position, ++position);
        end = word.offset + word.bytes;
    }
}

static void any_bytes_give_words_in_their_order(void **state)
{
    enum { SOUPS = 20000, PIECES = 40 };
    GRand *chance = g_rand_new_with_seed(394);
    (void)state;
    for (int i = 0; i < SOUPS; i++) {
        GString *soup = g_string_new(NULL);
        const int count = g_rand_int_range(chance, 0, PIECES);
        for (int j = 0; j < count; j++) {
            if (i % 2 == 0)
                g_string_append(soup, pieces[g_rand_int_range(chance, 0, G_N_ELEMENTS(pieces))]);
            else
                g_string_append_c(soup, (char)g_rand_int_range(chance, 0, 256));
        }
        /* In memory of just its length, so that a byte read behind it is seen. */
        g_autofree char *exact = g_memdup2(soup->str, soup->len);
        check_soup(exact, soup->len);
        g_string_free(soup, TRUE);
    }
    g_rand_free(chance);
}

static void a_megabyte_of_one_kind_takes_no_time(void **state)
{
    static const char *const kinds[] = {"x", "a.", "l’", "1,000", "\u0301", "n\u0301", "'s", "\xE2"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        GString *text = g_string_new(NULL);
        while (text->len < 1 << 20)
            g_string_append(text, kinds[i]);
        const gint64 started = g_get_monotonic_time();
        check_soup(text->str, text->len);
        assert_true(g_get_monotonic_time() - started < 10 * G_USEC_PER_SEC);
        g_string_free(text, TRUE);
    }
}

static void names_fold_to_words_parted_by_single_blanks(void **state)
{
    static const row rows[] = {{"Côte d’Ivoire", "cote ivoire"},
                               {"  United   Kingdom - (Gibraltar) ", "united kingdom gibraltar"},
                               {"!", ""}};
    (void)state;
    check_words(rows, G_N_ELEMENTS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_and_accents_fold),
        cmocka_unit_test(both_unicode_forms_read_the_same),
        cmocka_unit_test(elided_words_lose_what_stands_before_the_apostrophe),
        cmocka_unit_test(english_genitive_falls_away),
        cmocka_unit_test(hyphens_part_words),
        cmocka_unit_test(compounds_are_one_word_however_they_are_written),
        cmocka_unit_test(what_is_two_words_is_read_as_two_when_written_in_one),
        cmocka_unit_test(bytes_that_are_no_utf8_part_compounds_as_they_part_words),
        cmocka_unit_test(words_that_only_follow_one_another_are_no_compounds),
        cmocka_unit_test(a_compound_stands_where_all_of_it_does),
        cmocka_unit_test(ordinals_lose_their_endings),
        cmocka_unit_test(separators_of_thousands_fall_away),
        cmocka_unit_test(acronyms_with_stops_are_one_word),
        cmocka_unit_test(abbreviations_of_number_are_one_word),
        cmocka_unit_test(places_point_into_the_text_as_given),
        cmocka_unit_test(positions_count_every_word_once),
        cmocka_unit_test(long_words_are_cut_and_passed_whole),
        cmocka_unit_test(no_long_word_is_cut_within_a_character),
        cmocka_unit_test(any_bytes_give_words_in_their_order),
        cmocka_unit_test(a_megabyte_of_one_kind_takes_no_time),
        cmocka_unit_test(names_fold_to_words_parted_by_single_blanks),
    };
    return cmocka_run_group_tests_name("word", tests, NULL, NULL);
}
