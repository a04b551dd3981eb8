/*
 * A lesson: the paragraphs that an index has in two languages or three, as the numbers of their stems, for learn.h.
 *
 *     g_autoptr(cfa_lesson) lesson = cfa_lesson_read(database, &error);
 *     const cfa_lesson_side *french = &lesson->sides[CFA_FRENCH];
 *     const guint32 *words = cfa_lesson_words(french, paragraph, &count);
 *     puts(g_ptr_array_index(french->stems, words[0]));                        // "ZFsyndicat"
 *
 * Stems are read from the values that forward.h writes: a record would have to be taken apart and stemmed once more. Numbers, which are
 * the same in every language, and stems of one paragraph alone teach nothing and are left out. However large the index is, so many paragraphs
 * are read and no more, taken evenly out of it.
 */
#ifndef CFA_LESSON_H
#define CFA_LESSON_H

#include "layout.h"

/* The paragraphs in one language: those that lack it have no words. */
typedef struct cfa_lesson_side {
    GPtrArray *stems; /* number -> stem's term */
    GArray *words;    /* guint32 numbers, those of one paragraph after those of another */
    GArray *starts;   /* guint32: where each paragraph begins in `words`, and the end */
} cfa_lesson_side;

typedef struct cfa_lesson {
    cfa_lesson_side sides[CFA_LANGUAGES + 1]; /* none for the unknown language */
    guint paragraphs;
} cfa_lesson;

/* Reads it. It depends on what is in the index alone. NULL with *error as the database has it. */
cfa_lesson *cfa_lesson_read(const xc_database *database, cfa_error *error);
void cfa_lesson_free(cfa_lesson *lesson);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_lesson, cfa_lesson_free)

/* The different stems of a paragraph; borrowed. */
const guint32 *cfa_lesson_words(const cfa_lesson_side *side, guint paragraph, guint *count);

#endif
