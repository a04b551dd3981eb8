/*
 * Search: a request in, an answer out. It parses the query, plans it, runs the plan, groups and marks what
 * was found.
 *
 *     cfa_request request = CFA_REQUEST_INIT;
 *     request.query = "arrest for unauthorised picket";
 *     g_autoptr(cfa_answer) answer = cfa_search(index, &request, &error);
 */
#ifndef CFA_SEARCH_H
#define CFA_SEARCH_H

#include "answer.h"
#include "index.h"
#include "query.h"

typedef enum cfa_match {
    CFA_MATCH_AUTO, /* every word; when that finds nothing, any of them, and the answer says so */
    CFA_MATCH_ALL,
    CFA_MATCH_ANY
} cfa_match;

typedef enum cfa_sort { CFA_SORT_RELEVANCE, CFA_SORT_NEWEST, CFA_SORT_OLDEST, CFA_SORT_REPORT } cfa_sort;

typedef enum cfa_translate { CFA_TRANSLATE_AUTO, CFA_TRANSLATE_ON, CFA_TRANSLATE_OFF } cfa_translate;

/* What options and addresses call them, and whether paragraphs are listed, each at its value: "relevance",
 * "newest"; NULL after the last. The first is what holds where nothing is said. */
extern const char *const cfa_match_names[], *const cfa_sort_names[], *const cfa_translate_names[],
                                                                         *const cfa_by_names[];

enum {
    CFA_LIMIT_MAX = 1000,
    CFA_OFFSET_MAX = 1000000,
    CFA_PASSAGES_MAX = 100,
    CFA_LIMIT_DEFAULT = 10,
    CFA_PASSAGES_DEFAULT = 3,
    CFA_PASSAGES_SHOWN = 2 * CFA_LIMIT_MAX,          /* of all hits of an answer together */
    CFA_PASSAGES_SHOWN_OF_MANY_WORDS = CFA_LIMIT_MAX /* the same where many words are to be marked */
};

/* A filter beside the query: a field's name as in the query language, and its value. */
typedef struct cfa_request_filter {
    const char *field, *value;
} cfa_request_filter;

typedef struct cfa_request {
    const char *query;          /* any bytes up to the NUL */
    const cfa_citation *cites;  /* only what cites this, by the sentences that do; NULL for none */
    cfa_language_set languages; /* of the texts wanted; 0 for all */
    cfa_language preferred;     /* shown first where nothing else decides; unknown means English */
    gboolean as_typed;          /* words are not searched in other languages than they were typed in */
    cfa_match match;
    cfa_sort sort;
    gboolean by_paragraph;
    gboolean explain;  /* with the reasons of each hit */
    gboolean annotate; /* with what annotate.h looks up */
    gboolean facets;   /* with the facets of all hits; then the total is exact */
    guint limit, offset, passages;
    const cfa_request_filter *filters;
    guint filter_count;
} cfa_request;

#define CFA_REQUEST_INIT                                                                                     \
    {                                                                                                        \
        .query = "", .limit = CFA_LIMIT_DEFAULT, .passages = CFA_PASSAGES_DEFAULT                            \
    }

/* Answers the request. NULL with *error: CFA_USAGE for a limit passed or a filter's value that cannot be;
 * CFA_CORRUPT, CFA_IO, CFA_UNAVAILABLE as the index has it. An answer without hits is no error. */
cfa_answer *cfa_search(const cfa_index *index, const cfa_request *request, cfa_error *error);

/* The two steps of it: the tree of the request's query and filters; and the answer to a tree, which need not
 * be what was typed. */
cfa_query *cfa_search_read(const cfa_request *request, cfa_error *error);
cfa_answer *cfa_search_query(const cfa_index *index, const cfa_query *query, const cfa_request *request,
                             cfa_error *error);

#endif
