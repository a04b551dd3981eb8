#include "citation_book.h"

enum { NEAR = 8 };

/* The editions of the two books of principles. */
static const guint edition_years[] = {1972, 1976, 1985, 1996, 2006, 2018};
enum { COMPILATION_YEAR = 2018 };

static guint edition_year(guint year)
{
    for (gsize i = 0; i < G_N_ELEMENTS(edition_years); i++)
        if (edition_years[i] == year)
            return year;
    return 0;
}

static guint year_at(const cfa_scan *in, guint at)
{
    return cfa_is_number(&in->in, at, CFA_MAX_NUMBER) ? edition_year(cfa_token_at(&in->in, at)->value) : 0;
}

/* "fifth edition", "4th (revised) edition": the year, and where it begins, from the place of "edition"; 0 for
 * none. */
static guint read_edition(const cfa_scan *in, guint at, guint *start)
{
    for (guint back = 1; back <= 5 && back <= at; back++) {
        const cfa_token *token = cfa_token_at(&in->in, at - back);
        const gboolean ordinal = (token->says & SAYS_ORDINAL) ||
                                 (token->kind == TOKEN_NUMBER && token->ending == ENDING_ORDINAL) ||
                                 (token->kind == TOKEN_NUMBER && token->ending == ENDING_EITHER);
        *start = at - back;
        if (ordinal)
            return token->value >= 1 && token->value <= G_N_ELEMENTS(edition_years)
                       ? edition_years[token->value - 1]
                       : 0;
        if (year_at(in, at - back) > 0)
            return year_at(in, at - back);
        if (token->kind == TOKEN_COMMA || token->kind == TOKEN_STOP)
            return 0;
    }
    return 0;
}

/* "2006 Digest", "the fifth edition of the Digest": the year before the word of the book. */
static guint read_year_before(const cfa_scan *in, guint at, guint *start)
{
    guint before = at;
    while (before > in->done && before + 4 > at && cfa_says(&in->in, before - 1, SAYS_LINK | SAYS_OF))
        before--;
    if (before == in->done)
        return 0;
    *start = before - 1;
    if (year_at(in, *start) > 0 && (before == at || cfa_says(&in->in, before, SAYS_OF)))
        return year_at(in, *start);
    if (before < at && cfa_says(&in->in, *start, SAYS_EDITION)) {
        const guint year = read_edition(in, before - 1, start);
        return *start >= in->done ? year : 0;
    }
    return 0;
}

/* The year among the words after that of the book. */
static guint read_year_after(const cfa_scan *in, guint from, guint to, guint *end)
{
    guint year = 0, start;
    for (guint at = from; at < to; at++) {
        const guint edition = cfa_says(&in->in, at, SAYS_EDITION) ? read_edition(in, at, &start) : 0;
        const guint plain = year_at(in, at);
        if (plain > 0 || edition > 0)
            *end = at + 1;
        if (plain > 0)
            return plain;
        if (edition > 0)
            year = edition;
    }
    return year;
}

static gboolean says_between(const cfa_scan *in, guint from, guint to, guint says)
{
    for (guint at = from; at < to; at++)
        if (cfa_says(&in->in, at, says))
            return TRUE;
    return FALSE;
}

/* The year of a book that is named without one. */
static guint remembered_year(const cfa_scan *in, guint at, guint stop)
{
    const cfa_token *token = cfa_token_at(&in->in, at);
    const guint books = token->says & (SAYS_DIGEST | SAYS_COMPILATION);
    const gboolean cited = says_between(in, at, stop, SAYS_CIT);
    const cfa_citation_context *context = in->context;
    if (books == SAYS_DIGEST)
        return context->digest_year;
    if (books == SAYS_COMPILATION) /* there is one edition of it */
        return token->capital || cited ? COMPILATION_YEAR : 0;
    if (books != 0 && says_between(in, at, stop, SAYS_PRINCIPLES))
        return context->digest_year;
    if (books != 0 && !cited && says_between(in, at, stop, SAYS_COMMITTEE))
        return COMPILATION_YEAR;
    if (context->last_book == CFA_CITES_DIGEST)
        return context->digest_year;
    return context->last_book == CFA_CITES_COMPILATION ? context->compilation_year : 0;
}

static void remember(cfa_scan *in, const cfa_book_name *book)
{
    if (book->year == 0)
        return;
    in->context->last_book = book->kind;
    if (book->kind == CFA_CITES_DIGEST)
        in->context->digest_year = book->year;
    else
        in->context->compilation_year = book->year;
}

void cfa_book_read(cfa_scan *in, guint at, cfa_book_name *book)
{
    guint stop, start = at;
    *book = (cfa_book_name){.language = cfa_token_at(&in->in, at)->language, .end = at + 1};
    book->label = cfa_find_paragraphs(&in->in, at + 1, book->language, TRUE, &stop);
    if (cfa_says(&in->in, at, SAYS_CIT) && at >= in->done + 2 &&
        cfa_token_at(&in->in, at - 1)->kind == TOKEN_STOP)
        start = at - 2;
    book->offset = cfa_token_at(&in->in, start)->offset;
    guint before;
    const guint year_before = read_year_before(in, at, &before);
    book->year =
        year_before > 0 && before + 1 == at ? year_before : read_year_after(in, at + 1, stop, &book->end);
    if (book->year == 0)
        book->year = year_before;
    if (book->year > 0 && book->year == year_before && book->end == at + 1)
        book->offset = cfa_token_at(&in->in, before)->offset;
    if (book->year == 0)
        book->year = remembered_year(in, at, stop);
    book->kind = book->year == COMPILATION_YEAR ? CFA_CITES_COMPILATION : CFA_CITES_DIGEST;
    remember(in, book);
}

guint cfa_book_find(const cfa_scan *in, guint at)
{
    for (guint next = at; next < at + NEAR; next++) {
        const cfa_token *token = cfa_token_at(&in->in, next);
        if (token->says & (SAYS_DIGEST | SAYS_COMPILATION))
            return next;
        if (token->kind != TOKEN_NUMBER && token->kind != TOKEN_OPEN && token->kind != TOKEN_CLOSE &&
            !(token->says & (SAYS_LINK | SAYS_OF | SAYS_EDITION | SAYS_ORDINAL | SAYS_GAP)))
            return 0;
    }
    return 0;
}
