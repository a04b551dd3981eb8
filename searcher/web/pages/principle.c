/* /principle/digest:2006/581: a principle in its languages, and below it the paragraphs that applied it. */
#include "listing.h"
#include "prose.h"
#include "results.h"

#include <string.h>

static void write_wording(cfa_draft *draft, const cfa_principle *principle, gboolean chosen)
{
    cfa_html *html = draft->html;
    const char *name = cfa_say_language(principle->language);
    const char *lang = cfa_frame_lang(draft, principle->language);
    cfa_html_open(html, "section", "class", chosen ? "column chosen" : "column", NULL);
    if (name != NULL)
        cfa_html_element(html, "h3", name, "lang", lang, NULL);
    cfa_prose_plain(draft, principle->text, principle->language);
    if (principle->url != NULL)
        cfa_html_element(html, "a", principle->url, "href", principle->url, NULL);
    cfa_html_close(html, "section");
}

static void write_wordings(cfa_draft *draft, const cfa_library_entry *entry)
{
    cfa_html_element(draft->html, "h2", cfa_say(CFA_SAY_PRINCIPLE, draft->language), "class", "unseen", NULL);
    cfa_html_open(draft->html, "div", "class", "columns", NULL);
    write_wording(draft, entry->shown, TRUE);
    for (guint i = 0; i < entry->wordings->len; i++) {
        const cfa_principle *principle = g_ptr_array_index(entry->wordings, i);
        if (principle != entry->shown)
            write_wording(draft, principle, FALSE);
    }
    cfa_html_close(draft->html, "div");
}

static void write_head(cfa_draft *draft, const cfa_library_entry *entry)
{
    cfa_html *html = draft->html;
    const cfa_principle *shown = entry->shown;
    g_autofree char *citation = cfa_principle_cite(shown, draft->language);
    cfa_html_element(html, "h1", citation, NULL);
    cfa_html_open(html, "p", "class", "facts", "lang", cfa_frame_lang(draft, shown->language), NULL);
    cfa_html_text(html, shown->chapter != NULL ? shown->chapter : "");
    cfa_html_text(html, shown->chapter != NULL && shown->heading != NULL ? " · " : "");
    cfa_html_text(html, shown->heading != NULL ? shown->heading : "");
    cfa_html_close(html, "p");
    write_wordings(draft, entry);
}

/* Links to who cites it by its number. */
static void write_cited(cfa_draft *draft, const cfa_principle_view *view)
{
    for (guint i = 0; i < view->cited->len; i++) {
        g_autofree char *path = g_strdup_printf("/cites/%s", (const char *)g_ptr_array_index(view->cited, i));
        g_autofree char *address = cfa_link_page(draft->request, path);
        cfa_html_open(draft->html, "p", NULL);
        cfa_html_element(draft->html, "a", cfa_say(CFA_SAY_CITED_BY_NUMBER, draft->language), "href", address,
                         NULL);
        cfa_html_close(draft->html, "p");
    }
}

/* What applied it and is not there to be read. */
static void write_absent(cfa_draft *draft, const cfa_principle_view *view)
{
    cfa_html *html = draft->html;
    if (view->absent->len == 0)
        return;
    cfa_html_open(html, "section", "class", "part", NULL);
    cfa_html_element(html, "h2", cfa_say(CFA_SAY_APPLIED_ABSENT, draft->language), NULL);
    cfa_html_open(html, "ul", NULL);
    for (guint i = 0; i < view->absent->len; i++) {
        const cfa_applied *one = g_ptr_array_index(view->absent, i);
        g_autofree char *citation = cfa_citation_print(draft->language, one->report, &one->case_number, 1,
                                                       one->country, one->paragraph, one->paragraph);
        cfa_html_element(html, "li", citation, NULL);
    }
    cfa_html_close(html, "section");
}

static void write_page(const cfa_web_request *request, const cfa_answer *answer, cfa_web_response *response)
{
    const cfa_library_entry *entry = answer->principle->entry;
    g_autofree char *title = cfa_principle_cite(entry->shown, request->language);
    g_autofree char *path = g_strdup_printf("/principle/%s", entry->id);
    cfa_draft draft = cfa_frame_begin(request, title, path, TRUE);
    cfa_frame_box(&draft);
    write_head(&draft, entry);
    write_cited(&draft, answer->principle);
    cfa_controls_filters(&draft);
    if (answer->hits->len > 0) {
        cfa_html_element(draft.html, "h2", cfa_say(CFA_SAY_APPLIED_IN, draft.language), "class", "part",
                         NULL);
        cfa_controls_write_cites(&draft);
        cfa_results_hits(&draft, answer);
    }
    write_absent(&draft, answer->principle);
    cfa_frame_end(&draft, response);
}

static cfa_answer *find_principle(const cfa_visit *visit, const cfa_request *request, cfa_error *error)
{
    cfa_request asked = *request;
    asked.facets = FALSE; /* the page does not show them */
    return cfa_listing_as_paragraphs(visit, &asked, error)
               ? cfa_principle_answer(visit->index, visit->rest, &asked, error)
               : NULL;
}

gboolean cfa_page_principle(cfa_visit *visit, cfa_error *error)
{
    return cfa_listing_answer(visit, find_principle, write_page, error);
}
