#include "learn.h"

#include "concepts.h"
#include "parallel_for.h"
#include "training_set.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    OCCURRENCES_MAX = 400, /* paragraphs of a word in which its candidates are counted */
    CANDIDATES = 16,
    ITERATIONS = 5
};

/* What is believed less brings more that is wrong than right: see tests/relevance/README.md. */
static const double least_probability = 0.01;
/* The share of a word that nothing in the other language stands for. */
static const double nothing = 0.02;

/* What a word may stand for. */
typedef struct candidate {
    guint32 word;
    float probability, count;
} candidate;

/* ---- one language to another ---- */

/* A pair of languages under study. */
typedef struct study {
    const cfa_training_side *from, *to;
    guint paragraphs;
    guint32 *from_frequency, *to_frequency; /* paragraphs, of those in both, that have a word */
    candidate *candidates; /* CANDIDATES for each word of `from`; word G_MAXUINT32 for none */
    GArray *links; /* guint32 candidates that stand in a paragraph with their word, paragraph by paragraph */
    guint32 *link_ends; /* where those of each paragraph end */
} study;

static gboolean in_both(const study *pair, guint paragraph)
{
    guint left, right;
    cfa_training_set_words(pair->from, paragraph, &left);
    cfa_training_set_words(pair->to, paragraph, &right);
    return left > 0 && right > 0;
}

static void count_frequencies(study *pair)
{
    for (guint p = 0; p < pair->paragraphs; p++) {
        guint left, right;
        const guint32 *from = cfa_training_set_words(pair->from, p, &left),
                      *to = cfa_training_set_words(pair->to, p, &right);
        if (left == 0 || right == 0)
            continue;
        for (guint i = 0; i < left; i++)
            pair->from_frequency[from[i]]++;
        for (guint i = 0; i < right; i++)
            pair->to_frequency[to[i]]++;
    }
}

/* For each word of `from`, the paragraphs it is in, one list after the other; `starts` has a place more than
 * there are words. */
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
        const guint32 *from = cfa_training_set_words(pair->from, p, &count);
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
            const guint32 *to = cfa_training_set_words(pair->to, g_array_index(lists, guint32, i), &count);
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

/* Which candidates of a paragraph's words stand in it: all that the iterations look at, found once. */
static void find_links(study *pair)
{
    g_autofree guint32 *met =
        g_new0(guint32, pair->to->stems->len + 1); /* the last paragraph with a word, + 1 */
    pair->links = g_array_new(FALSE, FALSE, sizeof(guint32));
    pair->link_ends = g_new(guint32, pair->paragraphs + 1);
    for (guint p = 0; p < pair->paragraphs; p++) {
        guint left, right;
        const guint32 *from = cfa_training_set_words(pair->from, p, &left),
                      *to = cfa_training_set_words(pair->to, p, &right);
        for (guint i = 0; i < right; i++)
            met[to[i]] = p + 1;
        for (guint i = 0; i < left; i++)
            for (guint32 c = from[i] * CANDIDATES; c < (from[i] + 1) * CANDIDATES; c++)
                if (pair->candidates[c].word != G_MAXUINT32 && met[pair->candidates[c].word] == p + 1)
                    g_array_append_val(pair->links, c);
        pair->link_ends[p] = pair->links->len;
    }
}

/* One iteration: each word of a paragraph is shared out among the words that may stand for it there. */
static void share_out(study *pair, float *totals)
{
    const guint32 *links = (const guint32 *)(const void *)pair->links->data;
    for (guint32 p = 0, start = 0; p < pair->paragraphs; start = pair->link_ends[p++]) {
        const guint32 end = pair->link_ends[p];
        for (guint32 i = start; i < end; i++)
            totals[pair->candidates[links[i]].word] = (float)nothing;
        for (guint32 i = start; i < end; i++)
            totals[pair->candidates[links[i]].word] += pair->candidates[links[i]].probability;
        for (guint32 i = start; i < end; i++) {
            candidate *one = &pair->candidates[links[i]];
            one->count += one->probability / totals[one->word];
        }
    }
}

static void maximise(study *pair)
{
    g_autofree float *totals = g_new0(float, pair->to->stems->len + 1);
    const gsize count = (gsize)pair->from->stems->len * CANDIDATES;
    find_links(pair);
    for (int i = 0; i < ITERATIONS; i++) {
        share_out(pair, totals);
        for (gsize c = 0; c < count; c++) {
            const guint32 frequency = pair->from_frequency[c / CANDIDATES];
            pair->candidates[c].probability = pair->candidates[c].count / (float)MAX(frequency, 1);
            pair->candidates[c].count = 0;
        }
    }
    g_clear_pointer(&pair->links, g_array_unref);
    g_clear_pointer(&pair->link_ends, g_free);
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

/* Appends a word's translations to its line: those that both sides hold for likely, by the mean of the two.
 * What only one of them believes is what merely stands nearby. */
static void append_translations(const study *pair, const study *back, guint word, GString *line)
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
        g_string_append_printf(line, "\t%s %s",
                               (const char *)g_ptr_array_index(pair->to->stems, best[i].word), number);
    }
}

