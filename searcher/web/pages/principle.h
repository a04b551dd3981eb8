/*
 * The page of a principle, with the paragraphs that applied it.
 */
#ifndef CFA_WEB_PRINCIPLE_H
#define CFA_WEB_PRINCIPLE_H

#include "frame.h"

/* Writes it: of an answer that has one. */
void cfa_principle_write(const cfa_web_request *request, const cfa_answer *answer,
                         cfa_web_response *response);

#endif
