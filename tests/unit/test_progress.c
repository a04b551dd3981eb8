/* Progress: what the line on standard error says, and that nothing stays of it. */
#include "progress.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

enum { REDRAWN_BY_THEN = G_USEC_PER_SEC / 5 };

static FILE *drawn;
static int standard_error;

/* Standard error goes into a file until `seen` is asked. */
static void look(void)
{
    fflush(stderr);
    standard_error = dup(STDERR_FILENO);
    drawn = tmpfile();
    assert_non_null(drawn);
    assert_true(dup2(fileno(drawn), STDERR_FILENO) >= 0);
}

static char *seen(void)
{
    char buffer[1024];
    fflush(stderr);
    dup2(standard_error, STDERR_FILENO);
    close(standard_error);
    rewind(drawn);
    const size_t length = fread(buffer, 1, sizeof buffer, drawn);
    fclose(drawn);
    return g_strndup(buffer, length);
}

static void the_bar_has_files_speed_and_the_time_left(void **state)
{
    (void)state;
    look();
    cfa_progress *progress = cfa_progress_new();
    cfa_progress_phase(progress, "reading", 4000000);
    g_usleep(REDRAWN_BY_THEN);
    cfa_progress_add(progress, 7, 1000000);
    cfa_progress_free(progress);
    g_autofree char *text = seen();
    assert_true(g_regex_match_simple(
        "reading +\\[#####\\.{15}\\]  25% 7 files, [0-9]+\\.[0-9] MB/s, [0-9]+:[0-9]{2} left", text, 0, 0));
    assert_true(g_str_has_suffix(text, "\r\033[K"));
}

static void without_a_total_nothing_is_said_of_the_end(void **state)
{
    (void)state;
    look();
    cfa_progress *progress = cfa_progress_new();
    cfa_progress_phase(progress, "merging", 0);
    g_usleep(REDRAWN_BY_THEN);
    cfa_progress_add(progress, 1, 1000);
    cfa_progress_free(progress);
    g_autofree char *text = seen();
    assert_non_null(strstr(text, "merging  1 file, "));
    assert_null(strchr(text, '%'));
    assert_null(strstr(text, "left"));
}

static void a_phase_without_files_has_its_name_alone(void **state)
{
    (void)state;
    look();
    cfa_progress *progress = cfa_progress_new();
    cfa_progress_phase(progress, "learning", 0);
    cfa_progress_free(progress);
    g_autofree char *text = seen();
    assert_string_equal(text, "\rlearning\033[K\r\033[K");
}

static void no_progress_is_silent(void **state)
{
    (void)state;
    look();
    cfa_progress_phase(NULL, "reading", 1000);
    cfa_progress_add(NULL, 1, 10);
    cfa_progress_free(NULL);
    g_autofree char *text = seen();
    assert_string_equal(text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bar_has_files_speed_and_the_time_left),
        cmocka_unit_test(without_a_total_nothing_is_said_of_the_end),
        cmocka_unit_test(a_phase_without_files_has_its_name_alone),
        cmocka_unit_test(no_progress_is_silent),
    };
    return cmocka_run_group_tests_name("progress", tests, NULL, NULL);
}
