/*
 * Across languages: texts that a collection has in English, French and Spanish, one for one.
 *
 * Every Nth of them is left out in French and Spanish: the index has it in English alone, and the others in
 * all three to learn from. It is then asked for by its own words in each language, so that a question has one
 * answer. Topics are named after language and count of words: "fr-5:Mark_4:12" has five words of the French
 * text, drawn without function words, "fr-all:…" is the whole text. The words of "fr-3" are among those of
 * "fr-5", these among those of "fr-8". The draw is the same every time. A text is asked for only where all
 * three languages have eight such words, so that all counts ask for the same texts.
 */
#ifndef CFA_PARALLEL_H
#define CFA_PARALLEL_H

#include "pages.h"

/* Reads verses.tsv (name, English, French, Spanish) of the folder. FALSE with *error. */
gboolean cfa_parallel_convert(const char *from, cfa_pages *pages, guint leave_out, GError **error);

#endif
