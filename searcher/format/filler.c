#include "filler.h"

#include <string.h>

const char cfa_style_strong[] = "\033[1m", cfa_style_faint[] = "\033[2m";
static const char style_mark[] = "\033[1;33m", off[] = "\033[0m";

cfa_filler cfa_filler_new(cfa_text_style style)
{
    return (cfa_filler){.out = g_string_new(NULL),
                        .word = g_string_new(NULL),
                        .width = CLAMP(style.width, 40, 200),
                        .color = style.color};
}

char *cfa_filler_finish(cfa_filler *fill)
{
    g_string_free(fill->word, TRUE);
    return g_string_free(fill->out, FALSE);
}

static void end_word(cfa_filler *fill)
{
    if (fill->word->len == 0)
        return;
    const gboolean fits = fill->column + (fill->blank ? 1 : 0) + fill->word_width <= fill->width;
    if (fill->column > fill->indent && !fits) {
        g_string_append_printf(fill->out, "\n%*s", (int)fill->indent, "");
        fill->column = fill->indent;
    } else if (fill->blank && fill->column > fill->indent) {
        g_string_append_c(fill->out, ' ');
        fill->column++;
    }
    g_string_append_len(fill->out, fill->word->str, (gssize)fill->word->len);
    fill->column += fill->word_width;
    fill->blank = FALSE;
    fill->word_width = 0;
    g_string_truncate(fill->word, 0);
}

void cfa_filler_line(cfa_filler *fill, guint indent)
{
    end_word(fill);
    if (fill->out->len > 0)
        g_string_append_c(fill->out, '\n');
    g_string_append_printf(fill->out, "%*s", (int)indent, "");
    fill->column = fill->indent = indent;
    fill->blank = FALSE;
}

static guint columns_of(gunichar letter)
{
    if (g_unichar_iszerowidth(letter))
        return 0;
    return g_unichar_iswide(letter) ? 2 : 1;
}

void cfa_filler_column(cfa_filler *fill, guint column)
{
    end_word(fill);
    if (column > fill->column)
        g_string_append_printf(fill->out, "%*s", (int)(column - fill->column), "");
    fill->column = MAX(fill->column, column);
    fill->blank = FALSE;
}

guint cfa_filler_width(const char *text)
{
    guint width = 0;
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at])
        width += columns_of(g_utf8_get_char(at));
    return width;
}

/* Ends the word where so many columns more would make it wider than a line, a style open in it or not. */
static void make_room(cfa_filler *fill, guint columns)
{
    if (fill->indent + fill->word_width + columns <= fill->width)
        return;
    const char *style = fill->style;
    if (style != NULL)
        g_string_append(fill->word, off);
    end_word(fill);
    if (style != NULL)
        g_string_append(fill->word, style);
}

static void add_sign(cfa_filler *fill, const char *sequence, const char *plain)
{
    const guint columns = fill->color ? 0 : (guint)strlen(plain);
    make_room(fill, columns);
    g_string_append(fill->word, fill->color ? sequence : plain);
    fill->word_width += columns;
    fill->style = fill->color && sequence != off ? sequence : NULL;
}

/* What would steer a terminal, or turn the direction of what follows. */
static gboolean is_steering(gunichar letter)
{
    return g_unichar_iscntrl(letter) || (letter >= 0x202A && letter <= 0x202E) ||
           (letter >= 0x2066 && letter <= 0x2069);
}

void cfa_filler_text(cfa_filler *fill, const char *text)
{
    const char *end = text + strlen(text);
    for (const char *at = text; at < end; at += g_utf8_skip[(guchar)*at]) {
        const gunichar letter = g_utf8_get_char(at);
        if (letter == '\n') {
            cfa_filler_line(fill, fill->indent);
        } else if (letter == ' ' || letter == '\t') {
            end_word(fill);
            fill->blank = TRUE;
        } else {
            make_room(fill, columns_of(letter));
            g_string_append_unichar(fill->word, is_steering(letter) ? 0xFFFD : letter);
            fill->word_width += columns_of(letter);
        }
    }
}

