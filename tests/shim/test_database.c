/* test_database.c - opening databases, reading their counts and documents, and what goes wrong */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void write_file(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static xc_database *three(void)
{
    xc_error error = XC_ERROR_INIT;
    make_three(in_folder("three"));
    xc_database *db = xc_database_open(in_folder("three"), &error);
    assert_ok(&error);
    return db;
}

static void no_database_is_an_opening_error(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    assert_null(xc_database_open(in_folder("absent"), &error));
    assert_status(&error, XC_OPENING);
    mkdir(in_folder("empty"), 0700);
    assert_null(xc_database_open(in_folder("empty"), &error));
    assert_status(&error, XC_OPENING);
}

static void a_null_path_is_invalid(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    assert_null(xc_database_open(NULL, &error));
    assert_status(&error, XC_INVALID);
}

static void junk_in_place_of_the_version_file_is_an_opening_error(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    make_three(in_folder("junk"));
    char junk[200];
    memset(junk, 'j', sizeof junk);
    write_file(in_folder("junk/iamglass"), junk, sizeof junk);
    assert_null(xc_database_open(in_folder("junk"), &error));
    assert_int_not_equal(error.status, XC_OK);
    assert_int_not_equal(error.status, XC_INTERNAL);
}

static void another_format_is_a_version_error(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    make_three(in_folder("format"));
    char start[200];
    FILE *file = fopen(in_folder("format/iamglass"), "rb");
    size_t length = fread(start, 1, sizeof start, file);
    fclose(file);
    /* The format's number follows the 14 bytes of magic. */
    start[14] = (char)(start[14] + 1);
    write_file(in_folder("format/iamglass"), start, length);
    assert_null(xc_database_open(in_folder("format"), &error));
    assert_string_equal(error.type, "DatabaseVersionError");
    assert_status(&error, XC_VERSION);
}

/* Every table filled with junk in turn: an error may come at the opening or at the reading, but it
 * comes as an error. */
static void corrupt_tables_are_errors_and_nothing_worse(void **state)
{
    (void)state;
    static const char *const tables[] = {"postlist", "termlist", "docdata", "position"};
    char junk[16384];
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        for (int byte = 0; byte < 256; byte += 51) {
            xc_error error = XC_ERROR_INIT;
            char table[64];
            make_three(in_folder("corrupt"));
            snprintf(table, sizeof table, "corrupt/%s.glass", tables[i]);
            memset(junk, byte, sizeof junk);
            write_file(in_folder(table), junk, sizeof junk);

            uint32_t position;
            xc_database *db = xc_database_open(in_folder("corrupt"), &error);
            xc_document *document = xc_database_get_document(db, 1, &error);
            xc_document_get_data(document, NULL, &error);
            xc_database_positionlist(db, 1, "strike", XC_NUL, &position, 1, &error);
            xc_term_iterator *it = xc_database_termlist(db, 1, &error);
            xc_posting_iterator *docids = xc_database_postlist(db, "strike", XC_NUL, &error);
            if (error.status != XC_CORRUPT && error.status != XC_OPENING && error.status != XC_MODIFIED)
                fail_msg("%s of %d: %s: %s", tables[i], byte, xc_status_name(error.status), error.message);
            xc_posting_iterator_free(docids);
            xc_term_iterator_free(it);
            xc_document_free(document);
            xc_database_free(db);
        }
    }
}

static void check_counts_the_faults_of_a_database(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    size_t faults = 99;
    make_three(in_folder("checked"));
    assert_true(xc_database_check(in_folder("checked"), &faults, &error));
    assert_int_equal(faults, 0);
    char junk[8192];
    memset(junk, 'j', sizeof junk);
    write_file(in_folder("checked/postlist.glass"), junk, sizeof junk);
    bool told = !xc_database_check(in_folder("checked"), &faults, &error);
    assert_true(told || faults > 0);
}

