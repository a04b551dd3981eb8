#include "lines.h"

#include "labels.h"
#include "sequence.h"
#include "word.h"

#include <string.h>

enum { LINES_LIMIT = 2000000, FORM_LINES = 200, NUMBER_DIGITS = 5 };

static const char *const BULLETS[] = {"•", "◦", "▪", "●", "·", "- "};

static gsize blanks(const char *text, gsize length)
{
    gsize count = 0;
    while (count < length && (text[count] == ' ' || text[count] == '\t'))
        count++;
    return count;
}

static gsize digits(const char *text, gsize length)
{
    gsize count = 0;
    while (count < length && g_ascii_isdigit(text[count]))
        count++;
    return count;
}

/* After "603.": what cannot follow the stop of a paragraph number, as in "1.o de abril" or "3.5". */
static gboolean goes_on(const char *text, gsize length)
{
    if (length == 0)
        return FALSE;
    gunichar next = g_utf8_get_char(text);
    return g_unichar_isdigit(next) || g_unichar_islower(next) || next == 0xBA || next == 0xAA;
}

/* The bytes of ",023" in "1,023.", "1.023." or "1 023.": three digits that are set apart, and a stop behind
 * them. */
static gsize set_apart(const char *text, gsize length)
{
    return length > 4 && strchr(",. ", text[0]) != NULL && digits(text + 1, length - 1) == 3 && text[4] == '.'
               ? 4
               : 0;
}

/* Reads the paragraph number that `line->text` begins with. */
static gboolean read_number(cfa_line *line)
{
    gsize count = digits(line->text, line->length);
    line->number = 0;
    if (count == 0 || count > NUMBER_DIGITS || line->text[0] == '0')
        return FALSE;
    if (count <= 2)
        count += set_apart(line->text + count, line->length - count);
    gsize at = count;
    gboolean stop = at < line->length && line->text[at] == '.';
    if (stop && goes_on(line->text + at + 1, line->length - at - 1))
        return FALSE;
    at += stop ? 1 : 0;
    gsize space = blanks(line->text + at, line->length - at);
    if (!stop && (space == 0 || at + space == line->length))
        return FALSE;
    for (gsize i = 0; i < count; i++)
        if (g_ascii_isdigit(line->text[i]))
            line->number = line->number * 10 + (guint32)(line->text[i] - '0');
    line->words = (guint16)(at + MIN(space, 1000));
    line->stop = stop ? 1 : 0;
    return TRUE;
}

static void skip(cfa_line *line, gsize bytes)
{
    line->text += bytes;
    line->length -= (guint32)bytes;
    gsize space = blanks(line->text, line->length);
    line->text += space;
    line->length -= (guint32)space;
}

/* The bytes of the bullet that the line begins with. A dash at its end is the bare one, whose item is the
 * next line. */
static gsize bullet(const cfa_line *line)
{
    if (line->length == 1 && line->text[0] == '-')
        return 1;
    for (gsize i = 0; i < G_N_ELEMENTS(BULLETS); i++) {
        gsize length = strlen(BULLETS[i]);
        if (line->length >= length && memcmp(line->text, BULLETS[i], length) == 0)
            return length;
    }
    return 0;
}

/* The bytes of a list's own ordinal, "1. ". */
static gsize ordinal(const cfa_line *line)
{
    gsize count = digits(line->text, line->length);
    if (count == 0 || count > 3 || line->length < count + 2 || line->text[count] != '.' ||
        line->text[count + 1] != ' ')
        return 0;
    return count + 2;
}

/* "1. 603. Words": an ordinal with a paragraph number behind it. */
static gboolean read_ordinal_and_number(cfa_line *line, gboolean indented)
{
    gsize length = ordinal(line);
    cfa_line rest = *line;
    if (length == 0)
        return FALSE;
    skip(&rest, length);
    if (!read_number(&rest) || (!indented && !rest.stop))
        return FALSE;
    *line = rest;
    return TRUE;
}

