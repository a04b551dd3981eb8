#include "frame.h"

#include "parts.h"

#include <string.h>

/* The feed of the search that the page answers, or of the case that it is of; NULL for none. */
static char *find_feed(const cfa_web_request *request, const char *canonical)
{
    static const char of_case[] = "/case/";
    if (canonical != NULL && g_str_has_prefix(canonical, of_case)) {
        g_autofree char *query = g_strconcat("case:", canonical + strlen(of_case), NULL);
        return cfa_link_query_feed(request, query);
    }
    const gboolean is_search = strcmp(request->path, "/") == 0 && request->error.status == CFA_OK;
    return is_search ? cfa_link_feed(request) : NULL;
}

/* Where else a browser finds what the page has: its box for a search, and its feed. */
static void other_ways(cfa_draft *draft, const char *canonical)
{
    g_autofree char *description = cfa_link_page(draft->request, "/opensearch.xml");
    cfa_html_open(draft->html, "link", "rel", "search", "type", "application/opensearchdescription+xml",
                  "title", cfa_say(CFA_SAY_SHORT_NAME, draft->language), "href", description, NULL);
    g_autofree char *feed = find_feed(draft->request, canonical);
    if (feed != NULL)
        cfa_html_open(draft->html, "link", "rel", "alternate", "type", "application/atom+xml", "title",
                      cfa_say(CFA_SAY_FEED, draft->language), "href", feed, NULL);
}

static void head(cfa_draft *draft, const char *title, const char *canonical)
{
    cfa_html *html = draft->html;
    const char *site = cfa_say(CFA_SAY_SITE, draft->language);
    g_autofree char *whole = title != NULL ? g_strdup_printf("%s – %s", title, site) : g_strdup(site);
    g_autofree char *style = g_strdup_printf("%s/style.css?v=%s", draft->request->base, cfa_style_version);
    g_autofree char *suggest = g_strdup_printf("%s/suggest", draft->request->base);
    g_autofree char *script = g_strdup_printf("%s/script.js?v=%s", draft->request->base, cfa_script_version);
    cfa_html_open(html, "head", NULL);
    cfa_html_open(html, "meta", "charset", "utf-8", NULL);
    cfa_html_open(html, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
    cfa_html_open(html, "meta", "name", "color-scheme", "content", "light dark", NULL);
    cfa_html_element(html, "title", whole, NULL);
    cfa_html_open(html, "link", "rel", "stylesheet", "href", style, NULL);
    cfa_html_open(html, "script", "src", script, "defer", "", "data-suggest", suggest, "data-suggestions",
                  cfa_say(CFA_SAY_SUGGESTIONS, draft->language), "data-copied",
                  cfa_say(CFA_SAY_COPIED, draft->language), NULL);
    cfa_html_close(html, "script");
    if (canonical != NULL) {
        g_autofree char *address = cfa_link_permanent(draft->request, canonical);
        cfa_html_open(html, "link", "rel", "canonical", "href", address, NULL);
    } else {
        /* An answer to a question leads to ever more of them: a robot that follows its filters never ends. */
        cfa_html_open(html, "meta", "name", "robots", "content", "noindex, nofollow", NULL);
    }
    other_ways(draft, canonical);
    cfa_html_close(html, "head");
}

static void page_languages(cfa_draft *draft)
{
    cfa_html *html = draft->html;
    cfa_html_open(html, "nav", "aria-label", cfa_say(CFA_SAY_PAGE_LANGUAGE, draft->language), NULL);
    cfa_html_open(html, "ul", "class", "row", NULL);
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        const cfa_language language = (cfa_language)l;
        const char *code = cfa_language_code(language);
        g_autofree char *address = cfa_link_language(draft->request, language);
        cfa_html_open(html, "li", NULL);
        cfa_html_element(html, "a", cfa_say_language(language), "href", address, "lang", code, "hreflang",
                         code, "aria-current", language == draft->language ? "true" : NULL, NULL);
        cfa_html_close(html, "li");
    }
    cfa_html_close(html, "nav");
}

