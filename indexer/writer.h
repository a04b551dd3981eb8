/*
 * The writer: case texts into the documents of one Xapian database, as layout.h has them.
 *
 *     cfa_writer *writer = cfa_writer_open(path, CFA_WRITER_SCRATCH, 64 << 20, &error);
 *     cfa_writer_add(writer, text, &origin, languages, &error);
 *     cfa_writer_close(writer, &error);
 *
 * One writer for one database, in one thread. After an error only cfa_writer_close is left.
 */
#ifndef CFA_WRITER_H
#define CFA_WRITER_H

#include "document.h"
#include "paragraph_languages.h"

typedef struct cfa_writer cfa_writer;

typedef enum cfa_writer_mode {
    CFA_WRITER_SCRATCH, /* a new database */
    CFA_WRITER_UPDATE   /* one that is there, and that nobody reads meanwhile */
} cfa_writer_mode;

/* Opens the database at `path`. What it writes is not synced to the disk, and only a writer that was closed
 * leaves a whole database. It commits whenever about `memory` bytes are in use. NULL with *error. */
cfa_writer *cfa_writer_open(const char *path, cfa_writer_mode mode, guint64 memory, cfa_error *error);

/* Adds every paragraph of the case text. `languages` knows all that the index will hold; NULL for an index
 * whose paragraphs are all in every language. */
gboolean cfa_writer_add(cfa_writer *writer, const cfa_case_text *text, const cfa_origin *origin,
                        const cfa_paragraph_languages *languages, cfa_error *error);

/* Calls `visit` with each paragraph of a case text as it is to be placed; FALSE as soon as `visit` says so.
 * `languages` as above. */
typedef gboolean (*cfa_paragraph_visitor)(const cfa_placed_paragraph *placed, gpointer data,
                                          cfa_error *error);
gboolean cfa_writer_visit(const cfa_case_text *text, const cfa_origin *origin,
                          const cfa_paragraph_languages *languages, cfa_paragraph_visitor visit,
                          gpointer data, cfa_error *error);

/* Makes the documents of a paragraph ("394/83") say that it is missing in these languages, after it came to
 * others or went from them. */
gboolean cfa_writer_settle(cfa_writer *writer, const char *paragraph, cfa_language_set missing,
                           cfa_error *error);

/* Removes each document that has the filter term. */
gboolean cfa_writer_remove(cfa_writer *writer, cfa_filter filter, const char *value, cfa_error *error);

/* What is there now, for reading; borrowed until the writer is closed. */
xc_database *cfa_writer_database(cfa_writer *writer);

/* Commits and frees the writer, whether it fails or not. `writer` may be NULL, and is then no failure. */
gboolean cfa_writer_close(cfa_writer *writer, cfa_error *error);

#endif
