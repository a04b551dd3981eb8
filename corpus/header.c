#include "header.h"

#include "country.h"
#include "labels.h"
#include "word.h"

#include <string.h>

static const char *const SEPARATORS[] = {" - ", " – ", " — "};

/* A piece of a line. */
typedef struct piece {
    const char *text;
    gsize length;
} piece;

static piece trim(piece it, const char *also)
{
    while (it.length > 0 && (*it.text == ' ' || strchr(also, *it.text) != NULL)) {
        it.text++;
        it.length--;
    }
    while (it.length > 0 && it.text[it.length - 1] == ' ')
        it.length--;
    return it;
}

static piece after(piece it, gsize bytes)
{
    return (piece){it.text + bytes, it.length - bytes};
}

/* The offset of the first separator (the last one where `last`), or the whole length; *size is its bytes. */
static gsize find_separator(piece it, gboolean last, gsize *size)
{
    gsize found = it.length;
    *size = 0;
    for (gsize i = 0; i < it.length; i++) {
        if (it.text[i] != ' ')
            continue;
        for (gsize k = 0; k < G_N_ELEMENTS(SEPARATORS); k++) {
            gsize length = strlen(SEPARATORS[k]);
            if (it.length - i >= length && memcmp(it.text + i, SEPARATORS[k], length) == 0) {
                found = i;
                *size = length;
            }
        }
        if (!last && found == i)
            break;
    }
    return found;
}

static char *fold(piece it)
{
    return cfa_word_fold(it.text, it.length);
}

static gsize until_digit(piece it)
{
    gsize at = 0;
    while (at < it.length && !g_ascii_isdigit(it.text[at]))
        at++;
    return at;
}

static guint read_digits(piece *it, gsize most)
{
    gsize count = 0;
    guint value = 0;
    while (count < it->length && g_ascii_isdigit(it->text[count])) {
        if (count < most)
            value = value * 10 + (guint)(it->text[count] - '0');
        count++;
    }
    *it = after(*it, count);
    return count <= most ? value : 0;
}

/* "Report No 991, March 2017". */
static gboolean read_report_number(piece it, cfa_header_report *header)
{
    enum { REPORT_DIGITS = 4, LABEL_BYTES = 30 };
    gsize label = until_digit(it);
    if (label == it.length || label > LABEL_BYTES)
        return FALSE;
    g_autofree char *folded = fold((piece){it.text, label});
    if (!cfa_label_is_report(folded))
        return FALSE;
    piece rest = after(it, label);
    header->report = read_digits(&rest, REPORT_DIGITS);
    rest = trim(rest, ",.");
    header->date = cfa_date_parse_report(rest.text, rest.length);
    return header->report != 0 && (rest.length == 0 || header->date.year != 0);
}

gboolean cfa_header_read_report(const char *line, gsize length, cfa_header_report *header)
{
    enum { LINE_BYTES = 300 };
    piece it = trim((piece){line, length}, "");
    gsize size;
    if (it.length == 0 || it.length > LINE_BYTES)
        return FALSE;
    gsize separator = find_separator(it, TRUE, &size);
    *header = (cfa_header_report){0};
    if (size == 0)
        return read_report_number(it, header);
    g_autofree char *type = fold((piece){it.text, separator});
    header->type = cfa_label_type(type);
    return read_report_number(trim(after(it, separator + size), ""), header);
}

gsize cfa_header_bracket(const char *text, gsize length)
{
    guint depth = 0;
    for (gsize i = 0; i < length; i++) {
        depth += text[i] == '(';
        if (depth == 0)
            return 0;
        if (text[i] == ')' && --depth == 0)
            return i + 1;
    }
    return 0;
}

void cfa_header_set_country(cfa_case *one, const char *name, gsize length)
{
    piece it = trim((piece){name, length}, "");
    if (it.length == 0)
        return;
    g_free(one->country);
    one->country = g_strndup(it.text, it.length);
    cfa_case_set_country_code(one, cfa_country_code(it.text, it.length));
}

/* The number after the label of a case; *it goes on behind it. 0 when there is none. */
static guint read_case_number(piece *it)
{
    enum { CASE_DIGITS = 4, LABEL_BYTES = 20 };
    gsize label = until_digit(*it);
    if (label == it->length || label > LABEL_BYTES)
        return 0;
    g_autofree char *folded = fold((piece){it->text, label});
    if (!cfa_label_is_case(folded))
        return 0;
    *it = after(*it, label);
    return read_digits(it, CASE_DIGITS);
}

/* What a header's second line is made of; the country without its brackets. */
typedef struct case_line {
    guint number;
    cfa_language language; /* of the page */
    piece country, date, status;
} case_line;

/* "Case No 9901 (Ruritania) - Complaint date:": number and country; *it goes on behind the label of the
 * date. */
static gboolean read_case_labels(piece *it, case_line *read)
{
    *read = (case_line){0};
    read->number = read_case_number(it);
    if (read->number == 0)
        return FALSE;
    *it = trim(*it, "");
    /* The name may hold brackets and dashes itself, so it is taken before anything is split. */
    gsize bracket = cfa_header_bracket(it->text, it->length);
    if (bracket > 0) {
        read->country = (piece){it->text + 1, bracket - 2};
        *it = trim(after(*it, bracket), "-");
    }
    *it = trim(*it, "-");
    const char *colon = memchr(it->text, ':', it->length);
    if (colon == NULL)
        return FALSE;
    g_autofree char *label = fold((piece){it->text, (gsize)(colon - it->text)});
    read->language = cfa_label_complaint_date(label);
    if (read->language == CFA_LANGUAGE_UNKNOWN)
        return FALSE;
    *it = trim(after(*it, (gsize)(colon - it->text)), ":");
    return TRUE;
}

