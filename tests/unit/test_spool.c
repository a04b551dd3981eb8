/* The spool: what is put in comes out the same, in whichever thread. */
#include "spool.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_case_text *text_of(guint report)
{
    cfa_case_text *text = support_text_new(report, CFA_SPANISH, "2023-03");
    text->subject = g_strdup_printf("Asunto %u", report);
    text->type = CFA_TYPE_DEFINITIVE;
    support_add_case(text, report + 1000, "Ruritania", CFA_CASE_CLOSED);
    for (guint i = 1; i <= 3; i++) {
        g_autofree char *words = g_strdup_printf("Párrafo %u del informe %u.", i, report);
        support_add_paragraph(text, i, CFA_SECTION_CONCLUSIONS, words, "306/123");
    }
    return text;
}

static void check_same(const cfa_case_text *after, guint report)
{
    g_autoptr(cfa_case_text) before = text_of(report);
    g_autofree char *expected = cfa_case_text_to_json(before);
    g_autofree char *found = cfa_case_text_to_json(after);
    assert_string_equal(found, expected);
    assert_string_equal(after->subject, before->subject);
    assert_string_equal(after->digest, before->digest);
}

static void what_is_put_comes_back_in_any_order(void **state)
{
    cfa_error error = {0};
    cfa_spool_place places[20];
    (void)state;
    g_autoptr(cfa_spool) spool = cfa_spool_new(support_folder, &error);
    assert_non_null(spool);
    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autoptr(cfa_case_text) text = text_of(i + 1);
        assert_true(cfa_spool_put(spool, text, &places[i], &error));
    }
    for (guint i = G_N_ELEMENTS(places); i-- > 0;) {
        g_autoptr(cfa_case_text) text = cfa_spool_get(spool, places[i], &error);
        assert_non_null(text);
        check_same(text, i + 1);
    }
}

static void a_place_that_was_never_filled_is_unreadable(void **state)
{
    cfa_error error = {0};
    cfa_spool_place place;
    (void)state;
    g_autoptr(cfa_spool) spool = cfa_spool_new(support_folder, &error);
    g_autoptr(cfa_case_text) text = text_of(1);
    assert_true(cfa_spool_put(spool, text, &place, &error));
    const cfa_spool_place wrong[] = {{place.length, 10}, {1, place.length - 1}, {0, place.length + 1}};
    for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
        error = (cfa_error){0};
        assert_null(cfa_spool_get(spool, wrong[i], &error));
        assert_int_equal(error.status, CFA_IO);
    }
}

static void its_file_has_no_name(void **state)
{
    (void)state;
    g_autoptr(cfa_spool) spool = cfa_spool_new(support_folder, NULL);
    assert_non_null(spool);
    GDir *files = g_dir_open(support_folder, 0, NULL);
    assert_null(g_dir_read_name(files));
    g_dir_close(files);
    g_autoptr(cfa_spool) second = cfa_spool_new(support_folder, NULL);
    assert_non_null(second);
}

static void a_folder_that_is_not_there_is_told(void **state)
{
    cfa_error error = {0};
    g_autofree char *nowhere = g_build_filename(support_folder, "nowhere", NULL);
    (void)state;
    assert_null(cfa_spool_new(nowhere, &error));
    assert_int_equal(error.status, CFA_IO);
    assert_non_null(strstr(error.reason, nowhere));
}

enum { THREADS = 4, TEXTS = 100 };

typedef struct reader {
    const cfa_spool *spool;
    const cfa_spool_place *places;
    gboolean well;
} reader;

static gpointer get_all(gpointer data)
{
    reader *one = data;
    one->well = TRUE;
    for (guint i = 0; i < TEXTS; i++) {
        g_autoptr(cfa_case_text) text = cfa_spool_get(one->spool, one->places[i], NULL);
        one->well = one->well && text != NULL && text->report == i + 1;
    }
    return NULL;
}

static void threads_read_it_side_by_side(void **state)
{
    cfa_spool_place places[TEXTS];
    reader readers[THREADS];
    GThread *threads[THREADS];
    (void)state;
    g_autoptr(cfa_spool) spool = cfa_spool_new(support_folder, NULL);
    for (guint i = 0; i < TEXTS; i++) {
        g_autoptr(cfa_case_text) text = text_of(i + 1);
        assert_true(cfa_spool_put(spool, text, &places[i], NULL));
    }
    for (guint i = 0; i < THREADS; i++) {
        readers[i] = (reader){.spool = spool, .places = places};
        threads[i] = g_thread_new("reader", get_all, &readers[i]);
    }
    for (guint i = 0; i < THREADS; i++) {
        g_thread_join(threads[i]);
        assert_true(readers[i].well);
    }
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, support_make_folder, support_remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(what_is_put_comes_back_in_any_order),
        IN_FOLDER(a_place_that_was_never_filled_is_unreadable),
        IN_FOLDER(its_file_has_no_name),
        IN_FOLDER(a_folder_that_is_not_there_is_told),
        IN_FOLDER(threads_read_it_side_by_side),
    };
    return cmocka_run_group_tests_name("spool", tests, NULL, NULL);
}
