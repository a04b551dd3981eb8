#include "learn.h"

#include "concepts.h"
#include "translations.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    PARAGRAPHS_MAX = 20000, /* in two languages or three: more teach no more */
    STEMS_MAX = 100,        /* different ones of a paragraph that are looked at */
    OCCURRENCES_MAX = 400,  /* paragraphs of a word in which its candidates are counted */
    CANDIDATES = 16,
    ITERATIONS = 5
};

/* What is believed less brings more that is wrong than right: see tests/relevance/README.md. */
static const double least_probability = 0.01;
/* The share of a word that nothing in the other language stands for. */
static const double nothing = 0.02;

/* The paragraphs learned from in one language: the numbers of their stems, one after the other. */
typedef struct side {
    GHashTable *numbers; /* stem -> its number + 1 */
    GPtrArray *stems;    /* number -> stem, borrowed from `numbers` */
    GArray *words;       /* guint32 numbers */
    GArray *starts;      /* guint32: where each paragraph begins in `words`, and the end */
} side;

typedef struct lesson {
    const xc_database *database;
    side sides[CFA_LANGUAGES + 1];
    cfa_stemmer *stemmer;
    GPtrArray *lines;
    xc_error failure;
} lesson;

/* What a word may stand for. */
typedef struct candidate {
    guint32 word;
    float probability, count;
} candidate;

/* ---- reading ---- */

static guint32 number_of(side *one, const char *stem)
{
    guint32 number = GPOINTER_TO_UINT(g_hash_table_lookup(one->numbers, stem));
    if (number == 0) {
        char *copy = g_strdup(stem);
        g_ptr_array_add(one->stems, copy);
        number = one->stems->len;
        g_hash_table_insert(one->numbers, copy, GUINT_TO_POINTER(number));
    }
    return number - 1;
}

static gboolean is_among(const side *one, guint start, guint32 number)
{
    for (guint i = start; i < one->words->len; i++)
        if (g_array_index(one->words, guint32, i) == number)
            return TRUE;
    return FALSE;
}

/* Adds the different stems of a text; numbers are the same in every language and teach nothing. */
static void add_text(lesson *this, const cfa_record *record)
{
    const cfa_language language = record->text->language;
    side *one = &this->sides[language];
    const guint start = one->words->len;
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, record->paragraph->text, strlen(record->paragraph->text));
    while (cfa_word_next(&reader, &word) && one->words->len - start < STEMS_MAX) {
        if (g_ascii_isdigit(word.text[0]) || cfa_word_is_stopword(language, word.text, word.length))
            continue;
        const guint32 number =
            number_of(one, cfa_stemmer_stem(this->stemmer, language, word.text, word.length));
        if (!is_among(one, start, number))
            g_array_append_val(one->words, number);
    }
}

/* Adds every language of a paragraph that the filter's term finds. */
static gboolean add_paragraph(lesson *this, const char *term, size_t length, cfa_error *error)
{
    xc_posting_iterator *postings = xc_database_postlist(this->database, term, length, &this->failure);
    cfa_language_set there = 0;
    gboolean well = TRUE;
    xc_docid docid;
    while (well && (docid = xc_posting_iterator_next(postings, &this->failure)) != 0) {
        size_t size = 0;
        xc_document *document = xc_database_get_document(this->database, docid, &this->failure);
        const char *data = xc_document_get_data(document, &size, &this->failure);
        g_autoptr(cfa_record) record = data != NULL ? cfa_record_decode(data, size, error) : NULL;
        well = record != NULL || data == NULL;
        const cfa_language language = record != NULL ? record->text->language : CFA_LANGUAGE_UNKNOWN;
        if (language != CFA_LANGUAGE_UNKNOWN && (there & CFA_LANGUAGE_BIT(language)) == 0) {
            there |= CFA_LANGUAGE_BIT(language);
            add_text(this, record);
        }
        xc_document_free(document);
    }
    xc_posting_iterator_free(postings);
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        g_array_append_val(this->sides[l].starts, this->sides[l].words->len);
    return well;
}

