#include "query.h"

#include "tree.h"

#include <string.h>

enum { PREFIX_LETTERS = 3, NEAR_DEFAULT = 10, NEAR_MAX = 100 };

/* What a query is cut into before it is understood. */
typedef enum token_kind {
    TOKEN_END,
    TOKEN_TEXT,   /* anything between blanks: words, a field, a prefix */
    TOKEN_PHRASE, /* between two quotation marks, which are not in it */
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_AND,
    TOKEN_OR,
    TOKEN_NOT,
    TOKEN_NEAR,
    TOKEN_CITATION
} token_kind;

typedef struct token {
    token_kind kind;
    const char *text;
    gsize length;
    cfa_occurrence occurrence; /* a sign stood before it */
    guint distance;            /* NEAR */
    cfa_citation citation;
} token;

/* A parse under way: the tokens, and the one to read next. */
typedef struct parser {
    GArray *tokens;
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

/* ---- tokens ---- */

static gboolean is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Every kind of quotation mark that people paste. Returns its bytes, or 0. */
static gsize quotation_mark(const char *text)
{
    static const char *const marks[] = {"\"", "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"};
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
        if (strncmp(text, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

static const char *closing_mark(const char *text, const char *end)
{
    while (text < end && quotation_mark(text) == 0)
        text++;
    return text < end ? text : NULL;
}

/* A NEAR operator: "NEAR" or "NEAR/5". Returns its distance, or 0. */
static guint near_distance(const char *text, gsize length)
{
    guint64 distance = NEAR_DEFAULT;
    if (length < 4 || strncmp(text, "NEAR", 4) != 0)
        return 0;
    if (length == 4)
        return (guint)distance;
    g_autofree char *digits = g_strndup(text + 5, length - 5);
    if (text[4] != '/' || !g_ascii_string_to_unsigned(digits, 10, 1, NEAR_MAX, &distance, NULL))
        return 0;
    return (guint)distance;
}

static token_kind operator_kind(const char *text, gsize length)
{
    if (length == 3 && memcmp(text, "AND", 3) == 0)
        return TOKEN_AND;
    if (length == 2 && memcmp(text, "OR", 2) == 0)
        return TOKEN_OR;
    if (length == 3 && memcmp(text, "NOT", 3) == 0)
        return TOKEN_NOT;
    return near_distance(text, length) > 0 ? TOKEN_NEAR : TOKEN_TEXT;
}

/* The end of a piece that begins at `text`: a blank, a bracket; but a field's value may be in quotation
 * marks. */
static const char *piece_end(const char *text, const char *end)
{
    const char *at = text;
    while (at < end && !is_blank(*at) && *at != '(' && *at != ')') {
        const gsize mark = quotation_mark(at);
        if (mark == 0) {
            at++;
            continue;
        }
        const char *closing = at > text && at[-1] == ':' ? closing_mark(at + mark, end) : NULL;
        if (closing == NULL)
            return at > text ? at : at + mark; /* a phrase begins; a mark without its fellow parts words */
        return closing + quotation_mark(closing);
    }
    return at;
}

static const char *read_sign(const char *at, const char *end, cfa_occurrence *occurrence)
{
    *occurrence = CFA_PLAIN;
    if (at + 1 < end && (*at == '+' || *at == '-') && !is_blank(at[1])) {
        *occurrence = *at == '+' ? CFA_MUST : CFA_NEVER;
        return at + 1;
    }
    return at;
}

/* Reads one token at `at` and returns where the next may begin. */
static const char *read_token(const char *at, const char *end, token *result)
{
    *result = (token){.kind = TOKEN_TEXT};
    at = read_sign(at, end, &result->occurrence);
    if (*at == '(' || *at == ')') {
        result->kind = *at == '(' ? TOKEN_OPEN : TOKEN_CLOSE;
        return at + 1;
    }
    const gsize mark = quotation_mark(at);
    const char *closing = mark > 0 ? closing_mark(at + mark, end) : NULL;
    if (closing != NULL) {
        result->kind = TOKEN_PHRASE;
        result->text = at + mark;
        result->length = (gsize)(closing - result->text);
        return closing + quotation_mark(closing);
    }
    const char *stop = piece_end(at, end);
    result->text = at;
    result->length = (gsize)(stop - at);
    if (result->occurrence == CFA_PLAIN) {
        result->kind = operator_kind(at, result->length);
        result->distance = near_distance(at, result->length);
    }
    return stop;
}

static void read_tokens(GArray *tokens, const char *at, const char *end)
{
    while (at < end) {
        if (is_blank(*at)) {
            at++;
            continue;
        }
        token one;
        at = read_token(at, end, &one);
        g_array_append_val(tokens, one);
    }
}

/* Whether the bytes hold a word at all. */
static gboolean has_word(const char *text, gsize length)
{
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, length);
    return cfa_word_next(&reader, &word);
}

static gboolean inside_quotes(const char *text, gsize offset)
{
    guint marks = 0;
    for (gsize i = 0; i < offset; i++)
        marks += quotation_mark(text + i) > 0;
    return marks % 2 == 1;
}

static void append_citation(GArray *tokens, const cfa_citation *citation)
{
    token one = {.kind = TOKEN_CITATION, .citation = *citation};
    g_array_append_val(tokens, one);
}

/* An identifier typed alone, "394/83", "394/83/fr" or "case:2090": a citation without words, and a language
 * where it names one. "394" alone is a word. */
static gboolean read_identifier(const char *text, cfa_citation *citation, cfa_language *language)
{
    g_autofree char *stripped = g_strstrip(g_strdup(text));
    char *code = strrchr(stripped, '/');
    *language = code != NULL ? cfa_language_parse(code + 1) : CFA_LANGUAGE_UNKNOWN;
    if (*language != CFA_LANGUAGE_UNKNOWN)
        *code = '\0';
    return cfa_citation_parse(stripped, citation) && citation->kind != CFA_CITES_REPORT;
}

/* Where the mention with this index ends. One that names its cases between the report and the paragraphs, as
 * the citations of our answers do ("394th Report, Case No. 2090 (Belarus), para. 83"), was scanned up to the
 * report, and the cases after it: it ends behind the paragraphs, and the cases are passed over. */
static gsize end_of_mention(const char *text, const GArray *mentions, guint *index)
{
    const cfa_mention *report = &g_array_index(mentions, cfa_mention, *index);
    const gsize end = report->offset + report->length;
    guint next = *index + 1;
    while (next < mentions->len && g_array_index(mentions, cfa_mention, next).citation.kind == CFA_CITES_CASE)
        next++;
    if (report->citation.kind != CFA_CITES_PARAGRAPH || next == *index + 1)
        return end;
    const cfa_mention *last_case = &g_array_index(mentions, cfa_mention, next - 1);
    const char *rest = text + last_case->offset + last_case->length;
    rest += strspn(rest, " ");
    if (*rest == '(')
        rest = strchr(rest, ')') != NULL ? strchr(rest, ')') + 1 : rest;
    g_autoptr(GString) without_cases = g_string_new_len(text + report->offset, (gssize)report->length);
    g_string_append(without_cases, rest);
    g_autoptr(GArray) again =
        cfa_citation_scan(without_cases->str, without_cases->len, CFA_LANGUAGE_UNKNOWN, NULL);
    const cfa_mention *whole = again->len > 0 ? &g_array_index(again, cfa_mention, 0) : NULL;
    if (whole == NULL || whole->offset > 0 || whole->length <= report->length)
        return end;
    *index = next - 1;
    return (gsize)(rest - text) + whole->length - report->length;
}

/* Cuts the text: what reads as a citation first, all between them by blanks, quotation marks and brackets.
 * `is_citation`: there is nothing else. */
static GArray *tokenize(const char *text, gboolean *is_citation)
{
    GArray *tokens = g_array_new(FALSE, TRUE, sizeof(token));
    const gsize length = strlen(text);
    cfa_citation identifier;
    cfa_language language;
    if (read_identifier(text, &identifier, &language)) {
        static const char *const fields[] = {"", "lang:en", "lang:fr", "lang:es"};
        append_citation(tokens, &identifier);
        read_tokens(tokens, fields[language], fields[language] + strlen(fields[language]));
        *is_citation = TRUE;
        return tokens;
    }
    g_autoptr(GArray) mentions = cfa_citation_scan(text, length, CFA_LANGUAGE_UNKNOWN, NULL);
    gsize at = 0;
    *is_citation = mentions->len > 0;
    for (guint i = 0; i < mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(mentions, cfa_mention, i);
        if (mention->offset < at || inside_quotes(text, mention->offset))
            continue;
        *is_citation = *is_citation && !has_word(text + at, mention->offset - at);
        read_tokens(tokens, text + at, text + mention->offset);
        append_citation(tokens, &mention->citation);
        at = end_of_mention(text, mentions, &i);
    }
    *is_citation = *is_citation && !has_word(text + at, length - at);
    read_tokens(tokens, text + at, text + length);
    return tokens;
}

/* ---- understanding ---- */

static const token *peek(const parser *parse)
{
    static const token end = {.kind = TOKEN_END};
    return parse->at < parse->tokens->len ? &g_array_index(parse->tokens, token, parse->at) : &end;
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

static cfa_node *phrase_node(const token *one)
{
    cfa_node *node = cfa_node_new(CFA_NODE_PHRASE);
    add_words(NULL, node, one->text, one->length, CFA_PLAIN);
    if (node->words->len == 0)
        g_clear_pointer(&node, cfa_node_free);
    return node;
}

/* "country:belarus", "country:\"Costa Rica\""; NULL when it is no field, or no value of it. */
static cfa_node *field_node(const token *one)
{
    const char *colon = memchr(one->text, ':', one->length);
    cfa_field field;
    if (colon == NULL || !cfa_field_find(one->text, (gsize)(colon - one->text), &field))
        return NULL;
    const char *value = colon + 1, *end = one->text + one->length;
    const gsize mark = value < end ? quotation_mark(value) : 0;
    const char *closing = mark > 0 ? closing_mark(value + mark, end) : NULL;
    g_autofree char *text = closing != NULL ? g_strndup(value + mark, (gsize)(closing - value) - mark)
                                            : g_strndup(value, (gsize)(end - value));
    return cfa_field_node(field, g_strstrip(text));
}

/* "strik*"; NULL where the beginning is too short or more than one word. */
static cfa_node *prefix_node(const token *one)
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
static cfa_node *words_node(const token *one)
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
    const token *one = peek(parse);
    cfa_node *node = NULL;
    parse->at++;
    switch (one->kind) {
    case TOKEN_OPEN:
        node = parse_sequence(parse, TRUE);
        break;
    case TOKEN_PHRASE:
        node = phrase_node(one);
        break;
    case TOKEN_CITATION:
        node = cfa_node_new(CFA_NODE_CITATION);
        node->citation = one->citation;
        break;
    case TOKEN_NOT: /* before a part: -part */
        node = peek(parse)->kind != TOKEN_END && peek(parse)->kind != TOKEN_CLOSE ? parse_part(parse) : NULL;
        if (node != NULL)
            node->occurrence = CFA_NEVER;
        return node;
    case TOKEN_TEXT:
        node = field_node(one);
        node = node != NULL ? node : prefix_node(one);
        node = node != NULL ? node : words_node(one);
        break;
    case TOKEN_END:
    case TOKEN_CLOSE:
    case TOKEN_AND:
    case TOKEN_OR:
    case TOKEN_NEAR:
        break; /* an operator with nothing to join */
    }
    if (node != NULL && one->occurrence != CFA_PLAIN)
        node->occurrence = one->occurrence;
    return node;
}

static gboolean starts_part(const token *one)
{
    return one->kind == TOKEN_TEXT || one->kind == TOKEN_PHRASE || one->kind == TOKEN_OPEN ||
           one->kind == TOKEN_CITATION || one->kind == TOKEN_NOT;
}

/* Whether an operator of this kind is next, with something after it to join. */
static gboolean takes_operator(parser *parse, token_kind kind)
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
    while (peek(parse)->kind == TOKEN_NEAR) {
        const guint distance = peek(parse)->distance;
        if (!takes_operator(parse, TOKEN_NEAR))
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
static cfa_node *parse_joined(parser *parse, token_kind operator)
{
    const cfa_node_kind kind = operator== TOKEN_AND ? CFA_NODE_AND : CFA_NODE_OR;
    cfa_node *left = operator== TOKEN_AND ? parse_near(parse) : parse_joined(parse, TOKEN_AND);
    cfa_node *joined = NULL;
    while (takes_operator(parse, operator)) {
        if (joined == NULL) {
            joined = cfa_node_new(kind);
            cfa_node_add(joined, left);
        }
        cfa_node_add(joined, operator== TOKEN_AND ? parse_near(parse) : parse_joined(parse, TOKEN_AND));
    }
    if (joined == NULL)
        return left;
    if (joined->children->len == 0)
        g_clear_pointer(&joined, cfa_node_free);
    return joined;
}

/* Trailing and leading operators are words again, as in a pasted headline "AND NOW". They are stopwords
 * mostly, and weigh nothing. */
static void add_lone_operator(cfa_node *sequence, const token *one)
{
    if (one->text != NULL)
        add_words(sequence, NULL, one->text, one->length, CFA_PLAIN);
}

/* What stands side by side, to the end, or to the bracket that closes it. */
static cfa_node *parse_sequence(parser *parse, gboolean inside)
{
    cfa_node *sequence = cfa_node_new(CFA_NODE_SEQUENCE);
    while (peek(parse)->kind != TOKEN_END) {
        const token *one = peek(parse);
        if (one->kind == TOKEN_CLOSE) {
            parse->at++;
            if (inside)
                break;
        } else if (starts_part(one)) {
            cfa_node *part = parse_joined(parse, TOKEN_OR);
            if (part != NULL && part->kind == CFA_NODE_SEQUENCE && part->occurrence == CFA_PLAIN && !inside &&
                one->kind == TOKEN_TEXT) {
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

static guint nesting(const GArray *tokens)
{
    guint depth = 0, deepest = 0;
    for (guint i = 0; i < tokens->len; i++) {
        const token_kind kind = g_array_index(tokens, token, i).kind;
        if (kind == TOKEN_OPEN) {
            depth++;
            deepest = MAX(deepest, depth);
        } else if (kind == TOKEN_CLOSE && depth > 0) {
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
    g_autoptr(GArray) tokens = tokenize(query->text, &query->is_citation);
    if (nesting(tokens) > CFA_QUERY_DEPTH) {
        cfa_error_set(error, CFA_USAGE, "query-too-deep", -1,
                      "the query has %u levels of parentheses; the limit is %d", nesting(tokens),
                      CFA_QUERY_DEPTH);
        return NULL;
    }
    parser parse = {tokens, 0};
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
