#include "principle_answer.h"

#include "filters.h"
#include "library.h"
#include "tree.h"

#include <string.h>

/* A principle, what of its paragraphs the index lacks, and which of its numbers are cited there. */
static cfa_principle_view *view_new(const cfa_index *index, cfa_library_entry *entry, xc_error *failure)
{
    cfa_principle_view *view = g_new0(cfa_principle_view, 1);
    const GPtrArray *numbers = entry->shown->numbers;
    view->entry = entry;
    view->absent = g_ptr_array_new();
    view->cited = g_ptr_array_new();
    for (guint i = 0; i < entry->applied->len; i++) {
        cfa_applied *one = g_ptr_array_index(entry->applied, i);
        g_autofree char *paragraph = g_strdup_printf("%u/%u", one->report, one->paragraph);
        if (!cfa_filter_has(index->database, CFA_FILTER_PARAGRAPH, paragraph, failure))
            g_ptr_array_add(view->absent, one);
    }
    for (guint i = 0; i < numbers->len; i++)
        if (cfa_filter_has(index->database, CFA_FILTER_CITES, g_ptr_array_index(numbers, i), failure))
            g_ptr_array_add(view->cited, g_ptr_array_index(numbers, i));
    return view;
}

/* Asks for the paragraphs that applied a principle; where none did, for nothing, whatever else was asked. */
static void ask_for_paragraphs(cfa_query *query, const GPtrArray *applied)
{
    if (applied->len == 0)
        g_ptr_array_set_size(query->root->children, 0);
    for (guint i = 0; i < applied->len; i++) {
        const cfa_applied *one = g_ptr_array_index(applied, i);
        cfa_node *node = cfa_node_new(CFA_NODE_CITATION);
        node->citation = (cfa_citation){CFA_CITES_PARAGRAPH, one->report, one->paragraph, one->paragraph};
        cfa_node_add(query->root, node);
    }
}

/* The words of a principle mark and rank what applied it, and find nothing. */
static void ask_for_words(cfa_query *query, const cfa_principle *principle)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, principle->text, strlen(principle->text));
    while (g_hash_table_size(known) < CFA_QUERY_WORDS && cfa_word_next(&reader, &word)) {
        if (cfa_word_is_stopword(principle->language, word.text, word.length) ||
            !g_hash_table_add(known, g_strdup(word.text)))
            continue;
        cfa_node *node = cfa_node_new(CFA_NODE_WORD);
        cfa_node_add_word(node, word.text);
        node->only_ranks = TRUE;
        cfa_node_add(query->root, node);
    }
}

cfa_answer *cfa_principle_answer(const cfa_index *index, const char *id, const cfa_request *request,
                                 cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    cfa_request asked = *request;
    asked.query = "";
    asked.languages = 0; /* what was applied in another language alone was applied, too */
    asked.match = CFA_MATCH_ANY;
    asked.by_paragraph = TRUE;
    const gint64 started = g_get_monotonic_time();
    g_autoptr(cfa_query) query = cfa_search_read(&asked, error);
    cfa_library_entry *entry =
        query != NULL ? cfa_library_principle(index, id, request->preferred, error) : NULL;
    if (entry == NULL)
        return NULL;
    cfa_principle_view *view = view_new(index, entry, &failure);
    query->is_likeness = TRUE;
    query->language = entry->shown->language;
    ask_for_paragraphs(query, entry->applied);
    ask_for_words(query, entry->shown);
    cfa_answer *answer = failure.status == XC_OK ? cfa_search_query(index, query, &asked, error) : NULL;
    if (failure.status != XC_OK)
        cfa_database_error(error, &failure);
    if (answer == NULL) {
        cfa_principle_view_free(view);
        return NULL;
    }
    g_free(answer->query);
    g_free(answer->parsed);
    answer->query = g_utf8_make_valid(id, -1);
    answer->parsed = g_strdup(answer->query);
    answer->principle = view;
    answer->took_ms = (double)(g_get_monotonic_time() - started) / 1000;
    return answer;
}
