/*
 * The parts that citations have in common, read from tokens: lists of numbers, ordinals, the label of
 * paragraphs and what may stand before it. Places are indexes of tokens; each reader looks ahead by a bounded
 * number of them, or takes what it has read. Inside the corpus library only.
 */
#ifndef CFA_CITATION_READ_H
#define CFA_CITATION_READ_H

#include "citation_token.h"

enum {
    CFA_LIST_MAX = 64,
    CFA_MAX_REPORT = 999,
    CFA_MAX_NUMBER = 9999 /* of a case or a paragraph */
};

typedef struct cfa_token_text {
    const cfa_token *tokens;
    guint count;
    cfa_language language; /* of the text */
} cfa_token_text;

/* One of a list, and the bytes it stands in; last is first where it is no range. */
typedef struct cfa_entry {
    guint first, last;
    gsize offset, end;
} cfa_entry;

typedef struct cfa_entries {
    cfa_entry list[CFA_LIST_MAX];
    guint count;
} cfa_entries;

/* The token at a place, TOKEN_END outside of the text. Borrowed. */
const cfa_token *cfa_token_at(const cfa_token_text *in, guint at);

/* Whether a word with one of these meanings stands there. */
gboolean cfa_says(const cfa_token_text *in, guint at, guint says);

/* A plain number from 1 to `most`. */
gboolean cfa_is_number(const cfa_token_text *in, guint at, guint most);

/* Each returns where the next token is; 0 where there is no such thing, and nothing was taken. */

/* "No.", "nos", "núms.", "n°". Sets *plural where it is. */
guint cfa_read_number_label(const cfa_token_text *in, guint at, gboolean *plural);

/* The numbers of cases or reports: "9901 (Ruritania), 9902 and 9903"; of a range its two ends. */
guint cfa_read_numbers(const cfa_token_text *in, guint at, guint most, gboolean plural, cfa_entries *entries);

/* "60th, 64th and 66th", "Ninth", "soixante-seizième", "vigésimo primero". *spelled where one is a word
 * without a capital. */
guint cfa_read_ordinals(const cfa_token_text *in, guint at, cfa_entries *entries, gboolean *spelled);

/* "paras", "párr.", "§": the place of the first number after it. `language` is that of the book or the
 * report. */
guint cfa_read_paragraph_label(const cfa_token_text *in, guint at, cfa_language language);

/* From the label on: "paras 5 and 7 and paragraph 9". */
guint cfa_read_paragraphs(const cfa_token_text *in, guint at, cfa_language language, cfa_entries *entries);

/* Where the label of the paragraphs of a report or a book is that ends before `from`; 0 where there is none.
 * *stop is where the search ended. Inside brackets any words may stand between, outside only those of the
 * phrase itself. */
guint cfa_find_paragraphs(const cfa_token_text *in, guint from, cfa_language language, gboolean of_book,
                          guint *stop);

/* Whether what stands here says that what was read last is of another text, or of this one: "of the Act",
 * "above". */
gboolean cfa_belongs_elsewhere(const cfa_token_text *in, guint at);

/* Past a country in brackets after a case's number; `at` itself where there is none. */
guint cfa_skip_brackets(const cfa_token_text *in, guint at);

#endif
