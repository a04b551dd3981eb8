/* cfa-search: reads the command line, asks, prints. */
#include "command_line.h"

#include "database.h"
#include "layout.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { DEFAULT_WIDTH = 80 };

static int fail(const char *index, const cfa_error *error)
{
    g_autofree char *advice = cfa_database_advice(error, index);
    fprintf(stderr, "cfa-search: %s%s [%s]\n", error->reason, advice, error->code);
    return cfa_status_exit(error->status);
}

/* The same for a thing that was asked for and could not be shown; where the index has it under another
 * option, or by another name, says so. */
static int fail_thing(const cfa_index *index, cfa_thing asked, const cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    cfa_citation citation;
    char id[CFA_CITATION_ID_SIZE];
    const int status = fail(index->directory, error);
    if (error->field[0] != '\0' || (error->status != CFA_USAGE && error->status != CFA_NOT_FOUND))
        return status;
    g_autofree char *principle =
        asked == CFA_THING_PRINCIPLE ? cfa_library_numbered(index, error->subject, &failure) : NULL;
    if (principle != NULL) {
        fprintf(stderr, "Did you mean --%s %s?\n", cfa_thing_option(asked), principle);
    } else if (cfa_target_meant(index, error->subject, &citation)) {
        const cfa_thing taker = cfa_thing_taker(asked, citation.kind);
        cfa_citation_id(&citation, id);
        fprintf(stderr, "Did you mean --%s %s?\n", cfa_thing_option(taker),
                taker == CFA_THING_CASE ? id + strlen("case:") : id);
    } else if (asked != CFA_THING_PRINCIPLE && cfa_library_has_principle(index, error->subject, &failure)) {
        fprintf(stderr, "Did you mean --%s %s?\n", cfa_thing_option(CFA_THING_PRINCIPLE), error->subject);
    }
    return status;
}

static cfa_text_style style_of(const cfa_command_line *line)
{
    struct winsize size;
    cfa_text_style style = {DEFAULT_WIDTH, line->color};
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        style.width = MIN(size.ws_col, 100); /* a longer line is hard to read */
    return style;
}

/* Prints a text, which is freed. */
static int print(char *text)
{
    fputs(text, stdout);
    g_free(text);
    return 0;
}

static int show_report(const cfa_index *index, const char *id, const cfa_command_line *line)
{
    cfa_error error = {0};
    g_autoptr(cfa_report_contents) contents =
        cfa_report_contents_read(index, id, line->request.preferred, &error);
    if (contents == NULL)
        return fail_thing(index, CFA_THING_SHOW, &error);
    return print(line->format != NULL ? cfa_format_report(line->format, contents)
                                      : cfa_text_report(contents, style_of(line)));
}

static int show_case_text(const cfa_index *index, const char *id, const cfa_command_line *line)
{
    cfa_error error = {0};
    g_autoptr(cfa_whole_text) whole = cfa_browse_case_text(index, id, line->request.preferred, &error);
    if (whole == NULL)
        return fail_thing(index, CFA_THING_SHOW, &error);
    return print(line->format != NULL ? cfa_format_case_text(line->format, whole)
                                      : cfa_text_case_text(whole, style_of(line)));
}

static int show_paragraph(const cfa_index *index, const char *id, const cfa_command_line *line)
{
    cfa_error error = {0};
    g_autoptr(cfa_reading) reading = cfa_browse_paragraph(index, id, line->request.preferred, &error);
    if (reading == NULL)
        return fail_thing(index, CFA_THING_SHOW, &error);
    return print(line->format != NULL ? cfa_format_reading(line->format, reading)
                                      : cfa_text_reading(reading, style_of(line)));
}

/* Reports, case texts and paragraphs differ by the form of their identifiers. */
static int show(const cfa_index *index, const char *typed, const cfa_command_line *line)
{
    g_autofree char *id = cfa_query_name_citation(typed);
    g_autofree char *stem = NULL;
    guint first = 0, last = 0;
    cfa_language language;
    if (cfa_id_is_stem(id))
        return show_report(index, id, line);
    if (cfa_id_parse(id, &stem, &first, &last, &language) && first != last)
        return show_case_text(index, id, line);
    return show_paragraph(index, id, line);
}

