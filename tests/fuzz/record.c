/*
 * Records: read by the scanner or as a tree, bytes are the same record or none; and what is written of a
 * record is read as what it was.
 */
#include "fuzz.h"

#include "record.h"

#include <string.h>

static cfa_record *decode(const char *bytes, gsize length)
{
    cfa_error error = {0};
    cfa_record *record = cfa_record_decode(bytes, length, &error);
    if (record == NULL) {
        fuzz_check_error(&error);
        fuzz_check(error.status == CFA_CORRUPT, "a record fails with status %d", error.status);
    }
    return record;
}

static char *encode(const cfa_record *record)
{
    g_autofree char *head = cfa_record_head(record->text);
    return cfa_record_encode(head, record->paragraph);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const char *data = (const char *)bytes;
    /* The scanner takes no blank before the brace, and leaves it to the tree. */
    g_autofree char *spaced = g_malloc(length + 1);
    spaced[0] = ' ';
    memcpy(spaced + 1, data, length);
    g_autoptr(cfa_record) record = decode(data, length), by_tree = decode(spaced, length + 1);
    fuzz_check((record == NULL) == (by_tree == NULL), "the scanner and the tree disagree: %.*s", (int)length,
               data);
    if (record == NULL)
        return 0;
    g_autofree char *written = encode(record), *written_by_tree = encode(by_tree);
    fuzz_check(strcmp(record->id, by_tree->id) == 0 && record->first == by_tree->first &&
                   record->last == by_tree->last && strcmp(written, written_by_tree) == 0,
               "scanned: %s\nby the tree: %s", written, written_by_tree);
    g_autoptr(cfa_record) again = decode(written, strlen(written));
    fuzz_check(again != NULL, "what was written is not read back: %s", written);
    g_autofree char *written_again = encode(again);
    fuzz_check(strcmp(written, written_again) == 0, "%s is read as %s", written, written_again);
    return 0;
}
