#include "pieces.h"

#include "tree.h"

#include <string.h>

enum { NEAR_DEFAULT = 10, NEAR_MAX = 100 };

static gboolean is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Every kind of quotation mark that people paste, and those that close what it opens. */
static const struct quotation {
    const char *mark, *closing[2];
} quotations[] = {
    {"\"", {"\""}},         {"\u201c", {"\u201d"}}, {"\u201d", {"\u201d"}}, {"\u201e", {"\u201c", "\u201d"}},
    {"\u201f", {"\u201d"}}, {"\u00ab", {"\u00bb"}}, {"\u00bb", {"\u00ab"}}, {"\u2039", {"\u203a"}},
    {"\u203a", {"\u2039"}}};

/* The quotation mark that the text begins with, or NULL. */
static const struct quotation *quotation_at(const char *text)
{
    if ((guchar)text[0] < 0x80 && text[0] != '"')
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(quotations); i++)
        if (g_str_has_prefix(text, quotations[i].mark))
            return &quotations[i];
    return NULL;
}

static gboolean closes(const struct quotation *opening, const struct quotation *mark)
{
    for (gsize i = 0; i < G_N_ELEMENTS(opening->closing) && opening->closing[i] != NULL; i++)
        if (strcmp(opening->closing[i], mark->mark) == 0)
            return TRUE;
    return FALSE;
}

/* What a quotation mark opens: from behind it to its fellow, so that marks of another kind can stand between. Where
 * it has none before it is opened again, any mark closes it. NULL where nothing does. */
static const char *closing_mark(const struct quotation *opening, const char *text, const char *end)
{
    const char *any = NULL;
    for (; text < end; text++) {
        const struct quotation *mark = quotation_at(text);
        if (mark == NULL)
            continue;
        if (closes(opening, mark))
            return text;
        if (any == NULL)
            any = text;
        if (mark == opening)
            break;
    }
    return any;
}

/* A stretch of a text between two quotation marks. */
typedef struct quoted {
    const char *text, *closing, *end; /* behind the opening mark; at the closing one; behind it */
} quoted;

static gboolean read_quoted(const char *at, const char *end, quoted *result)
{
    const struct quotation *opening = at < end ? quotation_at(at) : NULL;
    if (opening == NULL)
        return FALSE;
    result->text = at + strlen(opening->mark);
    result->closing = closing_mark(opening, result->text, end);
    if (result->closing == NULL)
        return FALSE;
    result->end = result->closing + strlen(quotation_at(result->closing)->mark);
    return TRUE;
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

/* The end of a piece that begins at `text`: a blank, a bracket, a quotation mark; but a field's value may be in
 * quotation marks. */
static const char *piece_end(const char *text, const char *end)
{
    const char *at = text;
    while (at < end && !is_blank(*at) && *at != '(' && *at != ')') {
        const struct quotation *mark = quotation_at(at);
        quoted value;
        if (mark == NULL)
            at++;
        else if (at > text && at[-1] == ':' && read_quoted(at, end, &value))
            return value.end;
        else /* a phrase begins; a mark without its fellow parts words */
            return at > text ? at : at + strlen(mark->mark);
    }
    return at;
}

/* Without the comma or stop of the sentence that a piece stands in. The dots of "2015.." are its own. */
static gsize trimmed_length(const char *text, gsize length)
{
    while (length > 0 && strchr(",;!?", text[length - 1]) != NULL)
        length--;
    const gboolean stop = length > 1 && text[length - 1] == '.' && text[length - 2] != '.';
    return stop ? length - 1 : length;
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
    quoted phrase;
    if (read_quoted(at, end, &phrase)) {
        result->kind = CFA_PIECE_PHRASE;
        result->text = phrase.text;
        result->length = (gsize)(phrase.closing - phrase.text);
        return phrase.end;
    }
    const char *stop = piece_end(at, end);
    result->text = at;
    result->length = (gsize)(stop - at);
    if (result->occurrence == CFA_PLAIN) {
        result->kind = operator_kind(at, result->length);
        result->distance = near_distance(at, result->length);
    }
    if (result->kind == CFA_PIECE_TEXT)
        result->length = trimmed_length(at, result->length);
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
    const char *at = text, *place = text + offset, *end = text + strlen(text);
    quoted phrase;
    while (at < place) {
        const gboolean is_quoted = read_quoted(at, end, &phrase);
        if (is_quoted && phrase.end > place)
            return TRUE;
        at = is_quoted ? phrase.end : at + 1;
    }
    return FALSE;
}

static void append_citation(GArray *pieces, const cfa_citation *citation, cfa_occurrence occurrence)
{
    cfa_piece one = {.kind = CFA_PIECE_CITATION, .citation = *citation, .occurrence = occurrence};
    g_array_append_val(pieces, one);
}

/* The sign that stands right before `at`, and right after a blank or a bracket. */
static cfa_occurrence sign_before(const char *text, gsize at)
{
    const gboolean is_sign = at > 0 && (text[at - 1] == '+' || text[at - 1] == '-') &&
                             (at == 1 || is_blank(text[at - 2]) || text[at - 2] == '(');
    if (!is_sign)
        return CFA_PLAIN;
    return text[at - 1] == '+' ? CFA_MUST : CFA_NEVER;
}

/* Whether a mention goes on with a list ("Cases Nos. 2090 and 9901") after `at`, so that a sign before the first of it
 * is meant for it, too: between them stands at most an "and". */
static gboolean is_listed(const char *text, gsize at, const cfa_mention *mention)
{
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text + at, mention->offset - at);
    while (cfa_word_next(&reader, &word))
        if (word.position > 1 || !(cfa_word_is_stopword(CFA_ENGLISH, word.text, word.length) ||
                                   cfa_word_is_stopword(CFA_FRENCH, word.text, word.length) ||
                                   cfa_word_is_stopword(CFA_SPANISH, word.text, word.length)))
            return FALSE;
    return g_ascii_isdigit(text[mention->offset]);
}

