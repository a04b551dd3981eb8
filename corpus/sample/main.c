/* cfa-sample: reads the command line, and renders the sample or generates a collection. */
#include "generate.h"
#include "render.h"
#include "texts.h"

#include <stdio.h>
#include <string.h>

enum { EXIT_OK = 0, EXIT_USAGE = 2, EXIT_IO = 74, USUAL_MEGABYTES = 10 };

static const char help[] =
    "Usage: cfa-sample render TEXTS_FOLDER OUTPUT_FOLDER\n"
    "       cfa-sample generate [OPTIONS] OUTPUT_FOLDER\n"
    "\n"
    "render    turns the sample texts into pages like those of a real collection\n"
    "generate  invents a collection, for benchmarks: its words have no sense, its form is real\n"
    "\n"
    "Options of generate:\n"
    "  --seed N             another collection of the same kind (1)\n"
    "  --megabytes N        about so many million bytes of text, all languages together (10)\n"
    "  --paragraphs N       or so many paragraphs, all languages together\n"
    "  --reports N          in so many reports (as many as give each 500 to 1,600 paragraphs)\n"
    "  --languages LIST     of en,fr,es (all)\n"
    "\n"
    "  --help, --version\n"
    "\n"
    "The same command gives the same bytes wherever zlib and libarchive are the same. Files that "
    "OUTPUT_FOLDER\n"
    "has already stay, unless they have the name of a new one.\n"
    "Exit status: 0 all is written; 2 usage; 74 reading or writing failed, or a text is not of the form.";

static int usage(const char *word, const char *reason)
{
    fprintf(stderr, "cfa-sample: %s: %s\nTry `cfa-sample --help`.\n", word, reason);
    return EXIT_USAGE;
}

static int fail(const GError *error)
{
    fprintf(stderr, "cfa-sample: %s\n", error->message);
    return EXIT_IO;
}

static int run_render(int count, char **words)
{
    if (count != 2)
        return usage("render", "takes a folder of texts and a folder for the pages");
    g_autoptr(GError) error = NULL;
    guint pages = 0;
    if (!sample_render(words[0], words[1], &pages, &error))
        return fail(error);
    fprintf(stderr, "%u pages\n", pages);
    return EXIT_OK;
}

static gboolean read_number(const char *word, guint least, guint *number)
{
    guint64 value;
    if (word == NULL)
        return TRUE;
    if (!g_ascii_string_to_unsigned(word, 10, least, G_MAXINT32, &value, NULL))
        return FALSE;
    *number = (guint)value;
    return TRUE;
}

static gboolean read_languages(const char *list, guint *languages)
{
    static const char *const codes[BODY_LANGUAGES] = {"en", "fr", "es"};
    g_auto(GStrv) words = g_strsplit(list != NULL ? list : "en,fr,es", ",", -1);
    for (char **word = words; *word != NULL; word++) {
        guint language = 0;
        while (language < BODY_LANGUAGES && strcmp(*word, codes[language]) != 0)
            language++;
        if (language == BODY_LANGUAGES)
            return FALSE;
        *languages |= 1U << language;
    }
    return *languages != 0;
}

static int generate_order(const sample_order *order, const char *folder)
{
    g_autoptr(GError) error = NULL;
    sample_yield yield;
    if (!sample_generate(order, folder, &yield, &error))
        return fail(error);
    fprintf(stderr, "%u reports, %u pages, %" G_GUINT64_FORMAT " paragraphs, %.1f MB of text\n",
            yield.reports, yield.pages, yield.paragraphs, (double)yield.bytes / 1e6);
    return EXIT_OK;
}

static int run_generate(int count, char **words)
{
    g_autofree char *seed = NULL, *megabytes = NULL, *paragraphs = NULL, *reports = NULL, *languages = NULL;
    const GOptionEntry entries[] = {{"seed", 0, 0, G_OPTION_ARG_STRING, &seed, NULL, NULL},
                                    {"megabytes", 0, 0, G_OPTION_ARG_STRING, &megabytes, NULL, NULL},
                                    {"paragraphs", 0, 0, G_OPTION_ARG_STRING, &paragraphs, NULL, NULL},
                                    {"reports", 0, 0, G_OPTION_ARG_STRING, &reports, NULL, NULL},
                                    {"languages", 0, 0, G_OPTION_ARG_STRING, &languages, NULL, NULL},
                                    {NULL, 0, 0, 0, NULL, NULL, NULL}};
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autoptr(GError) error = NULL;
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &count, &words, &error))
        return usage("generate", error->message);
    if (count != 2)
        return usage("generate", "takes one folder for the pages");
    sample_order order = {.seed = 1};
    if (seed != NULL && !g_ascii_string_to_unsigned(seed, 10, 0, G_MAXUINT64, &order.seed, NULL))
        return usage("--seed", "not a number");
    if (!read_number(megabytes, 1, &order.megabytes))
        return usage("--megabytes", "not a number of megabytes");
    if (!read_number(paragraphs, BODY_LANGUAGES, &order.paragraphs))
        return usage("--paragraphs", "not a number of paragraphs");
    if (!read_number(reports, 1, &order.reports))
        return usage("--reports", "not a number of reports");
    if (megabytes != NULL && paragraphs != NULL)
        return usage("--megabytes", "not together with --paragraphs");
    if (!read_languages(languages, &order.languages))
        return usage("--languages", "takes en, fr and es, with commas between");
    if (order.megabytes == 0 && order.paragraphs == 0 && order.reports == 0)
        order.megabytes = USUAL_MEGABYTES;
    return generate_order(&order, words[1]);
}

int main(int count, char **words)
{
    for (int i = 1; i < count && strcmp(words[i], "--") != 0; i++) {
        if (strcmp(words[i], "--help") == 0)
            return puts(help) >= 0 && fflush(stdout) == 0 ? EXIT_OK : EXIT_IO;
        if (strcmp(words[i], "--version") == 0)
            return puts("cfa-sample " CFA_VERSION) >= 0 && fflush(stdout) == 0 ? EXIT_OK : EXIT_IO;
    }
    if (count >= 2 && strcmp(words[1], "render") == 0)
        return run_render(count - 2, words + 2);
    if (count >= 2 && strcmp(words[1], "generate") == 0)
        return run_generate(count - 1, words + 1);
    return usage(count >= 2 ? words[1] : "no command", "it is render or generate");
}
