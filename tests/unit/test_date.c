#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "date.h"

typedef struct row {
    const char *text, *expected;
} row;

static void check_complaints(const row *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        char text[CFA_DATE_SIZE];
        cfa_date_format(cfa_date_parse_complaint(rows[i].text, strlen(rows[i].text)), text);
        if (strcmp(text, rows[i].expected) != 0)
            fail_msg("\"%s\" reads as \"%s\", not \"%s\"", rows[i].text, text, rows[i].expected);
    }
}

static void check_reports(const row *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        char text[CFA_DATE_SIZE];
        cfa_date_format(cfa_date_parse_report(rows[i].text, strlen(rows[i].text)), text);
        if (strcmp(text, rows[i].expected) != 0)
            fail_msg("\"%s\" reads as \"%s\", not \"%s\"", rows[i].text, text, rows[i].expected);
    }
}

static void complaint_dates_read_in_all_four_page_languages(void **state)
{
    static const row rows[] = {
        {"01-JAN-52", "1952-01-01"},          {"03-FEB-01", "2001-02-03"},     {"04-MAR-02", "2002-03-04"},
        {"05-APR-03", "2003-04-05"},          {"06-MAY-04", "2004-05-06"},     {"07-JUN-05", "2005-06-07"},
        {"08-JUL-06", "2006-07-08"},          {"31-AUG-05", "2005-08-31"},     {"09-SEP-07", "2007-09-09"},
        {"10-OCT-08", "2008-10-10"},          {"11-NOV-09", "2009-11-11"},     {"12-DEC-10", "2010-12-12"},
        {"05-JANV.-16", "2016-01-05"},        {"05-FÉVR.-16", "2016-02-05"},   {"18-MARS -16", "2016-03-18"},
        {"18-AVR. -16", "2016-04-18"},        {"15-MAI  -55", "1955-05-15"},   {"18-JUIN -16", "2016-06-18"},
        {"18-JUIL.-16", "2016-07-18"},        {"25-AOÛT -06", "2006-08-25"},   {"11-SEPT.-06", "2006-09-11"},
        {"11-OCT. -06", "2006-10-11"},        {"11-NOV. -06", "2006-11-11"},   {"27-DÉC. -66", "1966-12-27"},
        {"09-ENE-11", "2011-01-09"},          {"09-ABR-11", "2011-04-09"},     {"31-AGO-05", "2005-08-31"},
        {"09-DIC-11", "2011-12-09"},          {"09-MRZ-11", "2011-03-09"},     {"09-MÄR-11", "2011-03-09"},
        {"09-MAI-11", "2011-05-09"},          {"09-OKT-11", "2011-10-09"},     {"09-DEZ-11", "2011-12-09"},
        {"27-DÉC.\xC2\xA0-66", "1966-12-27"}, {" 27-déc. -66 ", "1966-12-27"}, {"7-DEC-66", "1966-12-07"},
    };
    (void)state;
    check_complaints(rows, G_N_ELEMENTS(rows));
}

static void two_digit_years_turn_at_fifty(void **state)
{
    static const row rows[] = {{"01-JAN-50", "1950-01-01"},
                               {"01-JAN-99", "1999-01-01"},
                               {"01-JAN-00", "2000-01-01"},
                               {"01-JAN-49", "2049-01-01"}};
    (void)state;
    check_complaints(rows, G_N_ELEMENTS(rows));
}

static void a_day_that_its_month_lacks_is_no_date(void **state)
{
    static const row rows[] = {{"31-JUN-05", ""},
                               {"29-FEB-05", ""},
                               {"29-FEB-04", "2004-02-29"},
                               {"32-JAN-05", ""},
                               {"00-JAN-05", ""}};
    (void)state;
    check_complaints(rows, G_N_ELEMENTS(rows));
}

static void what_is_no_complaint_date_reads_as_nothing(void **state)
{
    static const row rows[] = {
        {"", ""},
        {"-", ""},
        {"--", ""},
        {"12-2005", ""},
        {"31-XYZ-05", ""},
        {"31-AUG-2005", ""},
        {"31-AUG-05-06", ""},
        {"31/AUG/05", ""},
        {"a1-AUG-05", ""},
        {"31--05", ""},
        {"31-AUG-0x", ""},
        {"131-AUG-05", ""},
        {"31-\xFF\xC3-05", ""},
    };
    (void)state;
    check_complaints(rows, G_N_ELEMENTS(rows));
}

