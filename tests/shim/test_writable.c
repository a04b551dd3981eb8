/* test_writable.c - changing a database: locks, commits, transactions, documents, metadata */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

static xc_writable *memory(void)
{
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open_memory(&error);
    assert_ok(&error);
    return writable;
}

static void a_second_writer_is_told_of_the_lock_at_once(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *first = xc_writable_open(in_folder("lock"), XC_DB_CREATE_OR_OPEN, 0, 0, &error);
    assert_ok(&error);
    assert_null(xc_writable_open(in_folder("lock"), XC_DB_OPEN, 0, 0, &error));
    assert_string_equal(error.type, "DatabaseLockError");
    assert_status(&error, XC_LOCK);
    xc_writable_free(first);
}

static void the_lock_is_free_after_free_though_an_enquire_lives(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *first = xc_writable_open(in_folder("freed"), XC_DB_CREATE_OR_OPEN, 0, 0, &error);
    xc_enquire *enquire = xc_enquire_new(xc_writable_get_database(first), &error);
    xc_writable_free(first);
    xc_writable *second = xc_writable_open(in_folder("freed"), XC_DB_OPEN, 0, 0, &error);
    assert_ok(&error);
    xc_query *query = term("strike");
    xc_enquire_set_query(enquire, query, &error);
    assert_null(xc_enquire_get_mset(enquire, 0, 1, 0, &error));
    assert_status(&error, XC_CLOSED);
    xc_query_free(query);
    xc_enquire_free(enquire);
    xc_writable_free(second);
}

static void close_commits_and_tells_so(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(in_folder("close"), XC_DB_CREATE, 0, 0, &error);
    add_three(writable);
    assert_true(xc_writable_close(writable, &error));
    xc_database *db = xc_database_open(in_folder("close"), &error);
    assert_int_equal(xc_database_get_doccount(db, &error), 3);
    xc_database_free(db);
    assert_ok(&error);
    xc_document *document = document_of("late");
    assert_int_equal(xc_writable_add_document(writable, document, &error), 0);
    assert_status(&error, XC_CLOSED);
    xc_document_free(document);
    xc_writable_free(writable);
}

static void create_refuses_what_is_there_and_open_what_is_not(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    make_three(in_folder("modes"));
    assert_null(xc_writable_open(in_folder("modes"), XC_DB_CREATE, 0, 0, &error));
    assert_status(&error, XC_OPENING);
    assert_null(xc_writable_open(in_folder("absent"), XC_DB_OPEN, 0, 0, &error));
    assert_status(&error, XC_OPENING);
}

static void overwrite_begins_anew_and_open_goes_on(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    make_three(in_folder("anew"));
    xc_writable *writable = xc_writable_open(in_folder("anew"), XC_DB_OPEN, 0, 0, &error);
    assert_int_equal(xc_database_get_doccount(xc_writable_get_database(writable), &error), 3);
    xc_writable_free(writable);
    writable = xc_writable_open(in_folder("anew"), XC_DB_CREATE_OR_OVERWRITE, 0, 0, &error);
    assert_int_equal(xc_database_get_doccount(xc_writable_get_database(writable), &error), 0);
    xc_writable_free(writable);
    assert_ok(&error);
}

static void an_unknown_mode_flag_or_block_size_is_invalid(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    assert_null(xc_writable_open(in_folder("odd"), (xc_writable_mode)9, 0, 0, &error));
    assert_status(&error, XC_INVALID);
    assert_null(xc_writable_open(in_folder("odd"), XC_DB_CREATE, 1u << 20, 0, &error));
    assert_status(&error, XC_INVALID);
    const uint32_t sizes[] = {1, 1024, 3000, 131072};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        assert_null(xc_writable_open(in_folder("odd"), XC_DB_CREATE, 0, sizes[i], &error));
        assert_status(&error, XC_INVALID);
    }
}

static void a_writer_reads_what_it_has_not_committed(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(in_folder("own"), XC_DB_CREATE, 0, 0, &error);
    add_three(writable);
    assert_string_equal(hits_of(xc_writable_get_database(writable), term("organize")), "3");
    xc_writable_free(writable);
    assert_ok(&error);
}

static void readers_see_a_change_only_after_commit(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    bool changed = true;
    xc_writable *writable = xc_writable_open(in_folder("see"), XC_DB_CREATE, 0, 0, &error);
    xc_writable_set_metadata(writable, "key", XC_NUL, "value", XC_NUL, &error);
    xc_writable_commit(writable, &error);
    xc_database *db = xc_database_open(in_folder("see"), &error);
    add_three(writable);
    assert_true(xc_database_reopen(db, &changed, &error));
    assert_false(changed);
    assert_true(xc_writable_commit(writable, &error));
    assert_int_equal(xc_database_get_doccount(db, &error), 0);
    assert_true(xc_database_reopen(db, &changed, &error));
    assert_true(changed);
    assert_int_equal(xc_database_get_doccount(db, &error), 3);
    xc_database_free(db);
    xc_writable_free(writable);
    assert_ok(&error);
}

