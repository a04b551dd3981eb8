#include "html.h"

#include "corpus.h"

#include <stdarg.h>
#include <string.h>

struct cfa_html {
    GString *out;
    GPtrArray *open; /* char *: names of the elements that are open, the innermost last */
    gboolean is_page;
};

/* Elements without content. */
static const char *const voids[] = {"br", "hr", "input", "link", "meta", "Url"};

/* Attributes that hold an address. */
static const char *const addresses[] = {"action", "href"};

/* Elements whose end ends a line, so that a page can be read as it is sent. Blanks between them
 * mean nothing. */
static const char *const blocks[] = {
    "head", "header",  "main",    "nav",     "ul",       "ol",    "li",      "p",     "h1", "h2",
    "h3",   "div",     "section", "form",    "fieldset", "title", "footer",  "table", "tr", "figure",
    "svg",  "details", "entry",   "summary", "author",   "id",    "updated", "aside", "dt", "dd"};

static gboolean is_among(const char *name, const char *const *names, gsize count)
{
    for (gsize i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return TRUE;
    return FALSE;
}

static cfa_html *new_writer(const char *prologue)
{
    cfa_html *html = g_new0(cfa_html, 1);
    html->out = g_string_new(prologue);
    html->open = g_ptr_array_new_with_free_func(g_free);
    return html;
}

cfa_html *cfa_html_new(void)
{
    cfa_html *html = new_writer("<!DOCTYPE html>\n");
    html->is_page = TRUE;
    return html;
}

cfa_html *cfa_html_new_xml(void)
{
    return new_writer("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
}

void cfa_html_free(cfa_html *html)
{
    if (html == NULL)
        return;
    g_ptr_array_unref(html->open);
    if (html->out != NULL)
        g_string_free(html->out, TRUE);
    g_free(html);
}

/* Characters that may stand in a page: no controls but tab and line feed, no noncharacters. */
static gboolean is_writable(gunichar character)
{
    if (character < 0x20 || (character >= 0x7F && character < 0xA0))
        return character == '\t' || character == '\n';
    return (character & 0xFFFE) != 0xFFFE && (character < 0xFDD0 || character > 0xFDEF);
}

static const char *entity(char byte, gboolean quotes)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return quotes ? "&quot;" : NULL;
    case '\'':
        return quotes ? "&#39;" : NULL;
    default:
        return NULL;
    }
}

/* Most bytes of a text are letters of ASCII and blanks, which are themselves. */
static gboolean is_plain(char byte)
{
    return byte == ' ' || g_ascii_isalnum(byte);
}

/* Runs of plain bytes are copied as wholes. */
static void append_escaped(GString *out, const char *text, gboolean quotes)
{
    const char *plain = text;
    const char *end = text + strlen(text);
    for (const char *at = text; at < end;) {
        if (is_plain(*at)) {
            at++;
            continue;
        }
        const gunichar character = g_utf8_get_char_validated(at, end - at);
        const gboolean is_character = character != (gunichar)-1 && character != (gunichar)-2;
        const char *next = at + (is_character ? g_utf8_skip[(guchar)*at] : 1);
        const char *instead = is_character && is_writable(character) ? entity(*at, quotes) : "\xEF\xBF\xBD";
        if (instead != NULL) {
            g_string_append_len(out, plain, at - plain);
            g_string_append(out, instead);
            plain = next;
        }
        at = next;
    }
    g_string_append_len(out, plain, end - plain);
}

/* A path of this host, this page or a part of it, or a page elsewhere; and no script. */
static gboolean is_address(const char *address)
{
    if (address[0] == '\0')
        return TRUE;
    if (address[0] == '/')
        return address[1] != '/' && address[1] != '\\';
    return address[0] == '#' || address[0] == '?' || g_str_has_prefix(address, "https://") ||
           g_str_has_prefix(address, "http://");
}

static void append_address(GString *out, const char *address)
{
    static const char kept[] = "!#$%&'()*+,-./:;=?@_~[]";
    if (!is_address(address))
        address = "#";
    for (const char *at = address; *at != '\0'; at++) {
        const char *instead = entity(*at, TRUE);
        if (!g_ascii_isalnum(*at) && strchr(kept, *at) == NULL)
            g_string_append_printf(out, "%%%02X", (guint)(guchar)*at);
        else if (instead != NULL)
            g_string_append(out, instead);
        else
            g_string_append_c(out, *at);
    }
}

