/* /style.css and /script.js. Pages name them with their version, so a copy of one is good for ever. */
#include "parts.h"
#include "pages.h"

#include <string.h>

static gboolean send(cfa_visit *visit, const char *type, const char *part, gsize length, const char *version)
{
    cfa_web_response *response = visit->response;
    response->type = type;
    if (g_str_has_suffix(visit->request->query_string, version))
        response->keep = CFA_KEEP_LONG;
    if (!cfa_web_response_tag(response, visit->request, version))
        g_string_append_len(response->body, part, (gssize)length);
    return TRUE;
}

gboolean cfa_page_style(cfa_visit *visit, cfa_error *error)
{
    (void)error;
    return send(visit, "text/css; charset=utf-8", cfa_style, cfa_style_length, cfa_style_version);
}

gboolean cfa_page_script(cfa_visit *visit, cfa_error *error)
{
    (void)error;
    return send(visit, "text/javascript; charset=utf-8", cfa_script, cfa_script_length, cfa_script_version);
}
