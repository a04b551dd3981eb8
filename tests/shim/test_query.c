/* test_query.c - what queries find, what they consume, and what they refuse */
#include "fixture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static xc_database *db;

static int open_three(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    make_three(in_folder("three"));
    db = xc_database_open(in_folder("three"), NULL);
    return db == NULL ? -1 : 0;
}

static int close_three(void **state)
{
    xc_database_free(db);
    return remove_folder(state);
}

static xc_query *two(xc_query_op op, const char *a, const char *b, uint32_t parameter)
{
    xc_error error = XC_ERROR_INIT;
    xc_query *parts[] = {term(a), term(b)};
    xc_query *query = xc_query_combine(op, parts, 2, parameter, &error);
    assert_ok(&error);
    return query;
}

static void a_boolean_operator_finds_what_its_name_says(void **state)
{
    (void)state;
    assert_string_equal(hits_of(db, two(XC_OP_AND, "right", "strike", 0)), "1");
    assert_string_equal(hits_of(db, two(XC_OP_OR, "ballot", "freely", 0)), "2 3");
    assert_string_equal(hits_of(db, two(XC_OP_AND_NOT, "right", "strike", 0)), "3");
    assert_string_equal(hits_of(db, two(XC_OP_XOR, "ballot", "strike", 0)), "1");
    assert_string_equal(hits_of(db, two(XC_OP_AND_MAYBE, "right", "freely", 0)), "3 1");
    assert_string_equal(hits_of(db, two(XC_OP_FILTER, "right", "Q3", 0)), "3");
    assert_string_equal(hits_of(db, two(XC_OP_SYNONYM, "ballot", "strike", 0)), "2 1");
    assert_string_equal(hits_of(db, two(XC_OP_MAX, "ballot", "strike", 0)), "2 1");
    assert_string_equal(hits_of(db, two(XC_OP_ELITE_SET, "ballot", "strike", 1)), "2");
}

static void documents_are_found_by_their_bits(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    uint64_t words[2] = {1 << 1 | 1 << 3};
    xc_query *parts[] = {term("right"), xc_query_documents(words, 2, &error)};
    assert_string_equal(hits_of(db, xc_query_documents(words, 2, &error)), "1 3");
    words[0] = 1 << 3;
    assert_string_equal(hits_of(db, xc_query_combine(XC_OP_FILTER, parts, 2, 0, &error)), "1 3");
    assert_string_equal(hits_of(db, xc_query_documents(words, 1, &error)), "3");
    assert_string_equal(hits_of(db, xc_query_documents(words, 0, &error)), "");
    assert_ok(&error);
    assert_null(xc_query_documents(NULL, 0, &error));
    assert_status(&error, XC_INVALID);
}

/* What a query is, as numbers of the type, the operator and the parts. */
static void assert_made(xc_query *query, xc_query_type type, xc_query_op op, size_t parts)
{
    assert_int_equal(xc_query_get_type(query), type);
    assert_int_equal(xc_query_get_op(query), op);
    assert_int_equal(xc_query_get_num_subqueries(query), parts);
    xc_query_free(query);
}

static void a_query_tells_what_it_is_made_of(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    assert_made(xc_query_match_all(&error), XC_QUERY_MATCH_ALL, XC_OP_AND, 0);
    assert_made(xc_query_match_nothing(&error), XC_QUERY_MATCH_NOTHING, XC_OP_AND, 0);
    assert_made(NULL, XC_QUERY_MATCH_NOTHING, XC_OP_AND, 0);
    assert_made(term("right"), XC_QUERY_TERM, XC_OP_AND, 0);
    assert_made(xc_query_value_ge(1, "b", 1, &error), XC_QUERY_OTHER, XC_OP_AND, 0);
    assert_made(xc_query_scale_weight(2, term("right"), &error), XC_QUERY_SCALED, XC_OP_AND, 1);
    for (xc_query_op op = XC_OP_AND; op <= XC_OP_ELITE_SET; op++)
        assert_made(two(op, "right", "strike", 0), XC_QUERY_COMBINED, op, 2);
    assert_ok(&error);
}

static void a_subquery_is_what_was_combined(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *query = two(XC_OP_AND_NOT, "right", "strike", 0);
    assert_string_equal(hits_of(db, xc_query_get_subquery(query, 1, &error)), "2 1");
    assert_string_equal(hits_of(db, xc_query_get_subquery(query, 0, &error)), "1 3");
    assert_ok(&error);
    assert_null(xc_query_get_subquery(query, 2, &error));
    assert_status(&error, XC_INVALID);
    assert_null(xc_query_get_subquery(NULL, 0, &error));
    assert_status(&error, XC_INVALID);
    xc_query_free(query);
}

