/*
 * What a request asks for by its parameters, whichever page it is: a list of hits, as a page or an export.
 *
 *     gboolean cfa_page_cites(cfa_visit *visit, cfa_error *error)
 *     {
 *         return cfa_listing_answer(visit, find_citing, cfa_results_write, error);
 *     }
 */
#ifndef CFA_WEB_LISTING_H
#define CFA_WEB_LISTING_H

#include "pages.h"

enum { CFA_FEED_ENTRIES = 100 }; /* of a feed that is asked for no number of them */

/* Answers what the parameters of a visit ask for. NULL with *error. */
typedef cfa_answer *(*cfa_listing_find)(const cfa_visit *visit, const cfa_request *request, cfa_error *error);

/* Writes the page of an answer. */
typedef void (*cfa_listing_write)(const cfa_web_request *request, const cfa_answer *answer,
                                  cfa_web_response *response);

/* Fills the response with what is found, unless the client has it already. FALSE with *error: as the function
 * that finds has it, or CFA_USAGE for a page too far. */
gboolean cfa_listing_answer(cfa_visit *visit, cfa_listing_find find, cfa_listing_write write,
                            cfa_error *error);

/* Refuses a page too far: each of its parameters is checked, together they may still lead there. FALSE with
 * CFA_USAGE "page-too-far". */
gboolean cfa_listing_check_place(const cfa_parameters *parameters, cfa_error *error);

/* Whether the parameters ask for nothing. */
gboolean cfa_listing_is_empty(const cfa_parameters *parameters);

/* Finds by the query and its filters. NULL with *error as cfa_search. */
cfa_answer *cfa_listing_search(const cfa_visit *visit, const cfa_request *request, cfa_error *error);

/* The newest of what the visit's request asks for, as a feed has them. The same errors. */
cfa_answer *cfa_listing_newest(const cfa_visit *visit, cfa_error *error);

/* Makes a request one for paragraphs that no words rank: the newest first, where no other order was asked
 * for. FALSE with CFA_USAGE "bad-by" where case texts were. */
gboolean cfa_listing_as_paragraphs(const cfa_visit *visit, cfa_request *request, cfa_error *error);

#endif
