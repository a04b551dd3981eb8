/*
 * A batch: what the sources of one run hold, read by a worker in several threads, each case text once.
 *
 *     const cfa_reading_options reading = {.sources = sources, .jobs = 2, .memory = 64 << 20};
 *     cfa_batch *batch = cfa_batch_new(folder, &reading, NULL, &error);
 *     cfa_batch_read(batch, &error);
 *     for (guint i = 0; i < batch->entries->len; i++)
 *         text = cfa_batch_load(batch, g_ptr_array_index(batch->entries, i), &error);
 *
 * The order is that of reading, whatever the number of threads, until it is put in that of time. Pages that
 * hold the same case text (the same report, paragraphs and language: joined cases are stored once for each)
 * become one entry with all their cases. Where their words differ those of the first stand, and of each other
 * that differs there is a warning, "other-words", unless both were known where they are.
 */
#ifndef CFA_BATCH_H
#define CFA_BATCH_H

#include "catalogue_entry.h"
#include "entry.h"
#include "opened_files.h"
#include "paragraph_languages.h"
#include "progress.h"
#include "reading.h"
#include "remark.h"

typedef struct cfa_batch {
    GPtrArray *entries;           /* cfa_entry *, after cfa_batch_read in the order of reading */
    GPtrArray *catalogue_entries; /* cfa_catalogue_entry *, likewise: what the library gets */
    GPtrArray *rejected;          /* cfa_remark *, likewise */
    GPtrArray *warnings;          /* cfa_remark *, likewise */
    GPtrArray *replaced; /* cfa_replaced *, after cfa_batch_read, of the files that were opened again */
    GHashTable *damaged; /* digests that a file held the last time of which all is refused now, or the place
                            where it was, as keys */
    GHashTable *moved; /* digests that lie elsewhere than the last time, as keys: of those that hold the same
                          case text another may be the first now */
    GHashTable *fresh; /* the number of every document that was not known, and was understood, as keys */
    GHashTable *seen; /* the digest of every document met, as keys: of it and of what a manifest says of it */
    cfa_files *files; /* after cfa_batch_read, what is to be known of files the next time */
    guint read;       /* documents met, good or bad */
    guint unchanged;  /* of them, known already */
    guint64 bytes_read;
    guint fence;                 /* the parts that held around the worker: fence.h */
    struct cfa_batch_work *work; /* what only batch.c knows */
} cfa_batch;

/* A batch that spools into `folder`. What is to be read is copied, and what it points to is borrowed, as is
 * `progress` (or NULL). NULL with CFA_IO. */
cfa_batch *cfa_batch_new(const char *folder, const cfa_reading_options *reading, cfa_progress *progress,
                         cfa_error *error);
void cfa_batch_free(cfa_batch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_batch, cfa_batch_free)

/* Reads the sources, puts all in order, and joins entries that are the same; once for a batch. A bad document
 * is a remark, no failure. FALSE with *error when the spool cannot be written, and for what worker.h tells:
 * "worker-unstarted", and "worker-ended" with the document that it ended at. */
gboolean cfa_batch_read(cfa_batch *batch, cfa_error *error);

/* Adds, after all is read, what was not but is in an index: so that all of it can be written anew. Then the
 * entries are told and joined as in a build. FALSE with *error. */
gboolean cfa_batch_add_stored(cfa_batch *batch, const xc_database *database, GPtrArray *ids,
                              cfa_error *error);

/* Puts the entries in the order of time, the oldest first and the languages of a case text side by side: the
 * order of documents in an index, by which a search tells the newest of many that weigh the same. After all
 * else but loading. */
void cfa_batch_sort_by_time(cfa_batch *batch);

/* The case text of an entry, with the cases of all its pages; the caller's to free. NULL with CFA_IO. From
 * any thread. */
cfa_case_text *cfa_batch_load(const cfa_batch *batch, const cfa_entry *entry, cfa_error *error);

/* Whether a source was refused, or the place where it was looked for: it may be damaged, it is not gone. */
gboolean cfa_batch_refused(const cfa_batch *batch, const char *source);

/* Adds the language of every paragraph of all entries. */
void cfa_batch_add_languages(const cfa_batch *batch, cfa_paragraph_languages *languages);

#endif
