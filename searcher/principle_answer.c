/* A principle with the paragraphs that applied it, as an answer. */
#include "lookup.h"
#include "passage.h"
#include "plan.h"
#include "principles.h"

#include <string.h>

enum { SNIPPET_BYTES = 300 };

/* An answer that is being made. */
typedef struct answering {
    const cfa_index *index;
    const cfa_request *request;
    cfa_answer *answer;
    cfa_marks *marks; /* the words of the principle */
    xc_error failure;
} answering;

static void mark_words(cfa_marks *marks, const cfa_principle *principle)
{
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, principle->text, strlen(principle->text));
    while (cfa_word_next(&reader, &word)) {
        const char *stem =
            cfa_stemmer_stem_content(marks->stemmer, principle->language, word.text, word.length);
        if (stem != NULL)
            g_hash_table_add(marks->stems[principle->language], g_strdup(stem));
    }
}

static gboolean has_term(answering *this, GString *term, cfa_filter filter, const char *value)
{
    cfa_layout_filter(term, filter, value);
    return xc_database_term_exists(this->index->database, term->str, term->len, &this->failure);
}

/* The query for every paragraph that applied the principle and is there; what is not is noted. */
static xc_query *applied_query(answering *this)
{
    cfa_principle_view *view = this->answer->principle;
    g_autoptr(GPtrArray) queries = g_ptr_array_new();
    g_autoptr(GString) term = g_string_new(NULL);
    for (guint i = 0; i < view->entry->applied->len; i++) {
        cfa_applied *one = g_ptr_array_index(view->entry->applied, i);
        g_autofree char *paragraph = g_strdup_printf("%u/%u", one->report, one->paragraph);
        if (has_term(this, term, CFA_FILTER_PARAGRAPH, paragraph))
            g_ptr_array_add(queries, cfa_plan_filter(CFA_FILTER_PARAGRAPH, paragraph, &this->failure));
        else
            g_ptr_array_add(view->absent, one);
    }
    return xc_query_combine(XC_OP_OR, (xc_query **)queries->pdata, queries->len, 0, &this->failure);
}

/* The same, so that of a paragraph's languages the preferred one weighs most. */
static xc_query *preferring_query(answering *this)
{
    const cfa_language preferred =
        this->request->preferred != CFA_LANGUAGE_UNKNOWN ? this->request->preferred : CFA_ENGLISH;
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_layout_filter(term, CFA_FILTER_LANGUAGE, cfa_language_code(preferred));
    xc_query *parts[] = {applied_query(this), xc_query_term(term->str, term->len, 1, &this->failure)};
    return xc_query_combine(XC_OP_AND_MAYBE, parts, G_N_ELEMENTS(parts), 0, &this->failure);
}

/* Notes which of its numbers are cited. */
static void find_cited(answering *this)
{
    cfa_principle_view *view = this->answer->principle;
    g_autoptr(GString) term = g_string_new(NULL);
    for (guint i = 0; i < view->entry->shown->numbers->len; i++)
        if (has_term(this, term, CFA_FILTER_CITES, g_ptr_array_index(view->entry->shown->numbers, i)))
            g_ptr_array_add(view->cited, g_ptr_array_index(view->entry->shown->numbers, i));
}

/* Adds a paragraph's record as a hit; takes it. */
static void add_hit(answering *this, cfa_record *record, const char *paragraph)
{
    cfa_passage *passage = g_new0(cfa_passage, 1);
    passage->record = record;
    passage->snippet =
        cfa_passage_snippet(record->paragraph->text, record->text->language, this->marks, SNIPPET_BYTES);
    cfa_hit *hit = cfa_answer_add_hit(this->answer, record->id);
    hit->record = record;
    hit->languages = cfa_lookup_languages(this->index, CFA_FILTER_ID, paragraph, &this->failure);
    g_ptr_array_add(hit->passages, passage);
}

static gboolean take_hits(answering *this, xc_mset *mset, cfa_error *error)
{
    this->answer->lower = xc_mset_get_matches_lower_bound(mset);
    this->answer->estimated = xc_mset_get_matches_estimated(mset);
    this->answer->upper = xc_mset_get_matches_upper_bound(mset);
    for (guint i = 0; i < xc_mset_size(mset); i++) {
        const char *paragraph = xc_mset_get_collapse_key(mset, i, NULL, &this->failure);
        xc_document *document = xc_mset_get_document(mset, i, &this->failure);
        cfa_record *record = cfa_lookup_record(document, &this->failure, error);
        if (record == NULL)
            return FALSE;
        add_hit(this, record, paragraph != NULL ? paragraph : "");
    }
    return TRUE;
}

static gboolean find_hits(answering *this, cfa_error *error)
{
    const guint all = this->answer->principle->entry->applied->len * CFA_LANGUAGES;
    xc_query *query = preferring_query(this);
    xc_enquire *enquire = xc_enquire_new(this->index->database, &this->failure);
    xc_enquire_set_query(enquire, query, &this->failure);
    xc_enquire_set_collapse_key(enquire, CFA_SLOT_PARAGRAPH, 1, &this->failure);
    xc_enquire_set_sort_by_value_then_relevance(enquire, CFA_SLOT_NEWEST, TRUE, &this->failure);
    xc_mset *mset =
        xc_enquire_get_mset(enquire, this->answer->offset, this->answer->limit, all, &this->failure);
    const gboolean well = take_hits(this, mset, error);
    xc_mset_free(mset);
    xc_enquire_free(enquire);
    xc_query_free(query);
    return this->failure.status == XC_OK ? well : cfa_database_error(error, &this->failure);
}

static cfa_answer *answer_new(const cfa_index *index, const char *id, const cfa_request *request)
{
    cfa_answer *answer = g_new0(cfa_answer, 1);
    answer->query = g_utf8_make_valid(id, -1);
    answer->parsed = g_strdup(answer->query);
    answer->by_paragraph = TRUE;
    answer->generation = index->generation;
    answer->offset = request->offset;
    answer->limit = request->limit;
    answer->left_out = g_ptr_array_new();
    answer->unknown = g_ptr_array_new();
    answer->cut = g_ptr_array_new();
    answer->hits = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_hit_free);
    return answer;
}

cfa_answer *cfa_principles_browse(const cfa_index *index, const char *id, const cfa_request *request,
                                  cfa_error *error)
{
    const gint64 started = g_get_monotonic_time();
    cfa_library_entry *entry = cfa_library_principle(index, id, request->preferred, error);
    if (entry == NULL)
        return NULL;
    g_autoptr(cfa_answer) answer = answer_new(index, id, request);
    answer->principle = g_new0(cfa_principle_view, 1);
    answer->principle->entry = entry;
    answer->principle->absent = g_ptr_array_new();
    answer->principle->cited = g_ptr_array_new();
    answering this = {.index = index,
                      .request = request,
                      .answer = answer,
                      .marks = cfa_marks_new(index->stemmer),
                      .failure = XC_ERROR_INIT};
    for (guint i = 0; i < entry->wordings->len; i++)
        mark_words(this.marks, g_ptr_array_index(entry->wordings, i));
    find_cited(&this);
    const gboolean well = find_hits(&this, error);
    cfa_marks_free(this.marks);
    answer->took_ms = (double)(g_get_monotonic_time() - started) / 1000;
    return well ? g_steal_pointer(&answer) : NULL;
}
