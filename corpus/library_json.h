/*
 * Principles and listed cases as JSON: what `cfa-index parse --json` prints of them, and what their index
 * records hold.
 *
 *     json_t *object = cfa_principle_json(principle);
 *     cfa_principle *same = cfa_principle_from_json(object);
 *
 * Unknown is null. What is returned is new: an object the caller's to decref, a model the caller's to free.
 */
#ifndef CFA_LIBRARY_JSON_H
#define CFA_LIBRARY_JSON_H

#include "listed_case.h"
#include "principle.h"
#include "report_json.h"

json_t *cfa_principle_json(const cfa_principle *principle);
json_t *cfa_listed_case_json(const cfa_listed_case *one);

/* A paragraph that applied a principle. */
json_t *cfa_applied_json(const cfa_applied *applied);

/* Back from such an object: what is missing or of another kind is left unknown; but NULL for what is no
 * object, for a principle without its identifier or text, and for a case without its number. */
cfa_principle *cfa_principle_from_json(const json_t *object);
cfa_listed_case *cfa_listed_case_from_json(const json_t *object);

#endif
