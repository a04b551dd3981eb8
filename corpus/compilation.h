/*
 * A section of the Compilation of decisions as NORMLEX prints it (page 70002): principles, each with the
 * paragraphs that applied it.
 *
 *     Right to strike10                             a chapter, its number glued to it
 *     Importance of the right to strike             a section of it
 *       1. Principle in one sentence.               every one is numbered 1
 *     see related cases
 *     Related CountryReportParagraph
 *     9901Ruritania343469                       Case No. 9901 (Ruritania), 343rd Report, para. 469
 *     Digest: 2006581                           its paragraph in the Digest of 2006; none for a new principle
 *
 * The cells of the table are read glued or parted.
 */
#ifndef CFA_COMPILATION_H
#define CFA_COMPILATION_H

#include "lines.h"
#include "principle.h"

enum { CFA_PRINCIPLES_LIMIT = 5000, CFA_APPLIED_LIMIT = 2000 /* of one principle */ };

/* The principles of a page, cfa_principle *, at least one, without source and address; the caller unrefs.
 * What cannot be read in it is told in `warnings` (cfa_warning *): "row-unreadable". NULL with *error:
 * "no-principles", "too-many-principles". */
GPtrArray *cfa_compilation_read(const cfa_lines *lines, GPtrArray *warnings, cfa_error *error);

#endif
