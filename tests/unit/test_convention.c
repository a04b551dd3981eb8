/* Conventions: what a text names in three languages, and what looks like one and is none. */
#include "convention.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

typedef struct row {
    const char *text, *expected;
} row;

/* The numbers found, parted by blanks. */
static char *found_in(const char *text)
{
    g_autoptr(GArray) named = cfa_convention_scan(text, strlen(text));
    GString *found = g_string_new(NULL);
    for (guint i = 0; i < named->len; i++)
        g_string_append_printf(found, "%s%u", i > 0 ? " " : "", g_array_index(named, guint, i));
    return g_string_free(found, FALSE);
}

static void check_rows(const row *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *found = found_in(rows[i].text);
        if (strcmp(found, rows[i].expected) != 0)
            fail_msg("in \"%s\" found \"%s\", not \"%s\"", rows[i].text, found, rows[i].expected);
    }
}

#define CHECK(rows) check_rows(rows, G_N_ELEMENTS(rows))

static void english_names_conventions(void **state)
{
    static const row rows[] = {
        {"contrary to Convention No. 87.", "87"},
        {"Article 4 of Convention No. 98, ratified in 1957", "98"},
        {"Conventions Nos. 87 and 98", "87 98"},
        {"Conventions Nos 87, 98 and 135 have been ratified", "87 98 135"},
        {"CONVENTIONS NOS. 87 AND 98", "87 98"},
        {"Conventions No. 87 and No. 98", "87 98"},
        {"Convention No. 87 and Convention No. 98", "87 98"},
        {"Conventions 87 & 98", "87 98"},
        {"Conventions Nos. 87/98", "87 98"},
        {"ILO Convention 151", "151"},
        {"Convention (No. 151)", "151"},
        {"Convention No. 87 and 12 strikes", "87"},
        {"Conventions Nos. 98 (1949) and 87 (1948)", "87 98"},
        {"Conventions Nos. 87 and 98, 12 leaders of which were dismissed", "87 98"},
    };
    (void)state;
    CHECK(rows);
}

static void french_names_conventions(void **state)
{
    static const row rows[] = {
        {"en violation de la convention no 87", "87"},
        {"la convention n° 87 et la convention nº 98", "87 98"},
        {"les conventions nos 87 et 98", "87 98"},
        {"les conventions nos 87, 98 et 135 de l’OIT", "87 98 135"},
        {"la convention (no 98) sur le droit d’organisation et de négociation collective, 1949", "98"},
        {"la convention de l’OIT no 151", "151"},
        {"la convention numéro 135", "135"},
    };
    (void)state;
    CHECK(rows);
}

static void spanish_names_conventions(void **state)
{
    static const row rows[] = {
        {"en violación del Convenio núm. 87", "87"},
        {"los Convenios núms. 87 y 98", "87 98"},
        {"los Convenios núms. 87, 98 y 151", "87 98 151"},
        {"Convenio número 87 y Convenio Nº 98", "87 98"},
        {"los Convenios n.os 87 y 98", "87 98"},
        {"el Convenio de la OIT núm. 135", "135"},
        {"el Convenio internacional del trabajo núm. 98", "98"},
        {"los convenios internacionales del trabajo números 87 y 98", "87 98"},
    };
    (void)state;
    CHECK(rows);
}

static void a_title_names_its_convention(void **state)
{
    static const row rows[] = {
        {"the Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87), and "
         "the "
         "Right to Organise and Collective Bargaining Convention, 1949 (No. 98)",
         "87 98"},
        {"the Tripartite Consultation (International Labour Standards) Convention, 1976 (No. 144)", "144"},
        {"the Convention on labour relations in the public service, 1978 (No. 151)", "151"},
        {"the Workers’ Representatives Convention (No. 135), 1971", "135"},
        {"the Collective Bargaining Convention, 1981, No. 154", "154"},
        {"la convention sur la liberté syndicale et la protection du droit syndical, 1948 (no 87)", "87"},
        {"el Convenio sobre la libertad sindical y la protección del derecho de sindicación, 1948 (núm. 87), "
         "el "
         "Convenio sobre la consulta tripartita (normas internacionales del trabajo), 1976 (núm. 144)",
         "87 144"},
        {"the Protocol of 2014 to the Forced Labour Convention, 1930 (No. 29)", "29"},
    };
    (void)state;
    CHECK(rows);
}

static void a_code_names_its_convention(void **state)
{
    static const row rows[] = {
        {"C87", "87"},
        {"C087 and C098", "87 98"},
        {"(C.87)", "87"},
        {"C029 – Forced", "29"},
        {"ratified C87, C98 and C144.", "87 98 144"},
        {"C9", ""},
        {"c87 in a formula", ""},
        {"room C. 87", ""},
        {"CC87 C87a ABC87", ""},
        {"Case C87/2001 and C-87/01", ""},
        {"C200 C000 C1987", ""},
    };
    (void)state;
    CHECK(rows);
}

static void other_texts_with_numbers_are_no_conventions(void **state)
{
    static const row rows[] = {
        {"Case No. 87 and Report No. 98", ""},
        {"Recommendation No. 143 and Conventions Nos. 135 and 98", "98 135"},
        {"Conventions Nos. 87 and 98 and Recommendation No. 143", "87 98"},
        {"the Labour Relations Convention and Recommendation, 1978 (No. 159)", ""},
        {"el Convenio y la Recomendación sobre la negociación colectiva, 1981 (núm. 163)", ""},
        {"Convention sur la liberté syndicale; recommandation (no 143)", ""},
        {"the Convention on which the Ordinance, 1955 (No. 12), rests", ""},
        {"the Convention, and Act No. 87", ""},
        {"Protocol No. 11 to the European Convention", ""},
        {"European Convention No. 5 and Geneva Convention No. 3", ""},
    };
    (void)state;
    CHECK(rows);
}

