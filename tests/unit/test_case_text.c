/* The case text on the page of a paragraph, where its languages do not have the same paragraphs. */
#include "pages.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static cfa_site *site;

static cfa_case_text *invent(guint report, cfa_language language, guint first, const char *const *paragraphs)
{
    cfa_case_text *text = support_text_new(report, language, "2022-11");
    support_add_case(text, 9950, "Ruritania", CFA_CASE_ACTIVE);
    for (guint i = 0; paragraphs[i] != NULL; i++)
        if (paragraphs[i][0] != '\0')
            support_add_paragraph(text, first + i, CFA_SECTION_OTHER, paragraphs[i], NULL);
    return text;
}

/* 380/30-32 in English, of which French lacks the middle; 381/40 in no known language. */
static int open_site(void **state)
{
    static const char *const english[] = {"The lamplighters met at dusk.", "They asked for wicks.",
                                          "They were dismissed.", NULL};
    static const char *const french[] = {"Les allumeurs se sont réunis.", "", "Ils ont été licenciés.", NULL};
    static const char *const unknown[] = {"Lampisti vesperi convenerunt.", NULL};
    cfa_case_text *texts[] = {invent(380, CFA_ENGLISH, 30, english), invent(380, CFA_FRENCH, 30, french),
                              invent(381, CFA_LANGUAGE_UNKNOWN, 40, unknown)};
    support_make_folder(state);
    support_publish(support_folder, texts, G_N_ELEMENTS(texts));
    site = cfa_site_new(support_folder, NULL);
    return 0;
}

static int close_site(void **state)
{
    cfa_site_free(site);
    return support_remove_folder(state);
}

/* The case text of a page, from its heading on. The caller frees. */
static char *read_page(const char *path, const char *query_string)
{
    cfa_error error = {0};
    char method[] = "REQUEST_METHOD=GET";
    g_autofree char *path_info = g_strconcat("PATH_INFO=", path, NULL);
    g_autofree char *query = g_strconcat("QUERY_STRING=", query_string, NULL);
    char *environment[] = {method, path_info, query, NULL};
    g_autoptr(GString) answer = cfa_site_answer(site, environment, &error);
    const char *text = strstr(answer->str, "<section class=\"case");
    assert_non_null(text);
    return g_strdup(text);
}

static void expect(const char *path, const char *query_string, const char *part)
{
    g_autofree char *page = read_page(path, query_string);
    if (strstr(page, part) == NULL)
        fail_msg("%s?%s has no %s in %s", path, query_string, part, page);
}

static void expect_not(const char *path, const char *query_string, const char *part)
{
    g_autofree char *page = read_page(path, query_string);
    assert_null(strstr(page, part));
}

static void a_paragraph_that_a_language_lacks_leaves_its_cell_empty(void **state)
{
    (void)state;
    expect("/paragraph/380/30/en", "lang=en,fr",
           "They asked for wicks.</p>\n</div>\n<div></div>\n</div>\n<div class=\"hung step\" id=\"p32\">");
    expect("/paragraph/380/30/en", "lang=fr,en",
           "aria-label=\"Paragraph 31\">31</a><div></div>\n<div><p class=\"language\">");
}

static void a_number_leads_to_a_language_that_has_the_paragraph(void **state)
{
    (void)state;
    expect("/paragraph/380/30/fr", "lang=fr,en", "href=\"/paragraph/380/31/en?lang=fr,en\"");
    expect("/paragraph/380/30/fr", "lang=fr,en", "href=\"/paragraph/380/32/fr?lang=fr,en\"");
}

static void a_language_without_the_text_is_named_and_has_no_column(void **state)
{
    (void)state;
    expect("/paragraph/380/30/en", "lang=en,es",
           "<p class=\"note\">The index does not have this text in: Español</p>");
    expect("/paragraph/380/30/en", "lang=en,es", "<section class=\"case\" id=\"case\">");
    expect_not("/paragraph/380/30/en", "lang=en,fr", "class=\"note\"");
}

static void a_language_without_the_text_is_not_offered(void **state)
{
    (void)state;
    expect("/paragraph/380/30/en", "", "Side by side");
    expect_not("/paragraph/380/30/en", "", "lang=es");
}

static void a_text_in_no_known_language_offers_none(void **state)
{
    (void)state;
    expect("/paragraph/381/40", "", "Lampisti vesperi convenerunt.");
    expect_not("/paragraph/381/40", "", "Side by side");
    expect("/paragraph/381/40", "lang=en", "Lampisti vesperi convenerunt.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_that_a_language_lacks_leaves_its_cell_empty),
        cmocka_unit_test(a_number_leads_to_a_language_that_has_the_paragraph),
        cmocka_unit_test(a_language_without_the_text_is_named_and_has_no_column),
        cmocka_unit_test(a_language_without_the_text_is_not_offered),
        cmocka_unit_test(a_text_in_no_known_language_offers_none),
    };
    return cmocka_run_group_tests_name("case text", tests, open_site, close_site);
}
