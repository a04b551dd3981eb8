#include "layout.h"

#include <string.h>

enum { TERM_BYTES = 245 };

/* Xapian's custom: capitals are prefixes, one letter for the usual ones, X and more for our own. */
static const char *const prefixes[CFA_FILTERS] = {
    [CFA_FILTER_ID] = "Q",           [CFA_FILTER_PARAGRAPH] = "XP:", [CFA_FILTER_CASE_TEXT] = "XT:",
    [CFA_FILTER_RUN] = "XA:",        [CFA_FILTER_TEXT_ID] = "XI:",   [CFA_FILTER_SOURCE] = "XD:",
    [CFA_FILTER_REPORT] = "XR:",     [CFA_FILTER_NUMBER] = "XN:",    [CFA_FILTER_CASE] = "XC:",
    [CFA_FILTER_COUNTRY] = "XK:",    [CFA_FILTER_LANGUAGE] = "L",    [CFA_FILTER_TYPE] = "XY:",
    [CFA_FILTER_STATUS] = "XU:",     [CFA_FILTER_SECTION] = "XS:",   [CFA_FILTER_CITES] = "XO:",
    [CFA_FILTER_CONVENTION] = "XV:", [CFA_FILTER_MISSING] = "XM:"};

static const char *const stem_prefixes[CFA_LANGUAGES + 1] = {
    [CFA_LANGUAGE_UNKNOWN] = "ZX", [CFA_ENGLISH] = "ZE", [CFA_FRENCH] = "ZF", [CFA_SPANISH] = "ZS"};

const char *cfa_layout_prefix(cfa_filter filter)
{
    return prefixes[filter];
}

const char *cfa_layout_stem_prefix(cfa_language language)
{
    return stem_prefixes[language];
}

static const char *set_term(GString *term, const char *prefix, const char *value)
{
    g_string_assign(term, prefix);
    g_string_append(term, value);
    if (term->len > TERM_BYTES)
        g_string_truncate(term, TERM_BYTES);
    return term->str;
}

const char *cfa_layout_filter(GString *term, cfa_filter filter, const char *value)
{
    return set_term(term, prefixes[filter], value);
}

const char *cfa_layout_stem(GString *term, cfa_language language, const char *stem)
{
    return set_term(term, stem_prefixes[language], stem);
}

static void put_bytes(char *bytes, guint count, guint number)
{
    const guint most = (1u << 8 * count) - 1;
    number = MIN(number, most);
    for (guint i = 0; i < count; i++)
        bytes[i] = (char)(number >> 8 * (count - 1 - i) & 0xff);
}

void cfa_layout_order(char order[static CFA_LAYOUT_ORDER], guint months, guint report, guint paragraph)
{
    put_bytes(order, 2, months);
    put_bytes(order + 2, 2, report);
    put_bytes(order + 4, 3, paragraph);
}

char *cfa_layout_country(const char *code, const char *name)
{
    if (code != NULL && code[0] != '\0')
        return g_strdup(code);
    if (name == NULL)
        return NULL;
    char *folded = cfa_word_fold(name, strlen(name));
    if (folded[0] == '\0')
        g_clear_pointer(&folded, g_free);
    return folded;
}
