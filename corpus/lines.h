/*
 * The lines of a page, each with what its form shows: an item of a list, a heading, a number that may open a
 * paragraph.
 *
 * The five renderings differ in indents, bullets and double prints; here they become one:
 *
 *       1. 603. Words            an item, number 603, "Words"
 *     - 603. Words               the same
 *     -                          the same, from two lines
 *     603. Words
 *     603. Words                 plain text, number 603
 *         • (a) to release;      an item, "(a) to release;"
 *     A. Title                   a heading, where it comes twice or is a usual one
 *     A. Title- 603. Words       its second print, dropped, and an item, number 603
 */
#ifndef CFA_LINES_H
#define CFA_LINES_H

#include "markup.h"

enum { CFA_LABEL_BYTES = 700 }; /* no label of a page is longer, its status and country included */

typedef enum cfa_line_kind {
    CFA_LINE_TEXT,
    CFA_LINE_ITEM,
    CFA_LINE_HEADING,
    CFA_LINE_DROPPED /* says nothing: chrome, a second print, what another part has read */
} cfa_line_kind;

typedef struct cfa_line {
    const char *text; /* without indent, bullet and ordinal; borrowed from the page, not ended by a zero */
    guint32 length;
    guint32 number; /* a paragraph number that the line begins with, or 0 */
    guint16 words;  /* where the words after that number begin */
    guint8 kind;    /* a cfa_line_kind */
    guint8 section; /* of a heading, a cfa_section */
    guint8 verdict; /* of a number, a cfa_verdict */
    guint after_empty : 1;
    guint stop : 1;     /* the number has a full stop */
    guint weak : 1;     /* the number may as well be a piece of a sentence that was broken before it */
    guint opens : 1;    /* the number is the first one below the title of a case */
    guint known : 1;    /* of a heading: its section was told by a key word */
    guint effect : 1;   /* of a heading: "Effect given to the recommendations" */
    guint lettered : 1; /* of a heading: it begins "A." */
    guint language : 2; /* of a heading, a cfa_language */
} cfa_line;

typedef struct cfa_lines {
    cfa_line *at;
    guint count;
    gboolean foot; /* the page's foot was there */
} cfa_lines;

/* The lines of a page that are not empty. They borrow its text. NULL with *error ("too-many-paragraphs") for
 * over two million. */
cfa_lines *cfa_lines_read(const cfa_markup *page, cfa_error *error);
void cfa_lines_free(cfa_lines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_lines, cfa_lines_free)

/* Finds the headings. */
void cfa_lines_mark(cfa_lines *lines);

/* Decides which numbers open paragraphs, after all that is no text has been dropped. Returns how many do. */
guint cfa_lines_number(cfa_lines *lines);

/* A line folded for the labels; "" for one that is too long to be any, or begins as a paragraph. The caller
 * frees. */
char *cfa_line_fold(const cfa_line *line);

/* Whether the text ends as a sentence does. */
gboolean cfa_line_ends_sentence(const char *text, gsize length);

/* Whether it begins as an item of a list does, without a bullet: "(a) ", "iv) ", "– ". */
gboolean cfa_line_begins_item(const char *text, gsize length);

#endif