cfa_draft cfa_frame_begin(const cfa_web_request *request, const char *title, const char *canonical,
                          gboolean is_wide)
{
    cfa_draft draft = {.request = request, .html = cfa_html_new(), .language = request->language};
    cfa_html *html = draft.html;
    g_autofree char *home = cfa_link_page(request, "/");
    cfa_html_open(html, "html", "lang", cfa_language_code(draft.language), NULL);
    head(&draft, title, canonical);
    cfa_html_open(html, "body", "class", is_wide ? "wide" : NULL, NULL);
    cfa_html_element(html, "a", cfa_say(CFA_SAY_SKIP, draft.language), "class", "skip", "href", "#text",
                     NULL);
    cfa_html_open(html, "header", "class", "top", NULL);
    /* The page without a title of its own has the site's name for its heading. */
    if (title != NULL)
        cfa_html_element(html, "a", cfa_say(CFA_SAY_SITE, draft.language), "class", "site", "href", home,
                         NULL);
    page_languages(&draft);
    cfa_html_close(html, "header");
    cfa_html_open(html, "main", "id", "text", "tabindex", "-1", NULL);
    return draft;
}

void cfa_frame_help(cfa_draft *draft)
{
    g_autofree char *help = cfa_link_page(draft->request, "/help");
    cfa_html_element(draft->html, "a", cfa_say(CFA_SAY_HELP, draft->language), "href", help, "rel", "help",
                     NULL);
}

void cfa_frame_end(cfa_draft *draft, cfa_web_response *response)
{
    cfa_html *html = draft->html;
    cfa_html_close(html, "main");
    cfa_html_open(html, "footer", NULL);
    cfa_html_element(html, "p", cfa_say(CFA_SAY_FOOTER, draft->language), NULL);
    cfa_frame_help(draft);
    cfa_html_close(html, "footer");
    cfa_web_response_take(response, cfa_html_finish(html));
    draft->html = NULL;
    response->language = draft->language;
}

/* What the form itself asks for is not carried beside it, nor what is of a page to read alone, and a new
 * search begins at its first page. */
static gboolean is_hidden(cfa_parameter parameter)
{
    return parameter != CFA_PARAMETER_Q && parameter != CFA_PARAMETER_LANG &&
           parameter != CFA_PARAMETER_PAGE && parameter != CFA_PARAMETER_TEXTS &&
           parameter != CFA_PARAMETER_MARKS && parameter != CFA_PARAMETER_FORMAT;
}

static void hidden_value(cfa_draft *draft, cfa_parameter parameter)
{
    const cfa_parameters *parameters = &draft->request->parameters;
    for (guint i = 0; i < cfa_parameters_count(parameters, parameter); i++)
        cfa_html_open(draft->html, "input", "type", "hidden", "name", cfa_parameter_name(parameter), "value",
                      cfa_parameters_at(parameters, parameter, i), NULL);
}

static void hidden_values(cfa_draft *draft)
{
    for (guint parameter = 0; parameter < CFA_PARAMETERS; parameter++)
        if (is_hidden(parameter))
            hidden_value(draft, parameter);
}

static gboolean is_wanted(const cfa_parameters *parameters, cfa_language language)
{
    for (guint i = 0; i < cfa_parameters_count(parameters, CFA_PARAMETER_LANG); i++)
        if (cfa_language_parse(cfa_parameters_at(parameters, CFA_PARAMETER_LANG, i)) == language)
            return TRUE;
    return FALSE;
}

static void text_languages(cfa_draft *draft)
{
    cfa_html *html = draft->html;
    cfa_html_open(html, "fieldset", "class", "row", NULL);
    cfa_html_element(html, "legend", cfa_say(CFA_SAY_TEXT_LANGUAGES, draft->language), NULL);
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        const cfa_language language = (cfa_language)l;
        const char *code = cfa_language_code(language);
        cfa_html_open(html, "label", NULL);
        cfa_html_open(html, "input", "type", "checkbox", "name", cfa_parameter_name(CFA_PARAMETER_LANG),
                      "value", code, "checked", is_wanted(&draft->request->parameters, language) ? "" : NULL,
                      NULL);
        cfa_html_element(html, "span", cfa_say_language(language), "lang", code, NULL);
        cfa_html_close(html, "label");
    }
    cfa_html_element(html, "span", cfa_say(CFA_SAY_ALL_LANGUAGES, draft->language), "class", "quiet", NULL);
    cfa_html_close(html, "fieldset");
}

