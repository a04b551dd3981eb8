#include "export.h"

#include "format/item.h"

#include <string.h>

enum { NAME_BYTES = 40 };

/* What a reader of the page may want; there are more for programs. */
static const char *const offered[] = {"csv", "bibtex", "ris", "csl", "json"};

/* ---- links ---- */

static void begin(cfa_draft *draft)
{
    cfa_html_open(draft->html, "div", "class", "controls", NULL);
    cfa_frame_begin_row(draft, cfa_say(CFA_SAY_EXPORT, draft->language));
}

static void end(cfa_draft *draft)
{
    cfa_frame_end_row(draft);
    cfa_html_close(draft->html, "div");
}

static void write_format(cfa_draft *draft, const cfa_format *format, const char *address)
{
    cfa_html_open(draft->html, "li", NULL);
    cfa_html_element(draft->html, "a", format->title, "href", address, "type", format->media_type, "rel",
                     "nofollow", "download", "", NULL);
    cfa_html_close(draft->html, "li");
}

static char *link_feed(const cfa_web_request *request, const cfa_answer *answer)
{
    if (answer->cites == NULL)
        return cfa_link_feed(request);
    g_autofree char *query = g_strdup_printf("%s cites:%s", answer->query, answer->cites);
    return cfa_link_feed_of(request, g_strstrip(query));
}

static void write_feed(cfa_draft *draft, const cfa_answer *answer)
{
    if (answer->like != NULL || answer->principle != NULL)
        return;
    g_autofree char *address = link_feed(draft->request, answer);
    cfa_html_open(draft->html, "li", NULL);
    cfa_html_element(draft->html, "a", cfa_say(CFA_SAY_FEED, draft->language), "href", address, "type",
                     "application/atom+xml", NULL);
    cfa_html_close(draft->html, "li");
}

void cfa_export_results(cfa_draft *draft, const cfa_answer *answer)
{
    begin(draft);
    for (guint i = 0; i < G_N_ELEMENTS(offered); i++) {
        const cfa_format *format = cfa_format_find(offered[i]);
        g_autofree char *address = cfa_link_results_as(draft->request, format);
        write_format(draft, format, address);
    }
    write_feed(draft, answer);
    end(draft);
}

void cfa_export_page(cfa_draft *draft, const char *path)
{
    begin(draft);
    for (guint i = 0; i < G_N_ELEMENTS(offered); i++) {
        const cfa_format *format = cfa_format_find(offered[i]);
        g_autofree char *address = cfa_link_page_as(draft->request, path, format);
        write_format(draft, format, address);
    }
    end(draft);
}

/* ---- files ---- */

/* "cfa-arrest-for-unauthorised-picket": a name for what was searched, of which nothing but letters and digits
 * is left. */
static char *name_search(const char *query)
{
    g_autofree char *valid = g_utf8_make_valid(query, -1);
    g_autofree char *letters = g_str_to_ascii(valid, "C");
    GString *name = g_string_new("cfa-");
    for (const char *at = letters; *at != '\0' && name->len < NAME_BYTES; at++) {
        if (g_ascii_isalnum(*at))
            g_string_append_c(name, g_ascii_tolower(*at));
        else if (name->str[name->len - 1] != '-')
            g_string_append_c(name, '-');
    }
    while (name->str[name->len - 1] == '-')
        g_string_truncate(name, name->len - 1);
    return g_string_free(name, FALSE);
}

static void fill(const cfa_format *format, const char *name, const char *text, cfa_web_response *response)
{
    if (format->is_sheet)
        g_string_append_unichar(response->body, 0xFEFF);
    g_string_append(response->body, text);
    response->type = format->media_type;
    response->is_shown = format->is_shown;
    response->file = g_strdup_printf("%s.%s", name, format->extension);
}

void cfa_export_answer(const cfa_format *format, const cfa_answer *answer, cfa_web_response *response)
{
    g_autofree char *text = cfa_format_answer(format, answer);
    g_autofree char *name = name_search(answer->query);
    fill(format, name, text, response);
}

void cfa_export_reading(const cfa_format *format, const cfa_reading *reading, cfa_web_response *response)
{
    g_autofree char *text = cfa_format_reading(format, reading);
    g_autofree char *name = cfa_item_key(reading->record->id);
    fill(format, name, text, response);
}

void cfa_export_case_text(const cfa_format *format, const cfa_whole_text *whole, cfa_web_response *response)
{
    const cfa_record *first = g_ptr_array_index(whole->paragraphs, 0);
    g_autofree char *text = cfa_format_case_text(format, whole);
    g_autofree char *name = cfa_item_key(first->case_text_id);
    fill(format, name, text, response);
}

void cfa_export_history(const cfa_format *format, const cfa_history *history, cfa_web_response *response)
{
    g_autofree char *text = cfa_format_history(format, history);
    g_autofree char *name = g_strdup_printf("cfa-case-%u", history->about.number);
    fill(format, name, text, response);
}

void cfa_export_report(const cfa_format *format, const cfa_report_contents *contents,
                       cfa_web_response *response)
{
    g_autofree char *text = cfa_format_report(format, contents);
    g_autofree char *name = cfa_item_key(contents->id);
    fill(format, name, text, response);
}

gboolean cfa_export_check(const cfa_web_request *request, cfa_error *error)
{
    if (strcmp(cfa_parameters_word(&request->parameters, CFA_PARAMETER_FORMAT), "atom") != 0)
        return TRUE;
    cfa_error_set(error, CFA_USAGE, "no-feed", -1,
                  "only a search has a feed: for who cites a thing, /feed?q=cites:306/123");
    return cfa_error_about(error, cfa_parameter_name(CFA_PARAMETER_FORMAT), "");
}
