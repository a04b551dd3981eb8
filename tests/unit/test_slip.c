/* The promises of slip.h: which slips are near, and which are not. */
#include "slip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static double distance(const char *typed, const char *meant)
{
    return cfa_slip_distance(typed, strlen(typed), meant, strlen(meant), 5);
}

static void expect_nearer(const char *typed, const char *nearer, const char *farther)
{
    if (distance(typed, nearer) >= distance(typed, farther))
        fail_msg("\"%s\" is %.2f from \"%s\" and %.2f from \"%s\"", typed, distance(typed, nearer), nearer,
                 distance(typed, farther), farther);
}

static void a_word_is_at_no_distance_from_itself(void **state)
{
    (void)state;
    assert_true(distance("lantern", "lantern") <= 0);
    assert_true(distance("", "") <= 0);
}

static void each_of_the_four_slips_is_one(void **state)
{
    static const char *const slips[] = {"lanetrn",  "lantren", "latern", "lanttern",
                                        "lanternn", "lamtern", "lantorn"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(slips); i++)
        assert_true(distance(slips[i], "lantern") > 0.3 && distance(slips[i], "lantern") < 1.5);
    assert_true(distance("latren", "lantern") > 1.3);
}

static void a_doubled_letter_is_nearer_than_a_new_one(void **state)
{
    (void)state;
    expect_nearer("hammer", "hamer", "hamyer");
    expect_nearer("haamer", "hamer", "haxmer");
}

static void a_letter_that_sounds_alike_or_is_beside_is_nearer_than_any(void **state)
{
    (void)state;
    expect_nearer("lantarn", "lantern", "lanttrn");
    expect_nearer("lantwrn", "lantern", "lantorn");
}

static void the_first_letter_and_the_ending_are_seldom_wrong(void **state)
{
    (void)state;
    expect_nearer("lamtern", "lantern", "mamtern");
    expect_nearer("lanterx", "lanterx", "lantern");
    assert_true(distance("lxntern", "lantern") < distance("lanterx", "lantern"));
    assert_true(distance("lxntern", "lantern") < distance("xantern", "lantern"));
}

static void beyond_the_limit_it_says_so_whatever_it_is(void **state)
{
    (void)state;
    assert_true(cfa_slip_distance("lantern", 7, "grapefruit", 10, 2) > 2);
    assert_true(cfa_slip_distance("", 0, "grapefruit", 10, 2) > 2);
    assert_true(cfa_slip_distance("grapefruit", 10, "", 0, 2) > 2);
}

static void two_letters_in_the_wrong_order_are_within_a_limit_of_one_slip(void **state)
{
    (void)state;
    const double whole = distance("lanetrn", "lantern");
    assert_true(cfa_slip_distance("lanetrn", 7, "lantern", 7, whole) <= whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_at_no_distance_from_itself),
        cmocka_unit_test(each_of_the_four_slips_is_one),
        cmocka_unit_test(a_doubled_letter_is_nearer_than_a_new_one),
        cmocka_unit_test(a_letter_that_sounds_alike_or_is_beside_is_nearer_than_any),
        cmocka_unit_test(the_first_letter_and_the_ending_are_seldom_wrong),
        cmocka_unit_test(beyond_the_limit_it_says_so_whatever_it_is),
        cmocka_unit_test(two_letters_in_the_wrong_order_are_within_a_limit_of_one_slip),
    };
    return cmocka_run_group_tests_name("slip", tests, NULL, NULL);
}
