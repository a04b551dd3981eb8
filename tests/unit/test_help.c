/* The page on how to search: what it says of the query language is so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "pages.h"
#include "tree.h"

/* The examples of the page in a language, each as it is read. */
static GPtrArray *read_examples(const char *language)
{
    static const char begin[] = "href=\"/?q=";
    cfa_error error = {0};
    char method[] = "REQUEST_METHOD=GET", path[] = "PATH_INFO=/help";
    g_autofree char *query = g_strconcat("QUERY_STRING=ui=", language, NULL);
    char *environment[] = {method, path, query, NULL};
    g_autoptr(cfa_site) site = cfa_site_new("/nowhere", NULL);
    g_autoptr(GString) page = cfa_site_answer(site, environment, &error);
    assert_int_equal(error.status, CFA_OK);
    GPtrArray *read = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_query_free);
    for (const char *at = strstr(page->str, begin); at != NULL; at = strstr(at, begin)) {
        at += strlen(begin);
        g_autofree char *plus = g_strndup(at, strcspn(at, "&\""));
        g_strdelimit(plus, "+", ' ');
        g_autofree char *typed = g_uri_unescape_string(plus, NULL);
        assert_non_null(typed);
        g_ptr_array_add(read, cfa_query_parse(typed, strlen(typed), NULL));
    }
    return read;
}

static gboolean shows(const GPtrArray *examples, cfa_field field)
{
    g_autofree char *begin = g_strconcat(cfa_field_name(field, CFA_ENGLISH), ":", NULL);
    for (guint i = 0; i < examples->len; i++) {
        g_autofree char *printed = cfa_query_print(g_ptr_array_index(examples, i));
        if (g_str_has_prefix(printed, begin))
            return TRUE;
    }
    return FALSE;
}

/* But one that is of use to programs alone: people paste the address that the number is from. */
static void every_field_has_an_example(void **state)
{
    (void)state;
    static const char *const languages[] = {"en", "fr", "es"};
    for (guint l = 0; l < G_N_ELEMENTS(languages); l++) {
        g_autoptr(GPtrArray) examples = read_examples(languages[l]);
        for (guint field = 0; field < CFA_FIELDS; field++)
            assert_true(field == CFA_FIELD_TEXT || shows(examples, (cfa_field)field));
    }
}

/* Words are others in each language; what joins them, citations and fields are not. */
static gboolean is_read_alike(const cfa_query *one, const cfa_query *other)
{
    const cfa_node *part = g_ptr_array_index(one->root->children, 0);
    const cfa_node *other_part = g_ptr_array_index(other->root->children, 0);
    if (part->kind != CFA_NODE_FIELD && part->kind != CFA_NODE_CITATION)
        return part->kind == other_part->kind && part->occurrence == other_part->occurrence;
    g_autofree char *printed = cfa_query_print(one), *other_printed = cfa_query_print(other);
    return strcmp(printed, other_printed) == 0;
}

static void the_examples_are_the_same_in_each_language(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) english = read_examples("en");
    g_autoptr(GPtrArray) french = read_examples("fr");
    g_autoptr(GPtrArray) spanish = read_examples("es");
    assert_int_equal(english->len, french->len);
    assert_int_equal(english->len, spanish->len);
    for (guint i = 0; i < english->len; i++) {
        assert_true(is_read_alike(g_ptr_array_index(english, i), g_ptr_array_index(french, i)));
        assert_true(is_read_alike(g_ptr_array_index(english, i), g_ptr_array_index(spanish, i)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_has_an_example),
        cmocka_unit_test(the_examples_are_the_same_in_each_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
