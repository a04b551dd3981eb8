#include "query.h"

#include "pieces.h"
#include "tree.h"

#include <string.h>

enum { PREFIX_LETTERS = 3 };

/* A parse under way: the pieces, and the one to read next. */
typedef struct parser {
    GArray *pieces;
    guint at;
} parser;

cfa_node *cfa_node_new(cfa_node_kind kind)
{
    cfa_node *node = g_new0(cfa_node, 1);
    node->kind = kind;
    node->words = g_ptr_array_new_with_free_func(g_free);
    node->children = g_ptr_array_new_with_free_func(cfa_node_free);
    return node;
}

void cfa_node_free(gpointer data)
{
    cfa_node *node = data;
    if (node == NULL)
        return;
    g_ptr_array_unref(node->words);
    g_ptr_array_unref(node->children); /* no deeper than CFA_QUERY_DEPTH */
    g_free(node->value);
    g_free(node->value_to);
    g_free(node);
}

void cfa_node_add(cfa_node *parent, cfa_node *child)
{
    if (child != NULL)
        g_ptr_array_add(parent->children, child);
}

void cfa_node_add_word(cfa_node *node, const char *word)
{
    g_ptr_array_add(node->words, g_strdup(word));
}

static const cfa_piece *peek(const parser *parse)
{
    static const cfa_piece end = {.kind = CFA_PIECE_END};
    return parse->at < parse->pieces->len ? &g_array_index(parse->pieces, cfa_piece, parse->at) : &end;
}

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

static cfa_node *phrase_node(const cfa_piece *one)
{
    cfa_node *node = cfa_node_new(CFA_NODE_PHRASE);
    add_words(NULL, node, one->text, one->length, CFA_PLAIN);
    if (node->words->len == 0)
        g_clear_pointer(&node, cfa_node_free);
    return node;
}

/* "country:belarus", "country:\"Costa Rica\""; NULL when it is no field, or no value of it. */
static cfa_node *field_node(const cfa_piece *one)
{
    const char *colon = memchr(one->text, ':', one->length);
    cfa_field field;
    if (colon == NULL || !cfa_field_find(one->text, (gsize)(colon - one->text), &field))
        return NULL;
    g_autofree char *value = cfa_piece_unquoted(colon + 1, one->length - (gsize)(colon + 1 - one->text));
    return cfa_field_node(field, value);
}

/* "strik*"; NULL where the beginning is too short or more than one word. */
static cfa_node *prefix_node(const cfa_piece *one)
{
    if (one->length < 2 || one->text[one->length - 1] != '*')
        return NULL;
    cfa_node *node = cfa_node_new(CFA_NODE_PREFIX);
    add_words(NULL, node, one->text, one->length - 1, CFA_PLAIN);
    if (node->words->len != 1 || g_utf8_strlen(g_ptr_array_index(node->words, 0), -1) < PREFIX_LETTERS)
        g_clear_pointer(&node, cfa_node_free);
    return node;
}

/* Words that stand without blanks between them ("trade-union") are one part where one is asked for. */
static cfa_node *words_node(const cfa_piece *one)
{
    cfa_node *sequence = cfa_node_new(CFA_NODE_SEQUENCE);
    add_words(sequence, NULL, one->text, one->length, CFA_PLAIN);
    if (sequence->children->len == 1) {
        cfa_node *only = g_ptr_array_steal_index(sequence->children, 0);
        cfa_node_free(sequence);
        return only;
    }
    if (sequence->children->len == 0)
        g_clear_pointer(&sequence, cfa_node_free);
    return sequence;
}

static cfa_node *parse_sequence(parser *parse, gboolean inside);

/* One part: a word, phrase, field, citation, or what stands in brackets. NULL where there is nothing in it.
 */
static cfa_node *parse_part(parser *parse)
{
    const cfa_piece *one = peek(parse);
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
        node = cfa_node_new(CFA_NODE_CITATION);
        node->citation = one->citation;
        break;
    case CFA_PIECE_NOT: /* before a part: -part */
        node = peek(parse)->kind != CFA_PIECE_END && peek(parse)->kind != CFA_PIECE_CLOSE ? parse_part(parse)
                                                                                          : NULL;
        if (node != NULL)
            node->occurrence = CFA_NEVER;
        return node;
    case CFA_PIECE_TEXT:
        node = field_node(one);
        node = node != NULL ? node : prefix_node(one);
        node = node != NULL ? node : words_node(one);
        break;
    case CFA_PIECE_END:
    case CFA_PIECE_CLOSE:
    case CFA_PIECE_AND:
    case CFA_PIECE_OR:
    case CFA_PIECE_NEAR:
        break; /* an operator with nothing to join */
    }
    if (node != NULL && one->occurrence != CFA_PLAIN)
        node->occurrence = one->occurrence;
    return node;
}

