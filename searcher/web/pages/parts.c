/* /style.css: the style sheet. Pages name it with its version, so a copy of it is good for ever. */
#include "style.h"
#include "pages.h"

#include <string.h>

gboolean cfa_page_style(cfa_visit *visit, cfa_error *error)
{
    (void)error;
    cfa_web_response *response = visit->response;
    response->type = "text/css; charset=utf-8";
    if (g_str_has_suffix(visit->request->query_string, cfa_style_version))
        response->keep = CFA_KEEP_LONG;
    if (!cfa_web_response_tag(response, visit->request, cfa_style_version))
        g_string_append_len(response->body, cfa_style, (gssize)cfa_style_length);
    return TRUE;
}
