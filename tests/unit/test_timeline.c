/* The timeline of a case: whatever is known of its dates, what is drawn is well-formed and stands within the
 * drawing. */
#include "pages/timeline.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static void examination_free(gpointer data)
{
    cfa_examination *one = data;
    cfa_text_found_free(one->text);
    g_free(one);
}

static void add_examination(cfa_history *history, guint report, const char *date, cfa_report_type type)
{
    cfa_examination *one = g_new0(cfa_examination, 1);
    cfa_record *record = g_new0(cfa_record, 1);
    record->text = support_text_new(report, CFA_ENGLISH, date);
    record->text->type = type;
    record->first = 10;
    record->last = 12;
    one->text = g_new0(cfa_text_found, 1);
    one->text->record = record;
    g_ptr_array_add(history->examinations, one);
}

static cfa_history begin_history(const char *complaint)
{
    cfa_history history = {.about.number = 9901,
                           .about.complaint_date = cfa_date_parse_iso(complaint),
                           .examinations = g_ptr_array_new_with_free_func(examination_free)};
    return history;
}

/* What is drawn of a history, which is freed. The caller frees. */
static char *draw(cfa_history *history)
{
    char path[] = "PATH_INFO=/case/9901", method[] = "REQUEST_METHOD=GET";
    char *environment[] = {path, method, NULL};
    g_autoptr(cfa_web_request) request = cfa_web_request_read(environment, NULL);
    cfa_draft draft = {.request = request, .html = cfa_html_new(), .language = CFA_ENGLISH};
    cfa_html_open(draft.html, "main", NULL);
    cfa_timeline_write(&draft, history);
    g_ptr_array_unref(history->examinations);
    return g_string_free(cfa_html_finish(draft.html), FALSE);
}

/* What a strict parser met. */
typedef struct seen {
    guint points, links;
    gboolean is_within;
} seen;

static void check_place(seen *drawing, const char *name, const char *value)
{
    static const char *const places[] = {"x", "x1", "x2"};
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
        if (strcmp(name, places[i]) == 0) {
            const double place = g_ascii_strtod(value, NULL);
            drawing->is_within &= g_str_has_suffix(value, "%") && place >= 2 && place <= 98;
        }
    drawing->is_within &= strcmp(name, "style") != 0;
}

static void on_start(GMarkupParseContext *context, const char *name, const char **keys, const char **values,
                     gpointer data, GError **error)
{
    seen *drawing = data;
    (void)context;
    (void)error;
    drawing->links += strcmp(name, "a") == 0;
    drawing->points += strcmp(name, "svg") == 0 && keys[0] != NULL && strcmp(keys[0], "x") == 0;
    for (guint i = 0; keys[i] != NULL; i++)
        check_place(drawing, keys[i], values[i]);
}

static void expect_points(const char *page, guint points, guint links)
{
    const GMarkupParser parser = {.start_element = on_start};
    seen drawing = {.is_within = TRUE};
    const char *markup = strchr(page, '\n');
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, &drawing, NULL);
    assert_true(g_markup_parse_context_parse(context, markup, -1, NULL));
    assert_true(g_markup_parse_context_end_parse(context, NULL));
    g_markup_parse_context_free(context);
    assert_int_equal(drawing.points, points);
    assert_int_equal(drawing.links, links);
    assert_true(drawing.is_within);
}

static void a_complaint_and_an_examination_are_two_points(void **state)
{
    (void)state;
    cfa_history history = begin_history("2000-06-16");
    add_examination(&history, 950, "2001-06", CFA_TYPE_INTERIM);
    g_autofree char *page = draw(&history);
    expect_points(page, 2, 1);
    assert_non_null(strstr(page, "aria-label=\"Interim report, June 2001\""));
    assert_non_null(strstr(page, "<title>Complaint, 16 June 2000</title>"));
    assert_non_null(strstr(page, "href=\"#e950-10-12\""));
}

static void a_single_date_is_a_point(void **state)
{
    (void)state;
    cfa_history history = begin_history("");
    add_examination(&history, 950, "1960", CFA_TYPE_UNKNOWN);
    g_autofree char *page = draw(&history);
    expect_points(page, 1, 1);
}

static void sixty_examinations_are_sixty_points(void **state)
{
    (void)state;
    cfa_history history = begin_history("1990-01-01");
    for (guint i = 0; i < 60; i++) {
        g_autofree char *date = g_strdup_printf("%u-%02u", 1990 + i / 3, i % 3 * 4 + 1);
        add_examination(&history, 901 + i, date, (cfa_report_type)(i % 5));
    }
    g_autofree char *page = draw(&history);
    expect_points(page, 61, 60);
}

static void as_many_as_one_likes_in_one_month_are_drawn(void **state)
{
    (void)state;
    cfa_history history = begin_history("1990-01-01");
    for (guint i = 0; i < 50; i++)
        add_examination(&history, 901 + i, "1990-01", CFA_TYPE_FOLLOW_UP);
    g_autofree char *page = draw(&history);
    expect_points(page, 51, 50);
}

static void what_has_no_date_is_counted_and_not_drawn(void **state)
{
    (void)state;
    cfa_history history = begin_history("1990-01-01");
    add_examination(&history, 950, "1991-03", CFA_TYPE_DEFINITIVE);
    add_examination(&history, 0, "", CFA_TYPE_DEFINITIVE);
    add_examination(&history, 0, "", CFA_TYPE_INTERIM);
    g_autofree char *page = draw(&history);
    expect_points(page, 2, 1);
    assert_non_null(strstr(page, "Not drawn, since the date is unknown: 2"));
}

static void without_any_date_there_is_no_drawing(void **state)
{
    (void)state;
    cfa_history history = begin_history("");
    add_examination(&history, 950, "", CFA_TYPE_DEFINITIVE);
    g_autofree char *page = draw(&history);
    expect_points(page, 0, 0);
    assert_null(strstr(page, "svg"));
}

static void a_report_before_its_complaint_is_drawn_before_it(void **state)
{
    (void)state;
    cfa_history history = begin_history("2011-01-09");
    add_examination(&history, 953, "2009-03", CFA_TYPE_FOLLOW_UP);
    g_autofree char *page = draw(&history);
    expect_points(page, 2, 1);
    assert_true(strstr(page, "recommendations, March 2009") < strstr(page, "Complaint, 9 January 2011"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_complaint_and_an_examination_are_two_points),
        cmocka_unit_test(a_single_date_is_a_point),
        cmocka_unit_test(sixty_examinations_are_sixty_points),
        cmocka_unit_test(as_many_as_one_likes_in_one_month_are_drawn),
        cmocka_unit_test(what_has_no_date_is_counted_and_not_drawn),
        cmocka_unit_test(without_any_date_there_is_no_drawing),
        cmocka_unit_test(a_report_before_its_complaint_is_drawn_before_it),
    };
    return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}