static gboolean starts_part(const cfa_piece *one)
{
    return one->kind == CFA_PIECE_TEXT || one->kind == CFA_PIECE_PHRASE || one->kind == CFA_PIECE_OPEN ||
           one->kind == CFA_PIECE_CITATION || one->kind == CFA_PIECE_NOT;
}

/* Whether an operator of this kind is next, with something after it to join. */
static gboolean takes_operator(parser *parse, cfa_piece_kind kind)
{
    if (peek(parse)->kind != kind)
        return FALSE;
    parse->at++;
    if (starts_part(peek(parse)))
        return TRUE;
    parse->at--;
    return FALSE;
}

/* Words near each other: only words can be. Anything else stands side by side. */
static cfa_node *parse_near(parser *parse)
{
    cfa_node *left = parse_part(parse);
    while (peek(parse)->kind == CFA_PIECE_NEAR) {
        const guint distance = peek(parse)->distance;
        if (!takes_operator(parse, CFA_PIECE_NEAR))
            break;
        cfa_node *right = parse_part(parse);
        const gboolean words = left != NULL && right != NULL && right->kind == CFA_NODE_WORD &&
                               (left->kind == CFA_NODE_WORD || left->kind == CFA_NODE_NEAR);
        if (words) {
            left->kind = CFA_NODE_NEAR;
            left->distance = MAX(left->distance, distance);
            cfa_node_add_word(left, g_ptr_array_index(right->words, 0));
            cfa_node_free(right);
        } else {
            cfa_node *both = cfa_node_new(CFA_NODE_SEQUENCE);
            cfa_node_add(both, left);
            cfa_node_add(both, right);
            left = both;
        }
    }
    return left;
}

/* Parts joined by one operator; a single one is itself. */
static cfa_node *parse_joined(parser *parse, cfa_piece_kind operator)
{
    const cfa_node_kind kind = operator== CFA_PIECE_AND ? CFA_NODE_AND : CFA_NODE_OR;
    cfa_node *left = operator== CFA_PIECE_AND ? parse_near(parse) : parse_joined(parse, CFA_PIECE_AND);
    cfa_node *joined = NULL;
    while (takes_operator(parse, operator)) {
        if (joined == NULL) {
            joined = cfa_node_new(kind);
            cfa_node_add(joined, left);
        }
        cfa_node_add(joined, operator== CFA_PIECE_AND ? parse_near(parse)
                                                      : parse_joined(parse, CFA_PIECE_AND));
    }
    if (joined == NULL)
        return left;
    if (joined->children->len == 0)
        g_clear_pointer(&joined, cfa_node_free);
    return joined;
}

/* Trailing and leading operators are words again, as in a pasted headline "AND NOW". They are stopwords
 * mostly, and weigh nothing. */
static void add_lone_operator(cfa_node *sequence, const cfa_piece *one)
{
    if (one->text != NULL)
        add_words(sequence, NULL, one->text, one->length, CFA_PLAIN);
}

/* What stands side by side, to the end, or to the bracket that closes it. */
static cfa_node *parse_sequence(parser *parse, gboolean inside)
{
    cfa_node *sequence = cfa_node_new(CFA_NODE_SEQUENCE);
    while (peek(parse)->kind != CFA_PIECE_END) {
        const cfa_piece *one = peek(parse);
        if (one->kind == CFA_PIECE_CLOSE) {
            parse->at++;
            if (inside)
                break;
        } else if (starts_part(one)) {
            cfa_node *part = parse_joined(parse, CFA_PIECE_OR);
            if (part != NULL && part->kind == CFA_NODE_SEQUENCE && part->occurrence == CFA_PLAIN && !inside &&
                one->kind == CFA_PIECE_TEXT) {
                /* "trade-union" among other words is two words like any other two */
                for (guint i = 0; i < part->children->len; i++)
                    cfa_node_add(sequence, g_ptr_array_index(part->children, i));
                g_ptr_array_set_free_func(part->children, NULL);
                cfa_node_free(part);
            } else {
                cfa_node_add(sequence, part);
            }
        } else {
            parse->at++;
            add_lone_operator(sequence, one);
        }
    }
    if (inside && sequence->children->len == 0)
        g_clear_pointer(&sequence, cfa_node_free);
    return sequence;
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
    query->text = g_utf8_make_valid(text, (gssize)length);
    g_autoptr(GArray) pieces = cfa_pieces_cut(query->text, &query->is_citation);
    if (nesting(pieces) > CFA_QUERY_DEPTH) {
        cfa_error_set(error, CFA_USAGE, "query-too-deep", -1,
                      "the query has %u levels of parentheses; the limit is %d", nesting(pieces),
                      CFA_QUERY_DEPTH);
        return NULL;
    }
    parser parse = {pieces, 0};
    query->root = parse_sequence(&parse, FALSE);
    return g_steal_pointer(&query);
}

void cfa_query_free(cfa_query *query)
{
    if (query == NULL)
        return;
    cfa_node_free(query->root);
    g_free(query->text);
    g_free(query);
}
