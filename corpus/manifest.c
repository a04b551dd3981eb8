#include "manifest.h"

#include "address.h"
#include "encoding.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BYTES = 64 * 1024 * 1024, ROWS = 1000000, REPORT_OR_CASE_MAX = 99999 };

typedef enum column {
    COLUMN_FILE,
    COLUMN_TEXT_ID,
    COLUMN_REPORT,
    COLUMN_REPORT_DATE,
    COLUMN_CASE,
    COLUMN_COUNTRY,
    COLUMN_LANGUAGE,
    COLUMN_URL,
    COLUMNS
} column;

static const char *const column_names[COLUMNS] = {"file", "text_id", "report", "report_date",
                                                  "case", "country", "lang",   "url"};

struct cfa_manifest {
    char *text;        /* the file; the cells lie in it */
    GArray *rows;      /* of cfa_manifest_row */
    GPtrArray *names;  /* of the rows' files */
    GHashTable *files; /* from the file's name to the row's place plus one */
};

/* The bytes of "./" before a name. */
static gsize dots(const char *file)
{
    gsize length = 0;
    while (file[length] == '.' && file[length + 1] == '/')
        length += 2;
    return length;
}

/* Cuts `*rest` at its first `mark` and goes behind it; NULL when nothing is left. */
static char *cut(char **rest, char mark)
{
    char *piece = *rest;
    if (piece == NULL)
        return NULL;
    char *end = strchr(piece, mark);
    *rest = end != NULL ? end + 1 : NULL;
    if (end != NULL)
        *end = '\0';
    return piece;
}

static guint parse_number(const char *cell)
{
    guint64 number;
    return g_ascii_string_to_unsigned(cell, 10, 1, REPORT_OR_CASE_MAX, &number, NULL) ? (guint)number : 0;
}

static gboolean is_text_id(const char *cell)
{
    gsize length = strlen(cell);
    return length > 0 && length < CFA_TEXT_ID_SIZE && strspn(cell, "0123456789") == length;
}

/* FALSE for what is no value of the column. */
static gboolean read_cell(cfa_manifest_row *row, column which, char *cell)
{
    switch (which) {
    case COLUMN_TEXT_ID:
        row->text_id = is_text_id(cell) ? cell : NULL;
        return row->text_id != NULL;
    case COLUMN_REPORT:
        row->report = parse_number(cell);
        return row->report != 0;
    case COLUMN_REPORT_DATE:
        row->report_date = cfa_date_parse_iso(cell);
        return row->report_date.year != 0;
    case COLUMN_CASE:
        row->case_number = parse_number(cell);
        return row->case_number != 0;
    case COLUMN_COUNTRY:
        row->country = cell;
        return TRUE;
    case COLUMN_LANGUAGE:
        row->language = cfa_language_parse(cell);
        return row->language != CFA_LANGUAGE_UNKNOWN;
    case COLUMN_URL:
        row->url = cfa_address_is_web(cell) ? cell : NULL;
        return row->url != NULL;
    case COLUMN_FILE:
    case COLUMNS:
        break;
    }
    return TRUE;
}

/* The column of each cell of the header row, COLUMNS for one we do not know; NULL without one for files. */
static GArray *read_header(char *line)
{
    GArray *order = g_array_new(FALSE, FALSE, sizeof(column));
    gboolean has_file = FALSE;
    char *name;
    while ((name = cut(&line, '\t')) != NULL) {
        g_strstrip(name);
        column which = 0;
        while (which < COLUMNS && g_ascii_strcasecmp(name, column_names[which]) != 0)
            which++;
        g_array_append_val(order, which);
        has_file = has_file || which == COLUMN_FILE;
    }
    if (!has_file)
        g_clear_pointer(&order, g_array_unref);
    return order;
}

static void read_row(cfa_manifest *manifest, const GArray *order, char *line)
{
    cfa_manifest_row row = {0};
    char *file = NULL, *cell;
    for (guint i = 0; i < order->len && (cell = cut(&line, '\t')) != NULL; i++) {
        column which = g_array_index(order, column, i);
        g_strstrip(cell);
        if (which == COLUMN_FILE) {
            file = cell;
        } else if (cell[0] != '\0' && !read_cell(&row, which, cell) && row.misread == NULL) {
            row.misread = column_names[which];
            row.misread_cell = cell;
        }
    }
    if (file == NULL || file[0] == '\0')
        return;
    file += dots(file);
    if (g_hash_table_contains(manifest->files, file))
        return;
    g_array_append_val(manifest->rows, row);
    g_ptr_array_add(manifest->names, file);
    g_hash_table_insert(manifest->files, file, GUINT_TO_POINTER(manifest->rows->len));
}

static gboolean cannot_be_read(cfa_error *error)
{
    return cfa_error_set(error, CFA_IO, "manifest-unreadable", -1, "it cannot be read: %s",
                         g_strerror(errno));
}

/* Reads exactly so many bytes, and not half a table: its rows would say less of their pages, or another
 * thing. `bytes` has room for one more. */
static gboolean read_bytes(int descriptor, guint8 *bytes, gsize size, cfa_error *error)
{
    gsize length = 0;
    gssize count;
    while (length <= size && (count = read(descriptor, bytes + length, size + 1 - length)) != 0) {
        if (count < 0 && errno != EINTR)
            return cannot_be_read(error);
        length += (gsize)MAX(count, 0);
    }
    return length == size ||
           cfa_error_set(error, CFA_BAD_INPUT, "changed", -1, "it was changed while it was read");
}