static void counts_are_those_of_the_documents(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = three();
    assert_int_equal(xc_database_get_doccount(db, &error), 3);
    assert_int_equal(xc_database_get_lastdocid(db, &error), 3);
    assert_int_equal(xc_database_get_total_length(db, &error), 10);
    assert_true(xc_database_get_avlength(db, &error) > 3.3);
    assert_true(xc_database_has_positions(db, &error));
    assert_int_equal(xc_database_get_revision(db, &error), 1);
    assert_int_equal(xc_database_get_doclength(db, 3, &error), 4);
    assert_int_equal(xc_database_get_unique_terms(db, 2, &error), 3);
    assert_in_range(xc_database_get_doclength_lower_bound(db, &error), 1, 3);
    assert_in_range(xc_database_get_doclength_upper_bound(db, &error), 4, 10);
    assert_in_range(xc_database_get_wdf_upper_bound(db, "strike", XC_NUL, &error), 2, 10);
    char *uuid = xc_database_get_uuid(db, &error);
    assert_int_equal(strlen(uuid), 36);
    free(uuid);
    xc_database_free(db);
    assert_ok(&error);
}

static void a_term_has_its_frequencies_and_an_unknown_one_none(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = three();
    assert_int_equal(xc_database_get_termfreq(db, "strike", XC_NUL, &error), 2);
    assert_int_equal(xc_database_get_collection_freq(db, "strike", XC_NUL, &error), 3);
    assert_true(xc_database_term_exists(db, "strike", XC_NUL, &error));
    assert_int_equal(xc_database_get_termfreq(db, "unknown", XC_NUL, &error), 0);
    assert_int_equal(xc_database_get_collection_freq(db, "unknown", XC_NUL, &error), 0);
    assert_false(xc_database_term_exists(db, "unknown", XC_NUL, &error));
    assert_int_equal(xc_database_get_termfreq(db, "", 0, &error), 3);
    xc_database_free(db);
    assert_ok(&error);
}

static void a_term_longer_than_can_be_stored_is_unknown(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    char word[400];
    memset(word, 'w', sizeof word);
    xc_database *db = three();
    assert_int_equal(xc_database_get_termfreq(db, word, sizeof word, &error), 0);
    assert_string_equal(hits_of(db, xc_query_term(word, sizeof word, 1, &error)), "");
    xc_posting_iterator *it = xc_database_postlist(db, word, sizeof word, &error);
    assert_int_equal(xc_posting_iterator_next(it, &error), 0);
    xc_posting_iterator_free(it);
    xc_database_free(db);
    assert_ok(&error);
}

static void a_document_is_read_by_its_docid(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = three();
    xc_document *document = xc_database_get_document(db, 2, &error);
    assert_string_equal(xc_document_get_data(document, NULL, &error), "strike ballot strike");
    assert_string_equal(xc_document_get_value(document, 0, NULL, &error), "fact");
    assert_true(xc_document_get_value_number(document, 1, &error) == 20);
    assert_int_equal(xc_document_get_docid(document, &error), 2);
    xc_document_free(document);
    xc_database_free(db);
    assert_ok(&error);
}

static void a_document_that_is_not_there_is_not_found(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = three();
    assert_null(xc_database_get_document(db, 4, &error));
    assert_status(&error, XC_NOT_FOUND);
    assert_null(xc_database_get_document(db, 0, &error));
    assert_status(&error, XC_INVALID);
    assert_null(xc_database_termlist(db, 4, &error));
    assert_status(&error, XC_NOT_FOUND);
    assert_null(xc_database_get_value(db, 4, 0, NULL, &error));
    assert_status(&error, XC_NOT_FOUND);
    assert_int_equal(xc_database_get_doclength(db, 4, &error), 0);
    assert_status(&error, XC_NOT_FOUND);
    xc_database_free(db);
}

