#include "printed.h"

#include "header.h"
#include "labels.h"

#include <string.h>

enum { HEAD_BYTES = 120, REPEATED = 3 };

/* ---- running heads ---- */

/* The next line, if it is there and has not been dropped by then. */
static gboolean stands_alone(const cfa_lines *lines, guint at)
{
    const cfa_line *line = &lines->at[at];
    gboolean before = line->after_empty || at == 0 || line[-1].kind == CFA_LINE_DROPPED;
    gboolean behind = at + 1 >= lines->count || line[1].after_empty;
    return before || behind;
}

/* "12", "– 12 –", "xiv", "Page 12". */
static gboolean is_page_number(const cfa_line *line)
{
    enum { NUMBER_BYTES = 16, DIGITS = 4 };
    if (line->length > NUMBER_BYTES)
        return FALSE;
    g_autofree char *folded = cfa_line_fold(line);
    const char *number = g_str_has_prefix(folded, "page ") ? folded + strlen("page ") : folded;
    gsize length = strlen(number);
    return length > 0 && ((length <= DIGITS && strspn(number, "0123456789") == length) ||
                          (length <= 5 && strspn(number, "ivxl") == length));
}

/* "GB.341/INS/12/1", with a page number or a date beside it, or the name of the file that was printed. */
static gboolean is_reference(const cfa_line *line)
{
    enum { REFERENCE_BYTES = 70 };
    if (line->length > REFERENCE_BYTES)
        return FALSE;
    const char *at = g_strstr_len(line->text, line->length, "GB.");
    if (at != NULL && at + 3 < line->text + line->length && g_ascii_isdigit(at[3]))
        return at == line->text || line->text[0] == '|' || g_ascii_isdigit(line->text[0]);
    return g_str_has_prefix(line->text, "GB") && g_strstr_len(line->text, line->length, ".doc") != NULL;
}

static char *without_digits(const cfa_line *line)
{
    GString *key = g_string_sized_new(line->length);
    for (guint32 i = 0; i < line->length; i++) {
        if (!g_ascii_isdigit(line->text[i]))
            g_string_append_c(key, line->text[i]);
    }
    return g_string_free(key, FALSE);
}

/* Lines that come back because cases are alike, not because pages are. */
static gboolean is_label(const cfa_line *line)
{
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    char *country = NULL;
    cfa_language language;
    g_autofree char *folded = cfa_line_fold(line);
    gboolean label = cfa_header_read_case_title(line->text, line->length, numbers, &country) ||
                     cfa_label_type(folded) != CFA_TYPE_UNKNOWN || cfa_label_heading(folded).known ||
                     cfa_label_complaint_against(line->text, line->length, &language) > 0 ||
                     cfa_label_before_presented(line->text, line->length) == 0;
    g_array_free(numbers, TRUE);
    g_free(country);
    return label;
}

static gboolean may_be_head(const cfa_lines *lines, guint at)
{
    const cfa_line *line = &lines->at[at];
    return line->kind == CFA_LINE_TEXT && line->length <= HEAD_BYTES && !(line->number != 0 && line->stop) &&
           stands_alone(lines, at) && !g_unichar_islower(g_utf8_get_char(line->text));
}

void cfa_printed_drop_running_heads(cfa_lines *lines)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < lines->count; i++) {
        cfa_line *line = &lines->at[i];
        if (line->kind != CFA_LINE_TEXT || line->length > HEAD_BYTES)
            continue;
        if (is_reference(line) || (stands_alone(lines, i) && is_page_number(line))) {
            line->kind = CFA_LINE_DROPPED;
        } else if (may_be_head(lines, i) && !cfa_line_ends_sentence(line->text, line->length)) {
            char *key = without_digits(line);
            guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
            g_hash_table_replace(counts, key, GUINT_TO_POINTER(count + 1));
        }
    }
    for (guint i = 0; i < lines->count; i++) {
        cfa_line *line = &lines->at[i];
        if (!may_be_head(lines, i) || cfa_line_ends_sentence(line->text, line->length))
            continue;
        g_autofree char *key = without_digits(line);
        if (GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) >= REPEATED && !is_label(line))
            line->kind = CFA_LINE_DROPPED;
    }
}

