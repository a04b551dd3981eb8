/* /help: how to search, by examples that are links, and what can be done with what is found. */
#include "frame.h"

/* What is typed, one below the other where there are several; and what that means. */
typedef struct row {
    cfa_saying typed, meaning;
} row;

static const row words[] = {
    {CFA_SAY_HELP_WORDS_TYPED, CFA_SAY_HELP_WORDS_MEAN},
    {CFA_SAY_HELP_PHRASE_TYPED, CFA_SAY_HELP_PHRASE_MEANS},
    {CFA_SAY_HELP_SIGNS_TYPED, CFA_SAY_HELP_SIGNS_MEAN},
    {CFA_SAY_HELP_OPERATORS_TYPED, CFA_SAY_HELP_OPERATORS_MEAN},
    {CFA_SAY_HELP_NEAR_TYPED, CFA_SAY_HELP_NEAR_MEANS},
    {CFA_SAY_HELP_PREFIX_TYPED, CFA_SAY_HELP_PREFIX_MEANS},
};

static const row citations[] = {
    {CFA_SAY_EXAMPLE_CASE, CFA_SAY_HELP_CASE_MEANS},
    {CFA_SAY_HELP_PARAGRAPH_TYPED, CFA_SAY_HELP_PARAGRAPH_MEANS},
    {CFA_SAY_HELP_PRINCIPLE_TYPED, CFA_SAY_HELP_PRINCIPLE_MEANS},
    {CFA_SAY_HELP_CITING_TYPED, CFA_SAY_HELP_CITING_MEANS},
};

static const struct field_row {
    cfa_field field;
    cfa_saying meaning;
} fields[] = {
    {CFA_FIELD_COUNTRY, CFA_SAY_FACET_COUNTRY},   {CFA_FIELD_YEAR, CFA_SAY_HELP_YEAR},
    {CFA_FIELD_SECTION, CFA_SAY_FACET_SECTION},   {CFA_FIELD_TYPE, CFA_SAY_FACET_TYPE},
    {CFA_FIELD_STATUS, CFA_SAY_FACET_STATUS},     {CFA_FIELD_CONVENTION, CFA_SAY_FACET_CONVENTION},
    {CFA_FIELD_LANGUAGE, CFA_SAY_FACET_LANGUAGE}, {CFA_FIELD_CASE, CFA_SAY_HELP_CASE},
    {CFA_FIELD_REPORT, CFA_SAY_REPORT},           {CFA_FIELD_PARAGRAPH, CFA_SAY_HELP_PARAGRAPH},
    {CFA_FIELD_CITES, CFA_SAY_HELP_CITES},
};

static const struct key {
    const char *key;
    cfa_saying meaning;
} keys[] = {
    {"/", CFA_SAY_HELP_KEY_BOX},
    {"↓", CFA_SAY_HELP_KEY_SUGGESTION},
    {"j", CFA_SAY_HELP_KEY_NEXT},
    {"k", CFA_SAY_HELP_KEY_PREVIOUS},
};

static void begin_part(cfa_draft *draft, cfa_saying title)
{
    cfa_html_open(draft->html, "section", "class", "part", NULL);
    cfa_html_element(draft->html, "h2", cfa_say(title, draft->language), NULL);
}

static void end_part(cfa_draft *draft)
{
    cfa_html_close(draft->html, "section");
}

static void write_meaning(cfa_draft *draft, cfa_saying meaning)
{
    g_autofree char *letters = g_strdup_printf("%d", CFA_QUERY_PREFIX_LETTERS);
    g_autofree char *text = cfa_say_filled(meaning, draft->language, letters, NULL);
    cfa_html_element(draft->html, "dd", text, NULL);
}

static void write_row(cfa_draft *draft, const char *typed, cfa_saying meaning)
{
    cfa_html *html = draft->html;
    g_auto(GStrv) examples = g_strsplit(typed, "\n", -1);
    cfa_html_open(html, "div", NULL);
    cfa_html_open(html, "dt", "class", "row", NULL);
    for (guint i = 0; examples[i] != NULL; i++) {
        g_autofree char *address = cfa_link_query(draft->request, examples[i]);
        cfa_html_element(html, "a", examples[i], "href", address, NULL);
        cfa_html_text(html, " ");
    }
    cfa_html_close(html, "dt");
    write_meaning(draft, meaning);
    cfa_html_close(html, "div");
}

static void write_rows(cfa_draft *draft, const row *rows, gsize count)
{
    cfa_html_open(draft->html, "dl", "class", "examples", NULL);
    for (gsize i = 0; i < count; i++)
        write_row(draft, cfa_say(rows[i].typed, draft->language), rows[i].meaning);
    cfa_html_close(draft->html, "dl");
}

