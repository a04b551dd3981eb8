/*
 * Lookups: what the index has under the value of a filter, without a search.
 *
 *     guint total;
 *     g_autoptr(GPtrArray) texts = cfa_lookup_case_texts(index, CFA_FILTER_CASE, "2090", CFA_FRENCH, &total,
 *         &error);
 *     const cfa_text_found *first = g_ptr_array_index(texts, 0);
 *     puts(first->record->case_text_id);                                             // "325/111-150/fr"
 *
 * What filters.h finds, as records; and queries that need no order.
 */
#ifndef CFA_LOOKUP_H
#define CFA_LOOKUP_H

#include "answer.h"
#include "index.h"

enum { CFA_LOOKUP_CASE_TEXTS = 1000 }; /* most that are read */

/* A case text, by one record of it. */
typedef struct cfa_text_found {
    cfa_record *record; /* its first paragraph, in the preferred language or else the first of en, fr, es that
                           there is */
    cfa_language_set languages; /* in which the index has it */
    guint paragraphs;           /* how many the index has, in the record's language */
} cfa_text_found;

void cfa_text_found_free(cfa_text_found *found);

/* The record that a document holds, the caller's; the document is freed. NULL with *error as cfa_search:
 * where there is no document, *failure tells why. */
cfa_record *cfa_lookup_record(xc_document *document, xc_error *failure, cfa_error *error);

/* The same of a document by its number. */
cfa_record *cfa_lookup_document(const cfa_index *index, xc_docid docid, xc_error *failure, cfa_error *error);

/* Every record that the value of a filter finds, cfa_record, in no order to rely on: new, the caller's. Empty
 * for none; NULL with *error as cfa_search. */
GPtrArray *cfa_lookup_records(const cfa_index *index, cfa_filter filter, const char *value, cfa_error *error);

/* Sorts records, cfa_record *, by the numbers of their paragraphs. */
void cfa_lookup_sort(GPtrArray *records);

/* Every paragraph of a case text by its identifier, with its language ("394/70-95/en"), by number: new, the
 * caller's, as above. */
GPtrArray *cfa_lookup_paragraphs(const cfa_index *index, const char *case_text_id, cfa_error *error);

/* The case texts among whose paragraphs the value of a filter finds any, each once for all its languages, the
 * oldest by date and report first: "394/70-95", char *, new, the caller's. *failure as libxapian has it. */
GPtrArray *cfa_lookup_runs(const xc_database *database, cfa_filter filter, const char *value,
                           xc_error *failure);

/* The case texts among whose paragraphs the value of a filter finds any, cfa_text_found, each once for all
 * its languages: the CFA_LOOKUP_CASE_TEXTS that are the oldest by date and report, unknown dates before all
 * others. *total tells how many there are. One record of each is read. New, the caller's; empty for none;
 * NULL with *error as cfa_search. */
GPtrArray *cfa_lookup_case_texts(const cfa_index *index, cfa_filter filter, const char *value,
                                 cfa_language preferred, guint *total, cfa_error *error);

/* The first documents that a query finds, in the order of the index; the caller frees. Whether it finds any.
 * The query is freed. *failure as libxapian has it. */
xc_mset *cfa_lookup_first(const cfa_index *index, xc_query *query, guint most, xc_error *failure);
gboolean cfa_lookup_finds(const cfa_index *index, xc_query *query, xc_error *failure);

/* The languages in which the index has what an identifier without a language names: of a paragraph with
 * CFA_FILTER_ID, of a case text with CFA_FILTER_CASE_TEXT. *failure as libxapian has it. */
cfa_language_set cfa_lookup_languages(const cfa_index *index, cfa_filter filter, const char *id,
                                      xc_error *failure);

/* The language to read in: the preferred one if it is among those there are, else the first; unknown where
 * there is none. */
cfa_language cfa_lookup_choose(cfa_language_set languages, cfa_language preferred);

#endif
