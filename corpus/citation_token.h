/*
 * A text as the scanner of citations sees it: words that mean something to it, numbers, and the marks between
 * them. Inside the corpus library only.
 */
#ifndef CFA_CITATION_TOKEN_H
#define CFA_CITATION_TOKEN_H

#include "citation_words.h"

typedef enum cfa_token_kind {
    TOKEN_END, /* what every place past the text is */
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_COMMA,
    TOKEN_STOP, /* one full stop; the dots of an ellipsis are none */
    TOKEN_SEMICOLON,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_DASH,
    TOKEN_SLASH,
    TOKEN_PARAGRAPH_SIGN,
    TOKEN_BREAK /* colon, question mark, exclamation mark: nothing goes on over it */
} cfa_token_kind;

/* What follows a number without a blank. */
typedef enum cfa_ending {
    ENDING_NONE,
    ENDING_ORDINAL, /* 394th, 394.º, 394ème */
    ENDING_EITHER,  /* 394e, 394o: an ordinal, or the paragraph 394 e) */
    ENDING_LETTER,  /* 83a */
    ENDING_OTHER    /* 83kg */
} cfa_ending;

typedef struct cfa_token {
    cfa_token_kind kind;
    guint says;  /* of a word: cfa_saying, or-ed; of a TOKEN_WORD without meaning 0 */
    guint value; /* of a number, at most 99999; of a word that is one */
    cfa_language language;
    gsize offset, end;
    guint digits;
    cfa_ending ending;
    gboolean thousands; /* a number with a separator and three digits after it */
    gboolean capital;
    gboolean inside; /* in brackets, of this line */
} cfa_token;

/* The tokens of a text, in proportion to its length: a new GArray of cfa_token. */
GArray *cfa_citation_tokens(const char *text, gsize length);

#endif
