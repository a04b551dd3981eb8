#include "likeness.h"

#include "bm25.h"
#include "cited.h"
#include "tree.h"

#include <string.h>

enum {
    WORDS_MAX = 48,      /* that rank what is found */
    WORDS_SEARCHED = 24, /* of them, the heaviest: the others would find nothing more, and take as long */
    CITATIONS_MAX = 16   /* that are searched for, each in two terms */
};

/* BM25's k3: how soon it hardly matters how often a word is in the text itself. */
static const double k3 = 4;

/* What more than this share of the paragraphs of its language have tells nothing, unless they are few all the
 * same. */
static const double most_frequent = 0.25;
static const double always_few = 10;

/* A citation that is shared weighs so many times what a word does that is as rare. */
static const double citation_factor = 5;

/* A word or a citation of the text. */
typedef struct feature {
    char *name;    /* the word, folded, as it is met first; or the identifier of what is cited */
    char *term;    /* in the index */
    guint place;   /* in the order in which they were met */
    guint count;   /* how often it is there */
    double weight; /* how much it tells */
    gboolean only_ranks;
} feature;

/* Features being collected. */
typedef struct features {
    GHashTable *known; /* term -> feature, borrowed */
    GPtrArray *all;    /* feature, in the order in which they were met */
    GString *term;
} features;

static void feature_free(gpointer data)
{
    feature *one = data;
    g_free(one->name);
    g_free(one->term);
    g_free(one);
}

static features *features_new(void)
{
    features *list = g_new0(features, 1);
    list->known = g_hash_table_new(g_str_hash, g_str_equal);
    list->all = g_ptr_array_new_with_free_func(feature_free);
    list->term = g_string_new(NULL);
    return list;
}

static void features_free(features *list)
{
    g_hash_table_unref(list->known);
    g_ptr_array_unref(list->all);
    g_string_free(list->term, TRUE);
    g_free(list);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(features, features_free)

static void add_feature(features *list, const char *term, const char *name, guint count)
{
    feature *one = g_hash_table_lookup(list->known, term);
    if (one == NULL) {
        one = g_new0(feature, 1);
        one->name = g_strdup(name);
        one->term = g_strdup(term);
        one->place = list->all->len;
        g_ptr_array_add(list->all, one);
        g_hash_table_insert(list->known, one->term, one);
    }
    one->count += count;
}

/* ---- words ---- */

static gboolean is_number(const cfa_word *word)
{
    return strpbrk(word->text, "0123456789") != NULL;
}

/* Whether a word stands in a citation; `next` is the first mention that does not end before it. */
static gboolean is_in_citation(const GArray *mentions, guint *next, const cfa_word *word)
{
    for (; *next < mentions->len; (*next)++) {
        const cfa_mention *one = &g_array_index(mentions, cfa_mention, *next);
        if (word->offset < one->offset + one->length)
            return word->offset >= one->offset;
    }
    return FALSE;
}

/* Whether a word opens the brackets in which the next mention stands, "[see 306th Report, para. 123]": it
 * says nothing of the matter. */
static gboolean introduces_citation(const char *text, const GArray *mentions, guint next,
                                    const cfa_word *word)
{
    if (next >= mentions->len || word->offset == 0 || text[word->offset - 1] != '[')
        return FALSE;
    const gsize citation = g_array_index(mentions, cfa_mention, next).offset;
    return memchr(text + word->offset, ']', citation - word->offset) == NULL;
}

/* Citations count as what they cite, and not as words; other numbers are dates and sums, which are no
 * likeness. */
static void add_words(features *list, const cfa_index *index, const cfa_record *record)
{
    const cfa_language language = record->text->language;
    const char *text = record->paragraph->text;
    g_autoptr(GArray) mentions = cfa_citation_scan(text, strlen(text), language, NULL);
    guint next = 0;
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, strlen(text));
    while (cfa_word_next(&reader, &word)) {
        if (is_in_citation(mentions, &next, &word) || introduces_citation(text, mentions, next, &word) ||
            is_number(&word) ||
            cfa_word_is_stopword_in(cfa_language_candidates(language), word.text, word.length))
            continue;
        cfa_layout_stem(list->term, language,
                        cfa_stemmer_stem(index->stemmer, language, word.text, word.length));
        add_feature(list, list->term->str, word.text, 1);
    }
}

