#include "marking.h"

#include "plan.h"

#include <string.h>

cfa_marks *cfa_marking_of(const cfa_index *index, const char *query, cfa_language preferred, cfa_error *error)
{
    g_autoptr(cfa_query) parsed = cfa_query_parse(query, strlen(query), error);
    if (parsed == NULL)
        return NULL;
    const cfa_plan_options options = {.preferred = preferred, .passes_unknown = TRUE};
    g_autoptr(cfa_plan) plan = cfa_plan_make(index, parsed, &options, error);
    return plan != NULL ? g_steal_pointer(&plan->marks) : NULL;
}
