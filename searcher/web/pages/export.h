/*
 * Exports: the links of a page to what it can be saved as, and the files that they lead to.
 *
 *     cfa_export_results(&draft, answer);      "Export CSV BibTeX RIS …", each with the whole search in it
 *     if (request->format != NULL)
 *         cfa_export_answer(request->format, answer, response);
 */
#ifndef CFA_WEB_EXPORT_H
#define CFA_WEB_EXPORT_H

#include "frame.h"

/* The links of a page of results, with its feed if it can have one: a search for the same, which of those who
 * cite a thing is one by words, and of what is like a thing or applied a principle there is none. And of the
 * page of one thing, by its path. */
void cfa_export_results(cfa_draft *draft, const cfa_answer *answer);
void cfa_export_page(cfa_draft *draft, const char *path);

/* Fills the response with the file, and names it. */
void cfa_export_answer(const cfa_format *format, const cfa_answer *answer, cfa_web_response *response);
void cfa_export_reading(const cfa_format *format, const cfa_reading *reading, cfa_web_response *response);
void cfa_export_case_text(const cfa_format *format, const cfa_whole_text *whole, cfa_web_response *response);
void cfa_export_history(const cfa_format *format, const cfa_history *history, cfa_web_response *response);
void cfa_export_report(const cfa_format *format, const cfa_report_contents *contents,
                       cfa_web_response *response);

/* FALSE with CFA_USAGE, "bad-value" where a request wants a feed of what has none. */
gboolean cfa_export_check(const cfa_web_request *request, cfa_error *error);

#endif
