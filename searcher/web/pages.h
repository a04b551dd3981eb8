/*
 * The pages, one function in a file of pages/ for each, and the one table in pages.c from paths to
 * them.
 *
 *     g_autoptr(cfa_site) site = cfa_site_new(directory, base_url);
 *     GString *bytes = cfa_site_answer(site, environ, &error);           all of a response, as CGI/1.1 has it
 *
 * A new page is a file in pages/, its line here and its row in the table.
 */
#ifndef CFA_WEB_PAGES_H
#define CFA_WEB_PAGES_H

#include "cache.h"
#include "request.h"
#include "response.h"
#include "searcher.h"

/* What a page is made from and into. */
typedef struct cfa_visit {
    const cfa_web_request *request;
    const char *rest;       /* of the path, below the page's: "394/83" */
    const cfa_index *index; /* NULL for pages that need none */
    guint fence;            /* the parts that hold: fence.h */
    cfa_web_response *response;
    cfa_web_cache *cache; /* of what was answered lately */
    gboolean is_new;      /* the response is to be kept in it */
} cfa_visit;

/* Fills the response; or FALSE with *error, and what was filled is thrown away for the page of
 * the problem. */
typedef gboolean (*cfa_page)(cfa_visit *visit, cfa_error *error);

gboolean cfa_page_search(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_feed(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_opensearch(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_paragraph(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_case(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_report(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_cites(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_similar(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_principle(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_help(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_health(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_suggest(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_style(cfa_visit *visit, cfa_error *error);
gboolean cfa_page_script(cfa_visit *visit, cfa_error *error);

/* Tags the response by the index and the request, for a page that is made of nothing else. TRUE when there is
 * nothing to fill: the client has this very body, or it was made lately. */
gboolean cfa_visit_has_response(cfa_visit *visit);

/* The page of the problem for which the request is refused, with the status that goes with it; JSON for who
 * asked for JSON. */
void cfa_page_problem(cfa_visit *visit);

/* An index and how it is served. One for each thread; requests come one after the other. */
typedef struct cfa_site {
    char *directory, *base_url;
    cfa_index *index; /* as the last request left it, or NULL */
    cfa_web_cache *cache;
    guint fence; /* what cfa_fence_close() returned to the program, for /health; 0 at first */
} cfa_site;

/* Copies both; `base_url` may be NULL. Opens nothing yet. */
cfa_site *cfa_site_new(const char *directory, const char *base_url);
void cfa_site_free(cfa_site *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_site, cfa_site_free)

/* The response to a request, given by its variables. New; never NULL. *error tells what is the
 * operator's business: a status other than CFA_OK for an index that cannot be read, or a fault
 * of ours. */
GString *cfa_site_answer(cfa_site *site, char **environment, cfa_error *error);

#endif
