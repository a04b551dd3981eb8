#include "cites_heading.h"

#include <string.h>

/* "15 paragraphs cite" */
static char *count(const cfa_answer *answer, cfa_language language)
{
    return answer->estimated == 0
               ? g_strdup(cfa_say(CFA_SAY_CITES_NONE, language))
               : cfa_say_count(answer->estimated, CFA_SAY_CITES_ONE, CFA_SAY_CITES, language);
}

static char *name(const cfa_answer *answer, cfa_language language, cfa_citation *what)
{
    return cfa_citation_parse(answer->cites, what) ? cfa_citation_name(language, what) : g_strdup("");
}

char *cfa_cites_title(const cfa_answer *answer, cfa_language language)
{
    cfa_citation what = {0};
    g_autofree char *counted = count(answer, language);
    g_autofree char *cited = name(answer, language, &what);
    return g_strdup_printf("%s %s", counted, cited);
}

void cfa_cites_heading(cfa_draft *draft, const cfa_answer *answer)
{
    cfa_html *html = draft->html;
    cfa_citation what = {0};
    g_autofree char *counted = count(answer, draft->language);
    g_autofree char *cited = name(answer, draft->language, &what);
    g_autofree char *path = cfa_target_path(&what);
    g_autofree char *address = cfa_link_page(draft->request, path);
    cfa_html_open(html, "h1", NULL);
    cfa_html_text(html, counted);
    cfa_html_text(html, " ");
    if (answer->has_cited)
        cfa_html_element(html, "a", cited, "href", address, NULL);
    else
        cfa_html_element(html, "cite", cited, NULL);
    cfa_html_close(html, "h1");
    /* Most who look for what cites a principle by its number want what applied it, which often does not say
     * so. */
    if (answer->has_cited && cfa_principle_is_id(answer->cites)) {
        cfa_html_open(html, "p", NULL);
        cfa_html_element(html, "a", cfa_say(CFA_SAY_APPLIED_IN, draft->language), "href", address, NULL);
        cfa_html_close(html, "p");
    }
}
