#include "finder.h"

#include <string.h>

enum {
    MEMORY = 16 << 20, /* bytes, for what is remembered */
    BATCH = 1024,      /* postings that are read at once */
    PLACES = 16,       /* looks at whether a document has a word, for one at where words stand in it */
    LEAP = 4,          /* steps in a list of postings, for one leap */
    COMMON = 64 /* of so many documents one has a term that is remembered: a bit for each is less than its
                   postings are */
};

struct cfa_finder {
    const xc_database *database;
    cfa_frequencies *frequencies;
    xc_docid last;
    guint documents;
    guint64 uses;
    GHashTable *remembered; /* term, or a phrase as libxapian writes it -> remembered */
};

typedef struct remembered {
    cfa_bit_set *documents;
    guint64 used; /* the number of its last use */
} remembered;

static void remembered_free(gpointer data)
{
    remembered *one = data;
    cfa_bit_set_free(one->documents);
    g_free(one);
}

cfa_finder *cfa_finder_new(const xc_database *database, cfa_frequencies *frequencies, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(cfa_finder) finder = g_new0(cfa_finder, 1);
    finder->database = database;
    finder->frequencies = frequencies;
    finder->last = xc_database_get_lastdocid(database, &failure);
    finder->documents = xc_database_get_doccount(database, &failure);
    finder->remembered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, remembered_free);
    if (failure.status != XC_OK) {
        cfa_database_error(error, &failure);
        return NULL;
    }
    return g_steal_pointer(&finder);
}

void cfa_finder_free(cfa_finder *finder)
{
    if (finder == NULL)
        return;
    g_hash_table_unref(finder->remembered);
    g_free(finder);
}

/* A question under way. */
typedef struct finding {
    cfa_finder *finder;
    xc_error failure;
    gboolean damaged; /* a list has a document behind the last one */
} finding;

static void find(finding *this, const xc_query *query, const cfa_bit_set *within, cfa_bit_set *found);

static cfa_bit_set *new_set(const finding *this)
{
    return cfa_bit_set_new(this->finder->last);
}

/* One document, if it is `within`, which may be NULL. */
static void add(finding *this, xc_docid docid, const cfa_bit_set *within, cfa_bit_set *found)
{
    if (docid > this->finder->last)
        this->damaged = TRUE;
    else if (within == NULL || cfa_bit_set_has(within, docid))
        cfa_bit_set_add(found, docid);
}

/* ---- what is remembered ---- */

/* What was not used for the longest time. */
static const char *least_used(const cfa_finder *finder)
{
    GHashTableIter all;
    gpointer key, value;
    const char *least = NULL;
    guint64 used = G_MAXUINT64;
    g_hash_table_iter_init(&all, finder->remembered);
    while (g_hash_table_iter_next(&all, &key, &value)) {
        const remembered *one = value;
        if (one->used < used) {
            used = one->used;
            least = key;
        }
    }
    return least;
}

/* Takes the documents, all that there are. */
static void remember(const finding *this, const char *key, cfa_bit_set *documents)
{
    cfa_finder *finder = this->finder;
    if (this->failure.status != XC_OK || this->damaged) {
        cfa_bit_set_free(documents);
        return;
    }
    const guint most = MAX(1, MEMORY / (finder->last / 8 + 1));
    if (g_hash_table_size(finder->remembered) >= most)
        g_hash_table_remove(finder->remembered, least_used(finder));
    remembered *one = g_new(remembered, 1);
    *one = (remembered){documents, ++finder->uses};
    g_hash_table_insert(finder->remembered, g_strdup(key), one);
}

/* FALSE where it is not remembered. */
static gboolean recall(const finding *this, const char *key, const cfa_bit_set *within, cfa_bit_set *found)
{
    remembered *known = g_hash_table_lookup(this->finder->remembered, key);
    if (known == NULL)
        return FALSE;
    known->used = ++this->finder->uses;
    cfa_bit_set_unite(found, known->documents, within);
    return TRUE;
}

/* ---- one term ---- */

/* The caller frees. NULL on failure. */
static char *term_of(finding *this, const xc_query *query)
{
    g_autoptr(xc_term_iterator) terms = xc_query_get_unique_terms(query, &this->failure);
    return g_strdup(xc_term_iterator_next(terms, NULL, &this->failure));
}

static void read_postings(finding *this, const char *term, const cfa_bit_set *within, cfa_bit_set *found)
{
    xc_docid docids[BATCH];
    g_autoptr(xc_posting_iterator) postings =
        xc_database_postlist(this->finder->database, term, XC_NUL, &this->failure);
    for (gsize count; (count = xc_posting_iterator_read(postings, docids, BATCH, &this->failure)) > 0;)
        for (gsize i = 0; i < count; i++)
            add(this, docids[i], within, found);
}

