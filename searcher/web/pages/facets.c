#include "facets.h"

#include "controls.h"
#include "histogram.h"

#include <string.h>

enum {
    SHOWN = 8,      /* values of a facet */
    NOT_FOLDED = 2, /* so few more are shown, too: a line that unfolds them would take as much room */
    FOLDED = 8      /* more that can be unfolded: a page is small */
};

/* What a reader sees of each facet, and what filters by it. */
static const struct row {
    cfa_facet facet;
    cfa_saying title;
    cfa_parameter parameter;
} rows[] = {{CFA_FACET_COUNTRY, CFA_SAY_FACET_COUNTRY, CFA_PARAMETER_COUNTRY},
            {CFA_FACET_SECTION, CFA_SAY_FACET_SECTION, CFA_PARAMETER_SECTION},
            {CFA_FACET_TYPE, CFA_SAY_FACET_TYPE, CFA_PARAMETER_TYPE},
            {CFA_FACET_STATUS, CFA_SAY_FACET_STATUS, CFA_PARAMETER_STATUS},
            {CFA_FACET_LANGUAGE, CFA_SAY_FACET_LANGUAGE, CFA_PARAMETER_LANG},
            {CFA_FACET_CONVENTION, CFA_SAY_FACET_CONVENTION, CFA_PARAMETER_CONVENTION}};

/* A country that the index alone knows may have a name that runs the other way. */
static void write_value(cfa_draft *draft, const struct row *row, const char *name, guint count,
                        const char *address, gboolean is_chosen)
{
    cfa_html *html = draft->html;
    g_autofree char *number = cfa_say_number(count, draft->language);
    cfa_html_open(html, "li", NULL);
    cfa_html_open(html, "a", "href", address, "aria-current", is_chosen ? "true" : NULL, NULL);
    if (row->facet == CFA_FACET_COUNTRY)
        cfa_html_element(html, "bdi", name, NULL);
    else
        cfa_html_text(html, name);
    cfa_html_close(html, "a");
    cfa_html_text(html, " ");
    cfa_html_text(html, number);
    cfa_html_close(html, "li");
}

/* A country is counted by its name where none of all the names there are has a code: it is not looked for
 * among them. */
static char *name_counted(const struct row *row, const char *value, cfa_language language)
{
    const char *label = cfa_facet_label(row->facet, value, language);
    if (label == NULL && row->facet != CFA_FACET_COUNTRY)
        return cfa_controls_name(row->parameter, value, language);
    return g_strdup(label != NULL ? label : value);
}

static void write_range(cfa_draft *draft, const struct row *row, const GArray *counts, guint from, guint to)
{
    cfa_html_open(draft->html, "ul", NULL);
    for (guint i = from; i < MIN(to, counts->len); i++) {
        const cfa_facet_count *one = &g_array_index(counts, cfa_facet_count, i);
        g_autofree char *name = name_counted(row, one->value, draft->language);
        g_autofree char *address = cfa_link_search(draft->request, row->parameter, one->value);
        write_value(draft, row, name, one->count, address, FALSE);
    }
    cfa_html_close(draft->html, "ul");
}

/* The most frequent values, then those that can be unfolded. */
static void write_offered(cfa_draft *draft, const struct row *row, const GArray *counts)
{
    if (counts->len <= SHOWN + NOT_FOLDED) {
        write_range(draft, row, counts, 0, counts->len);
        return;
    }
    write_range(draft, row, counts, 0, SHOWN);
    cfa_frame_begin_more(draft, MIN(counts->len - SHOWN, FOLDED));
    write_range(draft, row, counts, SHOWN, SHOWN + FOLDED);
    cfa_html_close(draft->html, "details");
}

static guint count_of(const struct row *row, const GArray *counts, const char *value)
{
    g_autofree char *wanted = cfa_field_value(cfa_facet_field(row->facet), value);
    for (guint i = 0; wanted != NULL && i < counts->len; i++) {
        const cfa_facet_count *one = &g_array_index(counts, cfa_facet_count, i);
        g_autofree char *plain = cfa_field_value(cfa_facet_field(row->facet), one->value);
        if (g_strcmp0(plain, wanted) == 0)
            return one->count;
    }
    return 0;
}

static void write_chosen(cfa_draft *draft, const struct row *row, const GArray *counts)
{
    const cfa_parameters *parameters = &draft->request->parameters;
    cfa_html_open(draft->html, "ul", NULL);
    for (guint i = 0; i < cfa_parameters_count(parameters, row->parameter); i++) {
        const char *value = cfa_parameters_at(parameters, row->parameter, i);
        g_autofree char *name = cfa_controls_name(row->parameter, value, draft->language);
        g_autofree char *address = cfa_link_without(draft->request, row->parameter, value);
        write_value(draft, row, name, count_of(row, counts, value), address, TRUE);
    }
    cfa_html_close(draft->html, "ul");
}

static void write_facet(cfa_draft *draft, const struct row *row, const cfa_facets *facets)
{
    const GArray *counts = facets->counts[row->facet];
    const gboolean is_chosen = cfa_parameters_count(&draft->request->parameters, row->parameter) > 0;
    /* What the query itself filters by is changed in the query. */
    if (!is_chosen && (facets->is_filtered[row->facet] || counts->len == 0))
        return;
    cfa_html_element(draft->html, "h3", cfa_say(row->title, draft->language), NULL);
    if (is_chosen)
        write_chosen(draft, row, counts);
    else
        write_offered(draft, row, counts);
}

void cfa_facets_write(cfa_draft *draft, cfa_facets *facets)
{
    cfa_html *html = draft->html;
    cfa_facets_sort(facets, draft->language);
    cfa_html_open(html, "aside", "class", "facets", "aria-labelledby", "facets", NULL);
    cfa_html_element(html, "h2", cfa_say(CFA_SAY_NARROW, draft->language), "id", "facets", NULL);
    cfa_html_open(html, "details", NULL);
    cfa_html_element(html, "summary", cfa_say(CFA_SAY_NARROW_BY, draft->language), NULL);
    cfa_histogram_write(draft, facets);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        write_facet(draft, &rows[i], facets);
    cfa_html_close(html, "aside");
}
