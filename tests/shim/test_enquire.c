/* test_enquire.c - how a search is weighed, ordered, collapsed, cut off and counted */
#include "fixture.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static xc_database *db;
static xc_enquire *enquire;
static xc_error error;

static int open_group(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    make_three(in_folder("three"));
    return 0;
}

static int open_three(void **state)
{
    (void)state;
    xc_error_clear(&error);
    db = xc_database_open(in_folder("three"), &error);
    enquire = xc_enquire_new(db, &error);
    return error.status == XC_OK ? 0 : -1;
}

static int close_three(void **state)
{
    (void)state;
    xc_enquire_free(enquire);
    xc_database_free(db);
    return 0;
}

static void look_for(xc_query *query)
{
    assert_true(xc_enquire_set_query(enquire, query, &error));
    xc_query_free(query);
}

static const char *found(void)
{
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, 10, 0, &error);
    assert_ok(&error);
    return docids_of(mset);
}

static void before_a_query_is_set_nothing_matches(void **state)
{
    (void)state;
    assert_string_equal(found(), "");
}

static void hits_can_be_sorted_by_value_or_weight_or_both(void **state)
{
    (void)state;
    look_for(xc_query_match_all(&error));
    assert_true(xc_enquire_set_sort_by_value(enquire, 1, true, &error));
    assert_string_equal(found(), "3 2 1");
    look_for(term("strike"));
    assert_true(xc_enquire_set_sort_by_value_then_relevance(enquire, 0, true, &error));
    assert_string_equal(found(), "1 2");
    assert_true(xc_enquire_set_sort_by_value_then_relevance(enquire, 9, true, &error));
    assert_string_equal(found(), "2 1");
    assert_true(xc_enquire_set_sort_by_relevance_then_value(enquire, 1, false, &error));
    assert_string_equal(found(), "2 1");
    assert_true(xc_enquire_set_weight_bool(enquire, &error));
    assert_string_equal(found(), "1 2");
    assert_true(xc_enquire_set_sort_by_relevance_then_value(enquire, 1, true, &error));
    assert_string_equal(found(), "2 1");
    assert_true(xc_enquire_set_sort_by_relevance(enquire, &error));
    assert_string_equal(found(), "1 2");
    assert_false(xc_enquire_set_sort_by_value(enquire, XC_BAD_VALUENO, true, &error));
    assert_status(&error, XC_INVALID);
}

static void equal_hits_follow_the_order_of_docids_asked(void **state)
{
    (void)state;
    look_for(xc_query_match_all(&error));
    assert_string_equal(found(), "1 2 3");
    assert_true(xc_enquire_set_docid_order(enquire, XC_DOCID_DESCENDING, &error));
    assert_string_equal(found(), "3 2 1");
    assert_true(xc_enquire_set_docid_order(enquire, XC_DOCID_DONT_CARE, &error));
    assert_false(xc_enquire_set_docid_order(enquire, (xc_docid_order)7, &error));
    assert_status(&error, XC_INVALID);
}

static void bm25_without_length_weighs_by_wdf_alone(void **state)
{
    (void)state;
    look_for(term("right"));
    assert_true(xc_enquire_set_weight_bm25(enquire, 1, 0, 1, 0.5, 0.5, &error));
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, 10, 0, &error);
    assert_true(xc_mset_get_weight(mset, 0, &error) > xc_mset_get_weight(mset, 1, &error));
    xc_mset_free(mset);
    assert_true(xc_enquire_set_weight_bm25(enquire, 1, 0, 1, 0, 0.5, &error));
    mset = xc_enquire_get_mset(enquire, 0, 10, 0, &error);
    assert_true(xc_mset_get_weight(mset, 0, &error) == xc_mset_get_weight(mset, 1, &error));
    xc_mset_free(mset);
    assert_ok(&error);
}

static void numbers_that_bm25_does_not_take_are_invalid(void **state)
{
    (void)state;
    assert_false(xc_enquire_set_weight_bm25(enquire, NAN, 0, 1, 0, 0.5, &error));
    assert_status(&error, XC_INVALID);
    assert_false(xc_enquire_set_weight_bm25(enquire, -1, 0, 1, 0, 0.5, &error));
    assert_status(&error, XC_INVALID);
    assert_false(xc_enquire_set_weight_bm25(enquire, 1, 0, 1, 1.5, 0.5, &error));
    assert_status(&error, XC_INVALID);
}

