/* test_iterator.c - walking along terms, documents and values */
#include "fixture.h"

#include <string.h>

static xc_writable *writable;
static xc_database *db;

static int open_three(void **state)
{
    (void)state;
    writable = xc_writable_open_memory(NULL);
    add_three(writable);
    db = xc_writable_get_database(writable);
    return 0;
}

static int close_three(void **state)
{
    (void)state;
    xc_writable_free(writable);
    return 0;
}

static void all_terms_of_a_prefix_come_in_order_with_their_frequency(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    size_t length = 0;
    xc_term_iterator *it = xc_database_allterms(db, "Q", XC_NUL, &error);
    assert_string_equal(xc_term_iterator_next(it, &length, &error), "Q1");
    assert_int_equal(length, 2);
    assert_int_equal(xc_term_iterator_get_termfreq(it, &error), 1);
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "Q2");
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "Q3");
    assert_null(xc_term_iterator_next(it, NULL, &error));
    assert_null(xc_term_iterator_next(it, NULL, &error));
    xc_term_iterator_free(it);
    assert_ok(&error);
}

static void skip_to_goes_to_the_first_term_not_before(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_term_iterator *it = xc_database_allterms(db, "", 0, &error);
    assert_string_equal(xc_term_iterator_skip_to(it, "p", 1, NULL, &error), "right");
    assert_string_equal(xc_term_iterator_skip_to(it, "strike", 6, NULL, &error), "strike");
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "to");
    assert_null(xc_term_iterator_skip_to(it, "zz", 2, NULL, &error));
    xc_term_iterator_free(it);
    assert_ok(&error);
}

static void skip_to_never_goes_backwards_or_out_of_the_prefix(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    make_three(in_folder("skip"));
    xc_database *glass = xc_database_open(in_folder("skip"), &error);
    xc_term_iterator *it = xc_database_allterms(glass, "s", XC_NUL, &error);
    assert_string_equal(xc_term_iterator_skip_to(it, "a", 1, NULL, &error), "strike");
    assert_string_equal(xc_term_iterator_skip_to(it, "b", 1, NULL, &error), "strike");
    assert_null(xc_term_iterator_skip_to(it, "to", 2, NULL, &error));
    xc_term_iterator_free(it);
    xc_database_free(glass);
    assert_ok(&error);
}

static void postings_are_read_so_many_at_once_wherever_the_iterator_is(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_docid docids[2] = {0};
    xc_posting_iterator *it = xc_database_postlist(db, "", 0, &error);
    assert_int_equal(xc_posting_iterator_read(it, docids, 0, &error), 0);
    assert_int_equal(xc_posting_iterator_read(it, docids, 2, &error), 2);
    assert_int_equal(docids[0], 1);
    assert_int_equal(docids[1], 2);
    assert_int_equal(xc_posting_iterator_next(it, &error), 3);
    assert_int_equal(xc_posting_iterator_read(it, docids, 2, &error), 0);
    assert_int_equal(xc_posting_iterator_read(it, docids, 2, &error), 0);
    xc_posting_iterator_free(it);
    it = xc_database_postlist(db, "", 0, &error);
    assert_int_equal(xc_posting_iterator_skip_to(it, 2, &error), 2);
    assert_int_equal(xc_posting_iterator_read(it, docids, 2, &error), 1);
    assert_int_equal(docids[0], 3);
    assert_ok(&error);
    assert_int_equal(xc_posting_iterator_read(it, NULL, 2, &error), 0);
    assert_status(&error, XC_INVALID);
    assert_int_equal(xc_posting_iterator_read(NULL, docids, 2, &error), 0);
    assert_status(&error, XC_INVALID);
    xc_posting_iterator_free(it);
}

static void a_document_s_terms_know_wdf_and_frequency(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_term_iterator *it = xc_database_termlist(db, 2, &error);
    assert_string_equal(xc_term_iterator_skip_to(it, "s", 1, NULL, &error), "strike");
    assert_int_equal(xc_term_iterator_get_wdf(it, &error), 2);
    assert_int_equal(xc_term_iterator_get_termfreq(it, &error), 2);
    xc_term_iterator_free(it);
    assert_ok(&error);
}

static void asking_of_no_element_is_told_as_state(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_term_iterator *terms = xc_database_termlist(db, 2, &error);
    assert_int_equal(xc_term_iterator_get_wdf(terms, &error), 0);
    assert_status(&error, XC_STATE);
    xc_term_iterator_skip_to(terms, "zz", 2, NULL, &error);
    assert_int_equal(xc_term_iterator_get_termfreq(terms, &error), 0);
    assert_status(&error, XC_STATE);
    xc_posting_iterator *docids = xc_database_postlist(db, "none", XC_NUL, &error);
    assert_int_equal(xc_posting_iterator_get_wdf(docids, &error), 0);
    assert_status(&error, XC_STATE);
    xc_value_iterator *values = xc_database_valuestream(db, 0, &error);
    assert_null(xc_value_iterator_get_value(values, NULL, &error));
    assert_status(&error, XC_STATE);
    xc_value_iterator_free(values);
    xc_posting_iterator_free(docids);
    xc_term_iterator_free(terms);
}