static void a_phrase_is_in_order_and_near_is_in_any(void **state)
{
    (void)state;
    assert_string_equal(hits_of(db, two(XC_OP_PHRASE, "right", "to", 0)), "1 3");
    assert_string_equal(hits_of(db, two(XC_OP_PHRASE, "to", "right", 9)), "");
    assert_string_equal(hits_of(db, two(XC_OP_PHRASE, "right", "strike", 0)), "");
    assert_string_equal(hits_of(db, two(XC_OP_PHRASE, "right", "strike", 3)), "1");
    assert_string_equal(hits_of(db, two(XC_OP_NEAR, "to", "right", 2)), "1 3");
    assert_string_equal(hits_of(db, two(XC_OP_NEAR, "strike", "right", 1)), "");
}

static void a_window_narrower_than_its_parts_is_widened_to_them(void **state)
{
    (void)state;
    assert_string_equal(hits_of(db, two(XC_OP_PHRASE, "right", "to", 1)), "1 3");
    assert_string_equal(hits_of(db, two(XC_OP_NEAR, "right", "to", 1)), "1 3");
}

static void a_phrase_takes_or_of_terms(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *parts[] = {term("to"), two(XC_OP_OR, "strike", "organize", 0)};
    xc_query *query = xc_query_combine(XC_OP_PHRASE, parts, 2, 2, &error);
    assert_ok(&error);
    assert_string_equal(hits_of(db, query), "3 1");
}

static void a_phrase_refuses_parts_that_are_no_terms(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *others[] = {
        two(XC_OP_AND, "strike", "right", 0),
        two(XC_OP_SYNONYM, "strike", "right", 0),
        xc_query_wildcard("stri", XC_NUL, 5, XC_WILDCARD_LIMIT_FIRST, XC_OP_OR, &error),
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        xc_query *parts[] = {term("to"), others[i]};
        assert_null(xc_query_combine(XC_OP_PHRASE, parts, 2, 2, &error));
        assert_status(&error, XC_UNSUPPORTED);
    }
}

static void all_is_every_document_and_nothing_none(void **state)
{
    (void)state;
    assert_string_equal(hits_of(db, xc_query_match_all(NULL)), "1 2 3");
    assert_string_equal(hits_of(db, xc_query_match_nothing(NULL)), "");
    xc_query *nothing = xc_query_match_nothing(NULL);
    assert_true(xc_query_is_empty(nothing));
    xc_query_free(nothing);
    assert_true(xc_query_is_empty(NULL));
}

static void an_empty_term_is_invalid(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    assert_null(xc_query_term("", XC_NUL, 1, &error));
    assert_status(&error, XC_INVALID);
}

static void no_part_matches_nothing_and_one_part_is_itself(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *none = xc_query_combine(XC_OP_AND, NULL, 0, 0, &error);
    assert_true(xc_query_is_empty(none));
    xc_query_free(none);
    for (int op = XC_OP_AND; op <= XC_OP_ELITE_SET; op++) {
        xc_query *one = term("ballot");
        one = xc_query_combine((xc_query_op)op, &one, 1, 0, &error);
        assert_string_equal(hits_of(db, one), "2");
    }
    assert_ok(&error);
}

static void combining_consumes_its_parts_and_sets_them_to_null(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *parts[] = {term("a"), term("b")};
    xc_query *query = xc_query_combine(XC_OP_OR, parts, 2, 0, &error);
    assert_null(parts[0]);
    assert_null(parts[1]);
    xc_query_free(query);
    assert_ok(&error);
}

static void combining_consumes_its_parts_on_failure_too(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *parts[] = {term("a"), xc_query_term("", 0, 1, &error), term("b")};
    strcpy(error.message, "the first failure");
    assert_null(xc_query_combine(XC_OP_OR, parts, 3, 0, &error));
    assert_null(parts[0]);
    assert_null(parts[2]);
    assert_string_equal(error.message, "the first failure");
    parts[0] = term("a");
    assert_null(xc_query_combine((xc_query_op)77, parts, 1, 0, &error));
    assert_null(parts[0]);
    assert_status(&error, XC_INVALID);
}

