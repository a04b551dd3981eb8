/*
 * How long a query takes, as shipped and plain, on one index opened once:
 *
 *     cfa-latency INDEX [QUESTIONS]
 *
 * For each kind of question so many are drawn (200), from the texts of the index and always the same; each is put first to cfa_search() as
 * a user would, then to libxapian as plainly as it goes: the stems of its words in the language they are from, BM25, any of them, ten hits,
 * their records and snippets. One table in Markdown: medians, the 90th and the 99th of a hundred, in milliseconds, and the ratio of the
 * medians. Then what is looked up by its identifier: of the same paragraphs, and the case that came back most often. Then questions made to
 * hurt: the slowest of each kind, and the most memory they took beyond what was there.
 */
#include "passage.h"
#include "searcher.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUESTIONS = 200, HITS = 10, SNIPPET_BYTES = 300, WARM_UP = 20 };

typedef struct bench {
    cfa_index *index;
    guint32 documents;
    GRand *random;
} bench;

typedef struct times {
    GArray *shipped, *plain; /* double, in milliseconds */
} times;

static double milliseconds_since(gint64 started)
{
    return (double)(g_get_monotonic_time() - started) / 1000;
}

/* ---- questions ---- */

/* Some paragraph. A document that is not there is passed over. */
static cfa_record *some_record(bench *this)
{
    cfa_record *record = NULL;
    while (record == NULL) {
        const xc_docid docid = (xc_docid)g_rand_int_range(this->random, 1, (gint32)this->documents + 1);
        xc_document *document = xc_database_get_document(this->index->database, docid, NULL);
        size_t length = 0;
        const char *data = xc_document_get_data(document, &length, NULL);
        record = data != NULL ? cfa_record_decode(data, length, NULL) : NULL;
        xc_document_free(document);
    }
    return record;
}

