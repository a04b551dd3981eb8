/* A process that stays answers again what it answered, as long as the index is the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "pages.h"
#include "support.h"

/* The whole response to a GET. */
static GString *ask(cfa_site *site, const char *query_string)
{
    cfa_error error = {0};
    char method[] = "REQUEST_METHOD=GET", path[] = "PATH_INFO=/";
    g_autofree char *query = g_strconcat("QUERY_STRING=", query_string, NULL);
    char *environment[] = {method, path, query, NULL};
    GString *answer = cfa_site_answer(site, environment, &error);
    assert_int_equal(error.status, CFA_OK);
    return answer;
}

/* Whether two requests get the same bytes. */
static gboolean is_same(cfa_site *site, const char *query_string, const char *other)
{
    g_autoptr(GString) first = ask(site, query_string);
    g_autoptr(GString) second = ask(site, other);
    return g_string_equal(first, second);
}

static gboolean says(cfa_site *site, const char *query_string, const char *part)
{
    g_autoptr(GString) answer = ask(site, query_string);
    return strstr(answer->str, part) != NULL;
}

/* A case text of one paragraph, published. */
static void publish(const char *folder, const char *words)
{
    cfa_case_text *text = support_text_new(380, CFA_ENGLISH, "2017-03");
    support_add_case(text, 9901, "Ruritania", CFA_CASE_CLOSED);
    support_add_paragraph(text, 30, CFA_SECTION_OTHER, words, NULL);
    support_publish(folder, &text, 1);
}

/* JSON tells how long the search took, to a microsecond: made anew, it would tell another time. */
static void what_was_answered_is_answered_again(void **state)
{
    (void)state;
    char *folder = support_folder_new();
    publish(folder, "The lamplighters met at dusk.");
    g_autoptr(cfa_site) site = cfa_site_new(folder, NULL);
    assert_true(is_same(site, "q=lamplighters&format=json", "q=lamplighters&format=json"));
    support_folder_free(folder);
}

static void no_request_gets_the_answer_to_another(void **state)
{
    (void)state;
    char *folder = support_folder_new();
    publish(folder, "The lamplighters met at dusk.");
    g_autoptr(cfa_site) site = cfa_site_new(folder, NULL);
    assert_false(is_same(site, "q=lamplighters", "q=dusk"));
    assert_false(is_same(site, "q=lamplighters", "q=lamplighters&format=json"));
    assert_false(is_same(site, "q=lamplighters", "q=lamplighters&ui=fr"));
    support_folder_free(folder);
}

static void a_new_generation_is_answered_from_anew(void **state)
{
    (void)state;
    char *folder = support_folder_new();
    publish(folder, "The lamplighters met at dusk.");
    g_autoptr(cfa_site) site = cfa_site_new(folder, NULL);
    assert_true(says(site, "q=lamplighters", "dusk"));
    publish(folder, "The lamplighters met at dawn.");
    assert_true(says(site, "q=lamplighters", "dawn"));
    assert_false(says(site, "q=lamplighters", "dusk"));
    support_folder_free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_answered_is_answered_again),
        cmocka_unit_test(no_request_gets_the_answer_to_another),
        cmocka_unit_test(a_new_generation_is_answered_from_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
