#include "citation.h"

#include "citation_book.h"

enum { MENTIONS_MAX = 1000, NEAR = 8 };

/* A report named, or several. */
typedef struct report_name {
    cfa_entries reports; /* the last one's bytes reach to the end of the name */
    guint start, end;    /* tokens */
    cfa_language language;
    gboolean bare; /* an ordinal alone */
    gboolean weak; /* could be anybody's report: "in its second report" */
} report_name;

static void add_mention(cfa_scan *to, cfa_citation_kind kind, guint number, const cfa_entry *paragraphs,
                        gsize offset, gsize end)
{
    const guint first = paragraphs != NULL ? paragraphs->first : 0;
    const guint last = paragraphs != NULL ? paragraphs->last : 0;
    const cfa_mention mention = {{kind, number, first, last}, offset, end - offset};
    to->context->last = mention.citation;
    if (to->mentions->len < MENTIONS_MAX)
        g_array_append_val(to->mentions, mention);
}

static gboolean is_kind(const cfa_scan *in, guint at, cfa_token_kind kind)
{
    return cfa_token_at(&in->in, at)->kind == kind;
}

/* "394/2005", "39-2001", "07-CA-12", "5 of 1998": numbers of courts, laws and documents. `after` is behind
 * the number. */
static gboolean is_file_number(const cfa_scan *in, guint after, gboolean plural)
{
    const cfa_token *number = cfa_token_at(&in->in, after - 1), *mark = cfa_token_at(&in->in, after);
    const cfa_token *more = cfa_token_at(&in->in, after + 1);
    if (mark->says & SAYS_OF)
        return more->kind == TOKEN_NUMBER && more->digits == 4;
    if (mark->kind != TOKEN_SLASH && (mark->kind != TOKEN_DASH || plural))
        return FALSE;
    return mark->offset == number->end && more->offset == mark->end &&
           (more->kind == TOKEN_NUMBER || more->kind == TOKEN_WORD);
}

/* --- cases --- */

/* "before the Supreme Court", "du tribunal" after a case's number. */
static gboolean is_heard_by_court(const cfa_scan *in, guint at)
{
    if (!cfa_says(&in->in, at, SAYS_BEFORE | SAYS_OF))
        return FALSE;
    for (guint next = at + 1; next < at + NEAR && is_kind(in, next, TOKEN_WORD); next++)
        if (cfa_says(&in->in, next, SAYS_COURT))
            return TRUE;
    return FALSE;
}

/* "case 2090" without "No.": three or four digits, and not a number that counts what follows. */
static gboolean is_unlabelled_case(const cfa_scan *in, guint at)
{
    const cfa_token *number = cfa_token_at(&in->in, at), *after = cfa_token_at(&in->in, at + 1);
    if (number->kind != TOKEN_NUMBER || (number->digits < 3 && in->in.count != 2) || number->thousands)
        return FALSE;
    if (after->kind != TOKEN_WORD)
        return after->kind != TOKEN_NUMBER && after->kind != TOKEN_DASH;
    return (after->says & SAYS_AND) || (number->digits == 4 && (after->says & SAYS_LINK));
}

static guint scan_case(cfa_scan *in, guint at)
{
    gboolean plural = cfa_says(&in->in, at, SAYS_PLURAL);
    cfa_entries cases;
    guint number = cfa_read_number_label(&in->in, at + 1, &plural);
    if (number == 0 && is_unlabelled_case(in, at + 1))
        number = at + 1;
    const guint end = number > 0 ? cfa_read_numbers(&in->in, number, CFA_MAX_NUMBER, plural, &cases) : 0;
    if (end == 0 || is_file_number(in, number + 1, plural) || is_file_number(in, end, plural) ||
        is_heard_by_court(in, end) || (at > 0 && cfa_says(&in->in, at - 1, SAYS_FOREIGN)))
        return MAX(at + 1, end);
    cases.list[0].offset = cfa_token_at(&in->in, at)->offset;
    for (guint i = 0; i < cases.count; i++)
        add_mention(in, CFA_CITES_CASE, cases.list[i].first, NULL, cases.list[i].offset, cases.list[i].end);
    return end;
}

/* --- reports --- */

/* "Committee of Experts", "Comité européen des droits sociaux", "Human Rights Committee": another body's
 * name, around the word of a committee. */
