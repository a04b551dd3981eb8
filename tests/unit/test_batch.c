/* Batches: each case text once, in the order of reading, whatever the number of workers. */
#include "batch.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static char *pages;

static int make_folder(void **state)
{
    support_make_folder(state);
    pages = g_build_filename(support_folder, "pages", NULL);
    return 0;
}

static int remove_folder(void **state)
{
    g_free(pages);
    return support_remove_folder(state);
}

/* A batch of all the pages, finished. */
static cfa_batch *read_pages(guint jobs, guint64 memory, GHashTable *known)
{
    const char *const sources[] = {pages, NULL};
    const cfa_reading_options reading = {.sources = sources, .jobs = jobs, .memory = memory, .known = known};
    cfa_error error = {0};
    cfa_batch *batch = cfa_batch_new(support_folder, &reading, NULL, &error);
    assert_non_null(batch);
    assert_true(cfa_batch_read(batch, &error));
    return batch;
}

static const cfa_entry *entry_of(const cfa_batch *batch, guint index)
{
    assert_true(index < batch->entries->len);
    return g_ptr_array_index(batch->entries, index);
}

/* "401/10-11/en(3101,3102) …": the entries with their cases. */
static char *entries_of(const cfa_batch *batch)
{
    GString *line = g_string_new(NULL);
    for (guint i = 0; i < batch->entries->len; i++) {
        const cfa_entry *entry = entry_of(batch, i);
        g_string_append_printf(line, "%s%s(", i > 0 ? " " : "", entry->id);
        for (guint j = 0; j < entry->cases->len; j++)
            g_string_append_printf(line, "%s%u", j > 0 ? "," : "",
                                   ((const cfa_case *)g_ptr_array_index(entry->cases, j))->number);
        g_string_append_c(line, ')');
    }
    return g_string_free(line, FALSE);
}

static void expect_entries(const cfa_batch *batch, const char *expected)
{
    g_autofree char *entries = entries_of(batch);
    assert_string_equal(entries, expected);
}

static void a_page_becomes_an_entry(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "The Committee notes the reply.");
    g_autoptr(cfa_batch) batch = read_pages(1, 1 << 20, NULL);
    expect_entries(batch, "401/10-11/en(3101)");
    const cfa_entry *entry = entry_of(batch, 0);
    assert_int_equal(entry->paragraphs, 2);
    assert_int_equal(entry->origin.digests->len, 1);
    assert_int_equal(strlen(g_ptr_array_index(entry->origin.digests, 0)), CFA_LAYOUT_DIGEST);
    assert_string_equal(g_ptr_array_index(entry->origin.text_ids, 0), "7000001/en");
    assert_int_equal(batch->read, 1);
    assert_true(batch->bytes_read > 0);
}

static void joined_cases_of_two_sources_become_one_entry(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "The Committee notes the reply.");
    support_write_page(pages, "p7000002.txt", 401, 3102, 10, "The Committee notes the reply.");
    g_autoptr(cfa_batch) batch = read_pages(2, 1 << 20, NULL);
    expect_entries(batch, "401/10-11/en(3101,3102)");
    const cfa_entry *entry = entry_of(batch, 0);
    assert_int_equal(entry->origin.digests->len, 2);
    assert_string_equal(g_ptr_array_index(entry->origin.text_ids, 0), "7000001/en");
    assert_string_equal(g_ptr_array_index(entry->origin.text_ids, 1), "7000002/en");
}

static void a_loaded_text_has_the_cases_of_all_its_pages(void **state)
{
    cfa_error error = {0};
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "The Committee notes the reply.");
    support_write_page(pages, "p7000002.txt", 401, 3102, 10, "The Committee notes the reply.");
    g_autoptr(cfa_batch) batch = read_pages(1, 1 << 20, NULL);
    g_autoptr(cfa_case_text) text = cfa_batch_load(batch, entry_of(batch, 0), &error);
    assert_non_null(text);
    assert_true(g_str_has_suffix(text->source, "pages/p7000001.txt")); /* the first page leads */
    assert_int_equal(text->cases->len, 2);
    assert_int_equal(((cfa_case *)g_ptr_array_index(text->cases, 1))->number, 3102);
    assert_string_equal(((cfa_paragraph *)g_ptr_array_index(text->paragraphs, 1))->text,
                        "The Committee notes the reply.");
}

