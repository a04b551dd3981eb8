#include "listed_case.h"

cfa_listed_case *cfa_listed_case_new(void)
{
    cfa_listed_case *one = g_new0(cfa_listed_case, 1);
    one->reports = g_array_new(FALSE, FALSE, sizeof(cfa_listed_report));
    return one;
}

void cfa_listed_case_free(cfa_listed_case *one)
{
    if (one == NULL)
        return;
    g_free(one->facts.country);
    g_free(one->source);
    g_free(one->complainant);
    g_free(one->subject);
    g_array_unref(one->reports);
    g_free(one);
}
