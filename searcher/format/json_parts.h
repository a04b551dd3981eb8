/*
 * What answers, readings and histories have in common as JSON: each is written behind what stands there.
 */
#ifndef CFA_FORMAT_JSON_PARTS_H
#define CFA_FORMAT_JSON_PARTS_H

#include "answer.h"
#include "json_writer.h"

/* Begins what is printed of one thing: an object, open, with the version of the interface. */
GString *cfa_json_begin(void);

/* A list of paragraphs with their text, of cfa_record; and one of them. */
void cfa_json_paragraphs(GString *json, const char *key, const GPtrArray *records);

/* What a paragraph says of itself, with its text; its brackets are the caller's. */
void cfa_json_paragraph(GString *json, const cfa_record *record);

/* What a case text says of itself: report, date, cases, type, languages, the citation (which is freed here),
 * address. */
void cfa_json_describe(GString *json, const cfa_record *record, cfa_language_set languages, char *citation);

/* "citations":{"en":…,"fr":…,"es":…}: the citation of a record's paragraph, or of its case text, in the form
 * of each language. */
void cfa_json_citations(GString *json, const cfa_record *record, gboolean case_text);

/* Adds the end of a line to what is written. The caller g_frees. */
char *cfa_json_finish(GString *json);

#endif
