/* The fence: what a process that closed it around a folder can still do, and what it cannot. Each is tried in
 * a process of its own; where the system lacks the part that forbids it, the test is skipped. */
#include "fence.h"

#include "current.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a process can end with, besides a signal: 0, or the number of an error. */
enum { LACKS_PART = 255 };

static char *elsewhere;

static int make_folders(void **state)
{
    support_make_folder(state);
    elsewhere = support_folder_new();
    support_write(support_folder, "current", "inside");
    support_write(elsewhere, "secret", "outside");
    return 0;
}

static int remove_folders(void **state)
{
    support_folder_free(elsewhere);
    return support_remove_folder(state);
}

/* 0, or the error for which it does not go. */
typedef int (*attempt_function)(void);

/* What became of an attempt behind a fence: 0, an error, or minus a signal. Skips the test where `part` does
 * not hold. */
static int try_behind(const cfa_fence *fence, guint part, attempt_function attempt)
{
    int status = 0;
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        const guint held = cfa_fence_close(fence);
        _exit((held & part) == part ? attempt() : LACKS_PART);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFSIGNALED(status))
        return -WTERMSIG(status);
    if (WEXITSTATUS(status) == LACKS_PART)
        skip();
    return WEXITSTATUS(status);
}

enum { MEMORY = 1 << 30 };

/* The same behind the fence around an index, as the pages close it. */
static int try_at_index(const char *index, gboolean network, guint part, attempt_function attempt)
{
    g_auto(GStrv) folders = cfa_current_folders(index);
    const cfa_fence fence = {.readable = (const char *const *)folders, .memory = MEMORY, .network = network};
    return try_behind(&fence, part, attempt);
}

/* The same behind the fence around sources, as the indexer closes it. */
static int try_at_source(const char *source, guint part, attempt_function attempt)
{
    const char *const readable[] = {source, NULL};
    const cfa_fence fence = {.readable = readable, .memory = MEMORY, .threads = TRUE};
    return try_behind(&fence, part, attempt);
}

static int behind(guint part, attempt_function attempt)
{
    return try_at_index(support_folder, FALSE, part, attempt);
}

static int try_open(const char *directory, const char *name, int flags)
{
    char path[4096];
    g_snprintf(path, sizeof path, "%s/%s", directory, name);
    return open(path, flags | O_CLOEXEC, 0600) >= 0 ? 0 : errno;
}

static int read_inside(void)
{
    return try_open(support_folder, "current", O_RDONLY);
}

static int read_outside(void)
{
    return try_open(elsewhere, "secret", O_RDONLY);
}

static int read_up_and_down(void)
{
    g_autofree char *path = g_strconcat("../", strrchr(elsewhere, '/') + 1, "/secret", NULL);
    return try_open(support_folder, path, O_RDONLY);
}

static int read_passwords(void)
{
    return try_open("/etc", "passwd", O_RDONLY);
}

static void test_the_folder_can_be_read(void **state)
{
    (void)state;
    assert_int_equal(behind(0, read_inside), 0);
}

static void test_no_other_file_can_be_read(void **state)
{
    (void)state;
    assert_int_equal(behind(CFA_FENCE_FILES, read_outside), EACCES);
    assert_int_equal(behind(CFA_FENCE_FILES, read_up_and_down), EACCES);
    assert_int_equal(behind(CFA_FENCE_FILES, read_passwords), EACCES);
}

static int follow_link(void)
{
    return try_open(support_folder, "third/secret", O_RDONLY);
}

static void test_a_link_that_was_there_leads_to_a_folder(void **state)
{
    (void)state;
    g_autofree char *link = g_build_filename(support_folder, "third", NULL);
    assert_int_equal(symlink(elsewhere, link), 0);
    const int followed = behind(CFA_FENCE_FILES, follow_link);
    g_unlink(link);
    assert_int_equal(followed, 0);
}

static int signal_pipe[2], answer_pipe[2];

