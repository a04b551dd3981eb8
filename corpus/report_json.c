#include "report_json.h"

#include <stdlib.h>

json_t *cfa_text_json(const char *text)
{
    if (text == NULL)
        return json_null();
    json_t *string = json_string(text);
    if (string != NULL)
        return string;
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    return json_string(valid);
}

json_t *cfa_number_json(guint number)
{
    return number != 0 ? json_integer(number) : json_null();
}

json_t *cfa_date_json(cfa_date date)
{
    char text[CFA_DATE_SIZE];
    cfa_date_format(date, text);
    return text[0] != '\0' ? json_string(text) : json_null();
}

json_t *cfa_cases_json(const GPtrArray *cases)
{
    json_t *list = json_array();
    for (guint i = 0; i < cases->len; i++) {
        const cfa_case *one = g_ptr_array_index(cases, i);
        json_t *object = json_object();
        json_object_set_new(object, "number", cfa_number_json(one->number));
        json_object_set_new(object, "country", cfa_text_json(one->country));
        json_object_set_new(object, "country_code", cfa_text_json(cfa_case_country_code(one)));
        json_object_set_new(object, "complaint_date", cfa_date_json(one->complaint_date));
        json_object_set_new(object, "status", cfa_text_json(cfa_case_status_name(one->status)));
        json_array_append_new(list, object);
    }
    return list;
}

json_t *cfa_languages_json(cfa_language_set languages)
{
    json_t *list = json_array();
    for (guint language = 1; language <= CFA_LANGUAGES; language++)
        if ((languages & CFA_LANGUAGE_BIT(language)) != 0)
            json_array_append_new(list, json_string(cfa_language_code((cfa_language)language)));
    return list;
}

json_t *cfa_cites_json(const GPtrArray *cites)
{
    json_t *list = json_array();
    for (guint i = 0; i < cites->len; i++)
        json_array_append_new(list, cfa_text_json(g_ptr_array_index(cites, i)));
    return list;
}

json_t *cfa_paragraph_json(const cfa_paragraph *paragraph)
{
    json_t *object = json_object();
    json_object_set_new(object, "paragraph", json_integer(paragraph->number));
    json_object_set_new(object, "section", json_string(cfa_section_name(paragraph->section)));
    json_object_set_new(object, "text", cfa_text_json(paragraph->text));
    json_object_set_new(object, "cites", cfa_cites_json(paragraph->cites));
    return object;
}

json_t *cfa_mentions_json(const cfa_paragraph *paragraph)
{
    json_t *list = json_array();
    for (guint i = 0; i < paragraph->mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(paragraph->mentions, cfa_mention, i);
        char id[CFA_CITATION_ID_SIZE];
        json_t *place = json_array();
        json_array_append_new(place, json_string(cfa_citation_id(&mention->citation, id)));
        json_array_append_new(place, json_integer((json_int_t)mention->offset));
        json_array_append_new(place, json_integer((json_int_t)mention->length));
        json_array_append_new(list, place);
    }
    return list;
}

static json_t *paragraphs_json(const GPtrArray *paragraphs)
{
    json_t *list = json_array();
    for (guint i = 0; i < paragraphs->len; i++)
        json_array_append_new(list, cfa_paragraph_json(g_ptr_array_index(paragraphs, i)));
    return list;
}

json_t *cfa_case_text_json(const cfa_case_text *text)
{
    json_t *object = json_object();
    json_object_set_new(object, "source", cfa_text_json(text->source));
    json_object_set_new(object, "text_id", cfa_text_json(text->text_id));
    json_object_set_new(object, "url", cfa_text_json(text->url));
    json_object_set_new(object, "report", cfa_number_json(text->report));
    json_object_set_new(object, "report_date", cfa_date_json(text->report_date));
    json_object_set_new(object, "cases", cfa_cases_json(text->cases));
    json_object_set_new(object, "type", cfa_text_json(cfa_report_type_name(text->type)));
    json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(text->language)));
    json_object_set_new(object, "languages", cfa_languages_json(text->languages));
    return object;
}

