/*
 * The reader: from a document to case texts. It asks markup for lines, decides what kind of page they are,
 * and hands them to normlex (one case on a page) or bulletin (a whole report in one document).
 *
 *     GPtrArray *texts = cfa_reader_read(document, &error);        // of cfa_case_text, or NULL and why
 *
 * A new kind of input is a file beside normlex.c and a line in the table of reader.c.
 */
#ifndef CFA_READER_H
#define CFA_READER_H

#include "report.h"
#include "source.h"

/* Reads the case texts of a document, in its order, each with source, digest, and what the document's
 * manifest row fills in. At least one; the caller unrefs. NULL with *error: what cfa_markup_read refuses;
 * "not-a-case" for another kind of page, named in the reason (list of cases, Compilation, representation,
 * comment); "no-paragraphs"; "too-many-paragraphs" (over 20,000). */
GPtrArray *cfa_reader_read(const cfa_document *document, cfa_error *error);

/* The text number that a document's name gives to a page which says none itself: the digits of a name such as "p3112113.html.gz", or of
 * an address that a browser made a name of. The caller frees; NULL for none. */
char *cfa_reader_text_id_of_name(const char *source);

#endif
