/*
 * A request: what the environment of CGI/1.1 says of it, read strictly. FastCGI hands over the same
 * variables.
 *
 *     cfa_web_request *request = cfa_web_request_read(environ, g_getenv("CFA_BASE_URL"));
 *     if (request->error.status != CFA_OK)
 *         … refuse it, for request->error.reason …
 *     cfa_web_request_free(request);
 */
#ifndef CFA_WEB_REQUEST_H
#define CFA_WEB_REQUEST_H

#include "parameters.h"
#include "searcher.h"

typedef struct cfa_web_request {
    gboolean head;       /* headers alone are asked for */
    char *path;          /* below the place where the program is mounted, decoded: "/", "/paragraph/394/83" */
    char *query_string;  /* as it came */
    char *if_none_match; /* the header, or NULL */
    char *base;          /* what stands before a path in a link: "", "/cgi-bin/cfa-search.cgi" */
    char *address;       /* the same in a permanent link: "https://example.org/cfa", or as `base` */
    char *origin;        /* … in an address for other programs: whole wherever the host is known */
    cfa_parameters parameters;
    cfa_language language;    /* of the page; never unknown */
    const cfa_format *format; /* to answer in, or NULL for a page */
    gboolean json;            /* it is JSON */
    cfa_error error;          /* why it is refused; its status is CFA_OK for a good one */
} cfa_web_request;

/* Reads the variables ("NAME=value", NULL at the end). `base_url` is the public address where it
 * differs from what the server says, or NULL. Never NULL. A request is refused with CFA_USAGE:
 * "method-not-allowed", "query-string-too-long", "bad-request" where the server could not read it, and what
 * cfa_parameters_read refuses; with CFA_UNAVAILABLE, "busy", where the server found no process for it. */
cfa_web_request *cfa_web_request_read(char **environment, const char *base_url);
void cfa_web_request_free(cfa_web_request *request);

/* Refuses a request for what was found wrong with it, by whomever: no link and no form carries that on. */
void cfa_web_request_refuse(cfa_web_request *request, const cfa_error *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_web_request, cfa_web_request_free)

/* The language of texts to show where nothing else decides: the first of those that were asked
 * for, else that of the page. What is taken away is what the command line says, which has no page: there
 * it is unknown. */
cfa_language cfa_web_request_preferred(const cfa_web_request *request);

/* The languages of texts that were asked for, each once, in their order; how many there are. */
guint cfa_web_request_languages(const cfa_web_request *request, cfa_language languages[CFA_LANGUAGES]);

/* Whether what was searched is marked in the texts that are read. */
gboolean cfa_web_request_marks(const cfa_web_request *request);

/* The language that a header Accept-Language likes best of ours; English when it likes none, or
 * is NULL. */
cfa_language cfa_web_accept_language(const char *header);

#endif
