/*
 * Target: where a citation leads, so that it can be a link; and where one may have been meant to lead.
 *
 *     if (cfa_target_exists(index, &mention->citation, &failure))
 *         path = cfa_target_path(&mention->citation);                  // "/paragraph/306/123"
 */
#ifndef CFA_TARGET_H
#define CFA_TARGET_H

#include "index.h"
#include "query.h"

/* Whether the index has what is cited; of a range, its first paragraph. One look at the terms. FALSE with
 * *failure where it cannot be read. */
gboolean cfa_target_exists(const cfa_index *index, const cfa_citation *citation, xc_error *failure);

/* The path of the page of what is cited, if the index has it. The caller frees. */
char *cfa_target_path(const cfa_citation *citation);

/* What was probably meant by what names nothing where it was asked for, and the index has: what it cites or
 * begins with (the paragraph of "394/83/de"), or the case or the report of its number. */
gboolean cfa_target_meant(const cfa_index *index, const char *typed, cfa_citation *meant);

#endif
