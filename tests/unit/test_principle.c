/* Principles: what they are called, whichever the language and the order of the page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "principle.h"

static cfa_principle *new_principle(const char *text, cfa_language language)
{
    cfa_principle *principle = cfa_principle_new();
    principle->text = g_strdup(text);
    principle->language = language;
    return principle;
}

static void a_number_of_the_digest_is_its_name(void **state)
{
    (void)state;
    g_autoptr(cfa_principle) principle = new_principle("Porters carry.", CFA_ENGLISH);
    g_ptr_array_add(principle->numbers, g_strdup("digest:2006/581"));
    g_ptr_array_add(principle->numbers, g_strdup("digest:2006/582"));
    cfa_principle_name(principle, 1);
    assert_string_equal(principle->id, "digest:2006/581");
}

static void one_without_a_number_has_the_same_name_in_every_language_and_order(void **state)
{
    (void)state;
    g_autoptr(cfa_principle) english = new_principle("Porters carry.", CFA_ENGLISH);
    g_autoptr(cfa_principle) french = new_principle("Les porteurs portent.", CFA_FRENCH);
    cfa_principle_apply(english, 9901, "Kelmar Islands", 343, 469);
    cfa_principle_apply(english, 9902, "Gondal", 346, 1328);
    cfa_principle_apply(french, 9902, "Gondal", 346, 1328);
    cfa_principle_apply(french, 9901, "Îles Kelmar", 343, 469);
    cfa_principle_name(english, 1);
    cfa_principle_name(french, 1);
    assert_true(cfa_principle_is_id(english->id));
    assert_string_equal(english->id, french->id);
}

static void two_that_the_same_paragraphs_applied_have_two_names(void **state)
{
    (void)state;
    g_autoptr(cfa_principle) first = new_principle("Porters carry.", CFA_ENGLISH);
    g_autoptr(cfa_principle) second = new_principle("Porters rest.", CFA_ENGLISH);
    cfa_principle_apply(first, 9901, "Gondal", 343, 469);
    cfa_principle_apply(second, 9901, "Gondal", 343, 469);
    cfa_principle_name(first, 1);
    cfa_principle_name(second, 2);
    assert_string_not_equal(first->id, second->id);
}

static void a_paragraph_applied_it_once(void **state)
{
    (void)state;
    g_autoptr(cfa_principle) principle = new_principle("Porters carry.", CFA_ENGLISH);
    cfa_principle_apply(principle, 9901, "Gondal", 343, 469);
    cfa_principle_apply(principle, 9901, NULL, 343, 469);
    assert_int_equal(principle->applied->len, 1);
}

static void it_is_cited_in_the_words_of_each_language(void **state)
{
    (void)state;
    g_autoptr(cfa_principle) numbered = new_principle("Porters carry.", CFA_ENGLISH);
    g_autoptr(cfa_principle) unnumbered = new_principle("Porters rest.", CFA_ENGLISH);
    g_ptr_array_add(numbered->numbers, g_strdup("digest:2006/581"));
    cfa_principle_name(numbered, 1);
    cfa_principle_name(unnumbered, 1);
    g_autofree char *english = cfa_principle_cite(numbered, CFA_LANGUAGE_UNKNOWN);
    g_autofree char *french = cfa_principle_cite(numbered, CFA_FRENCH);
    g_autofree char *spanish = cfa_principle_cite(numbered, CFA_SPANISH);
    g_autofree char *compilation = cfa_principle_cite(unnumbered, CFA_FRENCH);
    assert_string_equal(english, "Digest of decisions, 2006, para. 581");
    assert_string_equal(french, "Recueil de décisions, 2006, paragr. 581");
    assert_string_equal(spanish, "Recopilación de decisiones, 2006, párrafo 581");
    assert_string_equal(compilation, "Compilation des décisions du Comité de la liberté syndicale");
}

static void what_is_no_name_of_one_is_told(void **state)
{
    static const char *const names[] = {"digest:2006/581", "compilation:2018/1047", "principle:0a1b2c3d"};
    static const char *const others[] = {"",
                                         "394/83",
                                         "case:9901",
                                         "digest:2006",
                                         "principle:",
                                         "principle:0a1b2c3",
                                         "principle:0A1B2C3D",
                                         "principle:0a1b2c3d4",
                                         "digest:2006/581 "};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        assert_true(cfa_principle_is_id(names[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        assert_false(cfa_principle_is_id(others[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_of_the_digest_is_its_name),
        cmocka_unit_test(one_without_a_number_has_the_same_name_in_every_language_and_order),
        cmocka_unit_test(two_that_the_same_paragraphs_applied_have_two_names),
        cmocka_unit_test(a_paragraph_applied_it_once),
        cmocka_unit_test(it_is_cited_in_the_words_of_each_language),
        cmocka_unit_test(what_is_no_name_of_one_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
