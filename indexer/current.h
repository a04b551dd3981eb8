/*
 * Which generation of an index is in service: the small text file DIR/current, replaced as a whole to
 * publish.
 *
 *     cfasearch-index 8                          its format: CFA_LAYOUT_FORMAT
 *     generation 7
 *     shard gen-000007/paragraphs            a Xapian database below DIR …
 *     remote 10.0.0.5:3344                   … or one that xapian-tcpsrv serves
 *     translations gen-000007/translations   what the corpus taught (translations.h); may be missing
 *     vocabulary gen-000007/vocabulary       its words (vocabulary.h); may be missing
 *     columns gen-000007/columns             what is counted, by document (columns.h); may be missing
 *     library gen-000007/library             a database of principles and listed cases (library_database.h);
 *                                            may be missing
 *
 * What is in a folder gen-… is of the generation of that number, where it has the names below. What may be
 * missing is missing there, too: a part that is there and not named was cut from the file.
 *
 *     g_autoptr(cfa_current) current = cfa_current_read(directory, &error);
 *     … open every shard of it, in their order …
 */
#ifndef CFA_CURRENT_H
#define CFA_CURRENT_H

#include "error.h"

/* What is in the folder of a generation: the database; what was learned from it, its words, and what is
 * counted of it; the database of principles and listed cases; and, for cfa-index alone, what the files were
 * that it was read from (files.h). */
#define CFA_PARAGRAPHS "paragraphs"
#define CFA_TRANSLATIONS "translations"
#define CFA_VOCABULARY "vocabulary"
#define CFA_COLUMNS "columns"
#define CFA_LIBRARY "library"
#define CFA_FILES "files"

typedef struct cfa_shard {
    char *path; /* of a local one, with the index's folder; else NULL */
    char *host; /* of a remote one, else NULL */
    guint16 port;
} cfa_shard;

typedef struct cfa_current {
    guint64 generation;
    GPtrArray *shards;  /* cfa_shard *, at least one */
    char *translations; /* the path of that file, or NULL */
    char *vocabulary;   /* the same */
    char *columns;      /* the same */
    char *library;      /* the same of that database */
} cfa_current;

/* The folder of the index when none is named: $CFA_INDEX, else cfasearch/index in the user's data folder. The
 * caller frees. */
char *cfa_current_default_index(void);

/* Reads it. NULL with *error: CFA_UNAVAILABLE "no-index" where there is none; CFA_CORRUPT "index-corrupt",
 * "format-newer" or "format-older" (the reason says what to do); CFA_IO "unreadable". */
cfa_current *cfa_current_read(const char *index, cfa_error *error);
void cfa_current_free(cfa_current *current);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_current, cfa_current_free)

/* The folders that reading an index takes, whatever generation is published in it: its own, and those that
 * links in it lead to now, since shards may be in other folders of this machine. Where it is not there yet,
 * the nearest folder above it that is. The caller frees by g_strfreev(). */
char **cfa_current_folders(const char *index);

/* The folder of the generation that a database of this machine is of; NULL where it is on another one. The
 * caller frees. */
char *cfa_shard_folder(const cfa_shard *shard);

/* The name of a generation's folder, "gen-000007", the caller's to free; and the generation of such a name, 0
 * for any other. */
char *cfa_generation_name(guint64 generation);
guint64 cfa_generation_of(const char *name);

/* Publishes a generation, with its database and what else is in its folder: writes the file beside the old
 * one, syncs it, renames it over, syncs the folder. FALSE with CFA_IO. */
gboolean cfa_current_write(const char *index, guint64 generation, cfa_error *error);

#endif