static void write_fields(cfa_draft *draft)
{
    cfa_html_open(draft->html, "dl", "class", "examples", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
        write_row(draft, cfa_say_field(fields[i].field, draft->language), fields[i].meaning);
    cfa_html_close(draft->html, "dl");
}

static void write_questions(cfa_draft *draft)
{
    begin_part(draft, CFA_SAY_HELP_WORDS);
    write_rows(draft, words, G_N_ELEMENTS(words));
    end_part(draft);
    begin_part(draft, CFA_SAY_HELP_CITATIONS);
    write_rows(draft, citations, G_N_ELEMENTS(citations));
    end_part(draft);
    begin_part(draft, CFA_SAY_HELP_FIELDS);
    cfa_html_element(draft->html, "p", cfa_say(CFA_SAY_HELP_FIELDS_ABOUT, draft->language), NULL);
    write_fields(draft);
    end_part(draft);
}

static void write_filled(cfa_draft *draft, cfa_saying name, const char *first, const char *second)
{
    g_autofree char *text = cfa_say_filled(name, draft->language, first, second, NULL);
    cfa_html_element(draft->html, "p", text, NULL);
}

/* What there is with JavaScript alone is said where there is JavaScript. */
static void begin_scripted(cfa_draft *draft)
{
    cfa_html_open(draft->html, "div", "class", "scripted", NULL);
}

static void end_scripted(cfa_draft *draft)
{
    cfa_html_close(draft->html, "div");
}

static void write_results(cfa_draft *draft)
{
    const cfa_language language = draft->language;
    g_autofree char *most = cfa_say_number(CFA_LIMIT_MAX, language);
    begin_part(draft, CFA_SAY_HELP_RESULTS);
    begin_scripted(draft);
    write_filled(draft, CFA_SAY_HELP_COPY, cfa_say(CFA_SAY_COPY, language), NULL);
    end_scripted(draft);
    write_filled(draft, CFA_SAY_HELP_PERMANENT, cfa_say(CFA_SAY_PERMANENT_LINK, language), NULL);
    write_filled(draft, CFA_SAY_HELP_EXPORT, cfa_say(CFA_SAY_EXPORT, language), most);
    write_filled(draft, CFA_SAY_HELP_FOLLOW, cfa_say(CFA_SAY_FEED, language), NULL);
    end_part(draft);
}

static void write_keys(cfa_draft *draft)
{
    cfa_html *html = draft->html;
    begin_scripted(draft);
    begin_part(draft, CFA_SAY_HELP_KEYS);
    cfa_html_open(html, "dl", "class", "keyboard", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        cfa_html_open(html, "div", NULL);
        cfa_html_open(html, "dt", NULL);
        cfa_html_element(html, "kbd", keys[i].key, NULL);
        cfa_html_close(html, "dt");
        write_meaning(draft, keys[i].meaning);
        cfa_html_close(html, "div");
    }
    cfa_html_close(html, "dl");
    end_part(draft);
    end_scripted(draft);
}

static void write_limits(cfa_draft *draft)
{
    g_autofree char *bytes = cfa_say_number(CFA_QUERY_BYTES, draft->language);
    g_autofree char *depth = cfa_say_number(CFA_QUERY_DEPTH, draft->language);
    g_autofree char *most = cfa_say_number(CFA_QUERY_WORDS, draft->language);
    g_autofree char *text =
        cfa_say_filled(CFA_SAY_HELP_LIMITS_ARE, draft->language, bytes, depth, most, NULL);
    begin_part(draft, CFA_SAY_HELP_LIMITS);
    cfa_html_element(draft->html, "p", text, NULL);
    end_part(draft);
}

gboolean cfa_page_help(cfa_visit *visit, cfa_error *error)
{
    (void)error;
    const cfa_web_request *request = visit->request;
    if (cfa_web_response_tag(visit->response, request, CFA_VERSION))
        return TRUE;
    const char *title = cfa_say(CFA_SAY_HELP, request->language);
    cfa_draft draft = cfa_frame_begin(request, title, "/help", FALSE);
    cfa_frame_box(&draft);
    cfa_html_element(draft.html, "h1", title, NULL);
    cfa_html_element(draft.html, "p", cfa_say(CFA_SAY_HELP_INTRODUCTION, draft.language), NULL);
    write_questions(&draft);
    write_results(&draft);
    write_keys(&draft);
    write_limits(&draft);
    cfa_frame_end(&draft, visit->response);
    return TRUE;
}
