#include "encode.h"

#include <string.h>

static GBytes *encode_in_8_bits(const GString *page, const char *charset)
{
    GByteArray *out = g_byte_array_sized_new((guint)page->len);
    for (const char *at = page->str; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        gsize length = 0;
        g_autofree char *character =
            g_convert(at, g_utf8_skip[(guchar)*at], charset, "UTF-8", NULL, &length, NULL);
        if (character != NULL) {
            g_byte_array_append(out, (const guint8 *)character, (guint)length);
            continue;
        }
        g_autofree char *reference = g_strdup_printf("&#%u;", g_utf8_get_char(at));
        for (const char *letter = reference; *letter != '\0'; letter++)
            g_byte_array_append(out, (const guint8 *)letter, 1);
    }
    return g_byte_array_free_to_bytes(out);
}

static GBytes *encode_in_utf_16(const GString *page)
{
    GByteArray *out = g_byte_array_new();
    glong units = 0;
    g_autofree gunichar2 *utf_16 = g_utf8_to_utf16(page->str, (glong)page->len, NULL, &units, NULL);
    g_byte_array_append(out, (const guint8 *)"\xff\xfe", 2);
    for (glong i = 0; i < units; i++) {
        guint8 pair[2] = {(guint8)(utf_16[i] & 0xff), (guint8)(utf_16[i] >> 8)};
        g_byte_array_append(out, pair, sizeof pair);
    }
    return g_byte_array_free_to_bytes(out);
}

GBytes *sample_encode(GString *page, sample_encoding encoding)
{
    g_autoptr(GString) owned = page;
    if (encoding == LATIN_1)
        return encode_in_8_bits(page, "ISO-8859-1");
    if (encoding == WINDOWS_1252)
        return encode_in_8_bits(page, "WINDOWS-1252");
    if (encoding == UTF_16)
        return encode_in_utf_16(page);
    if (encoding == UTF_8_DECOMPOSED) {
        char *decomposed = g_utf8_normalize(page->str, (gssize)page->len, G_NORMALIZE_NFD);
        return g_bytes_new_take(decomposed, strlen(decomposed));
    }
    return g_string_free_to_bytes(g_steal_pointer(&owned));
}
