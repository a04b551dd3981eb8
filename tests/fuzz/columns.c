/*
 * The columns of a generation: whatever the numbers in them are, what they lead to is there, or they are
 * refused.
 */
#include "fuzz.h"

#include "columns.h"

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

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const xc_database *database = fuzz_sample_index()->database;
    cfa_error error = {0};
    fuzz_input input = {bytes, length};
    g_autoptr(GString) content = fuzz_columns(&input, database);
    g_autoptr(GString) file = fuzz_seal("columns 2", content->str, content->len);
    g_autoptr(cfa_columns) columns = cfa_columns_open(fuzz_file(file->str, file->len), database, &error);
    if (columns == NULL) {
        fuzz_check_error(&error);
        fuzz_check(error.status == CFA_CORRUPT, "columns fail with status %d", error.status);
        return 0;
    }
    for (guint i = 0; i < cfa_columns_documents(columns) + 2; i++)
        check_document(columns, i);
    return 0;
}
