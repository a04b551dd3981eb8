/*
 * Spelling: what a mistyped word may have been meant to be, among the words of an index.
 *
 *     cfa_correction found[CFA_CORRECTIONS_MAX];
 *     const guint count = cfa_spelling_correct(index->vocabulary, paragraphs, "colective", 9, found);
 *     // found[0].text is "collective", found[0].gain is above 0
 *
 * It is a noisy channel: a correction is the better the more paragraphs have the word and the fewer and the
 * likelier the slips (slip.h) that lead to what was typed. The gain weighs both against what a word of that
 * length may differ by before it is more likely to be a word that the index merely lacks: a long word may
 * differ in two letters, a short one hardly in one.
 */
#ifndef CFA_SPELLING_H
#define CFA_SPELLING_H

#include "layout.h"

enum {
    CFA_SPELLING_LETTERS = 4, /* of the shortest word that is corrected */
    CFA_CORRECTIONS_MAX = 6
};

typedef struct cfa_correction {
    char text[2 * CFA_WORD_MAX + 2]; /* folded: a word, or two with a blank between */
    guint frequency;                 /* paragraphs that have it; of two words those that have the rarer */
    cfa_language_set languages;
    double distance; /* of what was typed from it, as slip.h has it */
    double gain;     /* above 0: rather meant than what was typed */
} cfa_correction;

/* What is a word of the letters a to z, and long enough to be corrected. */
gboolean cfa_spelling_is_word(const char *word, gsize length);

/* The best corrections of a folded word, ended by a NUL, in an index of so many paragraphs, the best first;
 * returns how many. Only words that begin as typed are looked at, and those that a single slip at the first
 * letter leads to: a share of the vocabulary, under a millisecond for 200,000 words. */
guint cfa_spelling_correct(const cfa_vocabulary *vocabulary, guint paragraphs, const char *word, gsize length,
                           cfa_correction found[static CFA_CORRECTIONS_MAX]);

/* Whether two words, `joined` without the blank between them, are rather meant as one word of the index: it
 * is put into *found. */
gboolean cfa_spelling_join(const cfa_vocabulary *vocabulary, guint paragraphs, const char *joined,
                           gsize length, cfa_correction *found);

#endif
