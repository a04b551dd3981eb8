/*
 * What a request asks for by its parameters, whichever page it is: a list of hits, as a page or as a format
 * to take away; and the search of the search page, for a feed too.
 *
 *     gboolean cfa_page_cites(cfa_visit *visit, cfa_error *error)
 *     {
 *         return cfa_search_answer(visit, find_citing, error);
 *     }
 */
#ifndef CFA_WEB_SEARCH_H
#define CFA_WEB_SEARCH_H

#include "pages.h"

enum { CFA_FEED_ENTRIES = 100 }; /* of a feed that is asked for no number of them */

/* Answers by the parameters of the visit's request. NULL with *error as cfa_search. */
cfa_answer *cfa_find(const cfa_visit *visit, gboolean as_feed, cfa_error *error);

/* Answers what the parameters of a visit ask for. NULL with *error. */
typedef cfa_answer *(*cfa_find_function)(const cfa_visit *visit, const cfa_request *request,
                                         cfa_error *error);

/* Fills the response with what is found, unless the client has it already. FALSE with *error: as the function
 * has it, or CFA_USAGE for a page too far. */
gboolean cfa_search_answer(cfa_visit *visit, cfa_find_function find, cfa_error *error);

/* Makes a request one for paragraphs that no words rank: the newest first, where no other order was asked
 * for. FALSE with CFA_USAGE "bad-by" where case texts were. */
gboolean cfa_search_as_paragraphs(const cfa_visit *visit, cfa_request *request, cfa_error *error);

#endif
