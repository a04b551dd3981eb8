/*
 * Which of the numbers at the beginning of lines are paragraph numbers.
 *
 * A report numbers its paragraphs through, but its text quotes older paragraphs with their numbers and may
 * begin a line with any number. A number is accepted for its place in the run, never for its form alone:
 *
 * the first opens the run; the one that is next is accepted; the last one again, with the same words, is a
 * second print; any other is text if the next one is still to come, and else a gap if it is at most five too
 * high, or stands first below the title of a case: whole cases may be left out before it.
 */
#ifndef CFA_SEQUENCE_H
#define CFA_SEQUENCE_H

#include <glib.h>

typedef enum cfa_verdict { CFA_VERDICT_TEXT, CFA_VERDICT_PARAGRAPH, CFA_VERDICT_SECOND_PRINT } cfa_verdict;

typedef struct cfa_candidate {
    guint number;
    gboolean weak;    /* accepted only where it is just the next */
    gboolean opens;   /* it stands first below the title of a case */
    const char *text; /* the words after the number */
    gsize length;
    cfa_verdict verdict; /* the answer */
} cfa_candidate;

/* Decides every candidate of a document, in order, in linear time. Returns how many are paragraphs. */
guint cfa_sequence_decide(cfa_candidate *candidates, guint count);

#endif
