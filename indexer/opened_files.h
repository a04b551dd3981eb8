/*
 * Opened files: what came out of each file that a run opened, and what of it is gone that the file held the
 * last time.
 *
 *     g_autoptr(cfa_opened_files) opened = cfa_opened_files_new();
 *     cfa_opened_files_begin(opened, &file, time, before);
 *     cfa_opened_files_meet(opened, 0, "2021.tar/394.html", digest);       each document, in their order
 *     cfa_opened_files_refuse(opened, 0);                                  then or later
 *     cfa_opened_files_finish(opened, seen, files, replaced, damaged);
 *
 * Documents have numbers, in the order in which they are met, from 0 on. What is of no file that was opened
 * (standard input, a source that is not there) is passed over.
 */
#ifndef CFA_OPENED_FILES_H
#define CFA_OPENED_FILES_H

#include "files.h"

/* What a file held the last time, and none of the files does now. */
typedef struct cfa_replaced {
    char *digest;
    guint document; /* the one in its place now; G_MAXUINT for none */
} cfa_replaced;

/* Frees one: a GDestroyNotify. */
void cfa_replaced_free(gpointer replaced);

typedef struct cfa_opened_files cfa_opened_files;

cfa_opened_files *cfa_opened_files_new(void);
void cfa_opened_files_free(cfa_opened_files *opened);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_opened_files, cfa_opened_files_free)

/* A file is opened, at a time in microseconds since 1970. `before`, borrowed, are the digests of what it held
 * the last time; NULL for none. */
void cfa_opened_files_begin(cfa_opened_files *opened, const cfa_source_file *file, gint64 time,
                            const GPtrArray *before);

/* A document is met, by its name in the source and the digest by which it is known, NULL for one that is
 * refused. */
void cfa_opened_files_meet(cfa_opened_files *opened, guint document, const char *name, const char *digest);

/* A document that was met is refused. */
void cfa_opened_files_refuse(cfa_opened_files *opened, guint document);

/* Adds to `moved` (digests, g_free) what lies where something else did the last time, or nothing, and what
 * lay there then. What files hold that held something bad is passed over: they are not remembered. */
void cfa_opened_files_add_moved(const cfa_opened_files *opened, GHashTable *moved);

/* Adds to `files` what is to be remembered: but for files that held something bad, which is to be told each
 * time. Adds to `replaced` what is gone, as far as it was not `seen` elsewhere (digests as keys), or to
 * `damaged` (digests, g_free) where all is refused that its file holds now. */
void cfa_opened_files_finish(const cfa_opened_files *opened, GHashTable *seen, cfa_files *files,
                             GPtrArray *replaced, GHashTable *damaged);

#endif