char *cfa_json_line(const json_t *value)
{
    /* Ten digits print a number of three decimals as it was rounded, not as it is stored. */
    char *dumped = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(10));
    char *line = g_strdup(dumped); /* jansson's memory is malloc's, ours is g_free's */
    free(dumped);
    return line;
}

char *cfa_case_text_to_json(const cfa_case_text *text)
{
    json_t *object = json_object();
    json_t *rest = cfa_case_text_json(text);
    json_object_set_new(object, "schema", json_integer(1));
    json_object_update(object, rest);
    json_object_set_new(object, "paragraphs", paragraphs_json(text->paragraphs));
    char *line = cfa_json_line(object);
    json_decref(rest);
    json_decref(object);
    return line;
}

const char *cfa_json_text(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

guint cfa_json_number(const json_t *object, const char *key)
{
    const json_int_t value = json_integer_value(json_object_get(object, key));
    return value > 0 && value <= G_MAXINT ? (guint)value : 0;
}

static void read_cases(cfa_case_text *text, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *object = json_array_get(list, i);
        cfa_case *one = cfa_case_text_add_case(text, cfa_json_number(object, "number"));
        one->country = g_strdup(cfa_json_text(object, "country"));
        cfa_case_set_country_code(one, cfa_json_text(object, "country_code"));
        one->complaint_date = cfa_date_parse_iso(cfa_json_text(object, "complaint_date"));
        cfa_case_status_parse(cfa_json_text(object, "status"), &one->status);
    }
}

static gboolean read_mentions(cfa_paragraph *paragraph, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *place = json_array_get(list, i);
        const char *id = json_string_value(json_array_get(place, 0));
        const json_int_t offset = json_integer_value(json_array_get(place, 1));
        const json_int_t length = json_integer_value(json_array_get(place, 2));
        if (id == NULL || offset < 0 || length < 0 ||
            !cfa_paragraph_restore_mention(paragraph, id, (gsize)offset, (gsize)length))
            return FALSE;
    }
    return TRUE;
}

static gboolean read_paragraphs(cfa_case_text *text, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *object = json_array_get(list, i);
        const guint number = cfa_json_number(object, "paragraph");
        const char *words = cfa_json_text(object, "text");
        if (number == 0 || words == NULL)
            return FALSE;
        cfa_paragraph *paragraph = cfa_case_text_add_paragraph(text, number);
        paragraph->text = g_strdup(words);
        cfa_section_parse(cfa_json_text(object, "section"), &paragraph->section);
        if (!read_mentions(paragraph, json_object_get(object, "mentions")))
            return FALSE;
    }
    return TRUE;
}

cfa_case_text *cfa_case_text_from_json(const json_t *object)
{
    if (!json_is_object(object))
        return NULL;
    cfa_case_text *text = cfa_case_text_new();
    text->source = g_strdup(cfa_json_text(object, "source"));
    text->text_id = g_strdup(cfa_json_text(object, "text_id"));
    text->url = g_strdup(cfa_json_text(object, "url"));
    text->report = cfa_json_number(object, "report");
    text->report_date = cfa_date_parse_iso(cfa_json_text(object, "report_date"));
    text->language = cfa_language_parse(cfa_json_text(object, "lang"));
    text->told = cfa_json_number(object, "told");
    cfa_report_type_parse(cfa_json_text(object, "type"), &text->type);
    read_cases(text, json_object_get(object, "cases"));
    const json_t *languages = json_object_get(object, "languages");
    for (size_t i = 0; i < json_array_size(languages); i++) {
        const cfa_language one = cfa_language_parse(json_string_value(json_array_get(languages, i)));
        if (one != CFA_LANGUAGE_UNKNOWN)
            text->languages |= CFA_LANGUAGE_BIT(one);
    }
    if (!read_paragraphs(text, json_object_get(object, "paragraphs"))) {
        cfa_case_text_free(text);
        return NULL;
    }
    return text;
}
