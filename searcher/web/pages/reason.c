#include "reason.h"

#include "slip.h"
#include "word.h"

#include <string.h>

/* What is said of each code, of the field {1}, the subject {2} and the limit {3}. */
static const struct row {
    const char *code;
    cfa_saying saying;
    guint limit;
} rows[] = {
    {"bad-escape", CFA_SAY_REASON_ESCAPE, 0},
    {"given-twice", CFA_SAY_REASON_TWICE, 0},
    {"bad-value", CFA_SAY_REASON_VALUE, 0},
    {"too-many-values", CFA_SAY_REASON_MANY, CFA_PARAMETER_VALUES},
    {"query-string-too-long", CFA_SAY_REASON_ADDRESS, CFA_QUERY_STRING_BYTES},
    {"bad-request", CFA_SAY_REASON_REQUEST, 0},
    {"method-not-allowed", CFA_SAY_REASON_METHOD, 0},
    {"query-too-long", CFA_SAY_REASON_LONG, CFA_QUERY_BYTES},
    {"query-too-deep", CFA_SAY_REASON_DEEP, CFA_QUERY_DEPTH},
    {"page-too-far", CFA_SAY_REASON_FAR, CFA_OFFSET_MAX},
    {"no-feed", CFA_SAY_REASON_FEED, 0},
    {"bad-format", CFA_SAY_REASON_FORMAT, 0},
    {"bad-sort", CFA_SAY_REASON_LIKENESS, 0},
    {"bad-by", CFA_SAY_REASON_PARAGRAPHS, 0},
    {"no-such-page", CFA_SAY_REASON_PATH, 0},
    {"bad-id", CFA_SAY_REASON_ID, 0},
    {"bad-case", CFA_SAY_REASON_ID, 0},
    {"bad-report", CFA_SAY_REASON_ID, 0},
    {"no-such-paragraph", CFA_SAY_REASON_ABSENT, 0},
    {"no-such-case-text", CFA_SAY_REASON_ABSENT, 0},
    {"no-such-report", CFA_SAY_REASON_ABSENT, 0},
    {"no-such-case", CFA_SAY_REASON_ABSENT, 0},
    {"no-such-principle", CFA_SAY_REASON_ABSENT, 0},
    {"not-cited", CFA_SAY_REASON_NOT_CITED, 0},
    {"case-only-cited", CFA_SAY_REASON_ONLY_CITED, 0},
    {"case-only-listed", CFA_SAY_REASON_ONLY_LISTED, 0},
};

static const struct row *find_row(const cfa_error *error)
{
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strcmp(rows[i].code, error->code) == 0)
            return &rows[i];
    return NULL;
}

/* Between marks that no text can turn round what stands beside it (Unicode's first strong isolate). The
 * caller frees. */
static char *isolate(const char *text)
{
    return g_strconcat("\xE2\x81\xA8", text, "\xE2\x81\xA9", NULL);
}

/* What is cited by its name, all else as it was asked for. The caller frees. */
static char *name_subject(const cfa_error *error, cfa_language language)
{
    cfa_citation citation;
    g_autofree char *name = error->status == CFA_NOT_FOUND && cfa_citation_parse(error->subject, &citation)
                                ? cfa_citation_name(language, &citation)
                                : g_strdup(error->subject);
    return isolate(name);
}

static void write_sentence(cfa_draft *draft, const cfa_error *error)
{
    const struct row *row = find_row(error);
    if (row == NULL) {
        cfa_html_open(draft->html, "p", NULL);
        cfa_html_element(draft->html, "bdi", error->reason, "lang", cfa_language_code(CFA_ENGLISH), NULL);
        cfa_html_close(draft->html, "p");
        return;
    }
    g_autofree char *subject = name_subject(error, draft->language);
    g_autofree char *limit = cfa_say_number(row->limit, draft->language);
    g_autofree char *sentence =
        cfa_say_filled(row->saying, draft->language, error->field, subject, limit, NULL);
    cfa_html_element(draft->html, "p", sentence, NULL);
}

/* ---- what would be right ---- */

static gboolean has_letters_alone(const char *text, gsize length)
{
    return length <= CFA_WORD_MAX && strspn(text, G_CSET_a_2_z) == length;
}

