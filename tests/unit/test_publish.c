/* Publishing: whole or not at all, one writer at a time, and nothing left behind. */
#include "folder.h"
#include "publish.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static char *index_folder;

/* The paths that were synced, in their order: this takes the place of the C library's fsync. */
static GPtrArray *synced;
static const char *unsyncable; /* this one cannot be; NULL for none */

int fsync(int descriptor)
{
    g_autofree char *link = g_strdup_printf("/proc/self/fd/%d", descriptor);
    g_autofree char *path = g_file_read_link(link, NULL);
    if (unsyncable != NULL && g_strcmp0(path, unsyncable) == 0) {
        errno = EIO;
        return -1;
    }
    if (synced != NULL)
        g_ptr_array_add(synced, g_steal_pointer(&path));
    return (int)syscall(SYS_fsync, descriptor);
}

static int make_folder(void **state)
{
    support_make_folder(state);
    index_folder = g_build_filename(support_folder, "index", NULL);
    return 0;
}

static int remove_folder(void **state)
{
    g_free(index_folder);
    return support_remove_folder(state);
}

static cfa_publication *begin(void)
{
    cfa_error error = {0};
    cfa_publication *publication = cfa_publication_begin(index_folder, 0, &error);
    if (publication == NULL)
        fail_msg("%s", error.reason);
    return publication;
}

/* Publishes a generation whose database is one file. */
static guint64 publish(const char *words, guint keep)
{
    cfa_error error = {0};
    g_autoptr(cfa_publication) publication = begin();
    support_write(cfa_publication_folder(publication), CFA_PARAGRAPHS "/words", words);
    assert_true(cfa_publication_commit(publication, keep, &error));
    g_autofree char *name = g_path_get_basename(cfa_publication_folder(publication));
    return cfa_generation_of(name);
}

static guint64 in_service(void)
{
    g_autoptr(cfa_current) current = cfa_current_read(index_folder, NULL);
    return current != NULL ? current->generation : 0;
}

/* What the words of the generation in service are. */
static char *words_in_service(void)
{
    g_autoptr(cfa_current) current = cfa_current_read(index_folder, NULL);
    assert_non_null(current);
    return support_read(((const cfa_shard *)g_ptr_array_index(current->shards, 0))->path, "words");
}

static void what_is_committed_is_in_service(void **state)
{
    (void)state;
    assert_int_equal(publish("first", 1), 1);
    assert_int_equal(in_service(), 1);
    assert_int_equal(publish("second", 1), 2);
    g_autofree char *words = words_in_service();
    assert_string_equal(words, "second");
}

static void the_generation_before_is_told_to_the_writer(void **state)
{
    (void)state;
    g_autoptr(cfa_publication) first = begin();
    assert_null(cfa_publication_last(first));
    g_clear_pointer(&first, cfa_publication_free);
    publish("first", 1);
    g_autoptr(cfa_publication) second = begin();
    assert_int_equal(cfa_publication_last(second)->generation, 1);
    assert_true(g_str_has_suffix(cfa_publication_folder(second), "/gen-000002"));
}

static void a_second_writer_is_told_who_holds_the_lock(void **state)
{
    cfa_error error = {0};
    g_autofree char *holder = g_strdup_printf("process %d on %s since ", (int)getpid(), g_get_host_name());
    (void)state;
    cfa_publication *first = begin();
    assert_null(cfa_publication_begin(index_folder, 0, &error));
    assert_int_equal(error.status, CFA_UNAVAILABLE);
    assert_string_equal(error.code, "locked");
    assert_non_null(strstr(error.reason, holder));
    assert_non_null(strstr(error.reason, index_folder));
    cfa_publication_free(first);
}

static gpointer give_back_soon(gpointer publication)
{
    g_usleep(200000);
    cfa_publication_free(publication);
    return NULL;
}

static void a_writer_that_waits_gets_the_lock(void **state)
{
    (void)state;
    GThread *thread = g_thread_new("holder", give_back_soon, begin());
    cfa_publication *second = cfa_publication_begin(index_folder, 10, NULL);
    g_thread_join(thread);
    assert_non_null(second);
    cfa_publication_free(second);
}

