/*
 * Addresses of our pages, with what a request asked for carried on: the only place where they are
 * made.
 *
 *     g_autofree char *next = cfa_link_search(request, CFA_PARAMETER_PAGE, "2");
 *         // "/?q=strike&sort=newest&page=2"
 *
 * What a link carries is ours and was checked; "format" is never carried. What is returned is the
 * caller's to free, and is an address: it goes into a page by the writer of addresses.
 */
#ifndef CFA_WEB_LINKS_H
#define CFA_WEB_LINKS_H

#include "request.h"

/* A page, in the language of pages that was asked for. `path` is decoded: "/paragraph/394/83". */
char *cfa_link_page(const cfa_web_request *request, const char *path);

/* The same for a page to read: with the search that leads to it, so that its words are marked there and one
 * can go back to its results. */
char *cfa_link_reading(const cfa_web_request *request, const char *path);

/* The results of the search that led to a page to read; NULL where none did. */
char *cfa_link_results(const cfa_web_request *request);

/* Another paragraph, read as the one of this request is: in the same languages side by side, with or without
 * marks. */
char *cfa_link_onward(const cfa_web_request *request, const char *path);

/* The same with other languages side by side, none for the path's own; and with marks or without. */
char *cfa_link_columns(const cfa_web_request *request, const char *path, const cfa_language *languages,
                       guint count);
char *cfa_link_marks(const cfa_web_request *request, const char *path, gboolean marks);

/* The same list of hits with another value of a parameter, NULL for none. It begins again at the first
 * page, unless the parameter is one of those that change nothing in what is found. */
char *cfa_link_search(const cfa_web_request *request, cfa_parameter parameter, const char *value);

/* The same search without one of the values of a parameter. */
char *cfa_link_without(const cfa_web_request *request, cfa_parameter parameter, const char *value);

/* The same search within years; in any year for two that are 0. */
char *cfa_link_years(const cfa_web_request *request, guint from, guint to);

/* A search for a query alone, and its feed: no filter, the same language of pages. */
char *cfa_link_query(const cfa_web_request *request, const char *query);
char *cfa_link_query_feed(const cfa_web_request *request, const char *query);

/* All that the same search finds and one answer can hold, as a format to export; as many as the request
 * says where it says so. */
char *cfa_link_results_as(const cfa_web_request *request, const cfa_format *format);

/* A page as a format to export. */
char *cfa_link_page_as(const cfa_web_request *request, const char *path, const cfa_format *format);

/* The feed of the same search, from its beginning. */
char *cfa_link_feed(const cfa_web_request *request);

/* The feed of another query, with the filters of the request. */
char *cfa_link_feed_of(const cfa_web_request *request, const char *query);

/* The page of the search that a feed is of. */
char *cfa_link_search_page(const cfa_web_request *request);

/* One of these links as an address for other programs, which is whole wherever the host is known. */
char *cfa_link_whole(const cfa_web_request *request, const char *link);

/* The page of this request, in another language of pages. */
char *cfa_link_language(const cfa_web_request *request, cfa_language language);

/* The address of a page that lasts, whole where the public address is known. */
char *cfa_link_permanent(const cfa_web_request *request, const char *path);

/* The same for a page that is printed: whole wherever the host is known. */
char *cfa_link_printed(const cfa_web_request *request, const char *path);

#endif
