#include "record.h"

#include "record_scan.h"

#include <string.h>

char *cfa_record_head(const cfa_case_text *text)
{
    json_auto_t *object = cfa_case_text_json(text);
    g_autofree char *stem = cfa_case_text_stem(text);
    json_object_set_new(object, "stem", cfa_text_json(stem));
    json_object_set_new(object, "subject", cfa_text_json(text->subject));
    json_object_set_new(object, "first", json_integer(cfa_case_text_first(text)));
    json_object_set_new(object, "last", json_integer(cfa_case_text_last(text)));
    if (text->told != 0)
        json_object_set_new(object, "told", json_integer(text->told));
    g_autofree char *line = cfa_json_line(object);
    line[strlen(line) - 1] = '\0'; /* the bracket that closes it */
    return g_strconcat(line, ",\"paragraphs\":[", NULL);
}

char *cfa_record_encode(const char *head, const cfa_paragraph *paragraph)
{
    json_auto_t *object = cfa_paragraph_json(paragraph);
    json_object_del(object, "cites"); /* which follow from the mentions */
    json_object_set_new(object, "mentions", cfa_mentions_json(paragraph));
    g_autofree char *line = cfa_json_line(object);
    return g_strconcat(head, line, "]}", NULL);
}

/* Takes the text and the stem. */
static cfa_record *record_of(const cfa_record_members *members)
{
    cfa_record *record = g_new0(cfa_record, 1);
    cfa_case_text *text = members->text;
    if (members->stem[0] == 's') /* made of the digest, of which the record keeps only this */
        text->digest = g_strdup(members->stem + 1);
    record->text = text;
    record->first = members->first;
    record->last = members->last;
    record->paragraph = g_ptr_array_index(text->paragraphs, 0);
    record->id =
        cfa_id_make(members->stem, record->paragraph->number, record->paragraph->number, text->language);
    record->case_text_id = cfa_id_make(members->stem, record->first, record->last, text->language);
    g_free(members->stem);
    return record;
}

static gboolean read_json(const json_t *object, cfa_record_members *members)
{
    const char *stem = cfa_json_text(object, "stem");
    const json_int_t first = json_integer_value(json_object_get(object, "first"));
    const json_int_t last = json_integer_value(json_object_get(object, "last"));
    if (stem == NULL || first < 1 || last < first || last > G_MAXINT)
        return FALSE;
    cfa_case_text *text = cfa_case_text_from_json(object);
    if (text == NULL || text->paragraphs->len != 1) {
        cfa_case_text_free(text);
        return FALSE;
    }
    text->subject = g_strdup(cfa_json_text(object, "subject"));
    *members = (cfa_record_members){text, g_strdup(stem), (guint)first, (guint)last};
    return TRUE;
}

cfa_record *cfa_record_decode(const char *data, gsize length, cfa_error *error)
{
    cfa_record_members members;
    if (cfa_record_scan(data, length, &members))
        return record_of(&members);
    json_error_t at;
    json_auto_t *object = json_loadb(data, length, 0, &at);
    const gboolean well = object != NULL && read_json(object, &members);
    if (!well)
        cfa_error_set(error, CFA_CORRUPT, "record-corrupt", -1, "a record of the index cannot be read%s%s",
                      object == NULL ? ": " : "", object == NULL ? at.text : "");
    return well ? record_of(&members) : NULL;
}

void cfa_record_free(cfa_record *record)
{
    if (record == NULL)
        return;
    g_free(record->id);
    g_free(record->case_text_id);
    cfa_case_text_free(record->text);
    g_free(record);
}
