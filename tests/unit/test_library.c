/* The library, read: what several pages say of one thing is one thing. */
#include "library.h"

#include "catalogue.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static cfa_index library; /* with nothing but a library */

/* Adds a principle as a page says it. */
static void add_principle(cfa_catalogue *catalogue, const char *page, cfa_language language, const char *text,
                          guint paragraph)
{
    g_autoptr(cfa_principle) principle = cfa_principle_new();
    principle->language = language;
    principle->text = g_strdup(text);
    g_ptr_array_add(principle->numbers, g_strdup("digest:2006/900"));
    g_ptr_array_add(principle->numbers, g_strdup("digest:2006/901"));
    cfa_principle_apply(principle, 9901, language == CFA_FRENCH ? "Îles Kelmar" : "Kelmar Islands", 343, 9);
    cfa_principle_apply(principle, 9901, NULL, 394, paragraph);
    cfa_principle_name(principle, 1);
    g_ptr_array_add(catalogue->entries, cfa_catalogue_entry_of_principle(principle, page, 0));
}

static void add_case(cfa_catalogue *catalogue, cfa_language language, const char *subject)
{
    g_autoptr(cfa_listed_case) one = cfa_listed_case_new();
    one->facts.number = 9901;
    one->language = language;
    one->subject = g_strdup(subject);
    g_ptr_array_add(catalogue->entries, cfa_catalogue_entry_of_case(one, subject, 0));
}

static int make_library(void **state)
{
    support_make_folder(state);
    g_autofree char *path = g_build_filename(support_folder, "library", NULL);
    g_autoptr(cfa_catalogue) catalogue = g_new0(cfa_catalogue, 1);
    catalogue->entries = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_catalogue_entry_free);
    add_principle(catalogue, "one", CFA_ENGLISH, "Porters carry.", 12);
    add_principle(catalogue, "two", CFA_ENGLISH, "Porters carry.", 11);
    add_principle(catalogue, "three", CFA_FRENCH, "Les porteurs portent.", 12);
    add_case(catalogue, CFA_FRENCH, "Licenciements");
    add_case(catalogue, CFA_ENGLISH, "Dismissals");
    assert_true(cfa_catalogue_write(catalogue, path, NULL));
    library.library = xc_database_open(path, NULL);
    return library.library != NULL ? 0 : 1;
}

static int remove_library(void **state)
{
    xc_database_free(library.library);
    return support_remove_folder(state);
}

static void pages_that_say_the_same_are_joined(void **state)
{
    (void)state;
    g_autoptr(cfa_library_entry) entry = cfa_library_principle(&library, "digest:2006/900", CFA_FRENCH, NULL);
    assert_non_null(entry);
    assert_int_equal(entry->wordings->len, 2);
    assert_string_equal(entry->shown->text, "Les porteurs portent.");
    assert_int_equal(entry->paragraphs, 3);
    const cfa_applied *first = g_ptr_array_index(entry->applied, 0);
    const cfa_applied *last = g_ptr_array_index(entry->applied, 2);
    assert_int_equal(first->paragraph, 11);
    assert_string_equal(last->country, "Îles Kelmar");
}

static void any_of_its_numbers_leads_to_it(void **state)
{
    (void)state;
    g_autoptr(cfa_library_entry) entry =
        cfa_library_principle(&library, "digest:2006/901", CFA_SPANISH, NULL);
    assert_non_null(entry);
    assert_string_equal(entry->id, "digest:2006/900");
    assert_string_equal(entry->shown->text, "Porters carry.");
    assert_true(cfa_library_has_principle(&library, "digest:2006/901", NULL));
}

static void what_is_not_there_is_told(void **state)
{
    static const cfa_index none;
    cfa_error error = {0};
    (void)state;
    assert_false(cfa_library_has_principle(&library, "digest:2006/902", NULL));
    assert_false(cfa_library_has_principle(&library, "case:9901", NULL));
    assert_false(cfa_library_has_principle(&none, "digest:2006/900", NULL));
    assert_null(cfa_library_principle(&none, "digest:2006/900", CFA_ENGLISH, &error));
    assert_int_equal(error.status, CFA_NOT_FOUND);
    assert_null(cfa_library_principle(&library, "case:9901", CFA_ENGLISH, &error));
    assert_int_equal(error.status, CFA_USAGE);
}

static void a_paragraph_tells_what_it_applied(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) applied = cfa_library_resting(&library, "394", 11, CFA_FRENCH, NULL);
    g_autoptr(GPtrArray) nothing = cfa_library_resting(&library, "394", 13, CFA_FRENCH, NULL);
    assert_int_equal(applied->len, 1);
    const cfa_library_entry *entry = g_ptr_array_index(applied, 0);
    assert_string_equal(entry->shown->text, "Les porteurs portent.");
    assert_int_equal(nothing->len, 0);
}

static void a_listed_case_is_told_in_the_language_preferred(void **state)
{
    cfa_error error = {0};
    (void)state;
    g_autoptr(cfa_listed_case) french = NULL, english = NULL, spanish = NULL, none = NULL;
    assert_true(cfa_library_case(&library, 9901, CFA_FRENCH, &french, NULL));
    assert_true(cfa_library_case(&library, 9901, CFA_ENGLISH, &english, NULL));
    assert_true(cfa_library_case(&library, 9901, CFA_SPANISH, &spanish, NULL));
    assert_string_equal(french->subject, "Licenciements");
    assert_string_equal(english->subject, "Dismissals");
    assert_non_null(spanish);
    assert_true(cfa_library_case(&library, 9902, CFA_ENGLISH, &none, &error));
    assert_null(none);
    assert_int_equal(error.status, CFA_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_that_say_the_same_are_joined),
        cmocka_unit_test(any_of_its_numbers_leads_to_it),
        cmocka_unit_test(what_is_not_there_is_told),
        cmocka_unit_test(a_paragraph_tells_what_it_applied),
        cmocka_unit_test(a_listed_case_is_told_in_the_language_preferred),
    };
    return cmocka_run_group_tests(tests, make_library, remove_library);
}
