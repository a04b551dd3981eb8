/*
 * libcfa-layout: all that an index holds, and the one contract between cfa-index and cfa-search.
 *
 * This header says what a document is made of; with it come record.h (the data of a document), current.h
 * (which generation is in service), database.h (its databases, opened as one), forward.h (the stems of a
 * paragraph), counted.h (under what it is counted), translations.h (what was learned), vocabulary.h (its
 * words) and columns.h (what is counted, by document). Include this one and link cfa-layout. Beside it stand
 * filters.h (what a database has under a filter) and library_database.h.
 *
 * A Xapian document is a paragraph in one language. It has
 *
 *   words     each folded word of the text at its position, for phrases, NEAR and prefixes;
 *   stems     the stem of each word that is no stopword, under the prefix of the paragraph's language and
 *             without positions: what ranked queries search. The country's name and the report's year are
 *             stems too, so that a paragraph which leaves them to its heading is found by them;
 *   filters   the terms of enum cfa_filter: they weigh nothing, but for LANGUAGE, SECTION, PARAGRAPH and
 *             CITES, which a search may prefer;
 *   values    the slots of enum cfa_slot: what is sorted, collapsed and compared, as bytes;
 *   a record  the document data, read and written by record.h.
 *
 * Documents are numbered in order of time, the oldest report first, as far as updates leave them so:
 * columns.h tells how far, and a search is the faster for it.
 *
 * The library (library_database.h) is a small database beside it, where the sources have pages for it. In it
 * a document is a principle in one language, or a listed case, as one page has it. It has
 *
 *   filters   ID: "digest:2006/581" and what other numbers the principle has, or "case:9901"; LANGUAGE;
 *             SOURCE, one; of a principle, PARAGRAPH: "343/469" of each that applied it;
 *   stems     of a principle's words and of its chapter and heading, as of a paragraph. A French word that
 *             may have lost the apostrophe of its elision on the page ("daucune") has the stem without it,
 *             too;
 *   values    the slots of enum cfa_library_slot;
 *   a record  the object that `cfa-index parse --json` prints of it.
 *
 *     GString *term = g_string_new(NULL);
 *     cfa_layout_filter(term, CFA_FILTER_REPORT, "394");           // "XR:394"
 *     cfa_layout_stem(term, CFA_FRENCH, "syndicat");               // "ZFsyndicat"
 *
 * On disk (see current.h):
 *
 *     DIR/current  DIR/gen-000007/paragraphs/  DIR/gen-000007/translations  DIR/gen-000007/vocabulary
 *                  DIR/gen-000007/columns  DIR/lock
 *     DIR/gen-000007/library/  where there is anything in it
 *     DIR/gen-000007/files     for cfa-index alone: see files.h
 *     DIR/gen-000007/sums      by which damage to the others is seen: see checksums.h
 *
 * Whoever changes what a document or a column holds adds one to CFA_LAYOUT_FORMAT.
 */
#ifndef CFA_LAYOUT_H
#define CFA_LAYOUT_H

#include "columns.h"
#include "corpus.h"
#include "counted.h"
#include "current.h"
#include "database.h"
#include "forward.h"
#include "record.h"
#include "translations.h"
#include "vocabulary.h"

enum { CFA_LAYOUT_FORMAT = 8 };

