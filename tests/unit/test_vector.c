/* The promises of vector.h: the stems of paragraphs, numbered. */
#include "support.h"
#include "vector.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* How often the document has the stem of a number. */
static guint count_of(const cfa_vector *vector, guint32 number)
{
    for (guint i = 0; i < vector->count; i++)
        if (vector->entries[i].stem == number)
            return vector->entries[i].count;
    return 0;
}

/* The document of a paragraph. */
static xc_docid document_of(const char *id)
{
    xc_error error = XC_ERROR_INIT;
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_layout_filter(term, CFA_FILTER_ID, id);
    xc_posting_iterator *postings =
        xc_database_postlist(support_disputes->database, term->str, term->len, &error);
    const xc_docid docid = xc_posting_iterator_next(postings, &error);
    xc_posting_iterator_free(postings);
    assert_int_not_equal(docid, 0);
    return docid;
}

static void a_document_is_its_stems_and_nothing_else(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    g_autoptr(cfa_vectors) vectors = cfa_vectors_new(support_disputes->database);
    const guint place = cfa_vectors_add(vectors, document_of("402/22/en"), TRUE, &error);
    const cfa_vector vector = cfa_vectors_at(vectors, place);
    assert_int_equal(error.status, XC_OK);
    assert_int_equal(vector.language, CFA_ENGLISH);
    assert_int_equal(count_of(&vector, cfa_vectors_number(vectors, "ZEreinstat")), 1);
    for (guint i = 0; i < vector.count; i++)
        assert_memory_equal(cfa_vectors_term(vectors, vector.entries[i].stem), "ZE", 2);
}

static void stems_without_a_number_can_be_passed_over(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    g_autoptr(cfa_vectors) vectors = cfa_vectors_new(support_disputes->database);
    const guint32 strike = cfa_vectors_number(vectors, "ZEstrike");
    const cfa_vector vector =
        cfa_vectors_at(vectors, cfa_vectors_add(vectors, document_of("402/21/en"), FALSE, &error));
    assert_int_equal(vector.count, 1);
    assert_int_equal(count_of(&vector, strike), 1);
    assert_int_equal(cfa_vectors_numbers(vectors), 1);
}

static void a_stem_has_one_number_and_the_frequency_of_the_database(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    g_autoptr(cfa_vectors) vectors = cfa_vectors_new(support_disputes->database);
    const guint32 one = cfa_vectors_number(vectors, "ZElamplight");
    assert_int_equal(cfa_vectors_number(vectors, "ZElamplight"), one);
    assert_string_equal(cfa_vectors_term(vectors, one), "ZElamplight");
    assert_int_equal(cfa_vectors_frequency(vectors, one, &error), 1);
    assert_int_equal(cfa_vectors_frequency(vectors, cfa_vectors_number(vectors, "ZEnone"), &error), 0);
}

static void a_document_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    g_autoptr(cfa_vectors) vectors = cfa_vectors_new(support_disputes->database);
    const cfa_vector vector = cfa_vectors_at(vectors, cfa_vectors_add(vectors, 9999, TRUE, &error));
    assert_int_equal(vector.count, 0);
    assert_int_equal(error.status, XC_NOT_FOUND);
    xc_error_clear(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_its_stems_and_nothing_else),
        cmocka_unit_test(stems_without_a_number_can_be_passed_over),
        cmocka_unit_test(a_stem_has_one_number_and_the_frequency_of_the_database),
        cmocka_unit_test(a_document_that_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests_name("vector", tests, support_open_disputes, support_close_disputes);
}
