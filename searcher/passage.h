/*
 * Passages: the words of a paragraph that a query found, and the part of the paragraph that shows them best.
 *
 *     cfa_marks *marks = cfa_marks_new(stemmer);                     filled by plan.h
 *     GPtrArray *runs = cfa_passage_snippet(record->paragraph->text, CFA_ENGLISH, marks, 300);
 *
 * Nothing is searched here: the words of the text are analysed once more as the index did, so that what is
 * marked is what was found.
 */
#ifndef CFA_PASSAGE_H
#define CFA_PASSAGE_H

#include "answer.h"

typedef struct cfa_known_words cfa_known_words;

/* What is marked in texts: all of it is there before the first snippet is made. */
typedef struct cfa_marks {
    GHashTable *stems[CFA_LANGUAGES + 1]; /* of texts in each language; keys */
    GHashTable *words;                    /* folded words, in any language; keys */
    GPtrArray *prefixes;                  /* char *, of folded words */
    GPtrArray *phrases;                   /* GPtrArray * of folded words, marked where they stand together */
    cfa_stemmer *stemmer;                 /* borrowed */
    cfa_known_words *known[CFA_LANGUAGES + 1]; /* which words of the texts so far are marked */
} cfa_marks;

/* Without marks yet. The stemmer is borrowed, and used to make snippets. */
cfa_marks *cfa_marks_new(cfa_stemmer *stemmer);
void cfa_marks_free(cfa_marks *marks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_marks, cfa_marks_free)

/* About `bytes` of the text around its marked words, as cfa_run; the whole of it for 0. What is cut off shows
 * as "… " and " …". A new array that owns its runs. */
GPtrArray *cfa_passage_snippet(const char *text, cfa_language language, const cfa_marks *marks, gsize bytes);

/* The text as far as whole words go into so many bytes, with " …" where it goes on. The caller frees. */
char *cfa_passage_beginning(const char *text, gsize bytes);

/* An empty list of runs that owns them. */
GPtrArray *cfa_runs_new(void);

/* Adds a run of so many bytes; one that goes on as the last did, marked or not, joins it. */
void cfa_runs_add(GPtrArray *runs, const char *text, gsize length, gboolean match);

/* Adds the sign of what was left out, with a blank on the side of the text: before it where nothing was added
 * yet. */
void cfa_runs_add_ellipsis(GPtrArray *runs);

#endif
