/*
 * What is wrong with a request, in the language of its page: which parameter it is, what it may be, and the
 * value that was probably meant.
 *
 *     cfa_reason_write(&draft, &request->error);
 */
#ifndef CFA_WEB_REASON_H
#define CFA_WEB_REASON_H

#include "frame.h"

/* Writes the reason of a refusal, with links to the same request as it would be right. What no language has
 * words for is said in the English of the error. */
void cfa_reason_write(cfa_draft *draft, const cfa_error *error);

#endif
