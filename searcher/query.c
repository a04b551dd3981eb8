#include "query.h"

#include "fields.h"
#include "parsing.h"
#include "tree.h"

#include <string.h>

/* Adds each word of the text as a node of its own, or to one node. */
static void add_words(cfa_node *sequence, cfa_node *into, const char *text, gsize length,
                      cfa_occurrence occurrence)
{
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, length);
    while (cfa_word_next(&reader, &word)) {
        cfa_node *node = into;
        if (node == NULL) {
            node = cfa_node_new(CFA_NODE_WORD);
            node->occurrence = occurrence;
            cfa_node_add(sequence, node);
        }
        cfa_node_add_word(node, word.text);
    }
}

/* A number alone in quotation marks is that number, which is of no citation then: report "394". */
static cfa_node *phrase_node(const cfa_piece *one)
{
    cfa_node *node = cfa_node_new(CFA_NODE_PHRASE);
    add_words(NULL, node, one->text, one->length, CFA_PLAIN);
    if (node->words->len == 0)
        g_clear_pointer(&node, cfa_node_free);
    else if (node->words->len == 1 && strpbrk(g_ptr_array_index(node->words, 0), "0123456789") != NULL)
        node->kind = CFA_NODE_WORD;
    return node;
}

/* "strik*"; NULL where the beginning is too short or more than one word. */
static cfa_node *prefix_node(const cfa_piece *one)
{
    if (one->length < 2 || one->text[one->length - 1] != '*')
        return NULL;
    cfa_node *node = cfa_node_new(CFA_NODE_PREFIX);
    add_words(NULL, node, one->text, one->length - 1, CFA_PLAIN);
    if (node->words->len != 1 ||
        g_utf8_strlen(g_ptr_array_index(node->words, 0), -1) < CFA_QUERY_PREFIX_LETTERS)
        g_clear_pointer(&node, cfa_node_free);
    return node;
}

/* Words that stand without blanks between them ("trade-union") are one part where one is asked for. */
static cfa_node *words_node(const cfa_piece *one)
{
    cfa_node *sequence = cfa_node_new(CFA_NODE_SEQUENCE);
    add_words(sequence, NULL, one->text, one->length, CFA_PLAIN);
    return cfa_node_unwrap(sequence);
}

/* Whether the piece at a place begins a part. NOT does where there is something to exclude. */
static gboolean starts_part(const cfa_parsing *parse, guint at)
{
    while (cfa_parsing_at(parse, at)->kind == CFA_PIECE_NOT)
        at++;
    const cfa_piece_kind kind = cfa_parsing_at(parse, at)->kind;
    return kind == CFA_PIECE_TEXT || kind == CFA_PIECE_PHRASE || kind == CFA_PIECE_OPEN ||
           kind == CFA_PIECE_CITATION || kind == CFA_PIECE_PARAGRAPHS;
}

static cfa_node *parse_sequence(cfa_parsing *parse, gboolean inside);

/* What a piece of text is: a field, a prefix, else words. */
static cfa_node *parse_text(cfa_parsing *parse, const cfa_piece *one)
{
    cfa_node *node = cfa_parsing_field(parse, one);
    if (node == NULL)
        node = prefix_node(one);
    return node != NULL ? node : words_node(one);
}

static gboolean cites_a(const cfa_piece *piece, cfa_citation_kind kind)
{
    return piece->kind == CFA_PIECE_CITATION && piece->occurrence == CFA_PLAIN &&
           piece->citation.kind == kind;
}

/* What is cited. A report named beside a case, "Case No. 2090, 394th Report", says where that was
 * examined. */
static cfa_node *citation_node(const cfa_parsing *parse, const cfa_piece *one)
{
    const gboolean is_of_a_case =
        cites_a(one, CFA_CITES_REPORT) && ((parse->at > 1 && cites_a(one - 1, CFA_CITES_CASE)) ||
                                           cites_a(cfa_parsing_next(parse), CFA_CITES_CASE));
    g_autofree char *report = g_strdup_printf("%u", one->citation.number);
    if (is_of_a_case)
        return cfa_field_node(CFA_FIELD_REPORT, report);
    cfa_node *node = cfa_node_new(CFA_NODE_CITATION);
    node->citation = one->citation;
    return node;
}

/* "para:83" or "para:80..90". */
static cfa_node *paragraphs_node(const cfa_citation *paragraphs)
{
    g_autofree char *range = g_strdup_printf("%u..%u", paragraphs->first, paragraphs->last);
    return cfa_field_node(CFA_FIELD_PARAGRAPH, range);
}

/* One part: a word, phrase, field, citation, or what stands in brackets. NULL where there is nothing in
 * it. */
