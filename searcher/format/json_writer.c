#include "json_writer.h"

#include "report_json.h"

#include <math.h>
#include <string.h>

/* Begins a value: with a comma where one stands before it. */
static void begin(GString *json, const char *key)
{
    const char last = json->len > 0 ? json->str[json->len - 1] : '\n';
    if (strchr("{[\n", last) == NULL)
        g_string_append_c(json, ',');
    if (key == NULL)
        return;
    g_string_append_c(json, '"');
    g_string_append(json, key);
    g_string_append(json, "\":");
}

void cfa_json_open(GString *json, const char *key, char bracket)
{
    begin(json, key);
    g_string_append_c(json, bracket);
}

void cfa_json_close(GString *json, char bracket)
{
    g_string_append_c(json, bracket);
}

static void append_escaped(GString *json, char byte)
{
    static const char bytes[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *found = strchr(bytes, byte);
    if (found != NULL)
        g_string_append_printf(json, "\\%c", letters[found - bytes]);
    else
        g_string_append_printf(json, "\\u%04X", (guint)byte);
}

static void append_text(GString *json, const char *text)
{
    g_string_append_c(json, '"');
    for (const char *at = text; *at != '\0';) {
        const char *end = at;
        while ((guchar)*end >= ' ' && *end != '"' && *end != '\\')
            end++;
        g_string_append_len(json, at, end - at);
        if (*end != '\0')
            append_escaped(json, *end++);
        at = end;
    }
    g_string_append_c(json, '"');
}

void cfa_json_add_text(GString *json, const char *key, const char *text)
{
    begin(json, key);
    if (text == NULL) {
        g_string_append(json, "null");
        return;
    }
    g_autofree char *valid = g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
    append_text(json, valid != NULL ? valid : text);
}

void cfa_json_add_taken(GString *json, const char *key, char *text)
{
    cfa_json_add_text(json, key, text);
    g_free(text);
}

/* printf() takes ten times as long, and an answer with its reasons has a hundred thousand numbers. */
static void append_digits(GString *json, guint64 number)
{
    char digits[20];
    gsize at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    g_string_append_len(json, digits + at, (gssize)(sizeof digits - at));
}

void cfa_json_add_integer(GString *json, const char *key, guint64 number)
{
    begin(json, key);
    append_digits(json, number);
}

void cfa_json_add_rounded(GString *json, const char *key, double number)
{
    const guint64 thousandths = (guint64)llround(fabs(number) * 1000);
    guint rest = (guint)(thousandths % 1000);
    begin(json, key);
    if (number < 0)
        g_string_append_c(json, '-');
    append_digits(json, thousandths / 1000);
    g_string_append_c(json, '.');
    do {
        g_string_append_c(json, (char)('0' + rest / 100));
        rest = rest % 100 * 10;
    } while (rest > 0);
}

void cfa_json_add_boolean(GString *json, const char *key, gboolean value)
{
    begin(json, key);
    g_string_append(json, value ? "true" : "false");
}

void cfa_json_add_tree(GString *json, const char *key, json_t *value)
{
    g_autofree char *line = cfa_json_line(value);
    begin(json, key);
    g_string_append(json, line);
    json_decref(value);
}
