/*
 * Progress on standard error, in one line that is drawn over: what is being done, how far, how fast, how long
 * still.
 *
 *     cfa_progress *progress = cfa_progress_new();
 *     cfa_progress_phase(progress, "reading", total_bytes);
 *     cfa_progress_add(progress, 1, bytes);                           from any thread
 *     cfa_progress_free(progress);
 *
 * A NULL progress is silent. It is drawn at most ten times a second.
 */
#ifndef CFA_PROGRESS_H
#define CFA_PROGRESS_H

#include <glib.h>

typedef struct cfa_progress cfa_progress;

cfa_progress *cfa_progress_new(void);

/* Begins a phase of `total` bytes; 0 where the total is not known. */
void cfa_progress_phase(cfa_progress *progress, const char *name, guint64 total);

/* So many more files, and bytes, are done. */
void cfa_progress_add(cfa_progress *progress, guint files, guint64 bytes);

/* Clears the line and frees. */
void cfa_progress_free(cfa_progress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_progress, cfa_progress_free)

#endif
