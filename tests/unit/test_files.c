/* Files: what is remembered of them, and when it is believed. */
#include "files.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { NANO = 1000 };

static const gint64 day = G_GINT64_CONSTANT(86400000000); /* microseconds */
static const gint64 now = G_GINT64_CONSTANT(1700000000000000);

/* A file that was changed a day before it is read. */
static cfa_source_file file_at(const char *path)
{
    const gint64 time = (now - day) * NANO + 1;
    return (cfa_source_file){.path = path,
                             .device = 1,
                             .inode = 2,
                             .size = 3,
                             .modified = time,
                             .changed = time,
                             .facts = 4,
                             .manifests = 5};
}

static GPtrArray *digests_of(const char *words)
{
    GPtrArray *digests = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) each = g_strsplit(words, " ", -1);
    for (guint i = 0; each[i] != NULL; i++)
        g_ptr_array_add(digests, g_strdup(each[i]));
    return digests;
}

static cfa_files *files_of(const cfa_source_file *file, const char *digests)
{
    cfa_files *files = cfa_files_new();
    g_autoptr(GPtrArray) list = digests_of(digests);
    cfa_files_add(files, file, FALSE, list, now);
    return files;
}

/* "same a b", "other a b", or "none". */
static char *found(const cfa_files *files, const cfa_source_file *file)
{
    gboolean same;
    const GPtrArray *digests = cfa_files_find(files, file, &same);
    if (digests == NULL)
        return g_strdup("none");
    GString *line = g_string_new(same ? "same" : "other");
    for (guint i = 0; i < digests->len; i++)
        g_string_append_printf(line, " %s", (const char *)g_ptr_array_index(digests, i));
    return g_string_free(line, FALSE);
}

static void expect(const cfa_files *files, const cfa_source_file *file, const char *expected)
{
    g_autofree char *line = found(files, file);
    assert_string_equal(line, expected);
}

static void a_file_is_known_again_by_any_name_of_its_path(void **state)
{
    (void)state;
    const cfa_source_file file = file_at("/reports/a.html"), same = file_at("/reports/../reports/./a.html");
    g_autoptr(cfa_files) files = files_of(&file, "d1 d2");
    expect(files, &same, "same d1 d2");
    const cfa_source_file other = file_at("/reports/b.html");
    expect(files, &other, "none");
    expect(NULL, &file, "none");
}

static void whatever_changes_of_it_makes_it_another(void **state)
{
    (void)state;
    const cfa_source_file file = file_at("/a");
    g_autoptr(cfa_files) files = files_of(&file, "d1");
    cfa_source_file changed[] = {file, file, file, file, file, file};
    changed[0].device++;
    changed[1].inode++;
    changed[2].size++;
    changed[3].modified++;
    changed[4].changed++;
    changed[5].facts++;
    for (guint i = 0; i < G_N_ELEMENTS(changed); i++)
        expect(files, &changed[i], "other d1");
    cfa_source_file among_others = file; /* a manifest that says something new of other files */
    among_others.manifests++;
    expect(files, &among_others, "same d1");
}

static void of_what_is_in_a_container_any_manifest_may_tell(void **state)
{
    (void)state;
    const cfa_source_file file = file_at("/a.tar");
    g_autoptr(GPtrArray) alone = digests_of("d1");
    g_autoptr(cfa_files) files = cfa_files_new();
    cfa_files_add(files, &file, TRUE, alone, now);
    expect(files, &file, "same d1");
    cfa_source_file changed = file;
    changed.manifests++;
    expect(files, &changed, "other d1");
}

static void one_that_was_changed_just_before_is_never_the_same(void **state)
{
    (void)state;
    const gint64 fraction = 7;
    const struct {
        gint64 before;  /* microseconds */
        gboolean whole; /* seconds: the file system knows no finer time */
        const char *expected;
    } cases[] = {{0, FALSE, "other d"},
                 {10000, FALSE, "other d"},
                 {30000, FALSE, "same d"},
                 {1000000, TRUE, "other d"},
                 {3000000, TRUE, "same d"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        cfa_source_file file = file_at("/a");
        file.changed = (now - cases[i].before) * NANO + (cases[i].whole ? 0 : fraction);
        g_autoptr(cfa_files) files = files_of(&file, "d");
        expect(files, &file, cases[i].expected);
    }
}

static void a_file_without_documents_is_not_remembered(void **state)
{
    (void)state;
    const cfa_source_file file = file_at("/a");
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autoptr(cfa_files) files = cfa_files_new();
    cfa_files_add(files, &file, FALSE, none, now);
    expect(files, &file, "none");
}

static void what_is_written_is_read_whatever_the_name(void **state)
{
    const char *const names[] = {"/a b.html", "/tab\there", "/line\nthere",
                                 "/\xff\xfe", "/quote\"\\", "/caf\xc3\xa9"};
    char *folder = support_folder_new();
    g_autofree char *path = g_build_filename(folder, "files", NULL);
    g_autoptr(cfa_files) files = cfa_files_new();
    g_autoptr(GPtrArray) digests = digests_of("d1 d2 d3");
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const cfa_source_file file = file_at(names[i]);
        cfa_files_add(files, &file, FALSE, digests, now);
    }
    assert_true(cfa_files_write(files, path, NULL));
    g_autoptr(cfa_files) read = cfa_files_open(path);
    assert_non_null(read);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const cfa_source_file file = file_at(names[i]);
        expect(read, &file, "same d1 d2 d3");
    }
    support_folder_free(folder);
}

