#include "training_set.h"

#include <string.h>

enum {
    PARAGRAPHS_MAX = 20000, /* more teach no more */
    STEMS_MAX = 100,        /* of a paragraph that are looked at */
    TEN = 10                /* reports that are taken into the training set together */
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
    cfa_training_set *training;
    GArray *texts; /* text */
    GArray *words; /* guint32 keys, in the order of texts */
    GChecksum *digest;
    xc_error failure;
} reading;

/* ---- which paragraphs ---- */

/* What is taken: reports up to `last`, and of their paragraphs each so-many-th. */
typedef struct choice {
    guint64 last;
    guint each;
} choice;

/* The report of "394/83", or 0 for one whose number is not known. */
static guint64 report_of(const char *paragraph)
{
    return g_ascii_isdigit(paragraph[0]) ? g_ascii_strtoull(paragraph, NULL, 10) : 0;
}

/* Calls `visit` with the term and the identifier of each paragraph that is there in two languages or more. */
static void each_paragraph(reading *this,
                           void (*visit)(reading *this, const char *term, const char *id, gpointer data),
                           gpointer data)
{
    const char *prefix = cfa_layout_prefix(CFA_FILTER_PARAGRAPH), *term;
    g_autoptr(xc_term_iterator) terms =
        xc_database_allterms(this->database, prefix, strlen(prefix), &this->failure);
    while ((term = xc_term_iterator_next(terms, NULL, &this->failure)) != NULL)
        if (xc_term_iterator_get_termfreq(terms, &this->failure) >= 2)
            visit(this, term, term + strlen(prefix), data);
}

static void count_ten(reading *this, const char *term, const char *id, gpointer counts)
{
    (void)this;
    (void)term;
    const guint ten = (guint)MIN((report_of(id) + TEN - 1) / TEN, G_MAXUINT16); /* 401 to 410 are one */
    GArray *tens = counts;
    if (ten >= tens->len)
        g_array_set_size(tens, ten + 1);
    g_array_index(tens, guint, ten)++;
}

static choice choose(reading *this)
{
    g_autoptr(GArray) tens = g_array_new(FALSE, TRUE, sizeof(guint));
    guint count = 0, full = 0;
    each_paragraph(this, count_ten, tens);
    for (guint i = 0; i < tens->len; i++) {
        full = count;
        count += g_array_index(tens, guint, i);
    }
    /* The last ten may not be full yet; whether it is, only the report after it would tell. */
    choice made = {G_MAXUINT64, 1};
    if (tens->len > 1 && full >= PARAGRAPHS_MAX) {
        made.last = (guint64)(tens->len - 2) * TEN;
        count = full;
    }
    made.each = MAX((count + PARAGRAPHS_MAX - 1) / PARAGRAPHS_MAX, 1);
    return made;
}

/* Adds every language of a paragraph, if it is one of those chosen. */
static void add_texts(reading *this, const char *term, const char *id, gpointer data)
{
    const choice *made = data;
    if (report_of(id) > made->last || cfa_forward_key(id) % made->each != 0)
        return;
    g_autoptr(xc_posting_iterator) postings =
        xc_database_postlist(this->database, term, strlen(term), &this->failure);
    text one = {.paragraph = this->training->paragraphs++};
    while ((one.docid = xc_posting_iterator_next(postings, &this->failure)) != 0)
        g_array_append_val(this->texts, one);
    g_checksum_update(this->digest, (const guchar *)id, (gssize)strlen(id) + 1);
}

/* ---- their words ---- */

static int compare_docids(gconstpointer a, gconstpointer b)
{
    const text *left = a, *right = b;
    return left->docid < right->docid ? -1 : left->docid > right->docid;
}

/* Two texts of a paragraph in one language are two versions of it: which one comes first is not to depend on
 * when it came. */
static int compare_places(gconstpointer a, gconstpointer b, gpointer data)
{
    const text *left = a, *right = b;
    const guint32 *words = data;
    if (left->paragraph != right->paragraph)
        return left->paragraph < right->paragraph ? -1 : 1;
    if (left->language != right->language)
        return (int)left->language - (int)right->language;
    if (left->count != right->count)
        return left->count < right->count ? 1 : -1;
    for (guint32 i = 0; i < left->count; i++)
        if (words[left->start + i] != words[right->start + i])
            return words[left->start + i] < words[right->start + i] ? -1 : 1;
    return 0;
}

static void read_words(reading *this, text *one, const char *value, gsize size)
{
    cfa_forward_reader reader;
    cfa_forward_entry entry;
    one->start = this->words->len;
    if (!cfa_forward_open(&reader, value, size))
        return;
    one->language = reader.head.language;
    while (this->words->len - one->start < STEMS_MAX && cfa_forward_next(&reader, &entry))
        g_array_append_val(this->words, entry.key);
    one->count = this->words->len - one->start;
}

/* Reads the words of all texts, in the order in which the index has them. */
static void read_texts(reading *this)
{
    g_array_sort(this->texts, compare_docids);
    g_autoptr(xc_value_iterator) values =
        xc_database_valuestream(this->database, CFA_SLOT_FORWARD, &this->failure);
    for (guint i = 0; i < this->texts->len; i++) {
        text *one = &g_array_index(this->texts, text, i);
        size_t size = 0;
        if (xc_value_iterator_skip_to(values, one->docid, &this->failure) != one->docid)
            continue; /* then it has none; what failed is told at the end */
        const char *value = xc_value_iterator_get_value(values, &size, &this->failure);
        if (value != NULL)
            read_words(this, one, value, size);
    }
}

