#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "links.h"
#include "request.h"

/* A request of GET for a path and a query string. */
static cfa_web_request *ask(const char *path, const char *query_string)
{
    g_autofree char *path_info = g_strconcat("PATH_INFO=", path, NULL);
    g_autofree char *query = g_strconcat("QUERY_STRING=", query_string, NULL);
    char method[] = "REQUEST_METHOD=GET";
    char *environment[] = {method, path_info, query, NULL};
    return cfa_web_request_read(environment, NULL);
}

/* The code of the refusal of a query string, "" for none. */
static void check_code(const char *query_string, const char *code)
{
    g_autoptr(cfa_web_request) request = ask("/", query_string);
    if (strcmp(request->error.code, code) != 0)
        fail_msg("\"%.80s\" gives \"%s\", not \"%s\"", query_string, request->error.code, code);
}

static void check_codes(const char *const *query_strings, gsize count, const char *code)
{
    for (gsize i = 0; i < count; i++)
        check_code(query_strings[i], code);
}

/* The query that a query string holds. */
static void check_query(const char *query_string, const char *query)
{
    g_autoptr(cfa_web_request) request = ask("/", query_string);
    assert_string_equal(cfa_parameters_word(&request->parameters, CFA_PARAMETER_Q), query);
    assert_int_equal(request->error.status, CFA_OK);
}

static void escapes_and_plus_signs_are_undone(void **state)
{
    (void)state;
    check_query("q=right+to+strike", "right to strike");
    check_query("q=a%2Bb%26c%3Dd%25", "a+b&c=d%");
    check_query("q=gr%C3%A8ve", "grève");
    check_query("q=gr%c3%a8ve", "grève");
    check_query("%71=named", "named");
    check_query("q=a=b=c", "a=b=c");
    check_query("&&q=x&", "x");
}

static void any_bytes_are_a_query(void **state)
{
    (void)state;
    check_query("q=%FF%FE", "\xFF\xFE");
    check_query("q=\xFF", "\xFF");
    check_query("q=a%0Ab%0D%1B", "a\nb\r\x1B");
    check_query("q=%3Cscript%3E", "<script>");
    check_query("q=", "");
    check_query("q", "");
}

static void a_nul_byte_in_a_query_parts_words(void **state)
{
    (void)state;
    check_query("q=strike%00ban", "strike\x01"
                                  "ban");
}

static void a_bad_escape_is_refused_wherever_it_stands(void **state)
{
    static const char *const bad[] = {"q=%zz", "q=%",      "q=%4",  "q=a%4&n=5",      "q=%G0",  "q=%0G",
                                      "%zz=1", "%=1",      "x=%zz", "lang=%",         "q=%%41", "q=% 41",
                                      "q=%-1", "q=%u0041", "q=%+1", "utm_source=100%"};
    (void)state;
    check_codes(bad, G_N_ELEMENTS(bad), "bad-escape");
}

static void a_single_parameter_given_twice_is_refused(void **state)
{
    static const char *const bad[] = {"q=a&q=b",
                                      "q=a&q=a",
                                      "n=1&n=1",
                                      "page=1&page=2",
                                      "sort=newest&sort=",
                                      "match=all&match=any",
                                      "by=case&by=case",
                                      "from=1990&from=1991",
                                      "to=1990&to=1991",
                                      "ui=en&ui=fr",
                                      "format=json&format=html",
                                      "q&q",
                                      "q=a&%71=b"};
    (void)state;
    check_codes(bad, G_N_ELEMENTS(bad), "given-twice");
}

