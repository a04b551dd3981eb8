/*
 * Checking: what the files of `cfa-index check` share.
 *
 * Every list of an index is there twice, once by document and once by term. check_document.c compares what
 * stands under a document (record, terms, positions, values) with what its record makes anew;
 * check_postings.c compares what stands under each term with what the documents said, and the counts and
 * bounds of the whole with both. So a byte that changed shows, unless no answer depends on it.
 *
 *     cfa_check check;
 *     cfa_check_begin(&check, FALSE);
 *     check.database = …; cfa_paragraph_languages_read(check.languages, check.database, &error);
 *     cfa_check_documents(&check);        each document by itself, remembering of it what the next step needs
 *     cfa_check_postings(&check);
 *     cfa_check_end(&check);                  the database is freed, too
 */
#ifndef CFA_CHECK_H
#define CFA_CHECK_H

#include "document.h"
#include "paragraph_languages.h"

/* What the values of a slot were, over all documents. */
typedef struct cfa_check_slot {
    guint documents;
    GBytes *lowest, *highest;
} cfa_check_slot;

typedef struct cfa_check {
    xc_database *database;
    cfa_paragraph_languages *languages;
    cfa_stemmer *stemmer;
    cfa_contents *contents;
    xc_document *expected; /* what a document should be */
    guint documents, faults;
    guint64 length;          /* of all documents */
    guint shortest, longest; /* of their lengths */
    GArray *sums; /* guint64, by docid: of its terms; what the posting lists say is taken off again */
    cfa_check_slot slots[CFA_SLOTS];
    json_t *found; /* faults as JSON */
    gboolean json;
    /* Of a shard of another machine that does not answer: the check ends without a result. */
    xc_error unreachable;
} cfa_check;

/* A check to begin with, of no database yet; and its end. Faults are printed, or kept as JSON in `found`. */
void cfa_check_begin(cfa_check *check, gboolean json);
void cfa_check_end(cfa_check *check);

/* Tells of a fault: where, and what is wrong there. */
void cfa_check_fault(cfa_check *check, const char *place, const char *reason);

void cfa_check_documents(cfa_check *check);
void cfa_check_postings(cfa_check *check);

/* Checks the library of a generation, where there is one: check_library.c, which needs no database in
 * `check`. */
void cfa_check_library(cfa_check *check, const cfa_current *current);

/* A number for a term of a document with its wdf: sums of them are the same for the same terms, in whatever
 * order they come. */
guint64 cfa_check_sum(const char *term, gsize length, guint wdf);

#endif