/* How many paragraphs stand in two languages or more; or, with `each` above 0, reads each so-many-th of them. */
static guint walk(lesson *this, guint each, gboolean *well, cfa_error *error)
{
    const char *prefix = cfa_layout_prefix(CFA_FILTER_PARAGRAPH);
    xc_term_iterator *terms = xc_database_allterms(this->database, prefix, strlen(prefix), &this->failure);
    guint seen = 0;
    const char *term;
    size_t length = 0;
    while (*well && (term = xc_term_iterator_next(terms, &length, &this->failure)) != NULL) {
        if (xc_term_iterator_get_termfreq(terms, &this->failure) < 2)
            continue;
        if (each > 0 && seen % each == 0)
            *well = add_paragraph(this, term, length, error);
        seen++;
    }
    xc_term_iterator_free(terms);
    return seen;
}

static gboolean read_paragraphs(lesson *this, cfa_error *error)
{
    gboolean well = TRUE;
    const guint count = walk(this, 0, &well, error);
    walk(this, count / PARAGRAPHS_MAX + 1, &well, error);
    return well;
}

/* ---- one language to another ---- */

static const guint32 *words_of(const side *one, guint paragraph, guint *count)
{
    const guint32 start = g_array_index(one->starts, guint32, paragraph);
    *count = g_array_index(one->starts, guint32, paragraph + 1) - start;
    return &g_array_index(one->words, guint32, start);
}

/* A pair of languages under study. */
typedef struct study {
    const side *from, *to;
    guint paragraphs;
    guint32 *from_frequency, *to_frequency; /* paragraphs, of those in both, that have a word */
    candidate *candidates; /* CANDIDATES for each word of `from`; word G_MAXUINT32 for none */
} study;

static gboolean in_both(const study *pair, guint paragraph)
{
    guint left, right;
    words_of(pair->from, paragraph, &left);
    words_of(pair->to, paragraph, &right);
    return left > 0 && right > 0;
}

static void count_frequencies(study *pair)
{
    for (guint p = 0; p < pair->paragraphs; p++) {
        guint left, right;
        const guint32 *from = words_of(pair->from, p, &left), *to = words_of(pair->to, p, &right);
        if (left == 0 || right == 0)
            continue;
        for (guint i = 0; i < left; i++)
            pair->from_frequency[from[i]]++;
        for (guint i = 0; i < right; i++)
            pair->to_frequency[to[i]]++;
    }
}

/* For each word of `from`, the paragraphs it is in, one list after the other; `starts` has a place more than there are words. */
static GArray *invert(const study *pair, guint32 *starts)
{
    const guint words = pair->from->stems->len;
    starts[0] = 0;
    for (guint w = 0; w < words; w++)
        starts[w + 1] = starts[w] + pair->from_frequency[w];
    GArray *lists = g_array_sized_new(FALSE, TRUE, sizeof(guint32), starts[words] + 1);
    g_array_set_size(lists, starts[words]);
    g_autofree guint32 *next = g_memdup2(starts, (words + 1) * sizeof *starts);
    for (guint p = 0; p < pair->paragraphs; p++) {
        guint count;
        const guint32 *from = words_of(pair->from, p, &count);
        for (guint i = 0; in_both(pair, p) && i < count; i++)
            g_array_index(lists, guint32, next[from[i]]++) = p;
    }
    return lists;
}

/* Keeps the best candidates of a word, best first. */
static void offer(candidate *best, guint32 word, double score)
{
    int place = CANDIDATES;
    while (place > 0 && (best[place - 1].word == G_MAXUINT32 || best[place - 1].probability < score))
        place--;
    if (place == CANDIDATES)
        return;
    memmove(best + place + 1, best + place, (gsize)(CANDIDATES - 1 - place) * sizeof *best);
    best[place] = (candidate){.word = word, .probability = (float)score};
}

static void choose_candidates(study *pair)
{
    const guint words = pair->from->stems->len;
    g_autofree guint32 *starts = g_new(guint32, words + 1);
    g_autofree guint32 *together = g_new0(guint32, pair->to->stems->len + 1);
    g_autoptr(GArray) lists = invert(pair, starts);
    g_autoptr(GArray) met = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint w = 0; w < words; w++) {
        candidate *best = pair->candidates + (gsize)w * CANDIDATES;
        const guint step = pair->from_frequency[w] / OCCURRENCES_MAX + 1;
        guint looked = 0;
        for (int i = 0; i < CANDIDATES; i++)
            best[i].word = G_MAXUINT32;
        for (guint32 i = starts[w]; i < starts[w + 1]; i += step, looked++) {
            guint count;
            const guint32 *to = words_of(pair->to, g_array_index(lists, guint32, i), &count);
            for (guint j = 0; j < count; j++)
                if (together[to[j]]++ == 0)
                    g_array_append_val(met, to[j]);
        }
        for (guint i = 0; i < met->len; i++) {
            const guint32 other = g_array_index(met, guint32, i);
            const double both = (double)together[other] * pair->from_frequency[w] / MAX(looked, 1);
            if (together[other] > 1) /* once is chance */
                offer(best, other, 2 * both / (pair->from_frequency[w] + pair->to_frequency[other]));
            together[other] = 0;
        }
        g_array_set_size(met, 0);
    }
}

