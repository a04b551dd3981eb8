#include "library_json.h"

/* ---- there ---- */

json_t *cfa_applied_json(const cfa_applied *applied)
{
    json_t *object = json_object();
    json_object_set_new(object, "case", cfa_number_json(applied->case_number));
    json_object_set_new(object, "country", cfa_text_json(applied->country));
    json_object_set_new(object, "report", cfa_number_json(applied->report));
    json_object_set_new(object, "paragraph", cfa_number_json(applied->paragraph));
    return object;
}

json_t *cfa_principle_json(const cfa_principle *principle)
{
    json_t *object = json_object();
    json_t *applied = json_array();
    for (guint i = 0; i < principle->applied->len; i++)
        json_array_append_new(applied, cfa_applied_json(g_ptr_array_index(principle->applied, i)));
    json_object_set_new(object, "source", cfa_text_json(principle->source));
    json_object_set_new(object, "url", cfa_text_json(principle->url));
    json_object_set_new(object, "id", cfa_text_json(principle->id));
    json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(principle->language)));
    json_object_set_new(object, "chapter", cfa_text_json(principle->chapter));
    json_object_set_new(object, "heading", cfa_text_json(principle->heading));
    json_object_set_new(object, "text", cfa_text_json(principle->text));
    json_object_set_new(object, "numbers", cfa_cites_json(principle->numbers));
    json_object_set_new(object, "applied", applied);
    return object;
}

static json_t *reports_json(const GArray *reports)
{
    json_t *list = json_array();
    for (guint i = 0; i < reports->len; i++) {
        const cfa_listed_report *report = &g_array_index(reports, cfa_listed_report, i);
        json_t *object = json_object();
        json_object_set_new(object, "report", cfa_number_json(report->report));
        json_object_set_new(object, "report_date", cfa_date_json(report->date));
        json_object_set_new(object, "type", cfa_text_json(cfa_report_type_name(report->type)));
        json_object_set_new(object, "first", cfa_number_json(report->first));
        json_object_set_new(object, "last", cfa_number_json(report->last));
        json_array_append_new(list, object);
    }
    return list;
}

json_t *cfa_listed_case_json(const cfa_listed_case *one)
{
    json_t *object = json_object();
    json_object_set_new(object, "source", cfa_text_json(one->source));
    json_object_set_new(object, "number", cfa_number_json(one->facts.number));
    json_object_set_new(object, "country", cfa_text_json(one->facts.country));
    json_object_set_new(object, "country_code", cfa_text_json(cfa_case_country_code(&one->facts)));
    json_object_set_new(object, "complaint_date", cfa_date_json(one->facts.complaint_date));
    json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(one->language)));
    json_object_set_new(object, "complainant", cfa_text_json(one->complainant));
    json_object_set_new(object, "subject", cfa_text_json(one->subject));
    json_object_set_new(object, "reports", reports_json(one->reports));
    return object;
}

/* ---- and back ---- */

static void read_applied(cfa_principle *principle, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *object = json_array_get(list, i);
        cfa_principle_apply(principle, cfa_json_number(object, "case"), cfa_json_text(object, "country"),
                            cfa_json_number(object, "report"), cfa_json_number(object, "paragraph"));
    }
}

cfa_principle *cfa_principle_from_json(const json_t *object)
{
    const char *id = cfa_json_text(object, "id"), *words = cfa_json_text(object, "text");
    if (id == NULL || words == NULL)
        return NULL;
    cfa_principle *principle = cfa_principle_new();
    principle->id = g_strdup(id);
    principle->text = g_strdup(words);
    principle->source = g_strdup(cfa_json_text(object, "source"));
    principle->url = g_strdup(cfa_json_text(object, "url"));
    principle->language = cfa_language_parse(cfa_json_text(object, "lang"));
    principle->chapter = g_strdup(cfa_json_text(object, "chapter"));
    principle->heading = g_strdup(cfa_json_text(object, "heading"));
    const json_t *numbers = json_object_get(object, "numbers");
    for (size_t i = 0; i < json_array_size(numbers); i++)
        if (json_is_string(json_array_get(numbers, i)))
            g_ptr_array_add(principle->numbers, g_strdup(json_string_value(json_array_get(numbers, i))));
    read_applied(principle, json_object_get(object, "applied"));
    return principle;
}

static void read_reports(cfa_listed_case *one, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *object = json_array_get(list, i);
        cfa_listed_report report = {.report = cfa_json_number(object, "report"),
                                    .date = cfa_date_parse_iso(cfa_json_text(object, "report_date")),
                                    .first = cfa_json_number(object, "first"),
                                    .last = cfa_json_number(object, "last")};
        cfa_report_type_parse(cfa_json_text(object, "type"), &report.type);
        g_array_append_val(one->reports, report);
    }
}

cfa_listed_case *cfa_listed_case_from_json(const json_t *object)
{
    const guint number = cfa_json_number(object, "number");
    if (number == 0)
        return NULL;
    cfa_listed_case *one = cfa_listed_case_new();
    one->facts.number = number;
    one->facts.country = g_strdup(cfa_json_text(object, "country"));
    cfa_case_set_country_code(&one->facts, cfa_json_text(object, "country_code"));
    one->facts.complaint_date = cfa_date_parse_iso(cfa_json_text(object, "complaint_date"));
    one->source = g_strdup(cfa_json_text(object, "source"));
    one->language = cfa_language_parse(cfa_json_text(object, "lang"));
    one->complainant = g_strdup(cfa_json_text(object, "complainant"));
    one->subject = g_strdup(cfa_json_text(object, "subject"));
    read_reports(one, json_object_get(object, "reports"));
    return one;
}
