/*
 * Pages: a case text as the page of one case in one language, in HTML or as the text that was kept of one.
 *
 * The page is UTF-8; encode.h gives it another encoding.
 */
#ifndef SAMPLE_PAGE_H
#define SAMPLE_PAGE_H

#include "form.h"

typedef struct sample_page {
    const sample_text *text;
    const sample_case *shown; /* the one case that the header names */
    sample_language body;
    guint languages; /* a bit for each language in which the collection has the text */
    guint text_id;
    sample_form form;
} sample_page;

GString *sample_page_print(const sample_page *page);

/* What page_html.c and page_text.c share: the three lines at the top (or the last alone), the closing line,
 * and the heading of a section (NULL for the introduction), to be freed. */
extern const char *const sample_page_top[3];
extern const char sample_page_closing[];
char *sample_page_heading(const sample_page *page, guint section);

/* The letter of a section's heading, 0 where it has none. */
char sample_page_letter(const sample_text *text, guint section);

/* "603. ", or without the stop where the form has some so. */
void sample_page_number(GString *out, const sample_page *page, guint number);

/* Words as HTML. */
void sample_page_escape(GString *out, const char *words);

GString *sample_page_html(const sample_page *page);
GString *sample_page_text(const sample_page *page);

#endif
