/*
 * A bulletin: a whole report in one document, in HTML or as the plain text of a PDF, with an introduction, a
 * table of contents and many cases one after the other.
 */
#ifndef CFA_BULLETIN_H
#define CFA_BULLETIN_H

#include "markup.h"
#include "report.h"

/* Whether the lines are a whole report: a title "NNNth Report of the Committee on Freedom of Association" (or
 * its French or Spanish form, or only the heading of several cases with complainants "against the Government
 * of"). */
gboolean cfa_bulletin_matches(const cfa_markup *page);

/* Reads the case texts in their order, without source and digest; report number, date and language are the
 * document's. The introduction, where it has numbered paragraphs, is a case text without cases. NULL with
 * *error as in normlex.h. */
GPtrArray *cfa_bulletin_read(const cfa_markup *page, cfa_error *error);

#endif
