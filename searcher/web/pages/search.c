/* /: the search page, empty or with what was found. */
#include "search.h"

#include "leads.h"
#include "results.h"
#include "take_away.h"

#include <string.h>

/* The filters that are parameters of their own, and the fields that they are in the query language. */
static const struct row {
    cfa_parameter parameter;
    const char *field;
} fields[] = {{CFA_PARAMETER_COUNTRY, "country"},
              {CFA_PARAMETER_TYPE, "type"},
              {CFA_PARAMETER_STATUS, "status"},
              {CFA_PARAMETER_SECTION, "in"},
              {CFA_PARAMETER_CONVENTION, "convention"}};

/* The filters of a request; `years` holds the value of the last. */
static GArray *read_filters(const cfa_parameters *parameters, char **years)
{
    GArray *filters = g_array_new(FALSE, FALSE, sizeof(cfa_request_filter));
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
        for (guint v = 0; v < cfa_parameters_count(parameters, fields[i].parameter); v++) {
            const cfa_request_filter filter = {fields[i].field,
                                               cfa_parameters_at(parameters, fields[i].parameter, v)};
            g_array_append_val(filters, filter);
        }
    const char *from = cfa_parameters_word(parameters, CFA_PARAMETER_FROM);
    const char *to = cfa_parameters_word(parameters, CFA_PARAMETER_TO);
    *years = g_strdup_printf("%s..%s", from, to);
    if (from[0] != '\0' || to[0] != '\0') {
        const cfa_request_filter filter = {"year", *years};
        g_array_append_val(filters, filter);
    }
    return filters;
}

static gboolean is_empty(const cfa_parameters *parameters)
{
    static const cfa_parameter narrowing[] = {
        CFA_PARAMETER_Q,       CFA_PARAMETER_COUNTRY,    CFA_PARAMETER_TYPE, CFA_PARAMETER_STATUS,
        CFA_PARAMETER_SECTION, CFA_PARAMETER_CONVENTION, CFA_PARAMETER_FROM, CFA_PARAMETER_TO};
    for (guint i = 0; i < G_N_ELEMENTS(narrowing); i++)
        if (cfa_parameters_count(parameters, narrowing[i]) > 0)
            return FALSE;
    return TRUE;
}

/* A feed has the newest first, room for all cases of a report, and what was asked for alone; of a search for
 * nothing, all there is. */
static void ask_as_feed(cfa_request *request, const cfa_parameters *parameters, GArray *filters)
{
    const cfa_request_filter any_year = {"year", "1.."};
    request->sort = CFA_SORT_NEWEST;
    if (cfa_parameters_count(parameters, CFA_PARAMETER_N) == 0)
        request->limit = CFA_FEED_ENTRIES;
    if (cfa_parameters_count(parameters, CFA_PARAMETER_MATCH) == 0)
        request->match = CFA_MATCH_ALL;
    if (is_empty(parameters))
        g_array_append_val(filters, any_year);
}

static cfa_answer *find_query(const cfa_visit *visit, const cfa_request *request, cfa_error *error)
{
    return cfa_search(visit->index, request, error);
}

static cfa_answer *ask(const cfa_visit *visit, cfa_find_function find, gboolean as_feed, cfa_error *error)
{
    const cfa_web_request *asked = visit->request;
    const cfa_parameters *parameters = &asked->parameters;
    g_autofree char *years = NULL;
    g_autoptr(GArray) filters = read_filters(parameters, &years);
    cfa_request request = CFA_REQUEST_INIT;
    request.query = cfa_parameters_word(parameters, CFA_PARAMETER_Q);
    request.as_typed = cfa_parameters_choice(parameters, CFA_PARAMETER_TRANSLATE) == CFA_TRANSLATE_OFF;
    request.match = (cfa_match)cfa_parameters_choice(parameters, CFA_PARAMETER_MATCH);
    request.sort = (cfa_sort)cfa_parameters_choice(parameters, CFA_PARAMETER_SORT);
    request.by_paragraph = (gboolean)cfa_parameters_choice(parameters, CFA_PARAMETER_BY);
    request.preferred = cfa_web_request_preferred(asked);
    request.facets = request.annotate = asked->format == NULL && !as_feed; /* they are shown on the page */
    request.limit = cfa_parameters_number(parameters, CFA_PARAMETER_N);
    if (asked->format != NULL)
        request.passages = cfa_format_passages(asked->format, request.passages);
    if (as_feed)
        ask_as_feed(&request, parameters, filters);
    request.offset = (cfa_parameters_number(parameters, CFA_PARAMETER_PAGE) - 1) * request.limit;
    request.filters = (const cfa_request_filter *)(const void *)filters->data;
    request.filter_count = filters->len;
    for (guint i = 0; i < cfa_parameters_count(parameters, CFA_PARAMETER_LANG); i++)
        request.languages |=
            CFA_LANGUAGE_BIT(cfa_language_parse(cfa_parameters_at(parameters, CFA_PARAMETER_LANG, i)));
    return find(visit, &request, error);
}

