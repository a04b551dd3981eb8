#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <time.h>

#include "citation.h"
#include "citation_words.h"

/* The identifiers found, parted by blanks. */
static char *found_in(const char *text, cfa_language language)
{
    g_autoptr(GArray) mentions = cfa_citation_scan(text, strlen(text), language, NULL);
    GString *found = g_string_new(NULL);
    for (guint i = 0; i < mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(mentions, cfa_mention, i);
        char id[CFA_CITATION_ID_SIZE];
        g_string_append_printf(found, "%s%s", i > 0 ? " " : "", cfa_citation_id(&mention->citation, id));
    }
    return g_string_free(found, FALSE);
}

static void identifiers_print_and_parse_the_same(void **state)
{
    static const char *const ids[] = {
        "306/123",        "306/123-131",        "306",      "case:2090", "compilation:2018/1047",
        "digest:2006/45", "digest:1972/1-9999", "999/9999", "1",         "case:1"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        cfa_citation citation;
        char id[CFA_CITATION_ID_SIZE];
        assert_true(cfa_citation_parse(ids[i], &citation));
        assert_string_equal(cfa_citation_id(&citation, id), ids[i]);
    }
}

static void what_is_no_identifier_does_not_parse(void **state)
{
    static const char *const wrong[] = {"",
                                        "0",
                                        "1000",
                                        "0394",
                                        "394/",
                                        "394/0",
                                        "394/083",
                                        "394/83-",
                                        "394/83-83",
                                        "394/83-82",
                                        "394/10000",
                                        "394/83/en",
                                        "394/83 ",
                                        " 394/83",
                                        "+394",
                                        "case:",
                                        "case:0",
                                        "case:10000",
                                        "case:2090/5",
                                        "Case:2090",
                                        "digest:2006",
                                        "digest:2018/5",
                                        "digest:0/5",
                                        "digest:2006/",
                                        "compilation:2006/5",
                                        "case:99999999999999999999",
                                        "394/99999999999999999999",
                                        "-1",
                                        "394/-5"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
        cfa_citation citation;
        if (cfa_citation_parse(wrong[i], &citation))
            fail_msg("\"%s\" parses", wrong[i]);
    }
}

static void the_longest_identifier_has_room(void **state)
{
    const cfa_citation citation = {CFA_CITES_COMPILATION, 2018, 9998, 9999};
    char id[CFA_CITATION_ID_SIZE];
    (void)state;
    assert_string_equal(cfa_citation_id(&citation, id), "compilation:2018/9998-9999");
}

static void check_ordinal(cfa_language language, guint number, const char *expected)
{
    g_autofree char *ordinal = cfa_citation_ordinal(language, number);
    assert_string_equal(ordinal, expected);
}

static void ordinals_print_in_each_language(void **state)
{
    (void)state;
    check_ordinal(CFA_ENGLISH, 1, "1st");
    check_ordinal(CFA_ENGLISH, 2, "2nd");
    check_ordinal(CFA_ENGLISH, 3, "3rd");
    check_ordinal(CFA_ENGLISH, 4, "4th");
    check_ordinal(CFA_ENGLISH, 11, "11th");
    check_ordinal(CFA_ENGLISH, 12, "12th");
    check_ordinal(CFA_ENGLISH, 13, "13th");
    check_ordinal(CFA_ENGLISH, 21, "21st");
    check_ordinal(CFA_ENGLISH, 111, "111th");
    check_ordinal(CFA_ENGLISH, 122, "122nd");
    check_ordinal(CFA_ENGLISH, 20, "20th");
    check_ordinal(CFA_LANGUAGE_UNKNOWN, 394, "394th");
    check_ordinal(CFA_FRENCH, 1, "1er");
    check_ordinal(CFA_FRENCH, 394, "394e");
    check_ordinal(CFA_SPANISH, 1, "1.º");
    check_ordinal(CFA_SPANISH, 394, "394.º");
}

typedef struct print_row {
    cfa_language language;
    guint report, cases[3], count;
    const char *country;
    guint first, last;
    const char *expected;
} print_row;