static cfa_node *parse_part(cfa_parsing *parse)
{
    const cfa_piece *one = cfa_parsing_next(parse);
    cfa_node *node = NULL;
    parse->at++;
    switch (one->kind) {
    case CFA_PIECE_OPEN:
        node = parse_sequence(parse, TRUE);
        break;
    case CFA_PIECE_PHRASE:
        node = phrase_node(one);
        break;
    case CFA_PIECE_CITATION:
        node = citation_node(parse, one);
        break;
    case CFA_PIECE_PARAGRAPHS:
        node = paragraphs_node(&one->citation);
        break;
    case CFA_PIECE_NOT: /* -part */
        node = parse_part(parse);
        cfa_node_set_sign(node, CFA_NEVER);
        return node;
    case CFA_PIECE_TEXT:
        node = parse_text(parse, one);
        break;
    case CFA_PIECE_END:
    case CFA_PIECE_CLOSE:
    case CFA_PIECE_AND:
    case CFA_PIECE_OR:
    case CFA_PIECE_NEAR:
        break; /* an operator with nothing to join */
    }
    cfa_node_set_sign(node, one->occurrence);
    return node;
}

/* Whether an operator of this kind is next, with something after it to join. */
static gboolean takes_operator(cfa_parsing *parse, cfa_piece_kind kind)
{
    if (cfa_parsing_next(parse)->kind != kind)
        return FALSE;
    const gboolean joins = starts_part(parse, parse->at + 1);
    parse->at += joins ? 1 : 0;
    return joins;
}

/* Whether a part is near: a word that is wanted, or words that are near already. */
static gboolean can_be_near(const cfa_node *left, const cfa_node *right)
{
    return left != NULL && right != NULL && (left->kind == CFA_NODE_WORD || left->kind == CFA_NODE_NEAR) &&
           right->kind == CFA_NODE_WORD && right->occurrence != CFA_NEVER;
}

/* Words near each other. Of anything else the index does not know how near it is: both must be there. */
static cfa_node *parse_near(cfa_parsing *parse)
{
    cfa_node *left = parse_part(parse);
    for (guint distance;
         (distance = cfa_parsing_next(parse)->distance) > 0 && takes_operator(parse, CFA_PIECE_NEAR);) {
        cfa_node *right = parse_part(parse);
        if (can_be_near(left, right)) {
            left->kind = CFA_NODE_NEAR;
            left->distance = MAX(left->distance, distance);
            left->occurrence = left->occurrence == CFA_PLAIN ? right->occurrence : left->occurrence;
            cfa_node_add_word(left, g_ptr_array_index(right->words, 0));
            cfa_node_free(right);
        } else {
            cfa_node *both = cfa_node_new(CFA_NODE_AND);
            cfa_node_add(both, left);
            cfa_node_add(both, right);
            left = cfa_node_unwrap(both);
        }
    }
    return left;
}

/* Parts joined by one operator; a single one is itself. */
static cfa_node *parse_joined(cfa_parsing *parse, cfa_piece_kind joint)
{
    const cfa_node_kind kind = joint == CFA_PIECE_AND ? CFA_NODE_AND : CFA_NODE_OR;
    cfa_node *left = joint == CFA_PIECE_AND ? parse_near(parse) : parse_joined(parse, CFA_PIECE_AND);
    cfa_node *joined = NULL;
    while (takes_operator(parse, joint)) {
        if (joined == NULL) {
            joined = cfa_node_new(kind);
            cfa_node_add(joined, left);
        }
        cfa_node_add(joined, joint == CFA_PIECE_AND ? parse_near(parse) : parse_joined(parse, CFA_PIECE_AND));
    }
    return joined != NULL ? cfa_node_unwrap(joined) : left;
}

/* Trailing and leading operators are words again, as in a pasted headline "AND NOW". They are stopwords
 * mostly, and weigh nothing. */
static void add_lone_operator(cfa_node *sequence, const cfa_piece *one)
{
    if (one->text != NULL)
        add_words(sequence, NULL, one->text, one->length, CFA_PLAIN);
}

/* The field that a part which stands beside others is a value of, or is printed as; CFA_FIELDS for any
 * other. */
static cfa_field field_of(const cfa_node *part)
{
    const gboolean is_cited = part->kind == CFA_NODE_CITATION;
    if (part->occurrence != CFA_PLAIN)
        return CFA_FIELDS;
    if (is_cited && part->citation.kind == CFA_CITES_CASE)
        return CFA_FIELD_CASE;
    if (is_cited && part->citation.kind == CFA_CITES_REPORT)
        return CFA_FIELD_REPORT;
    return part->kind == CFA_NODE_FIELD ? part->field : CFA_FIELDS;
}

/* Whether a part is values of one field, of which any may be there: so it is when they stand side by side
 * with all else. */
static gboolean is_one_filter(const cfa_node *part)
{
    const gboolean joins =
        (part->kind == CFA_NODE_OR || part->kind == CFA_NODE_SEQUENCE) && part->children->len > 0;
    const cfa_field field = joins ? field_of(g_ptr_array_index(part->children, 0)) : CFA_FIELDS;
    for (guint i = 0; field != CFA_FIELDS && i < part->children->len; i++)
        if (field_of(g_ptr_array_index(part->children, i)) != field)
            return FALSE;
    return field != CFA_FIELDS;
}

