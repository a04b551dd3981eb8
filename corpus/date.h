/*
 * Dates as the pages print them: a month and a year of a report, a day with a two-digit year of a complaint.
 *
 *     cfa_date date = cfa_date_parse_complaint("27-DÉC. -66", 12);    // 1966-12-27
 *     char text[CFA_DATE_SIZE];
 *     cfa_date_format(date, text);
 *
 * A part that is not known is 0, and everything after it too. Nothing is ever guessed.
 */
#ifndef CFA_DATE_H
#define CFA_DATE_H

#include <glib.h>

typedef struct cfa_date {
    guint16 year; /* 0 where nothing is known */
    guint8 month; /* 1 to 12, or 0 */
    guint8 day;   /* 1 to 31, or 0 */
} cfa_date;

enum { CFA_DATE_SIZE = 11 }; /* "2000-06-16" and its end */

/* DD-MON-YY in any of the four page languages, blanks and stops inside allowed. 50 to 99 are 19YY, 00 to 49
 * are 20YY. All zero when the text is no such date, or names a day that its month does not have. `length` in
 * bytes. */
cfa_date cfa_date_parse_complaint(const char *text, gsize length);

/* "March 2017", "Mars 2017", "Marzo 2017", "marzo de 2017", or "1960". All zero otherwise. */
cfa_date cfa_date_parse_report(const char *text, gsize length);

/* "2017", "2017-03", "2017-03-31"; all zero otherwise. */
cfa_date cfa_date_parse_iso(const char *text);

/* Writes "2017-03-31", "2017-03", "2017" or "" and returns `text`. */
char *cfa_date_format(cfa_date date, char text[static CFA_DATE_SIZE]);

/* Below, equal to or above 0 as `a` is before, the same as or after `b`, an unknown part counting as the
 * earliest. */
int cfa_date_compare(cfa_date a, cfa_date b);

/* The time from one date to another, as far as both are known: days do not count. */
typedef struct cfa_interval {
    int years;  /* -1 where a year is not known, or the second date is the earlier one */
    int months; /* beyond the years, 0 to 11; -1 where a month is not known: then the years are those between
                   the numbers of the years */
} cfa_interval;

cfa_interval cfa_date_interval(cfa_date from, cfa_date to);

#endif
