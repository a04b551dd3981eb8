/*
 * /suggest?q=…: how the question may go on, as OpenSearch Suggestions 1.1 has it, so that browsers read it as
 * well as our script: what was typed, completions, what each of them is, and the address of what it finds.
 */
#include "links.h"
#include "pages.h"
#include "say.h"

static char *describe(const cfa_completion *one, cfa_language language)
{
    if (one->kind == CFA_COMPLETES_WORD)
        return cfa_say_count(one->frequency, CFA_SAY_ONE_PARAGRAPH, CFA_SAY_PARAGRAPHS, language);
    return g_strdup(one->kind == CFA_COMPLETES_COUNTRY ? cfa_say(CFA_SAY_COUNTRY, language) : one->label);
}

static json_t *write_suggestions(const cfa_web_request *request, const char *typed, const GPtrArray *found)
{
    json_t *texts = json_array(), *descriptions = json_array(), *addresses = json_array();
    for (guint i = 0; i < found->len; i++) {
        const cfa_completion *one = g_ptr_array_index(found, i);
        g_autofree char *description = describe(one, request->language);
        g_autofree char *address = cfa_link_query(request, one->text);
        json_array_append_new(texts, cfa_text_json(one->text));
        json_array_append_new(descriptions, cfa_text_json(description));
        json_array_append_new(addresses, cfa_text_json(address));
    }
    return json_pack("[o,o,o,o]", cfa_text_json(typed), texts, descriptions, addresses);
}

gboolean cfa_page_suggest(cfa_visit *visit, cfa_error *error)
{
    const cfa_web_request *request = visit->request;
    const char *typed = cfa_parameters_word(&request->parameters, CFA_PARAMETER_Q);
    if (cfa_visit_has_response(visit))
        return TRUE;
    g_autoptr(GPtrArray) found = cfa_complete(visit->index, typed, request->language, error);
    if (found == NULL)
        return FALSE;
    json_t *suggestions = write_suggestions(request, typed, found);
    g_autofree char *line = cfa_json_line(suggestions);
    json_decref(suggestions);
    g_string_append_printf(visit->response->body, "%s\n", line);
    visit->response->type = "application/json";
    return TRUE;
}