/* Has the test change the folder, from outside. */
static void wait_for_change(void)
{
    char byte = 0;
    if (write(signal_pipe[1], &byte, 1) != 1 || read(answer_pipe[0], &byte, 1) != 1)
        _exit(EPIPE);
}

static int read_a_generation_that_came(void)
{
    wait_for_change();
    return try_open(support_folder, "late/gen-000002/paragraphs", O_RDONLY);
}

static gpointer publish_on_signal(gpointer data)
{
    char byte;
    (void)data;
    if (read(signal_pipe[0], &byte, 1) == 1) {
        support_write(support_folder, "late/gen-000002/paragraphs", "new");
        if (write(answer_pipe[1], &byte, 1) != 1)
            return NULL;
    }
    return NULL;
}

static void check_generation_found(const char *around)
{
    assert_int_equal(pipe(signal_pipe), 0);
    assert_int_equal(pipe(answer_pipe), 0);
    GThread *publisher = g_thread_new("publisher", publish_on_signal, NULL);
    const int found = try_at_index(around, FALSE, 0, read_a_generation_that_came);
    close(signal_pipe[1]);
    g_thread_join(publisher);
    close(signal_pipe[0]);
    close(answer_pipe[0]);
    close(answer_pipe[1]);
    g_autofree char *late = g_build_filename(support_folder, "late", NULL);
    support_folder_free(g_steal_pointer(&late));
    assert_int_equal(found, 0);
}

static void test_a_new_generation_can_be_read(void **state)
{
    (void)state;
    check_generation_found(support_folder);
}

static void test_an_index_that_comes_later_can_be_read(void **state)
{
    (void)state;
    g_autofree char *absent = g_build_filename(support_folder, "late", NULL);
    check_generation_found(absent);
}

static int write_inside(void)
{
    return try_open(support_folder, "current", O_WRONLY);
}

static int truncate_inside(void)
{
    return try_open(support_folder, "current", O_RDONLY | O_TRUNC);
}

static int create_inside(void)
{
    return try_open(support_folder, "new", O_RDONLY | O_CREAT);
}

static int remove_inside(void)
{
    g_autofree char *path = g_build_filename(support_folder, "current", NULL);
    return unlink(path) == 0 ? 0 : errno;
}

static void test_nothing_can_be_written(void **state)
{
    (void)state;
    assert_int_equal(behind(CFA_FENCE_CALLS, write_inside), EPERM);
    assert_int_equal(behind(CFA_FENCE_CALLS, truncate_inside), EPERM);
    assert_int_equal(behind(CFA_FENCE_CALLS, create_inside), EPERM);
    assert_int_equal(behind(CFA_FENCE_CALLS, remove_inside), ENOSYS);
    assert_true(support_exists(support_folder, "current") && !support_exists(support_folder, "new"));
}

static int connect_to(const struct sockaddr *address, socklen_t length)
{
    const int descriptor = socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return descriptor >= 0 && connect(descriptor, address, length) == 0 ? 0 : errno;
}

static struct sockaddr_in server;

static int connect_to_server(void)
{
    return connect_to((const struct sockaddr *)&server, sizeof server);
}

static int connect_to_local_service(void)
{
    const struct sockaddr local = {.sa_family = AF_UNIX};
    return connect_to(&local, sizeof local);
}

/* A port of this machine at which somebody listens; the caller closes the descriptor. */
static int listen_somewhere(void)
{
    socklen_t length = sizeof server;
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    server = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    assert_int_equal(bind(descriptor, (const struct sockaddr *)&server, length), 0);
    assert_int_equal(listen(descriptor, 5), 0);
    assert_int_equal(getsockname(descriptor, (struct sockaddr *)&server, &length), 0);
    return descriptor;
}

static void test_nobody_can_be_connected(void **state)
{
    (void)state;
    const int descriptor = listen_somewhere();
    const int connected = behind(CFA_FENCE_CALLS, connect_to_server);
    close(descriptor);
    assert_int_equal(connected, ENOSYS);
    assert_int_equal(behind(CFA_FENCE_CALLS, connect_to_local_service), ENOSYS);
}