static void waiting_ends_with_its_time(void **state)
{
    cfa_error error = {0};
    (void)state;
    cfa_publication *first = begin();
    const gint64 started = g_get_monotonic_time();
    assert_null(cfa_publication_begin(index_folder, 1, &error));
    const gint64 waited = g_get_monotonic_time() - started;
    assert_in_range(waited, 900000, 5000000);
    assert_string_equal(error.code, "locked");
    cfa_publication_free(first);
}

static void freed_without_a_commit_the_last_generation_stays(void **state)
{
    (void)state;
    publish("first", 1);
    g_autoptr(cfa_publication) publication = begin();
    support_write(cfa_publication_folder(publication), CFA_PARAGRAPHS "/words", "half");
    g_clear_pointer(&publication, cfa_publication_free);
    g_autofree char *words = words_in_service();
    assert_string_equal(words, "first");
    assert_false(support_exists(index_folder, "gen-000002"));
    g_clear_pointer(&publication, cfa_publication_free);
    publication = begin(); /* and the lock is free again */
    assert_non_null(publication);
}

static void a_refused_writer_takes_nothing_from_the_holder(void **state)
{
    (void)state;
    cfa_publication *first = begin();
    assert_null(cfa_publication_begin(index_folder, 0, NULL));
    assert_true(support_exists(index_folder, "gen-000001"));
    assert_null(cfa_publication_begin(index_folder, 0, NULL));
    cfa_publication_free(first);
}

static void what_a_dead_writer_left_is_removed(void **state)
{
    (void)state;
    publish("first", 1);
    support_write(index_folder, "gen-000002/shard-0/words", "half");
    support_write(index_folder, "gen-000005/" CFA_PARAGRAPHS "/words", "half");
    support_write(index_folder, "current.A1B2C3", "half");
    cfa_publication_free(begin());
    assert_false(support_exists(index_folder, "gen-000002"));
    assert_false(support_exists(index_folder, "gen-000005"));
    assert_false(support_exists(index_folder, "current.A1B2C3"));
    assert_true(support_exists(index_folder, "gen-000001"));
    assert_int_equal(in_service(), 1);
}

static void what_a_dead_first_writer_left_is_removed(void **state)
{
    (void)state;
    support_write(index_folder, "gen-000001/shard-0/words", "half");
    cfa_publication *publication = begin();
    assert_false(support_exists(index_folder, "gen-000001/shard-0"));
    assert_true(g_str_has_suffix(cfa_publication_folder(publication), "/gen-000002"));
    cfa_publication_free(publication);
    assert_false(support_exists(index_folder, "gen-000001"));
}

static void no_number_is_used_twice(void **state)
{
    (void)state;
    publish("first", 1);
    support_write(index_folder, "gen-000009/words", "half");
    assert_int_equal(publish("next", 1), 10);
}

static void files_of_others_are_left_alone(void **state)
{
    (void)state;
    publish("first", 1);
    support_write(index_folder, "gen-notes/words", "mine");
    support_write(index_folder, "current.backup-of-march", "mine");
    support_write(index_folder, "notes", "mine");
    publish("second", 0);
    assert_true(support_exists(index_folder, "gen-notes/words"));
    assert_true(support_exists(index_folder, "current.backup-of-march"));
    assert_true(support_exists(index_folder, "notes"));
}

static void so_many_earlier_generations_are_kept(void **state)
{
    static const struct {
        guint keep;
        const char *expected;
    } rows[] = {{3, "0111100"}, {1, "0000110"}, {0, "0000001"}};
    (void)state;
    for (int i = 0; i < 3; i++)
        publish("words", 3);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        publish("words", rows[i].keep);
        char kept[8] = "";
        for (int generation = 0; generation < 7; generation++) {
            g_autofree char *name = g_strdup_printf("gen-%06d", generation);
            kept[generation] = support_exists(index_folder, name) ? '1' : '0';
        }
        assert_string_equal(kept, rows[i].expected);
    }
}

