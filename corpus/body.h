/*
 * The body of a case text: from numbered lines to paragraphs, and what the paragraphs tell of the whole.
 */
#ifndef CFA_BODY_H
#define CFA_BODY_H

#include "lines.h"
#include "report.h"

enum { CFA_PARAGRAPHS_LIMIT = 20000 };

/* What the page around the body says of its language. */
typedef struct cfa_page_language {
    cfa_language address;      /* of the code in the page's address */
    cfa_language_set switched; /* the other languages it offers */
    cfa_language label;        /* of the word before the subject */
    cfa_language title;        /* of a whole report's title */
} cfa_page_language;

/* Adds the paragraphs that lines `from` up to `to` (not included) hold, each with its section. `printed`:
 * hyphens at the ends of lines part words, as in the text of a PDF. Text over 1 MiB in one paragraph is cut,
 * with a warning. Returns how many of the paragraphs stand before the first heading. */
guint cfa_body_read(cfa_case_text *text, const cfa_lines *lines, guint from, guint to, gboolean printed);

/* Sets the language, and the languages, from the body first; warns where the page disagrees with it. */
void cfa_body_find_language(cfa_case_text *text, const cfa_lines *lines, guint from, guint to,
                            const cfa_page_language *page);

/* Adds the cases that the first `before` paragraphs are about too. */
void cfa_body_find_cases(cfa_case_text *text, guint before);

/* Gives every case without a country the one that the ratification sentence names. Where no case is known at
 * all, adds one without a number, to hold that country. */
void cfa_body_find_country(cfa_case_text *text);

/* Fills in the citations of every paragraph. */
void cfa_body_find_citations(cfa_case_text *text);

/* Warns of numbers that are missing from the run, and of numbered lines that were read as text. */
void cfa_body_warn(cfa_case_text *text, const cfa_lines *lines, guint from, guint to);

#endif
