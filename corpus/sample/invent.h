/*
 * Invented paragraphs: the same content in every language, word for word with some noise, so that a
 * translation can be learned from them.
 */
#ifndef SAMPLE_INVENT_H
#define SAMPLE_INVENT_H

#include "texts.h"
#include "words.h"

/* A citation; report 0 is none. A range when `last` is over `first`. */
typedef struct sample_citation {
    guint report, first, last;
} sample_citation;

/* What makes paragraphs: the content has one stream of random numbers, and each language one for its noise,
 * so that a language reads the same whichever others are made. */
typedef struct sample_invention {
    const sample_words *words;
    guint languages; /* a bit for each */
    sample_random content, noise[BODY_LANGUAGES];
} sample_invention;

sample_invention sample_invention_new(const sample_words *words, guint64 seed, guint languages);

/* Fills in a paragraph of this kind of section, and returns the bytes of its text in all the languages.
 * `curly` is whether apostrophes are U+2019. */
gsize sample_invent_paragraph(sample_invention *invention, sample_paragraph *paragraph, sample_kind kind,
                              gboolean curly, const sample_citation *citation);

/* List items for a paragraph, "(a) …" in English and "a) …" otherwise. Returns their bytes. */
gsize sample_invent_items(sample_invention *invention, sample_paragraph *paragraph, gboolean curly,
                          guint count);

/* The two paragraphs that open a case text: the complaint of a day, and what the country (its names are in
 * `of`) has ratified. */
gsize sample_invent_complaint(const sample_invention *invention, sample_paragraph *paragraph,
                              const sample_case *of);
gsize sample_invent_ratification(const sample_invention *invention, sample_paragraph *paragraph,
                                 const sample_case *of);

/* The allegations of a text: a few words. */
void sample_invent_allegations(sample_invention *invention, sample_text *text);

#endif
