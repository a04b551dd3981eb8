#include "vocabulary.h"

#include "layout.h"

#include <string.h>

enum { QUOTED = 20 /* a word of fewer than one of so many paragraphs in a language is quoted there */ };

static const char kind[] = "vocabulary 2";

struct cfa_vocabulary {
    cfa_sorted_table *table;
};

cfa_vocabulary *cfa_vocabulary_open(const char *path, cfa_mapped_checksums *checksums, cfa_error *error)
{
    cfa_sorted_table *table = cfa_sorted_table_open(path, kind, checksums, error);
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

gboolean cfa_vocabulary_read(const cfa_table_line *line, cfa_vocabulary_word *word)
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
    return cfa_sorted_table_find(vocabulary->table, word, length, &line) && cfa_vocabulary_read(&line, found);
}

void cfa_vocabulary_visit(const cfa_vocabulary *vocabulary, const char *begun, gsize length,
                          cfa_vocabulary_visitor visit, gpointer data)
{
    cfa_table_line line;
    gboolean more = cfa_sorted_table_seek(vocabulary->table, begun, length, &line);
    for (; more && line.key_length >= length && memcmp(line.key, begun, length) == 0;
         more = cfa_sorted_table_next(vocabulary->table, &line))
        visit(&line, data);
}

/* ---- making ---- */

gboolean cfa_vocabulary_lists(const char *word, gsize length)
{
    if (cfa_layout_stem_language(word, length) != CFA_LANGUAGE_UNKNOWN)
        return TRUE;
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_islower(word[i]))
            return FALSE;
    return length >= CFA_VOCABULARY_LETTERS && length <= CFA_WORD_MAX;
}

typedef struct making {
    const xc_database *database;
    GByteArray *languages; /* of each paragraph, by its docid */
    cfa_language only;     /* that of all of them, where there is but one */
    GString *lines;
    xc_error failure;
} making;

static void read_languages(making *this)
{
    g_autoptr(GString) term = g_string_new(NULL);
    g_byte_array_set_size(this->languages, xc_database_get_lastdocid(this->database, &this->failure) + 1);
    memset(this->languages->data, CFA_LANGUAGE_UNKNOWN, this->languages->len);
    const guint paragraphs = xc_database_get_doccount(this->database, &this->failure);
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        cfa_layout_filter(term, CFA_FILTER_LANGUAGE, cfa_language_code((cfa_language)l));
        if (xc_database_get_termfreq(this->database, term->str, term->len, &this->failure) == paragraphs)
            this->only = (cfa_language)l;
        g_autoptr(xc_posting_iterator) postings =
            xc_database_postlist(this->database, term->str, term->len, &this->failure);
        xc_docid docid;
        while ((docid = xc_posting_iterator_next(postings, &this->failure)) != 0)
            this->languages->data[docid] = (guint8)l;
    }
}

/* Counts the paragraphs of each language that have a word; those of an unknown language under it. */
static void count_languages(making *this, const char *word, gsize length, guint counts[CFA_LANGUAGES + 1])
{
    g_autoptr(xc_posting_iterator) postings =
        xc_database_postlist(this->database, word, length, &this->failure);
    xc_docid docid;
    while ((docid = xc_posting_iterator_next(postings, &this->failure)) != 0)
        counts[this->languages->data[docid]]++;
}

static void add_line(making *this, const char *word, gsize length, guint frequency)
{
    guint counts[CFA_LANGUAGES + 1] = {0};
    const char *between = "";
    const cfa_language stemmed = cfa_layout_stem_language(word, length);
    const cfa_language only = stemmed != CFA_LANGUAGE_UNKNOWN ? stemmed : this->only;
    if (only != CFA_LANGUAGE_UNKNOWN)
        counts[only] = frequency;
    else
        count_languages(this, word, length, counts);
    g_string_append_len(this->lines, word, (gssize)length);
    g_string_append_printf(this->lines, "\t%u\t", frequency);
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if (counts[l] > 0 && counts[l] >= frequency / QUOTED) {
            g_string_append_printf(this->lines, "%s%s", between, cfa_language_code((cfa_language)l));
            between = " ";
        }
    g_string_append_c(this->lines, '\n');
}

static void begin(making *this, const xc_database *database)
{
    *this = (making){.database = database,
                     .languages = g_byte_array_new(),
                     .lines = g_string_new(NULL),
                     .failure = XC_ERROR_INIT};
    read_languages(this);
}

static gboolean finish(making *this, const char *path, cfa_error *error)
{
    const gboolean well = this->failure.status == XC_OK
                              ? cfa_sorted_table_write(path, kind, this->lines, error)
                              : cfa_database_error(error, &this->failure);
    g_byte_array_unref(this->languages);
    g_string_free(this->lines, TRUE);
    return well;
}

gboolean cfa_vocabulary_make(const xc_database *database, const char *path, cfa_error *error)
{
    making this;
    begin(&this, database);
    g_autoptr(xc_term_iterator) terms = xc_database_allterms(database, "", 0, &this.failure);
    const char *term;
    size_t length = 0;
    while ((term = xc_term_iterator_next(terms, &length, &this.failure)) != NULL)
        if (cfa_vocabulary_lists(term, length))
            add_line(&this, term, length, xc_term_iterator_get_termfreq(terms, &this.failure));
    return finish(&this, path, error);
}

/* ---- bringing up to date ---- */

static void add_touched(making *this, const char *word)
{
    const gsize length = strlen(word);
    const guint frequency = xc_database_get_termfreq(this->database, word, length, &this->failure);
    if (frequency > 0)
        add_line(this, word, length, frequency);
}

/* Below, equal to or above 0 as a line's word is before, the same as or after `word`. */
static int compare_line(const cfa_table_line *line, const char *word)
{
    const int order = strncmp(line->key, word, line->key_length);
    return order != 0 ? order : -(word[line->key_length] != '\0');
}

static void merge_touched(making *this, const cfa_vocabulary *last, const GPtrArray *touched)
{
    cfa_table_line line;
    guint next = 0;
    gboolean more = cfa_sorted_table_seek(last->table, "", 0, &line);
    for (; more; more = cfa_sorted_table_next(last->table, &line)) {
        int order = -1;
        while (next < touched->len && (order = compare_line(&line, touched->pdata[next])) > 0)
            add_touched(this, touched->pdata[next++]);
        if (next < touched->len && order == 0)
            add_touched(this, touched->pdata[next++]);
        else
            g_string_append_len(this->lines, line.key, line.end + 1 - line.key);
    }
    while (next < touched->len)
        add_touched(this, touched->pdata[next++]);
}

gboolean cfa_vocabulary_update(const xc_database *database, const char *last, GHashTable *touched,
                               const char *path, cfa_error *error)
{
    g_autoptr(cfa_vocabulary) before = last != NULL ? cfa_vocabulary_open(last, NULL, NULL) : NULL;
    if (before == NULL || !cfa_vocabulary_verify(before))
        return cfa_vocabulary_make(database, path, error);
    making this;
    begin(&this, database);
    g_autoptr(GPtrArray) words = cfa_sorted_table_keys(touched);
    merge_touched(&this, before, words);
    return finish(&this, path, error);
}
