#include "json_history.h"

#include "json_report.h"

static json_t *statuses_json(guint statuses)
{
    json_t *list = json_array();
    for (guint status = CFA_CASE_ACTIVE; status <= CFA_CASE_CLOSED; status++)
        if ((statuses & 1u << status) != 0)
            json_array_append_new(list, json_string(cfa_case_status_name((cfa_case_status)status)));
    return list;
}

static json_t *case_json(const cfa_history *history)
{
    const cfa_case *about = &history->about;
    json_t *object = json_object(), *joined = json_array();
    for (guint i = 0; i < history->joined->len; i++)
        json_array_append_new(joined, json_integer(g_array_index(history->joined, guint, i)));
    json_object_set_new(object, "number", json_integer(about->number));
    json_object_set_new(object, "country", cfa_text_json(about->country));
    json_object_set_new(object, "country_code",
                        cfa_text_json(about->country_code[0] != '\0' ? about->country_code : NULL));
    json_object_set_new(object, "complaint_date", cfa_date_json(about->complaint_date));
    json_object_set_new(object, "status", cfa_text_json(cfa_case_status_name(about->status)));
    json_object_set_new(object, "statuses", statuses_json(history->statuses));
    json_object_set_new(object, "subject", cfa_text_json(history->subject));
    json_object_set_new(object, "joined", joined);
    return object;
}

static json_t *interval_json(cfa_interval interval, gboolean since_complaint)
{
    if (interval.years < 0)
        return json_null();
    json_t *object = json_object();
    json_object_set_new(object, "since", json_string(since_complaint ? "complaint" : "examination"));
    json_object_set_new(object, "years", json_integer(interval.years));
    json_object_set_new(object, "months", interval.months >= 0 ? json_integer(interval.months) : json_null());
    return object;
}

char *cfa_json_history(const cfa_history *history)
{
    json_t *object = json_object(), *examinations = json_array();
    for (guint i = 0; i < history->examinations->len; i++) {
        const cfa_examination *one = g_ptr_array_index(history->examinations, i);
        json_t *examination = cfa_json_case_text(one->text);
        json_object_set_new(examination, "interval", interval_json(one->interval, i == 0));
        json_object_set_new(examination, "recommendations", cfa_json_paragraphs(one->recommendations));
        json_array_append_new(examinations, examination);
    }
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "case", case_json(history));
    json_object_set_new(object, "cited_by", json_integer(history->cited_by));
    json_object_set_new(object, "total", json_integer(history->total));
    json_object_set_new(object, "examinations", examinations);
    return cfa_json_finish(object);
}