/* Whether all of a text cites one paragraph, and which. French "par" needs its stop in a text, where it mostly says "by", and here goes without. */
static gboolean read_paragraph(const char *text, cfa_citation *citation)
{
    g_autoptr(GString) whole = g_string_new(text);
    const char *label = strstr(whole->str, " par ");
    if (label != NULL && g_ascii_isdigit(label[strlen(" par ")]))
        g_string_insert_c(whole, label - whole->str + (gssize)strlen(" par"), '.');
    g_autoptr(GArray) mentions = cfa_citation_scan(whole->str, whole->len, CFA_LANGUAGE_UNKNOWN, NULL);
    const cfa_mention *only = mentions->len == 1 ? &g_array_index(mentions, cfa_mention, 0) : NULL;
    if (only == NULL || only->citation.kind != CFA_CITES_PARAGRAPH ||
        inside_quotes(whole->str, only->offset) || has_word(whole->str, only->offset) ||
        has_word(whole->str + only->offset + only->length, whole->len - only->offset - only->length))
        return FALSE;
    *citation = only->citation;
    return TRUE;
}

/* What a report is called, folded. */
static const char *const reports[] = {"report", "rapport", "informe", NULL};

/* Two numbers parted by labels alone, "394 report, para. 83", "394 § 83": a paragraph, though in a text they could be anything. */
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

/* What is typed alone: an identifier, "394/83", "394/83/fr" or "case:2090", or a paragraph as people write it; and a language
 * where it names one. "394" alone is a word. */
