/*
 * cfa-convert: a collection made for judging searches, as pages that cfa-index reads.
 *
 * Each text becomes a page of its own with one paragraph, so that no text gains or loses by its neighbours.
 * The pages are of report 1 (report 2 after 9,999 texts, and so on) and say nothing that the text does not,
 * but for their numbers. A title stands in front of its text. OUT then has:
 *
 *     pages/              a page for each text and language, and a manifest that says the language
 *     map.tsv             paragraph (1/17), text
 *     docs.LANG.tsv       text, its words: for the peers, the very words that the page has
 *     queries.LANG.tsv    topic, question
 *     qrels.txt           judgements, in TREC's form
 */
#include "pages.h"
#include "parallel.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

static const char usage[] = "COLLECTION OUT";
static const char summary[] =
    "Makes pages of a collection. COLLECTION is a folder with docs.tsv (id, title, text), queries.tsv (id,\n"
    "text) and qrels.tsv (query, document, grade); with --parallel one with verses.tsv (name, English, "
    "French,\n"
    "Spanish).\n"
    "\n"
    "Exit status: 0 written; 2 usage; 74 reading or writing failed.";

enum { EXIT_USAGE = 2, EXIT_INPUT = 74, LEAVE_OUT = 10 };

static gboolean parallel;
static gint leave_out = LEAVE_OUT;
static char *language = NULL;
static char **folders;
static const GOptionEntry entries[] = {
    {"lang", 0, 0, G_OPTION_ARG_STRING, &language, "Language of a collection: en (default), fr or es",
     "CODE"},
    {"parallel", 0, 0, G_OPTION_ARG_NONE, &parallel, "A collection in three languages", NULL},
    {"leave-out", 0, 0, G_OPTION_ARG_INT, &leave_out,
     "With --parallel, every Nth text is in English alone, and asked for (10)", "N"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &folders, NULL, NULL},
    {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL}};

static gboolean convert_documents(const char *from, cfa_pages *pages, cfa_language of, GError **error)
{
    g_autoptr(GPtrArray) table = cfa_table_read(from, "docs.tsv", 3, error);
    for (guint i = 0; table != NULL && i < table->len; i++) {
        g_autofree char *text =
            g_strjoin(" ", cfa_table_cell(table, i, 1), cfa_table_cell(table, i, 2), NULL);
        cfa_pages_add(pages, cfa_table_cell(table, i, 0));
        if (!cfa_pages_add_text(pages, of, text, error))
            return FALSE;
    }
    return table != NULL;
}

static gboolean convert_topics(const char *from, cfa_pages *pages, cfa_language of, GError **error)
{
    g_autoptr(GPtrArray) queries = cfa_table_read(from, "queries.tsv", 2, error);
    g_autoptr(GPtrArray) judgements = queries != NULL ? cfa_table_read(from, "qrels.tsv", 3, error) : NULL;
    if (judgements == NULL)
        return FALSE;
    for (guint i = 0; i < queries->len; i++)
        cfa_pages_add_question(pages, of, cfa_table_cell(queries, i, 0), cfa_table_cell(queries, i, 1));
    for (guint i = 0; i < judgements->len; i++)
        cfa_pages_add_judgement(pages, cfa_table_cell(judgements, i, 0), cfa_table_cell(judgements, i, 1),
                                cfa_table_cell(judgements, i, 2));
    return TRUE;
}

static gboolean convert(const char *from, const char *to, cfa_language of, GError **error)
{
    g_autoptr(cfa_pages) pages = cfa_pages_new(to, error);
    if (pages == NULL)
        return FALSE;
    if (parallel ? !cfa_parallel_convert(from, pages, (guint)leave_out, error)
                 : !convert_documents(from, pages, of, error) || !convert_topics(from, pages, of, error))
        return FALSE;
    return cfa_pages_finish(pages, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GOptionContext) context = g_option_context_new(usage);
    g_option_context_set_summary(context, summary);
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error)) {
        fprintf(stderr, "cfa-convert: %s\n", error->message);
        return EXIT_USAGE;
    }
    const cfa_language of = language != NULL ? cfa_language_parse(language) : CFA_ENGLISH;
    if (folders == NULL || g_strv_length(folders) != 2 || leave_out < 2 || of == CFA_LANGUAGE_UNKNOWN) {
        fputs("cfa-convert: it takes COLLECTION and OUT, a known language, and N of 2 or more\n"
              "Try `cfa-convert --help`.\n",
              stderr);
        return EXIT_USAGE;
    }
    const gboolean well = convert(folders[0], folders[1], of, &error);
    if (!well)
        fprintf(stderr, "cfa-convert: %s\n", error->message);
    g_strfreev(folders);
    g_free(language);
    return well ? 0 : EXIT_INPUT;
}
