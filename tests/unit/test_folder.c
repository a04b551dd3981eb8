/* Folders of an index: what a copy holds, and which side is told of when one fails. */
#include "folder.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static char *below(const char *name)
{
    return g_build_filename(support_folder, name, NULL);
}

static gboolean copy(const char *from, const char *to, cfa_error *error)
{
    g_autofree char *source = below(from), *target = below(to);
    return cfa_folder_copy(source, target, error);
}

static void assert_told(const cfa_error *error, const char *code, const char *file)
{
    g_autofree char *path = below(file);
    assert_int_equal(error->status, CFA_IO);
    assert_string_equal(error->code, code);
    if (!g_str_has_prefix(error->reason, path))
        fail_msg("\"%s\" does not name %s", error->reason, path);
}

static void a_list_has_every_name_in_order(void **state)
{
    cfa_error error = {0};
    (void)state;
    support_write(support_folder, "from/b", "");
    support_write(support_folder, "from/a", "");
    g_autofree char *path = below("from");
    g_autoptr(GPtrArray) names = cfa_folder_list(path, &error);
    assert_int_equal(names->len, 2);
    assert_string_equal(g_ptr_array_index(names, 0), "a");
    assert_string_equal(g_ptr_array_index(names, 1), "b");
}

static void a_copy_holds_the_same_but_for_the_lock(void **state)
{
    cfa_error error = {0};
    (void)state;
    support_write(support_folder, "from/postlist", "of the ferrymen");
    support_write(support_folder, "from/empty", "");
    support_write(support_folder, "from/flintlock", "");
    assert_true(copy("from", "to", &error));
    g_autofree char *words = support_read(support_folder, "to/postlist"),
                    *nothing = support_read(support_folder, "to/empty");
    assert_string_equal(words, "of the ferrymen");
    assert_string_equal(nothing, "");
    assert_false(support_exists(support_folder, "to/flintlock"));
}

static void a_file_that_cannot_be_read_is_named(void **state)
{
    cfa_error error = {0};
    (void)state;
    support_write(support_folder, "from/postlist/folder", "which no one can read as a file");
    assert_false(copy("from", "to", &error));
    assert_told(&error, "unreadable", "from/postlist");
}

static void a_file_that_cannot_be_written_is_named(void **state)
{
    cfa_error error = {0};
    struct rlimit before;
    (void)state;
    support_write(support_folder, "from/postlist", "of the ferrymen");
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){4, before.rlim_max}), 0);
    const gboolean copied = copy("from", "to", &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    assert_false(copied);
    assert_told(&error, "unwritable", "to/postlist");
}

static void a_folder_that_is_not_there_is_named(void **state)
{
    cfa_error error = {0};
    (void)state;
    assert_false(copy("from", "to", &error));
    assert_told(&error, "unreadable", "from");
    assert_false(support_exists(support_folder, "to"));
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, support_make_folder, support_remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_list_has_every_name_in_order),      IN_FOLDER(a_copy_holds_the_same_but_for_the_lock),
        IN_FOLDER(a_file_that_cannot_be_read_is_named), IN_FOLDER(a_file_that_cannot_be_written_is_named),
        IN_FOLDER(a_folder_that_is_not_there_is_named),
    };
    return cmocka_run_group_tests_name("folder", tests, NULL, NULL);
}
