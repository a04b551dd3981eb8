/*
 * fixture.h - what the tests of the shim share: a folder that goes away, and a small index
 *
 * The small index has three documents. Slot 0 holds the kind, slot 1 a number; Q1 to Q3 are boolean
 * terms that name the documents.
 *
 *     docid  text                      kind   number
 *     1      right to strike           law    10
 *     2      strike ballot strike      fact   20
 *     3      right to organize freely  law    30
 */
#ifndef SHIM_FIXTURE_H
#define SHIM_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "xapian-c.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Within, since cmocka's header does not say so itself. */
#include <cmocka.h>

/* A path in a folder that exists as long as the test program's group of tests. Static; the last
 * eight are kept. */
const char *in_folder(const char *name);
int make_folder(void **state);
int remove_folder(void **state);

/* A document of words with positions from 1. */
xc_document *document_of(const char *words);

/* Adds the three documents to a database; makes it at a path, committed and closed. */
void add_three(xc_writable *writable);
void make_three(const char *path);

/* The docids of what was found, in its order, as "1 3": static. Frees the match set. */
const char *docids_of(xc_mset *mset);

/* The same of what a query finds, best first. Consumes the query. */
const char *hits_of(const xc_database *db, xc_query *query);

/* A term query that cannot fail. */
xc_query *term(const char *word);

/* Stops the test with the error's message if there is one. */
void assert_ok(const xc_error *error);

/* Asks that the error has a status, and clears it. */
#define assert_status(error, expected)                                                                       \
    do {                                                                                                     \
        assert_string_equal(xc_status_name((error)->status), xc_status_name(expected));                      \
        xc_error_clear(error);                                                                               \
    } while (0)

#ifdef __cplusplus
}
#endif

#endif
