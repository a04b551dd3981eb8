#include "normlex.h"

#include "body.h"
#include "header.h"
#include "labels.h"
#include "sequence.h"

#include <string.h>

enum { TOP_LINES = 200, SUBJECT_BYTES = 20000 };

/* What the lines above the first paragraph have said. */
typedef struct page_top {
    cfa_header_report report;
    gboolean has_report, has_case;
    cfa_page_language language;
    char *subject;
} page_top;

/* ---- the top of the page ---- */

/* "Allegations: …": the rest of its line, and the lines it goes on in where the page is hard-wrapped. */
static gboolean read_subject(cfa_lines *lines, guint at, page_top *top)
{
    enum { LABEL_BYTES = 20 };
    cfa_line *line = &lines->at[at];
    const char *colon = memchr(line->text, ':', MIN(line->length, LABEL_BYTES));
    if (colon == NULL)
        return FALSE;
    gsize label = (gsize)(colon - line->text);
    cfa_language language = cfa_label_allegations(line->text, label);
    if (language == CFA_LANGUAGE_UNKNOWN)
        return FALSE;
    g_autoptr(GString) subject = g_string_new_len(colon + 1, (gssize)(line->length - label - 1));
    line->kind = CFA_LINE_DROPPED;
    for (guint i = at + 1; i < lines->count && subject->len < SUBJECT_BYTES; i++) {
        cfa_line *next = &lines->at[i];
        if (next->kind != CFA_LINE_TEXT || next->after_empty || (next->number != 0 && next->stop))
            break;
        g_string_append_c(subject, ' ');
        g_string_append_len(subject, next->text, next->length);
        next->kind = CFA_LINE_DROPPED;
    }
    if (top->subject == NULL && subject->len <= SUBJECT_BYTES) {
        top->language.label = language;
        top->subject = g_strdup(g_strstrip(subject->str));
        if (*top->subject == '\0')
            g_clear_pointer(&top->subject, g_free);
    }
    return TRUE;
}

/* Whether `read` can read the line at `at`, or that line with the next one where it was broken in two. */
static gboolean read_broken(cfa_lines *lines, guint at, gboolean (*read)(const char *, gsize, gpointer),
                            gpointer data)
{
    cfa_line *line = &lines->at[at];
    if (line->length > CFA_LABEL_BYTES)
        return FALSE;
    if (read(line->text, line->length, data)) {
        line->kind = CFA_LINE_DROPPED;
        return TRUE;
    }
    if (at + 1 >= lines->count || line[1].length > CFA_LABEL_BYTES || line[1].after_empty)
        return FALSE;
    g_autoptr(GString) whole = g_string_new_len(line->text, line->length);
    g_string_append_c(whole, ' ');
    g_string_append_len(whole, line[1].text, line[1].length);
    if (!read(whole->str, whole->len, data))
        return FALSE;
    line->kind = CFA_LINE_DROPPED;
    line[1].kind = CFA_LINE_DROPPED;
    return TRUE;
}

static gboolean read_report_line(const char *line, gsize length, gpointer header)
{
    return cfa_header_read_report(line, length, header);
}

static gboolean read_case_line(const char *line, gsize length, gpointer text)
{
    return cfa_header_read_case(line, length, text);
}

static void read_top(cfa_lines *lines, cfa_case_text *text, page_top *top)
{
    gboolean in_body = FALSE;
    for (guint i = 0; i < MIN(lines->count, TOP_LINES); i++) {
        cfa_line *line = &lines->at[i];
        if (line->kind == CFA_LINE_DROPPED)
            continue;
        in_body = in_body || (line->stop && (line->kind == CFA_LINE_ITEM || line->after_empty));
        g_autofree char *folded = cfa_line_fold(line);
        cfa_language_set switched = cfa_label_switch(folded);
        if (switched != 0 || cfa_label_is_chrome(folded)) {
            top->language.switched |= switched;
            line->kind = CFA_LINE_DROPPED;
        } else if (!top->has_report && read_broken(lines, i, read_report_line, &top->report)) {
            top->has_report = TRUE;
        } else if (!(in_body && top->has_case) && read_broken(lines, i, read_case_line, text)) {
            top->has_case = TRUE;
        } else if (!in_body) {
            read_subject(lines, i, top);
        }
    }
}

/* The language that the page's address asks for: of the text, or else of the page around it. */
static cfa_language language_of_address(const char *url)
{
    g_autofree char *decoded = url != NULL ? g_uri_unescape_string(url, NULL) : NULL;
    const char *at = decoded != NULL ? strstr(decoded, "LANG_CODE:") : NULL;
    if (at != NULL) {
        at += strlen("LANG_CODE:");
        at += strspn(at, "0123456789");
        at += *at == ',';
    } else {
        at = decoded != NULL ? strstr(decoded, "/normlex/") : NULL;
        at = at != NULL ? at + strlen("/normlex/") : "";
    }
    g_autofree char *code = g_strndup(at, 2);
    return cfa_language_parse(code);
}

/* ---- the body ---- */

