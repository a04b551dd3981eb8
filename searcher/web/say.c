#include "say.h"

#include <stdarg.h>
#include <string.h>

static const char *const strings[CFA_SAYINGS][CFA_LANGUAGES] = {
#define SAYING(name, english, french, spanish) {english, french, spanish},
#include "say.inc"
#undef SAYING
};

static const cfa_saying sections[] = {
    [CFA_SECTION_OTHER] = CFA_SAY_SECTION_OTHER,
    [CFA_SECTION_ALLEGATIONS] = CFA_SAY_SECTION_ALLEGATIONS,
    [CFA_SECTION_REPLY] = CFA_SAY_SECTION_REPLY,
    [CFA_SECTION_CONCLUSIONS] = CFA_SAY_SECTION_CONCLUSIONS,
    [CFA_SECTION_RECOMMENDATIONS] = CFA_SAY_SECTION_RECOMMENDATIONS,
};

static const cfa_saying types[] = {
    [CFA_TYPE_DEFINITIVE] = CFA_SAY_TYPE_DEFINITIVE,
    [CFA_TYPE_INTERIM] = CFA_SAY_TYPE_INTERIM,
    [CFA_TYPE_INFORMED] = CFA_SAY_TYPE_INFORMED,
    [CFA_TYPE_FOLLOW_UP] = CFA_SAY_TYPE_FOLLOW_UP,
};

static const cfa_saying statuses[] = {
    [CFA_CASE_ACTIVE] = CFA_SAY_STATUS_ACTIVE,
    [CFA_CASE_FOLLOW_UP] = CFA_SAY_STATUS_FOLLOW_UP,
    [CFA_CASE_CLOSED] = CFA_SAY_STATUS_CLOSED,
};

/* None of the number of a page, which few know. */
static const cfa_saying fields[CFA_FIELDS] = {
    [CFA_FIELD_CASE] = CFA_SAY_HELP_FIELD_CASE,
    [CFA_FIELD_COUNTRY] = CFA_SAY_HELP_FIELD_COUNTRY,
    [CFA_FIELD_REPORT] = CFA_SAY_HELP_FIELD_REPORT,
    [CFA_FIELD_PARAGRAPH] = CFA_SAY_HELP_FIELD_PARAGRAPH,
    [CFA_FIELD_YEAR] = CFA_SAY_HELP_FIELD_YEAR,
    [CFA_FIELD_SECTION] = CFA_SAY_HELP_FIELD_SECTION,
    [CFA_FIELD_TYPE] = CFA_SAY_HELP_FIELD_TYPE,
    [CFA_FIELD_STATUS] = CFA_SAY_HELP_FIELD_STATUS,
    [CFA_FIELD_LANGUAGE] = CFA_SAY_HELP_FIELD_LANGUAGE,
    [CFA_FIELD_CITES] = CFA_SAY_HELP_FIELD_CITES,
    [CFA_FIELD_CONVENTION] = CFA_SAY_HELP_FIELD_CONVENTION,
};

const char *cfa_say(cfa_saying name, cfa_language language)
{
    return strings[name][language != CFA_LANGUAGE_UNKNOWN ? language - CFA_ENGLISH : 0];
}

char *cfa_say_filled(cfa_saying name, cfa_language language, ...)
{
    const char *values[9] = {NULL};
    guint count = 0;
    va_list list;
    va_start(list, language);
    for (const char *value; count < G_N_ELEMENTS(values) && (value = va_arg(list, const char *)) != NULL;)
        values[count++] = value;
    va_end(list);
    GString *text = g_string_new(NULL);
    for (const char *at = cfa_say(name, language); *at != '\0'; at++) {
        const guint place = at[0] == '{' && g_ascii_isdigit(at[1]) && at[2] == '}' ? (guint)(at[1] - '0') : 0;
        if (place >= 1 && place <= count) {
            g_string_append(text, values[place - 1]);
            at += 2;
        } else {
            g_string_append_c(text, *at);
        }
    }
    return g_string_free(text, FALSE);
}

const char *cfa_say_section(cfa_section section, cfa_language language)
{
    return cfa_say(sections[section], language);
}

const char *cfa_say_type(cfa_report_type type, cfa_language language)
{
    return type != CFA_TYPE_UNKNOWN ? cfa_say(types[type], language) : NULL;
}

const char *cfa_say_status(cfa_case_status status, cfa_language language)
{
    return status != CFA_CASE_UNKNOWN ? cfa_say(statuses[status], language) : NULL;
}

const char *cfa_say_field(cfa_field field, cfa_language language)
{
    return field != CFA_FIELD_TEXT ? cfa_say(fields[field], language) : NULL;
}

const char *cfa_say_language(cfa_language language)
{
    static const char *const names[] = {
        [CFA_ENGLISH] = "English", [CFA_FRENCH] = "Français", [CFA_SPANISH] = "Español"};
    return names[language];
}

char *cfa_say_date(cfa_date date, cfa_language language)
{
    const char *between = language == CFA_SPANISH ? " de " : " ";
    if (date.year == 0)
        return g_strdup("");
    if (date.month < 1 || date.month > 12)
        return g_strdup_printf("%d", date.year);
    const char *month = cfa_say((cfa_saying)(CFA_SAY_JANUARY + date.month - 1), language);
    if (date.day == 0)
        return g_strdup_printf("%s%s%d", month, between, date.year);
    const char *ordinal = language == CFA_FRENCH && date.day == 1 ? "er" : "";
    return g_strdup_printf("%d%s%s%s%s%d", date.day, ordinal, between, month, between, date.year);
}

char *cfa_say_count(guint count, cfa_saying one, cfa_saying many, cfa_language language)
{
    g_autofree char *number = cfa_say_number(count, language);
    return count == 1 ? g_strdup(cfa_say(one, language)) : cfa_say_filled(many, language, number, NULL);
}

char *cfa_say_interval(cfa_interval interval, cfa_language language)
{
    if (interval.years < 0)
        return g_strdup("");
    g_autofree char *years = cfa_say_count((guint)interval.years, CFA_SAY_ONE_YEAR, CFA_SAY_YEARS, language);
    if (interval.months < 0)
        return interval.years == 0 ? g_strdup(cfa_say(CFA_SAY_LESS_THAN_YEAR, language))
                                   : cfa_say_filled(CFA_SAY_ABOUT_YEARS, language, years, NULL);
    g_autofree char *rest =
        cfa_say_count((guint)interval.months, CFA_SAY_ONE_MONTH, CFA_SAY_MONTHS, language);
    if (interval.years == 0)
        return interval.months == 0 ? g_strdup(cfa_say(CFA_SAY_LESS_THAN_MONTH, language))
                                    : g_steal_pointer(&rest);
    return interval.months == 0 ? g_steal_pointer(&years)
                                : cfa_say_filled(CFA_SAY_YEARS_AND_MONTHS, language, years, rest, NULL);
}

char *cfa_say_number(guint number, cfa_language language)
{
    g_autofree char *digits = g_strdup_printf("%u", number);
    const gsize length = strlen(digits);
    /* Spanish does not part four digits. */
    if (language == CFA_SPANISH && length <= 4)
        return g_steal_pointer(&digits);
    GString *text = g_string_new(NULL);
    for (gsize i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            g_string_append(text, language == CFA_FRENCH || language == CFA_SPANISH ? "\u202F" : ",");
        g_string_append_c(text, digits[i]);
    }
    return g_string_free(text, FALSE);
}