static void test_a_server_of_a_shard_can_be_connected(void **state)
{
    (void)state;
    const int descriptor = listen_somewhere();
    const int connected = try_at_index(support_folder, TRUE, 0, connect_to_server);
    close(descriptor);
    assert_int_equal(connected, 0);
    assert_int_equal(try_at_index(support_folder, TRUE, CFA_FENCE_CALLS, connect_to_local_service), EPERM);
}

static int start_program(void)
{
    execl("/bin/true", "true", (char *)NULL);
    return errno;
}

static int change_root(void)
{
    return chroot("/") == 0 ? 0 : errno;
}

static void test_no_program_can_be_started(void **state)
{
    (void)state;
    assert_int_equal(behind(CFA_FENCE_CALLS, start_program), -SIGSYS);
}

static void test_the_system_cannot_be_changed(void **state)
{
    (void)state;
    assert_int_equal(behind(CFA_FENCE_CALLS, change_root), -SIGSYS);
}

static int map_code(void)
{
    return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED ? 0
                                                                                                     : errno;
}

static int make_code_of_data(void)
{
    void *data = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return mprotect(data, 4096, PROT_READ | PROT_EXEC) == 0 ? 0 : errno;
}

static void test_data_cannot_become_code(void **state)
{
    (void)state;
    assert_int_equal(behind(CFA_FENCE_CALLS, map_code), EPERM);
    assert_int_equal(behind(CFA_FENCE_CALLS, make_code_of_data), EPERM);
}

static int make_call_of_the_future(void)
{
    return syscall(100000) == 0 ? 0 : errno;
}

static void test_a_call_that_nobody_knows_is_none_of_this_system(void **state)
{
    (void)state;
    assert_int_equal(behind(CFA_FENCE_CALLS, make_call_of_the_future), ENOSYS);
}

/* The same as close(): these need nothing that the fence could refuse. */
static int take_parts_again(void)
{
    const char *const readable[] = {support_folder, NULL};
    const cfa_fence fence = {.readable = readable, .memory = MEMORY};
    return (int)cfa_fence_close(&fence);
}

static void test_what_is_refused_is_not_told_as_held(void **state)
{
    (void)state;
#ifdef CFA_SANITIZED
    skip(); /* the sanitizers may make the calls that close the other parts */
#endif
    assert_int_equal(behind(CFA_FENCE_CALLS, take_parts_again), 0);
}

#ifndef CFA_SANITIZED
static int start_process(void)
{
    return fork() >= 0 ? 0 : errno;
}

static int look_into_parent(void)
{
    return ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) == 0 ? 0 : errno;
}

static void test_no_process_can_be_started_or_looked_into(void **state)
{
    (void)state;
    assert_int_equal(behind(CFA_FENCE_CALLS, start_process), -SIGSYS);
    assert_int_equal(behind(CFA_FENCE_CALLS, look_into_parent), -SIGSYS);
}

static int take_memory(void)
{
    const size_t bytes = (size_t)2 << 30;
    return mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED
               ? 0
               : errno;
}

static void test_memory_ends_at_a_gibibyte(void **state)
{
    (void)state;
    assert_int_equal(behind(CFA_FENCE_LIMITS, take_memory), ENOMEM);
}
#endif

/* ---- around sources ---- */

static gpointer read_in_thread(gpointer data)
{
    (void)data;
    return GINT_TO_POINTER(read_inside());
}

static int start_thread(void)
{
    return GPOINTER_TO_INT(g_thread_join(g_thread_new("reader", read_in_thread, NULL)));
}

static gpointer read_secret_in_thread(gpointer data)
{
    (void)data;
    return GINT_TO_POINTER(read_outside());
}

static int read_outside_in_thread(void)
{
    return GPOINTER_TO_INT(g_thread_join(g_thread_new("reader", read_secret_in_thread, NULL)));
}

