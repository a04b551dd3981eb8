#include "vocabulary.h"

#include "layout.h"

#include <string.h>

static const char kind[] = "vocabulary 1";

struct cfa_vocabulary {
    cfa_sorted_table *table;
};

cfa_vocabulary *cfa_vocabulary_open(const char *path, cfa_error *error)
{
    cfa_sorted_table *table = cfa_sorted_table_open(path, kind, error);
    if (table == NULL)
        return NULL;
    cfa_vocabulary *vocabulary = g_new0(cfa_vocabulary, 1);
    vocabulary->table = table;
    return vocabulary;
}

void cfa_vocabulary_free(cfa_vocabulary *vocabulary)
{
    if (vocabulary == NULL)
        return;
    cfa_sorted_table_free(vocabulary->table);
    g_free(vocabulary);
}

gboolean cfa_vocabulary_verify(const cfa_vocabulary *vocabulary)
{
    return cfa_sorted_table_verify(vocabulary->table);
}

/* Reads "\t310" and then the languages, "\ten fr"; FALSE for what is no such line. */
static gboolean read_word(const cfa_table_line *line, cfa_vocabulary_word *word)
{
    const char *at = line->rest + 1;
    *word = (cfa_vocabulary_word){.text = line->key, .length = line->key_length};
    for (; at < line->end && g_ascii_isdigit(*at) && word->frequency < G_MAXUINT / 10; at++)
        word->frequency = word->frequency * 10 + (guint)(*at - '0');
    if (word->frequency == 0 || at >= line->end || *at != '\t')
        return FALSE;
    for (at++; line->end - at >= 2; at += 3)
        for (int l = 1; l <= CFA_LANGUAGES; l++)
            if (memcmp(at, cfa_language_code((cfa_language)l), 2) == 0)
                word->languages |= CFA_LANGUAGE_BIT(l);
    return TRUE;
}

gboolean cfa_vocabulary_find(const cfa_vocabulary *vocabulary, const char *word, gsize length,
                             cfa_vocabulary_word *found)
{
    cfa_table_line line;
    return cfa_sorted_table_find(vocabulary->table, word, length, &line) && read_word(&line, found);
}

void cfa_vocabulary_visit(const cfa_vocabulary *vocabulary, char letter, cfa_vocabulary_visitor visit,
                          gpointer data)
{
    cfa_table_line line;
    cfa_vocabulary_word word;
    gboolean more = cfa_sorted_table_seek(vocabulary->table, &letter, 1, &line);
    for (; more && line.key[0] == letter; more = cfa_sorted_table_next(vocabulary->table, &line))
        if (read_word(&line, &word))
            visit(&word, data);
}

/* ---- making ---- */

static gboolean is_listed(const char *word, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_islower(word[i]))
            return FALSE;
    return length >= CFA_VOCABULARY_LETTERS && length <= CFA_WORD_MAX;
}

typedef struct making {
    const xc_database *database;
    cfa_stemmer *stemmer;
    GString *term, *lines;
    xc_error failure;
} making;

static gboolean is_of(making *this, cfa_language language, const char *word, gsize length)
{
    if (cfa_word_is_stopword(language, word, length))
        return TRUE;
    cfa_layout_stem(this->term, language, cfa_stemmer_stem(this->stemmer, language, word, length));
    return xc_database_term_exists(this->database, this->term->str, this->term->len, &this->failure);
}

static void add_line(making *this, const char *word, gsize length, guint frequency)
{
    g_string_append_len(this->lines, word, (gssize)length);
    g_string_append_printf(this->lines, "\t%u", frequency);
    char before = '\t';
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if (is_of(this, (cfa_language)l, word, length)) {
            g_string_append_c(this->lines, before);
            g_string_append(this->lines, cfa_language_code((cfa_language)l));
            before = ' ';
        }
    g_string_append(this->lines, before == '\t' ? "\t\n" : "\n");
}

gboolean cfa_vocabulary_make(const xc_database *database, const char *path, cfa_error *error)
{
    making this = {.database = database,
                   .stemmer = cfa_stemmer_new(),
                   .term = g_string_new(NULL),
                   .lines = g_string_new(NULL),
                   .failure = XC_ERROR_INIT};
    xc_term_iterator *terms = xc_database_allterms(database, "", 0, &this.failure);
    const char *term;
    size_t length = 0;
    while ((term = xc_term_iterator_next(terms, &length, &this.failure)) != NULL)
        if (is_listed(term, length))
            add_line(&this, term, length, xc_term_iterator_get_termfreq(terms, &this.failure));
    const gboolean well = this.failure.status == XC_OK ? cfa_sorted_table_write(path, kind, this.lines, error)
                                                       : cfa_database_error(error, &this.failure);
    xc_term_iterator_free(terms);
    cfa_stemmer_free(this.stemmer);
    g_string_free(this.term, TRUE);
    g_string_free(this.lines, TRUE);
    return well;
}
