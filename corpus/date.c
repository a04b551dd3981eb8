#include "date.h"

#include <string.h>

#include "word.h"

enum { MONTHS = 12, PARTS = 3 };

/* As the labels of a complaint print them, folded: English, French, Spanish and German pages, one meaning in
 * all of them. */
static const char *const short_months[MONTHS][5] = {
    {"jan", "janv", "ene"},
    {"feb", "fevr"},
    {"mar", "mars", "mrz"},
    {"apr", "avr", "abr"},
    {"may", "mai"},
    {"jun", "juin"},
    {"jul", "juil"},
    {"aug", "aout", "ago"},
    {"sep", "sept"},
    {"oct", "okt"},
    {"nov"},
    {"dec", "dic", "dez"},
};

static const char *const long_months[MONTHS][5] = {
    {"january", "janvier", "enero"},
    {"february", "fevrier", "febrero"},
    {"march", "mars", "marzo"},
    {"april", "avril", "abril"},
    {"may", "mai", "mayo"},
    {"june", "juin", "junio"},
    {"july", "juillet", "julio"},
    {"august", "aout", "agosto"},
    {"september", "septembre", "septiembre", "setiembre"},
    {"october", "octobre", "octubre"},
    {"november", "novembre", "noviembre"},
    {"december", "decembre", "diciembre"},
};

static guint8 month_of(const char *const months[MONTHS][5], const char *word)
{
    for (guint8 month = 0; month < MONTHS; month++)
        for (gsize i = 0; i < G_N_ELEMENTS(months[month]) && months[month][i] != NULL; i++)
            if (strcmp(months[month][i], word) == 0)
                return (guint8)(month + 1);
    return 0;
}

/* Reads exactly `count` digits and nothing after them. */
static gboolean read_digits(const char *text, gsize length, gsize count, guint16 *value)
{
    if (length != count)
        return FALSE;
    *value = 0;
    for (gsize i = 0; i < count; i++) {
        if (!g_ascii_isdigit(text[i]))
            return FALSE;
        *value = (guint16)(*value * 10 + (text[i] - '0'));
    }
    return TRUE;
}

static cfa_date make_date(guint year, guint month, guint day)
{
    if (!g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return (cfa_date){0};
    return (cfa_date){.year = (guint16)year, .month = (guint8)month, .day = (guint8)day};
}

/* The bytes of a blank or a stop at `text`, a no-break space among them; 0 where there is none. */
static gsize padding_at(const char *text, gsize length)
{
    if (length >= 1 && (g_ascii_isspace(*text) || *text == '.'))
        return 1;
    return length >= 2 && memcmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static gsize padding_before(const char *text, gsize length)
{
    if (length >= 1 && padding_at(text + length - 1, 1) == 1)
        return 1;
    return length >= 2 && padding_at(text + length - 2, 2) == 2 ? 2 : 0;
}

typedef struct part {
    const char *text;
    gsize length;
} part;

static part trim(const char *text, gsize length)
{
    for (gsize padding; (padding = padding_at(text, length)) > 0; text += padding)
        length -= padding;
    for (gsize padding; (padding = padding_before(text, length)) > 0;)
        length -= padding;
    return (part){text, length};
}

/* Cuts the text at its two hyphens. */
static gboolean split_at_hyphens(const char *text, gsize length, part parts[PARTS])
{
    for (guint i = 0; i < PARTS; i++) {
        const char *hyphen = length > 0 ? memchr(text, '-', length) : NULL;
        if ((hyphen != NULL) != (i + 1 < PARTS))
            return FALSE;
        const gsize end = hyphen != NULL ? (gsize)(hyphen - text) : length;
        parts[i] = trim(text, end);
        if (hyphen != NULL) {
            text += end + 1;
            length -= end + 1;
        }
    }
    return TRUE;
}

cfa_date cfa_date_parse_complaint(const char *text, gsize length)
{
    enum { LONGEST = 64 };
    part parts[PARTS];
    guint16 day, year;
    if (length > LONGEST || !split_at_hyphens(text, length, parts) ||
        !(read_digits(parts[0].text, parts[0].length, 2, &day) ||
          read_digits(parts[0].text, parts[0].length, 1, &day)) ||
        !read_digits(parts[2].text, parts[2].length, 2, &year))
        return (cfa_date){0};
    g_autofree char *word = cfa_word_fold(parts[1].text, parts[1].length);
    const guint month = month_of(short_months, word);
    return month == 0 ? (cfa_date){0} : make_date(year >= 50 ? 1900u + year : 2000u + year, month, day);
}

cfa_date cfa_date_parse_report(const char *text, gsize length)
{
    enum { LONGEST = 64 };
    if (length > LONGEST)
        return (cfa_date){0};
    g_autofree char *folded = cfa_word_fold(text, length);
    g_auto(GStrv) words = g_strsplit(folded, " ", 0);
    const guint count = g_strv_length(words);
    guint16 year;
    if (count == 0 || count > 3 || (count == 3 && strcmp(words[1], "de") != 0) ||
        !read_digits(words[count - 1], strlen(words[count - 1]), 4, &year) || year < 1900 || year > 2099)
        return (cfa_date){0};
    const guint8 month = count == 1 ? 0 : month_of(long_months, words[0]);
    if (count > 1 && month == 0)
        return (cfa_date){0};
    return (cfa_date){.year = year, .month = month};
}

cfa_date cfa_date_parse_iso(const char *text)
{
    guint16 year, month, day;
    const gsize length = text == NULL ? 0 : strlen(text);
    if (length < 4 || !read_digits(text, 4, 4, &year) || year == 0)
        return (cfa_date){0};
    if (length == 4)
        return (cfa_date){.year = year};
    if (length < 7 || text[4] != '-' || !read_digits(text + 5, 2, 2, &month) || month < 1 || month > MONTHS)
        return (cfa_date){0};
    if (length == 7)
        return (cfa_date){.year = year, .month = (guint8)month};
    if (text[7] != '-' || !read_digits(text + 8, length - 8, 2, &day))
        return (cfa_date){0};
    return make_date(year, month, day);
}

char *cfa_date_format(cfa_date date, char text[static CFA_DATE_SIZE])
{
    const guint year = date.year % 10000u, month = date.month % 100u, day = date.day % 100u;
    if (year == 0)
        text[0] = '\0';
    else if (month == 0)
        g_snprintf(text, CFA_DATE_SIZE, "%04u", year);
    else if (day == 0)
        g_snprintf(text, CFA_DATE_SIZE, "%04u-%02u", year, month);
    else
        g_snprintf(text, CFA_DATE_SIZE, "%04u-%02u-%02u", year, month, day);
    return text;
}

static int ordered(cfa_date date)
{
    return (date.year * 16 + date.month) * 32 + date.day;
}

int cfa_date_compare(cfa_date a, cfa_date b)
{
    return ordered(a) - ordered(b);
}

cfa_interval cfa_date_interval(cfa_date from, cfa_date to)
{
    const cfa_interval unknown = {-1, -1};
    if (from.year == 0 || to.year == 0 || to.year < from.year)
        return unknown;
    if (from.month == 0 || to.month == 0)
        return (cfa_interval){to.year - from.year, -1};
    const int months = (to.year - from.year) * MONTHS + to.month - from.month;
    return months < 0 ? unknown : (cfa_interval){months / MONTHS, months % MONTHS};
}
