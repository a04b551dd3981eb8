/*
 * The search that a request asks for, whatever it is answered with: a page, a format to take away, or a feed.
 */
#ifndef CFA_WEB_SEARCH_H
#define CFA_WEB_SEARCH_H

#include "pages.h"

enum { CFA_FEED_ENTRIES = 100 }; /* of a feed that is asked for no number of them */

/* Answers by the parameters of the visit's request. NULL with *error as cfa_search. */
cfa_answer *cfa_find(const cfa_visit *visit, gboolean as_feed, cfa_error *error);

#endif
