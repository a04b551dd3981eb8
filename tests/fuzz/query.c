/*
 * Queries: whatever is typed is read, and how it was read is a query that is read as the same. It is changed
 * byte by byte, or word by word, since bytes alone seldom come to a word that citations are made of.
 */
#include "fuzz.h"

#include "query_print.h"

#include <string.h>

/* What questions are made of: citations, labels, fields, idioms and operators, in three languages. */
static const char words[] =
    "case|cas|caso|Cases Nos.|cas nos|casos núms.|affaire|case2018|report|rapport|"
    "informes|rep.|th Report|e rapport|.º informe|Report No.|para|par|paras|paragr.|"
    "párrafo|§|¶|(a)|bis|ibid.|op. cit.|no|No.|n°|nº|num|#|numero|art.|section|the|"
    "of|of the|Committee|CFA|see|voir|du|de la|in|à|to|hasta|until|and|et|y|&|from|"
    "since|its|which|who cites|cited|Digest|Compilation|Recueil|Recopilación|edition|"
    "2006|2018|2021|1|3|20|83|101|394|023|0|1 023|2090|2O90|83a|394*|strik*|27e|394th|"
    "1st|Ninth|twenty|first|394/83|394/83/fr|394.83|2015-2021|2015..|case:2090|"
    "case:2090, 2133|report:380..394|para:83|year:2015..|year:>2015|year=2015|"
    "cites:306/123|cites:2090|cites:digest:2006/45|convention:C98|country:BY|pays:|"
    "country:\"Costa Rica\"|in:conclusions|text:3112113|n3112113/603|from:2015|report:|"
    "case:|(|)|\"|“|”|'|+|-|*|AND|OR|NOT|NEAR/5|,|;|.|:|/|–|=|strike|workers|"
    "l'arrestation|trade-union|(Belarus)|Costa Rica|March|C.87|Convention No. 87|"
    "\"right to strike\"|\"394\"|306th Report|Case No. 2090|394e rapport, paragr. 83|"
    "cas no 2090 (Bélarus)|Digest, 2006, para. 45|Compilation, 2018, paras 84–86|"
    "https://x/case/2090|https://x/P50002_COMPLAINT_TEXT_ID:3112113|"
    "what has the Committee said about|que dit le comité sur|qué ha dicho el Comité de|"
    "Belarus|Belarus since 2020|year:[2015 TO 2021]|year:\"2015 to 2021\"";

/* How a query reads; NULL where it is too long. The caller frees. */
static char *read_again(const char *text)
{
    cfa_error error = {0};
    g_autoptr(cfa_query) query = cfa_query_parse(text, strlen(text), &error);
    return query != NULL ? cfa_query_print(query) : NULL;
}

/* Checks that a query which is one citation is read back from how it is printed, and from how people write
 * it. */
static void check_one_citation(const cfa_node *node)
{
    cfa_citation again = {0};
    g_autofree char *name = cfa_citation_name(CFA_FRENCH, &node->citation);
    fuzz_check(cfa_query_read_citation(name, &again) && again.number == node->citation.number &&
                   again.first == node->citation.first && again.last == node->citation.last,
               "\"%s\" is not read back", name);
}

static void check_printed(const cfa_query *query)
{
    g_autofree char *once = cfa_query_print(query);
    fuzz_check_text(once, "the query as read");
    g_autofree char *twice = read_again(once);
    fuzz_check(twice == NULL || strcmp(once, twice) == 0, "[%s] is read as [%s]", once, twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    cfa_error error = {0};
    g_autoptr(cfa_query) query = cfa_query_parse((const char *)bytes, length, &error);
    if (query == NULL) {
        fuzz_check_error(&error);
        fuzz_check(error.status == CFA_USAGE, "a query fails with status %d", error.status);
        return 0;
    }
    fuzz_check_text(query->text, "the query as typed");
    if (query->root->children->len == 1) {
        const cfa_node *only = g_ptr_array_index(query->root->children, 0);
        if (only->kind == CFA_NODE_CITATION)
            check_one_citation(only);
    }
    check_printed(query);
    return 0;
}

/* libFuzzer's own changes; nowhere else. */
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t most) __attribute__((weak));

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned int seed)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    if (g_rand_boolean(random))
        return LLVMFuzzerMutate(bytes, length, most);
    g_autofree char *text = g_strndup((const char *)bytes, length);
    g_auto(GStrv) typed = g_strsplit(text, " ", -1);
    g_auto(GStrv) others = g_strsplit(words, "|", -1);
    const gint count = (gint)g_strv_length(others);
    g_autoptr(GString) changed = g_string_new(NULL);
    for (guint i = 0; typed[i] != NULL; i++) {
        const gint chance = g_rand_int_range(random, 0, 5);
        if (chance > 0) /* else the word is left out */
            g_string_append_printf(changed, "%s ", typed[i]);
        if (chance > 3)
            g_string_append(changed, others[g_rand_int_range(random, 0, count)]);
        if (chance > 3 && g_rand_int_range(random, 0, 5) > 0)
            g_string_append_c(changed, ' ');
    }
    length = MIN(changed->len, most);
    memcpy(bytes, changed->str, length);
    return length;
}
