#include "json_parts.h"

#include <math.h>

json_t *cfa_json_take(char *text)
{
    json_t *string = cfa_text_json(text);
    g_free(text);
    return string;
}

json_t *cfa_json_rounded(double number)
{
    return json_real(round(number * 1000) / 1000);
}

static json_t *snippet_json(const GPtrArray *snippet)
{
    json_t *list = json_array();
    for (guint i = 0; i < snippet->len; i++) {
        const cfa_run *run = g_ptr_array_index(snippet, i);
        json_t *object = json_object();
        json_object_set_new(object, "text", cfa_text_json(run->text));
        json_object_set_new(object, "match", json_boolean(run->match));
        json_array_append_new(list, object);
    }
    return list;
}

json_t *cfa_json_passage(const cfa_passage *passage)
{
    const cfa_record *record = passage->record;
    json_t *object = json_object();
    json_object_set_new(object, "id", cfa_text_json(record->id));
    json_object_set_new(object, "paragraph", json_integer(record->paragraph->number));
    json_object_set_new(object, "section", json_string(cfa_section_name(record->paragraph->section)));
    json_object_set_new(object, "matched_lang", cfa_text_json(cfa_language_code(record->text->language)));
    json_object_set_new(object, "snippet", snippet_json(passage->snippet));
    json_object_set_new(object, "cites", cfa_cites_json(record->paragraph->cites));
    return object;
}

void cfa_json_describe(json_t *object, const cfa_record *record, cfa_language_set languages, char *citation)
{
    const cfa_case_text *text = record->text;
    json_object_set_new(object, "report", cfa_number_json(text->report));
    json_object_set_new(object, "report_date", cfa_date_json(text->report_date));
    json_object_set_new(object, "cases", cfa_cases_json(text->cases));
    json_object_set_new(object, "type", cfa_text_json(cfa_report_type_name(text->type)));
    json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(text->language)));
    json_object_set_new(object, "languages", cfa_languages_json(languages));
    json_object_set_new(object, "citation", cfa_json_take(citation));
    json_object_set_new(object, "url", cfa_text_json(text->url));
}

json_t *cfa_json_paragraph(const cfa_record *record)
{
    json_t *object = json_object();
    json_object_set_new(object, "id", cfa_text_json(record->id));
    json_object_set_new(object, "paragraph", json_integer(record->paragraph->number));
    json_object_set_new(object, "section", json_string(cfa_section_name(record->paragraph->section)));
    json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(record->text->language)));
    json_object_set_new(object, "citation", cfa_json_take(cfa_answer_cite_paragraph(record)));
    json_object_set_new(object, "text", cfa_text_json(record->paragraph->text));
    json_object_set_new(object, "cites", cfa_cites_json(record->paragraph->cites));
    return object;
}

json_t *cfa_json_paragraphs(const GPtrArray *records)
{
    json_t *list = json_array();
    for (guint i = 0; i < records->len; i++)
        json_array_append_new(list, cfa_json_paragraph(g_ptr_array_index(records, i)));
    return list;
}

json_t *cfa_json_citations(const cfa_record *record, gboolean case_text)
{
    json_t *object = json_object();
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        json_object_set_new(object, cfa_language_code((cfa_language)l),
                            cfa_json_take(cfa_answer_cite(record, case_text, (cfa_language)l)));
    return object;
}

void cfa_json_append(GString *text, json_t *object)
{
    g_autofree char *line = cfa_json_line(object);
    json_decref(object);
    g_string_append(text, line);
}

char *cfa_json_finish(json_t *object)
{
    GString *text = g_string_new(NULL);
    cfa_json_append(text, object);
    g_string_append_c(text, '\n');
    return g_string_free(text, FALSE);
}