typedef enum cfa_filter {
    CFA_FILTER_ID,        /* "394/83/en", of one document alone */
    CFA_FILTER_PARAGRAPH, /* "394/83", of every language of it */
    CFA_FILTER_CASE_TEXT, /* "394/70-95/en" */
    CFA_FILTER_RUN,       /* "394/70-95", of every language of it */
    CFA_FILTER_TEXT_ID,   /* "3112113/en": NORMLEX's number of each page it was read from */
    CFA_FILTER_SOURCE,    /* the digest of each source it was read from, cut to CFA_LAYOUT_DIGEST digits */
    CFA_FILTER_REPORT,    /* "394", or what stands for it: "n3112113" */
    CFA_FILTER_NUMBER,    /* "83" */
    CFA_FILTER_CASE,      /* "2090" */
    CFA_FILTER_COUNTRY,   /* "BY"; the folded name where there is no code */
    CFA_FILTER_LANGUAGE,  /* "en" */
    CFA_FILTER_TYPE,      /* "interim" */
    CFA_FILTER_STATUS,    /* "active" */
    CFA_FILTER_SECTION,   /* "conclusions" */
    CFA_FILTER_CITES,     /* "306/123", "306/120-131", as the text cites it: nothing else, so that they can be
                             counted */
    CFA_FILTER_CITES_REPORT, /* "306", of each report that the text cites, or a paragraph of */
    CFA_FILTER_CONVENTION,   /* "87", of each ILO Convention that the text names */
    CFA_FILTER_MISSING,      /* "fr", of each language in which the index lacks the paragraph: see
                                paragraph_languages.h */
    CFA_FILTERS
} cfa_filter;

typedef enum cfa_slot {
    CFA_SLOT_RUN,       /* "394/70-95": hits are grouped by it, one for all languages */
    CFA_SLOT_PARAGRAPH, /* "394/83": the same for hits that are paragraphs */
    CFA_SLOT_OLDEST,  /* seven bytes: months since the year 0, report, paragraph, as cfa_layout_order_bytes()
                         writes them */
    CFA_SLOT_NEWEST,  /* the same with the paragraph counted down: read backwards it sorts the newest first,
                         and within a report the first paragraph */
    CFA_SLOT_REPORT,  /* "0394 00083": the order of print; report 0000 where it is unknown */
    CFA_SLOT_YEAR,    /* "2021" */
    CFA_SLOT_FORWARD, /* its stems, as forward.h writes them */
    CFA_SLOT_COUNTED, /* under what it is counted, as counted.h writes it */
    CFA_SLOTS
} cfa_slot;

enum {
    CFA_LAYOUT_DIGEST = 32 /* hexadecimal digits of a SHA-256 that are kept: 128 bits */
};

/* Sets `term` to the term of a filter. A value that would pass Xapian's 245 bytes is cut. Returns
 * term->str. */
const char *cfa_layout_filter(GString *term, cfa_filter filter, const char *value);

/* The prefix of a filter, and of the stems of a language ("ZX" where it is unknown); static. */
const char *cfa_layout_prefix(cfa_filter filter);
const char *cfa_layout_stem_prefix(cfa_language language);

/* Sets `term` to a stem's term. Returns term->str. */
const char *cfa_layout_stem(GString *term, cfa_language language, const char *stem);

/* The language of a stem's term; unknown for any other term, and for a stem of a text whose language is. */
cfa_language cfa_layout_stem_language(const char *term, gsize length);

/* The months of a date since the year 0; what is unknown of it counts as nothing. */
guint cfa_layout_months(cfa_date date);

/* A place in the order of time: months in the highest two bytes of seven, then report in two, then paragraph
 * in three. What has no room is the last that has. */
guint64 cfa_layout_order(guint months, guint report, guint paragraph);

enum { CFA_LAYOUT_ORDER = 7 };

/* The time of a report in that order, without the paragraph. */
guint32 cfa_layout_time(guint months, guint report);

/* Writes an order as bytes that sort as it does. They are short since a search may read a hundred thousand of
 * them. */
void cfa_layout_order_bytes(guint64 order, char bytes[static CFA_LAYOUT_ORDER]);

/* Sets `term` to the term that finds what is cited, where the index has it: of a range that of its first
 * paragraph. Returns term->str, or NULL where nothing of the kind is ever in the index: of the books, what
 * cites them is. */
const char *cfa_layout_target(GString *term, const cfa_citation *citation);

/* What the filter COUNTRY holds for a country: its code, or its folded name, or NULL when both are unknown.
 * The caller frees. */
char *cfa_layout_country(const char *code, const char *name);

#endif
