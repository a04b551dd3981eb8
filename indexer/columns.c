#include "columns_make.h"

#include "layout.h"
#include "sealed_file.h"

#include <stdlib.h>
#include <string.h>

static const char kind[] = "columns 2";

/* A value of a facet. */
typedef struct value {
    cfa_facet facet;
    char *text;
} value;

/* What is of documents is read where it lies; all else is little, and copied. */
struct cfa_columns {
    cfa_sealed_file *file; /* one of the two */
    GString *memory;
    char *path; /* of the file */
    gboolean is_checked;
    const char *document_texts, *document_paragraphs, *document_sets; /* borrowed from them */
    guint document_count, paragraph_count, run_count, text_count, set_count, item_count;
    xc_docid chronological;
    guint32 *texts;  /* CFA_COLUMNS_TEXT numbers each */
    guint32 *starts; /* one more than there are sets */
    guint32 *items;
    GArray *values; /* value */
};

static void value_clear(gpointer data)
{
    g_free(((value *)data)->text);
}

static cfa_columns *columns_new(void)
{
    cfa_columns *columns = g_new0(cfa_columns, 1);
    columns->values = g_array_new(FALSE, FALSE, sizeof(value));
    g_array_set_clear_func(columns->values, value_clear);
    return columns;
}

/* Frees what was copied, and leaves columns of nothing. */
static void forget(cfa_columns *columns)
{
    columns->document_count = columns->paragraph_count = columns->run_count = columns->text_count =
        columns->set_count = columns->item_count = 0;
    g_clear_pointer(&columns->texts, g_free);
    g_clear_pointer(&columns->starts, g_free);
    g_clear_pointer(&columns->items, g_free);
    g_array_set_size(columns->values, 0);
}

void cfa_columns_free(cfa_columns *columns)
{
    if (columns == NULL)
        return;
    forget(columns);
    cfa_sealed_file_free(columns->file);
    if (columns->memory != NULL)
        g_string_free(columns->memory, TRUE);
    g_array_unref(columns->values);
    g_free(columns->path);
    g_free(columns);
}

/* ---- reading a file ---- */

/* Bytes that are being read. */
typedef struct unread {
    const char *at, *end;
} unread;

static guint32 number_at(const char *bytes, gsize index)
{
    guint32 number;
    memcpy(&number, bytes + index * sizeof number, sizeof number);
    return GUINT32_FROM_LE(number);
}

/* Where so many numbers begin; NULL where there are not as many. */
static const char *take_bytes(unread *rest, guint64 numbers)
{
    const char *start = rest->at;
    if (start == NULL || numbers > (guint64)(rest->end - start) / sizeof(guint32))
        return rest->at = NULL;
    rest->at = start + numbers * sizeof(guint32);
    return start;
}

/* A copy of so many numbers; NULL where there are not as many. */
static guint32 *take_numbers(unread *rest, guint64 count)
{
    const char *bytes = take_bytes(rest, count);
    guint32 *numbers =
        bytes != NULL ? g_new(guint32, count + 1) : NULL; /* NULL stands for a fault, never for none */
    for (guint64 i = 0; numbers != NULL && i < count; i++)
        numbers[i] = number_at(bytes, i);
    return numbers;
}

/* The rest of a line, new; NULL where none is left. */
static char *take_line(unread *rest)
{
    const char *start = rest->at;
    const char *end =
        start != NULL && start < rest->end ? memchr(start, '\n', (gsize)(rest->end - start)) : NULL;
    if (end == NULL)
        return NULL;
    rest->at = end + 1;
    return g_strndup(start, (gsize)(end - start));
}

