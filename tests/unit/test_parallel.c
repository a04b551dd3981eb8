/* Parallel: the case text of a paragraph in several languages, in step. */
#include "browse.h"
#include "parallel.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const cfa_language every[] = {CFA_ENGLISH, CFA_FRENCH, CFA_SPANISH};

/* The columns and rows of the case text of a paragraph: "en fr: 10 en fr, 11 en -". */
static char *describe(const cfa_index *index, const char *id, const cfa_language *languages, guint count)
{
    g_autoptr(cfa_reading) reading = cfa_browse_paragraph(index, id, CFA_LANGUAGE_UNKNOWN, NULL);
    assert_non_null(reading);
    g_autoptr(cfa_parallel) parallel = cfa_parallel_read(index, reading, languages, count, NULL);
    assert_non_null(parallel);
    GString *text = g_string_new(NULL);
    for (guint column = 0; column < parallel->width; column++) {
        const char *code = cfa_language_code(parallel->columns[column]);
        g_string_append_printf(text, "%s%s", column > 0 ? " " : "", code != NULL ? code : "unknown");
    }
    for (guint i = 0; i < parallel->rows->len; i++) {
        const cfa_parallel_row *row = &g_array_index(parallel->rows, cfa_parallel_row, i);
        g_string_append_printf(text, "%s%u", i == 0 ? ": " : ", ", row->number);
        for (guint column = 0; column < parallel->width; column++) {
            const cfa_record *cell = row->cells[column];
            const char *slash = cell != NULL ? strrchr(cell->id, '/') : NULL;
            g_string_append_printf(text, " %s", cell != NULL ? slash + 1 : "-");
        }
    }
    return g_string_free(text, FALSE);
}

static void expect(const cfa_index *index, const char *id, const cfa_language *languages, guint count,
                   const char *expected)
{
    g_autofree char *got = describe(index, id, languages, count);
    assert_string_equal(got, expected);
}

static void each_row_is_a_paragraph_in_every_language(void **state)
{
    (void)state;
    expect(support_disputes, "401/13/en", every, 3,
           "en fr es: 10 en fr es, 11 en fr es, 12 en fr es, 13 en fr es, 14 en fr es");
}

static void columns_stand_in_the_order_asked_for(void **state)
{
    static const cfa_language languages[] = {CFA_SPANISH, CFA_ENGLISH};
    (void)state;
    expect(support_disputes, "401/13/fr", languages, 2,
           "es en: 10 es en, 11 es en, 12 es en, 13 es en, 14 es en");
}

static void without_languages_it_is_read_in_its_own(void **state)
{
    (void)state;
    expect(support_disputes, "401/13/fr", NULL, 0, "fr: 10 fr, 11 fr, 12 fr, 13 fr, 14 fr");
    expect(support_disputes, "n7654321/1", NULL, 0, "es: 1 es, 2 es");
}

static void a_language_that_there_is_not_has_no_column(void **state)
{
    static const cfa_language spanish[] = {CFA_SPANISH};
    (void)state;
    expect(support_disputes, "390/5", every, 3, "fr: 5 fr, 6 fr");
    expect(support_disputes, "402/20", spanish, 1, "en: 20 en, 21 en, 22 en");
}

static void the_languages_are_those_of_the_index(void **state)
{
    (void)state;
    g_autoptr(cfa_reading) three = cfa_browse_paragraph(support_disputes, "401/13/en", CFA_ENGLISH, NULL);
    g_autoptr(cfa_parallel) parallel = cfa_parallel_read(support_disputes, three, NULL, 0, NULL);
    assert_int_equal(parallel->languages, CFA_EVERY_LANGUAGE);
    g_autoptr(cfa_reading) one = cfa_browse_paragraph(support_disputes, "390/5", CFA_ENGLISH, NULL);
    g_autoptr(cfa_parallel) alone = cfa_parallel_read(support_disputes, one, NULL, 0, NULL);
    assert_int_equal(alone->languages, CFA_LANGUAGE_BIT(CFA_FRENCH));
}

