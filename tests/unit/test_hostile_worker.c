/* A worker that a page has taken over, or that ends before its work is done: whatever it tells, a batch ends
 * with an error and no more. */
#include "batch.h"

#include "support.h"
#include "worker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

/* What the worker does in the place of its work. */
static gboolean (*work)(FILE *answers);

gboolean cfa_reading_run(const cfa_reading_options *options, FILE *answers)
{
    (void)options;
    return work(answers);
}

/* The batch fails for a worker that does this, with a reason that has `words`. */
static void expect_end(gboolean (*hostile)(FILE *answers), const char *words)
{
    const cfa_reading_options reading = {
        .sources = (const char *const[]){support_folder, NULL}, .jobs = 1, .memory = 1 << 20};
    cfa_error error = {0};
    g_autoptr(cfa_batch) batch = cfa_batch_new(support_folder, &reading, NULL, &error);
    work = hostile;
    assert_false(cfa_batch_read(batch, &error));
    assert_int_equal(error.status, CFA_INTERNAL);
    assert_string_equal(error.code, "worker-ended");
    if (strstr(error.reason, words) == NULL)
        fail_msg("%s is not in: %s", words, error.reason);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

static gboolean put(FILE *answers, const void *bytes, gsize length)
{
    return fwrite(bytes, length, 1, answers) == 1 && fflush(answers) == 0;
}

/* Says a length, and nothing else; then it stays, as one does that waits to be believed. */
static gboolean promise(FILE *answers, guint32 length)
{
    put(answers, &length, sizeof length);
    g_usleep(60 * G_USEC_PER_SEC);
    return TRUE;
}

static gboolean promise_too_much(FILE *answers)
{
    return promise(answers, G_MAXUINT32);
}

static gboolean promise_nothing(FILE *answers)
{
    return promise(answers, 0);
}

static gboolean speak_nonsense(FILE *answers)
{
    const guint32 nonsense[] = {12, 77, 77, 77};
    return put(answers, nonsense, sizeof nonsense);
}

static gboolean break_off(FILE *answers)
{
    const guint32 begun[] = {1000, CFA_MESSAGE_HOLDING};
    return put(answers, begun, sizeof begun);
}

static gboolean tell(FILE *answers, const cfa_message *message)
{
    g_autoptr(GByteArray) bytes = cfa_message_pack(message);
    return put(answers, bytes->data, bytes->len);
}

static gboolean meet(FILE *answers, const char *name)
{
    g_autofree char *digest = g_strnfill(CFA_LAYOUT_DIGEST, 'a');
    g_autofree char *path = g_strdup(name);
    const cfa_message message = {
        .kind = CFA_MESSAGE_DOCUMENT, .path = path, .state = CFA_DOCUMENT_NEW, .digest = digest};
    return tell(answers, &message);
}

static gboolean tell_holding(FILE *answers, guint32 document)
{
    cfa_message message = {.kind = CFA_MESSAGE_HOLDING, .document = document};
    cfa_error_set(&message.error, CFA_BAD_INPUT, "not-a-case", -1, "the page is none");
    return tell(answers, &message);
}

static gboolean tell_of_what_was_not_met(FILE *answers)
{
    return meet(answers, "a.html") && tell_holding(answers, 1);
}

static gboolean tell_twice(FILE *answers)
{
    return meet(answers, "a.html") && tell_holding(answers, 0) && tell_holding(answers, 0);
}

static gboolean leave_out(FILE *answers)
{
    return meet(answers, "a.html") && meet(answers, "b.html") && tell_holding(answers, 0);
}

static gboolean pass_over_what_is_not_known(FILE *answers)
{
    const cfa_message message = {.kind = CFA_MESSAGE_FILE, .file = {.path = "a.html"}, .unchanged = TRUE};
    return tell(answers, &message);
}

static gboolean give_up(FILE *answers)
{
    meet(answers, "a.html");
    meet(answers, "b.html");
    return FALSE;
}

static gboolean crash(FILE *answers)
{
    meet(answers, "a.html");
    signal(SIGILL, SIG_DFL); /* the test's own handler would go on with other tests */
    __builtin_trap();
}

static void what_is_no_message_ends_it(void **state)
{
    (void)state;
    expect_end(promise_too_much, "sent something that is no message");
    expect_end(promise_nothing, "sent something that is no message");
    expect_end(speak_nonsense, "sent something that is no message");
    expect_end(break_off, "sent something that is no message");
}

static void what_contradicts_itself_ends_it(void **state)
{
    (void)state;
    expect_end(tell_of_what_was_not_met, "contradicts itself");
    expect_end(tell_twice, "contradicts itself");
    expect_end(leave_out, "contradicts itself, in the midst of b.html");
    expect_end(pass_over_what_is_not_known, "contradicts itself");
}

static void one_that_ends_early_is_told_with_where_it_was(void **state)
{
    (void)state;
    expect_end(give_up, "ended with status 74, in the midst of a.html, or the one after it");
    expect_end(crash, "ended by a signal (Illegal instruction), in the midst of a.html");
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, support_make_folder, support_remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(what_is_no_message_ends_it),
        IN_FOLDER(what_contradicts_itself_ends_it),
        IN_FOLDER(one_that_ends_early_is_told_with_where_it_was),
    };
    return cmocka_run_group_tests_name("hostile worker", tests, NULL, NULL);
}
