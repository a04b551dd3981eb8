/*
 * The record: a paragraph as read, with what its case text says of itself. It is the data of its document, so
 * that a hit tells all about itself wherever its shard is.
 *
 *     char *head = cfa_record_head(text);
 *     char *data = cfa_record_encode(head, paragraph);                   // and so each paragraph of the text
 *     …
 *     g_autoptr(cfa_record) record = cfa_record_decode(data, length, &error);
 *     puts(record->id);                                                    // "394/83/en"
 *
 * It is one JSON object: the members of `cfa-index parse --json`, with "subject", "first", "last" and, where
 * another language version told something (language_versions.h), "told" of the case text, and "paragraphs"
 * holding the one paragraph, which has instead of "cites" the "mentions" that these follow from: ["306/123",
 * offset, length] in the bytes of its text. Xapian deflates it.
 */
#ifndef CFA_RECORD_H
#define CFA_RECORD_H

#include "corpus.h"

typedef struct cfa_record {
    char *id;                 /* "394/83/en" */
    char *case_text_id;       /* "394/70-95/en" */
    guint first, last;        /* the run of the case text's paragraphs */
    cfa_case_text *text;      /* the case text, holding this one paragraph */
    cfa_paragraph *paragraph; /* borrowed from `text` */
} cfa_record;

/* What the records of all paragraphs of a case text begin with. The caller frees. */
char *cfa_record_head(const cfa_case_text *text);

/* The record of a paragraph of the case text that has this head. The caller frees. */
char *cfa_record_encode(const char *head, const cfa_paragraph *paragraph);

/* Reads a record back. NULL with CFA_CORRUPT, "record-corrupt", for anything that is no record. */
cfa_record *cfa_record_decode(const char *data, gsize length, cfa_error *error);
void cfa_record_free(cfa_record *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_record, cfa_record_free)

#endif
