#include "convention.h"

#include "citation_read.h"
#include "word.h"

#include <string.h>

enum {
    TITLE_TOKENS = 40, /* between "Convention" and the number in brackets at the end of its title */
    OWNER_WORDS = 6,   /* between "Convention" and its number: "internacional del trabajo" */
    FIRST_YEAR = 1919, /* of the first Convention */
    LAST_YEAR = 2099
};

/* What a text is read into. */
typedef struct reading {
    const char *text;
    cfa_token_text in;
    gboolean named[CFA_CONVENTION_LAST + 1];
} reading;

/* Before "Convention": it is not the ILO's. */
static const char *const others[] = {"collective", "european", "american", "geneva", "hague", "vienna"};

/* After "Convention", before its number: whose it is. */
static const char *const owners[] = {"ILO",
                                     "OIT",
                                     "BIT",
                                     "international",
                                     "labour",
                                     "trabajo",
                                     "travail",
                                     "internationale",
                                     "internacional",
                                     "internacionales",
                                     "internationales"};

/* After "Convention": its title begins. */
static const char *const openings[] = {"on",       "concerning", "sur",      "concernant",
                                       "relative", "sobre",      "relativo", "relativa"};

/* How other instruments that bear numbers begin, in any of the languages. */
static const char *const instruments[] = {"recom",  "proto", "ordin",  "ordon",   "orden",
                                          "procla", "agree", "accord", "acuerdo", "resol"};

static const cfa_token *token_at(const reading *in, guint at)
{
    return cfa_token_at(&in->in, at);
}

static gboolean is_kind(const reading *in, guint at, cfa_token_kind kind)
{
    return token_at(in, at)->kind == kind;
}

/* Whether a word of the list stands there, or with `beginning` one that begins so. */
static gboolean is_listed(const reading *in, guint at, const char *const *list, gsize count,
                          gboolean beginning)
{
    const cfa_token *token = token_at(in, at);
    const gsize length = token->end - token->offset;
    for (gsize i = 0; token->kind == TOKEN_WORD && i < count; i++)
        if ((beginning ? strlen(list[i]) <= length : strlen(list[i]) == length) &&
            g_ascii_strncasecmp(in->text + token->offset, list[i], strlen(list[i])) == 0)
            return TRUE;
    return FALSE;
}

/* "convention", "convenio": of the provisions that citations know of, these alone begin so. */
static gboolean is_convention(const reading *in, guint at)
{
    static const char *const beginning[] = {"conv"};
    return cfa_says(&in->in, at, SAYS_PROVISION) && is_listed(in, at, beginning, 1, TRUE);
}

static gboolean is_plural(const reading *in, guint noun)
{
    return g_ascii_tolower(in->text[token_at(in, noun)->end - 1]) == 's';
}

static gboolean is_year(const reading *in, guint at)
{
    const cfa_token *token = token_at(in, at);
    return token->kind == TOKEN_NUMBER && token->ending == ENDING_NONE && token->value >= FIRST_YEAR &&
           token->value <= LAST_YEAR;
}

/* "12/2005", "12-A": the number of a law or a file. `at` is behind the number. */
static gboolean is_file_number(const reading *in, guint at, gboolean plural)
{
    const cfa_token *mark = token_at(in, at), *more = token_at(in, at + 1);
    if ((mark->kind != TOKEN_SLASH && mark->kind != TOKEN_DASH) || plural || at == 0)
        return FALSE;
    return mark->offset == token_at(in, at - 1)->end && more->offset == mark->end &&
           (more->kind == TOKEN_NUMBER || more->kind == TOKEN_WORD);
}

/* Whether the number here can be a Convention's: it counts nobody, and is no day of a month. */
static gboolean is_number(const reading *in, guint at)
{
    return cfa_is_number(&in->in, at, CFA_CONVENTION_LAST) && !token_at(in, at)->thousands &&
           !cfa_says(&in->in, at + 1, SAYS_PEOPLE | SAYS_MONTH | SAYS_SUFFIX) &&
           !(cfa_says(&in->in, at + 1, SAYS_OF) && cfa_says(&in->in, at + 2, SAYS_MONTH));
}

