#include "results.h"

#include "cites_heading.h"
#include "export.h"
#include "facets.h"
#include "leads.h"
#include "notes.h"
#include "pieces.h"
#include "principles.h"

#include <string.h>

/* "About 840 case texts" */
static char *describe_total(const cfa_answer *answer, cfa_language language)
{
    const guint total = answer->estimated;
    if (total == 1 && answer->lower == answer->upper)
        return g_strdup(
            cfa_say(answer->by_paragraph ? CFA_SAY_ONE_PARAGRAPH : CFA_SAY_ONE_CASE_TEXT, language));
    g_autofree char *number = cfa_say_number(total, language);
    char *text = cfa_say_filled(answer->by_paragraph ? CFA_SAY_PARAGRAPHS : CFA_SAY_CASE_TEXTS, language,
                                number, NULL);
    if (answer->lower == answer->upper)
        return text;
    g_autofree char *exact = text;
    return cfa_say_filled(CFA_SAY_ABOUT, language, exact, NULL);
}

static void write_passage(cfa_draft *draft, const cfa_passage *passage)
{
    cfa_html *html = draft->html;
    const cfa_record *record = passage->record;
    g_autofree char *path = cfa_frame_paragraph_path(record);
    g_autofree char *address = cfa_link_reading(draft->request, path);
    cfa_html_open(html, "div", "class", "hung", NULL);
    cfa_frame_number(draft, record->paragraph->number, address);
    cfa_html_element(html, "p", cfa_say_section(record->paragraph->section, draft->language), "class",
                     "label", NULL);
    cfa_html_open(html, "p", "class", "body", "lang", cfa_frame_lang(draft, record->text->language), NULL);
    for (guint i = 0; i < passage->snippet->len; i++) {
        const cfa_run *run = g_ptr_array_index(passage->snippet, i);
        if (run->match)
            cfa_html_element(html, "mark", run->text, NULL);
        else
            cfa_html_text(html, run->text);
    }
    cfa_html_close(html, "div");
}

static void write_hit(cfa_draft *draft, const cfa_answer *answer, const cfa_hit *hit)
{
    cfa_html *html = draft->html;
    const cfa_passage *best = g_ptr_array_index(hit->passages, 0);
    g_autofree char *title = answer->by_paragraph ? cfa_answer_cite_paragraph(hit->record)
                                                  : cfa_answer_cite_case_text(hit->record);
    g_autofree char *path = cfa_frame_paragraph_path(best->record);
    g_autofree char *address = cfa_link_reading(draft->request, path);
    const char *lang = cfa_frame_lang(draft, hit->record->text->language);
    cfa_html_open(html, "li", NULL);
    cfa_html_open(html, "h2", "lang", lang, NULL);
    cfa_html_element(html, "a", title, "href", address, NULL);
    cfa_html_close(html, "h2");
    cfa_html_open(html, "p", "class", "facts", NULL);
    cfa_html_open(html, "span", NULL);
    cfa_frame_facts_beside_citation(draft, hit->record);
    cfa_html_close(html, "span");
    cfa_html_text(html, " ");
    cfa_frame_other_languages(draft, best->record, hit->languages);
    cfa_html_close(html, "p");
    for (guint i = 0; i < hit->passages->len; i++)
        write_passage(draft, g_ptr_array_index(hit->passages, i));
    cfa_frame_citation(draft, best->record);
    cfa_leads_write(draft, best->record, hit->id, hit->cited_by);
    cfa_html_close(html, "li");
}

static void write_hint(cfa_draft *draft, cfa_saying name, cfa_parameter parameter, const char *value)
{
    g_autofree char *address = cfa_link_search(draft->request, parameter, value);
    cfa_html_open(draft->html, "li", NULL);
    cfa_html_element(draft->html, "a", cfa_say(name, draft->language), "href", address, NULL);
    cfa_html_close(draft->html, "li");
}

/* Of a citation alone, which other words would not help: that nothing has it, and the page that names what is
 * near. */
static void write_uncited(cfa_draft *draft, const cfa_citation *citation)
{
    g_autofree char *path = cfa_target_path(citation);
    g_autofree char *address = cfa_link_page(draft->request, path);
    g_autofree char *name = cfa_citation_name(draft->language, citation);
    g_autofree char *absent = cfa_say_filled(CFA_SAY_REASON_ABSENT, draft->language, "", name, NULL);
    const gboolean is_of_a_book =
        citation->kind == CFA_CITES_DIGEST || citation->kind == CFA_CITES_COMPILATION;
    cfa_html_open(draft->html, "li", NULL);
    if (is_of_a_book)
        cfa_html_text(draft->html, cfa_say(CFA_SAY_NOBODY_CITES, draft->language));
    else
        cfa_html_element(draft->html, "a", absent, "href", address, NULL);
    cfa_html_close(draft->html, "li");
}