static void citations_print_in_each_language(void **state)
{
    static const print_row rows[] = {
        {CFA_ENGLISH, 394, {2090}, 1, "Belarus", 83, 83, "394th Report, Case No. 2090 (Belarus), para. 83"},
        {CFA_ENGLISH,
         394,
         {2090},
         1,
         "Belarus",
         70,
         95,
         "394th Report, Case No. 2090 (Belarus), paras 70–95"},
        {CFA_FRENCH, 394, {2090}, 1, "Bélarus", 83, 83, "394e rapport, cas no 2090 (Bélarus), paragr. 83"},
        {CFA_FRENCH, 394, {2090}, 1, "Bélarus", 70, 95, "394e rapport, cas no 2090 (Bélarus), paragr. 70-95"},
        {CFA_SPANISH,
         394,
         {2090},
         1,
         "Belarús",
         83,
         83,
         "394.º informe, caso núm. 2090 (Belarús), párrafo 83"},
        {CFA_SPANISH,
         394,
         {2090},
         1,
         "Belarús",
         70,
         95,
         "394.º informe, caso núm. 2090 (Belarús), párrafos 70-95"},
        {CFA_LANGUAGE_UNKNOWN, 394, {0}, 0, NULL, 83, 0, "394th Report, para. 83"},
        {CFA_ENGLISH, 394, {9901, 9902}, 2, NULL, 0, 0, "394th Report, Cases Nos. 9901 and 9902"},
        {CFA_FRENCH, 0, {9901, 9902}, 2, "Gondal", 0, 0, "cas nos 9901 et 9902 (Gondal)"},
        {CFA_SPANISH, 0, {9901, 9902, 9903}, 3, NULL, 5, 5, "casos núms. 9901, 9902 y 9903, párrafo 5"},
        {CFA_ENGLISH, 0, {0}, 0, NULL, 70, 95, "paras 70–95"},
        {CFA_ENGLISH, 0, {0}, 0, NULL, 0, 0, ""},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        const print_row *one = &rows[i];
        g_autofree char *printed = cfa_citation_print(one->language, one->report, one->cases, one->count,
                                                      one->country, one->first, one->last);
        assert_string_equal(printed, one->expected);
    }
}

static void what_is_printed_is_found_again(void **state)
{
    static const guint cases[] = {9901, 9902};
    (void)state;
    for (int language = 1; language <= CFA_LANGUAGES; language++)
        for (guint report = 1; report <= 450; report++) {
            g_autofree char *printed =
                cfa_citation_print((cfa_language)language, report, cases, 2, "Gondal", report, report + 3);
            g_autofree char *found = found_in(printed, (cfa_language)language);
            g_autofree char *expected =
                g_strdup_printf("%u/%u-%u case:9901 case:9902", report, report, report + 3);
            assert_string_equal(found, expected);
        }
}

static void a_word_is_found_with_what_it_says_in_which_language(void **state)
{
    static const cfa_citation_word words[] = {{"a", CFA_LANGUAGE_UNKNOWN, SAYS_TO | SAYS_LINK | SAYS_GAP, 0},
                                              {"years", CFA_ENGLISH, SAYS_PEOPLE, 0},
                                              {"setiembre", CFA_SPANISH, SAYS_MONTH | SAYS_GAP, 0},
                                              {"vingtieme", CFA_FRENCH, SAYS_ORDINAL, 20},
                                              {"yearbook", CFA_ENGLISH, SAYS_OTHER_WORK, 0}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        const cfa_citation_word *found = cfa_citation_word_find(words[i].word);
        assert_non_null(found);
        assert_int_equal(found->language, words[i].language);
        assert_int_equal(found->says, words[i].says);
        assert_int_equal(found->value, words[i].value);
    }
    assert_null(cfa_citation_word_find("porter"));
    assert_null(cfa_citation_word_find(""));
}

static void check_mentions(const char *text, gsize length)
{
    cfa_citation_context context = {0};
    g_autoptr(GArray) mentions = cfa_citation_scan(text, length, CFA_LANGUAGE_UNKNOWN, &context);
    gsize end = 0;
    for (guint i = 0; i < mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(mentions, cfa_mention, i);
        cfa_citation read;
        char id[CFA_CITATION_ID_SIZE];
        assert_true(mention->offset >= end && mention->length > 0);
        end = mention->offset + mention->length;
        assert_true(end <= length);
        if (!cfa_citation_parse(cfa_citation_id(&mention->citation, id), &read))
            fail_msg("\"%s\" in \"%.*s\"", id, (int)length, text);
    }
}

/* A text in a block of its own size, so that a byte read past it is noticed. */
static void check_exactly(const GString *soup)
{
    g_autofree char *text = g_memdup2(soup->str, soup->len);
    check_mentions(text, soup->len);
}