/* Whether a number that follows a comma belongs to the list, and does not begin something else. */
static gboolean goes_on(const reading *in, guint at)
{
    return !is_kind(in, at + 1, TOKEN_WORD) ||
           cfa_says(&in->in, at + 1, SAYS_AND | SAYS_TO | SAYS_OF | SAYS_LINK);
}

/* "87", "87, 98 and 135", "87 and No. 98"; returns where the list ends, or 0. */
static guint read_numbers(reading *in, guint at, gboolean plural)
{
    guint end = 0, next = at;
    while (is_number(in, next) && !is_file_number(in, next + 1, plural)) {
        in->named[token_at(in, next)->value] = TRUE;
        end = next + 1;
        const guint separator = cfa_skip_brackets(&in->in, end);
        next = separator;
        const gboolean by_comma = is_kind(in, next, TOKEN_COMMA);
        if (by_comma || (plural && is_kind(in, next, TOKEN_SLASH)))
            next++;
        const gboolean by_and = cfa_says(&in->in, next, SAYS_AND);
        if (by_and)
            next++;
        const guint label = next > separator ? cfa_read_number_label(&in->in, next, &plural) : 0;
        if (label > 0)
            next = label;
        else if (next == separator || !plural || (by_comma && !by_and && !goes_on(in, next)))
            break;
    }
    return end;
}

/* "No. 87", "(núm. 87)" at a place. */
static guint read_labelled(reading *in, guint at, gboolean plural)
{
    const guint label = is_kind(in, at, TOKEN_OPEN) ? at + 1 : at;
    const guint number = cfa_read_number_label(&in->in, label, &plural);
    return number > 0 ? read_numbers(in, number, plural) : 0;
}

/* Right after the noun: "No. 87", "87", ", 1948 (No. 87)", "internacional del trabajo núm. 87". */
static guint read_next(reading *in, guint at, gboolean plural)
{
    if (is_kind(in, at, TOKEN_NUMBER) && token_at(in, at)->digits >= 2 && !is_year(in, at))
        return read_numbers(in, at, plural);
    if (is_kind(in, at, TOKEN_COMMA) || (cfa_says(&in->in, at, SAYS_OF) && is_year(in, at + 1)))
        at++;
    if (is_year(in, at))
        at += is_kind(in, at + 1, TOKEN_COMMA) ? 2 : 1;
    for (guint words = 0; words < OWNER_WORDS; words++, at++)
        if (!cfa_says(&in->in, at, SAYS_OF | SAYS_LINK) &&
            !is_listed(in, at, owners, G_N_ELEMENTS(owners), FALSE))
            break;
    return read_labelled(in, at, plural);
}

/* The number in brackets that ends a title: "sobre la libertad sindical …, 1948 (núm. 87)". One that begins
 * with "of" or "de" could be anybody's where it has no year. */
static guint read_title(reading *in, guint at, gboolean plural)
{
    gboolean certain = is_listed(in, at, openings, G_N_ELEMENTS(openings), FALSE);
    if (!certain && !cfa_says(&in->in, at, SAYS_OF))
        return 0;
    for (guint next = at + 1; next < at + TITLE_TOKENS; next++) {
        const cfa_token *token = token_at(in, next);
        certain = certain || is_year(in, next);
        const guint end = certain && token->kind == TOKEN_OPEN ? read_labelled(in, next, plural) : 0;
        if (end > 0)
            return end;
        if (token->kind == TOKEN_END || token->kind == TOKEN_STOP || token->kind == TOKEN_SEMICOLON ||
            token->kind == TOKEN_BREAK || (token->says & (SAYS_PROVISION | SAYS_CASE | SAYS_REPORT)) ||
            (token->kind == TOKEN_NUMBER && !is_year(in, next)) ||
            is_listed(in, next, instruments, G_N_ELEMENTS(instruments), TRUE))
            return 0;
    }
    return 0;
}

