#include "json_report.h"

static void describe(GString *json, const cfa_record *record, cfa_language_set languages, guint paragraphs)
{
    cfa_json_add_text(json, "id", record->case_text_id);
    cfa_json_describe(json, record, languages, cfa_answer_cite_case_text(record));
    cfa_json_add_integer(json, "first", record->first);
    cfa_json_add_integer(json, "last", record->last);
    cfa_json_add_integer(json, "paragraph_count", paragraphs);
    cfa_json_add_text(json, "subject", record->text->subject);
}

void cfa_json_case_text(GString *json, const cfa_text_found *found)
{
    describe(json, found->record, found->languages, found->paragraphs);
}

static void write_report(GString *json, const cfa_report_contents *contents)
{
    cfa_json_open(json, "report", '{');
    cfa_json_add_text(json, "id", contents->id);
    cfa_json_add_tree(json, "report", cfa_number_json(contents->report));
    cfa_json_add_tree(json, "report_date", cfa_date_json(contents->date));
    cfa_json_add_tree(json, "languages", cfa_languages_json(contents->languages));
    cfa_json_add_tree(json, "previous", cfa_number_json(contents->previous));
    cfa_json_add_tree(json, "next", cfa_number_json(contents->next));
    cfa_json_add_integer(json, "total", contents->total);
    cfa_json_add_integer(json, "paragraph_count", contents->paragraphs);
    cfa_json_close(json, '}');
}

char *cfa_json_report(const cfa_report_contents *contents)
{
    GString *json = cfa_json_begin();
    write_report(json, contents);
    cfa_json_open(json, "case_texts", '[');
    for (guint i = 0; i < contents->case_texts->len; i++) {
        cfa_json_open(json, NULL, '{');
        cfa_json_case_text(json, g_ptr_array_index(contents->case_texts, i));
        cfa_json_close(json, '}');
    }
    cfa_json_close(json, ']');
    cfa_json_close(json, '}');
    return cfa_json_finish(json);
}

char *cfa_json_case_text_whole(const cfa_whole_text *whole)
{
    GString *json = cfa_json_begin();
    cfa_json_open(json, "case_text", '{');
    describe(json, g_ptr_array_index(whole->paragraphs, 0), whole->languages, whole->paragraphs->len);
    cfa_json_paragraphs(json, "paragraphs", whole->paragraphs);
    cfa_json_close(json, '}');
    cfa_json_close(json, '}');
    return cfa_json_finish(json);
}