/* Begins a list of where one may go from here; its section is to be closed. */
static void begin_ways(cfa_draft *draft, cfa_saying title)
{
    cfa_html_open(draft->html, "section", "class", "ways", NULL);
    cfa_html_element(draft->html, "h2", cfa_say(title, draft->language), NULL);
    cfa_html_open(draft->html, "ul", NULL);
}

static void write_examples(cfa_draft *draft)
{
    cfa_html *html = draft->html;
    begin_ways(draft, CFA_SAY_EXAMPLES);
    for (guint i = CFA_SAY_EXAMPLE_FIRST; i <= CFA_SAY_EXAMPLE_LAST; i++) {
        const char *query = cfa_say((cfa_saying)i, draft->language);
        g_autofree char *address = cfa_link_query(draft->request, query);
        cfa_html_open(html, "li", NULL);
        cfa_html_element(html, "a", query, "href", address, NULL);
        cfa_html_close(html, "li");
    }
    cfa_html_close(html, "section");
}

/* The report that came last: it tells what is new, and how far the index reaches. */
static void write_latest(cfa_draft *draft, guint report, cfa_date reported)
{
    g_autofree char *path = g_strdup_printf("/report/%u", report);
    g_autofree char *address = cfa_link_reading(draft->request, path);
    g_autofree char *name = cfa_leads_report_name(report, "", draft->language);
    g_autofree char *date = cfa_say_date(reported, draft->language);
    g_autofree char *title = g_strconcat(name, date[0] != '\0' ? ", " : "", date, NULL);
    begin_ways(draft, CFA_SAY_LATEST_REPORT);
    cfa_html_open(draft->html, "li", NULL);
    cfa_html_element(draft->html, "a", title, "href", address, NULL);
    cfa_html_close(draft->html, "section");
}

static gboolean write_empty(const cfa_visit *visit, cfa_error *error)
{
    guint latest;
    cfa_date date;
    if (!cfa_report_latest(visit->index, &latest, &date, error))
        return FALSE;
    cfa_draft draft = cfa_frame_begin(visit->request, NULL, "/", FALSE);
    cfa_html_element(draft.html, "h1", cfa_say(CFA_SAY_SITE, draft.language), "class", "name", NULL);
    cfa_frame_form(&draft, TRUE);
    write_examples(&draft);
    if (latest != 0)
        write_latest(&draft, latest, date);
    cfa_frame_end(&draft, visit->response);
    return TRUE;
}

/* Each of them is checked; together they may still lead too far. */
static gboolean check_place(const cfa_parameters *parameters, cfa_error *error)
{
    const guint64 limit = cfa_parameters_number(parameters, CFA_PARAMETER_N);
    const guint64 page = cfa_parameters_number(parameters, CFA_PARAMETER_PAGE);
    if ((page - 1) * limit <= CFA_OFFSET_MAX)
        return TRUE;
    cfa_error_set(error, CFA_USAGE, "page-too-far", -1, "page cannot go beyond the first %d results",
                  CFA_OFFSET_MAX);
    return cfa_error_about(error, cfa_parameter_name(CFA_PARAMETER_PAGE), "");
}

gboolean cfa_search_answer(cfa_visit *visit, cfa_find_function find, cfa_error *error)
{
    const cfa_web_request *request = visit->request;
    cfa_web_response *response = visit->response;
    if (!check_place(&request->parameters, error) || !cfa_take_away_check(request, error))
        return FALSE;
    response->weak = request->format != NULL && request->format->tells_search;
    if (cfa_visit_has_response(visit))
        return TRUE;
    g_autoptr(cfa_answer) answer = ask(visit, find, FALSE, error);
    if (answer == NULL)
        return FALSE;
    if (request->format != NULL)
        cfa_take_away_answer(request->format, answer, response);
    else
        cfa_results_write(request, answer, response);
    return TRUE;
}

gboolean cfa_search_as_paragraphs(const cfa_visit *visit, cfa_request *request, cfa_error *error)
{
    const cfa_parameters *parameters = &visit->request->parameters;
    if (cfa_parameters_count(parameters, CFA_PARAMETER_SORT) == 0)
        request->sort = CFA_SORT_NEWEST;
    if (cfa_parameters_count(parameters, CFA_PARAMETER_BY) == 0 || request->by_paragraph)
        return TRUE;
    cfa_error_set(error, CFA_USAGE, "bad-by", -1,
                  "what cites or applied a thing is listed by paragraph alone");
    return cfa_error_about(error, cfa_parameter_name(CFA_PARAMETER_BY), "");
}

cfa_answer *cfa_find(const cfa_visit *visit, gboolean as_feed, cfa_error *error)
{
    return ask(visit, find_query, as_feed, error);
}

gboolean cfa_page_search(cfa_visit *visit, cfa_error *error)
{
    const cfa_web_request *request = visit->request;
    if (!check_place(&request->parameters, error))
        return FALSE;
    if (strcmp(cfa_parameters_word(&request->parameters, CFA_PARAMETER_FORMAT), "atom") == 0)
        return cfa_page_feed(visit, error);
    if (request->format != NULL || !is_empty(&request->parameters))
        return cfa_search_answer(visit, find_query, error);
    return cfa_visit_has_response(visit) || write_empty(visit, error);
}
