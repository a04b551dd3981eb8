/*
 * Citations: what the paragraphs of these reports call each other by, in three languages.
 *
 *     GArray *found = cfa_citation_scan(text, strlen(text), CFA_ENGLISH, &context);
 *     for (guint i = 0; i < found->len; i++) {
 *         char id[CFA_CITATION_ID_SIZE];
 *         cfa_citation_id(&g_array_index(found, cfa_mention, i).citation, id);       // "306/123-131"
 *     }
 *
 * The identifiers are the same in every program and every address:
 *
 *     306/123  306/123-131  306  case:2090  compilation:2018/1047  digest:2006/45
 */
#ifndef CFA_CITATION_H
#define CFA_CITATION_H

#include "language.h"

typedef enum cfa_citation_kind {
    CFA_CITES_PARAGRAPH, /* number is a report; first and last are its paragraphs, the same for a single one
                          */
    CFA_CITES_REPORT,    /* number is a report */
    CFA_CITES_CASE,      /* number is a case */
    CFA_CITES_DIGEST, /* number is the year of the edition: 1972, 1976, 1985, 1996, 2006; first and last are
                         its paragraphs */
    CFA_CITES_COMPILATION /* number is the year of the edition: 2018; first and last are its paragraphs */
} cfa_citation_kind;

typedef struct cfa_citation {
    cfa_citation_kind kind;
    guint number;
    guint first, last; /* 0 where the kind has none */
} cfa_citation;

/* A citation and where it stands in the text, in bytes. */
typedef struct cfa_mention {
    cfa_citation citation;
    gsize offset, length;
} cfa_mention;

/* What "op. cit." means: the book that the same document cited last; and "ibid.": what it cited last. Start
 * with all zero, keep for one case text. */
typedef struct cfa_citation_context {
    guint digest_year, compilation_year;
    cfa_citation_kind last_book;
    cfa_citation last; /* number 0 for nothing, or for what is no citation of ours */
} cfa_citation_context;

enum { CFA_CITATION_ID_SIZE = 40 };

/* Every citation in `text` (valid UTF-8), in order of place: a new GArray of cfa_mention, the caller's to
 * unref. Mentions do not overlap. A single citation is its whole phrase; of a list ("paras 7, 9 and 12") each
 * entry is one, and the first begins with the phrase; where a case stands between a report and its
 * paragraphs, the first ends with the report. Of a range of cases or of reports its ends are cited. Where it
 * is not certain which paragraphs are of which report, the reports alone are. Session ordinals, Conventions,
 * laws, dates, the files of courts and references within the same report are not citations, and neither is an
 * identifier ("394/83"). All three languages' forms are read whatever `language` is; it only decides where a
 * form is ambiguous. `context` may be NULL. Takes time in proportion to the text. At most 1,000 mentions. */
GArray *cfa_citation_scan(const char *text, gsize length, cfa_language language,
                          cfa_citation_context *context);

/* Whether a folded word is a label that stands before numbers and can be spelled in many ways: "no", "nums",
 * "paras", "parrafo", "art". Elsewhere it may be another word: the Spanish "no" and "para". */
gboolean cfa_citation_is_label(const char *word);

/* Writes the identifier and returns `id`. */
char *cfa_citation_id(const cfa_citation *citation, char id[static CFA_CITATION_ID_SIZE]);

/* Reads an identifier, the whole of the string; false when it is none. */
gboolean cfa_citation_parse(const char *id, cfa_citation *citation);

/* A citation to paste, in the form of each language:
 *   "394th Report, Case No. 2090 (Belarus), para. 83", "paras 70–95"
 *   "394e rapport, cas no 2090 (Bélarus), paragr. 83", "paragr. 70-95"
 *   "394.º informe, caso núm. 2090 (Belarús), párrafo 83", "párrafos 70-95"
 * `report` 0 leaves the report out; `cases` are `count` numbers ("Cases Nos. 1 and 2"), none leaves them out;
 * `country` NULL leaves it out; `first` 0 leaves the paragraphs out. The language unknown means English. The
 * caller frees. */
char *cfa_citation_print(cfa_language language, guint report, const guint *cases, guint count,
                         const char *country, guint first, guint last);

/* What is cited, as a heading names it in a language: "306th Report, para. 123", "cas no 2090",
 * "Recopilación, 2006, párrafo 45". The caller frees. */
char *cfa_citation_name(cfa_language language, const cfa_citation *citation);

/* "394th", "394e", "394.º": an ordinal of each language. The caller frees. */
char *cfa_citation_ordinal(cfa_language language, guint number);

#endif