static void begin_form(cfa_draft *draft, const char *look)
{
    g_autofree char *action = g_strconcat(draft->request->base, "/", NULL);
    cfa_html_open(draft->html, "form", "role", "search", "action", action, "method", "get", "class", look,
                  NULL);
}

static void write_box(cfa_draft *draft, gboolean large)
{
    cfa_html *html = draft->html;
    g_autofree char *most = g_strdup_printf("%d", CFA_QUERY_BYTES);
    cfa_html_element(html, "label", cfa_say(CFA_SAY_SEARCH_LABEL, draft->language), "for", "q", "class",
                     large ? NULL : "unseen", NULL);
    cfa_html_open(html, "div", "class", "box", NULL);
    cfa_html_open(html, "input", "type", "search", "id", "q", "name", cfa_parameter_name(CFA_PARAMETER_Q),
                  "value", cfa_parameters_word(&draft->request->parameters, CFA_PARAMETER_Q), "dir", "auto",
                  "autocomplete", "off", "maxlength", most, "autofocus", large ? "" : NULL, NULL);
    cfa_html_element(html, "button", cfa_say(CFA_SAY_SEARCH, draft->language), "type", "submit", NULL);
    cfa_html_close(html, "div");
}

void cfa_frame_form(cfa_draft *draft, gboolean large)
{
    begin_form(draft, large ? "large" : NULL);
    write_box(draft, large);
    cfa_html_open(draft->html, "div", "class", "below", NULL);
    text_languages(draft);
    cfa_frame_help(draft);
    cfa_html_close(draft->html, "div");
    hidden_values(draft);
    cfa_html_close(draft->html, "form");
}

void cfa_frame_box(cfa_draft *draft)
{
    begin_form(draft, "compact");
    write_box(draft, FALSE);
    hidden_value(draft, CFA_PARAMETER_UI);
    cfa_html_close(draft->html, "form");
}

void cfa_frame_back(cfa_draft *draft)
{
    g_autofree char *results = cfa_link_results(draft->request);
    if (results == NULL)
        return;
    cfa_html_open(draft->html, "p", "class", "back", NULL);
    cfa_html_element(draft->html, "a", cfa_say(CFA_SAY_BACK, draft->language), "href", results, NULL);
    cfa_html_close(draft->html, "p");
}

const char *cfa_frame_lang(const cfa_draft *draft, cfa_language language)
{
    if (language == draft->language)
        return NULL;
    return language != CFA_LANGUAGE_UNKNOWN ? cfa_language_code(language) : "";
}

char *cfa_frame_paragraph_path(const cfa_record *record)
{
    return g_strconcat("/paragraph/", record->id, NULL);
}

void cfa_frame_printed(cfa_draft *draft, const char *path)
{
    g_autofree char *address = cfa_link_printed(draft->request, path);
    cfa_html_text(draft->html, " ");
    cfa_html_element(draft->html, "span", address, "class", "address", NULL);
}

void cfa_frame_begin_row(cfa_draft *draft, const char *label)
{
    cfa_html *html = draft->html;
    cfa_html_open(html, "div", "role", "group", "aria-label", label, NULL);
    cfa_html_element(html, "span", label, "class", "label", "aria-hidden", "true", NULL);
    cfa_html_open(html, "ul", "class", "row", NULL);
}

void cfa_frame_end_row(cfa_draft *draft)
{
    cfa_html_close(draft->html, "ul");
    cfa_html_close(draft->html, "div");
}

void cfa_frame_begin_more(cfa_draft *draft, guint count)
{
    g_autofree char *number = cfa_say_number(count, draft->language);
    g_autofree char *more = cfa_say_filled(CFA_SAY_MORE, draft->language, number, NULL);
    cfa_html_open(draft->html, "details", NULL);
    cfa_html_element(draft->html, "summary", more, NULL);
}

void cfa_frame_number(cfa_draft *draft, guint number, const char *address)
{
    g_autofree char *digits = g_strdup_printf("%u", number);
    g_autofree char *label = cfa_say_filled(CFA_SAY_PARAGRAPH, draft->language, digits, NULL);
    cfa_html_element(draft->html, "a", digits, "class", "number", "href", address, "aria-label", label, NULL);
}

