#include "cited.h"

#include "lookup.h"

#include <string.h>

struct cfa_cited {
    cfa_citation what;
    GArray *runs;     /* cfa_citation: the paragraphs that it stands for, in the order of their reports */
    GPtrArray *terms; /* char *, of all that cites it */
};

static gboolean overlaps(const cfa_citation *one, const cfa_citation *other)
{
    return one->kind == other->kind && one->number == other->number && one->first <= other->last &&
           other->first <= one->last;
}

static gboolean is_in_runs(const cfa_cited *cited, const cfa_citation *citation)
{
    for (guint i = 0; i < cited->runs->len; i++)
        if (overlaps(&g_array_index(cited->runs, cfa_citation, i), citation))
            return TRUE;
    return FALSE;
}

gboolean cfa_cited_is(const cfa_cited *cited, const cfa_citation *citation)
{
    const cfa_citation *what = &cited->what;
    if (what->kind == CFA_CITES_REPORT)
        return (citation->kind == CFA_CITES_REPORT || citation->kind == CFA_CITES_PARAGRAPH) &&
               citation->number == what->number;
    if (what->kind == CFA_CITES_CASE && citation->kind == CFA_CITES_CASE)
        return citation->number == what->number;
    return is_in_runs(cited, citation);
}

static void add_filter(cfa_cited *to, cfa_filter filter, const char *value)
{
    g_autoptr(GString) term = g_string_new(NULL);
    g_ptr_array_add(to->terms, g_strdup(cfa_layout_filter(term, filter, value)));
}

/* The terms of the citations of the paragraphs of one report, or of one edition of a book, that mean any of
 * the runs. */
static void add_paragraphs(cfa_cited *to, const xc_database *database, const cfa_citation *run,
                           xc_error *failure)
{
    g_autoptr(GString) prefix = g_string_new(NULL);
    const gsize id = strlen(cfa_layout_prefix(CFA_FILTER_CITES));
    char whole[CFA_CITATION_ID_SIZE];
    cfa_citation citation = *run;
    cfa_citation_id(&citation, whole);
    *(strchr(whole, '/') + 1) = '\0';
    cfa_layout_filter(prefix, CFA_FILTER_CITES, whole);
    g_autoptr(xc_term_iterator) terms = xc_database_allterms(database, prefix->str, prefix->len, failure);
    const char *term;
    while ((term = xc_term_iterator_next(terms, NULL, failure)) != NULL)
        if (cfa_citation_parse(term + id, &citation) && is_in_runs(to, &citation))
            g_ptr_array_add(to->terms, g_strdup(term));
}

static int compare_runs(gconstpointer a, gconstpointer b)
{
    const cfa_citation *left = a, *right = b;
    if (left->number != right->number)
        return left->number < right->number ? -1 : 1;
    return left->first < right->first ? -1 : left->first > right->first;
}

/* "394/70-95", of the slot RUN; a case text of an unknown report is not cited. */
static void add_run(cfa_cited *to, const char *run)
{
    cfa_citation paragraphs;
    if (cfa_citation_parse(run, &paragraphs) && paragraphs.kind == CFA_CITES_PARAGRAPH)
        g_array_append_val(to->runs, paragraphs);
}

/* The case texts of a case. */
static void find_runs(cfa_cited *to, const xc_database *database, const char *number, xc_error *failure)
{
    g_autoptr(GPtrArray) runs = cfa_lookup_runs(database, CFA_FILTER_CASE, number, failure);
    for (guint i = 0; i < runs->len; i++)
        add_run(to, g_ptr_array_index(runs, i));
    g_array_sort(to->runs, compare_runs);
}

cfa_cited *cfa_cited_find(const xc_database *database, const cfa_citation *what, xc_error *failure)
{
    cfa_cited *cited = g_new0(cfa_cited, 1);
    char number[16];
    g_snprintf(number, sizeof number, "%u", what->number);
    cited->what = *what;
    cited->runs = g_array_new(FALSE, FALSE, sizeof(cfa_citation));
    cited->terms = g_ptr_array_new_with_free_func(g_free);
    if (what->kind == CFA_CITES_REPORT) {
        add_filter(cited, CFA_FILTER_CITES_REPORT, number);
    } else if (what->kind == CFA_CITES_CASE) {
        char id[CFA_CITATION_ID_SIZE];
        add_filter(cited, CFA_FILTER_CITES, cfa_citation_id(what, id));
        find_runs(cited, database, number, failure);
    } else {
        g_array_append_val(cited->runs, *what);
    }
    for (guint i = 0; i < cited->runs->len; i++) {
        const cfa_citation *run = &g_array_index(cited->runs, cfa_citation, i);
        if (i == 0 || run->number != run[-1].number)
            add_paragraphs(cited, database, run, failure);
    }
    return cited;
}

void cfa_cited_free(cfa_cited *cited)
{
    if (cited == NULL)
        return;
    g_array_unref(cited->runs);
    g_ptr_array_unref(cited->terms);
    g_free(cited);
}

const GPtrArray *cfa_cited_terms(const cfa_cited *cited)
{
    return cited->terms;
}

xc_query *cfa_cited_query(const cfa_cited *cited, xc_error *failure)
{
    g_autoptr(GPtrArray) terms = g_ptr_array_new();
    for (guint i = 0; i < cited->terms->len; i++) {
        const char *term = g_ptr_array_index(cited->terms, i);
        g_ptr_array_add(terms, xc_query_term(term, strlen(term), 1, failure));
    }
    if (terms->len == 0)
        return xc_query_match_nothing(failure);
    return xc_query_scale_weight(0, cfa_any_of(terms, failure), failure);
}

gboolean cfa_cited_count(const cfa_index *index, const cfa_citation *what, guint *count, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(cfa_cited) cited = cfa_cited_find(index->database, what, &failure);
    g_autoptr(xc_query) query = cfa_cited_query(cited, &failure);
    g_autoptr(cfa_tally) tally =
        failure.status == XC_OK ? cfa_tally_take(index->counts, query, TRUE, error) : NULL;
    if (failure.status != XC_OK)
        return cfa_database_error(error, &failure);
    *count = tally != NULL ? cfa_tally_hits(tally) : 0;
    return tally != NULL;
}
