/*
 * The filler: lines of a width, filled with words, for what is read on a terminal.
 *
 *     cfa_filler fill = cfa_filler_new(style);
 *     cfa_filler_heading(&fill, "394th Report");
 *     cfa_filler_number(&fill, 83, " ", cfa_style_strong);          a paragraph's number hangs in the margin
 *     cfa_filler_text(&fill, paragraph->text);
 *     return cfa_filler_finish(&fill);
 *
 * A word waits until a blank shows that it is whole. No control character of a text reaches the terminal.
 */
#ifndef CFA_FORMAT_FILLER_H
#define CFA_FORMAT_FILLER_H

#include "answer.h"
#include "text.h"

enum { CFA_FILLER_MARGIN = 9 }; /* columns: "  12345  ", numbers hang in the margin, as in print */

typedef struct cfa_filler {
    GString *out;
    GString *word;
    guint word_width;
    guint column, indent, width;
    gboolean color, blank;
    const char *style; /* open in the word, or NULL */
} cfa_filler;

/* Escape sequences of a terminal, for the style of words. */
extern const char cfa_style_strong[], cfa_style_faint[];

cfa_filler cfa_filler_new(cfa_text_style style);

/* The lines, new, and the caller's to free; ends the filler. */
char *cfa_filler_finish(cfa_filler *fill);

/* Ends the line, if anything stands in it, and indents the next by so many columns. */
void cfa_filler_line(cfa_filler *fill, guint indent);

/* Goes on in a column of the line, which must not be full up to there. */
void cfa_filler_column(cfa_filler *fill, guint column);

/* The columns that a text takes. */
guint cfa_filler_width(const char *text);

/* Adds text; what would steer the terminal becomes U+FFFD. */
void cfa_filler_text(cfa_filler *fill, const char *text);

/* Adds text in a style throughout, opened and closed around each word so that lines may break. */
void cfa_filler_styled(cfa_filler *fill, const char *text, const char *style);

/* Adds the runs of a snippet, cfa_run, marked where they match. */
void cfa_filler_runs(cfa_filler *fill, const GPtrArray *runs);

/* A line of its own after an empty one. */
void cfa_filler_heading(cfa_filler *fill, const char *text);

/* Begins a line with a paragraph's number in the margin, after a sign of one column. */
void cfa_filler_number(cfa_filler *fill, guint number, const char *sign, const char *style);

/* "16 June 2000", "March 2021", "1960"; "" for an unknown date. The caller frees. */
char *cfa_filler_date(cfa_date date);

/* "March 2021 · interim report · English, French": what a case text says of itself. The caller frees. */
char *cfa_filler_describe(const cfa_record *record, cfa_language_set languages);

/* A paragraph with its number, marked as the current one or not; and those of a case text, cfa_record, under
 * the names of their sections, of which the one with the number `current` is marked (0 for none). */
void cfa_filler_paragraph(cfa_filler *fill, const cfa_record *record, gboolean is_current);
void cfa_filler_case_text(cfa_filler *fill, const GPtrArray *records, guint current);

#endif
