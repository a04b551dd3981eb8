#include "json_history.h"

#include "json_report.h"

static void write_statuses(GString *json, guint statuses)
{
    cfa_json_open(json, "statuses", '[');
    for (guint status = CFA_CASE_ACTIVE; status <= CFA_CASE_CLOSED; status++)
        if ((statuses & 1u << status) != 0)
            cfa_json_add_text(json, NULL, cfa_case_status_name((cfa_case_status)status));
    cfa_json_close(json, ']');
}

static void write_case(GString *json, const cfa_history *history)
{
    const cfa_case *about = &history->about;
    const cfa_examination *latest = g_ptr_array_index(history->examinations, history->examinations->len - 1);
    cfa_json_open(json, "case", '{');
    cfa_json_add_integer(json, "number", about->number);
    cfa_json_add_text(json, "country", cfa_answer_case_country(about, latest->text->record->text->language));
    cfa_json_add_text(json, "country_code", about->country_code[0] != '\0' ? about->country_code : NULL);
    cfa_json_add_tree(json, "complaint_date", cfa_date_json(about->complaint_date));
    cfa_json_add_text(json, "status", cfa_case_status_name(about->status));
    write_statuses(json, history->statuses);
    cfa_json_add_text(json, "subject", history->subject);
    cfa_json_open(json, "joined", '[');
    for (guint i = 0; i < history->joined->len; i++)
        cfa_json_add_integer(json, NULL, g_array_index(history->joined, guint, i));
    cfa_json_close(json, ']');
    cfa_json_close(json, '}');
}

static void write_interval(GString *json, cfa_interval interval, gboolean since_complaint)
{
    if (interval.years < 0) {
        cfa_json_add_text(json, "interval", NULL);
        return;
    }
    cfa_json_open(json, "interval", '{');
    cfa_json_add_text(json, "since", since_complaint ? "complaint" : "examination");
    cfa_json_add_integer(json, "years", (guint64)interval.years);
    cfa_json_add_tree(json, "months", interval.months >= 0 ? json_integer(interval.months) : json_null());
    cfa_json_close(json, '}');
}

char *cfa_json_history(const cfa_history *history)
{
    GString *json = cfa_json_begin();
    write_case(json, history);
    cfa_json_add_integer(json, "cited_by", history->cited_by);
    cfa_json_add_integer(json, "total", history->total);
    cfa_json_open(json, "examinations", '[');
    for (guint i = 0; i < history->examinations->len; i++) {
        const cfa_examination *one = g_ptr_array_index(history->examinations, i);
        cfa_json_open(json, NULL, '{');
        cfa_json_case_text(json, one->text);
        write_interval(json, one->interval, i == 0);
        cfa_json_paragraphs(json, "recommendations", one->recommendations);
        cfa_json_close(json, '}');
    }
    cfa_json_close(json, ']');
    cfa_json_close(json, '}');
    return cfa_json_finish(json);
}