/* What the form of one line shows. `ordinals`: the lists of this page print ordinals of their own. */
static void read_form(cfa_line *line, gboolean ordinals, gboolean after_dash)
{
    gsize indent = blanks(line->text, line->length);
    skip(line, 0);
    line->kind = after_dash ? CFA_LINE_ITEM : CFA_LINE_TEXT;
    for (gsize length = bullet(line); length > 0; length = bullet(line)) {
        line->kind = CFA_LINE_ITEM;
        skip(line, length);
    }
    if (line->length == 0)
        return;
    if (line->kind == CFA_LINE_TEXT && read_ordinal_and_number(line, indent > 0)) {
        line->kind = CFA_LINE_ITEM;
    } else if (line->kind == CFA_LINE_TEXT && ordinals && indent > 0 && ordinal(line) > 0) {
        skip(line, ordinal(line));
        line->kind = CFA_LINE_ITEM;
    } else if (read_number(line) && line->kind == CFA_LINE_TEXT && !line->stop) {
        line->number = 0;
    }
}

/* Whether the lists of the page print ordinals (renderings A and B) rather than dashes. */
static gboolean prints_ordinals(const char *text, const char *end)
{
    guint with_ordinal = 0, with_dash = 0;
    gboolean after_dash = FALSE;
    for (guint seen = 0; text < end && seen < FORM_LINES;) {
        const char *newline = memchr(text, '\n', (gsize)(end - text));
        gsize length = (gsize)((newline != NULL ? newline : end) - text);
        cfa_line line = {.text = text, .length = (guint32)length};
        gsize indent = blanks(text, length);
        skip(&line, 0);
        if (line.length > 0) {
            seen++;
            cfa_line item = line;
            gboolean dash = bullet(&item) > 0;
            skip(&item, bullet(&item));
            if ((dash || after_dash) && read_number(&item))
                with_dash++;
            else if (read_ordinal_and_number(&line, indent > 0))
                with_ordinal++;
            after_dash = dash && item.length == 0;
        }
        text += length + 1;
    }
    return with_ordinal > with_dash;
}

static gboolean split(GArray *list, const char *text, const char *end)
{
    gboolean ordinals = prints_ordinals(text, end);
    gboolean after_empty = TRUE, after_dash = FALSE;
    while (text < end) {
        const char *newline = memchr(text, '\n', (gsize)(end - text));
        gsize length = (gsize)((newline != NULL ? newline : end) - text);
        cfa_line line = {.text = text, .length = (guint32)length};
        line.after_empty = after_empty ? 1 : 0;
        gboolean empty = blanks(text, length) == length;
        if (!empty)
            read_form(&line, ordinals, after_dash);
        after_dash = empty ? after_dash : line.length == 0;
        after_empty = empty || (after_empty && line.length == 0);
        if (!empty && line.length > 0) {
            if (list->len >= LINES_LIMIT)
                return FALSE;
            g_array_append_val(list, line);
        }
        text += length + 1;
    }
    return TRUE;
}

cfa_lines *cfa_lines_read(const cfa_markup *page, cfa_error *error)
{
    const char *text = page->text->str;
    const char *end = text + page->text->len;
    const char *foot = cfa_label_foot(text, page->text->len);
    GArray *list = g_array_new(FALSE, FALSE, sizeof(cfa_line));
    if (!split(list, text, foot != NULL ? foot : end)) {
        g_array_free(list, TRUE);
        cfa_error_set(error, CFA_BAD_INPUT, "too-many-paragraphs", -1, "the document has more than %d lines",
                      LINES_LIMIT);
        return NULL;
    }
    cfa_lines *lines = g_new0(cfa_lines, 1);
    lines->count = list->len;
    lines->at = (cfa_line *)(void *)g_array_free(list, FALSE);
    lines->foot = foot != NULL;
    return lines;
}

void cfa_lines_free(cfa_lines *lines)
{
    if (lines == NULL)
        return;
    g_free(lines->at);
    g_free(lines);
}

char *cfa_line_fold(const cfa_line *line)
{
    enum { FOLDED_BYTES = 250 };
    if (line->length > FOLDED_BYTES || line->stop)
        return g_strdup("");
    return cfa_word_fold(line->text, line->length);
}

