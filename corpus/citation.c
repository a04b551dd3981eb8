#include "citation.h"

#include <string.h>

enum { MAX_REPORT = 999, MAX_NUMBER = 9999 };

/* The kinds whose identifier begins with a name, and the editions of the books. */
static const struct {
    const char *prefix;
    cfa_citation_kind kind;
    guint years[5];
} named_kinds[] = {
    {"case:", CFA_CITES_CASE, {0}},
    {"digest:", CFA_CITES_DIGEST, {1972, 1976, 1985, 1996, 2006}},
    {"compilation:", CFA_CITES_COMPILATION, {2018}},
};

/* The words of a printed citation, by language; the unknown one is English. */
static const struct {
    const char *report, *one_case, *cases, *and, *paragraph, *paragraphs, *range, *digest, *compilation;
} forms[CFA_LANGUAGES + 1] = {
    {"Report", "Case No.", "Cases Nos.", "and", "para.", "paras", "–", "Digest", "Compilation"},
    {"Report", "Case No.", "Cases Nos.", "and", "para.", "paras", "–", "Digest", "Compilation"},
    {"rapport", "cas no", "cas nos", "et", "paragr.", "paragr.", "-", "Recueil", "Compilation"},
    {"informe", "caso núm.", "casos núms.", "y", "párrafo", "párrafos", "-", "Recopilación", "Recopilación"},
};

static gboolean is_book(cfa_citation_kind kind)
{
    return kind == CFA_CITES_DIGEST || kind == CFA_CITES_COMPILATION;
}

char *cfa_citation_id(const cfa_citation *citation, char id[static CFA_CITATION_ID_SIZE])
{
    const char *prefix = "";
    for (gsize i = 0; i < G_N_ELEMENTS(named_kinds); i++)
        if (named_kinds[i].kind == citation->kind)
            prefix = named_kinds[i].prefix;
    if (citation->kind == CFA_CITES_CASE || citation->kind == CFA_CITES_REPORT)
        g_snprintf(id, CFA_CITATION_ID_SIZE, "%s%u", prefix, citation->number);
    else if (citation->last > citation->first)
        g_snprintf(id, CFA_CITATION_ID_SIZE, "%s%u/%u-%u", prefix, citation->number, citation->first,
                   citation->last);
    else
        g_snprintf(id, CFA_CITATION_ID_SIZE, "%s%u/%u", prefix, citation->number, citation->first);
    return id;
}

/* Reads a number from 1 to `most`, written without a zero before it, and moves on behind it. */
static gboolean read_number(const char **at, guint most, guint *number)
{
    const char *text = *at;
    guint value = 0;
    if (*text == '0')
        return FALSE;
    for (; g_ascii_isdigit(*text) && value <= most; text++)
        value = value * 10 + (guint)(*text - '0');
    *number = value;
    *at = text;
    return value >= 1 && value <= most;
}

/* "/123", "/123-131" to the end. */
static gboolean read_paragraphs(const char *at, cfa_citation *citation)
{
    if (*at++ != '/' || !read_number(&at, MAX_NUMBER, &citation->first))
        return FALSE;
    citation->last = citation->first;
    if (*at == '\0')
        return TRUE;
    return *at++ == '-' && read_number(&at, MAX_NUMBER, &citation->last) && *at == '\0' &&
           citation->last > citation->first;
}

static gboolean read_id(const char *id, cfa_citation *citation)
{
    for (gsize i = 0; i < G_N_ELEMENTS(named_kinds); i++) {
        if (!g_str_has_prefix(id, named_kinds[i].prefix))
            continue;
        const char *at = id + strlen(named_kinds[i].prefix);
        citation->kind = named_kinds[i].kind;
        if (!read_number(&at, MAX_NUMBER, &citation->number))
            return FALSE;
        if (!is_book(citation->kind))
            return *at == '\0';
        for (gsize y = 0; y < G_N_ELEMENTS(named_kinds[i].years); y++)
            if (named_kinds[i].years[y] == citation->number)
                return read_paragraphs(at, citation);
        return FALSE;
    }
    citation->kind = CFA_CITES_REPORT;
    if (!read_number(&id, MAX_REPORT, &citation->number))
        return FALSE;
    if (*id == '\0')
        return TRUE;
    citation->kind = CFA_CITES_PARAGRAPH;
    return read_paragraphs(id, citation);
}

