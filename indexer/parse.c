/* cfa-index parse: prints what the reader understands of each source, in reading order, and indexes
 * nothing. */
#include "commands.h"
#include "confine.h"
#include "corpus.h"
#include "log.h"

#include <stdio.h>

typedef struct parse {
    const cfa_command *command;
    guint read, rejected;
} parse;

enum { PREVIEW = 60 /* letters of a paragraph that are shown */ };

static const guint64 MEMORY = G_GUINT64_CONSTANT(2) << 30; /* bytes, for a document at a time */

static void add_warnings(GString *lines, const GPtrArray *warnings)
{
    for (guint i = 0; i < warnings->len; i++) {
        const cfa_warning *warning = g_ptr_array_index(warnings, i);
        g_string_append(lines, "  warning: ");
        cfa_log_add_text(lines, warning->reason, G_MAXUINT);
        g_string_append_printf(lines, " [%s]\n", warning->code);
    }
}

static void print_text(const cfa_case_text *text)
{
    g_autofree char *id = cfa_case_text_id(text);
    g_autoptr(GString) lines = g_string_new(NULL);
    char date[CFA_DATE_SIZE];
    const char *type = cfa_report_type_name(text->type);
    cfa_date_format(text->report_date, date);
    cfa_log_add_text(lines, text->source, G_MAXUINT);
    g_string_append_printf(lines, ": %s, %s, %s, %u paragraph%s", id, date[0] != '\0' ? date : "date unknown",
                           type != NULL ? type : "type unknown", text->paragraphs->len,
                           text->paragraphs->len == 1 ? "" : "s");
    for (guint i = 0; i < text->cases->len; i++) {
        const cfa_case *one = g_ptr_array_index(text->cases, i);
        if (one->number != 0)
            g_string_append_printf(lines, ", case %u (", one->number);
        else
            g_string_append(lines, ", case unknown (");
        cfa_log_add_text(lines, one->country != NULL ? one->country : "country unknown", G_MAXUINT);
        g_string_append_c(lines, ')');
    }
    g_string_append_c(lines, '\n');
    add_warnings(lines, text->warnings);
    for (guint i = 0; i < text->paragraphs->len; i++) {
        const cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, i);
        g_string_append_printf(lines, "  %5u %-15s ", paragraph->number,
                               cfa_section_name(paragraph->section));
        cfa_log_add_text(lines, paragraph->text, PREVIEW);
        g_string_append_c(lines, '\n');
    }
    fputs(lines->str, stdout);
}

/* ---- principles and lists of cases ---- */

/* "reports/70002.html: 12 principles, Right to strike" or "…: 9 listed cases". */
static void add_title(GString *lines, const char *source, guint count, const char *noun, const char *title)
{
    cfa_log_add_text(lines, source, G_MAXUINT);
    g_string_append_printf(lines, ": %u %s%s", count, noun, count == 1 ? "" : "s");
    if (title != NULL)
        g_string_append(lines, ", ");
    cfa_log_add_text(lines, title != NULL ? title : "", G_MAXUINT);
    g_string_append_c(lines, '\n');
}

static void print_principles(const cfa_holding *holding)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    const cfa_principle *first = g_ptr_array_index(holding->principles, 0);
    add_title(lines, first->source, holding->principles->len, "principle", first->chapter);
    add_warnings(lines, holding->warnings);
    for (guint i = 0; i < holding->principles->len; i++) {
        const cfa_principle *principle = g_ptr_array_index(holding->principles, i);
        g_string_append_printf(lines, "  %-18s %4u paragraph%s ", principle->id, principle->applied->len,
                               principle->applied->len == 1 ? " " : "s");
        cfa_log_add_text(lines, principle->text, PREVIEW);
        g_string_append_c(lines, '\n');
    }
    fputs(lines->str, stdout);
}

