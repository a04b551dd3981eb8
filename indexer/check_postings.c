/* The posting lists, counts and bounds of an index against what its documents said: the half of check.h that
 * goes by terms. */
#include "check.h"

#include <stdlib.h>

/* One term's posting list: how many documents it names, and how often the term is in all of them. */
typedef struct postings {
    guint documents, most; /* `most` in one of them */
    guint64 occurrences;
    gboolean strange; /* it names a document that is not there */
} postings;

static postings read_postings(cfa_check *check, const char *term, gsize length, xc_error *failure)
{
    postings list = {0};
    g_autoptr(xc_posting_iterator) all = xc_database_postlist(check->database, term, length, failure);
    xc_docid docid;
    while ((docid = xc_posting_iterator_next(all, failure)) != 0) {
        const guint wdf = xc_posting_iterator_get_wdf(all, failure);
        list.documents++;
        list.occurrences += wdf;
        list.most = MAX(list.most, wdf);
        if (docid < check->sums->len)
            g_array_index(check->sums, guint64, docid) -= cfa_check_sum(term, length, wdf);
        else
            list.strange = TRUE;
    }
    return list;
}

static void check_term(cfa_check *check, const char *term, gsize length, guint termfreq)
{
    xc_error failure = XC_ERROR_INIT;
    const postings list = read_postings(check, term, length, &failure);
    const guint occurrences = xc_database_get_collection_freq(check->database, term, length, &failure);
    const guint bound = xc_database_get_wdf_upper_bound(check->database, term, length, &failure);
    if (failure.status == XC_NETWORK) {
        check->unreachable = failure;
        return;
    }
    if (failure.status == XC_OK && !list.strange && list.documents == termfreq &&
        list.occurrences == occurrences && list.most <= bound)
        return;
    g_autofree char *place = g_strdup_printf("the posting list of \"%s\"", term);
    cfa_check_fault(check, place,
                    failure.status != XC_OK ? failure.message
                    : list.strange          ? "it names a document that is not there"
                                            : "it is not as long as it says");
}

/* What is left of a document's sum was said by one side alone. */
static void check_sums(cfa_check *check)
{
    for (guint docid = 1; docid < check->sums->len; docid++) {
        if (g_array_index(check->sums, guint64, docid) == 0)
            continue;
        g_autofree char *place = g_strdup_printf("document %u", docid);
        cfa_check_fault(check, place, "the posting lists do not have it as its term list says");
    }
}

/* Bounds may be wider than what is there, where documents were removed; they are never narrower. */
static void check_slot(cfa_check *check, guint slot, xc_error *failure)
{
    const cfa_check_slot *said = &check->slots[slot];
    size_t low_size = 0, high_size = 0;
    char *low = xc_database_get_value_lower_bound(check->database, slot, &low_size, failure);
    char *high = xc_database_get_value_upper_bound(check->database, slot, &high_size, failure);
    gboolean well = xc_database_get_value_freq(check->database, slot, failure) == said->documents;
    if (said->documents > 0 && low != NULL && high != NULL) {
        g_autoptr(GBytes) lowest = g_bytes_new(low, low_size), highest = g_bytes_new(high, high_size);
        well = well && g_bytes_compare(lowest, said->lowest) <= 0 &&
               g_bytes_compare(highest, said->highest) >= 0;
    }
    g_autofree char *place = g_strdup_printf("slot %u", slot);
    if (!well)
        cfa_check_fault(check, place, "its number of values or their bounds are not those of the documents");
    free(low);
    free(high);
}

static void check_counts(cfa_check *check)
{
    xc_error failure = XC_ERROR_INIT;
    const xc_database *database = check->database;
    if (xc_database_get_doccount(database, &failure) != check->documents ||
        xc_database_get_total_length(database, &failure) != check->length)
        cfa_check_fault(check, "the index", "its number of paragraphs, or their length, is not what it says");
    if (check->documents > 0 &&
        (xc_database_get_doclength_lower_bound(database, &failure) > check->shortest ||
         xc_database_get_doclength_upper_bound(database, &failure) < check->longest))
        cfa_check_fault(check, "the index", "the bounds of its paragraphs' lengths are too narrow");
    for (guint slot = 0; slot < CFA_SLOTS; slot++)
        check_slot(check, slot, &failure);
    if (failure.status == XC_NETWORK)
        check->unreachable = failure;
    else if (failure.status != XC_OK)
        cfa_check_fault(check, "the counts of the index", failure.message);
}

void cfa_check_postings(cfa_check *check)
{
    xc_error failure = check->unreachable; /* which ends the list before it begins */
    g_autoptr(xc_term_iterator) terms = xc_database_allterms(check->database, "", 0, &failure);
    const char *term;
    size_t length = 0;
    while (check->unreachable.status == XC_OK &&
           (term = xc_term_iterator_next(terms, &length, &failure)) != NULL)
        check_term(check, term, length, xc_term_iterator_get_termfreq(terms, &failure));
    if (failure.status == XC_NETWORK)
        check->unreachable = failure;
    if (check->unreachable.status != XC_OK)
        return;
    if (failure.status != XC_OK)
        cfa_check_fault(check, "the list of terms", failure.message);
    check_sums(check);
    check_counts(check);
}
