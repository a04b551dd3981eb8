/*
 * How long a query takes, as shipped and plain, on one index opened once:
 *
 *     cfa-latency INDEX [QUESTIONS]
 *
 * For each kind of question so many are drawn (200), from the texts of the index and always the same; each is
 * put first to cfa_search() as a user would, then to libxapian as plainly as it goes: the stems of its words
 * in the language they are from, BM25, any of them, ten hits, their records and snippets. One table in
 * Markdown: medians, the 90th and the 99th of a hundred, in milliseconds, and the ratio of the medians. Then
 * what is looked up by its identifier: of the same paragraphs, and the case that came back most
 * often. */
#include "draw.h"

#include "passage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUESTIONS = 200, HITS = 10, SNIPPET_BYTES = 300, WARM_UP = 20 };

typedef struct times {
    GArray *shipped, *plain; /* double, in milliseconds */
} times;

static double milliseconds_since(gint64 started)
{
    return (double)(g_get_monotonic_time() - started) / 1000;
}

/* ---- questions ---- */

static char *one_word(cfa_draw *this)
{
    return cfa_draw_words(this, CFA_ENGLISH, 1, FALSE);
}

static char *three_words(cfa_draw *this)
{
    return cfa_draw_words(this, CFA_ENGLISH, 3, FALSE);
}

static char *eight_words(cfa_draw *this)
{
    return cfa_draw_words(this, CFA_ENGLISH, 8, FALSE);
}

static char *french_words(cfa_draw *this)
{
    return cfa_draw_words(this, CFA_FRENCH, 3, FALSE);
}

static char *phrase(cfa_draw *this)
{
    g_autofree char *words = cfa_draw_words(this, CFA_ENGLISH, 2, TRUE);
    return g_strdup_printf("\"%s\"", words);
}

static char *fields(cfa_draw *this)
{
    g_autofree char *words = cfa_draw_words(this, CFA_ENGLISH, 2, FALSE);
    return g_strdup_printf("%s in:conclusions year:1990..2010", words);
}

static char *prefix(cfa_draw *this)
{
    g_autofree char *word = cfa_draw_words(this, CFA_ENGLISH, 1, FALSE);
    return g_strdup_printf("%.4s*", word);
}

/* Some paragraph's identifier, and the number of some case. */
static char *paragraph(cfa_draw *this)
{
    g_autoptr(cfa_record) record = cfa_draw_record(this);
    return g_strdup(record->id);
}

static char *case_number(cfa_draw *this)
{
    g_autoptr(cfa_record) record = cfa_draw_record(this);
    const cfa_case *one = g_ptr_array_index(record->text->cases, 0);
    return g_strdup_printf("%u", one->number);
}

static const struct kind {
    const char *name;
    char *(*make)(cfa_draw *);
    cfa_language language;
    gboolean is_plain; /* words alone: libxapian is asked the same */
    gboolean is_thing; /* an identifier: what is like it is asked for */
} kinds[] = {{"one word", one_word, CFA_ENGLISH, TRUE, FALSE},
             {"three words", three_words, CFA_ENGLISH, TRUE, FALSE},
             {"eight words", eight_words, CFA_ENGLISH, TRUE, FALSE},
             {"three words in French", french_words, CFA_FRENCH, TRUE, FALSE},
             {"a phrase of two words", phrase, CFA_ENGLISH, FALSE, FALSE},
             {"two words, a section and years", fields, CFA_ENGLISH, FALSE, FALSE},
             {"a prefix of four letters", prefix, CFA_ENGLISH, FALSE, FALSE},
             {"like a paragraph", paragraph, CFA_LANGUAGE_UNKNOWN, FALSE, TRUE},
             {"like a case", case_number, CFA_LANGUAGE_UNKNOWN, FALSE, TRUE}};

/* ---- asking ---- */

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "cfa-latency: %s: %s\n", what, why);
    exit(1);
}

static double ask_shipped(cfa_draw *this, const char *question, gboolean is_thing)
{
    cfa_request request = CFA_REQUEST_INIT;
    cfa_error error = {0};
    const gint64 started = g_get_monotonic_time();
    request.query = is_thing ? "" : question;
    g_autoptr(cfa_answer) answer = is_thing ? cfa_similar(this->index, question, &request, &error)
                                            : cfa_search(this->index, &request, &error);
    if (answer == NULL && error.status != CFA_USAGE)
        fail(question, error.reason);
    return milliseconds_since(started);
}

