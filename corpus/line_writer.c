#include "line_writer.h"

#include "encoding.h"

#include <stdlib.h>
#include <utf8proc.h>

enum {
    ITEM_INDENT = 2,
    COMPOSED_AT_ONCE = 256 /* bytes: ordering the marks of one run takes time in the square of it */
};

typedef enum byte_class {
    PLAIN, /* stands as it is */
    BLANK,
    NEWLINE,
    CONTROL,
    LEAD /* begins a character that may be a blank, a control, or not in NFC */
} byte_class;

/* Two-byte characters from U+00C0 to U+02FF stand as they are: none of them is a blank or takes part in
 * composition but as a base. Their lead bytes are C3 to CB. */
static byte_class class_of(guint8 byte)
{
    if (byte > ' ' && byte < 0x7F)
        return PLAIN;
    if (byte == ' ' || byte == '\t')
        return BLANK;
    if (byte >= '\n' && byte <= '\r')
        return NEWLINE;
    if (byte < ' ' || byte == 0x7F)
        return CONTROL;
    return byte == 0xC2 || byte >= 0xCC ? LEAD : PLAIN;
}

void cfa_line_writer_init(cfa_line_writer *writer)
{
    *writer = (cfa_line_writer){.text = g_string_new(NULL), .composed = G_MAXSIZE};
}

/* Writes what is due before a word. */
static void flush(cfa_line_writer *writer)
{
    GString *text = writer->text;
    if (text->len == 0)
        writer->newlines = 0;
    gboolean at_start = text->len == 0 || writer->newlines > 0;
    for (; writer->newlines > 0; writer->newlines--)
        g_string_append_c(text, '\n');
    if (writer->item > 0) {
        for (guint i = 0; i < (writer->item - 1) * ITEM_INDENT; i++)
            g_string_append_c(text, ' ');
        g_string_append(text, "- ");
        writer->item = 0;
    } else if (writer->preserve || !at_start) {
        for (; writer->blanks > 0; writer->blanks--)
            g_string_append_c(text, ' ');
    }
    writer->blanks = 0;
}

static void flush_if_due(cfa_line_writer *writer)
{
    if (writer->newlines > 0 || writer->blanks > 0 || writer->item > 0)
        flush(writer);
}

static void append(cfa_line_writer *writer, const char *text, gsize length)
{
    flush_if_due(writer);
    writer->returned = FALSE;
    g_string_append_len(writer->text, text, (gssize)length);
}

static void add_blank(cfa_line_writer *writer)
{
    writer->returned = FALSE;
    if (writer->preserve)
        writer->blanks++;
    else if (writer->newlines == 0 && writer->text->len > 0)
        writer->blanks = 1;
}

static void add_newline(cfa_line_writer *writer)
{
    if (!writer->preserve) {
        add_blank(writer);
        return;
    }
    writer->newlines++;
    writer->blanks = 0;
}

static gboolean is_blank(gunichar character)
{
    if (character < 0x2000)
        return character == 0xA0 || character == 0x1680;
    return character <= 0x200A || character == 0x202F || character == 0x205F || character == 0x3000;
}

/* What is shown in the place of a character; 0 for nothing. */
static gunichar shown(gunichar character)
{
    switch (character) {
    case 0x00AD: /* soft hyphen */
    case 0x200B: /* zero width space */
    case 0x2060: /* word joiner */
    case 0xFEFF: /* a byte order mark */
        return 0;
    case 0x2011: /* a hyphen that does not break, like a blank that does not */
        return '-';
    default: /* "&#146;": browsers, too, show what Windows has in its place */
        return character < 0xA0 ? cfa_encoding_of_windows(character) : character;
    }
}

/* Dashes, quotation marks, bullets, the euro and our own replacement: all that a Latin text usually has
 * beyond its letters. */
static gboolean stays_in_nfc(gunichar character)
{
    return character < 0x300 || (character >= 0x2010 && character <= 0x205E) || character == 0x20AC ||
           character == 0xFFFD;
}

static void add_character(cfa_line_writer *writer, gunichar character)
{
    char letter[6];
    if (character == 0x2028 || character == 0x2029) {
        add_newline(writer);
        return;
    }
    if (is_blank(character)) {
        add_blank(writer);
        return;
    }
    character = shown(character);
    if (character == 0)
        return;
    if (writer->composed == G_MAXSIZE && !stays_in_nfc(character)) {
        flush_if_due(writer);
        writer->composed = writer->text->len;
    }
    append(writer, letter, (gsize)g_unichar_to_utf8(character, letter));
}

