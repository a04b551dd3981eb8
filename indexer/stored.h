/*
 * Stored: a case text put together again from the documents of an index.
 *
 *     g_autoptr(cfa_stored) stored = cfa_stored_load(database, "394/70-95/en", &error);
 *     cfa_writer_add(writer, stored->text, &stored->origin, languages, &error);
 */
#ifndef CFA_STORED_H
#define CFA_STORED_H

#include "origin.h"

typedef struct cfa_stored {
    char *id;
    cfa_case_text *text; /* with all its paragraphs, in their order */
    cfa_origin origin;
} cfa_stored;

/* The case text of an identifier. NULL where there is none, and then *error is as it was, or with *error. */
cfa_stored *cfa_stored_load(const xc_database *database, const char *id, cfa_error *error);
void cfa_stored_free(cfa_stored *stored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_stored, cfa_stored_free)

/* The record of a document; the caller's. NULL with *failure, or with *error where it cannot be read. */
cfa_record *cfa_stored_record(const xc_database *database, xc_docid docid, xc_error *failure,
                              cfa_error *error);

#endif
