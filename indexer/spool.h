/*
 * The spool: case texts that were read and wait to be written, on disk, so that memory does not grow with the
 * collection.
 *
 *     cfa_spool *spool = cfa_spool_new(folder, &error);
 *     cfa_spool_put(spool, text, &place, &error);
 *     cfa_case_text *text = cfa_spool_get(spool, place, &error);        from any thread
 *
 * Its file has no name and is gone with the process, however that ends.
 */
#ifndef CFA_SPOOL_H
#define CFA_SPOOL_H

#include "report.h"

typedef struct cfa_spool cfa_spool;

typedef struct cfa_spool_place {
    guint64 offset;
    gsize length;
} cfa_spool_place;

/* Opens an empty spool in a folder. NULL with CFA_IO. */
cfa_spool *cfa_spool_new(const char *folder, cfa_error *error);
void cfa_spool_free(cfa_spool *spool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_spool, cfa_spool_free)

/* Appends a case text and says where. FALSE with CFA_IO: a full disk. */
gboolean cfa_spool_put(cfa_spool *spool, const cfa_case_text *text, cfa_spool_place *place, cfa_error *error);

/* Reads one back, the caller's to free. NULL with CFA_IO. Safe from several threads, once all is put. */
cfa_case_text *cfa_spool_get(const cfa_spool *spool, cfa_spool_place place, cfa_error *error);

#endif
