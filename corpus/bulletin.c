#include "bulletin.h"

#include "body.h"
#include "header.h"
#include "labels.h"
#include "printed.h"
#include "word.h"

#include <string.h>

enum { TITLE_LINES = 120, TITLE_BYTES = 250, HEAD_LINES = 60, SUBJECT_BYTES = 20000 };

/* Where a case, or what follows the cases, begins. */
typedef struct opening {
    guint line;
    GArray *numbers; /* of guint; empty for what is on no case */
    char *country;
    char *subject;
    cfa_report_type type;
} opening;

/* What the document says of all its cases. */
typedef struct title {
    guint report;
    cfa_date date;
    cfa_language language;
    gboolean found;
} title;

static void opening_free(gpointer data)
{
    opening *one = data;
    g_array_unref(one->numbers);
    g_free(one->country);
    g_free(one->subject);
    g_free(one);
}

/* ---- the title ---- */

/* A line and the two after it, folded: titles are often broken. */
static char *fold_three(const cfa_lines *lines, guint at)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = at; i < MIN(at + 3, lines->count) && lines->at[i].length <= TITLE_BYTES; i++) {
        g_string_append_len(words, lines->at[i].text, lines->at[i].length);
        g_string_append_c(words, ' ');
    }
    return cfa_word_fold(words->str, words->len);
}

/* The number that stands right before `at`, or 0. */
static guint number_before(const char *folded, const char *at)
{
    const char *start = at;
    while (start > folded && start[-1] == ' ')
        start--;
    const char *end = start;
    while (start > folded && g_ascii_isdigit(start[-1]))
        start--;
    if (end - start == 0 || end - start > 4 || (start > folded && start[-1] != ' '))
        return 0;
    return (guint)g_ascii_strtoull(start, NULL, 10);
}

/* "248th REPORT" and nothing else. */
static guint read_bare_title(const char *folded)
{
    static const char *const words[] = {" report", " rapport", " informe"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *at = strstr(folded, words[i]);
        if (at != NULL && at[strlen(words[i])] == '\0')
            return number_before(folded, at);
    }
    return 0;
}

/* A month and a year at the end of a line: "Geneva, 10 March 2021", "341.ª reunión, Ginebra, marzo de
 * 2021". */
static cfa_date read_date(const cfa_line *line)
{
    enum { WORDS = 3 };
    cfa_date none = {0};
    gsize end = line->length;
    while (end > 0 && strchr(" .)", line->text[end - 1]) != NULL)
        end--;
    gsize at = end;
    for (guint words = 1; words <= WORDS && at > 0; words++) {
        while (at > 0 && line->text[at - 1] != ' ')
            at--;
        cfa_date date = cfa_date_parse_report(line->text + at, end - at);
        if (date.month != 0)
            return (cfa_date){.year = date.year, .month = date.month};
        while (at > 0 && line->text[at - 1] == ' ')
            at--;
    }
    return none;
}

static title read_title(const cfa_lines *lines)
{
    title found = {0};
    for (guint i = 0; i < MIN(lines->count, TITLE_LINES); i++) {
        const cfa_line *line = &lines->at[i];
        if (line->length > TITLE_BYTES || line->kind == CFA_LINE_ITEM)
            continue;
        if (line->number != 0 && line->stop && line->kind != CFA_LINE_DROPPED)
            break;
        if (found.date.year == 0)
            found.date = read_date(line);
        if (found.report != 0)
            continue;
        g_autofree char *folded = fold_three(lines, i);
        g_autofree char *alone = cfa_line_fold(line);
        cfa_language language = CFA_LANGUAGE_UNKNOWN;
        const char *words = cfa_label_bulletin_title(folded, &language);
        found.found = found.found || words != NULL;
        if (found.language == CFA_LANGUAGE_UNKNOWN)
            found.language = language;
        found.report = words != NULL ? number_before(folded, words) : read_bare_title(alone);
    }
    return found;
}

/* ---- where cases begin ---- */

static gboolean is_line_of_stars(const cfa_line *line)
{
    guint stars = 0;
    for (guint32 i = 0; i < line->length; i++) {
        if (line->text[i] != '*' && line->text[i] != ' ')
            return FALSE;
        stars += line->text[i] == '*';
    }
    return stars >= 3;
}

/* Whether a line can be a title: nothing before it is left unfinished. */
static gboolean begins_anew(const cfa_lines *lines, guint at)
{
    const cfa_line *line = &lines->at[at];
    return at == 0 || line->after_empty || line[-1].kind >= CFA_LINE_HEADING ||
           cfa_line_ends_sentence(line[-1].text, line[-1].length);
}

static gboolean is_case_title(const cfa_lines *lines, guint at, GArray *numbers, char **country)
{
    const cfa_line *line = &lines->at[at];
    return (line->kind == CFA_LINE_TEXT || line->kind == CFA_LINE_HEADING) && begins_anew(lines, at) &&
           cfa_header_read_case_title(line->text, line->length, numbers, country);
}

