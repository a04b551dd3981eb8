#include "pieces.h"

#include <string.h>

enum { NEAR_DEFAULT = 10, NEAR_MAX = 100 };

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

static cfa_piece_kind operator_kind(const char *text, gsize length)
{
    if (length == 3 && memcmp(text, "AND", 3) == 0)
        return CFA_PIECE_AND;
    if (length == 2 && memcmp(text, "OR", 2) == 0)
        return CFA_PIECE_OR;
    if (length == 3 && memcmp(text, "NOT", 3) == 0)
        return CFA_PIECE_NOT;
    return near_distance(text, length) > 0 ? CFA_PIECE_NEAR : CFA_PIECE_TEXT;
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

/* Reads one cfa_piece at `at` and returns where the next may begin. */
static const char *read_piece(const char *at, const char *end, cfa_piece *result)
{
    *result = (cfa_piece){.kind = CFA_PIECE_TEXT};
    at = read_sign(at, end, &result->occurrence);
    if (*at == '(' || *at == ')') {
        result->kind = *at == '(' ? CFA_PIECE_OPEN : CFA_PIECE_CLOSE;
        return at + 1;
    }
    const gsize mark = quotation_mark(at);
    const char *closing = mark > 0 ? closing_mark(at + mark, end) : NULL;
    if (closing != NULL) {
        result->kind = CFA_PIECE_PHRASE;
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

static void read_pieces(GArray *pieces, const char *at, const char *end)
{
    while (at < end) {
        if (is_blank(*at)) {
            at++;
            continue;
        }
        cfa_piece one;
        at = read_piece(at, end, &one);
        g_array_append_val(pieces, one);
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

static void append_citation(GArray *pieces, const cfa_citation *citation)
{
    cfa_piece one = {.kind = CFA_PIECE_CITATION, .citation = *citation};
    g_array_append_val(pieces, one);
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

/* ---- labels of numbers ---- */

static gboolean is_plain_text(const cfa_piece *piece)
{
    return piece->kind == CFA_PIECE_TEXT && piece->occurrence == CFA_PLAIN;
}

/* How many bytes labels take at the beginning of a piece, up to a number in it or behind it: of "No.87" three.
 * "para:83" is a field. */
static gsize labels_length(const cfa_piece *piece, gboolean number_follows)
{
    cfa_word_reader reader;
    cfa_word word;
    gboolean any = FALSE;
    if (memchr(piece->text, ':', piece->length) != NULL)
        return 0;
    cfa_word_reader_init(&reader, piece->text, piece->length);
    while (cfa_word_next(&reader, &word)) {
        if (any && g_ascii_isdigit(word.text[0]))
            return word.offset;
        any = cfa_citation_is_label(word.text);
        if (!any)
            return 0;
    }
    return any && number_follows ? piece->length : 0;
}

static gboolean begins_with_number(const cfa_piece *piece)
{
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, piece->text, piece->length);
    return cfa_word_next(&reader, &word) && g_ascii_isdigit(word.text[0]);
}

/* The "No." of "Convention No. 87" is "no" in French and "num" in Spanish, and left out as often as not: it finds
 * nothing that its number does not. A sign or quotation marks ask for it all the same. */
static void pass_over_labels(GArray *pieces)
{
    gboolean number_follows = FALSE;
    for (guint i = pieces->len; i > 0; i--) {
        cfa_piece *one = &g_array_index(pieces, cfa_piece, i - 1);
        const gsize labels = is_plain_text(one) ? labels_length(one, number_follows) : 0;
        one->text += labels;
        one->length -= labels;
        if (labels > 0 && one->length == 0)
            g_array_remove_index(pieces, i - 1);
        else
            number_follows = is_plain_text(one) && begins_with_number(one);
    }
}

/* ---- the whole ---- */

/* Cuts the text: what reads as a citation first, all between them by blanks, quotation marks and brackets.
 * `is_citation`: there is nothing else. */
GArray *cfa_pieces_cut(const char *text, gboolean *is_citation)
{
    GArray *pieces = g_array_new(FALSE, TRUE, sizeof(cfa_piece));
    const gsize length = strlen(text);
    cfa_citation identifier;
    cfa_language language;
    if (read_identifier(text, &identifier, &language)) {
        static const char *const fields[] = {"", "lang:en", "lang:fr", "lang:es"};
        append_citation(pieces, &identifier);
        read_pieces(pieces, fields[language], fields[language] + strlen(fields[language]));
        *is_citation = TRUE;
        return pieces;
    }
    g_autoptr(GArray) mentions = cfa_citation_scan(text, length, CFA_LANGUAGE_UNKNOWN, NULL);
    gsize at = 0;
    *is_citation = mentions->len > 0;
    for (guint i = 0; i < mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(mentions, cfa_mention, i);
        if (mention->offset < at || inside_quotes(text, mention->offset))
            continue;
        *is_citation = *is_citation && !has_word(text + at, mention->offset - at);
        read_pieces(pieces, text + at, text + mention->offset);
        append_citation(pieces, &mention->citation);
        at = end_of_mention(text, mentions, &i);
    }
    *is_citation = *is_citation && !has_word(text + at, length - at);
    read_pieces(pieces, text + at, text + length);
    pass_over_labels(pieces);
    return pieces;
}

char *cfa_piece_unquoted(const char *text, gsize length)
{
    const char *end = text + length;
    const gsize mark = length > 0 ? quotation_mark(text) : 0;
    const char *closing = mark > 0 ? closing_mark(text + mark, end) : NULL;
    return g_strstrip(closing != NULL ? g_strndup(text + mark, (gsize)(closing - text) - mark)
                                      : g_strndup(text, length));
}
