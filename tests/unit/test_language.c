/* Languages: known by their codes, and by the function words of a text. */
#include "language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static void expect(const char *text, cfa_language expected)
{
    assert_int_equal(cfa_language_detect(text, strlen(text)), expected);
}

static void codes_are_read_in_any_case(void **state)
{
    (void)state;
    assert_int_equal(cfa_language_parse("en"), CFA_ENGLISH);
    assert_int_equal(cfa_language_parse("FR"), CFA_FRENCH);
    assert_int_equal(cfa_language_parse("Es"), CFA_SPANISH);
    assert_int_equal(cfa_language_parse("de"), CFA_LANGUAGE_UNKNOWN);
    assert_int_equal(cfa_language_parse("eng"), CFA_LANGUAGE_UNKNOWN);
    assert_int_equal(cfa_language_parse(""), CFA_LANGUAGE_UNKNOWN);
    assert_int_equal(cfa_language_parse(NULL), CFA_LANGUAGE_UNKNOWN);
}

static void each_language_has_its_code(void **state)
{
    (void)state;
    assert_string_equal(cfa_language_code(CFA_ENGLISH), "en");
    assert_string_equal(cfa_language_code(CFA_FRENCH), "fr");
    assert_string_equal(cfa_language_code(CFA_SPANISH), "es");
    assert_null(cfa_language_code(CFA_LANGUAGE_UNKNOWN));
}

static void a_paragraph_is_known_by_its_function_words(void **state)
{
    (void)state;
    expect("The Committee notes that the porters of Ruritania were dismissed by the company and that the "
           "case was brought to court.",
           CFA_ENGLISH);
    expect("Le comité note que les porteurs de la Ruritanie ont été licenciés par la compagnie et que le cas "
           "a été porté "
           "devant les tribunaux du pays.",
           CFA_FRENCH);
    expect("El Comité toma nota de que los cargadores de Ruritania fueron despedidos por la compañía y de "
           "que el caso "
           "fue llevado a los tribunales del país.",
           CFA_SPANISH);
}

static void capitals_and_elision_hide_nothing(void **state)
{
    (void)state;
    expect("LES PORTEURS DE L\u2019ORGANISATION ONT QUITTÉ LE PORT ET LES QUAIS DU PAYS, CE QUI EST UNE "
           "GRÈVE DANS LE SENS DU CODE",
           CFA_FRENCH);
}

static void a_short_or_mixed_text_tells_nothing(void **state)
{
    (void)state;
    expect("", CFA_LANGUAGE_UNKNOWN);
    expect("Case No 9901 (Ruritania)", CFA_LANGUAGE_UNKNOWN);
    expect("the of and by", CFA_LANGUAGE_UNKNOWN);
    expect("the of and with by les des avec dans une", CFA_LANGUAGE_UNKNOWN);
}

static void a_quotation_in_another_language_does_not_mislead(void **state)
{
    (void)state;
    expect("The Committee notes that the union of the porters has told the court of the words \u00ABles "
           "porteurs ont "
           "quitté le port\u00BB which were written by the director and which it had not seen.",
           CFA_ENGLISH);
}

static void bad_bytes_are_no_words(void **state)
{
    (void)state;
    expect("\xFF\xFE\x80 the \xC3 of \xE2\x82 and", CFA_LANGUAGE_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_read_in_any_case),
        cmocka_unit_test(each_language_has_its_code),
        cmocka_unit_test(a_paragraph_is_known_by_its_function_words),
        cmocka_unit_test(capitals_and_elision_hide_nothing),
        cmocka_unit_test(a_short_or_mixed_text_tells_nothing),
        cmocka_unit_test(a_quotation_in_another_language_does_not_mislead),
        cmocka_unit_test(bad_bytes_are_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
