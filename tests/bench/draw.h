/*
 * Drawing: what questions are made of, out of the texts of an index, and always the same for a seed.
 *
 *     cfa_draw drawn = {index, documents, g_rand_new_with_seed(1)};
 *     g_autofree char *words = cfa_draw_words(&drawn, CFA_ENGLISH, 3, FALSE);
 */
#ifndef CFA_BENCH_DRAW_H
#define CFA_BENCH_DRAW_H

#include "searcher.h"

typedef struct cfa_draw {
    cfa_index *index;
    guint32 documents; /* of the index */
    GRand *random;
} cfa_draw;

/* Some paragraph of a case that is known. A document that is not there is passed over. The caller frees. */
cfa_record *cfa_draw_record(cfa_draw *this);

/* `count` words in a row out of a text, or, where they are not to stand together, words of it that are no
 * stopwords; fewer where it ends. The caller frees. */
char *cfa_draw_words(cfa_draw *this, cfa_language language, guint count, gboolean together);

#endif