static void a_copy_can_be_part_of_another_query(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *query = two(XC_OP_OR, "ballot", "freely", 0);
    xc_query *parts[] = {xc_query_copy(query, &error), term("strike")};
    xc_query *both = xc_query_combine(XC_OP_AND, parts, 2, 0, &error);
    assert_string_equal(hits_of(db, both), "2");
    assert_string_equal(hits_of(db, query), "2 3");
    assert_ok(&error);
}

static void scaling_by_zero_makes_a_filter(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *query = xc_query_scale_weight(0, term("strike"), &error);
    xc_enquire *enquire = xc_enquire_new(db, &error);
    xc_enquire_set_query(enquire, query, &error);
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, 10, 0, &error);
    assert_int_equal(xc_mset_size(mset), 2);
    assert_true(xc_mset_get_weight(mset, 0, &error) == 0);
    xc_mset_free(mset);
    xc_enquire_free(enquire);
    xc_query_free(query);
    assert_ok(&error);
}

static void a_bad_factor_is_invalid_and_its_query_consumed(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    const double factors[] = {-1, NAN, INFINITY};
    for (size_t i = 0; i < 3; i++) {
        assert_null(xc_query_scale_weight(factors[i], term("strike"), &error));
        assert_status(&error, XC_INVALID);
    }
}

static void a_wildcard_finds_the_terms_of_its_prefix(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    const xc_query_op combiners[] = {XC_OP_OR, XC_OP_SYNONYM, XC_OP_MAX};
    for (size_t i = 0; i < 3; i++) {
        xc_query *query =
            xc_query_wildcard("stri", XC_NUL, 5, XC_WILDCARD_LIMIT_MOST_FREQUENT, combiners[i], &error);
        assert_string_equal(hits_of(db, query), "2 1");
    }
    assert_ok(&error);
}

static void a_wildcard_without_limit_is_refused(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    assert_null(xc_query_wildcard("w", 1, 0, XC_WILDCARD_LIMIT_FIRST, XC_OP_OR, &error));
    assert_status(&error, XC_INVALID);
    assert_null(xc_query_wildcard("w", 1, 5, XC_WILDCARD_LIMIT_FIRST, XC_OP_AND, &error));
    assert_status(&error, XC_INVALID);
    assert_null(xc_query_wildcard("w", 1, 5, (xc_wildcard_limit)8, XC_OP_OR, &error));
    assert_status(&error, XC_INVALID);
}

static void a_wildcard_beyond_its_limit_does_as_was_asked(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *first = xc_query_wildcard("Q", 1, 2, XC_WILDCARD_LIMIT_FIRST, XC_OP_OR, &error);
    assert_string_equal(hits_of(db, first), "1 2");
    xc_query *wide = xc_query_wildcard("Q", 1, 2, XC_WILDCARD_LIMIT_ERROR, XC_OP_OR, &error);
    assert_ok(&error);
    xc_enquire *enquire = xc_enquire_new(db, &error);
    xc_enquire_set_query(enquire, wide, &error);
    assert_null(xc_enquire_get_mset(enquire, 0, 10, 0, &error));
    assert_string_equal(error.type, "WildcardError");
    assert_status(&error, XC_LIMIT);
    xc_enquire_free(enquire);
    xc_query_free(wide);
}

static void value_ranges_include_their_ends(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    char low[XC_SORTABLE_MAX], high[XC_SORTABLE_MAX];
    size_t low_length = xc_sortable_serialise(20, low);
    size_t high_length = xc_sortable_serialise(30, high);
    assert_string_equal(hits_of(db, xc_query_value_range(1, low, low_length, high, high_length, &error)),
                        "2 3");
    assert_string_equal(hits_of(db, xc_query_value_ge(1, high, high_length, &error)), "3");
    assert_string_equal(hits_of(db, xc_query_value_le(1, low, low_length, &error)), "1 2");
    assert_string_equal(hits_of(db, xc_query_value_range(1, high, high_length, low, low_length, &error)), "");
    assert_string_equal(hits_of(db, xc_query_value_range(9, "a", 1, "z", 1, &error)), "");
    assert_string_equal(hits_of(db, xc_query_value_le(9, "z", 1, &error)), "");
    assert_string_equal(hits_of(db, xc_query_value_ge(9, "", 0, &error)), "1 2 3");
    assert_ok(&error);
}

