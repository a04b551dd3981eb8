/* The training set: which paragraphs of an index are learned from, and when that changes. */
#include "training_set.h"

#include "support.h"
#include "writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { PARAGRAPHS = 1050 /* of a report: twenty have more than a training set takes */ };

static char *path;

static int make_folder(void **state)
{
    support_make_folder(state);
    path = g_build_filename(support_folder, "paragraphs", NULL);
    return 0;
}

static int remove_folder(void **state)
{
    g_free(path);
    return support_remove_folder(state);
}

static void write_report(cfa_writer *writer, guint report)
{
    static const char *const words[] = {NULL, "porter quay", "portefaix jetee", "cargador muelle"};
    cfa_origin origin = {g_ptr_array_new(), g_ptr_array_new()};
    cfa_error error = {0};
    for (int l = CFA_ENGLISH; l <= CFA_FRENCH; l++) {
        g_autoptr(cfa_case_text) text = support_text_new(report, (cfa_language)l, "2020-03");
        for (guint i = 1; i <= PARAGRAPHS; i++)
            support_add_paragraph(text, i, CFA_SECTION_OTHER, words[l], NULL);
        assert_true(cfa_writer_add(writer, text, &origin, NULL, &error));
    }
    g_ptr_array_unref(origin.digests);
    g_ptr_array_unref(origin.text_ids);
}

/* The training set of the index, after these reports have come to it. */
static cfa_training_set *after(guint first, guint last)
{
    const cfa_writer_mode mode = first == 1 ? CFA_WRITER_SCRATCH : CFA_WRITER_UPDATE;
    cfa_error error = {0};
    cfa_writer *writer = cfa_writer_open(path, mode, 64 << 20, &error);
    assert_non_null(writer);
    for (guint report = first; report <= last; report++)
        write_report(writer, report);
    assert_true(cfa_writer_close(writer, &error));
    xc_database *database = xc_database_open(path, NULL);
    cfa_training_set *training = cfa_training_set_read(database, &error);
    assert_non_null(training);
    assert_true(cfa_training_set_number(training, database, &error));
    xc_database_free(database);
    return training;
}

static void
a_new_report_is_left_for_later_until_its_ten_is_full_where_there_is_enough_without_it(void **state)
{
    (void)state;
    g_autoptr(cfa_training_set) few = after(1, 3);
    assert_int_equal(few->paragraphs, 3 * PARAGRAPHS);
    g_autoptr(cfa_training_set) before = after(4, 21), same = after(22, 22), more = after(31, 31);
    assert_string_equal(before->digest, same->digest);
    assert_string_not_equal(same->digest, more->digest);
    assert_true(before->paragraphs > 5000 && before->paragraphs <= 20000);
    assert_true(more->paragraphs > 5000 && more->paragraphs <= 20000);
}

static void stems_are_numbered_in_byte_order_and_numbers_are_none(void **state)
{
    guint count;
    (void)state;
    g_autoptr(cfa_training_set) training = after(32, 32);
    const GPtrArray *stems = training->sides[CFA_FRENCH].stems;
    assert_int_equal(stems->len, 2); /* and not "2020", which each paragraph has of its report */
    assert_string_equal(stems->pdata[0], "ZFjet");
    assert_string_equal(stems->pdata[1], "ZFportefaix");
    cfa_training_set_words(&training->sides[CFA_FRENCH], 0, &count);
    assert_int_equal(count, 2);
    cfa_training_set_words(&training->sides[CFA_SPANISH], 0, &count);
    assert_int_equal(count, 0);
}

/* What an index teaches of one paragraph in French, and in English in two versions that came one after the
 * other. */
static char *digest_of_versions(const char *name, const char *first, const char *second)
{
    const struct {
        cfa_language language;
        const char *words;
    } versions[] = {{CFA_FRENCH, "portefaix jetee"}, {CFA_ENGLISH, first}, {CFA_ENGLISH, second}};
    g_autofree char *place = g_build_filename(support_folder, name, NULL);
    cfa_origin origin = {g_ptr_array_new(), g_ptr_array_new()};
    cfa_error error = {0};
    cfa_writer *writer = cfa_writer_open(place, CFA_WRITER_SCRATCH, 64 << 20, &error);
    for (gsize i = 0; i < G_N_ELEMENTS(versions); i++) {
        g_autoptr(cfa_case_text) text = support_text_new(300, versions[i].language, "2020-03");
        support_add_paragraph(text, 1, CFA_SECTION_OTHER, versions[i].words, NULL);
        assert_true(cfa_writer_add(writer, text, &origin, NULL, &error));
    }
    assert_true(cfa_writer_close(writer, &error));
    g_ptr_array_unref(origin.digests);
    g_ptr_array_unref(origin.text_ids);
    xc_database *database = xc_database_open(place, NULL);
    g_autoptr(cfa_training_set) training = cfa_training_set_read(database, &error);
    xc_database_free(database);
    return g_strdup(training->digest);
}

static void of_two_versions_of_a_paragraph_the_same_one_teaches_whichever_came_first(void **state)
{
    (void)state;
    g_autofree char *one = digest_of_versions("one", "porter quay", "kettle window");
    g_autofree char *other = digest_of_versions("other", "kettle window", "porter quay");
    assert_string_equal(one, other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            a_new_report_is_left_for_later_until_its_ten_is_full_where_there_is_enough_without_it),
        cmocka_unit_test(stems_are_numbered_in_byte_order_and_numbers_are_none),
        cmocka_unit_test(of_two_versions_of_a_paragraph_the_same_one_teaches_whichever_came_first),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
