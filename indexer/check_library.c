/* The library of an index: each document against what its record makes anew, and each posting list against
 * the documents. */
#include "check.h"

#include "catalogue_entry.h"

#include <string.h>

/* What the term lists say in all, which the posting lists must say, too. */
typedef struct library_check {
    cfa_check *check;
    const char *path;
    xc_database *library;
    xc_document *expected;
    guint64 sum;
} library_check;

static guint64 sum_of(const char *term, gsize length, xc_docid docid, guint wdf)
{
    return cfa_check_sum(term, length, docid * 31 + wdf);
}

/* Whether the terms under a document are those that it should have. */
static gboolean has_terms(library_check *this, xc_docid docid, xc_error *failure)
{
    g_autoptr(xc_term_iterator) found = xc_database_termlist(this->library, docid, failure);
    g_autoptr(xc_term_iterator) expected = xc_document_termlist(this->expected, failure);
    gboolean same = TRUE;
    const char *left, *right;
    do {
        size_t length = 0;
        left = xc_term_iterator_next(found, &length, failure);
        right = xc_term_iterator_next(expected, NULL, failure);
        same = same && (left == NULL) == (right == NULL);
        if (left == NULL || right == NULL)
            continue;
        const guint wdf = xc_term_iterator_get_wdf(found, failure);
        same = same && strcmp(left, right) == 0 && wdf == xc_term_iterator_get_wdf(expected, failure);
        this->sum += sum_of(left, length, docid, wdf);
    } while (left != NULL && right != NULL);
    return same;
}

static gboolean has_values(library_check *this, xc_document *document, xc_error *failure)
{
    for (guint slot = 0; slot < CFA_LIBRARY_SLOTS; slot++) {
        const char *found = xc_document_get_value(document, slot, NULL, failure);
        const char *expected = xc_document_get_value(this->expected, slot, NULL, failure);
        if (g_strcmp0(found, expected) != 0)
            return FALSE;
    }
    return TRUE;
}

static void check_document(library_check *this, xc_docid docid)
{
    xc_error failure = XC_ERROR_INIT;
    cfa_error error = {0};
    g_autofree char *place = g_strdup_printf("%s, document %u", this->path, docid);
    g_autoptr(cfa_catalogue_entry) entry = cfa_catalogue_entry_stored(this->library, docid, &error);
    xc_document_clear(this->expected, NULL);
    if (entry == NULL || !cfa_catalogue_entry_fill(entry, this->check->stemmer, this->expected, &error)) {
        cfa_check_fault(this->check, place, error.reason);
        return;
    }
    g_autoptr(xc_document) document = xc_database_get_document(this->library, docid, &failure);
    const gboolean same = has_values(this, document, &failure) && has_terms(this, docid, &failure);
    if (failure.status != XC_OK || !same)
        cfa_check_fault(this->check, place,
                        failure.status != XC_OK ? failure.message : "it is not what its record makes of it");
}

/* Takes off again what each posting list says. */
static void check_postings(library_check *this, xc_error *failure)
{
    g_autoptr(xc_term_iterator) terms = xc_database_allterms(this->library, "", 0, failure);
    const char *term;
    size_t length = 0;
    while ((term = xc_term_iterator_next(terms, &length, failure)) != NULL) {
        g_autoptr(xc_posting_iterator) postings = xc_database_postlist(this->library, term, length, failure);
        xc_docid docid;
        while ((docid = xc_posting_iterator_next(postings, failure)) != 0)
            this->sum -= sum_of(term, length, docid, xc_posting_iterator_get_wdf(postings, failure));
    }
}

void cfa_check_library(cfa_check *check, const cfa_current *current)
{
    xc_error failure = XC_ERROR_INIT;
    cfa_error error = {0};
    size_t faults = 0;
    if (current->library == NULL)
        return;
    if (!xc_database_check(current->library, &faults, &failure) || faults > 0) {
        cfa_check_fault(check, current->library,
                        failure.status != XC_OK ? failure.message : "its tables are damaged");
        return;
    }
    library_check this = {.check = check,
                          .path = current->library,
                          .library = cfa_library_open(current, &error),
                          .expected = xc_document_new(&failure)};
    if (this.library == NULL) {
        cfa_check_fault(check, current->library, error.reason);
    } else {
        g_autoptr(xc_posting_iterator) all = xc_database_postlist(this.library, "", 0, &failure);
        for (xc_docid docid; (docid = xc_posting_iterator_next(all, &failure)) != 0;)
            check_document(&this, docid);
        check_postings(&this, &failure);
        if (failure.status != XC_OK || this.sum != 0)
            cfa_check_fault(check, current->library,
                            failure.status != XC_OK ? failure.message
                                                    : "its posting lists are not those of its documents");
    }
    xc_document_free(this.expected);
    xc_database_free(this.library);
}
