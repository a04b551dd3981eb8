/*
 * The checksums of a file that is read where it lies, mapped. A block is compared with its checksum when the
 * first of its bytes is looked at, since to compare all of a file would take a new process longer than its
 * question.
 *
 *     cfa_mapped_checksums *checksums = cfa_mapped_checksums_new(size, bytes);
 *     if (cfa_mapped_checksums_is_sound(checksums, file, 4711, 4790))
 *         … believe file[4711] to file[4789] …
 *     if (cfa_mapped_checksums_is_damaged(checksums))
 *         … something that was looked at was not sound …
 *     cfa_mapped_checksums_free(checksums);
 *
 * One for each thread.
 */
#ifndef CFA_MAPPED_CHECKSUMS_H
#define CFA_MAPPED_CHECKSUMS_H

#include <glib.h>

typedef struct cfa_mapped_checksums cfa_mapped_checksums;

/* Of a file that was so long when it was written, from bytes as cfa_block_checksums_match() takes them,
 * borrowed. */
cfa_mapped_checksums *cfa_mapped_checksums_new(guint64 size, const char *bytes);
void cfa_mapped_checksums_free(cfa_mapped_checksums *checksums);

guint64 cfa_mapped_checksums_size(const cfa_mapped_checksums *checksums);

/* Whether the bytes from `from` up to `to` of the file, which is mapped at `file` and as long as it was, are
 * what was written. Once some are not, none are. */
gboolean cfa_mapped_checksums_is_sound(cfa_mapped_checksums *checksums, const char *file, guint64 from,
                                       guint64 to);
gboolean cfa_mapped_checksums_is_damaged(const cfa_mapped_checksums *checksums);

#endif