static gboolean is_other_committee(const cfa_scan *in, guint at)
{
    if (at > 0 && cfa_says(&in->in, at - 1, SAYS_FOREIGN))
        return TRUE;
    const guint of = cfa_says(&in->in, at + 1, SAYS_OF) ? at + 1 : at + 2;
    return cfa_says(&in->in, of, SAYS_OF) &&
           (cfa_says(&in->in, of + 1, SAYS_FOREIGN) || cfa_says(&in->in, of + 2, SAYS_FOREIGN));
}

/* Whether the committee named last before a report, in its sentence, is another. */
static gboolean is_of_other_committee(const cfa_scan *in, const report_name *name)
{
    for (guint back = 1; back <= NEAR && back <= name->start; back++) {
        const cfa_token *token = cfa_token_at(&in->in, name->start - back);
        if (token->kind == TOKEN_STOP || token->kind == TOKEN_SEMICOLON || token->kind == TOKEN_BREAK)
            return FALSE;
        if (token->says & SAYS_COMMITTEE)
            return is_other_committee(in, name->start - back);
    }
    return FALSE;
}

static gboolean is_foreign_report(const cfa_scan *in, const report_name *name)
{
    return cfa_belongs_elsewhere(&in->in, name->end) || cfa_says(&in->in, name->end, SAYS_FOREIGN) ||
           (name->start > 0 && cfa_says(&in->in, name->start - 1, SAYS_FOREIGN)) ||
           is_of_other_committee(in, name);
}

/* "394th Report", "60th, 64th and 66th Reports", "Ninth Report". */
static guint read_ordinals_and_noun(const cfa_scan *in, guint at, report_name *name)
{
    gboolean spelled = FALSE;
    const guint noun = cfa_read_ordinals(&in->in, at, &name->reports, &spelled);
    if (noun == 0)
        return 0;
    const cfa_token *token = cfa_token_at(&in->in, noun);
    name->end = noun;
    name->bare = !(token->says & SAYS_REPORT);
    if (name->bare)
        return noun;
    const cfa_entry *last = &name->reports.list[name->reports.count - 1];
    name->language = token->language;
    name->weak = spelled || (!token->capital && (is_kind(in, at, TOKEN_WORD) ||
                                                 (token->language == CFA_ENGLISH && last->first < 20)));
    name->end = noun + 1;
    name->reports.list[name->reports.count - 1].end = token->end;
    return name->end;
}

/* "Report No. 394", "informe 394.º", "Report 394"; but the noun of "rep. 394th Report" is the second. */
static guint read_noun_and_numbers(const cfa_scan *in, guint at, report_name *name)
{
    const cfa_token *noun = cfa_token_at(&in->in, at);
    gboolean plural = (noun->says & SAYS_PLURAL) != 0, spelled = FALSE;
    const guint label = cfa_read_number_label(&in->in, at + 1, &plural);
    if (label > 0 && noun->language == CFA_ENGLISH && !noun->capital && at > 0)
        return 0;
    const gboolean is_ordinal = cfa_token_at(&in->in, at + 1)->ending == ENDING_ORDINAL;
    if (is_ordinal)
        name->end = cfa_read_ordinals(&in->in, at + 1, &name->reports, &spelled);
    else
        name->end =
            cfa_read_numbers(&in->in, label > 0 ? label : at + 1, CFA_MAX_REPORT, plural, &name->reports);
    const gboolean has_own_noun = is_ordinal && cfa_says(&in->in, name->end, SAYS_REPORT);
    const guint month = cfa_says(&in->in, name->end, SAYS_OF) ? name->end + 1 : name->end;
    if (name->end == 0 || has_own_noun || is_file_number(in, name->end, plural) ||
        cfa_says(&in->in, month, SAYS_MONTH))
        return name->end = 0;
    name->weak = label == 0 && cfa_token_at(&in->in, at + 1)->ending == ENDING_NONE;
    name->language = noun->language;
    name->reports.list[0].offset = noun->offset;
    return name->end;
}

/* Returns the place after the name, or 0. */
static guint read_report(const cfa_scan *in, guint at, report_name *name)
{
    *name = (report_name){.start = at};
    return cfa_says(&in->in, at, SAYS_REPORT) ? read_noun_and_numbers(in, at, name)
                                              : read_ordinals_and_noun(in, at, name);
}

/* Whether the words around say that a report which could be anybody's is the Committee's. */
static gboolean is_of_committee(const cfa_scan *in, const report_name *name)
{
    const cfa_token_text *text = &in->in;
    if (!cfa_says(text, name->end, SAYS_TO))
        for (guint next = name->end; next < name->end + 4; next++)
            if (cfa_says(text, next, SAYS_COMMITTEE))
                return TRUE;
    if (name->start < 2 || !cfa_says(text, name->start - 1, SAYS_LINK) ||
        !cfa_says(text, name->start - 2, SAYS_LINK))
        return FALSE;
    for (guint back = 1; back <= NEAR && back <= name->start; back++)
        if (cfa_says(text, name->start - back, SAYS_COMMITTEE))
            return TRUE;
    return FALSE;
}

