#include "citation_read.h"

enum {
    GAP_TOKENS = 60, /* between a report and its paragraphs */
    GAP_BYTES = 400,
    BRACKET_TOKENS = 14, /* of a country */
    ORDINAL_WORDS = 6
};

const cfa_token *cfa_token_at(const cfa_token_text *in, guint at)
{
    static const cfa_token end = {.kind = TOKEN_END};
    return at < in->count ? &in->tokens[at] : &end;
}

static cfa_token_kind kind_at(const cfa_token_text *in, guint at)
{
    return cfa_token_at(in, at)->kind;
}

gboolean cfa_says(const cfa_token_text *in, guint at, guint says)
{
    return (cfa_token_at(in, at)->says & says) != 0;
}

/* From 1 to `most`, and not written with zeros before it. */
static gboolean is_in_bounds(const cfa_token *number, guint most)
{
    guint smallest = 1;
    for (guint digits = 1; digits < number->digits && digits < 5; digits++)
        smallest *= 10;
    return number->kind == TOKEN_NUMBER && number->value >= smallest && number->value <= most;
}

gboolean cfa_is_number(const cfa_token_text *in, guint at, guint most)
{
    const cfa_token *token = cfa_token_at(in, at);
    return token->ending == ENDING_NONE && is_in_bounds(token, most);
}

guint cfa_read_number_label(const cfa_token_text *in, guint at, gboolean *plural)
{
    if (!cfa_says(in, at, SAYS_NUMBER))
        return 0;
    if (cfa_says(in, at, SAYS_PLURAL))
        *plural = TRUE;
    guint next = at + 1;
    if (kind_at(in, next) == TOKEN_STOP)
        next++;
    if (cfa_says(in, next, SAYS_SUFFIX)) { /* "n.os" */
        *plural = TRUE;
        next++;
    }
    return next;
}

/* A number of a list: plain, with the letter of an item, or in French with a blank for the thousands. */
static guint read_number(const cfa_token_text *in, guint at, guint most, guint *value)
{
    const cfa_token *token = cfa_token_at(in, at), *after = cfa_token_at(in, at + 1);
    const gboolean item =
        token->ending == ENDING_LETTER || (token->ending == ENDING_EITHER && after->kind == TOKEN_CLOSE);
    if ((token->ending != ENDING_NONE && !item) || !is_in_bounds(token, most))
        return 0;
    *value = token->value;
    if (token->digits == 1 && token->ending == ENDING_NONE && after->kind == TOKEN_NUMBER &&
        after->digits == 3 && after->ending == ENDING_NONE && after->offset - token->end <= 3 &&
        *value * 1000 + after->value <= most && !cfa_says(in, at + 2, SAYS_PEOPLE)) {
        *value = *value * 1000 + after->value;
        return at + 2;
    }
    return at + 1;
}

/* "591–8" is 591 to 598. */
static guint range_end(guint first, guint last)
{
    guint power = 1;
    while (power <= last)
        power *= 10;
    return last < first && power <= first ? first - first % power + last : last;
}

/* A month after the number here, "de" between them or not: the day of a date. */
static gboolean is_day(const cfa_token_text *in, guint at)
{
    const guint next = cfa_says(in, at + 1, SAYS_OF) ? at + 2 : at + 1;
    return kind_at(in, at) == TOKEN_NUMBER && cfa_says(in, next, SAYS_MONTH);
}

/* Past "(a)", "a)", "(iii)" and the like; `at` itself where there is none. */
static guint skip_item(const cfa_token_text *in, guint at)
{
    const guint name = kind_at(in, at) == TOKEN_OPEN ? at + 1 : at;
    const cfa_token *token = cfa_token_at(in, name);
    const gboolean named = token->kind == TOKEN_WORD || (token->kind == TOKEN_NUMBER && name > at);
    if (named && token->end - token->offset <= 4 && kind_at(in, name + 1) == TOKEN_CLOSE &&
        (token->kind == TOKEN_NUMBER || token->value == 0))
        return name + 2;
    return at;
}

