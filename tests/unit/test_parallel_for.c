/* Loops in several threads: every turn is taken, however few threads the system gives. */
#include "parallel_for.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>

enum { TURNS = 1000, NO_END = 1 << 20 };

/* ---- a system that gives so many threads ---- */

static gint given;

/* Stands before the C library's in this program. */
int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes,
                   void *(*start)(void *), void *restrict data)
{
    int (*next)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    void *symbol = dlsym(RTLD_NEXT, "pthread_create");
    memcpy(&next, &symbol, sizeof next);
    return g_atomic_int_add(&given, -1) > 0 ? next(thread, attributes, start, data) : EAGAIN;
}

static int give_again(void **state)
{
    given = NO_END;
    return support_make_folder(state);
}

/* ---- loops ---- */

typedef struct counts {
    gint turns[TURNS], at_once, most_at_once;
} counts;

static void count_turn(guint i, gpointer data)
{
    counts *all = data;
    const gint at_once = g_atomic_int_add(&all->at_once, 1) + 1;
    for (gint most = g_atomic_int_get(&all->most_at_once); most < at_once;
         most = g_atomic_int_get(&all->most_at_once))
        g_atomic_int_compare_and_exchange(&all->most_at_once, most, at_once);
    g_atomic_int_inc(&all->turns[i]);
    g_usleep(10);
    g_atomic_int_add(&all->at_once, -1);
}

static void expect_each_once(guint count, guint jobs)
{
    counts all = {.at_once = 0};
    cfa_parallel_for(count, jobs, count_turn, &all);
    for (guint i = 0; i < TURNS; i++)
        assert_int_equal(all.turns[i], i < count);
    assert_true((guint)all.most_at_once <= jobs);
}

static void each_turn_is_taken_once_by_no_more_than_were_asked_for(void **state)
{
    (void)state;
    expect_each_once(TURNS, 4);
    expect_each_once(TURNS, 1);
    expect_each_once(3, 64);
    expect_each_once(0, 4);
}

static void where_threads_end_those_that_are_there_take_all_turns(void **state)
{
    (void)state;
    for (gint left = 0; left < 3; left++) {
        given = left;
        expect_each_once(TURNS, 4);
    }
}

static void pages_are_read_without_a_thread_besides(void **state)
{
    (void)state;
    g_autofree char *pages = g_build_filename(support_folder, "pages", NULL);
    support_write_page(pages, "9801.html", 401, 9801, 10, "The porters are right.");
    support_write_page(pages, "9802.html", 402, 9802, 20, "The bakers are right, too.");
    given = 0;
    cfa_batch *batch = support_read_batch(support_folder, pages, NULL);
    assert_int_equal(batch->entries->len, 2);
    cfa_batch_free(batch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_turn_is_taken_once_by_no_more_than_were_asked_for, give_again,
                                        support_remove_folder),
        cmocka_unit_test_setup_teardown(where_threads_end_those_that_are_there_take_all_turns, give_again,
                                        support_remove_folder),
        cmocka_unit_test_setup_teardown(pages_are_read_without_a_thread_besides, give_again,
                                        support_remove_folder),
    };
    return cmocka_run_group_tests_name("parallel_for", tests, NULL, NULL);
}
