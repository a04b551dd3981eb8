#include "answer.h"

#include <string.h>

void cfa_passage_free(cfa_passage *passage)
{
    if (passage == NULL)
        return;
    cfa_record_free(passage->record);
    g_clear_pointer(&passage->snippet, g_ptr_array_unref);
    g_free(passage);
}

void cfa_answer_free(cfa_answer *answer)
{
    if (answer == NULL)
        return;
    g_free(answer->query);
    g_free(answer->parsed);
    g_free(answer->suggestion);
    g_clear_pointer(&answer->left_out, g_ptr_array_unref);
    g_clear_pointer(&answer->unknown, g_ptr_array_unref);
    g_clear_pointer(&answer->cut, g_ptr_array_unref);
    g_clear_pointer(&answer->hits, g_ptr_array_unref);
    g_free(answer);
}

void cfa_reading_free(cfa_reading *reading)
{
    if (reading == NULL)
        return;
    cfa_record_free(reading->record);
    g_clear_pointer(&reading->case_text, g_ptr_array_unref);
    g_clear_pointer(&reading->other_languages, g_ptr_array_unref);
    g_free(reading->previous);
    g_free(reading->next);
    g_free(reading);
}

const char *cfa_answer_country(const cfa_record *record, cfa_language language)
{
    if (record->text->cases->len == 0)
        return NULL;
    const cfa_case *one = g_ptr_array_index(record->text->cases, 0);
    const char *name = one->country_code[0] != '\0' ? cfa_country_name(one->country_code, language) : NULL;
    return name != NULL ? name : one->country;
}

static char *cite(const cfa_record *record, guint first, guint last)
{
    const cfa_case_text *text = record->text;
    g_autofree guint *numbers = g_new(guint, text->cases->len + 1);
    guint count = 0;
    for (guint i = 0; i < text->cases->len; i++) {
        const cfa_case *one = g_ptr_array_index(text->cases, i);
        if (one->number != 0)
            numbers[count++] = one->number;
    }
    return cfa_citation_print(text->language, text->report, numbers, count,
                              cfa_answer_country(record, text->language), first, last);
}

char *cfa_answer_cite_paragraph(const cfa_record *record)
{
    return cite(record, record->paragraph->number, record->paragraph->number);
}

char *cfa_answer_cite_case_text(const cfa_record *record)
{
    return cite(record, record->first, record->last);
}
