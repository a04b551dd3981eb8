/* test_error.c - how errors are told */
#include "fixture.h"

#include <string.h>

static void a_success_leaves_an_earlier_error_as_it_is(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    assert_null(xc_database_open("/nowhere", &error));
    xc_document_free(xc_document_new(&error));
    assert_status(&error, XC_OPENING);
}

static void a_null_object_does_not_hide_the_failure_it_comes_from(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = xc_database_open("/nowhere", &error);
    xc_enquire *enquire = xc_enquire_new(db, &error);
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, 10, 0, &error);
    assert_null(mset);
    assert_int_equal(xc_mset_get_docid(mset, 0, &error), 0);
    assert_status(&error, XC_OPENING);
}

static void a_null_object_is_invalid(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_enquire_new(NULL, &error);
    assert_string_equal(error.message, "the database is NULL");
    assert_string_equal(error.type, "");
    assert_status(&error, XC_INVALID);
}

static void a_later_failure_writes_the_error_over(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database_open("/nowhere", &error);
    xc_query_term("", 0, 1, &error);
    assert_status(&error, XC_INVALID);
}

/* libxapian crashes where a list goes on in a table of which it could not read a block. */
static void what_could_not_be_read_is_not_read_on(void **state)
{
    (void)state;
    static const xc_status unreadable[] = {XC_IO, XC_CORRUPT, XC_NETWORK};
    make_three(in_folder("unreadable"));
    xc_database *db = xc_database_open(in_folder("unreadable"), NULL);
    for (size_t i = 0; i < sizeof unreadable / sizeof *unreadable; i++) {
        xc_error error = XC_ERROR_INIT;
        xc_term_iterator *terms = xc_database_allterms(db, "", 0, &error);
        assert_non_null(xc_term_iterator_next(terms, NULL, &error));
        error.status = unreadable[i];
        assert_null(xc_term_iterator_next(terms, NULL, &error));
        assert_int_equal(xc_database_get_doccount(db, &error), 0);
        assert_status(&error, unreadable[i]);
        xc_term_iterator_free(terms);
    }
    xc_database_free(db);
}

static void every_failing_call_takes_null_for_the_error(void **state)
{
    (void)state;
    assert_null(xc_database_open("/nowhere", NULL));
    assert_int_equal(xc_database_get_doccount(NULL, NULL), 0);
    assert_null(xc_query_term("", 0, 1, NULL));
    assert_null(xc_query_combine(XC_OP_AND, NULL, 3, 0, NULL));
    assert_null(xc_term_iterator_next(NULL, NULL, NULL));
    assert_int_equal(xc_posting_iterator_next(NULL, NULL), 0);
    assert_null(xc_enquire_get_mset(NULL, 0, 1, 0, NULL));
    assert_false(xc_document_set_data(NULL, "", 0, NULL));
    assert_false(xc_writable_commit(NULL, NULL));
    assert_null(xc_mset_get_document(NULL, 0, NULL));
    assert_null(xc_eset_get_term(NULL, 0, NULL, NULL));
    xc_error_clear(NULL);
}

static void every_free_takes_null(void **state)
{
    (void)state;
    xc_database_free(NULL);
    xc_writable_free(NULL);
    xc_document_free(NULL);
    xc_query_free(NULL);
    xc_enquire_free(NULL);
    xc_spy_free(NULL);
    xc_rset_free(NULL);
    xc_mset_free(NULL);
    xc_eset_free(NULL);
    xc_term_iterator_free(NULL);
    xc_posting_iterator_free(NULL);
    xc_value_iterator_free(NULL);
}

static void a_long_message_is_cut_between_characters(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    char word[1201] = "e";
    for (size_t i = 1; i + 2 <= sizeof word; i += 2)
        memcpy(word + i, "\xc3\xa9", 2);
    for (size_t shift = 0; shift < 2; shift++) {
        xc_document *document = xc_document_new(NULL);
        assert_false(xc_document_add_term(document, word + shift, sizeof word - shift, 1, &error));
        size_t length = strlen(error.message);
        assert_in_range(length, sizeof error.message - 3, sizeof error.message - 1);
        assert_int_equal((unsigned char)error.message[length - 1], 0xa9);
        assert_status(&error, XC_LIMIT);
        xc_document_free(document);
    }
}

static void every_status_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(xc_status_name(XC_OK), "XC_OK");
    assert_string_equal(xc_status_name(XC_MODIFIED), "XC_MODIFIED");
    assert_string_equal(xc_status_name(XC_INTERNAL), "XC_INTERNAL");
    assert_string_equal(xc_status_name((xc_status)99), "XC_UNKNOWN");
}

static void the_version_is_libxapians(void **state)
{
    (void)state;
    assert_int_equal(strncmp(xc_version(), "1.4.", 4), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_success_leaves_an_earlier_error_as_it_is),
        cmocka_unit_test(a_null_object_does_not_hide_the_failure_it_comes_from),
        cmocka_unit_test(a_null_object_is_invalid),
        cmocka_unit_test(a_later_failure_writes_the_error_over),
        cmocka_unit_test(what_could_not_be_read_is_not_read_on),
        cmocka_unit_test(every_failing_call_takes_null_for_the_error),
        cmocka_unit_test(every_free_takes_null),
        cmocka_unit_test(a_long_message_is_cut_between_characters),
        cmocka_unit_test(every_status_has_a_name),
        cmocka_unit_test(the_version_is_libxapians),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
