/*
 * Files: what each file of the sources was when it was last read, and the digests of the documents it held. A
 * file that is still the same to the system (place, size, times, and what manifests say of it) need not be
 * opened again: so a run that finds nothing new costs a look at each file and no more.
 *
 *     g_autoptr(cfa_files) last = cfa_files_open("gen-000006/files");       NULL where there is none
 *     digests = cfa_files_find(last, &file, &same);                        not the same: it is to be read
 *     g_autoptr(cfa_files) files = cfa_files_new();
 *     cfa_files_add(files, &file, FALSE, digests, now);
 *     cfa_files_write(files, "gen-000007/files", &error);
 *
 * What an index holds is in the index: a record is to be believed only for documents that are there. One
 * whose file was changed so shortly before it was read that a later change might bear the same time is never
 * the same.
 *
 * The file is a sorted_table.h: a line a file, its absolute path with all but printable ASCII escaped as in
 * C, then its marks and the digests of its documents.
 */
#ifndef CFA_FILES_H
#define CFA_FILES_H

#include "source.h"

typedef struct cfa_files cfa_files;

cfa_files *cfa_files_new(void);
void cfa_files_free(cfa_files *files);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_files, cfa_files_free)

/* Reads a file of them; NULL where there is none, or it is damaged: then all is read again. */
cfa_files *cfa_files_open(const char *path);

/* The digests of a file's documents, char *, borrowed: what it held when it was last read, and *same tells
 * whether it is as it was then. NULL where it was not read before. `files` may be NULL. */
const GPtrArray *cfa_files_find(const cfa_files *files, const cfa_source_file *file, gboolean *same);

/* Adds to `digests` (g_free) what files at these places (names, char *), or below them, held when they were
 * last read, whatever the place is called now: "reports/", "./reports". Not those among `seen` (as keys).
 * `files` may be NULL. */
void cfa_files_add_below(const cfa_files *files, const GPtrArray *places, GHashTable *seen,
                         GHashTable *digests);

/* Remembers a file that was read at `now` (microseconds since 1970), whether it is a container, not a
 * document itself, and its documents' digests; both are copied. */
void cfa_files_add(cfa_files *files, const cfa_source_file *file, gboolean is_container,
                   const GPtrArray *digests, gint64 now);

/* Takes over what `last` (or NULL) has of a file that was met, until more is added of it. */
void cfa_files_keep(cfa_files *files, const cfa_files *last, const cfa_source_file *file);

/* What a run met beside its files; digests are keys. */
typedef struct cfa_files_met {
    const char *const *sources; /* that were walked through, ended with NULL */
    GHashTable *seen;           /* digests of all documents */
    GHashTable *known;          /* those that the index has */
} cfa_files_met;

/* Takes over what `last` (or NULL) has of files that were not met, as far as all their digests are known.
 * One in the sources whose documents were all seen elsewhere is gone: it is forgotten, and its digests are
 * added to `moved` (g_free). */
void cfa_files_join(cfa_files *files, const cfa_files *last, const cfa_files_met *met, GHashTable *moved);

/* Writes the file to the disk. FALSE with CFA_IO. */
gboolean cfa_files_write(const cfa_files *files, const char *path, cfa_error *error);

#endif