static void a_damaged_file_is_none(void **state)
{
    char *folder = support_folder_new();
    g_autofree char *path = g_build_filename(folder, "files", NULL);
    const cfa_source_file file = file_at("/a");
    g_autoptr(cfa_files) files = files_of(&file, "d1 d2");
    g_autofree char *bytes = NULL;
    gsize length = 0;
    (void)state;
    assert_null(cfa_files_open(path));
    assert_true(cfa_files_write(files, path, NULL));
    assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    for (gsize i = 0; i < length; i++) {
        bytes[i] ^= 1;
        assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
        assert_null(cfa_files_open(path));
        bytes[i] ^= 1;
    }
    support_folder_free(folder);
}

static GHashTable *set_of(const char *digests)
{
    g_auto(GStrv) all = g_strsplit(digests, " ", -1);
    GHashTable *set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; all[i] != NULL; i++)
        g_hash_table_add(set, g_strdup(all[i]));
    return set;
}

static void of_earlier_files_those_are_kept_whose_documents_are_known(void **state)
{
    (void)state;
    const cfa_source_file here = file_at("/here"), gone = file_at("/gone"), again = file_at("/again");
    const char *const sources[] = {"/again", NULL};
    g_autoptr(cfa_files) last = files_of(&here, "d1 d2");
    g_autoptr(GPtrArray) unknown = digests_of("d1 d9"), old = digests_of("d1"), fresh = digests_of("d2");
    cfa_files_add(last, &gone, FALSE, unknown, now);
    cfa_files_add(last, &again, FALSE, old, now);
    g_autoptr(GHashTable) known = set_of("d1 d2"), seen = set_of("d2"), moved = set_of("");
    const cfa_files_met met = {sources, seen, known};
    g_autoptr(cfa_files) files = cfa_files_new();
    cfa_files_add(files, &again, FALSE, fresh, now);
    cfa_files_join(files, last, &met, moved);
    expect(files, &here, "same d1 d2");
    expect(files, &gone, "none");
    expect(files, &again, "same d2");
    cfa_files_join(files, NULL, &met, moved);
}

static void one_whose_documents_were_seen_elsewhere_is_gone_from_the_sources_alone(void **state)
{
    (void)state;
    const cfa_source_file inside = file_at("/in/a"), damaged = file_at("/in/b"), met_there = file_at("/in/c"),
                          outside = file_at("/out/a");
    const char *const sources[] = {"/in", NULL};
    g_autoptr(cfa_files) last = files_of(&inside, "d1");
    g_autoptr(GPtrArray) lost = digests_of("d1 d3"), seen_here = digests_of("d2"), other = digests_of("d1");
    cfa_files_add(last, &damaged, FALSE, lost, now);
    cfa_files_add(last, &met_there, FALSE, seen_here, now);
    cfa_files_add(last, &outside, FALSE, other, now);
    g_autoptr(GHashTable) known = set_of("d1 d2 d3"), seen = set_of("d1 d2"), moved = set_of("");
    const cfa_files_met met = {sources, seen, known};
    g_autoptr(cfa_files) files = cfa_files_new();
    cfa_files_keep(files, last, &met_there);
    cfa_files_join(files, last, &met, moved);
    expect(files, &inside, "none");
    expect(files, &damaged, "same d1 d3");
    expect(files, &met_there, "same d2");
    expect(files, &outside, "same d1");
    assert_true(g_hash_table_contains(moved, "d1"));
    assert_false(g_hash_table_contains(moved, "d2"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_known_again_by_any_name_of_its_path),
        cmocka_unit_test(whatever_changes_of_it_makes_it_another),
        cmocka_unit_test(of_what_is_in_a_container_any_manifest_may_tell),
        cmocka_unit_test(one_that_was_changed_just_before_is_never_the_same),
        cmocka_unit_test(a_file_without_documents_is_not_remembered),
        cmocka_unit_test(what_is_written_is_read_whatever_the_name),
        cmocka_unit_test(a_damaged_file_is_none),
        cmocka_unit_test(of_earlier_files_those_are_kept_whose_documents_are_known),
        cmocka_unit_test(one_whose_documents_were_seen_elsewhere_is_gone_from_the_sources_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
