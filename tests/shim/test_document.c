/* test_document.c - what a document holds, and what it refuses */
#include "fixture.h"

#include <math.h>
#include <string.h>

static void data_comes_back_byte_for_byte(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_document *document = xc_document_new(&error);
    assert_true(xc_document_set_data(document, "a\0b\xff", 4, &error));
    size_t length = 0;
    const char *data = xc_document_get_data(document, &length, &error);
    assert_int_equal(length, 4);
    assert_memory_equal(data, "a\0b\xff", 5);
    xc_document_free(document);
    assert_ok(&error);
}

static void a_term_of_245_bytes_is_taken_and_can_be_added(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    char word[XC_TERM_MAX];
    memset(word, 'w', sizeof word);
    xc_document *document = xc_document_new(&error);
    assert_true(xc_document_add_term(document, word, sizeof word, 1, &error));
    xc_writable *writable = xc_writable_open(in_folder("longest"), XC_DB_CREATE, 0, 0, &error);
    assert_int_equal(xc_writable_add_document(writable, document, &error), 1);
    assert_true(xc_writable_commit(writable, &error));
    xc_writable_free(writable);
    xc_document_free(document);
    assert_ok(&error);
}

static void a_term_of_246_bytes_is_refused_when_it_is_added(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    char word[XC_TERM_MAX + 1];
    memset(word, 'w', sizeof word);
    xc_document *document = xc_document_new(&error);
    assert_false(xc_document_add_posting(document, word, sizeof word, 1, 1, &error));
    assert_status(&error, XC_LIMIT);
    assert_false(xc_document_add_term(document, word, sizeof word, 1, &error));
    assert_status(&error, XC_LIMIT);
    assert_false(xc_document_add_boolean_term(document, word, sizeof word, &error));
    assert_status(&error, XC_LIMIT);
    xc_document_free(document);
}

static void a_zero_byte_counts_twice_against_the_bound(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    char word[XC_TERM_MAX] = {0};
    xc_document *document = xc_document_new(&error);
    assert_true(xc_document_add_term(document, word, 122, 1, &error));
    assert_false(xc_document_add_term(document, word, 123, 1, &error));
    assert_status(&error, XC_LIMIT);
    xc_writable *writable = xc_writable_open(in_folder("zeros"), XC_DB_CREATE, 0, 0, &error);
    xc_writable_add_document(writable, document, &error);
    assert_true(xc_writable_commit(writable, &error));
    assert_int_equal(xc_database_get_termfreq(xc_writable_get_database(writable), word, 122, &error), 1);
    xc_writable_free(writable);
    xc_document_free(document);
    assert_ok(&error);
}

static void an_empty_term_is_invalid(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_document *document = xc_document_new(&error);
    assert_false(xc_document_add_term(document, NULL, 0, 1, &error));
    assert_status(&error, XC_INVALID);
    xc_document_free(document);
}

static void a_null_string_with_a_length_is_invalid(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_document *document = xc_document_new(&error);
    assert_false(xc_document_set_data(document, NULL, 5, &error));
    assert_status(&error, XC_INVALID);
    assert_true(xc_document_set_data(document, NULL, XC_NUL, &error));
    xc_document_free(document);
    assert_ok(&error);
}

static void values_come_back_and_missing_ones_are_empty(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    size_t length = 99;
    xc_document *document = xc_document_new(&error);
    xc_document_add_value(document, 3, "v\0w", 3, &error);
    assert_memory_equal(xc_document_get_value(document, 3, &length, &error), "v\0w", 4);
    assert_int_equal(length, 3);
    assert_string_equal(xc_document_get_value(document, 4, &length, &error), "");
    assert_int_equal(length, 0);
    xc_document_free(document);
    assert_ok(&error);
}

static void numbers_come_back_and_missing_ones_are_nan(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_document *document = xc_document_new(&error);
    xc_document_add_value_number(document, 1, -12.5, &error);
    assert_true(xc_document_get_value_number(document, 1, &error) == -12.5);
    assert_true(isnan(xc_document_get_value_number(document, 2, &error)));
    assert_ok(&error);
    assert_false(xc_document_add_value_number(document, 1, NAN, &error));
    assert_status(&error, XC_INVALID);
    xc_document_free(document);
}

static void the_slot_that_is_none_is_invalid(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_document *document = xc_document_new(&error);
    assert_false(xc_document_add_value(document, XC_BAD_VALUENO, "v", 1, &error));
    assert_status(&error, XC_INVALID);
    xc_document_free(document);
}

