/*
 * A manifest: of any bytes come rows whose cells are values of their columns, or a named error.
 */
#include "fuzz.h"

#include "manifest.h"

#include <string.h>

static void check_row(const cfa_manifest_row *row)
{
    g_autofree char *text = cfa_manifest_row_text(row);
    cfa_manifest_row *copy = cfa_manifest_row_copy(row);
    g_autofree char *same = cfa_manifest_row_text(copy);
    cfa_manifest_row_free(copy);
    fuzz_check(strcmp(text, same) == 0, "[%s] is copied as [%s]", text, same);
    fuzz_check(row->text_id == NULL ||
                   (row->text_id[0] != '\0' && strspn(row->text_id, "0123456789") == strlen(row->text_id)),
               "a text number is \"%s\"", row->text_id);
    fuzz_check(row->url == NULL || g_str_has_prefix(row->url, "http"), "an address is \"%s\"", row->url);
    fuzz_check(row->country == NULL || g_utf8_validate(row->country, -1, NULL), "a country is no UTF-8");
    fuzz_check(row->report_date.month <= 12 && row->report_date.day <= 31, "a date cannot be");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    cfa_error error = {0};
    cfa_manifest *manifest = cfa_manifest_read(fuzz_file(bytes, length), &error);
    if (manifest == NULL) {
        fuzz_check_error(&error);
        return 0;
    }
    /* Each line may name a file in its first cell, whatever the header says. */
    g_autofree char *text = g_strndup((const char *)bytes, length);
    g_auto(GStrv) cells = g_strsplit_set(text, "\t\r\n", 200);
    for (char **cell = cells; *cell != NULL; cell++) {
        const cfa_manifest_row *row = cfa_manifest_find(manifest, *cell);
        if (row != NULL)
            check_row(row);
    }
    cfa_manifest_free(manifest);
    return 0;
}
