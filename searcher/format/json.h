/*
 * An answer, and a paragraph to read, as JSON, as the interface promises it. CLI and CGI print the same
 * bytes, but for "took_ms".
 */
#ifndef CFA_FORMAT_JSON_H
#define CFA_FORMAT_JSON_H

#include "answer.h"
#include "browse.h"

/* One object in one line, with its end. New; the caller frees. */
char *cfa_json_answer(const cfa_answer *answer);
char *cfa_json_reading(const cfa_reading *reading);

/* The hits alone, each as it stands in the answer, with "schema", in a line of its own. New; the caller
 * frees. */
char *cfa_json_lines(const cfa_answer *answer);

/* {"schema":1,"error":{"code":…,"reason":…}}, one line with its end. New; the caller frees. */
char *cfa_json_error(const cfa_error *error);

#endif
