#include "histogram.h"

enum {
    PERIODS = 8,   /* at most: each has room for a finger and for its number on a small screen */
    WIDEST = 9999, /* number that has room there */
    GROUND = 100,  /* where bars stand, from above */
    HIGHEST = 78,  /* of bars: above are the numbers */
    LOWEST = 3     /* so that one hit among thousands is seen */
};

typedef struct year_count {
    guint year, count;
} year_count;

/* Years side by side that are one link: "1990–1999". */
typedef struct period {
    guint first, last; /* the years of it that were found, or may have been */
    guint count;
} period;

/* The periods that a drawing has, and where it begins. */
typedef struct scale {
    guint start, step, periods;
    guint highest; /* number of one year */
} scale;

/* The years that were found, in their order: year_count, new. */
static GArray *read_years(const GArray *counts)
{
    GArray *years = g_array_sized_new(FALSE, FALSE, sizeof(year_count), counts->len);
    for (guint i = 0; i < counts->len; i++) {
        const cfa_facet_count *one = &g_array_index(counts, cfa_facet_count, i);
        const year_count read = {(guint)g_ascii_strtoull(one->value, NULL, 10), one->count};
        g_array_append_val(years, read);
    }
    return years;
}

static const year_count *year_at(const GArray *years, guint index)
{
    return &g_array_index(years, year_count, index);
}

/* As few years to a period as there is room for, in round numbers. */
static scale make_scale(const GArray *years)
{
    static const guint steps[] = {1, 2, 5, 10, 20, 50, 100, 1000, 10000};
    const guint first = year_at(years, 0)->year, last = year_at(years, years->len - 1)->year;
    scale made = {0};
    for (guint i = 0; i < G_N_ELEMENTS(steps) && (i == 0 || made.periods > PERIODS); i++) {
        made.step = steps[i];
        made.start = first - first % made.step;
        made.periods = (last - made.start) / made.step + 1;
    }
    for (guint i = 0; i < years->len; i++)
        made.highest = MAX(made.highest, year_at(years, i)->count);
    return made;
}

/* Within the years that there are: no link leads to more than it says. */
static period make_period(const GArray *years, const scale *of, guint index)
{
    const guint start = of->start + index * of->step, end = start + of->step - 1;
    period made = {MAX(start, year_at(years, 0)->year), MIN(end, year_at(years, years->len - 1)->year), 0};
    for (guint i = 0; i < years->len; i++)
        if (year_at(years, i)->year >= start && year_at(years, i)->year <= end)
            made.count += year_at(years, i)->count;
    return made;
}

/* ---- the drawing ---- */

/* A bar for each year of a period, in a drawing that is as many units wide as it has years. */
static void write_bars(cfa_draft *draft, const GArray *years, const scale *in, guint index)
{
    const guint start = in->start + index * in->step;
    g_autoptr(GString) bars = g_string_new(NULL);
    for (guint i = 0; i < years->len; i++) {
        const year_count *one = year_at(years, i);
        const guint height = MAX((guint)((guint64)one->count * HIGHEST / in->highest), LOWEST);
        if (one->year >= start && one->year < start + in->step)
            g_string_append_printf(bars, "M%u.1 %dv-%uh.8v%uz", one->year - in->start, GROUND, height,
                                   height);
    }
    cfa_html_open(draft->html, "path", "d", bars->str, NULL);
    cfa_html_close(draft->html, "path");
}

static char *name_period(const period *of)
{
    return of->first == of->last ? g_strdup_printf("%u", of->first)
                                 : g_strdup_printf("%u–%u", of->first, of->last);
}

/* The whole column of a period can be clicked, however low its bars. */
static void write_period(cfa_draft *draft, const GArray *years, const scale *in, guint index,
                         gboolean is_link)
{
    cfa_html *html = draft->html;
    const period one = make_period(years, in, index);
    if (one.count == 0)
        return;
    g_autofree char *number = cfa_say_number(one.count, draft->language), *span = name_period(&one);
    g_autofree char *name = cfa_say_filled(CFA_SAY_IN_YEAR, draft->language, span, number, NULL);
    g_autofree char *address = is_link ? cfa_link_years(draft->request, one.first, one.last) : NULL;
    g_autofree char *x = g_strdup_printf("%u", index * in->step), *across = g_strdup_printf("%u", in->step);
    cfa_html_open(html, is_link ? "a" : "g", "href", address, NULL);
    cfa_html_element(html, "title", name, NULL);
    cfa_html_open(html, "rect", "x", x, "width", across, "height", "100%", NULL);
    cfa_html_close(html, "rect");
    write_bars(draft, years, in, index);
    cfa_html_close(html, is_link ? "a" : "g");
}

/* Where a period begins, in hundredths of the width. The caller frees. */
static char *beginning_of(const scale *in, guint index)
{
    const guint tenths = index * 1000 / in->periods;
    return g_strdup_printf("%u.%u%%", tenths / 10, tenths % 10);
}

/* The number of a period, if it has any, and below a tick the year that it begins with. */
static void write_text(cfa_html *html, const char *number, const char *year, const char *x)
{
    if (number != NULL)
        cfa_html_element(html, "text", number, "x", x, "y", "12%", NULL);
    cfa_html_open(html, "rect", "x", x, "y", "82%", "width", "1", "height", "18%", NULL);
    cfa_html_close(html, "rect");
    cfa_html_element(html, "text", year, "x", x, "y", "97%", NULL);
}

/* The number above each period and the year below it, which the names of the links say to who does not see
 * them. */
static void write_texts(cfa_draft *draft, const GArray *years, const scale *in)
{
    guint highest = 0;
    for (guint i = 0; i < in->periods; i++)
        highest = MAX(highest, make_period(years, in, i).count);
    cfa_html_open(draft->html, "g", "aria-hidden", "true", NULL);
    for (guint i = 0; i < in->periods; i++) {
        const guint count = make_period(years, in, i).count;
        g_autofree char *number = cfa_say_number(count, draft->language);
        g_autofree char *year = g_strdup_printf("%u", in->start + i * in->step);
        g_autofree char *x = beginning_of(in, i);
        write_text(draft->html, count > 0 && highest <= WIDEST ? number : NULL, year, x);
    }
    cfa_html_close(draft->html, "g");
}

/* Other years beside those that the query names would be alternatives to them: then periods are no links.
 * Within those of the parameters they take their place. */
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
    g_autoptr(GArray) years = read_years(counts);
    const scale made = make_scale(years);
    g_autofree char *name =
        cfa_say_filled(CFA_SAY_BY_YEAR, draft->language, g_array_index(counts, cfa_facet_count, 0).value,
                       g_array_index(counts, cfa_facet_count, counts->len - 1).value, NULL);
    cfa_html_element(html, "h3", cfa_say(CFA_SAY_FACET_YEAR, draft->language), NULL);
    g_autofree char *box = g_strdup_printf("0 0 %u %d", made.periods * made.step, GROUND);
    cfa_html_open(html, "svg", "class", "years", "role", "group", "aria-label", name, NULL);
    /* What is drawn is stretched to its place, what is written is not. */
    cfa_html_open(html, "svg", "viewBox", box, "preserveAspectRatio", "none", "height", "82%", NULL);
    for (guint i = 0; i < made.periods; i++)
        write_period(draft, years, &made, i, are_links(draft, facets));
    cfa_html_close(html, "svg");
    write_texts(draft, years, &made);
    cfa_html_close(html, "svg");
}
