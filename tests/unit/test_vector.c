/* The promises of vector.h: the stems of paragraphs, numbered. */
#include "support.h"
#include "vector.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

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

/* Reads paragraphs, each at the place that its identifier has. */
static void read_paragraphs(cfa_vectors *vectors, const char *const *ids, guint count)
{
    xc_error error = XC_ERROR_INIT;
    g_autoptr(GArray) docids = g_array_new(FALSE, FALSE, sizeof(xc_docid));
    for (guint i = 0; i < count; i++) {
        const xc_docid docid = ids[i] != NULL ? document_of(ids[i]) : 9999;
        g_array_append_val(docids, docid);
    }
    cfa_vectors_read(vectors, docids, &error);
    assert_int_equal(error.status, XC_OK);
}

/* How often the document at a place has a stem. */
static guint count_of(cfa_vectors *vectors, guint place, const char *term)
{
    const guint32 number = cfa_vectors_number(vectors, term);
    const cfa_vector vector = cfa_vectors_at(vectors, place);
    cfa_vectors_look_for(vectors, number);
    g_autofree guint32 *counts = g_new(guint32, cfa_vectors_numbers(vectors));
    cfa_vectors_count(vectors, &vector, counts);
    return counts[number];
}

static void a_paragraph_has_its_stems_in_its_language(void **state)
{
    (void)state;
    g_autoptr(cfa_vectors) vectors = cfa_vectors_new(support_disputes);
    read_paragraphs(vectors, (const char *const[]){"402/22/en"}, 1);
    assert_int_equal(cfa_vectors_at(vectors, 0).head.language, CFA_ENGLISH);
    assert_int_equal(count_of(vectors, 0, "ZEreinstat"), 1);
    assert_int_equal(count_of(vectors, 0, "ZFreinstat"), 0);
}

static void places_are_those_of_the_docids_whatever_their_order(void **state)
{
    (void)state;
    g_autoptr(cfa_vectors) forth = cfa_vectors_new(support_disputes);
    g_autoptr(cfa_vectors) back = cfa_vectors_new(support_disputes);
    read_paragraphs(forth, (const char *const[]){"402/21/en", "402/22/en"}, 2);
    read_paragraphs(back, (const char *const[]){"402/22/en", "402/21/en"}, 2);
    assert_int_equal(count_of(forth, 1, "ZEreinstat"), 1);
    assert_int_equal(count_of(back, 0, "ZEreinstat"), 1);
    assert_int_equal(count_of(back, 1, "ZEreinstat"), 0);
}

static void the_stems_of_a_document_are_those_of_its_term_list(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    g_autoptr(cfa_vectors) vectors = cfa_vectors_new(support_disputes);
    read_paragraphs(vectors, (const char *const[]){"402/22/en"}, 1);
    const GArray *stems = cfa_vectors_stems(vectors, 0, &error);
    assert_int_equal(error.status, XC_OK);
    assert_int_equal(stems->len, cfa_vectors_at(vectors, 0).count);
    for (guint i = 0; i < stems->len; i++) {
        const cfa_vector_stem *stem = &g_array_index(stems, cfa_vector_stem, i);
        const char *term = cfa_vectors_term(vectors, stem->number);
        assert_memory_equal(term, "ZE", 2);
        assert_int_equal(count_of(vectors, 0, term), stem->count);
    }
}

static void only_what_is_looked_for_is_counted(void **state)
{
    (void)state;
    guint32 counts[2];
    g_autoptr(cfa_vectors) vectors = cfa_vectors_new(support_disputes);
    read_paragraphs(vectors, (const char *const[]){"402/22/en"}, 1);
    const cfa_vector vector = cfa_vectors_at(vectors, 0);
    cfa_vectors_number(vectors, "ZEreinstat");
    cfa_vectors_look_for(vectors, cfa_vectors_number(vectors, "ZElamplight"));
    cfa_vectors_count(vectors, &vector, counts);
    assert_int_equal(counts[0], 0);
    cfa_vectors_look_for(vectors, 0);
    cfa_vectors_count(vectors, &vector, counts);
    assert_int_equal(counts[0], 1);
}

static void a_stem_has_one_number_and_the_frequency_of_the_database(void **state)
{
    (void)state;
    xc_error error = XC_ERROR_INIT;
    g_autoptr(cfa_vectors) vectors = cfa_vectors_new(support_disputes);
    const guint32 one = cfa_vectors_number(vectors, "ZElamplight");
    assert_int_equal(cfa_vectors_number(vectors, "ZElamplight"), one);
    assert_string_equal(cfa_vectors_term(vectors, one), "ZElamplight");
    assert_int_equal(cfa_vectors_frequency(vectors, one, &error), 1);
    assert_int_equal(cfa_vectors_frequency(vectors, cfa_vectors_number(vectors, "ZEnone"), &error), 0);
}

static void a_document_that_is_not_there_is_empty(void **state)
{
    (void)state;
    g_autoptr(cfa_vectors) vectors = cfa_vectors_new(support_disputes);
    read_paragraphs(vectors, (const char *const[]){NULL, "402/22/en"}, 2);
    assert_int_equal(cfa_vectors_at(vectors, 0).count, 0);
    assert_int_equal(count_of(vectors, 1, "ZEreinstat"), 1);
}

static void places_are_marked_whose_document_has_a_term(void **state)
{
    xc_error error = XC_ERROR_INIT;
    guint64 marks[3] = {0};
    (void)state;
    g_autoptr(cfa_vectors) vectors = cfa_vectors_new(support_disputes);
    read_paragraphs(vectors, (const char *const[]){"402/22/en", "401/13/en", NULL}, 3);
    cfa_vectors_mark(vectors, "XR:401", 1, marks, &error);
    cfa_vectors_mark(vectors, "Len", 4, marks, &error);
    cfa_vectors_mark(vectors, "XR:no such report", 8, marks, &error);
    assert_int_equal(error.status, XC_OK);
    assert_int_equal(marks[0], 4);
    assert_int_equal(marks[1], 5);
    assert_int_equal(marks[2], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_has_its_stems_in_its_language),
        cmocka_unit_test(places_are_those_of_the_docids_whatever_their_order),
        cmocka_unit_test(places_are_marked_whose_document_has_a_term),
        cmocka_unit_test(the_stems_of_a_document_are_those_of_its_term_list),
        cmocka_unit_test(only_what_is_looked_for_is_counted),
        cmocka_unit_test(a_stem_has_one_number_and_the_frequency_of_the_database),
        cmocka_unit_test(a_document_that_is_not_there_is_empty),
    };
    return cmocka_run_group_tests_name("vector", tests, support_open_disputes, support_close_disputes);
}