/* Past the items of a paragraph: ", subparagraphs (a) and (b)", "incisos a), b), d) y e)", "bis". */
static guint skip_items(const cfa_token_text *in, guint at)
{
    guint end =
        cfa_token_at(in, at - 1)->ending != ENDING_NONE && kind_at(in, at) == TOKEN_CLOSE ? at + 1 : at;
    for (guint next = end;;) {
        if (kind_at(in, next) == TOKEN_COMMA)
            next++;
        if ((cfa_says(in, next, SAYS_AND | SAYS_TO) || kind_at(in, next) == TOKEN_DASH) &&
            skip_item(in, next) == next)
            next++;
        const gboolean word = cfa_says(in, next, SAYS_ITEM);
        if (word)
            next++;
        if (word && cfa_says(in, next - 1, SAYS_ABBREVIATION) && kind_at(in, next) == TOKEN_STOP)
            next++;
        const guint after = skip_item(in, next);
        if (after == next && !word)
            return end;
        end = next = after;
    }
}

static guint read_entry(const cfa_token_text *in, guint at, guint most, cfa_entry *entry)
{
    guint end = read_number(in, at, most, &entry->first);
    if (end == 0)
        return 0;
    entry->offset = cfa_token_at(in, at)->offset;
    entry->last = entry->first;
    guint next = end;
    while (kind_at(in, next) == TOKEN_DASH && next < end + 2)
        next++;
    if (next == end && cfa_says(in, next, SAYS_TO))
        next++;
    guint last = 0;
    const guint after = next > end && !is_day(in, next) ? read_number(in, next, most, &last) : 0;
    if (after > 0 && !cfa_says(in, after, SAYS_PEOPLE)) {
        entry->last = MAX(entry->first, range_end(entry->first, last));
        end = after;
    }
    entry->end = cfa_token_at(in, end - 1)->end;
    return skip_items(in, end);
}

/* Whether the number at `at`, with `after` behind it, goes on with a list and is not the beginning of
 * something else. `year_too` where it may be one of the list though it looks like a year. */
static gboolean goes_on(const cfa_token_text *in, guint at, guint after, gboolean by_comma, gboolean year_too)
{
    const guint value = cfa_token_at(in, at)->value;
    if (is_day(in, at) || cfa_says(in, after, SAYS_PEOPLE | SAYS_MONTH | SAYS_REPORT | SAYS_SUFFIX))
        return FALSE;
    if (!by_comma)
        return TRUE;
    if (kind_at(in, after) == TOKEN_WORD &&
        !cfa_says(in, after, SAYS_AND | SAYS_TO | SAYS_OF | SAYS_LINK | SAYS_HERE))
        return FALSE;
    return year_too || value < 1919 || value > 2100;
}

/* "7", "7, 9 and 12", "236 to 249", "83 (a) and (b)". A number that counts people or belongs to a date ends
 * the list. */
static guint read_list(const cfa_token_text *in, guint at, guint most, cfa_entries *entries)
{
    entries->count = 0;
    guint end = read_entry(in, at, most, &entries->list[0]);
    if (end == 0)
        return 0;
    entries->count = 1;
    while (entries->count < CFA_LIST_MAX) {
        guint next = end;
        if (kind_at(in, next) == TOKEN_COMMA)
            next++;
        const gboolean by_comma = next > end && !cfa_says(in, next, SAYS_AND);
        if (cfa_says(in, next, SAYS_AND))
            next++;
        cfa_entry *entry = &entries->list[entries->count];
        const guint after = next > end ? read_entry(in, next, most, entry) : 0;
        if (after == 0 ||
            !goes_on(in, next, after, by_comma, entry->last > entry->first || entry[-1].last > 1500))
            break;
        entries->count++;
        end = after;
    }
    return end;
}

