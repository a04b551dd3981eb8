#include "nearest.h"

#include "cited.h"
#include "leads.h"
#include "library.h"

#include <string.h>

static void write_link(cfa_draft *draft, const char *path, const char *text)
{
    g_autofree char *address = cfa_link_page(draft->request, path);
    cfa_html_open(draft->html, "li", NULL);
    cfa_html_element(draft->html, "a", text, "href", address, NULL);
    cfa_html_close(draft->html, "li");
}

static void write_target(cfa_draft *draft, const cfa_citation *citation)
{
    g_autofree char *path = cfa_target_path(citation);
    g_autofree char *name = cfa_citation_name(draft->language, citation);
    write_link(draft, path, name);
}

/* ---- a report ---- */

static void write_report(cfa_draft *draft, guint report, cfa_saying saying)
{
    g_autofree char *path = g_strdup_printf("/report/%u", report);
    g_autofree char *name = cfa_leads_report_name(report, "", draft->language);
    g_autofree char *text = cfa_say_filled(saying, draft->language, name, NULL);
    if (report != 0)
        write_link(draft, path, text);
}

static void write_neighbours(cfa_draft *draft, const cfa_index *index, guint report)
{
    guint previous, next;
    if (!cfa_report_neighbours(index, report, &previous, &next, NULL) || (previous == 0 && next == 0))
        return;
    cfa_html_open(draft->html, "ul", "class", "hints", NULL);
    write_report(draft, previous, CFA_SAY_PREVIOUS_REPORT);
    write_report(draft, next, CFA_SAY_NEXT_REPORT);
    cfa_html_close(draft->html, "ul");
}

/* Of the paragraphs that the index has of a report the one nearest to a number. */
static guint nearest_paragraph(const cfa_report_contents *contents, guint number)
{
    guint nearest = 0, least = G_MAXUINT;
    for (guint i = 0; i < contents->case_texts->len; i++) {
        const cfa_record *record = ((cfa_text_found *)g_ptr_array_index(contents->case_texts, i))->record;
        const guint here = CLAMP(number, record->first, record->last);
        const guint far = here > number ? here - number : number - here;
        if (far < least) {
            least = far;
            nearest = here;
        }
    }
    return nearest;
}

/* "394th Report: paragraphs 52 to 110 in this index", and the way there. */
static void write_contents(cfa_draft *draft, const cfa_report_contents *contents, guint number)
{
    cfa_html *html = draft->html;
    const guint nearest = nearest_paragraph(contents, number);
    guint last = 0;
    for (guint i = 0; i < contents->case_texts->len; i++)
        last = MAX(last, ((cfa_text_found *)g_ptr_array_index(contents->case_texts, i))->record->last);
    g_autofree char *from = g_strdup_printf("%u", nearest_paragraph(contents, 0));
    g_autofree char *to = g_strdup_printf("%u", last);
    g_autofree char *name = cfa_leads_report_name(contents->report, contents->id, draft->language);
    g_autofree char *runs = cfa_say_filled(CFA_SAY_REPORT_RUNS, draft->language, name, from, to, NULL);
    g_autofree char *path = g_strconcat("/report/", contents->id, NULL);
    g_autofree char *near = cfa_id_make(contents->id, nearest, nearest, CFA_LANGUAGE_UNKNOWN);
    g_autofree char *near_path = g_strconcat("/paragraph/", near, NULL);
    g_autofree char *digits = g_strdup_printf("%u", nearest);
    g_autofree char *paragraph = cfa_say_filled(CFA_SAY_NEAREST_PARAGRAPH, draft->language, digits, NULL);
    cfa_html_open(html, "ul", "class", "hints", NULL);
    write_link(draft, path, runs);
    write_link(draft, near_path, paragraph);
    cfa_html_close(html, "ul");
}

/* Near to a paragraph or a run of them, or to a whole report where `number` is 0. */
static void write_of_report(cfa_draft *draft, const cfa_index *index, const char *stem, guint number)
{
    g_autoptr(cfa_report_contents) contents =
        number != 0 ? cfa_report_contents_read(index, stem, draft->language, NULL) : NULL;
    guint64 report = 0;
    if (contents != NULL)
        write_contents(draft, contents, number);
    else if (g_ascii_string_to_unsigned(stem, 10, 1, G_MAXUINT, &report, NULL))
        write_neighbours(draft, index, (guint)report);
}

static void write_of_id(cfa_draft *draft, const cfa_index *index, const char *id)
{
    g_autofree char *stem = NULL;
    guint first = 0, last = 0;
    cfa_language language;
    if (cfa_id_parse(id, &stem, &first, &last, &language))
        write_of_report(draft, index, stem, first);
    else if (cfa_id_is_stem(id))
        write_of_report(draft, index, id, 0);
}

/* ---- a case ---- */

