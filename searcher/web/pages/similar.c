/* /similar/394/83: what is like a paragraph, a case text or a case. */
#include "search.h"

#include <string.h>

static cfa_answer *find_similar(const cfa_visit *visit, const cfa_request *request, cfa_error *error)
{
    cfa_request asked = *request;
    asked.facets = FALSE; /* which every list of hits asks for */
    return cfa_similar(visit->index, visit->rest, &asked, error);
}

gboolean cfa_page_similar(cfa_visit *visit, cfa_error *error)
{
    if (cfa_search_answer(visit, find_similar, error))
        return TRUE;
    /* A path that names nothing is a path that is not there. */
    if (strcmp(error->code, "bad-id") == 0)
        error->status = CFA_NOT_FOUND;
    return FALSE;
}
