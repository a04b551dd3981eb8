/*
 * The page of what a search found.
 */
#ifndef CFA_WEB_RESULTS_H
#define CFA_WEB_RESULTS_H

#include "controls.h"

/* The list of hits, the way to its other pages, and its exports. */
void cfa_results_hits(cfa_draft *draft, const cfa_answer *answer);

void cfa_results_write(const cfa_web_request *request, const cfa_answer *answer, cfa_web_response *response);

#endif
