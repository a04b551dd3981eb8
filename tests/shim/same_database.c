/* same_database.c - see same_database.h */
#include "same_database.h"

#include "fixture.h"

#include <stdlib.h>

static void compare_postings(const xc_database *left, const xc_database *right, const char *term,
                             size_t length)
{
    xc_error error = XC_ERROR_INIT;
    xc_posting_iterator *ours = xc_database_postlist(left, term, length, &error);
    xc_posting_iterator *theirs = xc_database_postlist(right, term, length, &error);
    xc_docid docid;
    do {
        docid = xc_posting_iterator_next(theirs, &error);
        assert_int_equal(xc_posting_iterator_next(ours, &error), docid);
        if (docid == 0)
            break;
        assert_int_equal(xc_posting_iterator_get_wdf(ours, &error),
                         xc_posting_iterator_get_wdf(theirs, &error));
        assert_int_equal(xc_posting_iterator_get_doclength(ours, &error),
                         xc_posting_iterator_get_doclength(theirs, &error));
    } while (true);
    xc_posting_iterator_free(ours);
    xc_posting_iterator_free(theirs);
    assert_ok(&error);
}

static void compare_positions(const xc_database *left, const xc_database *right, xc_docid docid,
                              const char *term, size_t length)
{
    enum { MOST = 4000 };
    static uint32_t ours[MOST], theirs[MOST];
    xc_error error = XC_ERROR_INIT;
    const size_t count = xc_database_positionlist(right, docid, term, length, theirs, MOST, &error);
    assert_int_equal(xc_database_positionlist(left, docid, term, length, ours, MOST, &error), count);
    assert_memory_equal(ours, theirs, count * sizeof *ours);
    assert_ok(&error);
}

static void compare_terms(const xc_database *left, const xc_database *right)
{
    xc_error error = XC_ERROR_INIT;
    xc_term_iterator *ours = xc_database_allterms(left, "", 0, &error);
    xc_term_iterator *theirs = xc_database_allterms(right, "", 0, &error);
    const char *term, *same;
    size_t length = 0, same_length = 0;
    while ((term = xc_term_iterator_next(theirs, &length, &error)) != NULL) {
        same = xc_term_iterator_next(ours, &same_length, &error);
        assert_non_null(same);
        assert_int_equal(same_length, length);
        assert_memory_equal(same, term, length);
        assert_int_equal(xc_term_iterator_get_termfreq(ours, &error),
                         xc_term_iterator_get_termfreq(theirs, &error));
        assert_int_equal(xc_database_get_collection_freq(left, term, length, &error),
                         xc_database_get_collection_freq(right, term, length, &error));
        compare_postings(left, right, term, length);
    }
    assert_null(xc_term_iterator_next(ours, &same_length, &error));
    xc_term_iterator_free(ours);
    xc_term_iterator_free(theirs);
    assert_ok(&error);
}

static void compare_slots(const xc_database *left, const xc_database *right)
{
    xc_error error = XC_ERROR_INIT;
    for (xc_valueno slot = 0; slot <= 255; slot++) {
        xc_value_iterator *ours = xc_database_valuestream(left, slot, &error);
        xc_value_iterator *theirs = xc_database_valuestream(right, slot, &error);
        xc_docid docid;
        while ((docid = xc_value_iterator_next(theirs, &error)) != 0) {
            size_t length = 0, same_length = 0;
            assert_int_equal(xc_value_iterator_next(ours, &error), docid);
            const char *value = xc_value_iterator_get_value(theirs, &length, &error);
            const char *same = xc_value_iterator_get_value(ours, &same_length, &error);
            assert_int_equal(same_length, length);
            assert_memory_equal(same, value, length);
        }
        assert_int_equal(xc_value_iterator_next(ours, &error), 0);
        assert_int_equal(xc_database_get_value_freq(left, slot, &error),
                         xc_database_get_value_freq(right, slot, &error));
        char *bounds[] = {xc_database_get_value_lower_bound(left, slot, NULL, &error),
                          xc_database_get_value_lower_bound(right, slot, NULL, &error),
                          xc_database_get_value_upper_bound(left, slot, NULL, &error),
                          xc_database_get_value_upper_bound(right, slot, NULL, &error)};
        assert_string_equal(bounds[0], bounds[1]);
        assert_string_equal(bounds[2], bounds[3]);
        for (size_t i = 0; i < 4; i++)
            free(bounds[i]);
        xc_value_iterator_free(ours);
        xc_value_iterator_free(theirs);
    }
    assert_ok(&error);
}

static void compare_document(const xc_database *left, const xc_database *right, xc_docid docid)
{
    xc_error error = XC_ERROR_INIT;
    xc_term_iterator *ours = xc_database_termlist(left, docid, &error);
    xc_term_iterator *theirs = xc_database_termlist(right, docid, &error);
    const char *term;
    size_t length = 0, same_length = 0;
    while ((term = xc_term_iterator_next(theirs, &length, &error)) != NULL) {
        const char *same = xc_term_iterator_next(ours, &same_length, &error);
        assert_int_equal(same_length, length);
        assert_memory_equal(same, term, length);
        assert_int_equal(xc_term_iterator_get_wdf(ours, &error), xc_term_iterator_get_wdf(theirs, &error));
        compare_positions(left, right, docid, term, length);
    }
    assert_null(xc_term_iterator_next(ours, &same_length, &error));
    xc_term_iterator_free(ours);
    xc_term_iterator_free(theirs);
    xc_document *one = xc_database_get_document(left, docid, &error);
    xc_document *other = xc_database_get_document(right, docid, &error);
    const char *data = xc_document_get_data(other, &length, &error);
    const char *same = xc_document_get_data(one, &same_length, &error);
    assert_int_equal(same_length, length);
    assert_memory_equal(same, data, length);
    for (xc_valueno slot = 0; slot <= 255; slot += 3) {
        const char *value = xc_document_get_value(other, slot, &length, &error);
        same = xc_document_get_value(one, slot, &same_length, &error);
        assert_int_equal(same_length, length);
        assert_memory_equal(same, value, length);
    }
    xc_document_free(one);
    xc_document_free(other);
    assert_ok(&error);
}

void assert_same_database(const char *ours, const char *theirs)
{
    xc_error error = XC_ERROR_INIT;
    size_t faults = 1;
    assert_true(xc_database_check(ours, &faults, &error));
    assert_int_equal(faults, 0);
    xc_database *left = xc_database_open(ours, &error), *right = xc_database_open(theirs, &error);
    assert_ok(&error);
    assert_int_equal(xc_database_get_doccount(left, &error), xc_database_get_doccount(right, &error));
    assert_int_equal(xc_database_get_lastdocid(left, &error), xc_database_get_lastdocid(right, &error));
    assert_int_equal(xc_database_get_total_length(left, &error), xc_database_get_total_length(right, &error));
    assert_int_equal(xc_database_has_positions(left, &error), xc_database_has_positions(right, &error));
    compare_terms(left, right);
    compare_slots(left, right);
    compare_postings(left, right, "", 0);
    xc_posting_iterator *all = xc_database_postlist(right, "", 0, &error);
    xc_docid docid;
    while ((docid = xc_posting_iterator_next(all, &error)) != 0)
        compare_document(left, right, docid);
    xc_posting_iterator_free(all);
    xc_database_free(left);
    xc_database_free(right);
    assert_ok(&error);
}
