/*
 * The columns of a generation: whatever the numbers in them are, what they lead to is there, or they are refused. An input has the length of
 * the numbers in its first two bytes, then the numbers, then the lines of values; the line that says of which database they are is put between.
 */
#include "fuzz.h"

#include "columns.h"

#include <stdlib.h>
#include <string.h>

static void check_set(const cfa_columns *columns, guint32 set)
{
    guint count = 0;
    const guint32 *values = cfa_columns_set(columns, set, &count);
    for (guint i = 0; i < count; i++) {
        cfa_facet facet = CFA_FACETS;
        const char *value = cfa_columns_value(columns, values[i], &facet);
        fuzz_check(facet < CFA_FACETS && g_utf8_validate(value, -1, NULL), "a value is \"%s\"", value);
    }
}

static void check_document(const cfa_columns *columns, xc_docid docid)
{
    cfa_columns_row row;
    const guint32 run = cfa_columns_run(columns, docid), paragraph = cfa_columns_paragraph(columns, docid);
    if (!cfa_columns_read(columns, docid, &row)) {
        fuzz_check(run == G_MAXUINT32 && paragraph == G_MAXUINT32, "document %u is half there", docid);
        return;
    }
    fuzz_check(row.run == run && run < cfa_columns_runs(columns), "document %u is of the run %u", docid, run);
    fuzz_check(row.paragraph == paragraph && paragraph < cfa_columns_paragraphs(columns),
               "document %u is the paragraph %u", docid, paragraph);
    check_set(columns, row.set);
    check_set(columns, row.text_set);
}

/* The line that names the database as it is. */
static char *identity_of(const xc_database *database)
{
    xc_error failure = XC_ERROR_INIT;
    char *uuid = xc_database_get_uuid(database, &failure);
    char *line =
        g_strdup_printf("%s %" G_GUINT64_FORMAT "\n", uuid, xc_database_get_revision(database, &failure));
    free(uuid);
    return line;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const xc_database *database = fuzz_sample_index()->database;
    fuzz_input input = {bytes, length};
    const guint high = fuzz_take_byte(&input), low = fuzz_take_byte(&input);
    const size_t numbers = MIN(high << 8 | low, input.left);
    g_autofree char *identity = identity_of(database);
    g_autoptr(GString) content = g_string_new_len((const char *)input.at, (gssize)numbers);
    g_string_append(content, identity);
    g_string_append_len(content, (const char *)input.at + numbers, (gssize)(input.left - numbers));
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)content->str, content->len);
    g_autofree char *header = g_strdup_printf("cfasearch-columns 1 %zu %s\n", content->len, digest);
    g_string_prepend(content, header);
    cfa_error error = {0};
    g_autoptr(cfa_columns) columns =
        cfa_columns_open(fuzz_file(content->str, content->len), database, &error);
    if (columns == NULL) {
        fuzz_check_error(&error);
        fuzz_check(error.status == CFA_CORRUPT, "columns fail with status %d", error.status);
        return 0;
    }
    for (guint i = 0; i < cfa_columns_documents(columns) + 2; i++)
        check_document(columns, i);
    return 0;
}
