/*
 * What the tests of the vocabulary share: an index of one paragraph in one language, and what stands for what
 * there.
 *
 *     g_autoptr(cfa_translations) known = vocabulary_learn(CFA_ENGLISH, "A strike in Eswatini.");
 *     vocabulary_probability(known, CFA_FRENCH, "grève", CFA_ENGLISH, "strike");      // 0.8
 */
#ifndef VOCABULARY_H
#define VOCABULARY_H

#include "concepts.h"

/* An index below the folder, open. The caller frees. */
xc_database *vocabulary_index(const char *folder, cfa_language language, const char *words);

/* What such an index has learned. The caller frees. */
cfa_translations *vocabulary_learn(cfa_language language, const char *words);

/* The stem terms of a text. The caller frees. */
char *vocabulary_expression(cfa_language language, const char *text);

/* The probability that one text is translated by another; 0 where it is not. */
double vocabulary_probability(const cfa_translations *translations, cfa_language from, const char *text,
                              cfa_language to, const char *meant);

#endif