static void a_query_of_100_levels_is_searched_and_of_101_refused(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *query = term("strike");
    for (uint32_t level = 2; level <= XC_QUERY_DEPTH_MAX; level++) {
        xc_query *parts[] = {query, term(level % 2 ? "right" : "to")};
        query = xc_query_combine(level % 2 ? XC_OP_AND : XC_OP_OR, parts, 2, 0, &error);
        assert_ok(&error);
        assert_int_equal(xc_query_get_depth(query), level);
    }
    xc_query *parts[] = {xc_query_copy(query, &error), term("to")};
    assert_null(xc_query_combine(XC_OP_AND, parts, 2, 0, &error));
    assert_status(&error, XC_LIMIT);
    assert_null(xc_query_scale_weight(2, xc_query_copy(query, &error), &error));
    assert_status(&error, XC_LIMIT);
    assert_string_equal(hits_of(db, query), "1 3");
}

static void a_chain_built_two_by_two_stays_flat(void **state)
{
    (void)state;
    const xc_query_op ops[] = {XC_OP_AND, XC_OP_OR, XC_OP_XOR};
    for (size_t i = 0; i < 3; i++) {
        xc_error error = XC_ERROR_INIT;
        xc_query *query = term("strike");
        for (int link = 0; link < 1000; link++) {
            xc_query *parts[] = {query, term(link % 2 ? "right" : "to")};
            query = xc_query_combine(ops[i], parts, 2, 0, &error);
        }
        assert_ok(&error);
        assert_int_equal(xc_query_get_depth(query), 2);
        assert_int_equal(xc_query_get_length(query), 1001);
        assert_int_equal(strlen(hits_of(db, query)) > 0, true);
    }
}

static void a_copy_is_not_changed_by_the_chain_that_goes_on(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *pair = two(XC_OP_AND, "right", "to", 0);
    xc_query *parts[] = {xc_query_copy(pair, &error), term("strike")};
    assert_string_equal(hits_of(db, xc_query_combine(XC_OP_AND, parts, 2, 0, &error)), "1");
    assert_string_equal(hits_of(db, pair), "1 3");
    assert_ok(&error);
}

static void a_query_tells_its_terms_and_its_form(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_query *query = two(XC_OP_AND, "right", "ballot", 0);
    xc_term_iterator *it = xc_query_get_unique_terms(query, &error);
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "ballot");
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "right");
    assert_null(xc_term_iterator_next(it, NULL, &error));
    xc_term_iterator_free(it);
    char *text = xc_query_get_description(query, &error);
    assert_string_equal(text, "Query((right AND ballot))");
    free(text);
    xc_query_free(query);
    assert_ok(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_boolean_operator_finds_what_its_name_says),
        cmocka_unit_test(documents_are_found_by_their_bits),
        cmocka_unit_test(a_query_tells_what_it_is_made_of),
        cmocka_unit_test(a_subquery_is_what_was_combined),
        cmocka_unit_test(a_phrase_is_in_order_and_near_is_in_any),
        cmocka_unit_test(a_window_narrower_than_its_parts_is_widened_to_them),
        cmocka_unit_test(a_phrase_takes_or_of_terms),
        cmocka_unit_test(a_phrase_refuses_parts_that_are_no_terms),
        cmocka_unit_test(all_is_every_document_and_nothing_none),
        cmocka_unit_test(an_empty_term_is_invalid),
        cmocka_unit_test(no_part_matches_nothing_and_one_part_is_itself),
        cmocka_unit_test(combining_consumes_its_parts_and_sets_them_to_null),
        cmocka_unit_test(combining_consumes_its_parts_on_failure_too),
        cmocka_unit_test(a_copy_can_be_part_of_another_query),
        cmocka_unit_test(scaling_by_zero_makes_a_filter),
        cmocka_unit_test(a_bad_factor_is_invalid_and_its_query_consumed),
        cmocka_unit_test(a_wildcard_finds_the_terms_of_its_prefix),
        cmocka_unit_test(a_wildcard_without_limit_is_refused),
        cmocka_unit_test(a_wildcard_beyond_its_limit_does_as_was_asked),
        cmocka_unit_test(value_ranges_include_their_ends),
        cmocka_unit_test(a_query_of_100_levels_is_searched_and_of_101_refused),
        cmocka_unit_test(a_chain_built_two_by_two_stays_flat),
        cmocka_unit_test(a_copy_is_not_changed_by_the_chain_that_goes_on),
        cmocka_unit_test(a_query_tells_its_terms_and_its_form),
    };
    return cmocka_run_group_tests(tests, open_three, close_three);
}
