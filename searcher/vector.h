/*
 * Vectors: the stems of a few hundred paragraphs and how often each has them, for what looks at many words of few paragraphs. The stems are
 * numbered as they are met.
 *
 *     g_autoptr(cfa_vectors) vectors = cfa_vectors_new(database);
 *     const guint32 strike = cfa_vectors_number(vectors, "ZEstrike");
 *     const guint first = cfa_vectors_add(vectors, docid, TRUE, &failure);
 *     const cfa_vector *vector = cfa_vectors_at(vectors, first);
 */
#ifndef CFA_VECTOR_H
#define CFA_VECTOR_H

#include "layout.h"

typedef struct cfa_vector_entry {
    guint32 stem, count; /* the stem's number, and how often it is there */
} cfa_vector_entry;

typedef struct cfa_vector {
    cfa_language language;           /* of the stems */
    double length;                   /* beside the mean of all documents, which is 1 */
    const cfa_vector_entry *entries; /* borrowed, until the next is added */
    guint count;
} cfa_vector;

typedef struct cfa_vectors cfa_vectors;

/* The database is borrowed. */
cfa_vectors *cfa_vectors_new(const xc_database *database);
void cfa_vectors_free(cfa_vectors *vectors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_vectors, cfa_vectors_free)

/* The number of a stem's term, a new one for a new term; how many there are; and the term of a number, borrowed. */
guint32 cfa_vectors_number(cfa_vectors *vectors, const char *term);
guint cfa_vectors_numbers(const cfa_vectors *vectors);
const char *cfa_vectors_term(const cfa_vectors *vectors, guint32 number);

/* In how many documents of the database a stem is; asked once for each. */
guint cfa_vectors_frequency(cfa_vectors *vectors, guint32 number, xc_error *error);

/* Reads a document's stems: all of them, or only those that have a number already, which costs half as much. Returns its place among the
 * vectors. A document that cannot be read is an empty one, and an error. */
guint cfa_vectors_add(cfa_vectors *vectors, xc_docid docid, gboolean all, xc_error *error);
cfa_vector cfa_vectors_at(const cfa_vectors *vectors, guint place);

#endif
