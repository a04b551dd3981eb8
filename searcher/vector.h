/*
 * Vectors: the stems of a few hundred paragraphs and how often each has them, for what looks at many words of
 * few paragraphs. The stems that are looked for are numbered.
 *
 *     g_autoptr(cfa_vectors) vectors = cfa_vectors_new(index);
 *     const guint32 strike = cfa_vectors_number(vectors, "ZEstrike");
 *     cfa_vectors_look_for(vectors, strike);
 *     cfa_vectors_read(vectors, docids, &failure);
 *     const cfa_vector vector = cfa_vectors_at(vectors, 0);
 *     cfa_vectors_count(vectors, &vector, counts);                          counts[strike]
 */
#ifndef CFA_VECTOR_H
#define CFA_VECTOR_H

#include "index.h"

typedef struct cfa_vector {
    cfa_forward_head head;
    double length;                    /* in stems, beside the mean of all that were read, which is 1 */
    const cfa_forward_entry *entries; /* by key; borrowed */
    guint count;
} cfa_vector;

/* A stem by its number, and how often a paragraph has it. */
typedef struct cfa_vector_stem {
    guint32 number, count;
} cfa_vector_stem;

typedef struct cfa_vectors cfa_vectors;

/* The index is borrowed. */
cfa_vectors *cfa_vectors_new(const cfa_index *index);
void cfa_vectors_free(cfa_vectors *vectors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_vectors, cfa_vectors_free)

/* The number of a stem's term, a new one for a new term; how many there are; and the term of a number,
 * borrowed. */
guint32 cfa_vectors_number(cfa_vectors *vectors, const char *term);
guint cfa_vectors_numbers(const cfa_vectors *vectors);
const char *cfa_vectors_term(const cfa_vectors *vectors, guint32 number);

/* In how many documents of the database a stem is; asked once for each. */
guint cfa_vectors_frequency(cfa_vectors *vectors, guint32 number, xc_error *error);

/* Reads documents, `docids` of xc_docid; once for all vectors. Each has the place of its docid. A document
 * that is not there or cannot be read is an empty one. */
void cfa_vectors_read(cfa_vectors *vectors, const GArray *docids, xc_error *error);
cfa_vector cfa_vectors_at(const cfa_vectors *vectors, guint place);

/* Adds a mark to the place of each document that has a term, which need be no stem. */
void cfa_vectors_mark(const cfa_vectors *vectors, const char *term, guint64 mark, guint64 *marks,
                      xc_error *error);

/* From now on a stem is counted; and, for each number there is, how often a vector has its stem, or 0 where
 * that is not looked for: `counts` has room for all. Of the stems of a paragraph few are looked for, so that
 * the others cost no more than a glance. */
void cfa_vectors_look_for(cfa_vectors *vectors, guint32 number);
void cfa_vectors_count(const cfa_vectors *vectors, const cfa_vector *vector, guint32 *counts);

/* All stems of the document at a place, cfa_vector_stem, each with a number then. It reads libxapian's term
 * list, which takes some fifty times as long as the rest here: for a few documents. Borrowed. */
const GArray *cfa_vectors_stems(cfa_vectors *vectors, guint place, xc_error *error);

#endif
