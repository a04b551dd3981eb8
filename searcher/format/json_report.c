#include "json_report.h"

static json_t *case_text_json(const cfa_record *record, cfa_language_set languages, guint paragraphs)
{
    json_t *object = json_object();
    json_object_set_new(object, "id", cfa_text_json(record->case_text_id));
    cfa_json_describe(object, record, languages, cfa_answer_cite_case_text(record));
    json_object_set_new(object, "first", json_integer(record->first));
    json_object_set_new(object, "last", json_integer(record->last));
    json_object_set_new(object, "paragraph_count", json_integer(paragraphs));
    json_object_set_new(object, "subject", cfa_text_json(record->text->subject));
    return object;
}

json_t *cfa_json_case_text(const cfa_text_found *found)
{
    return case_text_json(found->record, found->languages, found->paragraphs);
}

char *cfa_json_report(const cfa_report_contents *contents)
{
    json_t *object = json_object(), *report = json_object(), *texts = json_array();
    for (guint i = 0; i < contents->case_texts->len; i++)
        json_array_append_new(texts, cfa_json_case_text(g_ptr_array_index(contents->case_texts, i)));
    json_object_set_new(report, "id", cfa_text_json(contents->id));
    json_object_set_new(report, "report", cfa_number_json(contents->report));
    json_object_set_new(report, "report_date", cfa_date_json(contents->date));
    json_object_set_new(report, "languages", cfa_languages_json(contents->languages));
    json_object_set_new(report, "previous", cfa_number_json(contents->previous));
    json_object_set_new(report, "next", cfa_number_json(contents->next));
    json_object_set_new(report, "total", json_integer(contents->total));
    json_object_set_new(report, "paragraph_count", json_integer(contents->paragraphs));
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "report", report);
    json_object_set_new(object, "case_texts", texts);
    return cfa_json_finish(object);
}

char *cfa_json_case_text_whole(const cfa_whole_text *whole)
{
    json_t *object = json_object();
    json_t *text =
        case_text_json(g_ptr_array_index(whole->paragraphs, 0), whole->languages, whole->paragraphs->len);
    json_object_set_new(text, "paragraphs", cfa_json_paragraphs(whole->paragraphs));
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "case_text", text);
    return cfa_json_finish(object);
}
