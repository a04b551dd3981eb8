/* Sources that others change while they are read: each is told, and the rest is read. */
#include "source.h"

#include "source_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utime.h>

/* What another program does after the next read of anything; this takes the place of the C library's read. */
static void (*meanwhile)(void);

ssize_t read(int file, void *bytes, size_t length)
{
    void (*now)(void) = meanwhile;
    const ssize_t count = syscall(SYS_read, file, bytes, length);
    meanwhile = NULL;
    if (now != NULL)
        now();
    return count;
}

/* So many names can be read of a folder, and then no more; -1 for all. */
static int readable_names = -1;

struct dirent *readdir(DIR *folder)
{
    struct dirent *(*real)(DIR *);
    *(void **)&real = dlsym(RTLD_NEXT, "readdir");
    if (readable_names == 0) {
        errno = EIO;
        return NULL;
    }
    readable_names -= readable_names > 0;
    return real(folder);
}

static void write_over(const char *name, const char *mode, const char *text)
{
    g_autofree char *path = source_path_of(name);
    FILE *file = fopen(path, mode);
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void grow_a(void)
{
    write_over("a", "a", "and more");
}

static void shrink_a(void)
{
    g_autofree char *path = source_path_of("a");
    assert_int_equal(truncate(path, 3), 0);
}

/* Of the same size, and at a time that no clock is too coarse to tell. */
static void rewrite_a(void)
{
    g_autofree char *path = source_path_of("a");
    struct utimbuf times = {1, 1};
    write_over("a", "r+", "other");
    assert_int_equal(g_utime(path, &times), 0);
}

static void remove_a(void)
{
    g_autofree char *path = source_path_of("a");
    assert_int_equal(g_unlink(path), 0);
}

static void expect_after(void (*change)(void), const char *expected)
{
    source_put_text("a", "a page");
    source_put_text("b", "another");
    meanwhile = change;
    source_expect(support_folder, expected);
    assert_null(meanwhile);
}

static void a_file_that_grows_is_told(void **state)
{
    (void)state;
    expect_after(grow_a, "a!changed|b=another");
}

static void a_file_that_shrinks_is_told(void **state)
{
    (void)state;
    expect_after(shrink_a, "a!changed|b=another");
}

static void a_file_that_is_written_over_is_told(void **state)
{
    (void)state;
    expect_after(rewrite_a, "a!changed|b=another");
}

static void a_file_that_is_removed_is_still_what_it_was(void **state)
{
    (void)state;
    expect_after(remove_a, "a=a page|b=another");
}

static void an_archive_that_grows_is_told_behind_what_was_read(void **state)
{
    (void)state;
    source_put_bytes("a", source_tar_of_two());
    source_put_text("b", "another");
    meanwhile = grow_a;
    source_expect(support_folder, "a/a.html=one|a/394/b.html=two|a!changed|b=another");
}

static void remove_the_next(void)
{
    g_autofree char *file = source_path_of("folder/c");
    g_autofree char *folder = source_path_of("folder");
    assert_int_equal(g_unlink(file), 0);
    assert_int_equal(g_rmdir(folder), 0);
}

static void a_folder_that_vanishes_is_told(void **state)
{
    (void)state;
    source_put_text("a", "a page");
    source_make_folder("folder");
    source_put_text("folder/c", "gone");
    meanwhile = remove_the_next;
    source_expect(support_folder, "a=a page|folder!not-found");
}

static void a_folder_of_which_half_can_be_listed_is_not_read_by_half(void **state)
{
    (void)state;
    source_put_text("a", "a page");
    source_put_text("b", "another");
    readable_names = 3;
    source_visits seen = source_walk(support_folder, NULL);
    readable_names = -1;
    assert_int_equal(seen.lines->len, 1);
    assert_string_equal(((const cfa_error *)g_ptr_array_index(seen.errors, 0))->code, "unreadable");
    source_visits_clear(&seen);
}

static void an_index_among_the_reports_is_told_once(void **state)
{
    (void)state;
    source_put_text("a", "a page");
    source_make_folder("index");
    source_put_text("index/current", "cfasearch-index 8\n");
    source_put_text("index/lock", "process 4711\n");
    source_make_folder("other");
    source_put_text("other/current", "a page too");
    source_expect(support_folder, "a=a page|index!is-index|other/current=a page too");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, support_make_folder, support_remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(a_file_that_grows_is_told),
        TEST(a_file_that_shrinks_is_told),
        TEST(a_file_that_is_written_over_is_told),
        TEST(a_file_that_is_removed_is_still_what_it_was),
        TEST(an_archive_that_grows_is_told_behind_what_was_read),
        TEST(a_folder_that_vanishes_is_told),
        TEST(a_folder_of_which_half_can_be_listed_is_not_read_by_half),
        TEST(an_index_among_the_reports_is_told_once),
    };
    return cmocka_run_group_tests_name("source_changes", tests, NULL, NULL);
}
