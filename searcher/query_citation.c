/* Queries that are a citation and nothing else. */
#include "parsing.h"
#include "typed_citation.h"

#include <string.h>

gboolean cfa_query_read_citation(const char *text, cfa_citation *citation)
{
    gboolean is_citation = FALSE;
    guint citations = 0;
    /* As the query language has it. */
    const char *id = g_str_has_prefix(text, "report:") ? text + strlen("report:") : text;
    cfa_language language;
    if (cfa_citation_parse(id, citation) && (id == text || citation->kind == CFA_CITES_REPORT))
        return TRUE;
    /* As a hit has it, of which a page has many: "394/83/en". */
    if (cfa_typed_alone(text, citation, &language))
        return TRUE;
    if (strlen(text) > CFA_QUERY_BYTES)
        return FALSE;
    g_autofree char *plain = cfa_parsing_plain(text, strlen(text));
    g_autofree char *read = NULL;
    g_autoptr(GArray) pieces = cfa_parsing_cut(plain, &read, &is_citation);
    for (guint i = 0; is_citation && i < pieces->len; i++) {
        const cfa_piece *one = &g_array_index(pieces, cfa_piece, i);
        if (one->kind == CFA_PIECE_PARAGRAPHS) /* of whichever text of a case has them */
            return FALSE;
        if (one->kind == CFA_PIECE_CITATION && ++citations == 1)
            *citation = one->citation;
    }
    return citations == 1;
}

char *cfa_query_name_citation(const char *typed)
{
    g_autofree char *stem = NULL;
    char id[CFA_CITATION_ID_SIZE];
    guint first, last;
    cfa_language language;
    cfa_citation citation;
    if (cfa_id_is_stem(typed) || cfa_id_parse(typed, &stem, &first, &last, &language) ||
        !cfa_query_read_citation(typed, &citation))
        return g_strdup(typed);
    return g_strdup(cfa_citation_id(&citation, id));
}