static gboolean add_value(cfa_columns *columns, const char *line)
{
    const char *tab = strchr(line, '\t');
    value one = {.facet = 0};
    if (tab == NULL || !g_utf8_validate(tab + 1, -1, NULL))
        return FALSE;
    g_autofree char *name = g_strndup(line, (gsize)(tab - line));
    while (one.facet < CFA_FACETS && strcmp(cfa_facet_name(one.facet), name) != 0)
        one.facet++;
    if (one.facet == CFA_FACETS)
        return FALSE;
    one.text = g_strdup(tab + 1);
    g_array_append_val(columns->values, one);
    return TRUE;
}

static gboolean read_values(cfa_columns *columns, unread *rest)
{
    for (;;) {
        g_autofree char *line = take_line(rest);
        if (line == NULL)
            return rest->at == rest->end;
        if (!add_value(columns, line))
            return FALSE;
    }
}

/* Whether all that is said of case texts and sets, or of documents, leads somewhere. */
static gboolean check_numbers(cfa_columns *columns)
{
    for (guint i = 0; i < columns->text_count; i++) {
        const guint32 *text = &columns->texts[CFA_COLUMNS_TEXT * i];
        const guint32 run = text[CFA_COLUMNS_TEXT_RUN], set = text[CFA_COLUMNS_TEXT_SET];
        if (run >= columns->text_count || set >= columns->set_count)
            return FALSE;
        columns->run_count = MAX(columns->run_count, run + 1);
    }
    for (guint i = 0; i < columns->set_count; i++)
        if (columns->starts[i] > columns->starts[i + 1])
            return FALSE;
    for (guint i = 0; i < columns->item_count; i++)
        if (columns->items[i] >= columns->values->len)
            return FALSE;
    return columns->starts[columns->set_count] == columns->item_count;
}

/* Each new process does that for all documents, so it has no branch in it: compilers make it several
 * documents at a time. */
static gboolean check_documents(const cfa_columns *columns)
{
    const guint32 texts = columns->text_count, paragraphs = columns->paragraph_count,
                  sets = columns->set_count;
    guint32 wrong = 0;
    for (guint i = 0; i < columns->document_count; i++) {
        const guint32 text = number_at(columns->document_texts, i),
                      paragraph = number_at(columns->document_paragraphs, i),
                      set = number_at(columns->document_sets, i);
        const guint32 is_absent = (text == G_MAXUINT32) & (paragraph == G_MAXUINT32);
        const guint32 is_there = (text < texts) & (paragraph < paragraphs) & (set < sets);
        wrong |= !(is_absent | is_there);
    }
    return wrong == 0;
}

/* How many documents stand in order of time before the first that does not. */
static guint count_chronological(const cfa_columns *columns)
{
    guint32 last = 0, before = G_MAXUINT32;
    for (guint i = 0; i < columns->document_count; i++) {
        const guint32 text = number_at(columns->document_texts, i);
        if (text == before || text == G_MAXUINT32)
            continue;
        const guint32 time = columns->texts[CFA_COLUMNS_TEXT * text + CFA_COLUMNS_TEXT_TIME];
        if (time < last)
            return i;
        last = time;
        before = text;
    }
    return columns->document_count;
}

/* Reads the bytes after a header; `identity` is told, the caller's. */
static gboolean read_bytes(cfa_columns *columns, const char *bytes, gsize length, char **identity)
{
    unread rest = {bytes, bytes + length};
    g_autofree guint32 *head = take_numbers(&rest, CFA_COLUMNS_HEAD);
    if (head == NULL)
        return FALSE;
    columns->document_count = head[0];
    columns->paragraph_count = head[1];
    columns->text_count = head[2];
    columns->set_count = head[3];
    columns->item_count = head[4];
    columns->document_texts = take_bytes(&rest, columns->document_count);
    columns->document_paragraphs = take_bytes(&rest, columns->document_count);
    columns->document_sets = take_bytes(&rest, columns->document_count);
    columns->texts = take_numbers(&rest, (guint64)columns->text_count * CFA_COLUMNS_TEXT);
    columns->starts = take_numbers(&rest, (guint64)columns->set_count + 1);
    columns->items = take_numbers(&rest, columns->item_count);
    *identity = take_line(&rest);
    if (*identity == NULL || !read_values(columns, &rest) || !check_numbers(columns) ||
        !check_documents(columns))
        return FALSE;
    columns->chronological = count_chronological(columns);
    return TRUE;
}

