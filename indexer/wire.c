#include "wire.h"

#include "library_json.h"

#include <string.h>

cfa_wire cfa_wire_of(const void *bytes, gsize length)
{
    const char *at = bytes;
    return (cfa_wire){at, length > 0 ? at + length : at, FALSE}; /* nothing is added to NULL */
}

gboolean cfa_wire_ended(const cfa_wire *wire)
{
    return !wire->failed && wire->at == wire->end;
}

void cfa_wire_fail(cfa_wire *wire)
{
    wire->failed = TRUE;
    wire->at = wire->end;
}

/* ---- numbers and texts ---- */

void cfa_wire_put_number(GByteArray *bytes, guint32 number)
{
    g_byte_array_append(bytes, (const guint8 *)&number, sizeof number);
}

void cfa_wire_put_long(GByteArray *bytes, guint64 number)
{
    g_byte_array_append(bytes, (const guint8 *)&number, sizeof number);
}

static void take(cfa_wire *wire, void *into, gsize size)
{
    memset(into, 0, size);
    if ((gsize)(wire->end - wire->at) < size) {
        cfa_wire_fail(wire);
        return;
    }
    memcpy(into, wire->at, size);
    wire->at += size;
}

guint32 cfa_wire_take_number(cfa_wire *wire)
{
    guint32 number;
    take(wire, &number, sizeof number);
    return number;
}

guint64 cfa_wire_take_long(cfa_wire *wire)
{
    guint64 number;
    take(wire, &number, sizeof number);
    return number;
}

guint32 cfa_wire_take_up_to(cfa_wire *wire, guint32 most)
{
    const guint32 number = cfa_wire_take_number(wire);
    if (number <= most)
        return number;
    cfa_wire_fail(wire);
    return 0;
}

void cfa_wire_put_path(GByteArray *bytes, const char *path)
{
    cfa_wire_put_number(bytes, path != NULL ? (guint32)strlen(path) + 1 : 0);
    if (path != NULL)
        g_byte_array_append(bytes, (const guint8 *)path, (guint)strlen(path));
}

char *cfa_wire_take_path(cfa_wire *wire)
{
    const guint32 size = cfa_wire_take_number(wire);
    if (size == 0)
        return NULL;
    const gsize length = size - 1;
    if ((gsize)(wire->end - wire->at) < length || memchr(wire->at, '\0', length) != NULL) {
        cfa_wire_fail(wire);
        return NULL;
    }
    char *path = g_strndup(wire->at, length);
    wire->at += length;
    return path;
}

void cfa_wire_put_text(GByteArray *bytes, const char *text)
{
    cfa_wire_put_path(bytes, text);
}

char *cfa_wire_take_text(cfa_wire *wire)
{
    g_autofree char *text = cfa_wire_take_path(wire);
    if (text == NULL || g_utf8_validate(text, -1, NULL))
        return g_steal_pointer(&text);
    cfa_wire_fail(wire);
    return NULL;
}

static void put_date(GByteArray *bytes, cfa_date date)
{
    cfa_wire_put_number(bytes, date.year);
    cfa_wire_put_number(bytes, date.month);
    cfa_wire_put_number(bytes, date.day);
}

static cfa_date take_date(cfa_wire *wire)
{
    cfa_date date;
    date.year = (guint16)cfa_wire_take_up_to(wire, 9999);
    date.month = (guint8)cfa_wire_take_up_to(wire, 12);
    date.day = (guint8)cfa_wire_take_up_to(wire, 31);
    return date;
}

/* ---- a case text ---- */

static void put_case(GByteArray *bytes, const cfa_case *one)
{
    cfa_wire_put_number(bytes, one->number);
    cfa_wire_put_text(bytes, one->country);
    cfa_wire_put_text(bytes, one->country_code);
    put_date(bytes, one->complaint_date);
    cfa_wire_put_number(bytes, one->status);
}

static void take_case(cfa_wire *wire, cfa_case_text *text)
{
    cfa_case *one = cfa_case_text_add_case(text, cfa_wire_take_number(wire));
    one->country = cfa_wire_take_text(wire);
    g_autofree char *code = cfa_wire_take_text(wire);
    if (code == NULL ||
        g_strlcpy(one->country_code, code, sizeof one->country_code) >= sizeof one->country_code)
        cfa_wire_fail(wire);
    one->complaint_date = take_date(wire);
    one->status = (cfa_case_status)cfa_wire_take_up_to(wire, CFA_CASE_CLOSED);
}

