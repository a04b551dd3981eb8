#include "principle.h"

/* ---- JSON ---- */

static json_t *entry_json(const cfa_library_entry *entry)
{
    const cfa_principle *shown = entry->shown;
    json_t *object = json_object();
    g_autofree char *citation = cfa_principle_cite(shown, shown->language);
    json_object_set_new(object, "id", cfa_text_json(entry->id));
    json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(shown->language)));
    json_object_set_new(object, "chapter", cfa_text_json(shown->chapter));
    json_object_set_new(object, "text", cfa_text_json(shown->text));
    json_object_set_new(object, "paragraphs", json_integer(entry->paragraphs));
    json_object_set_new(object, "citation", cfa_text_json(citation));
    return object;
}

json_t *cfa_json_principles(const GPtrArray *entries)
{
    json_t *list = json_array();
    for (guint i = 0; i < entries->len; i++)
        json_array_append_new(list, entry_json(g_ptr_array_index(entries, i)));
    return list;
}

static json_t *wordings_json(const GPtrArray *wordings)
{
    json_t *list = json_array();
    for (guint i = 0; i < wordings->len; i++) {
        const cfa_principle *principle = g_ptr_array_index(wordings, i);
        json_t *object = json_object();
        json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(principle->language)));
        json_object_set_new(object, "chapter", cfa_text_json(principle->chapter));
        json_object_set_new(object, "heading", cfa_text_json(principle->heading));
        json_object_set_new(object, "text", cfa_text_json(principle->text));
        json_object_set_new(object, "url", cfa_text_json(principle->url));
        json_array_append_new(list, object);
    }
    return list;
}

json_t *cfa_json_principle(const cfa_principle_view *view)
{
    json_t *object = entry_json(view->entry);
    json_t *lacks = json_array();
    for (guint i = 0; i < view->absent->len; i++)
        json_array_append_new(lacks, cfa_applied_json(g_ptr_array_index(view->absent, i)));
    json_object_set_new(object, "numbers", cfa_cites_json(view->entry->shown->numbers));
    json_object_set_new(object, "wordings", wordings_json(view->entry->wordings));
    json_object_set_new(object, "cited", cfa_cites_json(view->cited));
    json_object_set_new(object, "lacks", lacks);
    return object;
}

/* ---- for a terminal ---- */

static void add_citation(cfa_filler *fill, const cfa_principle *principle, const char *rest)
{
    g_autofree char *citation = cfa_principle_cite(principle, principle->language);
    cfa_filler_styled(fill, citation, cfa_style_strong);
    cfa_filler_styled(fill, rest, cfa_style_faint);
}

/* " · digest:2006/581 · applied in 12 paragraphs"; without the last where none is known. */
static char *describe(const cfa_library_entry *entry)
{
    if (entry->paragraphs == 0)
        return g_strconcat(" \u00b7 ", entry->id, NULL);
    return g_strdup_printf(" \u00b7 %s \u00b7 applied in %u paragraph%s", entry->id, entry->paragraphs,
                           entry->paragraphs == 1 ? "" : "s");
}

void cfa_filler_principles(cfa_filler *fill, const char *heading, const GPtrArray *entries)
{
    enum { INDENT = 4 };
    if (entries == NULL || entries->len == 0)
        return;
    cfa_filler_heading(fill, heading);
    for (guint i = 0; i < entries->len; i++) {
        const cfa_library_entry *entry = g_ptr_array_index(entries, i);
        g_autofree char *rest = describe(entry);
        if (i > 0)
            cfa_filler_line(fill, 0);
        cfa_filler_line(fill, INDENT);
        cfa_filler_text(fill, entry->shown->text);
        cfa_filler_line(fill, INDENT);
        add_citation(fill, entry->shown, rest);
    }
}

void cfa_filler_principle(cfa_filler *fill, const cfa_principle_view *view)
{
    for (guint i = 0; i < view->entry->wordings->len; i++) {
        const cfa_principle *principle = g_ptr_array_index(view->entry->wordings, i);
        g_autofree char *rest =
            principle->chapter != NULL ? g_strdup_printf(" \u00b7 %s", principle->chapter) : g_strdup("");
        if (i > 0)
            cfa_filler_line(fill, 0);
        cfa_filler_line(fill, 0);
        add_citation(fill, principle, rest);
        cfa_filler_line(fill, CFA_FILLER_MARGIN);
        cfa_filler_text(fill, principle->text);
    }
    cfa_filler_line(fill, 0);
    for (guint i = 0; i < view->cited->len; i++) {
        g_autofree char *line = g_strdup_printf("Who cites it by its number: cfa-search --cites %s",
                                                (const char *)g_ptr_array_index(view->cited, i));
        cfa_filler_line(fill, 0);
        cfa_filler_text(fill, line);
    }
    if (view->cited->len > 0)
        cfa_filler_line(fill, 0);
    cfa_filler_line(fill, 0);
}

void cfa_filler_absent(cfa_filler *fill, const cfa_principle_view *view)
{
    if (view->absent->len == 0)
        return;
    cfa_filler_heading(fill, "Also applied in, but not in the index");
    for (guint i = 0; i < view->absent->len; i++) {
        const cfa_applied *one = g_ptr_array_index(view->absent, i);
        g_autofree char *citation = cfa_citation_print(CFA_ENGLISH, one->report, &one->case_number, 1,
                                                       one->country, one->paragraph, one->paragraph);
        cfa_filler_line(fill, CFA_FILLER_MARGIN);
        cfa_filler_text(fill, citation);
    }
}
