/* The values that a field of the query language can have. */
#include "fields.h"

#include "address.h"
#include "pieces.h"
#include "tree.h"
#include "value_names.h"

#include <stdlib.h>
#include <string.h>

enum { NUMBER_MAX = 99999 /* that a field may have: more than any case, report, paragraph or year */ };

static const enum value_kind {
    VALUE_NUMBER,
    VALUE_RANGE,  /* a number, or "1..2", either end open */
    VALUE_REPORT, /* the same, or what stands for a report in an identifier */
    VALUE_NAMED,
    VALUE_COUNTRY,
    VALUE_CITATION,
    VALUE_CONVENTION,
    VALUE_TEXT
} kinds[CFA_FIELDS] = {[CFA_FIELD_CASE] = VALUE_NUMBER,
                       [CFA_FIELD_COUNTRY] = VALUE_COUNTRY,
                       [CFA_FIELD_REPORT] = VALUE_REPORT,
                       [CFA_FIELD_PARAGRAPH] = VALUE_RANGE,
                       [CFA_FIELD_YEAR] = VALUE_RANGE,
                       [CFA_FIELD_SECTION] = VALUE_NAMED,
                       [CFA_FIELD_TYPE] = VALUE_NAMED,
                       [CFA_FIELD_STATUS] = VALUE_NAMED,
                       [CFA_FIELD_LANGUAGE] = VALUE_NAMED,
                       [CFA_FIELD_CITES] = VALUE_CITATION,
                       [CFA_FIELD_CONVENTION] = VALUE_CONVENTION,
                       [CFA_FIELD_TEXT] = VALUE_TEXT};

/* A number, written back without leading zeros; "394th" and "#394" are one, "39*" begins many. NULL for
 * anything but one. */
static char *read_number(const char *text)
{
    guint64 number;
    g_autofree char *folded = cfa_word_fold(text, strlen(text));
    if ((text[0] != '#' && !g_ascii_isdigit(text[0])) || strchr(text, '*') != NULL ||
        !g_ascii_string_to_unsigned(folded, 10, 0, NUMBER_MAX, &number, NULL))
        return NULL;
    return g_strdup_printf("%" G_GUINT64_FORMAT, number);
}

/* The upper end of "2015-21" and "380-94", which leave out what both ends begin with: up to two digits. The
 * caller frees. */
static char *whole_end(const char *low, const char *high)
{
    const gsize left_out = strlen(high) <= 2 ? strlen(low) - MIN(strlen(low), strlen(high)) : 0;
    g_autofree char *whole = g_strdup_printf("%.*s%s", (int)left_out, low, high);
    return g_strdup(strcmp(whole, low) >= 0 ? whole : high);
}

/* Reads the ends of a range, of which an empty one is open; the lower one first, whichever was typed
 * first. */
static gboolean read_ends(const char *low, const char *high, char **from, char **to)
{
    g_autofree char *end = high[0] != '\0' ? whole_end(low, high) : g_strdup("");
    *from = low[0] != '\0' ? read_number(low) : g_strdup("");
    *to = end[0] != '\0' ? read_number(end) : g_strdup("");
    if (*from == NULL || *to == NULL)
        return FALSE;
    if (low[0] != '\0' && high[0] != '\0' && strtoul(*from, NULL, 10) > strtoul(*to, NULL, 10)) {
        char *higher = *from;
        *from = *to;
        *to = higher;
    }
    return TRUE;
}

/* ">2015" is "2016..", "<=2015" is "..2015", and ">2015<=2021" both. FALSE for any other text, and where no
 * number is between them. */
static gboolean read_bounds(const char *text, char **from, char **to)
{
    static const struct {
        const char *mark;
        gboolean is_low;
        int beyond;
    } bounds[] = {{">=", TRUE, 0},  {"\u2265", TRUE, 0},  {">", TRUE, 1},
                  {"<=", FALSE, 0}, {"\u2264", FALSE, 0}, {"<", FALSE, -1}};
    int low = -1, high = NUMBER_MAX + 1;
    while (*text != '\0') {
        gsize i = 0;
        while (i < G_N_ELEMENTS(bounds) && !g_str_has_prefix(text, bounds[i].mark))
            i++;
        const char *digits = i < G_N_ELEMENTS(bounds) ? text + strlen(bounds[i].mark) : "";
        text = digits + strspn(digits, G_CSET_DIGITS);
        g_autofree char *typed = g_strndup(digits, (gsize)(text - digits));
        g_autofree char *number = read_number(typed);
        if (number == NULL)
            return FALSE;
        *(bounds[i].is_low ? &low : &high) = (int)strtol(number, NULL, 10) + bounds[i].beyond;
    }
    const gboolean has_any = low >= 0 || high <= NUMBER_MAX;
    if (!has_any || high < 0 || low > NUMBER_MAX || low > high)
        return FALSE;
    *from = low >= 0 ? g_strdup_printf("%d", low) : g_strdup("");
    *to = high <= NUMBER_MAX ? g_strdup_printf("%d", high) : g_strdup("");
    return TRUE;
}

/* "2015..2021", "2015..", "..2021", and as people write it "2015-2021" or "2015-21", with a dash, too, or
 * "2015 to 2021", or ">=2015". */