/* The whole file, new; NULL with *error. */
static guint8 *read_file(const char *path, gsize *size, cfa_error *error)
{
    struct stat status;
    guint8 *bytes = NULL;
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        cannot_be_read(error);
        goto out;
    }
    if (!S_ISREG(status.st_mode)) {
        cfa_error_set(error, CFA_BAD_INPUT, "manifest-unreadable", -1, "it is no file");
        goto out;
    }
    if (status.st_size > BYTES) {
        cfa_error_set(error, CFA_BAD_INPUT, "too-large", BYTES, "a manifest of more than %d bytes", BYTES);
        goto out;
    }
    *size = (gsize)status.st_size;
    bytes = g_malloc(*size + 1);
    if (!read_bytes(descriptor, bytes, *size, error))
        g_clear_pointer(&bytes, g_free);
out:
    if (descriptor >= 0)
        close(descriptor);
    return bytes;
}

/* Reads the rows of manifest->text. */
static gboolean read_rows(cfa_manifest *manifest, cfa_error *error)
{
    gboolean read = FALSE;
    char *rest = manifest->text;
    char *header = cut(&rest, '\n');
    GArray *order = read_header(g_strchomp(header));
    if (order == NULL) {
        cfa_error_set(error, CFA_BAD_INPUT, "manifest-header", 0,
                      "its first line names no column \"file\" between tabs");
        goto out;
    }
    char *line;
    while ((line = cut(&rest, '\n')) != NULL) {
        read_row(manifest, order, line);
        if (manifest->rows->len > ROWS) {
            cfa_error_set(error, CFA_BAD_INPUT, "too-large", line - manifest->text,
                          "a manifest of more than %d rows", ROWS);
            goto out;
        }
    }
    read = TRUE;
out:
    if (order != NULL)
        g_array_unref(order);
    return read;
}

cfa_manifest *cfa_manifest_read(const char *path, cfa_error *error)
{
    gsize size;
    cfa_decoded decoded;
    g_autofree guint8 *bytes = read_file(path, &size, error);
    if (bytes == NULL || !cfa_encoding_decode(bytes, size, &decoded, error))
        return NULL;
    cfa_manifest *manifest = g_new0(cfa_manifest, 1);
    manifest->rows = g_array_new(FALSE, FALSE, sizeof(cfa_manifest_row));
    manifest->names = g_ptr_array_new();
    manifest->files = g_hash_table_new(g_str_hash, g_str_equal);
    manifest->text = g_strndup(decoded.text, decoded.length);
    cfa_decoded_clear(&decoded);
    if (!read_rows(manifest, error))
        g_clear_pointer(&manifest, cfa_manifest_free);
    return manifest;
}

void cfa_manifest_free(cfa_manifest *manifest)
{
    if (manifest == NULL)
        return;
    g_hash_table_unref(manifest->files);
    g_ptr_array_unref(manifest->names);
    g_array_unref(manifest->rows);
    g_free(manifest->text);
    g_free(manifest);
}

const cfa_manifest_row *cfa_manifest_find(const cfa_manifest *manifest, const char *file)
{
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(manifest->files, file + dots(file)));
    return place > 0 ? &g_array_index(manifest->rows, cfa_manifest_row, place - 1) : NULL;
}

/* A name that goes on behind a file's is of what is in it, and one that cannot be looked at is not known. */
static gboolean is_missing(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    struct stat status;
    return stat(path, &status) != 0 && errno == ENOENT;
}

guint cfa_manifest_count_missing(const cfa_manifest *manifest, const char *folder, const char **first)
{
    guint count = 0;
    for (guint i = 0; i < manifest->names->len; i++) {
        const char *name = g_ptr_array_index(manifest->names, i);
        if (is_missing(folder, name) && count++ == 0)
            *first = name;
    }
    return count;
}

guint cfa_manifest_count(const cfa_manifest *manifest)
{
    return manifest->names->len;
}

char *cfa_manifest_row_text(const cfa_manifest_row *row)
{
    char date[CFA_DATE_SIZE];
    cfa_date_format(row->report_date, date);
    return g_strdup_printf("%s\t%u\t%s\t%u\t%s\t%d\t%s", row->text_id != NULL ? row->text_id : "",
                           row->report, date, row->case_number, row->country != NULL ? row->country : "",
                           (int)row->language, row->url != NULL ? row->url : "");
}

cfa_manifest_row *cfa_manifest_row_copy(const cfa_manifest_row *row)
{
    if (row == NULL)
        return NULL;
    cfa_manifest_row *copy = g_memdup2(row, sizeof *row);
    copy->text_id = g_strdup(row->text_id);
    copy->country = g_strdup(row->country);
    copy->url = g_strdup(row->url);
    copy->misread_cell = g_strdup(row->misread_cell);
    return copy;
}

void cfa_manifest_row_free(cfa_manifest_row *row)
{
    if (row == NULL)
        return;
    g_free(row->text_id);
    g_free(row->country);
    g_free(row->url);
    g_free(row->misread_cell);
    g_free(row);
}
