#include "compilation.h"

#include "citation.h"
#include "labels.h"
#include "report.h"

#include <string.h>

enum { TEXT_BYTES = 20000, TITLE_BYTES = 400, REPORT_DIGITS = 3, CASE_DIGITS = 4, PARAGRAPH_DIGITS = 4 };

/* A page that is being read. */
typedef struct reading {
    GPtrArray *principles;
    cfa_principle *open; /* the last one, until a title follows it; borrowed */
    gboolean in_cases;   /* after its words, among its cases */
    guint digest;        /* the edition that a line named without a number, which is to follow; or 0 */
    char *chapter, *heading;
    cfa_language language; /* of the labels */
    guint unreadable;      /* rows */
} reading;

static gsize trailing_digits(const char *text, gsize length)
{
    gsize count = 0;
    while (count < length && g_ascii_isdigit(text[length - 1 - count]))
        count++;
    return count;
}

static gsize leading_digits(const char *text, gsize length)
{
    gsize count = 0;
    while (count < length && g_ascii_isdigit(text[count]))
        count++;
    return count;
}

static gsize without_trailing_blanks(const char *text, gsize length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return length;
}

static guint number_of(const char *digits, gsize count)
{
    guint number = 0;
    for (gsize i = 0; i < count; i++)
        number = number * 10 + (guint)(digits[i] - '0');
    return number;
}

/* ---- a row of the table ---- */

/* Takes report and paragraph from the end of a row, in two cells or glued in one. Returns the bytes before
 * them; 0 where they are not there. */
static gsize take_place(const char *text, gsize length, guint *report, guint *paragraph)
{
    const gsize last = trailing_digits(text, length);
    const gsize before = without_trailing_blanks(text, length - last);
    const gsize first = trailing_digits(text, before);
    if (last >= 1 && last <= PARAGRAPH_DIGITS && before < length - last && first >= 1 &&
        first <= REPORT_DIGITS) {
        *report = number_of(text + before - first, first);
        *paragraph = number_of(text + length - last, last);
        return before - first;
    }
    /* Glued: of an all-digit row, whose country is empty, the case comes first. */
    const gsize in_front = last == length ? CASE_DIGITS : 0;
    if (last <= in_front + REPORT_DIGITS || last > in_front + REPORT_DIGITS + PARAGRAPH_DIGITS)
        return 0;
    const char *digits = text + length - last + in_front;
    *report = number_of(digits, REPORT_DIGITS);
    *paragraph = number_of(digits + REPORT_DIGITS, last - in_front - REPORT_DIGITS);
    return length - last + in_front;
}

static gboolean read_row(reading *page, const char *text, gsize length)
{
    guint report = 0, paragraph = 0;
    const gsize before = without_trailing_blanks(text, take_place(text, length, &report, &paragraph));
    const gsize digits = leading_digits(text, before);
    if (digits == 0 || digits > CASE_DIGITS || report == 0 || paragraph == 0 ||
        page->open->applied->len >= CFA_APPLIED_LIMIT)
        return FALSE;
    g_autofree char *country = g_strndup(text + digits, before - digits);
    g_strstrip(country);
    cfa_principle_apply(page->open, number_of(text, digits), country[0] != '\0' ? country : NULL, report,
                        paragraph);
    return TRUE;
}

/* ---- its numbers in the Digest ---- */

static void add_number(reading *page, guint number)
{
    const cfa_citation citation = {CFA_CITES_DIGEST, page->digest, number, number};
    char id[CFA_CITATION_ID_SIZE];
    cfa_citation_id(&citation, id);
    if (number != 0 && !g_ptr_array_find_with_equal_func(page->open->numbers, id, g_str_equal, NULL))
        g_ptr_array_add(page->open->numbers, g_strdup(id));
}

/* "581", "581, 582": the numbers that follow the edition, on its line or on the next. */
static void read_numbers(reading *page, const char *text, gsize length)
{
    for (gsize at = 0; at < length;) {
        const gsize digits = leading_digits(text + at, length - at);
        if (digits > 0 && digits <= PARAGRAPH_DIGITS)
            add_number(page, number_of(text + at, digits));
        at += MAX(digits, 1);
    }
}

/* Where "Digest: 2006…" begins in a line; `length` where it does not. */
static gsize find_digest(const char *text, gsize length)
{
    const char *found = g_strstr_len(text, (gssize)length, "Digest:");
    return found != NULL ? (gsize)(found - text) : length;
}

