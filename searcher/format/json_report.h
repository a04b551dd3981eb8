/*
 * The contents of a report, and a case text alone, as JSON; CLI and CGI print the same bytes:
 *
 *     {"schema":1,
 *      "report":{"id":"394","report":394,"report_date":"2021-03","languages":["en","fr","es"],
 *                "previous":391,"next":396,"total":3,"paragraph_count":70},
 *      "case_texts":[
 *        {"id":"394/70-95/en","report":394,"report_date":"2021-03","cases":[…],"type":"follow-up",
 *         "lang":"en","languages":["en","fr","es"],
 *         "citation":"394th Report, Case No. 2090 (Belarus), paras 70–95","url":null,
 *         "first":70,"last":95,"paragraph_count":26,"subject":"…"}]}
 *
 *     {"schema":1,"case_text":{… as one of these …,
 *                             "paragraphs":[{"id":"394/70/en",…,"text":"…","cites":[]}]}}
 *
 * `previous` and `next` are reports of the index, null for none.
 */
#ifndef CFA_FORMAT_JSON_REPORT_H
#define CFA_FORMAT_JSON_REPORT_H

#include "browse.h"
#include "json_parts.h"
#include "report_contents.h"

/* One object in one line, with its end. New; the caller frees. */
char *cfa_json_report(const cfa_report_contents *contents);
char *cfa_json_case_text_whole(const cfa_whole_text *whole);

/* What a list of case texts tells of each; its brackets are the caller's. */
void cfa_json_case_text(GString *json, const cfa_text_found *found);

#endif
