/*
 * The names of the two books of principles in a text: "the 2006 Digest", "Compilation of decisions, 2018",
 * "op. cit.". Inside the corpus library only.
 */
#ifndef CFA_CITATION_BOOK_H
#define CFA_CITATION_BOOK_H

#include "citation.h"
#include "citation_read.h"

/* A text that is being scanned for citations. */
typedef struct cfa_scan {
    cfa_token_text in;
    cfa_citation_context *context;
    GArray *mentions;
    guint done;        /* the place after the last thing taken */
    guint report_done; /* and after the last phrase that cites a report */
} cfa_scan;

/* A book named. The year is 0 where it is not known which. */
typedef struct cfa_book_name {
    cfa_citation_kind kind;
    guint year;
    guint label; /* where its paragraphs are, 0 where they do not follow */
    guint end;
    gsize offset;
    cfa_language language;
} cfa_book_name;

/* Reads the name of a book around its word, or the "cit." of an "op. cit." that stands alone, and remembers
 * its year for what follows without one. Takes nothing before in->done. */
void cfa_book_read(cfa_scan *in, guint at, cfa_book_name *book);

/* The place of a book's word near by, as in "of the 2006 Digest" or "of the fifth edition of the Digest"; 0
 * for none. */
guint cfa_book_find(const cfa_scan *in, guint at);

#endif
