/*
 * What facets cost: a question asked without and with them in alternation, in one process and warm:
 *
 *     cfa-facets INDEX [QUESTION]
 *
 * The question is the commonest word of the index in English where none is given. It is asked so often (41
 * times each) after once to warm up; then come "without TAB MILLISECONDS" and "with TAB MILLISECONDS", the
 * medians.
 */
#include "searcher.h"

#include <stdio.h>
#include <string.h>

enum { EXIT_USAGE = 2, EXIT_INPUT = 74, ROUNDS = 41, WARM_UP = 1 };

typedef struct commonest {
    char *word;
    guint frequency;
} commonest;

static void compare(const cfa_table_line *line, gpointer data)
{
    commonest *best = data;
    cfa_vocabulary_word word;
    if (!cfa_vocabulary_read(line, &word) || word.frequency <= best->frequency ||
        (word.languages & CFA_LANGUAGE_BIT(CFA_ENGLISH)) == 0 ||
        cfa_word_is_stopword(CFA_ENGLISH, word.text, word.length))
        return;
    g_free(best->word);
    *best = (commonest){g_strndup(word.text, word.length), word.frequency};
}

/* The word that most paragraphs have and that is no stopword; new, NULL where there is none. */
static char *commonest_word(const cfa_index *index)
{
    commonest best = {NULL, 0};
    for (char letter = 'a'; letter <= 'z'; letter++)
        cfa_vocabulary_visit(index->vocabulary, &letter, 1, compare, &best);
    return best.word;
}

/* Milliseconds; below 0 with *error. */
static double ask(const cfa_index *index, const char *question, gboolean facets, cfa_error *error)
{
    cfa_request request = CFA_REQUEST_INIT;
    request.query = question;
    request.facets = facets;
    const gint64 started = g_get_monotonic_time();
    g_autoptr(cfa_answer) answer = cfa_search(index, &request, error);
    return answer != NULL ? (double)(g_get_monotonic_time() - started) / 1000 : -1;
}

static int compare_times(gconstpointer a, gconstpointer b)
{
    const double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

static gboolean measure(const cfa_index *index, const char *question, cfa_error *error)
{
    static const char *const names[] = {"without", "with"};
    GArray *times[] = {g_array_new(FALSE, FALSE, sizeof(double)), g_array_new(FALSE, FALSE, sizeof(double))};
    gboolean well = TRUE;
    for (int i = 0; well && i < ROUNDS + WARM_UP; i++)
        for (int facets = 0; well && facets <= 1; facets++) {
            const double took = ask(index, question, facets, error);
            well = took >= 0;
            if (i >= WARM_UP)
                g_array_append_val(times[facets], took);
        }
    for (int facets = 0; facets <= 1; facets++) {
        g_array_sort(times[facets], compare_times);
        if (well)
            printf("%s\t%.3f\n", names[facets], g_array_index(times[facets], double, ROUNDS / 2));
        g_array_unref(times[facets]);
    }
    return well;
}

int main(int argc, char **argv)
{
    cfa_error error = {0};
    if (argc < 2 || argc > 3) {
        fputs("Usage: cfa-facets INDEX [QUESTION]\n", stderr);
        return EXIT_USAGE;
    }
    g_autoptr(cfa_index) index = cfa_index_open(argv[1], &error);
    g_autofree char *question = NULL;
    if (index != NULL)
        question = argc > 2 ? g_strdup(argv[2]) : commonest_word(index);
    if (index == NULL || !measure(index, question != NULL ? question : "", &error)) {
        fprintf(stderr, "cfa-facets: %s\n", error.reason);
        return EXIT_INPUT;
    }
    return 0;
}
