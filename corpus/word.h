/*
 * Words: the one analysis that the index, the query and the marking of matches share.
 *
 * A text is cut into words; each is folded (case, accents, ligatures, kinds of apostrophe, elision:
 * "l'Arrestation" is "arrestation") and keeps its place in the text. Folding does not depend on the language,
 * so that a word of a query finds itself in any of them; the stem does, and is made from the folded word, so
 * that "organizacion" and "organización" have the same one.
 *
 * What is spelled in two ways is the same, too: "labour" and "labor" in their stem (stem.c), "lock-out" and
 * "lockout" from the start (compound.h).
 *
 *     cfa_word_reader reader;
 *     cfa_word_reader_init(&reader, text, length);
 *     cfa_word word;
 *     while (cfa_word_next(&reader, &word)) {
 *         const char *stem = cfa_stemmer_stem(stemmer, CFA_FRENCH, word.text, word.length);
 *         … text + word.offset, word.bytes …
 *     }
 */
#ifndef CFA_WORD_H
#define CFA_WORD_H

#include "language.h"

enum {
    CFA_WORD_MAX = 64 /* bytes of a folded word; a longer one is cut at a character, and still advances by its
                         whole length */
};

typedef struct cfa_word {
    char text[CFA_WORD_MAX + 1]; /* folded: lower-case letters and digits, never empty */
    gsize length;
    gsize offset, bytes; /* where the word stands in the text as given, elision and ordinal ending included in
                            neither */
    guint position;      /* 1 for the first word of the text, one more for each */
} cfa_word;

typedef struct cfa_word_reader {
    const char *text;
    gsize length, at;
    guint position;
} cfa_word_reader;

/* Reads any bytes: what is not UTF-8 parts words. The text is borrowed. */
void cfa_word_reader_init(cfa_word_reader *reader, const char *text, gsize length);

/* The next word; FALSE at the end. An acronym with stops is one word without them ("I.L.O" is "ilo"), a
 * hyphen parts words but for the compounds of compound.h ("lock-out" and "lock out" are "lockout"), an
 * ordinal loses its ending ("394th", "394e", "394.º" are "394"), a number loses its blanks and separators for
 * thousands ("7 000" stays two words, "40,000" is "40000"). */
gboolean cfa_word_next(cfa_word_reader *reader, cfa_word *word);

/* Folds a whole name into words parted by single blanks: "Côte d’Ivoire" is "cote ivoire". For tables of
 * labels and names. The caller frees. */
char *cfa_word_fold(const char *text, gsize length);

/* Whether any letter of a text, valid UTF-8, is a small one: among them capitals tell something, where all is
 * in capitals nothing. */
gboolean cfa_word_has_small_letter(const char *text, gsize length);

/* Whether a folded word is one of those that carry no meaning of their own in a language ("the", "les",
 * "los"), and so is searched only in phrases. */
gboolean cfa_word_is_stopword(cfa_language language, const char *word, gsize length);

/* The same in any language of a set. */
gboolean cfa_word_is_stopword_in(cfa_language_set set, const char *word, gsize length);

/* Snowball stemmers with a cache of word to stem before them. One for each thread. */
typedef struct cfa_stemmer cfa_stemmer;
cfa_stemmer *cfa_stemmer_new(void);
void cfa_stemmer_free(cfa_stemmer *stemmer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_stemmer, cfa_stemmer_free)

/* The stem of a folded word, folded itself, at most CFA_WORD_MAX bytes; borrowed until the next call. Words
 * with a digit, and of an unknown language, are their own stem. */
const char *cfa_stemmer_stem(cfa_stemmer *stemmer, cfa_language language, const char *word, gsize length);

/* The same, but NULL for a stopword: what is indexed of a word that has no place. */
const char *cfa_stemmer_stem_content(cfa_stemmer *stemmer, cfa_language language, const char *word,
                                     gsize length);

/* Whether it is certain, without stemming it, that a folded word's stem begins with the byte that the word
 * does: so for most words, and told in no time. */
gboolean cfa_stemmer_keeps_initial(const cfa_stemmer *stemmer, cfa_language language, const char *word);

#endif
