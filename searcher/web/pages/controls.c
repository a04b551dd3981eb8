#include "controls.h"

#include <string.h>

/* What a reader chooses from, each name at its value. */
static const cfa_saying sorts[] = {[CFA_SORT_RELEVANCE] = CFA_SAY_SORT_RELEVANCE,
                                   [CFA_SORT_NEWEST] = CFA_SAY_SORT_NEWEST,
                                   [CFA_SORT_OLDEST] = CFA_SAY_SORT_OLDEST,
                                   [CFA_SORT_REPORT] = CFA_SAY_SORT_REPORT};
static const cfa_saying kinds[] = {[FALSE] = CFA_SAY_BY_CASE, [TRUE] = CFA_SAY_BY_PARAGRAPH};

/* Parameters that leave something out of the results. */
static const cfa_parameter filters[] = {CFA_PARAMETER_COUNTRY, CFA_PARAMETER_TYPE,       CFA_PARAMETER_STATUS,
                                        CFA_PARAMETER_SECTION, CFA_PARAMETER_CONVENTION, CFA_PARAMETER_FROM,
                                        CFA_PARAMETER_TO,      CFA_PARAMETER_MATCH};

/* The values of a parameter from `first` on, which stands for "not given". */
static void write_choices(cfa_draft *draft, cfa_saying title, cfa_parameter parameter, guint first,
                          const cfa_saying *names, guint count)
{
    cfa_html *html = draft->html;
    const cfa_parameters *parameters = &draft->request->parameters;
    const guint chosen = cfa_parameters_count(parameters, parameter) > 0
                             ? cfa_parameters_choice(parameters, parameter)
                             : first;
    cfa_frame_begin_row(draft, cfa_say(title, draft->language));
    for (guint i = first; i < count; i++) {
        g_autofree char *address =
            cfa_link_search(draft->request, parameter, i > first ? cfa_parameter_choice(parameter, i) : NULL);
        cfa_html_open(html, "li", NULL);
        cfa_html_element(html, "a", cfa_say(names[i], draft->language), "href", address, "aria-current",
                         i == chosen ? "true" : NULL, NULL);
        cfa_html_close(html, "li");
    }
    cfa_frame_end_row(draft);
}

static void write_sorts(cfa_draft *draft, cfa_sort first)
{
    write_choices(draft, CFA_SAY_SORT, CFA_PARAMETER_SORT, first, sorts, G_N_ELEMENTS(sorts));
}

static void write_kinds(cfa_draft *draft)
{
    write_choices(draft, CFA_SAY_BY, CFA_PARAMETER_BY, FALSE, kinds, G_N_ELEMENTS(kinds));
}

void cfa_controls_write(cfa_draft *draft)
{
    cfa_html_open(draft->html, "div", "class", "controls", NULL);
    write_sorts(draft, CFA_SORT_RELEVANCE);
    write_kinds(draft);
    cfa_html_close(draft->html, "div");
}

void cfa_controls_write_similar(cfa_draft *draft)
{
    cfa_html_open(draft->html, "div", "class", "controls", NULL);
    write_kinds(draft);
    cfa_html_close(draft->html, "div");
}

/* What only cites is not ranked by words. */
void cfa_controls_write_cites(cfa_draft *draft)
{
    cfa_html_open(draft->html, "div", "class", "controls", NULL);
    write_sorts(draft, CFA_SORT_NEWEST);
    cfa_html_close(draft->html, "div");
}

static char *name_convention(const char *value, cfa_language language)
{
    guint number = 0;
    cfa_convention_parse(value, &number);
    g_autofree char *digits = g_strdup_printf("%u", number);
    return cfa_say_filled(CFA_SAY_CONVENTION, language, digits, NULL);
}

static const char *name_country(const char *value, cfa_language language)
{
    g_autofree char *code = cfa_field_value(CFA_FIELD_COUNTRY, value);
    return code != NULL ? cfa_country_name(code, language) : NULL;
}

char *cfa_controls_name(cfa_parameter parameter, const char *value, cfa_language language)
{
    cfa_report_type type;
    cfa_case_status status;
    cfa_section section;
    const char *name = NULL;
    if (parameter == CFA_PARAMETER_FROM || parameter == CFA_PARAMETER_TO)
        return cfa_say_filled(parameter == CFA_PARAMETER_FROM ? CFA_SAY_FROM : CFA_SAY_TO, language, value,
                              NULL);
    if (parameter == CFA_PARAMETER_CONVENTION)
        return name_convention(value, language);
    if (parameter == CFA_PARAMETER_COUNTRY) {
        name = name_country(value, language);
    } else if (parameter == CFA_PARAMETER_TYPE && cfa_report_type_parse(value, &type)) {
        name = cfa_say_type(type, language);
    } else if (parameter == CFA_PARAMETER_STATUS && cfa_case_status_parse(value, &status)) {
        name = cfa_say_status(status, language);
    } else if (parameter == CFA_PARAMETER_SECTION && cfa_section_parse(value, &section)) {
        name = cfa_say_section(section, language);
    } else if (parameter == CFA_PARAMETER_LANG) {
        name = cfa_say_language(cfa_language_parse(value));
    } else if (parameter == CFA_PARAMETER_MATCH) {
        name = cfa_say(strcmp(value, "any") == 0 ? CFA_SAY_MATCH_ANY : CFA_SAY_MATCH_ALL, language);
    }
    return g_strdup(name != NULL ? name : value);
}

