/*
 * Labels: the vocabulary of the pages, side by side in all their languages.
 *
 * All of it stands in the tables of labels.c. A cell holds the ways to say one thing in one language, parted
 * by "|", folded as cfa_word_fold folds: a label of a page is folded first and then looked up.
 */
#ifndef CFA_LABELS_H
#define CFA_LABELS_H

#include "report.h"

/* Kinds of page. */
typedef enum cfa_page_kind {
    CFA_PAGE_ANY,
    CFA_PAGE_CASE,
    CFA_PAGE_LIST,
    CFA_PAGE_COMPILATION,
    CFA_PAGE_REPRESENTATION,
    CFA_PAGE_COMMENT
} cfa_page_kind;

/* What a section's heading means. */
typedef struct cfa_heading {
    cfa_section section;
    cfa_language language; /* of the key word, unknown where languages share it */
    gboolean known;        /* whether a key word was found at all */
    gboolean effect;       /* "Effect given to the recommendations" */
} cfa_heading;

/* ---- lines of the page around the text; each takes a folded line ---- */

/* A line of the page's own frame, that says nothing. */
gboolean cfa_label_is_chrome(const char *folded);

/* Where the foot of the page begins in its whole text: it and all after it is no text. NULL where there is
 * none. */
const char *cfa_label_foot(const char *text, gsize length);

/* The kind of page that a line near its top gives away; CFA_PAGE_ANY for any other line. */
cfa_page_kind cfa_label_page_kind(const char *folded);

/* The kind of a page by its number in NORMLEX; CFA_PAGE_ANY for one we do not know. */
cfa_page_kind cfa_label_page_number(guint page);

/* "list of cases", for messages. Static. */
const char *cfa_label_page_name(cfa_page_kind kind);

/* The languages that a folded switch line ("display in french spanish") names, as a set; 0 when the line is
 * none. */
cfa_language_set cfa_label_switch(const char *folded);

/* ---- the header lines ---- */

cfa_report_type cfa_label_type(const char *folded);
cfa_case_status cfa_label_status(const char *folded);
gboolean cfa_label_is_report(const char *folded); /* "report no" */
gboolean cfa_label_is_case(const char *folded);   /* "case no", "cases nos" */

/* The language of "complaint date"; unknown where it says anything else. */
cfa_language cfa_label_complaint_date(const char *folded);

/* ---- the Compilation; each takes a folded line ---- */

/* Its name, or the link back to its index: what stands above the title of a chapter. */
gboolean cfa_label_is_compilation(const char *folded);

/* The language of "see related cases", after the words of a principle; unknown for any other line. */
cfa_language cfa_label_related_cases(const char *folded);

/* The head of the table of those cases, glued or not. */
gboolean cfa_label_is_related_columns(const char *folded);

/* The language of the word before the colon of "Allegations: …", not folded; unknown for any other word. */
cfa_language cfa_label_allegations(const char *word, gsize length);

/* ---- headings ---- */

/* What the words of a heading mean. */
cfa_heading cfa_label_heading(const char *folded);

/* Whether a line is one of the usual headings word for word, so that it needs no second print to be known as
 * one. */
gboolean cfa_label_is_usual_heading(const char *folded);

/* Whether a bullet is one of the sub-headings of the 1950s that open a section ("Analysis of the Reply"). */
gboolean cfa_label_is_bullet_heading(const char *folded);

/* ---- whole reports ---- */

/* Where the words "report of the committee on freedom of association" begin in a folded line; NULL where they
 * do not stand. */
const char *cfa_label_bulletin_title(const char *folded, cfa_language *language);

/* "complaint against the government of": the bytes of it at the line's beginning, in `line` itself; 0 for
 * none. */
gsize cfa_label_complaint_against(const char *line, gsize length, cfa_language *language);

/* The bytes of `line` before "presented by"; all of them where that does not stand. */
gsize cfa_label_before_presented(const char *line, gsize length);

gboolean cfa_label_is_contents(const char *folded);

/* The type that a heading over several cases gives them ("cases in which the committee has reached definitive
 * conclusions"). */
cfa_report_type cfa_label_group(const char *folded);

/* ---- the ratification sentence ---- */

/* The bytes of the country's name with its article at the beginning of "Ruritania has (not) ratified the …",
 * in `text` itself; 0 for any other text. */
gsize cfa_label_ratifies(const char *text, gsize length, cfa_language *language);

/* The bytes of an article at the beginning of a country's name; 0 for none. */
gsize cfa_label_article(const char *name, gsize length, cfa_language language);

#endif