static void print_cases(const cfa_holding *holding)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    const cfa_listed_case *first = g_ptr_array_index(holding->cases, 0);
    add_title(lines, first->source, holding->cases->len, "listed case", NULL);
    add_warnings(lines, holding->warnings);
    for (guint i = 0; i < holding->cases->len; i++) {
        const cfa_listed_case *one = g_ptr_array_index(holding->cases, i);
        g_string_append_printf(lines, "  case %-4u %3u report%s ", one->facts.number, one->reports->len,
                               one->reports->len == 1 ? " " : "s");
        cfa_log_add_text(lines, one->subject != NULL ? one->subject : "subject unknown", PREVIEW);
        g_string_append_c(lines, '\n');
    }
    fputs(lines->str, stdout);
}

/* Prints an object of a kind of its own in one line; takes it. */
static void print_json(const char *kind, json_t *rest)
{
    json_t *object = json_object();
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "kind", json_string(kind));
    json_object_update(object, rest);
    g_autofree char *line = cfa_json_line(object);
    json_decref(rest);
    json_decref(object);
    puts(line);
}

static void print_cases_json(const cfa_holding *holding)
{
    const cfa_listed_case *first = g_ptr_array_index(holding->cases, 0);
    json_t *list = json_array();
    for (guint i = 0; i < holding->cases->len; i++)
        json_array_append_new(list, cfa_listed_case_json(g_ptr_array_index(holding->cases, i)));
    json_t *object = json_object();
    json_object_set_new(object, "source", cfa_text_json(first->source));
    json_object_set_new(object, "cases", list);
    print_json("case_list", object);
}

/* ---- documents ---- */

static void print_holding(const cfa_holding *holding, gboolean json)
{
    for (guint i = 0; holding->texts != NULL && i < holding->texts->len; i++) {
        const cfa_case_text *text = g_ptr_array_index(holding->texts, i);
        if (!json) {
            print_text(text);
            continue;
        }
        g_autofree char *line = cfa_case_text_to_json(text);
        puts(line);
    }
    for (guint i = 0; json && holding->principles != NULL && i < holding->principles->len; i++)
        print_json("principle", cfa_principle_json(g_ptr_array_index(holding->principles, i)));
    if (!json && holding->principles != NULL)
        print_principles(holding);
    if (holding->cases != NULL)
        (json ? print_cases_json : print_cases)(holding);
}

static void reject(parse *this, const char *source, const cfa_error *error)
{
    g_autoptr(GString) line = g_string_new(NULL);
    this->rejected++;
    cfa_log_add_rejected(line, source, error);
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
    g_auto(cfa_holding) holding = {0};
    if (cfa_reader_read(document, &holding, &failure))
        print_holding(&holding, this->command->json);
    else
        reject(this, document->name, &failure);
    return TRUE;
}

static void on_warning(const char *name, const cfa_error *warning, gpointer data)
{
    const parse *this = data;
    g_autoptr(GString) line = g_string_new(NULL);
    if (this->command->quiet)
        return;
    cfa_log_add_warning(line, name, warning);
    fprintf(stderr, "%s\n", line->str);
}

/* It has the index in no way in hand, but what belongs to who runs it. */
static void close_fence(const cfa_command *command)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    cfa_confine_tell(lines, cfa_confine((const char *const *)command->sources, MEMORY, FALSE));
    if (!command->quiet)
        cfa_log(lines->str);
}

int cfa_command_parse(const cfa_command *command)
{
    parse this = {.command = command};
    close_fence(command);
    cfa_source_read((const char *const *)command->sources, NULL, NULL, on_document, on_warning, &this);
    if (this.read == 0) /* there was a manifest alone */
        cfa_log("cfa-index: nothing in the sources can be read [nothing]\n");
    if (this.rejected == this.read)
        return cfa_status_exit(CFA_NOTHING);
    return this.rejected > 0 ? cfa_status_exit(CFA_BAD_INPUT) : 0;
}