static void hits_of_the_same_value_collapse_to_the_best(void **state)
{
    (void)state;
    look_for(xc_query_match_all(&error));
    assert_true(xc_enquire_set_collapse_key(enquire, 0, 1, &error));
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, 10, 10, &error);
    assert_int_equal(xc_mset_size(mset), 2);
    assert_string_equal(xc_mset_get_collapse_key(mset, 0, NULL, &error), "law");
    assert_int_equal(xc_mset_get_collapse_count(mset, 0, &error), 1);
    assert_int_equal(xc_mset_get_collapse_count(mset, 1, &error), 0);
    assert_int_equal(xc_mset_get_matches_estimated(mset), 2);
    assert_int_equal(xc_mset_get_uncollapsed_matches_estimated(mset), 3);
    assert_int_equal(xc_mset_get_uncollapsed_matches_lower_bound(mset), 3);
    assert_int_equal(xc_mset_get_uncollapsed_matches_upper_bound(mset), 3);
    xc_mset_free(mset);
    assert_true(xc_enquire_set_collapse_key(enquire, 0, 2, &error));
    assert_string_equal(found(), "1 2 3");
    assert_true(xc_enquire_set_collapse_key(enquire, 77, 1, &error));
    assert_string_equal(found(), "1 2 3");
    assert_true(xc_enquire_set_collapse_key(enquire, XC_BAD_VALUENO, 0, &error));
    assert_string_equal(found(), "1 2 3");
    assert_ok(&error);
    assert_false(xc_enquire_set_collapse_key(enquire, 0, 0, &error));
    assert_status(&error, XC_INVALID);
}

static void a_hit_tells_the_value_by_which_it_was_sorted(void **state)
{
    (void)state;
    look_for(xc_query_match_all(&error));
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, 10, 0, &error);
    assert_string_equal(xc_mset_get_sort_key(mset, 0, NULL, &error), "");
    xc_mset_free(mset);
    assert_true(xc_enquire_set_sort_by_value(enquire, 0, false, &error));
    mset = xc_enquire_get_mset(enquire, 0, 10, 0, &error);
    size_t length = 0;
    assert_string_equal(xc_mset_get_sort_key(mset, 0, &length, &error), "fact");
    assert_int_equal(length, 4);
    xc_mset_free(mset);
    assert_ok(&error);
}

static void a_cutoff_leaves_out_the_weak(void **state)
{
    (void)state;
    xc_query *parts[] = {term("strike"), term("ballot")};
    look_for(xc_query_combine(XC_OP_OR, parts, 2, 0, &error));
    assert_string_equal(found(), "2 1");
    assert_true(xc_enquire_set_cutoff(enquire, 90, 0, &error));
    assert_string_equal(found(), "2");
    assert_true(xc_enquire_set_cutoff(enquire, 0, 1000, &error));
    assert_string_equal(found(), "");
    assert_false(xc_enquire_set_cutoff(enquire, 101, 0, &error));
    assert_status(&error, XC_INVALID);
    assert_false(xc_enquire_set_cutoff(enquire, 0, NAN, &error));
    assert_status(&error, XC_INVALID);
}

/* How often a visit came to each docid. */
typedef struct visited {
    uint32_t times[10];
} visited;

static void note(xc_docid docid, void *data)
{
    visited *seen = data;
    seen->times[docid < 10 ? docid : 0]++;
}

static void a_visit_comes_to_all_that_match_once_whatever_becomes_a_hit(void **state)
{
    (void)state;
    visited seen = {{0}};
    look_for(term("right"));
    assert_true(xc_enquire_set_collapse_key(enquire, 0, 1, &error));
    assert_true(xc_enquire_set_sort_by_value(enquire, 1, true, &error));
    for (int weighed = 1; weighed >= 0; weighed--) {
        memset(&seen, 0, sizeof seen);
        if (!weighed)
            assert_true(xc_enquire_set_weight_bool(enquire, &error));
        assert_true(xc_enquire_visit(enquire, note, &seen, &error));
        const visited expected = {.times = {[1] = 1, [3] = 1}};
        assert_memory_equal(&seen, &expected, sizeof seen);
    }
    assert_ok(&error);
}

