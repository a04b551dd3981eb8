/* A request that is refused keeps what was typed, and carries on nothing of what was refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "links.h"
#include "request.h"

static cfa_web_request *ask(const char *query_string)
{
    g_autofree char *query = g_strconcat("QUERY_STRING=", query_string, NULL);
    char method[] = "REQUEST_METHOD=GET";
    char *environment[] = {method, query, NULL};
    return cfa_web_request_read(environment, NULL);
}

/* What is typed in a refused query string, and the parameter at fault with its value. */
static void check_refused(const char *query_string, const char *query, const char *field, const char *subject)
{
    g_autoptr(cfa_web_request) request = ask(query_string);
    assert_int_equal(request->error.status, CFA_USAGE);
    assert_string_equal(cfa_parameters_word(&request->parameters, CFA_PARAMETER_Q), query);
    assert_string_equal(request->error.field, field);
    assert_string_equal(request->error.subject, subject);
}

static void what_was_typed_is_kept_whatever_is_wrong(void **state)
{
    (void)state;
    check_refused("q=strike&sort=up", "strike", "sort", "up");
    check_refused("sort=up&q=strike", "strike", "sort", "up");
    check_refused("n=0&n=0&q=strike", "strike", "n", "0");
    check_refused("q=strike&utm=%zz", "strike", "", "");
    check_refused("lang=en,de&q=strike", "strike", "lang", "de");
}

/* The code of what a server redirects with a status, "" for an ordinary answer. */
static void check_redirected(const char *status, const char *code, cfa_status kind)
{
    g_autofree char *redirect = g_strconcat("REDIRECT_STATUS=", status, NULL);
    char method[] = "REQUEST_METHOD=GET", path[] = "PATH_INFO=/health";
    char *environment[] = {method, path, redirect, NULL};
    g_autoptr(cfa_web_request) request = cfa_web_request_read(environment, NULL);
    assert_string_equal(request->error.code, code);
    assert_int_equal(request->error.status, kind);
    assert_string_equal(request->path, kind == CFA_OK ? "/health" : "/");
}

static void what_the_server_could_not_have_answered_is_busy(void **state)
{
    (void)state;
    check_redirected("500", "busy", CFA_UNAVAILABLE);
    check_redirected("502", "busy", CFA_UNAVAILABLE);
    check_redirected("503", "busy", CFA_UNAVAILABLE);
    check_redirected("504", "busy", CFA_UNAVAILABLE);
}

static void what_the_server_could_not_read_is_a_bad_request(void **state)
{
    (void)state;
    check_redirected("400", "bad-request", CFA_USAGE);
    check_redirected("431", "bad-request", CFA_USAGE);
    check_redirected("505", "bad-request", CFA_USAGE);
}

static void what_is_redirected_without_a_fault_is_answered(void **state)
{
    (void)state;
    check_redirected("200", "", CFA_OK);
    check_redirected("", "", CFA_OK);
    check_redirected("rubbish", "", CFA_OK);
}

static void a_bad_escape_stays_as_it_was_typed(void **state)
{
    (void)state;
    check_refused("q=100%+of+wages", "100% of wages", "q", "");
    check_refused("q=%zz%41%", "%zzA%", "q", "");
    check_refused("q=%4&q=other", "%4", "q", "");
}

static void of_two_queries_the_first_that_says_something_is_kept(void **state)
{
    (void)state;
    check_refused("q=a&q=b", "a", "q", "");
    check_refused("q=&q=b", "b", "q", "");
}

static void a_query_that_is_too_long_is_kept_up_to_the_limit(void **state)
{
    (void)state;
    g_autofree char *long_text = g_strnfill(3 * CFA_QUERY_STRING_BYTES, 'a');
    g_autofree char *query_string = g_strconcat("q=", long_text, "&ui=es&country=BY", NULL);
    g_autoptr(cfa_web_request) request = ask(query_string);
    assert_string_equal(request->error.code, "query-string-too-long");
    assert_int_equal(strlen(cfa_parameters_word(&request->parameters, CFA_PARAMETER_Q)),
                     CFA_QUERY_STRING_BYTES);
    assert_int_equal(request->language, CFA_SPANISH);
    assert_string_equal(cfa_parameters_word(&request->parameters, CFA_PARAMETER_COUNTRY), "BY");
}

/* The link that the page of a refused request carries on. */
static void check_carried(const char *query_string, const cfa_error *error, const char *link)
{
    g_autoptr(cfa_web_request) request = ask(query_string);
    cfa_web_request_refuse(request, error != NULL ? error : &request->error);
    g_autofree char *carried = cfa_link_search(request, CFA_PARAMETER_UI, NULL);
    assert_string_equal(carried, link);
}

static void what_was_refused_is_not_carried_on(void **state)
{
    (void)state;
    check_carried("q=strike&by=paragraph&by=case", NULL, "/?q=strike");
    check_carried("q=strike&lang=en,de,fr", NULL, "/?q=strike&lang=en,fr");
    check_carried("q=a&q=b", NULL, "/?q=a");
    cfa_error error;
    cfa_error_set(&error, CFA_USAGE, "bad-value", -1, "found later");
    cfa_error_about(&error, "country", "Nowhere");
    check_carried("q=strike&country=BY,Nowhere", &error, "/?q=strike&country=BY");
    cfa_error_about(&error, "q", "strike");
    check_carried("q=strike", &error, "/?q=strike");
    cfa_error_about(&error, "no-parameter", "");
    check_carried("q=strike&n=5", &error, "/?q=strike&n=5");
}

static void every_choice_of_words_is_one(void **state)
{
    (void)state;
    for (guint i = 0; i < CFA_PARAMETERS; i++) {
        const char *word;
        for (guint w = 0; (word = cfa_parameter_choice((cfa_parameter)i, w)) != NULL; w++) {
            g_autofree char *query = g_strconcat(cfa_parameter_name((cfa_parameter)i), "=", word, NULL);
            g_autoptr(cfa_web_request) request = ask(query);
            assert_int_equal(request->error.status, CFA_OK);
        }
    }
}

static void both_ends_of_every_range_are_in_it(void **state)
{
    (void)state;
    for (guint i = 0; i < CFA_PARAMETERS; i++) {
        guint ends[2];
        for (guint e = 0; cfa_parameter_range((cfa_parameter)i, &ends[0], &ends[1]) && e < 2; e++) {
            g_autofree char *query = g_strdup_printf("%s=%u", cfa_parameter_name((cfa_parameter)i), ends[e]);
            g_autoptr(cfa_web_request) request = ask(query);
            assert_int_equal(request->error.status, CFA_OK);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_typed_is_kept_whatever_is_wrong),
        cmocka_unit_test(what_the_server_could_not_have_answered_is_busy),
        cmocka_unit_test(what_the_server_could_not_read_is_a_bad_request),
        cmocka_unit_test(what_is_redirected_without_a_fault_is_answered),
        cmocka_unit_test(a_bad_escape_stays_as_it_was_typed),
        cmocka_unit_test(of_two_queries_the_first_that_says_something_is_kept),
        cmocka_unit_test(a_query_that_is_too_long_is_kept_up_to_the_limit),
        cmocka_unit_test(what_was_refused_is_not_carried_on),
        cmocka_unit_test(every_choice_of_words_is_one),
        cmocka_unit_test(both_ends_of_every_range_are_in_it),
    };
    return cmocka_run_group_tests_name("web_refusal", tests, NULL, NULL);
}