static void a_value_that_is_none_is_refused(void **state)
{
    static const char *const bad[] = {"n=0",
                                      "n=1001",
                                      "n=999999999999",
                                      "n=-1",
                                      "n=1.5",
                                      "n=ten",
                                      "n=%201",
                                      "n=0x10",
                                      "n=99999999999999999999999999",
                                      "page=0",
                                      "page=-1",
                                      "page=x",
                                      "page=1000001",
                                      "sort=up",
                                      "sort=Newest",
                                      "sort=newest%00",
                                      "match=some",
                                      "by=report",
                                      "from=0",
                                      "from=10000",
                                      "from=then",
                                      "to=-2000",
                                      "ui=de",
                                      "format=pdf",
                                      "format=text",
                                      "format=HTML",
                                      "lang=de",
                                      "lang=en,de",
                                      "lang=en&lang=xx",
                                      "marks=no",
                                      "type=intreim",
                                      "type=interim,x",
                                      "status=sleeping",
                                      "section=preface",
                                      "convention=0",
                                      "convention=200",
                                      "convention=87,Geneva",
                                      "country=%FF",
                                      "country=B%00",
                                      "lang=en%00",
                                      "ui=fr%00",
                                      "n=1%00"};
    (void)state;
    check_codes(bad, G_N_ELEMENTS(bad), "bad-value");
}

static void every_value_that_a_parameter_has_is_taken(void **state)
{
    static const char *const good[] = {"n=1",
                                       "n=1000",
                                       "page=1",
                                       "page=1000000",
                                       "sort=relevance",
                                       "sort=newest",
                                       "sort=oldest",
                                       "sort=report",
                                       "match=auto",
                                       "match=all",
                                       "match=any",
                                       "by=case",
                                       "by=paragraph",
                                       "from=1951",
                                       "to=2021",
                                       "marks=on",
                                       "marks=off",
                                       "ui=en",
                                       "ui=fr",
                                       "ui=es",
                                       "format=html",
                                       "format=json",
                                       "lang=en",
                                       "lang=en,fr,es",
                                       "type=definitive,interim,informed,follow-up",
                                       "status=active,follow-up,closed",
                                       "section=allegations,reply,conclusions,recommendations,other",
                                       "country=BY,CO",
                                       "convention=87,98",
                                       "convention=C087",
                                       "convention=No.+87",
                                       "country=B%C3%A9larus"};
    (void)state;
    check_codes(good, G_N_ELEMENTS(good), "");
}

static void an_empty_value_is_one_not_given(void **state)
{
    (void)state;
    check_code("q=a&n=&page=&sort=&match=&by=&from=&to=&lang=&country=&type=&status=&section=&convention=&ui="
               "&format=",
               "");
    g_autoptr(cfa_web_request) request = ask("/", "q=+%20&n=&lang=,,&sort=+");
    assert_int_equal(cfa_parameters_count(&request->parameters, CFA_PARAMETER_Q), 0);
    assert_int_equal(cfa_parameters_number(&request->parameters, CFA_PARAMETER_N), 10);
    assert_int_equal(cfa_parameters_count(&request->parameters, CFA_PARAMETER_LANG), 0);
    assert_string_equal(cfa_parameters_word(&request->parameters, CFA_PARAMETER_SORT), "relevance");
}

static void lists_come_by_commas_or_repetition(void **state)
{
    (void)state;
    g_autoptr(cfa_web_request) request =
        ask("/", "lang=en&lang=fr&country=BY,CO&country=CO,+PL&section=reply,,reply");
    const cfa_parameters *parameters = &request->parameters;
    assert_int_equal(request->error.status, CFA_OK);
    assert_int_equal(cfa_parameters_count(parameters, CFA_PARAMETER_LANG), 2);
    assert_int_equal(cfa_parameters_count(parameters, CFA_PARAMETER_COUNTRY), 3);
    assert_string_equal(cfa_parameters_at(parameters, CFA_PARAMETER_COUNTRY, 2), "PL");
    assert_int_equal(cfa_parameters_count(parameters, CFA_PARAMETER_SECTION), 1);
}