/* ---- citations ---- */

/* What the records cite, and what they are themselves, which others may cite: one paragraph, or else whole
 * case texts. */
static features *find_things(const GPtrArray *records)
{
    features *things = features_new();
    for (guint i = 0; i < records->len; i++) {
        const cfa_record *record = g_ptr_array_index(records, i);
        const guint number = record->paragraph->number;
        const gboolean is_one = records->len == 1;
        g_autofree char *stem = cfa_case_text_stem(record->text);
        g_autofree char *itself = cfa_id_make(stem, is_one ? number : record->first,
                                              is_one ? number : record->last, CFA_LANGUAGE_UNKNOWN);
        if (!g_hash_table_contains(things->known, itself))
            add_feature(things, itself, itself, 1);
        for (guint j = 0; j < record->paragraph->cites->len; j++) {
            const char *id = g_ptr_array_index(record->paragraph->cites, j);
            add_feature(things, id, id, 1);
        }
    }
    return things;
}

/* Adds the citations that the index has of a thing, alone or in a range. A text of an unknown report is cited
 * by none. */
static void add_citations(features *list, const cfa_index *index, const feature *thing, xc_error *error)
{
    cfa_citation what;
    if (!cfa_citation_parse(thing->name, &what))
        return;
    g_autoptr(cfa_cited) cited = cfa_cited_find(index->database, &what, error);
    const GPtrArray *terms = cfa_cited_terms(cited);
    for (guint i = 0; i < terms->len; i++) {
        const char *term = g_ptr_array_index(terms, i);
        add_feature(list, term, strchr(term, ':') + 1, thing->count);
    }
}

/* ---- the heaviest ---- */

static double saturation_of(const feature *one)
{
    return cfa_bm25_saturation(one->count, k3, 1);
}

static int compare_places(gconstpointer a, gconstpointer b)
{
    const feature *left = *(const feature *const *)a, *right = *(const feature *const *)b;
    return left->place < right->place ? -1 : left->place > right->place;
}

static int compare_weights(gconstpointer a, gconstpointer b)
{
    const feature *left = *(const feature *const *)a, *right = *(const feature *const *)b;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return compare_places(a, b);
}

/* Leaves those that tell most, the heaviest first, and none that is nowhere else or in more than `frequent`
 * documents. */
static void keep_heaviest(features *list, const cfa_index *index, guint most, double frequent,
                          xc_error *error)
{
    const double documents = xc_database_get_doccount(index->database, error);
    guint kept = 0;
    for (guint i = 0; i < list->all->len; i++) {
        feature *one = g_ptr_array_index(list->all, i);
        const double frequency = cfa_frequencies_find(index->frequencies, one->term, error);
        if (frequency > 0 && frequency <= frequent)
            one->weight = saturation_of(one) * cfa_bm25_idf(documents, frequency);
    }
    g_ptr_array_sort(list->all, compare_weights);
    while (kept < MIN(list->all->len, most) &&
           ((const feature *)g_ptr_array_index(list->all, kept))->weight > 0)
        kept++;
    g_ptr_array_set_size(list->all, (int)kept);
}

/* ---- the query ---- */

static void ask_for_words(cfa_query *query, const cfa_index *index, const GPtrArray *records, xc_error *error)
{
    g_autoptr(features) list = features_new();
    const char *language = cfa_language_code(query->language);
    for (guint i = 0; i < records->len; i++)
        add_words(list, index, g_ptr_array_index(records, i));
    cfa_layout_filter(list->term, CFA_FILTER_LANGUAGE, language != NULL ? language : "");
    const double paragraphs = language != NULL
                                  ? cfa_frequencies_find(index->frequencies, list->term->str, error)
                                  : xc_database_get_doccount(index->database, error);
    keep_heaviest(list, index, WORDS_MAX, MAX(always_few, most_frequent * paragraphs), error);
    for (guint i = WORDS_SEARCHED; i < list->all->len; i++)
        ((feature *)g_ptr_array_index(list->all, i))->only_ranks = TRUE;
    for (guint i = 0; i < list->all->len; i++)
        query->own_weight += ((const feature *)g_ptr_array_index(list->all, i))->weight;
    /* Words side by side may be an expression. */
    g_ptr_array_sort(list->all, compare_places);
    for (guint i = 0; i < list->all->len; i++) {
        const feature *one = g_ptr_array_index(list->all, i);
        cfa_node *node = cfa_node_new(CFA_NODE_WORD);
        cfa_node_add_word(node, one->name);
        node->weight = saturation_of(one);
        node->only_ranks = one->only_ranks;
        cfa_node_add(query->root, node);
    }
}