gboolean cfa_citation_parse(const char *id, cfa_citation *citation)
{
    cfa_citation read = {0};
    if (!read_id(id, &read))
        return FALSE;
    *citation = read;
    return TRUE;
}

static const char *english_ending(guint number)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    const guint tens = number % 100 / 10, unit = number % 10;
    return tens == 1 || unit > 3 ? endings[0] : endings[unit];
}

char *cfa_citation_ordinal(cfa_language language, guint number)
{
    switch (language) {
    case CFA_FRENCH:
        return g_strdup_printf("%u%s", number, number == 1 ? "er" : "e");
    case CFA_SPANISH:
        return g_strdup_printf("%u.º", number);
    case CFA_ENGLISH:
    case CFA_LANGUAGE_UNKNOWN:
    default:
        return g_strdup_printf("%u%s", number, english_ending(number));
    }
}

static void append_part(GString *to)
{
    if (to->len > 0)
        g_string_append(to, ", ");
}

static void append_cases(GString *to, cfa_language language, const guint *cases, guint count)
{
    append_part(to);
    g_string_append(to, count == 1 ? forms[language].one_case : forms[language].cases);
    for (guint i = 0; i < count; i++) {
        if (i > 0 && i + 1 == count)
            g_string_append_printf(to, " %s", forms[language].and);
        else if (i > 0)
            g_string_append_c(to, ',');
        g_string_append_printf(to, " %u", cases[i]);
    }
}

static void append_paragraphs(GString *to, cfa_language language, guint first, guint last)
{
    append_part(to);
    if (last > first)
        g_string_append_printf(to, "%s %u%s%u", forms[language].paragraphs, first, forms[language].range,
                               last);
    else
        g_string_append_printf(to, "%s %u", forms[language].paragraph, first);
}

/* The language of a form: English for the unknown. */
static cfa_language form_of(cfa_language language)
{
    return language < CFA_LANGUAGE_UNKNOWN || (int)language > CFA_LANGUAGES ? CFA_LANGUAGE_UNKNOWN : language;
}

char *cfa_citation_name(cfa_language language, const cfa_citation *citation)
{
    const cfa_language form = form_of(language);
    if (citation->kind == CFA_CITES_CASE)
        return cfa_citation_print(form, 0, &citation->number, 1, NULL, 0, 0);
    if (!is_book(citation->kind))
        return cfa_citation_print(form, citation->number, NULL, 0, NULL, citation->first, citation->last);
    GString *name =
        g_string_new(citation->kind == CFA_CITES_DIGEST ? forms[form].digest : forms[form].compilation);
    g_string_append_printf(name, ", %u", citation->number);
    append_paragraphs(name, form, citation->first, citation->last);
    return g_string_free(name, FALSE);
}

char *cfa_citation_print(cfa_language language, guint report, const guint *cases, guint count,
                         const char *country, guint first, guint last)
{
    GString *printed = g_string_new(NULL);
    language = form_of(language);
    if (report > 0) {
        g_autofree char *ordinal = cfa_citation_ordinal(language, report);
        g_string_append_printf(printed, "%s %s", ordinal, forms[language].report);
    }
    if (cases != NULL && count > 0)
        append_cases(printed, language, cases, count);
    if (country != NULL && printed->len > 0)
        g_string_append_printf(printed, " (%s)", country);
    if (first > 0)
        append_paragraphs(printed, language, first, last);
    return g_string_free(printed, FALSE);
}