/* Bullets "Case No. 9902" before a paragraph are sub-headings that name the joined cases. */
static void read_case_bullets(cfa_lines *lines, cfa_case_text *text)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i + 1 < lines->count; i++) {
        cfa_line *line = &lines->at[i];
        char *country = NULL;
        if (line->kind != CFA_LINE_ITEM || line->number != 0 ||
            (line[1].verdict != CFA_VERDICT_PARAGRAPH && line[1].kind != CFA_LINE_HEADING) ||
            !cfa_header_read_case_title(line->text, line->length, numbers, &country))
            continue;
        line->kind = CFA_LINE_DROPPED;
        g_free(country);
    }
    for (guint i = 0; i < numbers->len; i++) {
        guint number = g_array_index(numbers, guint, i);
        if (cfa_cases_find(text->cases, number) == NULL)
            cfa_case_text_add_case(text, number);
    }
}

static gboolean holds_heading(const cfa_lines *lines, gboolean *effect)
{
    gboolean known = FALSE;
    *effect = FALSE;
    for (guint i = 0; i < lines->count; i++) {
        const cfa_line *line = &lines->at[i];
        if (line->kind == CFA_LINE_HEADING) {
            known = known || line->known;
            *effect = *effect || line->effect;
        }
    }
    return known;
}

/* Without any label or heading, the words of the Committee's own trade must be there. */
static gboolean speaks_of_the_committee(const cfa_markup *page)
{
    static const char *const trade[][2] = {
        {"Committee", "Government"}, {"omité", "ouvernement"}, {"Comité", "Gobierno"}};
    gssize length = (gssize)MIN(page->text->len, 1 << 18);
    for (gsize i = 0; i < G_N_ELEMENTS(trade); i++) {
        if (g_strstr_len(page->text->str, length, trade[i][0]) != NULL &&
            g_strstr_len(page->text->str, length, trade[i][1]) != NULL)
            return TRUE;
    }
    return FALSE;
}

static void warn_of_end(cfa_case_text *text, const cfa_lines *lines)
{
    const cfa_paragraph *last = g_ptr_array_index(text->paragraphs, text->paragraphs->len - 1);
    if (!lines->foot && !cfa_line_ends_sentence(last->text, strlen(last->text)))
        cfa_case_text_warn(text, "page-cut", "the text ends without a full stop in paragraph %u",
                           last->number);
}

/* A file into which several pages were saved is read as if it were one. */
static void warn_of_other_pages(cfa_case_text *text, const cfa_lines *lines)
{
    for (guint i = 0; i < lines->count; i++) {
        const cfa_line *line = &lines->at[i];
        const guint number = line->kind == CFA_LINE_TEXT && line->length <= CFA_LABEL_BYTES
                                 ? cfa_header_case_number(line->text, line->length, NULL)
                                 : 0;
        if (number == 0)
            continue;
        cfa_case_text_warn(
            text, "several-pages",
            "the header of a page on case %u stands in its midst: each page needs a file of its own", number);
        return;
    }
}

static gboolean is_readable(const cfa_markup *page, const page_top *top, guint paragraphs, gboolean headings,
                            cfa_error *error)
{
    if (paragraphs > CFA_PARAGRAPHS_LIMIT)
        return cfa_error_set(error, CFA_BAD_INPUT, "too-many-paragraphs", -1,
                             "the document has more than %d paragraphs", CFA_PARAGRAPHS_LIMIT);
    if (paragraphs == 0)
        return cfa_error_set(error, CFA_BAD_INPUT, "no-paragraphs", -1,
                             "the document has no numbered paragraphs");
    if (!top->has_report && !top->has_case && top->subject == NULL && !headings &&
        top->language.switched == 0 && page->text_id == NULL && !speaks_of_the_committee(page))
        return cfa_error_set(error, CFA_BAD_INPUT, "not-a-case", -1,
                             "nothing in the document says that it is a report of the Committee");
    return TRUE;
}

static void fill(cfa_case_text *text, const cfa_markup *page, cfa_lines *lines, page_top *top,
                 gboolean effect)
{
    text->report = top->report.report;
    text->report_date = top->report.date;
    text->type = top->report.type;
    if (text->type == CFA_TYPE_UNKNOWN && effect)
        text->type = CFA_TYPE_FOLLOW_UP;
    text->subject = g_steal_pointer(&top->subject);
    top->language.address = language_of_address(page->url);
    read_case_bullets(lines, text);
    guint before = cfa_body_read(text, lines, 0, lines->count, FALSE);
    cfa_body_find_language(text, lines, 0, lines->count, &top->language);
    cfa_body_find_cases(text, before);
    cfa_body_find_country(text);
    cfa_body_find_citations(text);
}

cfa_case_text *cfa_normlex_read(const cfa_markup *page, cfa_lines *lines, cfa_error *error)
{
    g_autoptr(cfa_case_text) text = cfa_case_text_new();
    page_top top = {0};
    gboolean effect;
    cfa_lines_mark(lines);
    read_top(lines, text, &top);
    guint paragraphs = cfa_lines_number(lines);
    if (!is_readable(page, &top, paragraphs, holds_heading(lines, &effect), error)) {
        g_free(top.subject);
        return NULL;
    }
    fill(text, page, lines, &top, effect);
    cfa_body_warn(text, lines, 0, lines->count);
    warn_of_end(text, lines);
    warn_of_other_pages(text, lines);
    return g_steal_pointer(&text);
}
