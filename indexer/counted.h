/*
 * Counted: under what a paragraph is counted, in a value of its document. A facet is what hits are counted
 * by: its values are those of a filter of the same name, so that a count says how many hits the filter
 * leaves.
 *
 *     cfa_counted_encode(bytes, &counted);                                  the value of slot COUNTED
 *     cfa_counted counted;
 *     if (cfa_counted_decode(&counted, bytes, size))
 *         cfa_counted_visit_text(&counted, visit, data);               visit(CFA_FACET_COUNTRY, "BY", data) …
 *
 * The value begins with the head, which is the same in all paragraphs of a case text in one language: the
 * run, after a byte with its length; four bytes of its time, the highest first; the country, after a byte
 * with its length; two bytes of the year; a byte each of type, statuses and language. Then three bytes of the
 * paragraph's number, one of its section, and one of each ILO Convention that it names.
 */
#ifndef CFA_COUNTED_H
#define CFA_COUNTED_H

#include "corpus.h"

/* In the order in which they are shown. */
typedef enum cfa_facet {
    CFA_FACET_COUNTRY,
    CFA_FACET_YEAR,
    CFA_FACET_TYPE,
    CFA_FACET_STATUS,
    CFA_FACET_LANGUAGE,
    CFA_FACET_SECTION,
    CFA_FACET_CONVENTION,
    CFA_FACETS
} cfa_facet;

typedef struct cfa_counted {
    /* "394/70-95"; not ended by a NUL, as the country; both borrowed and at most 255 bytes. */
    const char *run;
    gsize run_length;
    guint32 time;        /* of its report, as cfa_layout_time() has it */
    const char *country; /* its code; where it has none its name, which the filter COUNTRY folds; empty where
                            unknown */
    gsize country_length;
    guint year; /* 0 where unknown */
    cfa_report_type type;
    guint statuses; /* of all its cases: the bit of each, counted from that of the unknown one */
    cfa_language language;
    gsize head;       /* bytes of the value that the case text has in common; told by decoding */
    gsize facet_head; /* where those of them begin that say under what it is counted; likewise */
    guint number;
    cfa_section section;
    const guint8 *conventions; /* borrowed */
    gsize convention_count;
} cfa_counted;

/* What a facet is called in answers: "country", "convention". Static. */
const char *cfa_facet_name(cfa_facet facet);

/* Sets `bytes` to the value. */
void cfa_counted_encode(GString *bytes, const cfa_counted *counted);

/* Reads a value; what is borrowed is of `bytes`. FALSE when it is none. */
gboolean cfa_counted_decode(cfa_counted *counted, const char *bytes, gsize size);

/* Calls `visit` with each value that is known: those of the case text, or those of the paragraph alone. */
typedef void (*cfa_counted_visitor)(cfa_facet facet, const char *value, gpointer data);
void cfa_counted_visit_text(const cfa_counted *counted, cfa_counted_visitor visit, gpointer data);
void cfa_counted_visit_paragraph(const cfa_counted *counted, cfa_counted_visitor visit, gpointer data);

#endif
