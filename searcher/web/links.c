#include "links.h"

#include <string.h>

/* A change to what the request carries: one parameter has other values. */
typedef struct change {
    cfa_parameter parameter;
    const char *value;   /* its only value; NULL for none */
    const char *without; /* its values but this one */
    gboolean is_years;   /* the parameter is where the years begin, and this is where they end */
    const char *end;
} change;

static void append_escaped(GString *link, const char *text, const char *keep)
{
    g_autofree char *escaped = g_uri_escape_bytes((const guint8 *)text, strlen(text), keep);
    g_string_append(link, escaped);
}

/* As a form writes it: a blank is a plus. What stands for nothing in a query string stays as it is; but where
 * commas part values, one in the name of a country is a blank, which is the same to who looks for it. */
static void append_value(GString *link, cfa_parameter parameter, const char *value)
{
    const gsize begins = link->len;
    append_escaped(link, value, " :/,;!*()@$");
    for (char *at = link->str + begins; *at != '\0'; at++)
        if (*at == ' ' || (*at == ',' && cfa_parameter_takes_many(parameter)))
            *at = '+';
}

static void append_parameter(GString *link, cfa_parameter parameter, const char *value)
{
    g_string_append_c(link, strchr(link->str, '?') == NULL ? '?' : '&');
    g_string_append(link, cfa_parameter_name(parameter));
    g_string_append_c(link, '=');
    append_value(link, parameter, value);
}

/* The values of a parameter but one that may be named, in one list and under its name or another's: pages
 * have many addresses, and each carries them. */
static void append_values(GString *link, const cfa_parameters *parameters, cfa_parameter parameter,
                          cfa_parameter as, const char *without)
{
    const char *comma = NULL;
    for (guint i = 0; i < cfa_parameters_count(parameters, parameter); i++) {
        const char *value = cfa_parameters_at(parameters, parameter, i);
        if (without != NULL && strcmp(value, without) == 0)
            continue;
        if (comma == NULL) {
            append_parameter(link, as, value);
        } else {
            g_string_append(link, comma);
            append_value(link, as, value);
        }
        comma = ",";
    }
}

static GString *begin(const char *base, const char *path)
{
    GString *link = g_string_new(base);
    append_escaped(link, path, "/");
    return link;
}

static gboolean is_carried(const cfa_parameters *parameters, cfa_parameter parameter, const change *changed)
{
    /* Nothing but the language of pages, and their format, leaves the list of hits, and the place in it, as
     * it was. */
    if (parameter == CFA_PARAMETER_PAGE && changed->parameter != CFA_PARAMETER_UI &&
        changed->parameter != CFA_PARAMETER_FORMAT)
        return FALSE;
    return parameter != CFA_PARAMETER_FORMAT && cfa_parameters_count(parameters, parameter) > 0;
}

static gboolean is_changed(const change *changed, cfa_parameter parameter)
{
    return parameter == changed->parameter || (changed->is_years && parameter == CFA_PARAMETER_TO);
}

static const char *changed_value(const change *changed, cfa_parameter parameter)
{
    return parameter == changed->parameter ? changed->value : changed->end;
}

static char *link_changed(const cfa_web_request *request, const char *path, const change *changed)
{
    const cfa_parameters *parameters = &request->parameters;
    GString *link = begin(request->base, path);
    for (guint parameter = 0; parameter < CFA_PARAMETERS; parameter++) {
        if (is_changed(changed, parameter) && changed->without == NULL) {
            if (changed_value(changed, parameter) != NULL)
                append_parameter(link, parameter, changed_value(changed, parameter));
            continue;
        }
        if (is_carried(parameters, parameter, changed))
            append_values(link, parameters, parameter, parameter,
                          parameter == changed->parameter ? changed->without : NULL);
    }
    return g_string_free(link, FALSE);
}

char *cfa_link_feed(const cfa_web_request *request)
{
    return link_changed(request, "/feed", &(change){.parameter = CFA_PARAMETER_PAGE});
}

char *cfa_link_feed_of(const cfa_web_request *request, const char *query)
{
    return link_changed(request, "/feed", &(change){.parameter = CFA_PARAMETER_Q, .value = query});
}

char *cfa_link_search_page(const cfa_web_request *request)
{
    return link_changed(request, "/", &(change){.parameter = CFA_PARAMETER_PAGE});
}

char *cfa_link_whole(const cfa_web_request *request, const char *link)
{
    return g_strconcat(request->origin, link + strlen(request->base), NULL);
}

static void append_language(GString *link, const cfa_web_request *request)
{
    if (cfa_parameters_count(&request->parameters, CFA_PARAMETER_UI) > 0)
        append_parameter(link, CFA_PARAMETER_UI, cfa_parameters_word(&request->parameters, CFA_PARAMETER_UI));
}

char *cfa_link_page(const cfa_web_request *request, const char *path)
{
    GString *link = begin(request->base, path);
    append_language(link, request);
    return g_string_free(link, FALSE);
}

/* The search that led to a page to read, and the language of pages. `languages` is what the languages of the
 * search are called there: on a page to read "lang" says in which ones it is read. */