static void append_start(cfa_html *html, const char *name, va_list attributes)
{
    g_string_append_c(html->out, '<');
    g_string_append(html->out, name);
    for (const char *key; (key = va_arg(attributes, const char *)) != NULL;) {
        const char *value = va_arg(attributes, const char *);
        if (value == NULL)
            continue;
        g_string_append_c(html->out, ' ');
        g_string_append(html->out, key);
        g_string_append(html->out, "=\"");
        if (is_among(key, addresses, G_N_ELEMENTS(addresses)))
            append_address(html->out, value);
        else
            append_escaped(html->out, value, TRUE);
        g_string_append_c(html->out, '"');
    }
    if (is_among(name, voids, G_N_ELEMENTS(voids))) {
        g_string_append(html->out, " />");
        return;
    }
    g_string_append_c(html->out, '>');
    g_ptr_array_add(html->open, g_strdup(name));
}

void cfa_html_open(cfa_html *html, const char *name, ...)
{
    va_list attributes;
    va_start(attributes, name);
    append_start(html, name, attributes);
    va_end(attributes);
}

static void close_innermost(cfa_html *html)
{
    g_autofree char *name = g_ptr_array_steal_index(html->open, html->open->len - 1);
    g_string_append(html->out, "</");
    g_string_append(html->out, name);
    g_string_append_c(html->out, '>');
    if (is_among(name, blocks, G_N_ELEMENTS(blocks)))
        g_string_append_c(html->out, '\n');
}

void cfa_html_close(cfa_html *html, const char *name)
{
    guint depth = html->open->len;
    while (depth > 0 && strcmp(g_ptr_array_index(html->open, depth - 1), name) != 0)
        depth--;
    while (depth > 0 && html->open->len >= depth)
        close_innermost(html);
}

static gboolean is_letter(char byte)
{
    return g_ascii_isalpha(byte) || (guchar)byte >= 0x80;
}

/* Where the word that ends at a blank begins, if it is the label of a number: "No.", "párrafo"; else NULL. */
static const char *label_before(const char *text, const char *blank)
{
    const char *end = blank;
    while (end > text && end[-1] == '.')
        end--;
    const char *begin = end;
    while (begin > text && is_letter(begin[-1]))
        begin--;
    if (begin == end || end - begin > CFA_WORD_MAX)
        return NULL;
    g_autofree char *word = cfa_word_fold(begin, (gsize)(end - begin));
    return cfa_citation_is_label(word) ? begin : NULL;
}

/* Adds a text up to a blank, and in its place one that no line ends at. */
static const char *tie(GString *tied, const char *from, const char *blank)
{
    g_string_append_len(tied, from, blank - from);
    g_string_append(tied, "\u00A0");
    return blank + 1;
}

/* Whether what follows a blank is at the end of a line rather than at the beginning of one. */
static gboolean is_trailing(const char *text)
{
    return g_str_has_prefix(text, "…") || g_str_has_prefix(text, "·");
}

/* The text with labels that no line parts from their numbers, nor from a word before them: "Case No. 2090";
 * and with "…" and "·" on the line of what they end. NULL where there is neither. The caller frees. */
static char *tie_together(const char *text)
{
    GString *tied = NULL;
    const char *from = text;
    for (const char *at = strchr(text, ' '); at != NULL; at = strchr(at + 1, ' ')) {
        const char *label = g_ascii_isdigit(at[1]) ? label_before(text, at) : NULL;
        if (label == NULL && !is_trailing(at + 1))
            continue;
        if (tied == NULL)
            tied = g_string_new(NULL);
        if (label != NULL && label > from + 1 && label[-1] == ' ' && is_letter(label[-2]))
            from = tie(tied, from, label - 1);
        from = tie(tied, from, at);
    }
    return tied != NULL ? g_string_free(g_string_append(tied, from), FALSE) : NULL;
}

void cfa_html_text(cfa_html *html, const char *text)
{
    g_autofree char *tied = html->is_page ? tie_together(text) : NULL;
    append_escaped(html->out, tied != NULL ? tied : text, FALSE);
}

void cfa_html_element(cfa_html *html, const char *name, const char *text, ...)
{
    va_list attributes;
    va_start(attributes, text);
    append_start(html, name, attributes);
    va_end(attributes);
    cfa_html_text(html, text);
    cfa_html_close(html, name);
}

GString *cfa_html_finish(cfa_html *html)
{
    while (html->open->len > 0)
        close_innermost(html);
    g_string_append_c(html->out, '\n');
    GString *page = g_steal_pointer(&html->out);
    cfa_html_free(html);
    return page;
}
