#include "typed_citation.h"

#include <string.h>

gboolean cfa_typed_has_word(const char *text, gsize length)
{
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, length);
    return cfa_word_next(&reader, &word);
}

/* Whether all of a text cites one paragraph, and which. French "par" needs its stop in a text, where it
 * mostly says "by", and here goes without. */
static gboolean read_paragraph(const char *text, cfa_citation *citation)
{
    static const char around[] = " ,;.:?!";
    g_autoptr(GString) whole = g_string_new(text);
    const char *label = strstr(whole->str, " par ");
    if (label != NULL && g_ascii_isdigit(label[strlen(" par ")]))
        g_string_insert_c(whole, label - whole->str + (gssize)strlen(" par"), '.');
    g_autoptr(GArray) mentions = cfa_citation_scan(whole->str, whole->len, CFA_LANGUAGE_UNKNOWN, NULL);
    const cfa_mention *only = mentions->len == 1 ? &g_array_index(mentions, cfa_mention, 0) : NULL;
    if (only == NULL || only->citation.kind != CFA_CITES_PARAGRAPH ||
        only->offset != strspn(whole->str, around) ||
        only->offset + only->length + strspn(whole->str + only->offset + only->length, around) != whole->len)
        return FALSE;
    *citation = only->citation;
    return TRUE;
}

/* What a report is called, folded. */
static const char *const reports[] = {"report", "rapport", "informe", NULL};

/* Two numbers parted by labels alone, "394 report, para. 83", "394 § 83": a paragraph, though in a text they
 * could be anything. */
static gboolean read_numbers(const char *text, cfa_citation *citation)
{
    const char *number = text + strspn(text, " "), *rest = number + strspn(number, G_CSET_DIGITS);
    const gsize digits = (gsize)(rest - number);
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, rest, strlen(rest));
    if (digits == 0 || digits > 3 || !cfa_word_next(&reader, &word))
        return FALSE;
    if (g_strv_contains(reports, word.text))
        rest += word.offset + word.bytes;
    rest += strspn(rest, " .,");
    for (guint i = 0; !g_ascii_isdigit(rest[0]) && reports[i] != NULL; i++) {
        g_autofree char *whole = g_strdup_printf("%s %.*s, %s", reports[i], (int)digits, number, rest);
        if (read_paragraph(whole, citation))
            return TRUE;
    }
    return FALSE;
}

/* "rapport 394", in a text as likely a page of it. */
static gboolean read_report(const char *text, cfa_citation *citation)
{
    cfa_word_reader reader;
    cfa_word report, number, more;
    cfa_word_reader_init(&reader, text, strlen(text));
    return cfa_word_next(&reader, &report) && report.offset == strspn(text, " ") &&
           g_strv_contains(reports, report.text) && cfa_word_next(&reader, &number) &&
           !cfa_word_next(&reader, &more) && text[number.offset - 1] == ' ' &&
           cfa_citation_parse(number.text, citation) && citation->kind == CFA_CITES_REPORT;
}

cfa_language cfa_typed_take_language(char *id)
{
    char *code = strrchr(id, '/');
    const cfa_language language = code != NULL ? cfa_language_parse(code + 1) : CFA_LANGUAGE_UNKNOWN;
    if (language != CFA_LANGUAGE_UNKNOWN)
        *code = '\0';
    return language;
}

gboolean cfa_typed_alone(const char *text, cfa_citation *citation, cfa_language *language)
{
    g_autofree char *stripped = g_strstrip(g_strdup(text));
    *language = cfa_typed_take_language(stripped);
    return (cfa_citation_parse(stripped, citation) && citation->kind != CFA_CITES_REPORT) ||
           (*language == CFA_LANGUAGE_UNKNOWN &&
            (read_paragraph(text, citation) || read_numbers(text, citation) || read_report(text, citation)));
}

gsize cfa_typed_end_of_mention(const char *text, const GArray *mentions, guint *index)
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

/* Whether what stands in brackets may be the name of a country, and is not joined by an operator. */
static gboolean may_be_country(const char *open, const char *closing)
{
    static const char *const operators[] = {" OR ", " AND ", " NOT ", "\""};
    for (guint i = 0; i < G_N_ELEMENTS(operators); i++)
        if (g_strstr_len(open, closing - open, operators[i]) != NULL)
            return FALSE;
    return g_unichar_isupper(g_utf8_get_char(open + 1));
}

