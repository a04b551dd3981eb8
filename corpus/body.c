#include "body.h"

#include "header.h"
#include "labels.h"
#include "sequence.h"

#include <string.h>

enum { PARAGRAPH_BYTES = 1 << 20, FIRST_PARAGRAPHS = 6, SAMPLE_BYTES = 1 << 13, TITLE_BYTES = 150 };

/* ---- paragraphs ---- */

typedef struct builder {
    cfa_case_text *text;
    const cfa_lines *lines;
    GString *words; /* of the open paragraph */
    cfa_paragraph *open;
    cfa_section section;
    gboolean printed;
    gboolean cut;
    guint held_from; /* lines after a heading that no paragraph has claimed yet; none when 0 (line 0 opens
                        nothing) */
} builder;

static void append_collapsed(GString *words, const char *text, gsize length)
{
    gsize from = 0;
    for (gsize at = 0; at <= length; at++) {
        if (at < length && !(text[at] == ' ' && at > 0 && text[at - 1] == ' '))
            continue;
        g_string_append_len(words, text + from, (gssize)(at - from));
        from = at + 1;
    }
}

/* Writes what stands between a line and the one before it. */
static void join(builder *it, const cfa_line *line)
{
    GString *words = it->words;
    if (words->len == 0)
        return;
    gboolean item = line->kind == CFA_LINE_ITEM ||
                    (cfa_line_begins_item(line->text, line->length) &&
                     (words->str[words->len - 1] == ',' || cfa_line_ends_sentence(words->str, words->len)));
    if (item) {
        g_string_append_c(words, '\n');
        return;
    }
    if (it->printed && words->len > 1 && words->str[words->len - 1] == '-' &&
        words->str[words->len - 2] != ' ') {
        if (g_unichar_islower(g_utf8_get_char(line->text)))
            g_string_truncate(words, words->len - 1);
        return;
    }
    g_string_append_c(words, ' ');
}

static void append_line(builder *it, const cfa_line *line, gsize from)
{
    if (it->open == NULL || it->words->len >= PARAGRAPH_BYTES)
        return;
    join(it, line);
    gsize length = line->length - from;
    gsize room = PARAGRAPH_BYTES - MIN(it->words->len, PARAGRAPH_BYTES);
    if (length > room) {
        const char *end = g_utf8_find_prev_char(line->text + from, line->text + from + room + 1);
        length = end != NULL ? (gsize)(end - (line->text + from)) : 0;
        it->cut = TRUE;
    }
    append_collapsed(it->words, line->text + from, length);
}

static void close_paragraph(builder *it)
{
    if (it->open == NULL)
        return;
    while (it->words->len > 0 && g_ascii_isspace(it->words->str[it->words->len - 1]))
        g_string_truncate(it->words, it->words->len - 1);
    it->open->text = g_strndup(it->words->str, it->words->len);
    g_string_truncate(it->words, 0);
    it->open = NULL;
}

/* Lines after a heading that no paragraph followed belong to the paragraph before it. */
static void release_held(builder *it, guint to)
{
    for (guint i = it->held_from; i != 0 && i < to; i++) {
        if (it->lines->at[i].kind <= CFA_LINE_ITEM)
            append_line(it, &it->lines->at[i], 0);
    }
    it->held_from = 0;
}

/* A short line by itself before a paragraph is its sub-heading. */
static gboolean is_sub_heading(const builder *it, guint at, guint to)
{
    const cfa_line *line = &it->lines->at[at];
    if (line->kind != CFA_LINE_TEXT || !line->after_empty || line->length > TITLE_BYTES || at + 1 >= to ||
        line[1].verdict != CFA_VERDICT_PARAGRAPH || !line[1].after_empty ||
        g_unichar_islower(g_utf8_get_char(line->text)))
        return FALSE;
    return !cfa_line_ends_sentence(line->text, line->length) &&
           cfa_line_ends_sentence(it->words->str, it->words->len);
}

static void read_heading(builder *it, guint at)
{
    const cfa_line *line = &it->lines->at[at];
    release_held(it, at);
    it->held_from = at + 1;
    if (line->known)
        it->section = (cfa_section)line->section;
    else if (line->lettered)
        it->section = CFA_SECTION_OTHER;
}

/* Whether the lines held up to `to` are more than sub-headings. */
static gboolean holds_text(const builder *it, guint to)
{
    for (guint i = it->held_from; i != 0 && i < to; i++) {
        if (it->lines->at[i].kind <= CFA_LINE_ITEM && it->lines->at[i].length > TITLE_BYTES)
            return TRUE;
    }
    return FALSE;
}

static void open_paragraph(builder *it, guint at)
{
    const cfa_line *line = &it->lines->at[at];
    if (holds_text(it, at))
        release_held(it, at);
    if (line->verdict == CFA_VERDICT_SECOND_PRINT && it->open != NULL) {
        g_string_truncate(it->words, 0);
    } else {
        close_paragraph(it);
        it->open = cfa_case_text_add_paragraph(it->text, line->number);
    }
    it->open->section = it->section;
    it->held_from = 0;
    append_line(it, line, MIN(line->words, line->length));
}

