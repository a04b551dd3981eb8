#include "answer.h"

#include <string.h>

void cfa_principle_view_free(cfa_principle_view *view)
{
    if (view == NULL)
        return;
    g_ptr_array_unref(view->absent);
    g_ptr_array_unref(view->cited);
    cfa_library_entry_free(view->entry);
    g_free(view);
}

static void passage_free(gpointer data)
{
    cfa_passage *passage = data;
    cfa_record_free(passage->record);
    g_clear_pointer(&passage->snippet, g_ptr_array_unref);
    g_free(passage);
}

void cfa_hit_free(cfa_hit *hit)
{
    if (hit == NULL)
        return;
    g_free(hit->id);
    g_ptr_array_unref(hit->passages);
    g_clear_pointer(&hit->reasons, g_ptr_array_unref);
    g_free(hit);
}

cfa_hit *cfa_answer_add_hit(cfa_answer *answer, const char *id)
{
    cfa_hit *hit = g_new0(cfa_hit, 1);
    hit->rank = answer->offset + answer->hits->len + 1;
    hit->id = g_strdup(id);
    hit->passages = g_ptr_array_new_with_free_func(passage_free);
    g_ptr_array_add(answer->hits, hit);
    return hit;
}

static int compare_ids(gconstpointer a, gconstpointer b)
{
    const cfa_hit *left = *(cfa_hit *const *)a, *right = *(cfa_hit *const *)b;
    return strcmp(left->id, right->id);
}

GPtrArray *cfa_answer_hits_by_id(const cfa_answer *answer)
{
    GPtrArray *hits = g_ptr_array_copy(answer->hits, NULL, NULL);
    g_ptr_array_set_free_func(hits, NULL);
    g_ptr_array_sort(hits, compare_ids);
    return hits;
}

void cfa_answer_free(cfa_answer *answer)
{
    if (answer == NULL)
        return;
    g_free(answer->query);
    g_free(answer->parsed);
    g_free(answer->as_words);
    g_free(answer->like);
    g_free(answer->suggestion);
    g_free(answer->cites);
    g_clear_pointer(&answer->left_out, g_ptr_array_unref);
    g_clear_pointer(&answer->unknown, g_ptr_array_unref);
    g_clear_pointer(&answer->unread, g_ptr_array_unref);
    g_clear_pointer(&answer->cut, g_ptr_array_unref);
    g_clear_pointer(&answer->also_searched, g_ptr_array_unref);
    g_clear_pointer(&answer->hits, g_ptr_array_unref);
    cfa_facets_free(answer->facets);
    g_clear_pointer(&answer->principles, g_ptr_array_unref);
    cfa_principle_view_free(answer->principle);
    g_free(answer);
}

const char *cfa_answer_case_country(const cfa_case *one, cfa_language language)
{
    const char *name = cfa_country_name(one->country_code, language);
    return name != NULL ? name : one->country;
}

const char *cfa_answer_country(const cfa_record *record, cfa_language language)
{
    const GPtrArray *cases = record->text->cases;
    return cases->len > 0 ? cfa_answer_case_country(g_ptr_array_index(cases, 0), language) : NULL;
}

static char *cite(const cfa_record *record, gboolean case_text, cfa_language language, guint report)
{
    const guint first = case_text ? record->first : record->paragraph->number;
    const guint last = case_text ? record->last : record->paragraph->number;
    guint count;
    g_autofree guint *numbers = cfa_case_text_numbers(record->text, &count);
    return cfa_citation_print(language, report, numbers, count, cfa_answer_country(record, language), first,
                              last);
}

char *cfa_answer_cite(const cfa_record *record, gboolean case_text, cfa_language language)
{
    return cite(record, case_text, language, record->text->report);
}

char *cfa_answer_cite_paragraph(const cfa_record *record)
{
    return cfa_answer_cite(record, FALSE, record->text->language);
}

char *cfa_answer_cite_case_text(const cfa_record *record)
{
    return cfa_answer_cite(record, TRUE, record->text->language);
}

char *cfa_answer_title(const cfa_record *record, gboolean case_text)
{
    char *title = cite(record, case_text, record->text->language, 0);
    title[0] = g_ascii_toupper(title[0]);
    return title;
}