static void what_a_list_does_not_know_is_told_as_state(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *query = term("strike");
    xc_term_iterator *it = xc_query_get_unique_terms(query, &error);
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "strike");
    assert_int_equal(xc_term_iterator_get_termfreq(it, &error), 0);
    assert_status(&error, XC_STATE);
    xc_term_iterator_free(it);
    xc_query_free(query);
}

static void postings_come_in_order_with_wdf_and_length(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_posting_iterator *it = xc_database_postlist(db, "strike", XC_NUL, &error);
    assert_int_equal(xc_posting_iterator_next(it, &error), 1);
    assert_int_equal(xc_posting_iterator_get_wdf(it, &error), 1);
    assert_int_equal(xc_posting_iterator_next(it, &error), 2);
    assert_int_equal(xc_posting_iterator_get_wdf(it, &error), 2);
    assert_int_equal(xc_posting_iterator_get_doclength(it, &error), 3);
    assert_int_equal(xc_posting_iterator_next(it, &error), 0);
    assert_int_equal(xc_posting_iterator_next(it, &error), 0);
    xc_posting_iterator_free(it);
    assert_ok(&error);
}

static void the_empty_term_has_every_document(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_posting_iterator *it = xc_database_postlist(db, "", 0, &error);
    assert_int_equal(xc_posting_iterator_skip_to(it, 2, &error), 2);
    assert_int_equal(xc_posting_iterator_skip_to(it, 1, &error), 2);
    assert_int_equal(xc_posting_iterator_next(it, &error), 3);
    assert_int_equal(xc_posting_iterator_skip_to(it, 9, &error), 0);
    xc_posting_iterator_free(it);
    assert_ok(&error);
}

static void values_come_in_order_of_docids(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    size_t length = 0;
    make_three(in_folder("values"));
    xc_database *glass = xc_database_open(in_folder("values"), &error);
    xc_value_iterator *it = xc_database_valuestream(glass, 0, &error);
    assert_int_equal(xc_value_iterator_next(it, &error), 1);
    assert_string_equal(xc_value_iterator_get_value(it, &length, &error), "law");
    assert_int_equal(length, 3);
    assert_int_equal(xc_value_iterator_skip_to(it, 2, &error), 2);
    assert_string_equal(xc_value_iterator_get_value(it, NULL, &error), "fact");
    assert_int_equal(xc_value_iterator_skip_to(it, 4, &error), 0);
    xc_value_iterator_free(it);
    it = xc_database_valuestream(glass, 5, &error);
    assert_int_equal(xc_value_iterator_next(it, &error), 0);
    xc_value_iterator_free(it);
    xc_database_free(glass);
    assert_ok(&error);
}

static void after_a_failure_every_move_fails_in_the_same_way(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT, again = XC_ERROR_INIT;
    xc_writable *many = xc_writable_open(in_folder("many"), XC_DB_CREATE, 0, 2048, &error);
    xc_document *document = xc_document_new(&error);
    for (unsigned i = 0; i < 20000; i++) {
        uint32_t name = i * 2654435761u;
        xc_document_add_term(document, (const char *)&name, sizeof name, 1, &error);
    }
    xc_writable_add_document(many, document, &error);
    xc_document_free(document);
    xc_writable_close(many, &error);
    xc_writable_free(many);
    xc_database *glass = xc_database_open(in_folder("many"), &error);
    xc_term_iterator *it = xc_database_allterms(glass, "", 0, &error);
    assert_non_null(xc_term_iterator_next(it, NULL, &error));
    assert_ok(&error);
    xc_database_close(glass, &error);
    while (xc_term_iterator_next(it, NULL, &error) != NULL)
        ;
    assert_null(xc_term_iterator_next(it, NULL, &again));
    assert_string_equal(again.message, error.message);
    assert_status(&error, XC_CLOSED);
    xc_term_iterator_free(it);
    xc_database_free(glass);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define WITH_THREE(test) cmocka_unit_test_setup_teardown(test, open_three, close_three)
        WITH_THREE(all_terms_of_a_prefix_come_in_order_with_their_frequency),
        WITH_THREE(skip_to_goes_to_the_first_term_not_before),
        WITH_THREE(a_document_s_terms_know_wdf_and_frequency),
        WITH_THREE(asking_of_no_element_is_told_as_state),
        WITH_THREE(what_a_list_does_not_know_is_told_as_state),
        WITH_THREE(postings_come_in_order_with_wdf_and_length),
        WITH_THREE(the_empty_term_has_every_document),
        cmocka_unit_test(skip_to_never_goes_backwards_or_out_of_the_prefix),
        WITH_THREE(postings_are_read_so_many_at_once_wherever_the_iterator_is),
        cmocka_unit_test(values_come_in_order_of_docids),
        cmocka_unit_test(after_a_failure_every_move_fails_in_the_same_way),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