/* ---- the whole ---- */

/* Every pair of languages, each way. */
typedef struct studies {
    const cfa_training_set *training;
    study pairs[CFA_LANGUAGES + 1][CFA_LANGUAGES + 1];
} studies;

static void learn_pair(guint number, gpointer data)
{
    studies *all = data;
    const guint from = 1 + number / CFA_LANGUAGES, to = 1 + number % CFA_LANGUAGES;
    study *pair = &all->pairs[from][to];
    if (from == to)
        return;
    pair->from = &all->training->sides[from];
    pair->to = &all->training->sides[to];
    pair->paragraphs = all->training->paragraphs;
    pair->from_frequency = g_new0(guint32, pair->from->stems->len + 1);
    pair->to_frequency = g_new0(guint32, pair->to->stems->len + 1);
    pair->candidates = g_new0(candidate, (gsize)pair->from->stems->len * CANDIDATES + 1);
    count_frequencies(pair);
    choose_candidates(pair);
    maximise(pair);
}

static void free_pairs(studies *all)
{
    for (int from = 1; from <= CFA_LANGUAGES; from++)
        for (int to = 1; to <= CFA_LANGUAGES; to++) {
            g_free(all->pairs[from][to].from_frequency);
            g_free(all->pairs[from][to].to_frequency);
            g_free(all->pairs[from][to].candidates);
        }
}

/* The lines of all words of a language, each with what it stands for in the others. */
static void add_lines(const studies *all, int from, GPtrArray *lines)
{
    const GPtrArray *stems = all->training->sides[from].stems;
    for (guint w = 0; w < stems->len; w++) {
        g_autoptr(GString) line = g_string_new(g_ptr_array_index(stems, w));
        const gsize alone = line->len;
        for (int to = 1; to <= CFA_LANGUAGES; to++)
            if (to != from)
                append_translations(&all->pairs[from][to], &all->pairs[to][from], w, line);
        if (line->len > alone)
            g_ptr_array_add(lines, g_string_free(g_steal_pointer(&line), FALSE));
    }
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

/* What a file is learned from: the training set, the concepts, and the way of learning. */
static char *digest_of(const cfa_training_set *training, const cfa_concepts *concepts)
{
    static const char method[] = "model 1, first form";
    g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(digest, (const guchar *)method, sizeof method);
    g_checksum_update(digest, (const guchar *)training->digest, -1);
    cfa_concepts_digest(concepts, digest);
    return g_strdup(g_checksum_get_string(digest));
}

/* Copies what was learned before, if it was learned from the same and is as it was written. */
static gboolean copy_last(const char *last, const char *digest, const char *path)
{
    g_autofree char *bytes = NULL;
    gsize length;
    g_autoptr(cfa_translations) before = last != NULL ? cfa_translations_open(last, NULL, NULL) : NULL;
    return before != NULL && cfa_translations_are_of(before, digest) && cfa_translations_verify(before) &&
           g_file_get_contents(last, &bytes, &length, NULL) &&
           g_file_set_contents(path, bytes, (gssize)length, NULL);
}

static gboolean write_lines(GPtrArray *lines, const char *digest, const char *path, cfa_error *error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_ptr_array_sort(lines, compare_lines);
    for (guint i = 0; i < lines->len; i++) {
        g_string_append(text, g_ptr_array_index(lines, i));
        g_string_append_c(text, '\n');
    }
    return cfa_translations_write(path, digest, text, error);
}

gboolean cfa_learn(const xc_database *database, guint jobs, const char *last, const char *path,
                   cfa_error *error)
{
    g_autoptr(cfa_concepts) concepts = cfa_concepts_read(database, error);
    g_autoptr(cfa_training_set) training = concepts != NULL ? cfa_training_set_read(database, error) : NULL;
    if (training == NULL)
        return FALSE;
    g_autofree char *digest = digest_of(training, concepts);
    if (copy_last(last, digest, path))
        return TRUE;
    if (!cfa_training_set_number(training, database, error))
        return FALSE;
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    studies all = {.training = training};
    cfa_parallel_for(CFA_LANGUAGES * CFA_LANGUAGES, jobs, learn_pair, &all);
    for (int from = 1; from <= CFA_LANGUAGES; from++)
        add_lines(&all, from, lines);
    free_pairs(&all);
    cfa_concepts_merge(concepts, lines);
    return write_lines(lines, digest, path, error);
}
