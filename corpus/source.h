/*
 * Sources: from paths to documents, each a bounded run of bytes with a name.
 *
 * A path is a file, a folder (read recursively, in name order) or "-" for standard input. What a file holds
 * is decided by its first bytes, never by its name: gzip (zlib, several members too), tar or zip
 * (libarchive), one inside the other up to a depth, or the document itself.
 *
 *     static gboolean on_document(const cfa_document *document, const cfa_error *error, gpointer batch) { … }
 *     const char *const paths[] = {"reports", "2021.tar.gz", NULL};
 *     cfa_source_read(paths, NULL, NULL, on_document, NULL, batch);
 *
 * Each document comes to `visit` in turn, or the error that stands in its place; a bad one never ends the
 * walk. The bytes are borrowed: they are gone when `visit` returns.
 */
#ifndef CFA_SOURCE_H
#define CFA_SOURCE_H

#include "error.h"
#include "manifest.h"

typedef struct cfa_document {
    const char *name; /* the path, and inside a container the path through it: "2021.tar.gz/394/p1.html" */
    const guint8 *bytes;
    gsize length;
    /* Bytes of the file on disk that this document cost: the whole file for the first one of it; of standard
     * input, what has been read since the last one. Told with errors too. */
    guint64 bytes_read;
    /* What manifest.tsv beside the file, or in a folder of the walk around it, says of it or of the file that
     * holds it; or NULL. Borrowed until `visit` returns. */
    const cfa_manifest_row *facts;
    const char *digest; /* SHA-256 of the bytes in hexadecimal, where the caller has it already; else NULL */
} cfa_document;

/* Bounds, so that no source can exhaust the machine. 0 means the default in brackets. */
typedef struct cfa_source_limits {
    guint64 document_bytes;  /* one document, unpacked (64 MiB) */
    guint64 container_bytes; /* all that comes out of one file (64 GiB) */
    guint ratio;             /* bytes out for a byte in, counted once 64 MiB are out (200) */
    guint nesting;           /* containers in containers (4) */
    guint entries;           /* entries of one container (1,000,000) */
    guint depth;             /* folders in folders (64) */
} cfa_source_limits;

/* A file as the system has it, before it is read. */
typedef struct cfa_source_file {
    const char *path;
    guint64 device, inode, size;
    gint64 modified, changed; /* nanoseconds since 1970 */
    guint64 facts;            /* a hash of what the manifests say of the file itself */
    guint64 manifests; /* a hash of the manifests around it: which they are, and how the system has them */
} cfa_source_file;

/* Asked before a regular file of the walk is read; FALSE passes it over. For a caller that remembers
 * files. */
typedef gboolean (*cfa_source_gate)(const cfa_source_file *file, gpointer data);

/* One document, or (document NULL but for its name) what is wrong there: `error` is NULL when all is well.
 * Returning FALSE ends the walk. */
typedef gboolean (*cfa_source_visit)(const cfa_document *document, const cfa_error *error, gpointer data);

/* Something odd, though nothing is refused. `name` is the file's. */
typedef void (*cfa_source_warn)(const char *name, const cfa_error *warning, gpointer data);

/* Walks each of the paths, which end with NULL. `limits`, `gate` and `warn` may be NULL. FALSE when `visit`
 * ended it. Files that are neither a regular file nor a folder (a FIFO, a device), folders that loop and
 * files without permission are errors with the code "not-a-file", "folder-loop", "unreadable"; a missing path
 * is "not-found", a folder that holds an index "is-index", and a file that another program changed while it
 * was read "changed". Names with invalid UTF-8 are made valid in `name`. A path that is a folder without any
 * file is "empty", as the place is of a disk that is not mounted; a folder below it may be. A file named
 * manifest.tsv is read as such and is no document (one that is named itself, or in an archive, is passed
 * over); hidden files and folders (".git") are passed over, as editors and version control leave them, and so
 * is the folder "NAME_files" that a browser saved beside "NAME.html", be that packed by now ("NAME.html.gz").
 * Links are followed, but a folder is read once. Links, devices and folders in archives are passed over, and
 * "../" in a name there is dropped.
 *
 * A damaged container gives its members before the damage, then the error under its own name; a zip goes on
 * behind a bad member.
 *
 * A manifest.tsv in a folder of the walk that has rows which name no file there is a warning,
 * "manifest-no-file", one for all of them.
 *
 * Codes: gzip-truncated, gzip-corrupt, archive-corrupt, archive-truncated, archive-encrypted, too-large,
 * ratio-exceeded, nesting-exceeded, too-many-entries, empty, and those of manifest.h. */
gboolean cfa_source_read(const char *const *paths, const cfa_source_limits *limits, cfa_source_gate gate,
                         cfa_source_visit visit, cfa_source_warn warn, gpointer data);

/* Whether a document of this name is what lies at `place`, which has a name of the same kind, or in it:
 * "2021.tar/394.html" is in "2021.tar". */
gboolean cfa_source_is_in(const char *name, const char *place);

#endif
