/*
 * Markup: from the bytes of a page to lines of text.
 *
 * Bytes are decoded first (UTF-8, UTF-16 with or without a mark, Latin-1 or Windows-1252, as the bytes show
 * and then as the page declares); HTML is read by libxml2's SAX parser, without a tree and without any
 * network; plain text passes through.
 *
 *     g_autoptr(cfa_markup) page = cfa_markup_read(bytes, length, &error);
 *     puts(page->text->str);
 *
 * The text is UTF-8 in NFC, its lines ended by \n, without carriage returns, U+00A0, controls and blanks at
 * the ends of lines.
 *
 * A block of HTML becomes a line; a list item becomes a line that begins with "- " (two more blanks for each
 * level of list around it); an empty line stands round headings and paragraphs, but not within a list item;
 * the cells of a row share a line. What the page does not show is left out, but for folded sections with
 * numbered paragraphs, or with rows of cases. So HTML reads as the stored text form of FORMATS C, and the
 * readers to the right know lines only.
 */
#ifndef CFA_MARKUP_H
#define CFA_MARKUP_H

#include "error.h"

typedef struct cfa_markup {
    GString *text;
    gboolean html;
    char *title; /* of the HTML, or NULL */
    char *url;   /* the address the page gives for itself (canonical link, "saved from" comment), or NULL */
    /* The digits after P50002_COMPLAINT_TEXT_ID in the page's own address, else in its links to other
     * languages, else in any link; NULL where those of the first kind there is disagree. */
    char *text_id;
    guint page; /* the page number (50002, 13100 …) in its own address, else in its links to other languages,
                   or 0 */
    guint replaced; /* bytes that were no text and stand as U+FFFD */
} cfa_markup;

/* Reads one page. NULL with *error for bytes that are no text at all (code "other-format": a PDF, a picture;
 * "not-text": a NUL in what is not UTF-16, or over a tenth of it controls or bad bytes), for one without text
 * ("empty"), for markup nested over 512 deep ("nesting-exceeded") or with over 500 attributes in a tag
 * ("too-many-attributes"). Offsets are those of the page in UTF-8. */
cfa_markup *cfa_markup_read(const guint8 *bytes, gsize length, cfa_error *error);
void cfa_markup_free(cfa_markup *markup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_markup, cfa_markup_free)

#endif
