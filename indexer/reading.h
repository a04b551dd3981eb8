/*
 * The reading of sources, as the worker does it: walks through them, passes over what is known, reads the
 * rest in several threads, and tells what it finds by messages.
 *
 *     const cfa_reading_options options = {.sources = sources, .jobs = 2, .memory = 64 << 20};
 *     cfa_reading_run(&options, stdout);
 */
#ifndef CFA_READING_H
#define CFA_READING_H

#include "files.h"

#include <stdio.h>

/* What is to be read, and what is known already. All of it is borrowed. */
typedef struct cfa_reading_options {
    const char *const *sources; /* NULL ends them */
    guint jobs;
    guint64 memory;         /* bytes of documents in the hands of threads */
    GHashTable *known;      /* digests (as keys) that need no reading again; NULL for none */
    GHashTable *again;      /* those of them that are to be read all the same; NULL for none */
    const cfa_files *files; /* what is known of files that hold them; NULL for nothing */
} cfa_reading_options;

/* Reads all of it, in threads of this process, and writes messages to `answers`, but for the first one. FALSE
 * where they cannot be written: nobody is there to be told why. */
gboolean cfa_reading_run(const cfa_reading_options *options, FILE *answers);

#endif
