/* The promises of checksums.h, mapped_checksums.h and verified_read.h: whatever byte of a generation changed
 * is seen, when it is opened or when it is read. */
#include "checksums.h"
#include "sorted_table.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

enum {
    TABLE_BYTES = 3 * 8192,
    WORDS = 1024,
    LINE = 32 /* bytes: a vocabulary of four blocks and its header */
};

/* Lines of "w0000" to "w1023". */
static void write_vocabulary(void)
{
    g_autofree char *path = g_build_filename(support_folder, "vocabulary", NULL);
    g_autoptr(GString) lines = g_string_new(NULL);
    for (guint i = 0; i < WORDS; i++)
        g_string_append_printf(lines, "w%04u\t%025u\n", i, i);
    assert_int_equal(lines->len, WORDS * LINE);
    assert_true(cfa_sorted_table_write(path, "vocabulary 2", lines, NULL));
}

/* A table of three blocks, a vocabulary of five, a file of less than one, and what is not summed. */
static int make_folder(void **state)
{
    g_autofree char *table = g_strnfill(TABLE_BYTES, 'x');
    support_make_folder(state);
    support_write(support_folder, "paragraphs/postlist.glass", table);
    support_write(support_folder, "paragraphs/iamglass", "version");
    support_write(support_folder, "paragraphs/flintlock", "");
    write_vocabulary();
    support_write(support_folder, "files", "files");
    assert_true(cfa_checksums_make(support_folder, NULL));
    return 0;
}

static void change(const char *name, off_t at, const char *byte)
{
    g_autofree char *path = g_build_filename(support_folder, name, NULL);
    const int file = open(path, O_WRONLY);
    assert_int_equal(pwrite(file, byte, 1, at), 1);
    close(file);
}

static void cut(const char *name, off_t length)
{
    g_autofree char *path = g_build_filename(support_folder, name, NULL);
    assert_int_equal(truncate(path, length), 0);
}

static void remove_file(const char *name)
{
    g_autofree char *path = g_build_filename(support_folder, name, NULL);
    assert_int_equal(g_unlink(path), 0);
}

static cfa_checksums *opened(void)
{
    cfa_checksums *checksums;
    assert_true(cfa_checksums_open(support_folder, &checksums, NULL));
    assert_non_null(checksums);
    return checksums;
}

/* The code of the error with which opening is refused. */
static void assert_refused(const char *code)
{
    cfa_checksums *checksums;
    cfa_error error = {0};
    assert_false(cfa_checksums_open(support_folder, &checksums, &error));
    assert_null(checksums);
    assert_string_equal(error.code, code);
    assert_int_equal(error.status, CFA_CORRUPT);
}

/* The number of the block that is the first to be refused; -1 for none. */
static int first_refused(void)
{
    g_autofree char *path = g_build_filename(support_folder, "paragraphs/postlist.glass", NULL);
    const int file = open(path, O_RDONLY);
    char block[8192];
    int refused = -1;
    for (int i = 0; refused < 0 && i * (off_t)sizeof block < TABLE_BYTES; i++)
        if (pread(file, block, sizeof block, i * (off_t)sizeof block) < 0)
            refused = errno == EBADMSG ? i : 1000;
    close(file);
    return refused;
}

static void what_was_written_is_opened_read_and_verified(void **state)
{
    cfa_checksums *checksums = opened();
    (void)state;
    assert_int_equal(first_refused(), -1);
    assert_true(cfa_checksums_verify(support_folder, NULL));
    cfa_checksums_free(checksums);
}

static void a_generation_without_sums_is_opened_without(void **state)
{
    cfa_checksums *checksums;
    (void)state;
    remove_file(CFA_CHECKSUMS);
    assert_true(cfa_checksums_open(support_folder, &checksums, NULL));
    assert_null(checksums);
    assert_true(cfa_checksums_verify(support_folder, NULL));
}

