/*
 * A training set: the paragraphs that an index has in two languages or three, as the numbers of their stems,
 * for learn.h.
 *
 *     g_autoptr(cfa_training_set) training = cfa_training_set_read(database, &error);
 *     if (the digest is not that of the training set last learned)
 *         cfa_training_set_number(training, database, &error);
 *     const cfa_training_side *french = &training->sides[CFA_FRENCH];
 *     const guint32 *words = cfa_training_set_words(french, paragraph, &count);
 *     puts(g_ptr_array_index(french->stems, words[0]));                        // "ZFsyndicat"
 *
 * Stems are read from the values that forward.h writes: a record would have to be taken apart and stemmed
 * once more. Numbers, which are the same in every language, and stems of one paragraph alone teach nothing
 * and are left out.
 *
 * However large the index is, some ten to twenty thousand paragraphs are read and no more, taken evenly out
 * of it by the hash of their identifiers. Where there are enough without them, those of the reports since the
 * last full ten are left for later: so a new report changes nothing in the training set nine times out of
 * ten, and what was learned stays as it is. Either way the training set depends on what is in the index
 * alone.
 */
#ifndef CFA_TRAINING_SET_H
#define CFA_TRAINING_SET_H

#include "layout.h"

/* The paragraphs in one language: those that lack it have no words. */
typedef struct cfa_training_side {
    GPtrArray *stems; /* number -> stem's term */
    GArray *words;    /* guint32 numbers, those of one paragraph after those of another */
    GArray *starts;   /* guint32: where each paragraph begins in `words`, and the end */
} cfa_training_side;

typedef struct cfa_training_set {
    cfa_training_side sides[CFA_LANGUAGES + 1]; /* none for the unknown language */
    guint paragraphs;
    char *digest; /* of all that was read */
} cfa_training_set;

/* Reads the paragraphs, as yet without numbers: `stems` are empty, and `words` are keys as forward.h has
 * them. NULL with *error as the database has it. */
cfa_training_set *cfa_training_set_read(const xc_database *database, cfa_error *error);

/* Finds the stems and gives them numbers, in byte order. FALSE with *error likewise. */
gboolean cfa_training_set_number(cfa_training_set *training, const xc_database *database, cfa_error *error);

void cfa_training_set_free(cfa_training_set *training);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_training_set, cfa_training_set_free)

/* The different stems of a paragraph; borrowed. NULL where it has none. */
const guint32 *cfa_training_set_words(const cfa_training_side *side, guint paragraph, guint *count);

#endif