void cfa_filler_styled(cfa_filler *fill, const char *text, const char *style)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        if (i > 0)
            cfa_filler_text(fill, " ");
        add_sign(fill, style, "");
        cfa_filler_text(fill, words[i]);
        add_sign(fill, off, "");
    }
}

void cfa_filler_runs(cfa_filler *fill, const GPtrArray *runs)
{
    for (guint i = 0; i < runs->len; i++) {
        const cfa_run *run = g_ptr_array_index(runs, i);
        if (run->match)
            add_sign(fill, style_mark, "*");
        cfa_filler_text(fill, run->text);
        if (run->match)
            add_sign(fill, off, "*");
    }
}

void cfa_filler_heading(cfa_filler *fill, const char *text)
{
    cfa_filler_line(fill, 0);
    cfa_filler_line(fill, 0);
    cfa_filler_styled(fill, text, cfa_style_strong);
}

void cfa_filler_number(cfa_filler *fill, guint number, const char *sign, const char *style)
{
    cfa_filler_line(fill, 0);
    g_string_append_printf(fill->out, "%s%s%6u%s  ", fill->color ? style : "", sign, number,
                           fill->color ? off : "");
    fill->column = fill->indent = CFA_FILLER_MARGIN;
}

/* ---- what is said of a case text ---- */

static const char *const month_names[] = {"",        "January",  "February", "March",  "April",
                                          "May",     "June",     "July",     "August", "September",
                                          "October", "November", "December"};
static const char *const type_names[] = {[CFA_TYPE_UNKNOWN] = NULL,
                                         [CFA_TYPE_DEFINITIVE] = "definitive report",
                                         [CFA_TYPE_INTERIM] = "interim report",
                                         [CFA_TYPE_INFORMED] = "to be kept informed",
                                         [CFA_TYPE_FOLLOW_UP] = "effect given to recommendations"};
static const char *const language_names[] = {NULL, "English", "French", "Spanish"};

char *cfa_filler_date(cfa_date date)
{
    GString *words = g_string_new(NULL);
    if (date.day != 0)
        g_string_append_printf(words, "%u ", date.day);
    if (date.month != 0)
        g_string_append_printf(words, "%s ", month_names[date.month]);
    if (date.year != 0)
        g_string_append_printf(words, "%u", date.year);
    return g_string_free(words, FALSE);
}

static void add_part(GString *line, const char *part)
{
    if (part == NULL || part[0] == '\0')
        return;
    if (line->len > 0)
        g_string_append(line, " \u00b7 ");
    g_string_append(line, part);
}

char *cfa_filler_describe(const cfa_record *record, cfa_language_set languages)
{
    const cfa_case_text *text = record->text;
    GString *line = g_string_new(NULL);
    g_autoptr(GString) names = g_string_new(NULL);
    g_autofree char *date = cfa_filler_date(text->report_date);
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((languages & CFA_LANGUAGE_BIT(l)) != 0)
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", language_names[l]);
    add_part(line, date);
    add_part(line, type_names[text->type]);
    add_part(line, names->str);
    return g_string_free(line, FALSE);
}

void cfa_filler_paragraph(cfa_filler *fill, const cfa_record *record, gboolean is_current)
{
    cfa_filler_number(fill, record->paragraph->number, is_current ? ">" : " ",
                      is_current ? style_mark : cfa_style_strong);
    cfa_filler_text(fill, record->paragraph->text);
}

void cfa_filler_case_text(cfa_filler *fill, const GPtrArray *records, guint current)
{
    int section = -1;
    for (guint i = 0; i < records->len; i++) {
        const cfa_record *one = g_ptr_array_index(records, i);
        if ((int)one->paragraph->section != section) {
            section = (int)one->paragraph->section;
            cfa_filler_line(fill, 0);
            cfa_filler_line(fill, 0);
            cfa_filler_styled(fill, cfa_section_name(one->paragraph->section), cfa_style_faint);
        }
        cfa_filler_paragraph(fill, one, one->paragraph->number == current);
    }
}