/* A phrase that no text has may be known by its words. */
static void write_unquoted(cfa_draft *draft, const char *query)
{
    g_autofree char *words = cfa_pieces_without_quotation(query);
    if (words != NULL)
        write_hint(draft, CFA_SAY_HINT_UNQUOTED, CFA_PARAMETER_Q, words);
}

/* What might help where nothing was found. */
static void write_hints(cfa_draft *draft)
{
    cfa_html *html = draft->html;
    const cfa_parameters *parameters = &draft->request->parameters;
    const char *query = cfa_parameters_word(parameters, CFA_PARAMETER_Q);
    cfa_citation citation;
    cfa_html_open(html, "ul", "class", "hints", NULL);
    const gboolean is_narrowed =
        cfa_controls_is_filtered(parameters) || cfa_parameters_count(parameters, CFA_PARAMETER_LANG) > 0;
    if (!cfa_query_read_citation(query, &citation))
        cfa_html_element(html, "li", cfa_say(CFA_SAY_HINT_WORDS, draft->language), NULL);
    else if (!is_narrowed)
        write_uncited(draft, &citation);
    write_unquoted(draft, query);
    if (cfa_parameters_count(parameters, CFA_PARAMETER_LANG) > 0)
        write_hint(draft, CFA_SAY_HINT_LANGUAGES, CFA_PARAMETER_LANG, NULL);
    if (strcmp(cfa_parameters_word(parameters, CFA_PARAMETER_TRANSLATE), "off") == 0)
        write_hint(draft, CFA_SAY_HINT_TRANSLATE, CFA_PARAMETER_TRANSLATE, NULL);
    if (strcmp(cfa_parameters_word(parameters, CFA_PARAMETER_MATCH), "all") == 0)
        write_hint(draft, CFA_SAY_HINT_ANY, CFA_PARAMETER_MATCH, "any");
    if (cfa_controls_is_filtered(parameters) && query[0] != '\0') {
        g_autofree char *address = cfa_link_query(draft->request, query);
        cfa_html_open(html, "li", NULL);
        cfa_html_element(html, "a", cfa_say(CFA_SAY_HINT_FILTERS, draft->language), "href", address, NULL);
        cfa_html_close(html, "li");
    }
    cfa_html_open(html, "li", NULL);
    cfa_frame_help(draft);
    cfa_html_close(html, "ul");
}

/* What the hits are like, in the place of a question. */
static void write_like(cfa_draft *draft, const cfa_answer *answer)
{
    cfa_html *html = draft->html;
    cfa_html_open(html, "h1", NULL);
    cfa_html_text(html, cfa_say(CFA_SAY_SIMILAR_TO, draft->language));
    cfa_html_text(html, " ");
    cfa_html_element(html, "cite", answer->like, "lang", cfa_frame_lang(draft, answer->like_language), NULL);
    cfa_html_close(html, "h1");
}

static void write_nothing_like(cfa_draft *draft, const cfa_answer *answer)
{
    write_like(draft, answer);
    cfa_html_element(draft->html, "p", cfa_say(CFA_SAY_NOTHING_SIMILAR, draft->language), NULL);
    cfa_controls_filters(draft);
}

static const char *say_nothing(const cfa_answer *answer, cfa_language language)
{
    const gboolean has_principles = answer->principles != NULL && answer->principles->len > 0;
    return cfa_say(has_principles ? CFA_SAY_NO_CASE_TEXT : CFA_SAY_NOTHING, language);
}

static void write_nothing(cfa_draft *draft, const cfa_answer *answer)
{
    cfa_html *html = draft->html;
    cfa_html_element(html, "h1", say_nothing(answer, draft->language), NULL);
    cfa_notes_suggestion(draft, answer);
    cfa_html_open(html, "p", NULL);
    cfa_html_text(html, cfa_say(CFA_SAY_NOTHING_SEARCHED, draft->language));
    cfa_html_text(html, " ");
    cfa_html_open(html, "code", NULL);
    cfa_html_element(html, "bdi", answer->parsed[0] != '\0' ? answer->parsed : answer->query, NULL);
    cfa_html_close(html, "p");
    cfa_notes_unread(draft, answer);
    cfa_controls_filters(draft);
    cfa_principles_block(draft, CFA_SAY_PRINCIPLES, answer->principles, G_MAXUINT);
    write_hints(draft);
}

static void write_nothing_cites(cfa_draft *draft, const cfa_answer *answer)
{
    cfa_cites_heading(draft, answer);
    cfa_notes_write(draft, answer);
    cfa_controls_filters(draft);
}