static void clear_makes_a_document_as_new(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_document *document = document_of("right to strike");
    xc_document_add_value(document, 0, "v", 1, &error);
    assert_true(xc_document_clear(document, &error));
    assert_string_equal(xc_document_get_data(document, NULL, &error), "");
    assert_string_equal(xc_document_get_value(document, 0, NULL, &error), "");
    xc_term_iterator *it = xc_document_termlist(document, &error);
    assert_null(xc_term_iterator_next(it, NULL, &error));
    xc_term_iterator_free(it);
    xc_document_free(document);
    assert_ok(&error);
}

static void clear_terms_and_clear_values_leave_the_rest(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_document *document = document_of("right to strike");
    xc_document_add_value(document, 0, "v", 1, &error);
    assert_true(xc_document_clear_terms(document, &error));
    assert_string_equal(xc_document_get_value(document, 0, NULL, &error), "v");
    assert_true(xc_document_clear_values(document, &error));
    assert_string_equal(xc_document_get_data(document, NULL, &error), "right to strike");
    xc_document_free(document);
    assert_ok(&error);
}

static void a_removed_term_is_gone_and_the_others_stay(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_document *document = document_of("strike ballot");
    assert_true(xc_document_remove_term(document, "ballot", XC_NUL, &error));
    xc_term_iterator *it = xc_document_termlist(document, &error);
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "strike");
    assert_null(xc_term_iterator_next(it, NULL, &error));
    xc_term_iterator_free(it);
    assert_false(xc_document_remove_term(document, "ballot", XC_NUL, &error));
    assert_int_equal(error.status, XC_INVALID);
    xc_document_free(document);
}

static void a_document_lists_its_terms_with_wdf(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    size_t length = 0;
    xc_document *document = document_of("strike ballot strike");
    xc_term_iterator *it = xc_document_termlist(document, &error);
    assert_string_equal(xc_term_iterator_next(it, &length, &error), "ballot");
    assert_int_equal(length, 6);
    assert_string_equal(xc_term_iterator_next(it, NULL, &error), "strike");
    assert_int_equal(xc_term_iterator_get_wdf(it, &error), 2);
    assert_null(xc_term_iterator_next(it, NULL, &error));
    xc_term_iterator_free(it);
    xc_document_free(document);
    assert_ok(&error);
}

static void numbers_sort_as_their_bytes(void **state)
{
    (void)state;
    const double numbers[] = {-INFINITY, -1e300, -2, -0.5, 0, 1e-9, 1, 83, 1e300, INFINITY};
    char before[XC_SORTABLE_MAX], after[XC_SORTABLE_MAX];
    size_t before_length = xc_sortable_serialise(numbers[0], before);
    assert_int_equal(before_length, 0);
    for (size_t i = 1; i < sizeof numbers / sizeof *numbers; i++) {
        size_t length = xc_sortable_serialise(numbers[i], after);
        assert_in_range(length, 1, XC_SORTABLE_MAX);
        size_t common = length < before_length ? length : before_length;
        int order = memcmp(before, after, common);
        assert_true(order < 0 || (order == 0 && before_length < length));
        assert_true(xc_sortable_unserialise(after, length) == numbers[i]);
        memcpy(before, after, length);
        before_length = length;
    }
    assert_int_equal(xc_sortable_serialise(NAN, after), 0);
}

static void bytes_that_are_no_number_are_read_without_harm(void **state)
{
    (void)state;
    char junk[64];
    for (unsigned byte = 0; byte < 256; byte++) {
        for (size_t length = 0; length <= sizeof junk; length++) {
            memset(junk, (int)byte, sizeof junk);
            (void)xc_sortable_unserialise(junk, length);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(data_comes_back_byte_for_byte),
        cmocka_unit_test(a_term_of_245_bytes_is_taken_and_can_be_added),
        cmocka_unit_test(a_term_of_246_bytes_is_refused_when_it_is_added),
        cmocka_unit_test(a_zero_byte_counts_twice_against_the_bound),
        cmocka_unit_test(an_empty_term_is_invalid),
        cmocka_unit_test(a_null_string_with_a_length_is_invalid),
        cmocka_unit_test(values_come_back_and_missing_ones_are_empty),
        cmocka_unit_test(numbers_come_back_and_missing_ones_are_nan),
        cmocka_unit_test(the_slot_that_is_none_is_invalid),
        cmocka_unit_test(clear_makes_a_document_as_new),
        cmocka_unit_test(clear_terms_and_clear_values_leave_the_rest),
        cmocka_unit_test(a_removed_term_is_gone_and_the_others_stay),
        cmocka_unit_test(a_document_lists_its_terms_with_wdf),
        cmocka_unit_test(numbers_sort_as_their_bytes),
        cmocka_unit_test(bytes_that_are_no_number_are_read_without_harm),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
