/*
 * What the hardest questions take, on one index opened once:
 *
 *     cfa-hard INDEX [DRAWN]
 *
 * Those of hard_questions.h, DRAWN (200) of them drawn, are each asked five times and answered as JSON. Two
 * tables in Markdown: the most that any takes, and the worst questions with the median of their processor
 * time, in milliseconds, and the most memory that they took beyond what was there. The status is 1 where one
 * takes more than 250 ms or 64 MiB.
 */
#include "hard_questions.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DRAWN = 200, TIMES = 5, WORST = 25, EXIT_OVER = 1, EXIT_USAGE = 2, EXIT_INPUT = 74 };

/* What a question may take. */
static const double most_milliseconds = 250, most_mebibytes = 64;

typedef struct cost {
    const cfa_hard_question *question;
    double milliseconds, mebibytes;
} cost;

static double processor_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Mebibytes of a line of the process's status: "VmRSS" is what it has in memory, "VmHWM" the most it ever had
 * since the peak was forgotten. */
static double mebibytes_of(const char *name)
{
    g_autofree char *status = NULL;
    if (!g_file_get_contents("/proc/self/status", &status, NULL, NULL))
        return 0;
    const char *line = strstr(status, name);
    return line != NULL ? (double)strtol(line + strlen(name) + 1, NULL, 10) / 1024 : 0;
}

static void forget_peak(void)
{
    malloc_trim(0);
    g_file_set_contents_full("/proc/self/clear_refs", "5", 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

/* Asks once; FALSE with *error where there is no answer, and that is not for a limit of the query. */
static gboolean ask(const cfa_index *index, const cfa_request *request, cfa_error *error)
{
    g_autoptr(cfa_answer) answer = cfa_search(index, request, error);
    g_autofree char *json = answer != NULL ? cfa_json_answer(answer) : NULL;
    return json != NULL || error->status == CFA_USAGE;
}

static int compare_numbers(gconstpointer a, gconstpointer b)
{
    const double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

static gboolean measure(const cfa_index *index, const cfa_hard_question *question, cost *result,
                        cfa_error *error)
{
    double taken[TIMES];
    *result = (cost){.question = question};
    for (int i = 0; i < TIMES; i++) {
        forget_peak();
        const double before = mebibytes_of("VmRSS"), started = processor_milliseconds();
        if (!ask(index, &question->request, error))
            return FALSE;
        taken[i] = processor_milliseconds() - started;
        result->mebibytes = MAX(result->mebibytes, mebibytes_of("VmHWM") - before);
    }
    qsort(taken, TIMES, sizeof *taken, compare_numbers);
    result->milliseconds = taken[TIMES / 2];
    return TRUE;
}

/* ---- the tables ---- */

static double share(const cost *one)
{
    return MAX(one->milliseconds / most_milliseconds, one->mebibytes / most_mebibytes);
}

static int compare_costs(gconstpointer a, gconstpointer b)
{
    const double left = share(a), right = share(b);
    return left > right ? -1 : left < right;
}

/* What was asked for beside the query. */
static void print_options(const cfa_request *request)
{
    if (request->limit != CFA_LIMIT_DEFAULT || request->offset > 0)
        printf(", %u hits from %u", request->limit, request->offset);
    if (request->passages != CFA_PASSAGES_DEFAULT)
        printf(", %u passages", request->passages);
    if (request->by_paragraph)
        printf(", paragraphs");
    if (request->facets)
        printf(", facets");
    if (request->sort != CFA_SORT_RELEVANCE)
        printf(", sorted");
}

/* How many are over a limit. */
static guint print(GArray *costs)
{
    double slowest = 0, largest = 0;
    guint over = 0;
    for (guint i = 0; i < costs->len; i++) {
        const cost *one = &g_array_index(costs, cost, i);
        slowest = MAX(slowest, one->milliseconds);
        largest = MAX(largest, one->mebibytes);
        over += share(one) > 1;
    }
    printf("| questions | most, ms | most, MiB | over a limit |\n| --- | --- | --- | --- |\n");
    printf("| %u | %.1f | %.1f | %u |\n\n", costs->len, slowest, largest, over);
    printf("| the worst | ms | MiB |\n| --- | --- | --- |\n");
    g_array_sort(costs, compare_costs);
    for (guint i = 0; i < MIN(costs->len, WORST); i++) {
        const cost *one = &g_array_index(costs, cost, i);
        printf("| %s", one->question->name);
        print_options(&one->question->request);
        printf(" | %.1f | %.1f |\n", one->milliseconds, one->mebibytes);
    }
    return over;
}

int main(int argc, char **argv)
{
    cfa_error error = {0};
    const guint count = argc > 2 ? (guint)strtoul(argv[2], NULL, 10) : DRAWN;
    if (argc < 2 || argc > 3) {
        fputs("Usage: cfa-hard INDEX [DRAWN]\n", stderr);
        return EXIT_USAGE;
    }
    g_autoptr(cfa_index) index = cfa_index_open(argv[1], &error);
    if (index == NULL) {
        fprintf(stderr, "cfa-hard: %s\n", error.reason);
        return EXIT_INPUT;
    }
    cfa_draw drawn = {index, xc_database_get_doccount(index->database, NULL), g_rand_new_with_seed(1)};
    g_autoptr(GPtrArray) questions = cfa_hard_questions(&drawn, count);
    g_autoptr(GArray) costs = g_array_new(FALSE, FALSE, sizeof(cost));
    g_rand_free(drawn.random);
    for (guint i = 0; i < questions->len; i++) {
        cost one;
        if (!measure(index, g_ptr_array_index(questions, i), &one, &error)) {
            fprintf(stderr, "cfa-hard: %s: %s\n", one.question->text, error.reason);
            return EXIT_INPUT;
        }
        g_array_append_val(costs, one);
    }
    return print(costs) > 0 ? EXIT_OVER : 0;
}
