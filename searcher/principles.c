#include "principles.h"

#include "library_database.h"
#include "meaning.h"

#include <string.h>

enum {
    CANDIDATES = 12,       /* of which the words are counted */
    SEARCHED_MEANINGS = 6, /* of a word, the likeliest */
    CITED = 100            /* paragraphs of a range that are looked up */
};

/* From how likely a meaning on it is searched for. */
static const double searched_probability = 0.1;

/* Words of a question on their way through the library. */
typedef struct seeking {
    const cfa_index *index;
    GPtrArray *meanings; /* of each word that is asked for: GPtrArray of cfa_meaning, borrowed */
    xc_error failure;
} seeking;

/* ---- what is asked for ---- */

/* Asks for the words, but for the names of countries and of their people: a principle has none of them,
 * though the library may know the "costa" or the "etats" of one. */
static void ask_for(seeking *seek, const GPtrArray *words, const GPtrArray *meanings)
{
    for (guint i = 0; i < words->len;) {
        const guint named = cfa_country_words_among(words, i);
        GPtrArray *of_word = g_ptr_array_index(meanings, i);
        if (named == 0 && (of_word->len > 0 || !cfa_country_has_word(g_ptr_array_index(words, i))))
            g_ptr_array_add(seek->meanings, of_word);
        i += MAX(named, 1);
    }
}

static xc_query *meaning_query(seeking *seek, const cfa_meaning *meaning)
{
    xc_query *terms[CFA_MEANING_TERMS];
    for (guint i = 0; i < meaning->count; i++)
        terms[i] = xc_query_term(meaning->terms[i], XC_NUL, 1, &seek->failure);
    xc_query *all = xc_query_combine(XC_OP_AND, terms, meaning->count, 0, &seek->failure);
    return xc_query_scale_weight(meaning->probability, all, &seek->failure);
}

/* Any meaning of a word, weighed as the one that weighs most. */
static xc_query *word_query(seeking *seek, const GPtrArray *meanings)
{
    xc_query *alternatives[SEARCHED_MEANINGS];
    guint count = 0;
    for (guint i = 0; i < meanings->len && count < SEARCHED_MEANINGS; i++) {
        const cfa_meaning *meaning = g_ptr_array_index(meanings, i);
        if (meaning->probability >= searched_probability)
            alternatives[count++] = meaning_query(seek, meaning);
    }
    return xc_query_combine(XC_OP_MAX, alternatives, count, 0, &seek->failure);
}

static xc_query *question(seeking *seek)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (guint i = 0; i < seek->meanings->len; i++)
        g_ptr_array_add(words, word_query(seek, g_ptr_array_index(seek->meanings, i)));
    return cfa_any_of(words, &seek->failure);
}

/* ---- what has enough of it ---- */

static GHashTable *terms_of(seeking *seek, xc_enquire *enquire, xc_docid docid)
{
    GHashTable *terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(xc_term_iterator) matching = xc_enquire_get_matching_terms(enquire, docid, &seek->failure);
    const char *term;
    while ((term = xc_term_iterator_next(matching, NULL, &seek->failure)) != NULL)
        g_hash_table_add(terms, g_strdup(term));
    return terms;
}

/* Adds the terms of the words of a text, which may be NULL. */
static void add_terms(const seeking *seek, GHashTable *terms, cfa_language language, const char *text)
{
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, text != NULL ? strlen(text) : 0);
    while (cfa_word_next(&reader, &word)) {
        const char *stem = cfa_stemmer_stem_content(seek->index->stemmer, language, word.text, word.length);
        if (stem != NULL)
            g_hash_table_add(terms, g_strdup(cfa_layout_stem(term, language, stem)));
    }
}

/* Drops what only the chapter says: a few chapters hold all principles, and "trade union rights and civil
 * liberties" is above most that have nothing to do with a question on freedom or on rights. */
static void drop_chapter(const seeking *seek, GHashTable *terms, const cfa_library_entry *entry)
{
    for (guint i = 0; i < entry->wordings->len; i++) {
        const cfa_principle *wording = g_ptr_array_index(entry->wordings, i);
        g_autoptr(GHashTable) own = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                              of_chapter = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        GHashTableIter asked;
        gpointer term;
        add_terms(seek, own, wording->language, wording->text);
        add_terms(seek, own, wording->language, wording->heading);
        add_terms(seek, of_chapter, wording->language, wording->chapter);
        g_hash_table_iter_init(&asked, terms);
        while (g_hash_table_iter_next(&asked, &term, NULL))
            if (g_hash_table_contains(of_chapter, term) && !g_hash_table_contains(own, term))
                g_hash_table_iter_remove(&asked);
    }
}

static gboolean has_meaning(GHashTable *terms, const cfa_meaning *meaning)
{
    for (guint i = 0; i < meaning->count; i++)
        if (!g_hash_table_contains(terms, meaning->terms[i]))
            return FALSE;
    return TRUE;
}

static gboolean has_word(GHashTable *terms, const GPtrArray *meanings)
{
    for (guint i = 0; i < meanings->len; i++)
        if (has_meaning(terms, g_ptr_array_index(meanings, i)))
            return TRUE;
    return FALSE;
}

/* How many of the words are among some terms. */
static guint count_words(const seeking *seek, GHashTable *terms)
{
    guint found = 0;
    for (guint i = 0; i < seek->meanings->len; i++)
        found += has_word(terms, g_ptr_array_index(seek->meanings, i)) ? 1 : 0;
    return found;
}

