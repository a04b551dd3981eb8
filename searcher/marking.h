/*
 * Marking: what a question marks in the texts that are read after it, as its snippets do.
 *
 *     g_autoptr(cfa_marks) marks = cfa_marking_of(index, "dismissal of strikers", CFA_FRENCH, &error);
 *     GPtrArray *runs = cfa_passage_snippet(record->paragraph->text, CFA_FRENCH, marks, 0);
 */
#ifndef CFA_MARKING_H
#define CFA_MARKING_H

#include "index.h"
#include "passage.h"

/* The marks of a query, with what its words stand for in other languages; good as long as the index is open.
 * `preferred` as in a request. NULL with *error: CFA_USAGE for a limit passed; otherwise as cfa_search. */
cfa_marks *cfa_marking_of(const cfa_index *index, const char *query, cfa_language preferred,
                          cfa_error *error);

#endif
