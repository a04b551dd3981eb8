#include "tally.h"

struct cfa_counts {
    const xc_database *database;
    char *path;
    cfa_columns *columns; /* NULL until they are asked for, and where there are none */
};

cfa_counts *cfa_counts_new(const xc_database *database, const char *columns)
{
    cfa_counts *counts = g_new0(cfa_counts, 1);
    counts->database = database;
    counts->path = g_strdup(columns);
    return counts;
}

void cfa_counts_free(cfa_counts *counts)
{
    if (counts == NULL)
        return;
    cfa_columns_free(counts->columns);
    g_free(counts->path);
    g_free(counts);
}

struct cfa_tally {
    const cfa_columns *columns;
    cfa_columns *gathered; /* the columns, where they are the tally's own */
    GArray *rows;          /* cfa_columns_row: of what was found, those of a hit side by side */
    gboolean by_paragraph;
    guint hits;
    gboolean in_order; /* while rows come: they need no sorting yet */
    gboolean damaged;  /* the columns lack a document that was found */
};

static cfa_tally *tally_new(const cfa_columns *columns, gboolean by_paragraph)
{
    cfa_tally *tally = g_new0(cfa_tally, 1);
    tally->columns = columns;
    tally->by_paragraph = by_paragraph;
    tally->rows = g_array_new(FALSE, FALSE, sizeof(cfa_columns_row));
    tally->in_order = TRUE;
    return tally;
}

void cfa_tally_free(cfa_tally *tally)
{
    if (tally == NULL)
        return;
    cfa_columns_free(tally->gathered);
    g_array_unref(tally->rows);
    g_free(tally);
}

/* ---- what is found ---- */

static guint32 hit_of(const cfa_tally *tally, const cfa_columns_row *row)
{
    return tally->by_paragraph ? row->paragraph : row->run;
}

static void add_document(xc_docid docid, void *data)
{
    cfa_tally *tally = data;
    cfa_columns_row row;
    if (!cfa_columns_read(tally->columns, docid, &row)) {
        tally->damaged = TRUE;
        return;
    }
    if (tally->rows->len > 0) {
        const cfa_columns_row *last = &g_array_index(tally->rows, cfa_columns_row, tally->rows->len - 1);
        tally->in_order = tally->in_order && hit_of(tally, last) <= hit_of(tally, &row);
    }
    g_array_append_val(tally->rows, row);
}

/* Documents of one database come by docid, which is by hits but where a hit has several languages, or was changed by an update. */
static void sort_rows(cfa_tally *tally)
{
    if (tally->in_order)
        return;
    const guint hits =
        tally->by_paragraph ? cfa_columns_paragraphs(tally->columns) : cfa_columns_runs(tally->columns);
    g_autofree guint *places = g_new0(guint, hits + 1); /* where the rows of each hit begin */
    for (guint i = 0; i < tally->rows->len; i++)
        places[hit_of(tally, &g_array_index(tally->rows, cfa_columns_row, i)) + 1]++;
    for (guint hit = 1; hit <= hits; hit++)
        places[hit] += places[hit - 1];
    GArray *sorted = g_array_sized_new(FALSE, FALSE, sizeof(cfa_columns_row), tally->rows->len);
    g_array_set_size(sorted, tally->rows->len);
    for (guint i = 0; i < tally->rows->len; i++) {
        const cfa_columns_row *row = &g_array_index(tally->rows, cfa_columns_row, i);
        g_array_index(sorted, cfa_columns_row, places[hit_of(tally, row)]++) = *row;
    }
    g_array_unref(tally->rows);
    tally->rows = sorted;
}

static void count_hits(cfa_tally *tally)
{
    const cfa_columns_row *rows = (const cfa_columns_row *)(const void *)tally->rows->data;
    for (guint i = 0; i < tally->rows->len; i++)
        tally->hits += i == 0 || hit_of(tally, &rows[i - 1]) != hit_of(tally, &rows[i]);
}

/* ---- where it is found ---- */

static gboolean visit_documents(cfa_tally *tally, const cfa_counts *counts, xc_enquire *enquire,
                                cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    if (!xc_enquire_visit(enquire, add_document, tally, &failure))
        return cfa_database_error(error, &failure);
    if (tally->damaged)
        return cfa_error_set(error, CFA_CORRUPT, "columns-corrupt", -1, "%s is damaged", counts->path);
    return TRUE;
}

