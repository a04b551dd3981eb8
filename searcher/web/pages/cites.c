/* /cites/306/123: who cites a paragraph, a report, a case, or a paragraph of one of the books. */
#include "listing.h"
#include "results.h"

static cfa_answer *find_citing(const cfa_visit *visit, const cfa_request *request, cfa_error *error)
{
    cfa_request asked = *request;
    return cfa_listing_as_paragraphs(visit, &asked, error)
               ? cfa_citator_find(visit->index, visit->rest, &asked, error)
               : NULL;
}

gboolean cfa_page_cites(cfa_visit *visit, cfa_error *error)
{
    return cfa_listing_answer(visit, find_citing, cfa_results_write, error);
}
