/* Sources: what is damaged, too large or unreadable gives a named error, and none ends the walk. */
#include "source.h"

#include "source_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- files and folders ---- */

static void a_file_without_permission_is_unreadable(void **state)
{
    (void)state;
    source_put_text("a", "1");
    source_put_text("b", "2");
    g_autofree char *path = source_path_of("a");
    assert_int_equal(chmod(path, 0), 0);
    assert_int_equal(chmod(support_folder, 0755), 0);
    gboolean privileged = geteuid() == 0;
    if (privileged)
        assert_int_equal(seteuid(65534), 0);
    source_expect(support_folder, "a!unreadable|b=2");
    if (privileged)
        assert_int_equal(seteuid(0), 0);
}

static void folders_too_deep_are_told(void **state)
{
    (void)state;
    source_make_folder("a/b/c");
    source_put_text("a/p", "1");
    source_put_text("a/b/c/p", "2");
    source_expect_within(support_folder, &(cfa_source_limits){.depth = 1}, "a/b!nesting-exceeded|a/p=1");
}

static void a_document_over_its_bound_is_told(void **state)
{
    (void)state;
    source_put_text("a", "12345");
    source_put_text("b", "1234");
    source_expect_within(support_folder, &(cfa_source_limits){.document_bytes = 4}, "a!too-large|b=1234");
}

/* ---- gzip ---- */

static void every_truncation_of_gzip_is_told_and_never_a_document(void **state)
{
    (void)state;
    GByteArray *packed = source_gzip_text(SOURCE_PAGE);
    g_autofree char *path = source_path_of("a");
    for (guint length = 2; length < packed->len; length++) {
        source_put("a", packed->data, length);
        source_visits seen = source_walk(path, NULL);
        assert_int_equal(seen.lines->len, 1);
        assert_string_equal(seen.lines->pdata[0], "a!gzip-truncated");
        assert_int_equal(((cfa_error *)seen.errors->pdata[0])->offset, length);
        source_visits_clear(&seen);
    }
    g_byte_array_unref(packed);
}

static void gzip_that_is_none_is_corrupt(void **state)
{
    (void)state;
    source_put("a", "\x1F\x8B says it is a page and is not", 31);
    GByteArray *packed = source_gzip_text(SOURCE_PAGE);
    packed->data[packed->len - 6] ^= 1; /* the checksum */
    source_put_bytes("b", packed);
    source_put_text("c", "1");
    source_expect(support_folder, "a!gzip-corrupt|b!gzip-corrupt|c=1");
}

static void a_gzip_bomb_stops_at_the_ratio_in_little_memory(void **state)
{
    (void)state;
    /* A gigabyte of zeros, packed a thousand to one. */
    GByteArray *bomb = g_byte_array_new();
    g_autofree char *zeros = g_malloc0(16 << 20);
    GByteArray *part = source_gzip(zeros, 16 << 20);
    for (int i = 0; i < 64; i++)
        g_byte_array_append(bomb, part->data, part->len);
    g_byte_array_unref(part);
    source_put_bytes("a", bomb);
    source_put_text("b", "1");
    source_expect(support_folder, "a!ratio-exceeded|b=1");
    source_expect_within(support_folder, &(cfa_source_limits){.ratio = 100000}, "a!too-large|b=1");
    source_expect_within(support_folder, &(cfa_source_limits){.container_bytes = 1000}, "a!too-large|b=1");
#ifndef __SANITIZE_ADDRESS__
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    assert_true(usage.ru_maxrss < 512 * 1024);
#endif
}

/* ---- tar and zip ---- */

static void containers_nested_too_deep_are_told(void **state)
{
    (void)state;
    GByteArray *packed = source_gzip_text("1");
    for (int i = 1; i < 4; i++)
        packed = source_gzip_bytes(packed);
    source_put("a", packed->data, packed->len);
    source_put_bytes("b", source_gzip_bytes(packed));
    source_expect(support_folder, "a=1|b!nesting-exceeded");
}

static void a_truncated_tar_gives_the_members_before_its_end(void **state)
{
    (void)state;
    GByteArray *tar = source_tar_of_two();
    source_put("a.tar", tar->data, 512 * 3 + 1);
    GByteArray *whole = source_gzip(tar->data, 512 * 3 + 1);
    source_put_bytes("b.tar.gz", whole);
    g_byte_array_unref(tar);
    source_put_text("c", "1");
    source_expect(
        support_folder,
        "a.tar/a.html=one|a.tar!archive-truncated|b.tar.gz/a.html=one|b.tar.gz!archive-truncated|c=1");
}

static void a_truncated_gzip_around_a_tar_is_told_as_gzip(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(394);
    g_autofree guint8 *noise = g_malloc(300000);
    for (gsize i = 0; i < 300000; i++)
        noise[i] = (guint8)g_rand_int(random);
    const source_member members[] = {{.name = "a", .bytes = "one", .length = 3},
                                     {.name = "b", .bytes = noise, .length = 300000}};
    GByteArray *packed = source_gzip_bytes(source_pack(FALSE, members, 2));
    g_byte_array_set_size(packed, packed->len / 2);
    source_put_bytes("a.tgz", packed);
    source_put_text("c", "1");
    source_expect(support_folder, "a.tgz/a=one|a.tgz!gzip-truncated|c=1");
}

