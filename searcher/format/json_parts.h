/*
 * What answers, readings and histories have in common as JSON. What is returned is new and the caller's to decref.
 */
#ifndef CFA_FORMAT_JSON_PARTS_H
#define CFA_FORMAT_JSON_PARTS_H

#include "answer.h"

/* A string that is freed here. */
json_t *cfa_json_take(char *text);

/* Three decimals are enough, and print the same everywhere. */
json_t *cfa_json_rounded(double number);

/* A passage of a hit, with its snippet; a paragraph with its text; a list of such paragraphs, of cfa_record. */
json_t *cfa_json_passage(const cfa_passage *passage);
json_t *cfa_json_paragraph(const cfa_record *record);
json_t *cfa_json_paragraphs(const GPtrArray *records);

/* Adds what a case text says of itself: report, date, cases, type, languages, the citation (which is freed here), address. */
void cfa_json_describe(json_t *object, const cfa_record *record, cfa_language_set languages, char *citation);

/* {"en":…,"fr":…,"es":…}: the citation of a record's paragraph, or of its case text, in the form of each language. */
json_t *cfa_json_citations(const cfa_record *record, gboolean case_text);

/* Appends the object without the end of a line; it is gone afterwards. */
void cfa_json_append(GString *text, json_t *object);

/* The object in one line with its end; it is gone afterwards. The caller g_frees. */
char *cfa_json_finish(json_t *object);

#endif
