/*
 * The model: what any reader makes of a source, and all that the index and the searcher know of it.
 *
 * A report has case texts; a case text is what one report says on one case, or on several joined ones, in one
 * language: a run of numbered paragraphs, each in a section. Unknown stays unknown: 0, NULL or the UNKNOWN of
 * an enum, never a guess.
 *
 *     cfa_case_text *text = cfa_case_text_new();
 *     ...
 *     char *id = cfa_case_text_id(text);                       // "394/70-95/en"
 *     cfa_case_text_free(text);
 */
#ifndef CFA_REPORT_H
#define CFA_REPORT_H

#include "citation.h"
#include "date.h"
#include "error.h"
#include "language.h"

typedef enum cfa_section {
    CFA_SECTION_OTHER, /* introduction, previous examination, follow-up, annex */
    CFA_SECTION_ALLEGATIONS,
    CFA_SECTION_REPLY,
    CFA_SECTION_CONCLUSIONS,
    CFA_SECTION_RECOMMENDATIONS
} cfa_section;

typedef enum cfa_report_type {
    CFA_TYPE_UNKNOWN,
    CFA_TYPE_DEFINITIVE,
    CFA_TYPE_INTERIM,
    CFA_TYPE_INFORMED, /* the Committee asks to be kept informed */
    CFA_TYPE_FOLLOW_UP /* effect given to its recommendations */
} cfa_report_type;

typedef enum cfa_case_status {
    CFA_CASE_UNKNOWN,
    CFA_CASE_ACTIVE,
    CFA_CASE_FOLLOW_UP,
    CFA_CASE_CLOSED /* for want of information, too */
} cfa_case_status;

typedef struct cfa_case {
    guint number;
    char *country;        /* as the page prints it, or NULL */
    char country_code[4]; /* as country.h has it, or "" */
    cfa_date complaint_date;
    cfa_case_status status; /* at the time the page was saved */
} cfa_case;

typedef struct cfa_paragraph {
    guint number;
    cfa_section section;
    char *text;       /* UTF-8 in NFC; list items of the paragraph on lines of their own */
    GArray *mentions; /* cfa_mention: the citations in the text, in order of place, none over another */
    GPtrArray *cites; /* their identifiers, char *, each once, in order of place */
} cfa_paragraph;

/* Something read, but not as it should be. */
typedef struct cfa_warning {
    char code[40]; /* "report-unknown", "paragraph-gap", "language-conflict" */
    char *reason;
} cfa_warning;

/* What a text does not say of itself, but its page in another language: see indexer/language_versions.h. */
enum { CFA_TOLD_REPORT = 1, CFA_TOLD_DATE = 2, CFA_TOLD_TYPE = 4, CFA_TOLD_CASES = 8 };

typedef struct cfa_case_text {
    char *source;  /* the name of the source it was read from */
    char *text_id; /* NORMLEX's number of the page, or NULL */
    char *url;     /* or NULL */
    guint report;  /* 0 where unknown */
    cfa_date report_date;
    GPtrArray *cases; /* cfa_case *, in the order of the page */
    cfa_report_type type;
    cfa_language language;
    cfa_language_set languages; /* its own, and those the page says it is also in */
    char *subject;              /* the line "Allegations: …", or NULL */
    char *digest;               /* SHA-256 of the source's bytes in hexadecimal */
    GPtrArray *paragraphs;      /* cfa_paragraph *, by number, at least one */
    GPtrArray *warnings;        /* cfa_warning * */
    guint told;                 /* CFA_TOLD_… */
} cfa_case_text;

/* An empty case text with empty lists. Free with cfa_case_text_free, which takes NULL too. */
cfa_case_text *cfa_case_text_new(void);
void cfa_case_text_free(cfa_case_text *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_case_text, cfa_case_text_free)

/* An empty list of cases, which owns them. */
GPtrArray *cfa_cases_new(void);

/* The case of a number in a list of cfa_case *, borrowed; NULL where there is none. */
cfa_case *cfa_cases_find(const GPtrArray *cases, guint number);

/* The code of its country, borrowed, NULL where that is unknown; and sets it, NULL for unknown. */
const char *cfa_case_country_code(const cfa_case *one);
void cfa_case_set_country_code(cfa_case *one, const char *code);

/* Adds an empty case, paragraph or warning to the text, which owns it; `reason` is copied. */
cfa_case *cfa_case_text_add_case(cfa_case_text *text, guint number);
cfa_paragraph *cfa_case_text_add_paragraph(cfa_case_text *text, guint number);
void cfa_case_text_warn(cfa_case_text *text, const char *code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* A list of cfa_warning that owns them; and one more in it. */
GPtrArray *cfa_warnings_new(void);
void cfa_warnings_add(GPtrArray *warnings, const char *code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Adds a citation to those of a paragraph, behind the ones that are there; copied. */
void cfa_paragraph_add_mention(cfa_paragraph *paragraph, const cfa_mention *mention);

/* The same of one that was written down: the identifier of what is cited, and its place. FALSE for what is no
 * identifier, and for a place outside of the paragraph's text or over that of the mention before it; nothing
 * is added then. */
gboolean cfa_paragraph_restore_mention(cfa_paragraph *paragraph, const char *id, gsize offset, gsize length);

/* The numbers of its cases, those that are known, and how many they are. The caller frees. */
guint *cfa_case_text_numbers(const cfa_case_text *text, guint *count);

/* The numbers of its first and its last paragraph; 0 where it has none. */
guint cfa_case_text_first(const cfa_case_text *text);
guint cfa_case_text_last(const cfa_case_text *text);

/* What stands for the report in an identifier: "394"; "n3112113" by the text number where the report is
 * unknown; "s0a1b2c3d" by the digest where that is unknown too. The caller frees. */
char *cfa_case_text_stem(const cfa_case_text *text);

/* "394/70-95/en"; without a known language the last part is left out. The caller frees. */
char *cfa_case_text_id(const cfa_case_text *text);

/* An identifier from its parts: one number where `first` is `last`. The caller frees. */
char *cfa_id_make(const char *stem, guint first, guint last, cfa_language language);

/* Reads "394/83/en", "394/70-95/en", "n3112113/603": the stem (the caller frees), first and last number (the
 * same for one paragraph) and the language (unknown where the identifier has none). False when it is no
 * identifier. */
gboolean cfa_id_parse(const char *id, char **stem, guint *first, guint *last, cfa_language *language);

/* Whether the whole of an identifier is what stands for a report: "394", "n3112113", "s0a1b2c3d". */
gboolean cfa_id_is_stem(const char *id);

/* The words of the interface for each enum: "conclusions", "follow-up", "active"; NULL for unknown (a section
 * always has one). And back: false for any other word. */
const char *cfa_section_name(cfa_section section);
const char *cfa_report_type_name(cfa_report_type type);
const char *cfa_case_status_name(cfa_case_status status);
gboolean cfa_section_parse(const char *name, cfa_section *section);
gboolean cfa_report_type_parse(const char *name, cfa_report_type *type);
gboolean cfa_case_status_parse(const char *name, cfa_case_status *status);

#endif