gboolean cfa_line_ends_sentence(const char *text, gsize length)
{
    static const char *const ends[] = {".", ":", ";", "?", "!", ")", "]", "\"", "”", "»", "…"};
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        gsize size = strlen(ends[i]);
        if (length >= size && memcmp(text + length - size, ends[i], size) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean cfa_line_begins_item(const char *text, gsize length)
{
    static const char *const dashes[] = {"– ", "— ", "-- "};
    for (gsize i = 0; i < G_N_ELEMENTS(dashes); i++) {
        if (length > strlen(dashes[i]) && memcmp(text, dashes[i], strlen(dashes[i])) == 0)
            return TRUE;
    }
    gsize at = length > 0 && text[0] == '(';
    gsize start = at;
    while (at < length && at < start + 4 && g_ascii_isalnum(text[at]) && !g_ascii_isupper(text[at]))
        at++;
    return at > start && at + 1 < length && text[at] == ')' && text[at + 1] == ' ';
}

/* ---- headings ---- */

static gboolean same_text(const cfa_line *a, const cfa_line *b)
{
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

/* Whether `line` is the print `title` with a dash item glued to its end; *rest is where the item begins. */
static gboolean is_glued(const cfa_line *title, const cfa_line *line, gsize *rest)
{
    if (line->length <= title->length || memcmp(line->text, title->text, title->length) != 0)
        return FALSE;
    const char *at = line->text + title->length;
    gsize left = line->length - title->length;
    if (at[0] != '-')
        return FALSE;
    if (left > 1 && (at[1] != ' ' || left < 3 ||
                     (!g_ascii_isdigit(at[2]) && at[2] != '(' && at[2] != '-' && at[2] != '\xE2')))
        return FALSE;
    *rest = title->length + MIN(left, 2);
    return TRUE;
}

static gsize letter_length(const char *text, gsize length)
{
    if (length < 4 || text[0] < 'A' || text[0] > 'H' || text[1] != '.' || text[2] != ' ')
        return 0;
    return length > 6 && memcmp(text, text + 3, 3) == 0 ? 6 : 3;
}

static void make_heading(cfa_line *line, const char *title, gsize length)
{
    gsize letter = letter_length(title, length);
    g_autofree char *folded = cfa_word_fold(title + letter, length - letter);
    cfa_heading heading = cfa_label_heading(folded);
    line->kind = CFA_LINE_HEADING;
    line->lettered = letter > 0;
    line->section = (guint8)heading.section;
    line->known = heading.known ? 1 : 0;
    line->effect = heading.effect ? 1 : 0;
    line->language = (guint)heading.language & 3;
}

/* Makes the line that holds a heading's second print the item glued to it, or nothing. */
static void drop_second_print(cfa_lines *lines, guint at, gsize rest)
{
    cfa_line *line = &lines->at[at];
    skip(line, rest);
    line->kind = line->length > 0 ? CFA_LINE_ITEM : CFA_LINE_DROPPED;
    if (line->length > 0) {
        read_form(line, FALSE, TRUE);
    } else if (rest > 0 && at + 1 < lines->count && lines->at[at + 1].kind == CFA_LINE_TEXT) {
        /* The dash was bare, and its item is the next line. */
        lines->at[at + 1].kind = CFA_LINE_ITEM;
    }
}

static gboolean may_be_title(const cfa_line *line)
{
    return line->kind == CFA_LINE_TEXT && line->number == 0 && line->length > 2 &&
           line->length <= CFA_LABEL_BYTES;
}

/* A paragraph that stands in the place of a heading comes twice, too, and then the next one may be glued to
 * its second print. Returns the lines read. */
static guint mark_double_paragraph(cfa_lines *lines, guint at)
{
    const cfa_line *line = &lines->at[at];
    gsize rest = 0;
    if (line->kind != CFA_LINE_TEXT || line->number == 0 || at + 1 >= lines->count ||
        line[1].kind != CFA_LINE_TEXT || !is_glued(line, line + 1, &rest))
        return 0;
    drop_second_print(lines, at + 1, rest);
    return 2;
}

/* Marks the heading at `at` if the next line prints it again. Returns the lines read. */
static guint mark_double_print(cfa_lines *lines, guint at)
{
    cfa_line *line = &lines->at[at];
    gsize rest = 0;
    if (!may_be_title(line) || at + 1 >= lines->count)
        return 0;
    if (lines->at[at + 1].kind == CFA_LINE_TEXT &&
        (same_text(line, line + 1) || is_glued(line, line + 1, &rest))) {
        make_heading(line, line->text, line->length);
        if (rest == 0)
            line[1].kind = CFA_LINE_DROPPED;
        else
            drop_second_print(lines, at + 1, rest);
        return 2;
    }
    /* A long title of a hard-wrapped page takes two lines, each time broken at the same place. */
    if (at + 3 < lines->count && may_be_title(line + 1) && same_text(line, line + 2) &&
        line[3].kind == CFA_LINE_TEXT &&
        (same_text(line + 1, line + 3) || is_glued(line + 1, line + 3, &rest))) {
        g_autoptr(GString) title = g_string_new_len(line->text, line->length);
        g_string_append_c(title, ' ');
        g_string_append_len(title, line[1].text, line[1].length);
        make_heading(line, title->str, title->len);
        line[1].kind = CFA_LINE_DROPPED;
        line[2].kind = CFA_LINE_DROPPED;
        if (rest == 0)
            line[3].kind = CFA_LINE_DROPPED;
        else
            drop_second_print(lines, at + 3, rest);
        return 4;
    }
    return 0;
}

/* Headings that are known for what they say, or for a letter before a key word. */
static void mark_usual_heading(cfa_lines *lines, guint at)
{
    enum { USUAL_BYTES = 120 };
    cfa_line *line = &lines->at[at];
    if (line->length > USUAL_BYTES || line->number != 0 ||
        (line->kind != CFA_LINE_TEXT && line->kind != CFA_LINE_ITEM) ||
        cfa_line_ends_sentence(line->text, line->length))
        return;
    gsize letter = letter_length(line->text, line->length);
    g_autofree char *folded = cfa_word_fold(line->text + letter, line->length - letter);
    gboolean heading = line->kind == CFA_LINE_TEXT ? cfa_label_is_usual_heading(folded)
                                                   : cfa_label_is_bullet_heading(folded);
    if (line->kind == CFA_LINE_TEXT && letter > 0 && (line->after_empty || at == 0))
        heading = heading || cfa_label_heading(folded).known;
    if (heading)
        make_heading(line, line->text, line->length);
}

void cfa_lines_mark(cfa_lines *lines)
{
    for (guint i = 0; i < lines->count;) {
        guint read = mark_double_print(lines, i);
        if (read == 0)
            read = mark_double_paragraph(lines, i);
        if (read == 0)
            mark_usual_heading(lines, i);
        /* The line with the glued item is looked at again, as any other. */
        i += read > 1 && lines->at[i + read - 1].kind == CFA_LINE_ITEM ? read - 1 : MAX(read, 1);
    }
}

/* ---- numbers ---- */

/* A number at the beginning of a plain line is weak unless something before it has come to an end. */
static gboolean is_weak(const cfa_lines *lines, guint at)
{
    const cfa_line *line = &lines->at[at];
    if (line->kind != CFA_LINE_TEXT || line->after_empty || at == 0)
        return FALSE;
    const cfa_line *before = line - 1;
    return before->kind != CFA_LINE_HEADING && before->kind != CFA_LINE_DROPPED &&
           !cfa_line_ends_sentence(before->text, before->length);
}

guint cfa_lines_number(cfa_lines *lines)
{
    GArray *candidates = g_array_new(FALSE, TRUE, sizeof(cfa_candidate));
    for (guint i = 0; i < lines->count; i++) {
        cfa_line *line = &lines->at[i];
        if (line->number == 0 || line->kind > CFA_LINE_ITEM)
            continue;
        line->weak = is_weak(lines, i) ? 1 : 0;
        cfa_candidate one = {.number = line->number,
                             .weak = line->weak,
                             .opens = line->opens,
                             .text = line->text + line->words,
                             .length = line->length - line->words};
        g_array_append_val(candidates, one);
    }
    cfa_candidate *decided = (cfa_candidate *)(void *)candidates->data;
    guint paragraphs = cfa_sequence_decide(decided, candidates->len);
    for (guint i = 0, next = 0; i < lines->count; i++) {
        cfa_line *line = &lines->at[i];
        if (line->number != 0 && line->kind <= CFA_LINE_ITEM)
            line->verdict = (guint8)decided[next++].verdict;
    }
    g_array_free(candidates, TRUE);
    return paragraphs;
}
