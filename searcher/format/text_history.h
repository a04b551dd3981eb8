/*
 * The history of a case for a terminal: each examination with its date, its type, how long it took, and what
 * was recommended.
 */
#ifndef CFA_FORMAT_TEXT_HISTORY_H
#define CFA_FORMAT_TEXT_HISTORY_H

#include "history.h"
#include "text.h"

/* New; the caller frees. No control character of a text reaches the terminal. */
char *cfa_text_history(const cfa_history *history, cfa_text_style style);

#endif
