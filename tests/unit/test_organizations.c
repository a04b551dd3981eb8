/* Organizations: each by its acronym and its name in one language, when the index has only that of
 * another. */
#include "vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* What one organization is called, by language. */
typedef struct organization {
    const char *acronyms[CFA_LANGUAGES + 1];
} organization;

static const organization organizations[] = {{{NULL, "ICFTU", "CISL", "CIOSL"}},
                                             {{NULL, "ITUC", "CSI", "CSI"}},
                                             {{NULL, "WFTU", "FSM", "FSM"}},
                                             {{NULL, "WCL", "CMT", "CMT"}},
                                             {{NULL, "IFCTU", "CISC", "CISC"}},
                                             {{NULL, "IOE", "OIE", "OIE"}},
                                             {{NULL, "PSI", "ISP", "ISP"}},
                                             {{NULL, "EI", "IE", "IE"}},
                                             {{NULL, "IUF", "UITA", "UITA"}},
                                             {{NULL, "ITF", "ITF", "ITF"}},
                                             {{NULL, "IMF", "FIOM", "FITIM"}},
                                             {{NULL, "BWI", "IBB", "ICM"}},
                                             {{NULL, "IFBWW", "FITBB", "FITCM"}},
                                             {{NULL, "IFJ", "FIJ", "FIP"}},
                                             {{NULL, "ITGLWF", "FITTHC", "FITTVC"}},
                                             {{NULL, "IndustriALL", "IndustriALL", "IndustriALL"}},
                                             {{NULL, "FIET", "FIET", "FIET"}},
                                             {{NULL, "WCOTP", "CMOPE", "CMOPE"}},
                                             {{NULL, "IDWF", "FITD", "FITH"}},
                                             {{NULL, "TUCA", "CSA", "CSA"}},
                                             {{NULL, "OATUU", "OUSA", "OUSA"}},
                                             {{NULL, "ICATU", "CISA", "CISA"}},
                                             {{NULL, "ILO", "OIT", "OIT"}},
                                             {{NULL, "ILC", "CIT", "CIT"}},
                                             {{NULL, "CFA", "CLS", "CLS"}},
                                             {{NULL, "CEACR", "CEACR", "CEACR"}},
                                             {{NULL, "ICCPR", "PIDCP", "PIDCP"}},
                                             {{NULL, "IACHR", "CIDH", "CIDH"}},
                                             {{NULL, "UN", "ONU", "ONU"}}};

static void check(const cfa_translations *known, cfa_language from, const char *typed, cfa_language to,
                  const char *named)
{
    if (vocabulary_probability(known, from, typed, to, named) < 0.3)
        fail_msg("\"%s\" does not find \"%s\"", typed, named);
}

static void expect(cfa_language from, const char *typed, cfa_language to, const char *named)
{
    g_autoptr(cfa_translations) known = vocabulary_learn(to, named);
    check(known, from, typed, to, named);
}

static void an_acronym_finds_those_of_the_other_languages_when_they_alone_are_there(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(organizations); i++)
        for (int to = 1; to <= CFA_LANGUAGES; to++) {
            const char *const *acronyms = organizations[i].acronyms;
            g_autoptr(cfa_translations) known = vocabulary_learn((cfa_language)to, acronyms[to]);
            for (int from = 1; from <= CFA_LANGUAGES; from++)
                if (from != to)
                    check(known, (cfa_language)from, acronyms[from], (cfa_language)to, acronyms[to]);
        }
}

/* "CISL" as "C.I.S.L." */
static char *with_stops(const char *acronym)
{
    GString *dotted = g_string_new(NULL);
    for (const char *letter = acronym; *letter != '\0'; letter++)
        g_string_append_printf(dotted, "%c.", *letter);
    return g_string_free(dotted, FALSE);
}

static void stops_do_not_part_an_acronym_in_the_question_or_in_the_text(void **state)
{
    (void)state;
    g_autofree char *dotted = with_stops("CISL");
    expect(CFA_FRENCH, dotted, CFA_ENGLISH, "ICFTU");
    expect(CFA_ENGLISH, "ICFTU", CFA_FRENCH, dotted);
    for (gsize i = 0; i < G_N_ELEMENTS(organizations); i++)
        for (int l = 1; l <= CFA_LANGUAGES; l++) {
            g_autofree char *stopped = with_stops(organizations[i].acronyms[l]);
            g_autofree char *one = vocabulary_expression((cfa_language)l, stopped);
            g_autofree char *other = vocabulary_expression((cfa_language)l, organizations[i].acronyms[l]);
            assert_string_equal(one, other);
        }
}

static void an_acronym_finds_the_full_name_in_any_language_and_is_found_by_it(void **state)
{
    static const struct full_name {
        cfa_language acronym_in;
        const char *acronym;
        cfa_language name_in;
        const char *name;
    } names[] = {{CFA_ENGLISH, "ICFTU", CFA_ENGLISH, "International Confederation of Free Trade Unions"},
                 {CFA_FRENCH, "CISL", CFA_ENGLISH, "International Confederation of Free Trade Unions"},
                 {CFA_SPANISH, "CIOSL", CFA_FRENCH, "Confédération internationale des syndicats libres"},
                 {CFA_ENGLISH, "ITUC", CFA_SPANISH, "Confederación Sindical Internacional"},
                 {CFA_ENGLISH, "WFTU", CFA_FRENCH, "Fédération syndicale mondiale"},
                 {CFA_FRENCH, "ISP", CFA_ENGLISH, "Public Services International"},
                 {CFA_SPANISH, "OIE", CFA_ENGLISH, "International Organization of Employers"},
                 {CFA_ENGLISH, "ILO", CFA_FRENCH, "Organisation internationale du Travail"},
                 {CFA_FRENCH, "BIT", CFA_ENGLISH, "International Labor Office"},
                 {CFA_FRENCH, "BIT", CFA_SPANISH, "Oficina Internacional del Trabajo"},
                 {CFA_ENGLISH, "CFA", CFA_ENGLISH, "Committee on Freedom of Association"},
                 {CFA_FRENCH, "CLS", CFA_SPANISH, "Comité de Libertad Sindical"},
                 {CFA_ENGLISH, "CEACR", CFA_FRENCH, "commission d'experts"},
                 {CFA_ENGLISH, "UNI", CFA_FRENCH, "UNI Global Union"}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        expect(names[i].acronym_in, names[i].acronym, names[i].name_in, names[i].name);
        expect(names[i].name_in, names[i].name, names[i].acronym_in, names[i].acronym);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_acronym_finds_those_of_the_other_languages_when_they_alone_are_there),
        cmocka_unit_test(stops_do_not_part_an_acronym_in_the_question_or_in_the_text),
        cmocka_unit_test(an_acronym_finds_the_full_name_in_any_language_and_is_found_by_it),
    };
    return cmocka_run_group_tests_name("organizations", tests, NULL, NULL);
}
