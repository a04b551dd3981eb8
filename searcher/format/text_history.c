#include "text_history.h"

#include "filler.h"
#include "passage.h"

static const char *const status_names[] = {[CFA_CASE_UNKNOWN] = NULL,
                                           [CFA_CASE_ACTIVE] = "active case",
                                           [CFA_CASE_FOLLOW_UP] = "case in follow-up",
                                           [CFA_CASE_CLOSED] = "closed case"};

static void add_fact(GString *line, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void add_fact(GString *line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (line->len > 0)
        g_string_append(line, " \u00b7 ");
    g_string_append_vprintf(line, format, arguments);
    va_end(arguments);
}

static void add_case(cfa_filler *fill, const cfa_history *history)
{
    const cfa_case *about = &history->about;
    g_autofree char *title = cfa_citation_print(CFA_ENGLISH, 0, &about->number, 1,
                                                cfa_answer_case_country(about, CFA_ENGLISH), 0, 0);
    g_autofree char *date = cfa_filler_date(about->complaint_date);
    g_autoptr(GString) line = g_string_new(NULL);
    cfa_filler_styled(fill, title, cfa_style_strong);
    if (about->complaint_date.year != 0)
        add_fact(line, "complaint of %s", date);
    if (about->status != CFA_CASE_UNKNOWN)
        add_fact(line, "%s%s", status_names[about->status],
                 cfa_history_disagrees(history) ? " (by the latest text; others disagree)" : "");
    for (guint i = 0; i < history->joined->len; i++)
        add_fact(line, "joined with %u", g_array_index(history->joined, guint, i));
    add_fact(line, "%u examination%s", history->total, history->total == 1 ? "" : "s");
    cfa_filler_line(fill, 0);
    cfa_filler_styled(fill, line->str, cfa_style_faint);
    if (history->subject != NULL) {
        cfa_filler_line(fill, 0);
        cfa_filler_text(fill, history->subject);
    }
    if (history->cited_by > 0) {
        g_autofree char *cited =
            g_strdup_printf("Cited by %u paragraph%s: cfa-search --cites case:%u", history->cited_by,
                            history->cited_by == 1 ? "" : "s", about->number);
        cfa_filler_line(fill, 0);
        cfa_filler_styled(fill, cited, cfa_style_faint);
    }
}

static char *plural(int count, const char *noun)
{
    return g_strdup_printf("%d %s%s", count, noun, count == 1 ? "" : "s");
}

/* "1 year and 9 months", "about 2 years", "less than a month". The caller frees. */
static char *describe_interval(cfa_interval interval)
{
    g_autofree char *years = plural(interval.years, "year");
    g_autofree char *months = plural(interval.months, "month");
    if (interval.months < 0)
        return interval.years == 0 ? g_strdup("less than a year") : g_strconcat("about ", years, NULL);
    if (interval.years == 0)
        return interval.months == 0 ? g_strdup("less than a month") : g_steal_pointer(&months);
    return interval.months == 0 ? g_steal_pointer(&years) : g_strconcat(years, " and ", months, NULL);
}

static void add_examination(cfa_filler *fill, const cfa_examination *one, gboolean is_first)
{
    const cfa_record *record = one->text->record;
    g_autofree char *citation = cfa_answer_cite_case_text(record);
    g_autofree char *line = cfa_filler_describe(record, one->text->languages);
    cfa_filler_heading(fill, citation);
    cfa_filler_line(fill, 0);
    cfa_filler_styled(fill, line, cfa_style_faint);
    if (one->interval.years >= 0) {
        g_autofree char *interval = describe_interval(one->interval);
        cfa_filler_styled(fill, " \u00b7 ", cfa_style_faint);
        cfa_filler_styled(fill, interval, cfa_style_faint);
        cfa_filler_styled(fill, is_first ? " after the complaint" : " later", cfa_style_faint);
    }
    cfa_filler_line(fill, 0);
    cfa_filler_styled(fill, record->case_text_id, cfa_style_faint);
    for (guint i = 0; i < one->recommendations->len; i++) {
        const cfa_record *recommendation = g_ptr_array_index(one->recommendations, i);
        g_autofree char *extract =
            cfa_passage_beginning(recommendation->paragraph->text, CFA_HISTORY_EXTRACT);
        cfa_filler_number(fill, recommendation->paragraph->number, " ", cfa_style_strong);
        cfa_filler_text(fill, extract);
    }
}

char *cfa_text_history(const cfa_history *history, cfa_text_style style)
{
    cfa_filler fill = cfa_filler_new(style);
    add_case(&fill, history);
    for (guint i = 0; i < history->examinations->len; i++)
        add_examination(&fill, g_ptr_array_index(history->examinations, i), i == 0);
    if (history->examinations->len < history->total) {
        g_autofree char *note = g_strdup_printf("Only the oldest %u are listed.", history->examinations->len);
        cfa_filler_heading(&fill, note);
    }
    cfa_filler_line(&fill, 0);
    return cfa_filler_finish(&fill);
}
