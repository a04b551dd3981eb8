/*
 * Changes: what a batch would do to the index in service. A build compares with nothing, an update with the
 * last generation.
 *
 *     cfa_changes *changes = cfa_changes_find(database, batch, again, prune, &error);
 *     … changes->remove, then every entry of the batch is added …
 *
 * An entry takes the place of what the same page held before: the case text of the same identifier, or of the
 * same text number, or what the same file held. What another source still holds stays: an earlier form of the
 * page that is there beside it, or, where a case text comes from several pages (joined cases), what the
 * others say of it. What that is only reading them tells: such pages are asked for, and the batch is to be
 * read once more with them; so are those that are one with others when a page of their number comes or goes.
 */
#ifndef CFA_CHANGES_H
#define CFA_CHANGES_H

#include "batch.h"

typedef struct cfa_changes {
    GPtrArray *remove;             /* identifiers of case texts that go, replaced or pruned, each once */
    GHashTable *replacing;         /* numbers of documents that take the place of something, as keys */
    guint added, changed, removed; /* documents of the sources */
} cfa_changes;

/* Reads the digests of all sources that an index holds: a set of strings, the caller's to unref. NULL with
 * *error. */
GHashTable *cfa_changes_known(const xc_database *database, cfa_error *error);

/* Compares a finished batch with an index, NULL for none, and joins into its entries what the index knows of
 * the same case text from sources that the batch did not meet. `again` is the set of digests (g_free) that
 * the batch read though they were known; to it those are added that have to be read besides, and if there are
 * any the batch and the changes are of no use. NULL where sources cannot be read twice: then what the index
 * knows of them counts as it is. `prune` removes what came from sources that the batch did not meet; what
 * came from one that it refused stays. NULL with *error. */
cfa_changes *cfa_changes_find(const xc_database *database, cfa_batch *batch, GHashTable *again,
                              gboolean prune, cfa_error *error);
void cfa_changes_free(cfa_changes *changes);

/* Notes that a document of the batch, a fresh one, takes the place of something, and counts anew. */
void cfa_changes_note(cfa_changes *changes, const cfa_batch *batch, guint document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_changes, cfa_changes_free)

#endif