static void write_past_end(cfa_draft *draft, const char *total)
{
    g_autofree char *first = cfa_link_search(draft->request, CFA_PARAMETER_PAGE, NULL);
    cfa_html_element(draft->html, "h1", total, NULL);
    cfa_html_open(draft->html, "p", NULL);
    cfa_html_text(draft->html, cfa_say(CFA_SAY_PAST_END, draft->language));
    cfa_html_text(draft->html, " ");
    cfa_html_element(draft->html, "a", cfa_say(CFA_SAY_FIRST_PAGE, draft->language), "href", first, NULL);
    cfa_html_close(draft->html, "p");
}

static void write_heading(cfa_draft *draft, const cfa_answer *answer, const char *total)
{
    cfa_html *html = draft->html;
    g_autofree char *heading = cfa_say_filled(CFA_SAY_FOUND_FOR, draft->language, total, NULL);
    if (answer->cites != NULL) {
        cfa_cites_heading(draft, answer);
        return;
    }
    if (answer->like != NULL) {
        write_like(draft, answer);
        cfa_html_element(html, "p", total, NULL);
        return;
    }
    cfa_html_open(html, "h1", NULL);
    cfa_html_text(html, answer->query[0] != '\0' ? heading : total);
    if (answer->query[0] != '\0') {
        cfa_html_text(html, " ");
        cfa_html_open(html, "q", NULL);
        cfa_html_element(html, "bdi", answer->query, NULL);
    }
    cfa_html_close(html, "h1");
}

void cfa_results_hits(cfa_draft *draft, const cfa_answer *answer)
{
    cfa_html *html = draft->html;
    g_autofree char *start = g_strdup_printf("%u", answer->offset + 1);
    cfa_html_open(html, "ol", "class", "hits", "id", "hits", "start", start, "aria-label",
                  cfa_say(CFA_SAY_RESULTS, draft->language), NULL);
    for (guint i = 0; i < answer->hits->len; i++)
        write_hit(draft, answer, g_ptr_array_index(answer->hits, i));
    cfa_html_close(html, "ol");
    cfa_controls_pages(draft, answer);
    cfa_export_results(draft, answer);
}

/* The list, with the first of the principles above it, and what it can be narrowed down to: beside it, or
 * where there is no room above it, in one line. */
static void write_narrowed_list(cfa_draft *draft, const cfa_answer *answer)
{
    cfa_html *html = draft->html;
    cfa_html_open(html, "div", "class", "found", NULL);
    if (answer->offset == 0)
        cfa_principles_block(draft, CFA_SAY_PRINCIPLES, answer->principles, 1);
    cfa_html_element(html, "a", cfa_say(CFA_SAY_SKIP_TO_RESULTS, draft->language), "class", "unseen", "href",
                     "#hits", NULL);
    cfa_facets_write(draft, answer->facets);
    cfa_html_open(html, "div", NULL);
    cfa_results_hits(draft, answer);
    cfa_html_close(html, "div");
    cfa_html_close(html, "div");
}

static void write_hits(cfa_draft *draft, const cfa_answer *answer, const char *total)
{
    write_heading(draft, answer, total);
    cfa_notes_suggestion(draft, answer);
    cfa_notes_write(draft, answer);
    cfa_controls_filters(draft);
    if (answer->cites != NULL)
        cfa_controls_write_cites(draft);
    else if (answer->like != NULL)
        cfa_controls_write_similar(draft);
    else
        cfa_controls_write(draft);
    if (answer->facets != NULL)
        write_narrowed_list(draft, answer);
    else
        cfa_results_hits(draft, answer);
}

/* What was asked, and how much was found: the first that is heard of the page. */
static char *make_title(const cfa_answer *answer, const char *total, cfa_language language)
{
    if (answer->cites != NULL)
        return cfa_cites_title(answer, language);
    if (answer->like != NULL)
        return g_strdup_printf("%s %s", cfa_say(CFA_SAY_SIMILAR_TO, language), answer->like);
    const char *found = answer->upper > 0 ? total : say_nothing(answer, language);
    return answer->query[0] != '\0' ? g_strdup_printf("%s – %s", answer->query, found) : g_strdup(found);
}

void cfa_results_write(const cfa_web_request *request, const cfa_answer *answer, cfa_web_response *response)
{
    g_autofree char *total = describe_total(answer, request->language);
    g_autofree char *title = make_title(answer, total, request->language);
    const gboolean has_facets = answer->facets != NULL && answer->hits->len > 0;
    cfa_draft draft = cfa_frame_begin(request, title, NULL, has_facets);
    if (answer->cites != NULL || answer->like != NULL)
        cfa_frame_box(&draft);
    else
        cfa_frame_form(&draft, FALSE);
    if (answer->hits->len > 0)
        write_hits(&draft, answer, total);
    else if (answer->upper > 0)
        write_past_end(&draft, total);
    else if (answer->cites != NULL)
        write_nothing_cites(&draft, answer);
    else if (answer->like != NULL)
        write_nothing_like(&draft, answer);
    else
        write_nothing(&draft, answer);
    cfa_frame_end(&draft, response);
}
