#include "pages.h"

#include <errno.h>

#include <glib/gstdio.h>
#include <string.h>

enum { REPORT_PARAGRAPHS = 9999, FOLDER_MODE = 0777 };

struct cfa_pages {
    char *folder;
    guint texts;
    guint report, paragraph; /* of the text begun last */
    char *name;
    GString *manifest, *map, *judgements;
    GString *documents[CFA_LANGUAGES + 1], *questions[CFA_LANGUAGES + 1];
};

cfa_pages *cfa_pages_new(const char *folder, GError **error)
{
    g_autofree char *pages_folder = g_build_filename(folder, "pages", NULL);
    if (g_mkdir_with_parents(pages_folder, FOLDER_MODE) != 0) {
        const int code = errno;
        g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(code), "%s: %s", pages_folder,
                    g_strerror(code));
        return NULL;
    }
    cfa_pages *pages = g_new0(cfa_pages, 1);
    pages->folder = g_strdup(folder);
    pages->manifest = g_string_new("file\tlang\n");
    pages->map = g_string_new(NULL);
    pages->judgements = g_string_new(NULL);
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        pages->documents[l] = g_string_new(NULL);
        pages->questions[l] = g_string_new(NULL);
    }
    return pages;
}

void cfa_pages_free(cfa_pages *pages)
{
    if (pages == NULL)
        return;
    g_string_free(pages->manifest, TRUE);
    g_string_free(pages->map, TRUE);
    g_string_free(pages->judgements, TRUE);
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        g_string_free(pages->documents[l], TRUE);
        g_string_free(pages->questions[l], TRUE);
    }
    g_free(pages->name);
    g_free(pages->folder);
    g_free(pages);
}

/* A name without blanks, which part the fields of a run. */
static char *plain_name(const char *name)
{
    return g_strdelimit(g_strdup(name), " \t", '_');
}

void cfa_pages_add(cfa_pages *pages, const char *name)
{
    pages->report = 1 + pages->texts / REPORT_PARAGRAPHS;
    pages->paragraph = 1 + pages->texts % REPORT_PARAGRAPHS;
    pages->texts++;
    g_free(pages->name);
    pages->name = plain_name(name);
    g_string_append_printf(pages->map, "%u/%u\t%s\n", pages->report, pages->paragraph, pages->name);
}

gboolean cfa_pages_add_text(cfa_pages *pages, cfa_language language, const char *text, GError **error)
{
    const char *code = cfa_language_code(language);
    g_autofree char *line = g_strdelimit(g_strdup(text), "\t\r\n", ' ');
    if (g_strstrip(line)[0] == '\0')
        return TRUE;
    g_autofree char *file = g_strdup_printf("%u-%u-%s.txt", pages->report, pages->paragraph, code);
    g_autofree char *path = g_build_filename(pages->folder, "pages", file, NULL);
    g_autofree char *page = g_strdup_printf("NORMLEX\n\n"
                                            "Definitive Report - Report No %u\n\n"
                                            "Case No %u - Complaint date: 01-JAN-50\n\n"
                                            "  1. %u. %s\n",
                                            pages->report, pages->paragraph, pages->paragraph, line);
    g_string_append_printf(pages->manifest, "%s\t%s\n", file, code);
    g_string_append_printf(pages->documents[language], "%s\t%s\n", pages->name, line);
    return g_file_set_contents(path, page, -1, error);
}

void cfa_pages_add_question(cfa_pages *pages, cfa_language language, const char *topic, const char *question)
{
    g_autofree char *name = plain_name(topic);
    g_autofree char *line = g_strdelimit(g_strdup(question), "\t\r\n", ' ');
    g_string_append_printf(pages->questions[language], "%s\t%s\n", name, g_strstrip(line));
}

void cfa_pages_add_judgement(cfa_pages *pages, const char *topic, const char *name, const char *grade)
{
    g_autofree char *plain_topic = plain_name(topic);
    g_autofree char *plain = plain_name(name);
    g_string_append_printf(pages->judgements, "%s 0 %s %s\n", plain_topic, plain, grade);
}

static gboolean write_file(const cfa_pages *pages, const char *name, const GString *text, GError **error)
{
    g_autofree char *path = g_build_filename(pages->folder, name, NULL);
    return g_file_set_contents(path, text->str, (gssize)text->len, error);
}

gboolean cfa_pages_finish(cfa_pages *pages, GError **error)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        const char *code = cfa_language_code((cfa_language)l);
        g_autofree char *documents = g_strdup_printf("docs.%s.tsv", code);
        g_autofree char *questions = g_strdup_printf("queries.%s.tsv", code);
        if ((pages->documents[l]->len > 0 && !write_file(pages, documents, pages->documents[l], error)) ||
            (pages->questions[l]->len > 0 && !write_file(pages, questions, pages->questions[l], error)))
            return FALSE;
    }
    return write_file(pages, "pages/manifest.tsv", pages->manifest, error) &&
           write_file(pages, "map.tsv", pages->map, error) &&
           write_file(pages, "qrels.txt", pages->judgements, error);
}
