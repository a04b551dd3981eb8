/* test_mset.c - what a search found */
#include "fixture.h"

#include <string.h>

static xc_error error;
static xc_database *db;
static xc_enquire *enquire;

static int open_three(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    make_three(in_folder("three"));
    db = xc_database_open(in_folder("three"), &error);
    enquire = xc_enquire_new(db, &error);
    return error.status == XC_OK ? 0 : -1;
}

static int close_three(void **state)
{
    xc_enquire_free(enquire);
    xc_database_free(db);
    return remove_folder(state);
}

static xc_mset *strikes(uint32_t first, uint32_t maxitems)
{
    xc_query *query = term("strike");
    xc_enquire_set_query(enquire, query, &error);
    xc_query_free(query);
    xc_mset *mset = xc_enquire_get_mset(enquire, first, maxitems, 100, &error);
    assert_ok(&error);
    return mset;
}

static void a_hit_has_docid_weight_percent_and_document(void **state)
{
    (void)state;
    xc_mset *mset = strikes(0, 10);
    assert_int_equal(xc_mset_size(mset), 2);
    assert_int_equal(xc_mset_get_docid(mset, 0, &error), 2);
    assert_true(xc_mset_get_weight(mset, 0, &error) == xc_mset_get_max_attained(mset));
    assert_true(xc_mset_get_max_possible(mset) >= xc_mset_get_max_attained(mset));
    assert_int_equal(xc_mset_get_percent(mset, 0, &error), 100);
    assert_true(xc_mset_fetch(mset, &error));
    xc_document *document = xc_mset_get_document(mset, 1, &error);
    assert_string_equal(xc_document_get_data(document, NULL, &error), "right to strike");
    xc_document_free(document);
    xc_mset_free(mset);
    assert_ok(&error);
}

static void matches_are_counted_beyond_the_hits_given(void **state)
{
    (void)state;
    xc_mset *mset = strikes(0, 1);
    assert_int_equal(xc_mset_size(mset), 1);
    assert_int_equal(xc_mset_get_matches_lower_bound(mset), 2);
    assert_int_equal(xc_mset_get_matches_estimated(mset), 2);
    assert_int_equal(xc_mset_get_matches_upper_bound(mset), 2);
    xc_mset_free(mset);
}

static void a_later_page_begins_at_its_first_rank(void **state)
{
    (void)state;
    xc_mset *mset = strikes(1, 10);
    assert_int_equal(xc_mset_size(mset), 1);
    assert_int_equal(xc_mset_get_docid(mset, 0, &error), 1);
    xc_mset_free(mset);
    mset = strikes(UINT32_MAX, UINT32_MAX);
    assert_int_equal(xc_mset_size(mset), 0);
    xc_mset_free(mset);
    assert_ok(&error);
}

static void an_index_beyond_the_end_is_invalid_for_every_function(void **state)
{
    (void)state;
    const uint32_t beyond[] = {2, 3, UINT32_MAX};
    xc_mset *mset = strikes(0, 10);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(xc_mset_get_docid(mset, beyond[i], &error), 0);
        assert_status(&error, XC_INVALID);
        assert_true(xc_mset_get_weight(mset, beyond[i], &error) == 0);
        assert_status(&error, XC_INVALID);
        assert_int_equal(xc_mset_get_percent(mset, beyond[i], &error), 0);
        assert_status(&error, XC_INVALID);
        assert_null(xc_mset_get_collapse_key(mset, beyond[i], NULL, &error));
        assert_status(&error, XC_INVALID);
        assert_null(xc_mset_get_sort_key(mset, beyond[i], NULL, &error));
        assert_status(&error, XC_INVALID);
        assert_int_equal(xc_mset_get_collapse_count(mset, beyond[i], &error), 0);
        assert_status(&error, XC_INVALID);
        assert_null(xc_mset_get_document(mset, beyond[i], &error));
        assert_status(&error, XC_INVALID);
    }
    xc_mset_free(mset);
}

static void a_null_mset_is_empty(void **state)
{
    (void)state;
    assert_int_equal(xc_mset_size(NULL), 0);
    assert_int_equal(xc_mset_get_matches_estimated(NULL), 0);
    assert_true(xc_mset_get_max_attained(NULL) == 0);
    assert_int_equal(xc_eset_size(NULL), 0);
    assert_int_equal(xc_rset_size(NULL), 0);
    assert_int_equal(xc_spy_get_total(NULL), 0);
}

static void terms_of_the_query_have_frequency_and_weight(void **state)
{
    (void)state;
    xc_mset *mset = strikes(0, 10);
    assert_int_equal(xc_mset_get_termfreq(mset, "strike", XC_NUL, &error), 2);
    assert_true(xc_mset_get_termweight(mset, "strike", XC_NUL, &error) > 0);
    assert_int_equal(xc_mset_get_termfreq(mset, "ballot", XC_NUL, &error), 1);
    assert_ok(&error);
    assert_true(xc_mset_get_termweight(mset, "ballot", XC_NUL, &error) == 0);
    assert_status(&error, XC_INVALID);
    xc_mset_free(mset);
}

static void a_hit_deleted_since_is_an_empty_document(void **state)
{
    (void)state;
    xc_writable *writable = xc_writable_open(in_folder("gone"), XC_DB_CREATE, 0, 0, &error);
    add_three(writable);
    xc_enquire *search = xc_enquire_new(xc_writable_get_database(writable), &error);
    xc_query *query = term("ballot");
    xc_enquire_set_query(search, query, &error);
    xc_mset *mset = xc_enquire_get_mset(search, 0, 10, 0, &error);
    xc_writable_delete_document(writable, 2, &error);
    assert_ok(&error);
    xc_document *document = xc_mset_get_document(mset, 0, &error);
    assert_string_equal(xc_document_get_data(document, NULL, &error), "");
    assert_string_equal(xc_document_get_value(document, 0, NULL, &error), "");
    assert_ok(&error);
    xc_document_free(document);
    xc_mset_free(mset);
    xc_query_free(query);
    xc_enquire_free(search);
    xc_writable_free(writable);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hit_has_docid_weight_percent_and_document),
        cmocka_unit_test(matches_are_counted_beyond_the_hits_given),
        cmocka_unit_test(a_later_page_begins_at_its_first_rank),
        cmocka_unit_test(an_index_beyond_the_end_is_invalid_for_every_function),
        cmocka_unit_test(a_null_mset_is_empty),
        cmocka_unit_test(terms_of_the_query_have_frequency_and_weight),
        cmocka_unit_test(a_hit_deleted_since_is_an_empty_document),
    };
    return cmocka_run_group_tests(tests, open_three, close_three);
}