guint cfa_read_numbers(const cfa_token_text *in, guint at, guint most, gboolean plural, cfa_entries *entries)
{
    guint end = 0, next = at;
    entries->count = 0;
    while (entries->count < CFA_LIST_MAX && cfa_is_number(in, next, most) &&
           (plural || !cfa_token_at(in, next)->thousands)) {
        const cfa_token *token = cfa_token_at(in, next);
        entries->list[entries->count++] = (cfa_entry){token->value, token->value, token->offset, token->end};
        end = next + 1;
        const guint separator = cfa_skip_brackets(in, end);
        next = separator;
        const gboolean by_comma = kind_at(in, next) == TOKEN_COMMA && !cfa_says(in, next + 1, SAYS_AND);
        if (kind_at(in, next) == TOKEN_COMMA ||
            (plural && (kind_at(in, next) == TOKEN_DASH || cfa_says(in, next, SAYS_TO))))
            next++;
        if (cfa_says(in, next, SAYS_AND)) {
            const guint label = cfa_read_number_label(in, next + 1, &plural);
            next = label > 0 ? label : next + 1;
        }
        if (next == separator || !goes_on(in, next, next + 1, by_comma, plural))
            break;
    }
    return end;
}

/* "Ninth", "quatre-vingt-dix-huitième", "vigésimo primero": adds up what each word is worth. */
static guint read_spelled_ordinal(const cfa_token_text *in, guint at, guint *value)
{
    guint sum = 0, end = 0;
    for (guint next = at, words = 0; words < ORDINAL_WORDS; words++) {
        const cfa_token *token = cfa_token_at(in, next);
        if (!(token->says & (SAYS_ORDINAL | SAYS_CARDINAL)) || (sum > 0 && sum % 10 > 0 && sum != 4))
            break;
        const gboolean multiplies = (sum == 4 && token->value == 20) || (sum == 1 && token->value == 100);
        sum = multiplies ? sum * token->value : sum + token->value;
        next++;
        if (token->says & SAYS_ORDINAL) {
            end = next;
            *value = sum;
        }
        if (!(token->says & SAYS_CARDINAL))
            break;
        if (kind_at(in, next) == TOKEN_DASH)
            next++;
        if (cfa_says(in, next, SAYS_AND) && cfa_says(in, next + 1, SAYS_ORDINAL | SAYS_CARDINAL))
            next++;
        else if (cfa_says(in, next, SAYS_AND) && kind_at(in, next + 1) == TOKEN_DASH)
            next += 2;
    }
    return end;
}

static guint read_ordinal(const cfa_token_text *in, guint at, cfa_entry *entry, gboolean *spelled)
{
    const cfa_token *token = cfa_token_at(in, at), *after = cfa_token_at(in, at + 1);
    guint end = 0;
    entry->first = token->value;
    if (token->kind == TOKEN_WORD) {
        end = read_spelled_ordinal(in, at, &entry->first);
        if (end > 0 && !token->capital)
            *spelled = TRUE;
    } else if (token->kind == TOKEN_NUMBER) {
        if (token->ending == ENDING_ORDINAL || token->ending == ENDING_EITHER)
            end = at + 1;
        else if (token->ending == ENDING_NONE && (after->says & SAYS_SUFFIX) &&
                 after->offset - token->end <= 2)
            end = at + 2;
    }
    if (end == 0 || entry->first > CFA_MAX_REPORT ||
        (token->kind == TOKEN_NUMBER && !is_in_bounds(token, CFA_MAX_REPORT)))
        return 0;
    entry->last = entry->first;
    entry->offset = token->offset;
    entry->end = cfa_token_at(in, end - 1)->end;
    return end;
}

guint cfa_read_ordinals(const cfa_token_text *in, guint at, cfa_entries *entries, gboolean *spelled)
{
    entries->count = 0;
    guint end = read_ordinal(in, at, &entries->list[0], spelled);
    if (end == 0)
        return 0;
    entries->count = 1;
    while (entries->count < CFA_LIST_MAX) {
        guint next = end;
        if (kind_at(in, next) == TOKEN_COMMA || kind_at(in, next) == TOKEN_DASH)
            next++;
        if (cfa_says(in, next, SAYS_AND | SAYS_TO))
            next++;
        const guint separator = next;
        while (next > end && next < separator + 2 && cfa_says(in, next, SAYS_LINK | SAYS_OF))
            next++;
        const guint after = next > end ? read_ordinal(in, next, &entries->list[entries->count], spelled) : 0;
        if (after == 0)
            break;
        entries->count++;
        end = after;
    }
    return end;
}

