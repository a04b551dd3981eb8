/*
 * Columns: the file of a generation that says by document of which case text and which time it is and under
 * what it is counted (counted.h), so that a search groups and counts what it finds without reading a value of
 * each.
 *
 *     cfasearch-columns 2 <bytes of all that follows> <their SHA-256>
 *     numbers of four bytes, the lowest first:
 *       how many documents, paragraphs, case texts, sets and items there are
 *       of each document, by docid     its case text; then of each its paragraph; then of each its set
 *       of each case text              its run, its set, its time
 *       of each set, and of their end  where its items begin
 *       items                          the numbers of values
 *     lines:
 *       the UUID of the database that it is of, and its revision
 *       country <TAB> BY               of each value, its facet and what it is
 *
 * A case text is one in one language: its run is what its languages share, as a paragraph is. A document that
 * is not there has G_MAXUINT32 for all three.
 *
 *     g_autoptr(cfa_columns) columns = cfa_columns_open(path, database, &error);
 *     cfa_columns_row row;
 *     if (cfa_columns_read(columns, docid, &row))
 *         values = cfa_columns_set(columns, row.text_set, &count);          and those of row.set
 */
#ifndef CFA_COLUMNS_H
#define CFA_COLUMNS_H

#include "counted.h"
#include "mapped_checksums.h"

#include <xapian-c.h>

typedef struct cfa_columns cfa_columns;

/* What is told of a document. Paragraphs are numbered by what stands for their report, as bytes, and within
 * it in order; case texts by what they are called, the one that goes further first, and by language. */
typedef struct cfa_columns_row {
    guint32 run, paragraph; /* the same in all languages */
    guint32 text;           /* its case text, in its language */
    guint32 text_set, set;  /* of values: its case text's, and its own */
    guint32 time;           /* of its report, as cfa_layout_time() has it */
} cfa_columns_row;

/* Maps a file, and checks that it is one and whole; there is no document in it until all of it is checked.
 * `checksums` are those of it, borrowed, or NULL. NULL with *error: CFA_CORRUPT
 * "columns-corrupt" for a damaged one, CFA_IO "unreadable" where there is none. */
cfa_columns *cfa_columns_map(const char *path, cfa_mapped_checksums *checksums, cfa_error *error);

/* Whether they are what was written, as far as there are checksums, and of this database as it is. Every
 * number is checked, once: a millisecond for a million documents. FALSE with *error: CFA_CORRUPT
 * "columns-corrupt", or as the database has it. */
gboolean cfa_columns_check(cfa_columns *columns, const xc_database *database, cfa_error *error);

/* Maps and checks a file without its checksums. */
cfa_columns *cfa_columns_open(const char *path, const xc_database *database, cfa_error *error);
void cfa_columns_free(cfa_columns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_columns, cfa_columns_free)

/* How many there are: docids go from 1 to the first, the others from 0. */
guint cfa_columns_documents(const cfa_columns *columns);
guint cfa_columns_paragraphs(const cfa_columns *columns);
guint cfa_columns_runs(const cfa_columns *columns);
guint cfa_columns_values(const cfa_columns *columns);

/* Reads what is told of a document. FALSE where there is no such document. */
gboolean cfa_columns_read(const cfa_columns *columns, xc_docid docid, cfa_columns_row *row);

/* The run, or the paragraph, of a document alone; G_MAXUINT32 where there is no such document. */
guint32 cfa_columns_run(const cfa_columns *columns, xc_docid docid);
guint32 cfa_columns_paragraph(const cfa_columns *columns, xc_docid docid);

/* Whether two documents are of one case text in one language, and counted under the same. */
gboolean cfa_columns_alike(const cfa_columns *columns, xc_docid one, xc_docid other);

/* The last document of those at the beginning that stand in order of time, the oldest first: all of them,
 * unless an update added older ones. */
xc_docid cfa_columns_chronological(const cfa_columns *columns);

/* The values of a set: their numbers, borrowed. */
const guint32 *cfa_columns_set(const cfa_columns *columns, guint32 set, guint *count);

/* A value by its number; borrowed. */
const char *cfa_columns_value(const cfa_columns *columns, guint32 value, cfa_facet *facet);

/* Writes the columns of a database to a file. FALSE with *error: as the database has it, or CFA_IO. */
gboolean cfa_columns_make(const xc_database *database, const char *path, cfa_error *error);

/* Whether a file is what would be written: for `check`. FALSE with *error as opening has it. */
gboolean cfa_columns_verify(const char *path, const xc_database *database, cfa_error *error);

/* Columns of values that are at hand, wherever their documents are: they are added under numbers from 1 on,
 * which stand for docids. FALSE for a value that is none. Finishing frees the maker. */
typedef struct cfa_columns_maker cfa_columns_maker;
cfa_columns_maker *cfa_columns_maker_new(void);
gboolean cfa_columns_maker_add(cfa_columns_maker *maker, xc_docid docid, const char *bytes, gsize size);
cfa_columns *cfa_columns_maker_finish(cfa_columns_maker *maker);

#endif
