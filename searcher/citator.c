#include "citator.h"

#include "cited.h"
#include "query.h"
#include "target.h"

cfa_answer *cfa_citator_find(const cfa_index *index, const char *id, const cfa_request *request,
                             cfa_error *error)
{
    cfa_citation what;
    xc_error failure = XC_ERROR_INIT;
    cfa_request asked = *request;
    if (!cfa_query_read_citation(id, &what)) {
        cfa_error_set(error, CFA_USAGE, "bad-id", -1,
                      "\"%s\" is nothing that can be cited: a paragraph is 306/123, several are 306/120-131, "
                      "a report is 306, a case is case:2090, a paragraph of the books is digest:2006/45 or "
                      "compilation:2018/1047",
                      id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    asked.cites = &what;
    asked.by_paragraph = TRUE;
    g_autoptr(cfa_answer) answer = cfa_search(index, &asked, error);
    if (answer == NULL)
        return NULL;
    answer->has_cited = cfa_target_exists(index, &what, &failure);
    if (failure.status != XC_OK) {
        cfa_database_error(error, &failure);
        return NULL;
    }
    guint citing = answer->upper; /* whatever else is asked for */
    if (citing == 0 && !answer->has_cited && !cfa_cited_count(index, &what, &citing, error))
        return NULL;
    if (citing == 0 && !answer->has_cited) {
        cfa_error_set(error, CFA_NOT_FOUND, "not-cited", -1, "the index has no %s, and no text that cites it",
                      id);
        cfa_error_about(error, "", id);
        return NULL;
    }
    return g_steal_pointer(&answer);
}
