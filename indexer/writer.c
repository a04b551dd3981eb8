#include "writer.h"

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
    cfa_contents *contents;
    guint64 pending, batch; /* bytes of text since the last commit, and when to commit */
};

cfa_writer *cfa_writer_open(const char *path, cfa_writer_mode mode, guint64 memory, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    /* Nobody reads it yet, and what is published is synced as a whole. But only what begins empty may be
     * written in place: libxapian loses blocks of a database that it updates so, and its check then finds a
     * fault. */
    xc_writable *writable =
        mode == CFA_WRITER_SCRATCH
            ? xc_writable_open(path, XC_DB_CREATE, XC_DB_NO_SYNC | XC_DB_DANGEROUS, 0, &failure)
            : xc_writable_open(path, XC_DB_OPEN, XC_DB_NO_SYNC, 0, &failure);
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
    writer->contents = cfa_contents_new();
    writer->batch = CLAMP(memory / MEMORY_PER_TEXT_BYTE, LEAST_BATCH, LARGEST_BATCH);
    return writer;
}

/* The languages that lack a paragraph of a case text. */
static cfa_language_set missing_of(const cfa_paragraph_languages *languages, const cfa_case_text *text,
                                   const cfa_paragraph *paragraph)
{
    if (languages == NULL)
        return 0;
    g_autofree char *stem = cfa_case_text_stem(text);
    g_autofree char *id = cfa_id_make(stem, paragraph->number, paragraph->number, CFA_LANGUAGE_UNKNOWN);
    return cfa_paragraph_languages_missing(languages, id);
}

gboolean cfa_writer_visit(const cfa_case_text *text, const cfa_origin *origin,
                          const cfa_paragraph_languages *languages, cfa_paragraph_visitor visit,
                          gpointer data, cfa_error *error)
{
    g_autofree char *head = cfa_record_head(text);
    cfa_placed_paragraph placed = {.text = text,
                                   .head = head,
                                   .first = cfa_case_text_first(text),
                                   .last = cfa_case_text_last(text),
                                   .origin = origin};
    for (guint i = 0; i < text->paragraphs->len; i++) {
        placed.paragraph = g_ptr_array_index(text->paragraphs, i);
        placed.missing = missing_of(languages, text, placed.paragraph);
        if (!visit(&placed, data, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean add_paragraph(const cfa_placed_paragraph *placed, gpointer data, cfa_error *error)
{
    cfa_writer *writer = data;
    xc_error failure = XC_ERROR_INIT;
    g_autofree char *record = cfa_record_encode(placed->head, placed->paragraph);
    xc_document_clear(writer->document, &failure);
    cfa_contents_fill(writer->contents, writer->stemmer, placed);
    if (!cfa_contents_put(writer->contents, writer->document, error))
        return FALSE;
    xc_document_set_data(writer->document, record, strlen(record), &failure);
    xc_writable_add_document(writer->writable, writer->document, &failure);
    writer->pending += strlen(placed->paragraph->text);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

gboolean cfa_writer_add(cfa_writer *writer, const cfa_case_text *text, const cfa_origin *origin,
                        const cfa_paragraph_languages *languages, cfa_error *error)
{
    if (!cfa_writer_visit(text, origin, languages, add_paragraph, writer, error))
        return FALSE;
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

/* Gives or takes the term of a language; whether the document was changed. */
static gboolean set_missing(xc_document *document, cfa_language language, gboolean is_missing,
                            gboolean was_missing, xc_error *failure)
{
    g_autoptr(GString) term = g_string_new(NULL);
    if (is_missing == was_missing)
        return FALSE;
    cfa_layout_filter(term, CFA_FILTER_MISSING, cfa_language_code(language));
    return is_missing ? xc_document_add_boolean_term(document, term->str, term->len, failure)
                      : xc_document_remove_term(document, term->str, term->len, failure);
}

/* The languages that a document says its paragraph is missing in. */
static cfa_language_set missing_said(const xc_document *document, xc_error *failure)
{
    const char *prefix = cfa_layout_prefix(CFA_FILTER_MISSING);
    cfa_language_set said = 0;
    g_autoptr(xc_term_iterator) terms = xc_document_termlist(document, failure);
    const char *term = xc_term_iterator_skip_to(terms, prefix, strlen(prefix), NULL, failure);
    for (; term != NULL && g_str_has_prefix(term, prefix); term = xc_term_iterator_next(terms, NULL, failure))
        said |= CFA_LANGUAGE_BIT(cfa_language_parse(term + strlen(prefix)));
    return said;
}

static void settle_document(cfa_writer *writer, xc_docid docid, cfa_language_set missing, xc_error *failure)
{
    g_autoptr(xc_document) document =
        xc_database_get_document(xc_writable_get_database(writer->writable), docid, failure);
    const cfa_language_set said = missing_said(document, failure);
    gboolean changed = FALSE;
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        changed |= set_missing(document, (cfa_language)l, (missing & CFA_LANGUAGE_BIT(l)) != 0,
                               (said & CFA_LANGUAGE_BIT(l)) != 0, failure);
    if (changed)
        xc_writable_replace_document(writer->writable, docid, document, failure);
}

gboolean cfa_writer_settle(cfa_writer *writer, const char *paragraph, cfa_language_set missing,
                           cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GArray) docids = /* all, before any is changed */
        cfa_filter_documents(cfa_writer_database(writer), CFA_FILTER_PARAGRAPH, paragraph, &failure);
    for (guint i = 0; i < docids->len && failure.status == XC_OK; i++)
        settle_document(writer, g_array_index(docids, xc_docid, i), missing, &failure);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
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
    /* After a commit that failed closing fails too, and for a worse reason. */
    const gboolean committed = xc_writable_commit(writer->writable, &failure);
    xc_writable_close(writer->writable, committed ? &failure : NULL);
    xc_writable_free(writer->writable);
    xc_document_free(writer->document);
    cfa_stemmer_free(writer->stemmer);
    cfa_contents_free(writer->contents);
    g_free(writer);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}
