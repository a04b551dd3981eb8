/*
 * Formats: what an answer can be exported as, or a paragraph, a case text, a case, a report. One table for
 * the command line and the pages.
 *
 *     const cfa_format *format = cfa_format_find("bibtex");
 *     g_autofree char *text = cfa_format_answer(format, answer);
 *
 * A new format is a file beside this one and a row in the table of format.c. (Lines for a terminal need its
 * width, and are text.h's.)
 */
#ifndef CFA_FORMAT_H
#define CFA_FORMAT_H

#include "browse.h"
#include "history.h"
#include "report_contents.h"

typedef struct cfa_format {
    const char *name;       /* "bibtex": of --format and of format= */
    const char *title;      /* "BibTeX": as a person knows it */
    const char *media_type; /* in HTTP */
    const char *extension;  /* "bib": of a file that holds it */
    gboolean is_sheet;      /* a spreadsheet opens it, which knows UTF-8 by a mark at its beginning */
    gboolean is_shown;      /* a browser shows it, and saves it only where that is asked for */
    gboolean tells_search;  /* how the hits were found, too, and in what time: no two of them are the same */
    /* How it is written: each thing in its own way, or any of them as a list of cfa_item. */
    char *(*answer)(const cfa_answer *answer);
    char *(*reading)(const cfa_reading *reading);
    char *(*case_text)(const cfa_whole_text *whole);
    char *(*history)(const cfa_history *history);
    char *(*report)(const cfa_report_contents *contents);
    char *(*list)(const GArray *items);
} cfa_format;

/* Static; NULL for a name that is none. */
const cfa_format *cfa_format_find(const char *name);

/* Each of them: for (guint i = 0; i < cfa_format_count(); i++) … */
guint cfa_format_count(void);
const cfa_format *cfa_format_at(guint index);

/* How many passages of a hit it writes, where so many are asked for: a list has the best one alone. */
guint cfa_format_passages(const cfa_format *format, guint asked);

/* New, UTF-8; the caller frees. */
char *cfa_format_answer(const cfa_format *format, const cfa_answer *answer);
char *cfa_format_reading(const cfa_format *format, const cfa_reading *reading);
char *cfa_format_case_text(const cfa_format *format, const cfa_whole_text *whole);

/* Where it is a list: of the examinations, of the case texts. */
char *cfa_format_history(const cfa_format *format, const cfa_history *history);
char *cfa_format_report(const cfa_format *format, const cfa_report_contents *contents);

#endif
