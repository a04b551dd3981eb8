#include "json_parts.h"

/* A country is called as in a citation, whatever the page called it. */
static json_t *cases_of(const cfa_case_text *text)
{
    json_t *cases = cfa_cases_json(text->cases);
    for (guint i = 0; i < text->cases->len; i++) {
        const char *country = cfa_answer_case_country(g_ptr_array_index(text->cases, i), text->language);
        json_object_set_new(json_array_get(cases, i), "country", cfa_text_json(country));
    }
    return cases;
}

void cfa_json_describe(GString *json, const cfa_record *record, cfa_language_set languages, char *citation)
{
    const cfa_case_text *text = record->text;
    cfa_json_add_tree(json, "report", cfa_number_json(text->report));
    cfa_json_add_tree(json, "report_date", cfa_date_json(text->report_date));
    cfa_json_add_tree(json, "cases", cases_of(text));
    cfa_json_add_text(json, "type", cfa_report_type_name(text->type));
    cfa_json_add_text(json, "lang", cfa_language_code(text->language));
    cfa_json_add_tree(json, "languages", cfa_languages_json(languages));
    cfa_json_add_taken(json, "citation", citation);
    cfa_json_add_text(json, "url", text->url);
}

void cfa_json_paragraph(GString *json, const cfa_record *record)
{
    cfa_json_add_text(json, "id", record->id);
    cfa_json_add_integer(json, "paragraph", record->paragraph->number);
    cfa_json_add_text(json, "section", cfa_section_name(record->paragraph->section));
    cfa_json_add_text(json, "lang", cfa_language_code(record->text->language));
    cfa_json_add_taken(json, "citation", cfa_answer_cite_paragraph(record));
    cfa_json_add_text(json, "text", record->paragraph->text);
    cfa_json_add_tree(json, "cites", cfa_cites_json(record->paragraph->cites));
}

void cfa_json_paragraphs(GString *json, const char *key, const GPtrArray *records)
{
    cfa_json_open(json, key, '[');
    for (guint i = 0; i < records->len; i++) {
        cfa_json_open(json, NULL, '{');
        cfa_json_paragraph(json, g_ptr_array_index(records, i));
        cfa_json_close(json, '}');
    }
    cfa_json_close(json, ']');
}

void cfa_json_citations(GString *json, const cfa_record *record, gboolean case_text)
{
    cfa_json_open(json, "citations", '{');
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        cfa_json_add_taken(json, cfa_language_code((cfa_language)l),
                           cfa_answer_cite(record, case_text, (cfa_language)l));
    cfa_json_close(json, '}');
}

GString *cfa_json_begin(void)
{
    GString *json = g_string_new(NULL);
    cfa_json_open(json, NULL, '{');
    cfa_json_add_integer(json, "schema", 1);
    return json;
}

char *cfa_json_finish(GString *json)
{
    g_string_append_c(json, '\n');
    return g_string_free(json, FALSE);
}
