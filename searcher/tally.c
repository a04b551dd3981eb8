#include "tally.h"

#include "finder.h"

struct cfa_counts {
    const xc_database *database;
    char *path;
    cfa_columns *columns; /* NULL where there are none */
    cfa_finder *finder;   /* and then there is none either */
};

cfa_counts *cfa_counts_new(const xc_database *database, cfa_frequencies *frequencies, const char *columns,
                           cfa_mapped_checksums *checksums, cfa_error *error)
{
    g_autoptr(cfa_counts) counts = g_new0(cfa_counts, 1);
    counts->database = database;
    counts->path = g_strdup(columns);
    if (columns == NULL)
        return g_steal_pointer(&counts);
    counts->columns = cfa_columns_map(columns, checksums, error);
    counts->finder = counts->columns != NULL ? cfa_finder_new(database, frequencies, error) : NULL;
    return counts->finder != NULL ? g_steal_pointer(&counts) : NULL;
}

void cfa_counts_free(cfa_counts *counts)
{
    if (counts == NULL)
        return;
    cfa_columns_free(counts->columns);
    cfa_finder_free(counts->finder);
    g_free(counts->path);
    g_free(counts);
}

gboolean cfa_counts_columns(const cfa_counts *counts, const cfa_columns **columns, cfa_error *error)
{
    *columns = counts->columns;
    return counts->columns == NULL || cfa_columns_check(counts->columns, counts->database, error);
}

struct cfa_tally {
    const cfa_columns *columns;
    cfa_columns *gathered; /* the columns, where they are the tally's own */
    gboolean by_paragraph;
    cfa_bit_set *documents; /* that were found, by docid */
    guint hits;
    gboolean in_order; /* documents of one hit stand side by side, by docid */
    gboolean damaged;  /* the columns lack a document that was found */
};

void cfa_tally_free(cfa_tally *tally)
{
    if (tally == NULL)
        return;
    cfa_columns_free(tally->gathered);
    cfa_bit_set_free(tally->documents);
    g_free(tally);
}

static guint32 hit_of(const cfa_tally *tally, const cfa_columns_row *row)
{
    return tally->by_paragraph ? row->paragraph : row->run;
}

/* ---- where it is found ---- */

static gboolean take_documents(cfa_tally *tally, const cfa_counts *counts, const xc_query *query,
                               cfa_error *error)
{
    tally->columns = counts->columns;
    tally->documents = cfa_finder_find(counts->finder, query, error);
    if (tally->documents == NULL)
        return FALSE;
    return cfa_bit_set_size(tally->documents) == 0 || cfa_counts_columns(counts, &tally->columns, error);
}

/* Reads all values that a spy saw. */
static gboolean take_seen(cfa_columns_maker *maker, const xc_spy *spy, xc_error *failure)
{
    g_autoptr(xc_term_iterator) values = xc_spy_values(spy, failure);
    const char *value;
    size_t size;
    gboolean well = TRUE;
    for (xc_docid number = 1; well && (value = xc_term_iterator_next(values, &size, failure)) != NULL;
         number++)
        well = cfa_columns_maker_add(maker, number, value, size);
    return well;
}

/* Each different value that is found stands for a document: paragraphs that share one are counted once
 * anyway. */
static gboolean gather_values(cfa_tally *tally, const cfa_counts *counts, const xc_query *query,
                              cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    const guint all = xc_database_get_doccount(counts->database, &failure);
    cfa_columns_maker *maker = cfa_columns_maker_new();
    g_autoptr(xc_spy) spy = xc_spy_new(CFA_SLOT_COUNTED, &failure);
    g_autoptr(xc_enquire) enquire = xc_enquire_new(counts->database, &failure);
    xc_enquire_set_query(enquire, query, &failure);
    xc_enquire_set_weight_bool(enquire, &failure);
    xc_enquire_add_spy(enquire, spy, &failure);
    xc_mset_free(xc_enquire_get_mset(enquire, 0, 0, all, &failure));
    const gboolean well = take_seen(maker, spy, &failure);
    tally->columns = tally->gathered = cfa_columns_maker_finish(maker);
    tally->documents = cfa_bit_set_new(cfa_columns_documents(tally->columns));
    if (failure.status != XC_OK)
        return cfa_database_error(error, &failure);
    if (!well)
        return cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1,
                             "a paragraph does not say under what it is counted");
    for (guint number = 1; number <= cfa_columns_documents(tally->columns); number++)
        cfa_bit_set_add(tally->documents, number);
    return TRUE;
}

static void count_hits(cfa_tally *tally)
{
    const cfa_columns *columns = tally->columns;
    g_autoptr(cfa_bit_set) hits =
        cfa_bit_set_new(tally->by_paragraph ? cfa_columns_paragraphs(columns) : cfa_columns_runs(columns));
    guint32 last = G_MAXUINT32;
    tally->in_order = TRUE;
    for (guint docid = 0; (docid = cfa_bit_set_from(tally->documents, docid)) != CFA_BIT_SET_END; docid++) {
        const guint32 hit =
            tally->by_paragraph ? cfa_columns_paragraph(columns, docid) : cfa_columns_run(columns, docid);
        if (hit == G_MAXUINT32) {
            tally->damaged = TRUE;
        } else if (hit != last) {
            tally->in_order = tally->in_order && (last == G_MAXUINT32 || hit > last);
            tally->hits += cfa_bit_set_add(hits, hit) ? 1 : 0;
            last = hit;
        }
    }
}

