/*
 * Parallel: the case text of a paragraph that is read, in several languages and in step: a column for each
 * language, a row for each paragraph.
 *
 *     const cfa_language languages[] = {CFA_ENGLISH, CFA_FRENCH};
 *     g_autoptr(cfa_parallel) parallel = cfa_parallel_read(index, reading, languages, 2, &error);
 *     const cfa_parallel_row *row = &g_array_index(parallel->rows, cfa_parallel_row, 0);
 *     puts(row->cells[1]->id);                                                       // "394/70/fr"
 */
#ifndef CFA_PARALLEL_H
#define CFA_PARALLEL_H

#include "browse.h"
#include "index.h"

/* One paragraph. */
typedef struct cfa_parallel_row {
    guint number;
    const cfa_record *cells[CFA_LANGUAGES]; /* by column; NULL where its language lacks the paragraph */
} cfa_parallel_row;

typedef struct cfa_parallel {
    cfa_language_set languages;          /* in which the index has the case text */
    guint width;                         /* how many columns there are, at least one */
    cfa_language columns[CFA_LANGUAGES]; /* unknown for a text of which it is */
    GPtrArray *texts[CFA_LANGUAGES];     /* cfa_record *, by column: every paragraph of it, by number */
    GArray *rows;                        /* cfa_parallel_row, by number, that borrow from the texts */
} cfa_parallel;

/* The case text of a reading in each of the languages (at most CFA_LANGUAGES, each once) that the index has
 * it in, in their order; where it has none of them, or `count` is 0, in that of the reading. A text in
 * another language may run over other paragraphs: it is found by the paragraph that is read, else by the
 * first of the case text, else by the last. New, the caller's, and good without the reading; NULL with *error
 * as cfa_search. */
cfa_parallel *cfa_parallel_read(const cfa_index *index, const cfa_reading *reading,
                                const cfa_language *languages, guint count, cfa_error *error);
void cfa_parallel_free(cfa_parallel *parallel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_parallel, cfa_parallel_free)

#endif
