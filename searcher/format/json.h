/*
 * The answer as JSON, as the interface promises it. CLI and CGI print the same bytes, but for "took_ms".
 */
#ifndef CFA_FORMAT_JSON_H
#define CFA_FORMAT_JSON_H

#include "answer.h"

/* One object in one line, with its end. New; the caller frees. */
char *cfa_json_answer(const cfa_answer *answer);
char *cfa_json_reading(const cfa_reading *reading);

/* {"schema":1,"error":{"code":…,"reason":…}}, one line with its end. New; the caller frees. */
char *cfa_json_error(const cfa_error *error);

#endif
