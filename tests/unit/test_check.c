/* Checking: whatever of a document, or of a list that names it, is not what its record makes is found. */
#include "check.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* One case text in each language, so that none is missing in any. */
static int make_index(void **state)
{
    cfa_case_text *texts[CFA_LANGUAGES];
    support_make_folder(state);
    for (int i = 0; i < CFA_LANGUAGES; i++) {
        texts[i] = support_text_new(401, (cfa_language)(i + 1), "2023-03");
        support_add_case(texts[i], 3101, "Ruritania", CFA_CASE_ACTIVE);
        support_add_paragraph(texts[i], 10, CFA_SECTION_ALLEGATIONS,
                              "The porters of the port went on strike.", NULL);
        support_add_paragraph(texts[i], 11, CFA_SECTION_CONCLUSIONS, "The porters may strike.", "306/123");
    }
    support_publish(support_folder, texts, CFA_LANGUAGES);
    return 0;
}

/* What a check finds, a fault a line: "401/10/en: its terms are not …"; new. */
static char *faults(void)
{
    cfa_error error = {0};
    cfa_check check;
    cfa_check_begin(&check, TRUE);
    g_autoptr(cfa_current) current = cfa_current_read(support_folder, &error);
    check.database = cfa_database_open(current, &error);
    assert_true(cfa_paragraph_languages_read(check.languages, check.database, &error));
    cfa_check_documents(&check);
    cfa_check_postings(&check);
    GString *lines = g_string_new(NULL);
    size_t i;
    json_t *fault;
    json_array_foreach(check.found, i, fault)
    {
        g_string_append_printf(lines, "%s: %s\n", json_string_value(json_object_get(fault, "where")),
                               json_string_value(json_object_get(fault, "reason")));
    }
    cfa_check_end(&check);
    return g_string_free(lines, FALSE);
}

/* Changes the first document of the index in service. */
static void change(void (*how)(xc_document *document))
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(cfa_current) current = cfa_current_read(support_folder, NULL);
    const cfa_shard *shard = g_ptr_array_index(current->shards, 0);
    xc_writable *writable = xc_writable_open(shard->path, XC_DB_OPEN, 0, 0, &failure);
    xc_document *document = xc_database_get_document(xc_writable_get_database(writable), 1, &failure);
    how(document);
    xc_writable_replace_document(writable, 1, document, &failure);
    xc_document_free(document);
    xc_writable_close(writable, &failure);
    xc_writable_free(writable);
    assert_int_equal(failure.status, XC_OK);
}

static void what_was_built_has_no_fault(void **state)
{
    (void)state;
    g_autofree char *found = faults();
    assert_string_equal(found, "");
}

static void add_word(xc_document *document)
{
    xc_document_add_posting(document, "zeppelin", XC_NUL, 1, 1, NULL);
}

static void a_word_that_is_not_in_the_text_is_found(void **state)
{
    (void)state;
    change(add_word);
    g_autofree char *found = faults();
    assert_non_null(strstr(found, "401/10/en: its terms are not those of its text, from \"zeppelin\" on\n"));
}

static void move_word(xc_document *document)
{
    xc_document_add_posting(document, "the", XC_NUL, 999, 0, NULL);
}

static void a_word_that_stands_elsewhere_is_found(void **state)
{
    (void)state;
    change(move_word);
    g_autofree char *found = faults();
    assert_string_equal(found, "401/10/en: its words do not stand where they do in its text\n");
}

static void set_year(xc_document *document)
{
    xc_document_add_value(document, CFA_SLOT_YEAR, "1901", 4, NULL);
}

static void a_value_that_is_not_of_the_record_is_found(void **state)
{
    (void)state;
    change(set_year);
    g_autofree char *found = faults();
    assert_string_equal(found, "401/10/en: a value is not that of its record\n");
}

static void set_junk(xc_document *document)
{
    xc_document_set_data(document, "{", 1, NULL);
}

static void a_record_that_cannot_be_read_is_found(void **state)
{
    (void)state;
    change(set_junk);
    g_autofree char *found = faults();
    assert_true(g_str_has_prefix(found, "document 1: a record of the index cannot be read"));
}

/* A sum too many stands for a document that a posting list leaves out. */
static void a_document_that_is_not_in_the_lists_of_its_terms_is_found(void **state)
{
    (void)state;
    const guint64 both = cfa_check_sum("strike", 6, 2) + cfa_check_sum("vote", 4, 1);
    assert_true(both == cfa_check_sum("vote", 4, 1) + cfa_check_sum("strike", 6, 2));
    assert_true(cfa_check_sum("strike", 6, 2) != cfa_check_sum("strike", 6, 1));
    assert_true(cfa_check_sum("strike", 6, 2) != cfa_check_sum("strikf", 6, 2));
    cfa_error error = {0};
    cfa_check check;
    cfa_check_begin(&check, TRUE);
    g_autoptr(cfa_current) current = cfa_current_read(support_folder, &error);
    check.database = cfa_database_open(current, &error);
    cfa_paragraph_languages_read(check.languages, check.database, &error);
    cfa_check_documents(&check);
    g_array_index(check.sums, guint64, 2) += cfa_check_sum("strike", 6, 2);
    cfa_check_postings(&check);
    assert_int_equal(json_array_size(check.found), 1);
    assert_string_equal(json_string_value(json_object_get(json_array_get(check.found, 0), "where")),
                        "document 2");
    cfa_check_end(&check);
}

int main(void)
{
#define WITH_INDEX(test) cmocka_unit_test_setup_teardown(test, make_index, support_remove_folder)
    const struct CMUnitTest tests[] = {
        WITH_INDEX(what_was_built_has_no_fault),
        WITH_INDEX(a_word_that_is_not_in_the_text_is_found),
        WITH_INDEX(a_word_that_stands_elsewhere_is_found),
        WITH_INDEX(a_value_that_is_not_of_the_record_is_found),
        WITH_INDEX(a_record_that_cannot_be_read_is_found),
        WITH_INDEX(a_document_that_is_not_in_the_lists_of_its_terms_is_found),
    };
    return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
