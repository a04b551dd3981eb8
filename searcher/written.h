/*
 * Written: how texts write a word that the index knows without its accents, or as a stem alone.
 *
 *     cfa_written_spelling(index, "greve", CFA_FRENCH, FALSE, &failure);          // "grève"
 *     cfa_written_word(index, "greve", CFA_FRENCH, &failure);                     // "grève"
 *     cfa_written_stem(index, "ZFgrevist", CFA_FRENCH, &failure);                 // "grévistes"
 */
#ifndef CFA_WRITTEN_H
#define CFA_WRITTEN_H

#include "index.h"

/* A folded word as texts in a language, or in any where that is unknown, write it: with its accents, and with
 * a capital where it has one in all that are asked, which are a few. The folded word itself where none of
 * them has it. The caller frees. What fails is in *failure. */
char *cfa_written_word(const cfa_index *index, const char *folded, cfa_language language, xc_error *failure);

/* As cfa_written_word for the most frequent word of a language that has a stem's term. NULL where the
 * vocabulary lists none. */
char *cfa_written_stem(const cfa_index *index, const char *term, cfa_language language, xc_error *failure);

/* The spelling of a folded word that is most usual where texts in a language, or in any where that is
 * unknown, have it first: in small letters; `accented`: with accents rather than without, however often. The
 * folded word itself where none has it. The caller frees. What fails is in *failure. */
char *cfa_written_spelling(const cfa_index *index, const char *folded, cfa_language language,
                           gboolean accented, xc_error *failure);

#endif