static void it_is_good_without_the_reading(void **state)
{
    (void)state;
    cfa_reading *reading = cfa_browse_paragraph(support_disputes, "401/13/en", CFA_ENGLISH, NULL);
    g_autoptr(cfa_parallel) parallel = cfa_parallel_read(support_disputes, reading, every, 3, NULL);
    cfa_reading_free(reading);
    assert_string_equal(g_array_index(parallel->rows, cfa_parallel_row, 3).cells[0]->id, "401/13/en");
}

/* ---- languages that lack some of it ---- */

static cfa_case_text *invent(guint report, cfa_language language, const char *numbers)
{
    cfa_case_text *text = support_text_new(report, language, "2022-11");
    support_add_case(text, 9950, "Ruritania", CFA_CASE_ACTIVE);
    g_auto(GStrv) all = g_strsplit(numbers, " ", -1);
    for (guint i = 0; all[i] != NULL; i++) {
        guint64 number = 0;
        assert_true(g_ascii_string_to_unsigned(all[i], 10, 1, 1000, &number, NULL));
        support_add_paragraph(text, (guint)number, CFA_SECTION_OTHER, "The lamplighters met at dusk.", NULL);
    }
    return text;
}

/* 380/30-33: French lacks 31. 381/40-42: Spanish goes on to 43 and lacks 40. 382/50: in no known language. */
static cfa_index *uneven;

static int open_uneven(void **state)
{
    cfa_case_text *texts[] = {invent(380, CFA_ENGLISH, "30 31 32 33"), invent(380, CFA_FRENCH, "30 32 33"),
                              invent(381, CFA_ENGLISH, "40 41 42"), invent(381, CFA_SPANISH, "41 42 43"),
                              invent(382, CFA_LANGUAGE_UNKNOWN, "50 51")};
    (void)state;
    uneven = support_index_new(texts, G_N_ELEMENTS(texts));
    return 0;
}

static int close_uneven(void **state)
{
    (void)state;
    support_index_free(uneven);
    return 0;
}

static void what_a_language_lacks_leaves_its_cell_empty(void **state)
{
    (void)state;
    expect(uneven, "380/30/en", every, 2, "en fr: 30 en fr, 31 en -, 32 en fr, 33 en fr");
}

static void a_language_that_lacks_the_paragraph_is_found_by_the_ends_of_the_text(void **state)
{
    (void)state;
    expect(uneven, "380/31/en", every, 2, "en fr: 30 en fr, 31 en -, 32 en fr, 33 en fr");
    expect(uneven, "381/40/en", every, 3, "en es: 40 en -, 41 en es, 42 en es, 43 - es");
}

static void a_language_of_another_run_is_found_by_the_paragraph(void **state)
{
    (void)state;
    expect(uneven, "381/41/en", every, 3, "en es: 40 en -, 41 en es, 42 en es, 43 - es");
    expect(uneven, "381/43/es", every, 3, "en es: 40 en -, 41 en es, 42 en es, 43 - es");
}

static void a_text_in_no_known_language_stands_alone(void **state)
{
    (void)state;
    expect(uneven, "382/50", every, 3, "unknown: 50 50, 51 51");
}

int main(void)
{
    const struct CMUnitTest disputes[] = {
        cmocka_unit_test(each_row_is_a_paragraph_in_every_language),
        cmocka_unit_test(columns_stand_in_the_order_asked_for),
        cmocka_unit_test(without_languages_it_is_read_in_its_own),
        cmocka_unit_test(a_language_that_there_is_not_has_no_column),
        cmocka_unit_test(the_languages_are_those_of_the_index),
        cmocka_unit_test(it_is_good_without_the_reading),
    };
    const struct CMUnitTest lacking[] = {
        cmocka_unit_test(what_a_language_lacks_leaves_its_cell_empty),
        cmocka_unit_test(a_language_that_lacks_the_paragraph_is_found_by_the_ends_of_the_text),
        cmocka_unit_test(a_language_of_another_run_is_found_by_the_paragraph),
        cmocka_unit_test(a_text_in_no_known_language_stands_alone),
    };
    return cmocka_run_group_tests_name("parallel", disputes, support_open_disputes, support_close_disputes) +
           cmocka_run_group_tests_name("parallel, uneven", lacking, open_uneven, close_uneven);
}
