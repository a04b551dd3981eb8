#include "database_update.h"

#include "language_versions.h"

#include <stdlib.h>

/* Changes under way. */
typedef struct update {
    const cfa_update_options *options;
    cfa_paragraph_languages *languages; /* of the index as it will be */
    GHashTable *numbers;                /* of pages that came or went */
    GHashTable *words;                  /* of paragraphs that came or went; NULL where they are not known */
} update;

/* Notes the words of a document that goes or came. */
static void touch_words(const update *this, const xc_database *database, xc_docid docid, xc_error *failure)
{
    g_autoptr(xc_term_iterator) terms = xc_database_termlist(database, docid, failure);
    const char *term;
    size_t length = 0;
    while ((term = xc_term_iterator_next(terms, &length, failure)) != NULL)
        if (cfa_vocabulary_lists(term, length) && !g_hash_table_contains(this->words, term))
            g_hash_table_add(this->words, g_strdup(term));
}

/* Adds the paragraphs of each case text that goes. */
static gboolean add_removed(const update *this, GHashTable *touched, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    const xc_database *last = this->options->last;
    const GPtrArray *remove = this->options->changes->remove;
    for (guint i = 0; i < remove->len; i++) {
        g_autoptr(GArray) docids =
            cfa_filter_documents(last, CFA_FILTER_CASE_TEXT, g_ptr_array_index(remove, i), &failure);
        for (guint j = 0; j < docids->len; j++) {
            const xc_docid docid = g_array_index(docids, xc_docid, j);
            char *id = xc_database_get_value(last, docid, CFA_SLOT_PARAGRAPH, NULL, &failure);
            g_hash_table_add(touched, g_strdup(id != NULL ? id : ""));
            free(id);
            touch_words(this, last, docid, &failure);
            g_autoptr(GPtrArray) text_ids = cfa_filter_values_of(last, docid, CFA_FILTER_TEXT_ID, &failure);
            cfa_language_versions_add_numbers(this->numbers, text_ids);
        }
    }
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

static gboolean write_entries(const update *this, cfa_writer *writer, cfa_error *error)
{
    for (guint i = 0; i < this->options->batch->entries->len; i++) {
        const cfa_entry *entry = g_ptr_array_index(this->options->batch->entries, i);
        g_autoptr(cfa_case_text) text = cfa_batch_load(this->options->batch, entry, error);
        if (text == NULL || !cfa_writer_add(writer, text, &entry->origin, this->languages, error))
            return FALSE;
        cfa_progress_add(this->options->progress, 1, entry->bytes_text);
    }
    return TRUE;
}

/* Tells the paragraphs that stay of those that came or went in another language. */
static gboolean settle(const update *this, cfa_writer *writer, GHashTable *touched, cfa_error *error)
{
    GHashTableIter each;
    gpointer id;
    for (guint i = 0; i < this->options->batch->entries->len; i++) {
        const cfa_entry *entry = g_ptr_array_index(this->options->batch->entries, i);
        for (guint j = 0; j < entry->paragraphs; j++)
            g_hash_table_add(touched, cfa_entry_paragraph(entry, j));
    }
    g_hash_table_iter_init(&each, touched);
    while (g_hash_table_iter_next(&each, &id, NULL))
        if (!cfa_writer_settle(writer, id, cfa_paragraph_languages_missing(this->languages, id), error))
            return FALSE;
    return TRUE;
}

/* Tells the texts of pages that came, or of which one went, what their versions in other languages know; then
 * the languages are not what they were. */
static gboolean tell_language_versions(update *this, cfa_writer *writer, GHashTable *touched,
                                       cfa_error *error)
{
    const cfa_batch *batch = this->options->batch;
    gboolean changed = FALSE;
    for (guint i = 0; i < batch->entries->len; i++) {
        const cfa_entry *entry = g_ptr_array_index(batch->entries, i);
        cfa_language_versions_add_numbers(this->numbers, entry->origin.text_ids);
    }
    if (!cfa_language_versions_tell_index(writer, this->numbers, touched, &changed, error) ||
        !cfa_language_versions_settle_warnings(cfa_writer_database(writer), batch->entries, batch->warnings,
                                               error))
        return FALSE;
    if (!changed)
        return TRUE;
    /* Two texts may have become one, and the words of the other are gone. */
    g_clear_pointer(&this->words, g_hash_table_unref);
    cfa_paragraph_languages_free(this->languages);
    this->languages = cfa_paragraph_languages_new();
    return cfa_paragraph_languages_read(this->languages, cfa_writer_database(writer), error);
}

/* Removes, adds, and settles the rest. */
static gboolean change(update *this, cfa_writer *writer, cfa_error *error)
{
    g_autoptr(GHashTable) touched = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!add_removed(this, touched, error))
        return FALSE;
    for (guint i = 0; i < this->options->changes->remove->len; i++)
        if (!cfa_writer_remove(writer, CFA_FILTER_CASE_TEXT,
                               g_ptr_array_index(this->options->changes->remove, i), error))
            return FALSE;
    if (!cfa_paragraph_languages_read(this->languages, cfa_writer_database(writer), error))
        return FALSE;
    cfa_batch_add_languages(this->options->batch, this->languages);
    return write_entries(this, writer, error) && tell_language_versions(this, writer, touched, error) &&
           settle(this, writer, touched, error);
}

/* Notes the words of every document after one that was the last. */
static gboolean touch_new_words(const update *this, xc_docid last, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(xc_database) database = xc_database_open(this->options->path, &failure);
    g_autoptr(xc_posting_iterator) all = xc_database_postlist(database, "", 0, &failure);
    xc_docid docid = xc_posting_iterator_skip_to(all, last + 1, &failure);
    for (; docid != 0; docid = xc_posting_iterator_next(all, &failure))
        touch_words(this, database, docid, &failure);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

gboolean cfa_database_update(const cfa_update_options *options, GHashTable **words, cfa_error *error)
{
    cfa_writer *writer = cfa_writer_open(options->path, CFA_WRITER_UPDATE, options->memory, error);
    if (writer == NULL)
        return FALSE;
    update this = {.options = options,
                   .languages = cfa_paragraph_languages_new(),
                   .numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                   .words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    const xc_docid last = xc_database_get_lastdocid(cfa_writer_database(writer), NULL);
    gboolean well = change(&this, writer, error);
    well = cfa_writer_close(writer, well ? error : NULL) && well;
    if (well && this.words != NULL)
        well = touch_new_words(&this, last, error);
    cfa_paragraph_languages_free(this.languages);
    g_hash_table_unref(this.numbers);
    *words = this.words;
    return well;
}