static void show(xc_document *document, const cfa_marks *marks)
{
    size_t length = 0;
    const char *data = xc_document_get_data(document, &length, NULL);
    g_autoptr(cfa_record) record = cfa_record_decode(data, length, NULL);
    g_ptr_array_unref(
        cfa_passage_snippet(record->paragraph->text, record->text->language, marks, SNIPPET_BYTES));
}

static double ask_plainly(cfa_draw *this, const char *question, cfa_language language)
{
    xc_error error = XC_ERROR_INIT;
    const gint64 started = g_get_monotonic_time();
    g_autoptr(GPtrArray) terms = g_ptr_array_new();
    g_autoptr(GString) term = g_string_new(NULL);
    g_autoptr(cfa_marks) marks = cfa_marks_new(this->index->stemmer);
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, question, strlen(question));
    while (cfa_word_next(&reader, &word)) {
        const char *stem = cfa_stemmer_stem(this->index->stemmer, language, word.text, word.length);
        g_hash_table_add(marks->stems[language], g_strdup(stem));
        cfa_layout_stem(term, language, stem);
        g_ptr_array_add(terms, xc_query_term(term->str, term->len, 1, &error));
    }
    xc_query *query = xc_query_combine(XC_OP_OR, (xc_query **)terms->pdata, terms->len, 0, &error);
    xc_enquire *enquire = xc_enquire_new(this->index->database, &error);
    xc_enquire_set_query(enquire, query, &error);
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, HITS, 0, &error);
    for (uint32_t i = 0; i < xc_mset_size(mset); i++) {
        xc_document *document = xc_mset_get_document(mset, i, &error);
        show(document, marks);
        xc_document_free(document);
    }
    xc_mset_free(mset);
    xc_enquire_free(enquire);
    xc_query_free(query);
    if (error.status != XC_OK)
        fail(question, error.message);
    return milliseconds_since(started);
}

/* ---- the table ---- */

