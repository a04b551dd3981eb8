/*
 * Hard questions: all that the query language and the options of a search have, as much of it as 2,048 bytes
 * hold, put together to take long.
 *
 *     g_autoptr(GPtrArray) all = cfa_hard_questions(&drawn, 200);
 *     const cfa_hard_question *first = g_ptr_array_index(all, 0);
 *     cfa_search(index, &first->request, &error);
 *
 * Some are written by hand, for what has been slow before; the others are drawn: parts of every kind, in
 * brackets and out of them, up to the longest query, with options of which half are at their
 * maximum. */
#ifndef CFA_BENCH_HARD_QUESTIONS_H
#define CFA_BENCH_HARD_QUESTIONS_H

#include "draw.h"

typedef struct cfa_hard_question {
    char *name;          /* what it is made of */
    char *text;          /* the query */
    cfa_request request; /* its query is the text */
} cfa_hard_question;

/* A new array that owns them: those written by hand, and `drawn` others, always the same for a seed. */
GPtrArray *cfa_hard_questions(cfa_draw *this, guint drawn);

#endif
