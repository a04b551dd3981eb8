#include "writer.h"

#include "record.h"

#include <string.h>

enum {
    /* A byte of text takes about this many in libxapian's inverter until it is committed. */
    MEMORY_PER_TEXT_BYTE = 24,
    LEAST_BATCH = 256 << 10,
    /* A larger batch is slower, not faster: the inverter is a map of maps. Measured with `-m`: 16M took 0.86
       of 256M's time. */
    LARGEST_BATCH = 1 << 20
};

struct cfa_writer {
    xc_writable *writable;
    xc_document *document;
    cfa_stemmer *stemmer;
    guint64 pending, batch; /* bytes of text since the last commit, and when to commit */
};

cfa_writer *cfa_writer_open(const char *path, cfa_writer_mode mode, guint64 memory, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    xc_writable *writable =
        mode == CFA_WRITER_SCRATCH
            ? xc_writable_open(path, XC_DB_CREATE, XC_DB_NO_SYNC | XC_DB_DANGEROUS, 0, &failure)
            : xc_writable_open(path, XC_DB_OPEN, 0, 0, &failure);
    xc_document *document = xc_document_new(&failure);
    if (writable == NULL || document == NULL) {
        xc_writable_free(writable);
        xc_document_free(document);
        cfa_database_error(error, &failure);
        return NULL;
    }
    cfa_writer *writer = g_new0(cfa_writer, 1);
    writer->writable = writable;
    writer->document = document;
    writer->stemmer = cfa_stemmer_new();
    writer->batch = CLAMP(memory / MEMORY_PER_TEXT_BYTE, LEAST_BATCH, LARGEST_BATCH);
    return writer;
}

static gboolean add_paragraph(cfa_writer *writer, const cfa_case_text *text, const cfa_paragraph *paragraph,
                              guint first, guint last, const cfa_origin *origin, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autofree char *record = cfa_record_encode(text, paragraph);
    xc_document_clear(writer->document, &failure);
    if (!cfa_writer_fill(writer->document, writer->stemmer, text, paragraph, first, last, origin, error))
        return FALSE;
    xc_document_set_data(writer->document, record, strlen(record), &failure);
    xc_writable_add_document(writer->writable, writer->document, &failure);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

gboolean cfa_writer_add(cfa_writer *writer, const cfa_case_text *text, const cfa_origin *origin,
                        cfa_error *error)
{
    const GPtrArray *paragraphs = text->paragraphs;
    const guint first = ((const cfa_paragraph *)g_ptr_array_index(paragraphs, 0))->number;
    const guint last = ((const cfa_paragraph *)g_ptr_array_index(paragraphs, paragraphs->len - 1))->number;
    for (guint i = 0; i < paragraphs->len; i++) {
        const cfa_paragraph *paragraph = g_ptr_array_index(paragraphs, i);
        if (!add_paragraph(writer, text, paragraph, first, last, origin, error))
            return FALSE;
        writer->pending += strlen(paragraph->text);
    }
    if (writer->pending < writer->batch)
        return TRUE;
    writer->pending = 0;
    xc_error failure = XC_ERROR_INIT;
    return xc_writable_commit(writer->writable, &failure) || cfa_database_error(error, &failure);
}

gboolean cfa_writer_remove(cfa_writer *writer, cfa_filter filter, const char *value, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_layout_filter(term, filter, value);
    return xc_writable_delete_document_by_term(writer->writable, term->str, term->len, &failure) ||
           cfa_database_error(error, &failure);
}

xc_database *cfa_writer_database(cfa_writer *writer)
{
    return xc_writable_get_database(writer->writable);
}

gboolean cfa_writer_close(cfa_writer *writer, cfa_error *error)
{
    if (writer == NULL)
        return TRUE;
    xc_error failure = XC_ERROR_INIT;
    xc_writable_commit(writer->writable, &failure);
    xc_writable_close(writer->writable, &failure);
    xc_writable_free(writer->writable);
    xc_document_free(writer->document);
    cfa_stemmer_free(writer->stemmer);
    g_free(writer);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}