static void any_soup_of_words_gives_mentions_in_bounds_and_in_order(void **state)
{
    static const char words[] =
        "Report|Reports|rapport|informe|Case|Cases|cas|casos|No|Nos|núms|n°|paras|para|paragr|"
        "párrafos|§|and|et|y|to|a|of|its|du|de|son|su|Digest|Compilation|Recopilación|edition|fifth|"
        "op|cit|Committee|March|above|article|Court|workers|(a)|b)|Ninth|quatre|vingt|dix|huitième|"
        "vigésimo|primer|respectively|1|7|83|394|1047|2006|2018|1,023|40,000|394th|394e|394.º|1er|"
        "83a|0|99999999999|.|,|;|:|(|)|[|]|-|–|/|...|\n|’|l'|\xFF"
        "|\xE2\x80"
        "|e";
    g_auto(GStrv) pieces = g_strsplit(words, "|", -1);
    const gint32 all = (gint32)g_strv_length(pieces);
    g_autoptr(GRand) random = g_rand_new_with_seed(394);
    (void)state;
    for (guint i = 0; i < 10000; i++) {
        g_autoptr(GString) soup = g_string_new(NULL);
        const gint32 count = g_rand_int_range(random, 0, 60);
        for (gint32 n = 0; n < count; n++) {
            g_string_append(soup, pieces[g_rand_int_range(random, 0, all)]);
            if (g_rand_int_range(random, 0, 4) > 0)
                g_string_append_c(soup, ' ');
        }
        check_exactly(soup);
    }
}

static void any_soup_of_bytes_gives_mentions_in_bounds_and_in_order(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(83);
    (void)state;
    for (guint i = 0; i < 10000; i++) {
        g_autoptr(GString) soup = g_string_new(NULL);
        const gint32 count = g_rand_int_range(random, 0, 200);
        for (gint32 n = 0; n < count; n++)
            g_string_append_c(soup, (char)g_rand_int_range(random, 0, 256));
        check_exactly(soup);
    }
}

/* Of twice the text, twice the time or a little more; ten times would be another order of growth. */
static void check_growth(const char *piece)
{
    gint64 taken[2] = {0, 0};
    for (guint size = 0; size < 2; size++) {
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < (size == 0 ? 50000u : 200000u))
            g_string_append(text, piece);
        const clock_t start = clock();
        check_mentions(text->str, text->len);
        taken[size] = (gint64)(clock() - start) * G_USEC_PER_SEC / CLOCKS_PER_SEC;
    }
    if (taken[1] > 10 * taken[0] + 20000)
        fail_msg("\"%s\": %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT " microseconds", piece, taken[0],
                 taken[1]);
}

static void hostile_texts_take_time_in_proportion_to_their_length(void **state)
{
    static const char *const pieces[] = {
        "1st, ",       "1st Report ",       "paras 1, ",      "1, ",
        "(",           "[see 1st Report (", "Digest the ",    "op. cit. ",
        "vingt-",      "Case 1 (",          "Cases Nos 1, ",  "1a1d'",
        "l'1",         "paragraph 1 of ",   "Report No. 1, ", "para. ",
        "second and ", "(1st Report 2nd, ", "1st Report a ",  "edition of the Digest "};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++)
        check_growth(pieces[i]);
}

static void labels_are_what_stands_before_numbers(void **state)
{
    static const char *const labels[] = {"no",    "nos",    "num",  "nums",    "numero",    "number", "para",
                                         "paras", "paragr", "parr", "parrafo", "paragraph", "art"};
    static const char *const others[] = {"",    "strike", "convention", "article",
                                         "law", "ibid",   "report",     "case"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(labels); i++)
        if (!cfa_citation_is_label(labels[i]))
            fail_msg("%s is no label", labels[i]);
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        if (cfa_citation_is_label(others[i]))
            fail_msg("%s is a label", others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(identifiers_print_and_parse_the_same),
        cmocka_unit_test(what_is_no_identifier_does_not_parse),
        cmocka_unit_test(the_longest_identifier_has_room),
        cmocka_unit_test(ordinals_print_in_each_language),
        cmocka_unit_test(citations_print_in_each_language),
        cmocka_unit_test(what_is_printed_is_found_again),
        cmocka_unit_test(a_word_is_found_with_what_it_says_in_which_language),
        cmocka_unit_test(labels_are_what_stands_before_numbers),
        cmocka_unit_test(any_soup_of_words_gives_mentions_in_bounds_and_in_order),
        cmocka_unit_test(any_soup_of_bytes_gives_mentions_in_bounds_and_in_order),
        cmocka_unit_test(hostile_texts_take_time_in_proportion_to_their_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
