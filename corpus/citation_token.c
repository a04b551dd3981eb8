#include "citation_token.h"

#include <string.h>

#include "word.h"

enum { TOO_LARGE = 99999 };

/* What is between words and means something; of several that begin alike, the longest first. */
static const struct {
    const char *text;
    cfa_token_kind kind;
} marks[] = {
    {",", TOKEN_COMMA}, {";", TOKEN_SEMICOLON},       {":", TOKEN_BREAK},
    {"?", TOKEN_BREAK}, {"!", TOKEN_BREAK},           {"(", TOKEN_OPEN},
    {"[", TOKEN_OPEN},  {")", TOKEN_CLOSE},           {"]", TOKEN_CLOSE},
    {"-", TOKEN_DASH},  {"\xE2\x80\x90", TOKEN_DASH}, {"\xE2\x80\x91", TOKEN_DASH},
    {"/", TOKEN_SLASH}, {"\xE2\x80\x92", TOKEN_DASH}, {"\xE2\x80\x93", TOKEN_DASH},
    {".", TOKEN_STOP},  {"\xE2\x80\x94", TOKEN_DASH}, {"\xE2\x80\x95", TOKEN_DASH},
    {"&", TOKEN_WORD},  {"\xE2\x88\x92", TOKEN_DASH}, {"\xC2\xA7", TOKEN_PARAGRAPH_SIGN},
};

static const char *const ordinal_endings[] = {"st",  "nd",  "rd",   "th",  "er", "re",
                                              "ere", "eme", "ieme", "ero", "do", "to"};

/* U+00BA, U+00AA and, by mistake, U+00B0. */
static const char *const raised_letters[] = {"\xC2\xBA", "\xC2\xAA", "\xC2\xB0"};

typedef struct cutter {
    const char *text;
    gsize length;
    guint depth; /* of brackets */
    GArray *tokens;
} cutter;

static cfa_token *add_token(cutter *to, cfa_token_kind kind, gsize offset, gsize end)
{
    const cfa_token token = {.kind = kind, .offset = offset, .end = end, .inside = to->depth > 0};
    g_array_append_val(to->tokens, token);
    return &g_array_index(to->tokens, cfa_token, to->tokens->len - 1);
}

static gboolean begins(const cutter *in, gsize at, gsize end, const char *with)
{
    if (at == end || in->text[at] != with[0]) /* asked of every mark for each byte between two words */
        return FALSE;
    const gsize bytes = strlen(with);
    return end - at >= bytes && memcmp(in->text + at, with, bytes) == 0;
}

static void add_mark(cutter *to, cfa_token_kind kind, gsize at, gsize bytes)
{
    if (kind == TOKEN_CLOSE && to->depth > 0)
        to->depth--;
    cfa_token *token = add_token(to, kind, at, at + bytes);
    if (kind == TOKEN_WORD)
        token->says = SAYS_AND;
    if (kind == TOKEN_OPEN)
        to->depth++;
}

/* The marks between two words. A line's end closes its brackets, so that one forgotten does not last. */
static void add_marks(cutter *to, gsize at, gsize end)
{
    while (at < end) {
        if (to->text[at] == ' ') { /* nearly all there is between words */
            at++;
            continue;
        }
        if (to->text[at] == '.' && begins(to, at, end, "..")) {
            while (at < end && to->text[at] == '.')
                at++;
            continue;
        }
        if (to->text[at] == '\n')
            to->depth = 0;
        gsize bytes = 1;
        for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
            if (begins(to, at, end, marks[i].text)) {
                bytes = strlen(marks[i].text);
                add_mark(to, marks[i].kind, at, bytes);
                break;
            }
        at += bytes;
    }
}

static gboolean is_digit_at(const cutter *in, gsize at)
{
    return at < in->length && g_ascii_isdigit(in->text[at]);
}

static gunichar letter_at(const cutter *in, gsize at)
{
    return g_utf8_get_char_validated(in->text + at, (gssize)MIN(in->length - at, 4));
}

static gboolean is_letter_at(const cutter *in, gsize at)
{
    const gunichar letter = letter_at(in, at);
    return letter < 0x110000 && g_unichar_isalpha(letter);
}

