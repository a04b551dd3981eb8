/* Filters: what an index has under a value, and which values it and each of its documents have. */
#include "filters.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void add_word(const char *value, gpointer line)
{
    g_string_append_printf(line, "%s ", value);
}

static void the_documents_under_a_value_stand_in_their_order(void **state)
{
    xc_error failure = XC_ERROR_INIT;
    (void)state;
    g_autoptr(GArray) docids =
        cfa_filter_documents(support_disputes->database, CFA_FILTER_RUN, "401/10-14", &failure);
    assert_int_equal(docids->len, 15); /* five paragraphs in three languages */
    for (guint i = 1; i < docids->len; i++)
        assert_true(g_array_index(docids, xc_docid, i - 1) < g_array_index(docids, xc_docid, i));
    g_autoptr(GArray) none =
        cfa_filter_documents(support_disputes->database, CFA_FILTER_REPORT, "40", &failure);
    assert_int_equal(none->len, 0);
    assert_int_equal(failure.status, XC_OK);
}

static void a_value_is_there_by_as_many_documents_as_have_it(void **state)
{
    xc_error failure = XC_ERROR_INIT;
    const xc_database *database = support_disputes->database;
    (void)state;
    assert_true(cfa_filter_has(database, CFA_FILTER_RUN, "401/10-14", &failure));
    assert_int_equal(cfa_filter_count(database, CFA_FILTER_RUN, "401/10-14", &failure), 15);
    assert_false(
        cfa_filter_has(database, CFA_FILTER_RUN, "401/10", &failure)); /* the beginning of one is none */
    assert_int_equal(cfa_filter_count(database, CFA_FILTER_RUN, "401/10", &failure), 0);
    assert_int_equal(failure.status, XC_OK);
}

static void each_value_of_an_index_comes_once(void **state)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GString) line = g_string_new(NULL);
    (void)state;
    cfa_filter_each_value(support_disputes->database, CFA_FILTER_REPORT, add_word, line, &failure);
    assert_string_equal(line->str, "390 401 402 n7654321 ");
}

static void a_document_has_its_own_values_alone(void **state)
{
    xc_error failure = XC_ERROR_INIT;
    (void)state;
    g_autoptr(GArray) docids =
        cfa_filter_documents(support_disputes->database, CFA_FILTER_ID, "402/21/en", &failure);
    assert_int_equal(docids->len, 1);
    const xc_docid docid = g_array_index(docids, xc_docid, 0);
    g_autoptr(GPtrArray) cases =
        cfa_filter_values_of(support_disputes->database, docid, CFA_FILTER_CASE, &failure);
    assert_int_equal(cases->len, 2);
    assert_string_equal(g_ptr_array_index(cases, 0), "3102");
    assert_string_equal(g_ptr_array_index(cases, 1), "3103");
}

static void a_list_has_each_value_once(void **state)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
    (void)state;
    cfa_filter_add_once("3102", list);
    cfa_filter_add_once("3103", list);
    cfa_filter_add_once("3102", list);
    assert_int_equal(list->len, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_documents_under_a_value_stand_in_their_order),
        cmocka_unit_test(a_value_is_there_by_as_many_documents_as_have_it),
        cmocka_unit_test(each_value_of_an_index_comes_once),
        cmocka_unit_test(a_document_has_its_own_values_alone),
        cmocka_unit_test(a_list_has_each_value_once),
    };
    return cmocka_run_group_tests(tests, support_open_disputes, support_close_disputes);
}
