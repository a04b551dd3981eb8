/*
 * Remarks: what a run has to say of its sources. One was refused, or there is something odd in one that was
 * read.
 *
 *     g_autoptr(GPtrArray) rejected = cfa_remarks_new();
 *     cfa_remarks_add(rejected, order, "reports/2021.tar/394.html", &error);
 *     const cfa_remark *first = g_ptr_array_index(rejected, 0);
 */
#ifndef CFA_REMARK_H
#define CFA_REMARK_H

#include "corpus.h"

typedef struct cfa_remark {
    guint64 order; /* of the entry that it is of, or of the document */
    char *source;
    cfa_error error;
} cfa_remark;

/* An empty list of remarks, which it frees; the caller's to unref. */
GPtrArray *cfa_remarks_new(void);

/* Adds a remark; all is copied. */
void cfa_remarks_add(GPtrArray *remarks, guint64 order, const char *source, const cfa_error *error);

/* Frees one that was taken out of its list. */
void cfa_remark_free(cfa_remark *remark);

#endif
