/*
 * The databases of a generation, opened as one, and the errors of libxapian in our words.
 *
 *     xc_database *database = cfa_database_open(current, &error);
 */
#ifndef CFA_DATABASE_H
#define CFA_DATABASE_H

#include "current.h"
#include "handles.h"
#include "record.h"

/* Opens every shard of a generation as one database, the caller's to free. NULL with *error: CFA_CORRUPT for
 * a damaged or missing one, CFA_UNAVAILABLE "shard-unavailable" for a remote one that does not answer. */
xc_database *cfa_database_open(const cfa_current *current, cfa_error *error);

/* Opens one database of this machine, whose documents all have data; the caller's to free. NULL with
 * *failure, XC_CORRUPT or XC_IO, also where libxapian passes over it that the data are not there or cannot be
 * opened. */
xc_database *cfa_database_open_folder(const char *folder, xc_error *failure);

/* The record that a document of paragraphs holds, the caller's. NULL with *failure where its data cannot be
 * had, and with *error (which may be NULL) where they are no record, as record.h has it. */
cfa_record *cfa_database_record(xc_document *document, xc_error *failure, cfa_error *error);

/* The same of the document with a number. */
cfa_record *cfa_database_read_record(const xc_database *database, xc_docid docid, xc_error *failure,
                                     cfa_error *error);

/* Puts an error of the shim into ours: its status decides between corrupt, unavailable, input and output.
 * Always FALSE. */
gboolean cfa_database_error(cfa_error *error, const xc_error *failure);

/* What a person is told behind the reason of an error by whom an index is read: of one that is damaged, how
 * to see what is, and what to do. The caller frees; "" for any other error. */
char *cfa_database_advice(const cfa_error *error, const char *index);

#endif
