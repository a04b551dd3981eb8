#include "encoding.h"

#include "other_format.h"

#include <string.h>

enum {
    LOOKED_AT = 4096,   /* bytes of the start of a page that show UTF-16 or hold its declaration */
    BAD_SHARE = 10,     /* one bad byte in so many is too much for a text */
    DAMAGE_AT_MOST = 8, /* so many bad bytes and no good character: another encoding, whatever is declared */
    REPLACEMENT = 0xFFFD
};

/* 0x80 to 0x9F of Windows-1252; the rest of it is Latin-1. Zero where it has nothing. */
static const gunichar windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

gunichar cfa_encoding_of_windows(gunichar control)
{
    return control >= 0x80 && control < 0xA0 ? windows_1252[control - 0x80] : 0;
}

typedef struct utf8_count {
    gsize characters; /* beyond ASCII */
    gsize bad;        /* bytes */
} utf8_count;

static gboolean starts_with(const guint8 *bytes, gsize length, const char *mark, gsize mark_length)
{
    return length >= mark_length && memcmp(bytes, mark, mark_length) == 0;
}

/* The byte order of UTF-16 by the zero bytes of its Latin letters: G_LITTLE_ENDIAN, G_BIG_ENDIAN, or 0 when
 * it is none. */
static int utf16_order(const guint8 *bytes, gsize length)
{
    gsize pairs = MIN(length, LOOKED_AT) / 2;
    gsize zero_first = 0, zero_second = 0;
    for (gsize i = 0; i < pairs; i++) {
        zero_first += bytes[2 * i] == 0;
        zero_second += bytes[2 * i + 1] == 0;
    }
    if (pairs < 2)
        return 0;
    if (zero_second * 10 >= pairs * 7 && zero_first * 10 <= pairs)
        return G_LITTLE_ENDIAN;
    if (zero_first * 10 >= pairs * 7 && zero_second * 10 <= pairs)
        return G_BIG_ENDIAN;
    return 0;
}

static gunichar utf16_unit(const guint8 *bytes, int order)
{
    return order == G_LITTLE_ENDIAN ? (gunichar)(bytes[0] | bytes[1] << 8)
                                    : (gunichar)(bytes[0] << 8 | bytes[1]);
}

