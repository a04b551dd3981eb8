/* The promises of forward.h: the stems of a paragraph as bytes. */
#include "forward.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* The bytes of a paragraph with these stems, parted by blanks; borrowed from `forward`. */
static const char *encode(cfa_forward *forward, const char *stems, gsize *size)
{
    g_auto(GStrv) each = g_strsplit(stems, " ", -1);
    for (guint i = 0; each[i] != NULL && each[i][0] != '\0'; i++)
        cfa_forward_add(forward, each[i]);
    const cfa_forward_head head = {CFA_FRENCH, CFA_SECTION_REPLY, 0xfffffffe, 7};
    return cfa_forward_encode(forward, &head, size);
}

static guint count_of(const char *bytes, gsize size, const char *term)
{
    cfa_forward_reader reader;
    cfa_forward_entry entry;
    assert_true(cfa_forward_open(&reader, bytes, size));
    while (cfa_forward_next(&reader, &entry))
        if (entry.key == cfa_forward_key(term))
            return entry.count;
    return 0;
}

static void each_stem_comes_back_with_its_count(void **state)
{
    (void)state;
    gsize size;
    g_autoptr(cfa_forward) forward = cfa_forward_new();
    const char *bytes = encode(forward, "ZFgrev ZFdroit ZFgrev ZFsyndicat ZFgrev", &size);
    assert_int_equal(count_of(bytes, size, "ZFgrev"), 3);
    assert_int_equal(count_of(bytes, size, "ZFdroit"), 1);
    assert_int_equal(count_of(bytes, size, "ZFport"), 0);
}

static void what_is_told_of_the_paragraph_comes_back(void **state)
{
    (void)state;
    gsize size;
    cfa_forward_reader reader;
    g_autoptr(cfa_forward) forward = cfa_forward_new();
    const char *bytes = encode(forward, "ZFgrev", &size);
    assert_true(cfa_forward_open(&reader, bytes, size));
    assert_int_equal(reader.head.language, CFA_FRENCH);
    assert_int_equal(reader.head.section, CFA_SECTION_REPLY);
    assert_int_equal(reader.head.case_text, 0xfffffffe);
    assert_int_equal(reader.head.order, 7);
}

static void a_paragraph_without_stems_is_a_value_without_entries(void **state)
{
    (void)state;
    gsize size;
    cfa_forward_reader reader;
    cfa_forward_entry entry;
    g_autoptr(cfa_forward) forward = cfa_forward_new();
    const char *bytes = encode(forward, "", &size);
    assert_true(cfa_forward_open(&reader, bytes, size));
    assert_false(cfa_forward_next(&reader, &entry));
}

static void encoding_empties_for_the_next_paragraph(void **state)
{
    (void)state;
    gsize size;
    g_autoptr(cfa_forward) forward = cfa_forward_new();
    encode(forward, "ZFgrev", &size);
    const char *bytes = encode(forward, "ZFdroit", &size);
    assert_int_equal(count_of(bytes, size, "ZFgrev"), 0);
}

static void the_key_is_the_published_hash(void **state)
{
    (void)state;
    /* The test vectors of FNV-1a in 32 bits. */
    assert_int_equal(cfa_forward_key(""), 0x811c9dc5);
    assert_int_equal(cfa_forward_key("a"), 0xe40c292c);
    assert_int_equal(cfa_forward_key("foobar"), 0xbf9cf968);
}

static void bytes_that_end_early_end_the_entries(void **state)
{
    (void)state;
    gsize size;
    cfa_forward_reader reader;
    cfa_forward_entry entry;
    g_autoptr(cfa_forward) forward = cfa_forward_new();
    const char *bytes = encode(forward, "ZFgrev ZFgrev ZFdroit", &size);
    for (gsize cut = 0; cut < size; cut++) {
        guint entries = 0;
        if (cfa_forward_open(&reader, bytes, cut))
            while (cfa_forward_next(&reader, &entry))
                entries++;
        assert_in_range(entries, 0, 1);
    }
}

static void keys_rise_and_counts_are_above_none_whatever_the_bytes(void **state)
{
    static const char none[] = "\x01\x01\x01\x01\x0b\x00\x02",
                      wraps[] = "\x01\x01\x01\x01\xfe\xff\xff\xff\x1f\x04";
    (void)state;
    cfa_forward_reader reader;
    cfa_forward_entry entry;
    assert_true(cfa_forward_open(&reader, none, sizeof none - 1));
    assert_false(cfa_forward_next(&reader, &entry));
    assert_false(cfa_forward_next(&reader, &entry));
    assert_true(cfa_forward_open(&reader, wraps, sizeof wraps - 1));
    assert_true(cfa_forward_next(&reader, &entry));
    assert_false(cfa_forward_next(&reader, &entry));
}

static void bytes_that_are_no_value_are_refused(void **state)
{
    (void)state;
    cfa_forward_reader reader;
    cfa_forward_entry entry;
    assert_false(cfa_forward_open(&reader, "\x07\x01\x01\x01", 4)); /* no such language */
    assert_false(cfa_forward_open(&reader, "\x01\x07\x01\x01", 4)); /* no such section */
    assert_false(cfa_forward_next(&reader, &entry));
    assert_false(cfa_forward_open(&reader, "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 12));
    assert_false(cfa_forward_next(&reader, &entry));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_stem_comes_back_with_its_count),
        cmocka_unit_test(what_is_told_of_the_paragraph_comes_back),
        cmocka_unit_test(a_paragraph_without_stems_is_a_value_without_entries),
        cmocka_unit_test(encoding_empties_for_the_next_paragraph),
        cmocka_unit_test(the_key_is_the_published_hash),
        cmocka_unit_test(bytes_that_end_early_end_the_entries),
        cmocka_unit_test(keys_rise_and_counts_are_above_none_whatever_the_bytes),
        cmocka_unit_test(bytes_that_are_no_value_are_refused),
    };
    return cmocka_run_group_tests_name("forward", tests, NULL, NULL);
}
