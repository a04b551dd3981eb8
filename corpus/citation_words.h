/*
 * The words that citations are made of, in three languages, folded as word.h folds them, and what each of
 * them can mean there: the table is citation-words.tsv. Inside the corpus library only.
 */
#ifndef CFA_CITATION_WORDS_H
#define CFA_CITATION_WORDS_H

#include "language.h"

/* One word can be several of these: "a" is the Spanish range and the French "à", "no" the short form of
 * "number". */
typedef enum cfa_saying {
    SAYS_REPORT = 1 << 0,
    SAYS_CASE = 1 << 1,
    SAYS_NUMBER = 1 << 2,
    SAYS_PLURAL = 1 << 3, /* of the three above */
    SAYS_PARAGRAPH = 1 << 4,
    SAYS_NEEDS_STOP = 1 << 5, /* is another word without its stop: the Spanish "para", the French "par" */
    SAYS_AND = 1 << 6,
    SAYS_TO = 1 << 7, /* between the ends of a range */
    SAYS_OF = 1 << 8,
    SAYS_LINK = 1 << 9, /* between a paragraph's number and its report: "of the Committee's", "de son" */
    SAYS_DIGEST = 1 << 10,
    SAYS_COMPILATION = 1 << 11, /* with the one above: either book, as in Spanish */
    SAYS_EDITION = 1 << 12,
    SAYS_PRINCIPLES = 1 << 13,           /* stands in the title of the Digest alone */
    SAYS_CIT = 1 << 14,                  /* the second word of "op. cit." */
    SAYS_IBID = SAYS_CIT | SAYS_EDITION, /* "ibid.": both of the same work */
    SAYS_COMMITTEE = 1 << 15,
    SAYS_OURS = 1 << 16, /* "of the Committee", "of the conclusions": after "of", still our report */
    SAYS_MONTH = 1 << 17,
    SAYS_OTHER_WORK = 1 << 18, /* a publication whose paragraphs are not a report's */
    SAYS_HERE = 1 << 19,       /* above, below: in the same report */
    SAYS_PROVISION = 1 << 20,  /* laws and their parts */
    SAYS_COURT = 1 << 21,
    SAYS_FOREIGN = 1 << 22,      /* before "case" or "report": not ours */
    SAYS_BEFORE = 1 << 23,       /* after a case's number: where it is heard */
    SAYS_PEOPLE = 1 << 24,       /* what is counted: the number before it counts, and cites nothing */
    SAYS_ITEM = 1 << 25,         /* a part of a paragraph */
    SAYS_SUFFIX = 1 << 26,       /* an ordinal's ending set apart: "394 e" */
    SAYS_ORDINAL = 1 << 27,      /* has a value */
    SAYS_CARDINAL = 1 << 28,     /* has a value, and an ordinal may follow: "quatre-vingt-", "vigésimo" */
    SAYS_ABBREVIATION = 1 << 29, /* the stop after it ends no sentence */
    SAYS_GAP = 1 << 30           /* may stand between a report or a book and its paragraphs */
} cfa_saying;

typedef struct cfa_citation_word {
    const char *word;
    cfa_language language; /* unknown where it is a word of several */
    guint says;            /* cfa_saying, or-ed */
    guint value;           /* of an ordinal or a cardinal */
} cfa_citation_word;

/* What a folded word says; NULL for a word that plays no part. Static. */
const cfa_citation_word *cfa_citation_word_find(const char *word);

#endif
