/* /case/2090: a case through time, drawn, in a table, and each examination with what was recommended. */
#include "export.h"
#include "leads.h"
#include "passage.h"
#include "prose.h"
#include "timeline.h"

#include <string.h>

enum { OPEN_MOST = 12 }; /* examinations whose recommendations are all unfolded */

static char *name_case(const cfa_history *history, cfa_language language)
{
    const cfa_case *about = &history->about;
    const char *country = cfa_answer_case_country(about, language);
    return country != NULL ? g_strdup_printf("%u (%s)", about->number, country)
                           : g_strdup_printf("%u", about->number);
}

static char *name_report(const cfa_record *record, cfa_language language)
{
    g_autofree char *stem = cfa_case_text_stem(record->text);
    return cfa_leads_report_name(record->text->report, stem, language);
}

static char *say_date_or_unknown(cfa_date date, cfa_language language)
{
    return date.year != 0 ? cfa_say_date(date, language) : g_strdup(cfa_say(CFA_SAY_DATE_UNKNOWN, language));
}

/* ---- what is said of the case ---- */

static void write_facts(cfa_draft *draft, const cfa_history *history)
{
    const cfa_case *about = &history->about;
    g_autofree char *date = say_date_or_unknown(about->complaint_date, draft->language);
    g_autofree char *complaint = cfa_say_filled(CFA_SAY_COMPLAINT_OF, draft->language, date, NULL);
    g_autofree char *examinations =
        cfa_say_count(history->total, CFA_SAY_ONE_EXAMINATION, CFA_SAY_EXAMINATIONS, draft->language);
    gboolean is_later = FALSE;
    cfa_html_open(draft->html, "p", "class", "facts", NULL);
    cfa_frame_fact(draft, complaint, &is_later);
    cfa_frame_fact(draft, cfa_say_status(about->status, draft->language), &is_later);
    cfa_frame_fact(draft, examinations, &is_later);
    cfa_html_close(draft->html, "p");
}

static void write_disagreement(cfa_draft *draft, const cfa_history *history)
{
    if (!cfa_history_disagrees(history))
        return;
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint status = CFA_CASE_ACTIVE; status <= CFA_CASE_CLOSED; status++)
        if ((history->statuses & 1u << status) != 0)
            g_string_append_printf(all, "%s%s", all->len > 0 ? ", " : "",
                                   cfa_say_status((cfa_case_status)status, draft->language));
    const char *latest = cfa_say_status(history->about.status, draft->language);
    g_autofree char *note = cfa_say_filled(CFA_SAY_STATUS_DISAGREES, draft->language, all->str, latest, NULL);
    cfa_html_element(draft->html, "p", note, "class", "note", NULL);
}

static void write_joined(cfa_draft *draft, const cfa_history *history)
{
    cfa_html *html = draft->html;
    if (history->joined->len == 0)
        return;
    cfa_html_open(html, "p", "class", "facts", NULL);
    cfa_html_text(html, cfa_say(CFA_SAY_JOINED, draft->language));
    for (guint i = 0; i < history->joined->len; i++) {
        const guint number = g_array_index(history->joined, guint, i);
        g_autofree char *path = cfa_leads_case_path(number);
        g_autofree char *address = cfa_link_reading(draft->request, path);
        g_autofree char *digits = g_strdup_printf("%u", number);
        g_autofree char *name = cfa_say_filled(CFA_SAY_CASE, draft->language, digits, NULL);
        cfa_html_text(html, i > 0 ? ", " : " ");
        cfa_html_element(html, "a", name, "href", address, NULL);
    }
    cfa_html_close(html, "p");
}

/* ---- the table ---- */

static void write_heading(cfa_draft *draft, cfa_saying name)
{
    cfa_html_element(draft->html, "th", cfa_say(name, draft->language), "scope", "col", NULL);
}

static void write_complaint_row(cfa_draft *draft, const cfa_history *history)
{
    cfa_html *html = draft->html;
    g_autofree char *date = say_date_or_unknown(history->about.complaint_date, draft->language);
    cfa_html_open(html, "tr", NULL);
    cfa_html_element(html, "th", date, "scope", "row", NULL);
    cfa_html_element(html, "td", "", NULL);
    cfa_html_element(html, "td", cfa_say(CFA_SAY_COMPLAINT, draft->language), "colspan", "2", NULL);
    cfa_html_close(html, "tr");
}