static gboolean read_identifier(const char *text, cfa_citation *citation, cfa_language *language)
{
    g_autofree char *stripped = g_strstrip(g_strdup(text));
    char *code = strrchr(stripped, '/');
    *language = code != NULL ? cfa_language_parse(code + 1) : CFA_LANGUAGE_UNKNOWN;
    if (*language != CFA_LANGUAGE_UNKNOWN)
        *code = '\0';
    return (cfa_citation_parse(stripped, citation) && citation->kind != CFA_CITES_REPORT) ||
           (*language == CFA_LANGUAGE_UNKNOWN &&
            (read_paragraph(text, citation) || read_numbers(text, citation) || read_report(text, citation)));
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

/* Whether what stands in brackets may be the name of a country, and is not joined by an operator. */
static gboolean may_be_country(const char *open, const char *closing)
{
    static const char *const operators[] = {" OR ", " AND ", " NOT ", "\""};
    for (guint i = 0; i < G_N_ELEMENTS(operators); i++)
        if (g_strstr_len(open, closing - open, operators[i]) != NULL)
            return FALSE;
    return g_unichar_isupper(g_utf8_get_char(open + 1));
}

/* Where the country ends that stands in brackets behind a case; `end` where none does. */
static gsize behind_country(const char *text, gsize end)
{
    const char *rest = text + end + strspn(text + end, " ");
    const char *closing = *rest == '(' ? strchr(rest, ')') : NULL;
    return closing != NULL && may_be_country(rest, closing) ? (gsize)(closing + 1 - text) : end;
}

/* Where a mention ends that stands right beside the next one, with the country of a case, "Case No. 2090 (Belarus), Report No. 394"; 0 where a
 * word is between them, or nothing follows. */
static gsize end_beside(const char *text, const cfa_mention *mention, const cfa_mention *next)
{
    const gsize end = mention->offset + mention->length, behind = behind_country(text, end);
    if (next == NULL || next->offset < end)
        return 0;
    const gsize beside = behind <= next->offset ? behind : end;
    return has_word(text + beside, next->offset - beside) ? 0 : beside;
}

/* A case beside a paragraph says no more than that; beside its report it says which of its texts is meant. */
static gboolean is_case_of_paragraph(const cfa_mention *mention, const cfa_mention *next)
{
    return mention->citation.kind == CFA_CITES_CASE && next->citation.kind == CFA_CITES_PARAGRAPH;
}

static gboolean is_case_with_report(const cfa_mention *mention, const cfa_mention *next)
{
    const cfa_citation_kind one = mention->citation.kind, other = next->citation.kind;
    return (one == CFA_CITES_CASE && other == CFA_CITES_REPORT) ||
           (one == CFA_CITES_REPORT && other == CFA_CITES_CASE);
}

/* Adds the case that a query opens with to its mentions. "Case 2090 strike" is about that case, though in a text "case 2090 strike" could be
 * anything: it is read without what follows. */
static void add_opening_case(const char *text, GArray *mentions)
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

/* How far paragraphs reach that a text begins with and that no report is named for, ", para. 83"; 0 where it begins with none. */
static gsize paragraphs_length(const char *text, cfa_citation *paragraphs)
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

/* Adds the paragraphs that stand right behind a case and its country, "Case No. 2090 (Belarus), para. 83". Returns where they end, or where the
 * case does. */
static gsize read_paragraphs_behind(GArray *pieces, const char *text, gsize end)
{
    cfa_piece one = {.kind = CFA_PIECE_PARAGRAPHS};
    const gsize behind = behind_country(text, end);
    const gsize length = paragraphs_length(text + behind, &one.citation);
    if (length == 0)
        return end;
    g_array_append_val(pieces, one);
    return behind + length;
}

/* The same for a text that has nothing else, "para. 83". */
static gsize read_paragraphs_alone(GArray *pieces, const char *text)
{
    cfa_piece one = {.kind = CFA_PIECE_PARAGRAPHS};
    const gsize length = paragraphs_length(text, &one.citation);
    if (length == 0 || has_word(text + length, strlen(text + length)))
        return 0;
    g_array_append_val(pieces, one);
    return length;
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
    const char *colon = memchr(piece->text, ':', piece->length);
    cfa_field field;
    if (colon != NULL && cfa_field_find(piece->text, (gsize)(colon - piece->text), &field))
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
        if (!is_plain_text(one)) { /* and a bracket or a citation has no text at all */
            number_follows = FALSE;
            continue;
        }
        const gsize labels = labels_length(one, number_follows);
        one->text += labels;
        one->length -= labels;
        if (labels > 0 && one->length == 0)
            g_array_remove_index(pieces, i - 1);
        else if (has_word(one->text, one->length)) /* a dash alone parts nothing */
            number_follows = begins_with_number(one);
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
        append_citation(pieces, &identifier, CFA_PLAIN);
        read_pieces(pieces, fields[language], fields[language] + strlen(fields[language]));
        *is_citation = TRUE;
        return pieces;
    }
    g_autoptr(GArray) mentions = cfa_citation_scan(text, length, CFA_LANGUAGE_UNKNOWN, NULL);
    gsize at = mentions->len == 0 ? read_paragraphs_alone(pieces, text) : 0;
    cfa_occurrence occurrence = CFA_PLAIN;
    add_opening_case(text, mentions);
    *is_citation = mentions->len > 0;
    for (guint i = 0; i < mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(mentions, cfa_mention, i);
        const cfa_mention *next = i + 1 < mentions->len ? &g_array_index(mentions, cfa_mention, i + 1) : NULL;
        if (mention->offset < at || inside_quotes(text, mention->offset))
            continue;
        const cfa_occurrence sign = sign_before(text, mention->offset);
        const gsize beside = sign == CFA_PLAIN ? end_beside(text, mention, next) : 0;
        if (sign != CFA_PLAIN || !is_listed(text, at, mention))
            occurrence = sign;
        *is_citation = *is_citation && occurrence != CFA_NEVER && !has_word(text + at, mention->offset - at);
        read_pieces(pieces, text + at, text + mention->offset - (sign != CFA_PLAIN ? 1 : 0));
        if (beside > 0 && is_case_of_paragraph(mention, next)) {
            at = beside;
            continue;
        }
        append_citation(pieces, &mention->citation, occurrence);
        at = beside > 0 && is_case_with_report(mention, next) ? next->offset
                                                              : end_of_mention(text, mentions, &i);
        if (mention->citation.kind == CFA_CITES_CASE && occurrence == CFA_PLAIN)
            at = read_paragraphs_behind(pieces, text, at);
    }
    *is_citation = *is_citation && !has_word(text + at, length - at);
    read_pieces(pieces, text + at, text + length);
    pass_over_labels(pieces);
    return pieces;
}

char *cfa_piece_unquoted(const char *text, gsize length)
{
    quoted inner;
    if (read_quoted(text, text + length, &inner))
        return g_strstrip(g_strndup(inner.text, (gsize)(inner.closing - inner.text)));
    return g_strstrip(g_strndup(text, length));
}