/* What tells one state of a database from any other; NULL with *error. The caller frees. */
static char *identity_of(const xc_database *database, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    char *uuid = xc_database_get_uuid(database, &failure);
    const guint64 revision = xc_database_get_revision(database, &failure);
    char *identity = g_strdup_printf("%s %" G_GUINT64_FORMAT, uuid != NULL ? uuid : "", revision);
    free(uuid);
    if (failure.status != XC_OK) {
        cfa_database_error(error, &failure);
        g_clear_pointer(&identity, g_free);
    }
    return identity;
}

cfa_columns *cfa_columns_map(const char *path, cfa_mapped_checksums *checksums, cfa_error *error)
{
    cfa_sealed_file *file = cfa_sealed_file_open(path, kind, checksums, error);
    if (file == NULL)
        return NULL;
    cfa_columns *columns = columns_new();
    columns->path = g_strdup(path);
    columns->file = file;
    return columns;
}

static gboolean read_file(cfa_columns *columns, const xc_database *database, cfa_error *error)
{
    g_autofree char *of = identity_of(database, error), *said = NULL;
    if (of == NULL)
        return FALSE;
    gsize length;
    const char *bytes = cfa_sealed_file_bytes(columns->file, &length);
    if (!cfa_sealed_file_is_sound(columns->file, bytes, length) || !read_bytes(columns, bytes, length, &said))
        return cfa_sealed_file_damaged(columns->path, kind, error);
    if (strcmp(said, of) != 0)
        return cfa_error_set(error, CFA_CORRUPT, "columns-corrupt", -1, "%s is of another index",
                             columns->path);
    return TRUE;
}

gboolean cfa_columns_check(cfa_columns *columns, const xc_database *database, cfa_error *error)
{
    columns->is_checked = columns->is_checked || read_file(columns, database, error);
    if (!columns->is_checked)
        forget(columns);
    return columns->is_checked;
}

cfa_columns *cfa_columns_open(const char *path, const xc_database *database, cfa_error *error)
{
    g_autoptr(cfa_columns) columns = cfa_columns_map(path, NULL, error);
    return columns != NULL && cfa_columns_check(columns, database, error) ? g_steal_pointer(&columns) : NULL;
}

/* ---- what they say ---- */

guint cfa_columns_documents(const cfa_columns *columns)
{
    return columns->document_count;
}

guint cfa_columns_paragraphs(const cfa_columns *columns)
{
    return columns->paragraph_count;
}

guint cfa_columns_runs(const cfa_columns *columns)
{
    return columns->run_count;
}

guint cfa_columns_values(const cfa_columns *columns)
{
    return columns->values->len;
}

/* What is told of the case text of a document; NULL where there is no such document. */
static const guint32 *text_of(const cfa_columns *columns, xc_docid docid)
{
    const guint32 index = docid - 1;
    const guint32 text =
        index < columns->document_count ? number_at(columns->document_texts, index) : G_MAXUINT32;
    return text != G_MAXUINT32 ? &columns->texts[CFA_COLUMNS_TEXT * text] : NULL;
}

gboolean cfa_columns_read(const cfa_columns *columns, xc_docid docid, cfa_columns_row *row)
{
    const guint32 *text = text_of(columns, docid);
    if (text == NULL)
        return FALSE;
    row->run = text[CFA_COLUMNS_TEXT_RUN];
    row->text = number_at(columns->document_texts, docid - 1);
    row->text_set = text[CFA_COLUMNS_TEXT_SET];
    row->time = text[CFA_COLUMNS_TEXT_TIME];
    row->paragraph = number_at(columns->document_paragraphs, docid - 1);
    row->set = number_at(columns->document_sets, docid - 1);
    return TRUE;
}

