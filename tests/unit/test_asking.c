/* Asking: what of a question only asks. */
#include "asking.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct row {
    const char *typed, *about;
} row;

static void check_about(const row *rows, gsize count)
{
    for (gsize i = 0; i < count; i++)
        if (g_strcmp0(cfa_asking_about(rows[i].typed), rows[i].about) != 0)
            fail_msg("%s asks about %s, not %s", rows[i].typed, cfa_asking_about(rows[i].typed),
                     rows[i].about);
}

static void what_the_committee_said_is_asked_about_what_follows(void **state)
{
    static const row rows[] = {
        {"What has the Committee said about strikes?", "strikes?"},
        {"has the Committee spoken on dismissals for striking", "dismissals for striking"},
        {"Has the Committee on Freedom of Association ever ruled on lock-outs?", "lock-outs?"},
        {"does the Committee consider strike pickets lawful", "strike pickets lawful"},
        {"how did the CFA deal with scabs", "scabs"},
        {"What is the Committee's position on closed shops?", "closed shops?"},
        {"what is the case law of the Committee on closed shops", "closed shops"},
        {"all that was said on Belarus since 2020", "Belarus since 2020"},
        {"what did the Committee say in 394/83", "394/83"},
    };
    (void)state;
    check_about(rows, G_N_ELEMENTS(rows));
}

static void it_is_asked_in_french_too(void **state)
{
    static const row rows[] = {
        {"Que dit le Comité de la liberté syndicale sur les piquets ?", "les piquets ?"},
        {"qu’a décidé le comité concernant les piquets", "les piquets"},
        {"qu'est-ce que le comité a dit des piquets ?", "piquets ?"},
        {"Est-ce que le Comité s’est déjà prononcé sur le lock-out", "le lock-out"},
        {"Le Comité a-t-il statué sur le lock-out ?", "le lock-out ?"},
        {"quelle est la position du comite sur le lock-out", "le lock-out"},
        {"tout ce qui a été dit sur le Bélarus", "le Bélarus"},
    };
    (void)state;
    check_about(rows, G_N_ELEMENTS(rows));
}

static void it_is_asked_in_spanish_too(void **state)
{
    static const row rows[] = {
        {"¿Qué ha dicho el Comité sobre los piquetes?", "los piquetes?"},
        {"que dice el comite de libertad sindical de los piquetes", "los piquetes"},
        {"¿Se ha pronunciado el Comité sobre el cierre patronal?", "el cierre patronal?"},
        {"¿El Comité se ha pronunciado ya sobre el cierre patronal?", "el cierre patronal?"},
        {"¿Cuál es la posición del Comité respecto al cierre patronal?", "cierre patronal?"},
        {"todo lo que se ha dicho sobre Belarús", "Belarús"},
    };
    (void)state;
    check_about(rows, G_N_ELEMENTS(rows));
}

static void what_is_asked_twice_is_asked_once(void **state)
{
    (void)state;
    assert_string_equal(
        cfa_asking_about("what has the Committee said about what has the Committee said on strikes"),
        "strikes");
}

static void what_is_not_asked_or_has_nothing_behind_it_stays_whole(void **state)
{
    static const char *const texts[] = {
        "",
        "strikes",
        "the Committee considers that pickets are lawful",
        "the Committee has said about strikes",
        "what has the Committee said about?",
        "What has the Committee said",
        "committee on freedom of association",
        "le comité a dit que",
        "comité de empresa",
        "has the committee of the enterprise consulted the union",
        "what was said by the Government",
        "que dit le comité d'entreprise",
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_string_equal(cfa_asking_about(texts[i]), texts[i]);
}

static void words_that_only_ask_are_those_of_their_language(void **state)
{
    (void)state;
    assert_true(cfa_asking_is_word(CFA_LANGUAGE_BIT(CFA_FRENCH), "quels"));
    assert_true(cfa_asking_is_word(CFA_LANGUAGE_BIT(CFA_SPANISH), "puede"));
    assert_true(cfa_asking_is_word(CFA_LANGUAGE_BIT(CFA_ENGLISH) | CFA_LANGUAGE_BIT(CFA_FRENCH), "since"));
    assert_false(cfa_asking_is_word(CFA_LANGUAGE_BIT(CFA_SPANISH), "quels"));
    assert_false(cfa_asking_is_word(CFA_LANGUAGE_BIT(CFA_FRENCH), "greve"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_committee_said_is_asked_about_what_follows),
        cmocka_unit_test(it_is_asked_in_french_too),
        cmocka_unit_test(it_is_asked_in_spanish_too),
        cmocka_unit_test(what_is_asked_twice_is_asked_once),
        cmocka_unit_test(what_is_not_asked_or_has_nothing_behind_it_stays_whole),
        cmocka_unit_test(words_that_only_ask_are_those_of_their_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