gsize cfa_typed_behind_country(const char *text, gsize end)
{
    const char *rest = text + end + strspn(text + end, " ");
    const char *closing = *rest == '(' ? strchr(rest, ')') : NULL;
    return closing != NULL && may_be_country(rest, closing) ? (gsize)(closing + 1 - text) : end;
}

gsize cfa_typed_end_beside(const char *text, const cfa_mention *mention, const cfa_mention *next)
{
    const gsize end = mention->offset + mention->length, behind = cfa_typed_behind_country(text, end);
    if (next->offset < end)
        return 0;
    const gsize beside = behind <= next->offset ? behind : end;
    return cfa_typed_has_word(text + beside, next->offset - beside) ? 0 : beside;
}

gboolean cfa_typed_is_case_of_paragraph(const cfa_mention *mention, const cfa_mention *next)
{
    return mention->citation.kind == CFA_CITES_CASE && next->citation.kind == CFA_CITES_PARAGRAPH;
}

gboolean cfa_typed_is_case_with_report(const cfa_mention *mention, const cfa_mention *next)
{
    const cfa_citation_kind one = mention->citation.kind, other = next->citation.kind;
    return (one == CFA_CITES_CASE && other == CFA_CITES_REPORT) ||
           (one == CFA_CITES_REPORT && other == CFA_CITES_CASE);
}

void cfa_typed_add_opening_case(const char *text, GArray *mentions)
{
    const char *word = text + strspn(text, " "), *number = word + strcspn(word, " ");
    number += strspn(number, " ");
    const char *end = number + strspn(number, "0123456789");
    if (end - number < 3 || *end != ' ') /* "case 20 workers" counts them */
        return;
    g_autoptr(GArray) opening = cfa_citation_scan(text, (gsize)(end - text), CFA_LANGUAGE_UNKNOWN, NULL);
    const cfa_mention *only = opening->len == 1 ? &g_array_index(opening, cfa_mention, 0) : NULL;
    const gboolean is_longer = /* with what follows it */
        mentions->len > 0 && text + g_array_index(mentions, cfa_mention, 0).offset < end;
    if (only != NULL && only->citation.kind == CFA_CITES_CASE && text + only->offset == word && !is_longer)
        g_array_prepend_val(mentions, *only);
}

gboolean cfa_typed_is_of_year(const char *text, const cfa_mention *mention, const cfa_mention *next)
{
    static const char *const plurals[] = {"cases", "casos", NULL};
    enum { FIRST_YEAR = 1951, LAST_YEAR = 2050 };
    g_autofree char *typed = cfa_word_fold(text + mention->offset, mention->length);
    g_auto(GStrv) words = g_strsplit(typed, " ", -1);
    const gboolean is_one = next == NULL || !g_ascii_isdigit(text[next->offset]);
    return mention->citation.kind == CFA_CITES_CASE && mention->citation.number >= FIRST_YEAR &&
           mention->citation.number <= LAST_YEAR && is_one && g_strv_length(words) == 2 &&
           g_strv_contains(plurals, words[0]);
}

gboolean cfa_typed_is_ibid(const char *text, const cfa_mention *mention)
{
    static const char *const words[] = {"ibid", "ibidem", "idem", NULL};
    g_autofree char *typed = cfa_word_fold(text + mention->offset, mention->length);
    return g_strv_contains(words, typed);
}

gsize cfa_typed_paragraphs(const char *text, cfa_citation *paragraphs)
{
    static const char some_report[] = "Report 1, ";
    const char *label = text + strspn(text, " ,");
    g_autofree char *whole = g_strconcat(some_report, label, NULL);
    const char *number = strpbrk(label, "(0123456789");
    if (number == NULL || number == label || *number == '(')
        return 0;
    g_autoptr(GArray) mentions = cfa_citation_scan(whole, strlen(whole), CFA_LANGUAGE_UNKNOWN, NULL);
    const cfa_mention *first = mentions->len > 0 ? &g_array_index(mentions, cfa_mention, 0) : NULL;
    if (first == NULL || first->offset > 0 || first->citation.kind != CFA_CITES_PARAGRAPH ||
        g_ascii_strtoull(number, NULL, 10) != first->citation.first) /* but of a case between them */
        return 0;
    *paragraphs = first->citation;
    return (gsize)(label - text) + first->length - strlen(some_report);
}