static void a_visit_leaves_the_search_as_it_was(void **state)
{
    (void)state;
    visited seen = {{0}};
    look_for(term("strike"));
    assert_true(xc_enquire_visit(enquire, note, &seen, &error));
    assert_string_equal(found(), "2 1");
}

static void several_databases_are_not_visited(void **state)
{
    (void)state;
    visited seen = {{0}};
    const visited nothing = {{0}};
    const char *const twice[] = {in_folder("three"), in_folder("three")};
    xc_database *both = xc_database_open_many(twice, 2, &error);
    xc_enquire *search = xc_enquire_new(both, &error);
    xc_query *query = term("right");
    xc_enquire_set_query(search, query, &error);
    assert_ok(&error);
    assert_false(xc_enquire_visit(search, note, &seen, &error));
    assert_status(&error, XC_UNSUPPORTED);
    assert_memory_equal(&seen, &nothing, sizeof seen);
    xc_query_free(query);
    xc_enquire_free(search);
    xc_database_free(both);
}

static void a_visit_needs_a_visitor_and_comes_to_nothing_before_a_query_is_set(void **state)
{
    (void)state;
    visited seen = {{0}};
    const visited nothing = {{0}};
    assert_true(xc_enquire_visit(enquire, note, &seen, &error));
    assert_memory_equal(&seen, &nothing, sizeof seen);
    assert_false(xc_enquire_visit(enquire, NULL, NULL, &error));
    assert_status(&error, XC_INVALID);
    assert_false(xc_enquire_visit(NULL, note, &seen, &error));
    assert_status(&error, XC_INVALID);
}

static void a_spy_counts_the_values_of_what_matches(void **state)
{
    (void)state;
    xc_spy *spy = xc_spy_new(0, &error);
    look_for(xc_query_match_all(&error));
    assert_true(xc_enquire_add_spy(enquire, spy, &error));
    xc_mset_free(xc_enquire_get_mset(enquire, 0, 1, 100, &error));
    assert_int_equal(xc_spy_get_total(spy), 3);

    xc_term_iterator *it = xc_spy_values(spy, &error);
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "fact");
    assert_int_equal(xc_term_iterator_get_termfreq(it, &error), 1);
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "law");
    assert_int_equal(xc_term_iterator_get_termfreq(it, &error), 2);
    assert_null(xc_term_iterator_next(it, NULL, &error));
    xc_term_iterator_free(it);

    it = xc_spy_top_values(spy, 1, &error);
    xc_spy_free(spy);
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "law");
    assert_int_equal(xc_term_iterator_get_termfreq(it, &error), 2);
    assert_null(xc_term_iterator_next(it, NULL, &error));
    xc_term_iterator_free(it);
    assert_ok(&error);
}

static void a_spy_may_be_freed_before_the_search_it_was_given_to(void **state)
{
    (void)state;
    xc_spy *spy = xc_spy_new(0, &error);
    assert_true(xc_enquire_add_spy(enquire, spy, &error));
    xc_spy_free(spy);
    look_for(xc_query_match_all(&error));
    assert_string_equal(found(), "1 2 3");
    assert_true(xc_enquire_clear_spies(enquire, &error));
    assert_string_equal(found(), "1 2 3");
}

static void a_cleared_spy_counts_no_more(void **state)
{
    (void)state;
    xc_spy *spy = xc_spy_new(0, &error);
    look_for(xc_query_match_all(&error));
    xc_enquire_add_spy(enquire, spy, &error);
    found();
    uint32_t total = xc_spy_get_total(spy);
    found();
    assert_int_equal(xc_spy_get_total(spy), 2 * total);
    assert_true(xc_enquire_clear_spies(enquire, &error));
    found();
    assert_int_equal(xc_spy_get_total(spy), 2 * total);
    xc_spy_free(spy);
}