static void decode_utf16(const guint8 *bytes, gsize length, int order, GString *text, guint *replaced)
{
    for (gsize i = 0; i + 1 < length; i += 2) {
        gunichar character = utf16_unit(bytes + i, order);
        if (character >= 0xD800 && character < 0xDC00 && i + 3 < length) {
            gunichar low = utf16_unit(bytes + i + 2, order);
            if (low >= 0xDC00 && low < 0xE000) {
                character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        if (character == 0 || (character >= 0xD800 && character < 0xE000)) {
            character = REPLACEMENT;
            *replaced += 2;
        }
        if (character < 0x80)
            g_string_append_c(text, (char)character);
        else
            g_string_append_unichar(text, character);
    }
    if (length % 2 != 0) {
        g_string_append_unichar(text, REPLACEMENT);
        *replaced += 1;
    }
}

static void decode_windows_1252(const guint8 *bytes, gsize length, GString *text, guint *replaced)
{
    gsize at = 0;
    while (at < length) {
        gsize run = at;
        while (at < length && bytes[at] < 0x80)
            at++;
        g_string_append_len(text, (const char *)bytes + run, (gssize)(at - run));
        if (at == length)
            break;
        gunichar character = bytes[at] < 0xA0 ? cfa_encoding_of_windows(bytes[at]) : bytes[at];
        if (character == 0) {
            character = REPLACEMENT;
            *replaced += 1;
        }
        g_string_append_unichar(text, character);
        at++;
    }
}

/* Replaces each bad byte; or only counts, where `text` is NULL. */
static utf8_count decode_utf8(const guint8 *bytes, gsize length, GString *text)
{
    utf8_count count = {0};
    const char *at = (const char *)bytes, *end = at + length;
    while (at < end) {
        const char *stop;
        g_utf8_validate_len(at, (gsize)(end - at), &stop);
        for (const char *p = at; p < stop; p++)
            count.characters += (guint8)*p >= 0xC0;
        if (text != NULL)
            g_string_append_len(text, at, stop - at);
        at = stop;
        if (at < end) {
            count.bad++;
            if (text != NULL)
                g_string_append_unichar(text, REPLACEMENT);
            at++;
        }
    }
    return count;
}

/* Whether the page says "charset=utf-8" or "encoding='utf-8'" near its start. */
static gboolean declares_utf8(const guint8 *bytes, gsize length)
{
    g_autofree char *head = g_ascii_strdown((const char *)bytes, (gssize)MIN(length, LOOKED_AT));
    static const char *const labels[] = {"charset", "encoding"};
    for (gsize i = 0; i < G_N_ELEMENTS(labels); i++) {
        const char *at = strstr(head, labels[i]);
        if (at == NULL)
            continue;
        at += strlen(labels[i]);
        at += strspn(at, " \t\r\n=\"'");
        return g_str_has_prefix(at, "utf-8") || g_str_has_prefix(at, "utf8");
    }
    return FALSE;
}

static gboolean is_damaged_utf8(const guint8 *bytes, gsize length)
{
    utf8_count count = decode_utf8(bytes, length, NULL);
    if (count.characters > 0 && count.characters >= count.bad)
        return TRUE;
    return declares_utf8(bytes, length) && (count.characters > 0 || count.bad < DAMAGE_AT_MOST);
}

static gsize count_controls(const char *text, gsize length)
{
    gsize controls = 0;
    for (gsize i = 0; i < length; i++) {
        guint8 byte = (guint8)text[i];
        controls += (byte < 0x20 && (byte < '\t' || byte > '\r')) || byte == 0x7F;
    }
    return controls;
}

/* Takes the string as what was decoded. */
static void own(cfa_decoded *decoded, GString *text)
{
    decoded->length = text->len;
    decoded->owned = g_string_free(text, FALSE);
    decoded->text = decoded->owned;
}

static void decode(const guint8 *bytes, gsize length, int order, cfa_decoded *decoded)
{
    gboolean marked = starts_with(bytes, length, "\xEF\xBB\xBF", 3);
    if (marked) {
        bytes += 3;
        length -= 3;
    }
    if (order == 0 && g_utf8_validate_len((const char *)bytes, length, NULL)) {
        decoded->text = (const char *)bytes;
        decoded->length = length;
        return;
    }
    GString *text = g_string_sized_new(length + length / 8 + 16);
    if (order != 0)
        decode_utf16(bytes, length, order, text, &decoded->replaced);
    else if (marked || is_damaged_utf8(bytes, length))
        decoded->replaced = (guint)decode_utf8(bytes, length, text).bad;
    else
        decode_windows_1252(bytes, length, text, &decoded->replaced);
    own(decoded, text);
}

gboolean cfa_encoding_decode(const guint8 *bytes, gsize length, cfa_decoded *decoded, cfa_error *error)
{
    *decoded = (cfa_decoded){.text = ""};
    const char *other = cfa_other_format_find(bytes, length);
    if (other != NULL)
        return cfa_error_set(error, CFA_BAD_INPUT, "other-format", -1, "it is %s", other);
    int order = utf16_order(bytes, length);
    gboolean marked = TRUE;
    if (starts_with(bytes, length, "\xFF\xFE", 2))
        order = G_LITTLE_ENDIAN;
    else if (starts_with(bytes, length, "\xFE\xFF", 2))
        order = G_BIG_ENDIAN;
    else
        marked = FALSE;

    const guint8 *nul = order == 0 && length > 0 ? memchr(bytes, 0, length) : NULL;
    if (nul != NULL)
        return cfa_error_set(error, CFA_BAD_INPUT, "not-text", nul - bytes,
                             "it holds a zero byte, so it is no text");
    gsize mark = order != 0 && marked ? 2 : 0;
    decode(bytes + mark, length - mark, order, decoded);
    if (decoded->length == 0) {
        cfa_decoded_clear(decoded);
        return cfa_error_set(error, CFA_BAD_INPUT, "empty", 0, "there is nothing in it");
    }
    gsize bad = decoded->replaced + count_controls(decoded->text, decoded->length);
    if (bad > length / BAD_SHARE) {
        cfa_decoded_clear(decoded);
        return cfa_error_set(error, CFA_BAD_INPUT, "not-text", 0,
                             "%" G_GSIZE_FORMAT " of its %" G_GSIZE_FORMAT " bytes are no text", bad, length);
    }
    return TRUE;
}

void cfa_decoded_clear(cfa_decoded *decoded)
{
    g_free(decoded->owned);
    *decoded = (cfa_decoded){.text = ""};
}
