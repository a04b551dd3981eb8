/*
 * Scanning a record: reads what cfa_record_encode() writes, members in their order and no blank between them,
 * without making a tree of it.
 *
 *     cfa_record_members members = {0};
 *     if (cfa_record_scan(data, length, &members)) …
 *
 * A search reads thirty records, and a tree takes five times as long. JSON that is written in any other way,
 * and what is no JSON, is left to the tree: see record.c.
 */
#ifndef CFA_RECORD_SCAN_H
#define CFA_RECORD_SCAN_H

#include "corpus.h"

typedef struct cfa_record_members {
    cfa_case_text *text; /* with its one paragraph, and its subject */
    char *stem;
    guint first, last;
} cfa_record_members;

/* FALSE for what is not written so, and then there are no members. The caller frees the text and the stem. */
gboolean cfa_record_scan(const char *data, gsize length, cfa_record_members *members);

#endif
