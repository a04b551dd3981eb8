/* The promises of paragraph_languages.h: in which languages there is a paragraph. */
#include "paragraph_languages.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void what_was_never_added_is_missing_everywhere(void **state)
{
    (void)state;
    g_autoptr(cfa_paragraph_languages) languages = cfa_paragraph_languages_new();
    assert_int_equal(cfa_paragraph_languages_missing(languages, "394/83"), CFA_EVERY_LANGUAGE);
}

static void languages_add_up_for_each_paragraph(void **state)
{
    (void)state;
    g_autoptr(cfa_paragraph_languages) languages = cfa_paragraph_languages_new();
    cfa_paragraph_languages_add(languages, "394/83", CFA_FRENCH);
    cfa_paragraph_languages_add(languages, "394/83", CFA_ENGLISH);
    cfa_paragraph_languages_add(languages, "394/83", CFA_FRENCH);
    cfa_paragraph_languages_add(languages, "394/84", CFA_ENGLISH);
    assert_int_equal(cfa_paragraph_languages_missing(languages, "394/83"), CFA_LANGUAGE_BIT(CFA_SPANISH));
    assert_int_equal(cfa_paragraph_languages_missing(languages, "394/84"),
                     CFA_LANGUAGE_BIT(CFA_FRENCH) | CFA_LANGUAGE_BIT(CFA_SPANISH));
}

static void an_unknown_language_is_none(void **state)
{
    (void)state;
    g_autoptr(cfa_paragraph_languages) languages = cfa_paragraph_languages_new();
    cfa_paragraph_languages_add(languages, "n5/1", CFA_LANGUAGE_UNKNOWN);
    assert_int_equal(cfa_paragraph_languages_missing(languages, "n5/1"), CFA_EVERY_LANGUAGE);
}

static void a_database_tells_what_it_has(void **state)
{
    (void)state;
    cfa_error error = {0};
    g_autoptr(cfa_paragraph_languages) languages = cfa_paragraph_languages_new();
    assert_true(cfa_paragraph_languages_read(languages, support_disputes->database, &error));
    assert_int_equal(cfa_paragraph_languages_missing(languages, "402/20") & CFA_LANGUAGE_BIT(CFA_ENGLISH), 0);
    assert_int_equal(cfa_paragraph_languages_missing(languages, "402/9999"), CFA_EVERY_LANGUAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_never_added_is_missing_everywhere),
        cmocka_unit_test(languages_add_up_for_each_paragraph),
        cmocka_unit_test(an_unknown_language_is_none),
        cmocka_unit_test(a_database_tells_what_it_has),
    };
    return cmocka_run_group_tests_name("paragraph_languages", tests, support_open_disputes,
                                       support_close_disputes);
}
