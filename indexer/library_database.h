/*
 * The library of a generation: the database of principles and listed cases, as layout.h has it. It is there
 * only where the sources have such pages.
 *
 *     xc_database *library = cfa_library_open(current, &error);       NULL, and no error, where there is none
 *     g_autoptr(GArray) found = cfa_library_documents(library, CFA_FILTER_ID, "digest:2006/581", &error);
 *     json_t *record = cfa_library_record(library, g_array_index(found, xc_docid, 0), &error);
 */
#ifndef CFA_LIBRARY_DATABASE_H
#define CFA_LIBRARY_DATABASE_H

#include "current.h"
#include "layout.h"

typedef enum cfa_library_slot {
    CFA_LIBRARY_ID,   /* the identifier, by which a principle's documents are one */
    CFA_LIBRARY_SEAL, /* what cfa_library_seal() says of the record */
    CFA_LIBRARY_SLOTS
} cfa_library_slot;

/* Opens the library of a generation, the caller's to free. NULL where there is none, and then *error is as it
 * was, or with *error. */
xc_database *cfa_library_open(const cfa_current *current, cfa_error *error);

/* The documents that have a filter's term: xc_docid, in their order, the caller's to unref. `library` may be
 * NULL: then there are none. NULL with *error. */
GArray *cfa_library_documents(const xc_database *library, cfa_filter filter, const char *value,
                              cfa_error *error);

/* The record of a document, the caller's to decref. NULL with *error: CFA_CORRUPT "record-corrupt" for what
 * is no record. */
json_t *cfa_library_record(const xc_database *library, xc_docid docid, cfa_error *error);

/* A record's first 64 bits of SHA-256 in hexadecimal: none of its bytes can change unseen. The caller
 * frees. */
char *cfa_library_seal(const char *record);

/* What the identifier of a listed case is: "case:9901". The caller frees. */
char *cfa_library_case_id(guint number);

/* Counts different principles and listed cases; 0 of both where `library` is NULL. FALSE with *error. */
gboolean cfa_library_count(const xc_database *library, guint *principles, guint *cases, cfa_error *error);

#endif