static void add_reports(cfa_scan *to, const report_name *name, guint count)
{
    for (guint i = 0; i < count; i++) {
        const cfa_entry *report = &name->reports.list[i];
        add_mention(to, CFA_CITES_REPORT, report->first, NULL, report->offset, report->end);
    }
}

/* Gives each paragraph its report. Where it is not certain which is whose, the reports alone are cited.
 * `parted` where cases stand in the phrase: its first mention then ends with the report. */
static void add_paragraphs(cfa_scan *to, const report_name *name, const cfa_entries *paragraphs,
                           gboolean parted)
{
    const cfa_entries *reports = &name->reports;
    const gboolean paired = reports->count == paragraphs->count;
    const gboolean last_alone = paragraphs->count == 1;
    if (reports->count > 1 && !paired && !last_alone) {
        add_reports(to, name, reports->count);
        return;
    }
    const cfa_entry *last = &reports->list[reports->count - 1];
    const cfa_entry *head = last_alone ? last : &reports->list[0];
    if (last_alone)
        add_reports(to, name, reports->count - 1);
    for (guint i = 0; i < paragraphs->count; i++) {
        const cfa_entry *one = &paragraphs->list[i];
        const guint report = reports->count > 1 && !last_alone ? reports->list[i].first : last->first;
        add_mention(to, CFA_CITES_PARAGRAPH, report, one, i == 0 ? head->offset : one->offset,
                    i == 0 && parted ? last->end : one->end);
    }
}

/* The cases named between two places. */
static gboolean scan_cases_between(cfa_scan *in, guint from, guint to)
{
    const guint before = in->mentions->len;
    for (guint at = from; at < to;)
        at = cfa_says(&in->in, at, SAYS_CASE) ? scan_case(in, at) : at + 1;
    return in->mentions->len > before;
}

/* ", Case No. 9902 (Gondal), para. 7" after the paragraphs of a first case: of the same report. Returns the
 * place after it, or `at`. */
static guint scan_next_case(cfa_scan *in, guint at, const report_name *name)
{
    const cfa_token *mark = cfa_token_at(&in->in, at);
    guint start = at;
    if (mark->kind == TOKEN_COMMA || (mark->kind == TOKEN_SEMICOLON && mark->inside))
        start++;
    if (cfa_says(&in->in, start, SAYS_AND))
        start++;
    if (start == at || !cfa_says(&in->in, start, SAYS_CASE))
        return at;
    const guint mentions = in->mentions->len;
    const guint named = cfa_skip_brackets(&in->in, scan_case(in, start));
    const guint label = is_kind(in, named, TOKEN_COMMA) ? named + 1 : named;
    cfa_entries paragraphs;
    const guint end = cfa_read_paragraphs(&in->in, label, name->language, &paragraphs);
    if (in->mentions->len == mentions || end == 0 || cfa_belongs_elsewhere(&in->in, end)) {
        g_array_set_size(in->mentions, mentions);
        return at;
    }
    paragraphs.list[0].offset = cfa_token_at(&in->in, label)->offset;
    for (guint i = 0; i < paragraphs.count; i++) {
        const cfa_entry *one = &paragraphs.list[i];
        add_mention(in, CFA_CITES_PARAGRAPH, name->reports.list[0].first, one, one->offset, one->end);
    }
    return end;
}

/* An ordinal alone is a report only where it goes on after one: "[330th Report, para. 5; 335th, para. 9]". */
static gboolean continues_reports(const cfa_scan *in, const report_name *name)
{
    guint label = is_kind(in, name->end, TOKEN_COMMA) ? name->end + 1 : name->end;
    if (cfa_says(&in->in, label, SAYS_GAP))
        label++;
    return in->report_done > 0 && name->start - in->report_done <= 4 &&
           cfa_read_paragraph_label(&in->in, label, name->language) > 0;
}