cfa_tally *cfa_tally_take(cfa_counts *counts, const xc_query *query, gboolean by_paragraph, cfa_error *error)
{
    g_autoptr(cfa_tally) tally = g_new0(cfa_tally, 1);
    tally->by_paragraph = by_paragraph;
    const gboolean well = counts->columns != NULL ? take_documents(tally, counts, query, error)
                                                  : gather_values(tally, counts, query, error);
    if (!well)
        return NULL;
    count_hits(tally);
    if (tally->damaged) {
        cfa_error_set(error, CFA_CORRUPT, "columns-corrupt", -1, "%s is damaged", counts->path);
        return NULL;
    }
    return g_steal_pointer(&tally);
}

guint cfa_tally_hits(const cfa_tally *tally)
{
    return tally->hits;
}

/* ---- counting ---- */

/* What was counted of a value, and the hit that it was last counted for. */
typedef struct counter {
    guint count, hit;
} counter;

/* A count under way. */
typedef struct counting {
    const cfa_tally *tally;
    counter *counters; /* of each value */
    guint hit;         /* the hit at hand, from 1 */
    cfa_columns_row last;
} counting;

/* Counts the values of a set for the hit at hand, but those that were counted for it. */
static void count_set(const counting *this, guint32 set)
{
    guint count;
    const guint32 *values = cfa_columns_set(this->tally->columns, set, &count);
    for (guint i = 0; i < count; i++) {
        counter *one = &this->counters[values[i]];
        one->count += one->hit != this->hit;
        one->hit = this->hit;
    }
}

/* Those of a hit come one after the other. */
static void count_row(counting *this, const cfa_columns_row *row)
{
    const gboolean is_new = this->hit == 0 || hit_of(this->tally, &this->last) != hit_of(this->tally, row);
    if (is_new)
        this->hit++;
    /* Neighbours have most in common. */
    if (is_new || this->last.text_set != row->text_set)
        count_set(this, row->text_set);
    if (is_new || this->last.set != row->set)
        count_set(this, row->set);
    this->last = *row;
}

/* Reads the first document from *docid on of those that were found, and moves on to it; FALSE behind the
 * last. */
static gboolean read_from(const cfa_tally *tally, guint *docid, cfa_columns_row *row)
{
    *docid = cfa_bit_set_from(tally->documents, *docid);
    return *docid != CFA_BIT_SET_END && cfa_columns_read(tally->columns, *docid, row);
}

/* Where a hit has several languages, or an update changed it, its documents are apart: then rows are sorted
 * by hit. */
static GArray *sorted_rows(const cfa_tally *tally)
{
    const guint hits =
        tally->by_paragraph ? cfa_columns_paragraphs(tally->columns) : cfa_columns_runs(tally->columns);
    const guint count = cfa_bit_set_size(tally->documents);
    g_autofree guint *places = g_new0(guint, hits + 1); /* where the rows of each hit begin */
    GArray *sorted = g_array_sized_new(FALSE, FALSE, sizeof(cfa_columns_row), count);
    cfa_columns_row row;
    for (guint docid = 0; read_from(tally, &docid, &row); docid++)
        places[hit_of(tally, &row) + 1]++;
    for (guint hit = 1; hit <= hits; hit++)
        places[hit] += places[hit - 1];
    g_array_set_size(sorted, count);
    for (guint docid = 0; read_from(tally, &docid, &row); docid++)
        g_array_index(sorted, cfa_columns_row, places[hit_of(tally, &row)]++) = row;
    return sorted;
}

/* Most documents of a case text are counted under nothing that the one before was not. */
static void count_in_order(counting *this)
{
    const cfa_tally *tally = this->tally;
    guint last = 0;
    cfa_columns_row row;
    for (guint docid = 0; (docid = cfa_bit_set_from(tally->documents, docid)) != CFA_BIT_SET_END;
         last = docid++) {
        const gboolean adds =
            last == 0 || tally->by_paragraph || !cfa_columns_alike(tally->columns, last, docid);
        if (adds && cfa_columns_read(tally->columns, docid, &row))
            count_row(this, &row);
    }
}

static void count_rows(counting *this)
{
    if (this->tally->in_order) {
        count_in_order(this);
        return;
    }
    g_autoptr(GArray) rows = sorted_rows(this->tally);
    for (guint i = 0; i < rows->len; i++)
        count_row(this, &g_array_index(rows, cfa_columns_row, i));
}

void cfa_tally_count(const cfa_tally *tally, cfa_tally_visitor visit, gpointer data)
{
    const guint values = cfa_columns_values(tally->columns);
    g_autofree counter *counters = g_new0(counter, values + 1);
    counting this = {.tally = tally, .counters = counters};
    count_rows(&this);
    for (guint i = 0; i < values; i++) {
        cfa_facet facet;
        const char *value = cfa_columns_value(tally->columns, i, &facet);
        if (counters[i].count > 0)
            visit(facet, value, counters[i].count, data);
    }
}