static void write_row(cfa_draft *draft, const cfa_examination *one)
{
    cfa_html *html = draft->html;
    const cfa_record *record = one->text->record;
    const char *type = cfa_say_type(record->text->type, draft->language);
    g_autofree char *date = say_date_or_unknown(record->text->report_date, draft->language);
    g_autofree char *interval = cfa_say_interval(one->interval, draft->language);
    g_autofree char *report = name_report(record, draft->language);
    g_autofree char *paragraphs =
        cfa_citation_print(draft->language, 0, NULL, 0, NULL, record->first, record->last);
    g_autofree char *anchor = cfa_timeline_anchor(one);
    g_autofree char *address = g_strconcat("#", anchor, NULL);
    cfa_html_open(html, "tr", NULL);
    cfa_html_element(html, "th", date, "scope", "row", NULL);
    cfa_html_element(html, "td", interval, NULL);
    cfa_html_open(html, "td", NULL);
    cfa_html_element(html, "a", report, "href", address, NULL);
    cfa_html_text(html, ", ");
    cfa_html_element(html, "span", paragraphs, "class", "range", NULL);
    cfa_html_close(html, "td");
    cfa_html_element(html, "td", type != NULL ? type : "", NULL);
    cfa_html_close(html, "tr");
}

static void write_table(cfa_draft *draft, const cfa_history *history)
{
    cfa_html *html = draft->html;
    cfa_html_open(html, "table", NULL);
    cfa_html_element(html, "caption", cfa_say(CFA_SAY_TIMELINE, draft->language), "class", "unseen", NULL);
    cfa_html_open(html, "thead", NULL);
    cfa_html_open(html, "tr", NULL);
    write_heading(draft, CFA_SAY_DATE);
    write_heading(draft, CFA_SAY_STEP);
    write_heading(draft, CFA_SAY_REPORT);
    write_heading(draft, CFA_SAY_TYPE);
    cfa_html_close(html, "thead");
    cfa_html_open(html, "tbody", NULL);
    write_complaint_row(draft, history);
    for (guint i = 0; i < history->examinations->len; i++)
        write_row(draft, g_ptr_array_index(history->examinations, i));
    cfa_html_close(html, "table");
}

/* ---- the examinations ---- */

static void write_recommendation(cfa_draft *draft, const cfa_record *record)
{
    cfa_html *html = draft->html;
    g_autofree char *path = cfa_frame_paragraph_path(record);
    g_autofree char *address = cfa_link_reading(draft->request, path);
    g_autofree char *extract = cfa_passage_beginning(record->paragraph->text, CFA_HISTORY_EXTRACT);
    cfa_html_open(html, "div", "class", "hung", NULL);
    cfa_frame_number(draft, record->paragraph->number, address);
    cfa_prose_plain(draft, extract, record->text->language);
    cfa_html_close(html, "div");
}

static void write_recommendations(cfa_draft *draft, const cfa_examination *one, gboolean is_open)
{
    cfa_html *html = draft->html;
    if (one->recommendations->len == 0) {
        cfa_html_element(html, "p", cfa_say(CFA_SAY_NO_RECOMMENDATIONS, draft->language), "class", "quiet",
                         NULL);
        return;
    }
    cfa_html_open(html, "details", "open", is_open ? "" : NULL, NULL);
    cfa_html_element(html, "summary", cfa_say_section(CFA_SECTION_RECOMMENDATIONS, draft->language), NULL);
    for (guint i = 0; i < one->recommendations->len; i++)
        write_recommendation(draft, g_ptr_array_index(one->recommendations, i));
    cfa_html_close(html, "details");
}

/* The subject of a text, where it is not the one that stands above. */
static void write_subject(cfa_draft *draft, const cfa_history *history, const cfa_case_text *text)
{
    if (text->subject == NULL || text->subject == history->subject ||
        (text->language == history->subject_language && strcmp(text->subject, history->subject) == 0))
        return;
    cfa_html_element(draft->html, "p", text->subject, "class", "subject", "lang",
                     cfa_frame_lang(draft, text->language), NULL);
}

