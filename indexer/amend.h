/*
 * Amending: the changes of an update, made in a copy of the last generation's database.
 *
 *     const cfa_amendment amendment = {batch, changes, last, path, memory, progress};
 *     cfa_amend(&amendment, &words, &error);
 *
 * What goes is removed, what came is added; then whatever else speaks of them is brought in line: what
 * sisters are told (sisters.h), and in which languages a paragraph is there (siblings.h). Writing all of it
 * anew is assemble.h's.
 */
#ifndef CFA_AMEND_H
#define CFA_AMEND_H

#include "changes.h"

typedef struct cfa_amendment {
    const cfa_batch *batch; /* finished */
    const cfa_changes *changes;
    const xc_database *last; /* what is in service */
    const char *path;        /* of the copy, which nobody reads yet */
    guint64 memory;          /* bytes */
    cfa_progress *progress;
} cfa_amendment;

/* Makes the changes. *words are those of the paragraphs that came or went, a set of strings, the caller's;
 * NULL where it is not known which they are. FALSE with *error; then the copy is to be thrown away. */
gboolean cfa_amend(const cfa_amendment *amendment, GHashTable **words, cfa_error *error);

#endif