static void the_last_generation_is_copied_whole(void **state)
{
    g_autofree char *large = g_strnfill(3 << 20, 'w');
    cfa_error error = {0};
    (void)state;
    publish(large, 1);
    g_autoptr(cfa_publication) publication = begin();
    assert_true(cfa_publication_copy_last(publication, &error));
    g_autofree char *copy = support_read(cfa_publication_folder(publication), CFA_PARAGRAPHS "/words");
    assert_string_equal(copy, large);
    support_write(cfa_publication_folder(publication), CFA_PARAGRAPHS "/words", "changed");
    g_autofree char *words = words_in_service();
    assert_string_equal(words, large);
}

static void what_is_remote_or_in_shards_is_not_copied(void **state)
{
    static const char *const lines[] = {"remote 10.0.0.5:3344\n", "shard gen-000001/a\nshard gen-000001/b\n"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        cfa_error error = {0};
        g_autofree char *text = g_strconcat("cfasearch-index 8\ngeneration 1\n", lines[i], NULL);
        support_write(index_folder, "current", text);
        g_autoptr(cfa_publication) publication = begin();
        assert_false(cfa_publication_copy_last(publication, &error));
        assert_int_equal(error.status, CFA_USAGE);
        assert_string_equal(error.code, "shards-remote");
    }
}

static void a_newer_index_is_left_alone(void **state)
{
    cfa_error error = {0};
    (void)state;
    support_write(index_folder, "current", "cfasearch-index 999\n");
    support_write(index_folder, "gen-000003/words", "newer");
    assert_null(cfa_publication_begin(index_folder, 0, &error));
    assert_int_equal(error.status, CFA_CORRUPT);
    assert_string_equal(error.code, "format-newer");
    assert_true(support_exists(index_folder, "gen-000003/words"));
    g_autofree char *current = support_read(index_folder, "current");
    assert_string_equal(current, "cfasearch-index 999\n");
}

static void a_broken_index_can_be_replaced(void **state)
{
    (void)state;
    support_write(index_folder, "current", "junk");
    support_write(index_folder, "gen-000003/words", "perhaps of worth");
    g_autoptr(cfa_publication) publication = begin();
    assert_null(cfa_publication_last(publication));
    assert_true(support_exists(index_folder, "gen-000003/words"));
    assert_true(g_str_has_suffix(cfa_publication_folder(publication), "/gen-000004"));
}

/* Whether a path was synced before the switch, which begins with the file that becomes `current`. */
static gboolean is_synced_before_the_switch(const char *name)
{
    g_autofree char *path = g_build_filename(index_folder, name, NULL);
    g_autofree char *current = g_build_filename(index_folder, "current", NULL);
    for (guint i = 0; i < synced->len; i++) {
        const char *one = g_ptr_array_index(synced, i);
        if (g_strcmp0(one, path) == 0)
            return TRUE;
        if (one != NULL && g_str_has_prefix(one, current))
            return FALSE;
    }
    return FALSE;
}

static void everything_is_on_the_disk_before_the_switch(void **state)
{
    (void)state;
    publish("first", 1);
    synced = g_ptr_array_new_with_free_func(g_free);
    publish("second", 1);
    const gboolean file = is_synced_before_the_switch("gen-000002/" CFA_PARAGRAPHS "/words");
    const gboolean database = is_synced_before_the_switch("gen-000002/" CFA_PARAGRAPHS);
    const gboolean generation = is_synced_before_the_switch("gen-000002");
    g_clear_pointer(&synced, g_ptr_array_unref);
    assert_true(file);
    assert_true(database);
    assert_true(generation);
}

static void a_generation_that_readers_have_is_never_removed(void **state)
{
    cfa_error error = {0};
    (void)state;
    publish("first", 0);
    cfa_publication *publication = begin();
    support_write(cfa_publication_folder(publication), CFA_PARAGRAPHS "/words", "second");
    unsyncable = index_folder;
    const gboolean committed = cfa_publication_commit(publication, 0, &error);
    unsyncable = NULL;
    cfa_publication_free(publication);
    assert_false(committed);
    assert_int_equal(error.status, CFA_IO);
    g_autofree char *words = words_in_service();
    assert_string_equal(words, "second");
    assert_true(support_exists(index_folder, "gen-000001"));
}

