/* What was answered lately is answered again, as it was, and takes no more room than it may. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "cache.h"

enum { ROOM = 256 * 1024 };

/* A response with a tag, and a body of so many letters. */
static cfa_web_response *respond(const char *tag, gsize letters)
{
    cfa_web_response *response = cfa_web_response_new();
    response->tag = g_strdup(tag);
    g_autofree char *body = g_strnfill(letters, 'x');
    g_string_append(response->body, body);
    return response;
}

static void keep(cfa_web_cache *cache, const char *tag, gsize letters)
{
    g_autoptr(cfa_web_response) response = respond(tag, letters);
    cfa_web_cache_keep(cache, response);
}

static gboolean has(cfa_web_cache *cache, const char *tag)
{
    g_autoptr(cfa_web_response) response = respond(tag, 0);
    return cfa_web_cache_fill(cache, response);
}

/* How many of the tags "0", "1", … are kept. */
static guint count(cfa_web_cache *cache, guint tags)
{
    guint kept = 0;
    for (guint i = 0; i < tags; i++) {
        g_autofree char *tag = g_strdup_printf("%u", i);
        kept += (guint)has(cache, tag);
    }
    return kept;
}

static void keep_many(cfa_web_cache *cache, guint tags, gsize letters)
{
    for (guint i = 0; i < tags; i++) {
        g_autofree char *tag = g_strdup_printf("%u", i);
        keep(cache, tag, letters);
    }
}

static void a_response_comes_again_with_every_header(void **state)
{
    (void)state;
    g_autoptr(cfa_web_cache) cache = cfa_web_cache_new(ROOM);
    g_autoptr(cfa_web_response) response = respond("tag", 100);
    response->type = "text/csv; charset=utf-8";
    response->language = CFA_FRENCH;
    response->weak = TRUE;
    response->is_shown = TRUE;
    response->file = g_strdup("cases.csv");
    cfa_web_cache_keep(cache, response);
    g_autoptr(cfa_web_response) again = respond("tag", 0);
    assert_true(cfa_web_cache_fill(cache, again));
    GString *expected = cfa_web_response_print(response, FALSE);
    GString *printed = cfa_web_response_print(again, FALSE);
    assert_string_equal(printed->str, expected->str);
    g_string_free(expected, TRUE);
    g_string_free(printed, TRUE);
}

static void another_tag_finds_nothing_and_changes_nothing(void **state)
{
    (void)state;
    g_autoptr(cfa_web_cache) cache = cfa_web_cache_new(ROOM);
    keep(cache, "one", 100);
    g_autoptr(cfa_web_response) response = respond("other", 0);
    response->type = "text/css; charset=utf-8";
    assert_false(cfa_web_cache_fill(cache, response));
    assert_int_equal(response->body->len, 0);
    assert_string_equal(response->type, "text/css; charset=utf-8");
}

static void what_was_asked_for_the_longest_time_ago_makes_room(void **state)
{
    (void)state;
    g_autoptr(cfa_web_cache) cache = cfa_web_cache_new(ROOM);
    keep(cache, "first", 3000);
    keep(cache, "second", 3000);
    for (guint i = 0; i < 100; i++) {
        g_autofree char *tag = g_strdup_printf("%u", i);
        assert_true(has(cache, "first"));
        keep(cache, tag, 3000);
    }
    assert_true(has(cache, "first"));
    assert_true(has(cache, "99"));
    assert_false(has(cache, "second"));
    assert_false(has(cache, "0"));
}

static void bodies_take_no_more_than_their_room(void **state)
{
    (void)state;
    g_autoptr(cfa_web_cache) cache = cfa_web_cache_new(ROOM);
    keep_many(cache, 1000, 3000);
    assert_in_range(count(cache, 1000) * 3000, ROOM / 4, ROOM);
}

static void many_small_ones_are_bounded_too(void **state)
{
    (void)state;
    g_autoptr(cfa_web_cache) cache = cfa_web_cache_new(ROOM);
    keep_many(cache, 10000, 1);
    assert_in_range(count(cache, 10000), 1, ROOM / 512);
}

static void a_large_one_drives_nothing_out(void **state)
{
    (void)state;
    g_autoptr(cfa_web_cache) cache = cfa_web_cache_new(ROOM);
    keep(cache, "small", 1000);
    keep(cache, "large", ROOM / 2);
    assert_false(has(cache, "large"));
    assert_true(has(cache, "small"));
}

static void what_was_made_of_another_index_goes(void **state)
{
    (void)state;
    g_autoptr(cfa_web_cache) cache = cfa_web_cache_new(ROOM);
    cfa_web_cache_begin(cache, "generation 1");
    keep(cache, "old", 1000);
    cfa_web_cache_begin(cache, "generation 1");
    assert_true(has(cache, "old"));
    cfa_web_cache_begin(cache, "generation 2");
    assert_false(has(cache, "old"));
    keep(cache, "new", 1000);
    assert_true(has(cache, "new"));
}

static void what_nobody_may_copy_is_not_kept(void **state)
{
    (void)state;
    g_autoptr(cfa_web_cache) cache = cfa_web_cache_new(ROOM);
    g_autoptr(cfa_web_response) missing = respond("missing", 100);
    missing->status = 404;
    cfa_web_cache_keep(cache, missing);
    assert_false(has(cache, "missing"));
    g_autoptr(cfa_web_response) health = respond("health", 100);
    health->keep = CFA_KEEP_NOT;
    cfa_web_cache_keep(cache, health);
    assert_false(has(cache, "health"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_response_comes_again_with_every_header),
        cmocka_unit_test(another_tag_finds_nothing_and_changes_nothing),
        cmocka_unit_test(what_was_asked_for_the_longest_time_ago_makes_room),
        cmocka_unit_test(bodies_take_no_more_than_their_room),
        cmocka_unit_test(many_small_ones_are_bounded_too),
        cmocka_unit_test(a_large_one_drives_nothing_out),
        cmocka_unit_test(what_was_made_of_another_index_goes),
        cmocka_unit_test(what_nobody_may_copy_is_not_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
