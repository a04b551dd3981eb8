/*
 * Sealed: a file of a generation that says of itself what it is, how long, and what its digest is; read where
 * it lies, mapped.
 *
 *     cfasearch-<kind> <bytes of all that follows> <their SHA-256>
 *     …
 *
 * A file that was cut, or is of another kind, is refused when it is opened; one that was changed in place is
 * found by cfa_sealed_is_sound() where it has checksums, and by cfa_sealed_verify().
 *
 *     cfa_sealed_write(path, "vocabulary 2", bytes, &error);
 *     g_autoptr(cfa_sealed) sealed = cfa_sealed_open(path, "vocabulary 2", checksums, &error);
 *     bytes = cfa_sealed_bytes(sealed, &length);
 */
#ifndef CFA_SEALED_H
#define CFA_SEALED_H

#include "error.h"
#include "mapped_checksums.h"

typedef struct cfa_sealed cfa_sealed;

/* Maps a file of a kind ("translations 1": its name and the version of its form), and checks that it is one
 * and whole. `checksums` are those of it, borrowed, or NULL. NULL with *error: CFA_CORRUPT
 * "<name>-corrupt" for a damaged one, CFA_IO "unreadable" where there is none. */
cfa_sealed *cfa_sealed_open(const char *path, const char *kind, cfa_mapped_checksums *checksums,
                            cfa_error *error);
void cfa_sealed_free(cfa_sealed *sealed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_sealed, cfa_sealed_free)

/* Says of a file of a kind that it is damaged, as opening it does; always FALSE. */
gboolean cfa_sealed_damaged(const char *path, const char *kind, cfa_error *error);

/* All after the header; borrowed, at no particular alignment. */
const char *cfa_sealed_bytes(const cfa_sealed *sealed, gsize *length);

/* Whether bytes of it are what was written, as its checksums have it; TRUE without them. Once some are not,
 * none are. */
gboolean cfa_sealed_is_sound(const cfa_sealed *sealed, const char *bytes, gsize length);

/* Reads all of it and compares it with its digest: for `check`, since it costs with the size of the file. */
gboolean cfa_sealed_verify(const cfa_sealed *sealed);

/* Writes a file to the disk. FALSE with CFA_IO. */
gboolean cfa_sealed_write(const char *path, const char *kind, const GString *bytes, cfa_error *error);

#endif
