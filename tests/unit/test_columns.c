/* Columns: what a database says of its documents, and no file but its own is believed. */
#include "columns.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static char *path;

static int set_up(void **state)
{
    if (support_open_disputes(state) != 0)
        return -1;
    support_make_folder(state);
    path = g_build_filename(support_folder, "columns", NULL);
    return !cfa_columns_make(support_disputes->database, path, NULL);
}

static int tear_down(void **state)
{
    support_remove_folder(state);
    g_free(path);
    return support_close_disputes(state);
}

/* What columns say of a document: "country:CR year:2023 …". */
static char *values_of(const cfa_columns *columns, xc_docid docid)
{
    GString *words = g_string_new(NULL);
    cfa_columns_row row = {0};
    assert_true(cfa_columns_read(columns, docid, &row));
    const guint32 sets[] = {row.text_set, row.set};
    for (gsize i = 0; i < G_N_ELEMENTS(sets); i++) {
        guint count;
        const guint32 *values = cfa_columns_set(columns, sets[i], &count);
        for (guint v = 0; v < count; v++) {
            cfa_facet facet;
            const char *value = cfa_columns_value(columns, values[v], &facet);
            g_string_append_printf(words, "%s%s:%s", words->len > 0 ? " " : "", cfa_facet_name(facet), value);
        }
    }
    return g_string_free(words, FALSE);
}

/* The docid of a paragraph. */
static xc_docid document_of(const char *id)
{
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_layout_filter(term, CFA_FILTER_ID, id);
    xc_posting_iterator *found = xc_database_postlist(support_disputes->database, term->str, term->len, NULL);
    const xc_docid docid = xc_posting_iterator_next(found, NULL);
    xc_posting_iterator_free(found);
    return docid;
}

static void expect_values(const char *id, const char *expected)
{
    g_autoptr(cfa_columns) columns = cfa_columns_open(path, support_disputes->database, NULL);
    assert_non_null(columns);
    g_autofree char *values = values_of(columns, document_of(id));
    assert_string_equal(values, expected);
}

static void each_document_has_the_values_of_its_filters(void **state)
{
    (void)state;
    expect_values("401/13/fr",
                  "country:Ruritania year:2023 type:interim status:active language:fr section:conclusions");
    expect_values("402/20/en",
                  "country:CR year:2023 type:definitive status:closed language:en section:allegations");
    expect_values("390/6/fr", "country:CI year:2019 type:follow-up status:follow-up language:fr "
                              "section:conclusions convention:98");
    expect_values("n7654321/2/es", "language:es section:conclusions convention:87");
}

static void languages_of_a_paragraph_share_it_and_its_run(void **state)
{
    (void)state;
    g_autoptr(cfa_columns) columns = cfa_columns_open(path, support_disputes->database, NULL);
    cfa_columns_row english, spanish, other;
    assert_true(cfa_columns_read(columns, document_of("401/13/en"), &english));
    assert_true(cfa_columns_read(columns, document_of("401/13/es"), &spanish));
    assert_true(cfa_columns_read(columns, document_of("401/12/es"), &other));
    assert_int_equal(english.paragraph, spanish.paragraph);
    assert_int_equal(english.run, spanish.run);
    assert_int_equal(other.run, spanish.run);
    assert_int_equal(cfa_columns_run(columns, document_of("401/13/es")), spanish.run);
    assert_int_equal(cfa_columns_paragraph(columns, document_of("401/13/es")), spanish.paragraph);
    assert_int_not_equal(other.paragraph, spanish.paragraph);
    assert_int_equal(cfa_columns_paragraphs(columns), 12);
    assert_int_equal(cfa_columns_runs(columns), 4);
    assert_int_equal(cfa_columns_documents(columns), 22);
}

static void documents_are_alike_that_stand_in_one_text_under_the_same_values(void **state)
{
    (void)state;
    g_autoptr(cfa_columns) columns = cfa_columns_open(path, support_disputes->database, NULL);
    for (xc_docid one = 1; one <= 22; one++)
        for (xc_docid other = 1; other <= 22; other++) {
            cfa_columns_row left, right;
            assert_true(cfa_columns_read(columns, one, &left) && cfa_columns_read(columns, other, &right));
            const gboolean same =
                left.run == right.run && left.text_set == right.text_set && left.set == right.set;
            assert_int_equal(cfa_columns_alike(columns, one, other), same);
        }
    assert_false(cfa_columns_alike(columns, 22, 23));
    assert_false(cfa_columns_alike(columns, 0, 0));
}

