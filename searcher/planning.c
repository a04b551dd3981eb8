#include "planning.h"

void cfa_planning_add(cfa_query_list *list, xc_query *query)
{
    if (query != NULL)
        g_ptr_array_add(list, query);
}

xc_query *cfa_planning_combine(cfa_planning *plan, xc_query_op op, cfa_query_list *list, guint parameter)
{
    if (list->len == 0)
        return NULL;
    xc_query *query = xc_query_combine(op, (xc_query **)list->pdata, list->len, parameter, &plan->error);
    g_ptr_array_set_size(list, 0);
    return query;
}

xc_query *cfa_planning_combine_two(cfa_planning *plan, xc_query_op op, xc_query *left, xc_query *right)
{
    if (left == NULL || right == NULL)
        return left != NULL ? left : right;
    xc_query *both[] = {left, right};
    return xc_query_combine(op, both, 2, 0, &plan->error);
}
