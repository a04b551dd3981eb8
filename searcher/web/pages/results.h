/*
 * The page of what a search found.
 */
#ifndef CFA_WEB_RESULTS_H
#define CFA_WEB_RESULTS_H

#include "controls.h"

void cfa_results_write(const cfa_web_request *request, const cfa_answer *answer, cfa_web_response *response);

#endif