static void a_document_that_is_not_there_is_told_so(void **state)
{
    (void)state;
    g_autoptr(cfa_columns) columns = cfa_columns_open(path, support_disputes->database, NULL);
    cfa_columns_row row;
    assert_false(cfa_columns_read(columns, 0, &row));
    assert_false(cfa_columns_read(columns, 23, &row));
    assert_false(cfa_columns_read(columns, G_MAXUINT32, &row));
    assert_int_equal(cfa_columns_run(columns, 0), G_MAXUINT32);
    assert_int_equal(cfa_columns_run(columns, 23), G_MAXUINT32);
    assert_int_equal(cfa_columns_paragraph(columns, 23), G_MAXUINT32);
}

/* Columns of documents whose reports have these times; 0 stands for one that is not there. */
static cfa_columns *columns_of_times(const guint32 *times, guint count)
{
    cfa_columns_maker *maker = cfa_columns_maker_new();
    g_autoptr(GString) bytes = g_string_new(NULL);
    for (guint i = 0; i < count; i++) {
        g_autofree char *run = g_strdup_printf("%u/1-1", i);
        const cfa_counted one = {.run = run, .run_length = strlen(run), .time = times[i], .number = 1};
        cfa_counted_encode(bytes, &one);
        if (times[i] > 0)
            assert_true(cfa_columns_maker_add(maker, i + 1, bytes->str, bytes->len));
    }
    return cfa_columns_maker_finish(maker);
}

static void documents_are_told_their_time_and_how_far_they_stand_in_its_order(void **state)
{
    (void)state;
    const guint32 times[] = {7, 7, 0, 9, 0xffffffff, 8, 9};
    for (guint count = 1; count <= G_N_ELEMENTS(times); count++) {
        g_autoptr(cfa_columns) columns = columns_of_times(times, count);
        const guint there = cfa_columns_documents(columns);
        for (guint docid = 1; docid <= there; docid++) {
            cfa_columns_row row;
            assert_int_equal(cfa_columns_read(columns, docid, &row), times[docid - 1] > 0);
            assert_true(times[docid - 1] == 0 || row.time == times[docid - 1]);
        }
        assert_int_equal(cfa_columns_chronological(columns), MIN(there, 5));
    }
}

static void a_value_that_a_filter_takes_for_the_same_is_one(void **state)
{
    (void)state;
    static const char *const names[] = {"Ruritania", "RURITANIA", "Gondal"};
    cfa_columns_maker *maker = cfa_columns_maker_new();
    g_autoptr(GString) bytes = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const cfa_counted one = {.run = "9/1-2",
                                 .run_length = 5,
                                 .country = names[i],
                                 .country_length = strlen(names[i]),
                                 .number = i};
        cfa_counted_encode(bytes, &one);
        assert_true(cfa_columns_maker_add(maker, i + 1, bytes->str, bytes->len));
    }
    assert_false(cfa_columns_maker_add(maker, 9, "rubbish", 7));
    assert_false(cfa_columns_maker_add(maker, 0, bytes->str, bytes->len));
    g_autoptr(cfa_columns) columns = cfa_columns_maker_finish(maker);
    g_autofree char *second = values_of(columns, 2);
    assert_string_equal(second, "country:Ruritania section:other");
    assert_int_equal(cfa_columns_values(columns), 3);
}

/* ---- what is none of it ---- */

static void expect_refused(const char *name, cfa_status status, const char *code)
{
    cfa_error error = {0};
    g_autofree char *file = g_build_filename(support_folder, name, NULL);
    assert_null(cfa_columns_open(file, support_disputes->database, &error));
    assert_int_equal(error.status, status);
    assert_string_equal(error.code, code);
    assert_false(cfa_columns_verify(file, support_disputes->database, NULL));
}

