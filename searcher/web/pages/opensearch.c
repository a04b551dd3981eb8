/* /opensearch.xml: what a browser needs to know in order to search here from its own box. */
#include "frame.h"

#include <string.h>

static void write_address(cfa_draft *draft, const char *relation, const char *type, const char *path,
                          const char *query)
{
    g_autofree char *page = cfa_link_page(draft->request, path);
    g_autofree char *whole = cfa_link_whole(draft->request, page);
    /* What the browser fills in stands in braces, which no escaping may reach. */
    const char *joint = query[0] == '\0' ? "" : strchr(whole, '?') == NULL ? "?" : "&";
    g_autofree char *template = g_strconcat(whole, joint, query, NULL);
    cfa_html_open(draft->html, "Url", "type", type, "rel", relation, "template", template, NULL);
}

gboolean cfa_page_opensearch(cfa_visit *visit, cfa_error *error)
{
    (void)error;
    cfa_web_response *response = visit->response;
    cfa_draft draft = {.request = visit->request, .language = visit->request->language};
    response->type = "application/opensearchdescription+xml; charset=utf-8";
    response->language = draft.language;
    if (cfa_web_response_tag(response, visit->request, CFA_VERSION))
        return TRUE;
    cfa_html *xml = draft.html = cfa_html_new_xml();
    cfa_html_open(xml, "OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/", NULL);
    cfa_html_element(xml, "ShortName", cfa_say(CFA_SAY_SHORT_NAME, draft.language), NULL);
    cfa_html_element(xml, "LongName", cfa_say(CFA_SAY_SITE, draft.language), NULL);
    cfa_html_element(xml, "Description", cfa_say(CFA_SAY_SEARCH_LABEL, draft.language), NULL);
    write_address(&draft, "results", "text/html", "/", "q={searchTerms}&n={count?}&page={startPage?}");
    write_address(&draft, "results", "application/atom+xml", "/feed", "q={searchTerms}");
    write_address(&draft, "suggestions", "application/x-suggestions+json", "/suggest", "q={searchTerms}");
    write_address(&draft, "self", "application/opensearchdescription+xml", "/opensearch.xml", "");
    cfa_html_element(xml, "Language", cfa_language_code(draft.language), NULL);
    cfa_html_element(xml, "InputEncoding", "UTF-8", NULL);
    cfa_html_element(xml, "OutputEncoding", "UTF-8", NULL);
    cfa_web_response_take(response, cfa_html_finish(xml));
    return TRUE;
}
