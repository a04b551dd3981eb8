/*
 * Concepts: the vocabulary of freedom of association in three languages, as lines for the file of
 * translations.h. It is known before anything is learned, so that an index of English reports alone answers a
 * French question, and CISL finds ICFTU.
 *
 * The table is corpus/concepts/concepts.tsv, compiled in: after a line of headings a line a concept,
 *
 *     concept_id <TAB> English <TAB> French <TAB> Spanish
 *     icftu <TAB> ICFTU|International Confederation of … <TAB> CISL|… <TAB> CIOSL|…
 *
 * each language with its alternatives parted by `|`, the most usual, which is translated into, first. An
 * alternative stands for those of the other languages, and for those before it in its own: "scab" for
 * "strikebreaker". An acronym and its full names stand for each other, and what the index has not the words
 * of for all others of its language, for certain: it can mean nothing else there. Only what the index has the
 * words of is translated into. The countries are concepts, too (country_words.h): each name of a country
 * stands for all others, of its own language as well, and that is certain.
 *
 *     g_autoptr(cfa_concepts) concepts = cfa_concepts_read(database, &error);
 *     cfa_concepts_merge(concepts, lines);
 */
#ifndef CFA_CONCEPTS_H
#define CFA_CONCEPTS_H

#include "layout.h"

extern const char cfa_concepts_table[]; /* concepts.tsv, with a NUL after it */
extern const size_t cfa_concepts_table_length;

typedef struct cfa_concepts cfa_concepts;

/* The concepts as far as an index has the words of them. NULL with *error as the database has it. */
cfa_concepts *cfa_concepts_read(const xc_database *database, cfa_error *error);
void cfa_concepts_free(cfa_concepts *concepts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_concepts, cfa_concepts_free)

/* Merges them into `lines`, which are those of translations.h without their newlines, allocated, each key
 * once, in any order: new ones are appended, and where both have a key its translations are joined, a
 * probability that was learned going before ours, and the best CFA_TRANSLATIONS_EACH are kept in each
 * language. */
void cfa_concepts_merge(const cfa_concepts *concepts, GPtrArray *lines);

/* Adds all of them to a digest. */
void cfa_concepts_digest(const cfa_concepts *concepts, GChecksum *digest);

/* Sets `expression` to the stem terms of a text's words without its stopwords, parted by single blanks:
 * "ZEright ZEstrike" for "right to strike", as the index has them. Returns how many they are. */
guint cfa_concepts_expression(GString *expression, cfa_stemmer *stemmer, cfa_language language,
                              const char *text);

#endif
