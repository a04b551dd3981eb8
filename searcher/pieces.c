#include "pieces.h"

#include "fields.h"
#include "typed_citation.h"

#include <string.h>

enum { NEAR_DEFAULT = 10, NEAR_MAX = 100, HEADLINE_WORDS = 5 };

static gboolean is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Every kind of quotation mark that people paste, and those that close what it opens. */
static const struct quotation {
    const char *mark, *closing[2];
} quotations[] = {{"\"", {"\""}},         {"\u201c", {"\u201d"}},
                  {"\u201d", {"\u201d"}}, {"\u201e", {"\u201c", "\u201d"}},
                  {"\u201f", {"\u201d"}}, {"\u00ab", {"\u00bb"}},
                  {"\u00bb", {"\u00ab"}}, {"\u2039", {"\u203a"}},
                  {"\u203a", {"\u2039"}}, {"\u2033", {"\u2033"}},
                  {"\uff02", {"\uff02"}}, {"'", {"'"}},
                  {"\u2018", {"\u2019"}}, {"\u201a", {"\u2018", "\u2019"}}};

/* Of the last three: what opens or closes so may be an apostrophe. */
static gboolean is_single(const struct quotation *mark)
{
    return mark >= quotations + G_N_ELEMENTS(quotations) - 3;
}

/* The quotation mark that the text begins with, or NULL. */
static const struct quotation *quotation_at(const char *text)
{
    if ((guchar)text[0] < 0x80 && text[0] != '"' && text[0] != '\'')
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(quotations); i++)
        if (text[0] == quotations[i].mark[0] && g_str_has_prefix(text, quotations[i].mark))
            return &quotations[i];
    return NULL;
}

/* Whether the text begins with a mark that closes what another opened: a single one where no word goes on
 * behind it. */
static gboolean closes(const struct quotation *opening, const char *text)
{
    for (gsize i = 0; i < G_N_ELEMENTS(opening->closing) && opening->closing[i] != NULL; i++)
        if (g_str_has_prefix(text, opening->closing[i]))
            return !is_single(opening) ||
                   !g_unichar_isalnum(g_utf8_get_char(text + strlen(opening->closing[i])));
    return FALSE;
}

/* What a quotation mark opens: from behind it to its fellow, so that marks of another kind can stand between.
 * Where it has none before it is opened again, any mark closes it, but for single ones. NULL where nothing
 * does. */