static void a_value_is_read_without_its_document(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = three();
    size_t length = 0;
    char *value = xc_database_get_value(db, 1, 0, &length, &error);
    assert_string_equal(value, "law");
    assert_int_equal(length, 3);
    free(value);
    value = xc_database_get_value(db, 1, 77, &length, &error);
    assert_string_equal(value, "");
    free(value);
    xc_database_free(db);
    assert_ok(&error);
}

static void a_slot_has_its_bounds(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = three();
    assert_int_equal(xc_database_get_value_freq(db, 0, &error), 3);
    char *low = xc_database_get_value_lower_bound(db, 0, NULL, &error);
    char *high = xc_database_get_value_upper_bound(db, 0, NULL, &error);
    assert_string_equal(low, "fact");
    assert_string_equal(high, "law");
    free(low);
    free(high);
    xc_database_free(db);
    assert_ok(&error);
}

static void positions_are_counted_beyond_the_room_for_them(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    uint32_t positions[2] = {0, 99};
    xc_database *db = three();
    assert_int_equal(xc_database_positionlist(db, 2, "strike", XC_NUL, positions, 1, &error), 2);
    assert_int_equal(positions[0], 1);
    assert_int_equal(positions[1], 99);
    assert_int_equal(xc_database_positionlist(db, 2, "strike", XC_NUL, positions, 2, &error), 2);
    assert_int_equal(positions[1], 3);
    assert_int_equal(xc_database_positionlist(db, 2, "strike", XC_NUL, NULL, 0, &error), 2);
    assert_int_equal(xc_database_positionlist(db, 2, "Q2", XC_NUL, positions, 2, &error), 0);
    assert_int_equal(xc_database_positionlist(db, 2, "none", XC_NUL, positions, 2, &error), 0);
    xc_database_free(db);
    assert_ok(&error);
}

static void shards_are_searched_as_one_and_docids_are_dealt_in_turn(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    make_three(in_folder("shard0"));
    make_three(in_folder("shard1"));
    const char *paths[] = {in_folder("shard0"), in_folder("shard1")};
    xc_database *both = xc_database_open_many(paths, 2, &error);
    assert_int_equal(xc_database_get_doccount(both, &error), 6);
    assert_string_equal(hits_of(both, term("organize")), "5 6");
    assert_false(xc_database_get_revision(both, &error));
    assert_status(&error, XC_STATE);
    xc_database_free(both);

    xc_database *sum = xc_database_new(&error);
    xc_database *one = xc_database_open(paths[0], &error);
    assert_true(xc_database_add_database(sum, one, &error));
    assert_true(xc_database_add_database(sum, one, &error));
    xc_database_free(one);
    assert_string_equal(hits_of(sum, term("organize")), "5 6");
    assert_ok(&error);
    assert_false(xc_database_add_database(sum, sum, &error));
    assert_status(&error, XC_INVALID);
    xc_database_free(sum);
}

static void no_shards_are_invalid(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    assert_null(xc_database_open_many(NULL, 0, &error));
    assert_status(&error, XC_INVALID);
    xc_database *empty = xc_database_new(&error);
    assert_null(xc_enquire_new(empty, &error));
    assert_status(&error, XC_INVALID);
    xc_database_free(empty);
}

static void reading_after_close_is_told(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = three();
    assert_true(xc_database_close(db, &error));
    assert_null(xc_database_get_document(db, 1, &error));
    assert_status(&error, XC_CLOSED);
    xc_database_free(db);
}

