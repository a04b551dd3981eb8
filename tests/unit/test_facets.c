/* Facets: each count is how many hits a search has that is filtered by the value, with the file of columns
 * and without. */
#include "facets.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>

static cfa_index *index_with_columns;

/* The disputes again, with columns. */
static int set_up(void **state)
{
    if (support_open_disputes(state) != 0)
        return -1;
    support_make_folder(state);
    support_publish_disputes(support_folder);
    g_autofree char *path = g_build_filename(support_folder, "gen-000001", CFA_COLUMNS, NULL);
    g_autofree char *current = support_read(support_folder, "current");
    g_autofree char *named = g_strconcat(current, "columns gen-000001/columns\n", NULL);
    cfa_index *index = cfa_index_open(support_folder, NULL);
    assert_true(cfa_columns_make(index->database, path, NULL));
    cfa_index_free(index);
    support_write(support_folder, "current", named);
    index_with_columns = cfa_index_open(support_folder, NULL);
    return index_with_columns == NULL;
}

static int tear_down(void **state)
{
    cfa_index_free(index_with_columns);
    support_remove_folder(state);
    return support_close_disputes(state);
}

static cfa_answer *ask(const cfa_index *index, const char *query, gboolean by_paragraph)
{
    cfa_request request = support_request(query);
    request.by_paragraph = by_paragraph;
    request.facets = TRUE;
    return support_search(index, &request);
}

/* "BY 2, CR 1" */
static char *list(const cfa_answer *answer, cfa_facet facet)
{
    GString *words = g_string_new(NULL);
    const GArray *counts = answer->facets->counts[facet];
    for (guint i = 0; i < counts->len; i++) {
        const cfa_facet_count *one = &g_array_index(counts, cfa_facet_count, i);
        g_string_append_printf(words, "%s%s %u", i > 0 ? ", " : "", one->value, one->count);
    }
    return g_string_free(words, FALSE);
}

static void expect(const char *query, gboolean by_paragraph, cfa_facet facet, const char *expected)
{
    const cfa_index *indexes[] = {index_with_columns, support_disputes};
    for (gsize i = 0; i < G_N_ELEMENTS(indexes); i++) {
        g_autoptr(cfa_answer) answer = ask(indexes[i], query, by_paragraph);
        g_autofree char *counts = list(answer, facet);
        if (strcmp(counts, expected) != 0)
            fail_msg("%s of \"%s\", %s columns: %s, not %s", cfa_facet_name(facet), query,
                     i == 0 ? "with" : "without", counts, expected);
    }
}

static void a_case_text_counts_once_whatever_its_paragraphs_and_languages(void **state)
{
    (void)state;
    expect("lang:en OR lang:fr OR lang:es", FALSE, CFA_FACET_COUNTRY, "CR 1, CI 1, Ruritania 1");
    expect("lang:en OR lang:fr OR lang:es", FALSE, CFA_FACET_TYPE, "definitive 1, follow-up 1, interim 1");
    expect("lang:en OR lang:fr OR lang:es", FALSE, CFA_FACET_SECTION,
           "conclusions 4, other 3, allegations 2, recommendations 2, reply 1");
}

static void a_paragraph_counts_once_whatever_its_languages(void **state)
{
    (void)state;
    expect("country:ruritania", TRUE, CFA_FACET_COUNTRY, "Ruritania 5");
    expect("country:ruritania", TRUE, CFA_FACET_LANGUAGE, "en 5, es 5, fr 5");
    expect("in:conclusions", TRUE, CFA_FACET_STATUS, "active 1, closed 1, follow-up 1");
}

static void the_most_frequent_come_first_and_equal_ones_by_their_labels(void **state)
{
    (void)state;
    /* Costa Rica is CR, Côte d'Ivoire is CI. */
    expect("in:conclusions", FALSE, CFA_FACET_COUNTRY, "CR 1, CI 1, Ruritania 1");
    expect("in:conclusions", FALSE, CFA_FACET_CONVENTION, "87 1, 98 1");
}

static void years_stand_in_the_order_of_time(void **state)
{
    (void)state;
    expect("in:conclusions", TRUE, CFA_FACET_YEAR, "2019 1, 2023 2");
}

static void what_is_unknown_is_counted_under_no_value(void **state)
{
    (void)state;
    expect("convention:87", FALSE, CFA_FACET_COUNTRY, "");
    expect("convention:87", FALSE, CFA_FACET_YEAR, "");
    expect("convention:87", FALSE, CFA_FACET_SECTION, "conclusions 1");
}