/* Whether ",123" or ".123" stands here and no fourth digit after it. */
static gboolean is_thousands_group(const cutter *in, gsize at)
{
    return at < in->length && (in->text[at] == ',' || in->text[at] == '.') && is_digit_at(in, at + 1) &&
           is_digit_at(in, at + 2) && is_digit_at(in, at + 3) && !is_digit_at(in, at + 4);
}

static gsize read_digits(const cutter *in, gsize at, cfa_token *number)
{
    for (; is_digit_at(in, at); at++) {
        number->value = MIN(number->value * 10 + (guint)(in->text[at] - '0'), TOO_LARGE);
        number->digits++;
    }
    return at;
}

static cfa_ending ending_of(const cfa_word *word, gboolean after_stop)
{
    if (strcmp(word->text, "o") == 0)
        return after_stop ? ENDING_ORDINAL : ENDING_EITHER;
    if (!after_stop && strcmp(word->text, "e") == 0)
        return ENDING_EITHER;
    for (gsize i = 0; i < G_N_ELEMENTS(ordinal_endings); i++)
        if (strcmp(word->text, ordinal_endings[i]) == 0)
            return ENDING_ORDINAL;
    return word->length == 1 && !g_ascii_isdigit(word->text[0]) ? ENDING_LETTER : ENDING_OTHER;
}

/* Reads what is fixed to a number, and returns where it ends. A word that is no ending goes with the number,
 * so that no part of it is looked at twice. */
static gsize read_ending(const cutter *in, gsize at, cfa_token *number)
{
    const gboolean after_stop = at < in->length && in->text[at] == '.';
    const gsize start = after_stop ? at + 1 : at;
    for (gsize i = 0; i < G_N_ELEMENTS(raised_letters); i++)
        if (begins(in, MIN(start, in->length), in->length, raised_letters[i])) {
            number->ending = ENDING_ORDINAL;
            return start + strlen(raised_letters[i]);
        }
    if (start >= in->length || !is_letter_at(in, start) || (after_stop && !g_ascii_islower(in->text[start])))
        return at;
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, in->text, in->length);
    reader.at = start;
    if (!cfa_word_next(&reader, &word))
        return at;
    const cfa_ending ending = word.offset == start ? ending_of(&word, after_stop) : ENDING_OTHER;
    if (after_stop && ending != ENDING_ORDINAL)
        return at;
    number->ending = ending;
    return ending == ENDING_OTHER ? reader.at : start + word.bytes;
}

static gsize add_number(cutter *to, gsize at)
{
    cfa_token number = {.kind = TOKEN_NUMBER, .offset = at, .inside = to->depth > 0};
    gsize end = read_digits(to, at, &number);
    if (is_thousands_group(to, end)) {
        number.thousands = number.digits == 2 || number.digits == 3;
        if (number.digits == 1) /* "1,023": nobody cites paragraphs 1 and 23 so */
            end = read_digits(to, end + 1, &number);
    }
    number.end = read_ending(to, end, &number);
    if (number.ending == ENDING_LETTER || number.ending == ENDING_OTHER) {
        const gsize after = number.end;
        number.end = end;
        g_array_append_val(to->tokens, number);
        return after;
    }
    g_array_append_val(to->tokens, number);
    return number.end;
}

static void add_word(cutter *to, const cfa_word *word)
{
    cfa_token *token = add_token(to, TOKEN_WORD, word->offset, word->offset + word->bytes);
    const gunichar first = letter_at(to, word->offset);
    token->capital = first < 0x110000 && g_unichar_isupper(first);
    const cfa_citation_word *known = cfa_citation_word_find(word->text);
    if (known != NULL) {
        token->says = known->says;
        token->value = known->value;
        token->language = known->language;
    }
}

GArray *cfa_citation_tokens(const char *text, gsize length)
{
    cutter to = {.text = text, .length = length, .tokens = g_array_new(FALSE, FALSE, sizeof(cfa_token))};
    cfa_word_reader reader;
    cfa_word word;
    gsize at = 0;
    cfa_word_reader_init(&reader, text, length);
    while (cfa_word_next(&reader, &word)) {
        add_marks(&to, at, word.offset);
        if (is_digit_at(&to, word.offset))
            reader.at = add_number(&to, word.offset);
        else
            add_word(&to, &word);
        at = reader.at;
    }
    add_marks(&to, at, length);
    return to.tokens;
}
