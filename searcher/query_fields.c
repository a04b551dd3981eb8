/* Which fields a query has, "country:(BY OR CO)", and how far their values go. */
#include "fields.h"
#include "parsing.h"
#include "tree.h"

#include <string.h>

enum {
    COUNTRY_WORDS = 6 /* behind the first of a name: "Democratic Republic of the Congo" has five in all */
};

static gboolean is_value_piece(const cfa_piece *piece)
{
    return piece->occurrence == CFA_PLAIN &&
           (piece->kind == CFA_PIECE_TEXT || piece->kind == CFA_PIECE_PHRASE);
}

/* The length of a value with the pieces behind it that go on with the name of a country, which are taken:
 * "country:Costa Rica". */
static gsize country_length(cfa_parsing *parse, const char *value, gsize length)
{
    guint taken = 0;
    for (guint i = 0; i < COUNTRY_WORDS && is_value_piece(cfa_parsing_at(parse, parse->at + i)); i++) {
        const cfa_piece *next = cfa_parsing_at(parse, parse->at + i);
        const gsize whole = (gsize)(next->text + next->length - value);
        g_autofree char *name = cfa_word_fold(value, whole);
        if (cfa_country_code(name, strlen(name)) == NULL)
            continue;
        taken = i + 1;
        length = whole;
    }
    parse->at += taken;
    return length;
}

char *cfa_parsing_value(cfa_parsing *parse, cfa_field field, const char *value, gsize *length)
{
    if (field == CFA_FIELD_COUNTRY)
        *length = country_length(parse, value, *length);
    return cfa_piece_unquoted(value, *length);
}

/* "belarus", "\"Costa Rica\"", "BY,CO"; NULL for no value of the field. */
static cfa_node *value_node(cfa_parsing *parse, cfa_field field, const char *value, gsize length)
{
    g_autofree char *text = cfa_parsing_value(parse, field, value, &length);
    return cfa_field_list(field, text);
}

static gboolean are_known_countries(const cfa_node *node)
{
    for (guint i = 0; i < node->children->len; i++)
        if (!are_known_countries(g_ptr_array_index(node->children, i)))
            return FALSE;
    return node->kind != CFA_NODE_FIELD || cfa_country_name(node->value, CFA_ENGLISH) != NULL;
}

/* A value that stands in a piece of its own, which is taken. Any word can be the name of a country, but here
 * it must be one that is known: "country: the facts" is words. */
static cfa_node *parted_value_node(cfa_parsing *parse, cfa_field field)
{
    const guint at = parse->at;
    const cfa_piece *next = cfa_parsing_next(parse);
    if (!is_value_piece(next))
        return NULL;
    parse->at++;
    cfa_node *node = value_node(parse, field, next->text, next->length);
    if (node != NULL && field == CFA_FIELD_COUNTRY && !are_known_countries(node))
        g_clear_pointer(&node, cfa_node_free);
    if (node == NULL)
        parse->at = at;
    return node;
}

/* Whether a list may go on with a piece, behind a comma or OR. Words that name a section or a status are
 * words of sentences, too; and before the 83 of "report:394, para. 83" a label was passed over. */
static gboolean may_go_on(const cfa_piece *last, const cfa_piece *next, cfa_field field, gboolean is_or)
{
    const char *comma = last->text + last->length;
    if (!is_value_piece(next) || (!is_or && *comma != ','))
        return FALSE;
    if (field == CFA_FIELD_COUNTRY)
        return TRUE;
    return next->kind == CFA_PIECE_TEXT && g_ascii_isdigit(next->text[0]) &&
           (is_or || comma + 1 + strspn(comma + 1, " ") == next->text);
}

/* The value that a list goes on with; NULL where none does. */
static cfa_node *next_value_node(cfa_parsing *parse, cfa_field field)
{
    const guint at = parse->at;
    const cfa_piece *last = cfa_parsing_at(parse, at - 1), *next = cfa_parsing_next(parse);
    const gboolean is_or = next->kind == CFA_PIECE_OR;
    if (is_or)
        next = cfa_parsing_at(parse, ++parse->at);
    cfa_node *node = may_go_on(last, next, field, is_or) ? parted_value_node(parse, field) : NULL;
    if (node == NULL)
        parse->at = at;
    return node;
}

