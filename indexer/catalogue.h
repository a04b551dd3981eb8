/*
 * The catalogue: all entries of the library that a run is to publish.
 *
 *     g_autoptr(cfa_catalogue) catalogue = cfa_catalogue_make(library, batch, changes, prune, &error);
 *     if (catalogue->changed)
 *         cfa_catalogue_write(catalogue, path, &error);
 *
 * The library is small, some fifteen thousand entries for all there is, and so it is kept simple: a set of
 * entries, each of one page. Nothing is joined in it, so that a page that goes takes its own with it and no
 * more; whoever reads joins. Where anything in it changes all of it is written anew, in an order that does
 * not depend on that of reading: an update makes what a build would.
 */
#ifndef CFA_CATALOGUE_H
#define CFA_CATALOGUE_H

#include "catalogue_entry.h"
#include "changes.h"

typedef struct cfa_catalogue {
    GPtrArray *entries; /* cfa_catalogue_entry *, in their order; they need not be there if nothing changed */
    gboolean changed;   /* it is not what the library was */
} cfa_catalogue;

/* The entries that a library (or NULL) keeps, with those of a finished batch. An entry goes when the file of
 * its page holds another page now, when a page that is new says the same thing in the same language and its
 * own was not met, and where `prune`, when its page was not met at all. Pages that were refused are not gone.
 * Adds to `changes` which documents were changed and how many are removed. NULL with *error. */
cfa_catalogue *cfa_catalogue_make(const xc_database *library, const cfa_batch *batch, cfa_changes *changes,
                                  gboolean prune, cfa_error *error);
void cfa_catalogue_free(cfa_catalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_catalogue, cfa_catalogue_free)

/* Writes all entries into a new database, if there are any. FALSE with *error; then what is at `path` is to
 * be removed. */
gboolean cfa_catalogue_write(const cfa_catalogue *catalogue, const char *path, cfa_error *error);

#endif