static void a_value_may_be_named_as_in_a_query(void **state)
{
    (void)state;
    g_autoptr(cfa_web_request) request = ask(
        "/",
        "section=Conclusion&type=final&status=open&lang=english,anglais&convention=C087&ui=fran%C3%A7ais");
    const cfa_parameters *parameters = &request->parameters;
    assert_int_equal(request->error.status, CFA_OK);
    assert_int_equal(request->language, CFA_FRENCH);
    assert_int_equal(cfa_parameters_count(parameters, CFA_PARAMETER_LANG), 1);
    g_autofree char *link = cfa_link_search(request, CFA_PARAMETER_PAGE, NULL);
    assert_string_equal(link,
                        "/?lang=en&type=definitive&status=active&section=conclusions&convention=87&ui=fr");
}

static void a_list_has_an_end(void **state)
{
    (void)state;
    g_autoptr(GString) query = g_string_new("country=");
    for (guint i = 0; i <= CFA_PARAMETER_VALUES; i++)
        g_string_append_printf(query, "%u,", i);
    check_code(query->str, "too-many-values");
}

static void parameters_that_are_not_ours_are_passed_over(void **state)
{
    (void)state;
    check_code("utm_source=x&utm_source=y&Q=1&convention=87&__proto__=1", "");
    check_query("fbclid=1&q=strike&facets", "strike");
}

static void a_query_string_over_8_kib_is_refused(void **state)
{
    (void)state;
    g_autofree char *longest = g_strnfill(CFA_QUERY_STRING_BYTES - 2, 'a');
    g_autofree char *good = g_strconcat("q=", longest, NULL);
    g_autofree char *bad = g_strconcat("q=", longest, "a", NULL);
    check_code(good, "");
    check_code(bad, "query-string-too-long");
}

static void only_get_and_head_are_methods(void **state)
{
    static const char *const methods[] = {"POST", "PUT",   "DELETE", "OPTIONS", "get",
                                          "",     "TRACE", "PATCH",  "GETX"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(methods); i++) {
        g_autofree char *method = g_strconcat("REQUEST_METHOD=", methods[i], NULL);
        char *environment[] = {method, NULL};
        g_autoptr(cfa_web_request) request = cfa_web_request_read(environment, NULL);
        assert_string_equal(request->error.code, "method-not-allowed");
    }
    char head[] = "REQUEST_METHOD=HEAD";
    char *environment[] = {head, NULL};
    g_autoptr(cfa_web_request) request = cfa_web_request_read(environment, NULL);
    assert_int_equal(request->error.status, CFA_OK);
    assert_true(request->head);
    assert_string_equal(request->path, "/");
}

static void the_first_fault_is_told_in_the_form_asked_for(void **state)
{
    (void)state;
    g_autoptr(cfa_web_request) request = ask("/", "sort=up&n=0&ui=fr&format=json");
    assert_non_null(strstr(request->error.reason, "sort cannot be \"up\""));
    assert_int_equal(request->language, CFA_FRENCH);
    assert_true(request->json);
}

