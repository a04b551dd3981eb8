/* Frequencies: what is remembered is what the index says. */
#include "frequency.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void expect(cfa_frequencies *frequencies, const char *term, guint expected)
{
    xc_error error = XC_ERROR_INIT;
    assert_int_equal(cfa_frequencies_find(frequencies, term, &error), expected);
    assert_int_equal(error.status, XC_OK);
}

static void a_frequency_is_the_same_asked_again(void **state)
{
    (void)state;
    g_autoptr(cfa_frequencies) frequencies =
        cfa_frequencies_new(support_disputes->database, support_disputes->vocabulary);
    for (int i = 0; i < 2; i++) {
        expect(frequencies, "ZElamplight", 1);
        expect(frequencies, "ZEnone", 0);
    }
}

static void frequencies_stay_the_same_when_more_are_asked_than_remembered(void **state)
{
    (void)state;
    g_autoptr(cfa_frequencies) frequencies =
        cfa_frequencies_new(support_disputes->database, support_disputes->vocabulary);
    for (int i = 0; i <= CFA_FREQUENCIES_MAX; i++) {
        g_autofree char *term = g_strdup_printf("ZEnone%d", i);
        expect(frequencies, term, 0);
        if (i % 1000 == 0 || i == CFA_FREQUENCIES_MAX)
            expect(frequencies, "ZElamplight", 1);
    }
}

static void a_frequency_is_the_same_with_the_vocabulary_and_without(void **state)
{
    (void)state;
    static const char *const terms[] = {"ZEdismiss", "ZEworker",  "ZFsyndicat", "ZShuelg",
                                        "ZXother",   "dismissal", "ZEnone",     ""};
    const xc_database *database = support_disputes->database;
    g_autoptr(cfa_frequencies) with = cfa_frequencies_new(database, support_disputes->vocabulary);
    g_autoptr(cfa_frequencies) without = cfa_frequencies_new(database, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(terms); i++) {
        xc_error error = XC_ERROR_INIT;
        expect(with, terms[i], cfa_frequencies_find(without, terms[i], &error));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frequency_is_the_same_asked_again),
        cmocka_unit_test(a_frequency_is_the_same_with_the_vocabulary_and_without),
        cmocka_unit_test(frequencies_stay_the_same_when_more_are_asked_than_remembered),
    };
    return cmocka_run_group_tests_name("frequency", tests, support_open_disputes, support_close_disputes);
}
