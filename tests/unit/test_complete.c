/* The promises of complete.h: how a question may go on. The reports are the test's own. */
#include "complete.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_index *lanterns;

static const char *const english[] = {
    "The lantern makers of Ruritania held a strike.",
    "The lantern makers ended the strike; Landor the porter did not.",
    "The strikers were dismissed, and the lanterns stayed dark under that regime."};
static const char *const french[] = {"La grève des fabricants de lanternes a duré sous ce régime.",
                                     "Grève et grévistes furent interdits à Zembla."};

static cfa_case_text *text_of(cfa_language language, const char *const *paragraphs, guint count)
{
    cfa_case_text *text = support_text_new(410, language, "2024-06");
    support_add_case(text, 3201, "Belarus", CFA_CASE_ACTIVE);
    support_add_case(text, 3207, "Belarus", CFA_CASE_ACTIVE);
    support_add_conclusions(text, paragraphs, count);
    return text;
}

static int open_lanterns(void **state)
{
    (void)state;
    cfa_case_text *other = support_text_new(411, CFA_ENGLISH, "2024-10");
    support_add_case(other, 41, "Kelmar Islands", CFA_CASE_CLOSED);
    support_add_paragraph(other, 1, CFA_SECTION_OTHER, "Nothing more was heard.", NULL);
    cfa_case_text *texts[] = {text_of(CFA_ENGLISH, english, G_N_ELEMENTS(english)),
                              text_of(CFA_FRENCH, french, G_N_ELEMENTS(french)), other};
    lanterns = support_index_new(texts, G_N_ELEMENTS(texts));
    return 0;
}

static int close_lanterns(void **state)
{
    (void)state;
    support_index_free(lanterns);
    return 0;
}

/* The questions that are offered to who reads a language, with bars between. */
static void expect_in(cfa_language language, const char *typed, const char *expected)
{
    g_autoptr(GString) offered = g_string_new(NULL);
    g_autoptr(GPtrArray) found = cfa_complete(lanterns, typed, language, NULL);
    assert_non_null(found);
    for (guint i = 0; i < found->len; i++)
        g_string_append_printf(offered, "%s%s", i > 0 ? " | " : "",
                               ((cfa_completion *)g_ptr_array_index(found, i))->text);
    if (strcmp(offered->str, expected) != 0)
        fail_msg("\"%s\" goes on as \"%s\", not \"%s\"", typed, offered->str, expected);
}

static void expect(const char *typed, const char *expected)
{
    expect_in(CFA_ENGLISH, typed, expected);
}

static void the_last_word_goes_on_the_most_frequent_first(void **state)
{
    (void)state;
    expect("lan", "lantern | Landor | lanterns | lanternes");
    expect("dismissed str", "dismissed strike | dismissed strikers");
}

static void words_in_the_language_of_the_reader_come_first(void **state)
{
    (void)state;
    expect_in(CFA_FRENCH, "lan", "lanternes | lantern | Landor | lanterns");
}

static void a_word_is_written_as_the_texts_write_it(void **state)
{
    (void)state;
    expect("GREV", "grève | grévistes");
    expect("zemb", "Zembla");
}

static void a_word_of_several_languages_is_written_as_in_that_of_the_reader(void **state)
{
    (void)state;
    expect_in(CFA_ENGLISH, "regi", "regime");
    expect_in(CFA_FRENCH, "regi", "régime");
}

static void signs_and_quotes_before_the_word_stay(void **state)
{
    (void)state;
    expect("\"makers ended +land", "\"makers ended +Landor");
    expect("(dism", "(dismissed");
    expect("-zem", "-Zembla");
}

static void stopwords_and_whole_words_are_not_offered(void **state)
{
    (void)state;
    expect("th", "");
    expect("strikers", "");
}

static void one_letter_or_none_offers_nothing(void **state)
{
    (void)state;
    expect("", "");
    expect("l", "");
    expect("strike ", "");
}

static void a_country_goes_on_as_its_field_by_any_of_its_names(void **state)
{
    (void)state;
    expect("bela", "country:Belarus");
    expect("strike bielo", "strike country:Belarus");
    expect("country:bel", "country:Belarus");
    expect("pa\u00eds:bel", "country:Belarus");
    expect("isl", "country:\"kelmar islands\"");
    expect("country:", "country:Belarus | country:\"kelmar islands\"");
    expect("country:str", "");
}

static void fields_are_named_in_the_language_of_the_reader(void **state)
{
    (void)state;
    expect_in(CFA_FRENCH, "gr\u00e8ve bela", "gr\u00e8ve pays:B\u00e9larus");
    expect_in(CFA_SPANISH, "country:bela", "pa\u00eds:Belar\u00fas");
    expect_in(CFA_SPANISH, "41", "caso:41");
}

static void a_number_goes_on_as_the_cases_that_begin_so(void **state)
{
    (void)state;
    expect("32", "case:3201 | case:3207");
    expect("strike 41", "strike case:41");
    expect("99", "");
    g_autoptr(GPtrArray) found = cfa_complete(lanterns, "3201", CFA_FRENCH, NULL);
    const cfa_completion *one = g_ptr_array_index(found, 0);
    assert_string_equal(one->label, "cas no 3201 (Bélarus)");
    assert_string_equal(one->case_id, "3201");
}

static void a_case_goes_on_with_its_label(void **state)
{
    (void)state;
    expect("Case No. 32", "case:3201 | case:3207");
    expect("case 41", "case:41");
    expect("+strike (caso núm. 41", "+strike (case:41");
    expect("410th Report, Case No. 32", "410th Report, case:3201 | 410th Report, case:3207");
}

static void a_number_of_something_else_is_no_case(void **state)
{
    (void)state;
    expect("Report No. 41", "");
    expect("410th Report, para. 32", "");
}

static void rubbish_offers_nothing(void **state)
{
    (void)state;
    g_autofree char *endless = g_strnfill(5000, 'a');
    expect("\xff\xfe", "");
    expect("report:39", "");
    expect("cites:306/1", "");
    expect("a-\"+(", "");
    expect("\x01\x02", "");
    expect(endless, "");
    expect("99999999999999999999", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_word_goes_on_the_most_frequent_first),
        cmocka_unit_test(words_in_the_language_of_the_reader_come_first),
        cmocka_unit_test(a_word_is_written_as_the_texts_write_it),
        cmocka_unit_test(a_word_of_several_languages_is_written_as_in_that_of_the_reader),
        cmocka_unit_test(signs_and_quotes_before_the_word_stay),
        cmocka_unit_test(stopwords_and_whole_words_are_not_offered),
        cmocka_unit_test(one_letter_or_none_offers_nothing),
        cmocka_unit_test(a_country_goes_on_as_its_field_by_any_of_its_names),
        cmocka_unit_test(fields_are_named_in_the_language_of_the_reader),
        cmocka_unit_test(a_number_goes_on_as_the_cases_that_begin_so),
        cmocka_unit_test(a_case_goes_on_with_its_label),
        cmocka_unit_test(a_number_of_something_else_is_no_case),
        cmocka_unit_test(rubbish_offers_nothing),
    };
    return cmocka_run_group_tests(tests, open_lanterns, close_lanterns);
}
