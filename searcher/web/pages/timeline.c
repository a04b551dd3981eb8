#include "timeline.h"

/* Lengths are in pixels, but for places along the axis: those are tenths of a percent of the width, so that
 * the drawing is as wide as its page and its letters stay as large as they are. */
enum {
    AXIS_BEGIN = 20,
    AXIS_END = 980,
    LANES = 6, /* above each other, where points would cover each other */
    LANE = 16, /* from one to the next */
    NEAR = 45, /* points so near are put in different lanes */
    TOP = 12,  /* above the middle of the highest lane */
    LIFT = 16, /* of the lowest lane above the axis */
    FOOT = 26, /* below the axis: the years */
    TICKS = 7  /* most years that are written */
};

/* What is drawn: a complaint, or an examination. */
typedef struct point {
    cfa_date date;
    const cfa_examination *examination; /* NULL for the complaint */
    guint place, lane;
} point;

/* The shape of each type, around its middle; the last one is the complaint's. */
static const struct shape {
    const char *name, *path;
} shapes[] = {[CFA_TYPE_UNKNOWN] = {"shape hollow", "M-4.5-4.5H4.5V4.5H-4.5Z"},
              [CFA_TYPE_DEFINITIVE] = {"shape full", "M-5-5H5V5H-5Z"},
              [CFA_TYPE_INTERIM] = {"shape hollow", "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z"},
              [CFA_TYPE_INFORMED] = {"shape hollow", "M0-6L6 5H-6Z"},
              [CFA_TYPE_FOLLOW_UP] = {"shape full", "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z"},
              [CFA_TYPE_FOLLOW_UP + 1] = {"shape ink", "M0-7L6 0L0 7L-6 0Z"}};

char *cfa_timeline_anchor(const cfa_examination *examination)
{
    const cfa_record *record = examination->text->record;
    g_autofree char *stem = cfa_case_text_stem(record->text);
    return g_strdup_printf("e%s-%u-%u", stem, record->first, record->last);
}

static guint shape_of(const point *one)
{
    return one->examination != NULL ? one->examination->text->record->text->type : CFA_TYPE_FOLLOW_UP + 1;
}

/* ---- where points stand ---- */

/* In half months; a year alone stands for its middle. */
static guint moment(cfa_date date)
{
    return date.year * 24u + (date.month != 0 ? date.month * 2u - 1 : 12);
}

/* The years that the axis spans: from the beginning of the first to the end of the last. */
typedef struct span {
    guint first, last;
} span;

static guint place_of(const span *years, guint halves)
{
    const guint begin = years->first * 24, length = (years->last + 1 - years->first) * 24;
    return AXIS_BEGIN + (guint)((guint64)(halves - begin) * (AXIS_END - AXIS_BEGIN) / length);
}

static void add_point(GArray *points, cfa_date date, const cfa_examination *examination)
{
    const point one = {.date = date, .examination = examination};
    if (date.year != 0)
        g_array_append_val(points, one);
}

static int compare_points(gconstpointer a, gconstpointer b)
{
    const guint left = moment(((const point *)a)->date), right = moment(((const point *)b)->date);
    return left < right ? -1 : left > right;
}

/* The points in order of time, point. */
static GArray *make_points(const cfa_history *history)
{
    GArray *points = g_array_new(FALSE, FALSE, sizeof(point));
    add_point(points, history->about.complaint_date, NULL);
    for (guint i = 0; i < history->examinations->len; i++) {
        const cfa_examination *one = g_ptr_array_index(history->examinations, i);
        add_point(points, one->text->record->text->report_date, one);
    }
    g_array_sort(points, compare_points);
    return points;
}

/* Puts each point on the axis, and in the lowest lane where it covers no other. Returns how many lanes there
 * are. */