static void write_examination(cfa_draft *draft, const cfa_history *history, guint index)
{
    cfa_html *html = draft->html;
    const cfa_examination *one = g_ptr_array_index(history->examinations, index);
    const cfa_record *record = one->text->record;
    g_autofree char *anchor = cfa_timeline_anchor(one);
    g_autofree char *report = name_report(record, draft->language);
    g_autofree char *date = say_date_or_unknown(record->text->report_date, draft->language);
    g_autofree char *title = g_strdup_printf("%s, %s", report, date);
    g_autofree char *interval = cfa_say_interval(one->interval, draft->language);
    g_autofree char *step =
        cfa_say_filled(index == 0 ? CFA_SAY_AFTER_COMPLAINT : CFA_SAY_LATER, draft->language, interval, NULL);
    g_autofree char *path = cfa_frame_paragraph_path(record);
    g_autofree char *address = cfa_link_reading(draft->request, path);
    gboolean is_later = FALSE;
    cfa_html_open(html, "section", "id", anchor, "class", "examination", NULL);
    cfa_html_open(html, "h2", NULL);
    cfa_html_element(html, "a", title, "href", address, NULL);
    cfa_html_close(html, "h2");
    cfa_html_open(html, "p", "class", "facts", NULL);
    cfa_html_open(html, "span", NULL);
    cfa_frame_fact(draft, cfa_say_type(record->text->type, draft->language), &is_later);
    cfa_frame_fact(draft, interval[0] != '\0' ? step : NULL, &is_later);
    cfa_html_close(html, "span");
    cfa_html_text(html, " ");
    cfa_frame_languages(draft, record, one->text->languages);
    cfa_html_close(html, "p");
    write_subject(draft, history, record->text);
    write_recommendations(draft, one, history->total <= OPEN_MOST);
    cfa_frame_cite_case_text(draft, record);
    cfa_leads_write_report(draft, record);
    cfa_html_close(html, "section");
}

static void write_page(const cfa_web_request *request, const cfa_history *history, cfa_web_response *response)
{
    g_autofree char *path = cfa_leads_case_path(history->about.number);
    g_autofree char *name = name_case(history, request->language);
    g_autofree char *title = cfa_say_filled(CFA_SAY_HISTORY_OF, request->language, name, NULL);
    g_autofree char *heading = cfa_say_filled(CFA_SAY_CASE, request->language, name, NULL);
    cfa_draft draft = cfa_frame_begin(request, title, path, FALSE);
    cfa_frame_box(&draft);
    cfa_frame_back(&draft);
    cfa_html_element(draft.html, "h1", heading, NULL);
    write_facts(&draft, history);
    cfa_leads_write_from_case(&draft, history->about.number, history->cited_by);
    if (history->subject != NULL)
        cfa_html_element(draft.html, "p", history->subject, "class", "subject", "lang",
                         cfa_frame_lang(&draft, history->subject_language), NULL);
    write_joined(&draft, history);
    write_disagreement(&draft, history);
    cfa_timeline_write(&draft, history);
    write_table(&draft, history);
    if (history->examinations->len < history->total) {
        g_autofree char *number = cfa_say_number(history->examinations->len, draft.language);
        g_autofree char *note = cfa_say_filled(CFA_SAY_OLDEST_ONLY, draft.language, number, NULL);
        cfa_html_element(draft.html, "p", note, "class", "note", NULL);
    }
    for (guint i = 0; i < history->examinations->len; i++)
        write_examination(&draft, history, i);
    cfa_export_page(&draft, path);
    cfa_frame_end(&draft, response);
}

gboolean cfa_page_case(cfa_visit *visit, cfa_error *error)
{
    const cfa_web_request *request = visit->request;
    cfa_web_response *response = visit->response;
    const cfa_language preferred = cfa_web_request_preferred(request);
    g_autoptr(cfa_history) history = cfa_history_read(visit->index, visit->rest, preferred, error);
    if (history == NULL)
        return FALSE;
    if (request->format != NULL)
        cfa_export_history(request->format, history, response);
    else
        write_page(request, history, response);
    return TRUE;
}
