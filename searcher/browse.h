/*
 * Browse: things by their identifier. A paragraph to read, in its case text, with its other languages.
 *
 *     g_autoptr(cfa_reading) reading = cfa_browse_paragraph(index, "394/83", CFA_FRENCH, &error);
 */
#ifndef CFA_BROWSE_H
#define CFA_BROWSE_H

#include "answer.h"
#include "index.h"

/* The paragraph of an identifier ("394/83", "394/83/en"); without a language in it, in `preferred`, else in
 * the first language of en, fr, es that the index has. NULL with *error: CFA_USAGE "bad-id" for what is no
 * identifier of a paragraph; CFA_NOT_FOUND "no-such-paragraph"; otherwise as cfa_search. */
cfa_reading *cfa_browse_paragraph(const cfa_index *index, const char *id, cfa_language preferred,
                                  cfa_error *error);

#endif
