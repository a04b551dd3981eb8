/*
 * The answer for a terminal: paragraphs and citations in lines of at most `width` columns.
 */
#ifndef CFA_FORMAT_TEXT_H
#define CFA_FORMAT_TEXT_H

#include "answer.h"
#include "browse.h"

typedef struct cfa_text_style {
    guint width;    /* columns, 40 to 200 */
    gboolean color; /* marks by escape sequences; without it they stand between asterisks */
} cfa_text_style;

/* New; the caller frees. No control character of a text reaches the terminal. */
char *cfa_text_answer(const cfa_answer *answer, cfa_text_style style);

/* What a list of the hits alone leaves unsaid: that there are more, that they lack some of what was asked
 * for, or show fewer passages, that something else was probably meant, or what is no field though it begins
 * as one. New, in the same form; "" where there is nothing to say. */
char *cfa_text_unsaid(const cfa_answer *answer, cfa_text_style style);

/* As the answer. */
char *cfa_text_reading(const cfa_reading *reading, cfa_text_style style);

#endif
