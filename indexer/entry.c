#include "entry.h"

#include <string.h>

static int compare_cases(gconstpointer a, gconstpointer b)
{
    const cfa_case *left = *(cfa_case *const *)a, *right = *(cfa_case *const *)b;
    return left->number < right->number ? -1 : left->number > right->number;
}

void cfa_cases_join(GPtrArray *to, const GPtrArray *from)
{
    const guint before = to->len;
    for (guint i = 0; i < from->len; i++) {
        const cfa_case *one = g_ptr_array_index(from, i);
        if (cfa_cases_find(to, one->number) != NULL)
            continue;
        cfa_case *copy = g_memdup2(one, sizeof *one);
        copy->country = g_strdup(one->country);
        g_ptr_array_add(to, copy);
    }
    /* A page's cases stay in its order; those of several pages have none that an update and a build share. */
    if (before > 0 && to->len > before)
        g_ptr_array_sort(to, compare_cases);
}

cfa_entry *cfa_entry_new(const cfa_case_text *text, guint64 order)
{
    cfa_entry *entry = g_new0(cfa_entry, 1);
    entry->order = order;
    entry->orders = g_array_new(FALSE, FALSE, sizeof order);
    g_array_append_val(entry->orders, order);
    entry->document = G_MAXUINT;
    entry->id = cfa_case_text_id(text);
    entry->report = text->report;
    entry->report_date = text->report_date;
    entry->type = text->type;
    entry->cases = cfa_cases_new();
    cfa_cases_join(entry->cases, text->cases);
    cfa_origin_init(&entry->origin);
    entry->stem = cfa_case_text_stem(text);
    entry->language = text->language;
    entry->paragraphs = text->paragraphs->len;
    entry->numbers = g_new(guint, text->paragraphs->len);
    for (guint i = 0; i < text->paragraphs->len; i++) {
        const cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, i);
        entry->numbers[i] = paragraph->number;
        entry->bytes_text += strlen(paragraph->text);
    }
    return entry;
}

void cfa_entry_rename(cfa_entry *entry)
{
    if ((entry->told & CFA_TOLD_REPORT) == 0)
        return;
    g_free(entry->stem);
    g_free(entry->id);
    entry->stem = g_strdup_printf("%u", entry->report);
    entry->id =
        cfa_id_make(entry->stem, entry->numbers[0], entry->numbers[entry->paragraphs - 1], entry->language);
}

void cfa_entry_free(cfa_entry *entry)
{
    if (entry == NULL)
        return;
    g_free(entry->id);
    g_free(entry->stem);
    g_free(entry->numbers);
    g_ptr_array_unref(entry->cases);
    g_array_unref(entry->orders);
    cfa_origin_clear(&entry->origin);
    g_free(entry);
}

char *cfa_entry_paragraph(const cfa_entry *entry, guint i)
{
    return cfa_id_make(entry->stem, entry->numbers[i], entry->numbers[i], CFA_LANGUAGE_UNKNOWN);
}

void cfa_entry_join(cfa_entry *into, const cfa_entry *other)
{
    into->document = MIN(into->document, other->document);
    g_array_append_vals(into->orders, other->orders->data, other->orders->len);
    cfa_cases_join(into->cases, other->cases);
    cfa_origin_join(&into->origin, &other->origin);
}
