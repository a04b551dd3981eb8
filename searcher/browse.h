/*
 * Browse: things by their identifier. A paragraph to read, in its case text, with its other languages; a case text alone.
 *
 *     g_autoptr(cfa_reading) reading = cfa_browse_paragraph(index, "394/83", CFA_FRENCH, &error);
 *     g_autoptr(cfa_whole_text) whole = cfa_browse_case_text(index, "394/70-95", CFA_FRENCH, &error);
 *
 * A case text in several languages is parallel.h's, the contents of a report are report_contents.h's, and what became of a case is
 * history.h's.
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

/* A case text to read, in one language. */
typedef struct cfa_whole_text {
    GPtrArray *
        paragraphs; /* cfa_record *, by number, at least one: each tells all that the case text says of itself */
    cfa_language_set languages; /* in which the index has it */
} cfa_whole_text;

void cfa_whole_text_free(cfa_whole_text *whole);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_whole_text, cfa_whole_text_free)

/* The case text of an identifier ("394/70-95", "394/70-95/en"), the language as above. NULL with *error: CFA_USAGE "bad-id" for what is no
 * identifier; CFA_NOT_FOUND "no-such-case-text"; otherwise as cfa_search. */
cfa_whole_text *cfa_browse_case_text(const cfa_index *index, const char *id, cfa_language preferred,
                                     cfa_error *error);

#endif