guint cfa_read_paragraph_label(const cfa_token_text *in, guint at, cfa_language language)
{
    const cfa_token *token = cfa_token_at(in, at);
    guint next = at + 1;
    gboolean plural = FALSE;
    if (token->kind == TOKEN_PARAGRAPH_SIGN) {
        while (kind_at(in, next) == TOKEN_PARAGRAPH_SIGN && next < at + 2)
            next++;
    } else if (!(token->says & SAYS_PARAGRAPH)) {
        return 0;
    }
    if (kind_at(in, next) == TOKEN_STOP)
        next++;
    else if ((token->says & SAYS_NEEDS_STOP) && (token->language != CFA_ENGLISH || language == CFA_SPANISH))
        return 0;
    const guint after = cfa_read_number_label(in, next, &plural);
    if (after > 0)
        next = after;
    guint value;
    return read_number(in, next, CFA_MAX_NUMBER, &value) > 0 ? next : 0;
}

/* Appends as many as there is room for. */
static void append_entries(cfa_entries *to, const cfa_entries *more)
{
    for (guint i = 0; i < more->count && to->count < CFA_LIST_MAX; i++)
        to->list[to->count++] = more->list[i];
}

guint cfa_read_paragraphs(const cfa_token_text *in, guint at, cfa_language language, cfa_entries *entries)
{
    const guint number = cfa_read_paragraph_label(in, at, language);
    guint end = number > 0 ? read_list(in, number, CFA_MAX_NUMBER, entries) : 0;
    while (end > 0) {
        guint next = end;
        if (kind_at(in, next) == TOKEN_COMMA ||
            (kind_at(in, next) == TOKEN_SEMICOLON && cfa_token_at(in, next)->inside))
            next++;
        if (cfa_says(in, next, SAYS_AND))
            next++;
        while (next > end && next < end + 4 && cfa_says(in, next, SAYS_LINK))
            next++;
        const guint again = next > end ? cfa_read_paragraph_label(in, next, language) : 0;
        cfa_entries more;
        const guint after = again > 0 ? read_list(in, again, CFA_MAX_NUMBER, &more) : 0;
        if (after == 0 || cfa_belongs_elsewhere(in, after))
            break;
        append_entries(entries, &more);
        end = after;
    }
    return end;
}

gboolean cfa_belongs_elsewhere(const cfa_token_text *in, guint at)
{
    guint next = kind_at(in, at) == TOKEN_OPEN ? at + 1 : at;
    if (cfa_says(in, next, SAYS_HERE) ||
        (kind_at(in, next) == TOKEN_WORD && cfa_says(in, next + 1, SAYS_HERE)))
        return TRUE;
    if (!cfa_says(in, at, SAYS_OF))
        return FALSE;
    for (next = at + 1;
         next < at + 4 && cfa_says(in, next, SAYS_LINK | SAYS_OF) && !cfa_says(in, next, SAYS_OURS);)
        next++;
    const cfa_token *noun = cfa_token_at(in, next), *after = cfa_token_at(in, next + 1);
    if (noun->kind == TOKEN_NUMBER)
        return noun->ending != ENDING_NONE;
    if ((noun->says & SAYS_COMMITTEE) && (after->kind == TOKEN_NUMBER || (after->says & SAYS_ORDINAL)))
        return TRUE;
    return !(noun->says & (SAYS_OURS | SAYS_MONTH | SAYS_CASE));
}