static void file_text(reading *this, const text *one)
{
    const guint32 head[] = {one->paragraph, (guint32)one->language, one->count};
    const guint32 *words = &g_array_index(this->words, guint32, one->start);
    if (one->count == 0)
        return;
    g_array_append_vals(this->training->sides[one->language].words, words, one->count);
    g_checksum_update(this->digest, (const guchar *)head, sizeof head);
    g_checksum_update(this->digest, (const guchar *)words, (gssize)(one->count * sizeof *words));
}

/* Files the words by language and paragraph, one text of each language. */
static void file_texts(reading *this)
{
    g_array_sort_with_data(this->texts, compare_places, this->words->data);
    for (guint i = 0, p = 0; p < this->training->paragraphs; p++) {
        cfa_language_set there = 0;
        for (; i < this->texts->len && g_array_index(this->texts, text, i).paragraph == p; i++) {
            const text *one = &g_array_index(this->texts, text, i);
            if (one->language == CFA_LANGUAGE_UNKNOWN || (there & CFA_LANGUAGE_BIT(one->language)) != 0)
                continue;
            there |= CFA_LANGUAGE_BIT(one->language);
            file_text(this, one);
        }
        for (int l = 1; l <= CFA_LANGUAGES; l++)
            g_array_append_val(this->training->sides[l].starts, this->training->sides[l].words->len);
    }
}

static cfa_training_set *training_new(void)
{
    cfa_training_set *training = g_new0(cfa_training_set, 1);
    const guint32 first = 0;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        cfa_training_side *side = &training->sides[l];
        side->stems = g_ptr_array_new_with_free_func(g_free);
        side->words = g_array_new(FALSE, FALSE, sizeof(guint32));
        side->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
        g_array_append_val(side->starts, first);
    }
    return training;
}

void cfa_training_set_free(cfa_training_set *training)
{
    if (training == NULL)
        return;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        g_ptr_array_unref(training->sides[l].stems);
        g_array_unref(training->sides[l].words);
        g_array_unref(training->sides[l].starts);
    }
    g_free(training->digest);
    g_free(training);
}

cfa_training_set *cfa_training_set_read(const xc_database *database, cfa_error *error)
{
    reading this = {.database = database,
                    .training = training_new(),
                    .texts = g_array_new(FALSE, FALSE, sizeof(text)),
                    .words = g_array_new(FALSE, FALSE, sizeof(guint32)),
                    .digest = g_checksum_new(G_CHECKSUM_SHA256),
                    .failure = XC_ERROR_INIT};
    choice made = choose(&this);
    each_paragraph(&this, add_texts, &made);
    read_texts(&this);
    file_texts(&this);
    this.training->digest = g_strdup(g_checksum_get_string(this.digest));
    g_checksum_free(this.digest);
    g_array_unref(this.texts);
    g_array_unref(this.words);
    if (this.failure.status == XC_OK)
        return this.training;
    cfa_database_error(error, &this.failure);
    cfa_training_set_free(this.training);
    return NULL;
}

/* ---- their numbers ---- */

/* How often each key is there. */
static GHashTable *count_keys(const cfa_training_side *side)
{
    GHashTable *counts = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < side->words->len; i++) {
        const gpointer key = GUINT_TO_POINTER(g_array_index(side->words, guint32, i));
        const guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
        g_hash_table_insert(counts, key, GUINT_TO_POINTER(count + 1));
    }
    return counts;
}

/* Names the stems of a language, and tells their numbers + 1 by key. */
static GHashTable *name_stems(cfa_training_side *side, cfa_language language, const xc_database *database,
                              xc_error *failure)
{
    const char *prefix = cfa_layout_stem_prefix(language), *term;
    const gsize length = strlen(prefix);
    g_autoptr(GHashTable) counts = count_keys(side);
    GHashTable *numbers = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(xc_term_iterator) terms = xc_database_allterms(database, prefix, length, failure);
    while ((term = xc_term_iterator_next(terms, NULL, failure)) != NULL) {
        const gpointer key = GUINT_TO_POINTER(cfa_forward_key(term));
        if (g_ascii_isdigit(term[length]) || GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) < 2 ||
            g_hash_table_contains(numbers, key))
            continue;
        g_ptr_array_add(side->stems, g_strdup(term));
        g_hash_table_insert(numbers, key, GUINT_TO_POINTER(side->stems->len));
    }
    return numbers;
}

/* Puts numbers in the place of keys, and drops those that have none. */
static void number_words(cfa_training_side *side, GHashTable *numbers)
{
    guint to = 0, start = 0;
    for (guint p = 1; p < side->starts->len; p++) {
        const guint end = g_array_index(side->starts, guint32, p);
        for (guint i = start; i < end; i++) {
            const guint32 number = GPOINTER_TO_UINT(
                g_hash_table_lookup(numbers, GUINT_TO_POINTER(g_array_index(side->words, guint32, i))));
            if (number > 0)
                g_array_index(side->words, guint32, to++) = number - 1;
        }
        g_array_index(side->starts, guint32, p) = to;
        start = end;
    }
    g_array_set_size(side->words, to);
}

gboolean cfa_training_set_number(cfa_training_set *training, const xc_database *database, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        g_autoptr(GHashTable) numbers = name_stems(&training->sides[l], (cfa_language)l, database, &failure);
        number_words(&training->sides[l], numbers);
    }
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

const guint32 *cfa_training_set_words(const cfa_training_side *side, guint paragraph, guint *count)
{
    const guint32 start = g_array_index(side->starts, guint32, paragraph);
    *count = g_array_index(side->starts, guint32, paragraph + 1) - start;
    return *count > 0 ? &g_array_index(side->words, guint32, start) : NULL;
}
