/*
 * The worker: a process of its own that reads sources for the indexing process, so that who gets to steer it
 * by a page has none of its rights. It can open what the sources hold, to read it, and answer; the fence
 * keeps it from all else (corpus/fence/threats.md).
 *
 *     g_autoptr(cfa_worker) worker = cfa_worker_start(&options, &error);
 *     for (;;) {
 *         g_auto(cfa_message) message = {0};
 *         if (!cfa_worker_next(worker, &message, &error))
 *             break;
 *         …
 *     }
 *
 * It ends with the process that started it, however that ends.
 */
#ifndef CFA_WORKER_H
#define CFA_WORKER_H

#include "message.h"
#include "reading.h"

typedef struct cfa_worker cfa_worker;

/* Starts it, to read what the options say; from a process that has no other thread. NULL with CFA_IO
 * "worker-unstarted". */
cfa_worker *cfa_worker_start(const cfa_reading_options *options, cfa_error *error);

/* Waits for its next message, taken into an empty one. FALSE at the end of its work; or with CFA_INTERNAL
 * "worker-ended" where it ended before (it was killed, or made a call that the fence kills for) or sent what
 * is no message. */
gboolean cfa_worker_next(cfa_worker *worker, cfa_message *message, cfa_error *error);

/* Ends it, if it works still. */
void cfa_worker_free(cfa_worker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_worker, cfa_worker_free)

#endif
