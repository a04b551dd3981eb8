/* What has to stay readable for sources to be read: they, manifests beside them, and where links in them
 * lead. */
#include "source_paths.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>
#include <unistd.h>

static int make_folder(void **state)
{
    support_make_folder(state);
    support_write(support_folder, "pages/a.html", "a");
    support_write(support_folder, "pages/2023/b.html", "b");
    support_write(support_folder, "elsewhere/c.html", "c");
    support_write(support_folder, "elsewhere/deep/d.html", "d");
    return 0;
}

static void link_from(const char *name, const char *to)
{
    g_autofree char *path = g_build_filename(support_folder, name, NULL);
    assert_int_equal(symlink(to, path), 0);
}

static int compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The paths for a source below the folder, in order of name, without the folder: "/pages /pages/link". */
static char *paths_of(const char *name)
{
    g_autofree char *source = g_build_filename(support_folder, name, NULL);
    g_auto(GStrv) paths = cfa_source_paths((const char *const[]){source, NULL});
    GString *line = g_string_new(NULL);
    qsort(paths, g_strv_length(paths), sizeof *paths, compare);
    for (guint i = 0; paths[i] != NULL; i++) {
        assert_true(g_str_has_prefix(paths[i], support_folder));
        g_string_append_printf(line, "%s%s", i > 0 ? " " : "", paths[i] + strlen(support_folder));
    }
    return g_string_free(line, FALSE);
}

static void expect_paths(const char *source, const char *expected)
{
    g_autofree char *paths = paths_of(source);
    assert_string_equal(paths, expected);
}

static void a_folder_is_readable_with_all_beneath_it(void **state)
{
    (void)state;
    expect_paths("pages", "/pages");
}

static void a_file_is_readable_with_the_manifest_beside_it_alone(void **state)
{
    (void)state;
    expect_paths("pages/a.html", "/pages/a.html /pages/manifest.tsv");
}

static void links_are_readable_where_they_lead(void **state)
{
    (void)state;
    link_from("pages/2023/link", "../../elsewhere");
    link_from("pages/c.html", "../elsewhere/c.html");
    expect_paths("pages", "/pages /pages/2023/link /pages/c.html");
}

static void links_in_what_a_link_leads_to_are_followed_too(void **state)
{
    (void)state;
    link_from("pages/link", "../elsewhere");
    link_from("elsewhere/deep/a.html", "../../pages/a.html");
    expect_paths("pages", "/pages /pages/link /pages/link/deep/a.html");
}

static void a_link_in_a_circle_or_to_nowhere_ends(void **state)
{
    (void)state;
    link_from("pages/2023/round", "..");
    link_from("pages/nowhere", "not-there");
    link_from("pages/itself", "itself");
    expect_paths("pages", "/pages /pages/2023/round");
}

static void hidden_links_are_passed_over_as_the_walk_does(void **state)
{
    (void)state;
    link_from("pages/.hidden", "../elsewhere");
    expect_paths("pages", "/pages");
}

static void a_manifest_may_be_a_link(void **state)
{
    (void)state;
    link_from("pages/manifest.tsv", "../elsewhere/c.html");
    expect_paths("pages", "/pages /pages/manifest.tsv");
}

static void standard_input_and_what_is_not_there_need_no_path(void **state)
{
    (void)state;
    g_auto(GStrv) paths = cfa_source_paths((const char *const[]){"-", "not-there", NULL});
    assert_null(paths[0]);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, support_remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_folder_is_readable_with_all_beneath_it),
        IN_FOLDER(a_file_is_readable_with_the_manifest_beside_it_alone),
        IN_FOLDER(links_are_readable_where_they_lead),
        IN_FOLDER(links_in_what_a_link_leads_to_are_followed_too),
        IN_FOLDER(a_link_in_a_circle_or_to_nowhere_ends),
        IN_FOLDER(hidden_links_are_passed_over_as_the_walk_does),
        IN_FOLDER(a_manifest_may_be_a_link),
        IN_FOLDER(standard_input_and_what_is_not_there_need_no_path),
    };
    return cmocka_run_group_tests_name("source_paths", tests, NULL, NULL);
}