static void the_length_given_bounds_what_is_read(void **state)
{
    char text[CFA_DATE_SIZE];
    (void)state;
    assert_string_equal(cfa_date_format(cfa_date_parse_complaint("03-AUG-20Confederation", 9), text),
                        "2020-08-03");
    assert_string_equal(cfa_date_format(cfa_date_parse_report("March 20171", 10), text), "2017-03");
}

static void report_dates_read_in_three_languages(void **state)
{
    static const row rows[] = {
        {"March 2017", "2017-03"},
        {"Mars 2017", "2017-03"},
        {"Marzo 2017", "2017-03"},
        {"marzo de 2017", "2017-03"},
        {"Novembre 2005", "2005-11"},
        {"août 2005", "2005-08"},
        {"Septiembre 2005", "2005-09"},
        {"Février 1999", "1999-02"},
        {"December 1999", "1999-12"},
        {"March\xC2\xA0"
         "2017",
         "2017-03"},
        {"1960", "1960"},
        {" 1960. ", "1960"},
    };
    (void)state;
    check_reports(rows, G_N_ELEMENTS(rows));
}

static void what_is_no_report_date_reads_as_nothing(void **state)
{
    static const row rows[] = {{"", ""},         {"March", ""},      {"2017 March", ""},
                               {"17", ""},       {"Marsh 2017", ""}, {"5 March 2017", ""},
                               {"March 17", ""}, {"3017", ""},       {"marzo of 2017", ""},
                               {"0960", ""}};
    (void)state;
    check_reports(rows, G_N_ELEMENTS(rows));
}

static void iso_dates_read_and_print_the_same(void **state)
{
    static const row rows[] = {
        {"2017", "2017"},
        {"2017-03", "2017-03"},
        {"2017-03-31", "2017-03-31"},
        {"2017-3", ""},
        {"2017-13", ""},
        {"2017-00", ""},
        {"2017-02-29", ""},
        {"2016-02-29", "2016-02-29"},
        {"2017-03-311", ""},
        {"2017-03-", ""},
        {"2017/03", ""},
        {"17", ""},
        {"", ""},
        {"2017-03-31x", ""},
        {"0000", ""},
        {"-017", ""},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        char text[CFA_DATE_SIZE];
        assert_string_equal(cfa_date_format(cfa_date_parse_iso(rows[i].text), text), rows[i].expected);
    }
    assert_int_equal(cfa_date_parse_iso(NULL).year, 0);
}

static void dates_compare_with_unknown_parts_earliest(void **state)
{
    static const char *const ordered[] = {"",           "1960",       "1960-01",    "1960-01-01",
                                          "1960-01-31", "1960-02-01", "1960-12-31", "1961"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(ordered); i++)
        for (gsize j = 0; j < G_N_ELEMENTS(ordered); j++) {
            const int order =
                cfa_date_compare(cfa_date_parse_iso(ordered[i]), cfa_date_parse_iso(ordered[j]));
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
}

static void intervals_are_as_exact_as_their_dates(void **state)
{
    static const struct {
        const char *from, *to;
        int years, months;
    } rows[] = {{"2000-06-16", "2001-03", 0, 9},
                {"2001-06", "2021-03", 19, 9},
                {"2001-06", "2001-06", 0, 0},
                {"2001-06-30", "2001-06", 0, 0},
                {"2000-06", "2001-06", 1, 0},
                {"1959-04-15", "1960", 1, -1},
                {"1960", "1960-11", 0, -1},
                {"1960", "1975", 15, -1},
                {"2001-06", "2001-05", -1, -1},
                {"2011-01-09", "2009-03", -1, -1},
                {"", "2001-06", -1, -1},
                {"2001-06", "", -1, -1},
                {"", "", -1, -1}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        const cfa_interval interval =
            cfa_date_interval(cfa_date_parse_iso(rows[i].from), cfa_date_parse_iso(rows[i].to));
        if (interval.years != rows[i].years || interval.months != rows[i].months)
            fail_msg("from %s to %s: %d years, %d months", rows[i].from, rows[i].to, interval.years,
                     interval.months);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(complaint_dates_read_in_all_four_page_languages),
        cmocka_unit_test(two_digit_years_turn_at_fifty),
        cmocka_unit_test(a_day_that_its_month_lacks_is_no_date),
        cmocka_unit_test(what_is_no_complaint_date_reads_as_nothing),
        cmocka_unit_test(the_length_given_bounds_what_is_read),
        cmocka_unit_test(report_dates_read_in_three_languages),
        cmocka_unit_test(what_is_no_report_date_reads_as_nothing),
        cmocka_unit_test(iso_dates_read_and_print_the_same),
        cmocka_unit_test(dates_compare_with_unknown_parts_earliest),
        cmocka_unit_test(intervals_are_as_exact_as_their_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
