#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "encoding.h"

/* What bytes are read as, and how many of them were no text. */
static void check_text(const char *bytes, gsize length, const char *text, guint replaced)
{
    cfa_decoded decoded;
    assert_true(cfa_encoding_decode((const guint8 *)bytes, length, &decoded, NULL));
    assert_string_equal(decoded.text, text);
    assert_int_equal(decoded.length, strlen(text));
    assert_int_equal(decoded.replaced, replaced);
    cfa_decoded_clear(&decoded);
}

/* That bytes are refused. */
static void check_refused(const char *bytes, gsize length, const char *code)
{
    cfa_decoded decoded;
    cfa_error error = {0};
    assert_false(cfa_encoding_decode((const guint8 *)bytes, length, &decoded, &error));
    assert_string_equal(error.code, code);
}

static void zeros_alone_are_no_utf16(void **state)
{
    static const char zeros[64] = {0};
    (void)state;
    check_refused(zeros, sizeof zeros, "not-text");
}

/* As UTF-16: twenty letters, and `units` behind them. */
static GString *after_letters(const guint16 *units, gsize count)
{
    GString *bytes = g_string_new("\xFF\xFE");
    for (guint i = 0; i < 20; i++)
        g_string_append_len(bytes, "a\0", 2);
    for (gsize i = 0; i < count; i++) {
        g_string_append_c(bytes, (char)(units[i] & 0xFF));
        g_string_append_c(bytes, (char)(units[i] >> 8));
    }
    return bytes;
}

static void half_a_pair_in_utf16_is_shown_as_unknown(void **state)
{
    static const struct {
        guint16 units[2];
        gsize count;
        const char *text;
    } cases[] = {
        {{0xD83D}, 1, "aaaaaaaaaaaaaaaaaaaa\uFFFD"},           /* the first half, at the end */
        {{0xDE00, 'b'}, 2, "aaaaaaaaaaaaaaaaaaaa\uFFFDb"},     /* the second half alone */
        {{0xD83D, 'b'}, 2, "aaaaaaaaaaaaaaaaaaaa\uFFFDb"},     /* the first, before a letter */
        {{0xD83D, 0xFF01}, 2, "aaaaaaaaaaaaaaaaaaaa\uFFFD！"}, /* before what lies beyond the halves */
        {{0, 'b'}, 2, "aaaaaaaaaaaaaaaaaaaa\uFFFDb"}};         /* and no character may be NUL */
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) bytes = after_letters(cases[i].units, cases[i].count);
        check_text(bytes->str, bytes->len, cases[i].text, 2);
    }
}

static void private_characters_of_utf16_are_kept(void **state)
{
    static const guint16 units[] = {0xE000};
    g_autoptr(GString) bytes = after_letters(units, G_N_ELEMENTS(units));
    (void)state;
    check_text(bytes->str, bytes->len, "aaaaaaaaaaaaaaaaaaaa\uE000", 0);
}

static void a_mark_of_utf8_outweighs_damage(void **state)
{
    static const char bytes[] = "\xEF\xBB\xBF"
                                "the porters \xE9 and the guards";
    (void)state;
    check_text(bytes, strlen(bytes), "the porters \uFFFD and the guards", 1);
}

static void utf8_may_be_declared_without_its_dash(void **state)
{
    static const char bytes[] = "<meta charset=utf8><p>the porters \xE9 and the guards";
    (void)state;
    check_text(bytes, strlen(bytes), "<meta charset=utf8><p>the porters \uFFFD and the guards", 1);
}

static void a_declaration_outweighs_more_damage_than_characters(void **state)
{
    static const char bytes[] =
        "<meta charset=\"utf-8\"><p>\u00E9 the porters \xE9\xE9 and the guards of the station";
    (void)state;
    check_text(bytes, strlen(bytes),
               "<meta charset=\"utf-8\"><p>\u00E9 the porters \uFFFD\uFFFD and the guards of the station", 2);
}

static void a_declaration_does_not_outweigh_damage_alone(void **state)
{
    static const char head[] = "<meta charset=\"utf-8\">";
    static const char words[] = " gr\xE8ve et libert\xE9";
    g_autoptr(GString) bytes = g_string_new(head), text = g_string_new(head);
    (void)state;
    for (guint i = 0; i < 5; i++) {
        g_string_append(bytes, words);
        g_string_append(text, " grève et liberté");
    }
    check_text(bytes->str, bytes->len, text->str, 0);
}

static void a_declaration_far_from_the_start_is_none(void **state)
{
    g_autoptr(GString) bytes = g_string_new(NULL);
    (void)state;
    while (bytes->len < 5000)
        g_string_append(bytes, "the porters ");
    g_autofree char *before = g_strdup(bytes->str);
    g_string_append(bytes, "charset=utf-8 \xE9");
    g_autofree char *text = g_strconcat(before, "charset=utf-8 é", NULL);
    check_text(bytes->str, bytes->len, text, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zeros_alone_are_no_utf16),
        cmocka_unit_test(half_a_pair_in_utf16_is_shown_as_unknown),
        cmocka_unit_test(private_characters_of_utf16_are_kept),
        cmocka_unit_test(a_mark_of_utf8_outweighs_damage),
        cmocka_unit_test(utf8_may_be_declared_without_its_dash),
        cmocka_unit_test(a_declaration_outweighs_more_damage_than_characters),
        cmocka_unit_test(a_declaration_does_not_outweigh_damage_alone),
        cmocka_unit_test(a_declaration_far_from_the_start_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
