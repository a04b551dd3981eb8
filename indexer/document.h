/*
 * Document: all that the index entry of a paragraph holds, as layout.h has it, before it is one of
 * libxapian's.
 *
 *     g_autoptr(cfa_contents) contents = cfa_contents_new();
 *     cfa_contents_fill(contents, stemmer, &paragraph);          and again for the next paragraph
 *     cfa_contents_put(contents, document, &error);              into a document of libxapian …
 *     cfa_contents_add_to_run(contents, run);                    … or of a database that is written at once
 *
 * So there is one list of what a document holds, whoever writes it, and for `check` to compare
 * with. */
#ifndef CFA_DOCUMENT_H
#define CFA_DOCUMENT_H

#include "origin.h"

#include <xapian-bulk.h>

/* A paragraph on its way into the index; all is borrowed. */
typedef struct cfa_placed_paragraph {
    const cfa_case_text *text;
    const char *head; /* of its record: cfa_record_head() */
    const cfa_paragraph *paragraph;
    guint first, last;        /* paragraphs of the case text */
    const cfa_origin *origin; /* NULL: the terms that name its sources are left out */
    cfa_language_set missing; /* the languages that lack it: see paragraph_languages.h */
} cfa_placed_paragraph;

typedef struct cfa_contents cfa_contents;

cfa_contents *cfa_contents_new(void);
void cfa_contents_free(cfa_contents *contents);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_contents, cfa_contents_free)

/* Makes the contents those of a paragraph. `stemmer` is the thread's own. */
void cfa_contents_fill(cfa_contents *contents, cfa_stemmer *stemmer, const cfa_placed_paragraph *placed);

/* Puts all of it into a document that is empty, but for the record, which is cfa_record_encode()'s. FALSE
 * with *error. */
gboolean cfa_contents_put(const cfa_contents *contents, xc_document *document, cfa_error *error);

/* The same into the document of a run that is under way; what goes wrong is told when it ends. */
void cfa_contents_add_to_run(const cfa_contents *contents, xb_run *run);

#endif
