/*
 * Meanings: the terms that a word of a query is searched as. A word means its own stem in each language, and
 * what that stands for in the others: by what the reports taught (translations.h), for itself and for the
 * expression it stands in ("trade union" is "syndicat", though "trade" alone is not). Two words that are one
 * ("lock out") mean that, too, and the people of a country ("Burmese") its names.
 *
 *     cfa_meanings *all = cfa_meanings_new(database, translations, stemmer, languages);
 *     g_autoptr(GPtrArray) found = cfa_meanings_find(all, row, &failure);
 *         for each word of a row, its meanings
 *
 * Whoever searches also asks which language was typed, since a word that two languages share is taken for
 * that of the others around it.
 */
#ifndef CFA_MEANING_H
#define CFA_MEANING_H

#include "layout.h"

enum {
    CFA_MEANING_TERMS = 8 /* stems of an expression */
};

typedef enum cfa_path {
    CFA_PATH_TYPED,      /* the word itself */
    CFA_PATH_TRANSLATED, /* what the word stands for */
    CFA_PATH_EXPRESSION, /* what the expression that it is part of stands for */
    CFA_PATH_LEARNED,    /* no word of the question: the best hits have it in common (rank.h) */
    CFA_PATH_CITATION,   /* no word: a citation that it shares with what it is like (likeness.h) */
    CFA_PATH_SECTION,    /* no word at all: the paragraph is a conclusion or a recommendation (rank.h) */
    CFA_PATH_CASE_TEXT   /* nor this: others of its case text answer the question, too (rank.h) */
} cfa_path;

/* Terms that together are a meaning. */
typedef struct cfa_meaning {
    char *terms[CFA_MEANING_TERMS]; /* as layout.h prefixes them, and in the index */
    guint count;
    cfa_language language; /* of the terms; unknown for texts of an unknown language */
    cfa_path path;
    double probability;   /* that this is what was meant, from 0 to 1, which is what is typed */
    gboolean is_searched; /* and does not count in the rank alone: for the plan to say */
} cfa_meaning;

typedef struct cfa_meanings cfa_meanings;

/* Looks words up in a database, for texts in `languages`. `translations` may be NULL: then words mean
 * themselves. All are borrowed. */
cfa_meanings *cfa_meanings_new(const xc_database *database, const cfa_translations *translations,
                               cfa_stemmer *stemmer, cfa_language_set languages);
void cfa_meanings_free(cfa_meanings *meanings);

/* Guesses the language of folded words: the one that knows more of them than any other, as stopwords, as
 * words of the index, or as words that have a translation. Unknown where two know as many. Later words are
 * looked up accordingly. */
cfa_language cfa_meanings_guess(cfa_meanings *meanings, const GPtrArray *words, xc_error *error);

/* The language that words are looked up in: the one guessed, or said here where it is known. */
void cfa_meanings_set_typed(cfa_meanings *meanings, cfa_language language);
cfa_language cfa_meanings_typed(const cfa_meanings *meanings);

/* The language whose texts are read first: the one guessed, else `preferred`, else English; and in `behind`
 * those of the languages wanted whose texts are to be read only where a paragraph is missing in the first. A
 * language that alone knows one of the words, or what it stands for, is not behind: a name may be spelled so
 * in its texts only. Where nothing is missing in the first, words have no meanings in the languages behind,
 * and none is: there is nothing to read in them. */
cfa_language cfa_meanings_first(cfa_meanings *meanings, const GPtrArray *words, cfa_language preferred,
                                cfa_language_set *behind, xc_error *error);

/* The languages in which words have meanings: those wanted, but for the ones left out by
 * cfa_meanings_first(). */
cfa_language_set cfa_meanings_languages(const cfa_meanings *meanings);

/* Whether a folded word carries no meaning: a stopword of the language guessed, or of any while that is
 * unknown, or one that only asks ("quels", "puede"). */
gboolean cfa_meanings_is_stopword(const cfa_meanings *meanings, const char *word);

/* The meanings of each word of a row of folded words: as many arrays of cfa_meaning, which own them, the
 * likeliest first, and those of the word itself where several are as likely. Each set of terms is there once.
 * Empty for a word that the index has nowhere. A new array. */
GPtrArray *cfa_meanings_find(cfa_meanings *meanings, const GPtrArray *row, xc_error *error);

#endif
