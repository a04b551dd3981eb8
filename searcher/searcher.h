/*
 * libcfa-searcher: questions in, answers out. It prints nothing, and knows neither terminals nor CGI.
 *
 *     g_autoptr(cfa_index) index = cfa_index_open(directory, &error);
 *     cfa_request request = CFA_REQUEST_INIT;
 *     request.query = "arrest for unauthorised picket";
 *     g_autoptr(cfa_answer) answer = cfa_search(index, &request, &error);
 *     g_autofree char *text = cfa_text_answer(answer, (cfa_text_style){.width = 80});
 *
 *     index      an index opened for reading, one generation of it
 *     query      what is typed -> a tree             fields   the fields of the query language
 *     plan       the tree -> a query of libxapian, and what to mark
 *     search     runs the plan, groups what it finds into hits
 *     similar    what is like a paragraph or a case
 *     suggest    what a mistyped question was probably meant to be    spelling, slip   one word of it
 *     complete   how a question that is being typed may go on
 *     marking    what a question marks in the texts that are read after it
 *     passage    the part of a paragraph that shows its marked words
 *     browse     a paragraph, or a case text, by its identifier
 *     parallel   the case text of a paragraph in several languages, in step
 *     history    a case through time               report_contents    a report's case texts
 *     lookup     what stands under a filter
 *     citator    who cites a thing
 *     cited      the citations of it that there are      citing    the sentences that cite it
 *     target     where a citation leads
 *     library    principles and listed cases by their identifiers
 *     principles   those that answer a question    principle_answer   one with all that rests on it
 *     answer     what was found: the model that every format and page writes in its own way
 *     format/    the answer as text, and in each format of the table in format/format.c
 *
 * Include this header and link cfa-searcher. Each part is explained at the head of its own.
 */
#ifndef CFA_SEARCHER_H
#define CFA_SEARCHER_H

#include "answer.h"
#include "browse.h"
#include "citator.h"
#include "complete.h"
#include "fields.h"
#include "format/format.h"
#include "format/json.h"
#include "format/json_history.h"
#include "format/json_report.h"
#include "format/text.h"
#include "format/text_history.h"
#include "format/text_report.h"
#include "history.h"
#include "index.h"
#include "library.h"
#include "marking.h"
#include "parallel.h"
#include "principle_answer.h"
#include "principles.h"
#include "query.h"
#include "query_print.h"
#include "report_contents.h"
#include "search.h"
#include "similar.h"
#include "target.h"

#endif
