#include "item.h"

GArray *cfa_items_of_answer(const cfa_answer *answer)
{
    GArray *items = g_array_sized_new(FALSE, FALSE, sizeof(cfa_item), answer->hits->len);
    for (guint i = 0; i < answer->hits->len; i++) {
        const cfa_hit *hit = g_ptr_array_index(answer->hits, i);
        const cfa_passage *best = g_ptr_array_index(hit->passages, 0);
        const cfa_item item = {.rank = hit->rank,
                               .id = hit->id,
                               .record = best->record,
                               .case_text = !answer->by_paragraph,
                               .languages = hit->languages,
                               .snippet = best->snippet};
        g_array_append_val(items, item);
    }
    return items;
}

GArray *cfa_items_of_reading(const cfa_reading *reading)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(cfa_item));
    const cfa_item item = {
        .id = reading->record->id, .record = reading->record, .languages = cfa_reading_languages(reading)};
    g_array_append_val(items, item);
    return items;
}

/* A case text, by one of its records. */
static void add_case_text(GArray *items, const cfa_record *record, cfa_language_set languages)
{
    const cfa_item item = {
        .id = record->case_text_id, .record = record, .case_text = TRUE, .languages = languages};
    g_array_append_val(items, item);
}

GArray *cfa_items_of_case_text(const cfa_whole_text *whole)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(cfa_item));
    add_case_text(items, g_ptr_array_index(whole->paragraphs, 0), whole->languages);
    return items;
}

GArray *cfa_items_of_history(const cfa_history *history)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(cfa_item));
    for (guint i = 0; i < history->examinations->len; i++) {
        const cfa_examination *one = g_ptr_array_index(history->examinations, i);
        add_case_text(items, one->text->record, one->text->languages);
    }
    return items;
}

GArray *cfa_items_of_report(const cfa_report_contents *contents)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(cfa_item));
    for (guint i = 0; i < contents->case_texts->len; i++) {
        const cfa_text_found *one = g_ptr_array_index(contents->case_texts, i);
        add_case_text(items, one->record, one->languages);
    }
    return items;
}

char *cfa_item_text(const cfa_item *item)
{
    if (item->snippet == NULL)
        return g_strdup(item->record->paragraph->text);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < item->snippet->len; i++) {
        const cfa_run *run = g_ptr_array_index(item->snippet, i);
        g_string_append(text, run->text);
    }
    return g_string_free(text, FALSE);
}

char *cfa_item_key(const char *id)
{
    char *key = g_strconcat("cfa-", id, NULL);
    return g_strcanon(key, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
}
