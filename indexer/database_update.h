/*
 * Updating a database: the changes of an update, made in a copy of that of the last generation.
 *
 *     const cfa_update_options options = {batch, changes, last, path, memory, progress};
 *     cfa_database_update(&options, &words, &error);
 *
 * What goes is removed, what came is added; then whatever else speaks of them is brought in line: what
 * other language versions are told (language_versions.h), and in which languages a paragraph is there
 * (paragraph_languages.h). Writing all of it anew is database_build.h's.
 */
#ifndef CFA_DATABASE_UPDATE_H
#define CFA_DATABASE_UPDATE_H

#include "changes.h"

typedef struct cfa_update_options {
    const cfa_batch *batch; /* finished */
    const cfa_changes *changes;
    const xc_database *last; /* what is in service */
    const char *path;        /* of the copy, which nobody reads yet */
    guint64 memory;          /* bytes */
    cfa_progress *progress;
} cfa_update_options;

/* Makes the changes. *words are those of the paragraphs that came or went, a set of strings, the caller's;
 * NULL where it is not known which they are. FALSE with *error; then the copy is to be thrown away. */
gboolean cfa_database_update(const cfa_update_options *options, GHashTable **words, cfa_error *error);

#endif
