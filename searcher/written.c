#include "written.h"

#include "lookup.h"

#include <string.h>

enum {
    LOOKS = 3,  /* paragraphs that are asked how a word is written */
    ENDING = 1, /* letters of a stem that its words may lack: "carry" has the stem "carri" */
    BEGUN = 3   /* letters that they have of it: fewer begin too many words to be asked for their stems */
};

/* ---- words ---- */

/* How a paragraph writes a folded word; NULL where it does not have it. The caller frees. */
static char *written_in(const cfa_record *record, const char *folded)
{
    const char *text = record->paragraph->text;
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, strlen(text));
    while (cfa_word_next(&reader, &word))
        if (strcmp(word.text, folded) == 0)
            return g_strndup(text + word.offset, word.bytes);
    return NULL;
}

static gboolean is_capital(const char *word)
{
    return g_unichar_isupper(g_utf8_get_char(word));
}

/* How the paragraph of a document writes it; NULL also where that is in another language, or cannot be read, which is for who shows it to
 * tell. */
static char *written_at(const cfa_index *index, xc_docid docid, const char *folded, cfa_language language,
                        xc_error *failure)
{
    xc_document *document = xc_database_get_document(index->database, docid, failure);
    g_autoptr(cfa_record) record = cfa_lookup_record(document, failure, NULL);
    if (record == NULL || (language != CFA_LANGUAGE_UNKNOWN && record->text->language != language))
        return NULL;
    return written_in(record, folded);
}

char *cfa_written_word(const cfa_index *index, const char *folded, cfa_language language, xc_error *failure)
{
    char *form = NULL;
    xc_posting_iterator *postings = xc_database_postlist(index->database, folded, strlen(folded), failure);
    xc_docid docid;
    for (guint look = 0; look < LOOKS && (form == NULL || is_capital(form)) &&
                         (docid = xc_posting_iterator_next(postings, failure)) != 0;
         look++) {
        char *here = written_at(index, docid, folded, language, failure);
        if (here == NULL)
            continue;
        g_free(form);
        form = here;
    }
    xc_posting_iterator_free(postings);
    return form != NULL ? form : g_strdup(folded);
}

/* ---- stems ---- */

/* The most frequent word that has a stem. */
typedef struct stem_search {
    cfa_stemmer *stemmer;
    const char *stem;
    cfa_language language;
    char best[CFA_WORD_MAX + 1];
    guint frequency; /* 0 while there is none */
} stem_search;

static void keep_if_stem(const cfa_table_line *line, gpointer data)
{
    stem_search *search = data;
    cfa_vocabulary_word word;
    if (!cfa_vocabulary_read(line, &word) || word.length > CFA_WORD_MAX ||
        word.frequency <= search->frequency || (word.languages & CFA_LANGUAGE_BIT(search->language)) == 0 ||
        strcmp(cfa_stemmer_stem(search->stemmer, search->language, word.text, word.length), search->stem) !=
            0)
        return;
    memcpy(search->best, word.text, word.length);
    search->best[word.length] = '\0';
    search->frequency = word.frequency;
}

char *cfa_written_stem(const cfa_index *index, const char *term, cfa_language language, xc_error *failure)
{
    stem_search search = {.stemmer = index->stemmer,
                          .stem = term + strlen(cfa_layout_stem_prefix(language)),
                          .language = language};
    const gsize length = strlen(search.stem);
    if (index->vocabulary == NULL || length < BEGUN)
        return NULL;
    cfa_vocabulary_visit(index->vocabulary, search.stem, MAX(length - ENDING, BEGUN), keep_if_stem, &search);
    return search.frequency > 0 ? cfa_written_word(index, search.best, language, failure) : NULL;
}
