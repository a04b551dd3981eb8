/*
 * The history of a case as JSON; CLI and CGI print the same bytes:
 *
 *     {"schema":1,
 *      "case":{"number":2090,"country":"Belarus","country_code":"BY","complaint_date":"2000-06-16",
 *              "status":"follow-up","statuses":["follow-up"],"subject":"…","joined":[]},
 *      "total":4,
 *      "examinations":[
 *        {"id":"394/70-95/en","report":394,"report_date":"2021-03","cases":[…],"type":"follow-up",
 *         "lang":"en","languages":["en","fr","es"],
 *         "citation":"394th Report, Case No. 2090 (Belarus), paras 70–95","url":null,
 *         "first":70,"last":95,"paragraph_count":26,"subject":"…",
 *         "interval":{"since":"examination","years":19,"months":9},
 *         "recommendations":[{"id":"394/95/en","paragraph":95,…,"text":"…","cites":[]}]}]}
 *
 * `statuses` has every status that the case's pages give: more than one where they disagree. `interval` tells
 * how long the step took, since the "complaint" or since the "examination" before; its months are null where
 * a date is a year alone, and it is null where a date is unknown or the dates cannot be.
 */
#ifndef CFA_FORMAT_JSON_HISTORY_H
#define CFA_FORMAT_JSON_HISTORY_H

#include "history.h"

/* One object in one line, with its end. New; the caller frees. */
char *cfa_json_history(const cfa_history *history);

#endif
