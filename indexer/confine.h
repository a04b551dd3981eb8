/*
 * How the indexer confines a process that is to read sources, and tells what is missing of that.
 *
 *     const guint held = cfa_confine(sources, 1 << 30, FALSE);
 *     cfa_confine_tell(lines, held);   "warning: not confined by landlock, which the system lacks or refuses
 *                                      [fence]"
 */
#ifndef CFA_CONFINE_H
#define CFA_CONFINE_H

#include <glib.h>

/* Closes the fence of fence.h around a process of one thread that is to read these sources (NULL ends them),
 * with so much memory of its own, and in more threads or not. Returns the parts that hold. None does in a
 * build that counts what is reached, since that writes to files. */
guint cfa_confine(const char *const *sources, guint64 memory, gboolean threads);

/* Adds a line for each part that does not hold. */
void cfa_confine_tell(GString *lines, guint held);

#endif