/* Whether there is a Digest of that year: a principle is found by what it is called. */
static gboolean is_edition(guint year)
{
    const cfa_citation first = {CFA_CITES_DIGEST, year, 1, 1};
    cfa_citation again;
    char id[CFA_CITATION_ID_SIZE];
    return cfa_citation_parse(cfa_citation_id(&first, id), &again);
}

static void read_digest(reading *page, const char *text, gsize length)
{
    enum { EDITION_DIGITS = 4 };
    gsize at = strlen("Digest:");
    while (at < length && text[at] == ' ')
        at++;
    if (leading_digits(text + at, length - at) < EDITION_DIGITS)
        return;
    page->digest = number_of(text + at, EDITION_DIGITS);
    at += EDITION_DIGITS;
    if (!is_edition(page->digest))
        page->digest = 0;
    else if (at < length)
        read_numbers(page, text + at, length - at);
}

/* ---- words ---- */

/* A title without the number of its chapter that is glued to it. */
static char *title_of(const cfa_line *line)
{
    const gsize digits = trailing_digits(line->text, line->length);
    const gsize rest = line->length - digits;
    const gboolean glued = digits > 0 && digits <= 2 && rest > 0 && line->text[rest - 1] != ' ';
    return g_strndup(line->text, glued ? rest : line->length);
}

/* An item that no cases follow is none: the page's frame has lists, too. */
static void end_principle(reading *page)
{
    if (page->open != NULL && !page->in_cases)
        g_ptr_array_remove_index(page->principles, page->principles->len - 1);
    page->open = NULL;
}

static void read_title(reading *page, const cfa_line *line)
{
    end_principle(page);
    if (line->length > TITLE_BYTES)
        return;
    char **title = page->chapter == NULL ? &page->chapter : &page->heading;
    g_free(*title);
    *title = title_of(line);
}

static void begin_principle(reading *page, const char *text, gsize length)
{
    end_principle(page);
    page->open = cfa_principle_new();
    page->open->text = g_strndup(text, length);
    page->open->chapter = g_strdup(page->chapter);
    page->open->heading = g_strdup(page->heading);
    page->in_cases = FALSE;
    page->digest = 0;
    g_ptr_array_add(page->principles, page->open);
}

/* More words of the principle: an item of its list or another paragraph on a line of its own, or the rest of
 * a line that was broken. */
static void go_on(reading *page, const cfa_line *line)
{
    cfa_principle *principle = page->open;
    if (strlen(principle->text) + line->length > TEXT_BYTES)
        return;
    const gboolean own_line = line->after_empty || line->kind == CFA_LINE_ITEM;
    g_autofree char *words = g_strndup(line->text, line->length);
    char *text = g_strconcat(principle->text, own_line ? "\n" : " ", words, NULL);
    g_free(principle->text);
    principle->text = text;
}

/* Whether an item belongs to the principle that is open: "(a) …" after "…:". */
static gboolean is_inner_item(const reading *page, const cfa_line *line)
{
    return page->open != NULL && !page->in_cases && cfa_line_begins_item(line->text, line->length);
}

/* ---- lines ---- */

/* The list's own ordinal, which is 1 for each of them, was taken for a paragraph's number. */
static gboolean begins_principle(const cfa_line *line)
{
    return line->kind == CFA_LINE_ITEM || (line->number != 0 && line->stop);
}

static gboolean is_list_of_numbers(const cfa_line *line)
{
    for (guint i = 0; i < line->length; i++)
        if (!g_ascii_isdigit(line->text[i]) && line->text[i] != ',' && line->text[i] != ' ')
            return FALSE;
    return TRUE;
}

/* What stands below the words of a principle. FALSE where it is none of that. */
static gboolean read_case_line(reading *page, const cfa_line *line)
{
    const gsize digest = find_digest(line->text, line->length);
    if (digest < line->length) {
        if (digest > 0 && !read_row(page, line->text, without_trailing_blanks(line->text, digest)))
            page->unreadable++;
        page->in_cases = TRUE;
        read_digest(page, line->text + digest, line->length - digest);
        return TRUE;
    }
    if (!page->in_cases || begins_principle(line) || !g_ascii_isdigit(line->text[0]))
        return FALSE;
    if (page->digest != 0 && page->open->numbers->len == 0 && is_list_of_numbers(line))
        read_numbers(page, line->text, line->length);
    else if (!read_row(page, line->text, line->length))
        page->unreadable++;
    return TRUE;
}

