#include "bibtex.h"

#include "reference.h"

#include <string.h>

static const char *const months[] = {NULL,  "jan", "feb", "mar", "apr", "may", "jun",
                                     "jul", "aug", "sep", "oct", "nov", "dec"};
static const char *const languages[CFA_LANGUAGES + 1] = {NULL, "english", "french", "spanish"};

/* What stands for a character that is special to TeX, or prints as another one there; NULL for any other. */
static const char *macro(char letter)
{
    switch (letter) {
    case '\\':
        return "{\\textbackslash}";
    case '{':
        return "{\\textbraceleft}";
    case '}':
        return "{\\textbraceright}";
    case '~':
        return "{\\textasciitilde}";
    case '^':
        return "{\\textasciicircum}";
    case '<':
        return "{\\textless}";
    case '>':
        return "{\\textgreater}";
    case '|':
        return "{\\textbar}";
    case '&':
        return "\\&";
    case '%':
        return "\\%";
    case '$':
        return "\\$";
    case '#':
        return "\\#";
    case '_':
        return "\\_";
    default:
        return NULL;
    }
}

/* A field's value is set as it is, or escaped, or escaped and kept from any change of its capitals. */
typedef enum setting { LITERAL, ESCAPED, FIXED } setting;

static void add_field(GString *out, const char *name, setting how, const char *value)
{
    if (value == NULL || value[0] == '\0')
        return;
    g_string_append_printf(out, ",\n  %s = %s", name, how == FIXED ? "{{" : "{");
    for (const char *at = value; *at != '\0'; at++) {
        const char *instead = how != LITERAL ? macro(*at) : NULL;
        if (instead != NULL)
            g_string_append(out, instead);
        else
            g_string_append_c(out, *at);
    }
    g_string_append(out, how == FIXED ? "}}" : "}");
}

static void add_number(GString *out, const char *name, guint number)
{
    if (number > 0)
        g_string_append_printf(out, ",\n  %s = {%u}", name, number);
}

/* An address is set as it is, but for what would end the field or begin a macro. */
static void add_address(GString *out, const char *url)
{
    g_autofree char *escaped = url != NULL ? g_uri_escape_string(url, "!#$%&'()*+,/:;=?@[]", TRUE) : NULL;
    add_field(out, "url", LITERAL, escaped);
}

static void add_entry(GString *out, const cfa_item *item)
{
    cfa_reference reference = cfa_reference_make(item);
    g_string_append_printf(out, "%s@techreport{%s", out->len > 0 ? "\n" : "", reference.key);
    add_field(out, "author", FIXED, reference.author);
    add_field(out, "title", FIXED, reference.title);
    add_field(out, "type", ESCAPED, reference.genre);
    add_number(out, "number", reference.report);
    add_field(out, "institution", ESCAPED, reference.publisher);
    add_field(out, "address", ESCAPED, reference.place);
    add_number(out, "year", reference.date.year);
    if (reference.date.month > 0)
        g_string_append_printf(out, ",\n  month = %s", months[reference.date.month]);
    add_field(out, "language", LITERAL, languages[reference.language]);
    add_address(out, reference.url);
    add_field(out, "abstract", ESCAPED, reference.text);
    g_string_append(out, "\n}\n");
    cfa_reference_clear(&reference);
}

char *cfa_bibtex(const GArray *items)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < items->len; i++)
        add_entry(out, &g_array_index(items, cfa_item, i));
    return g_string_free(out, FALSE);
}
