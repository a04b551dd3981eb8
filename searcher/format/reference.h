/*
 * References: what a bibliography says of an item, whatever its format. A decision is cited as a part of a
 * report of the Committee: of all kinds of publication that every style of citation knows, a report with an
 * institution for its author is nearest.
 *
 *     cfa_reference reference = cfa_reference_make(item);
 *     puts(reference.title);                                    // "Case No. 2090 (Belarus), para. 83"
 *     cfa_reference_clear(&reference);
 *
 * All is in the language of the text, English where that is unknown.
 */
#ifndef CFA_FORMAT_REFERENCE_H
#define CFA_FORMAT_REFERENCE_H

#include "item.h"

typedef struct cfa_reference {
    char *key;      /* unique and lasting: "cfa-394-83-en" */
    char *title;    /* what is cited of the report */
    char *citation; /* the citation as a whole: "394th Report, Case No. …" */
    char *text;     /* of the paragraph, or what is shown of it, in one line */
    const char *author, *genre, *publisher, *place; /* static: "ILO Committee …", "Report", … */
    guint report;                                   /* 0 where unknown */
    cfa_date date;                                  /* of the report */
    cfa_language language;
    const char *url; /* borrowed from the item; NULL where unknown, or no address of the web */
} cfa_reference;

/* The Committee by its name in a language, with its organization's. Static. */
const char *cfa_reference_author(cfa_language language);

cfa_reference cfa_reference_make(const cfa_item *item);
void cfa_reference_clear(cfa_reference *reference);

#endif
