/*
 * The model as JSON: what `cfa-index parse --json` prints, what an index record holds, and what an answer
 * repeats.
 *
 *     json_t *object = cfa_case_text_json(text);
 *     json_object_set_new(object, "cites", cfa_cites_json(paragraph->cites));
 *
 * Names and values are those of the interface; unknown is null. What is returned is new and the caller's to
 * decref.
 */
#ifndef CFA_REPORT_JSON_H
#define CFA_REPORT_JSON_H

#include "report.h"

#include <jansson.h>

/* A string (bad UTF-8 mended), a number, a date; null for NULL, 0 and nothing known. */
json_t *cfa_text_json(const char *text);
json_t *cfa_number_json(guint number);
json_t *cfa_date_json(cfa_date date);

json_t *cfa_cases_json(const GPtrArray *cases);
json_t *cfa_languages_json(cfa_language_set languages);
json_t *cfa_cites_json(const GPtrArray *cites);
json_t *cfa_paragraph_json(const cfa_paragraph *paragraph);

/* The mentions of a paragraph: ["306/123", offset, length] each. */
json_t *cfa_mentions_json(const cfa_paragraph *paragraph);

/* All of a case text but its paragraphs. */
json_t *cfa_case_text_json(const cfa_case_text *text);

/* The whole of it in one line without its end, "schema" first, as `cfa-index parse --json` prints it. The
 * caller g_frees. */
char *cfa_case_text_to_json(const cfa_case_text *text);

/* The way back, from an object with "paragraphs" or without: what is missing or of another kind is left
 * unknown, but NULL for what is no object, or for a paragraph without its number or text. */
cfa_case_text *cfa_case_text_from_json(const json_t *object);

/* A member of an object: its text, borrowed, NULL where it is none; its number, 0 where it is none above 0 or
 * does not fit. */
const char *cfa_json_text(const json_t *object, const char *key);
guint cfa_json_number(const json_t *object, const char *key);

/* A JSON value in one line, compact; the caller g_frees. */
char *cfa_json_line(const json_t *value);

#endif
