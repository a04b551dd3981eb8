/*
 * A NORMLEX page of one case in one report (page 50002), in any of its five renderings and four page
 * languages.
 *
 * The words and labels of the page are what is read, never its tags. What the page does not say stays
 * unknown.
 *
 *     labels      the vocabulary, in tables, all languages side by side
 *     lines       the renderings made one: items, headings, numbers
 *     header      the two lines on top
 *     sequence    which numbers open paragraphs
 *     body        paragraphs, sections, language, cases, country, citations
 *
 * A whole report (bulletin.h) is read by the same parts, after printed.h has taken off what print adds.
 */
#ifndef CFA_NORMLEX_H
#define CFA_NORMLEX_H

#include "lines.h"
#include "report.h"

/* Reads the page's lines, and marks them on the way, into one case text, without source, digest and manifest
 * facts. NULL with *error: "not-a-case" where nothing says that it is one, "no-paragraphs",
 * "too-many-paragraphs" (over 20,000). */
cfa_case_text *cfa_normlex_read(const cfa_markup *page, cfa_lines *lines, cfa_error *error);

#endif
