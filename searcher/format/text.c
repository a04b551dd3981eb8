#include "text.h"

#include "rank.h"

#include <string.h>

/* Lines of a width, filled with words. A word waits until a blank shows that it is whole. */
typedef struct filler {
    GString *out;
    GString *word;
    guint word_width;
    guint column, indent, width;
    gboolean color, blank;
    const char *style; /* open in the word, or NULL */
} filler;

static const char mark_on[] = "\033[1;33m", strong_on[] = "\033[1m", faint_on[] = "\033[2m",
                  off[] = "\033[0m";

static filler filler_new(cfa_text_style style)
{
    return (filler){.out = g_string_new(NULL),
                    .word = g_string_new(NULL),
                    .width = CLAMP(style.width, 40, 200),
                    .color = style.color};
}

static char *filler_finish(filler *fill)
{
    g_string_free(fill->word, TRUE);
    return g_string_free(fill->out, FALSE);
}

static void end_word(filler *fill)
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

/* Ends the line, if anything stands in it, and indents the next. */
static void new_line(filler *fill, guint indent)
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

/* Ends the word where so many columns more would make it wider than a line, a style open in it or not. */
static void make_room(filler *fill, guint columns)
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

static void add_sign(filler *fill, const char *sequence, const char *plain)
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

/* Adds text; what would steer the terminal becomes U+FFFD. */
static void add_text(filler *fill, const char *text)
{
    const char *end = text + strlen(text);
    for (const char *at = text; at < end; at += g_utf8_skip[(guchar)*at]) {
        const gunichar letter = g_utf8_get_char(at);
        if (letter == '\n') {
            new_line(fill, fill->indent);
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

/* Adds text that is marked throughout, its style opened and closed around each word so that lines may break.
 */
static void add_styled(filler *fill, const char *text, const char *style)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        if (i > 0)
            add_text(fill, " ");
        add_sign(fill, style, "");
        add_text(fill, words[i]);
        add_sign(fill, off, "");
    }
}

static void add_runs(filler *fill, const GPtrArray *runs)
{
    for (guint i = 0; i < runs->len; i++) {
        const cfa_run *run = g_ptr_array_index(runs, i);
        if (run->match)
            add_sign(fill, mark_on, "*");
        add_text(fill, run->text);
        if (run->match)
            add_sign(fill, off, "*");
    }
}

static const char *const month_names[] = {"",        "January",  "February", "March",  "April",
                                          "May",     "June",     "July",     "August", "September",
                                          "October", "November", "December"};
static const char *const type_names[] = {[CFA_TYPE_UNKNOWN] = NULL,
                                         [CFA_TYPE_DEFINITIVE] = "definitive report",
                                         [CFA_TYPE_INTERIM] = "interim report",
                                         [CFA_TYPE_INFORMED] = "to be kept informed",
                                         [CFA_TYPE_FOLLOW_UP] = "effect given to recommendations"};
static const char *const language_names[] = {NULL, "English", "French", "Spanish"};

static void add_part(GString *line, const char *part)
{
    if (part == NULL || part[0] == '\0')
        return;
    if (line->len > 0)
        g_string_append(line, " \u00b7 ");
    g_string_append(line, part);
}

/* "March 2021 · interim report · English, French" */
static char *describe(const cfa_record *record, cfa_language_set languages)
{
    const cfa_case_text *text = record->text;
    GString *line = g_string_new(NULL);
    g_autoptr(GString) names = g_string_new(NULL);
    g_autofree char *date = NULL;
    if (text->report_date.year != 0)
        date = g_strdup_printf("%s%s%u", month_names[text->report_date.month],
                               text->report_date.month != 0 ? " " : "", text->report_date.year);
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((languages & CFA_LANGUAGE_BIT(l)) != 0)
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", language_names[l]);
    add_part(line, date);
    add_part(line, type_names[text->type]);
    add_part(line, names->str);
    return g_string_free(line, FALSE);
}

enum { NUMBER_MARGIN = 9 }; /* "  12345  ": numbers hang in the margin, as in print */

/* Begins a line with a paragraph's number in the margin. */
static void add_number(filler *fill, guint number, const char *sign, const char *style)
{
    new_line(fill, 0);
    g_string_append_printf(fill->out, "%s%s%6u%s  ", fill->color ? style : "", sign, number,
                           fill->color ? off : "");
    fill->column = fill->indent = NUMBER_MARGIN;
}

static void add_passage(filler *fill, const cfa_passage *passage)
{
    const cfa_record *record = passage->record;
    g_autofree char *label =
        g_strdup_printf("%s \u00b7 %s", cfa_section_name(record->paragraph->section), record->id);
    add_number(fill, record->paragraph->number, " ", strong_on);
    add_styled(fill, label, faint_on);
    new_line(fill, NUMBER_MARGIN);
    add_runs(fill, passage->snippet);
}

/* Each word with what it gave; what was learned as one sum, since it is many stems that nobody typed. */
static void add_reasons(filler *fill, const GPtrArray *reasons, double score)
{
    double learned = 0, section = 0, case_text = 0;
    g_autofree char *sum = g_strdup_printf("score %.3f =", score);
    new_line(fill, fill->indent);
    add_styled(fill, sum, faint_on);
    for (guint i = 0; i < reasons->len; i++) {
        const cfa_reason *reason = g_ptr_array_index(reasons, i);
        learned += reason->path == CFA_PATH_LEARNED ? reason->weight : 0;
        section += reason->path == CFA_PATH_SECTION ? reason->weight : 0;
        case_text += reason->path == CFA_PATH_CASE_TEXT ? reason->weight : 0;
        if (reason->word == NULL)
            continue;
        g_autofree char *probability =
            reason->probability < 1 ? g_strdup_printf(" %.2f", reason->probability) : g_strdup("");
        g_autofree char *line =
            g_strdup_printf(" %s %.3f (%s %s, %s%s),", reason->word, reason->weight,
                            cfa_language_code(reason->language) != NULL ? cfa_language_code(reason->language)
                                                                        : "any language",
                            reason->term, cfa_path_name(reason->path), probability);
        add_styled(fill, line, faint_on);
    }
    g_autofree char *rest = g_strdup_printf(
        " what the best hits have in common %.3f, its section %.3f, the rest of its case text %.3f", learned,
        section, case_text);
    add_styled(fill, rest, faint_on);
}

static void add_hit(filler *fill, const cfa_hit *hit, gboolean by_paragraph)
{
    g_autofree char *rank = g_strdup_printf("%2u.", hit->rank);
    g_autofree char *citation =
        by_paragraph ? cfa_answer_cite_paragraph(hit->record) : cfa_answer_cite_case_text(hit->record);
    g_autofree char *line = describe(hit->record, hit->languages);
    new_line(fill, 0);
    new_line(fill, 0);
    g_string_append(fill->out, rank);
    g_string_append(fill->out, " ");
    fill->column = fill->indent = (guint)strlen(rank) + 1;
    add_styled(fill, citation, strong_on);
    new_line(fill, fill->indent);
    add_styled(fill, line, faint_on);
    if (hit->reasons != NULL)
        add_reasons(fill, hit->reasons, hit->score);
    for (guint i = 0; i < hit->passages->len; i++)
        add_passage(fill, g_ptr_array_index(hit->passages, i));
}

static void add_total(filler *fill, const cfa_answer *answer)
{
    const char *noun = answer->by_paragraph ? "paragraph" : "case text";
    g_autoptr(GString) line = g_string_new(NULL);
    if (answer->upper == 0)
        g_string_printf(line, "No %s found.", noun);
    else
        g_string_printf(line, "%s%u %s%s", answer->lower < answer->upper ? "about " : "", answer->estimated,
                        noun, answer->estimated == 1 ? "" : "s");
    if (answer->relaxed && answer->every == 0)
        g_string_append(line, " with some of the words; no paragraph has them all");
    else if (answer->relaxed)
        g_string_append_printf(line, ": %u with every %sword in a paragraph, the others with some",
                               answer->every, answer->unknown->len > 0 ? "other " : "");
    for (guint i = 0; i < answer->unknown->len; i++)
        g_string_append_printf(line, "%s%s",
                               i == 0                         ? "; no text has "
                               : i + 1 < answer->unknown->len ? ", "
                                                              : " or ",
                               (const char *)g_ptr_array_index(answer->unknown, i));
    if (answer->left_out->len > 0)
        g_string_append_printf(line, "; %u common words were left out, there being too many",
                               answer->left_out->len);
    for (guint i = 0; i < answer->cut->len; i++)
        g_string_append_printf(line, "; of %s only the most frequent words were searched",
                               (const char *)g_ptr_array_index(answer->cut, i));
    add_text(fill, line->str);
}

static void add_suggestion(filler *fill, const cfa_answer *answer)
{
    if (answer->suggestion == NULL)
        return;
    new_line(fill, 0);
    add_text(fill, "Did you mean: ");
    add_styled(fill, answer->suggestion, strong_on);
}

static void add_advice(filler *fill, const cfa_answer *answer)
{
    g_autofree char *parsed = g_strdup_printf("Read as: %s", answer->parsed);
    new_line(fill, 0);
    add_text(fill, parsed);
    new_line(fill, 0);
    add_text(fill, "Try fewer words, another language, or leave out a filter.");
}

char *cfa_text_answer(const cfa_answer *answer, cfa_text_style style)
{
    filler fill = filler_new(style);
    add_total(&fill, answer);
    add_suggestion(&fill, answer);
    if (answer->upper == 0)
        add_advice(&fill, answer);
    for (guint i = 0; i < answer->hits->len; i++)
        add_hit(&fill, g_ptr_array_index(answer->hits, i), answer->by_paragraph);
    new_line(&fill, 0);
    return filler_finish(&fill);
}

static void add_whole(filler *fill, const cfa_record *record, gboolean strong)
{
    add_number(fill, record->paragraph->number, strong ? ">" : " ", strong ? mark_on : strong_on);
    add_text(fill, record->paragraph->text);
}

static void add_heading(filler *fill, const char *text)
{
    new_line(fill, 0);
    new_line(fill, 0);
    add_styled(fill, text, strong_on);
}

char *cfa_text_reading(const cfa_reading *reading, cfa_text_style style)
{
    filler fill = filler_new(style);
    const cfa_record *record = reading->record;
    g_autofree char *citation = cfa_answer_cite_paragraph(record);
    g_autofree char *whole = cfa_answer_cite_case_text(record);
    add_styled(&fill, citation, strong_on);
    add_whole(&fill, record, FALSE);
    for (guint i = 0; i < reading->other_languages->len; i++) {
        const cfa_record *other = g_ptr_array_index(reading->other_languages, i);
        g_autofree char *other_citation = cfa_answer_cite_paragraph(other);
        add_heading(&fill, other_citation);
        add_whole(&fill, other, FALSE);
    }
    add_heading(&fill, whole);
    int section = -1;
    for (guint i = 0; i < reading->case_text->len; i++) {
        const cfa_record *one = g_ptr_array_index(reading->case_text, i);
        if ((int)one->paragraph->section != section) {
            section = (int)one->paragraph->section;
            new_line(&fill, 0);
            new_line(&fill, 0);
            add_styled(&fill, cfa_section_name(one->paragraph->section), faint_on);
        }
        add_whole(&fill, one, one->paragraph->number == record->paragraph->number);
    }
    new_line(&fill, 0);
    return filler_finish(&fill);
}
