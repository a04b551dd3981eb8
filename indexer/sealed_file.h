/*
 * A sealed file of a generation says of itself what it is, how long, and what its digest is; it is read where
 * it lies, mapped.
 *
 *     cfasearch-<kind> <bytes of all that follows> <their SHA-256>
 *     …
 *
 * A file that was cut, or is of another kind, is refused when it is opened; one that was changed in place is
 * found by cfa_sealed_file_is_sound() where it has checksums, and by cfa_sealed_file_verify().
 *
 *     cfa_sealed_file_write(path, "vocabulary 2", bytes, &error);
 *     g_autoptr(cfa_sealed_file) sealed = cfa_sealed_file_open(path, "vocabulary 2", checksums, &error);
 *     bytes = cfa_sealed_file_bytes(sealed, &length);
 */
#ifndef CFA_SEALED_FILE_H
#define CFA_SEALED_FILE_H

#include "error.h"
#include "mapped_checksums.h"

typedef struct cfa_sealed_file cfa_sealed_file;

/* Maps a file of a kind ("translations 1": its name and the version of its form), and checks that it is one
 * and whole. `checksums` are those of it, borrowed, or NULL. NULL with *error: CFA_CORRUPT
 * "<name>-corrupt" for a damaged one, CFA_IO "unreadable" where there is none. */
cfa_sealed_file *cfa_sealed_file_open(const char *path, const char *kind, cfa_mapped_checksums *checksums,
                                      cfa_error *error);
void cfa_sealed_file_free(cfa_sealed_file *sealed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_sealed_file, cfa_sealed_file_free)

/* Says of a file of a kind that it is damaged, as opening it does; always FALSE. */
gboolean cfa_sealed_file_damaged(const char *path, const char *kind, cfa_error *error);

/* All after the header; borrowed, at no particular alignment. */
const char *cfa_sealed_file_bytes(const cfa_sealed_file *sealed, gsize *length);

/* Whether bytes of it are what was written, as its checksums have it; TRUE without them. Once some are not,
 * none are. */
gboolean cfa_sealed_file_is_sound(const cfa_sealed_file *sealed, const char *bytes, gsize length);

/* Reads all of it and compares it with its digest: for `check`, since it costs with the size of the file. */
gboolean cfa_sealed_file_verify(const cfa_sealed_file *sealed);

/* Writes a file to the disk. FALSE with CFA_IO. */
gboolean cfa_sealed_file_write(const char *path, const char *kind, const GString *bytes, cfa_error *error);

#endif