/* Leaps from one of those `within` to the next. */
static void leap_postings(finding *this, const char *term, const cfa_bit_set *within, cfa_bit_set *found)
{
    g_autoptr(xc_posting_iterator) postings =
        xc_database_postlist(this->finder->database, term, XC_NUL, &this->failure);
    xc_docid docid = 1;
    for (guint wanted = 1; (wanted = cfa_bit_set_from(within, docid)) != CFA_BIT_SET_END;) {
        docid = xc_posting_iterator_skip_to(postings, wanted, &this->failure);
        if (docid == 0)
            break;
        if (docid == wanted)
            add(this, docid++, NULL, found);
    }
}

/* What one term finds stands in its list of postings, which is sooner read than matched. */
static void find_term(finding *this, const char *term, const cfa_bit_set *within, cfa_bit_set *found)
{
    const cfa_finder *finder = this->finder;
    if (recall(this, term, within, found))
        return;
    const guint64 frequency = cfa_frequencies_find(finder->frequencies, term, &this->failure);
    if (within != NULL && (guint64)cfa_bit_set_size(within) * LEAP < frequency) {
        leap_postings(this, term, within, found);
    } else if (frequency * COMMON < finder->documents) {
        read_postings(this, term, within, found);
    } else {
        cfa_bit_set *documents = new_set(this);
        read_postings(this, term, NULL, documents);
        cfa_bit_set_unite(found, documents, within);
        remember(this, term, documents);
    }
}

/* ---- several ---- */

/* How many documents are looked at, at most, to find a query. */
static double cost(finding *this, const xc_query *query)
{
    const gsize count = xc_query_get_num_subqueries(query);
    double sum = 0, least = this->finder->documents;
    if (xc_query_get_type(query) == XC_QUERY_TERM) {
        g_autofree char *term = term_of(this, query);
        return term != NULL ? cfa_frequencies_find(this->finder->frequencies, term, &this->failure) : 0;
    }
    for (gsize i = 0; i < count; i++) {
        g_autoptr(xc_query) part = xc_query_get_subquery(query, i, &this->failure);
        const double of_part = cost(this, part);
        sum += of_part;
        least = MIN(least, of_part);
    }
    switch (xc_query_get_op(query)) {
    case XC_OP_OR:
    case XC_OP_SYNONYM:
    case XC_OP_MAX:
        return sum;
    case XC_OP_NEAR:
    case XC_OP_PHRASE:
        return least * PLACES;
    default:
        return least;
    }
}

typedef struct part {
    xc_query *query;
    double cost;
} part;

static void part_clear(gpointer data)
{
    part *one = data;
    xc_query_free(one->query);
}

static gint by_cost(gconstpointer left, gconstpointer right)
{
    const double one = ((const part *)left)->cost, other = ((const part *)right)->cost;
    return (one > other) - (one < other);
}

/* The subqueries, that which costs least first. */
static GArray *parts_of(finding *this, const xc_query *query)
{
    const gsize count = xc_query_get_num_subqueries(query);
    GArray *parts = g_array_sized_new(FALSE, FALSE, sizeof(part), (guint)count);
    g_array_set_clear_func(parts, part_clear);
    for (gsize i = 0; i < count; i++) {
        part one = {.query = xc_query_get_subquery(query, i, &this->failure)};
        one.cost = cost(this, one.query);
        g_array_append_val(parts, one);
    }
    g_array_sort(parts, by_cost);
    return parts;
}

/* What the nth subquery finds. */
static void find_part(finding *this, const xc_query *query, gsize n, const cfa_bit_set *within,
                      cfa_bit_set *found)
{
    g_autoptr(xc_query) one = xc_query_get_subquery(query, n, &this->failure);
    find(this, one, within, found);
}

static void find_any(finding *this, const xc_query *query, const cfa_bit_set *within, cfa_bit_set *found)
{
    for (gsize i = 0; i < xc_query_get_num_subqueries(query); i++)
        find_part(this, query, i, within, found);
}

/* What has all parts: each is looked for within what the ones before leave. */
static void find_all(finding *this, const xc_query *query, const cfa_bit_set *within, cfa_bit_set *found)
{
    g_autoptr(GArray) parts = parts_of(this, query);
    g_autoptr(cfa_bit_set) left = NULL;
    for (guint i = 0; i < parts->len; i++) {
        const xc_query *one = g_array_index(parts, part, i).query;
        const cfa_bit_set *of = left != NULL ? left : within;
        if (i + 1 == parts->len) {
            find(this, one, of, found);
        } else {
            cfa_bit_set *some = new_set(this);
            find(this, one, of, some);
            g_clear_pointer(&left, cfa_bit_set_free);
            left = some;
        }
    }
}