static gboolean read_range(const char *text, char **from, char **to)
{
    static const char *const between[] = {"...",    "\u2026", "..",   "-",        "\u2013",
                                          "\u2014", " to ",   " TO ", " \u00E0 ", " a "};
    enum { DOTS = 3 }; /* of which either end may be left out */
    if (read_bounds(text, from, to))
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(between); i++) {
        const char *at = strstr(text, between[i]);
        if (at == NULL)
            continue;
        g_autofree char *low = g_strchomp(g_strndup(text, (gsize)(at - text)));
        const char *high = at + strlen(between[i]);
        high += strspn(high, " ");
        const gboolean has_low = low[0] != '\0', has_high = high[0] != '\0';
        return (has_low || has_high) && (i < DOTS || (has_low && has_high)) && read_ends(low, high, from, to);
    }
    *from = read_number(text);
    *to = g_strdup(*from);
    return *from != NULL;
}

/* "n3112113" and "s0a1b2c3d", which stand for a report that a source does not name. */
static char *read_report_stem(const char *text)
{
    const gsize length = strlen(text);
    const char *digits = text[0] == 'n' ? "0123456789" : text[0] == 's' ? "0123456789abcdef" : "";
    if (length < 2 || length > 40 || strspn(text + 1, digits) != length - 1)
        return NULL;
    return g_strdup(text);
}

static char *read_citation(const char *text)
{
    cfa_citation citation;
    char id[CFA_CITATION_ID_SIZE];
    return cfa_query_read_citation(text, &citation) ? g_strdup(cfa_citation_id(&citation, id)) : NULL;
}

static char *read_convention(const char *text)
{
    guint number;
    return cfa_convention_parse(text, &number) ? g_strdup_printf("%u", number) : NULL;
}

/* As many digits as an address can have. */
static char *read_text_id(const char *text)
{
    const gsize length = strlen(text);
    const gboolean is_number =
        length > 0 && length < CFA_TEXT_ID_SIZE && strspn(text, "0123456789") == length;
    return is_number ? g_strdup(text) : NULL;
}

/* A country's code, as it is or by a name or an adjective, for which all names there are get folded first;
 * the folded name where the table has none, as the index keeps it. */
static char *read_country(const char *text)
{
    g_autofree char *folded = cfa_word_fold(text, strlen(text));
    const char *code = cfa_country_by_code(folded);
    if (code == NULL)
        code = cfa_country_code(text, strlen(text));
    if (code == NULL)
        code = cfa_country_of_people(folded);
    if (code == NULL && folded[0] != '\0')
        code = folded;
    return g_strdup(code);
}

/* Reads the value of a node that has its field. */
static gboolean read_value(const char *text, cfa_node *node)
{
    switch (kinds[node->field]) {
    case VALUE_RANGE:
        return read_range(text, &node->value, &node->value_to);
    case VALUE_REPORT:
        node->value = read_report_stem(text);
        return node->value != NULL || read_range(text, &node->value, &node->value_to);
    case VALUE_NUMBER:
        node->value = read_number(text);
        break;
    case VALUE_COUNTRY:
        node->value = read_country(text);
        break;
    case VALUE_CITATION:
        node->value = read_citation(text);
        break;
    case VALUE_CONVENTION:
        node->value = read_convention(text);
        break;
    case VALUE_TEXT:
        node->value = read_text_id(text);
        break;
    case VALUE_NAMED:
        node->value = g_strdup(cfa_value_find(node->field, text));
        break;
    }
    return node->value != NULL;
}

cfa_node *cfa_field_node(cfa_field field, const char *value)
{
    cfa_node *node = cfa_node_new(CFA_NODE_FIELD);
    node->field = field;
    if (!read_value(value, node))
        g_clear_pointer(&node, cfa_node_free);
    return node;
}

cfa_node *cfa_field_list(cfa_field field, const char *list)
{
    cfa_node *node = cfa_field_node(field, list);
    if (strchr(list, ',') == NULL ||
        (node != NULL && (field != CFA_FIELD_COUNTRY || cfa_country_name(node->value, CFA_ENGLISH) != NULL)))
        return node;
    cfa_node_free(node);
    g_auto(GStrv) values = g_strsplit(list, ",", -1);
    cfa_node *any = cfa_node_new(CFA_NODE_OR);
    for (guint i = 0; values[i] != NULL; i++) {
        g_autofree char *value = cfa_piece_unquoted(values[i], strlen(values[i]));
        node = value[0] != '\0' ? cfa_field_node(field, value) : NULL;
        cfa_node_add(any, node);
        if (value[0] != '\0' && node == NULL) {
            cfa_node_free(any);
            return NULL;
        }
    }
    return cfa_node_unwrap(any);
}

char *cfa_field_value(cfa_field field, const char *typed)
{
    g_autoptr(cfa_node) node = cfa_field_node(field, typed);
    return node != NULL ? g_strdup(node->value) : NULL;
}

gboolean cfa_query_add_field(cfa_query *query, const char *name, const char *value, cfa_error *error)
{
    cfa_field field;
    cfa_node *node = cfa_field_find(name, strlen(name), &field) ? cfa_field_node(field, value) : NULL;
    if (node == NULL) {
        cfa_error_set(error, CFA_USAGE, "bad-value", -1, "\"%s\" is no value of %s", value, name);
        return cfa_error_about(error, name, value);
    }
    cfa_node_add(query->root, node);
    return TRUE;
}