static void a_damaged_block_of_a_table_is_refused_when_it_is_read(void **state)
{
    change("paragraphs/postlist.glass", 8192 + 17, "y");
    cfa_checksums *checksums = opened();
    (void)state;
    assert_int_equal(first_refused(), 1);
    cfa_checksums_free(checksums);
}

static void a_block_that_is_damaged_later_is_refused_too(void **state)
{
    cfa_checksums *checksums = opened();
    (void)state;
    change("paragraphs/postlist.glass", TABLE_BYTES - 1, "y");
    assert_int_equal(first_refused(), 2);
    cfa_checksums_free(checksums);
}

static void a_block_that_was_read_again_stays_as_it_was(void **state)
{
    cfa_checksums *checksums = opened();
    char block[8192];
    g_autofree char *path = g_build_filename(support_folder, "paragraphs/postlist.glass", NULL);
    const int file = open(path, O_RDONLY);
    (void)state;
    assert_int_equal(first_refused(), -1);
    assert_int_equal(first_refused(), -1);
    change("paragraphs/postlist.glass", 17, "y");
    assert_int_equal(pread(file, block, sizeof block, 0), sizeof block);
    assert_int_equal(block[17], 'x');
    close(file);
    cfa_checksums_free(checksums);
}

static void what_was_kept_of_a_file_goes_with_its_sums(void **state)
{
    cfa_checksums *checksums = opened();
    (void)state;
    assert_int_equal(first_refused(), -1);
    assert_int_equal(first_refused(), -1);
    cfa_checksums_free(checksums);
    change("paragraphs/postlist.glass", 17, "y");
    checksums = opened();
    assert_int_equal(first_refused(), 0);
    cfa_checksums_free(checksums);
}

static void a_descriptor_is_what_was_opened_last(void **state)
{
    cfa_checksums *checksums = opened();
    char block[8192];
    g_autofree char *other = g_strnfill(sizeof block, 'y');
    g_autofree char *path = g_build_filename(support_folder, "paragraphs/postlist.glass", NULL);
    g_autofree char *other_path = g_build_filename(support_folder, "other", NULL);
    (void)state;
    support_write(support_folder, "other", other);
    const int file = open(path, O_RDONLY);
    for (int i = 0; i < 3; i++)
        assert_int_equal(pread(file, block, sizeof block, 0), sizeof block);
    close(file);
    assert_int_equal(open(other_path, O_RDONLY), file);
    assert_int_equal(pread(file, block, sizeof block, 0), sizeof block);
    assert_memory_equal(block, other, sizeof block);
    close(file);
    cfa_checksums_free(checksums);
}

static void nothing_is_refused_once_the_sums_are_freed(void **state)
{
    (void)state;
    change("paragraphs/postlist.glass", 0, "y");
    cfa_checksums_free(opened());
    assert_int_equal(first_refused(), -1);
}

static void what_else_libxapian_has_is_verified_when_it_is_opened(void **state)
{
    (void)state;
    change("paragraphs/iamglass", 0, "y");
    assert_refused("index-corrupt");
}

/* Whether the vocabulary has a word; *held tells whether what was read of it was what was written. */
static gboolean has_word(const char *word, gboolean *held)
{
    cfa_checksums *checksums = opened();
    cfa_error error = {0};
    g_autofree char *path = g_build_filename(support_folder, "vocabulary", NULL);
    cfa_sorted_table *table =
        cfa_sorted_table_open(path, "vocabulary 2", cfa_checksums_find(checksums, path), NULL);
    cfa_table_line line;
    const gboolean has = cfa_sorted_table_find(table, word, strlen(word), &line);
    *held = cfa_checksums_held(checksums, &error);
    if (!*held) {
        assert_string_equal(error.code, "vocabulary-corrupt");
        assert_int_equal(error.status, CFA_CORRUPT);
    }
    cfa_sorted_table_free(table);
    cfa_checksums_free(checksums);
    return has;
}