/* The first subquery, without any of the others. */
static void find_without(finding *this, const xc_query *query, const cfa_bit_set *within, cfa_bit_set *found)
{
    g_autoptr(cfa_bit_set) some = new_set(this), others = new_set(this);
    find_part(this, query, 0, within, some);
    for (gsize i = 1; i < xc_query_get_num_subqueries(query); i++)
        find_part(this, query, i, some, others);
    cfa_bit_set_remove(some, others);
    cfa_bit_set_unite(found, some, NULL);
}

/* ---- what is no set ---- */

/* Where what the matcher finds is gathered. */
typedef struct gathering {
    finding *finding;
    cfa_bit_set *found;
} gathering;

static void gather(xc_docid docid, void *data)
{
    const gathering *this = data;
    add(this->finding, docid, NULL, this->found);
}

/* Has the matcher find phrases, NEARs, ranges. */
static void match(finding *this, const xc_query *query, const cfa_bit_set *within, cfa_bit_set *found)
{
    gathering all = {this, found};
    gsize count = 0;
    const guint64 *words = within != NULL ? cfa_bit_set_words(within, &count) : NULL;
    xc_query *parts[] = {xc_query_copy(query, &this->failure),
                         words != NULL ? xc_query_documents(words, count, &this->failure) : NULL};
    g_autoptr(xc_query) filtered =
        xc_query_combine(XC_OP_FILTER, parts, words != NULL ? 2 : 1, 0, &this->failure);
    g_autoptr(xc_enquire) enquire = xc_enquire_new(this->finder->database, &this->failure);
    xc_enquire_set_query(enquire, filtered, &this->failure);
    xc_enquire_set_weight_bool(enquire, &this->failure);
    xc_enquire_visit(enquire, gather, &all, &this->failure);
}

/* What a phrase or a NEAR finds. All that it finds anywhere is remembered, unless fewer documents are to be
 * looked at, or next to none: where words stand takes longer to read than all else. */
static void find_places(finding *this, const xc_query *query, const cfa_bit_set *within, cfa_bit_set *found)
{
    const cfa_finder *finder = this->finder;
    g_autofree char *key = xc_query_get_description(query, &this->failure);
    if (key == NULL || recall(this, key, within, found))
        return;
    const double looks = cost(this, query);
    if (looks * COMMON < finder->documents ||
        (within != NULL && (double)cfa_bit_set_size(within) * PLACES < looks)) {
        match(this, query, within, found);
    } else {
        cfa_bit_set *documents = new_set(this);
        match(this, query, NULL, documents);
        cfa_bit_set_unite(found, documents, within);
        remember(this, key, documents);
    }
}

/* ---- all ---- */

static void find_combined(finding *this, const xc_query *query, const cfa_bit_set *within, cfa_bit_set *found)
{
    switch (xc_query_get_op(query)) {
    case XC_OP_OR:
    case XC_OP_SYNONYM:
    case XC_OP_MAX:
        find_any(this, query, within, found);
        return;
    case XC_OP_AND:
    case XC_OP_FILTER:
        find_all(this, query, within, found);
        return;
    case XC_OP_AND_MAYBE:
        find_part(this, query, 0, within, found);
        return;
    case XC_OP_AND_NOT:
        find_without(this, query, within, found);
        return;
    case XC_OP_NEAR:
    case XC_OP_PHRASE:
        find_places(this, query, within, found);
        return;
    default:
        match(this, query, within, found);
    }
}

/* Adds to `found` what a query finds; of the documents `within` alone, unless that is NULL. */
static void find(finding *this, const xc_query *query, const cfa_bit_set *within, cfa_bit_set *found)
{
    switch (xc_query_get_type(query)) {
    case XC_QUERY_MATCH_NOTHING:
        return;
    case XC_QUERY_MATCH_ALL:
        if (within != NULL)
            cfa_bit_set_unite(found, within, NULL);
        else
            find_term(this, "", within, found);
        return;
    case XC_QUERY_TERM: {
        g_autofree char *term = term_of(this, query);
        if (term != NULL)
            find_term(this, term, within, found);
        return;
    }
    case XC_QUERY_COMBINED:
        find_combined(this, query, within, found);
        return;
    case XC_QUERY_SCALED:
        find_part(this, query, 0, within, found);
        return;
    case XC_QUERY_OTHER:
        match(this, query, within, found);
    }
}

cfa_bit_set *cfa_finder_find(cfa_finder *finder, const xc_query *query, cfa_error *error)
{
    finding this = {.finder = finder, .failure = XC_ERROR_INIT};
    g_autoptr(cfa_bit_set) found = new_set(&this);
    find(&this, query, NULL, found);
    if (this.failure.status != XC_OK) {
        cfa_database_error(error, &this.failure);
        return NULL;
    }
    if (this.damaged) {
        cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1,
                      "a list leads to a paragraph behind the last one");
        return NULL;
    }
    return g_steal_pointer(&found);
}
