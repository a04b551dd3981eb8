#include "query_print.h"

#include "compound.h"
#include "fields.h"
#include "pieces.h"

#include <string.h>

/* How far the words and citations of a query are kept apart, so that none is read with its neighbours. */
typedef enum form {
    AS_TYPED,      /* strike 2021 */
    NUMBERS_APART, /* strike "2021": there are no idioms beside quotation marks, and no citation goes into
                      them */
    ALL_APART,     /* (strike) "2021" */
    FORMS
} form;

static void print_node(GString *text, const cfa_node *node, form as, gboolean nested);

static void print_children(GString *text, const cfa_node *node, const char *between, form as, gboolean nested)
{
    const gboolean brackets = nested && node->children->len > 1;
    if (brackets)
        g_string_append_c(text, '(');
    for (guint i = 0; i < node->children->len; i++) {
        if (i > 0)
            g_string_append(text, between);
        print_node(text, g_ptr_array_index(node->children, i), as, TRUE);
    }
    if (brackets)
        g_string_append_c(text, ')');
}

static void print_word(GString *text, const char *word, form as)
{
    if (as != AS_TYPED && strpbrk(word, "0123456789") != NULL)
        g_string_append_printf(text, "\"%s\"", word);
    else
        g_string_append_printf(text, as == ALL_APART ? "(%s)" : "%s", word);
}

static void print_words(GString *text, const cfa_node *node, const char *between, form as)
{
    for (guint i = 0; i < node->words->len; i++) {
        if (i > 0)
            g_string_append(text, between);
        print_word(text, g_ptr_array_index(node->words, i), as);
    }
}

/* Whether two words, with a blank between them, are read as one. */
static gboolean are_one(const char *first, const char *second)
{
    const cfa_compound *compound = cfa_compound_find(first, FALSE);
    return compound != NULL && cfa_compound_has(compound, second);
}

static void print_phrase(GString *text, const GPtrArray *words)
{
    g_string_append_c(text, '"');
    for (guint i = 0; i < words->len; i++) {
        const char *word = g_ptr_array_index(words, i);
        const gboolean stay_apart = i > 0 && are_one(g_ptr_array_index(words, i - 1), word);
        g_string_append_printf(text, "%s%s", i == 0 ? "" : stay_apart ? ", " : " ", word);
    }
    g_string_append_c(text, '"');
}

static void print_near(GString *text, const cfa_node *node, form as)
{
    g_autofree char *between = g_strdup_printf(" NEAR/%u ", node->distance);
    print_words(text, node, between, as);
}

static void print_field(GString *text, const cfa_node *node)
{
    const gboolean range = node->value_to != NULL && strcmp(node->value, node->value_to) != 0;
    g_autofree char *value = cfa_piece_quoted(node->value);
    g_string_append_printf(text, "%s:%s%s%s", cfa_field_name(node->field, CFA_ENGLISH), value,
                           range ? ".." : "", range ? node->value_to : "");
}

/* As people write it, but for what is a field: among other words, or behind a sign, no identifier is a
 * citation. */
static void print_citation(GString *text, const cfa_citation *citation, form as)
{
    char id[CFA_CITATION_ID_SIZE];
    if (citation->kind == CFA_CITES_CASE || citation->kind == CFA_CITES_REPORT) {
        g_string_append_printf(text, "%s%s", citation->kind == CFA_CITES_REPORT ? "report:" : "",
                               cfa_citation_id(citation, id));
        return;
    }
    g_autofree char *name = cfa_citation_name(CFA_ENGLISH, citation);
    g_string_append_printf(text, as == AS_TYPED ? "%s" : "(%s)", name);
}

static void print_node(GString *text, const cfa_node *node, form as, gboolean nested)
{
    if (node->occurrence == CFA_MUST)
        g_string_append_c(text, '+');
    else if (node->occurrence == CFA_NEVER)
        g_string_append_c(text, '-');
    switch (node->kind) {
    case CFA_NODE_WORD:
        print_words(text, node, " ", as);
        break;
    case CFA_NODE_PREFIX:
        print_words(text, node, " ", AS_TYPED);
        g_string_append_c(text, '*');
        break;
    case CFA_NODE_PHRASE:
        print_phrase(text, node->words);
        break;
    case CFA_NODE_NEAR:
        print_near(text, node, as);
        break;
    case CFA_NODE_FIELD:
        print_field(text, node);
        break;
    case CFA_NODE_CITATION:
        print_citation(text, &node->citation, as);
        break;
    case CFA_NODE_TERM:
        g_string_append(text, node->value_to);
        break;
    case CFA_NODE_SEQUENCE:
        print_children(text, node, " ", as, nested);
        break;
    case CFA_NODE_AND:
        print_children(text, node, " AND ", as, nested);
        break;
    case CFA_NODE_OR:
        print_children(text, node, " OR ", as, nested);
        break;
    }
}

static char *print_in(const cfa_node *node, form as)
{
    g_autoptr(GString) text = g_string_new(NULL);
    print_node(text, node, as, FALSE);
    /* Folding takes the syllables of Korean apart. */
    return g_utf8_normalize(text->str, (gssize)text->len, G_NORMALIZE_NFC);
}

char *cfa_node_print(const cfa_node *node)
{
    return print_in(node, AS_TYPED);
}

/* Whether a text is read as a query that is printed the same. */
static gboolean is_read_as(const char *text, const char *printed)
{
    cfa_error error = {0};
    g_autoptr(cfa_query) again = cfa_query_parse(text, strlen(text), &error);
    g_autofree char *printed_again = again != NULL ? cfa_node_print(again->root) : NULL;
    return again == NULL || strcmp(printed_again, printed) == 0;
}

char *cfa_query_print(const cfa_query *query)
{
    char id[CFA_CITATION_ID_SIZE];
    const cfa_node *only =
        query->root->children->len == 1 ? g_ptr_array_index(query->root->children, 0) : NULL;
    if (only != NULL && only->kind == CFA_NODE_CITATION && only->occurrence == CFA_PLAIN &&
        only->citation.kind != CFA_CITES_REPORT)
        return g_strdup(cfa_citation_id(&only->citation, id));
    g_autofree char *as_typed = cfa_node_print(query->root);
    char *printed = g_strdup(as_typed);
    if (query->is_likeness) /* nobody types its terms */
        return printed;
    for (form as = NUMBERS_APART; as < FORMS && !is_read_as(printed, as_typed); as++) {
        g_free(printed);
        printed = print_in(query->root, as);
    }
    return printed;
}
