/* The years of what was found: however many they are and wherever they lie, a few periods that say what a
 * click on them leaves. */
#include "pages/histogram.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { PERIODS = 8 /* that a finger can tell from each other on a small screen */ };

static void clear_count(gpointer data)
{
    g_free(((cfa_facet_count *)data)->value);
}

static void add_year(cfa_facets *facets, guint year, guint count)
{
    const cfa_facet_count one = {g_strdup_printf("%u", year), count};
    g_array_append_val(facets->counts[CFA_FACET_YEAR], one);
}

static cfa_facets begin(void)
{
    cfa_facets facets = {0};
    facets.counts[CFA_FACET_YEAR] = g_array_new(FALSE, FALSE, sizeof(cfa_facet_count));
    g_array_set_clear_func(facets.counts[CFA_FACET_YEAR], clear_count);
    return facets;
}

/* What is drawn of some years, which are freed, on the page of a query. The caller frees. */
static char *draw(cfa_facets *facets, const char *query_string)
{
    g_autofree char *query = g_strconcat("QUERY_STRING=", query_string, NULL);
    char path[] = "PATH_INFO=/", method[] = "REQUEST_METHOD=GET";
    char *environment[] = {path, method, query, NULL};
    g_autoptr(cfa_web_request) request = cfa_web_request_read(environment, NULL);
    cfa_draft draft = {.request = request, .html = cfa_html_new(), .language = CFA_ENGLISH};
    cfa_html_open(draft.html, "main", NULL);
    cfa_histogram_write(&draft, facets);
    g_array_unref(facets->counts[CFA_FACET_YEAR]);
    return g_string_free(cfa_html_finish(draft.html), FALSE);
}

static guint count_of(const char *text, const char *what)
{
    guint count = 0;
    for (const char *at = text; (at = strstr(at, what)) != NULL; at += strlen(what))
        count++;
    return count;
}

static void seventy_years_are_decades(void **state)
{
    (void)state;
    cfa_facets facets = begin();
    for (guint year = 1952; year <= 2024; year++)
        add_year(&facets, year, 2);
    g_autofree char *page = draw(&facets, "q=strike");
    assert_int_equal(count_of(page, "<a href="), PERIODS);
    assert_non_null(
        strstr(page, "<a href=\"/?q=strike&amp;from=1960&amp;to=1969\"><title>1960–1969: 20</title>"));
    assert_non_null(strstr(page, "from=1952&amp;to=1959\"><title>1952–1959: 16</title>"));
    assert_non_null(strstr(page, "from=2020&amp;to=2024\"><title>2020–2024: 10</title>"));
}

static void a_few_years_are_a_link_each(void **state)
{
    (void)state;
    cfa_facets facets = begin();
    add_year(&facets, 2014, 1);
    add_year(&facets, 2019, 1234);
    g_autofree char *page = draw(&facets, "q=strike&from=2010&to=2019");
    assert_int_equal(count_of(page, "<a href="), 2);
    assert_non_null(
        strstr(page, "<a href=\"/?q=strike&amp;from=2019&amp;to=2019\"><title>2019: 1,234</title>"));
    assert_non_null(strstr(page, ">1,234</text>"));
}

static void a_number_without_room_is_in_the_name_alone(void **state)
{
    (void)state;
    cfa_facets facets = begin();
    add_year(&facets, 2018, 5);
    add_year(&facets, 2019, 10000);
    g_autofree char *page = draw(&facets, "q=strike");
    assert_non_null(strstr(page, "<title>2019: 10,000</title>"));
    assert_null(strstr(page, ">10,000</text>"));
}

static void years_of_the_query_itself_are_no_links(void **state)
{
    (void)state;
    cfa_facets facets = begin();
    facets.is_filtered[CFA_FACET_YEAR] = TRUE;
    add_year(&facets, 2018, 5);
    add_year(&facets, 2019, 5);
    g_autofree char *page = draw(&facets, "q=year:2018..2019");
    assert_int_equal(count_of(page, "<a href="), 0);
    assert_int_equal(count_of(page, "<title>"), 2);
}

static void one_year_is_not_drawn(void **state)
{
    (void)state;
    cfa_facets facets = begin();
    add_year(&facets, 2018, 5);
    g_autofree char *page = draw(&facets, "q=strike");
    assert_null(strstr(page, "<svg"));
}

static void years_that_cannot_be_are_drawn_all_the_same(void **state)
{
    (void)state;
    cfa_facets facets = begin();
    add_year(&facets, 1, 1);
    add_year(&facets, G_MAXUINT16, G_MAXUINT);
    g_autofree char *page = draw(&facets, "q=strike");
    assert_int_equal(count_of(page, "<title>"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seventy_years_are_decades),
        cmocka_unit_test(a_few_years_are_a_link_each),
        cmocka_unit_test(a_number_without_room_is_in_the_name_alone),
        cmocka_unit_test(years_of_the_query_itself_are_no_links),
        cmocka_unit_test(one_year_is_not_drawn),
        cmocka_unit_test(years_that_cannot_be_are_drawn_all_the_same),
    };
    return cmocka_run_group_tests_name("histogram", tests, NULL, NULL);
}