static guint scan_report(cfa_scan *in, guint at)
{
    report_name name;
    cfa_entries paragraphs;
    guint stop;
    if (read_report(in, at, &name) == 0 || is_foreign_report(in, &name) ||
        (name.bare && !continues_reports(in, &name)))
        return MAX(at + 1, name.end);
    const guint label = cfa_find_paragraphs(&in->in, name.end, name.language, FALSE, &stop);
    guint end = label > 0 ? cfa_read_paragraphs(&in->in, label, name.language, &paragraphs) : 0;
    if (end > 0 && !cfa_belongs_elsewhere(&in->in, end)) {
        const gboolean parted = scan_cases_between(in, name.end, label);
        if (paragraphs.count == 1 && is_kind(in, label - 1, TOKEN_OPEN) && is_kind(in, end, TOKEN_CLOSE))
            paragraphs.list[0].end = cfa_token_at(&in->in, end++)->end;
        add_paragraphs(in, &name, &paragraphs, parted);
        for (guint next; parted && name.reports.count == 1 && (next = scan_next_case(in, end, &name)) > end;)
            end = next;
        in->report_done = end;
        return end;
    }
    if (!name.weak || is_of_committee(in, &name)) {
        add_reports(in, &name, name.reports.count);
        in->report_done = name.end;
    }
    return name.end;
}

/* --- books --- */

static guint scan_book(cfa_scan *in, guint at)
{
    cfa_book_name book;
    cfa_entries paragraphs;
    cfa_book_read(in, at, &book);
    const guint end =
        book.label > 0 ? cfa_read_paragraphs(&in->in, book.label, book.language, &paragraphs) : 0;
    if (end == 0 || cfa_belongs_elsewhere(&in->in, end))
        return at + 1;
    if (book.year > 0)
        for (guint i = 0; i < paragraphs.count; i++) {
            const cfa_entry *one = &paragraphs.list[i];
            add_mention(in, book.kind, book.year, one, i == 0 ? book.offset : one->offset, one->end);
        }
    return end;
}

/* --- the same again --- */

/* "[ibid.]" alone: what was cited last, whole. */
static gboolean is_ibid_alone(const cfa_scan *in, guint at)
{
    return cfa_token_at(&in->in, at)->inside && at > 0 &&
           (is_kind(in, at - 1, TOKEN_OPEN) || is_kind(in, at - 1, TOKEN_SEMICOLON) ||
            cfa_says(&in->in, at - 1, SAYS_GAP));
}

/* "ibid., para. 96": of the report or the book that was cited last. */
static guint scan_ibid(cfa_scan *in, guint at)
{
    const cfa_citation last = in->context->last;
    const cfa_token *word = cfa_token_at(&in->in, at);
    cfa_entries paragraphs;
    guint stop;
    if (last.number == 0)
        return at + 1;
    const guint label = cfa_find_paragraphs(&in->in, at + 1, in->in.language, TRUE, &stop);
    const guint end = label > 0 ? cfa_read_paragraphs(&in->in, label, in->in.language, &paragraphs) : 0;
    if (end == 0) {
        if (is_ibid_alone(in, at)) {
            const cfa_entry same = {.first = last.first, .last = last.last};
            add_mention(in, last.kind, last.number, &same, word->offset, word->end);
        }
        return at + 1;
    }
    if (last.kind == CFA_CITES_CASE || cfa_belongs_elsewhere(&in->in, end))
        return end;
    const cfa_citation_kind kind = last.kind == CFA_CITES_REPORT ? CFA_CITES_PARAGRAPH : last.kind;
    for (guint i = 0; i < paragraphs.count; i++) {
        const cfa_entry *one = &paragraphs.list[i];
        add_mention(in, kind, last.number, one, i == 0 ? word->offset : one->offset, one->end);
    }
    return end;
}

/* --- paragraphs first --- */

/* "paragraphs 7 and 5 of its 958th and 959th Reports". */
static void add_paragraphs_first(cfa_scan *to, cfa_citation_kind kind, const cfa_entries *numbers,
                                 const cfa_entries *paragraphs, gsize offset, gsize end)
{
    for (guint i = 0; i < paragraphs->count; i++) {
        const cfa_entry *one = &paragraphs->list[i];
        const guint number = numbers->list[numbers->count > 1 ? i : 0].first;
        add_mention(to, kind, number, one, i == 0 ? offset : one->offset,
                    i + 1 == paragraphs->count ? end : one->end);
    }
}

static guint scan_paragraphs_of_book(cfa_scan *in, guint at, guint from, const cfa_entries *paragraphs)
{
    const guint word = cfa_book_find(in, from);
    cfa_book_name book;
    if (word == 0)
        return 0;
    in->done = from;
    cfa_book_read(in, word, &book);
    if (book.year == 0)
        return 0;
    const cfa_entries numbers = {.list = {{.first = book.year}}, .count = 1};
    add_paragraphs_first(in, book.kind, &numbers, paragraphs, cfa_token_at(&in->in, at)->offset,
                         cfa_token_at(&in->in, book.end - 1)->end);
    return book.end;
}

