/* The promises of block_cache.h. */
#include "block_cache.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { SETS = 64, WAYS = 4 }; /* of the cache: so many blocks share a place */

static int make_cache(void **state)
{
    *state = cfa_block_cache_new();
    return 0;
}

static int free_cache(void **state)
{
    cfa_block_cache_free(*state);
    return 0;
}

static void offer(cfa_block_cache *cache, guint64 number)
{
    char bytes[CFA_BLOCK];
    memset(bytes, (int)(number % 251), sizeof bytes);
    cfa_block_cache_offer(cache, number, bytes);
}

/* Whether it is kept; then all of its bytes have to be its own. */
static gboolean has(cfa_block_cache *cache, guint64 number)
{
    char bytes[CFA_BLOCK], expected[CFA_BLOCK];
    memset(expected, (int)(number % 251), sizeof expected);
    if (!cfa_block_cache_read(cache, number, bytes))
        return FALSE;
    assert_memory_equal(bytes, expected, sizeof bytes);
    return TRUE;
}

static void a_block_is_kept_when_it_was_read_twice(void **state)
{
    assert_false(has(*state, 0));
    offer(*state, 0);
    assert_false(has(*state, 0));
    offer(*state, 0);
    assert_true(has(*state, 0));
    assert_false(has(*state, SETS));
}

static void blocks_that_share_a_place_are_told_apart(void **state)
{
    for (guint64 i = 0; i < WAYS; i++) {
        offer(*state, i * SETS);
        offer(*state, i * SETS);
    }
    for (guint64 i = 0; i < WAYS; i++)
        assert_true(has(*state, i * SETS));
}

static void what_was_not_read_for_the_longest_time_gives_way(void **state)
{
    for (guint64 i = 0; i <= WAYS; i++) {
        assert_true(i == 0 || has(*state, 0));
        offer(*state, i * SETS);
        offer(*state, i * SETS);
    }
    assert_true(has(*state, 0));
    assert_false(has(*state, SETS));
    assert_true(has(*state, 2 * SETS));
}

static void what_is_read_once_drives_nothing_out(void **state)
{
    offer(*state, 0);
    offer(*state, 0);
    for (guint64 i = 1; i < 100 * SETS; i++)
        offer(*state, i);
    assert_true(has(*state, 0));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_cache, free_cache)
    const struct CMUnitTest tests[] = {
        TEST(a_block_is_kept_when_it_was_read_twice),
        TEST(blocks_that_share_a_place_are_told_apart),
        TEST(what_was_not_read_for_the_longest_time_gives_way),
        TEST(what_is_read_once_drives_nothing_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