static void collective_agreements_are_no_conventions(void **state)
{
    static const row rows[] = {
        {"collective agreement No. 87", ""},
        {"la convention collective no 12", ""},
        {"la convention collective de travail no 87", ""},
        {"la convention du secteur (no 87)", ""},
        {"el convenio colectivo núm. 87", ""},
        {"el convenio de empresa núm. 12", ""},
        {"collective Convention No. 12", ""},
        {"Convention No. 12/2005 and Convenio núm. 12-2005", ""},
        {"Convention No. 2090, Convention No. 200", ""},
    };
    (void)state;
    CHECK(rows);
}

static void what_is_counted_or_dated_is_no_number(void **state)
{
    static const row rows[] = {
        {"under the Convention 87 workers were reinstated", ""},
        {"ratified the Convention, 12 May 1950", ""},
        {"the Convention 12 May 1950", ""},
        {"the Convention of 1948, as ratified on 5 March 1955 (No. 12)", ""},
        {"Convention 1948", ""},
        {"Convention No. 87,500", ""},
        {"Conventions. No. 87 followed", ""},
    };
    (void)state;
    CHECK(rows);
}

static void each_is_named_once_and_in_order(void **state)
{
    (void)state;
    g_autofree char *found =
        found_in("Conventions Nos. 135 and 98, Convention No. 98, C87, Convention No. 135");
    assert_string_equal(found, "87 98 135");
}

static void the_highest_number_has_room_for_those_to_come(void **state)
{
    (void)state;
    g_autofree char *last = found_in("Convention No. 199");
    g_autofree char *beyond = found_in("Conventions Nos. 200 and 87");
    assert_string_equal(last, "199");
    assert_string_equal(beyond, "");
}

static void a_code_is_read_in_either_case(void **state)
{
    guint number = 0;
    (void)state;
    assert_true(cfa_convention_code("c087", 4, &number));
    assert_int_equal(number, 87);
    assert_true(cfa_convention_code("C.151", 5, &number));
    assert_int_equal(number, 151);
    assert_false(cfa_convention_code("C9", 2, &number));
    assert_false(cfa_convention_code("C200", 4, &number));
    assert_false(cfa_convention_code("C0087", 5, &number));
    assert_false(cfa_convention_code("87", 2, &number));
    assert_false(cfa_convention_code("", 0, &number));
}

static void what_a_person_calls_it_by_is_read_whole(void **state)
{
    static const struct {
        const char *text;
        guint number;
    } rows[] = {{"87", 87},      {"087", 87},
                {"9", 9},        {"C87", 87},
                {"c087", 87},    {"C9", 9},
                {"C.87", 87},    {" C 87 ", 87},
                {"No. 87", 87},  {"n° 87", 87},
                {"núm. 87", 87}, {"199", 199},
                {"", 0},         {"C", 0},
                {"0", 0},        {"200", 0},
                {"87x", 0},      {"87 98", 0},
                {"R198", 0},     {"Vienna 87", 0},
                {"No. C87", 0},  {"99999999999999999999", 0}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        guint number = 0;
        if (cfa_convention_parse(rows[i].text, &number) != (rows[i].number > 0) || number != rows[i].number)
            fail_msg("\"%s\" is read as %u, not %u", rows[i].text, number, rows[i].number);
    }
}

/* The text has a length, and need not be followed by anything. */
static void nothing_is_read_behind_the_end(void **state)
{
    static const char *const texts[] = {"Appendix C.",    "C",      "C.8", "C8", "Convention",
                                        "Convention No.", "(No. 87"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        const gsize length = strlen(texts[i]);
        g_autofree char *bytes = g_memdup2(texts[i], length);
        g_autoptr(GArray) named = cfa_convention_scan(bytes, length);
        assert_int_equal(named->len, 0);
    }
}

static void a_long_text_takes_no_time(void **state)
{
    GString *text = g_string_new(NULL);
    (void)state;
    while (text->len < 4 << 20)
        g_string_append(text, "Convention of (No. the Convention sobre (núm. ");
    g_autofree char *found = found_in(text->str);
    assert_string_equal(found, "");
    g_string_free(text, TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_names_conventions),
        cmocka_unit_test(french_names_conventions),
        cmocka_unit_test(spanish_names_conventions),
        cmocka_unit_test(a_title_names_its_convention),
        cmocka_unit_test(a_code_names_its_convention),
        cmocka_unit_test(other_texts_with_numbers_are_no_conventions),
        cmocka_unit_test(collective_agreements_are_no_conventions),
        cmocka_unit_test(what_is_counted_or_dated_is_no_number),
        cmocka_unit_test(each_is_named_once_and_in_order),
        cmocka_unit_test(the_highest_number_has_room_for_those_to_come),
        cmocka_unit_test(a_code_is_read_in_either_case),
        cmocka_unit_test(what_a_person_calls_it_by_is_read_whole),
        cmocka_unit_test(nothing_is_read_behind_the_end),
        cmocka_unit_test(a_long_text_takes_no_time),
    };
    return cmocka_run_group_tests_name("convention", tests, NULL, NULL);
}
