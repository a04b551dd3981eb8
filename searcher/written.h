/*
 * Written: how texts write a word that the index knows without its accents, or as a stem alone.
 *
 *     g_autofree char *word = cfa_written_word(index, "greve", CFA_FRENCH, &failure);          // "grève"
 *     g_autofree char *other = cfa_written_stem(index, "ZFgrevist", CFA_FRENCH, &failure);     // "grévistes"
 */
#ifndef CFA_WRITTEN_H
#define CFA_WRITTEN_H

#include "index.h"

/* A folded word as texts in a language, or in any where that is unknown, write it: with its accents, and with a capital where it has one in
 * all that are asked, which are a few. The folded word itself where none of them has it. The caller frees. What fails is in *failure. */
char *cfa_written_word(const cfa_index *index, const char *folded, cfa_language language, xc_error *failure);

/* The same for the most frequent word of a language that has a stem's term. NULL where the vocabulary lists none. */
char *cfa_written_stem(const cfa_index *index, const char *term, cfa_language language, xc_error *failure);

#endif
