#include "principles.h"

static void write_principle(cfa_draft *draft, const cfa_library_entry *entry)
{
    cfa_html *html = draft->html;
    const char *lang = cfa_frame_lang(draft, entry->shown->language);
    g_autofree char *path = g_strdup_printf("/principle/%s", entry->id);
    g_autofree char *address = cfa_link_page(draft->request, path);
    g_autofree char *citation = cfa_principle_cite(entry->shown, draft->language);
    g_autofree char *applied =
        cfa_say_count(entry->paragraphs, CFA_SAY_APPLIED_ONCE, CFA_SAY_APPLIED, draft->language);
    cfa_html_open(html, "li", NULL);
    cfa_html_element(html, "p", entry->shown->text, "class", "body", "lang", lang, NULL);
    cfa_html_open(html, "p", "class", "facts", NULL);
    cfa_html_element(html, "a", citation, "href", address, NULL);
    if (entry->paragraphs > 0) {
        cfa_html_text(html, " · ");
        cfa_html_text(html, applied);
    }
    cfa_html_close(html, "li");
}

static void write_range(cfa_draft *draft, const GPtrArray *entries, guint from, guint to)
{
    cfa_html_open(draft->html, "ul", NULL);
    for (guint i = from; i < to; i++)
        write_principle(draft, g_ptr_array_index(entries, i));
    cfa_html_close(draft->html, "ul");
}

void cfa_principles_block(cfa_draft *draft, cfa_saying heading, const GPtrArray *entries, guint shown)
{
    if (entries == NULL || entries->len == 0)
        return;
    cfa_html_open(draft->html, "section", "class", "principles", NULL);
    cfa_html_element(draft->html, "h2", cfa_say(heading, draft->language), NULL);
    write_range(draft, entries, 0, MIN(shown, entries->len));
    if (entries->len > shown) {
        cfa_frame_begin_more(draft, entries->len - shown);
        write_range(draft, entries, shown, entries->len);
    }
    cfa_html_close(draft->html, "section");
}