static guint place_points(GArray *points, const span *years)
{
    guint ends[LANES] = {0}, lanes = 1;
    for (guint i = 0; i < points->len; i++) {
        point *one = &g_array_index(points, point, i);
        one->place = place_of(years, moment(one->date));
        guint emptiest = 0;
        for (guint lane = 0; lane < LANES; lane++) {
            if (ends[lane] < ends[emptiest])
                emptiest = lane;
            if (ends[lane] == 0 || ends[lane] + NEAR <= one->place) {
                emptiest = lane;
                break;
            }
        }
        one->lane = emptiest;
        ends[emptiest] = one->place;
        lanes = MAX(lanes, emptiest + 1);
    }
    return lanes;
}

/* ---- drawing ---- */

static char *percent(guint tenths)
{
    return g_strdup_printf("%u.%u%%", tenths / 10, tenths % 10);
}

static void draw_line(cfa_html *html, const char *name, guint place, guint from, guint to)
{
    g_autofree char *x = percent(place);
    g_autofree char *above = g_strdup_printf("%u", from);
    g_autofree char *below = g_strdup_printf("%u", to);
    cfa_html_element(html, "line", "", "class", name, "x1", x, "x2", x, "y1", above, "y2", below, NULL);
}

static void draw_axis(cfa_html *html, const span *years, guint axis)
{
    static const guint steps[] = {1, 2, 5, 10, 20, 50, 100};
    g_autofree char *begin = percent(AXIS_BEGIN);
    g_autofree char *end = percent(AXIS_END);
    g_autofree char *height = g_strdup_printf("%u", axis);
    g_autofree char *foot = g_strdup_printf("%u", axis + FOOT - 6);
    guint step = 0;
    while (step + 1 < G_N_ELEMENTS(steps) && (years->last - years->first) / steps[step] >= TICKS)
        step++;
    for (guint year = years->first; year <= years->last; year++) {
        if (year % steps[step] != 0)
            continue;
        g_autofree char *name = g_strdup_printf("%u", year);
        const guint place = place_of(years, year * 24);
        g_autofree char *x = percent(place);
        draw_line(html, "tick", place, axis, axis + 5);
        /* On a narrow page the first name would stick out at the left. */
        cfa_html_element(html, "text", name, "class", place == AXIS_BEGIN ? "first" : "year", "x", x, "y",
                         foot, NULL);
    }
    cfa_html_element(html, "line", "", "class", "axis", "x1", begin, "x2", end, "y1", height, "y2", height,
                     NULL);
}

static void draw_shape(cfa_html *html, guint shape)
{
    cfa_html_element(html, "path", "", "class", shapes[shape].name, "d", shapes[shape].path, NULL);
}

/* "Interim report, June 2001", "Complaint, 16 June 2000". The caller frees. */
static char *name_point(const point *one, cfa_language language)
{
    g_autofree char *date = cfa_say_date(one->date, language);
    const char *what = one->examination == NULL
                           ? cfa_say(CFA_SAY_COMPLAINT, language)
                           : cfa_say_type(one->examination->text->record->text->type, language);
    return g_strdup_printf("%s, %s", what != NULL ? what : cfa_say(CFA_SAY_REPORT, language), date);
}

static void draw_point(cfa_draft *draft, const point *one, guint axis)
{
    cfa_html *html = draft->html;
    const guint height = axis - LIFT - one->lane * LANE;
    g_autofree char *x = percent(one->place);
    g_autofree char *y = g_strdup_printf("%u", height);
    g_autofree char *name = name_point(one, draft->language);
    draw_line(html, "stem", one->place, height, axis);
    if (one->examination != NULL) {
        g_autofree char *anchor = cfa_timeline_anchor(one->examination);
        g_autofree char *address = g_strconcat("#", anchor, NULL);
        /* The table has the same links, for the keyboard. */
        cfa_html_open(html, "a", "href", address, "aria-label", name, "tabindex", "-1", NULL);
    }
    cfa_html_open(html, "svg", "x", x, "y", y, NULL);
    cfa_html_element(html, "title", name, NULL);
    draw_shape(html, shape_of(one));
    cfa_html_close(html, "svg");
    if (one->examination != NULL)
        cfa_html_close(html, "a");
}

