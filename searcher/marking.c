#include "marking.h"

#include "plan.h"

#include <string.h>

/* Adds what stands for the words in the texts of one language: a search leaves out what it need not look for
 * where no paragraph is missing in the language of the question. */
static gboolean add_language(cfa_marks *marks, const cfa_index *index, const cfa_query *query,
                             cfa_language language, cfa_error *error)
{
    const cfa_plan_options options = {
        .languages = CFA_LANGUAGE_BIT(language), .preferred = language, .passes_unknown = TRUE};
    g_autoptr(cfa_plan) plan = cfa_plan_make(index, query, &options, error);
    if (plan == NULL)
        return FALSE;
    g_hash_table_unref(marks->stems[language]);
    marks->stems[language] = g_hash_table_ref(plan->marks->stems[language]);
    return TRUE;
}

cfa_marks *cfa_marking_of(const cfa_index *index, const char *query, cfa_language preferred, cfa_error *error)
{
    g_autoptr(cfa_query) parsed = cfa_query_parse(query, strlen(query), error);
    if (parsed == NULL)
        return NULL;
    const cfa_plan_options options = {.preferred = preferred, .passes_unknown = TRUE};
    g_autoptr(cfa_plan) plan = cfa_plan_make(index, parsed, &options, error);
    if (plan == NULL)
        return NULL;
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if (!add_language(plan->marks, index, parsed, (cfa_language)l, error))
            return NULL;
    return cfa_index_held(index, error) ? g_steal_pointer(&plan->marks) : NULL;
}