static void read_line(reading *page, const cfa_line *line)
{
    g_autofree char *folded = cfa_line_fold(line);
    const cfa_language related = cfa_label_related_cases(folded);
    if (related != CFA_LANGUAGE_UNKNOWN) {
        page->language = related;
        page->in_cases = page->open != NULL;
    } else if (cfa_label_is_chrome(folded) || cfa_label_is_compilation(folded) ||
               cfa_label_is_related_columns(folded)) {
        return;
    } else if (page->open != NULL && read_case_line(page, line)) {
        return;
    } else if (is_inner_item(page, line)) {
        go_on(page, line);
    } else if (begins_principle(line)) {
        const gsize words = line->number != 0 && line->stop ? MIN(line->words, line->length) : 0;
        if (line->length > words && line->length <= TEXT_BYTES)
            begin_principle(page, line->text + words, line->length - words);
    } else if (page->open != NULL && !page->in_cases &&
               (!line->after_empty || cfa_line_ends_sentence(line->text, line->length))) {
        go_on(page, line);
    } else {
        read_title(page, line);
    }
}

/* The line after the page's name and the link to its index: above it is nothing but the page's frame. */
static guint find_start(const cfa_lines *lines)
{
    enum { TOP_LINES = 60 };
    guint start = 0;
    for (guint i = 0; i < MIN(lines->count, TOP_LINES); i++) {
        g_autofree char *folded = cfa_line_fold(&lines->at[i]);
        if (cfa_label_related_cases(folded) != CFA_LANGUAGE_UNKNOWN)
            break;
        if (cfa_label_is_compilation(folded))
            start = i + 1;
    }
    return start;
}

/* ---- the whole page ---- */

/* The language of the words, else that of the labels. */
static void set_language(reading *page)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < page->principles->len; i++)
        g_string_append_printf(all, "%s\n",
                               ((const cfa_principle *)g_ptr_array_index(page->principles, i))->text);
    const cfa_language spoken = cfa_language_detect(all->str, all->len);
    for (guint i = 0; i < page->principles->len; i++)
        ((cfa_principle *)g_ptr_array_index(page->principles, i))->language =
            spoken != CFA_LANGUAGE_UNKNOWN ? spoken : page->language;
}

/* Names all principles, those without a number that the same paragraphs applied in their order. */
static void name_all(const reading *page)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < page->principles->len; i++) {
        cfa_principle *principle = g_ptr_array_index(page->principles, i);
        guint occurrence = 1;
        if (principle->numbers->len == 0) {
            char *basis = cfa_principle_basis(principle);
            occurrence += GPOINTER_TO_UINT(g_hash_table_lookup(seen, basis));
            g_hash_table_insert(seen, basis, GUINT_TO_POINTER(occurrence));
        }
        cfa_principle_name(principle, occurrence);
    }
}

GPtrArray *cfa_compilation_read(const cfa_lines *lines, GPtrArray *warnings, cfa_error *error)
{
    g_autoptr(GPtrArray) principles = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_principle_free);
    reading page = {.principles = principles};
    for (guint i = find_start(lines); i < lines->count && principles->len <= CFA_PRINCIPLES_LIMIT; i++)
        read_line(&page, &lines->at[i]);
    const gboolean too_many = principles->len > CFA_PRINCIPLES_LIMIT;
    end_principle(&page);
    g_free(page.chapter);
    g_free(page.heading);
    if (too_many)
        cfa_error_set(error, CFA_BAD_INPUT, "too-many-principles", -1, "the page has more than %d principles",
                      CFA_PRINCIPLES_LIMIT);
    else if (principles->len == 0)
        cfa_error_set(error, CFA_BAD_INPUT, "no-principles", -1,
                      "the page is of the Compilation, but no principle can be read");
    if (principles->len == 0 || too_many)
        return NULL;
    if (page.unreadable > 0)
        cfa_warnings_add(warnings, "row-unreadable", "%u row%s of related cases cannot be read",
                         page.unreadable, page.unreadable == 1 ? "" : "s");
    set_language(&page);
    name_all(&page);
    return g_steal_pointer(&principles);
}