static void draw(cfa_draft *draft, GArray *points)
{
    cfa_html *html = draft->html;
    const point *first = &g_array_index(points, point, 0);
    const point *last = &g_array_index(points, point, points->len - 1);
    const span years = {first->date.year, last->date.year};
    const guint axis = TOP + LIFT + (place_points(points, &years) - 1) * LANE;
    g_autofree char *height = g_strdup_printf("%u", axis + FOOT);
    g_autofree char *from = cfa_say_date(first->date, draft->language);
    g_autofree char *to = cfa_say_date(last->date, draft->language);
    g_autofree char *text = cfa_say_filled(CFA_SAY_TIMELINE_TEXT, draft->language, from, to, NULL);
    cfa_html_open(html, "svg", "class", "timeline", "width", "100%", "height", height, "role", "group",
                  "aria-labelledby", "timeline-title", "aria-describedby", "timeline-text", NULL);
    cfa_html_element(html, "title", cfa_say(CFA_SAY_TIMELINE, draft->language), "id", "timeline-title", NULL);
    cfa_html_element(html, "desc", text, "id", "timeline-text", NULL);
    cfa_html_open(html, "g", "aria-hidden", "true", NULL); /* each point says its own date */
    draw_axis(html, &years, axis);
    cfa_html_close(html, "g");
    for (guint i = 0; i < points->len; i++)
        draw_point(draft, &g_array_index(points, point, i), axis);
    cfa_html_close(html, "svg");
}

/* ---- what the shapes mean ---- */

static void write_key(cfa_draft *draft, guint shape, const char *name)
{
    cfa_html *html = draft->html;
    cfa_html_open(html, "li", NULL);
    cfa_html_open(html, "svg", "class", "key", "width", "16", "height", "16", "viewBox", "-8 -8 16 16",
                  "aria-hidden", "true", NULL);
    draw_shape(html, shape);
    cfa_html_close(html, "svg");
    cfa_html_element(html, "span", name, NULL);
    cfa_html_close(html, "li");
}

static void write_keys(cfa_draft *draft, const GArray *points)
{
    gboolean is_drawn[G_N_ELEMENTS(shapes)] = {FALSE};
    for (guint i = 0; i < points->len; i++)
        is_drawn[shape_of(&g_array_index(points, point, i))] = TRUE;
    cfa_html_open(draft->html, "ul", "class", "row keys", NULL);
    if (is_drawn[CFA_TYPE_FOLLOW_UP + 1])
        write_key(draft, CFA_TYPE_FOLLOW_UP + 1, cfa_say(CFA_SAY_COMPLAINT, draft->language));
    for (guint type = CFA_TYPE_DEFINITIVE; type <= CFA_TYPE_FOLLOW_UP; type++)
        if (is_drawn[type])
            write_key(draft, type, cfa_say_type((cfa_report_type)type, draft->language));
    if (is_drawn[CFA_TYPE_UNKNOWN])
        write_key(draft, CFA_TYPE_UNKNOWN, cfa_say(CFA_SAY_REPORT, draft->language));
    cfa_html_close(draft->html, "ul");
}

void cfa_timeline_write(cfa_draft *draft, const cfa_history *history)
{
    cfa_html *html = draft->html;
    g_autoptr(GArray) points = make_points(history);
    const gboolean has_complaint = history->about.complaint_date.year != 0;
    const guint undrawn = history->examinations->len + (has_complaint ? 1 : 0) - points->len;
    if (points->len == 0)
        return;
    cfa_html_open(html, "figure", NULL);
    draw(draft, points);
    cfa_html_open(html, "figcaption", NULL);
    write_keys(draft, points);
    if (undrawn > 0) {
        g_autofree char *number = cfa_say_number(undrawn, draft->language);
        g_autofree char *note = cfa_say_filled(CFA_SAY_UNDRAWN, draft->language, number, NULL);
        cfa_html_element(html, "p", note, NULL);
    }
    cfa_html_close(html, "figure");
}
