/* Changes: an update leaves the index as a build of the same pages would have made it. */
#include "changes.h"

#include "publish.h"
#include "record.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>

static char *pages, *index_folder;

static int make_folder(void **state)
{
    support_make_folder(state);
    pages = g_build_filename(support_folder, "pages", NULL);
    index_folder = g_build_filename(support_folder, "index", NULL);
    return 0;
}

static int remove_folder(void **state)
{
    g_free(pages);
    g_free(index_folder);
    return support_remove_folder(state);
}

static void remove_page(const char *name)
{
    g_autofree char *path = g_build_filename(pages, name, NULL);
    assert_int_equal(g_remove(path), 0);
}

static void write_batch(const cfa_publication *publication, const cfa_batch *batch,
                        const cfa_changes *changes)
{
    g_autofree char *path = g_build_filename(cfa_publication_folder(publication), CFA_PARAGRAPHS, NULL);
    const gboolean is_new = cfa_publication_last(publication) == NULL;
    cfa_error error = {0};
    cfa_writer *writer =
        cfa_writer_open(path, is_new ? CFA_WRITER_SCRATCH : CFA_WRITER_UPDATE, 1 << 20, &error);
    assert_non_null(writer);
    for (guint i = 0; i < changes->remove->len; i++)
        assert_true(
            cfa_writer_remove(writer, CFA_FILTER_CASE_TEXT, g_ptr_array_index(changes->remove, i), &error));
    for (guint i = 0; i < batch->entries->len; i++) {
        const cfa_entry *entry = g_ptr_array_index(batch->entries, i);
        g_autoptr(cfa_case_text) text = cfa_batch_load(batch, entry, &error);
        assert_true(cfa_writer_add(writer, text, &entry->origin, NULL, &error));
    }
    assert_true(cfa_writer_close(writer, &error));
}

/* What an update did: "added 1 changed 0 removed 0". */
static char *update(gboolean prune)
{
    cfa_error error = {0};
    g_autoptr(cfa_publication) publication = cfa_publication_begin(index_folder, 0, &error);
    const cfa_current *last = cfa_publication_last(publication);
    xc_database *database = last != NULL ? cfa_database_open(last, &error) : NULL;
    g_autoptr(GHashTable) known = database != NULL ? cfa_changes_known(database, &error) : NULL;
    g_autoptr(cfa_batch) batch = support_read_batch(cfa_publication_folder(publication), pages, known);
    g_autoptr(cfa_changes) changes = cfa_changes_find(database, batch, NULL, prune, &error);
    if (changes == NULL)
        fail_msg("%s", error.reason);
    assert_true(database == NULL || cfa_publication_copy_last(publication, &error));
    write_batch(publication, batch, changes);
    assert_true(cfa_publication_commit(publication, 1, &error));
    xc_database_free(database);
    return g_strdup_printf("added %u changed %u removed %u", changes->added, changes->changed,
                           changes->removed);
}

static void update_silently(void)
{
    g_free(update(FALSE));
}

static void expect_update(gboolean prune, const char *expected)
{
    g_autofree char *done = update(prune);
    assert_string_equal(done, expected);
}

/* The rest of each term of a document that begins so, parted by commas. */
static void append_values(GString *line, const xc_database *database, xc_docid docid, cfa_filter filter)
{
    xc_error failure = XC_ERROR_INIT;
    const char *prefix = cfa_layout_prefix(filter), *between = "";
    xc_term_iterator *terms = xc_database_termlist(database, docid, &failure);
    const char *term;
    while ((term = xc_term_iterator_next(terms, NULL, &failure)) != NULL)
        if (g_str_has_prefix(term, prefix)) {
            g_string_append_printf(line, "%s%s", between, term + strlen(prefix));
            between = ",";
        }
    xc_term_iterator_free(terms);
    assert_int_equal(failure.status, XC_OK);
}

/* All that the index holds, a line a paragraph: identifier, cases, pages, words. */
static char *contents(void)
{
    cfa_error error = {0};
    xc_error failure = XC_ERROR_INIT;
    GString *lines = g_string_new(NULL);
    g_autoptr(cfa_index) index = cfa_index_open(index_folder, &error);
    assert_non_null(index);
    const char *prefix = cfa_layout_prefix(CFA_FILTER_ID);
    xc_term_iterator *terms = xc_database_allterms(index->database, prefix, strlen(prefix), &failure);
    const char *term;
    while ((term = xc_term_iterator_next(terms, NULL, &failure)) != NULL) {
        assert_int_equal(xc_term_iterator_get_termfreq(terms, &failure), 1);
        xc_posting_iterator *postings = xc_database_postlist(index->database, term, XC_NUL, &failure);
        const xc_docid docid = xc_posting_iterator_next(postings, &failure);
        xc_document *document = xc_database_get_document(index->database, docid, &failure);
        size_t length = 0;
        const char *data = xc_document_get_data(document, &length, &failure);
        g_autoptr(cfa_record) record = cfa_record_decode(data, length, &error);
        g_string_append_printf(lines, "%s cases ", record->id);
        append_values(lines, index->database, docid, CFA_FILTER_CASE);
        g_string_append(lines, " pages ");
        append_values(lines, index->database, docid, CFA_FILTER_TEXT_ID);
        g_string_append_printf(lines, " %s\n", record->paragraph->text);
        xc_document_free(document);
        xc_posting_iterator_free(postings);
    }
    xc_term_iterator_free(terms);
    assert_int_equal(failure.status, XC_OK);
    return g_string_free(lines, FALSE);
}

