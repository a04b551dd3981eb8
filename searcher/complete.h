/*
 * Complete: how a question that is being typed may go on, as the index has it.
 *
 *     g_autoptr(GPtrArray) found = cfa_complete(index, "dismissal of tra", CFA_ENGLISH, &error);
 *     // cfa_completion: "dismissal of trade", "dismissal of transport", …
 *
 * The last word is what is completed: by words, those of the language first and of them the most frequent; by
 * countries that have cases, as the field that filters by them; a number by the cases that begin so, with the
 * label that makes it one ("Case No. 20"). What stands before it stays as it is.
 */
#ifndef CFA_COMPLETE_H
#define CFA_COMPLETE_H

#include "index.h"

enum {
    CFA_COMPLETE_WORDS = 6,
    CFA_COMPLETE_COUNTRIES = 3,
    CFA_COMPLETE_CASES = 6,
    CFA_COMPLETE_LETTERS = 2 /* that must have been typed of a word; of a country behind its field none */
};

typedef enum cfa_completion_kind {
    CFA_COMPLETES_WORD,
    CFA_COMPLETES_COUNTRY,
    CFA_COMPLETES_CASE
} cfa_completion_kind;

typedef struct cfa_completion {
    cfa_completion_kind kind;
    char *text;      /* the whole question, gone on so */
    char *label;     /* the word; the country's name; "Case No. 2090 (Belarus)" */
    char *case_id;   /* of a case: "2090"; else NULL */
    guint frequency; /* paragraphs that have it, in all languages */
} cfa_completion;

/* The completions of what was typed, any bytes: words, then countries, or cases. A list, empty where nothing
 * begins so, and for what is longer than a query may be. Names are in `language`. The caller's to unref. NULL
 * with *error as the database has it. */
GPtrArray *cfa_complete(const cfa_index *index, const char *typed, cfa_language language, cfa_error *error);

#endif