static void the_same_page_twice_is_one_entry_with_one_source(void **state)
{
    (void)state;
    support_write_page(pages, "p7000001.txt", 401, 3101, 10, "The Committee notes the reply.");
    support_write_page(pages, "copy/p7000001.txt", 401, 3101, 10, "The Committee notes the reply.");
    g_autoptr(cfa_batch) batch = read_pages(1, 1 << 20, NULL);
    expect_entries(batch, "401/10-11/en(3101)");
    assert_int_equal(entry_of(batch, 0)->origin.digests->len, 1);
    assert_int_equal(entry_of(batch, 0)->origin.text_ids->len, 1);
    assert_int_equal(batch->read, 2);
}

/* Pages of very different sizes, so that workers are done in another order than they began; every third one
 * is refused, and every seventh joined with the one before. */
static void write_many_pages(void)
{
    for (guint i = 0; i < 60; i++) {
        g_autofree char *name = g_strdup_printf("p%07u.txt", 7000000 + i);
        GString *words = g_string_new("The Committee notes the reply");
        for (guint j = 0; j < (i * 37) % 50 * 100; j++)
            g_string_append(words, " of the Government of Ruritania");
        g_string_append_c(words, '.');
        if (i % 3 == 2)
            support_write(pages, name, "A list of things to buy.\n");
        else
            support_write_page(pages, name, 300 + i - (i % 7 == 0 && i > 0 && i % 3 != 0), 3000 + i, 10,
                               words->str);
        g_string_free(words, TRUE);
    }
}

static void the_order_is_that_of_reading_for_any_number_of_jobs(void **state)
{
    static const guint jobs[] = {2, 3, 8};
    (void)state;
    write_many_pages();
    g_autoptr(cfa_batch) alone = read_pages(1, 1 << 20, NULL);
    g_autofree char *expected = entries_of(alone);
    assert_int_equal(alone->rejected->len, 20);
    for (gsize i = 0; i < G_N_ELEMENTS(jobs); i++) {
        g_autoptr(cfa_batch) batch = read_pages(jobs[i], 1 << 20, NULL);
        expect_entries(batch, expected);
        for (guint j = 0; j < batch->rejected->len; j++)
            assert_string_equal(((const cfa_remark *)g_ptr_array_index(batch->rejected, j))->source,
                                ((const cfa_remark *)g_ptr_array_index(alone->rejected, j))->source);
        for (guint j = 0; j < batch->entries->len; j++)
            assert_int_equal(entry_of(batch, j)->document, entry_of(alone, j)->document);
    }
}

static void little_memory_reads_all_the_same(void **state)
{
    (void)state;
    write_many_pages();
    g_autoptr(cfa_batch) much = read_pages(4, 1 << 30, NULL);
    g_autoptr(cfa_batch) little = read_pages(4, 1, NULL);
    g_autofree char *expected = entries_of(much);
    expect_entries(little, expected);
}

static void a_bad_document_is_a_remark_and_ends_nothing(void **state)
{
    (void)state;
    support_write(pages, "a.txt", "A list of things to buy.\n");
    support_write(pages, "b.gz", "\x1f\x8b\x08 cut");
    support_write_page(pages, "c.txt", 401, 3101, 10, "The Committee notes the reply.");
    support_write(pages, "d.txt", "");
    g_autoptr(cfa_batch) batch = read_pages(2, 1 << 20, NULL);
    expect_entries(batch, "401/10-11/en(3101)");
    assert_int_equal(batch->read, 4);
    assert_int_equal(batch->rejected->len, 3);
    for (guint i = 0; i < 3; i++) {
        const cfa_remark *remark = g_ptr_array_index(batch->rejected, i);
        assert_non_null(strstr(remark->source, i == 0 ? "a.txt" : i == 1 ? "b.gz" : "d.txt"));
        assert_true(remark->error.code[0] != '\0' && remark->error.reason[0] != '\0');
    }
}

static void a_source_that_is_not_there_is_a_remark(void **state)
{
    (void)state;
    g_autoptr(cfa_batch) batch = support_read_batch(support_folder, pages, NULL);
    assert_int_equal(batch->rejected->len, 1);
    assert_string_equal(((const cfa_remark *)g_ptr_array_index(batch->rejected, 0))->error.code, "not-found");
}

