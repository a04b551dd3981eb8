/*
 * Summed: a file of a generation that has sums (sums.h), read where it lies, mapped. A block is compared with
 * its sum when the first of its bytes is looked at, since to compare all of a file would take a new process
 * longer than its question.
 *
 *     cfa_summed *summed = cfa_summed_new(size, sums);
 *     if (cfa_summed_is_sound(summed, file, 4711, 4790))
 *         … believe file[4711] to file[4789] …
 *     cfa_summed_is_damaged(summed);                        whether anything that was looked at was not sound
 *     cfa_summed_free(summed);
 *
 * One for each thread.
 */
#ifndef CFA_SUMMED_H
#define CFA_SUMMED_H

#include <glib.h>

typedef struct cfa_summed cfa_summed;

/* A file that was so long when it was written, with its sums as cfa_block_checksums_match() takes them,
 * borrowed. */
cfa_summed *cfa_summed_new(guint64 size, const char *sums);
void cfa_summed_free(cfa_summed *summed);

guint64 cfa_summed_size(const cfa_summed *summed);

/* Whether the bytes from `from` up to `to` of the file, which is mapped at `file` and as long as it was, are
 * what was written. Once some are not, none are. */
gboolean cfa_summed_is_sound(cfa_summed *summed, const char *file, guint64 from, guint64 to);
gboolean cfa_summed_is_damaged(const cfa_summed *summed);

#endif
