#include "listing.h"

#include "export.h"

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

gboolean cfa_listing_is_empty(const cfa_parameters *parameters)
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
    if (cfa_listing_is_empty(parameters))
        g_array_append_val(filters, any_year);
}

cfa_answer *cfa_listing_search(const cfa_visit *visit, const cfa_request *request, cfa_error *error)
{
    return cfa_search(visit->index, request, error);
}

static cfa_answer *ask(const cfa_visit *visit, cfa_listing_find find, gboolean as_feed, cfa_error *error)
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

cfa_answer *cfa_listing_newest(const cfa_visit *visit, cfa_error *error)
{
    return ask(visit, cfa_listing_search, TRUE, error);
}

gboolean cfa_listing_check_place(const cfa_parameters *parameters, cfa_error *error)
{
    const guint64 limit = cfa_parameters_number(parameters, CFA_PARAMETER_N);
    const guint64 page = cfa_parameters_number(parameters, CFA_PARAMETER_PAGE);
    if ((page - 1) * limit <= CFA_OFFSET_MAX)
        return TRUE;
    cfa_error_set(error, CFA_USAGE, "page-too-far", -1, "page cannot go beyond the first %d results",
                  CFA_OFFSET_MAX);
    return cfa_error_about(error, cfa_parameter_name(CFA_PARAMETER_PAGE), "");
}

gboolean cfa_listing_answer(cfa_visit *visit, cfa_listing_find find, cfa_listing_write write,
                            cfa_error *error)
{
    const cfa_web_request *request = visit->request;
    cfa_web_response *response = visit->response;
    if (!cfa_listing_check_place(&request->parameters, error) || !cfa_export_check(request, error))
        return FALSE;
    response->weak = request->format != NULL && request->format->tells_search;
    if (cfa_visit_has_response(visit))
        return TRUE;
    g_autoptr(cfa_answer) answer = ask(visit, find, FALSE, error);
    if (answer == NULL)
        return FALSE;
    if (request->format != NULL)
        cfa_export_answer(request->format, answer, response);
    else
        write(request, answer, response);
    return TRUE;
}

gboolean cfa_listing_as_paragraphs(const cfa_visit *visit, cfa_request *request, cfa_error *error)
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
