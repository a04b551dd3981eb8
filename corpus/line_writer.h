/*
 * Line writer: makes tidy lines out of runs of text and breaks between them.
 *
 * Blanks at the ends of lines, controls and marks that show nothing never get through; in the place of a
 * control of Latin-1 stands what Windows-1252 has there; every kind of blank is U+0020; at the end the text
 * is in NFC. Breaks are kept until the next word, so that breaks side by side are one.
 *
 *     cfa_line_writer writer;
 *     cfa_line_writer_init(&writer);
 *     cfa_line_writer_break(&writer, CFA_BREAK_EMPTY);
 *     cfa_line_writer_item(&writer, 1);
 *     cfa_line_writer_add(&writer, "603. Text ", 10);
 *     GString *text = cfa_line_writer_finish(&writer);       // "- 603. Text\n"
 */
#ifndef CFA_LINE_WRITER_H
#define CFA_LINE_WRITER_H

#include <glib.h>

typedef enum cfa_break {
    CFA_BREAK_LINE = 1, /* the next word begins a line */
    CFA_BREAK_EMPTY     /* and an empty line stands before it */
} cfa_break;

typedef struct cfa_line_writer {
    GString *text;
    gboolean preserve; /* line ends and blanks of the text count, as in plain text; else they are blanks, and
                          one blank is all */
    gsize newlines, blanks; /* due before the next word */
    guint item;             /* the level of the list item whose mark is due, or 0 */
    gboolean returned;      /* a carriage return came last: a line feed after it is the same line end */
    gsize composed;         /* the text up to here is in NFC for certain; G_MAXSIZE for all of it */
} cfa_line_writer;

void cfa_line_writer_init(cfa_line_writer *writer);

/* Adds valid UTF-8; it may come in pieces, cut between any two characters. */
void cfa_line_writer_add(cfa_line_writer *writer, const char *text, gsize length);

void cfa_line_writer_break(cfa_line_writer *writer, cfa_break kind);

/* One more line end, as <br> asks: two of them make an empty line. */
void cfa_line_writer_newline(cfa_line_writer *writer);

/* Takes back the line ends that are due and puts a blank there, as between the cells of a row. */
void cfa_line_writer_join(cfa_line_writer *writer);

/* The next word begins a line with the mark of a list item: "- ", with two blanks before it for each level
 * over 1. */
void cfa_line_writer_item(cfa_line_writer *writer, guint level);

/* The text, every line of it ended; the caller's to free. */
GString *cfa_line_writer_finish(cfa_line_writer *writer);

#endif
