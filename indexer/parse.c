/* cfa-index parse: prints what the reader understands of each source, in reading order, and indexes nothing.
 */
#include "commands.h"
#include "summary.h"

#include <stdio.h>

typedef struct parse {
    const cfa_command *command;
    guint read, rejected;
} parse;

enum { PREVIEW = 60 }; /* letters of a paragraph that are shown */

static void print_text(const cfa_case_text *text)
{
    g_autofree char *id = cfa_case_text_id(text);
    g_autoptr(GString) lines = g_string_new(NULL);
    char date[CFA_DATE_SIZE];
    const char *type = cfa_report_type_name(text->type);
    cfa_date_format(text->report_date, date);
    cfa_summary_add_text(lines, text->source, G_MAXUINT);
    g_string_append_printf(lines, ": %s, %s, %s, %u paragraph%s", id, date[0] != '\0' ? date : "date unknown",
                           type != NULL ? type : "type unknown", text->paragraphs->len,
                           text->paragraphs->len == 1 ? "" : "s");
    for (guint i = 0; i < text->cases->len; i++) {
        const cfa_case *one = g_ptr_array_index(text->cases, i);
        g_string_append_printf(lines, ", case %u (", one->number);
        cfa_summary_add_text(lines, one->country != NULL ? one->country : "country unknown", G_MAXUINT);
        g_string_append_c(lines, ')');
    }
    g_string_append_c(lines, '\n');
    for (guint i = 0; i < text->warnings->len; i++) {
        const cfa_warning *warning = g_ptr_array_index(text->warnings, i);
        g_string_append(lines, "  warning: ");
        cfa_summary_add_text(lines, warning->reason, G_MAXUINT);
        g_string_append_printf(lines, " [%s]\n", warning->code);
    }
    for (guint i = 0; i < text->paragraphs->len; i++) {
        const cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, i);
        g_string_append_printf(lines, "  %5u %-15s ", paragraph->number,
                               cfa_section_name(paragraph->section));
        cfa_summary_add_text(lines, paragraph->text, PREVIEW);
        g_string_append_c(lines, '\n');
    }
    fputs(lines->str, stdout);
}

static void reject(parse *this, const char *source, const cfa_error *error)
{
    g_autoptr(GString) line = g_string_new(NULL);
    this->rejected++;
    cfa_summary_add_rejected(line, source, error);
    fputs(line->str, stderr);
}

static gboolean on_document(const cfa_document *document, const cfa_error *error, gpointer data)
{
    parse *this = data;
    this->read++;
    if (error != NULL) {
        reject(this, document->name, error);
        return TRUE;
    }
    cfa_error failure = {0};
    g_autoptr(GPtrArray) texts = cfa_reader_read(document, &failure);
    if (texts == NULL)
        reject(this, document->name, &failure);
    for (guint i = 0; texts != NULL && i < texts->len; i++) {
        const cfa_case_text *text = g_ptr_array_index(texts, i);
        if (!this->command->json) {
            print_text(text);
            continue;
        }
        g_autofree char *line = cfa_case_text_to_json(text);
        puts(line);
    }
    return TRUE;
}

int cfa_command_parse(const cfa_command *command)
{
    parse this = {.command = command};
    for (guint i = 0; command->sources[i] != NULL; i++)
        cfa_source_read(command->sources[i], NULL, NULL, on_document, &this);
    if (this.rejected == this.read)
        return cfa_status_exit(CFA_NOTHING);
    return this.rejected > 0 ? cfa_status_exit(CFA_BAD_INPUT) : 0;
}