/* The words of some paragraph in a language, stopwords among them, in their order. */
static GPtrArray *words_of_some_paragraph(bench *this, cfa_language language)
{
    for (;;) {
        g_autoptr(cfa_record) record = some_record(this);
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

/* `count` words in a row out of a text, or, where they are not to stand together, words of it that are no stopwords. */
static char *draw(bench *this, cfa_language language, guint count, gboolean together)
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

static char *one_word(bench *this)
{
    return draw(this, CFA_ENGLISH, 1, FALSE);
}

static char *three_words(bench *this)
{
    return draw(this, CFA_ENGLISH, 3, FALSE);
}

static char *eight_words(bench *this)
{
    return draw(this, CFA_ENGLISH, 8, FALSE);
}

static char *french_words(bench *this)
{
    return draw(this, CFA_FRENCH, 3, FALSE);
}

static char *phrase(bench *this)
{
    g_autofree char *words = draw(this, CFA_ENGLISH, 2, TRUE);
    return g_strdup_printf("\"%s\"", words);
}

static char *fields(bench *this)
{
    g_autofree char *words = draw(this, CFA_ENGLISH, 2, FALSE);
    return g_strdup_printf("%s in:conclusions year:1990..2010", words);
}

static char *prefix(bench *this)
{
    g_autofree char *word = draw(this, CFA_ENGLISH, 1, FALSE);
    return g_strdup_printf("%.4s*", word);
}

/* Some paragraph's identifier, and the number of some case. */
static char *paragraph(bench *this)
{
    g_autoptr(cfa_record) record = some_record(this);
    return g_strdup(record->id);
}

static char *case_number(bench *this)
{
    g_autoptr(cfa_record) record = some_record(this);
    const cfa_case *one = g_ptr_array_index(record->text->cases, 0);
    return g_strdup_printf("%u", one->number);
}

static const struct kind {
    const char *name;
    char *(*make)(bench *);
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

static double ask_shipped(bench *this, const char *question, gboolean is_thing)
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

static double ask_plainly(bench *this, const char *question, cfa_language language)
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

static void measure(bench *this, const struct kind *kind, guint count)
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

/* The record of some paragraph. */
static cfa_record *draw_record(bench *this)
{
    for (;;) {
        const xc_docid docid = (xc_docid)g_rand_int_range(this->random, 1, (gint32)this->documents + 1);
        xc_document *document = xc_database_get_document(this->index->database, docid, NULL);
        size_t length = 0;
        const char *data = xc_document_get_data(document, &length, NULL);
        cfa_record *record = data != NULL ? cfa_record_decode(data, length, NULL) : NULL;
        xc_document_free(document);
        if (record != NULL && record->text->cases->len > 0)
            return record;
        cfa_record_free(record);
    }
}

static char *some_paragraph(bench *this)
{
    g_autoptr(cfa_record) record = draw_record(this);
    return g_strdup(record->id);
}

/* What some paragraph cites. */
static char *some_cited(bench *this)
{
    for (;;) {
        g_autoptr(cfa_record) record = draw_record(this);
        if (record->paragraph->cites->len > 0)
            return g_strdup(g_ptr_array_index(record->paragraph->cites, 0));
    }
}

static char *some_report(bench *this)
{
    g_autoptr(cfa_record) record = draw_record(this);
    return cfa_case_text_stem(record->text);
}

static char *some_case(bench *this)
{
    g_autoptr(cfa_record) record = draw_record(this);
    const cfa_case *one = g_ptr_array_index(record->text->cases, 0);
    return g_strdup_printf("case:%u", one->number);
}

/* The case with most paragraphs. */
static char *longest_case(bench *this)
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
    char *(*draw)(bench *);
    char *(*show)(const cfa_index *index, const char *id, cfa_error *error);
} things[] = {{"a paragraph", some_paragraph, show_paragraph},
              {"a report", some_report, show_report},
              {"a case", some_case, show_case},
              {"the case with most paragraphs", longest_case, show_case},
              {"who cites a paragraph", some_cited, show_citing},
              {"who cites a report", some_report, show_citing},
              {"who cites a case", some_case, show_citing},
              {"who cites the case with most paragraphs", longest_case, show_citing}};

static void look_up(bench *this, const struct thing *thing, guint count)
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

/* ---- questions made to hurt ---- */

/* Repeats a piece, with something drawn in its place marked by %s, up to the longest query. */
static char *repeat(bench *this, const char *before, const char *after, guint words)
{
    g_autoptr(GString) question = g_string_new(NULL);
    while (question->len < CFA_QUERY_BYTES) {
        g_autofree char *some = words > 0 ? draw(this, CFA_ENGLISH, words, FALSE) : g_strdup("");
        g_string_append_printf(question, "%s%s%s", before, some, after);
    }
    g_string_truncate(question, CFA_QUERY_BYTES);
    return g_strdup(question->str);
}

static const struct hurt {
    const char *name, *before, *after;
    guint words;
} hurts[] = {
    {"words", "", " ", 6},
    {"one word repeated", "committee ", "", 0},
    {"prefixes", "con* pro* ", "* ", 0},
    {"alternatives", "", " OR ", 1},
    {"words side by side", "", " NEAR/20 ", 1},
    {"phrases", "\"of the committee\" \"in the\" ", "", 0},
    {"exclusions", "-", " ", 1},
    {"parentheses", "(", " ", 1},
    {"fields", "year:1950..2020 country:belarus ", "", 0},
    {"signs", "+", " ", 1},
    {"common words",
     "committee government workers union strike right trade association complaint members employer "
     "law case public service act court labour national report ",
     "", 0},
    {"mistyped words", "q", " ", 1},
    {"sixteen brackets in each other", "((((((((((((((((",
     " OR strike) union) -police) right) OR law) case) -court) worker) OR act) member) -party) report) OR "
     "state) claim) -fine) week) ",
     1},
    {"alternatives that exclude", "(", " OR NOT police) ", 1},
    {"exclusions in brackets", "(strike -", ") ", 1},
    {"ranges of citations", "394/1-9999 306/1-9999 case 2090 ", "", 0}};

/* Kibibytes of a line of the process's status: "VmRSS" is what it has in memory, "VmHWM" the most it ever had since the peak was forgotten. */
static long kibibytes_of(const char *name)
{
    g_autofree char *status = NULL;
    if (!g_file_get_contents("/proc/self/status", &status, NULL, NULL))
        return 0;
    const char *line = strstr(status, name);
    return line != NULL ? strtol(line + strlen(name) + 1, NULL, 10) : 0;
}

static void forget_peak(void)
{
    g_file_set_contents_full("/proc/self/clear_refs", "5", 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static void hurt(bench *this, const struct hurt *how)
{
    double slowest = 0;
    forget_peak();
    const long before = kibibytes_of("VmRSS");
    for (int i = 0; i < 5; i++) {
        g_autofree char *question = repeat(this, how->before, how->after, how->words);
        slowest = MAX(slowest, ask_shipped(this, question, FALSE));
    }
    printf("| %s | %.1f | %.1f |\n", how->name, slowest, (double)(kibibytes_of("VmHWM") - before) / 1024);
}

int main(int argc, char **argv)
{
    cfa_error error = {0};
    const guint count = argc > 2 ? (guint)strtoul(argv[2], NULL, 10) : QUESTIONS;
    if (argc < 2 || argc > 3 || count == 0)
        fail("usage", "cfa-latency INDEX [QUESTIONS]");
    bench this = {.index = cfa_index_open(argv[1], &error), .random = g_rand_new_with_seed(1)};
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
    printf("\n| 2,048 bytes of | slowest of 5 | most memory, MiB |\n| --- | --- | --- |\n");
    for (gsize i = 0; i < G_N_ELEMENTS(hurts); i++)
        hurt(&this, &hurts[i]);
    g_rand_free(this.random);
    cfa_index_free(this.index);
    return 0;
}
