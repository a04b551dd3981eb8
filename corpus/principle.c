#include "principle.h"

#include "citation.h"

#include <string.h>

enum { HASH_DIGITS = 8 };

static const char unnumbered[] = "principle:";

static void applied_free(gpointer data)
{
    cfa_applied *applied = data;
    g_free(applied->country);
    g_free(applied);
}

cfa_principle *cfa_principle_new(void)
{
    cfa_principle *principle = g_new0(cfa_principle, 1);
    principle->numbers = g_ptr_array_new_with_free_func(g_free);
    principle->applied = g_ptr_array_new_with_free_func(applied_free);
    return principle;
}

void cfa_principle_free(cfa_principle *principle)
{
    if (principle == NULL)
        return;
    g_free(principle->id);
    g_free(principle->source);
    g_free(principle->url);
    g_free(principle->chapter);
    g_free(principle->heading);
    g_free(principle->text);
    g_ptr_array_unref(principle->numbers);
    g_ptr_array_unref(principle->applied);
    g_free(principle);
}

void cfa_principle_apply(cfa_principle *principle, guint case_number, const char *country, guint report,
                         guint paragraph)
{
    for (guint i = 0; i < principle->applied->len; i++) {
        const cfa_applied *one = g_ptr_array_index(principle->applied, i);
        if (one->case_number == case_number && one->report == report && one->paragraph == paragraph)
            return;
    }
    cfa_applied *applied = g_new0(cfa_applied, 1);
    *applied = (cfa_applied){case_number, g_strdup(country), report, paragraph};
    g_ptr_array_add(principle->applied, applied);
}

static int compare_lines(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *cfa_principle_basis(const cfa_principle *principle)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    GString *basis = g_string_new(NULL);
    for (guint i = 0; i < principle->applied->len; i++) {
        const cfa_applied *one = g_ptr_array_index(principle->applied, i);
        g_ptr_array_add(lines, g_strdup_printf("%u/%u/%u\n", one->case_number, one->report, one->paragraph));
    }
    g_ptr_array_sort(lines, compare_lines);
    for (guint i = 0; i < lines->len; i++)
        g_string_append(basis, g_ptr_array_index(lines, i));
    return g_string_free(basis, FALSE);
}

void cfa_principle_name(cfa_principle *principle, guint occurrence)
{
    g_free(principle->id);
    if (principle->numbers->len > 0) {
        principle->id = g_strdup(g_ptr_array_index(principle->numbers, 0));
        return;
    }
    g_autofree char *basis = cfa_principle_basis(principle);
    /* Where nothing applied it, its words are all there is, and its languages do not find each other. */
    const char *words = basis[0] == '\0' && principle->text != NULL ? principle->text : "";
    g_autofree char *all = occurrence > 1 ? g_strdup_printf("%s%s#%u", basis, words, occurrence)
                                          : g_strconcat(basis, words, NULL);
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
    principle->id = g_strdup_printf("%s%.*s", unnumbered, HASH_DIGITS, hash);
}

/* What a principle is cited by: in English, French, Spanish. */
static const struct {
    const char *numbered, *unnumbered;
} BOOKS[CFA_LANGUAGES] = {
    {"Digest of decisions, %u, para. %u",
     "Compilation of decisions of the Committee on Freedom of Association"},
    {"Recueil de décisions, %u, paragr. %u", "Compilation des décisions du Comité de la liberté syndicale"},
    {"Recopilación de decisiones, %u, párrafo %u",
     "Recopilación de decisiones del Comité de Libertad Sindical"},
};

char *cfa_principle_cite(const cfa_principle *principle, cfa_language language)
{
    const guint row = language != CFA_LANGUAGE_UNKNOWN ? (guint)language - 1 : 0;
    cfa_citation citation;
    if (!cfa_citation_parse(principle->id, &citation))
        return g_strdup(BOOKS[row].unnumbered);
    GString *text = g_string_new(NULL);
    g_string_printf(text, BOOKS[row].numbered, citation.number, citation.first);
    return g_string_free(text, FALSE);
}

gboolean cfa_principle_is_id(const char *id)
{
    cfa_citation citation;
    if (cfa_citation_parse(id, &citation))
        return citation.kind == CFA_CITES_DIGEST || citation.kind == CFA_CITES_COMPILATION;
    if (!g_str_has_prefix(id, unnumbered))
        return FALSE;
    const char *hash = id + strlen(unnumbered);
    return strspn(hash, "0123456789abcdef") == HASH_DIGITS && hash[HASH_DIGITS] == '\0';
}
