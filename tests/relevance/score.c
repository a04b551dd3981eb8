/* cfa-score: the measures of a run, as measures.h has them. */
#include "measures.h"

#include <stdio.h>

static const char usage[] = "QRELS RUN";
static const char summary[] =
    "Prints nDCG@10, MAP, MRR, P@5 and recall@100 of a run over the topics of the judgements, in columns.\n"
    "\n"
    "Exit status: 0 printed; 2 usage; 74 a file cannot be read, or is not of the form.";

enum { EXIT_USAGE = 2, EXIT_INPUT = 74 };

static gboolean per_topic;
static char *prefix;
static char **files;
static const GOptionEntry entries[] = {
    {"per-topic", 0, 0, G_OPTION_ARG_NONE, &per_topic, "A line for each topic before the mean", NULL},
    {"topics", 0, 0, G_OPTION_ARG_STRING, &prefix, "Only the topics whose name begins so", "PREFIX"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL},
    {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL}};

static void print_line(const char *name, const cfa_measures *of)
{
    printf("%s\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\n", name, of->ndcg_10, of->average_precision,
           of->reciprocal_rank, of->precision_5, of->recall_100);
}

static void print_table(const cfa_judgements *judgements, const cfa_run *run)
{
    guint topics;
    const cfa_measures mean = cfa_measures_mean(judgements, run, prefix, &topics);
    g_autofree char *all = g_strdup_printf("mean of %u", topics);
    puts("topic\tnDCG@10\tMAP\tMRR\tP@5\tR@100");
    for (guint i = 0; per_topic && i < judgements->topics->len; i++) {
        const char *topic = g_ptr_array_index(judgements->topics, i);
        const cfa_measures one = cfa_measures_topic(judgements, run, topic);
        if (prefix == NULL || g_str_has_prefix(topic, prefix))
            print_line(topic, &one);
    }
    print_line(all, &mean);
}

static int fail(const char *file, const GError *error, int status)
{
    fprintf(stderr, "cfa-score: %s%s%s\n", file, file[0] != '\0' ? ": " : "", error->message);
    return status;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *judged = NULL, *ranked = NULL;
    g_autoptr(GOptionContext) context = g_option_context_new(usage);
    g_option_context_set_summary(context, summary);
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error))
        return fail("", error, EXIT_USAGE);
    if (files == NULL || g_strv_length(files) != 2) {
        fputs("cfa-score: it takes QRELS and RUN\nTry `cfa-score --help`.\n", stderr);
        return EXIT_USAGE;
    }
    if (!g_file_get_contents(files[0], &judged, NULL, &error) ||
        !g_file_get_contents(files[1], &ranked, NULL, &error))
        return fail("", error, EXIT_INPUT);
    g_autoptr(cfa_judgements) judgements = cfa_judgements_parse(judged, &error);
    if (judgements == NULL)
        return fail(files[0], error, EXIT_INPUT);
    g_autoptr(cfa_run) run = cfa_run_parse(ranked, &error);
    if (run == NULL)
        return fail(files[1], error, EXIT_INPUT);
    print_table(judgements, run);
    g_strfreev(files);
    g_free(prefix);
    return 0;
}
