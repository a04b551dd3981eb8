/*
 * Building the database of a new generation, from a whole batch by several workers.
 *
 *     const cfa_build_options options = {batch, languages, path, jobs, memory, progress};
 *     cfa_database_build(&options, &at_once, &error);
 *
 * Documents are numbered in the order of the batch, so that the database depends on what was read alone. It
 * is written at once (xapian-bulk.h), in some fifth of the time that libxapian's own writer takes. Where
 * libxapian is one whose format that does not know, its writer makes a shard for each worker and the shards
 * are merged: the same lists.
 */
#ifndef CFA_DATABASE_BUILD_H
#define CFA_DATABASE_BUILD_H

#include "batch.h"

typedef struct cfa_build_options {
    const cfa_batch *batch;                   /* finished */
    const cfa_paragraph_languages *languages; /* with all that is in the batch */
    const char *path;                         /* of the database; there is nothing yet */
    guint jobs;     /* workers at most: fewer where the memory is too little for so many */
    guint64 memory; /* bytes for all workers together */
    cfa_progress *progress;
} cfa_build_options;

/* Writes the database, at once if it can; *at_once tells. FALSE with *error; then what is at `path` is to be
 * removed. */
gboolean cfa_database_build(const cfa_build_options *options, gboolean *at_once, cfa_error *error);

/* The one way and the other. `cfa_database_build_at_once` fails with "format-unknown" before anything else
 * where it cannot. */
gboolean cfa_database_build_at_once(const cfa_build_options *options, cfa_error *error);
gboolean cfa_database_build_by_writer(const cfa_build_options *options, cfa_error *error);

#endif
