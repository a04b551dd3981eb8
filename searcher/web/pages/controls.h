/*
 * What changes a list of results: order, kind of list, filters, pages. All of it is plain links.
 */
#ifndef CFA_WEB_CONTROLS_H
#define CFA_WEB_CONTROLS_H

#include "frame.h"

/* Order, words, and what is listed. */
void cfa_controls_write(cfa_draft *draft);

/* What is listed of what is like a thing, which has no other order. */
void cfa_controls_write_similar(cfa_draft *draft);

/* The order of what cites a thing. */
void cfa_controls_write_cites(cfa_draft *draft);

/* The filters in force, each a link that takes it away. Nothing when there is none. */
void cfa_controls_filters(cfa_draft *draft);

/* What a filter's value is called on the page. The caller frees. */
char *cfa_controls_name(cfa_parameter parameter, const char *value, cfa_language language);

/* Previous and next page. Nothing when there is one page. */
void cfa_controls_pages(cfa_draft *draft, const cfa_answer *answer);

/* Whether any filter is in force. */
gboolean cfa_controls_is_filtered(const cfa_parameters *parameters);

#endif
