#include "histogram.h"

enum {
    HEIGHT = 100, /* of the highest bar, in units of the drawing: it is stretched to its place */
    LOWEST = 4,   /* so that one hit among thousands is seen */
    STEP = 10,    /* from bar to bar */
    BAR = 8
};

static guint year_of(const cfa_facet_count *count)
{
    return (guint)g_ascii_strtoull(count->value, NULL, 10);
}

/* A bar of a kind, down to the ground. */
static void write_bar(cfa_html *html, const char *class, guint left, guint width, guint height)
{
    g_autofree char *x = g_strdup_printf("%u", left), *y = g_strdup_printf("%u", HEIGHT - height);
    g_autofree char *across = g_strdup_printf("%u", width), *up = g_strdup_printf("%u", height);
    cfa_html_open(html, "rect", "class", class, "x", x, "y", y, "width", across, "height", up, NULL);
    cfa_html_close(html, "rect");
}

/* The whole of a bar's column can be clicked, however low the bar. */
static void write_year(cfa_draft *draft, const cfa_facet_count *count, guint left, guint height,
                       gboolean is_link)
{
    cfa_html *html = draft->html;
    g_autofree char *number = cfa_say_number(count->count, draft->language);
    g_autofree char *name = cfa_say_filled(CFA_SAY_IN_YEAR, draft->language, count->value, number, NULL);
    g_autofree char *address = is_link ? cfa_link_year(draft->request, count->value) : NULL;
    cfa_html_open(html, is_link ? "a" : "g", "href", address, NULL);
    cfa_html_element(html, "title", name, NULL);
    write_bar(html, "room", left, STEP, HEIGHT);
    write_bar(html, NULL, left, BAR, height);
    cfa_html_close(html, is_link ? "a" : "g");
}

static guint highest_of(const GArray *counts)
{
    guint highest = 1;
    for (guint i = 0; i < counts->len; i++)
        highest = MAX(highest, g_array_index(counts, cfa_facet_count, i).count);
    return highest;
}

/* Another year beside those that the query names would be an alternative to them: then bars are no links. Within those of the
 * parameters it takes their place. */
static gboolean are_links(const cfa_draft *draft, const cfa_facets *facets)
{
    const cfa_parameters *parameters = &draft->request->parameters;
    return !facets->is_filtered[CFA_FACET_YEAR] || cfa_parameters_count(parameters, CFA_PARAMETER_FROM) > 0 ||
           cfa_parameters_count(parameters, CFA_PARAMETER_TO) > 0;
}

void cfa_histogram_write(cfa_draft *draft, const cfa_facets *facets)
{
    cfa_html *html = draft->html;
    const GArray *counts = facets->counts[CFA_FACET_YEAR];
    if (counts->len < 2)
        return;
    const cfa_facet_count *first = &g_array_index(counts, cfa_facet_count, 0);
    const cfa_facet_count *last = &g_array_index(counts, cfa_facet_count, counts->len - 1);
    const guint years = year_of(last) - year_of(first) + 1, highest = highest_of(counts);
    g_autofree char *box = g_strdup_printf("0 0 %u %u", years * STEP, HEIGHT);
    g_autofree char *name = cfa_say_filled(CFA_SAY_BY_YEAR, draft->language, first->value, last->value, NULL);
    cfa_html_open(html, "figure", "class", "years", NULL);
    cfa_html_open(html, "svg", "viewBox", box, "preserveAspectRatio", "none", "role", "group", "aria-label",
                  name, NULL);
    for (guint i = 0; i < counts->len; i++) {
        const cfa_facet_count *one = &g_array_index(counts, cfa_facet_count, i);
        const guint height = MAX((guint)((guint64)one->count * HEIGHT / highest), LOWEST);
        write_year(draft, one, (year_of(one) - year_of(first)) * STEP, height, are_links(draft, facets));
    }
    cfa_html_close(html, "svg");
    cfa_html_open(html, "figcaption", "aria-hidden", "true", NULL);
    cfa_html_element(html, "span", first->value, NULL);
    cfa_html_element(html, "span", last->value, NULL);
    cfa_html_close(html, "figure");
}
