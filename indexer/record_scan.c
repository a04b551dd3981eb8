#include "record_scan.h"

#include <string.h>

enum {
    NAME_BYTES = 32, /* of a name out of a table, or a date */
    DIGITS = 9       /* of a number that fits */
};

typedef struct scanner {
    const char *at, *end;
} scanner;

static gboolean skip(scanner *this, const char *what)
{
    const gsize length = strlen(what);
    if ((gsize)(this->end - this->at) < length || memcmp(this->at, what, length) != 0)
        return FALSE;
    this->at += length;
    return TRUE;
}

/* What a letter after a backslash stands for; NUL for what it may not be, and for the digits of a character
 * that has no letter. */
static char escaped(char letter)
{
    static const char letters[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
    const char *found = letter != '\0' ? strchr(letters, letter) : NULL;
    return found != NULL ? bytes[found - letters] : '\0';
}

/* Where the quote stands that ends a string; NULL where none does, or a byte is in it that may not be. */
static const char *string_end(const scanner *this, gboolean *has_escapes)
{
    *has_escapes = FALSE;
    for (const char *at = this->at; at < this->end; at++) {
        if (*at == '"')
            return at;
        if ((guchar)*at < ' ')
            return NULL;
        if (*at == '\\') {
            *has_escapes = TRUE;
            if (++at == this->end || escaped(*at) == '\0')
                return NULL;
        }
    }
    return NULL;
}

static void undo_escapes(char *text)
{
    char *to = text;
    for (const char *from = text; *from != '\0'; from++)
        *to++ = *from == '\\' ? escaped(*++from) : *from;
    *to = '\0';
}

/* A string, or null, which gives NULL. The caller frees. */
static gboolean scan_text(scanner *this, char **text)
{
    gboolean has_escapes;
    if (skip(this, "null"))
        return TRUE;
    if (!skip(this, "\""))
        return FALSE;
    const char *end = string_end(this, &has_escapes);
    if (end == NULL)
        return FALSE;
    *text = g_strndup(this->at, (gsize)(end - this->at));
    if (has_escapes)
        undo_escapes(*text);
    this->at = end + 1;
    return TRUE;
}

/* A short string without escapes, in `name`, or null. *found is NULL or `name`. */
static gboolean scan_name(scanner *this, char name[static NAME_BYTES], const char **found)
{
    gboolean has_escapes;
    *found = NULL;
    if (skip(this, "null"))
        return TRUE;
    if (!skip(this, "\""))
        return FALSE;
    const char *end = string_end(this, &has_escapes);
    if (end == NULL || has_escapes || end - this->at >= NAME_BYTES)
        return FALSE;
    memcpy(name, this->at, (gsize)(end - this->at));
    name[end - this->at] = '\0';
    this->at = end + 1;
    *found = name;
    return TRUE;
}

/* A number above 0, or null, which gives 0. */
static gboolean scan_number(scanner *this, guint *number)
{
    *number = 0;
    if (skip(this, "null"))
        return TRUE;
    const char *start = this->at;
    while (this->at < this->end && g_ascii_isdigit(*this->at) && this->at - start < DIGITS)
        *number = *number * 10 + (guint)(*this->at++ - '0');
    return this->at > start && *start != '0';
}

/* A list, item by item. */
static gboolean scan_list(scanner *this, gboolean (*scan_item)(scanner *this, gpointer data), gpointer data)
{
    if (!skip(this, "["))
        return FALSE;
    if (skip(this, "]"))
        return TRUE;
    do {
        if (!scan_item(this, data))
            return FALSE;
    } while (skip(this, ","));
    return skip(this, "]");
}

static gboolean scan_case(scanner *this, gpointer data)
{
    char code[NAME_BYTES], date[NAME_BYTES], status[NAME_BYTES];
    const char *code_found, *date_found, *status_found;
    cfa_case *one = cfa_case_text_add_case(data, 0);
    if (!skip(this, "{\"number\":") || !scan_number(this, &one->number) || !skip(this, ",\"country\":") ||
        !scan_text(this, &one->country) || !skip(this, ",\"country_code\":") ||
        !scan_name(this, code, &code_found) || !skip(this, ",\"complaint_date\":") ||
        !scan_name(this, date, &date_found) || !skip(this, ",\"status\":") ||
        !scan_name(this, status, &status_found) || !skip(this, "}"))
        return FALSE;
    cfa_case_set_country_code(one, code_found);
    one->complaint_date = cfa_date_parse_iso(date_found);
    cfa_case_status_parse(status_found, &one->status);
    return TRUE;
}

static gboolean scan_language(scanner *this, gpointer data)
{
    cfa_case_text *text = data;
    char name[NAME_BYTES];
    const char *found;
    if (!scan_name(this, name, &found))
        return FALSE;
    const cfa_language one = cfa_language_parse(found);
    if (one != CFA_LANGUAGE_UNKNOWN)
        text->languages |= CFA_LANGUAGE_BIT(one);
    return TRUE;
}

/* A number that may be 0. */
static gboolean scan_place(scanner *this, guint *number)
{
    *number = 0;
    return skip(this, ",0") || (skip(this, ",") && scan_number(this, number));
}

static gboolean scan_mention(scanner *this, gpointer paragraph)
{
    char id[NAME_BYTES];
    const char *found;
    guint offset, length;
    return skip(this, "[") && scan_name(this, id, &found) && found != NULL && scan_place(this, &offset) &&
           scan_place(this, &length) && skip(this, "]") &&
           cfa_paragraph_restore_mention(paragraph, found, offset, length);
}

static gboolean scan_paragraph(scanner *this, cfa_case_text *text)
{
    char name[NAME_BYTES];
    const char *section;
    cfa_paragraph *paragraph = cfa_case_text_add_paragraph(text, 0);
    if (!skip(this, "{\"paragraph\":") || !scan_number(this, &paragraph->number) ||
        !skip(this, ",\"section\":") || !scan_name(this, name, &section) || !skip(this, ",\"text\":") ||
        !scan_text(this, &paragraph->text) || !skip(this, ",\"mentions\":") ||
        !scan_list(this, scan_mention, paragraph))
        return FALSE;
    cfa_section_parse(section, &paragraph->section);
    return paragraph->number > 0 && paragraph->text != NULL && skip(this, "}");
}

static gboolean scan_case_text(scanner *this, cfa_case_text *text)
{
    char date[NAME_BYTES], type[NAME_BYTES], language[NAME_BYTES];
    const char *date_found, *type_found, *language_found;
    if (!skip(this, "{\"source\":") || !scan_text(this, &text->source) || !skip(this, ",\"text_id\":") ||
        !scan_text(this, &text->text_id) || !skip(this, ",\"url\":") || !scan_text(this, &text->url) ||
        !skip(this, ",\"report\":") || !scan_number(this, &text->report) ||
        !skip(this, ",\"report_date\":") || !scan_name(this, date, &date_found) ||
        !skip(this, ",\"cases\":") || !scan_list(this, scan_case, text) || !skip(this, ",\"type\":") ||
        !scan_name(this, type, &type_found) || !skip(this, ",\"lang\":") ||
        !scan_name(this, language, &language_found) || !skip(this, ",\"languages\":") ||
        !scan_list(this, scan_language, text))
        return FALSE;
    text->report_date = cfa_date_parse_iso(date_found);
    text->language = cfa_language_parse(language_found);
    cfa_report_type_parse(type_found, &text->type);
    return TRUE;
}

static gboolean scan(scanner *this, cfa_record_members *members)
{
    return scan_case_text(this, members->text) && skip(this, ",\"stem\":") &&
           scan_text(this, &members->stem) && members->stem != NULL && skip(this, ",\"subject\":") &&
           scan_text(this, &members->text->subject) && skip(this, ",\"first\":") &&
           scan_number(this, &members->first) && skip(this, ",\"last\":") &&
           scan_number(this, &members->last) && members->first > 0 && members->last >= members->first &&
           skip(this, ",\"paragraphs\":[") && scan_paragraph(this, members->text) && skip(this, "]}") &&
           this->at == this->end;
}

gboolean cfa_record_scan(const char *data, gsize length, cfa_record_members *members)
{
    if (length == 0 || !g_utf8_validate(data, (gssize)length, NULL))
        return FALSE;
    scanner this = {data, data + length};
    *members = (cfa_record_members){.text = cfa_case_text_new()};
    if (scan(&this, members))
        return TRUE;
    cfa_case_text_free(members->text);
    g_free(members->stem);
    *members = (cfa_record_members){0};
    return FALSE;
}
