/*
 * Stored: a case text put together again from the documents of an index.
 *
 *     g_autoptr(cfa_stored) stored = cfa_stored_load(database, "394/70-95/en", &error);
 *     cfa_writer_add(writer, stored->text, &stored->origin, siblings, &error);
 */
#ifndef CFA_STORED_H
#define CFA_STORED_H

#include "document.h"

typedef struct cfa_stored {
    char *id;
    cfa_case_text *text; /* with all its paragraphs, in their order */
    cfa_origin origin;
} cfa_stored;

/* The case text of an identifier. NULL where there is none, and then *error is as it was, or with *error. */
cfa_stored *cfa_stored_load(const xc_database *database, const char *id, cfa_error *error);
void cfa_stored_free(cfa_stored *stored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_stored, cfa_stored_free)

/* The documents that have a term: xc_docid, the caller's to unref. */
GArray *cfa_stored_documents(const xc_database *database, const char *term, xc_error *failure);

/* The record of a document; the caller's. NULL with *failure, or with *error where it cannot be read. */
cfa_record *cfa_stored_record(const xc_database *database, xc_docid docid, xc_error *failure,
                              cfa_error *error);

/* Calls `visit` with each value of a filter that a document has. */
typedef void (*cfa_stored_visitor)(const char *value, gpointer data);
void cfa_stored_each_value(const xc_database *database, xc_docid docid, cfa_filter filter,
                           cfa_stored_visitor visit, gpointer data, xc_error *failure);

/* Adds them to a list, each once. */
void cfa_stored_values(const xc_database *database, xc_docid docid, cfa_filter filter, GPtrArray *values,
                       xc_error *failure);

#endif
