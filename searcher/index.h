/*
 * An index opened for reading: one generation of it, whole.
 *
 *     cfa_index *index = cfa_index_open(directory, &error);
 *     …
 *     index = cfa_index_refresh(index, directory, &error);   before the next request: a newer generation, if
 *                                                            there is one
 *     cfa_index_free(index);
 *
 * One for each thread. A generation that was replaced goes on answering as long as it is open.
 */
#ifndef CFA_INDEX_H
#define CFA_INDEX_H

#include "checksums.h"
#include "frequency.h"
#include "layout.h"
#include "tally.h"

typedef struct cfa_index {
    char *directory;
    guint64 generation;
    char *identity;       /* of this generation and its copies elsewhere, and of no other: "7 b8289f6a-…" */
    GPtrArray *checksums; /* cfa_checksums *: of the generation of each database of this machine, where it has
                             them */
    xc_database *database;
    xc_database *library;            /* of principles and listed cases; NULL where there is none */
    cfa_stemmer *stemmer;            /* which remembers the stems of one request for the next */
    cfa_frequencies *frequencies;    /* and this those of its stems */
    cfa_counts *counts;              /* for facets */
    cfa_translations *translations;  /* NULL where nothing was learned */
    cfa_vocabulary *vocabulary;      /* NULL where there is none */
    guint64 device, inode, modified; /* of the file `current`, to see that it was replaced */
} cfa_index;

/* Opens what is in service in `directory`. Tries again while generations are being replaced, for at most two
 * seconds. NULL with *error: CFA_UNAVAILABLE, CFA_CORRUPT, CFA_IO. */
cfa_index *cfa_index_open(const char *directory, cfa_error *error);

/* The same index when nothing was published since; else the new one, and the old is freed. NULL with *error
 * (and the old freed) when there is none any more. `index` may be NULL for none yet, with `directory` to
 * open. */
cfa_index *cfa_index_refresh(cfa_index *index, const char *directory, cfa_error *error);

/* Whether all that was read of its translations and its vocabulary until now was what was written: before an
 * answer that they are part of is given. FALSE with CFA_CORRUPT. */
gboolean cfa_index_held(const cfa_index *index, cfa_error *error);

/* Whether all that it has beside its databases is what was written, asked for or not: one or two milliseconds
 * for 150,000 paragraphs. FALSE with CFA_CORRUPT or CFA_IO. */
gboolean cfa_index_verify(const cfa_index *index, cfa_error *error);

void cfa_index_free(cfa_index *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_index, cfa_index_free)

#endif
