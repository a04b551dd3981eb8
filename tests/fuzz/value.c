/*
 * Values of documents: what a paragraph is counted under is written as it was read, and its stems come by
 * rising key.
 */
#include "fuzz.h"

#include "layout.h"

#include <string.h>

static void check_counted_value(cfa_facet facet, const char *value, gpointer data)
{
    (void)data;
    fuzz_check(cfa_facet_name(facet) != NULL && value[0] != '\0' && strpbrk(value, "\t\r\n") == NULL,
               "a value is \"%s\"", value);
}

static void check_counted(const char *bytes, gsize length)
{
    cfa_counted counted;
    if (!cfa_counted_decode(&counted, bytes, length))
        return;
    g_autoptr(GString) written = g_string_new(NULL);
    cfa_counted_encode(written, &counted);
    cfa_counted again;
    fuzz_check(cfa_counted_decode(&again, written->str, written->len), "what was written is not read back");
    fuzz_check(again.number == counted.number && again.section == counted.section &&
                   again.year == counted.year && again.statuses == counted.statuses &&
                   again.convention_count == counted.convention_count,
               "what was written is read as another value");
    cfa_counted_visit_text(&counted, check_counted_value, NULL);
    cfa_counted_visit_paragraph(&counted, check_counted_value, NULL);
}

static void check_forward(const char *bytes, gsize length)
{
    cfa_forward_reader reader;
    cfa_forward_entry entry;
    guint64 least = 0;
    gsize entries = 0;
    const gboolean well = cfa_forward_open(&reader, bytes, length);
    fuzz_check(
        !well || (reader.head.language <= CFA_SPANISH && reader.head.section <= CFA_SECTION_RECOMMENDATIONS),
        "the head is of no paragraph");
    while (cfa_forward_next(&reader, &entry)) {
        fuzz_check(well && entry.key >= least && entry.count > 0, "key %u stands after %" G_GUINT64_FORMAT,
                   entry.key, least);
        least = entry.key;
        fuzz_check(++entries <= length, "%zu entries come of %zu bytes", entries, length);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    check_counted((const char *)bytes, length);
    check_forward((const char *)bytes, length);
    return 0;
}
