/*
 * Messages: whatever a worker sends that a page has taken over, the indexing process refuses it, or can do
 * with it what it does with any, and tells it on as the same.
 */
#include "fuzz.h"

#include "catalogue_entry.h"
#include "entry.h"
#include "message.h"

#include <string.h>

/* Makes of it what a batch does. */
static void use(const cfa_holding *holding)
{
    for (guint i = 0; holding->texts != NULL && i < holding->texts->len; i++) {
        const cfa_case_text *text = g_ptr_array_index(holding->texts, i);
        g_autofree char *json = cfa_case_text_to_json(text), *stem = NULL;
        cfa_entry *entry = cfa_entry_new(text, i);
        guint first, last;
        cfa_language language;
        fuzz_check(json != NULL && cfa_id_parse(entry->id, &stem, &first, &last, &language),
                   "a case text is called %s", entry->id);
        cfa_entry_free(entry);
    }
    for (guint i = 0; holding->principles != NULL && i < holding->principles->len; i++)
        cfa_catalogue_entry_free(
            cfa_catalogue_entry_of_principle(g_ptr_array_index(holding->principles, i), "", 0));
    for (guint i = 0; holding->cases != NULL && i < holding->cases->len; i++)
        cfa_catalogue_entry_free(cfa_catalogue_entry_of_case(g_ptr_array_index(holding->cases, i), "", 0));
}

/* The message that a wire brings, told on; NULL where it is none. */
static GByteArray *tell_on(const void *bytes, gsize length)
{
    g_auto(cfa_message) message = {0};
    cfa_wire wire = cfa_wire_of(bytes, length);
    if (!cfa_message_unpack(&wire, &message))
        return NULL;
    use(&message.holding);
    return cfa_message_pack(&message);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    g_autoptr(GByteArray) once = tell_on(bytes, length);
    if (once == NULL)
        return 0;
    const gsize before = sizeof(guint32); /* its length */
    g_autoptr(GByteArray) twice = tell_on(once->data + before, once->len - before);
    fuzz_check(twice != NULL && twice->len == once->len && memcmp(twice->data, once->data, once->len) == 0,
               "a message is told on as another one");
    return 0;
}