guint cfa_body_read(cfa_case_text *text, const cfa_lines *lines, guint from, guint to, gboolean printed)
{
    builder it = {.text = text, .lines = lines, .words = g_string_new(NULL), .printed = printed};
    guint before_heading = G_MAXUINT;
    for (guint i = from; i < to; i++) {
        const cfa_line *line = &lines->at[i];
        if (line->kind == CFA_LINE_DROPPED)
            continue;
        if (line->kind == CFA_LINE_HEADING) {
            before_heading = MIN(before_heading, text->paragraphs->len);
            read_heading(&it, i);
        } else if (line->number != 0 && line->verdict != CFA_VERDICT_TEXT) {
            open_paragraph(&it, i);
        } else if (it.held_from == 0 && !is_sub_heading(&it, i, to)) {
            append_line(&it, line, 0);
        }
    }
    release_held(&it, to);
    close_paragraph(&it);
    g_string_free(it.words, TRUE);
    if (it.cut)
        cfa_case_text_warn(text, "text-cut", "a paragraph is longer than %d bytes", PARAGRAPH_BYTES);
    return before_heading;
}

/* ---- language ---- */

static cfa_language language_of_headings(const cfa_lines *lines, guint from, guint to)
{
    guint counts[CFA_LANGUAGES + 1] = {0};
    cfa_language best = CFA_LANGUAGE_UNKNOWN;
    for (guint i = from; i < to; i++) {
        const cfa_line *line = &lines->at[i];
        if (line->kind == CFA_LINE_HEADING)
            counts[line->language]++;
    }
    for (guint language = 1; language <= CFA_LANGUAGES; language++) {
        if (counts[language] > (best == CFA_LANGUAGE_UNKNOWN ? 0 : counts[best]))
            best = (cfa_language)language;
    }
    return best;
}

/* The bytes of the country with its article that one of the first paragraphs says has ratified
 * Conventions. */
static gsize find_ratification(const cfa_case_text *text, const char **name, cfa_language *language)
{
    for (guint i = 0; i < MIN(text->paragraphs->len, FIRST_PARAGRAPHS); i++) {
        const cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, i);
        gsize length = cfa_label_ratifies(paragraph->text, strlen(paragraph->text), language);
        if (length > 0) {
            *name = paragraph->text;
            return length;
        }
    }
    return 0;
}

static cfa_language language_of_words(const cfa_case_text *text)
{
    g_autoptr(GString) sample = g_string_new(NULL);
    for (guint i = 0; i < text->paragraphs->len && sample->len < SAMPLE_BYTES; i++) {
        const cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, i);
        g_string_append(sample, paragraph->text);
        g_string_append_c(sample, '\n');
    }
    return cfa_language_detect(sample->str, sample->len);
}

/* The one language that the page does not offer to switch to. */
static cfa_language language_not_offered(cfa_language_set switched)
{
    cfa_language found = CFA_LANGUAGE_UNKNOWN;
    for (guint language = 1; switched != 0 && language <= CFA_LANGUAGES; language++) {
        if ((switched & CFA_LANGUAGE_BIT(language)) != 0)
            continue;
        if (found != CFA_LANGUAGE_UNKNOWN)
            return CFA_LANGUAGE_UNKNOWN;
        found = (cfa_language)language;
    }
    return found;
}

void cfa_body_find_language(cfa_case_text *text, const cfa_lines *lines, guint from, guint to,
                            const cfa_page_language *page)
{
    cfa_language ratification = CFA_LANGUAGE_UNKNOWN;
    const char *name;
    if (find_ratification(text, &name, &ratification) == 0)
        ratification = CFA_LANGUAGE_UNKNOWN;
    /* What the body itself says comes before what the page says of it. */
    const struct {
        const char *name;
        cfa_language language;
    } evidence[] = {
        {"the headings", language_of_headings(lines, from, to)},
        {"the ratification sentence", ratification},
        {"the words", language_of_words(text)},
        {"the label of the subject", page->label},
        {"the title", page->title},
        {"the switch line", language_not_offered(page->switched)},
        {"the address", page->address},
    };
    const char *decisive = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(evidence); i++) {
        if (evidence[i].language == CFA_LANGUAGE_UNKNOWN)
            continue;
        if (decisive == NULL) {
            decisive = evidence[i].name;
            text->language = evidence[i].language;
        } else if (evidence[i].language != text->language) {
            cfa_case_text_warn(text, "language-conflict", "%s say %s and %s says %s", decisive,
                               cfa_language_code(text->language), evidence[i].name,
                               cfa_language_code(evidence[i].language));
            break;
        }
    }
    text->languages = page->switched;
    if (text->language != CFA_LANGUAGE_UNKNOWN)
        text->languages |= CFA_LANGUAGE_BIT(text->language);
}

/* ---- cases ---- */