static void the_terms_that_a_hit_has_come_once(void **state)
{
    (void)state;
    xc_query *parts[] = {term("strike"), term("right"), term("ballot"), term("strike")};
    look_for(xc_query_combine(XC_OP_OR, parts, 4, 0, &error));
    xc_term_iterator *it = xc_enquire_get_matching_terms(enquire, 1, &error);
    size_t seen = 0;
    bool strike = false, right = false;
    for (const char *word; (word = xc_term_iterator_next(it, NULL, &error)) != NULL; seen++) {
        strike = strike || strcmp(word, "strike") == 0;
        right = right || strcmp(word, "right") == 0;
    }
    assert_int_equal(seen, 2);
    assert_true(strike && right);
    xc_term_iterator_free(it);
    assert_ok(&error);
    assert_null(xc_enquire_get_matching_terms(enquire, 99, &error));
    assert_status(&error, XC_NOT_FOUND);
}

static void what_a_wildcard_stands_for_is_not_among_matching_terms(void **state)
{
    (void)state;
    look_for(xc_query_wildcard("str", XC_NUL, 9, XC_WILDCARD_LIMIT_FIRST, XC_OP_OR, &error));
    assert_string_equal(found(), "2 1");
    xc_term_iterator *it = xc_enquire_get_matching_terms(enquire, 1, &error);
    assert_null(xc_term_iterator_next(it, NULL, &error));
    xc_term_iterator_free(it);
    assert_ok(&error);
}

static void the_eset_has_terms_of_the_relevant_documents_best_first(void **state)
{
    (void)state;
    look_for(term("organize"));
    xc_rset *rset = xc_rset_new(&error);
    assert_true(xc_rset_add_document(rset, 3, &error));
    assert_int_equal(xc_rset_size(rset), 1);
    xc_eset *eset = xc_enquire_get_eset(enquire, 10, rset, false, &error);
    assert_ok(&error);
    assert_true(xc_eset_size(eset) > 0);
    for (uint32_t i = 0; i < xc_eset_size(eset); i++) {
        assert_string_not_equal(xc_eset_get_term(eset, i, NULL, &error), "organize");
        if (i > 0)
            assert_true(xc_eset_get_weight(eset, i - 1, &error) >= xc_eset_get_weight(eset, i, &error));
    }
    assert_ok(&error);
    assert_null(xc_eset_get_term(eset, xc_eset_size(eset), NULL, &error));
    assert_status(&error, XC_INVALID);
    uint32_t without = xc_eset_size(eset);
    xc_eset_free(eset);
    eset = xc_enquire_get_eset(enquire, 10, rset, true, &error);
    assert_int_equal(xc_eset_size(eset), without + 1);
    xc_eset_free(eset);
    assert_false(xc_rset_add_document(rset, 0, &error));
    assert_status(&error, XC_INVALID);
    xc_rset_free(rset);
}

int main(void)
{
#define WITH_THREE(test) cmocka_unit_test_setup_teardown(test, open_three, close_three)
    const struct CMUnitTest tests[] = {
        WITH_THREE(before_a_query_is_set_nothing_matches),
        WITH_THREE(hits_can_be_sorted_by_value_or_weight_or_both),
        WITH_THREE(equal_hits_follow_the_order_of_docids_asked),
        WITH_THREE(bm25_without_length_weighs_by_wdf_alone),
        WITH_THREE(numbers_that_bm25_does_not_take_are_invalid),
        WITH_THREE(hits_of_the_same_value_collapse_to_the_best),
        WITH_THREE(a_hit_tells_the_value_by_which_it_was_sorted),
        WITH_THREE(a_cutoff_leaves_out_the_weak),
        WITH_THREE(a_visit_comes_to_all_that_match_once_whatever_becomes_a_hit),
        WITH_THREE(a_visit_leaves_the_search_as_it_was),
        WITH_THREE(several_databases_are_not_visited),
        WITH_THREE(a_visit_needs_a_visitor_and_comes_to_nothing_before_a_query_is_set),
        WITH_THREE(a_spy_counts_the_values_of_what_matches),
        WITH_THREE(a_spy_may_be_freed_before_the_search_it_was_given_to),
        WITH_THREE(a_cleared_spy_counts_no_more),
        WITH_THREE(the_terms_that_a_hit_has_come_once),
        WITH_THREE(what_a_wildcard_stands_for_is_not_among_matching_terms),
        WITH_THREE(the_eset_has_terms_of_the_relevant_documents_best_first),
    };
    return cmocka_run_group_tests(tests, open_group, remove_folder);
}
