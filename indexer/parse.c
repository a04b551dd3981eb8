/* cfa-index parse: prints what the reader understands of each source, in reading order, and indexes nothing.
 */
#include "commands.h"

#include <stdio.h>

typedef struct parse {
    const cfa_command *command;
    guint read, rejected;
} parse;

static void print_text(const cfa_case_text *text)
{
    g_autofree char *id = cfa_case_text_id(text);
    char date[CFA_DATE_SIZE];
    const char *type = cfa_report_type_name(text->type);
    printf("%s: %s, %s, %s, %u paragraphs", text->source, id, cfa_date_format(text->report_date, date),
           type != NULL ? type : "type unknown", text->paragraphs->len);
    for (guint i = 0; i < text->cases->len; i++) {
        const cfa_case *one = g_ptr_array_index(text->cases, i);
        printf(", case %u (%s)", one->number, one->country != NULL ? one->country : "country unknown");
    }
    putchar('\n');
    for (guint i = 0; i < text->warnings->len; i++) {
        const cfa_warning *warning = g_ptr_array_index(text->warnings, i);
        printf("  warning: %s [%s]\n", warning->reason, warning->code);
    }
    for (guint i = 0; i < text->paragraphs->len; i++) {
        const cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, i);
        printf("  %5u %-15s %.60s\n", paragraph->number, cfa_section_name(paragraph->section),
               paragraph->text);
    }
}

static void reject(parse *this, const char *source, const cfa_error *error)
{
    this->rejected++;
    fprintf(stderr, "rejected: %s: %s", source, error->reason);
    if (error->offset >= 0)
        fprintf(stderr, " (at byte %" G_GINT64_FORMAT ")", error->offset);
    fprintf(stderr, " [%s]\n", error->code);
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
        cfa_source_read(command->sources[i], NULL, on_document, &this);
    if (this.rejected == this.read)
        return cfa_status_exit(CFA_NOTHING);
    return this.rejected > 0 ? cfa_status_exit(CFA_BAD_INPUT) : 0;
}