static void a_damaged_checksum_of_gzip_around_a_tar_is_told(void **state)
{
    (void)state;
    GByteArray *packed = source_gzip_bytes(source_tar_of_two());
    packed->data[packed->len - 6] ^= 1;
    source_put_bytes("a.tgz", packed);
    source_visits seen = source_walk(support_folder, NULL);
    assert_string_equal(seen.lines->pdata[seen.lines->len - 1], "a.tgz!gzip-corrupt");
    source_visits_clear(&seen);
}

static void a_damaged_tar_is_corrupt(void **state)
{
    (void)state;
    GByteArray *tar = source_tar_of_two();
    memset(tar->data + 1024, 'x', 512);
    source_put_bytes("a.tar", tar);
    source_expect(support_folder, "a.tar/a.html=one|a.tar!archive-corrupt");
}

static void a_damaged_member_of_a_zip_leaves_the_others(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(394);
    g_autofree char *text = g_malloc(5000);
    for (int i = 0; i < 5000; i++)
        text[i] = (char)g_rand_int_range(random, 'a', 'z');
    const source_member members[] = {{.name = "a", .bytes = "one", .length = 3},
                                     {.name = "b", .bytes = text, .length = 5000},
                                     {.name = "c", .bytes = "two", .length = 3}};
    GByteArray *zip = source_pack(TRUE, members, 3);
    for (guint i = 0; i + 6 < zip->len; i++)
        if (memcmp(zip->data + i, "PK\3\4", 4) == 0 && zip->data[i + 30] == 'b')
            memset(zip->data + i + 80, 0xFF, 40);
    source_put_bytes("a.zip", zip);
    source_expect(support_folder, "a.zip/a=one|a.zip/b!archive-corrupt|a.zip/c=two");
}

static void every_truncation_of_a_zip_is_told(void **state)
{
    (void)state;
    const source_member members[] = {{.name = "a", .bytes = "one", .length = 3},
                                     {.name = "b", .bytes = SOURCE_PAGE, .length = sizeof SOURCE_PAGE - 1}};
    GByteArray *zip = source_pack(TRUE, members, 2);
    g_autofree char *path = source_path_of("a.zip");
    for (guint length = 4; length < zip->len; length++) {
        source_put("a.zip", zip->data, length);
        source_visits seen = source_walk(path, NULL);
        assert_true(seen.lines->len >= 1);
        source_visits_clear(&seen);
    }
    source_put("a.zip", zip->data, 40);
    source_visits seen = source_walk(path, NULL);
    assert_int_equal(seen.errors->len, 1);
    source_visits_clear(&seen);
    g_byte_array_unref(zip);
}

static void too_many_entries_are_told(void **state)
{
    (void)state;
    source_put_bytes("a.tar", source_tar_of_two());
    source_put_text("b", "1");
    source_expect_within(support_folder, &(cfa_source_limits){.entries = 1},
                         "a.tar/a.html=one|a.tar!too-many-entries|b=1");
}

static void a_large_member_is_told_and_the_next_is_read(void **state)
{
    (void)state;
    g_autofree char *large = g_strnfill(100000, 'x');
    const source_member members[] = {{.name = "a", .bytes = large, .length = 100000},
                                     {.name = "b", .bytes = "1", .length = 1}};
    source_put_bytes("a.tar", source_pack(FALSE, members, 2));
    source_put_bytes("b.zip", source_pack(TRUE, members, 2));
    source_expect_within(support_folder, &(cfa_source_limits){.document_bytes = 99999},
                         "a.tar/a!too-large|a.tar/b=1|b.zip/a!too-large|b.zip/b=1");
}

static void random_bytes_never_end_the_walk(void **state)
{
    (void)state;
    static const char *const beginnings[] = {"", "\x1F\x8B\x08", "PK\3\4", "PK\5\6"};
    g_autoptr(GRand) random = g_rand_new_with_seed(394);
    g_autofree char *path = source_path_of("a");
    for (int i = 0; i < 400; i++) {
        guint8 bytes[2048];
        for (gsize j = 0; j < sizeof bytes; j++)
            bytes[j] = (guint8)g_rand_int(random);
        const char *beginning = beginnings[i % 4];
        memcpy(bytes, beginning, strlen(beginning));
        source_put("a", bytes, (gsize)g_rand_int_range(random, 4, sizeof bytes));
        source_visits seen = source_walk(path, NULL);
        assert_true(seen.lines->len >= 1);
        source_visits_clear(&seen);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, support_make_folder, support_remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(a_file_without_permission_is_unreadable),
        TEST(folders_too_deep_are_told),
        TEST(a_document_over_its_bound_is_told),
        TEST(every_truncation_of_gzip_is_told_and_never_a_document),
        TEST(gzip_that_is_none_is_corrupt),
        TEST(a_gzip_bomb_stops_at_the_ratio_in_little_memory),
        TEST(containers_nested_too_deep_are_told),
        TEST(a_truncated_tar_gives_the_members_before_its_end),
        TEST(a_truncated_gzip_around_a_tar_is_told_as_gzip),
        TEST(a_damaged_checksum_of_gzip_around_a_tar_is_told),
        TEST(a_damaged_tar_is_corrupt),
        TEST(a_damaged_member_of_a_zip_leaves_the_others),
        TEST(every_truncation_of_a_zip_is_told),
        TEST(too_many_entries_are_told),
        TEST(a_large_member_is_told_and_the_next_is_read),
        TEST(random_bytes_never_end_the_walk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