/* A filter that a click takes away. */
static void write_filter(cfa_draft *draft, const char *name, const char *address)
{
    cfa_html *html = draft->html;
    g_autofree char *label = cfa_say_filled(CFA_SAY_FILTER_REMOVE, draft->language, name, NULL);
    cfa_html_open(html, "li", NULL);
    cfa_html_open(html, "a", "href", address, "title", label, "class", "filter", NULL);
    cfa_html_element(html, "bdi", name, NULL);
    cfa_html_element(html, "span", " ×", "aria-hidden", "true", NULL);
    cfa_html_close(html, "li");
}

static void write_value(cfa_draft *draft, cfa_parameter parameter, const char *value)
{
    g_autofree char *name = cfa_controls_name(parameter, value, draft->language);
    g_autofree char *address = cfa_parameter_takes_many(parameter)
                                   ? cfa_link_without(draft->request, parameter, value)
                                   : cfa_link_search(draft->request, parameter, NULL);
    write_filter(draft, name, address);
}

/* Both ends of the years as one: "2021", "1990–1999". */
static void write_years(cfa_draft *draft, const char *from, const char *to)
{
    g_autofree char *name = strcmp(from, to) == 0 ? g_strdup(from) : g_strdup_printf("%s–%s", from, to);
    g_autofree char *address = cfa_link_years(draft->request, 0, 0);
    write_filter(draft, name, address);
}

static void write_values(cfa_draft *draft, cfa_parameter parameter)
{
    const cfa_parameters *parameters = &draft->request->parameters;
    const gboolean has_both = cfa_parameters_count(parameters, CFA_PARAMETER_FROM) > 0 &&
                              cfa_parameters_count(parameters, CFA_PARAMETER_TO) > 0;
    if (has_both && parameter == CFA_PARAMETER_FROM)
        write_years(draft, cfa_parameters_at(parameters, CFA_PARAMETER_FROM, 0),
                    cfa_parameters_at(parameters, CFA_PARAMETER_TO, 0));
    else if (!has_both || parameter != CFA_PARAMETER_TO)
        for (guint i = 0; i < cfa_parameters_count(parameters, parameter); i++)
            write_value(draft, parameter, cfa_parameters_at(parameters, parameter, i));
}

static gboolean is_filter(const cfa_parameters *parameters, cfa_parameter parameter)
{
    return cfa_parameters_count(parameters, parameter) > 0 &&
           (parameter != CFA_PARAMETER_MATCH ||
            strcmp(cfa_parameters_word(parameters, parameter), "auto") != 0);
}

gboolean cfa_controls_is_filtered(const cfa_parameters *parameters)
{
    for (guint i = 0; i < G_N_ELEMENTS(filters); i++)
        if (is_filter(parameters, filters[i]))
            return TRUE;
    return FALSE;
}

void cfa_controls_filters(cfa_draft *draft)
{
    cfa_html *html = draft->html;
    const cfa_parameters *parameters = &draft->request->parameters;
    if (!cfa_controls_is_filtered(parameters))
        return;
    cfa_html_open(html, "div", "class", "filters", "role", "group", "aria-label",
                  cfa_say(CFA_SAY_FILTERS, draft->language), NULL);
    cfa_html_element(html, "span", cfa_say(CFA_SAY_FILTERS, draft->language), "class", "label", "aria-hidden",
                     "true", NULL);
    cfa_html_open(html, "ul", "class", "row", NULL);
    for (guint i = 0; i < G_N_ELEMENTS(filters); i++)
        if (is_filter(parameters, filters[i]))
            write_values(draft, filters[i]);
    cfa_html_close(html, "div");
}

static void write_page_link(cfa_draft *draft, guint page, cfa_saying name, const char *relation)
{
    g_autofree char *number = g_strdup_printf("%u", page);
    g_autofree char *address = cfa_link_search(draft->request, CFA_PARAMETER_PAGE, page > 1 ? number : NULL);
    cfa_html_element(draft->html, "a", cfa_say(name, draft->language), "href", address, "rel", relation,
                     "class", relation, NULL);
}

void cfa_controls_pages(cfa_draft *draft, const cfa_answer *answer)
{
    cfa_html *html = draft->html;
    const guint page = cfa_parameters_number(&draft->request->parameters, CFA_PARAMETER_PAGE);
    const guint last = answer->offset + answer->hits->len;
    const gboolean has_next = last < answer->upper && answer->hits->len > 0;
    if (page == 1 && !has_next)
        return;
    g_autofree char *from = cfa_say_number(answer->offset + 1, draft->language);
    g_autofree char *to = cfa_say_number(last, draft->language);
    g_autofree char *total = cfa_say_number(answer->estimated, draft->language);
    g_autofree char *range = cfa_say_filled(CFA_SAY_RANGE, draft->language, from, to, total, NULL);
    cfa_html_open(html, "nav", "class", "pages", "aria-label", cfa_say(CFA_SAY_PAGES, draft->language), NULL);
    if (page > 1)
        write_page_link(draft, page - 1, CFA_SAY_PREVIOUS, "prev");
    if (answer->hits->len > 0)
        cfa_html_element(html, "span", range, NULL);
    if (has_next)
        write_page_link(draft, page + 1, CFA_SAY_NEXT, "next");
    cfa_html_close(html, "nav");
}
