#include "files.h"

#include "sorted_table.h"

#include <string.h>

static const char kind[] = "files 1";
static const char unsettled[] = "?"; /* in the place of marks: no file has it */

enum {
    TICK = 20 * 1000,             /* microseconds: two changes nearer to each other may bear the same time */
    COARSE_TICK = 2 * 1000 * 1000 /* where a time has no fraction of a second */
};

/* What is known of a file. */
typedef struct record {
    char *
        marks; /* place, size, times, and the hash of its facts; of a container, of all manifests around it */
    GPtrArray *digests; /* char * */
} record;

struct cfa_files {
    GHashTable *records; /* escaped path -> record */
};

/* Takes the marks. */
static record *record_new(char *marks, const GPtrArray *digests)
{
    record *one = g_new0(record, 1);
    one->marks = marks;
    one->digests = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < digests->len; i++)
        g_ptr_array_add(one->digests, g_strdup(g_ptr_array_index(digests, i)));
    return one;
}

static void record_free(gpointer data)
{
    record *one = data;
    g_free(one->marks);
    g_ptr_array_unref(one->digests);
    g_free(one);
}

cfa_files *cfa_files_new(void)
{
    cfa_files *files = g_new0(cfa_files, 1);
    files->records = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, record_free);
    return files;
}

void cfa_files_free(cfa_files *files)
{
    if (files == NULL)
        return;
    g_hash_table_unref(files->records);
    g_free(files);
}

static char *key_of(const char *path)
{
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    return g_strescape(absolute, NULL);
}

static char *marks_of(const cfa_source_file *file, guint64 facts)
{
    return g_strdup_printf("%" G_GINT64_MODIFIER "x:%" G_GINT64_MODIFIER "x:%" G_GINT64_MODIFIER
                           "x:%" G_GINT64_MODIFIER "x:%" G_GINT64_MODIFIER "x:%" G_GINT64_MODIFIER "x",
                           file->device, file->inode, file->size, (guint64)file->modified,
                           (guint64)file->changed, facts);
}

const GPtrArray *cfa_files_find(const cfa_files *files, const cfa_source_file *file, gboolean *same)
{
    *same = FALSE;
    if (files == NULL)
        return NULL;
    g_autofree char *key = key_of(file->path);
    const record *one = g_hash_table_lookup(files->records, key);
    if (one == NULL)
        return NULL;
    g_autofree char *as_document = marks_of(file, file->facts),
                    *as_container = marks_of(file, file->manifests);
    *same = strcmp(as_document, one->marks) == 0 || strcmp(as_container, one->marks) == 0;
    return one->digests;
}

/* Whether a key, or that of a folder around it, is among the keys. */
static gboolean is_below(GHashTable *keys, const char *key)
{
    g_autofree char *around = g_strdup(key);
    for (char *end = around + strlen(around); end != NULL; end = strrchr(around, '/')) {
        *end = '\0';
        if (g_hash_table_contains(keys, around))
            return TRUE;
    }
    return FALSE;
}

void cfa_files_add_below(const cfa_files *files, const GPtrArray *places, GHashTable *seen,
                         GHashTable *digests)
{
    g_autoptr(GHashTable) keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTableIter each;
    gpointer key, one;
    if (files == NULL || places->len == 0)
        return;
    for (guint i = 0; i < places->len; i++)
        g_hash_table_add(keys, key_of(g_ptr_array_index(places, i)));
    g_hash_table_iter_init(&each, files->records);
    while (g_hash_table_iter_next(&each, &key, &one)) {
        const GPtrArray *held = ((const record *)one)->digests;
        for (guint i = 0; i < held->len; i++) {
            const char *digest = g_ptr_array_index(held, i);
            if (!g_hash_table_contains(seen, digest) && is_below(keys, key))
                g_hash_table_add(digests, g_strdup(digest));
        }
    }
}

/* Whether a change right after the reading would show in the time. */
static gboolean is_settled(gint64 nanoseconds, gint64 now)
{
    const gint64 tick = nanoseconds % G_GINT64_CONSTANT(1000000000) == 0 ? COARSE_TICK : TICK;
    return nanoseconds / 1000 + tick < now;
}

