/* /paragraph/394/83: a paragraph, its languages side by side, and below it its whole case text. */
#include "case_text.h"
#include "export.h"
#include "leads.h"
#include "principles.h"
#include "prose.h"

#include <string.h>

static void write_column(cfa_draft *draft, const cfa_index *index, const cfa_record *record, gboolean chosen)
{
    cfa_html *html = draft->html;
    const cfa_language language = record->text->language;
    const char *name = cfa_say_language(language);
    g_autofree char *path = cfa_frame_paragraph_path(record);
    cfa_html_open(html, "section", "class", chosen ? "column chosen" : "column", NULL);
    if (name != NULL && chosen) {
        cfa_html_element(html, "h3", name, "lang", cfa_frame_lang(draft, language), NULL);
    } else if (name != NULL) {
        g_autofree char *address = cfa_link_onward(draft->request, path);
        cfa_html_open(html, "h3", "lang", cfa_frame_lang(draft, language), NULL);
        cfa_html_element(html, "a", name, "href", address, "hreflang", cfa_language_code(language), NULL);
        cfa_html_close(html, "h3");
    }
    cfa_prose_write(draft, index, record);
    cfa_frame_citation(draft, record);
    cfa_frame_printed(draft, path);
    cfa_html_close(html, "section");
}

/* The citation in the forms of the languages in which the text is not there. */
static void write_other_forms(cfa_draft *draft, const cfa_reading *reading)
{
    const cfa_language_set languages = cfa_reading_languages(reading);
    if ((languages & CFA_EVERY_LANGUAGE) == CFA_EVERY_LANGUAGE)
        return;
    cfa_html *html = draft->html;
    cfa_html_open(html, "div", "class", "cite", NULL);
    cfa_html_element(html, "span", cfa_say(CFA_SAY_OTHER_FORMS, draft->language), "class", "label", NULL);
    cfa_html_open(html, "ul", NULL);
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        if ((languages & CFA_LANGUAGE_BIT(l)) != 0)
            continue;
        g_autofree char *citation = cfa_answer_cite(reading->record, FALSE, (cfa_language)l);
        cfa_html_open(html, "li", NULL);
        cfa_html_element(html, "cite", citation, "lang", cfa_language_code((cfa_language)l), NULL);
        cfa_html_close(html, "li");
    }
    cfa_html_close(html, "div");
}

static void write_neighbour(cfa_draft *draft, const char *id, cfa_saying name, const char *relation)
{
    g_autofree char *stem = NULL;
    guint first = 0, last = 0;
    cfa_language language;
    if (id == NULL || !cfa_id_parse(id, &stem, &first, &last, &language))
        return;
    g_autofree char *path = g_strconcat("/paragraph/", id, NULL);
    g_autofree char *address = cfa_link_onward(draft->request, path);
    g_autofree char *number = g_strdup_printf("%u", first);
    g_autofree char *text = cfa_say_filled(name, draft->language, number, NULL);
    cfa_html_element(draft->html, "a", text, "href", address, "rel", relation, "class", relation, NULL);
}

static void write_neighbours(cfa_draft *draft, const cfa_reading *reading)
{
    cfa_html *html = draft->html;
    g_autofree char *anchor = g_strdup_printf("#p%u", reading->record->paragraph->number);
    cfa_html_open(html, "nav", "class", "pages neighbours", "aria-label",
                  cfa_say(CFA_SAY_NEIGHBOURS, draft->language), NULL);
    write_neighbour(draft, reading->previous, CFA_SAY_PREVIOUS_PARAGRAPH, "prev");
    cfa_html_element(html, "a", cfa_say(CFA_SAY_TO_CASE_TEXT, draft->language), "href", anchor, NULL);
    write_neighbour(draft, reading->next, CFA_SAY_NEXT_PARAGRAPH, "next");
    cfa_html_close(html, "nav");
}

/* The way to read without the marks of what was searched, or with them again. */
static void write_marking(cfa_draft *draft, const char *path)
{
    const gboolean is_marked = draft->marks != NULL;
    const gboolean is_unwanted = !cfa_web_request_marks(draft->request) &&
                                 cfa_parameters_count(&draft->request->parameters, CFA_PARAMETER_Q) > 0;
    if (!is_marked && !is_unwanted)
        return;
    g_autofree char *otherwise = cfa_link_marks(draft->request, path, !is_marked);
    cfa_html_open(draft->html, "p", "class", "marking", NULL);
    cfa_html_element(draft->html, "a",
                     cfa_say(is_marked ? CFA_SAY_WITHOUT_MARKS : CFA_SAY_WITH_MARKS, draft->language), "href",
                     otherwise, NULL);
    cfa_html_close(draft->html, "p");
}