static void languages_after(cfa_draft *draft, cfa_saying name, const cfa_record *record,
                            cfa_language_set languages)
{
    cfa_html *html = draft->html;
    g_autofree char *stem = cfa_case_text_stem(record->text);
    cfa_html_open(html, "span", "class", "languages", NULL);
    cfa_html_text(html, cfa_say(name, draft->language));
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        const cfa_language language = (cfa_language)l;
        if ((languages & CFA_LANGUAGE_BIT(l)) == 0)
            continue;
        const char *code = cfa_language_code(language);
        const guint number = record->paragraph->number;
        g_autofree char *id = cfa_id_make(stem, number, number, language);
        g_autofree char *path = g_strconcat("/paragraph/", id, NULL);
        g_autofree char *address = cfa_link_reading(draft->request, path);
        cfa_html_text(html, " ");
        cfa_html_element(html, "a", cfa_say_language(language), "href", address, "lang", code, NULL);
    }
    cfa_html_close(html, "span");
}

void cfa_frame_languages(cfa_draft *draft, const cfa_record *record, cfa_language_set languages)
{
    languages_after(draft, CFA_SAY_READ_IN, record, languages);
}

void cfa_frame_other_languages(cfa_draft *draft, const cfa_record *record, cfa_language_set languages)
{
    const cfa_language_set others = languages & ~CFA_LANGUAGE_BIT(record->text->language);
    if (others != 0)
        languages_after(draft, CFA_SAY_ALSO_IN, record, others);
}

static void cite(cfa_draft *draft, const cfa_record *record, const char *citation)
{
    cfa_html *html = draft->html;
    g_autofree char *path = cfa_frame_paragraph_path(record);
    g_autofree char *address = cfa_link_permanent(draft->request, path);
    cfa_html_open(html, "p", "class", "cite", NULL);
    cfa_html_element(html, "cite", citation, "lang", cfa_frame_lang(draft, record->text->language), NULL);
    cfa_html_text(html, " ");
    const char *permanent = cfa_say(CFA_SAY_PERMANENT_LINK, draft->language);
    g_autofree char *name = g_strdup_printf("%s: %s", permanent, record->id);
    cfa_html_element(html, "a", permanent, "href", address, "aria-label", name, NULL);
    /* Unseen until the script, which names it, has something for it to do; its place is kept, so that nothing
     * moves. */
    cfa_html_text(html, " ");
    cfa_html_element(html, "button", cfa_say(CFA_SAY_COPY, draft->language), "class", "copy", NULL);
    cfa_html_close(html, "p");
}

void cfa_frame_citation(cfa_draft *draft, const cfa_record *record)
{
    g_autofree char *citation = cfa_answer_cite_paragraph(record);
    cite(draft, record, citation);
}

void cfa_frame_cite_case_text(cfa_draft *draft, const cfa_record *record)
{
    g_autofree char *citation = cfa_answer_cite_case_text(record);
    cite(draft, record, citation);
}

void cfa_frame_fact(cfa_draft *draft, const char *text, gboolean *is_later)
{
    if (text == NULL)
        return;
    cfa_html_text(draft->html, *is_later ? " · " : "");
    cfa_html_element(draft->html, "span", text, NULL);
    *is_later = TRUE;
}

static void fact(cfa_draft *draft, const char *text, guint *count)
{
    if (text == NULL || text[0] == '\0')
        return;
    cfa_html_text(draft->html, (*count)++ > 0 ? " · " : "");
    cfa_html_text(draft->html, text);
}

static void facts(cfa_draft *draft, const cfa_record *record, gboolean with_country)
{
    const cfa_case_text *text = record->text;
    const cfa_case *first = text->cases->len > 0 ? g_ptr_array_index(text->cases, 0) : NULL;
    g_autofree char *date = cfa_say_date(text->report_date, draft->language);
    guint count = 0;
    fact(draft, with_country ? cfa_answer_country(record, draft->language) : NULL, &count);
    fact(draft, date, &count);
    fact(draft, cfa_say_type(text->type, draft->language), &count);
    fact(draft, first != NULL ? cfa_say_status(first->status, draft->language) : NULL, &count);
}

void cfa_frame_facts(cfa_draft *draft, const cfa_record *record)
{
    facts(draft, record, TRUE);
}

void cfa_frame_facts_beside_citation(cfa_draft *draft, const cfa_record *record)
{
    facts(draft, record, FALSE);
}
