#include "query_print.h"

#include "fields.h"
#include "idiom.h"
#include "pieces.h"
#include "typed_citation.h"

#include <string.h>

enum {
    IDIOM_PARTS = 3,
    CITATION_PARTS = 6, /* that one may be recognised by, the number among them */
    LABEL_PARTS = 3     /* before the number: "cases n os 87" */
};

static void print_node(GString *text, const cfa_node *node, gboolean nested);

static const char *plain_word(const cfa_node *node)
{
    return node->kind == CFA_NODE_WORD && node->occurrence == CFA_PLAIN && node->words->len == 1
               ? g_ptr_array_index(node->words, 0)
               : NULL;
}

static const char *plain_word_at(const cfa_node *sequence, guint index)
{
    return index < sequence->children->len ? plain_word(g_ptr_array_index(sequence->children, index)) : NULL;
}

/* Up to so many parts from one on, as they are printed side by side; not as the first of a question, where
 * they are not. The caller frees. */
static char *parts_from(const GPtrArray *parts, guint index, guint most)
{
    GString *text = g_string_new(index > 0 ? "-" : "");
    for (guint i = index; i < parts->len && i < index + most; i++)
        g_string_append_printf(text, " %s", (const char *)g_ptr_array_index(parts, i));
    return g_string_free(text, FALSE);
}

static gboolean is_printed_as_field(const cfa_citation *citation)
{
    return citation->kind == CFA_CITES_CASE || citation->kind == CFA_CITES_REPORT;
}

/* Whether what stands before a part is printed as a citation. */
static gboolean is_behind_citation(const cfa_node *sequence, guint index)
{
    const cfa_node *before = index > 0 ? g_ptr_array_index(sequence->children, index - 1) : NULL;
    return before != NULL && before->kind == CFA_NODE_CITATION && !is_printed_as_field(&before->citation);
}

/* Whether a word is a number, or may be of the label before one. */
static gboolean has_number_near(const cfa_node *sequence, guint index)
{
    for (guint i = index; i <= index + LABEL_PARTS; i++) {
        const char *word = plain_word_at(sequence, i);
        if (word == NULL || g_ascii_isdigit(word[0]))
            return word != NULL;
    }
    return FALSE;
}

/* Whether the words that a question opens with would be passed over as those that introduce what it cites,
 * "CFA case:2090". */
static gboolean introduce_a_citation(const cfa_node *sequence, const GPtrArray *parts)
{
    guint words = 0;
    while (plain_word_at(sequence, words) != NULL)
        words++;
    if (words == 0 || words == parts->len)
        return FALSE;
    g_autofree char *said = parts_from(parts, 0, parts->len);
    g_autofree char *read = cfa_idiom_read(said);
    return read != NULL;
}

/* Whether what a question opens with reads as a citation there alone, "rapport 394", "case 2090 strike". */
static gboolean opens_as_citation(const char *text)
{
    cfa_citation citation;
    cfa_language language;
    g_autoptr(GArray) mentions = g_array_new(FALSE, FALSE, sizeof(cfa_mention));
    cfa_typed_add_opening_case(text, mentions);
    return mentions->len > 0 || cfa_typed_alone(text, &citation, &language);
}

/* Whether a word would be one thing with what stands beside it if they were read again as they stand: a label
 * that is passed over, "no 87", a citation, "27 e rapport", or the end of one, "para. 1 018": something stood
 * between them. What stands further behind decides, too: "case 20 workers", "report 83 of the Committee".
 * `parts` are as they are printed. */
static gboolean reads_with_others(const cfa_node *sequence, const GPtrArray *parts, guint index)
{
    const char *word = plain_word_at(sequence, index), *next = plain_word_at(sequence, index + 1);
    if (word != NULL && g_ascii_isdigit(word[0]) && is_behind_citation(sequence, index))
        return TRUE;
    if (index == 0 && introduce_a_citation(sequence, parts))
        return TRUE;
    if (word == NULL || next == NULL || !has_number_near(sequence, index))
        return FALSE;
    if (cfa_citation_is_label(word) && g_ascii_isdigit(next[0]))
        return TRUE;
    const gboolean is_beside = g_ascii_isdigit(word[0]) || g_ascii_isdigit(next[0]);
    g_autofree char *said = parts_from(parts, index, IDIOM_PARTS);
    g_autofree char *cited = parts_from(parts, index, CITATION_PARTS);
    g_autofree char *read = is_beside ? cfa_idiom_read(said) : NULL;
    g_autoptr(GArray) mentions = cfa_citation_scan(cited, strlen(cited), CFA_LANGUAGE_UNKNOWN, NULL);
    const cfa_mention *first = mentions->len > 0 ? &g_array_index(mentions, cfa_mention, 0) : NULL;
    const gboolean is_cited = first != NULL && first->offset <= strlen("- ") &&
                              !cfa_typed_is_of_year(cited, first, mentions->len > 1 ? first + 1 : NULL);
    return read != NULL || is_cited || (index == 0 && opens_as_citation(cited));
}

