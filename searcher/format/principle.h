/*
 * Principles as JSON and for a terminal: above the hits of a search, below a paragraph that applied them, and
 * one with all that is known of it.
 */
#ifndef CFA_FORMAT_PRINCIPLE_H
#define CFA_FORMAT_PRINCIPLE_H

#include "filler.h"

#include <jansson.h>

/* [{"id":…,"lang":…,"chapter":…,"text":…,"paragraphs":…,"citation":…}]: of cfa_library_entry. New; the
 * caller's to decref. */
json_t *cfa_json_principles(const GPtrArray *entries);

/* One principle whole: the same, with "numbers", "wordings" in all languages, which numbers are "cited", and
 * what the index "lacks". New; the caller's to decref. */
json_t *cfa_json_principle(const cfa_principle_view *view);

/* Lines for each of them under a heading; nothing where there are none. */
void cfa_filler_principles(cfa_filler *fill, const char *heading, const GPtrArray *entries);

/* A principle in all its languages, and how to find who cites it. */
void cfa_filler_principle(cfa_filler *fill, const cfa_principle_view *view);

/* What the index lacks of what rests on it; nothing where it lacks none. */
void cfa_filler_absent(cfa_filler *fill, const cfa_principle_view *view);

#endif