/* "Complaint against the Government of X presented by …", the name maybe on the next line. */
static void read_complaint(const cfa_lines *lines, guint at, gsize bytes, cfa_language language, opening *one)
{
    const cfa_line *line = &lines->at[at];
    const char *name = line->text + bytes;
    gsize length = line->length - bytes;
    if (length == 0 && at + 1 < lines->count) {
        name = line[1].text;
        length = line[1].length;
    }
    while (length > 0 && *name == ' ') {
        name++;
        length--;
    }
    length = cfa_label_before_presented(name, length);
    /* "du Chili", "de la Ruritanie", "of the Republic of Gondal". */
    static const char *const particles[] = {"de ", "du ", "des ", "d'", "d’"};
    for (gsize i = 0; i < G_N_ELEMENTS(particles); i++) {
        if (length > strlen(particles[i]) &&
            g_ascii_strncasecmp(name, particles[i], strlen(particles[i])) == 0) {
            name += strlen(particles[i]);
            length -= strlen(particles[i]);
            break;
        }
    }
    gsize article = cfa_label_article(name, length, language);
    while (length > article && strchr(" ,:", name[length - 1]) != NULL)
        length--;
    if (one->country == NULL && length > article)
        one->country = g_strndup(name + article, length - article);
}

/* Appends a line of the subject; its first one begins with the label. */
static gboolean read_subject(const cfa_line *line, GString *subject, gboolean *inside)
{
    enum { LABEL_BYTES = 20 };
    const char *colon = memchr(line->text, ':', MIN(line->length, LABEL_BYTES));
    if (!*inside && colon != NULL) {
        gsize label = (gsize)(colon - line->text);
        *inside = cfa_label_allegations(line->text, label) != CFA_LANGUAGE_UNKNOWN;
        if (*inside)
            g_string_append_len(subject, colon + 1, (gssize)(line->length - label - 1));
        return *inside;
    }
    if (!*inside || line->after_empty || subject->len > SUBJECT_BYTES)
        return *inside = FALSE;
    g_string_append_c(subject, ' ');
    g_string_append_len(subject, line->text, line->length);
    return TRUE;
}

static gboolean names_case(const cfa_line *line)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autofree char *country = NULL;
    return cfa_header_read_case_title(line->text, line->length, numbers, &country);
}

/* Reads the lines between the title of a case and its first paragraph. Returns that paragraph's line, or 0
 * where none follows. */
static guint read_head(const cfa_lines *lines, guint from, opening *one)
{
    g_autoptr(GString) subject = g_string_new(NULL);
    gboolean inside = FALSE, complaint = FALSE;
    for (guint i = from; i < MIN(lines->count, from + HEAD_LINES); i++) {
        const cfa_line *line = &lines->at[i];
        cfa_language language = CFA_LANGUAGE_UNKNOWN;
        if (line->kind == CFA_LINE_DROPPED || read_subject(line, subject, &inside))
            continue;
        if (names_case(line))
            return 0;
        if (line->number != 0 && line->stop) {
            if (subject->len > 0)
                one->subject = g_strdup(g_strstrip(subject->str));
            if (one->type == CFA_TYPE_UNKNOWN && !complaint)
                one->type = CFA_TYPE_FOLLOW_UP;
            return i;
        }
        g_autofree char *folded = cfa_line_fold(line);
        cfa_report_type type = cfa_label_type(folded);
        gsize bytes = line->length > CFA_LABEL_BYTES
                          ? 0
                          : cfa_label_complaint_against(line->text, line->length, &language);
        if (type != CFA_TYPE_UNKNOWN)
            one->type = type;
        if (bytes > 0) {
            complaint = TRUE;
            read_complaint(lines, i, bytes, language, one);
        }
    }
    return 0;
}

static opening *opening_new(guint line)
{
    opening *one = g_new0(opening, 1);
    one->line = line;
    one->numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    return one;
}

/* Finds the openings, and drops the lines of their titles. */
static GPtrArray *find_openings(cfa_lines *lines)
{
    GPtrArray *openings = g_ptr_array_new_with_free_func(opening_free);
    cfa_report_type group = CFA_TYPE_UNKNOWN;
    for (guint i = 0; i < lines->count; i++) {
        cfa_line *line = &lines->at[i];
        if (line->kind == CFA_LINE_DROPPED || line->length > TITLE_BYTES || line->number != 0)
            continue;
        opening *one = opening_new(i);
        if (is_line_of_stars(line)) {
            line->kind = CFA_LINE_DROPPED;
            g_ptr_array_add(openings, one);
            continue;
        }
        if (is_case_title(lines, i, one->numbers, &one->country)) {
            one->type = group;
            guint first = read_head(lines, i + 1, one);
            for (guint k = i; k < first; k++)
                lines->at[k].kind = CFA_LINE_DROPPED;
            if (first > 0) {
                lines->at[first].opens = 1;
                g_ptr_array_add(openings, one);
                continue;
            }
        } else if (line->kind == CFA_LINE_TEXT && begins_anew(lines, i)) {
            g_autofree char *folded = cfa_line_fold(line);
            cfa_report_type type = cfa_label_group(folded);
            group = type != CFA_TYPE_UNKNOWN ? type : group;
            if (type != CFA_TYPE_UNKNOWN || cfa_label_type(folded) == CFA_TYPE_FOLLOW_UP)
                line->kind = CFA_LINE_DROPPED;
        }
        opening_free(one);
    }
    return openings;
}