/* Reads all values that a spy saw. */
static gboolean take_seen(cfa_columns_maker *maker, const xc_spy *spy, xc_error *failure)
{
    xc_term_iterator *values = xc_spy_values(spy, failure);
    const char *value;
    size_t size;
    gboolean well = TRUE;
    for (xc_docid number = 1; well && (value = xc_term_iterator_next(values, &size, failure)) != NULL;
         number++)
        well = cfa_columns_maker_add(maker, number, value, size);
    xc_term_iterator_free(values);
    return well;
}

/* Each different value that is found stands for a document: paragraphs that share one are counted once anyway. */
static gboolean gather_values(cfa_tally *tally, const cfa_counts *counts, xc_enquire *enquire,
                              cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    const guint all = xc_database_get_doccount(counts->database, &failure);
    cfa_columns_maker *maker = cfa_columns_maker_new();
    xc_spy *spy = xc_spy_new(CFA_SLOT_COUNTED, &failure);
    xc_enquire_add_spy(enquire, spy, &failure);
    xc_mset_free(xc_enquire_get_mset(enquire, 0, 0, all, &failure));
    const gboolean well = take_seen(maker, spy, &failure);
    xc_spy_free(spy);
    tally->columns = tally->gathered = cfa_columns_maker_finish(maker);
    if (failure.status != XC_OK)
        return cfa_database_error(error, &failure);
    if (!well)
        return cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1,
                             "a paragraph does not say under what it is counted");
    for (guint number = 1; number <= cfa_columns_documents(tally->columns); number++)
        add_document(number, tally);
    return TRUE;
}

static gboolean open_columns(cfa_counts *counts, cfa_error *error)
{
    if (counts->path != NULL && counts->columns == NULL)
        counts->columns = cfa_columns_open(counts->path, counts->database, error);
    return counts->path == NULL || counts->columns != NULL;
}

cfa_tally *cfa_tally_take(cfa_counts *counts, const xc_query *query, gboolean by_paragraph, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    if (!open_columns(counts, error))
        return NULL;
    g_autoptr(cfa_tally) tally = tally_new(counts->columns, by_paragraph);
    xc_enquire *enquire = xc_enquire_new(counts->database, &failure);
    xc_enquire_set_query(enquire, query, &failure);
    xc_enquire_set_weight_bool(enquire, &failure);
    gboolean well = failure.status == XC_OK || cfa_database_error(error, &failure);
    if (well)
        well = tally->columns != NULL ? visit_documents(tally, counts, enquire, error)
                                      : gather_values(tally, counts, enquire, error);
    xc_enquire_free(enquire);
    if (!well)
        return NULL;
    sort_rows(tally);
    count_hits(tally);
    return g_steal_pointer(&tally);
}

/* ---- counting ---- */

guint cfa_tally_hits(const cfa_tally *tally)
{
    return tally->hits;
}

/* What was counted of a value, and the hit that it was last counted for. */
typedef struct counter {
    guint count, hit;
} counter;

/* Counts the values of a set for a hit, numbered from 1, but those that were counted for it. */
static void count_set(const cfa_tally *tally, guint32 set, guint hit, counter *counters)
{
    guint count;
    const guint32 *values = cfa_columns_set(tally->columns, set, &count);
    for (guint i = 0; i < count; i++) {
        counter *one = &counters[values[i]];
        one->count += one->hit != hit;
        one->hit = hit;
    }
}

void cfa_tally_count(const cfa_tally *tally, cfa_tally_visitor visit, gpointer data)
{
    const cfa_columns_row *rows = (const cfa_columns_row *)(const void *)tally->rows->data;
    const guint values = cfa_columns_values(tally->columns);
    g_autofree counter *counters = g_new0(counter, values + 1);
    guint hit = 0;
    for (guint i = 0; i < tally->rows->len; i++) {
        const gboolean is_new = i == 0 || hit_of(tally, &rows[i - 1]) != hit_of(tally, &rows[i]);
        if (is_new)
            hit++;
        /* Neighbours have most in common. */
        if (is_new || rows[i - 1].text_set != rows[i].text_set)
            count_set(tally, rows[i].text_set, hit, counters);
        if (is_new || rows[i - 1].set != rows[i].set)
            count_set(tally, rows[i].set, hit, counters);
    }
    for (guint i = 0; i < values; i++) {
        cfa_facet facet;
        const char *value = cfa_columns_value(tally->columns, i, &facet);
        if (counters[i].count > 0)
            visit(facet, value, counters[i].count, data);
    }
}