static void put_paragraph(GByteArray *bytes, const cfa_paragraph *paragraph)
{
    cfa_wire_put_number(bytes, paragraph->number);
    cfa_wire_put_number(bytes, paragraph->section);
    cfa_wire_put_text(bytes, paragraph->text);
    cfa_wire_put_number(bytes, paragraph->mentions->len);
    for (guint i = 0; i < paragraph->mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(paragraph->mentions, cfa_mention, i);
        char id[CFA_CITATION_ID_SIZE];
        cfa_wire_put_text(bytes, cfa_citation_id(&mention->citation, id));
        cfa_wire_put_number(bytes, (guint32)mention->offset);
        cfa_wire_put_number(bytes, (guint32)mention->length);
    }
}

static void take_mention(cfa_wire *wire, cfa_paragraph *paragraph)
{
    g_autofree char *id = cfa_wire_take_text(wire);
    const guint32 offset = cfa_wire_take_number(wire), length = cfa_wire_take_number(wire);
    if (id == NULL || !cfa_paragraph_restore_mention(paragraph, id, offset, length))
        cfa_wire_fail(wire);
}

static void take_paragraph(cfa_wire *wire, cfa_case_text *text, guint last)
{
    cfa_paragraph *paragraph = cfa_case_text_add_paragraph(text, cfa_wire_take_number(wire));
    paragraph->section = (cfa_section)cfa_wire_take_up_to(wire, CFA_SECTION_RECOMMENDATIONS);
    paragraph->text = cfa_wire_take_text(wire);
    if (paragraph->number <= last || paragraph->text == NULL)
        cfa_wire_fail(wire);
    for (guint32 left = cfa_wire_take_number(wire); left > 0 && !wire->failed; left--)
        take_mention(wire, paragraph);
}

static void take_paragraphs(cfa_wire *wire, cfa_case_text *text)
{
    guint last = 0;
    const guint32 count = cfa_wire_take_number(wire);
    if (count == 0)
        cfa_wire_fail(wire);
    for (guint32 i = 0; i < count && !wire->failed; i++) {
        take_paragraph(wire, text, last);
        last = ((const cfa_paragraph *)g_ptr_array_index(text->paragraphs, i))->number;
    }
}

static gboolean has_identifier(const cfa_case_text *text)
{
    g_autofree char *id = cfa_case_text_id(text), *stem = NULL;
    guint first, last;
    cfa_language language;
    return cfa_id_parse(id, &stem, &first, &last, &language);
}

void cfa_wire_put_case_text(GByteArray *bytes, const cfa_case_text *text)
{
    cfa_wire_put_text(bytes, text->source);
    cfa_wire_put_text(bytes, text->text_id);
    cfa_wire_put_text(bytes, text->url);
    cfa_wire_put_text(bytes, text->subject);
    cfa_wire_put_text(bytes, text->digest);
    cfa_wire_put_number(bytes, text->report);
    put_date(bytes, text->report_date);
    cfa_wire_put_number(bytes, text->type);
    cfa_wire_put_number(bytes, text->language);
    cfa_wire_put_number(bytes, text->languages);
    cfa_wire_put_number(bytes, text->cases->len);
    for (guint i = 0; i < text->cases->len; i++)
        put_case(bytes, g_ptr_array_index(text->cases, i));
    cfa_wire_put_number(bytes, text->paragraphs->len);
    for (guint i = 0; i < text->paragraphs->len; i++)
        put_paragraph(bytes, g_ptr_array_index(text->paragraphs, i));
}

cfa_case_text *cfa_wire_take_case_text(cfa_wire *wire)
{
    g_autoptr(cfa_case_text) text = cfa_case_text_new();
    text->source = cfa_wire_take_text(wire);
    text->text_id = cfa_wire_take_text(wire);
    text->url = cfa_wire_take_text(wire);
    text->subject = cfa_wire_take_text(wire);
    text->digest = cfa_wire_take_text(wire);
    text->report = cfa_wire_take_number(wire);
    text->report_date = take_date(wire);
    text->type = (cfa_report_type)cfa_wire_take_up_to(wire, CFA_TYPE_FOLLOW_UP);
    text->language = (cfa_language)cfa_wire_take_up_to(wire, CFA_LANGUAGES);
    text->languages = cfa_wire_take_up_to(wire, CFA_EVERY_LANGUAGE);
    for (guint32 left = cfa_wire_take_number(wire); left > 0 && !wire->failed; left--)
        take_case(wire, text);
    take_paragraphs(wire, text);
    if (!has_identifier(text))
        cfa_wire_fail(wire);
    return wire->failed ? NULL : g_steal_pointer(&text);
}

