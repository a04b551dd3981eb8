#include "counted.h"

#include <stdio.h>

enum {
    STRING_MAX = 255,
    TIME = 4,          /* bytes of it */
    AFTER_STRINGS = 5, /* bytes of the head: year, type, statuses, language */
    AFTER_HEAD = 4,    /* number, section */
    NUMBER_MAX = (1 << 24) - 1
};

static const char *const names[CFA_FACETS] = {
    [CFA_FACET_COUNTRY] = "country",       [CFA_FACET_YEAR] = "year",         [CFA_FACET_TYPE] = "type",
    [CFA_FACET_STATUS] = "status",         [CFA_FACET_LANGUAGE] = "language", [CFA_FACET_SECTION] = "section",
    [CFA_FACET_CONVENTION] = "convention",
};

const char *cfa_facet_name(cfa_facet facet)
{
    return names[facet];
}

/* ---- writing ---- */

static void put_byte(GString *bytes, guint byte)
{
    g_string_append_c(bytes, (char)(guint8)byte);
}

/* What is too long is cut between characters. */
static void put_string(GString *bytes, const char *text, gsize length)
{
    gsize kept = MIN(length, STRING_MAX);
    while (kept < length && kept > 0 && (text[kept] & 0xC0) == 0x80)
        kept--;
    put_byte(bytes, (guint)kept);
    g_string_append_len(bytes, text, (gssize)kept);
}

void cfa_counted_encode(GString *bytes, const cfa_counted *counted)
{
    const guint number = MIN(counted->number, NUMBER_MAX);
    g_string_truncate(bytes, 0);
    put_string(bytes, counted->run, counted->run_length);
    for (guint i = 0; i < TIME; i++)
        put_byte(bytes, counted->time >> 8 * (TIME - 1 - i));
    put_string(bytes, counted->country, counted->country_length);
    put_byte(bytes, counted->year >> 8);
    put_byte(bytes, counted->year);
    put_byte(bytes, counted->type);
    put_byte(bytes, counted->statuses);
    put_byte(bytes, counted->language);
    put_byte(bytes, number >> 16);
    put_byte(bytes, number >> 8);
    put_byte(bytes, number);
    put_byte(bytes, counted->section);
    g_string_append_len(bytes, (const char *)counted->conventions, (gssize)counted->convention_count);
}

/* ---- reading ---- */

/* Reads a string at `at`; the byte after it, or NULL where the bytes end before. */
static const guint8 *get_string(const guint8 *at, const guint8 *end, const char **text, gsize *length)
{
    if (at == NULL || at == end || (gsize)(end - at - 1) < *at)
        return NULL;
    *text = (const char *)at + 1;
    *length = *at;
    return at + 1 + *length;
}

static const guint8 *get_time(const guint8 *at, const guint8 *end, guint32 *time)
{
    if (at == NULL || end - at < TIME)
        return NULL;
    for (guint i = 0; i < TIME; i++)
        *time = *time << 8 | at[i];
    return at + TIME;
}

gboolean cfa_counted_decode(cfa_counted *counted, const char *bytes, gsize size)
{
    const guint8 *start = (const guint8 *)bytes;
    const guint8 *end = size > 0 ? start + size : start; /* nothing is added to NULL */
    *counted = (cfa_counted){0};
    const guint8 *at = get_string(start, end, &counted->run, &counted->run_length);
    at = get_time(at, end, &counted->time);
    counted->facet_head = at != NULL ? (gsize)(at - start) : 0;
    at = get_string(at, end, &counted->country, &counted->country_length);
    if (at == NULL || end - at < AFTER_STRINGS + AFTER_HEAD)
        return FALSE;
    if (at[2] > CFA_TYPE_FOLLOW_UP || at[4] > CFA_LANGUAGES || at[8] > CFA_SECTION_RECOMMENDATIONS)
        return FALSE;
    counted->year = (guint)at[0] << 8 | at[1];
    counted->type = (cfa_report_type)at[2];
    counted->statuses = at[3];
    counted->language = (cfa_language)at[4];
    counted->head = (gsize)(at - start) + AFTER_STRINGS;
    counted->number = (guint)at[5] << 16 | (guint)at[6] << 8 | at[7];
    counted->section = (cfa_section)at[8];
    counted->conventions = at + AFTER_STRINGS + AFTER_HEAD;
    counted->convention_count = (gsize)(end - counted->conventions);
    return TRUE;
}

/* ---- values ---- */

static void visit_name(cfa_facet facet, const char *name, cfa_counted_visitor visit, gpointer data)
{
    if (name != NULL && name[0] != '\0')
        visit(facet, name, data);
}

static void visit_number(cfa_facet facet, guint number, cfa_counted_visitor visit, gpointer data)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%u", number);
    if (number > 0)
        visit(facet, digits, data);
}

void cfa_counted_visit_text(const cfa_counted *counted, cfa_counted_visitor visit, gpointer data)
{
    g_autofree char *country = g_strndup(counted->country, counted->country_length);
    g_strdelimit(country, "\t\r\n", ' '); /* a value is one line of one field */
    visit_name(CFA_FACET_COUNTRY, country, visit, data);
    visit_number(CFA_FACET_YEAR, counted->year, visit, data);
    visit_name(CFA_FACET_TYPE, cfa_report_type_name(counted->type), visit, data);
    for (guint status = CFA_CASE_ACTIVE; status <= CFA_CASE_CLOSED; status++)
        if ((counted->statuses & 1u << status) != 0)
            visit_name(CFA_FACET_STATUS, cfa_case_status_name((cfa_case_status)status), visit, data);
    visit_name(CFA_FACET_LANGUAGE, cfa_language_code(counted->language), visit, data);
}

void cfa_counted_visit_paragraph(const cfa_counted *counted, cfa_counted_visitor visit, gpointer data)
{
    visit_name(CFA_FACET_SECTION, cfa_section_name(counted->section), visit, data);
    for (gsize i = 0; i < counted->convention_count; i++)
        visit_number(CFA_FACET_CONVENTION, counted->conventions[i], visit, data);
}
