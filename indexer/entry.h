/*
 * An entry: one case text on its way into an index, known by what it says of itself while its words wait in
 * the spool.
 *
 *     cfa_entry *entry = cfa_entry_new(text, order);
 *     cfa_entry_join(entry, other);                  another page that holds the same case text
 */
#ifndef CFA_ENTRY_H
#define CFA_ENTRY_H

#include "document.h"
#include "spool.h"

typedef struct cfa_entry {
    guint64 order;
    GArray *orders; /* guint64: its own, and those of the pages that were joined to it */
    /* The first that is new and holds it, from 0 in the order of reading; G_MAXUINT for none. */
    guint document;
    char *id; /* "394/70-95/en" */
    guint report;
    cfa_date report_date;
    cfa_report_type type;
    GPtrArray *cases; /* cfa_case *: of every page that holds it */
    guint told;       /* CFA_TOLD_…, by another language version */
    cfa_origin origin;
    char *stem; /* "394": what stands before the numbers of its paragraphs */
    cfa_language language;
    guint *numbers; /* of its paragraphs */
    guint paragraphs;
    guint64 bytes_text;
    cfa_spool_place place;
} cfa_entry;

/* An entry of a case text, without origin and place. */
cfa_entry *cfa_entry_new(const cfa_case_text *text, guint64 order);
void cfa_entry_free(cfa_entry *entry);

/* Adds to `into` the cases and the origin of another page that holds the same. */
void cfa_entry_join(cfa_entry *into, const cfa_entry *other);

/* Gives an entry the identifier that goes with its report. */
void cfa_entry_rename(cfa_entry *entry);

/* The identifier of an entry's i-th paragraph in any language, "394/83"; the caller frees. */
char *cfa_entry_paragraph(const cfa_entry *entry, guint i);

/* Copies each case of `from` to `to`, arrays of cfa_case *, unless its number is there already. Where that
 * joins the cases of several pages, they are put in order of number. */
void cfa_cases_join(GPtrArray *to, const GPtrArray *from);

#endif
