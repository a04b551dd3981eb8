/*
 * What every page has around it: head, header with the languages of pages, main, footer. And the
 * small things that several have.
 *
 *     cfa_draft draft = cfa_frame_begin(request, title, "/report/394", FALSE);
 *     cfa_frame_box(&draft);
 *     cfa_html_element(draft.html, "h1", title, NULL);
 *     cfa_frame_end(&draft, response);
 */
#ifndef CFA_WEB_FRAME_H
#define CFA_WEB_FRAME_H

#include "html.h"
#include "links.h"
#include "pages.h"
#include "say.h"

/* A page that is being written. */
typedef struct cfa_draft {
    const cfa_web_request *request;
    cfa_html *html;
    cfa_language language;  /* of the page */
    const cfa_marks *marks; /* what is marked in the texts that are read; NULL for nothing */
    cfa_error problem;      /* what could not be read meanwhile: then it is no page */
} cfa_draft;

/* Begins a page and leaves it open within <main>. `title` stands before the site's name, or is
 * NULL; `canonical` is the path of the page's permanent address, or NULL: then robots are asked to pass it
 * over. `is_wide` for one with more than a column: it is said at its beginning, since a page that becomes
 * wide while it comes in moves under the eyes of the reader. */
cfa_draft cfa_frame_begin(const cfa_web_request *request, const char *title, const char *canonical,
                          gboolean is_wide);

/* Ends it, and makes it the response's body. */
void cfa_frame_end(cfa_draft *draft, cfa_web_response *response);

/* The form for a search, with what the request has in it. `large` for a page that is about
 * nothing else. */
void cfa_frame_form(cfa_draft *draft, gboolean large);

/* The box alone, for a search with nothing else, at the head of a page that is about something to read. */
void cfa_frame_box(cfa_draft *draft);

/* A link to the page on how to search. */
void cfa_frame_help(cfa_draft *draft);

/* The way back to the results of the search that led to the page; nothing where none did. */
void cfa_frame_back(cfa_draft *draft);

/* The value of an attribute lang for a text: NULL where the page itself says it, "" for one that is unknown.
 * Static. */
const char *cfa_frame_lang(const cfa_draft *draft, cfa_language language);

/* A row of links or words under a label, each of them an item of a list; begun and ended. */
void cfa_frame_begin_row(cfa_draft *draft, const char *label);
void cfa_frame_end_row(cfa_draft *draft);

/* Begins what can be unfolded, under a line that says how many there are: "3 more". The caller closes
 * <details>. */
void cfa_frame_begin_more(cfa_draft *draft, guint count);

/* The number of a paragraph, which hangs in the margin, as a link. */
void cfa_frame_number(cfa_draft *draft, guint number, const char *address);

/* Links to a paragraph in each language of a set: "Read in English Français". `record` is the
 * paragraph in one of them. */
void cfa_frame_languages(cfa_draft *draft, const cfa_record *record, cfa_language_set languages);

/* The same to those that the record is not in, beside a link to itself: "Also in Français Español". Nothing
 * where there is none. */
void cfa_frame_other_languages(cfa_draft *draft, const cfa_record *record, cfa_language_set languages);

/* A line with a citation to copy, and the permanent link of what it cites: the paragraph, or its whole case
 * text. */
void cfa_frame_citation(cfa_draft *draft, const cfa_record *record);
void cfa_frame_cite_case_text(cfa_draft *draft, const cfa_record *record);

/* Facts of a case text in one line, parted by middle dots: country, month of the report, type,
 * status of its first case. */
void cfa_frame_facts(cfa_draft *draft, const cfa_record *record);

/* The same without the country, which a citation beside them names. */
void cfa_frame_facts_beside_citation(cfa_draft *draft, const cfa_record *record);

/* One fact of such a line, which is the caller's; *is_later tells whether any stands before it. Nothing for
 * NULL. */
void cfa_frame_fact(cfa_draft *draft, const char *text, gboolean *is_later);

/* The address of a path in full, which shows on paper alone. */
void cfa_frame_printed(cfa_draft *draft, const char *path);

/* The path of a paragraph's page: "/paragraph/394/83/en". The caller frees. */
char *cfa_frame_paragraph_path(const cfa_record *record);

#endif
