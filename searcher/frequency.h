/*
 * Frequencies: in how many paragraphs of an index a stem is. What one question asked is remembered for the
 * next.
 *
 *     cfa_frequencies *frequencies = cfa_frequencies_new(database, vocabulary);
 *     cfa_frequencies_find(frequencies, "ZEstrike", &failure);
 *
 * Feedback asks for hundreds a question. The vocabulary tells them without a look into the database, where
 * each takes as long as to read a paragraph.
 */
#ifndef CFA_FREQUENCY_H
#define CFA_FREQUENCY_H

#include "layout.h"

/* So many are remembered, which takes some six megabytes; then it begins anew. */
enum { CFA_FREQUENCIES_MAX = 1 << 16 };

typedef struct cfa_frequencies cfa_frequencies;

/* Both are borrowed, and to stay as they are. `vocabulary` is that of the whole database, or NULL where there
 * is none. */
cfa_frequencies *cfa_frequencies_new(const xc_database *database, const cfa_vocabulary *vocabulary);
void cfa_frequencies_free(cfa_frequencies *frequencies);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_frequencies, cfa_frequencies_free)

/* 0 for a term that is nowhere, and where it cannot be read, with *error; that is not remembered. */
guint cfa_frequencies_find(cfa_frequencies *frequencies, const char *term, xc_error *error);

#endif