guint cfa_skip_brackets(const cfa_token_text *in, guint at)
{
    if (kind_at(in, at) != TOKEN_OPEN)
        return at;
    guint depth = 0;
    for (guint next = at; next < at + BRACKET_TOKENS; next++) {
        if (kind_at(in, next) == TOKEN_OPEN)
            depth++;
        else if (kind_at(in, next) == TOKEN_CLOSE && --depth == 0)
            return next + 1;
    }
    return at;
}

/* "article 5, paragraph 7", "art. 5, para. 7", "Convention No. 87, paragraph 2": the label is the law's. */
static gboolean is_of_provision(const cfa_token_text *in, guint label)
{
    gboolean numbered = FALSE;
    for (guint back = 1; back <= 5 && back <= label; back++) {
        const cfa_token *token = cfa_token_at(in, label - back);
        if (token->says & SAYS_PROVISION)
            return numbered;
        if (token->kind == TOKEN_NUMBER)
            numbered = TRUE;
        else if (token->kind != TOKEN_COMMA && token->kind != TOKEN_STOP && !(token->says & SAYS_NUMBER))
            return FALSE;
    }
    return FALSE;
}

/* Whether another citation begins here, or the words here end the phrase that one is in. */
static gboolean ends_gap(const cfa_token_text *in, guint at, gboolean of_book)
{
    gboolean plural = FALSE, spelled = FALSE;
    cfa_entries reports;
    if (cfa_says(in, at, SAYS_DIGEST | SAYS_COMPILATION | SAYS_OTHER_WORK))
        return TRUE;
    if (cfa_says(in, at, SAYS_CIT) && !of_book)
        return TRUE;
    if (cfa_says(in, at, SAYS_REPORT) && cfa_read_number_label(in, at + 1, &plural) > 0)
        return TRUE;
    const guint noun = cfa_read_ordinals(in, at, &reports, &spelled);
    return noun > 0 && cfa_says(in, noun, SAYS_REPORT);
}

/* A stop that ends a sentence, and not an abbreviation. */
static gboolean ends_sentence(const cfa_token_text *in, guint at)
{
    const cfa_token *before = cfa_token_at(in, at - 1);
    return kind_at(in, at) == TOKEN_STOP &&
           !(before->kind == TOKEN_WORD &&
             ((before->says & SAYS_ABBREVIATION) || before->end - before->offset == 1));
}

/* Past ", op. cit." right after the name of a report, which it does not change. */
static guint skip_cited(const cfa_token_text *in, guint from)
{
    const guint op = kind_at(in, from) == TOKEN_COMMA ? from + 1 : from;
    const guint cit = kind_at(in, op + 1) == TOKEN_STOP ? op + 2 : op + 1;
    return cfa_says(in, op, SAYS_ABBREVIATION) && cfa_says(in, cit, SAYS_CIT) ? cit + 1 : from;
}

guint cfa_find_paragraphs(const cfa_token_text *in, guint from, cfa_language language, gboolean of_book,
                          guint *stop)
{
    const gboolean inside = cfa_token_at(in, from - 1)->inside;
    const gsize start = cfa_token_at(in, from - 1)->end;
    guint depth = 0, at = of_book ? from : skip_cited(in, from);
    for (; at < from + GAP_TOKENS; at++) {
        const cfa_token *token = cfa_token_at(in, at);
        if (token->kind == TOKEN_END || token->kind == TOKEN_SEMICOLON || token->kind == TOKEN_BREAK ||
            ends_sentence(in, at) || ends_gap(in, at, of_book) || token->offset - start > GAP_BYTES ||
            (token->kind == TOKEN_CLOSE && depth == 0))
            break;
        if (token->kind == TOKEN_OPEN)
            depth++;
        else if (token->kind == TOKEN_CLOSE)
            depth--;
        else if (cfa_read_paragraph_label(in, at, language) > 0 && !is_of_provision(in, at)) {
            *stop = at;
            return at;
        } else if (token->kind == TOKEN_WORD && !inside && depth == 0 &&
                   !(token->says & (SAYS_GAP | SAYS_ORDINAL)))
            break;
    }
    *stop = at;
    return 0;
}
