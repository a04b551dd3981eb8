/* /report/394: the case texts of a report, in order of paragraphs. */
#include "export.h"
#include "leads.h"

static void write_facts(cfa_draft *draft, const cfa_report_contents *contents)
{
    gboolean is_later = FALSE;
    cfa_html *html = draft->html;
    g_autofree char *date = cfa_say_date(contents->date, draft->language);
    g_autofree char *texts =
        cfa_say_count(contents->total, CFA_SAY_ONE_CASE_TEXT, CFA_SAY_CASE_TEXTS, draft->language);
    g_autofree char *paragraphs =
        cfa_say_count(contents->paragraphs, CFA_SAY_ONE_PARAGRAPH, CFA_SAY_PARAGRAPHS, draft->language);
    cfa_html_open(html, "p", "class", "facts", NULL);
    cfa_frame_fact(draft, date[0] != '\0' ? date : NULL, &is_later);
    cfa_frame_fact(draft, texts, &is_later);
    cfa_frame_fact(draft, paragraphs, &is_later);
    cfa_html_close(html, "p");
}

static void write_neighbour(cfa_draft *draft, guint report, cfa_saying name, const char *relation)
{
    if (report == 0)
        return;
    g_autofree char *path = g_strdup_printf("/report/%u", report);
    g_autofree char *address = cfa_link_reading(draft->request, path);
    g_autofree char *title = cfa_leads_report_name(report, "", draft->language);
    g_autofree char *text = cfa_say_filled(name, draft->language, title, NULL);
    cfa_html_element(draft->html, "a", text, "href", address, "rel", relation, "class", relation, NULL);
}

static void write_neighbours(cfa_draft *draft, const cfa_report_contents *contents)
{
    if (contents->previous == 0 && contents->next == 0)
        return;
    cfa_html_open(draft->html, "nav", "class", "pages neighbours", "aria-label",
                  cfa_say(CFA_SAY_NEIGHBOUR_REPORTS, draft->language), NULL);
    write_neighbour(draft, contents->previous, CFA_SAY_PREVIOUS_REPORT, "prev");
    write_neighbour(draft, contents->next, CFA_SAY_NEXT_REPORT, "next");
    cfa_html_close(draft->html, "nav");
}

/* "Cases Nos. 9971 and 9972 (San Telmar)"; what there is in its place where no case is known. */
static char *name_cases(const cfa_record *record)
{
    const cfa_case_text *text = record->text;
    guint known;
    g_autofree guint *numbers = cfa_case_text_numbers(text, &known);
    if (known == 0)
        return g_strdup(record->case_text_id);
    return cfa_citation_print(text->language, 0, numbers, known, cfa_answer_country(record, text->language),
                              0, 0);
}

static void write_case_text(cfa_draft *draft, const cfa_text_found *found)
{
    cfa_html *html = draft->html;
    const cfa_record *record = found->record;
    const char *lang = cfa_frame_lang(draft, record->text->language);
    const char *type = cfa_say_type(record->text->type, draft->language);
    g_autofree char *path = cfa_frame_paragraph_path(record);
    g_autofree char *address = cfa_link_reading(draft->request, path);
    g_autofree char *cases = name_cases(record);
    g_autofree char *paragraphs =
        cfa_say_count(found->paragraphs, CFA_SAY_ONE_PARAGRAPH, CFA_SAY_PARAGRAPHS, draft->language);
    cfa_html_open(html, "li", "class", "hung", NULL);
    cfa_frame_number(draft, record->first, address);
    cfa_html_open(html, "h2", "lang", lang, NULL);
    cfa_html_element(html, "a", cases, "href", address, NULL);
    cfa_html_close(html, "h2");
    if (record->text->subject != NULL)
        cfa_html_element(html, "p", record->text->subject, "class", "subject", "lang", lang, NULL);
    cfa_html_open(html, "p", "class", "facts", NULL);
    cfa_html_open(html, "span", NULL);
    cfa_html_text(html, type != NULL ? type : "");
    cfa_html_text(html, type != NULL ? " · " : "");
    cfa_html_text(html, paragraphs);
    cfa_html_close(html, "span");
    cfa_html_text(html, " ");
    cfa_frame_languages(draft, record, found->languages);
    cfa_html_close(html, "p");
    cfa_leads_write_cases(draft, record);
    cfa_html_close(html, "li");
}

static void write_page(const cfa_web_request *request, const cfa_report_contents *contents,
                       cfa_web_response *response)
{
    g_autofree char *path = g_strconcat("/report/", contents->id, NULL);
    g_autofree char *name = cfa_leads_report_name(contents->report, contents->id, request->language);
    g_autofree char *date = cfa_say_date(contents->date, request->language);
    g_autofree char *title = date[0] != '\0' ? g_strdup_printf("%s, %s", name, date) : g_strdup(name);
    cfa_draft draft = cfa_frame_begin(request, title, path, FALSE);
    cfa_frame_box(&draft);
    cfa_frame_back(&draft);
    cfa_html_element(draft.html, "h1", name, NULL);
    write_facts(&draft, contents);
    cfa_leads_write_from_report(&draft, contents->report);
    cfa_html_open(draft.html, "ol", "class", "contents", NULL);
    for (guint i = 0; i < contents->case_texts->len; i++)
        write_case_text(&draft, g_ptr_array_index(contents->case_texts, i));
    cfa_html_close(draft.html, "ol");
    write_neighbours(&draft, contents);
    cfa_export_page(&draft, path);
    cfa_frame_end(&draft, response);
}

gboolean cfa_page_report(cfa_visit *visit, cfa_error *error)
{
    const cfa_web_request *request = visit->request;
    cfa_web_response *response = visit->response;
    const cfa_language preferred = cfa_web_request_preferred(request);
    g_autoptr(cfa_report_contents) contents =
        cfa_report_contents_read(visit->index, visit->rest, preferred, error);
    if (contents == NULL)
        return FALSE;
    if (request->format != NULL)
        cfa_export_report(request->format, contents, response);
    else
        write_page(request, contents, response);
    return TRUE;
}