/* ---- what a document holds ---- */

static void put_warnings(GByteArray *bytes, const GPtrArray *warnings)
{
    cfa_wire_put_number(bytes, warnings != NULL ? warnings->len : 0);
    for (guint i = 0; warnings != NULL && i < warnings->len; i++) {
        const cfa_warning *warning = g_ptr_array_index(warnings, i);
        cfa_wire_put_text(bytes, warning->code);
        cfa_wire_put_text(bytes, warning->reason);
    }
}

static void take_warnings(cfa_wire *wire, GPtrArray *warnings)
{
    for (guint32 left = cfa_wire_take_number(wire); left > 0 && !wire->failed; left--) {
        g_autofree char *code = cfa_wire_take_text(wire), *reason = cfa_wire_take_text(wire);
        if (code == NULL || reason == NULL)
            cfa_wire_fail(wire);
        else
            cfa_warnings_add(warnings, code, "%s", reason);
    }
}

/* Takes the object. */
static void put_json(GByteArray *bytes, json_t *object)
{
    g_autofree char *line = cfa_json_line(object);
    cfa_wire_put_text(bytes, line);
    json_decref(object);
}

/* A new object, or NULL. */
static json_t *take_json(cfa_wire *wire)
{
    g_autofree char *line = cfa_wire_take_text(wire);
    return line != NULL ? json_loads(line, 0, NULL) : NULL;
}

static void take_text(cfa_wire *wire, GPtrArray *texts)
{
    cfa_case_text *text = cfa_wire_take_case_text(wire);
    if (text == NULL)
        return;
    g_ptr_array_add(texts, text);
    if (text->source == NULL)
        cfa_wire_fail(wire);
    take_warnings(wire, text->warnings);
}

static void take_principle(cfa_wire *wire, GPtrArray *principles)
{
    json_auto_t *object = take_json(wire);
    cfa_principle *one = cfa_principle_from_json(object);
    if (one != NULL)
        g_ptr_array_add(principles, one);
    if (one == NULL || !cfa_principle_is_id(one->id))
        cfa_wire_fail(wire);
}

static void take_listed_case(cfa_wire *wire, GPtrArray *cases)
{
    json_auto_t *object = take_json(wire);
    cfa_listed_case *one = cfa_listed_case_from_json(object);
    if (one != NULL)
        g_ptr_array_add(cases, one);
    else
        cfa_wire_fail(wire);
}

/* A list of what `take` adds to it; NULL for an empty one. */
static GPtrArray *take_list(cfa_wire *wire, void (*take_one)(cfa_wire *wire, GPtrArray *list),
                            GDestroyNotify free_one)
{
    guint32 left = cfa_wire_take_number(wire);
    GPtrArray *list = left > 0 ? g_ptr_array_new_with_free_func(free_one) : NULL;
    for (; left > 0 && !wire->failed; left--)
        take_one(wire, list);
    return list;
}

static guint length_of(const GPtrArray *list)
{
    return list != NULL ? list->len : 0;
}

void cfa_wire_put_holding(GByteArray *bytes, const cfa_holding *holding)
{
    cfa_wire_put_number(bytes, length_of(holding->texts));
    for (guint i = 0; i < length_of(holding->texts); i++) {
        const cfa_case_text *text = g_ptr_array_index(holding->texts, i);
        cfa_wire_put_case_text(bytes, text);
        put_warnings(bytes, text->warnings);
    }
    cfa_wire_put_number(bytes, length_of(holding->principles));
    for (guint i = 0; i < length_of(holding->principles); i++)
        put_json(bytes, cfa_principle_json(g_ptr_array_index(holding->principles, i)));
    cfa_wire_put_number(bytes, length_of(holding->cases));
    for (guint i = 0; i < length_of(holding->cases); i++)
        put_json(bytes, cfa_listed_case_json(g_ptr_array_index(holding->cases, i)));
    put_warnings(bytes, holding->warnings);
    cfa_wire_put_text(bytes, holding->digest);
}

void cfa_wire_take_holding(cfa_wire *wire, cfa_holding *holding)
{
    holding->texts = take_list(wire, take_text, (GDestroyNotify)cfa_case_text_free);
    holding->principles = take_list(wire, take_principle, (GDestroyNotify)cfa_principle_free);
    holding->cases = take_list(wire, take_listed_case, (GDestroyNotify)cfa_listed_case_free);
    holding->warnings = cfa_warnings_new();
    take_warnings(wire, holding->warnings);
    holding->digest = cfa_wire_take_text(wire);
    if (wire->failed)
        cfa_holding_clear(holding);
}
