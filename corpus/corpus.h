/*
 * libcfa-corpus: what a report is, and how to read one. It knows nothing of Xapian, of CGI or of terminals.
 *
 * Data goes one way:
 *
 *     path ─ source ─> document ─ markup ─> lines ─ normlex, bulletin ─> case text ─ word ─> words
 *                                                 ─ compilation ─> principles, case_list ─> listed cases
 *
 *     source        file, folder, gzip, tar, zip -> documents
 *     manifest      what a collection knows of a page that the page does not say
 *     markup        bytes of HTML or text -> lines
 *     reader        decides which of the next four reads the lines
 *     normlex       a page of one case -> case text
 *     bulletin      a whole report -> case texts
 *     compilation   a section of the Compilation of decisions -> principles
 *     case_list     a list of cases -> listed cases
 *     report        the model: case text, case, paragraph
 *     principle, listed_case     the model of the other two; library_json as JSON, and back
 *     report_json   the model as JSON, and back
 *     word          cut, fold, stem
 *     citation      "394th Report, para. 83" read and printed
 *     convention    "Convention No. 87" read
 *     country, date, language   small tables
 *     error         what went wrong, told once
 *
 * Include this header and link cfa-corpus. Each part is explained at the head of its own.
 */
#ifndef CFA_CORPUS_H
#define CFA_CORPUS_H

#include "citation.h"
#include "convention.h"
#include "country.h"
#include "date.h"
#include "error.h"
#include "language.h"
#include "library_json.h"
#include "listed_case.h"
#include "manifest.h"
#include "markup.h"
#include "principle.h"
#include "reader.h"
#include "report.h"
#include "report_json.h"
#include "source.h"
#include "word.h"

#endif
