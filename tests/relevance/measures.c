#include "measures.h"

#include <math.h>
#include <string.h>

enum { NDCG_RANKS = 10, PRECISION_RANKS = 5, RECALL_RANKS = 100, GRADE_MAX = 1000, RANK_MAX = 1000000 };
enum { JUDGEMENT_FIELDS = 4, RUN_FIELDS = 6, FIELDS_MAX = 6 };

/* ---- reading ---- */

typedef struct fields {
    char *text[FIELDS_MAX]; /* within the line, which is changed */
    guint count;            /* may be over FIELDS_MAX: then not all are kept */
} fields;

static fields split(char *line)
{
    fields found = {.count = 0};
    char *at = line + strspn(line, " \t\r");
    while (*at != '\0') {
        if (found.count < FIELDS_MAX)
            found.text[found.count] = at;
        found.count++;
        at += strcspn(at, " \t\r");
        if (*at != '\0')
            *at++ = '\0';
        at += strspn(at, " \t\r");
    }
    return found;
}

static gboolean refuse(GError **error, guint line, const char *why)
{
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "line %u: %s", line, why);
    return FALSE;
}

typedef gboolean (*take_fields)(gpointer into, const fields *read, guint line, GError **error);

/* Hands over every line that is not empty. */
static gboolean read_lines(const char *text, guint wanted, const char *form, take_fields take, gpointer into,
                           GError **error)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        const fields read = split(lines[i]);
        if (read.count == 0)
            continue;
        if (read.count != wanted)
            return refuse(error, i + 1, form);
        if (!take(into, &read, i + 1, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean take_judgement(gpointer into, const fields *read, guint line, GError **error)
{
    cfa_judgements *judgements = into;
    gint64 grade;
    /* Grades below 0 are in use for what is worse than not relevant. */
    if (!g_ascii_string_to_signed(read->text[3], 10, -GRADE_MAX, GRADE_MAX, &grade, NULL))
        return refuse(error, line, "a grade is a whole number up to 1000");
    if (grade <= 0)
        return TRUE;
    GHashTable *grades = g_hash_table_lookup(judgements->grades, read->text[0]);
    if (grades == NULL) {
        grades = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        g_hash_table_insert(judgements->grades, g_strdup(read->text[0]), grades);
        g_ptr_array_add(judgements->topics, g_strdup(read->text[0]));
    }
    if (!g_hash_table_insert(grades, g_strdup(read->text[2]), GINT_TO_POINTER((gint)grade)))
        return refuse(error, line, "the document is judged a second time");
    return TRUE;
}

cfa_judgements *cfa_judgements_parse(const char *text, GError **error)
{
    g_autoptr(cfa_judgements) judgements = g_new0(cfa_judgements, 1);
    judgements->topics = g_ptr_array_new_with_free_func(g_free);
    judgements->grades =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
    if (!read_lines(text, JUDGEMENT_FIELDS, "not TOPIC 0 DOCUMENT GRADE", take_judgement, judgements, error))
        return NULL;
    return g_steal_pointer(&judgements);
}

void cfa_judgements_free(cfa_judgements *judgements)
{
    if (judgements == NULL)
        return;
    g_ptr_array_unref(judgements->topics);
    g_hash_table_unref(judgements->grades);
    g_free(judgements);
}

typedef struct place {
    char *document;
    gint64 rank;
    guint line;
} place;

static void place_clear(gpointer data)
{
    place *one = data;
    g_free(one->document);
}

static gint compare_places(gconstpointer left, gconstpointer right)
{
    const place *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

static gboolean take_place(gpointer into, const fields *read, guint line, GError **error)
{
    GHashTable *topics = into;
    place one = {.line = line};
    if (!g_ascii_string_to_signed(read->text[3], 10, 0, RANK_MAX, &one.rank, NULL))
        return refuse(error, line, "a rank is a whole number from 0 to 1000000");
    one.document = g_strdup(read->text[2]);
    GArray *places = g_hash_table_lookup(topics, read->text[0]);
    if (places == NULL) {
        places = g_array_new(FALSE, FALSE, sizeof(place));
        g_array_set_clear_func(places, place_clear);
        g_hash_table_insert(topics, g_strdup(read->text[0]), places);
    }
    g_array_append_val(places, one);
    return TRUE;
}

/* The documents in the order of their ranks, each once. */
static GPtrArray *ranking_of(GArray *places)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *ranking = g_ptr_array_new_with_free_func(g_free);
    g_array_sort(places, compare_places);
    for (guint i = 0; i < places->len; i++) {
        char *document = g_array_index(places, place, i).document;
        if (g_hash_table_add(seen, document))
            g_ptr_array_add(ranking, g_strdup(document));
    }
    return ranking;
}

cfa_run *cfa_run_parse(const char *text, GError **error)
{
    g_autoptr(GHashTable) topics =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    if (!read_lines(text, RUN_FIELDS, "not TOPIC Q0 DOCUMENT RANK SCORE NAME", take_place, topics, error))
        return NULL;
    cfa_run *run = g_new0(cfa_run, 1);
    run->rankings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    GHashTableIter iterator;
    gpointer topic, places;
    g_hash_table_iter_init(&iterator, topics);
    while (g_hash_table_iter_next(&iterator, &topic, &places))
        g_hash_table_insert(run->rankings, g_strdup(topic), ranking_of(places));
    return run;
}

void cfa_run_free(cfa_run *run)
{
    if (run == NULL)
        return;
    g_hash_table_unref(run->rankings);
    g_free(run);
}

/* ---- computing ---- */

static gint compare_grades(gconstpointer left, gconstpointer right)
{
    return *(const gint *)right - *(const gint *)left;
}

/* The discounted gain of the best order. */
static double ideal_gain(GHashTable *grades)
{
    g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(gint));
    GHashTableIter iterator;
    gpointer value;
    g_hash_table_iter_init(&iterator, grades);
    while (g_hash_table_iter_next(&iterator, NULL, &value)) {
        const gint grade = GPOINTER_TO_INT(value);
        g_array_append_val(sorted, grade);
    }
    g_array_sort(sorted, compare_grades);
    double gain = 0;
    for (guint i = 0; i < MIN(sorted->len, NDCG_RANKS); i++)
        gain += g_array_index(sorted, gint, i) / log2(i + 2.0);
    return gain;
}

cfa_measures cfa_measures_topic(const cfa_judgements *judgements, const cfa_run *run, const char *topic)
{
    cfa_measures sum = {0};
    GHashTable *grades = g_hash_table_lookup(judgements->grades, topic);
    const GPtrArray *ranking = g_hash_table_lookup(run->rankings, topic);
    if (grades == NULL || ranking == NULL)
        return sum;
    const double relevant = g_hash_table_size(grades);
    guint found = 0;
    for (guint rank = 1; rank <= ranking->len; rank++) {
        const gint grade = GPOINTER_TO_INT(g_hash_table_lookup(grades, g_ptr_array_index(ranking, rank - 1)));
        if (grade == 0)
            continue;
        found++;
        if (found == 1)
            sum.reciprocal_rank = 1.0 / rank;
        sum.average_precision += (double)found / rank;
        if (rank <= NDCG_RANKS)
            sum.ndcg_10 += grade / log2(rank + 1.0);
        if (rank <= PRECISION_RANKS)
            sum.precision_5 = (double)found / PRECISION_RANKS;
        if (rank <= RECALL_RANKS)
            sum.recall_100 = found / relevant;
    }
    sum.average_precision /= relevant;
    sum.ndcg_10 /= ideal_gain(grades);
    return sum;
}

cfa_measures cfa_measures_mean(const cfa_judgements *judgements, const cfa_run *run, const char *prefix,
                               guint *topics)
{
    cfa_measures mean = {0};
    guint count = 0;
    for (guint i = 0; i < judgements->topics->len; i++) {
        const char *topic = g_ptr_array_index(judgements->topics, i);
        if (prefix != NULL && !g_str_has_prefix(topic, prefix))
            continue;
        const cfa_measures one = cfa_measures_topic(judgements, run, topic);
        mean.ndcg_10 += one.ndcg_10;
        mean.average_precision += one.average_precision;
        mean.reciprocal_rank += one.reciprocal_rank;
        mean.precision_5 += one.precision_5;
        mean.recall_100 += one.recall_100;
        count++;
    }
    const double share = count > 0 ? 1.0 / count : 0;
    mean.ndcg_10 *= share;
    mean.average_precision *= share;
    mean.reciprocal_rank *= share;
    mean.precision_5 *= share;
    mean.recall_100 *= share;
    if (topics != NULL)
        *topics = count;
    return mean;
}
