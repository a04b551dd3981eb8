#include "csl.h"

#include "json_parts.h"
#include "reference.h"

/* What is unknown is left out: CSL-JSON has no null. */
static void set_text(json_t *object, const char *name, const char *value)
{
    if (value != NULL && value[0] != '\0')
        json_object_set_new(object, name, cfa_text_json(value));
}

/* {"date-parts":[[2021,3]]} */
static json_t *date_json(cfa_date date)
{
    json_t *parts = json_array();
    json_array_append_new(parts, json_integer(date.year));
    if (date.month > 0)
        json_array_append_new(parts, json_integer(date.month));
    return json_pack("{s:[o]}", "date-parts", parts);
}

static json_t *item_json(const cfa_item *item)
{
    cfa_reference reference = cfa_reference_make(item);
    json_t *object = json_object();
    set_text(object, "id", reference.key);
    set_text(object, "type", "report");
    json_object_set_new(object, "author", json_pack("[{s:s}]", "literal", reference.author));
    set_text(object, "title", reference.title);
    set_text(object, "genre", reference.genre);
    if (reference.report > 0) {
        g_autofree char *number = g_strdup_printf("%u", reference.report);
        set_text(object, "number", number);
    }
    set_text(object, "publisher", reference.publisher);
    set_text(object, "publisher-place", reference.place);
    if (reference.date.year > 0)
        json_object_set_new(object, "issued", date_json(reference.date));
    set_text(object, "language", cfa_language_code(reference.language));
    set_text(object, "URL", reference.url);
    set_text(object, "note", reference.citation);
    set_text(object, "abstract", reference.text);
    cfa_reference_clear(&reference);
    return object;
}

char *cfa_csl(const GArray *items)
{
    json_t *list = json_array();
    for (guint i = 0; i < items->len; i++)
        json_array_append_new(list, item_json(&g_array_index(items, cfa_item, i)));
    GString *json = g_string_new(NULL);
    cfa_json_add_tree(json, NULL, list);
    return cfa_json_finish(json);
}
