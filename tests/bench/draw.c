#include "draw.h"

#include <string.h>

cfa_record *cfa_draw_record(cfa_draw *this)
{
    cfa_record *record = NULL;
    while (record == NULL) {
        const xc_docid docid = (xc_docid)g_rand_int_range(this->random, 1, (gint32)this->documents + 1);
        xc_document *document = xc_database_get_document(this->index->database, docid, NULL);
        size_t length = 0;
        const char *data = xc_document_get_data(document, &length, NULL);
        record = data != NULL ? cfa_record_decode(data, length, NULL) : NULL;
        xc_document_free(document);
        if (record != NULL && record->text->cases->len == 0)
            g_clear_pointer(&record, cfa_record_free);
    }
    return record;
}

/* The words of some paragraph in a language, stopwords among them, in their order. */
static GPtrArray *words_of_some_paragraph(cfa_draw *this, cfa_language language)
{
    for (;;) {
        g_autoptr(cfa_record) record = cfa_draw_record(this);
        GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
        if (record->text->language == language) {
            cfa_word_reader reader;
            cfa_word word;
            cfa_word_reader_init(&reader, record->paragraph->text, strlen(record->paragraph->text));
            while (cfa_word_next(&reader, &word))
                g_ptr_array_add(words, g_strdup(word.text));
        }
        if (words->len >= 20)
            return words;
        g_ptr_array_unref(words);
    }
}

char *cfa_draw_words(cfa_draw *this, cfa_language language, guint count, gboolean together)
{
    g_autoptr(GPtrArray) words = words_of_some_paragraph(this, language);
    g_autoptr(GString) question = g_string_new(NULL);
    guint at = (guint)g_rand_int_range(this->random, 0, (gint32)(words->len - count));
    for (guint taken = 0; taken < count && at < words->len; at++) {
        const char *word = g_ptr_array_index(words, at);
        if (!together && (cfa_word_is_stopword(language, word, strlen(word)) || strlen(word) < 3))
            continue;
        g_string_append_printf(question, "%s%s", taken++ > 0 ? " " : "", word);
    }
    return g_strdup(question->str);
}
