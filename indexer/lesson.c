#include "lesson.h"

#include <string.h>

enum {
    PARAGRAPHS_MAX = 20000, /* more teach no more */
    STEMS_MAX = 100         /* of a paragraph that are looked at */
};

/* One language of a paragraph. */
typedef struct text {
    xc_docid docid;
    guint32 paragraph;
    cfa_language language;
    guint32 start, count; /* of its words in `reading.words` */
} text;

typedef struct reading {
    const xc_database *database;
    cfa_lesson *lesson;
    GHashTable *numbers[CFA_LANGUAGES + 1]; /* forward.h's key -> number + 1 */
    GArray *texts;                          /* text */
    GArray *words;                          /* guint32, in the order of texts */
    xc_error failure;
} reading;

/* Gives a number to each stem of a language that can teach something. */
static void number_stems(reading *this, cfa_language language)
{
    const char *prefix = cfa_layout_stem_prefix(language), *term;
    const gsize length = strlen(prefix);
    GPtrArray *stems = this->lesson->sides[language].stems;
    xc_term_iterator *terms = xc_database_allterms(this->database, prefix, length, &this->failure);
    while ((term = xc_term_iterator_next(terms, NULL, &this->failure)) != NULL) {
        const gpointer key = GUINT_TO_POINTER(cfa_forward_key(term));
        if (g_ascii_isdigit(term[length]) || xc_term_iterator_get_termfreq(terms, &this->failure) < 2 ||
            g_hash_table_contains(this->numbers[language], key))
            continue;
        g_ptr_array_add(stems, g_strdup(term));
        g_hash_table_insert(this->numbers[language], key, GUINT_TO_POINTER(stems->len));
    }
    xc_term_iterator_free(terms);
}

/* Adds every language of a paragraph that the filter's term finds. */
static void add_texts(reading *this, const char *term, size_t length)
{
    xc_posting_iterator *postings = xc_database_postlist(this->database, term, length, &this->failure);
    text one = {.paragraph = this->lesson->paragraphs++};
    while ((one.docid = xc_posting_iterator_next(postings, &this->failure)) != 0)
        g_array_append_val(this->texts, one);
    xc_posting_iterator_free(postings);
}

/* How many paragraphs stand in two languages or more; or, with `each` above 0, takes each so-many-th of them. */
static guint walk(reading *this, guint each)
{
    const char *prefix = cfa_layout_prefix(CFA_FILTER_PARAGRAPH), *term;
    xc_term_iterator *terms = xc_database_allterms(this->database, prefix, strlen(prefix), &this->failure);
    guint seen = 0;
    size_t length = 0;
    while ((term = xc_term_iterator_next(terms, &length, &this->failure)) != NULL) {
        if (xc_term_iterator_get_termfreq(terms, &this->failure) < 2)
            continue;
        if (each > 0 && seen % each == 0)
            add_texts(this, term, length);
        seen++;
    }
    xc_term_iterator_free(terms);
    return seen;
}

static int compare_docids(gconstpointer a, gconstpointer b)
{
    const text *left = a, *right = b;
    return left->docid < right->docid ? -1 : left->docid > right->docid;
}

static int compare_places(gconstpointer a, gconstpointer b)
{
    const text *left = a, *right = b;
    if (left->paragraph != right->paragraph)
        return left->paragraph < right->paragraph ? -1 : 1;
    return compare_docids(a, b);
}

static void read_words(reading *this, text *one, const char *value, gsize size)
{
    cfa_forward_reader reader;
    cfa_forward_entry entry;
    one->start = this->words->len;
    if (!cfa_forward_open(&reader, value, size))
        return;
    one->language = reader.head.language;
    while (this->words->len - one->start < STEMS_MAX && cfa_forward_next(&reader, &entry)) {
        const guint32 number =
            GPOINTER_TO_UINT(g_hash_table_lookup(this->numbers[one->language], GUINT_TO_POINTER(entry.key)));
        if (number == 0)
            continue;
        const guint32 word = number - 1;
        g_array_append_val(this->words, word);
    }
    one->count = this->words->len - one->start;
}