/* ---- the table of contents ---- */

/* The place before the number, or range of numbers, that the text ends in; the length where it ends in
 * none. */
static gsize before_last_number(const char *text, gsize length)
{
    gsize at = length;
    while (at > 0 && (g_ascii_isdigit(text[at - 1]) || text[at - 1] == '-' || (guchar)text[at - 1] >= 0x80))
        at--;
    return at < length && g_ascii_isdigit(text[length - 1]) ? at : length;
}

static gboolean ends_in_number(const cfa_line *line, gsize *end)
{
    enum { ENTRY_BYTES = 400 };
    if (line->length > ENTRY_BYTES || line->kind == CFA_LINE_DROPPED)
        return FALSE;
    *end = before_last_number(line->text, line->length);
    return *end > 0 && *end < line->length;
}

/* A title with dots or tabs up to the number at its end: no sentence looks like it. */
static gboolean has_leaders(const cfa_line *line)
{
    gsize end;
    return ends_in_number(line, &end) && (g_strstr_len(line->text, line->length, "....") != NULL ||
                                          g_strstr_len(line->text, line->length, ". . .") != NULL ||
                                          g_strstr_len(line->text, line->length, "&htab;") != NULL);
}

/* A title with a page number at its end, after dots or wide blanks, or with two numbers or a range. */
static gboolean is_entry(const cfa_line *line)
{
    gsize end;
    if (!ends_in_number(line, &end))
        return FALSE;
    if (has_leaders(line))
        return TRUE;
    gsize range = line->length - end;
    gboolean is_range = memchr(line->text + end, '-', range) != NULL ||
                        g_strstr_len(line->text + end, (gssize)range, "–") != NULL;
    gsize title = end;
    while (title > 0 && line->text[title - 1] == ' ')
        title--;
    return is_range || end - title > 2 || before_last_number(line->text, title) < title;
}

static gboolean is_introduction(const cfa_line *line)
{
    g_autofree char *folded = cfa_line_fold(line);
    return strcmp(folded, "introduction") == 0 || strcmp(folded, "introduccion") == 0;
}

/* The line after the table that begins at `from`: entries follow each other at most a few lines apart. */
static guint contents_end(const cfa_lines *lines, guint from)
{
    enum { ENTRY_LINES = 12 };
    guint end = from;
    for (guint i = from; i < lines->count && i <= end + ENTRY_LINES; i++) {
        const cfa_line *line = &lines->at[i];
        if (is_entry(line))
            end = i + 1;
        else if ((line->number == 1 && line->stop && line->kind != CFA_LINE_DROPPED) || is_introduction(line))
            break;
    }
    return end;
}

static void drop_lines(cfa_lines *lines, guint from, guint end)
{
    for (guint i = from; i < end; i++)
        lines->at[i].kind = CFA_LINE_DROPPED;
}

void cfa_printed_drop_contents(cfa_lines *lines)
{
    enum { TOP_LINES = 400, ENTRIES = 3 };
    guint entries = 0, first = 0;
    for (guint i = 0; i < MIN(lines->count, TOP_LINES); i++) {
        cfa_line *line = &lines->at[i];
        if (line->kind == CFA_LINE_DROPPED)
            continue;
        g_autofree char *folded = cfa_line_fold(line);
        gboolean titled = cfa_label_is_contents(folded);
        if (has_leaders(line) && entries++ == 0)
            first = i;
        if (!titled && entries < ENTRIES)
            continue;
        guint end = contents_end(lines, titled ? i + 1 : first);
        drop_lines(lines, titled ? i : first, end);
        entries = 0;
        i = MAX(i, end > 0 ? end - 1 : 0);
    }
}