void cfa_line_writer_add(cfa_line_writer *writer, const char *text, gsize length)
{
    const char *at = text, *end = text + length;
    while (at < end) {
        const char *run = at;
        while (at < end && class_of((guint8)*at) == PLAIN)
            at++;
        if (at > run)
            append(writer, run, (gsize)(at - run));
        if (at == end)
            break;
        gsize bytes = 1;
        switch (class_of((guint8)*at)) {
        case BLANK:
            add_blank(writer);
            break;
        case NEWLINE:
            if (*at != '\n' || !writer->returned)
                add_newline(writer);
            writer->returned = *at == '\r';
            break;
        case LEAD:
            bytes = (gsize)g_utf8_skip[(guint8)*at];
            add_character(writer, g_utf8_get_char(at));
            break;
        case CONTROL:
        case PLAIN:
            break;
        }
        at += bytes;
    }
}

void cfa_line_writer_break(cfa_line_writer *writer, cfa_break kind)
{
    writer->newlines = MAX(writer->newlines, (gsize)kind);
    writer->blanks = 0;
}

void cfa_line_writer_newline(cfa_line_writer *writer)
{
    writer->newlines = MIN(writer->newlines + 1, (gsize)CFA_BREAK_EMPTY);
    writer->blanks = 0;
}

void cfa_line_writer_join(cfa_line_writer *writer)
{
    writer->newlines = 0;
    writer->blanks = 1;
}

void cfa_line_writer_item(cfa_line_writer *writer, guint level)
{
    cfa_line_writer_break(writer, CFA_BREAK_LINE);
    writer->item = MAX(level, 1);
}

static gsize ascii_run(const char *at, gsize length)
{
    gsize run = 0;
    while (run < length && (guint8)at[run] < 0x80)
        run++;
    return run;
}

/* How much to compose at once: up to the next ASCII, which joins no mark before it, and of a long run a piece
 * that ends before a base character. */
static gsize composable_run(const char *at, gsize length)
{
    gsize run = 0, last_base = 0;
    while (run < length && (guint8)at[run] >= 0x80 && run < COMPOSED_AT_ONCE) {
        if (utf8proc_get_property((utf8proc_int32_t)g_utf8_get_char(at + run))->combining_class == 0)
            last_base = run;
        run += (gsize)g_utf8_skip[(guint8)at[run]];
    }
    gboolean whole = run == length || (guint8)at[run] < 0x80;
    return whole || last_base == 0 ? run : last_base;
}

static void compose_run(GString *composed, const char *run, gsize length)
{
    utf8proc_uint8_t *result = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)run, (utf8proc_ssize_t)length, &result,
                                         UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (size >= 0)
        g_string_append_len(composed, (const char *)result, size);
    else
        g_string_append_len(composed, run, (gssize)length);
    free(result);
}

/* NFC of everything from the first character that needs a look; a mark there may join the character before
 * it. */
static void compose(cfa_line_writer *writer)
{
    GString *text = writer->text;
    const char *start = text->str + writer->composed;
    if (start > text->str)
        start = g_utf8_prev_char(start);
    gsize at = (gsize)(start - text->str);
    GString *composed = g_string_sized_new(text->len + 1);
    g_string_append_len(composed, text->str, (gssize)at);
    while (at < text->len) {
        gsize ascii = ascii_run(text->str + at, text->len - at);
        gboolean more = at + ascii < text->len;
        /* The last of these is the base of a mark that may follow. */
        gsize base = more && ascii > 0 ? 1 : 0;
        g_string_append_len(composed, text->str + at, (gssize)(ascii - base));
        at += ascii - base;
        if (!more)
            break;
        gsize run = base + composable_run(text->str + at + base, text->len - at - base);
        compose_run(composed, text->str + at, run);
        at += run;
    }
    g_string_free(text, TRUE);
    writer->text = composed;
}

GString *cfa_line_writer_finish(cfa_line_writer *writer)
{
    if (writer->composed != G_MAXSIZE)
        compose(writer);
    GString *text = writer->text;
    if (text->len > 0)
        g_string_append_c(text, '\n');
    *writer = (cfa_line_writer){0};
    return text;
}
