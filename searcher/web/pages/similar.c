/* /similar/394/83: what is like a paragraph, a case text or a case. */
#include "listing.h"
#include "results.h"

static cfa_answer *find_similar(const cfa_visit *visit, const cfa_request *request, cfa_error *error)
{
    cfa_request asked = *request;
    asked.facets = FALSE; /* which every list of hits asks for */
    return cfa_similar(visit->index, visit->rest, &asked, error);
}

gboolean cfa_page_similar(cfa_visit *visit, cfa_error *error)
{
    return cfa_listing_answer(visit, find_similar, cfa_results_write, error);
}
