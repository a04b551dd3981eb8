#include "target.h"

#include "filters.h"
#include "library.h"

#include <string.h>

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

static gboolean is_there(const cfa_index *index, const cfa_citation *citation)
{
    xc_error failure = XC_ERROR_INIT;
    return cfa_target_exists(index, citation, &failure);
}

/* Reports and cases are both known by a number, and one is easily asked for as the other. */
static gboolean find_namesake(const cfa_index *index, cfa_citation *meant)
{
    if (meant->kind != CFA_CITES_REPORT && meant->kind != CFA_CITES_CASE)
        return FALSE;
    meant->kind = meant->kind == CFA_CITES_REPORT ? CFA_CITES_CASE : CFA_CITES_REPORT;
    return is_there(index, meant);
}

/* Of a range that is no case text its first paragraph, of the books as of a report. */
static void narrow(const cfa_index *index, cfa_citation *meant)
{
    xc_error failure = XC_ERROR_INIT;
    char id[CFA_CITATION_ID_SIZE];
    if (!cfa_filter_has(index->database, CFA_FILTER_RUN, cfa_citation_id(meant, id), &failure))
        meant->last = meant->first;
}

static gboolean find_meant(const cfa_index *index, const char *typed, cfa_citation *meant)
{
    g_autofree char *as_case = g_strconcat("case:", typed, NULL);
    return (cfa_query_read_citation(typed, meant) || cfa_citation_parse(as_case, meant)) &&
           (is_there(index, meant) || find_namesake(index, meant));
}

gboolean cfa_target_meant(const cfa_index *index, const char *typed, cfa_citation *meant)
{
    g_autofree char *beginning = g_strdup(typed);
    gboolean found = find_meant(index, typed, meant);
    for (char *end; !found && (end = strrchr(beginning, '/')) != NULL;) {
        *end = '\0';
        found = find_meant(index, beginning, meant);
    }
    if (found)
        narrow(index, meant);
    return found;
}