static void write_line(cfa_draft *draft, const char *text, const char *class, cfa_language language)
{
    if (text != NULL)
        cfa_html_element(draft->html, "p", text, "class", class, "lang", cfa_frame_lang(draft, language),
                         NULL);
}

/* What a list of cases says of it, and which reports it names. */
static void write_listed(cfa_draft *draft, const cfa_listed_case *one)
{
    cfa_html *html = draft->html;
    g_autofree char *date = cfa_say_date(one->facts.complaint_date, draft->language);
    g_autofree char *complaint = cfa_say_filled(CFA_SAY_COMPLAINT_OF, draft->language, date, NULL);
    const char *name = one->facts.country_code[0] != '\0'
                           ? cfa_country_name(one->facts.country_code, draft->language)
                           : NULL;
    write_line(draft, name != NULL ? name : one->facts.country, "facts",
               name != NULL ? draft->language : one->language);
    write_line(draft, one->subject, "subject", one->language);
    write_line(draft, one->complainant, "facts", one->language);
    if (date[0] != '\0')
        cfa_html_element(html, "p", complaint, "class", "facts", NULL);
    if (one->reports->len == 0)
        return;
    cfa_html_element(html, "p", cfa_say(CFA_SAY_LISTED_REPORTS, draft->language), NULL);
    cfa_html_open(html, "ul", "class", "hints", NULL);
    for (guint i = 0; i < one->reports->len; i++) {
        const cfa_listed_report *report = &g_array_index(one->reports, cfa_listed_report, i);
        g_autofree char *cited =
            cfa_citation_print(draft->language, report->report, NULL, 0, NULL, report->first, report->last);
        cfa_html_element(html, "li", cited, NULL);
    }
    cfa_html_close(html, "ul");
}

static void write_citing(cfa_draft *draft, const cfa_index *index, const cfa_citation *citation)
{
    guint count;
    if (!cfa_cited_count(index, citation, &count, NULL) || count == 0)
        return;
    g_autofree char *path = g_strdup_printf("/cites/case:%u", citation->number);
    g_autofree char *digits = g_strdup_printf("%u", citation->number);
    g_autofree char *name = cfa_say_filled(CFA_SAY_WHO_CITES_CASE, draft->language, digits, NULL);
    cfa_html_open(draft->html, "ul", "class", "hints", NULL);
    write_link(draft, path, name);
    cfa_html_close(draft->html, "ul");
}

static void write_of_case(cfa_draft *draft, const cfa_index *index, const cfa_citation *citation)
{
    g_autoptr(cfa_listed_case) listed = NULL;
    if (cfa_library_case(index, citation->number, draft->language, &listed, NULL) && listed != NULL)
        write_listed(draft, listed);
    write_citing(draft, index, citation);
}

/* ---- what is no identifier ---- */

/* What was meant, or else words, and those can be searched for. */
static void write_meant(cfa_draft *draft, const cfa_index *index, const char *subject)
{
    cfa_html *html = draft->html;
    xc_error failure = XC_ERROR_INIT;
    cfa_citation citation;
    cfa_html_open(html, "ul", "class", "hints", NULL);
    if (cfa_target_meant(index, subject, &citation)) {
        write_target(draft, &citation);
    } else if (cfa_library_has_principle(index, subject, &failure)) {
        g_autofree char *path = g_strconcat("/principle/", subject, NULL);
        write_link(draft, path, subject);
    } else {
        g_autofree char *address = cfa_link_query(draft->request, subject);
        g_autofree char *text = cfa_say_filled(CFA_SAY_SEARCH_FOR, draft->language, subject, NULL);
        cfa_html_open(html, "li", NULL);
        cfa_html_open(html, "a", "href", address, NULL);
        cfa_html_element(html, "bdi", text, NULL);
        cfa_html_close(html, "a");
        cfa_html_close(html, "li");
    }
    cfa_html_close(html, "ul");
}

/* The case of the number of a report that is not there, or the other way round. */
static void write_namesake(cfa_draft *draft, const cfa_index *index, const char *subject)
{
    cfa_citation meant;
    if (strchr(subject, '/') != NULL || !cfa_target_meant(index, subject, &meant))
        return;
    cfa_html_open(draft->html, "ul", "class", "hints", NULL);
    write_target(draft, &meant);
    cfa_html_close(draft->html, "ul");
}

void cfa_nearest_write(cfa_draft *draft, const cfa_index *index, const cfa_error *error)
{
    cfa_citation citation;
    if (index == NULL || error->field[0] != '\0' || error->subject[0] == '\0')
        return;
    if (error->status == CFA_USAGE) {
        write_meant(draft, index, error->subject);
        return;
    }
    write_namesake(draft, index, error->subject);
    if (cfa_citation_parse(error->subject, &citation) && citation.kind == CFA_CITES_CASE)
        write_of_case(draft, index, &citation);
    else
        write_of_id(draft, index, error->subject);
}
