/*
 * Questions put to cfa_search(), in one process and warm, as the peers of the benchmark are asked:
 *
 *     cfa-ask INDEX QUESTIONS
 *
 * QUESTIONS are lines of kind, words, and the words as our own syntax has them, parted by tabs; they are
 * asked twice, and the second time counts. It prints "KIND TAB MILLISECONDS" a line.
 */
#include "searcher.h"

#include <stdio.h>
#include <string.h>

enum { EXIT_USAGE = 2, EXIT_INPUT = 74 };

static gboolean ask(cfa_index *index, char **lines, gboolean counts, cfa_error *error)
{
    for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++) {
        g_auto(GStrv) cells = g_strsplit(lines[i], "\t", 3);
        cfa_request request = CFA_REQUEST_INIT;
        const gint64 started = g_get_monotonic_time();
        request.query = g_strv_length(cells) == 3 ? cells[2] : "";
        g_autoptr(cfa_answer) answer = cfa_search(index, &request, error);
        const double took = (double)(g_get_monotonic_time() - started) / 1000;
        if (answer == NULL)
            return FALSE;
        if (counts)
            printf("%s\t%.3f\n", cells[0], took);
    }
    return TRUE;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) unread = NULL;
    g_autofree char *text = NULL;
    cfa_error error = {0};
    if (argc != 3) {
        fputs("Usage: cfa-ask INDEX QUESTIONS\n", stderr);
        return EXIT_USAGE;
    }
    if (!g_file_get_contents(argv[2], &text, NULL, &unread)) {
        fprintf(stderr, "cfa-ask: %s\n", unread->message);
        return EXIT_INPUT;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(cfa_index) index = cfa_index_open(argv[1], &error);
    if (index == NULL || !ask(index, lines, FALSE, &error) || !ask(index, lines, TRUE, &error)) {
        fprintf(stderr, "cfa-ask: %s\n", error.reason);
        return EXIT_INPUT;
    }
    return 0;
}