/* Where a word begins in its file. */
static off_t place_of(guint word)
{
    g_autofree char *text = support_read(support_folder, "vocabulary");
    return (off_t)(strchr(text, '\n') + 1 - text) + (off_t)word * LINE;
}

static void a_damaged_block_of_a_file_of_ours_is_told_of_once_it_is_read(void **state)
{
    gboolean held;
    (void)state;
    assert_true(has_word("w1000", &held) && held);
    change("vocabulary", place_of(1010) + 20, "9");
    assert_false(has_word("w1000", &held));
    assert_false(held);
    assert_true(has_word("w0100", &held) && held);
}

static void a_line_that_is_damaged_where_it_begins_or_ends_is_told_of(void **state)
{
    static const char *const bytes[] = {"x", "\n"};
    const off_t block = 2 * 8192;
    const guint word = (guint)((block - place_of(0)) / LINE); /* that the block begins in */
    g_autofree char *after = g_strdup_printf("w%04u", word + 1);
    (void)state;
    for (off_t at = block - LINE; at < block + LINE; at++) {
        for (gsize i = 0; i < G_N_ELEMENTS(bytes); i++) {
            gboolean held;
            g_autofree char *text = support_read(support_folder, "vocabulary");
            const char was[] = {text[at], '\0'};
            change("vocabulary", at, bytes[i]);
            assert_true((has_word(after, &held) && held) || !held);
            change("vocabulary", at, was);
        }
    }
}

static void all_of_a_file_is_read_up_to_what_is_damaged(void **state)
{
    cfa_checksums *checksums = opened();
    g_autofree char *path = g_build_filename(support_folder, "vocabulary", NULL);
    g_autoptr(cfa_sorted_table) table =
        cfa_sorted_table_open(path, "vocabulary 2", cfa_checksums_find(checksums, path), NULL);
    cfa_table_line line;
    guint read = 0;
    (void)state;
    change("vocabulary", place_of(1000), "y");
    for (gboolean more = cfa_sorted_table_seek(table, "w0001", 5, &line); more;
         more = cfa_sorted_table_next(table, &line))
        read++;
    assert_in_range(read, WORDS / 2, 999);
    assert_false(cfa_checksums_held(checksums, NULL));
    assert_false(cfa_sorted_table_seek(table, "w0001", 5, &line));
    cfa_checksums_free(checksums);
}

static void a_file_that_was_exchanged_for_a_shorter_one_is_refused(void **state)
{
    cfa_checksums *checksums = opened();
    cfa_error error = {0};
    g_autofree char *path = g_build_filename(support_folder, "vocabulary", NULL);
    g_autoptr(GString) lines = g_string_new("w0000\n");
    (void)state;
    assert_true(cfa_sorted_table_write(path, "vocabulary 2", lines, NULL));
    assert_null(cfa_sorted_table_open(path, "vocabulary 2", cfa_checksums_find(checksums, path), &error));
    assert_string_equal(error.code, "vocabulary-corrupt");
    cfa_checksums_free(checksums);
}

static void sums_are_found_for_files_of_ours_alone(void **state)
{
    static const char *const others[] = {"files", "paragraphs/postlist.glass", "vocabulary2", "sums"};
    cfa_checksums *checksums = opened();
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *path = g_build_filename(support_folder, others[i], NULL);
        assert_null(cfa_checksums_find(checksums, path));
    }
    assert_null(cfa_checksums_find(checksums, "vocabulary"));
    assert_null(cfa_checksums_find(checksums, support_folder));
    cfa_checksums_free(checksums);
}

static void what_was_cut_grew_or_is_gone_is_refused(void **state)
{
    (void)state;
    cut("paragraphs/postlist.glass", TABLE_BYTES - 8192);
    assert_refused("index-corrupt");
    cut("paragraphs/postlist.glass", TABLE_BYTES + 8192);
    assert_refused("index-corrupt");
    remove_file("paragraphs/postlist.glass");
    assert_refused("index-corrupt");
    assert_false(cfa_checksums_verify(support_folder, NULL));
}

