#include "case_list.h"

#include "header.h"

#include <string.h>

enum { WORDS_BYTES = 4000 /* of complainant and subject, each */ };

/* A list that is being read. */
typedef struct listing {
    GPtrArray *cases;
    cfa_listed_case *open; /* the last one, as long as lines of its own may follow; borrowed */
} listing;

/* ---- complainant and subject ---- */

/* Whether the letter before `at` runs into the one there, as two sentences do that were glued: ")A", "nA",
 * "s«". */
static gboolean is_glued(const char *text, const char *at)
{
    const gunichar here = g_utf8_get_char(at);
    const gunichar before = at > text ? g_utf8_get_char(g_utf8_prev_char(at)) : ' ';
    const gboolean begins = g_unichar_isupper(here) || here == 0xAB || here == 0x201C; /* « and “ */
    return begins && (before == ')' || before == ']' || g_unichar_islower(before));
}

/* The one place where two sentences were glued: after a bracket, if there is one such, else after a small
 * letter. NULL where there is none, or are several. */
static const char *find_seam(const char *text)
{
    const char *after_bracket = NULL, *after_letter = NULL;
    guint brackets = 0, letters = 0;
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        if (!is_glued(text, at))
            continue;
        if (at[-1] == ')' || at[-1] == ']') {
            after_bracket = at;
            brackets++;
        } else {
            after_letter = at;
            letters++;
        }
    }
    if (brackets > 0)
        return brackets == 1 ? after_bracket : NULL;
    return letters == 1 ? after_letter : NULL;
}

/* New; NULL for nothing but blanks. */
static char *stripped(const char *text, gsize length)
{
    const char *end;
    g_utf8_validate_len(text, length, &end); /* a cut letter at the end is left out */
    char *copy = g_strndup(text, (gsize)(end - text));
    g_strstrip(copy);
    if (copy[0] == '\0')
        g_clear_pointer(&copy, g_free);
    return copy;
}

/* Takes what stands on a line of its own: the complainant first, then the subject. */
static void take_words(cfa_listed_case *one, const char *text, gsize length)
{
    char **words = one->complainant == NULL ? &one->complainant : &one->subject;
    if (*words == NULL)
        *words = stripped(text, MIN(length, WORDS_BYTES));
}

/* Parts complainant and subject where both were on one line. */
static void part_words(cfa_listed_case *one)
{
    const char *seam = one->complainant != NULL && one->subject == NULL ? find_seam(one->complainant) : NULL;
    if (seam == NULL)
        return;
    char *complainant = stripped(one->complainant, (gsize)(seam - one->complainant));
    one->subject = g_strdup(seam);
    g_free(one->complainant);
    one->complainant = complainant;
}

/* ---- lines ---- */

/* "( 79 - 89 )" at the end of a line: its two numbers. Returns the bytes before it; all of them where there
 * is none. */
static gsize read_range(const char *text, gsize length, guint *first, guint *last)
{
    enum { RANGE_BYTES = 24 };
    const char *bracket = g_strrstr_len(text, (gssize)length, "(");
    const gsize before = bracket != NULL ? (gsize)(bracket - text) : length;
    if (bracket == NULL || text[length - 1] != ')' || length - before > RANGE_BYTES)
        return length;
    guint numbers[2] = {0}, count = 0;
    for (const char *at = bracket; at < text + length && count < G_N_ELEMENTS(numbers);) {
        const gsize digits = MIN(strspn(at, "0123456789"), (gsize)(text + length - at));
        if (digits > 0 && digits <= 5)
            numbers[count++] = (guint)g_ascii_strtoull(at, NULL, 10);
        at += MAX(digits, 1);
    }
    *first = numbers[0];
    *last = count > 1 ? numbers[1] : numbers[0];
    if (*last < *first)
        *first = *last = 0;
    return before;
}

static gboolean read_report(listing *list, const char *text, gsize length)
{
    cfa_header_report header;
    cfa_listed_report report = {0};
    const gsize before = length > 0 ? read_range(text, length, &report.first, &report.last) : 0;
    if (!cfa_header_read_report(text, before, &header))
        return FALSE;
    report.report = header.report;
    report.date = header.date;
    report.type = header.type;
    if (list->cases->len > 0) {
        cfa_listed_case *one = g_ptr_array_index(list->cases, list->cases->len - 1);
        if (one->reports->len < CFA_LISTED_REPORTS_LIMIT)
            g_array_append_val(one->reports, report);
    }
    list->open = NULL; /* what complainant and subject are is said before */
    return TRUE;
}

static gboolean read_case(listing *list, const char *text, gsize length)
{
    g_autoptr(cfa_listed_case) one = cfa_listed_case_new();
    cfa_header_listed listed;
    if (!cfa_header_read_listed(text, length, &one->facts, &listed))
        return FALSE;
    one->language = listed.language;
    take_words(one, listed.rest, listed.length);
    list->open = one;
    g_ptr_array_add(list->cases, g_steal_pointer(&one));
    return TRUE;
}

static void read_line(listing *list, const cfa_line *line)
{
    /* A list's own ordinal, where it is printed, was taken for a number. */
    const gsize words = line->number != 0 && line->stop ? MIN(line->words, line->length) : 0;
    const char *text = line->text + words;
    const gsize length = line->length - words;
    if (!read_case(list, text, length) && !read_report(list, text, length) && list->open != NULL)
        take_words(list->open, text, length);
}

GPtrArray *cfa_case_list_read(const cfa_lines *lines, cfa_error *error)
{
    g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_listed_case_free);
    listing list = {.cases = cases};
    for (guint i = 0; i < lines->count && cases->len <= CFA_LISTED_CASES_LIMIT; i++)
        read_line(&list, &lines->at[i]);
    for (guint i = 0; i < cases->len; i++)
        part_words(g_ptr_array_index(cases, i));
    if (cases->len > CFA_LISTED_CASES_LIMIT)
        cfa_error_set(error, CFA_BAD_INPUT, "too-many-cases", -1, "the list has more than %d cases",
                      CFA_LISTED_CASES_LIMIT);
    else if (cases->len == 0)
        cfa_error_set(error, CFA_BAD_INPUT, "no-cases", -1,
                      "the page is a list of cases, but none can be read");
    return cases->len > 0 && cases->len <= CFA_LISTED_CASES_LIMIT ? g_steal_pointer(&cases) : NULL;
}