static guint scan_paragraphs(cfa_scan *in, guint at)
{
    cfa_entries paragraphs;
    report_name name;
    const guint end = cfa_read_paragraphs(&in->in, at, in->in.language, &paragraphs);
    if (end == 0)
        return at + 1;
    guint from = is_kind(in, end, TOKEN_COMMA) ? end + 1 : end;
    const guint link = from;
    while (from < end + NEAR &&
           (cfa_says(&in->in, from, SAYS_LINK | SAYS_OF) || (from > link && is_kind(in, from, TOKEN_COMMA))))
        from++;
    if (from == end)
        return end;
    guint stop;
    if (read_report(in, from, &name) > 0 && !name.bare && !is_foreign_report(in, &name) &&
        (name.reports.count == 1 || name.reports.count == paragraphs.count) &&
        cfa_read_paragraph_label(&in->in, at, name.language) > 0) {
        if (from == link && cfa_find_paragraphs(&in->in, name.end, name.language, FALSE, &stop) > 0)
            return end; /* a comma alone: the report goes with the paragraphs after it */
        const cfa_entry *last = &name.reports.list[name.reports.count - 1];
        add_paragraphs_first(in, CFA_CITES_PARAGRAPH, &name.reports, &paragraphs,
                             cfa_token_at(&in->in, at)->offset, last->end);
        in->report_done = name.end;
        return name.end;
    }
    const guint after = scan_paragraphs_of_book(in, at, from, &paragraphs);
    return MAX(end, after);
}

/* --- all of it --- */

static guint scan_at(cfa_scan *in, guint at)
{
    const cfa_token *token = cfa_token_at(&in->in, at);
    if (token->says & SAYS_OTHER_WORK) /* what "ibid." would mean now is not ours */
        in->context->last = (cfa_citation){0};
    if ((token->says & SAYS_IBID) == SAYS_IBID)
        return scan_ibid(in, at);
    if (token->says & SAYS_CASE)
        return scan_case(in, at);
    if ((token->says & (SAYS_REPORT | SAYS_ORDINAL | SAYS_CARDINAL)) || token->kind == TOKEN_NUMBER)
        return scan_report(in, at);
    if (token->says & (SAYS_DIGEST | SAYS_COMPILATION | SAYS_CIT))
        return scan_book(in, at);
    if ((token->says & SAYS_PARAGRAPH) || token->kind == TOKEN_PARAGRAPH_SIGN)
        return scan_paragraphs(in, at);
    return at + 1;
}

static gint compare_places(gconstpointer a, gconstpointer b)
{
    const cfa_mention *one = a, *other = b;
    return one->offset < other->offset ? -1 : one->offset > other->offset;
}

/* Whether a text can cite anything, or name the edition of a book that is cited later: cutting into tokens is
 * dear. What has no digit must have a report or an edition whose number is a word, or "ibid.". */
static gboolean may_cite(const char *text, gsize length)
{
    static const char *const nouns[] = {"eport",  "EPORT", "apport", "APPORT", "nforme", "NFORME", "dition",
                                        "DITION", "dici",  "DICI",   "bid",    "BID",    "bíd",    "dem"};
    for (gsize i = 0; i < length; i++)
        if (g_ascii_isdigit(text[i]))
            return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(nouns); i++)
        if (g_strstr_len(text, (gssize)length, nouns[i]) != NULL)
            return TRUE;
    return FALSE;
}

GArray *cfa_citation_scan(const char *text, gsize length, cfa_language language,
                          cfa_citation_context *context)
{
    if (length == 0 || !may_cite(text, length))
        return g_array_new(FALSE, FALSE, sizeof(cfa_mention));
    g_autoptr(GArray) tokens = cfa_citation_tokens(text, length);
    cfa_citation_context forgotten = {0};
    cfa_scan in = {.in = {(const cfa_token *)(const void *)tokens->data, tokens->len, language},
                   .context = context != NULL ? context : &forgotten,
                   .mentions = g_array_new(FALSE, FALSE, sizeof(cfa_mention))};
    for (guint at = 0; at < tokens->len && in.mentions->len < MENTIONS_MAX;) {
        const guint next = scan_at(&in, at);
        if (next > at + 1)
            in.done = next;
        at = next;
    }
    g_array_sort(in.mentions, compare_places);
    return g_steal_pointer(&in.mentions);
}