/* "C87", or "C.87" in three tokens. */
static guint read_code(reading *in, guint at)
{
    const cfa_token *first = token_at(in, at), *stop = token_at(in, at + 1);
    const gboolean parted = first->end - first->offset == 1 && stop->kind == TOKEN_STOP &&
                            token_at(in, at + 2)->kind == TOKEN_NUMBER;
    const guint end = parted ? at + 3 : at + 1;
    guint number;
    if (!cfa_convention_code(in->text + first->offset, token_at(in, end - 1)->end - first->offset, &number) ||
        is_file_number(in, end, FALSE))
        return 0;
    in->named[number] = TRUE;
    return end;
}

static guint read_at(reading *in, guint at)
{
    const cfa_token *token = token_at(in, at);
    guint end = 0;
    if (is_convention(in, at) && (at == 0 || !is_listed(in, at - 1, others, G_N_ELEMENTS(others), FALSE))) {
        const gboolean plural = is_plural(in, at);
        end = read_next(in, at + 1, plural);
        if (end == 0)
            end = read_title(in, at + 1, plural);
    } else if (token->kind == TOKEN_WORD && in->text[token->offset] == 'C') {
        end = read_code(in, at);
    }
    return MAX(end, at + 1);
}

/* Whether a text can name a Convention at all: most cannot, and cutting into tokens is dear. */
static gboolean may_name(const char *text, gsize length)
{
    for (gsize i = 0; i + 1 < length; i++)
        if ((text[i] == 'C' && (text[i + 1] == '.' || g_ascii_isdigit(text[i + 1]))) ||
            (i + 4 <= length && g_ascii_strncasecmp(text + i, "conv", 4) == 0))
            return TRUE;
    return FALSE;
}

GArray *cfa_convention_scan(const char *text, gsize length)
{
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    if (!may_name(text, length))
        return numbers;
    g_autoptr(GArray) tokens = cfa_citation_tokens(text, length);
    reading in = {.text = text,
                  .in = {(const cfa_token *)(const void *)tokens->data, tokens->len, CFA_LANGUAGE_UNKNOWN}};
    for (guint at = 0; at < tokens->len;)
        at = read_at(&in, at);
    for (guint number = 1; number <= CFA_CONVENTION_LAST; number++)
        if (in.named[number])
            g_array_append_val(numbers, number);
    return numbers;
}

gboolean cfa_convention_code(const char *text, gsize length, guint *number)
{
    if (length == 0 || (text[0] != 'C' && text[0] != 'c'))
        return FALSE;
    const gsize digits = length > 1 && text[1] == '.' ? 2 : 1;
    guint value = 0;
    for (gsize i = digits; i < length; i++) {
        if (!g_ascii_isdigit(text[i]) || i >= digits + 3)
            return FALSE;
        value = value * 10 + (guint)(text[i] - '0');
    }
    *number = value;
    return length - digits >= 2 && value >= 1 && value <= CFA_CONVENTION_LAST;
}

gboolean cfa_convention_parse(const char *text, guint *number)
{
    g_autofree char *folded = cfa_word_fold(text, strlen(text));
    char *digits = strrchr(folded, ' ');
    if (digits != NULL) {
        *digits++ = '\0';
        const cfa_citation_word *label = cfa_citation_word_find(folded);
        if (strcmp(folded, "c") != 0 && (label == NULL || (label->says & SAYS_NUMBER) == 0))
            return FALSE;
    } else {
        digits = folded[0] == 'c' ? folded + 1 : folded;
    }
    guint64 value = 0;
    if (!g_ascii_string_to_unsigned(digits, 10, 1, CFA_CONVENTION_LAST, &value, NULL))
        return FALSE;
    *number = (guint)value;
    return TRUE;
}