/* How far a word is from what was typed; a large number for one that nobody meant by it. */
static double distance(const char *typed, const char *word)
{
    const gsize length = strlen(typed), word_length = strlen(word);
    const double most = MIN(2.0, 0.4 * (double)length);
    if (g_str_has_prefix(typed, word) || (length > 1 && g_str_has_prefix(word, typed)))
        return 0.0;
    if (!has_letters_alone(typed, length) || !has_letters_alone(word, word_length))
        return G_MAXDOUBLE;
    const double slips = cfa_slip_distance(typed, length, word, word_length, most);
    return slips <= most ? slips : G_MAXDOUBLE;
}

static const char *nearest_word(cfa_parameter parameter, const char *value)
{
    const char *best = NULL, *word;
    double least = G_MAXDOUBLE;
    g_autofree char *typed = g_ascii_strdown(value, -1);
    for (guint i = 0; (word = cfa_parameter_choice(parameter, i)) != NULL; i++) {
        const double far = distance(typed, word);
        if (far < least) {
            least = far;
            best = word;
        }
    }
    return best;
}

/* The end of the range beyond which a number is; NULL for what is no number. New. */
static char *nearest_number(guint least, guint most, const char *value)
{
    const gboolean is_negative = value[0] == '-';
    const char *digits = value + is_negative;
    if (digits[0] == '\0' || digits[strspn(digits, G_CSET_DIGITS)] != '\0')
        return NULL;
    const gboolean is_below = is_negative || g_ascii_strtoull(digits, NULL, 10) < least;
    return g_strdup_printf("%u", is_below ? least : most);
}

static void write_meant(cfa_draft *draft, cfa_parameter parameter, const char *value)
{
    cfa_html *html = draft->html;
    if (value == NULL)
        return;
    g_autofree char *address = cfa_link_search(draft->request, parameter, value);
    cfa_html_open(html, "p", "class", "reading", NULL);
    cfa_html_element(html, "span", cfa_say(CFA_SAY_DID_YOU_MEAN, draft->language), "class", "label", NULL);
    cfa_html_text(html, " ");
    cfa_html_element(html, "a", value, "href", address, NULL);
    cfa_html_close(html, "p");
}

static void write_range(cfa_draft *draft, guint least, guint most)
{
    g_autofree char *from = cfa_say_number(least, draft->language);
    g_autofree char *to = cfa_say_number(most, draft->language);
    g_autofree char *range = cfa_say_filled(CFA_SAY_REASON_RANGE, draft->language, from, to, NULL);
    cfa_html_element(draft->html, "p", range, NULL);
}

static void write_choices(cfa_draft *draft, cfa_parameter parameter)
{
    cfa_html *html = draft->html;
    cfa_html_open(html, "div", "class", "controls", NULL);
    cfa_frame_begin_row(draft, cfa_say(CFA_SAY_REASON_ONE_OF, draft->language));
    const char *word;
    for (guint i = 0; (word = cfa_parameter_choice(parameter, i)) != NULL; i++) {
        g_autofree char *address = cfa_link_search(draft->request, parameter, word);
        cfa_html_open(html, "li", NULL);
        cfa_html_element(html, "a", word, "href", address, NULL);
        cfa_html_close(html, "li");
    }
    cfa_frame_end_row(draft);
    cfa_html_close(html, "div");
}

void cfa_reason_write(cfa_draft *draft, const cfa_error *error)
{
    cfa_parameter parameter;
    guint least, most;
    write_sentence(draft, error);
    if (strcmp(error->code, "bad-value") != 0 || !cfa_parameter_find(error->field, &parameter))
        return;
    if (cfa_parameter_range(parameter, &least, &most)) {
        g_autofree char *nearest = nearest_number(least, most, error->subject);
        write_range(draft, least, most);
        write_meant(draft, parameter, nearest);
    } else if (cfa_parameter_choice(parameter, 0) != NULL) {
        write_meant(draft, parameter, nearest_word(parameter, error->subject));
        write_choices(draft, parameter);
    } else if (error->meant[0] != '\0') {
        write_meant(draft, parameter, error->meant);
    }
}
