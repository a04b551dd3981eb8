#include "command_line.h"

#include "current.h"
#include "fields.h"
#include "options.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char usage[] = "  cfa-search [OPTIONS] QUERY...\n"
                            "  cfa-search [OPTIONS] --show 394/83\n"
                            "  cfa-search [OPTIONS] --case 2090\n"
                            "  cfa-search [OPTIONS] --cites 306/123 [QUERY...]\n"
                            "  cfa-search [OPTIONS] --similar 394/83 [QUERY...]\n"
                            "  cfa-search [OPTIONS] --principle digest:2006/581\n";

static const char summary[] =
    "Finds decisions on freedom of association: words, \"phrases\", +must -never,\n"
    "AND OR NOT NEAR/5, prefix*, case:2090 country:belarus report:380..394 para:83\n"
    "year:2015..2021 in:conclusions type:interim status:active lang:fr cites:306/123\n"
    "convention:87 text:3112113, and citations: 394/83, Case No. 2090,\n"
    "\"394th Report, para. 83\".\n"
    "\n"
    "Exit status: 0 hits; 1 none; 2 usage or a limit; 4 no index; 5 the index is\n"
    "corrupt or of another format; 70 a fault of ours; 74 reading or writing failed.";

/* What each of them is asked for by, and what it can be. */
#define CITES(kind) (1u << CFA_CITES_##kind)
static const struct {
    const char *option;
    guint takes;          /* the kinds of citation that it can be */
    gboolean has_hits;    /* it is answered as a question is */
    gboolean takes_query; /* which narrows it */
} things[CFA_THINGS] = {
    [CFA_THING_SHOW] = {"show", CITES(PARAGRAPH) | CITES(REPORT), FALSE, FALSE},
    [CFA_THING_CASE] = {"case", CITES(CASE), FALSE, FALSE},
    [CFA_THING_CITES] = {"cites", G_MAXUINT, TRUE, TRUE},
    [CFA_THING_SIMILAR] = {"similar", CITES(PARAGRAPH) | CITES(CASE), TRUE, TRUE},
    [CFA_THING_PRINCIPLE] = {"principle", CITES(DIGEST) | CITES(COMPILATION), TRUE, FALSE}};

/* The words of the command line as they were typed, before they are understood. */
typedef struct words {
    char *index, *limit, *offset, *languages, *translate, *match, *by, *sort, *passages, *format, *color;
    char *help;               /* its text, where that is asked for */
    char *things[CFA_THINGS]; /* identifiers, each under its option in the table of things */
    gboolean facets, explain, json, version;
    char **rest;
} words;

enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
static const char *const color_names[] = {
    [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never", NULL};

const char *cfa_thing_option(cfa_thing thing)
{
    return things[thing].option;
}

cfa_thing cfa_thing_taker(cfa_thing asked, cfa_citation_kind kind)
{
    static const cfa_thing order[] = {CFA_THING_SHOW, CFA_THING_CASE, CFA_THING_PRINCIPLE};
    for (guint i = 0; i < G_N_ELEMENTS(order) && (things[asked].takes & 1u << kind) == 0; i++)
        asked = order[i];
    return asked;
}

/* ---- what was typed ---- */

/* Whether an option that is none, "--country=BY", is a field of the query, and how long its name is. */
static gboolean is_field(const char *option, int *length)
{
    cfa_field field;
    *length = option != NULL ? (int)strcspn(option, "=") : 0;
    return *length > 0 && cfa_field_find(option, (gsize)*length, &field);
}

/* Tells what is wrong with the options. In the shell a query is often typed without its quotation marks, and
 * a field as if it were an option. */
static void tell_options(const GError *failure)
{
    static const char before[] = " --";
    const char *option = strstr(failure->message, before);
    const gboolean is_unknown = g_error_matches(failure, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION);
    int length;
    fprintf(stderr, "cfa-search: %s\n", failure->message);
    if (is_unknown && option == NULL)
        fputs(
            "A word that must not be there stands in the quotation marks of its query, or behind --, as in: "
            "cfa-search -- strike -ban\n",
            stderr);
    else if (is_unknown && is_field(option + strlen(before), &length))
        fprintf(stderr, "It is a field of the query, as in: cfa-search %.*s:VALUE QUERY\n", length,
                option + strlen(before));
    fputs("Try `cfa-search --help`.\n", stderr);
}

static gboolean read_words(int count, char **arguments, words *typed)
{
    const GOptionEntry entries[] = {
        {"index", 'i', 0, G_OPTION_ARG_FILENAME, &typed->index,
         "the index (default $CFA_INDEX, or in your data folder)", "DIR"},
        {"limit", 'n', 0, G_OPTION_ARG_FILENAME, &typed->limit, "hits (default 10)", "N"},
        {"offset", 0, 0, G_OPTION_ARG_FILENAME, &typed->offset, "hits to pass over (default 0)", "N"},
        {"lang", 0, 0, G_OPTION_ARG_FILENAME, &typed->languages, "languages of the text wanted (default all)",
         "en,fr,es"},
        {"translate", 0, 0, G_OPTION_ARG_FILENAME, &typed->translate,
         "match words in other languages: auto (on), on or off", "HOW"},
        {"match", 0, 0, G_OPTION_ARG_FILENAME, &typed->match,
         "auto (every word first, then fewer), all or any", "HOW"},
        {"by", 0, 0, G_OPTION_ARG_FILENAME, &typed->by, "one hit a case text, or a paragraph",
         "case|paragraph"},
        {"sort", 0, 0, G_OPTION_ARG_FILENAME, &typed->sort, "relevance, newest, oldest or report", "ORDER"},
        {"passages", 0, 0, G_OPTION_ARG_FILENAME, &typed->passages, "passages a hit (default 3)", "N"},
        {"facets", 0, 0, G_OPTION_ARG_NONE, &typed->facets, "counts by country, year, type and so on", NULL},
        {"explain", 0, 0, G_OPTION_ARG_NONE, &typed->explain, "why each hit has its rank", NULL},
        {things[CFA_THING_SHOW].option, 0, 0, G_OPTION_ARG_FILENAME, &typed->things[CFA_THING_SHOW],
         "a paragraph, a case text (394/70-95) or a report (394)", "ID"},
        {things[CFA_THING_CASE].option, 0, 0, G_OPTION_ARG_FILENAME, &typed->things[CFA_THING_CASE],
         "the history of a case: every report it was in", "2090"},
        {things[CFA_THING_CITES].option, 0, 0, G_OPTION_ARG_FILENAME, &typed->things[CFA_THING_CITES],
         "who cites a paragraph, report, case or principle", "ID"},
        {things[CFA_THING_SIMILAR].option, 0, 0, G_OPTION_ARG_FILENAME, &typed->things[CFA_THING_SIMILAR],
         "what is like a paragraph, a case text or a case", "ID"},
        {things[CFA_THING_PRINCIPLE].option, 0, 0, G_OPTION_ARG_FILENAME, &typed->things[CFA_THING_PRINCIPLE],
         "a principle (digest:2006/581), and what applied it", "ID"},
        {"format", 0, 0, G_OPTION_ARG_FILENAME, &typed->format,
         "text, json, jsonl, csv, tsv, bibtex, ris or csl", "FORMAT"},
        {"json", 0, 0, G_OPTION_ARG_NONE, &typed->json, "the same as --format json", NULL},
        {"color", 0, 0, G_OPTION_ARG_FILENAME, &typed->color, "auto, always or never", "WHEN"},
        {"version", 0, 0, G_OPTION_ARG_NONE, &typed->version, "the version", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &typed->rest, NULL, "QUERY..."},
        {NULL, 0, 0, 0, NULL, NULL, NULL}};
    g_autoptr(GError) failure = NULL;
    const gboolean read = cfa_options_read(usage, summary, entries, count, arguments, &typed->help, &failure);
    if (!read)
        tell_options(failure);
    return read;
}

static void free_words(words *typed)
{
    char *all[] = {typed->help,      typed->index,     typed->limit,  typed->offset,
                   typed->languages, typed->translate, typed->match,  typed->by,
                   typed->sort,      typed->passages,  typed->format, typed->color};
    for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
        g_free(all[i]);
    for (cfa_thing i = 0; i < CFA_THINGS; i++)
        g_free(typed->things[i]);
    g_strfreev(typed->rest);
}

/* ---- what it means ---- */

static gboolean refuse(const char *option, const char *word, const char *takes)
{
    fprintf(stderr, "cfa-search: --%s %s: it takes %s\nTry `cfa-search --help`.\n", option, word, takes);
    return FALSE;
}

/* The value whose name was typed; nothing typed leaves *value as it is. */
static gboolean read_choice(const char *option, const char *word, const char *const *names, int *value)
{
    if (word == NULL)
        return TRUE;
    g_autoptr(GString) takes = g_string_new(NULL);
    for (int i = 0; names[i] != NULL; i++) {
        if (strcmp(word, names[i]) == 0) {
            *value = i;
            return TRUE;
        }
        g_string_append_printf(takes, "%s%s", i == 0 ? "" : names[i + 1] != NULL ? ", " : " or ", names[i]);
    }
    return refuse(option, word, takes->str);
}

static gboolean read_number(const char *option, const char *word, guint least, guint most, guint *number)
{
    guint64 value;
    if (word == NULL)
        return TRUE;
    if (!g_ascii_string_to_unsigned(word, 10, least, most, &value, NULL)) {
        g_autofree char *takes = g_strdup_printf("a number from %u to %u", least, most);
        return refuse(option, word, takes);
    }
    *number = (guint)value;
    return TRUE;
}

static gboolean read_languages(const char *word, cfa_request *request)
{
    g_auto(GStrv) codes = g_strsplit(word != NULL ? word : "", ",", -1);
    for (guint i = 0; codes[i] != NULL; i++) {
        g_autofree char *code = cfa_field_value(CFA_FIELD_LANGUAGE, g_strstrip(codes[i]));
        const cfa_language language = cfa_language_parse(code);
        if (language == CFA_LANGUAGE_UNKNOWN)
            return refuse("lang", word, "en, fr, es, or several of them with commas between");
        request->languages |= CFA_LANGUAGE_BIT(language);
        if (request->preferred == CFA_LANGUAGE_UNKNOWN)
            request->preferred = language;
    }
    return TRUE;
}

/* The format that was typed; nothing typed leaves *format as it is. */
static gboolean read_format(const char *word, const cfa_format **format)
{
    if (word == NULL)
        return TRUE;
    *format = cfa_format_find(word);
    if (*format != NULL || strcmp(word, "text") == 0)
        return TRUE;
    g_autoptr(GString) takes = g_string_new("text");
    for (guint i = 0; i < cfa_format_count(); i++)
        g_string_append_printf(takes, "%s%s", i + 1 < cfa_format_count() ? ", " : " or ",
                               cfa_format_at(i)->name);
    return refuse("format", word, takes->str);
}

static gboolean read_values(const words *typed, cfa_command_line *line)
{
    cfa_request *request = &line->request;
    const gboolean by_paragraph =
        typed->things[CFA_THING_CITES] != NULL || typed->things[CFA_THING_PRINCIPLE] != NULL;
    int sort = by_paragraph ? CFA_SORT_NEWEST : CFA_SORT_RELEVANCE;
    int translate = CFA_TRANSLATE_AUTO, match = CFA_MATCH_AUTO, by = FALSE, color = COLOR_AUTO;
    line->format = typed->json ? cfa_format_find("json") : NULL;
    const gboolean understood =
        read_number("limit", typed->limit, 1, CFA_LIMIT_MAX, &request->limit) &&
        read_number("offset", typed->offset, 0, CFA_OFFSET_MAX, &request->offset) &&
        read_number("passages", typed->passages, 1, CFA_PASSAGES_MAX, &request->passages) &&
        read_languages(typed->languages, request) &&
        read_choice("translate", typed->translate, cfa_translate_names, &translate) &&
        read_choice("match", typed->match, cfa_match_names, &match) &&
        read_choice("sort", typed->sort, cfa_sort_names, &sort) &&
        read_choice("by", typed->by, cfa_by_names, &by) &&
        (typed->by == NULL || by || !by_paragraph ||
         refuse("by", typed->by, "paragraph alone beside --cites and --principle")) &&
        read_format(typed->format, &line->format) &&
        (!typed->json || typed->format == NULL || strcmp(typed->format, "json") == 0 ||
         refuse("format", typed->format, "json alone beside --json")) &&
        read_choice("color", typed->color, color_names, &color);
    const char *no_color = g_getenv("NO_COLOR");
    request->as_typed = translate == CFA_TRANSLATE_OFF;
    request->match = (cfa_match)match;
    request->sort = (cfa_sort)sort;
    request->by_paragraph = by;
    request->facets = typed->facets;
    request->explain = typed->explain;
    if (line->format != NULL)
        request->passages = cfa_format_passages(line->format, request->passages);
    line->color = color == COLOR_AUTO ? isatty(STDOUT_FILENO) && (no_color == NULL || no_color[0] == '\0')
                                      : color == COLOR_ALWAYS;
    return understood;
}

/* Finds which thing was asked for, CFA_THINGS for none, and refuses it beside another one, or a query that it
 * does not take, since one alone would be answered. */
static gboolean find_thing(const words *typed, cfa_thing *asked)
{
    *asked = CFA_THINGS;
    for (cfa_thing i = 0; i < CFA_THINGS; i++) {
        if (typed->things[i] == NULL)
            continue;
        if (*asked != CFA_THINGS || (typed->rest != NULL && !things[i].takes_query)) {
            fprintf(stderr, "cfa-search: --%s and %s%s: one of them at a time\nTry `cfa-search --help`.\n",
                    things[i].option, *asked != CFA_THINGS ? "--" : "",
                    *asked != CFA_THINGS ? things[*asked].option : "a query");
            return FALSE;
        }
        *asked = i;
    }
    return TRUE;
}

/* Refuses what says how hits are found and listed beside a thing that has none: it would be passed over. */
static gboolean check_hits(const words *typed, cfa_thing asked)
{
    const struct {
        const char *option;
        gboolean is_typed;
    } of_hits[] = {{"limit", typed->limit != NULL},
                   {"offset", typed->offset != NULL},
                   {"translate", typed->translate != NULL},
                   {"match", typed->match != NULL},
                   {"by", typed->by != NULL},
                   {"sort", typed->sort != NULL},
                   {"passages", typed->passages != NULL},
                   {"facets", typed->facets},
                   {"explain", typed->explain}};
    for (gsize i = 0; asked < CFA_THINGS && !things[asked].has_hits && i < G_N_ELEMENTS(of_hits); i++)
        if (of_hits[i].is_typed) {
            fprintf(stderr, "cfa-search: --%s and --%s: one of them at a time\nTry `cfa-search --help`.\n",
                    things[asked].option, of_hits[i].option);
            return FALSE;
        }
    return TRUE;
}

static gboolean understand(words *typed, cfa_command_line *line)
{
    if (typed->index != NULL && typed->index[0] == '\0') /* a variable of a script that is not set */
        return refuse("index", "\"\"", "a folder");
    if (!read_values(typed, line) || !find_thing(typed, &line->asked) || !check_hits(typed, line->asked))
        return FALSE;
    if (typed->rest == NULL && line->asked == CFA_THINGS) {
        fputs("cfa-search: what shall be found? Try `cfa-search --help`.\n", stderr);
        return FALSE;
    }
    line->index = typed->index != NULL ? g_strdup(typed->index) : cfa_current_default_index();
    line->id = line->asked < CFA_THINGS ? g_steal_pointer(&typed->things[line->asked]) : NULL;
    line->query = typed->rest != NULL ? g_strjoinv(" ", typed->rest) : g_strdup("");
    line->request.query = line->query;
    return TRUE;
}

gboolean cfa_command_line_read(cfa_command_line *line, int count, char **arguments)
{
    words typed = {0};
    *line = (cfa_command_line){.asked = CFA_THINGS, .request = CFA_REQUEST_INIT};
    gboolean understood = read_words(count, arguments, &typed);
    line->help = g_steal_pointer(&typed.help);
    line->version = typed.version;
    if (understood && line->help == NULL && !line->version)
        understood = understand(&typed, line);
    free_words(&typed);
    return understood;
}

void cfa_command_line_clear(cfa_command_line *line)
{
    g_free(line->help);
    g_free(line->index);
    g_free(line->id);
    g_free(line->query);
}
