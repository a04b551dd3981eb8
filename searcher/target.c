#include "target.h"

#include "library.h"

gboolean cfa_target_exists(const cfa_index *index, const cfa_citation *citation, xc_error *failure)
{
    g_autoptr(GString) term = g_string_new(NULL);
    const cfa_citation first = {citation->kind, citation->number, citation->first, citation->first};
    char id[CFA_CITATION_ID_SIZE];
    if (citation->kind == CFA_CITES_DIGEST || citation->kind == CFA_CITES_COMPILATION)
        return cfa_library_has_principle(index, cfa_citation_id(&first, id), failure);
    return cfa_layout_target(term, citation) != NULL &&
           xc_database_term_exists(index->database, term->str, term->len, failure);
}

char *cfa_target_path(const cfa_citation *citation)
{
    char id[CFA_CITATION_ID_SIZE];
    switch (citation->kind) {
    case CFA_CITES_REPORT:
        return g_strdup_printf("/report/%u", citation->number);
    case CFA_CITES_CASE:
        return g_strdup_printf("/case/%u", citation->number);
    case CFA_CITES_DIGEST:
    case CFA_CITES_COMPILATION: {
        const cfa_citation first = {citation->kind, citation->number, citation->first, citation->first};
        return g_strconcat("/principle/", cfa_citation_id(&first, id), NULL);
    }
    case CFA_CITES_PARAGRAPH:
    default:
        return g_strdup_printf("/paragraph/%u/%u", citation->number, citation->first);
    }
}
