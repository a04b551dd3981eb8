/* The worker: what it tells, in which order, and that nothing is left of it. */
#include "worker.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

static int make_folder(void **state)
{
    support_make_folder(state);
    support_write_page(support_folder, "pages/a.txt", 401, 3101, 10, "The Committee notes the reply.");
    support_write(support_folder, "pages/b.txt", "");
    support_write(support_folder, "pages/c.txt", "A list of things to buy.\n");
    return 0;
}

static cfa_worker *start(const char *name)
{
    static const char *sources[2];
    static char *path;
    g_free(path);
    path = g_build_filename(support_folder, name, NULL);
    sources[0] = path;
    const cfa_reading_options reading = {.sources = sources, .jobs = 2, .memory = 1 << 20};
    cfa_error error = {0};
    cfa_worker *worker = cfa_worker_start(&reading, &error);
    assert_non_null(worker);
    return worker;
}

/* "fence file:a.txt document:a.txt …" of all that comes; a holding has the number of its document. */
static char *listen_to(cfa_worker *worker)
{
    static const char *const kinds[] = {"fence", "file", "document", "holding", "warning"};
    GString *told = g_string_new(NULL);
    cfa_error error = {0};
    gboolean goes_on = TRUE;
    while (goes_on) {
        g_auto(cfa_message) message = {0};
        goes_on = cfa_worker_next(worker, &message, &error);
        if (!goes_on)
            break;
        g_string_append_printf(told, "%s%s", told->len > 0 ? " " : "", kinds[message.kind]);
        if (message.path != NULL)
            g_string_append_printf(told, ":%s", strrchr(message.path, '/') + 1);
        if (message.kind == CFA_MESSAGE_HOLDING)
            g_string_append_printf(told, ":%u", message.document);
        if (message.error.status != CFA_OK)
            g_string_append_printf(told, "(%s)", message.error.code);
    }
    assert_int_equal(error.status, CFA_OK);
    return g_string_free(told, FALSE);
}

static gsize place_of(const char *told, const char *part)
{
    const char *at = strstr(told, part);
    if (at == NULL)
        fail_msg("%s is not in %s", part, told);
    return (gsize)(at - told);
}

static void a_file_comes_before_its_document_and_that_before_what_it_holds(void **state)
{
    (void)state;
    g_autoptr(cfa_worker) worker = start("pages");
    g_autofree char *told = listen_to(worker);
    assert_int_equal(place_of(told, "fence"), 0);
    assert_true(place_of(told, "file:a.txt") < place_of(told, "document:a.txt"));
    assert_true(place_of(told, "document:a.txt") < place_of(told, "holding:0"));
    assert_true(place_of(told, "file:b.txt") < place_of(told, "document:b.txt(empty)"));
    assert_true(place_of(told, "document:c.txt") < place_of(told, "holding:2("));
}

static void what_is_not_there_is_a_document_that_is_refused(void **state)
{
    (void)state;
    g_autoptr(cfa_worker) worker = start("nowhere");
    g_autofree char *told = listen_to(worker);
    assert_string_equal(told, "fence document:nowhere(not-found)");
}

static void expect_no_process(void)
{
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static void nothing_is_left_of_one_that_did_its_work(void **state)
{
    (void)state;
    cfa_worker *worker = start("pages");
    g_free(listen_to(worker));
    expect_no_process();
    cfa_worker_free(worker);
}

static void nothing_is_left_of_one_that_is_ended_before(void **state)
{
    (void)state;
    cfa_worker_free(start("pages"));
    expect_no_process();
    cfa_worker_free(NULL);
}

static void one_that_cannot_be_started_is_told(void **state)
{
    const char *const sources[] = {support_folder, NULL};
    const cfa_reading_options reading = {.sources = sources, .jobs = 1, .memory = 1 << 20};
    cfa_error error = {0};
    struct rlimit before;
    (void)state;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &(struct rlimit){0, before.rlim_max}), 0);
    const cfa_worker *worker = cfa_worker_start(&reading, &error);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_null(worker);
    assert_int_equal(error.status, CFA_IO);
    assert_string_equal(error.code, "worker-unstarted");
}

/* Stands before the C library's own: no other call of a start can be made to fail behind the fork. */
static gboolean has_no_streams;

FILE *fdopen(int descriptor, const char *mode)
{
    if (!has_no_streams) {
        FILE *(*real)(int, const char *);
        void *symbol = dlsym(RTLD_NEXT, "fdopen");
        memcpy(&real, &symbol, sizeof real);
        return real(descriptor, mode);
    }
    errno = ENOMEM;
    return NULL;
}

static void nothing_is_left_of_one_whose_answers_cannot_be_read(void **state)
{
    static const char *const sources[] = {"nowhere", NULL};
    const cfa_reading_options reading = {.sources = sources, .jobs = 1, .memory = 1 << 20};
    cfa_error error = {0};
    (void)state;
    has_no_streams = TRUE;
    const cfa_worker *worker = cfa_worker_start(&reading, &error);
    has_no_streams = FALSE;
    assert_null(worker);
    assert_string_equal(error.code, "worker-unstarted");
    assert_int_equal(waitpid(-1, NULL, 0), -1);
    assert_int_equal(errno, ECHILD);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, support_remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_file_comes_before_its_document_and_that_before_what_it_holds),
        IN_FOLDER(what_is_not_there_is_a_document_that_is_refused),
        IN_FOLDER(nothing_is_left_of_one_that_did_its_work),
        IN_FOLDER(nothing_is_left_of_one_that_is_ended_before),
        IN_FOLDER(one_that_cannot_be_started_is_told),
        IN_FOLDER(nothing_is_left_of_one_whose_answers_cannot_be_read),
    };
    return cmocka_run_group_tests_name("worker", tests, NULL, NULL);
}
