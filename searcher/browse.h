/*
 * Browse: things by their identifier. A paragraph to read, in its case text, with its other languages; a case
 * text alone.
 *
 *     g_autoptr(cfa_reading) reading = cfa_browse_paragraph(index, "394/83", CFA_FRENCH, &error);
 *     g_autoptr(cfa_whole_text) whole = cfa_browse_case_text(index, "394/70-95", CFA_FRENCH, &error);
 *
 * A case text in several languages is parallel.h's, the contents of a report are report_contents.h's, and
 * what became of a case is history.h's.
 */
#ifndef CFA_BROWSE_H
#define CFA_BROWSE_H

#include "index.h"
#include "library.h"
#include "record.h"

/* A paragraph to read: with the whole case text that it stands in, and itself in other languages. */
typedef struct cfa_reading {
    guint64 generation;
    cfa_record *record;
    GPtrArray *case_text;       /* cfa_record *: every paragraph of it in the same language, by number */
    GPtrArray *other_languages; /* cfa_record *: the same paragraph, in the order en, fr, es */
    char *previous, *next;      /* identifiers of its neighbours in the report, NULL at its ends; without a
                                   language where there is none in this */
    guint cited_by;             /* how many paragraphs cite it */
    GPtrArray *principles;      /* cfa_library_entry *: those that it applied */
    cfa_listed_case *listed;    /* what a list of cases says of its first case; NULL where it is in none */
} cfa_reading;

void cfa_reading_free(cfa_reading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_reading, cfa_reading_free)

/* The languages in which the index has the paragraph. */
cfa_language_set cfa_reading_languages(const cfa_reading *reading);

/* The paragraph of an identifier ("394/83", "394/83/en"); without a language in it, in `preferred`, else in
 * the first language of en, fr, es that the index has. NULL with *error: CFA_USAGE "bad-id" for what is no
 * identifier of a paragraph; CFA_NOT_FOUND "no-such-paragraph"; otherwise as cfa_search. */
cfa_reading *cfa_browse_paragraph(const cfa_index *index, const char *id, cfa_language preferred,
                                  cfa_error *error);

/* A case text to read, in one language. */
typedef struct cfa_whole_text {
    GPtrArray *paragraphs; /* cfa_record *, by number, at least one: each tells all that the case text says of
                              itself */
    cfa_language_set languages; /* in which the index has it */
} cfa_whole_text;

void cfa_whole_text_free(cfa_whole_text *whole);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_whole_text, cfa_whole_text_free)

/* The case text of an identifier ("394/70-95", "394/70-95/en"), the language as above. NULL with *error:
 * CFA_USAGE "bad-id" for what is no identifier; CFA_NOT_FOUND "no-such-case-text"; otherwise as
 * cfa_search. */
cfa_whole_text *cfa_browse_case_text(const cfa_index *index, const char *id, cfa_language preferred,
                                     cfa_error *error);

#endif
