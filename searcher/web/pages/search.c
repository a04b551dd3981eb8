/* /: the search page, empty or with what was found. */
#include "leads.h"
#include "listing.h"
#include "results.h"

#include <string.h>

/* Begins a list of where one may go from here; its section is to be closed. */
static void begin_ways(cfa_draft *draft, cfa_saying title)
{
    cfa_html_open(draft->html, "section", "class", "ways", NULL);
    cfa_html_element(draft->html, "h2", cfa_say(title, draft->language), NULL);
    cfa_html_open(draft->html, "ul", NULL);
}

static void write_examples(cfa_draft *draft)
{
    cfa_html *html = draft->html;
    begin_ways(draft, CFA_SAY_EXAMPLES);
    for (guint i = CFA_SAY_EXAMPLE_FIRST; i <= CFA_SAY_EXAMPLE_LAST; i++) {
        const char *query = cfa_say((cfa_saying)i, draft->language);
        g_autofree char *address = cfa_link_query(draft->request, query);
        cfa_html_open(html, "li", NULL);
        cfa_html_element(html, "a", query, "href", address, NULL);
        cfa_html_close(html, "li");
    }
    cfa_html_close(html, "section");
}

/* The report that came last: it tells what is new, and how far the index reaches. */
static void write_latest(cfa_draft *draft, guint report, cfa_date reported)
{
    g_autofree char *path = g_strdup_printf("/report/%u", report);
    g_autofree char *address = cfa_link_reading(draft->request, path);
    g_autofree char *name = cfa_leads_report_name(report, "", draft->language);
    g_autofree char *date = cfa_say_date(reported, draft->language);
    g_autofree char *title = g_strconcat(name, date[0] != '\0' ? ", " : "", date, NULL);
    begin_ways(draft, CFA_SAY_LATEST_REPORT);
    cfa_html_open(draft->html, "li", NULL);
    cfa_html_element(draft->html, "a", title, "href", address, NULL);
    cfa_html_close(draft->html, "section");
}

static gboolean write_empty(const cfa_visit *visit, cfa_error *error)
{
    guint latest;
    cfa_date date;
    if (!cfa_report_latest(visit->index, &latest, &date, error))
        return FALSE;
    cfa_draft draft = cfa_frame_begin(visit->request, NULL, "/", FALSE);
    cfa_html_element(draft.html, "h1", cfa_say(CFA_SAY_SITE, draft.language), "class", "name", NULL);
    cfa_frame_form(&draft, TRUE);
    write_examples(&draft);
    if (latest != 0)
        write_latest(&draft, latest, date);
    cfa_frame_end(&draft, visit->response);
    return TRUE;
}

gboolean cfa_page_search(cfa_visit *visit, cfa_error *error)
{
    const cfa_web_request *request = visit->request;
    if (!cfa_listing_check_place(&request->parameters, error))
        return FALSE;
    if (strcmp(cfa_parameters_word(&request->parameters, CFA_PARAMETER_FORMAT), "atom") == 0)
        return cfa_page_feed(visit, error);
    if (request->format != NULL || !cfa_listing_is_empty(&request->parameters))
        return cfa_listing_answer(visit, cfa_listing_search, cfa_results_write, error);
    return cfa_visit_has_response(visit) || write_empty(visit, error);
}
