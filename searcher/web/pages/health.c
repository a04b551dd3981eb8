/* /health: whether the index answers, and which generation of it. */
#include "pages.h"

gboolean cfa_page_health(cfa_visit *visit, cfa_error *error)
{
    (void)error;
    cfa_web_response *response = visit->response;
    response->type = "application/json";
    response->keep = CFA_KEEP_NOT;
    if (!cfa_web_response_tag(response, visit->request, visit->index->identity))
        g_string_printf(response->body, "{\"status\":\"ok\",\"generation\":%" G_GUINT64_FORMAT "}\n",
                        visit->index->generation);
    return TRUE;
}
