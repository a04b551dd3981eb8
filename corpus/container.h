/*
 * Containers: what lies in a file, member by member.
 *
 * A file and a gzip stream hold one member, a tar and a zip many. Each but the file reads itself from the
 * current member of the one around it, so that a tar in gzip in zip is a chain of three over the file, and
 * all of it is a stream: nothing is held but buffers, and a zip that does not lie in the file itself.
 *
 *     cfa_container *file = cfa_container_open_file(descriptor, &limits);
 *     const char *name;
 *     while (cfa_container_next(file, &name)) {
 *         if (cfa_container_kind_of_member(file) != CFA_CONTAINER_NONE)
 *             … cfa_container_open(file), and go on in there …
 *         else
 *             … cfa_container_read(file, buffer, size) until it gives 0 …
 *     }
 */
#ifndef CFA_CONTAINER_H
#define CFA_CONTAINER_H

#include "source.h"

typedef enum cfa_container_kind {
    CFA_CONTAINER_NONE, /* a document */
    CFA_CONTAINER_GZIP,
    CFA_CONTAINER_TAR,
    CFA_CONTAINER_ZIP
} cfa_container_kind;

typedef struct cfa_container cfa_container;

/* Takes the descriptor. Every limit has its value; the limits are borrowed. */
cfa_container *cfa_container_open_file(int descriptor, const cfa_source_limits *limits);

/* The container that the current member of `outer` is, by its kind; `outer` must outlive it and is read
 * through it alone. What is wrong with it shows at its first member. */
cfa_container *cfa_container_open(cfa_container *outer);
void cfa_container_close(cfa_container *container);

/* Goes to the next member. *name is its name in the container, NULL where it has none of its own (in a file
 * and in gzip), and borrowed until the next call. FALSE at the end, and when the container has failed.
 * Members of an archive that are no regular files (folders, links, devices) or that a walk of folders would
 * pass over are passed over. */
gboolean cfa_container_next(cfa_container *container, const char **name);

/* What the current member is, by its first bytes. */
cfa_container_kind cfa_container_kind_of_member(const cfa_container *container);

/* Up to `size` bytes of the current member; 0 at its end, -1 when it or a container has failed. */
gssize cfa_container_read(cfa_container *container, guint8 *buffer, gsize size);

/* Why nothing more comes out of the container, or NULL; and the same for its current member alone. */
const cfa_error *cfa_container_failure(const cfa_container *container);
const cfa_error *cfa_container_member_failure(const cfa_container *container);

/* The bytes of the file on disk: all of a regular file, of anything else what has been read of it. */
guint64 cfa_container_bytes_on_disk(const cfa_container *container);

/* Whether a walk passes over a file or folder of this name: hidden ones, and manifests, which are read in
 * another way. */
gboolean cfa_container_passes_over(const char *name);

#endif