/* Adds a value to those of a list, where it is a list itself its values. */
static void add_value(cfa_node *any, cfa_node *node)
{
    if (node->kind == CFA_NODE_OR)
        cfa_node_add_children(any, node);
    else
        cfa_node_add(any, node);
}

/* "(BY OR CO)" behind the name of a field; NULL where there is anything but values. Words side by side of
 * which none is a country that is known, "country:(the facts)", are not values either. */
static cfa_node *bracketed_node(cfa_parsing *parse, cfa_field field)
{
    const guint at = parse->at++;
    gboolean is_list = field != CFA_FIELD_COUNTRY, is_known = FALSE;
    cfa_node *any = cfa_node_new(CFA_NODE_OR);
    while (cfa_parsing_next(parse)->kind != CFA_PIECE_CLOSE &&
           cfa_parsing_next(parse)->kind != CFA_PIECE_END) {
        if (any->children->len > 0 && cfa_parsing_next(parse)->kind == CFA_PIECE_OR) {
            is_list = TRUE;
            parse->at++;
        }
        const cfa_piece *next = cfa_parsing_at(parse, parse->at++);
        cfa_node *node = is_value_piece(next) ? value_node(parse, field, next->text, next->length) : NULL;
        if (node == NULL) {
            parse->at = at;
            cfa_node_free(any);
            return NULL;
        }
        is_list = is_list || next->kind == CFA_PIECE_PHRASE || next->text[next->length] == ',';
        is_known = is_known || are_known_countries(node);
        add_value(any, node);
    }
    if (!is_list && !is_known && any->children->len > 1) {
        parse->at = at;
        g_clear_pointer(&any, cfa_node_free);
        return NULL;
    }
    parse->at++;
    return cfa_node_unwrap(any);
}

/* A field and the values that go on with it: "country:belarus", "country: belarus", "case:2090, 2133",
 * "country:BY OR CO", "country:(BY OR CO)". NULL when there is neither a field nor a value. */
static cfa_node *read_field(cfa_parsing *parse, const cfa_piece *one)
{
    cfa_field field;
    const char *value = cfa_field_value_in(one->text, one->length, &field);
    if (value == NULL)
        return NULL;
    const gsize length = (gsize)(one->text + one->length - value);
    cfa_node *node = NULL;
    if (length > 0)
        node = value_node(parse, field, value, length);
    else if (one->text[one->length] == '(')
        return bracketed_node(parse, field);
    else
        node = parted_value_node(parse, field);
    cfa_node *any = cfa_node_new(CFA_NODE_OR);
    while (node != NULL) {
        add_value(any, node);
        node = next_value_node(parse, field);
    }
    return cfa_node_unwrap(any);
}

/* Keeps a piece that begins as a field does, with the brackets behind it, once however often it is typed. A
 * colon before a blank is of a sentence. */
static void keep_unread(cfa_parsing *parse, const cfa_piece *one)
{
    cfa_field field;
    const char *value = cfa_field_value_in(one->text, one->length, &field);
    const gboolean has_value = value != NULL && value < one->text + one->length;
    const gboolean has_list = value != NULL && one->text[one->length] == '(';
    if (!has_value && !has_list)
        return;
    g_autofree char *typed = g_strndup(one->text, has_value ? one->length : strcspn(one->text, ")") + 1);
    if (!g_ptr_array_find_with_equal_func(parse->unread, typed, g_str_equal, NULL))
        g_ptr_array_add(parse->unread, g_steal_pointer(&typed));
}

cfa_node *cfa_parsing_field(cfa_parsing *parse, const cfa_piece *one)
{
    cfa_node *node = read_field(parse, one);
    if (node == NULL)
        keep_unread(parse, one);
    return node;
}