/* ---- the case texts ---- */

/* Tells, with the text before it, of a case none of whose paragraphs has a place in the run. */
static void warn_of_lost_case(const GPtrArray *texts, const opening *one)
{
    if (one->numbers->len > 0 && texts->len > 0)
        cfa_case_text_warn(g_ptr_array_index(texts, texts->len - 1), "case-lost",
                           "the paragraphs of case %u are not numbered on from those before them",
                           g_array_index(one->numbers, guint, 0));
}

static void add_text(GPtrArray *texts, const cfa_lines *lines, const opening *one, guint to,
                     const title *about)
{
    cfa_case_text *text = cfa_case_text_new();
    cfa_body_read(text, lines, one->line, to, TRUE);
    if (text->paragraphs->len == 0) {
        warn_of_lost_case(texts, one);
        cfa_case_text_free(text);
        return;
    }
    text->report = about->report;
    text->report_date = about->date;
    text->type = one->type;
    text->subject = g_strdup(one->subject);
    for (guint i = 0; i < one->numbers->len; i++)
        cfa_case_text_add_case(text, g_array_index(one->numbers, guint, i));
    if (one->country != NULL) {
        for (guint i = 0; i < text->cases->len; i++)
            cfa_header_set_country(g_ptr_array_index(text->cases, i), one->country, strlen(one->country));
    } else if (text->cases->len > 0) {
        cfa_body_find_country(text);
    }
    if (texts->len == 0) {
        cfa_page_language page = {.title = about->language};
        cfa_body_find_language(text, lines, 0, lines->count, &page);
    } else {
        const cfa_case_text *first = g_ptr_array_index(texts, 0);
        text->language = first->language;
        text->languages = first->languages;
    }
    cfa_body_find_citations(text);
    cfa_body_warn(text, lines, one->line, to);
    g_ptr_array_add(texts, text);
}

static GPtrArray *read_texts(const cfa_lines *lines, const GPtrArray *openings, const title *about)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_case_text_free);
    opening *introduction = opening_new(0);
    const opening *one = introduction;
    for (guint i = 0; i <= openings->len; i++) {
        const opening *next = i < openings->len ? g_ptr_array_index(openings, i) : NULL;
        add_text(texts, lines, one, next != NULL ? next->line : lines->count, about);
        one = next;
    }
    opening_free(introduction);
    return texts;
}

/* Whether a case's title with a complaint behind it stands anywhere. */
static gboolean holds_case_with_complaint(const cfa_lines *lines)
{
    for (guint i = 0; i + 1 < lines->count; i++) {
        if (!names_case(&lines->at[i]))
            continue;
        opening *one = opening_new(i);
        gboolean found = is_case_title(lines, i, one->numbers, &one->country);
        g_clear_pointer(&one->country, g_free);
        found = found && read_head(lines, i + 1, one) > 0 && one->country != NULL;
        opening_free(one);
        if (found)
            return TRUE;
    }
    return FALSE;
}

gboolean cfa_bulletin_matches(const cfa_markup *page)
{
    if (page->page != 0 || page->text_id != NULL)
        return FALSE;
    g_autoptr(cfa_lines) lines = cfa_lines_read(page, NULL);
    if (lines == NULL)
        return FALSE;
    for (guint i = 0; i < MIN(lines->count, TITLE_LINES); i++) {
        const cfa_line *line = &lines->at[i];
        g_autofree char *folded = cfa_line_fold(line);
        if (cfa_label_switch(folded) != 0 || cfa_label_page_kind(folded) != CFA_PAGE_ANY ||
            cfa_header_case_number(line->text, line->length, NULL) != 0)
            return FALSE;
    }
    return read_title(lines).found || holds_case_with_complaint(lines);
}

GPtrArray *cfa_bulletin_read(const cfa_markup *page, cfa_error *error)
{
    g_autoptr(cfa_lines) lines = cfa_lines_read(page, error);
    if (lines == NULL)
        return NULL;
    cfa_printed_drop_running_heads(lines);
    cfa_printed_drop_contents(lines);
    title about = read_title(lines);
    cfa_lines_mark(lines);
    g_autoptr(GPtrArray) openings = find_openings(lines);
    guint paragraphs = cfa_lines_number(lines);
    if (paragraphs > CFA_PARAGRAPHS_LIMIT || paragraphs == 0) {
        gboolean none = paragraphs == 0;
        cfa_error_set(error, CFA_BAD_INPUT, none ? "no-paragraphs" : "too-many-paragraphs", -1,
                      none ? "the document has no numbered paragraphs"
                           : "the document has more than 20,000 paragraphs");
        return NULL;
    }
    return read_texts(lines, openings, &about);
}
