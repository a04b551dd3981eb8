#include "leads.h"

char *cfa_leads_case_path(guint number)
{
    return g_strdup_printf("/case/%u", number);
}

char *cfa_leads_report_name(guint report, const char *id, cfa_language language)
{
    return report != 0 ? cfa_citation_print(language, report, NULL, 0, NULL, 0, 0)
                       : cfa_say_filled(CFA_SAY_REPORT_UNKNOWN, language, id, NULL);
}

static void write_lead(cfa_draft *draft, const char *address, const char *text)
{
    cfa_html_open(draft->html, "li", NULL);
    cfa_html_element(draft->html, "a", text, "href", address, NULL);
    cfa_html_close(draft->html, "li");
}

static void write_case(cfa_draft *draft, guint number)
{
    g_autofree char *path = cfa_leads_case_path(number);
    g_autofree char *address = cfa_link_reading(draft->request, path);
    g_autofree char *digits = g_strdup_printf("%u", number);
    g_autofree char *name = cfa_say_filled(CFA_SAY_HISTORY_OF, draft->language, digits, NULL);
    if (number != 0)
        write_lead(draft, address, name);
}

static void write_cases(cfa_draft *draft, const cfa_case_text *text)
{
    for (guint i = 0; i < text->cases->len; i++)
        write_case(draft, ((const cfa_case *)g_ptr_array_index(text->cases, i))->number);
}

void cfa_leads_write_cases(cfa_draft *draft, const cfa_record *record)
{
    if (record->text->cases->len == 0)
        return;
    cfa_html_open(draft->html, "ul", "class", "row leads", NULL);
    write_cases(draft, record->text);
    cfa_html_close(draft->html, "ul");
}

static void write_report(cfa_draft *draft, const cfa_case_text *text)
{
    g_autofree char *stem = cfa_case_text_stem(text);
    g_autofree char *path = g_strconcat("/report/", stem, NULL);
    g_autofree char *address = cfa_link_reading(draft->request, path);
    g_autofree char *name = cfa_leads_report_name(text->report, stem, draft->language);
    g_autofree char *contents = cfa_say_filled(CFA_SAY_CONTENTS_OF, draft->language, name, NULL);
    write_lead(draft, address,
               text->report != 0 ? contents : cfa_say(CFA_SAY_DOCUMENT_CONTENTS, draft->language));
}

void cfa_leads_write_report(cfa_draft *draft, const cfa_record *record)
{
    cfa_html_open(draft->html, "ul", "class", "row leads", NULL);
    write_report(draft, record->text);
    cfa_html_close(draft->html, "ul");
}

static void write_similar(cfa_draft *draft, const char *id, const char *text)
{
    g_autofree char *path = g_strconcat("/similar/", id, NULL);
    g_autofree char *address = cfa_link_page(draft->request, path);
    write_lead(draft, address, text);
}

/* "Cited by 3 paragraphs". The caller frees. */
static char *name_cited_by(guint cited_by, cfa_language language)
{
    return cfa_say_count(cited_by, CFA_SAY_CITED_BY_ONE, CFA_SAY_CITED_BY, language);
}

static void write_within(cfa_draft *draft, const char *query, cfa_saying name)
{
    g_autofree char *address = cfa_link_query(draft->request, query);
    write_lead(draft, address, cfa_say(name, draft->language));
}

void cfa_leads_write_from_case(cfa_draft *draft, guint number, guint cited_by)
{
    g_autofree char *id = g_strdup_printf("%u", number);
    g_autofree char *query = g_strconcat("case:", id, NULL);
    g_autofree char *path = g_strconcat("/cites/", query, NULL);
    g_autofree char *citing = cfa_link_page(draft->request, path);
    g_autofree char *text = name_cited_by(cited_by, draft->language);
    g_autofree char *feed = cfa_link_query_feed(draft->request, query);
    cfa_html_open(draft->html, "ul", "class", "row leads", NULL);
    write_within(draft, query, CFA_SAY_SEARCH_CASE);
    if (cited_by > 0)
        write_lead(draft, citing, text);
    write_similar(draft, id, cfa_say(CFA_SAY_SIMILAR, draft->language));
    write_lead(draft, feed, cfa_say(CFA_SAY_FEED, draft->language));
    cfa_html_close(draft->html, "ul");
}

void cfa_leads_write_from_report(cfa_draft *draft, guint report)
{
    if (report == 0)
        return;
    g_autofree char *query = g_strdup_printf("report:%u", report);
    cfa_html_open(draft->html, "ul", "class", "row leads", NULL);
    write_within(draft, query, CFA_SAY_SEARCH_REPORT);
    cfa_html_close(draft->html, "ul");
}

/* The language of an identifier counts for nothing in who cites it. */
static void write_cited_by(cfa_draft *draft, const char *id, guint cited_by)
{
    cfa_citation what;
    char cited[CFA_CITATION_ID_SIZE];
    if (cited_by == 0 || !cfa_query_read_citation(id, &what))
        return;
    g_autofree char *path = g_strconcat("/cites/", cfa_citation_id(&what, cited), NULL);
    g_autofree char *address = cfa_link_page(draft->request, path);
    g_autofree char *text = name_cited_by(cited_by, draft->language);
    write_lead(draft, address, text);
}

void cfa_leads_write(cfa_draft *draft, const cfa_record *record, const char *id, guint cited_by)
{
    g_autofree char *digits = g_strdup_printf("%u", record->paragraph->number);
    g_autofree char *similar = cfa_say_filled(CFA_SAY_SIMILAR_PARAGRAPH, draft->language, digits, NULL);
    cfa_html_open(draft->html, "ul", "class", "row leads", NULL);
    write_cases(draft, record->text);
    write_cited_by(draft, id, cited_by);
    write_similar(draft, record->id, similar);
    write_report(draft, record->text);
    cfa_html_close(draft->html, "ul");
}
