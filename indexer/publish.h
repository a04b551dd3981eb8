/*
 * Publishing: an index is replaced whole or not at all.
 *
 * A publication holds the writer's lock and a new, empty generation folder. Until it is committed nothing
 * that a reader may have open is touched; freed without a commit, or killed, it leaves the last generation as
 * it was.
 *
 *     cfa_publication *publication = cfa_publication_begin(index, wait, &error);
 *     … write databases into cfa_publication_folder(publication) …
 *     cfa_publication_commit(publication, keep, &error);
 *     cfa_publication_free(publication);
 */
#ifndef CFA_PUBLISH_H
#define CFA_PUBLISH_H

#include "current.h"

typedef struct cfa_publication cfa_publication;

/* Takes the lock of the index, making its folder where there is none, removes what killed writers left, and
 * makes the next generation's folder. Waits up to `wait` seconds for another writer. NULL with *error:
 * CFA_UNAVAILABLE "locked", naming the holder; CFA_IO, also where DIR/current is there but cannot be read;
 * CFA_CORRUPT "format-newer" for an index that is to be left alone. */
cfa_publication *cfa_publication_begin(const char *index, guint wait, cfa_error *error);

/* The new generation's folder, and the generation in service, NULL where there is none; both borrowed. */
const char *cfa_publication_folder(const cfa_publication *publication);
const cfa_current *cfa_publication_last(const cfa_publication *publication);

/* The path of a file in the folder of the generation in service, whether it is there or not; NULL where there
 * is no generation. The caller frees. */
char *cfa_publication_last_file(const cfa_publication *publication, const char *name);

/* Reads all that is in service on this machine and compares it with its checksums; a second for a gigabyte
 * that is in memory. TRUE also where nothing is. FALSE with CFA_CORRUPT, CFA_IO. */
gboolean cfa_publication_verify_last(const cfa_publication *publication, cfa_error *error);

/* Copies the database in service into the new folder, by reference where the file system can, once all of its
 * generation was verified: damage is not handed on. FALSE with CFA_IO; CFA_CORRUPT; CFA_USAGE "shards-remote"
 * when the one in service has remote shards or several. */
gboolean cfa_publication_copy_last(cfa_publication *publication, cfa_error *error);

/* The same for its library, if there is one. */
gboolean cfa_publication_copy_library(cfa_publication *publication, cfa_error *error);

/* Sums the files of the new generation, syncs it, switches to it, and removes all but `keep` earlier ones.
 * FALSE with CFA_IO, and then the last one is still in service; or, where only the sync of the switch failed,
 * the new one, and nothing is removed. */
gboolean cfa_publication_commit(cfa_publication *publication, guint keep, cfa_error *error);

/* Removes all but `keep` of the generations before the one in service: for a run that publishes nothing,
 * after one that was killed before it had removed them. */
void cfa_publication_trim(const cfa_publication *publication, guint keep);

/* Gives the lock back, and removes the new folder unless it was committed. */
void cfa_publication_free(cfa_publication *publication);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_publication, cfa_publication_free)

#endif
