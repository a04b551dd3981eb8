/* Building: one database, whoever writes it and with however many workers. */
#include "database_build.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <same_database.h>

#include <stdlib.h>

static char *pages;
static cfa_batch *batch;
static cfa_paragraph_languages *languages;

/* Two hundred pages in three folders, of which one is stored under two names. */
static void write_pages(void)
{
    for (guint i = 0; i < 200; i++) {
        g_autofree char *name = g_strdup_printf("pages/%u/%03u.html", i % 3, i);
        g_autofree char *words = g_strdup_printf("The porters of dock %u cite 3%02uth Report, para. %u, "
                                                 "and Convention No. %u.",
                                                 i * i, i % 90 + 10, i + 1, 80 + i % 20);
        support_write_page(support_folder, name, 300 + i / 4, 3000 + i % 50, 1 + i % 4 * 10, words);
        if (i == 7)
            support_write_page(support_folder, "pages/again.html", 300 + i / 4, 3100, 1 + i % 4 * 10, words);
    }
}

static int read_pages(void **state)
{
    support_make_folder(state);
    pages = g_build_filename(support_folder, "pages", NULL);
    write_pages();
    batch = support_read_batch(support_folder, pages, NULL);
    languages = cfa_paragraph_languages_new();
    cfa_batch_add_languages(batch, languages);
    return batch->entries->len == 200 ? 0 : -1;
}

static int forget_pages(void **state)
{
    cfa_batch_free(batch);
    cfa_paragraph_languages_free(languages);
    g_free(pages);
    return support_remove_folder(state);
}

typedef gboolean (*way)(const cfa_build_options *options, cfa_error *error);

static char *build(const char *name, way by, guint jobs, guint64 memory)
{
    char *path = g_build_filename(support_folder, name, NULL);
    const cfa_build_options options = {
        .batch = batch, .languages = languages, .path = path, .jobs = jobs, .memory = memory};
    cfa_error error = {0};
    if (!by(&options, &error))
        fail_msg("%s", error.reason);
    return path;
}

static void both_ways_make_the_same_lists(void **state)
{
    (void)state;
    g_autofree char *ours = build("at-once", cfa_database_build_at_once, 2, 16 << 20);
    g_autofree char *theirs = build("by-writer", cfa_database_build_by_writer, 2, 16 << 20);
    assert_same_database(ours, theirs);
}

static void the_number_of_workers_changes_nothing(void **state)
{
    (void)state;
    g_autofree char *one = build("one", cfa_database_build_at_once, 1, 16 << 20);
    g_autofree char *many = build("many", cfa_database_build_at_once, 7, 64 << 20);
    g_autofree char *by_writer = build("by-writer-of-three", cfa_database_build_by_writer, 3, 16 << 20);
    assert_same_database(one, many);
    assert_same_database(one, by_writer);
}

static void it_says_which_way_it_went(void **state)
{
    (void)state;
    g_autofree char *path = g_build_filename(support_folder, "either", NULL);
    const cfa_build_options options = {
        .batch = batch, .languages = languages, .path = path, .jobs = 2, .memory = 16 << 20};
    gboolean at_once = FALSE;
    cfa_error error = {0};
    assert_true(cfa_database_build(&options, &at_once, &error));
    assert_true(at_once);
}

static void a_place_that_cannot_be_written_is_an_error(void **state)
{
    (void)state;
    g_autofree char *path = g_build_filename(support_folder, "no", "such", "folder", NULL);
    const cfa_build_options options = {
        .batch = batch, .languages = languages, .path = path, .jobs = 2, .memory = 16 << 20};
    gboolean at_once = FALSE;
    cfa_error error = {0};
    assert_false(cfa_database_build(&options, &at_once, &error));
    assert_int_not_equal(error.status, CFA_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ways_make_the_same_lists),
        cmocka_unit_test(the_number_of_workers_changes_nothing),
        cmocka_unit_test(it_says_which_way_it_went),
        cmocka_unit_test(a_place_that_cannot_be_written_is_an_error),
    };
    return cmocka_run_group_tests(tests, read_pages, forget_pages);
}
