#include "written.h"

#include "filters.h"
#include "lookup.h"

#include <string.h>

enum {
    LOOKS = 3,  /* paragraphs that are asked how a word is written */
    MANY = 8,   /* … and which spelling is usual */
    ENDING = 1, /* letters of a stem that its words may lack: "carry" has the stem "carri" */
    BEGUN = 3   /* letters that they have of it: fewer begin too many words to be asked for their stems */
};

/* ---- words ---- */

/* Reads on to the next place where a text has a folded word; FALSE where there is none. */
static gboolean find_next(cfa_word_reader *reader, const char *folded, cfa_word *word)
{
    while (cfa_word_next(reader, word))
        if (strcmp(word->text, folded) == 0)
            return TRUE;
    return FALSE;
}

/* How a paragraph writes a folded word; NULL where it does not have it. The caller frees. */
static char *written_in(const cfa_record *record, const char *folded)
{
    const char *text = record->paragraph->text;
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, strlen(text));
    return find_next(&reader, folded, &word) ? g_strndup(text + word.offset, word.bytes) : NULL;
}

static gboolean is_capital(const char *word)
{
    return g_unichar_isupper(g_utf8_get_char(word));
}

/* How the paragraph of a document writes it; NULL also where that is in another language, or cannot be read,
 * which is for who shows it to tell. */
static char *written_at(const cfa_index *index, xc_docid docid, const char *folded, cfa_language language,
                        xc_error *failure)
{
    g_autoptr(cfa_record) record = cfa_lookup_document(index, docid, failure, NULL);
    if (record == NULL || (language != CFA_LANGUAGE_UNKNOWN && record->text->language != language))
        return NULL;
    return written_in(record, folded);
}

char *cfa_written_word(const cfa_index *index, const char *folded, cfa_language language, xc_error *failure)
{
    char *form = NULL;
    g_autoptr(xc_posting_iterator) postings =
        xc_database_postlist(index->database, folded, strlen(folded), failure);
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
    return form != NULL ? form : g_strdup(folded);
}

/* ---- spellings ---- */

/* Counts how a text spells a folded word, in small letters. */
static void count_spellings(GHashTable *spellings, const char *text, const char *folded)
{
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, strlen(text));
    while (find_next(&reader, folded, &word)) {
        char *spelled = g_utf8_strdown(text + word.offset, (gssize)word.bytes);
        const guint count = GPOINTER_TO_UINT(g_hash_table_lookup(spellings, spelled));
        g_hash_table_replace(spellings, spelled, GUINT_TO_POINTER(count + 1));
    }
}

/* The spelling that was seen most often; of equal ones the first by its letters. */
static char *best_spelling(GHashTable *spellings, const char *folded, gboolean accented)
{
    const char *best = folded;
    guint most = 0;
    GHashTableIter iterator;
    gpointer spelled, seen;
    g_hash_table_iter_init(&iterator, spellings);
    while (g_hash_table_iter_next(&iterator, &spelled, &seen)) {
        const gboolean preferred = accented && !g_str_is_ascii(spelled);
        const guint count = GPOINTER_TO_UINT(seen) + (preferred ? G_MAXINT : 0);
        if (count > most || (count == most && strcmp(spelled, best) < 0)) {
            best = spelled;
            most = count;
        }
    }
    return g_strdup(best);
}

char *cfa_written_spelling(const cfa_index *index, const char *folded, cfa_language language,
                           gboolean accented, xc_error *failure)
{
    g_autoptr(GHashTable) spellings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    xc_query *query = xc_query_term(folded, strlen(folded), 1, failure);
    if (language != CFA_LANGUAGE_UNKNOWN) {
        xc_query *both[] = {query,
                            cfa_filter_query(CFA_FILTER_LANGUAGE, cfa_language_code(language), failure)};
        query = xc_query_combine(XC_OP_AND, both, G_N_ELEMENTS(both), 0, failure);
    }
    g_autoptr(xc_mset) mset = cfa_lookup_first(index, query, MANY, failure);
    for (uint32_t i = 0; i < xc_mset_size(mset); i++) {
        g_autoptr(cfa_record) record =
            cfa_lookup_record(xc_mset_get_document(mset, i, failure), failure, NULL);
        if (record != NULL)
            count_spellings(spellings, record->paragraph->text, folded);
    }
    return best_spelling(spellings, folded, accented);
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