static int show_history(const cfa_index *index, const char *id, const cfa_command_line *line)
{
    cfa_error error = {0};
    g_autoptr(cfa_history) history = cfa_history_read(index, id, line->request.preferred, &error);
    if (history == NULL)
        return fail_thing(index, CFA_THING_CASE, &error);
    return print(line->format != NULL ? cfa_format_history(line->format, history)
                                      : cfa_text_history(history, style_of(line)));
}

static void tell_unsaid(const cfa_answer *answer)
{
    g_autofree char *unsaid = cfa_text_unsaid(answer, (cfa_text_style){.width = DEFAULT_WIDTH});
    fputs(unsaid, stderr);
}

static int print_answer(const cfa_answer *answer, const cfa_command_line *line)
{
    print(line->format != NULL ? cfa_format_answer(line->format, answer)
                               : cfa_text_answer(answer, style_of(line)));
    if (line->format != NULL && !line->format->tells_search)
        tell_unsaid(answer);
    return answer->hits->len > 0 ? 0 : cfa_status_exit(CFA_NOT_FOUND);
}

static int show_principle(const cfa_index *index, const char *typed, const cfa_command_line *line)
{
    cfa_error error = {0};
    g_autofree char *id = cfa_query_name_citation(typed);
    g_autoptr(cfa_answer) answer = cfa_principle_answer(index, id, &line->request, &error);
    if (answer == NULL)
        return fail_thing(index, CFA_THING_PRINCIPLE, &error);
    print_answer(answer, line);
    return 0; /* a principle was found, whatever the index has of what applied it */
}

static int search(const cfa_index *index, const cfa_command_line *line)
{
    cfa_error error = {0};
    g_autoptr(cfa_answer) answer = cfa_search(index, &line->request, &error);
    return answer != NULL ? print_answer(answer, line) : fail(index->directory, &error);
}

static int cites(const cfa_index *index, const char *id, const cfa_command_line *line)
{
    cfa_error error = {0};
    g_autoptr(cfa_answer) answer = cfa_citator_find(index, id, &line->request, &error);
    return answer != NULL ? print_answer(answer, line) : fail_thing(index, CFA_THING_CITES, &error);
}

static int similar(const cfa_index *index, const char *id, const cfa_command_line *line)
{
    cfa_error error = {0};
    g_autoptr(cfa_answer) answer = cfa_similar(index, id, &line->request, &error);
    return answer != NULL ? print_answer(answer, line) : fail_thing(index, CFA_THING_SIMILAR, &error);
}

static int (*const printers[CFA_THINGS])(const cfa_index *index, const char *id,
                                         const cfa_command_line *line) = {
    [CFA_THING_SHOW] = show,
    [CFA_THING_CASE] = show_history,
    [CFA_THING_CITES] = cites,
    [CFA_THING_SIMILAR] = similar,
    [CFA_THING_PRINCIPLE] = show_principle};

static int run(const cfa_command_line *line)
{
    cfa_error error = {0};
    /* Not freed: it ends sooner if the system takes all back at once. */
    static cfa_index *index;
    index = cfa_index_open(line->index, &error);
    if (index == NULL)
        return fail(line->index, &error);
    return line->asked < CFA_THINGS ? printers[line->asked](index, line->id, line) : search(index, line);
}

int main(int count, char **arguments)
{
    cfa_command_line line;
    int status = cfa_status_exit(CFA_USAGE);
    if (cfa_command_line_read(&line, count, arguments)) {
        if (line.help != NULL) {
            fputs(line.help, stdout);
            status = 0;
        } else if (line.version) {
            printf("cfa-search %s (libxapian %s, index format %d)\n", CFA_VERSION, xc_version(),
                   CFA_LAYOUT_FORMAT);
            status = 0;
        } else {
            status = run(&line);
        }
    }
    /* A write that failed before the last one leaves but this mark. */
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "cfa-search: standard output cannot be written\n");
        status = cfa_status_exit(CFA_IO);
    }
    cfa_command_line_clear(&line);
    return status;
}
