/*
 * A reader that stays open while generations are published, as the page does over FastCGI:
 *
 *     cfa-reader INDEX STOP   searches until the file STOP is there; then prints how often, and in how many
 *                             generations
 *
 * Each paragraph of the index says "load N" of the generation N that it is of. One handle is opened once and
 * goes on to answer from its own generation, though that is removed from the disk; the other is refreshed
 * before each search, and answers from the generation that it then has, whole. Exit status 1, and a line on
 * standard error, where either fails or mixes.
 */
#include "searcher.h"

#include <stdio.h>
#include <string.h>

typedef struct reader {
    const char *name;
    cfa_index *index;
    guint searches, generations;
    guint64 last;
} reader;

static gboolean fail(const reader *this, const char *reason)
{
    fprintf(stderr, "cfa-reader: %s: %s\n", this->name, reason);
    return FALSE;
}

/* Whether all of an answer is of the generation. */
static gboolean is_whole(const cfa_answer *answer, guint64 generation)
{
    g_autofree char *words = g_strdup_printf(" load %" G_GUINT64_FORMAT " ", generation);
    if (answer->generation != generation || answer->hits->len != 2)
        return FALSE;
    for (guint i = 0; i < answer->hits->len; i++) {
        const cfa_hit *hit = g_ptr_array_index(answer->hits, i);
        for (guint j = 0; j < hit->passages->len; j++) {
            const cfa_passage *passage = g_ptr_array_index(hit->passages, j);
            if (strstr(passage->record->paragraph->text, words) == NULL)
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean search(reader *this)
{
    cfa_error error = {0};
    cfa_request request = CFA_REQUEST_INIT;
    request.query = "porters";
    g_autoptr(cfa_answer) answer = this->index != NULL ? cfa_search(this->index, &request, &error) : NULL;
    if (answer == NULL)
        return fail(this, error.reason);
    if (!is_whole(answer, this->index->generation))
        return fail(this, "the answer is not of one generation");
    if (this->index->generation < this->last)
        return fail(this, "it went back to an earlier generation");
    this->searches++;
    this->generations += this->index->generation != this->last;
    this->last = this->index->generation;
    return TRUE;
}

int main(int count, char **arguments)
{
    cfa_error error = {0};
    reader first = {.name = "the first generation"}, newest = {.name = "the newest generation"};
    gboolean well = count == 3;
    first.index = well ? cfa_index_open(arguments[1], &error) : NULL;
    while (well && !g_file_test(arguments[2], G_FILE_TEST_EXISTS)) {
        newest.index = cfa_index_refresh(newest.index, arguments[1], &error);
        well = search(&first) && (newest.index != NULL ? search(&newest) : fail(&newest, error.reason));
        g_usleep(1000);
    }
    printf("%u searches of the first generation, %u of the newest, which was %u different ones\n",
           first.searches, newest.searches, newest.generations);
    cfa_index_free(first.index);
    cfa_index_free(newest.index);
    return well ? 0 : 1;
}