/* Puts brackets around each such word; the last first, since what is apart is nothing with what stands before
 * it either. */
static void put_apart(const cfa_node *sequence, GPtrArray *parts)
{
    for (guint i = parts->len; i > 0; i--)
        if (reads_with_others(sequence, parts, i - 1)) {
            g_autofree char *word = g_ptr_array_index(parts, i - 1);
            g_ptr_array_index(parts, i - 1) = g_strdup_printf("(%s)", word);
        }
}

static void print_children(GString *text, const cfa_node *node, const char *between, gboolean nested)
{
    const gboolean brackets = nested && node->children->len > 1;
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < node->children->len; i++) {
        GString *part = g_string_new(NULL);
        print_node(part, g_ptr_array_index(node->children, i), TRUE);
        g_ptr_array_add(parts, g_string_free(part, FALSE));
    }
    if (node->kind == CFA_NODE_SEQUENCE)
        put_apart(node, parts);
    if (brackets)
        g_string_append_c(text, '(');
    for (guint i = 0; i < parts->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? between : "", (const char *)g_ptr_array_index(parts, i));
    if (brackets)
        g_string_append_c(text, ')');
}

static void print_words(GString *text, const cfa_node *node, const char *between)
{
    for (guint i = 0; i < node->words->len; i++) {
        if (i > 0)
            g_string_append(text, between);
        g_string_append(text, g_ptr_array_index(node->words, i));
    }
}

static void print_near(GString *text, const cfa_node *node)
{
    g_autofree char *between = g_strdup_printf(" NEAR/%u ", node->distance);
    print_words(text, node, between);
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
static void print_citation(GString *text, const cfa_node *node)
{
    char id[CFA_CITATION_ID_SIZE];
    if (is_printed_as_field(&node->citation)) {
        g_string_append_printf(text, "%s%s", node->citation.kind == CFA_CITES_REPORT ? "report:" : "",
                               cfa_citation_id(&node->citation, id));
        return;
    }
    g_autofree char *name = cfa_citation_name(CFA_ENGLISH, &node->citation);
    g_string_append(text, name);
}

static void print_node(GString *text, const cfa_node *node, gboolean nested)
{
    if (node->occurrence == CFA_MUST)
        g_string_append_c(text, '+');
    else if (node->occurrence == CFA_NEVER)
        g_string_append_c(text, '-');
    switch (node->kind) {
    case CFA_NODE_WORD:
        print_words(text, node, " ");
        break;
    case CFA_NODE_PREFIX:
        print_words(text, node, " ");
        g_string_append_c(text, '*');
        break;
    case CFA_NODE_PHRASE:
        g_string_append_c(text, '"');
        print_words(text, node, " ");
        g_string_append_c(text, '"');
        break;
    case CFA_NODE_NEAR:
        print_near(text, node);
        break;
    case CFA_NODE_FIELD:
        print_field(text, node);
        break;
    case CFA_NODE_CITATION:
        print_citation(text, node);
        break;
    case CFA_NODE_TERM:
        g_string_append(text, node->value_to);
        break;
    case CFA_NODE_SEQUENCE:
        print_children(text, node, " ", nested);
        break;
    case CFA_NODE_AND:
        print_children(text, node, " AND ", nested);
        break;
    case CFA_NODE_OR:
        print_children(text, node, " OR ", nested);
        break;
    }
}

char *cfa_node_print(const cfa_node *node)
{
    g_autoptr(GString) text = g_string_new(NULL);
    print_node(text, node, FALSE);
    /* Folding takes the syllables of Korean apart. */
    return g_utf8_normalize(text->str, (gssize)text->len, G_NORMALIZE_NFC);
}

char *cfa_query_print(const cfa_query *query)
{
    char id[CFA_CITATION_ID_SIZE];
    const cfa_node *only =
        query->root->children->len == 1 ? g_ptr_array_index(query->root->children, 0) : NULL;
    if (only != NULL && only->kind == CFA_NODE_CITATION && only->occurrence == CFA_PLAIN &&
        only->citation.kind != CFA_CITES_REPORT)
        return g_strdup(cfa_citation_id(&only->citation, id));
    return cfa_node_print(query->root);
}
