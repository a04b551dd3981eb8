/*
 * Queries: from what a person types to a tree. Nothing typed is an error: what cannot be read as an operator
 * is read as words.
 *
 *     const char *typed = "\"right to strike\" -police country:belarus";
 *     g_autoptr(cfa_query) query = cfa_query_parse(typed, strlen(typed), &error);
 *
 * In order: idioms (idiom.h); citations ("Case No. 2090", "394/83"); "phrases"; +must -never; AND OR NOT
 * NEAR/n ( ); prefix*; field:value; words. OR and AND join their neighbours alone: `strike dismissal OR
 * firing` is strike, and one of the other two.
 */
#ifndef CFA_QUERY_H
#define CFA_QUERY_H

#include "corpus.h"

enum {
    CFA_QUERY_BYTES = 2048,       /* longest query */
    CFA_QUERY_DEPTH = 16,         /* levels of parentheses */
    CFA_QUERY_WORDS = 64,         /* different words that are searched, the rarest */
    CFA_QUERY_PREFIX_LETTERS = 3, /* shortest beginning that words are searched by */
};

typedef enum cfa_field {
    CFA_FIELD_CASE,
    CFA_FIELD_COUNTRY,
    CFA_FIELD_REPORT,
    CFA_FIELD_PARAGRAPH,
    CFA_FIELD_YEAR,
    CFA_FIELD_SECTION,
    CFA_FIELD_TYPE,
    CFA_FIELD_STATUS,
    CFA_FIELD_LANGUAGE,
    CFA_FIELD_CITES,
    CFA_FIELD_CONVENTION,
    CFA_FIELD_TEXT, /* NORMLEX's number of the page of a case text */
    CFA_FIELDS
} cfa_field;

typedef enum cfa_node_kind {
    CFA_NODE_WORD,     /* one folded word */
    CFA_NODE_PHRASE,   /* folded words, in their order */
    CFA_NODE_PREFIX,   /* the folded beginning of a word */
    CFA_NODE_NEAR,     /* words within `distance` of each other */
    CFA_NODE_FIELD,    /* a filter */
    CFA_NODE_CITATION, /* a thing cited */
    CFA_NODE_TERM,     /* a term of the index: nothing that is typed is one; see likeness.h */
    CFA_NODE_SEQUENCE, /* what stands side by side: `match` decides how much of it must be there */
    CFA_NODE_AND,
    CFA_NODE_OR
} cfa_node_kind;

typedef enum cfa_occurrence { CFA_PLAIN, CFA_MUST, CFA_NEVER } cfa_occurrence;

typedef struct cfa_node {
    cfa_node_kind kind;
    cfa_occurrence occurrence;
    GPtrArray *words;       /* char *, folded: WORD (one), PHRASE, PREFIX (one), NEAR */
    GPtrArray *children;    /* cfa_node *: SEQUENCE, AND, OR */
    guint distance;         /* NEAR */
    cfa_field field;        /* FIELD: its value, or a range of two that may be "" for open */
    char *value, *value_to; /* TERM: the term, and what it is in the query language */
    cfa_citation citation;  /* CITATION */
    double weight;          /* WORD, TERM: beside a word that is typed once, which weighs 1 */
    gboolean only_ranks;    /* WORD: it gives weight to what the others find */
} cfa_node;

typedef struct cfa_query {
    char *text;           /* as typed, in valid UTF-8 and NFC, with blanks of one kind */
    cfa_node *root;       /* a SEQUENCE; without children for an empty query */
    GPtrArray *unread;    /* char *: what begins as a field but has no value of it, "lang:de", and was read as
                             words */
    gboolean has_idiom;   /* it was read as what it says in another way: see idiom.h */
    gboolean is_citation; /* nothing but a citation was typed */
    gboolean is_likeness; /* it is made of a text, in the language of that: see likeness.h */
    cfa_language language;
    double own_weight; /* of a text that others are to be like: what its words weigh together; else 0 */
} cfa_query;

/* Parses `text` (`length` bytes of anything). NULL with CFA_USAGE: "query-too-long", "query-too-deep", the
 * limit named in the reason. */
cfa_query *cfa_query_parse(const char *text, gsize length, cfa_error *error);
void cfa_query_free(cfa_query *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_query, cfa_query_free)

/* A query without its filters of a field, but for those in brackets; NULL where it has none, or nothing else.
 * The caller frees. */
cfa_query *cfa_query_without(const cfa_query *query, cfa_field field);

/* The citations and filters of a query without the words beside them; NULL where it has no words or no
 * citation or number of a page, or one of the words has a sign. The caller frees. */
cfa_query *cfa_query_citations_alone(const cfa_query *query);

/* Whether a text is one citation and nothing else, as an identifier ("394/83", "394/83/fr", "case:2090",
 * "report:394") or as people write it ("394th Report, Case No. 2090 (Belarus), para. 83"), which is then in
 * *citation, without a language. Any bytes may be asked of. */
gboolean cfa_query_read_citation(const char *text, cfa_citation *citation);

/* The identifier of what a person names: the one typed; or of the citation that it is, written as people do.
 * The caller frees. */
char *cfa_query_name_citation(const char *typed);

#endif