static void what_a_killed_writer_had_yet_to_remove_is_removed(void **state)
{
    (void)state;
    for (guint i = 0; i < 3; i++)
        publish("words", 5);
    g_autoptr(cfa_publication) publication = begin();
    cfa_publication_trim(publication, 1);
    assert_false(support_exists(index_folder, "gen-000001"));
    assert_true(support_exists(index_folder, "gen-000002"));
    assert_true(support_exists(index_folder, "gen-000003"));
}

static void an_index_that_cannot_be_read_is_not_replaced(void **state)
{
    cfa_error error = {0};
    (void)state;
    support_write(index_folder, "current/here", "it is a folder");
    assert_null(cfa_publication_begin(index_folder, 0, &error));
    assert_int_equal(error.status, CFA_IO);
    assert_string_equal(error.code, "unreadable");
}

static void an_index_that_cannot_be_made_is_told(void **state)
{
    cfa_error error = {0};
    (void)state;
    support_write(support_folder, "index", "a file is in the way");
    assert_null(cfa_publication_begin(index_folder, 0, &error));
    assert_int_equal(error.status, CFA_IO);
    assert_non_null(strstr(error.reason, index_folder));
}

static void removing_a_folder_follows_no_link(void **state)
{
    g_autofree char *precious = g_build_filename(support_folder, "precious", NULL);
    g_autofree char *inner = g_build_filename(support_folder, "doomed", "link", NULL);
    g_autofree char *outer = g_build_filename(support_folder, "outer", NULL);
    g_autofree char *doomed = g_build_filename(support_folder, "doomed", NULL);
    (void)state;
    support_write(support_folder, "precious/words", "mine");
    support_write(support_folder, "doomed/deep/words", "gone");
    assert_int_equal(symlink(precious, inner), 0);
    assert_int_equal(symlink(precious, outer), 0);
    cfa_folder_remove(doomed);
    cfa_folder_remove(outer);
    assert_false(support_exists(support_folder, "doomed"));
    assert_true(support_exists(support_folder, "precious/words"));
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(what_is_committed_is_in_service),
        IN_FOLDER(the_generation_before_is_told_to_the_writer),
        IN_FOLDER(a_second_writer_is_told_who_holds_the_lock),
        IN_FOLDER(a_writer_that_waits_gets_the_lock),
        IN_FOLDER(waiting_ends_with_its_time),
        IN_FOLDER(freed_without_a_commit_the_last_generation_stays),
        IN_FOLDER(a_refused_writer_takes_nothing_from_the_holder),
        IN_FOLDER(what_a_dead_writer_left_is_removed),
        IN_FOLDER(what_a_dead_first_writer_left_is_removed),
        IN_FOLDER(no_number_is_used_twice),
        IN_FOLDER(files_of_others_are_left_alone),
        IN_FOLDER(so_many_earlier_generations_are_kept),
        IN_FOLDER(the_last_generation_is_copied_whole),
        IN_FOLDER(what_is_remote_or_in_shards_is_not_copied),
        IN_FOLDER(a_newer_index_is_left_alone),
        IN_FOLDER(a_broken_index_can_be_replaced),
        IN_FOLDER(everything_is_on_the_disk_before_the_switch),
        IN_FOLDER(a_generation_that_readers_have_is_never_removed),
        IN_FOLDER(what_a_killed_writer_had_yet_to_remove_is_removed),
        IN_FOLDER(an_index_that_cannot_be_read_is_not_replaced),
        IN_FOLDER(an_index_that_cannot_be_made_is_told),
        IN_FOLDER(removing_a_folder_follows_no_link),
    };
    return cmocka_run_group_tests_name("publish", tests, NULL, NULL);
}
