/*
 * The contents of a report: its case texts in order of paragraphs, and its neighbours among the reports of
 * the index.
 *
 *     g_autoptr(cfa_report_contents) contents = cfa_report_contents_read(index, "394", CFA_FRENCH, &error);
 *     const cfa_text_found *first = g_ptr_array_index(contents->case_texts, 0);
 */
#ifndef CFA_REPORT_CONTENTS_H
#define CFA_REPORT_CONTENTS_H

#include "lookup.h"

typedef struct cfa_report_contents {
    char *id;                   /* "394", or what stands for it: "n3112113" */
    guint report;               /* 0 where it is unknown */
    cfa_date date;              /* the first that a case text has */
    guint previous, next;       /* reports of the index; 0 for none, and where the report is unknown */
    cfa_language_set languages; /* in which the index has any of it */
    GPtrArray *case_texts;      /* cfa_text_found *, by their first paragraph */
    guint total;                /* case texts there are: of more than CFA_LOOKUP_CASE_TEXTS some are here */
    guint paragraphs;           /* of the case texts here, each in the language of its record */
} cfa_report_contents;

void cfa_report_contents_free(cfa_report_contents *contents);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_report_contents, cfa_report_contents_free)

/* The nearest reports of the index on either side of a number; 0 for none. FALSE with *error as
 * cfa_search. */
gboolean cfa_report_neighbours(const cfa_index *index, guint report, guint *previous, guint *next,
                               cfa_error *error);

/* The report of the highest number, and its date as one of its case texts has it; 0 where no report's number
 * is known. FALSE with *error as cfa_search. */
gboolean cfa_report_latest(const cfa_index *index, guint *report, cfa_date *date, cfa_error *error);

/* The contents of a report ("394", "n3112113", "s0a1b2c3d"), its case texts in the preferred language where
 * the index has them in it. NULL with *error: CFA_USAGE "bad-report" for what is no report's number;
 * CFA_NOT_FOUND "no-such-report"; otherwise as cfa_search. */
cfa_report_contents *cfa_report_contents_read(const cfa_index *index, const char *id, cfa_language preferred,
                                              cfa_error *error);

#endif