/* What stands side by side, to the end, or to the bracket that closes it. */
static cfa_node *parse_sequence(cfa_parsing *parse, gboolean inside)
{
    cfa_node *sequence = cfa_node_new(CFA_NODE_SEQUENCE);
    while (cfa_parsing_next(parse)->kind != CFA_PIECE_END) {
        const cfa_piece *one = cfa_parsing_next(parse);
        if (one->kind == CFA_PIECE_CLOSE) {
            parse->at++;
            if (inside)
                break;
        } else if (starts_part(parse, parse->at)) {
            cfa_node *part = parse_joined(parse, CFA_PIECE_OR);
            /* "trade-union" among other words is two words like any other two */
            const gboolean is_words = part != NULL && part->kind == CFA_NODE_SEQUENCE &&
                                      part->occurrence == CFA_PLAIN && !inside && one->kind == CFA_PIECE_TEXT;
            if (is_words || (part != NULL && is_one_filter(part)))
                cfa_node_add_children(sequence, part);
            else
                cfa_node_add(sequence, part);
        } else {
            parse->at++;
            add_lone_operator(sequence, one);
        }
    }
    if (inside && is_one_filter(sequence))
        sequence->kind = CFA_NODE_OR;
    return inside ? cfa_node_unwrap(sequence) : sequence;
}

static guint nesting(const GArray *pieces)
{
    guint depth = 0, deepest = 0;
    for (guint i = 0; i < pieces->len; i++) {
        const cfa_piece_kind kind = g_array_index(pieces, cfa_piece, i).kind;
        if (kind == CFA_PIECE_OPEN) {
            depth++;
            deepest = MAX(deepest, depth);
        } else if (kind == CFA_PIECE_CLOSE && depth > 0) {
            depth--;
        }
    }
    return deepest;
}

cfa_query *cfa_query_parse(const char *text, gsize length, cfa_error *error)
{
    if (length > CFA_QUERY_BYTES) {
        cfa_error_set(error, CFA_USAGE, "query-too-long", -1,
                      "the query has %" G_GSIZE_FORMAT " bytes; the limit is %d", length, CFA_QUERY_BYTES);
        return NULL;
    }
    g_autoptr(cfa_query) query = g_new0(cfa_query, 1);
    query->text = cfa_parsing_plain(text, length);
    g_autofree char *read = NULL;
    g_autoptr(GArray) pieces = cfa_parsing_cut(query->text, &read, &query->is_citation);
    query->has_idiom = read != NULL;
    if (nesting(pieces) > CFA_QUERY_DEPTH) {
        cfa_error_set(error, CFA_USAGE, "query-too-deep", -1,
                      "the query has %u levels of parentheses; the limit is %d", nesting(pieces),
                      CFA_QUERY_DEPTH);
        return NULL;
    }
    query->unread = g_ptr_array_new_with_free_func(g_free);
    cfa_parsing parse = {pieces, 0, query->unread};
    query->root = parse_sequence(&parse, FALSE);
    return g_steal_pointer(&query);
}

void cfa_query_free(cfa_query *query)
{
    if (query == NULL)
        return;
    cfa_node_free(query->root);
    g_clear_pointer(&query->unread, g_ptr_array_unref);
    g_free(query->text);
    g_free(query);
}

/* A citation, or the number of a page. */
static gboolean names_a_text(const cfa_node *part)
{
    return part->kind == CFA_NODE_CITATION || (part->kind == CFA_NODE_FIELD && part->field == CFA_FIELD_TEXT);
}

/* A query of the same text, without any part. */
static cfa_query *emptied(const cfa_query *query)
{
    cfa_query *empty = g_new0(cfa_query, 1);
    empty->text = g_strdup(query->text);
    empty->root = cfa_node_new(CFA_NODE_SEQUENCE);
    return empty;
}

cfa_query *cfa_query_without(const cfa_query *query, cfa_field field)
{
    g_autoptr(cfa_query) rest = emptied(query);
    for (guint i = 0; i < query->root->children->len; i++) {
        const cfa_node *part = g_ptr_array_index(query->root->children, i);
        if (part->kind != CFA_NODE_FIELD || part->field != field)
            cfa_node_add(rest->root, cfa_node_copy(part));
    }
    const guint left = rest->root->children->len;
    return left > 0 && left < query->root->children->len ? g_steal_pointer(&rest) : NULL;
}

cfa_query *cfa_query_citations_alone(const cfa_query *query)
{
    gboolean cites = FALSE;
    g_autoptr(cfa_query) alone = emptied(query);
    for (guint i = 0; i < query->root->children->len; i++) {
        const cfa_node *part = g_ptr_array_index(query->root->children, i);
        if (part->kind == CFA_NODE_CITATION || part->kind == CFA_NODE_FIELD)
            cfa_node_add(alone->root, cfa_node_copy(part));
        else if (part->occurrence != CFA_PLAIN)
            return NULL;
        cites = cites || (names_a_text(part) && part->occurrence != CFA_NEVER);
    }
    const gboolean has_words = alone->root->children->len < query->root->children->len;
    return cites && has_words ? g_steal_pointer(&alone) : NULL;
}