static const char *closing_mark(const struct quotation *opening, const char *text, const char *end)
{
    const char *any = NULL;
    for (; text < end; text++) {
        if (closes(opening, text))
            return text;
        const struct quotation *mark = quotation_at(text);
        if (mark == NULL)
            continue;
        if (any == NULL && !is_single(mark) && !is_single(opening))
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
    result->end = result->closing + g_utf8_skip[(guchar)result->closing[0]];
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

/* Whether a value may begin at a place of the piece that begins at `text`: behind a colon, and behind the
 * mark and each comma of a field. */
static gboolean may_be_value(const char *text, const char *at)
{
    cfa_field field;
    return at > text && (at[-1] == ':' || ((at[-1] == ',' || at[-1] == '=') &&
                                           cfa_field_value_in(text, (gsize)(at - text), &field) != NULL));
}

/* The end of a piece that begins at `text`: a blank, a bracket, a quotation mark; but a field's value may be
 * in quotation marks, and each of several with commas between. */
static const char *piece_end(const char *text, const char *end)
{
    const char *at = text;
    while (at < end && !is_blank(*at) && *at != '(' && *at != ')') {
        const struct quotation *mark = quotation_at(at);
        quoted value;
        if (mark == NULL || (is_single(mark) && at > text && !may_be_value(text, at)))
            at++;
        else if (may_be_value(text, at) && read_quoted(at, end, &value)) {
            at = value.end;
            if (at == end || *at != ',')
                return at;
        } else /* a phrase begins; a mark without its fellow parts words */
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

/* Whether what stands at a place of a text is rather an apostrophe: in a word, or without a fellow. */
static gboolean is_apostrophe(const char *text, const char *at, const struct quotation *mark)
{
    const char *before = g_utf8_find_prev_char(text, at);
    return is_single(mark) && ((before != NULL && g_unichar_isalnum(g_utf8_get_char(before))) ||
                               closing_mark(mark, at + strlen(mark->mark), at + strlen(at)) == NULL);
}

gboolean cfa_pieces_have_quotation(const char *text)
{
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        const struct quotation *mark = quotation_at(at);
        if (mark != NULL && !is_apostrophe(text, at, mark))
            return TRUE;
    }
    return FALSE;
}

char *cfa_pieces_without_quotation(const char *text)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (const char *at = text; *at != '\0';) {
        const struct quotation *mark = quotation_at(at);
        if (mark == NULL || is_single(mark))
            g_string_append_c(words, *at++);
        else if (at > text && cfa_field_is_mark(at[-1]))
            return NULL;
        else
            at += strlen(mark->mark);
    }
    return words->len < strlen(text) ? g_strdup(words->str) : NULL;
}

/* Whether what is in quotation marks may be the title of a book that is cited: words, and no number. */
static gboolean may_be_title(const quoted *one)
{
    gboolean has_blank = FALSE;
    for (const char *at = one->text; at < one->closing; at++) {
        if (g_ascii_isdigit(*at))
            return FALSE;
        has_blank = has_blank || is_blank(*at);
    }
    return has_blank;
}

/* A text of the same length with marks for what is in quotation marks, so that nothing goes on over it: in
 * `case "494"` the number is a word like any other. The caller frees. */
static char *mask_quotations(const char *text)
{
    char *plain = g_strdup(text);
    const char *end = text + strlen(text);
    quoted phrase;
    for (const char *at = text; at < end;) {
        const gboolean is_quoted =
            read_quoted(at, end, &phrase) && !is_apostrophe(text, at, quotation_at(at));
        if (is_quoted && !may_be_title(&phrase))
            memset(plain + (at - text), '?', (gsize)(phrase.end - at));
        at = is_quoted ? phrase.end : at + 1;
    }
    return plain;
}

/* Whether a mark stands at a place behind the name of a field other than `cites`, which may be of anything.
 */
static gboolean is_mark_of_field(const char *text, const char *mark)
{
    const char *name = mark;
    while (name > text && g_ascii_isalpha(name[-1]))
        name--;
    cfa_field field;
    return cfa_field_is_mark(*mark) && cfa_field_find(name, (gsize)(mark - name), &field) &&
           field != CFA_FIELD_CITES;
}

/* Whether a mention is made of a field and of words beside it: of "report:2" and what stands behind, or of
 * what stands before, "31 e report:2". */
static gboolean touches_field(const char *text, const cfa_mention *mention)
{
    const char *begin = text + mention->offset, *end = begin + mention->length;
    return (mention->offset > 0 && is_mark_of_field(text, begin - 1)) ||
           (is_mark_of_field(text, end) && g_ascii_isdigit(end[1]));
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

/* Whether a mention goes on with a list ("Cases Nos. 2090 and 9901") after `at`, so that a sign before the
 * first of it is meant for it, too: between them stands at most an "and". */
static gboolean is_listed(const char *text, gsize at, const cfa_mention *mention)
{
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text + at, mention->offset - at);
    while (cfa_word_next(&reader, &word))
        if (word.position > 1 || !cfa_word_is_stopword_in(CFA_EVERY_LANGUAGE, word.text, word.length))
            return FALSE;
    return g_ascii_isdigit(text[mention->offset]);
}

/* Adds the paragraphs that stand right behind a case and its country, "Case No. 2090 (Belarus), para. 83".
 * Returns where they end, or where the case does. */
static gsize read_paragraphs_behind(GArray *pieces, const char *text, gsize end)
{
    cfa_piece one = {.kind = CFA_PIECE_PARAGRAPHS};
    const gsize behind = cfa_typed_behind_country(text, end);
    const gsize length = cfa_typed_paragraphs(text + behind, &one.citation);
    if (length == 0)
        return end;
    g_array_append_val(pieces, one);
    return behind + length;
}

/* The same for a text that has nothing else, "para. 83". */
static gsize read_paragraphs_alone(GArray *pieces, const char *text)
{
    cfa_piece one = {.kind = CFA_PIECE_PARAGRAPHS};
    const gsize length = cfa_typed_paragraphs(text, &one.citation);
    if (length == 0 || cfa_typed_has_word(text + length, strlen(text + length)))
        return 0;
    g_array_append_val(pieces, one);
    return length;
}

/* ---- labels of numbers ---- */

static gboolean is_plain_text(const cfa_piece *piece)
{
    return piece->kind == CFA_PIECE_TEXT && piece->occurrence == CFA_PLAIN;
}

/* How many bytes labels take at the beginning of a piece, up to a number in it or behind it: of "No.87"
 * three. "para:83" is a field. */
static gsize labels_length(const cfa_piece *piece, gboolean number_follows)
{
    cfa_word_reader reader;
    cfa_word word;
    gboolean any = FALSE;
    cfa_field field;
    if (cfa_field_value_in(piece->text, piece->length, &field) != NULL)
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

/* The "No." of "Convention No. 87" is "no" in French and "num" in Spanish, and left out as often as not: it
 * finds nothing that its number does not. A sign or quotation marks ask for it all the same. */
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
        else if (cfa_typed_has_word(one->text, one->length)) /* a dash alone parts nothing */
            number_follows = begins_with_number(one);
    }
}

/* ---- headlines ---- */

/* In a headline all is in capitals, so that those of AND, OR and NOT say nothing. Whoever writes a query so
 * has a bracket, a sign or few words. */
static void pass_over_operators(GArray *pieces, const char *text)
{
    guint words = 0;
    for (guint i = 0; i < pieces->len; i++) {
        const cfa_piece *one = &g_array_index(pieces, cfa_piece, i);
        if (one->text == NULL || one->kind == CFA_PIECE_PHRASE || one->occurrence != CFA_PLAIN)
            return;
        words += one->kind == CFA_PIECE_TEXT;
    }
    if (words < HEADLINE_WORDS || cfa_word_has_small_letter(text, strlen(text)))
        return;
    for (guint i = 0; i < pieces->len; i++)
        g_array_index(pieces, cfa_piece, i).kind = CFA_PIECE_TEXT;
}

/* ---- the whole ---- */

/* Adds a mention, and the paragraphs of a case behind it. Returns where it ends; *index is that of the last
 * one in it. `is_beside`: the next stands right beside it. */
static gsize read_mention(GArray *pieces, const char *text, const GArray *mentions, guint *index,
                          gboolean is_beside, cfa_occurrence occurrence)
{
    const cfa_mention *mention = &g_array_index(mentions, cfa_mention, *index);
    append_citation(pieces, &mention->citation, occurrence);
    const gsize end = is_beside && cfa_typed_is_case_with_report(mention, mention + 1)
                          ? (mention + 1)->offset
                          : cfa_typed_end_of_mention(text, mentions, index);
    const gboolean is_case = mention->citation.kind == CFA_CITES_CASE && occurrence == CFA_PLAIN;
    return is_case ? read_paragraphs_behind(pieces, text, end) : end;
}

/* Adds what a text cites and nothing else, and the language it is asked for in. FALSE where there is more. */
static gboolean read_alone(GArray *pieces, const char *text)
{
    static const char *const fields[] = {"", "lang:en", "lang:fr", "lang:es"};
    cfa_citation citation;
    cfa_language language;
    if (!cfa_typed_alone(text, &citation, &language))
        return FALSE;
    append_citation(pieces, &citation, CFA_PLAIN);
    read_pieces(pieces, fields[language], fields[language] + strlen(fields[language]));
    return TRUE;
}

/* Cuts the text: what reads as a citation first, all between them by blanks, quotation marks and brackets.
 * `is_citation`: there is nothing else. */
GArray *cfa_pieces_cut(const char *text, gboolean *is_citation)
{
    GArray *pieces = g_array_new(FALSE, TRUE, sizeof(cfa_piece));
    const gsize length = strlen(text);
    *is_citation = read_alone(pieces, text);
    if (*is_citation)
        return pieces;
    g_autofree char *plain = mask_quotations(text);
    g_autoptr(GArray) mentions = cfa_citation_scan(plain, length, CFA_LANGUAGE_UNKNOWN, NULL);
    gsize at = mentions->len == 0 ? read_paragraphs_alone(pieces, plain) : 0;
    cfa_occurrence occurrence = CFA_PLAIN;
    cfa_typed_add_opening_case(plain, mentions);
    *is_citation = mentions->len > 0;
    for (guint i = 0; i < mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(mentions, cfa_mention, i);
        const cfa_mention *next = i + 1 < mentions->len ? &g_array_index(mentions, cfa_mention, i + 1) : NULL;
        if (mention->offset < at || touches_field(plain, mention) ||
            cfa_typed_is_of_year(plain, mention, next) || cfa_typed_is_ibid(plain, mention))
            continue;
        const cfa_occurrence sign = sign_before(plain, mention->offset);
        const gsize beside =
            sign == CFA_PLAIN && next != NULL ? cfa_typed_end_beside(plain, mention, next) : 0;
        if (sign != CFA_PLAIN || !is_listed(plain, at, mention))
            occurrence = sign;
        *is_citation =
            *is_citation && occurrence != CFA_NEVER && !cfa_typed_has_word(text + at, mention->offset - at);
        read_pieces(pieces, text + at, text + mention->offset - (sign != CFA_PLAIN ? 1 : 0));
        if (beside > 0 && cfa_typed_is_case_of_paragraph(mention, next)) {
            at = beside;
            continue;
        }
        at = read_mention(pieces, plain, mentions, &i, beside > 0, occurrence);
    }
    *is_citation = *is_citation && !cfa_typed_has_word(text + at, length - at);
    read_pieces(pieces, text + at, text + length);
    pass_over_labels(pieces);
    pass_over_operators(pieces, text);
    return pieces;
}

char *cfa_piece_unquoted(const char *text, gsize length)
{
    quoted inner;
    if (read_quoted(text, text + length, &inner) && inner.end == text + length)
        return g_strstrip(g_strndup(inner.text, (gsize)(inner.closing - inner.text)));
    return g_strstrip(g_strndup(text, length));
}

char *cfa_piece_quoted(const char *value)
{
    const char *mark = strchr(value, ' ') != NULL ? "\"" : "";
    return g_strconcat(mark, value, mark, NULL);
}