static void a_cancelled_transaction_leaves_nothing(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(in_folder("cancel"), XC_DB_CREATE, 0, 0, &error);
    xc_database *db = xc_writable_get_database(writable);
    assert_true(xc_writable_begin_transaction(writable, &error));
    add_three(writable);
    assert_true(xc_writable_cancel_transaction(writable, &error));
    assert_int_equal(xc_database_get_doccount(db, &error), 0);
    assert_true(xc_writable_begin_transaction(writable, &error));
    xc_document *document = document_of("kept");
    xc_writable_add_document(writable, document, &error);
    assert_true(xc_writable_commit_transaction(writable, &error));
    assert_int_equal(xc_database_get_doccount(db, &error), 1);
    xc_document_free(document);
    xc_writable_free(writable);
    assert_ok(&error);
}

static void a_call_at_the_wrong_time_is_told_as_state(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(in_folder("times"), XC_DB_CREATE, 0, 0, &error);
    assert_false(xc_writable_commit_transaction(writable, &error));
    assert_status(&error, XC_STATE);
    assert_false(xc_writable_cancel_transaction(writable, &error));
    assert_status(&error, XC_STATE);
    assert_true(xc_writable_begin_transaction(writable, &error));
    assert_false(xc_writable_begin_transaction(writable, &error));
    assert_status(&error, XC_STATE);
    assert_false(xc_writable_commit(writable, &error));
    assert_status(&error, XC_STATE);
    xc_writable_free(writable);
}

static void memory_has_no_transactions(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = memory();
    assert_false(xc_writable_begin_transaction(writable, &error));
    assert_status(&error, XC_UNSUPPORTED);
    xc_writable_free(writable);
}

static void a_document_can_be_changed_and_added_again(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = memory();
    xc_document *document = document_of("first");
    assert_int_equal(xc_writable_add_document(writable, document, &error), 1);
    xc_document_clear(document, &error);
    xc_document_add_term(document, "second", XC_NUL, 1, &error);
    assert_int_equal(xc_writable_add_document(writable, document, &error), 2);
    assert_string_equal(hits_of(xc_writable_get_database(writable), term("first")), "1");
    assert_string_equal(hits_of(xc_writable_get_database(writable), term("second")), "2");
    xc_document_free(document);
    xc_writable_free(writable);
    assert_ok(&error);
}

static void replace_by_term_takes_the_place_of_the_one_that_has_it(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = memory();
    add_three(writable);
    xc_document *document = document_of("ballot again");
    assert_int_equal(xc_writable_replace_document_by_term(writable, "Q2", XC_NUL, document, &error), 2);
    assert_int_equal(xc_writable_replace_document_by_term(writable, "Q9", XC_NUL, document, &error), 4);
    assert_string_equal(hits_of(xc_writable_get_database(writable), term("again")), "2 4");
    assert_int_equal(xc_writable_replace_document_by_term(writable, "", 0, document, &error), 0);
    assert_status(&error, XC_INVALID);
    xc_document_free(document);
    xc_writable_free(writable);
}

static void replace_by_docid_takes_any_docid_but_0(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = memory();
    xc_document *document = document_of("seventh");
    assert_true(xc_writable_replace_document(writable, 7, document, &error));
    assert_int_equal(xc_database_get_lastdocid(xc_writable_get_database(writable), &error), 7);
    assert_false(xc_writable_replace_document(writable, 0, document, &error));
    assert_status(&error, XC_INVALID);
    xc_document_free(document);
    xc_writable_free(writable);
}

static void delete_of_no_document_is_not_found_and_of_no_term_is_well(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(in_folder("delete"), XC_DB_CREATE, 0, 0, &error);
    add_three(writable);
    assert_true(xc_writable_delete_document(writable, 2, &error));
    assert_true(xc_writable_delete_document_by_term(writable, "Q3", XC_NUL, &error));
    assert_true(xc_writable_delete_document_by_term(writable, "Q3", XC_NUL, &error));
    assert_string_equal(hits_of(xc_writable_get_database(writable), xc_query_match_all(NULL)), "1");
    assert_false(xc_writable_delete_document(writable, 2, &error));
    assert_string_equal(error.type, "DocNotFoundError");
    assert_status(&error, XC_NOT_FOUND);
    xc_writable_free(writable);
}

