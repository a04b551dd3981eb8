#include "remark.h"

void cfa_remark_free(cfa_remark *remark)
{
    if (remark == NULL)
        return;
    g_free(remark->source);
    g_free(remark);
}

GPtrArray *cfa_remarks_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)cfa_remark_free);
}

void cfa_remarks_add(GPtrArray *remarks, guint64 order, const char *source, const cfa_error *error)
{
    cfa_remark *remark = g_new0(cfa_remark, 1);
    remark->order = order;
    remark->source = g_strdup(source);
    remark->error = *error;
    g_ptr_array_add(remarks, remark);
}