/* Compares the index with one that is built anew from the same pages. */
static void expect_as_built(void)
{
    g_autofree char *updated = contents();
    char *kept = index_folder;
    index_folder = g_build_filename(support_folder, "built", NULL);
    update_silently();
    g_autofree char *built = contents();
    g_free(index_folder);
    index_folder = kept;
    assert_string_equal(updated, built);
}

static void without_an_index_everything_is_added(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    support_write_page(pages, "p7000002.txt", 402, 3102, 20, "Second words.");
    support_write(pages, "list.txt", "A list of things to buy.\n");
    expect_update(FALSE, "added 2 changed 0 removed 0");
}

static void nothing_new_changes_nothing(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    update_silently();
    g_autofree char *before = contents();
    expect_update(TRUE, "added 0 changed 0 removed 0");
    g_autofree char *after = contents();
    assert_string_equal(after, before);
}

static void a_new_page_is_added(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    update_silently();
    support_write_page(pages, "p7000002.txt", 402, 3102, 20, "Second words.");
    expect_update(FALSE, "added 1 changed 0 removed 0");
    expect_as_built();
}

static void a_changed_page_takes_the_place_of_the_old(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    update_silently();
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "Other words.");
    expect_update(FALSE, "added 0 changed 1 removed 0");
    expect_as_built();
}

static void a_corrected_case_number_leaves_no_trace_of_the_old(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    update_silently();
    support_write_page(pages, "p7000001.txt", 401, 3199, 10, "First words.");
    expect_update(FALSE, "added 0 changed 1 removed 0");
    expect_as_built();
}

static void a_page_that_now_has_other_paragraphs_leaves_none_of_the_old(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    update_silently();
    support_write_page(pages, "p7000001.txt", 401, 3101, 50, "First words.");
    expect_update(FALSE, "added 0 changed 1 removed 0");
    expect_as_built();
}

static void a_page_for_a_joined_case_adds_its_case(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    update_silently();
    support_write_page(pages, "p7000002.txt", 401, 3102, 10, "First words.");
    update_silently();
    g_autofree char *held = contents();
    assert_non_null(strstr(held, "401/11/en cases 3101,3102 pages 7000001/en,7000002/en First words."));
    expect_update(FALSE, "added 0 changed 0 removed 0");
}

static void a_page_gone_stays_without_prune(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    support_write_page(pages, "p7000002.txt", 402, 3102, 20, "Second words.");
    update_silently();
    g_autofree char *before = contents();
    remove_page("p7000002.txt");
    expect_update(FALSE, "added 0 changed 0 removed 0");
    g_autofree char *after = contents();
    assert_string_equal(after, before);
}

static void a_page_gone_is_pruned(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    support_write_page(pages, "p7000002.txt", 402, 3102, 20, "Second words.");
    update_silently();
    remove_page("p7000002.txt");
    expect_update(TRUE, "added 0 changed 0 removed 1");
    expect_as_built();
}

static void a_text_that_another_page_still_holds_is_not_pruned(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    support_write_page(pages, "p7000002.txt", 401, 3102, 10, "First words.");
    update_silently();
    remove_page("p7000002.txt");
    expect_update(TRUE, "added 0 changed 0 removed 0");
    g_autofree char *held = contents();
    assert_non_null(strstr(held, "401/11/en"));
}

static void a_moved_page_is_neither_added_nor_pruned(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    update_silently();
    remove_page("p7000001.txt");
    support_write_page(pages, "elsewhere/p7000001.txt", 401, 3101, 10, "First words.");
    expect_update(TRUE, "added 0 changed 0 removed 0");
}

static void each_identifier_is_removed_once(void **state)
{
    cfa_error error = {0};
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    support_write_page(pages, "p7000002.txt", 401, 3102, 10, "First words.");
    update_silently();
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "Other words.");
    support_write_page(pages, "p7000002.txt", 401, 3102, 10, "Other words.");
    g_autoptr(cfa_index) index = cfa_index_open(index_folder, &error);
    g_autoptr(cfa_batch) batch = support_read_batch(support_folder, pages, NULL);
    g_autoptr(cfa_changes) changes = cfa_changes_find(index->database, batch, NULL, TRUE, &error);
    assert_non_null(changes);
    assert_int_equal(changes->remove->len, 1);
    assert_string_equal(g_ptr_array_index(changes->remove, 0), "401/10-11/en");
}

/* After one of two joined pages changed, what the other says is not lost. */
static void a_changed_page_keeps_the_cases_of_the_page_it_is_joined_with(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "First words.");
    support_write_page(pages, "p7000002.txt", 401, 3102, 10, "First words.");
    update_silently();
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "Other words.");
    update_silently();
    g_autofree char *held = contents();
    assert_non_null(strstr(held, "401/11/en cases 3101,3102 pages 7000001/en,7000002/en Other words."));
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(without_an_index_everything_is_added),
        IN_FOLDER(nothing_new_changes_nothing),
        IN_FOLDER(a_new_page_is_added),
        IN_FOLDER(a_changed_page_takes_the_place_of_the_old),
        IN_FOLDER(a_corrected_case_number_leaves_no_trace_of_the_old),
        IN_FOLDER(a_page_that_now_has_other_paragraphs_leaves_none_of_the_old),
        IN_FOLDER(a_page_for_a_joined_case_adds_its_case),
        IN_FOLDER(a_page_gone_stays_without_prune),
        IN_FOLDER(a_page_gone_is_pruned),
        IN_FOLDER(a_text_that_another_page_still_holds_is_not_pruned),
        IN_FOLDER(a_moved_page_is_neither_added_nor_pruned),
        IN_FOLDER(each_identifier_is_removed_once),
        IN_FOLDER(a_changed_page_keeps_the_cases_of_the_page_it_is_joined_with),
    };
    return cmocka_run_group_tests_name("changes", tests, NULL, NULL);
}
