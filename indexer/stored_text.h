/*
 * A stored text: a case text put together again from the documents of an index.
 *
 *     g_autoptr(cfa_stored_text) stored = cfa_stored_text_load(database, "394/70-95/en", &error);
 *     cfa_writer_add(writer, stored->text, &stored->origin, languages, &error);
 */
#ifndef CFA_STORED_TEXT_H
#define CFA_STORED_TEXT_H

#include "origin.h"

typedef struct cfa_stored_text {
    char *id;
    cfa_case_text *text; /* with all its paragraphs, in their order */
    cfa_origin origin;
} cfa_stored_text;

/* The case text of an identifier. NULL where there is none, and then *error is as it was, or with *error. */
cfa_stored_text *cfa_stored_text_load(const xc_database *database, const char *id, cfa_error *error);
void cfa_stored_text_free(cfa_stored_text *stored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_stored_text, cfa_stored_text_free)

#endif
