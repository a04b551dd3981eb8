#include "sorted_table.h"

#include "sealed_file.h"

#include <string.h>

struct cfa_sorted_table {
    cfa_sealed_file *file;
    const char *lines;
    gsize length;
};

static int compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *cfa_sorted_table_keys(GHashTable *lines)
{
    GPtrArray *keys = g_ptr_array_sized_new(g_hash_table_size(lines));
    GHashTableIter each;
    gpointer key;
    g_hash_table_iter_init(&each, lines);
    while (g_hash_table_iter_next(&each, &key, NULL))
        g_ptr_array_add(keys, key);
    g_ptr_array_sort(keys, compare_strings);
    return keys;
}

gboolean cfa_sorted_table_write(const char *path, const char *kind, const GString *lines, cfa_error *error)
{
    return cfa_sealed_file_write(path, kind, lines, error);
}

gboolean cfa_sorted_table_verify(const cfa_sorted_table *table)
{
    return cfa_sealed_file_verify(table->file);
}

cfa_sorted_table *cfa_sorted_table_open(const char *path, const char *kind, cfa_mapped_checksums *checksums,
                                        cfa_error *error)
{
    cfa_sealed_file *file = cfa_sealed_file_open(path, kind, checksums, error);
    if (file == NULL)
        return NULL;
    cfa_sorted_table *table = g_new0(cfa_sorted_table, 1);
    table->file = file;
    table->lines = cfa_sealed_file_bytes(file, &table->length);
    if (table->length > 0 && table->lines[table->length - 1] != '\n') {
        cfa_sealed_file_damaged(path, kind, error);
        g_clear_pointer(&table, cfa_sorted_table_free);
    }
    return table;
}

void cfa_sorted_table_free(cfa_sorted_table *table)
{
    if (table == NULL)
        return;
    cfa_sealed_file_free(table->file);
    g_free(table);
}

/* Reads the line that begins at `start`; FALSE at the end of all, and where it is damaged. That it begins
 * there is said by the byte before. */
static gboolean read_line(const cfa_sorted_table *table, const char *start, cfa_table_line *line)
{
    const gsize left = (gsize)(table->lines + table->length - start);
    if (left == 0)
        return FALSE;
    line->key = start;
    line->end = memchr(start, '\n', left); /* the last line has one, too: that was checked */
    const char *tab = memchr(start, '\t', (gsize)(line->end - start));
    line->rest = tab != NULL ? tab : line->end;
    line->key_length = (gsize)(line->rest - start);
    const char *before = start - (start > table->lines);
    return cfa_sealed_file_is_sound(table->file, before, (gsize)(line->end + 1 - before));
}

/* The beginning of the line that `at` stands in, in lines that begin at `lines`. */
static const char *line_start(const char *lines, const char *at)
{
    const char *end = memrchr(lines, '\n', (gsize)(at - lines));
    return end != NULL ? end + 1 : lines;
}

/* Below, equal to or above 0 as the line's key is before, the same as or after `key`. */
static int compare_key(const cfa_table_line *line, const char *key, gsize length)
{
    const int order = memcmp(line->key, key, MIN(line->key_length, length));
    if (order != 0)
        return order;
    return line->key_length < length ? -1 : line->key_length > length;
}

gboolean cfa_sorted_table_seek(const cfa_sorted_table *table, const char *key, gsize length,
                               cfa_table_line *line)
{
    const char *low = table->lines, *high = table->lines + table->length;
    while (low < high) {
        const char *start = line_start(low, low + (high - low) / 2);
        read_line(table, start, line);
        if (compare_key(line, key, length) < 0)
            low = line->end + 1;
        else
            high = start;
    }
    return read_line(table, low, line);
}

gboolean cfa_sorted_table_next(const cfa_sorted_table *table, cfa_table_line *line)
{
    return read_line(table, line->end + 1, line);
}

gboolean cfa_sorted_table_find(const cfa_sorted_table *table, const char *key, gsize length,
                               cfa_table_line *line)
{
    return cfa_sorted_table_seek(table, key, length, line) && compare_key(line, key, length) == 0;
}