/* How many brackets open and do not close between two places. */
static gint open_brackets(const char *words, gsize from, gsize to)
{
    gint depth = 0;
    for (gsize i = from; i < to; i++)
        depth += (words[i] == '[' || words[i] == '(') - (words[i] == ']' || words[i] == ')');
    return depth;
}

/* Whether the words after a case do not name another country than the one the text is about. */
static gboolean is_of_this_country(const cfa_case_text *text, const char *rest)
{
    rest += strspn(rest, " ");
    gsize bracket = *rest == '(' ? cfa_header_bracket(rest, strnlen(rest, CFA_LABEL_BYTES)) : 0;
    const cfa_case *first = text->cases->len > 0 ? g_ptr_array_index(text->cases, 0) : NULL;
    if (bracket < 3 || first == NULL || first->country == NULL)
        return TRUE;
    cfa_case named = {0};
    cfa_header_set_country(&named, rest + 1, bracket - 2);
    gboolean same = g_strcmp0(named.country, first->country) == 0 ||
                    (named.country_code[0] != '\0' && strcmp(named.country_code, first->country_code) == 0);
    g_free(named.country);
    return same;
}

void cfa_body_find_cases(cfa_case_text *text, guint before)
{
    enum { WITHOUT_HEADINGS = 2 };
    /* A text without headings has no place from where on cases are only cited. */
    guint count = before == G_MAXUINT ? WITHOUT_HEADINGS : MIN(before, FIRST_PARAGRAPHS);
    cfa_citation_context context = {0};
    for (guint i = 0; i < MIN(count, text->paragraphs->len); i++) {
        const char *words = ((const cfa_paragraph *)g_ptr_array_index(text->paragraphs, i))->text;
        GArray *found = cfa_citation_scan(words, strlen(words), text->language, &context);
        gint depth = 0;
        gsize seen = 0;
        for (guint k = 0; k < found->len; k++) {
            const cfa_mention *mention = &g_array_index(found, cfa_mention, k);
            depth += open_brackets(words, seen, MAX(seen, mention->offset));
            seen = MAX(seen, mention->offset);
            /* In brackets stands what is cited. */
            if (mention->citation.kind == CFA_CITES_CASE && depth <= 0 &&
                cfa_cases_find(text->cases, mention->citation.number) == NULL &&
                is_of_this_country(text, words + mention->offset + mention->length))
                cfa_case_text_add_case(text, mention->citation.number);
        }
        g_array_unref(found);
    }
}

void cfa_body_find_country(cfa_case_text *text)
{
    const cfa_case *first = text->cases->len > 0 ? g_ptr_array_index(text->cases, 0) : NULL;
    g_autofree char *country = first != NULL ? g_strdup(first->country) : NULL;
    if (country == NULL) {
        cfa_language language;
        const char *name;
        gsize length = find_ratification(text, &name, &language);
        if (length == 0)
            return;
        gsize article = cfa_label_article(name, length, language);
        country = g_strndup(name + article, length - article);
        if (text->cases->len == 0)
            cfa_case_text_add_case(text, 0);
    }
    for (guint i = 0; i < text->cases->len; i++) {
        cfa_case *one = g_ptr_array_index(text->cases, i);
        if (one->country == NULL)
            cfa_header_set_country(one, country, strlen(country));
    }
}

void cfa_body_find_citations(cfa_case_text *text)
{
    cfa_citation_context context = {0};
    for (guint i = 0; i < text->paragraphs->len; i++) {
        cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, i);
        g_autoptr(GArray) found =
            cfa_citation_scan(paragraph->text, strlen(paragraph->text), text->language, &context);
        for (guint k = 0; k < found->len; k++) {
            const cfa_mention *mention = &g_array_index(found, cfa_mention, k);
            if (mention->citation.kind != CFA_CITES_CASE ||
                cfa_cases_find(text->cases, mention->citation.number) == NULL)
                cfa_paragraph_add_mention(paragraph, mention);
        }
    }
}

void cfa_body_warn(cfa_case_text *text, const cfa_lines *lines, guint from, guint to)
{
    guint missing = 0, quoted = 0;
    for (guint i = 1; i < text->paragraphs->len; i++) {
        const cfa_paragraph *before = g_ptr_array_index(text->paragraphs, i - 1);
        const cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, i);
        missing += paragraph->number - before->number - 1;
    }
    for (guint i = from; i < to; i++) {
        const cfa_line *line = &lines->at[i];
        quoted += line->number != 0 && line->stop && !line->weak && line->kind <= CFA_LINE_ITEM &&
                  line->verdict == CFA_VERDICT_TEXT;
    }
    if (missing > 0)
        cfa_case_text_warn(text, "paragraph-gap", "%u paragraph%s missing from the run", missing,
                           missing == 1 ? " is" : "s are");
    if (quoted > 0)
        cfa_case_text_warn(text, "paragraph-quoted", "%u numbered line%s out of the run read as text", quoted,
                           quoted == 1 ? "" : "s");
}
