/*
 * Vocabulary: the file of a generation that lists the words of the index, for suggestions of what a mistyped
 * word was meant to be, and its stems, since to ask libxapian how frequent each of hundreds is takes most of
 * a question to a new process.
 *
 *     cfasearch-vocabulary 2 <bytes of all that follows> <their SHA-256>
 *     ZEstrike <TAB> 1310 <TAB> en
 *     strike <TAB> 1204 <TAB> en
 *     structure <TAB> 310 <TAB> en fr
 *
 * Words are folded (word.h), of the letters a to z alone, three at least; then follow the number of
 * paragraphs that have the word, and the languages of their texts: all but those that have it so seldom, next
 * to the others, that they only quote it. Stems are the terms of layout.h, those of an unknown language left
 * out. It is a sorted_table.h.
 *
 *     g_autoptr(cfa_vocabulary) vocabulary = cfa_vocabulary_open(path, checksums, &error);
 *     cfa_vocabulary_word word;
 *     if (cfa_vocabulary_find(vocabulary, "strike", 6, &word))
 *         … word.frequency …
 */
#ifndef CFA_VOCABULARY_H
#define CFA_VOCABULARY_H

#include "language.h"
#include "sorted_table.h"

#include <xapian-c.h>

enum { CFA_VOCABULARY_LETTERS = 3 /* of its shortest words */ };

typedef struct cfa_vocabulary_word {
    const char *text; /* not ended by a NUL; borrowed */
    gsize length;
    guint frequency;            /* paragraphs that have it */
    cfa_language_set languages; /* 0 for words of texts in an unknown language alone */
} cfa_vocabulary_word;

typedef struct cfa_vocabulary cfa_vocabulary;

/* Maps a file, and checks that it is one and whole. `checksums` are those of it, borrowed,
 * or NULL. NULL with *error: CFA_CORRUPT "vocabulary-corrupt" for a damaged one, CFA_IO "unreadable" where
 * there is none. */
cfa_vocabulary *cfa_vocabulary_open(const char *path, cfa_mapped_checksums *checksums, cfa_error *error);
void cfa_vocabulary_free(cfa_vocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_vocabulary, cfa_vocabulary_free)

/* Reads all of it and compares it with its digest: for `check`. A line damaged in place is otherwise passed
 * over. */
gboolean cfa_vocabulary_verify(const cfa_vocabulary *vocabulary);

/* A word, or a stem by its term; FALSE where it is not there. */
gboolean cfa_vocabulary_find(const cfa_vocabulary *vocabulary, const char *word, gsize length,
                             cfa_vocabulary_word *found);

/* What a line says of its word; FALSE where it is damaged. */
gboolean cfa_vocabulary_read(const cfa_table_line *line, cfa_vocabulary_word *word);

/* Calls `visit` with the line of each word that begins so, in byte order: its key is the word, and who wants
 * to know more of it reads the line. They are many, and most are of no interest. */
typedef void (*cfa_vocabulary_visitor)(const cfa_table_line *line, gpointer data);
void cfa_vocabulary_visit(const cfa_vocabulary *vocabulary, const char *begun, gsize length,
                          cfa_vocabulary_visitor visit, gpointer data);

/* Writes the words and stems of a database to a file. They depend on what is in it alone. FALSE with *error:
 * as the database has it, or CFA_IO. */
gboolean cfa_vocabulary_make(const xc_database *database, const char *path, cfa_error *error);

/* The same file where `last` is that of an index from which this one differs in paragraphs that have the
 * terms of `touched` (as keys) alone: the lines of all others are taken over. Where `last` cannot be read, or
 * is not as it was written, all is made anew. */
gboolean cfa_vocabulary_update(const xc_database *database, const char *last, GHashTable *touched,
                               const char *path, cfa_error *error);

/* Whether a term is one of the words and stems that are listed. */
gboolean cfa_vocabulary_lists(const char *word, gsize length);

#endif
