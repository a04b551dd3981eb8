/* /health: whether the index answers and what it has beside its databases is sound, which generation it is,
 * and which parts of the fence hold. */
#include "fence.h"
#include "pages.h"

static void print(GString *body, guint64 generation, guint fence)
{
    const char *between = "";
    g_string_printf(body, "{\"status\":\"ok\",\"generation\":%" G_GUINT64_FORMAT ",\"fence\":[", generation);
    for (guint i = 0; i < CFA_FENCE_PARTS; i++)
        if ((fence & 1U << i) != 0) {
            g_string_append_printf(body, "%s\"%s\"", between, cfa_fence_part_name((cfa_fence_part)(1U << i)));
            between = ",";
        }
    g_string_append(body, "]}\n");
}

gboolean cfa_page_health(cfa_visit *visit, cfa_error *error)
{
    cfa_web_response *response = visit->response;
    if (!cfa_index_verify(visit->index, error))
        return FALSE;
    response->type = "application/json";
    response->keep = CFA_KEEP_NOT;
    g_autofree char *identity = g_strdup_printf("%s %u", visit->index->identity, visit->fence);
    if (!cfa_web_response_tag(response, visit->request, identity))
        print(response->body, visit->index->generation, visit->fence);
    return TRUE;
}