static void append_search(GString *link, const cfa_web_request *request, cfa_parameter languages)
{
    const cfa_parameters *parameters = &request->parameters;
    const gboolean is_search = strcmp(request->path, "/") == 0;
    if (cfa_parameters_count(parameters, CFA_PARAMETER_Q) == 0) {
        append_language(link, request);
        return;
    }
    for (guint parameter = 0; parameter < CFA_PARAMETERS; parameter++)
        if (parameter != CFA_PARAMETER_LANG && parameter != CFA_PARAMETER_TEXTS &&
            parameter != CFA_PARAMETER_MARKS && parameter != CFA_PARAMETER_FORMAT)
            append_values(link, parameters, parameter, parameter, NULL);
    append_values(link, parameters, is_search ? CFA_PARAMETER_LANG : CFA_PARAMETER_TEXTS, languages, NULL);
}

char *cfa_link_reading(const cfa_web_request *request, const char *path)
{
    GString *link = begin(request->base, path);
    append_search(link, request, CFA_PARAMETER_TEXTS);
    return g_string_free(link, FALSE);
}

char *cfa_link_results(const cfa_web_request *request)
{
    if (cfa_parameters_count(&request->parameters, CFA_PARAMETER_Q) == 0)
        return NULL;
    GString *link = begin(request->base, "/");
    append_search(link, request, CFA_PARAMETER_LANG);
    return g_string_free(link, FALSE);
}

static char *link_read_as(const cfa_web_request *request, const char *path, const cfa_language *languages,
                          guint count, gboolean marks)
{
    GString *link = begin(request->base, path);
    append_search(link, request, CFA_PARAMETER_TEXTS);
    for (guint i = 0; i < count; i++) {
        if (i == 0)
            append_parameter(link, CFA_PARAMETER_LANG, cfa_language_code(languages[i]));
        else
            g_string_append_printf(link, ",%s", cfa_language_code(languages[i]));
    }
    if (!marks)
        append_parameter(link, CFA_PARAMETER_MARKS, "off");
    return g_string_free(link, FALSE);
}

char *cfa_link_onward(const cfa_web_request *request, const char *path)
{
    cfa_language languages[CFA_LANGUAGES];
    const guint count = cfa_web_request_languages(request, languages);
    return link_read_as(request, path, languages, count, cfa_web_request_marks(request));
}

char *cfa_link_columns(const cfa_web_request *request, const char *path, const cfa_language *languages,
                       guint count)
{
    return link_read_as(request, path, languages, count, cfa_web_request_marks(request));
}

char *cfa_link_marks(const cfa_web_request *request, const char *path, gboolean marks)
{
    cfa_language languages[CFA_LANGUAGES];
    const guint count = cfa_web_request_languages(request, languages);
    return link_read_as(request, path, languages, count, marks);
}

char *cfa_link_page_as(const cfa_web_request *request, const char *path, const cfa_format *format)
{
    GString *link = begin(request->base, path);
    append_parameter(link, CFA_PARAMETER_FORMAT, format->name);
    return g_string_free(link, FALSE);
}

char *cfa_link_results_as(const cfa_web_request *request, const cfa_format *format)
{
    const gboolean says_how_many = cfa_parameters_count(&request->parameters, CFA_PARAMETER_N) > 0;
    g_autofree char *most = g_strdup_printf("%d", CFA_LIMIT_MAX);
    const change limit = {.parameter = CFA_PARAMETER_N, .value = most};
    const change none = {.parameter = CFA_PARAMETER_FORMAT};
    g_autofree char *search = link_changed(request, request->path, says_how_many ? &none : &limit);
    GString *link = g_string_new(search);
    append_parameter(link, CFA_PARAMETER_FORMAT, format->name);
    return g_string_free(link, FALSE);
}

char *cfa_link_search(const cfa_web_request *request, cfa_parameter parameter, const char *value)
{
    return link_changed(request, request->path, &(change){.parameter = parameter, .value = value});
}

char *cfa_link_without(const cfa_web_request *request, cfa_parameter parameter, const char *value)
{
    return link_changed(request, request->path, &(change){.parameter = parameter, .without = value});
}

char *cfa_link_years(const cfa_web_request *request, guint from, guint to)
{
    g_autofree char *begin = g_strdup_printf("%u", from), *end = g_strdup_printf("%u", to);
    return link_changed(request, request->path,
                        &(change){.parameter = CFA_PARAMETER_FROM,
                                  .value = from != 0 ? begin : NULL,
                                  .is_years = TRUE,
                                  .end = to != 0 ? end : NULL});
}

/* A query, and the language of pages. */
static char *link_alone(const cfa_web_request *request, const char *path, const char *query)
{
    GString *link = begin(request->base, path);
    append_parameter(link, CFA_PARAMETER_Q, query);
    append_language(link, request);
    return g_string_free(link, FALSE);
}

char *cfa_link_query(const cfa_web_request *request, const char *query)
{
    return link_alone(request, "/", query);
}

char *cfa_link_query_feed(const cfa_web_request *request, const char *query)
{
    return link_alone(request, "/feed", query);
}

char *cfa_link_language(const cfa_web_request *request, cfa_language language)
{
    return link_changed(request, request->path,
                        &(change){.parameter = CFA_PARAMETER_UI, .value = cfa_language_code(language)});
}

char *cfa_link_permanent(const cfa_web_request *request, const char *path)
{
    return g_string_free(begin(request->address, path), FALSE);
}

char *cfa_link_printed(const cfa_web_request *request, const char *path)
{
    return g_string_free(begin(request->origin, path), FALSE);
}