/* A term of the index, which is `field` and `value` in the query language. */
static void add_term(cfa_query *query, const char *term, const char *field, const char *value,
                     cfa_occurrence occurrence, double weight)
{
    cfa_node *node = cfa_node_new(CFA_NODE_TERM);
    node->value = g_strdup(term);
    node->value_to = g_strconcat(field, value, NULL);
    node->occurrence = occurrence;
    node->weight = weight;
    cfa_node_add(query->root, node);
}

/* The paragraph that a citation names, where it is one alone. */
static void ask_for_paragraph(cfa_query *query, features *list, const char *id, double weight)
{
    cfa_citation citation;
    if (!cfa_citation_parse(id, &citation) || citation.kind != CFA_CITES_PARAGRAPH ||
        citation.first != citation.last)
        return;
    cfa_layout_filter(list->term, CFA_FILTER_PARAGRAPH, id);
    add_term(query, list->term->str, "", id, CFA_PLAIN, weight);
}

/* What cites the same or these records, and what they cite. */
static void ask_for_citations(cfa_query *query, const cfa_index *index, const GPtrArray *records,
                              xc_error *error)
{
    g_autoptr(features) things = find_things(records);
    g_autoptr(features) list = features_new();
    for (guint i = 0; i < things->all->len; i++)
        add_citations(list, index, g_ptr_array_index(things->all, i), error);
    keep_heaviest(list, index, CITATIONS_MAX, G_MAXDOUBLE, error);
    for (guint i = 0; i < list->all->len; i++) {
        const feature *one = g_ptr_array_index(list->all, i);
        const double weight = citation_factor * saturation_of(one);
        add_term(query, one->term, "cites:", one->name, CFA_PLAIN, weight);
        ask_for_paragraph(query, list, one->name, weight);
    }
}

static void exclude(cfa_query *query, GHashTable *excluded, cfa_filter filter, char *value)
{
    g_autoptr(GString) term = g_string_new(NULL);
    cfa_layout_filter(term, filter, value);
    if (g_hash_table_add(excluded, value))
        add_term(query, term->str, filter == CFA_FILTER_CASE ? "case:" : "", value, CFA_NEVER, 0);
}

static void exclude_records(cfa_query *query, const GPtrArray *records)
{
    g_autoptr(GHashTable) excluded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < records->len; i++) {
        const cfa_record *record = g_ptr_array_index(records, i);
        g_autofree char *stem = cfa_case_text_stem(record->text);
        exclude(query, excluded, CFA_FILTER_RUN,
                cfa_id_make(stem, record->first, record->last, CFA_LANGUAGE_UNKNOWN));
        for (guint j = 0; j < record->text->cases->len; j++) {
            const cfa_case *one = g_ptr_array_index(record->text->cases, j);
            if (one->number != 0)
                exclude(query, excluded, CFA_FILTER_CASE, g_strdup_printf("%u", one->number));
        }
    }
}

gboolean cfa_likeness_ask(cfa_query *query, const cfa_index *index, const GPtrArray *records,
                          cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    const cfa_record *first = g_ptr_array_index(records, 0);
    const guint before = query->root->children->len;
    query->is_likeness = TRUE;
    query->language = first->text->language;
    ask_for_words(query, index, records, &failure);
    ask_for_citations(query, index, records, &failure);
    if (query->root->children->len > before)
        exclude_records(query, records);
    else
        g_ptr_array_set_size(query->root->children, 0);
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}