/* One iteration: each word of a paragraph is shared out among the words that may stand for it there. */
static void share_out(study *pair, float *totals)
{
    for (guint p = 0; p < pair->paragraphs; p++) {
        guint left, right;
        const guint32 *from = words_of(pair->from, p, &left), *to = words_of(pair->to, p, &right);
        if (left == 0 || right == 0)
            continue;
        for (guint i = 0; i < right; i++)
            totals[to[i]] = (float)nothing; /* above 0: the word is in this paragraph */
        for (int pass = 0; pass < 2; pass++)
            for (guint i = 0; i < left; i++) {
                candidate *each = pair->candidates + (gsize)from[i] * CANDIDATES;
                for (int c = 0; c < CANDIDATES && each[c].word != G_MAXUINT32; c++) {
                    if (totals[each[c].word] <= 0)
                        continue;
                    if (pass == 0)
                        totals[each[c].word] += each[c].probability;
                    else
                        each[c].count += each[c].probability / totals[each[c].word];
                }
            }
        for (guint i = 0; i < right; i++)
            totals[to[i]] = 0;
    }
}

static void maximise(study *pair)
{
    g_autofree float *totals = g_new0(float, pair->to->stems->len + 1);
    const gsize count = (gsize)pair->from->stems->len * CANDIDATES;
    for (int i = 0; i < ITERATIONS; i++) {
        share_out(pair, totals);
        for (gsize c = 0; c < count; c++) {
            const guint32 frequency = pair->from_frequency[c / CANDIDATES];
            pair->candidates[c].probability = pair->candidates[c].count / (float)MAX(frequency, 1);
            pair->candidates[c].count = 0;
        }
    }
}

static int compare_candidates(const void *a, const void *b)
{
    const candidate *left = a, *right = b;
    if (left->probability != right->probability)
        return left->probability > right->probability ? -1 : 1;
    return left->word < right->word ? -1 : left->word > right->word;
}

/* How likely `to` has a word for `word` of `from`, by what was learned from one side. */
static double probability_of(const study *pair, guint32 word, guint32 other)
{
    const candidate *each = pair->candidates + (gsize)word * CANDIDATES;
    for (int i = 0; i < CANDIDATES && each[i].word != G_MAXUINT32; i++)
        if (each[i].word == other)
            return each[i].probability;
    return 0;
}

/* Appends a word's translations to its line: those that both sides hold for likely, by the mean of the two. What only one of them
 * believes is what merely stands nearby. */
static void append_translations(const study *pair, const study *back, guint word, cfa_language to,
                                GString *line)
{
    candidate best[CANDIDATES];
    const candidate *each = pair->candidates + (gsize)word * CANDIDATES;
    gsize count = 0;
    for (int i = 0; i < CANDIDATES && each[i].word != G_MAXUINT32; i++) {
        const double mean = sqrt(each[i].probability * probability_of(back, each[i].word, word));
        if (mean >= least_probability)
            best[count++] = (candidate){each[i].word, (float)MIN(mean, 1), 0};
    }
    qsort(best, count, sizeof *best, compare_candidates);
    for (gsize i = 0; i < MIN(count, CFA_TRANSLATIONS_EACH); i++) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(number, sizeof number, "%.3f", best[i].probability);
        g_string_append_printf(line, "\t%s%s %s", cfa_layout_stem_prefix(to),
                               (const char *)g_ptr_array_index(pair->to->stems, best[i].word), number);
    }
}

/* ---- the whole ---- */