static int compare_numbers(gconstpointer a, gconstpointer b)
{
    const double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

static double hundredth(GArray *numbers, guint which)
{
    g_array_sort(numbers, compare_numbers);
    return g_array_index(numbers, double, (numbers->len - 1) * which / 100);
}

static void measure(cfa_draw *this, const struct kind *kind, guint count)
{
    times all = {g_array_new(FALSE, FALSE, sizeof(double)), g_array_new(FALSE, FALSE, sizeof(double))};
    for (guint i = 0; i < count + WARM_UP; i++) {
        g_autofree char *question = kind->make(this);
        const double plain = kind->is_plain ? ask_plainly(this, question, kind->language) : 0;
        const double shipped = ask_shipped(this, question, kind->is_thing);
        if (i < WARM_UP)
            continue;
        g_array_append_val(all.shipped, shipped);
        g_array_append_val(all.plain, plain);
    }
    const double median = hundredth(all.shipped, 50), plain = hundredth(all.plain, 50);
    printf("| %s | %.2f | %.2f | %.2f |", kind->name, median, hundredth(all.shipped, 90),
           hundredth(all.shipped, 99));
    if (kind->is_plain)
        printf(" %.2f | %.2f | %.1f |\n", plain, hundredth(all.plain, 99), median / plain);
    else
        printf(" | | |\n");
    g_array_unref(all.shipped);
    g_array_unref(all.plain);
}

/* ---- what is looked up ---- */

static char *some_paragraph(cfa_draw *this)
{
    g_autoptr(cfa_record) record = cfa_draw_record(this);
    return g_strdup(record->id);
}

/* What some paragraph cites. */
static char *some_cited(cfa_draw *this)
{
    for (;;) {
        g_autoptr(cfa_record) record = cfa_draw_record(this);
        if (record->paragraph->cites->len > 0)
            return g_strdup(g_ptr_array_index(record->paragraph->cites, 0));
    }
}

static char *some_report(cfa_draw *this)
{
    g_autoptr(cfa_record) record = cfa_draw_record(this);
    return cfa_case_text_stem(record->text);
}

static char *some_case(cfa_draw *this)
{
    g_autoptr(cfa_record) record = cfa_draw_record(this);
    const cfa_case *one = g_ptr_array_index(record->text->cases, 0);
    return g_strdup_printf("case:%u", one->number);
}

/* The case with most paragraphs. */
static char *longest_case(cfa_draw *this)
{
    const char *prefix = cfa_layout_prefix(CFA_FILTER_CASE);
    xc_term_iterator *terms = xc_database_allterms(this->index->database, prefix, strlen(prefix), NULL);
    char *longest = g_strdup("case:1");
    guint most = 0;
    for (const char *term; (term = xc_term_iterator_next(terms, NULL, NULL)) != NULL;) {
        const guint paragraphs = xc_term_iterator_get_termfreq(terms, NULL);
        if (paragraphs <= most)
            continue;
        most = paragraphs;
        g_free(longest);
        longest = g_strconcat("case:", term + strlen(prefix), NULL);
    }
    xc_term_iterator_free(terms);
    return longest;
}

/* Each answers as the command would with --json, which is freed. */
static char *show_paragraph(const cfa_index *index, const char *id, cfa_error *error)
{
    g_autoptr(cfa_reading) reading = cfa_browse_paragraph(index, id, CFA_ENGLISH, error);
    return reading != NULL ? cfa_json_reading(reading) : NULL;
}

static char *show_report(const cfa_index *index, const char *id, cfa_error *error)
{
    g_autoptr(cfa_report_contents) contents = cfa_report_contents_read(index, id, CFA_ENGLISH, error);
    return contents != NULL ? cfa_json_report(contents) : NULL;
}

static char *show_case(const cfa_index *index, const char *id, cfa_error *error)
{
    g_autoptr(cfa_history) history = cfa_history_read(index, id, CFA_ENGLISH, error);
    return history != NULL ? cfa_json_history(history) : NULL;
}

static char *show_citing(const cfa_index *index, const char *id, cfa_error *error)
{
    cfa_request request = CFA_REQUEST_INIT;
    request.sort = CFA_SORT_NEWEST;
    g_autoptr(cfa_answer) answer = cfa_citator_find(index, id, &request, error);
    return answer != NULL ? cfa_json_answer(answer) : NULL;
}

static const struct thing {
    const char *name;
    char *(*draw)(cfa_draw *);
    char *(*show)(const cfa_index *index, const char *id, cfa_error *error);
} things[] = {{"a paragraph", some_paragraph, show_paragraph},
              {"a report", some_report, show_report},
              {"a case", some_case, show_case},
              {"the case with most paragraphs", longest_case, show_case},
              {"who cites a paragraph", some_cited, show_citing},
              {"who cites a report", some_report, show_citing},
              {"who cites a case", some_case, show_citing},
              {"who cites the case with most paragraphs", longest_case, show_citing}};

static void look_up(cfa_draw *this, const struct thing *thing, guint count)
{
    g_autoptr(GArray) taken = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < count + WARM_UP; i++) {
        cfa_error error = {0};
        g_autofree char *id = thing->draw(this);
        const gint64 started = g_get_monotonic_time();
        g_autofree char *shown = thing->show(this->index, id, &error);
        const double time = milliseconds_since(started);
        if (shown == NULL)
            fail(id, error.reason);
        if (i >= WARM_UP)
            g_array_append_val(taken, time);
    }
    printf("| %s | %.2f | %.2f | %.2f |\n", thing->name, hundredth(taken, 50), hundredth(taken, 90),
           hundredth(taken, 99));
}

int main(int argc, char **argv)
{
    cfa_error error = {0};
    const guint count = argc > 2 ? (guint)strtoul(argv[2], NULL, 10) : QUESTIONS;
    if (argc < 2 || argc > 3 || count == 0)
        fail("usage", "cfa-latency INDEX [QUESTIONS]");
    cfa_draw this = {.index = cfa_index_open(argv[1], &error), .random = g_rand_new_with_seed(1)};
    if (this.index == NULL)
        fail(argv[1], error.reason);
    this.documents = xc_database_get_doccount(this.index->database, NULL);
    printf("%u paragraphs, %u questions of each kind, milliseconds\n\n", this.documents, count);
    printf("| question | median | 90%% | 99%% | plain: median | 99%% | ratio |\n");
    printf("| --- | --- | --- | --- | --- | --- | --- |\n");
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        measure(&this, &kinds[i], count);
    printf("\n| looked up | median | 90%% | 99%% |\n| --- | --- | --- | --- |\n");
    for (gsize i = 0; i < G_N_ELEMENTS(things); i++)
        look_up(&this, &things[i], count);
    g_rand_free(this.random);
    cfa_index_free(this.index);
    return 0;
}