static void a_file_that_is_missing_or_of_another_kind_is_refused(void **state)
{
    (void)state;
    expect_refused("nowhere", CFA_IO, "unreadable");
    support_write(support_folder, "empty", "");
    expect_refused("empty", CFA_CORRUPT, "columns-corrupt");
    support_write(support_folder, "noise", "cfasearch-vocabulary 1 0 0\n");
    expect_refused("noise", CFA_CORRUPT, "columns-corrupt");
}

static void the_file_of_another_index_is_refused(void **state)
{
    (void)state;
    g_autofree char *file = g_build_filename(support_folder, "other", NULL);
    cfa_index *index = support_index_by(support_publish_workshops);
    assert_true(cfa_columns_make(index->database, file, NULL));
    expect_refused("other", CFA_CORRUPT, "columns-corrupt");
    support_index_free(index);
}

/* Writes the file with a header that fits whatever follows it. */
static void write_body(const char *name, const char *body, gsize length)
{
    g_autofree char *file = g_build_filename(support_folder, name, NULL);
    g_autofree char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)body, length);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "cfasearch-columns 2 %zu %s\n", length, digest);
    g_string_append_len(text, body, (gssize)length);
    assert_true(g_file_set_contents(file, text->str, (gssize)text->len, NULL));
}

/* Each byte in turn is another one, and each beginning is a file: nothing is read beyond what is there, and
 * nothing that was changed is taken for what it was. */
static void whatever_the_bytes_nothing_is_read_beyond_them(void **state)
{
    (void)state;
    g_autofree char *whole = NULL, *file = g_build_filename(support_folder, "odd", NULL);
    gsize size;
    assert_true(g_file_get_contents(path, &whole, &size, NULL));
    const char *body = strchr(whole, '\n') + 1;
    const gsize length = size - (gsize)(body - whole);
    for (gsize i = 0; i < length; i += 1 + i / 40) {
        g_autofree char *changed = g_memdup2(body, length);
        changed[i] = (char)(changed[i] ^ 0x81);
        write_body("odd", changed, length);
        g_autoptr(cfa_columns) columns = cfa_columns_open(file, support_disputes->database, NULL);
        for (xc_docid docid = 1; columns != NULL && docid <= cfa_columns_documents(columns); docid++) {
            cfa_columns_row row;
            guint count;
            if (cfa_columns_read(columns, docid, &row))
                cfa_columns_set(columns, row.set, &count);
        }
        assert_false(cfa_columns_verify(file, support_disputes->database, NULL));
    }
    for (gsize cut = 0; cut < length; cut += 1 + cut / 10) {
        write_body("odd", body, cut);
        assert_false(cfa_columns_verify(file, support_disputes->database, NULL));
    }
}

static void a_digest_of_other_bytes_is_no_verified_file(void **state)
{
    (void)state;
    g_autofree char *whole = NULL, *file = g_build_filename(support_folder, "digest", NULL);
    gsize size;
    assert_true(g_file_get_contents(path, &whole, &size, NULL));
    char *last_digit = strchr(whole, '\n') - 1;
    *last_digit = *last_digit == '0' ? '1' : '0';
    assert_true(g_file_set_contents(file, whole, (gssize)size, NULL));
    assert_false(cfa_columns_verify(file, support_disputes->database, NULL));
}

static void the_file_as_it_was_written_is_verified(void **state)
{
    (void)state;
    assert_true(cfa_columns_verify(path, support_disputes->database, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_document_has_the_values_of_its_filters),
        cmocka_unit_test(languages_of_a_paragraph_share_it_and_its_run),
        cmocka_unit_test(documents_are_alike_that_stand_in_one_text_under_the_same_values),
        cmocka_unit_test(a_document_that_is_not_there_is_told_so),
        cmocka_unit_test(documents_are_told_their_time_and_how_far_they_stand_in_its_order),
        cmocka_unit_test(a_value_that_a_filter_takes_for_the_same_is_one),
        cmocka_unit_test(a_file_that_is_missing_or_of_another_kind_is_refused),
        cmocka_unit_test(the_file_of_another_index_is_refused),
        cmocka_unit_test(whatever_the_bytes_nothing_is_read_beyond_them),
        cmocka_unit_test(a_digest_of_other_bytes_is_no_verified_file),
        cmocka_unit_test(the_file_as_it_was_written_is_verified),
    };
    return cmocka_run_group_tests_name("columns", tests, set_up, tear_down);
}
