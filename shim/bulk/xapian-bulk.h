/*
 * xapian-bulk.h - a whole Xapian database at once, without libxapian's writer
 *
 * libxapian's WritableDatabase takes documents one at a time, in any order, and keeps what it has taken in
 * maps of maps: most of the time of building an index goes there. Whoever has all documents at hand can do
 * without. This module sorts inverted lists in its own memory and writes the tables of a glass database once,
 * from the first key to the last. What comes out is an ordinary database: libxapian opens, searches, checks
 * and updates it like one of its own.
 *
 *     xc_writable_open(path, XC_DB_CREATE, …); and closed: an empty database, which tells the format that
 *         libxapian writes
 *     xb_builder *builder = xb_builder_new(path, &error);
 *     xb_run *run = xb_run_new(builder, 1, &error);   documents 1, 2, 3 …; other threads have runs of their
 *                                                     own
 *     for (each document) {
 *         xb_run_add_posting(run, "strike", 6, 1, 1);
 *         xb_run_set_data(run, text, length);
 *         xb_run_end_document(run, &error);
 *     }
 *     xb_run_finish(run, &error);                               sorts it, and writes it to a working file
 *     xb_builder_finish(builder, &error);                       the tables, of all runs
 *     xb_builder_free(builder);
 *
 * MEMORY. A run takes some twelve bytes for each byte of running text, until it is finished; to finish the
 * builder takes 64 KiB for each run. So the caller bounds memory by the length of its runs, whatever the size
 * of the database.
 *
 * THREADS. A run belongs to one thread; runs of several threads may be under way at once. Whatever their
 * order, documents come out by their numbers, and the database has the same bytes but for its UUID.
 *
 * ERRORS. As in xapian-c.h. Adding to a run returns nothing: what goes wrong there (memory, a term too long)
 * is told by the xb_run_end_document() after it. After an error only _free is left. Nothing that is not
 * finished is a database: the path is to be thrown away then.
 *
 * FORMAT. That of glass as libxapian 1.4 writes it (the date in its version file is 14 March 2016), known
 * from libxapian's sources: backends/glass/glass_table.h (blocks and items), glass_version.cc,
 * glass_postlist.cc, glass_positionlist.cc, glass_termlisttable.cc, glass_values.cc and common/pack.h.
 * xb_builder_new() compares what libxapian itself has just written with what is known here, and refuses to
 * write any other.
 */
#ifndef XAPIAN_BULK_H
#define XAPIAN_BULK_H

#include <xapian-c.h>

typedef struct xb_builder xb_builder;
typedef struct xb_run xb_run;

/* Begins a database in the place of an empty one that libxapian made at `path` and closed. XC_UNSUPPORTED if
 * it is of a format that this module does not know, and then nothing has been touched; XC_IO. NULL on
 * failure. */
xb_builder *xb_builder_new(const char *path, xc_error *error);

/* A run of documents with the numbers from `first` on; runs must not overlap. From any thread. NULL with
 * XC_MEMORY. */
xb_run *xb_run_new(xb_builder *builder, xc_docid first, xc_error *error);

/* The parts of the next document, in any order; all is copied. A term's wdf adds up; a value replaces the one
 * before in its slot; an empty value is none. Positions of a term may come in any order and more than
 * once. */
void xb_run_add_posting(xb_run *run, const char *term, size_t length, uint32_t position, uint32_t wdf);
void xb_run_add_term(xb_run *run, const char *term, size_t length, uint32_t wdf);
void xb_run_add_value(xb_run *run, xc_valueno slot, const char *value, size_t length);
void xb_run_set_data(xb_run *run, const char *data, size_t length);

/* Ends the document; the next one has the next number. XC_LIMIT for an empty term or one over XC_TERM_MAX
 * bytes, a slot over 255, or a run of over 4 GiB; XC_MEMORY. */
bool xb_run_end_document(xb_run *run, xc_error *error);

/* Sorts the run and writes it to the builder's working file. From the run's thread. XC_IO, XC_MEMORY. */
bool xb_run_finish(xb_run *run, xc_error *error);
void xb_run_free(xb_run *run);

/* Writes the database from the runs that were finished, all others being freed. It uses two threads. Nothing
 * is synced to the disk. */
bool xb_builder_finish(xb_builder *builder, xc_error *error);
void xb_builder_free(xb_builder *builder);

#endif
