#include "text_report.h"

#include "filler.h"

static void add_contents(cfa_filler *fill, const cfa_report_contents *contents)
{
    g_autofree char *date = cfa_filler_date(contents->date);
    g_autofree char *title = contents->report != 0
                                 ? cfa_citation_print(CFA_ENGLISH, contents->report, NULL, 0, NULL, 0, 0)
                                 : g_strdup_printf("Text %s, whose report is unknown", contents->id);
    g_autoptr(GString) line = g_string_new(date);
    g_string_append_printf(line, "%s%u case text%s", line->len > 0 ? " \u00b7 " : "", contents->total,
                           contents->total == 1 ? "" : "s");
    g_string_append_printf(line, " \u00b7 %u paragraph%s", contents->paragraphs,
                           contents->paragraphs == 1 ? "" : "s");
    if (contents->previous != 0)
        g_string_append_printf(line, " \u00b7 before it %u", contents->previous);
    if (contents->next != 0)
        g_string_append_printf(line, " \u00b7 after it %u", contents->next);
    cfa_filler_styled(fill, title, cfa_style_strong);
    cfa_filler_line(fill, 0);
    cfa_filler_styled(fill, line->str, cfa_style_faint);
}

static void add_case_text(cfa_filler *fill, const cfa_text_found *found)
{
    const cfa_record *record = found->record;
    g_autofree char *citation = cfa_answer_cite_case_text(record);
    g_autofree char *line = cfa_filler_describe(record, found->languages);
    cfa_filler_line(fill, 0);
    cfa_filler_number(fill, record->first, " ", cfa_style_strong);
    cfa_filler_styled(fill, citation, cfa_style_strong);
    cfa_filler_line(fill, CFA_FILLER_MARGIN);
    cfa_filler_styled(fill, line, cfa_style_faint);
    cfa_filler_styled(fill, " \u00b7 ", cfa_style_faint);
    cfa_filler_styled(fill, record->case_text_id, cfa_style_faint);
    if (record->text->subject != NULL) {
        cfa_filler_line(fill, CFA_FILLER_MARGIN);
        cfa_filler_text(fill, record->text->subject);
    }
}

char *cfa_text_report(const cfa_report_contents *contents, cfa_text_style style)
{
    cfa_filler fill = cfa_filler_new(style);
    add_contents(&fill, contents);
    for (guint i = 0; i < contents->case_texts->len; i++)
        add_case_text(&fill, g_ptr_array_index(contents->case_texts, i));
    cfa_filler_line(&fill, 0);
    return cfa_filler_finish(&fill);
}

char *cfa_text_case_text(const cfa_whole_text *whole, cfa_text_style style)
{
    cfa_filler fill = cfa_filler_new(style);
    const cfa_record *first = g_ptr_array_index(whole->paragraphs, 0);
    g_autofree char *citation = cfa_answer_cite_case_text(first);
    g_autofree char *line = cfa_filler_describe(first, whole->languages);
    cfa_filler_styled(&fill, citation, cfa_style_strong);
    cfa_filler_line(&fill, 0);
    cfa_filler_styled(&fill, line, cfa_style_faint);
    if (first->text->subject != NULL) {
        cfa_filler_line(&fill, 0);
        cfa_filler_text(&fill, first->text->subject);
    }
    cfa_filler_case_text(&fill, whole->paragraphs, 0);
    cfa_filler_line(&fill, 0);
    return cfa_filler_finish(&fill);
}
