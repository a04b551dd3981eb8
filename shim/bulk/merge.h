/*
 * merge.h - the tables of a database from the runs in the working file
 *
 * Two halves that have nothing to do with each other, so that two threads can make them: what goes by
 * documents (data and term lists) and what goes by terms (posting lists with values and lengths, positions).
 * Each appends to the roots what the version file says of its tables. XC_IO, XC_MEMORY, XC_LIMIT. The runs
 * stand in the order of their documents.
 */
#ifndef XAPIAN_BULK_MERGE_H
#define XAPIAN_BULK_MERGE_H

#include "run.h"

bool merge_documents(const xb_builder *builder, bytes roots[TABLES], xc_error *error);
bool merge_terms(const xb_builder *builder, bytes roots[TABLES], xc_error *error);

#endif
