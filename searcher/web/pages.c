#include "pages.h"

#include "pages/export.h"

#include <string.h>

/* Some two thousand pages of results. */
enum { CACHE_BYTES = 64 * 1024 * 1024 };

/* What a page is made of: no index; an index and a request alone, which is then a thing to read, and has no
 * feed; or more, of which the page itself sees whether the client has it. */
typedef enum making { FIXED, READ, FOUND } making;

/* Every path there is. A path that ends in a slash, other than the first, has pages below it. */
static const struct route {
    const char *path;
    making making;
    cfa_page page;
} routes[] = {
    {"/", FOUND, cfa_page_search},
    {"/feed", FOUND, cfa_page_feed},
    {"/opensearch.xml", FIXED, cfa_page_opensearch},
    {"/paragraph/", READ, cfa_page_paragraph},
    {"/case/", READ, cfa_page_case},
    {"/report/", READ, cfa_page_report},
    {"/cites/", FOUND, cfa_page_cites},
    {"/similar/", FOUND, cfa_page_similar},
    {"/help", FIXED, cfa_page_help},
    {"/suggest", FOUND, cfa_page_suggest},
    {"/health", FOUND, cfa_page_health},
    {"/style.css", FIXED, cfa_page_style},
    {"/script.js", FIXED, cfa_page_script},
    {"/principle/", FOUND, cfa_page_principle},
};

static const struct route *find_route(const char *path, const char **rest)
{
    for (guint i = 0; i < G_N_ELEMENTS(routes); i++) {
        const gsize length = strlen(routes[i].path);
        const gboolean has_below = length > 1 && routes[i].path[length - 1] == '/';
        *rest = path + MIN(length, strlen(path));
        if (has_below ? g_str_has_prefix(path, routes[i].path) && **rest != '\0'
                      : strcmp(path, routes[i].path) == 0)
            return &routes[i];
    }
    return NULL;
}

cfa_site *cfa_site_new(const char *directory, const char *base_url)
{
    cfa_site *site = g_new0(cfa_site, 1);
    site->directory = g_strdup(directory);
    site->base_url = g_strdup(base_url);
    site->cache = cfa_web_cache_new(CACHE_BYTES);
    return site;
}

void cfa_site_free(cfa_site *site)
{
    if (site == NULL)
        return;
    cfa_index_free(site->index);
    cfa_web_cache_free(site->cache);
    g_free(site->directory);
    g_free(site->base_url);
    g_free(site);
}

gboolean cfa_visit_has_response(cfa_visit *visit)
{
    if (cfa_web_response_tag(visit->response, visit->request, visit->index->identity) ||
        cfa_web_cache_fill(visit->cache, visit->response))
        return TRUE;
    visit->is_new = TRUE;
    return FALSE;
}

static gboolean fill(cfa_site *site, cfa_visit *visit, cfa_error *error)
{
    const gboolean refused = visit->request->error.status != CFA_OK;
    const struct route *route = find_route(visit->request->path, &visit->rest);
    if (refused) {
        *error = visit->request->error;
        return FALSE;
    }
    if (route == NULL)
        return cfa_error_set(error, CFA_NOT_FOUND, "no-such-page", -1, "there is no page of this path");
    if (route->making == FIXED)
        return route->page(visit, error);
    visit->index = site->index = cfa_index_refresh(site->index, site->directory, error);
    if (visit->index == NULL)
        return FALSE;
    cfa_web_cache_begin(site->cache, visit->index->identity);
    if (route->making == READ && !cfa_export_check(visit->request, error))
        return FALSE;
    return (route->making == READ && cfa_visit_has_response(visit)) || route->page(visit, error);
}

static gboolean is_operators(cfa_status status)
{
    return status != CFA_OK && status != CFA_USAGE && status != CFA_NOT_FOUND;
}

/* Whether a shard did not answer that was connected for an earlier request: its server ends connections that
 * nobody uses for a while. */
static gboolean is_worth_another_try(gboolean was_open, const cfa_error *problem)
{
    return was_open && strcmp(problem->code, "shard-unavailable") == 0;
}

GString *cfa_site_answer(cfa_site *site, char **environment, cfa_error *error)
{
    const gboolean was_open = site->index != NULL;
    g_autoptr(cfa_web_request) request = cfa_web_request_read(environment, site->base_url);
    g_autoptr(cfa_web_response) response = cfa_web_response_new();
    cfa_visit visit = {.request = request, .response = response, .fence = site->fence, .cache = site->cache};
    cfa_error problem = {.status = CFA_OK};
    gboolean filled = fill(site, &visit, &problem);
    if (!filled && is_worth_another_try(was_open, &problem)) {
        g_clear_pointer(&site->index, cfa_index_free);
        cfa_web_response_free(response);
        visit.response = response = cfa_web_response_new();
        problem = (cfa_error){.status = CFA_OK};
        filled = fill(site, &visit, &problem);
    }
    if (filled && visit.is_new)
        cfa_web_cache_keep(site->cache, response);
    if (!filled) {
        g_string_truncate(response->body, 0);
        cfa_web_request_refuse(request, &problem);
        cfa_page_problem(&visit);
    }
    if (is_operators(problem.status)) {
        /* What could not be read is opened anew for the next request. */
        g_clear_pointer(&site->index, cfa_index_free);
        *error = problem;
    }
    return cfa_web_response_print(response, request->head);
}
