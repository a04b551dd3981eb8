/*
 * The invented vocabulary: meanings, ordered from the most to the least frequent, with a word for each in
 * every language.
 *
 * The most frequent meanings and some rarer ones are words of the field ("strike", "grève", "huelga"), so
 * that a query can be as frequent as one likes; the others only look like the language. The words do not
 * depend on a seed.
 */
#ifndef SAMPLE_WORDS_H
#define SAMPLE_WORDS_H

#include "random.h"
#include "texts.h"

typedef struct sample_words sample_words;

sample_words *sample_words_new(void);
void sample_words_free(sample_words *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(sample_words, sample_words_free)

/* A meaning, by Zipf's law, and its word in a language. */
guint sample_words_draw(const sample_words *words, sample_random *random);
const char *sample_words_get(const sample_words *words, sample_language language, guint meaning);

/* A proper name, the same in every language. */
guint sample_words_draw_name(sample_random *random);
const char *sample_words_get_name(const sample_words *words, guint name);

/* A function word ("of", "which"), as frequent as such words are. */
const char *sample_words_function(const sample_words *words, sample_language language, sample_random *random);

#endif