static gboolean read_case_line(const char *line, gsize length, case_line *read)
{
    enum { LINE_BYTES = 700 };
    piece it = trim((piece){line, length}, "");
    *read = (case_line){0};
    if (it.length == 0 || it.length > LINE_BYTES || !read_case_labels(&it, read))
        return FALSE;
    gsize size;
    gsize separator = find_separator(it, FALSE, &size);
    read->date = (piece){it.text, separator};
    read->status = after(it, separator + size);
    return TRUE;
}

guint cfa_header_case_number(const char *line, gsize length, cfa_header_end *end)
{
    enum { DATE_BYTES = 14 };
    case_line read;
    if (!read_case_line(line, length, &read))
        return 0;
    if (end != NULL)
        *end = read.date.length > DATE_BYTES ? CFA_ENDS_IN_COMPLAINANT
               : read.status.length > 0      ? CFA_ENDS_IN_STATUS
                                             : CFA_ENDS_AT_DATE;
    return read.number;
}

/* Tells of what is there and says nothing to us: the site may have a new form of it. */
static void warn_of_unread(cfa_case_text *text, piece it, const char *code, const char *what)
{
    enum { SHOWN_BYTES = 60 };
    it = trim(it, "-");
    if (it.length > 0)
        cfa_case_text_warn(text, code, "\"%.*s\" is no %s that can be read", (int)MIN(it.length, SHOWN_BYTES),
                           it.text, what);
}

gboolean cfa_header_read_case(const char *line, gsize length, cfa_case_text *text)
{
    case_line read;
    if (!read_case_line(line, length, &read))
        return FALSE;
    if (cfa_cases_find(text->cases, read.number) != NULL)
        return TRUE;
    cfa_case *one = cfa_case_text_add_case(text, read.number);
    cfa_header_set_country(one, read.country.text, read.country.length);
    one->complaint_date = cfa_date_parse_complaint(read.date.text, read.date.length);
    g_autofree char *status = fold(read.status);
    one->status = cfa_label_status(status);
    if (one->complaint_date.year == 0)
        warn_of_unread(text, read.date, "date-unread", "date of a complaint");
    if (one->status == CFA_CASE_UNKNOWN)
        warn_of_unread(text, read.status, "status-unread", "status of a case");
    return TRUE;
}

/* The bytes of "03-AUG-20" or "03-AOÛT -20" at the beginning, which nothing parts from what follows; 0 for no
 * date. */
static gsize date_length(piece it)
{
    enum { MONTH_BYTES = 12, YEAR_DIGITS = 2 };
    gsize at = 0;
    while (at < it.length && at < 2 && g_ascii_isdigit(it.text[at]))
        at++;
    if (at == 0 || at >= it.length || it.text[at] != '-')
        return 0;
    const char *hyphen = memchr(it.text + at + 1, '-', MIN(it.length - at - 1, MONTH_BYTES));
    if (hyphen == NULL)
        return 0;
    at = (gsize)(hyphen - it.text) + 1;
    const gsize end = at + YEAR_DIGITS;
    while (at < it.length && at < end && g_ascii_isdigit(it.text[at]))
        at++;
    return at == end ? at : 0;
}

gboolean cfa_header_read_listed(const char *line, gsize length, cfa_case *one, cfa_header_listed *listed)
{
    case_line read;
    piece it = trim((piece){line, length}, "");
    if (it.length == 0 || !read_case_labels(&it, &read))
        return FALSE;
    const gsize date = date_length(it);
    one->number = read.number;
    one->complaint_date = cfa_date_parse_complaint(it.text, date);
    cfa_header_set_country(one, read.country.text, read.country.length);
    it = trim(after(it, date), "");
    *listed = (cfa_header_listed){it.text, it.length, read.language};
    return TRUE;
}

/* Skips what parts the numbers of a list: commas, "and", "et", "y". FALSE where no further number follows. */
static gboolean skip_to_number(piece *it)
{
    piece rest = trim(*it, ",");
    gsize word = until_digit(rest);
    if (word == rest.length || word > 4)
        return FALSE;
    g_autofree char *folded = fold((piece){rest.text, word});
    if (*folded != '\0' && strcmp(folded, "and") != 0 && strcmp(folded, "et") != 0 &&
        strcmp(folded, "y") != 0)
        return FALSE;
    *it = after(rest, word);
    return TRUE;
}

gboolean cfa_header_read_case_title(const char *line, gsize length, GArray *numbers, char **country)
{
    enum { LINE_BYTES = 300, CASE_DIGITS = 4 };
    piece it = trim((piece){line, length}, "");
    *country = NULL;
    if (it.length == 0 || it.length > LINE_BYTES || (it.text[0] != 'C' && it.text[0] != 'c'))
        return FALSE;
    guint before = numbers->len;
    for (guint number = read_case_number(&it); number != 0;
         number = skip_to_number(&it) ? read_digits(&it, CASE_DIGITS) : 0)
        g_array_append_val(numbers, number);
    it = trim(it, "");
    gsize bracket = cfa_header_bracket(it.text, it.length);
    piece rest = trim(after(it, bracket), ".:");
    if (numbers->len == before || rest.length > 0) {
        g_array_set_size(numbers, before);
        return FALSE;
    }
    if (bracket > 2)
        *country = g_strndup(it.text + 1, bracket - 2);
    return TRUE;
}
