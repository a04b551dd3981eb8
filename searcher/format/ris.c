#include "ris.h"

#include "reference.h"

static void add_field(GString *out, const char *tag, const char *value)
{
    if (value != NULL && value[0] != '\0')
        g_string_append_printf(out, "%s  - %s\r\n", tag, value);
}

static void add_number(GString *out, const char *tag, guint number)
{
    if (number > 0)
        g_string_append_printf(out, "%s  - %u\r\n", tag, number);
}

/* "2021/03//": year, month, day and something more, whose slashes always stand. */
static void add_date(GString *out, cfa_date date)
{
    if (date.month > 0)
        g_string_append_printf(out, "DA  - %04u/%02u//\r\n", date.year, date.month);
}

static void add_record(GString *out, const cfa_item *item)
{
    cfa_reference reference = cfa_reference_make(item);
    add_field(out, "TY", "RPRT");
    add_field(out, "ID", reference.key);
    add_field(out, "AU", reference.author); /* without a comma it is one name */
    add_field(out, "TI", reference.title);
    add_field(out, "M3", reference.genre);
    add_number(out, "SN", reference.report);
    add_field(out, "PB", reference.publisher);
    add_field(out, "CY", reference.place);
    add_number(out, "PY", reference.date.year);
    add_date(out, reference.date);
    add_field(out, "LA", cfa_language_code(reference.language));
    add_field(out, "UR", reference.url);
    add_field(out, "N1", reference.citation);
    add_field(out, "AB", reference.text);
    g_string_append(out, "ER  - \r\n");
    cfa_reference_clear(&reference);
}

char *cfa_ris(const GArray *items)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < items->len; i++)
        add_record(out, &g_array_index(items, cfa_item, i));
    return g_string_free(out, FALSE);
}