guint32 cfa_columns_run(const cfa_columns *columns, xc_docid docid)
{
    const guint32 *text = text_of(columns, docid);
    return text != NULL ? text[CFA_COLUMNS_TEXT_RUN] : G_MAXUINT32;
}

gboolean cfa_columns_alike(const cfa_columns *columns, xc_docid one, xc_docid other)
{
    const guint32 left = one - 1, right = other - 1;
    return left < columns->document_count && right < columns->document_count &&
           number_at(columns->document_texts, left) == number_at(columns->document_texts, right) &&
           number_at(columns->document_sets, left) == number_at(columns->document_sets, right);
}

xc_docid cfa_columns_chronological(const cfa_columns *columns)
{
    return columns->chronological;
}

guint32 cfa_columns_paragraph(const cfa_columns *columns, xc_docid docid)
{
    const guint32 index = docid - 1;
    return index < columns->document_count ? number_at(columns->document_paragraphs, index) : G_MAXUINT32;
}

const guint32 *cfa_columns_set(const cfa_columns *columns, guint32 set, guint *count)
{
    *count = columns->starts[set + 1] - columns->starts[set];
    return columns->items + columns->starts[set];
}

const char *cfa_columns_value(const cfa_columns *columns, guint32 number, cfa_facet *facet)
{
    const value *one = &g_array_index(columns->values, value, number);
    *facet = one->facet;
    return one->text;
}

/* ---- making ---- */

cfa_columns *cfa_columns_maker_finish(cfa_columns_maker *maker)
{
    cfa_columns *columns = columns_new();
    g_autofree char *identity = NULL;
    columns->memory = cfa_columns_maker_bytes(maker, "");
    read_bytes(columns, columns->memory->str, columns->memory->len, &identity);
    return columns;
}

/* The bytes of the file of a database; NULL with *error. */
static GString *bytes_of(const xc_database *database, cfa_error *error)
{
    g_autofree char *identity = identity_of(database, error);
    if (identity == NULL)
        return NULL;
    xc_error failure = XC_ERROR_INIT;
    cfa_columns_maker *maker = cfa_columns_maker_new();
    g_autoptr(xc_value_iterator) values = xc_database_valuestream(database, CFA_SLOT_COUNTED, &failure);
    xc_docid docid;
    gboolean well = TRUE;
    while (well && (docid = xc_value_iterator_next(values, &failure)) != 0) {
        size_t size = 0;
        const char *bytes = xc_value_iterator_get_value(values, &size, &failure);
        well = bytes != NULL && cfa_columns_maker_add(maker, docid, bytes, size);
    }
    g_autoptr(GString) bytes = cfa_columns_maker_bytes(maker, identity);
    if (well && failure.status == XC_OK)
        return g_steal_pointer(&bytes);
    if (failure.status != XC_OK)
        cfa_database_error(error, &failure);
    else
        cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1,
                      "document %u: it is not said under what it is counted", docid);
    return NULL;
}

gboolean cfa_columns_make(const xc_database *database, const char *path, cfa_error *error)
{
    g_autoptr(GString) bytes = bytes_of(database, error);
    return bytes != NULL && cfa_sealed_file_write(path, kind, bytes, error);
}

gboolean cfa_columns_verify(const char *path, const xc_database *database, cfa_error *error)
{
    g_autoptr(cfa_columns) columns = cfa_columns_open(path, database, error);
    g_autoptr(GString) expected = columns != NULL ? bytes_of(database, error) : NULL;
    if (expected == NULL)
        return FALSE;
    gsize length;
    const char *bytes = cfa_sealed_file_bytes(columns->file, &length);
    const gboolean same = length == expected->len && memcmp(bytes, expected->str, length) == 0 &&
                          cfa_sealed_file_verify(columns->file);
    return same || cfa_sealed_file_damaged(path, kind, error);
}
