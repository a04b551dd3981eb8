/*
 * Queries: whatever is typed is read, and how it was read is a query that stays as it is. Only the second
 * time: words that nothing parts any more may spell the label of a number, or an ordinal, that was none
 * before.
 */
#include "fuzz.h"

#include "query_print.h"

#include <string.h>

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
    if (twice == NULL || strcmp(once, twice) == 0)
        return; /* it stays so from here on */
    g_autofree char *thrice = read_again(twice);
    fuzz_check(thrice == NULL || strcmp(twice, thrice) == 0, "[%s] is read as [%s]", twice, thrice);
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