static void known_documents_are_met_but_not_read(void **state)
{
    (void)state;
    support_write_page(pages, "a.txt", 401, 3101, 10, "The Committee notes the reply.");
    support_write_page(pages, "b.txt", 402, 3102, 20, "The Committee notes the reply.");
    g_autoptr(cfa_batch) first = read_pages(1, 1 << 20, NULL);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_add(known, g_ptr_array_index(entry_of(first, 0)->origin.digests, 0));
    g_autoptr(cfa_batch) second = read_pages(1, 1 << 20, known);
    expect_entries(second, "402/20-21/en(3102)");
    assert_int_equal(second->read, 2);
    assert_int_equal(second->unchanged, 1);
    assert_int_equal(g_hash_table_size(second->seen), 2);
}

static void what_is_odd_in_a_page_is_a_warning(void **state)
{
    (void)state;
    support_write(
        pages, "p7000001.txt",
        "Display in: French - Spanish\n- 91. The Committee notes that the Government has not replied to any "
        "of the letters.\n");
    g_autoptr(cfa_batch) batch = read_pages(1, 1 << 20, NULL);
    expect_entries(batch, "n7000001/91/en()");
    assert_true(batch->warnings->len > 0);
    const cfa_remark *remark = g_ptr_array_index(batch->warnings, 0);
    assert_string_equal(remark->error.code, "report-unknown");
    assert_true(g_str_has_suffix(remark->source, "p7000001.txt"));
}

static void a_folder_that_cannot_be_spooled_into_is_told(void **state)
{
    const cfa_reading_options reading = {.jobs = 1, .memory = 1 << 20};
    cfa_error error = {0};
    (void)state;
    assert_null(cfa_batch_new(pages, &reading, NULL, &error));
    assert_int_equal(error.status, CFA_IO);
}

static void a_batch_may_be_freed_before_it_is_read(void **state)
{
    const cfa_reading_options reading = {.jobs = 2, .memory = 1 << 20};
    (void)state;
    g_autoptr(cfa_batch) batch = cfa_batch_new(support_folder, &reading, NULL, NULL);
    assert_int_equal(batch->entries->len, 0);
}

static void joining_cases_keeps_each_number_once(void **state)
{
    (void)state;
    g_autoptr(cfa_case_text) to = support_text_new(401, CFA_ENGLISH, "");
    g_autoptr(cfa_case_text) from = support_text_new(401, CFA_ENGLISH, "");
    support_add_case(to, 1, "Ruritania", CFA_CASE_ACTIVE);
    support_add_case(from, 1, "Elsewhere", CFA_CASE_CLOSED);
    support_add_case(from, 2, "Ruritania", CFA_CASE_CLOSED);
    cfa_cases_join(to->cases, from->cases);
    assert_int_equal(to->cases->len, 2);
    const cfa_case *first = g_ptr_array_index(to->cases, 0), *second = g_ptr_array_index(to->cases, 1);
    assert_string_equal(first->country, "Ruritania");
    assert_int_equal(second->number, 2);
    assert_ptr_not_equal(second->country, ((cfa_case *)g_ptr_array_index(from->cases, 1))->country);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_page_becomes_an_entry),
        IN_FOLDER(joined_cases_of_two_sources_become_one_entry),
        IN_FOLDER(a_loaded_text_has_the_cases_of_all_its_pages),
        IN_FOLDER(the_same_page_twice_is_one_entry_with_one_source),
        IN_FOLDER(the_order_is_that_of_reading_for_any_number_of_jobs),
        IN_FOLDER(little_memory_reads_all_the_same),
        IN_FOLDER(a_bad_document_is_a_remark_and_ends_nothing),
        IN_FOLDER(a_source_that_is_not_there_is_a_remark),
        IN_FOLDER(known_documents_are_met_but_not_read),
        IN_FOLDER(what_is_odd_in_a_page_is_a_warning),
        IN_FOLDER(a_folder_that_cannot_be_spooled_into_is_told),
        IN_FOLDER(a_batch_may_be_freed_before_it_is_read),
        cmocka_unit_test(joining_cases_keeps_each_number_once),
    };
    return cmocka_run_group_tests_name("batch", tests, NULL, NULL);
}
