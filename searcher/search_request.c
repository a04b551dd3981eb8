/* What is asked for: a request, read into a query, and refused where it asks for what cannot be. */
#include "searching.h"

#include "fields.h"
#include "meant.h"

#include <string.h>

const char *const cfa_match_names[] = {
    [CFA_MATCH_AUTO] = "auto", [CFA_MATCH_ALL] = "all", [CFA_MATCH_ANY] = "any", NULL};
const char *const cfa_sort_names[] = {[CFA_SORT_RELEVANCE] = "relevance",
                                      [CFA_SORT_NEWEST] = "newest",
                                      [CFA_SORT_OLDEST] = "oldest",
                                      [CFA_SORT_REPORT] = "report",
                                      NULL};
const char *const cfa_translate_names[] = {
    [CFA_TRANSLATE_AUTO] = "auto", [CFA_TRANSLATE_ON] = "on", [CFA_TRANSLATE_OFF] = "off", NULL};
const char *const cfa_by_names[] = {[FALSE] = "case", [TRUE] = "paragraph", NULL};

static gboolean check_limits(const cfa_request *request, cfa_error *error)
{
    if (request->limit < 1 || request->limit > CFA_LIMIT_MAX)
        return cfa_error_set(error, CFA_USAGE, "bad-limit", -1, "the limit is from 1 to %d", CFA_LIMIT_MAX);
    if (request->offset > CFA_OFFSET_MAX)
        return cfa_error_set(error, CFA_USAGE, "bad-offset", -1, "the offset is at most %d", CFA_OFFSET_MAX);
    if (request->passages < 1 || request->passages > CFA_PASSAGES_MAX)
        return cfa_error_set(error, CFA_USAGE, "bad-passages", -1, "the passages of a hit are from 1 to %d",
                             CFA_PASSAGES_MAX);
    return TRUE;
}

cfa_query *cfa_searching_read(const cfa_request *request, const char *text, cfa_error *error)
{
    g_autoptr(cfa_query) query = cfa_query_parse(text, strlen(text), error);
    for (guint i = 0; query != NULL && i < request->filter_count; i++)
        if (!cfa_query_add_field(query, request->filters[i].field, request->filters[i].value, error))
            return NULL;
    char id[CFA_CITATION_ID_SIZE];
    if (query != NULL && request->cites != NULL &&
        !cfa_query_add_field(query, "cites", cfa_citation_id(request->cites, id), error))
        return NULL;
    return g_steal_pointer(&query);
}

cfa_query *cfa_search_read(const cfa_request *request, cfa_error *error)
{
    return check_limits(request, error) ? cfa_searching_read(request, request->query, error) : NULL;
}

static gboolean refuse_country(const cfa_request_filter *filter, const char *meant, cfa_error *error)
{
    cfa_error_set(error, CFA_USAGE, "bad-value", -1, "there is no country \"%.60s\"%s%s%s", filter->value,
                  meant != NULL ? "; did you mean " : "", meant != NULL ? meant : "",
                  meant != NULL ? "?" : "");
    cfa_error_about(error, filter->field, filter->value);
    return cfa_error_meant(error, meant != NULL ? meant : "");
}

gboolean cfa_searching_check_countries(const cfa_index *index, const cfa_request *request, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    for (guint i = 0; i < request->filter_count; i++) {
        cfa_field field;
        const cfa_request_filter *filter = &request->filters[i];
        if (!cfa_field_find(filter->field, strlen(filter->field), &field) || field != CFA_FIELD_COUNTRY)
            continue;
        if (cfa_meant_is_country(index, filter->value, &failure) && failure.status == XC_OK)
            continue;
        g_autofree char *meant = cfa_meant_value(index, field, filter->value, request->preferred, &failure);
        return failure.status == XC_OK ? refuse_country(filter, meant, error)
                                       : cfa_database_error(error, &failure);
    }
    return TRUE;
}
