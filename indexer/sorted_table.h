/*
 * A sorted table: a text file of a generation, one line a key, that is searched where it lies, mapped,
 * without being read.
 *
 *     cfasearch-<kind> <bytes of all that follows> <their SHA-256>
 *     <key> <TAB> <what is told of it>
 *     …
 *
 * Lines stand in the byte order of their keys, so that any pager looks into them as well. A file that was cut
 * is refused when it is opened. Of one that was changed in place there is no line that its checksums do not
 * cover, and cfa_checksums_held() tells of it where it was looked for; without checksums it is found by
 * cfa_sorted_table_verify(), and no line is believed beyond its end.
 *
 *     g_autoptr(cfa_sorted_table) table = cfa_sorted_table_open(path, "vocabulary 2", checksums, &error);
 *     cfa_table_line line;
 *     gboolean more = cfa_sorted_table_seek(table, "s", 1, &line);    // the first key that is not before "s"
 *     for (; more; more = cfa_sorted_table_next(table, &line))
 *         … line.key, line.key_length …
 */
#ifndef CFA_SORTED_TABLE_H
#define CFA_SORTED_TABLE_H

#include "error.h"
#include "mapped_checksums.h"

typedef struct cfa_sorted_table cfa_sorted_table;

/* A line; borrowed from the table, and not ended by a NUL. */
typedef struct cfa_table_line {
    const char *key;
    gsize key_length;
    const char *rest; /* from the TAB on, or the end where there is none */
    const char *end;  /* its newline */
} cfa_table_line;

/* Maps a file of a kind ("translations 1": its name and the version of its form), and checks that it is one
 * and whole. `checksums` are those of it, borrowed, or NULL. NULL with *error: CFA_CORRUPT
 * "<name>-corrupt" for a damaged one, CFA_IO "unreadable" where there is none. */
cfa_sorted_table *cfa_sorted_table_open(const char *path, const char *kind, cfa_mapped_checksums *checksums,
                                        cfa_error *error);
void cfa_sorted_table_free(cfa_sorted_table *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_sorted_table, cfa_sorted_table_free)

/* Reads all of it and compares it with its digest: for `check`, since it costs with the size of the file. */
gboolean cfa_sorted_table_verify(const cfa_sorted_table *table);

/* The first line whose key is not before `key`, and the line after one; FALSE where there is none. */
gboolean cfa_sorted_table_seek(const cfa_sorted_table *table, const char *key, gsize length,
                               cfa_table_line *line);
gboolean cfa_sorted_table_next(const cfa_sorted_table *table, cfa_table_line *line);

/* The line of a key; FALSE where there is none. */
gboolean cfa_sorted_table_find(const cfa_sorted_table *table, const char *key, gsize length,
                               cfa_table_line *line);

/* The keys of what is to be written, char *, borrowed from a hash table, in byte order; the list is the
 * caller's. */
GPtrArray *cfa_sorted_table_keys(GHashTable *lines);

/* Writes a file of its lines, in the byte order of their keys and each ended by a newline, to the disk. FALSE
 * with CFA_IO. */
gboolean cfa_sorted_table_write(const char *path, const char *kind, const GString *lines, cfa_error *error);

#endif
