/* test_compact.c - copying databases into one, packed */
#include "fixture.h"

#include <stdlib.h>
#include <sys/stat.h>

static void sources_follow_each_other_in_one_database(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    make_three(in_folder("a"));
    make_three(in_folder("b"));
    const char *sources[] = {in_folder("a"), in_folder("b")};
    assert_true(xc_database_compact(sources, 2, in_folder("ab"), 0, &error));
    xc_database *db = xc_database_open(in_folder("ab"), &error);
    assert_int_equal(xc_database_get_doccount(db, &error), 6);
    assert_string_equal(hits_of(db, term("organize")), "3 6");
    xc_document *document = xc_database_get_document(db, 6, &error);
    assert_string_equal(xc_document_get_data(document, NULL, &error), "right to organize freely");
    xc_document_free(document);
    xc_database_free(db);
    assert_ok(&error);
}

static void the_first_source_s_metadata_stays(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    const char *values[] = {"first", "second"}, *sources[] = {in_folder("m0"), in_folder("m1")};
    for (int i = 0; i < 2; i++) {
        xc_writable *writable = xc_writable_open(sources[i], XC_DB_CREATE, 0, 0, &error);
        xc_writable_set_metadata(writable, "key", XC_NUL, values[i], XC_NUL, &error);
        xc_writable_commit(writable, &error);
        xc_writable_free(writable);
    }
    assert_true(xc_database_compact(sources, 2, in_folder("m"), 2048, &error));
    xc_database *db = xc_database_open(in_folder("m"), &error);
    char *value = xc_database_get_metadata(db, "key", XC_NUL, NULL, &error);
    assert_string_equal(value, "first");
    free(value);
    xc_database_free(db);
    assert_ok(&error);
}

static void what_is_at_the_destination_is_never_written_over(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    make_three(in_folder("s"));
    mkdir(in_folder("d"), 0700);
    const char *source = in_folder("s");
    assert_false(xc_database_compact(&source, 1, in_folder("d"), 0, &error));
    assert_status(&error, XC_OPENING);
    assert_false(xc_database_compact(&source, 1, source, 0, &error));
    assert_status(&error, XC_OPENING);
}

static void bad_arguments_are_told(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    make_three(in_folder("e"));
    const char *source = in_folder("e"), *absent = in_folder("absent"), *none = NULL;
    assert_false(xc_database_compact(&source, 1, in_folder("f"), 1000, &error));
    assert_status(&error, XC_INVALID);
    assert_false(xc_database_compact(&source, 0, in_folder("f"), 0, &error));
    assert_status(&error, XC_INVALID);
    assert_false(xc_database_compact(&none, 1, in_folder("f"), 0, &error));
    assert_status(&error, XC_INVALID);
    assert_false(xc_database_compact(&source, 1, NULL, 0, &error));
    assert_status(&error, XC_INVALID);
    assert_false(xc_database_compact(&absent, 1, in_folder("f"), 0, &error));
    assert_status(&error, XC_OPENING);
    struct stat status;
    assert_int_not_equal(stat(in_folder("f"), &status), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sources_follow_each_other_in_one_database),
        cmocka_unit_test(the_first_source_s_metadata_stays),
        cmocka_unit_test(what_is_at_the_destination_is_never_written_over),
        cmocka_unit_test(bad_arguments_are_told),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