void cfa_files_add(cfa_files *files, const cfa_source_file *file, gboolean is_container,
                   const GPtrArray *digests, gint64 now)
{
    /* A manifest may name what is in a container: of that only all of the manifest tells. */
    const guint64 facts = is_container ? file->manifests : file->facts;
    const gboolean settled = is_settled(file->modified, now) && is_settled(file->changed, now);
    if (digests->len == 0)
        return;
    char *marks = settled ? marks_of(file, facts) : g_strdup(unsettled);
    g_hash_table_replace(files->records, key_of(file->path), record_new(marks, digests));
}

static gboolean are_among(const GPtrArray *digests, GHashTable *known)
{
    for (guint i = 0; i < digests->len; i++)
        if (!g_hash_table_contains(known, g_ptr_array_index(digests, i)))
            return FALSE;
    return TRUE;
}

void cfa_files_keep(cfa_files *files, const cfa_files *last, const cfa_source_file *file)
{
    g_autofree char *key = key_of(file->path);
    const record *one = last != NULL ? g_hash_table_lookup(last->records, key) : NULL;
    if (one != NULL)
        g_hash_table_replace(files->records, g_steal_pointer(&key),
                             record_new(g_strdup(one->marks), one->digests));
}

static void add_copies(GHashTable *set, const GPtrArray *digests)
{
    for (guint i = 0; i < digests->len; i++)
        g_hash_table_add(set, g_strdup(g_ptr_array_index(digests, i)));
}

void cfa_files_join(cfa_files *files, const cfa_files *last, const cfa_files_met *met, GHashTable *moved)
{
    g_autoptr(GHashTable) sources = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTableIter each;
    gpointer key, value;
    if (last == NULL)
        return;
    for (guint i = 0; met->sources[i] != NULL; i++)
        g_hash_table_add(sources, key_of(met->sources[i]));
    g_hash_table_iter_init(&each, last->records);
    while (g_hash_table_iter_next(&each, &key, &value)) {
        const record *one = value;
        if (g_hash_table_contains(files->records, key))
            continue;
        if (are_among(one->digests, met->seen) && is_below(sources, key))
            add_copies(moved, one->digests);
        else if (are_among(one->digests, met->known))
            g_hash_table_insert(files->records, g_strdup(key),
                                record_new(g_strdup(one->marks), one->digests));
    }
}

/* ---- on disk ---- */

gboolean cfa_files_write(const cfa_files *files, const char *path, cfa_error *error)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    g_autoptr(GPtrArray) keys = cfa_sorted_table_keys(files->records);
    for (guint i = 0; i < keys->len; i++) {
        const record *one = g_hash_table_lookup(files->records, g_ptr_array_index(keys, i));
        g_string_append_printf(lines, "%s\t%s", (const char *)g_ptr_array_index(keys, i), one->marks);
        for (guint j = 0; j < one->digests->len; j++)
            g_string_append_printf(lines, " %s", (const char *)g_ptr_array_index(one->digests, j));
        g_string_append_c(lines, '\n');
    }
    return cfa_sorted_table_write(path, kind, lines, error);
}

static void read_line(cfa_files *files, const cfa_table_line *line)
{
    g_autofree char *rest = g_strndup(line->rest + 1, (gsize)(line->end - line->rest - 1));
    g_auto(GStrv) words = g_strsplit(rest, " ", -1);
    if (words[0] == NULL || words[1] == NULL)
        return;
    record *one = g_new0(record, 1);
    one->marks = g_strdup(words[0]);
    one->digests = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 1; words[i] != NULL; i++)
        g_ptr_array_add(one->digests, g_strdup(words[i]));
    g_hash_table_replace(files->records, g_strndup(line->key, line->key_length), one);
}

cfa_files *cfa_files_open(const char *path)
{
    g_autoptr(cfa_sorted_table) table = cfa_sorted_table_open(path, kind, NULL, NULL);
    cfa_table_line line;
    if (table == NULL || !cfa_sorted_table_verify(table))
        return NULL;
    cfa_files *files = cfa_files_new();
    for (gboolean more = cfa_sorted_table_seek(table, "", 0, &line); more;
         more = cfa_sorted_table_next(table, &line))
        if (line.rest < line.end)
            read_line(files, &line);
    return files;
}