static void a_long_term_to_replace_or_delete_by_is_refused(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    char word[300];
    memset(word, 'w', sizeof word);
    xc_writable *writable = memory();
    xc_document *document = document_of("x");
    assert_false(xc_writable_delete_document_by_term(writable, word, sizeof word, &error));
    assert_status(&error, XC_LIMIT);
    xc_writable_replace_document_by_term(writable, word, sizeof word, document, &error);
    assert_status(&error, XC_LIMIT);
    assert_false(xc_writable_set_metadata(writable, word, sizeof word, "v", 1, &error));
    assert_status(&error, XC_LIMIT);
    assert_false(xc_writable_add_spelling(writable, word, sizeof word, 1, &error));
    assert_status(&error, XC_LIMIT);
    xc_document_free(document);
    xc_writable_free(writable);
}

static void metadata_comes_back_byte_for_byte(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    char longest[XC_TERM_MAX];
    memset(longest, 'k', sizeof longest);
    xc_writable *writable = xc_writable_open(in_folder("meta"), XC_DB_CREATE, 0, 0, &error);
    xc_database *db = xc_writable_get_database(writable);
    size_t length = 0;
    assert_true(xc_writable_set_metadata(writable, "key", XC_NUL, "v\0w", 3, &error));
    assert_true(xc_writable_set_metadata(writable, longest, sizeof longest, "v", 1, &error));
    assert_true(xc_writable_commit(writable, &error));
    char *value = xc_database_get_metadata(db, "key", XC_NUL, &length, &error);
    assert_int_equal(length, 3);
    assert_memory_equal(value, "v\0w", 4);
    free(value);
    value = xc_database_get_metadata(db, "none", XC_NUL, &length, &error);
    assert_string_equal(value, "");
    free(value);
    xc_term_iterator *keys = xc_database_metadata_keys(db, "ke", XC_NUL, &error);
    assert_string_equal(xc_term_iterator_next(keys, NULL, &error), "key");
    assert_null(xc_term_iterator_next(keys, NULL, &error));
    xc_term_iterator_free(keys);
    assert_ok(&error);
    assert_false(xc_writable_set_metadata(writable, "", 0, "v", 1, &error));
    assert_status(&error, XC_INVALID);
    xc_writable_free(writable);
}

static void a_misspelt_word_finds_the_nearest_in_the_dictionary(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(in_folder("spell"), XC_DB_CREATE, 0, 0, &error);
    xc_database *db = xc_writable_get_database(writable);
    assert_true(xc_writable_add_spelling(writable, "strike", XC_NUL, 3, &error));
    char *near = xc_database_get_spelling_suggestion(db, "stryke", XC_NUL, 2, NULL, &error);
    assert_string_equal(near, "strike");
    free(near);
    near = xc_database_get_spelling_suggestion(db, "assembly", XC_NUL, 2, NULL, &error);
    assert_string_equal(near, "");
    free(near);
    assert_true(xc_writable_remove_spelling(writable, "strike", XC_NUL, 3, &error));
    near = xc_database_get_spelling_suggestion(db, "stryke", XC_NUL, 2, NULL, &error);
    assert_string_equal(near, "");
    free(near);
    xc_writable_free(writable);
    assert_ok(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_second_writer_is_told_of_the_lock_at_once),
        cmocka_unit_test(the_lock_is_free_after_free_though_an_enquire_lives),
        cmocka_unit_test(close_commits_and_tells_so),
        cmocka_unit_test(create_refuses_what_is_there_and_open_what_is_not),
        cmocka_unit_test(overwrite_begins_anew_and_open_goes_on),
        cmocka_unit_test(an_unknown_mode_flag_or_block_size_is_invalid),
        cmocka_unit_test(a_writer_reads_what_it_has_not_committed),
        cmocka_unit_test(readers_see_a_change_only_after_commit),
        cmocka_unit_test(a_cancelled_transaction_leaves_nothing),
        cmocka_unit_test(a_call_at_the_wrong_time_is_told_as_state),
        cmocka_unit_test(memory_has_no_transactions),
        cmocka_unit_test(a_document_can_be_changed_and_added_again),
        cmocka_unit_test(replace_by_term_takes_the_place_of_the_one_that_has_it),
        cmocka_unit_test(replace_by_docid_takes_any_docid_but_0),
        cmocka_unit_test(delete_of_no_document_is_not_found_and_of_no_term_is_well),
        cmocka_unit_test(a_long_term_to_replace_or_delete_by_is_refused),
        cmocka_unit_test(metadata_comes_back_byte_for_byte),
        cmocka_unit_test(a_misspelt_word_finds_the_nearest_in_the_dictionary),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
