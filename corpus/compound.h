/*
 * Compounds: words that are written in one and in two ("lockout", "lock-out", "lock out"), of which word.h
 * gives the same words always.
 *
 * What is commonly one word is read as one ("co-operative", "strike-breaker"), and what is commonly two as
 * two ("tradeunion", "antisyndicale": so that who asks for a trade union finds what is against it). Words are
 * folded; languages share the table, since no compound of one is two words of another.
 */
#ifndef CFA_COMPOUND_H
#define CFA_COMPOUND_H

#include <glib.h>

typedef struct cfa_compound cfa_compound;

/* The compounds that begin with a word which a hyphen follows, or else a blank; NULL for none. Static. */
const cfa_compound *cfa_compound_find(const char *first, gboolean hyphen);

/* Whether the word after it is the second of one of them. */
gboolean cfa_compound_has(const cfa_compound *compound, const char *second);

/* The length of the first of the two words that a word is; 0 where it is one. */
gsize cfa_compound_split(const char *word);

/* The length of what a word begins with as such a word does, whatever follows: 4 for "antisindikal"; 0 for
 * none. */
gsize cfa_compound_begins(const char *word);

#endif
