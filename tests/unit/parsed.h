/*
 * What the tests of the query language share: what is typed, and how it was read.
 *
 *     static const row rows[] = {{"Case No. 2090", "case:2090"}};
 *     parsed_check(rows, G_N_ELEMENTS(rows));
 */
#ifndef PARSED_H
#define PARSED_H

#include "fields.h"
#include "query_print.h"

typedef struct row {
    const char *typed, *parsed;
} row;

/* The query of what is typed, the caller's. Fails the test where it is refused. */
cfa_query *parsed_query(const char *typed);

/* Fails the test at the first row that reads otherwise. */
void parsed_check(const row *rows, gsize count);

#endif