static void a_file_of_ours_that_was_cut_or_is_gone_is_refused(void **state)
{
    (void)state;
    cut("vocabulary", 8192);
    assert_refused("vocabulary-corrupt");
    remove_file("vocabulary");
    assert_refused("vocabulary-corrupt");
}

static void check_sees_every_byte_but_those_that_no_answer_depends_on(void **state)
{
    cfa_error error = {0};
    (void)state;
    change("files", 0, "y");
    assert_true(cfa_checksums_verify(support_folder, NULL));
    change("paragraphs/postlist.glass", 2 * 8192, "y");
    assert_false(cfa_checksums_verify(support_folder, &error));
    assert_string_equal(error.code, "index-corrupt");
}

static void damaged_sums_are_refused(void **state)
{
    (void)state;
    static const char *const rubbish[] = {
        "",
        "30033\n\n",
        "5 /etc/passwd\n\n12345678",
        "5 ../vocabulary\n\n12345678",
        "5 vocabulary\n\n1234567",
        "5 vocabulary\n\n123456789",
        "5 vocabulary\n12345678",
        "99999999999999999999 vocabulary\n\n",
        "9223372036854775807 vocabulary\n\n",
        "5 vocabulary",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rubbish); i++) {
        g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, rubbish[i], -1);
        g_autofree char *text =
            g_strdup_printf("cfasearch-sums 1 %zu %s\n%s", strlen(rubbish[i]), digest, rubbish[i]);
        support_write(support_folder, CFA_CHECKSUMS, text);
        assert_refused("sums-corrupt");
    }
    support_write(support_folder, CFA_CHECKSUMS, "cfasearch-sums 2");
    assert_refused("sums-corrupt");
}

static void sums_that_name_another_file_are_what_is_damaged(void **state)
{
    g_autofree char *text = support_read(support_folder, CFA_CHECKSUMS);
    (void)state;
    change(CFA_CHECKSUMS, strstr(text, " vocabulary") + 1 - text, "V");
    assert_refused("sums-corrupt");
}

static void the_same_files_have_the_same_sums(void **state)
{
    g_autofree char *first = support_read(support_folder, CFA_CHECKSUMS);
    (void)state;
    assert_true(cfa_checksums_make(support_folder, NULL));
    g_autofree char *second = support_read(support_folder, CFA_CHECKSUMS);
    assert_string_equal(first, second);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, support_remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(what_was_written_is_opened_read_and_verified),
        TEST(a_generation_without_sums_is_opened_without),
        TEST(a_damaged_block_of_a_table_is_refused_when_it_is_read),
        TEST(a_block_that_is_damaged_later_is_refused_too),
        TEST(a_block_that_was_read_again_stays_as_it_was),
        TEST(what_was_kept_of_a_file_goes_with_its_sums),
        TEST(a_descriptor_is_what_was_opened_last),
        TEST(nothing_is_refused_once_the_sums_are_freed),
        TEST(what_else_libxapian_has_is_verified_when_it_is_opened),
        TEST(a_damaged_block_of_a_file_of_ours_is_told_of_once_it_is_read),
        TEST(a_line_that_is_damaged_where_it_begins_or_ends_is_told_of),
        TEST(all_of_a_file_is_read_up_to_what_is_damaged),
        TEST(a_file_that_was_exchanged_for_a_shorter_one_is_refused),
        TEST(sums_are_found_for_files_of_ours_alone),
        TEST(what_was_cut_grew_or_is_gone_is_refused),
        TEST(a_file_of_ours_that_was_cut_or_is_gone_is_refused),
        TEST(check_sees_every_byte_but_those_that_no_answer_depends_on),
        TEST(damaged_sums_are_refused),
        TEST(sums_that_name_another_file_are_what_is_damaged),
        TEST(the_same_files_have_the_same_sums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