static void write_paragraph(cfa_draft *draft, const cfa_index *index, const cfa_reading *reading)
{
    cfa_html *html = draft->html;
    const cfa_record *record = reading->record;
    g_autofree char *path = cfa_frame_paragraph_path(record);
    g_autofree char *citation = cfa_answer_cite_paragraph(record);
    cfa_html_element(html, "h1", citation, "lang", cfa_frame_lang(draft, record->text->language), NULL);
    cfa_html_open(html, "p", "class", "facts", NULL);
    cfa_frame_facts(draft, record);
    cfa_html_text(html, " · ");
    cfa_html_element(html, "span", cfa_say_section(record->paragraph->section, draft->language), NULL);
    cfa_html_close(html, "p");
    cfa_leads_write(draft, record, record->id, reading->cited_by);
    cfa_html_element(html, "h2", cfa_say(CFA_SAY_IN_LANGUAGES, draft->language), "class", "unseen", NULL);
    cfa_html_open(html, "div", "class", "columns", NULL);
    write_column(draft, index, record, TRUE);
    for (guint i = 0; i < reading->other_languages->len; i++)
        write_column(draft, index, g_ptr_array_index(reading->other_languages, i), FALSE);
    cfa_html_close(html, "div");
    write_other_forms(draft, reading);
    cfa_export_page(draft, path);
    write_neighbours(draft, reading);
}

/* Sets *marks to those of the words that led here; to NULL for none, where none are wanted, and for words
 * that cannot be searched. */
static gboolean find_marks(const cfa_web_request *request, const cfa_index *index, cfa_marks **marks,
                           cfa_error *error)
{
    const char *query = cfa_parameters_word(&request->parameters, CFA_PARAMETER_Q);
    *marks = NULL;
    if (query[0] == '\0' || !cfa_web_request_marks(request))
        return TRUE;
    *marks = cfa_marking_of(index, query, cfa_web_request_preferred(request), error);
    return *marks != NULL || error->status == CFA_USAGE;
}

static gboolean write_page(const cfa_web_request *request, const cfa_index *index, const cfa_reading *reading,
                           const cfa_parallel *parallel, cfa_web_response *response, cfa_error *error)
{
    g_autoptr(cfa_marks) marks = NULL;
    if (!find_marks(request, index, &marks, error))
        return FALSE;
    g_autofree char *title = cfa_answer_cite_paragraph(reading->record);
    g_autofree char *path = cfa_frame_paragraph_path(reading->record);
    cfa_draft draft = cfa_frame_begin(request, title, path, TRUE);
    draft.marks = marks;
    cfa_frame_box(&draft);
    cfa_frame_back(&draft);
    write_marking(&draft, path);
    write_paragraph(&draft, index, reading);
    cfa_principles_block(&draft, CFA_SAY_PRINCIPLES_APPLIED, reading->principles, G_MAXUINT);
    cfa_case_text_write(&draft, index, reading, parallel);
    cfa_frame_end(&draft, response);
    *error = draft.problem;
    return error->status == CFA_OK;
}

/* The identifier of a paragraph; of a case text that of its first one, since there it is read. The caller
 * frees. */
static char *paragraph_of(const char *id, gboolean *is_case_text)
{
    g_autofree char *stem = NULL;
    guint first = 0, last = 0;
    cfa_language language = CFA_LANGUAGE_UNKNOWN;
    const gboolean is_id = cfa_id_parse(id, &stem, &first, &last, &language);
    *is_case_text = is_id && first != last;
    return is_id ? cfa_id_make(stem, first, first, language) : g_strdup(id);
}

/* As a file it is itself, as its identifier says. */

static gboolean export_case_text(cfa_visit *visit, cfa_error *error)
{
    const cfa_web_request *request = visit->request;
    g_autoptr(cfa_whole_text) whole =
        cfa_browse_case_text(visit->index, visit->rest, cfa_web_request_preferred(request), error);
    if (whole == NULL)
        return FALSE;
    cfa_export_case_text(request->format, whole, visit->response);
    return TRUE;
}

gboolean cfa_page_paragraph(cfa_visit *visit, cfa_error *error)
{
    const cfa_web_request *request = visit->request;
    cfa_web_response *response = visit->response;
    const cfa_language preferred = cfa_web_request_preferred(request);
    gboolean is_case_text;
    g_autofree char *id = paragraph_of(visit->rest, &is_case_text);
    if (request->format != NULL && is_case_text)
        return export_case_text(visit, error);
    g_autoptr(cfa_reading) reading = cfa_browse_paragraph(visit->index, id, preferred, error);
    if (reading == NULL)
        return FALSE;
    if (request->format != NULL) {
        cfa_export_reading(request->format, reading, response);
        return TRUE;
    }
    cfa_language languages[CFA_LANGUAGES];
    const guint count = cfa_web_request_languages(request, languages);
    g_autoptr(cfa_parallel) parallel = cfa_parallel_read(visit->index, reading, languages, count, error);
    return parallel != NULL && write_page(request, visit->index, reading, parallel, response, error);
}
