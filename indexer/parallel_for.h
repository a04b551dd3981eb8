/*
 * A loop whose turns have nothing to do with each other, in several threads.
 *
 *     cfa_parallel_for(count, jobs, learn_pair, &studies);        learn_pair(0, &studies), and so on
 */
#ifndef CFA_PARALLEL_FOR_H
#define CFA_PARALLEL_FOR_H

#include <glib.h>

/* Calls `turn` with each number below `count`, in up to `jobs` threads of which the calling one is one, and
 * returns when all are done. They begin in their order. Where the system gives fewer threads it takes longer,
 * and no more. */
void cfa_parallel_for(guint count, guint jobs, void (*turn)(guint i, gpointer data), gpointer data);

#endif