static study *study_new(const lesson *this, int from, int to)
{
    study *pair = g_new0(study, 1);
    pair->from = &this->sides[from];
    pair->to = &this->sides[to];
    pair->paragraphs = pair->from->starts->len - 1;
    pair->from_frequency = g_new0(guint32, pair->from->stems->len + 1);
    pair->to_frequency = g_new0(guint32, pair->to->stems->len + 1);
    pair->candidates = g_new0(candidate, (gsize)pair->from->stems->len * CANDIDATES + 1);
    count_frequencies(pair);
    choose_candidates(pair);
    maximise(pair);
    return pair;
}

static void study_free(study *pair)
{
    if (pair == NULL)
        return;
    g_free(pair->from_frequency);
    g_free(pair->to_frequency);
    g_free(pair->candidates);
    g_free(pair);
}

/* The lines of all words of a language, each with what it stands for in the others. */
static void add_lines(lesson *this, study *pairs[][CFA_LANGUAGES + 1], int from)
{
    for (guint w = 0; w < this->sides[from].stems->len; w++) {
        GString *line = g_string_new(cfa_layout_stem_prefix((cfa_language)from));
        g_string_append(line, g_ptr_array_index(this->sides[from].stems, w));
        const gsize alone = line->len;
        for (int to = 1; to <= CFA_LANGUAGES; to++)
            if (to != from)
                append_translations(pairs[from][to], pairs[to][from], w, (cfa_language)to, line);
        if (line->len > alone)
            g_ptr_array_add(this->lines, g_string_free(line, FALSE));
        else
            g_string_free(line, TRUE);
    }
}

static void learn_languages(lesson *this)
{
    study *pairs[CFA_LANGUAGES + 1][CFA_LANGUAGES + 1] = {{NULL}};
    for (int from = 1; from <= CFA_LANGUAGES; from++)
        for (int to = 1; to <= CFA_LANGUAGES; to++)
            pairs[from][to] = from != to ? study_new(this, from, to) : NULL;
    for (int from = 1; from <= CFA_LANGUAGES; from++)
        add_lines(this, pairs, from);
    for (int from = 1; from <= CFA_LANGUAGES; from++)
        for (int to = 1; to <= CFA_LANGUAGES; to++)
            study_free(pairs[from][to]);
}

static int compare_lines(gconstpointer a, gconstpointer b)
{
    const char *left = *(const char *const *)a, *right = *(const char *const *)b;
    while (*left == *right && *left != '\t')
        left++, right++;
    /* A word ends before one that goes on, whatever the bytes after it. */
    const guchar at_left = *left == '\t' ? 0 : (guchar)*left, at_right = *right == '\t' ? 0 : (guchar)*right;
    return (int)at_left - (int)at_right;
}

static gboolean write_lines(lesson *this, const char *path, cfa_error *error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (!cfa_concepts_merge(this->lines, this->database, this->stemmer, error))
        return FALSE;
    g_ptr_array_sort(this->lines, compare_lines);
    for (guint i = 0; i < this->lines->len; i++) {
        g_string_append(text, g_ptr_array_index(this->lines, i));
        g_string_append_c(text, '\n');
    }
    return cfa_translations_write(path, text, error);
}

gboolean cfa_learn(const xc_database *database, const char *path, cfa_error *error)
{
    lesson this = {.database = database,
                   .stemmer = cfa_stemmer_new(),
                   .lines = g_ptr_array_new_with_free_func(g_free),
                   .failure = XC_ERROR_INIT};
    const guint32 first = 0;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        this.sides[l].numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        this.sides[l].stems = g_ptr_array_new();
        this.sides[l].words = g_array_new(FALSE, FALSE, sizeof(guint32));
        this.sides[l].starts = g_array_new(FALSE, FALSE, sizeof(guint32));
        g_array_append_val(this.sides[l].starts, first);
    }
    gboolean well = read_paragraphs(&this, error);
    if (well && this.failure.status != XC_OK)
        well = cfa_database_error(error, &this.failure);
    if (well)
        learn_languages(&this);
    well = well && write_lines(&this, path, error);
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        g_hash_table_unref(this.sides[l].numbers);
        g_ptr_array_unref(this.sides[l].stems);
        g_array_unref(this.sides[l].words);
        g_array_unref(this.sides[l].starts);
    }
    cfa_stemmer_free(this.stemmer);
    g_ptr_array_unref(this.lines);
    return well;
}
