#include "sorted_table.h"

#include <string.h>

enum { HEADER_MAX = 160, DIGEST_LENGTH = 64 };

static const char magic[] = "cfasearch-";

struct cfa_sorted_table {
    GMappedFile *file;
    const char *lines; /* all after the header */
    gsize length;
    char *digest; /* as the header has it */
};

static char *digest_of(const char *bytes, gsize length)
{
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length);
}

gboolean cfa_sorted_table_write(const char *path, const char *kind, const GString *lines, cfa_error *error)
{
    g_autofree char *digest = digest_of(lines->str, lines->len);
    g_autoptr(GString) text = g_string_sized_new(lines->len + HEADER_MAX);
    g_autoptr(GError) failure = NULL;
    g_string_append_printf(text, "%s%s %" G_GUINT64_FORMAT " %s\n", magic, kind, (guint64)lines->len, digest);
    g_string_append_len(text, lines->str, (gssize)lines->len);
    if (!g_file_set_contents_full(path, text->str, (gssize)text->len,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                  &failure))
        return cfa_error_set(error, CFA_IO, "unwritable", -1, "%s", failure->message);
    return TRUE;
}

/* Whether the header is that of the kind, and what follows is as long as it says. */
static gboolean check(cfa_sorted_table *table, const char *kind)
{
    const char *bytes = g_mapped_file_get_contents(table->file);
    const gsize length = g_mapped_file_get_length(table->file);
    const char *end = length > 0 ? memchr(bytes, '\n', MIN(length, HEADER_MAX)) : NULL;
    if (end == NULL)
        return FALSE;
    g_autofree char *header = g_strndup(bytes, (gsize)(end - bytes));
    g_autofree char *start = g_strconcat(magic, kind, " ", NULL);
    char *blank = strrchr(header, ' ');
    guint64 said = 0;
    if (!g_str_has_prefix(header, start) || blank == NULL || strlen(blank + 1) != DIGEST_LENGTH)
        return FALSE;
    *blank = '\0';
    table->digest = g_strdup(blank + 1);
    table->lines = end + 1;
    table->length = length - (gsize)(end + 1 - bytes);
    return g_ascii_string_to_unsigned(header + strlen(start), 10, 0, G_MAXINT64, &said, NULL) &&
           said == table->length && (table->length == 0 || table->lines[table->length - 1] == '\n');
}

gboolean cfa_sorted_table_verify(const cfa_sorted_table *table)
{
    g_autofree char *digest = digest_of(table->lines, table->length);
    return strcmp(digest, table->digest) == 0;
}

cfa_sorted_table *cfa_sorted_table_open(const char *path, const char *kind, cfa_error *error)
{
    g_autoptr(GError) failure = NULL;
    GMappedFile *file = g_mapped_file_new(path, FALSE, &failure);
    if (file == NULL) {
        cfa_error_set(error, CFA_IO, "unreadable", -1, "%s", failure->message);
        return NULL;
    }
    cfa_sorted_table *table = g_new0(cfa_sorted_table, 1);
    table->file = file;
    if (!check(table, kind)) {
        g_autofree char *code = g_strdup_printf("%.*s-corrupt", (int)strcspn(kind, " "), kind);
        cfa_error_set(error, CFA_CORRUPT, code, -1, "%s is damaged", path);
        g_clear_pointer(&table, cfa_sorted_table_free);
    }
    return table;
}

void cfa_sorted_table_free(cfa_sorted_table *table)
{
    if (table == NULL)
        return;
    g_mapped_file_unref(table->file);
    g_free(table->digest);
    g_free(table);
}

/* Reads the line that begins at `start`; FALSE at the end of all. */
static gboolean read_line(const cfa_sorted_table *table, const char *start, cfa_table_line *line)
{
    const gsize left = (gsize)(table->lines + table->length - start);
    if (left == 0)
        return FALSE;
    line->key = start;
    line->end = memchr(start, '\n', left); /* the last line has one, too: check() saw it */
    const char *tab = memchr(start, '\t', (gsize)(line->end - start));
    line->rest = tab != NULL ? tab : line->end;
    line->key_length = (gsize)(line->rest - start);
    return TRUE;
}

/* The beginning of the line that `at` stands in. */
static const char *line_start(const cfa_sorted_table *table, const char *at)
{
    while (at > table->lines && at[-1] != '\n')
        at--;
    return at;
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
        const char *start = line_start(table, low + (high - low) / 2);
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