static void test_threads_can_be_started_and_are_behind_it(void **state)
{
    (void)state;
    assert_int_equal(try_at_source(support_folder, 0, start_thread), 0);
    assert_int_equal(try_at_source(support_folder, CFA_FENCE_FILES, read_outside_in_thread), EACCES);
}

static int list_inside(void)
{
    g_autoptr(GDir) directory = g_dir_open(support_folder, 0, NULL);
    return directory != NULL && g_dir_read_name(directory) != NULL ? 0 : EACCES;
}

static void test_a_folder_can_be_listed(void **state)
{
    (void)state;
    assert_int_equal(try_at_source(support_folder, 0, list_inside), 0);
}

static int read_neighbour(void)
{
    return try_open(support_folder, "neighbour", O_RDONLY);
}

static void test_a_file_is_readable_without_its_neighbours(void **state)
{
    (void)state;
    g_autofree char *file = g_build_filename(support_folder, "current", NULL);
    support_write(support_folder, "neighbour", "none of its business");
    assert_int_equal(try_at_source(file, 0, read_inside), 0);
    assert_int_equal(try_at_source(file, CFA_FENCE_FILES, read_neighbour), EACCES);
}

#ifndef CFA_SANITIZED
static void test_threads_let_no_process_be_started(void **state)
{
    (void)state;
    assert_int_equal(try_at_source(support_folder, CFA_FENCE_CALLS, start_process), -SIGSYS);
    assert_int_equal(try_at_source(support_folder, CFA_FENCE_CALLS, start_program), -SIGSYS);
}

static int make_namespace_of_thread(void)
{
    return syscall(SYS_clone, CLONE_THREAD | CLONE_SIGHAND | CLONE_VM | CLONE_NEWNS, NULL, NULL, NULL, 0) >= 0
               ? 0
               : errno;
}

static void test_a_thread_is_nothing_but_a_thread(void **state)
{
    (void)state;
    assert_int_equal(try_at_source(support_folder, CFA_FENCE_CALLS, make_namespace_of_thread), -SIGSYS);
}
#endif

static void test_parts_have_names_of_their_own(void **state)
{
    (void)state;
    for (guint i = 0; i < CFA_FENCE_PARTS; i++)
        for (guint j = 0; j < i; j++)
            assert_string_not_equal(cfa_fence_part_name((cfa_fence_part)(1U << i)),
                                    cfa_fence_part_name((cfa_fence_part)(1U << j)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_folder_can_be_read),
        cmocka_unit_test(test_no_other_file_can_be_read),
        cmocka_unit_test(test_a_link_that_was_there_leads_to_a_folder),
        cmocka_unit_test(test_a_new_generation_can_be_read),
        cmocka_unit_test(test_an_index_that_comes_later_can_be_read),
        cmocka_unit_test(test_nothing_can_be_written),
        cmocka_unit_test(test_nobody_can_be_connected),
        cmocka_unit_test(test_a_server_of_a_shard_can_be_connected),
        cmocka_unit_test(test_no_program_can_be_started),
        cmocka_unit_test(test_the_system_cannot_be_changed),
        cmocka_unit_test(test_data_cannot_become_code),
        cmocka_unit_test(test_a_call_that_nobody_knows_is_none_of_this_system),
        cmocka_unit_test(test_what_is_refused_is_not_told_as_held),
#ifndef CFA_SANITIZED
        cmocka_unit_test(test_no_process_can_be_started_or_looked_into),
        cmocka_unit_test(test_memory_ends_at_a_gibibyte),
#endif
        cmocka_unit_test(test_threads_can_be_started_and_are_behind_it),
        cmocka_unit_test(test_a_folder_can_be_listed),
        cmocka_unit_test(test_a_file_is_readable_without_its_neighbours),
#ifndef CFA_SANITIZED
        cmocka_unit_test(test_threads_let_no_process_be_started),
        cmocka_unit_test(test_a_thread_is_nothing_but_a_thread),
#endif
        cmocka_unit_test(test_parts_have_names_of_their_own),
    };
    return cmocka_run_group_tests(tests, make_folders, remove_folders);
}
