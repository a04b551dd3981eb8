/*
 * Citing: the sentences of a paragraph that cite something, with the citations marked.
 *
 *     GPtrArray *runs = cfa_citing_snippet(record->paragraph, cited, 600);
 */
#ifndef CFA_CITING_H
#define CFA_CITING_H

#include "answer.h"
#include "cited.h"

/* The sentences of each citation of `cited`, as cfa_run, from the first on until they are about `bytes`; the
 * sentence before it goes with a citation that stands in brackets of its own. A sentence longer than that is
 * cut. What is left out shows as "…". A new array that owns its runs; without any such citation, the
 * beginning of the paragraph. */
GPtrArray *cfa_citing_snippet(const cfa_paragraph *paragraph, const cfa_cited *cited, gsize bytes);

#endif