static void a_database_rewritten_under_a_reader_is_modified(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_writable *writable = xc_writable_open(in_folder("moved"), XC_DB_CREATE, XC_DB_NO_SYNC, 2048, &error);
    xc_document *document = document_of("some words to read");
    for (int i = 0; i < 400; i++)
        xc_writable_add_document(writable, document, &error);
    xc_writable_commit(writable, &error);
    xc_database *db = xc_database_open(in_folder("moved"), &error);
    for (uint32_t i = 0; i < 20; i++) {
        for (xc_docid docid = 1; docid <= 400; docid++)
            xc_writable_replace_document(writable, docid, document, &error);
        xc_writable_commit(writable, &error);
    }
    assert_ok(&error);

    for (xc_docid docid = 1; docid <= 400 && error.status == XC_OK; docid++) {
        xc_document *read = xc_database_get_document(db, docid, &error);
        xc_document_get_data(read, NULL, &error);
        xc_document_free(read);
        xc_term_iterator_free(xc_database_termlist(db, docid, &error));
    }
    assert_string_equal(error.type, "DatabaseModifiedError");
    assert_status(&error, XC_MODIFIED);
    assert_true(xc_database_reopen(db, NULL, &error));
    xc_document *read = xc_database_get_document(db, 400, &error);
    assert_string_equal(xc_document_get_data(read, NULL, &error), "some words to read");
    assert_ok(&error);
    xc_document_free(read);
    xc_document_free(document);
    xc_database_free(db);
    xc_writable_free(writable);
}

static void what_was_made_from_a_database_outlives_its_handle(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    xc_database *db = three();
    xc_enquire *enquire = xc_enquire_new(db, &error);
    xc_document *document = xc_database_get_document(db, 1, &error);
    xc_term_iterator *terms = xc_database_allterms(db, "r", XC_NUL, &error);
    xc_posting_iterator *docids = xc_database_postlist(db, "strike", XC_NUL, &error);
    xc_value_iterator *values = xc_database_valuestream(db, 0, &error);
    xc_database_free(db);

    xc_query *query = term("strike");
    xc_enquire_set_query(enquire, query, &error);
    xc_query_free(query);
    xc_mset *mset = xc_enquire_get_mset(enquire, 0, 10, 0, &error);
    xc_enquire_free(enquire);
    assert_int_equal(xc_mset_size(mset), 2);
    xc_document *hit = xc_mset_get_document(mset, 0, &error);
    xc_mset_free(mset);
    assert_string_equal(xc_document_get_data(hit, NULL, &error), "strike ballot strike");
    assert_string_equal(xc_document_get_data(document, NULL, &error), "right to strike");
    assert_string_equal(xc_term_iterator_next(terms, NULL, &error), "right");
    assert_int_equal(xc_posting_iterator_next(docids, &error), 1);
    assert_int_equal(xc_posting_iterator_next(docids, &error), 2);
    assert_int_equal(xc_value_iterator_next(values, &error), 1);
    xc_value_iterator_free(values);
    xc_posting_iterator_free(docids);
    xc_term_iterator_free(terms);
    xc_document_free(hit);
    xc_document_free(document);
    assert_ok(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_database_is_an_opening_error),
        cmocka_unit_test(a_null_path_is_invalid),
        cmocka_unit_test(junk_in_place_of_the_version_file_is_an_opening_error),
        cmocka_unit_test(another_format_is_a_version_error),
        cmocka_unit_test(corrupt_tables_are_errors_and_nothing_worse),
        cmocka_unit_test(check_counts_the_faults_of_a_database),
        cmocka_unit_test(counts_are_those_of_the_documents),
        cmocka_unit_test(a_term_has_its_frequencies_and_an_unknown_one_none),
        cmocka_unit_test(a_term_longer_than_can_be_stored_is_unknown),
        cmocka_unit_test(a_document_is_read_by_its_docid),
        cmocka_unit_test(a_document_that_is_not_there_is_not_found),
        cmocka_unit_test(a_value_is_read_without_its_document),
        cmocka_unit_test(a_slot_has_its_bounds),
        cmocka_unit_test(positions_are_counted_beyond_the_room_for_them),
        cmocka_unit_test(shards_are_searched_as_one_and_docids_are_dealt_in_turn),
        cmocka_unit_test(no_shards_are_invalid),
        cmocka_unit_test(reading_after_close_is_told),
        cmocka_unit_test(a_database_rewritten_under_a_reader_is_modified),
        cmocka_unit_test(what_was_made_from_a_database_outlives_its_handle),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
