#include "layout.h"

#include <string.h>

enum { TERM_BYTES = 245 };

/* Xapian's custom: capitals are prefixes, one letter for the usual ones, X and more for our own. */
static const char *const prefixes[CFA_FILTERS] = {
    [CFA_FILTER_ID] = "Q",           [CFA_FILTER_PARAGRAPH] = "XP:",
    [CFA_FILTER_CASE_TEXT] = "XT:",  [CFA_FILTER_RUN] = "XA:",
    [CFA_FILTER_TEXT_ID] = "XI:",    [CFA_FILTER_SOURCE] = "XD:",
    [CFA_FILTER_REPORT] = "XR:",     [CFA_FILTER_NUMBER] = "XN:",
    [CFA_FILTER_CASE] = "XC:",       [CFA_FILTER_COUNTRY] = "XK:",
    [CFA_FILTER_LANGUAGE] = "L",     [CFA_FILTER_TYPE] = "XY:",
    [CFA_FILTER_STATUS] = "XU:",     [CFA_FILTER_SECTION] = "XS:",
    [CFA_FILTER_CITES] = "XO:",      [CFA_FILTER_CITES_REPORT] = "XB:",
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

cfa_language cfa_layout_stem_language(const char *term, gsize length)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        const gsize prefix = strlen(stem_prefixes[l]);
        if (length > prefix && memcmp(term, stem_prefixes[l], prefix) == 0)
            return (cfa_language)l;
    }
    return CFA_LANGUAGE_UNKNOWN;
}

guint cfa_layout_months(cfa_date date)
{
    return date.year * 12u + date.month;
}

guint32 cfa_layout_time(guint months, guint report)
{
    return (guint32)MIN(months, 0xffff) << 16 | MIN(report, 0xffff);
}

guint64 cfa_layout_order(guint months, guint report, guint paragraph)
{
    return (guint64)cfa_layout_time(months, report) << 24 | MIN(paragraph, 0xffffff);
}

void cfa_layout_order_bytes(guint64 order, char bytes[static CFA_LAYOUT_ORDER])
{
    for (guint i = 0; i < CFA_LAYOUT_ORDER; i++)
        bytes[i] = (char)(order >> 8 * (CFA_LAYOUT_ORDER - 1 - i) & 0xff);
}

const char *cfa_layout_target(GString *term, const cfa_citation *citation)
{
    char value[CFA_CITATION_ID_SIZE];
    switch (citation->kind) {
    case CFA_CITES_PARAGRAPH:
        g_snprintf(value, sizeof value, "%u/%u", citation->number, citation->first);
        return cfa_layout_filter(term, CFA_FILTER_PARAGRAPH, value);
    case CFA_CITES_REPORT:
    case CFA_CITES_CASE:
        g_snprintf(value, sizeof value, "%u", citation->number);
        return cfa_layout_filter(term, citation->kind == CFA_CITES_CASE ? CFA_FILTER_CASE : CFA_FILTER_REPORT,
                                 value);
    case CFA_CITES_DIGEST:
    case CFA_CITES_COMPILATION:
        break;
    }
    return NULL;
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