/* Reads the words of all texts, in the order in which the index has them. */
static void read_texts(reading *this)
{
    g_array_sort(this->texts, compare_docids);
    xc_value_iterator *values = xc_database_valuestream(this->database, CFA_SLOT_FORWARD, &this->failure);
    for (guint i = 0; i < this->texts->len; i++) {
        text *one = &g_array_index(this->texts, text, i);
        size_t size = 0;
        if (xc_value_iterator_skip_to(values, one->docid, &this->failure) != one->docid)
            continue; /* then it has none; what failed is told at the end */
        const char *value = xc_value_iterator_get_value(values, &size, &this->failure);
        if (value != NULL)
            read_words(this, one, value, size);
    }
    xc_value_iterator_free(values);
}

/* Files the words by language and paragraph; of two texts of one language, the first. */
static void file_texts(reading *this)
{
    g_array_sort(this->texts, compare_places);
    for (guint i = 0, p = 0; p < this->lesson->paragraphs; p++) {
        cfa_language_set there = 0;
        for (; i < this->texts->len && g_array_index(this->texts, text, i).paragraph == p; i++) {
            const text *one = &g_array_index(this->texts, text, i);
            if (one->language == CFA_LANGUAGE_UNKNOWN || (there & CFA_LANGUAGE_BIT(one->language)) != 0)
                continue;
            there |= CFA_LANGUAGE_BIT(one->language);
            if (one->count > 0)
                g_array_append_vals(this->lesson->sides[one->language].words,
                                    &g_array_index(this->words, guint32, one->start), one->count);
        }
        for (int l = 1; l <= CFA_LANGUAGES; l++)
            g_array_append_val(this->lesson->sides[l].starts, this->lesson->sides[l].words->len);
    }
}

static cfa_lesson *lesson_new(void)
{
    cfa_lesson *lesson = g_new0(cfa_lesson, 1);
    const guint32 first = 0;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        cfa_lesson_side *side = &lesson->sides[l];
        side->stems = g_ptr_array_new_with_free_func(g_free);
        side->words = g_array_new(FALSE, FALSE, sizeof(guint32));
        side->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
        g_array_append_val(side->starts, first);
    }
    return lesson;
}

void cfa_lesson_free(cfa_lesson *lesson)
{
    if (lesson == NULL)
        return;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        g_ptr_array_unref(lesson->sides[l].stems);
        g_array_unref(lesson->sides[l].words);
        g_array_unref(lesson->sides[l].starts);
    }
    g_free(lesson);
}

cfa_lesson *cfa_lesson_read(const xc_database *database, cfa_error *error)
{
    reading this = {.database = database,
                    .lesson = lesson_new(),
                    .texts = g_array_new(FALSE, FALSE, sizeof(text)),
                    .words = g_array_new(FALSE, FALSE, sizeof(guint32)),
                    .failure = XC_ERROR_INIT};
    for (int l = 0; l <= CFA_LANGUAGES; l++)
        this.numbers[l] = g_hash_table_new(g_direct_hash, g_direct_equal);
    const guint count = walk(&this, 0);
    for (int l = 1; count > 0 && l <= CFA_LANGUAGES; l++)
        number_stems(&this, (cfa_language)l);
    walk(&this, count / PARAGRAPHS_MAX + 1);
    read_texts(&this);
    file_texts(&this);
    for (int l = 0; l <= CFA_LANGUAGES; l++)
        g_hash_table_unref(this.numbers[l]);
    g_array_unref(this.texts);
    g_array_unref(this.words);
    if (this.failure.status == XC_OK)
        return this.lesson;
    cfa_database_error(error, &this.failure);
    cfa_lesson_free(this.lesson);
    return NULL;
}

const guint32 *cfa_lesson_words(const cfa_lesson_side *side, guint paragraph, guint *count)
{
    const guint32 start = g_array_index(side->starts, guint32, paragraph);
    *count = g_array_index(side->starts, guint32, paragraph + 1) - start;
    return &g_array_index(side->words, guint32, start);
}