static void what_is_not_found_is_not_counted(void **state)
{
    (void)state;
    expect("country:belarus", FALSE, CFA_FACET_SECTION, "");
    expect("porters -picket", TRUE, CFA_FACET_SECTION, "other 1, recommendations 1");
}

/* Each count of each facet, asked for by its filter. */
static void a_count_is_what_the_filter_leaves(void **state)
{
    (void)state;
    static const char *const filters[CFA_FACETS] = {"country", "year", "type",      "status",
                                                    "lang",    "in",   "convention"};
    static const char *const queries[] = {"\"freedom of association\"", "report:401", "cites:306/123",
                                          "-police"};
    for (gsize q = 0; q < G_N_ELEMENTS(queries) * 2; q++) {
        g_autoptr(cfa_answer) answer = ask(index_with_columns, queries[q / 2], q % 2);
        assert_int_equal(answer->lower, answer->upper);
        for (cfa_facet facet = 0; facet < CFA_FACETS; facet++)
            for (guint i = 0; i < answer->facets->counts[facet]->len; i++) {
                const cfa_facet_count *one =
                    &g_array_index(answer->facets->counts[facet], cfa_facet_count, i);
                g_autofree char *filtered =
                    g_strdup_printf("%s %s:%s", queries[q / 2], filters[facet], one->value);
                g_autoptr(cfa_answer) left = ask(index_with_columns, filtered, q % 2);
                if (left->upper != one->count)
                    fail_msg("%s: %u, counted %u", filtered, left->upper, one->count);
            }
    }
}

static void a_language_counts_what_a_search_in_it_finds(void **state)
{
    (void)state;
    cfa_request request = support_request("association");
    request.facets = TRUE;
    g_autoptr(cfa_answer) answer = support_search(index_with_columns, &request);
    for (guint i = 0; i < answer->facets->counts[CFA_FACET_LANGUAGE]->len; i++) {
        const cfa_facet_count *one =
            &g_array_index(answer->facets->counts[CFA_FACET_LANGUAGE], cfa_facet_count, i);
        request.languages = CFA_LANGUAGE_BIT(cfa_language_parse(one->value));
        g_autoptr(cfa_answer) alone = support_search(index_with_columns, &request);
        assert_int_equal(alone->upper, one->count);
    }
}

static void what_the_search_filters_by_is_marked(void **state)
{
    (void)state;
    g_autoptr(cfa_answer) answer =
        ask(index_with_columns, "strike country:CR -in:reply (type:interim OR type:definitive)", FALSE);
    for (cfa_facet facet = 0; facet < CFA_FACETS; facet++)
        assert_int_equal(answer->facets->is_filtered[facet],
                         facet == CFA_FACET_COUNTRY || facet == CFA_FACET_TYPE);
}

static void nothing_is_counted_that_was_not_asked_for(void **state)
{
    (void)state;
    cfa_request request = support_request("strike");
    g_autoptr(cfa_answer) answer = support_search(index_with_columns, &request);
    assert_null(answer->facets);
}

static void columns_that_do_not_fit_are_an_error_and_no_answer(void **state)
{
    (void)state;
    g_autofree char *name = g_build_filename("gen-000001", CFA_COLUMNS, NULL);
    g_autofree char *path = g_build_filename(support_folder, name, NULL),
                    *kept = g_strconcat(path, ".kept", NULL);
    assert_int_equal(g_rename(path, kept), 0);
    support_write(support_folder, name, "cfasearch-columns 2 of something else\n");
    cfa_error error = {0};
    assert_null(cfa_index_open(support_folder, &error));
    assert_int_equal(error.status, CFA_CORRUPT);
    assert_string_equal(error.code, "columns-corrupt");
    assert_int_equal(g_rename(kept, path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_text_counts_once_whatever_its_paragraphs_and_languages),
        cmocka_unit_test(a_paragraph_counts_once_whatever_its_languages),
        cmocka_unit_test(the_most_frequent_come_first_and_equal_ones_by_their_labels),
        cmocka_unit_test(years_stand_in_the_order_of_time),
        cmocka_unit_test(what_is_unknown_is_counted_under_no_value),
        cmocka_unit_test(what_is_not_found_is_not_counted),
        cmocka_unit_test(a_count_is_what_the_filter_leaves),
        cmocka_unit_test(a_language_counts_what_a_search_in_it_finds),
        cmocka_unit_test(what_the_search_filters_by_is_marked),
        cmocka_unit_test(nothing_is_counted_that_was_not_asked_for),
        cmocka_unit_test(columns_that_do_not_fit_are_an_error_and_no_answer),
    };
    return cmocka_run_group_tests_name("facets", tests, set_up, tear_down);
}
