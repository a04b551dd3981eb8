/* What the pages say in their three languages: the strings of the table, dates and the time between them,
 * numbers. */
#include "say.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

typedef char *(*sayer)(const char *from, const char *to, cfa_language language);

static char *say_date(const char *from, const char *to, cfa_language language)
{
    (void)to;
    return cfa_say_date(cfa_date_parse_iso(from), language);
}

static char *say_interval(const char *from, const char *to, cfa_language language)
{
    return cfa_say_interval(cfa_date_interval(cfa_date_parse_iso(from), cfa_date_parse_iso(to)), language);
}

typedef struct row {
    const char *from, *to;
    const char *said[CFA_LANGUAGES]; /* en, fr, es */
} row;

static void expect_said(sayer say, const row *rows, gsize count)
{
    for (gsize i = 0; i < count; i++)
        for (int l = 1; l <= CFA_LANGUAGES; l++) {
            g_autofree char *said = say(rows[i].from, rows[i].to, (cfa_language)l);
            assert_string_equal(said, rows[i].said[l - 1]);
        }
}

static void dates_are_said_as_far_as_they_are_known(void **state)
{
    static const row rows[] = {{"2000-06-16", "", {"16 June 2000", "16 juin 2000", "16 de junio de 2000"}},
                               {"2000-06-01", "", {"1 June 2000", "1er juin 2000", "1 de junio de 2000"}},
                               {"2021-03", "", {"March 2021", "mars 2021", "marzo de 2021"}},
                               {"1960", "", {"1960", "1960", "1960"}},
                               {"", "", {"", "", ""}}};
    (void)state;
    expect_said(say_date, rows, G_N_ELEMENTS(rows));
}

static void intervals_are_said_no_more_exactly_than_they_are_known(void **state)
{
    static const row rows[] = {
        {"2001-06", "2021-03", {"19 years and 9 months", "19 ans et 9 mois", "19 años y 9 meses"}},
        {"2000-06", "2001-07", {"1 year and 1 month", "1 an et 1 mois", "1 año y 1 mes"}},
        {"2000-06", "2002-06", {"2 years", "2 ans", "2 años"}},
        {"2000-06", "2000-08", {"2 months", "2 mois", "2 meses"}},
        {"2000-06", "2000-06", {"less than a month", "moins d’un mois", "menos de un mes"}},
        {"1960", "1962-01", {"about 2 years", "environ 2 ans", "aproximadamente 2 años"}},
        {"1960", "1960", {"less than a year", "moins d’un an", "menos de un año"}},
        {"2001-06", "2001-05", {"", "", ""}},
        {"", "2001-05", {"", "", ""}}};
    (void)state;
    expect_said(say_interval, rows, G_N_ELEMENTS(rows));
}

static void numbers_are_parted_as_the_language_parts_them(void **state)
{
    static const struct {
        guint number;
        const char *said[CFA_LANGUAGES];
    } rows[] = {{0, {"0", "0", "0"}},
                {999, {"999", "999", "999"}},
                {2048, {"2,048", "2\u202F048", "2048"}},
                {12345, {"12,345", "12\u202F345", "12\u202F345"}},
                {1000000, {"1,000,000", "1\u202F000\u202F000", "1\u202F000\u202F000"}}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        for (int l = 1; l <= CFA_LANGUAGES; l++) {
            g_autofree char *said = cfa_say_number(rows[i].number, (cfa_language)l);
            assert_string_equal(said, rows[i].said[l - 1]);
        }
}

/* Which of the places {1} to {9} a string has. */
static guint places_of(const char *text)
{
    guint places = 0;
    for (const char *at = strchr(text, '{'); at != NULL; at = strchr(at + 1, '{'))
        places |= 1u << (at[1] - '0');
    return places;
}

static void every_string_is_there_in_every_language_with_the_same_places(void **state)
{
    (void)state;
    for (guint i = 0; i < CFA_SAYINGS; i++)
        for (int l = 1; l <= CFA_LANGUAGES; l++) {
            const char *text = cfa_say((cfa_saying)i, (cfa_language)l);
            if (text == NULL || text[0] == '\0' ||
                places_of(text) != places_of(cfa_say((cfa_saying)i, CFA_ENGLISH)))
                fail_msg("\"%s\" is not the same in language %d", cfa_say((cfa_saying)i, CFA_ENGLISH), l);
        }
}

static void no_french_line_ends_before_a_sign_that_has_a_blank_before_it(void **state)
{
    static const char *const breaks[] = {" :", " ;", " ?", " !", " »", "« "};
    (void)state;
    for (guint i = 0; i < CFA_SAYINGS; i++)
        for (gsize b = 0; b < G_N_ELEMENTS(breaks); b++)
            if (strstr(cfa_say((cfa_saying)i, CFA_FRENCH), breaks[b]) != NULL)
                fail_msg("\"%s\" has a plain blank in \"%s\"", cfa_say((cfa_saying)i, CFA_FRENCH), breaks[b]);
}

/* They stand below each other in the filters. */
static void kinds_parts_and_statuses_begin_with_a_capital(void **state)
{
    (void)state;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        for (int section = CFA_SECTION_OTHER; section <= CFA_SECTION_RECOMMENDATIONS; section++)
            assert_true(g_ascii_isupper(cfa_say_section((cfa_section)section, (cfa_language)l)[0]));
        for (int type = CFA_TYPE_UNKNOWN + 1; type <= CFA_TYPE_FOLLOW_UP; type++)
            assert_true(g_ascii_isupper(cfa_say_type((cfa_report_type)type, (cfa_language)l)[0]));
        for (int status = CFA_CASE_UNKNOWN + 1; status <= CFA_CASE_CLOSED; status++)
            assert_true(g_ascii_isupper(cfa_say_status((cfa_case_status)status, (cfa_language)l)[0]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_said_as_far_as_they_are_known),
        cmocka_unit_test(intervals_are_said_no_more_exactly_than_they_are_known),
        cmocka_unit_test(kinds_parts_and_statuses_begin_with_a_capital),
        cmocka_unit_test(numbers_are_parted_as_the_language_parts_them),
        cmocka_unit_test(every_string_is_there_in_every_language_with_the_same_places),
        cmocka_unit_test(no_french_line_ends_before_a_sign_that_has_a_blank_before_it),
    };
    return cmocka_run_group_tests_name("say", tests, NULL, NULL);
}