/* Takes the principle of a document, if that has each of one or two words, or two thirds of more; and half of
 * those not in its chapter alone, for which it is read. */
static gboolean take(seeking *seek, const char *id, GHashTable *terms, cfa_language preferred,
                     GPtrArray *found, cfa_error *error)
{
    const guint asked = seek->meanings->len, needed = asked <= 2 ? asked : (asked * 2 + 2) / 3;
    if (count_words(seek, terms) < needed)
        return TRUE;
    g_autoptr(cfa_library_entry) entry = cfa_library_principle(seek->index, id, preferred, error);
    if (entry == NULL)
        return FALSE;
    drop_chapter(seek, terms, entry);
    if (count_words(seek, terms) * 2 >= needed)
        g_ptr_array_add(found, g_steal_pointer(&entry));
    return TRUE;
}

static gboolean take_best(seeking *seek, cfa_language preferred, GPtrArray *found, cfa_error *error)
{
    gboolean well = TRUE;
    g_autoptr(xc_query) query = question(seek);
    g_autoptr(xc_enquire) enquire = xc_enquire_new(seek->index->library, &seek->failure);
    xc_enquire_set_query(enquire, query, &seek->failure);
    xc_enquire_set_collapse_key(enquire, CFA_LIBRARY_ID, 1, &seek->failure);
    xc_enquire_set_sort_by_relevance_then_value(enquire, CFA_LIBRARY_ID, FALSE, &seek->failure);
    g_autoptr(xc_mset) mset = xc_enquire_get_mset(enquire, 0, CANDIDATES, 0, &seek->failure);
    for (guint i = 0; well && i < xc_mset_size(mset) && found->len < CFA_PRINCIPLES_FOUND; i++) {
        const char *id = xc_mset_get_collapse_key(mset, i, NULL, &seek->failure);
        g_autoptr(GHashTable) terms = terms_of(seek, enquire, xc_mset_get_docid(mset, i, &seek->failure));
        well = id == NULL || take(seek, id, terms, preferred, found, error);
    }
    return seek->failure.status == XC_OK ? well : cfa_database_error(error, &seek->failure);
}

GPtrArray *cfa_principles_find(const cfa_index *index, const GPtrArray *words, cfa_language preferred,
                               gboolean as_typed, cfa_error *error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_library_entry_free);
    if (index->library == NULL || words->len == 0)
        return g_steal_pointer(&found);
    seeking seek = {.index = index, .meanings = g_ptr_array_new(), .failure = XC_ERROR_INIT};
    cfa_meanings *meanings = cfa_meanings_new(index->library, as_typed ? NULL : index->translations,
                                              index->stemmer, CFA_EVERY_LANGUAGE);
    cfa_meanings_guess(meanings, words, &seek.failure);
    g_autoptr(GPtrArray) all = cfa_meanings_find(meanings, words, &seek.failure);
    ask_for(&seek, words, all);
    const gboolean is_asked = seek.failure.status == XC_OK && seek.meanings->len > 0;
    const gboolean well = is_asked                       ? take_best(&seek, preferred, found, error)
                          : seek.failure.status == XC_OK ? TRUE
                                                         : cfa_database_error(error, &seek.failure);
    g_ptr_array_unref(seek.meanings);
    cfa_meanings_free(meanings);
    return well ? g_steal_pointer(&found) : NULL;
}

/* ---- what is cited ---- */

/* Adds those of a citation; a range names each paragraph in it. FALSE with *error. */
static gboolean add_cited(const cfa_index *index, const cfa_citation *citation, cfa_language preferred,
                          GPtrArray *found, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    cfa_citation one = *citation;
    for (guint i = 0; i < CITED && citation->first + i <= citation->last; i++) {
        char id[CFA_CITATION_ID_SIZE];
        one.first = one.last = citation->first + i;
        cfa_citation_id(&one, id);
        if (found->len >= CFA_PRINCIPLES_FOUND || !cfa_library_has_principle(index, id, &failure))
            continue;
        cfa_library_entry *entry = cfa_library_principle(index, id, preferred, error);
        if (entry == NULL)
            return FALSE;
        g_ptr_array_add(found, entry);
    }
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

/* Whether a part of a query is a citation of a book of principles, or asks who cites one. */
static gboolean is_of_a_book(const cfa_node *part, cfa_citation *citation)
{
    if (part->kind == CFA_NODE_CITATION)
        *citation = part->citation;
    else if (part->kind != CFA_NODE_FIELD || part->field != CFA_FIELD_CITES ||
             !cfa_citation_parse(part->value, citation))
        return FALSE;
    return part->occurrence != CFA_NEVER &&
           (citation->kind == CFA_CITES_DIGEST || citation->kind == CFA_CITES_COMPILATION);
}

GPtrArray *cfa_principles_cited(const cfa_index *index, const cfa_query *query, cfa_language preferred,
                                cfa_error *error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_library_entry_free);
    for (guint i = 0; i < query->root->children->len; i++) {
        const cfa_node *part = g_ptr_array_index(query->root->children, i);
        cfa_citation citation;
        if (is_of_a_book(part, &citation) && !add_cited(index, &citation, preferred, found, error))
            return NULL;
    }
    return g_steal_pointer(&found);
}