static void accept_language_chooses_by_quality(void **state)
{
    static const struct {
        const char *header;
        cfa_language language;
    } rows[] = {{NULL, CFA_ENGLISH},
                {"", CFA_ENGLISH},
                {"fr", CFA_FRENCH},
                {"FR-ca", CFA_FRENCH},
                {"es-419,es;q=0.9", CFA_SPANISH},
                {"de,fr;q=0.5,en;q=0.4", CFA_FRENCH},
                {"en;q=0.2, fr;q=0.3", CFA_FRENCH},
                {"en;q=0.25,es;q=0.251", CFA_SPANISH},
                {"fr;q=0, es;q=0.1", CFA_SPANISH},
                {"fr;q=0", CFA_ENGLISH},
                {"de, pl;q=0.9", CFA_ENGLISH},
                {"*", CFA_ENGLISH},
                {"*;q=0.1, es;q=0.2", CFA_SPANISH},
                {"fr;q=1.000, en", CFA_FRENCH},
                {"en;q=0.5;x=1, fr ; q=0.6", CFA_FRENCH},
                {",,;q=;,fr", CFA_FRENCH},
                {"fr;q=abc", CFA_FRENCH},
                {"frx, english", CFA_ENGLISH},
                {"\xFF\xFE, es", CFA_SPANISH}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        if (cfa_web_accept_language(rows[i].header) != rows[i].language)
            fail_msg("\"%s\" chooses %d", rows[i].header != NULL ? rows[i].header : "none",
                     cfa_web_accept_language(rows[i].header));
}

static void ui_goes_before_accept_language(void **state)
{
    (void)state;
    char method[] = "REQUEST_METHOD=GET", accept[] = "HTTP_ACCEPT_LANGUAGE=fr",
         query[] = "QUERY_STRING=ui=es";
    char *both[] = {method, accept, query, NULL};
    char *header[] = {method, accept, NULL};
    g_autoptr(cfa_web_request) chosen = cfa_web_request_read(both, NULL);
    g_autoptr(cfa_web_request) accepted = cfa_web_request_read(header, NULL);
    assert_int_equal(chosen->language, CFA_SPANISH);
    assert_int_equal(accepted->language, CFA_FRENCH);
}

static void links_begin_where_the_program_is(void **state)
{
    static const struct {
        const char *script, *base_url, *link, *permanent;
    } rows[] = {
        {"", NULL, "/health", "/health"},
        {"/", "", "/health", "/health"},
        {"/cgi-bin/cfa-search.cgi", NULL, "/cgi-bin/cfa-search.cgi/health", "/cgi-bin/cfa-search.cgi/health"},
        {"//evil.example", NULL, "/evil.example/health", "/evil.example/health"},
        {"/a b\"<", NULL, "/a%20b%22%3C/health", "/a%20b%22%3C/health"},
        {"/x", "https://example.org", "/health", "https://example.org/health"},
        {"/x", "https://example.org/", "/health", "https://example.org/health"},
        {"/x", "https://example.org/cfa/", "/cfa/health", "https://example.org/cfa/health"},
        {"/x", "/behind", "/behind/health", "/behind/health"},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *script = g_strconcat("SCRIPT_NAME=", rows[i].script, NULL);
        char method[] = "REQUEST_METHOD=GET";
        char *environment[] = {method, script, NULL};
        g_autoptr(cfa_web_request) request = cfa_web_request_read(environment, rows[i].base_url);
        g_autofree char *link = cfa_link_page(request, "/health");
        g_autofree char *permanent = cfa_link_permanent(request, "/health");
        assert_string_equal(link, rows[i].link);
        assert_string_equal(permanent, rows[i].permanent);
    }
}

/* The address for other programs of a page, asked for with one more variable, or two. */
static void check_whole(const char *first, const char *second, const char *base_url, const char *address)
{
    char method[] = "REQUEST_METHOD=GET", server[] = "SERVER_NAME=own.example";
    g_autofree char *one = g_strdup(first), *other = g_strdup(second);
    char *environment[] = {method, server, one, other, NULL};
    g_autoptr(cfa_web_request) request = cfa_web_request_read(environment, base_url);
    g_autofree char *link = cfa_link_page(request, "/health");
    g_autofree char *whole = cfa_link_whole(request, link);
    assert_string_equal(whole, address);
}

static void an_address_for_other_programs_is_whole(void **state)
{
    (void)state;
    check_whole("HTTP_HOST=example.org", NULL, NULL, "http://example.org/health");
    check_whole("HTTP_HOST=example.org:8443", "HTTPS=on", NULL, "https://example.org:8443/health");
    check_whole("HTTP_HOST=[::1]:8080", "HTTPS=off", NULL, "http://[::1]:8080/health");
    check_whole("HTTP_HOST=example.org", "SCRIPT_NAME=/cgi/x", NULL, "http://example.org/cgi/x/health");
    check_whole("HTTP_HOST=example.org", NULL, "https://public.example/cfa/",
                "https://public.example/cfa/health");
    check_whole("HTTP_HOST=example.org", NULL, "/behind", "http://example.org/behind/health");
}

static void a_host_that_is_none_is_not_believed(void **state)
{
    (void)state;
    check_whole("HTTP_HOST=", NULL, NULL, "http://own.example/health");
    check_whole("HTTP_HOST=evil.example/path", NULL, NULL, "http://own.example/health");
    check_whole("HTTP_HOST=user@evil.example", NULL, NULL, "http://own.example/health");
    check_whole("HTTP_HOST=a b", NULL, NULL, "http://own.example/health");
    check_whole("HTTP_HOST=\"><script>", NULL, NULL, "http://own.example/health");
    check_whole("HTTP_HOST=evil.example?", NULL, NULL, "http://own.example/health");
    check_whole("HTTP_HOST=evil.example#", NULL, NULL, "http://own.example/health");
    check_whole("HTTP_HOST=<", "SERVER_NAME=own.example", NULL, "http://own.example/health");
}

static void what_is_taken_away_is_the_whole_search(void **state)
{
    (void)state;
    const cfa_format *csv = cfa_format_find("csv");
    g_autoptr(cfa_web_request) request = ask("/", "q=a&lang=fr&page=3&sort=newest&country=BY&ui=es");
    g_autoptr(cfa_web_request) counted = ask("/", "q=a&n=20&page=3");
    g_autofree char *all = cfa_link_results_as(request, csv);
    g_autofree char *some = cfa_link_results_as(counted, csv);
    g_autofree char *paragraph = cfa_link_page_as(request, "/paragraph/394/83/en", csv);
    g_autofree char *feed = cfa_link_feed(request);
    assert_string_equal(all, "/?q=a&lang=fr&sort=newest&n=1000&country=BY&ui=es&format=csv");
    assert_string_equal(some, "/?q=a&n=20&page=3&format=csv");
    assert_string_equal(paragraph, "/paragraph/394/83/en?format=csv");
    assert_string_equal(feed, "/feed?q=a&lang=fr&sort=newest&country=BY&ui=es");
}

static void a_link_carries_what_is_ours_and_nothing_else(void **state)
{
    (void)state;
    g_autoptr(cfa_web_request) request = ask(
        "/", "utm_source=x&q=a%26b&lang=fr,en&page=3&format=html&country=BY&ui=es&n=20&evil=%3Cscript%3E");
    g_autofree char *sorted = cfa_link_search(request, CFA_PARAMETER_SORT, "newest");
    g_autofree char *paged = cfa_link_search(request, CFA_PARAMETER_PAGE, "4");
    g_autofree char *without = cfa_link_without(request, CFA_PARAMETER_LANG, "fr");
    g_autofree char *other = cfa_link_language(request, CFA_FRENCH);
    g_autofree char *query = cfa_link_query(request, "x y");
    assert_string_equal(sorted, "/?q=a%26b&lang=fr,en&sort=newest&n=20&country=BY&ui=es");
    assert_string_equal(paged, "/?q=a%26b&lang=fr,en&n=20&page=4&country=BY&ui=es");
    assert_string_equal(without, "/?q=a%26b&lang=en&n=20&country=BY&ui=es");
    assert_string_equal(other, "/?q=a%26b&lang=fr,en&n=20&page=3&country=BY&ui=fr");
    g_autofree char *feed = cfa_link_query_feed(request, "case:9801");
    assert_string_equal(query, "/?q=x+y&ui=es");
    assert_string_equal(feed, "/feed?q=case:9801&ui=es");
}

static void each_language_of_texts_comes_once(void **state)
{
    (void)state;
    cfa_language languages[CFA_LANGUAGES];
    g_autoptr(cfa_web_request) request = ask("/paragraph/9/1", "lang=fr,FR&lang=es,en,Es,fr");
    assert_int_equal(cfa_web_request_languages(request, languages), 3);
    assert_int_equal(languages[0], CFA_FRENCH);
    assert_int_equal(languages[1], CFA_SPANISH);
    assert_int_equal(languages[2], CFA_ENGLISH);
    g_autoptr(cfa_web_request) none = ask("/paragraph/9/1", "q=a");
    assert_int_equal(cfa_web_request_languages(none, languages), 0);
}

static void what_leads_to_a_page_to_read_leads_back(void **state)
{
    (void)state;
    g_autoptr(cfa_web_request) found =
        ask("/", "q=a&lang=fr&sort=newest&page=3&country=BY&ui=es&format=html&utm=x");
    g_autoptr(cfa_web_request) plain = ask("/", "sort=newest&country=BY&ui=es");
    g_autofree char *reading = cfa_link_reading(found, "/paragraph/9/1/fr");
    g_autoptr(cfa_web_request) read = ask("/paragraph/9/1/fr", strchr(reading, '?') + 1);
    g_autoptr(cfa_web_request) beside = ask("/paragraph/9/1/fr", "q=a&texts=fr,es&lang=en");
    g_autofree char *results = cfa_link_results(read);
    g_autofree char *others = cfa_link_results(beside);
    g_autofree char *unsearched = cfa_link_reading(plain, "/paragraph/9/1/fr");
    assert_string_equal(reading, "/paragraph/9/1/fr?q=a&sort=newest&page=3&country=BY&ui=es&texts=fr");
    assert_string_equal(results, "/?q=a&sort=newest&page=3&country=BY&ui=es&lang=fr");
    assert_string_equal(others, "/?q=a&lang=fr,es");
    assert_string_equal(unsearched, "/paragraph/9/1/fr?ui=es");
    assert_null(cfa_link_results(plain));
}

static void a_paragraph_leads_on_as_it_is_read(void **state)
{
    static const cfa_language one[] = {CFA_SPANISH};
    (void)state;
    g_autoptr(cfa_web_request) request =
        ask("/paragraph/9/1/en", "lang=en,fr&marks=off&q=a&sort=newest&ui=fr");
    g_autofree char *next = cfa_link_onward(request, "/paragraph/9/2/en");
    g_autofree char *fewer = cfa_link_columns(request, "/paragraph/9/1/en", NULL, 0);
    g_autofree char *other = cfa_link_columns(request, "/paragraph/9/1/en", one, 1);
    g_autofree char *marked = cfa_link_marks(request, "/paragraph/9/1/en", TRUE);
    g_autofree char *switched = cfa_link_language(request, CFA_SPANISH);
    assert_string_equal(next, "/paragraph/9/2/en?q=a&sort=newest&ui=fr&lang=en,fr&marks=off");
    assert_string_equal(fewer, "/paragraph/9/1/en?q=a&sort=newest&ui=fr&marks=off");
    assert_string_equal(other, "/paragraph/9/1/en?q=a&sort=newest&ui=fr&lang=es&marks=off");
    assert_string_equal(marked, "/paragraph/9/1/en?q=a&sort=newest&ui=fr&lang=en,fr");
    assert_string_equal(switched, "/paragraph/9/1/en?q=a&lang=en,fr&sort=newest&marks=off&ui=es");
}

static void bytes_that_are_no_characters_go_through_a_link(void **state)
{
    (void)state;
    g_autoptr(cfa_web_request) request = ask("/", "q=%FF%22%3E%0A");
    g_autofree char *link = cfa_link_search(request, CFA_PARAMETER_SORT, NULL);
    assert_string_equal(link, "/?q=%FF%22%3E%0A");
}

static void what_a_link_carries_is_read_as_it_was(void **state)
{
    (void)state;
    static const char query[] = "a+b c&d=e#f%2 :/,;!*()@$?'\"<>\\ \xC3\xA8";
    g_autoptr(cfa_web_request) request = ask("/", "ui=en");
    g_autofree char *link = cfa_link_query(request, query);
    g_autoptr(cfa_web_request) back = ask("/", strchr(link, '?') + 1);
    assert_string_equal(cfa_parameters_word(&back->parameters, CFA_PARAMETER_Q), query);
}

static void a_comma_in_a_name_parts_no_values(void **state)
{
    (void)state;
    g_autoptr(cfa_web_request) request = ask("/", "q=a,b");
    g_autofree char *link = cfa_link_search(request, CFA_PARAMETER_COUNTRY, "Ruritania, Kingdom of");
    g_autoptr(cfa_web_request) narrowed = ask("/", strchr(link, '?') + 1);
    assert_string_equal(link, "/?q=a,b&country=Ruritania++Kingdom+of");
    assert_int_equal(cfa_parameters_count(&narrowed->parameters, CFA_PARAMETER_COUNTRY), 1);
}

static void years_come_and_go_together(void **state)
{
    (void)state;
    g_autoptr(cfa_web_request) request = ask("/", "q=a&from=1990&page=2&ui=es");
    g_autofree char *other = cfa_link_years(request, 2000, 2009);
    g_autofree char *none = cfa_link_years(request, 0, 0);
    assert_string_equal(other, "/?q=a&from=2000&to=2009&ui=es");
    assert_string_equal(none, "/?q=a&ui=es");
}

static void the_name_of_a_country_has_an_end(void **state)
{
    g_autofree char *longest = g_strnfill(100, 'a'), *too_long = g_strnfill(101, 'a');
    g_autofree char *good = g_strconcat("country=", longest, NULL);
    g_autofree char *bad = g_strconcat("country=", too_long, NULL);
    (void)state;
    check_code(good, "");
    check_code(bad, "bad-value");
}

static void the_words_of_a_parameter_have_an_end(void **state)
{
    (void)state;
    assert_string_equal(cfa_parameter_choice(CFA_PARAMETER_BY, 1), "paragraph");
    assert_null(cfa_parameter_choice(CFA_PARAMETER_BY, 2));
    assert_null(cfa_parameter_choice(CFA_PARAMETER_BY, 1000));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_and_plus_signs_are_undone),
        cmocka_unit_test(any_bytes_are_a_query),
        cmocka_unit_test(a_nul_byte_in_a_query_parts_words),
        cmocka_unit_test(a_bad_escape_is_refused_wherever_it_stands),
        cmocka_unit_test(a_single_parameter_given_twice_is_refused),
        cmocka_unit_test(a_value_that_is_none_is_refused),
        cmocka_unit_test(every_value_that_a_parameter_has_is_taken),
        cmocka_unit_test(an_empty_value_is_one_not_given),
        cmocka_unit_test(lists_come_by_commas_or_repetition),
        cmocka_unit_test(a_value_may_be_named_as_in_a_query),
        cmocka_unit_test(a_list_has_an_end),
        cmocka_unit_test(the_name_of_a_country_has_an_end),
        cmocka_unit_test(the_words_of_a_parameter_have_an_end),
        cmocka_unit_test(parameters_that_are_not_ours_are_passed_over),
        cmocka_unit_test(a_query_string_over_8_kib_is_refused),
        cmocka_unit_test(only_get_and_head_are_methods),
        cmocka_unit_test(the_first_fault_is_told_in_the_form_asked_for),
        cmocka_unit_test(accept_language_chooses_by_quality),
        cmocka_unit_test(ui_goes_before_accept_language),
        cmocka_unit_test(links_begin_where_the_program_is),
        cmocka_unit_test(an_address_for_other_programs_is_whole),
        cmocka_unit_test(a_host_that_is_none_is_not_believed),
        cmocka_unit_test(what_is_taken_away_is_the_whole_search),
        cmocka_unit_test(a_link_carries_what_is_ours_and_nothing_else),
        cmocka_unit_test(each_language_of_texts_comes_once),
        cmocka_unit_test(what_leads_to_a_page_to_read_leads_back),
        cmocka_unit_test(a_paragraph_leads_on_as_it_is_read),
        cmocka_unit_test(bytes_that_are_no_characters_go_through_a_link),
        cmocka_unit_test(what_a_link_carries_is_read_as_it_was),
        cmocka_unit_test(a_comma_in_a_name_parts_no_values),
        cmocka_unit_test(years_come_and_go_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
