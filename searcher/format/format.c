#include "format.h"

#include "bibtex.h"
#include "csl.h"
#include "item.h"
#include "json.h"
#include "json_history.h"
#include "json_report.h"
#include "ris.h"
#include "sheet.h"

#include <string.h>

static const cfa_format formats[] = {
    {.name = "json",
     .title = "JSON",
     .media_type = "application/json",
     .extension = "json",
     .is_shown = TRUE,
     .tells_search = TRUE,
     .answer = cfa_json_answer,
     .reading = cfa_json_reading,
     .case_text = cfa_json_case_text_whole,
     .history = cfa_json_history,
     .report = cfa_json_report},
    {.name = "jsonl",
     .title = "JSON Lines",
     .media_type = "application/x-ndjson",
     .extension = "jsonl",
     .answer = cfa_json_lines,
     .reading = cfa_json_reading,
     .case_text = cfa_json_case_text_whole,
     .history = cfa_json_history,
     .report = cfa_json_report},
    {.name = "csv",
     .title = "CSV",
     .media_type = "text/csv; charset=utf-8; header=present",
     .extension = "csv",
     .is_sheet = TRUE,
     .list = cfa_sheet_csv},
    {.name = "tsv",
     .title = "TSV",
     .media_type = "text/tab-separated-values; charset=utf-8",
     .extension = "tsv",
     .is_sheet = TRUE,
     .list = cfa_sheet_tsv},
    {.name = "bibtex",
     .title = "BibTeX",
     .media_type = "application/x-bibtex; charset=utf-8",
     .extension = "bib",
     .list = cfa_bibtex},
    {.name = "ris",
     .title = "RIS",
     .media_type = "application/x-research-info-systems; charset=utf-8",
     .extension = "ris",
     .list = cfa_ris},
    {.name = "csl",
     .title = "CSL-JSON",
     .media_type = "application/vnd.citationstyles.csl+json",
     .extension = "csl.json",
     .list = cfa_csl},
};

const cfa_format *cfa_format_find(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

guint cfa_format_count(void)
{
    return G_N_ELEMENTS(formats);
}

const cfa_format *cfa_format_at(guint index)
{
    return &formats[index];
}

guint cfa_format_passages(const cfa_format *format, guint asked)
{
    return format->list != NULL ? MIN(asked, 1) : asked;
}

char *cfa_format_answer(const cfa_format *format, const cfa_answer *answer)
{
    if (format->answer != NULL)
        return format->answer(answer);
    g_autoptr(GArray) items = cfa_items_of_answer(answer);
    return format->list(items);
}

char *cfa_format_reading(const cfa_format *format, const cfa_reading *reading)
{
    if (format->reading != NULL)
        return format->reading(reading);
    g_autoptr(GArray) items = cfa_items_of_reading(reading);
    return format->list(items);
}

char *cfa_format_case_text(const cfa_format *format, const cfa_whole_text *whole)
{
    if (format->case_text != NULL)
        return format->case_text(whole);
    g_autoptr(GArray) items = cfa_items_of_case_text(whole);
    return format->list(items);
}

char *cfa_format_history(const cfa_format *format, const cfa_history *history)
{
    if (format->history != NULL)
        return format->history(history);
    g_autoptr(GArray) items = cfa_items_of_history(history);
    return format->list(items);
}

char *cfa_format_report(const cfa_format *format, const cfa_report_contents *contents)
{
    if (format->report != NULL)
        return format->report(contents);
    g_autoptr(GArray) items = cfa_items_of_report(contents);
    return format->list(items);
}
