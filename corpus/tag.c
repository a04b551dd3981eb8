#include "tag.h"

#include <string.h>

enum { LOOKED_AT = 4096 };

/* A tag that makes a text HTML, where a blank, a slash or an angle bracket follows. */
static const char *const telling_tags[] = {"!doctype", "html", "head", "body",  "title", "meta", "div", "p",
                                           "ol",       "ul",   "li",   "table", "br",    "span", "h1",  "h2"};

gboolean cfa_tag_shows_html(const char *text, gsize length)
{
    const char *end = text + MIN(length, LOOKED_AT);
    for (const char *at = text; at < end; at++) {
        at = memchr(at, '<', (gsize)(end - at));
        if (at == NULL)
            return FALSE;
        for (gsize i = 0; i < G_N_ELEMENTS(telling_tags); i++) {
            gsize name = strlen(telling_tags[i]);
            if ((gsize)(end - at) > name + 1 && g_ascii_strncasecmp(at + 1, telling_tags[i], name) == 0 &&
                strchr(" \t\r\n/>", at[name + 1]) != NULL)
                return TRUE;
        }
    }
    return FALSE;
}

/* The bytes of a tag up to its end, and its words outside quotation marks: its attributes, or some more. */
static gsize measure_tag(const char *tag, gsize length, guint *words)
{
    char quote = '\0', last = '<';
    for (gsize i = 1; i < length; i++) {
        char byte = tag[i];
        if (quote != '\0') {
            if (byte == quote)
                quote = '\0';
            continue;
        }
        if (byte == '>')
            return i;
        if (g_ascii_isspace(byte))
            continue;
        if ((byte == '"' || byte == '\'') && last == '=')
            quote = byte;
        *words += g_ascii_isspace(tag[i - 1]) || tag[i - 1] == '"' || tag[i - 1] == '\'';
        last = byte;
    }
    return length;
}

/* The end of what a script or style holds, whose angle brackets are no tags; `at` itself for the tag of
 * another element. */
static const char *after_raw_text(const char *at, const char *tag, const char *end)
{
    static const char *const names[] = {"script", "style"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        gsize length = strlen(names[i]);
        if ((gsize)(end - tag) <= length + 2 || g_ascii_strncasecmp(tag + 1, names[i], length) != 0)
            continue;
        while ((at = memchr(at, '<', (gsize)(end - at))) != NULL) {
            if ((gsize)(end - at) > length + 2 && at[1] == '/' &&
                g_ascii_strncasecmp(at + 2, names[i], length) == 0)
                return at;
            at++;
        }
        return end;
    }
    return at;
}

gint64 cfa_tag_find_crowded(const char *text, gsize length, guint most)
{
    const char *end = text + length, *at = text;
    while ((at = memchr(at, '<', (gsize)(end - at))) != NULL) {
        const char *tag = at++;
        if (at == end || !g_ascii_isalpha(*at))
            continue;
        guint words = 0;
        at = tag + measure_tag(tag, (gsize)(end - tag), &words);
        if (words > most)
            return tag - text;
        at = after_raw_text(at, tag, end);
    }
    return -1;
}
