#include "citing.h"

#include "passage.h"

#include <string.h>

/* Bytes of a text. */
typedef struct stretch {
    gsize from, to;
} stretch;

static gboolean is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t';
}

/* Whether a sentence may begin with what stands here: a capital, a digit, a bracket or a quotation mark. */
static gboolean may_begin_sentence(const char *at)
{
    const gunichar letter = g_utf8_get_char(at);
    return g_unichar_isupper(letter) || g_unichar_isdigit(letter) || g_unichar_ispunct(letter);
}

/* Whether the stop at `at` only shortens a word: "para.", "No.", "cit.", "J.". */
static gboolean is_abbreviation(const char *text, gsize at)
{
    enum { LONGEST = 8, SHORTEST = 3 };
    gsize from = at;
    while (from > 0 && at - from <= LONGEST && !is_blank(text[from - 1]) && !g_ascii_ispunct(text[from - 1]))
        from--;
    if (from == at || g_ascii_isdigit(text[at - 1]))
        return FALSE;
    g_autofree char *folded = cfa_word_fold(text + from, at - from);
    return at - from < SHORTEST || cfa_citation_is_label(folded) || strcmp(folded, "cit") == 0 ||
           strcmp(folded, "ibid") == 0;
}

static gboolean closes(gunichar letter)
{
    const GUnicodeType type = g_unichar_type(letter);
    return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION || letter == '"' ||
           letter == '\'';
}

/* The end of a text without the brackets and quotation marks that close behind it, and without the blanks
 * before these: French sets one before "»". */
static gsize before_closing(const char *text, gsize end)
{
    while (end > 0) {
        const char *last = g_utf8_prev_char(text + end);
        const gunichar letter = g_utf8_get_char(last);
        if (!closes(letter) && !g_unichar_isspace(letter))
            break;
        end = (gsize)(last - text);
    }
    return end;
}

/* Whether a sentence, or a line, ends before `at`. */
static gboolean begins_sentence(const char *text, gsize at)
{
    gsize end = at;
    if (at == 0 || !is_blank(text[at - 1]))
        return at == 0;
    while (end > 0 && is_blank(text[end - 1]))
        if (text[--end] == '\n')
            return TRUE;
    end = before_closing(text, end);
    return end > 0 && strchr(".!?", text[end - 1]) != NULL && may_begin_sentence(text + at) &&
           !(text[end - 1] == '.' && is_abbreviation(text, end - 1));
}

static gsize sentence_begin(const char *text, gsize at)
{
    while (!begins_sentence(text, at))
        at--;
    return at;
}

static gsize sentence_end(const char *text, gsize at)
{
    at = MAX(at, 1); /* the beginning ends no sentence */
    while (text[at] != '\0' && !begins_sentence(text, at))
        at++;
    while (at > 0 && is_blank(text[at - 1]))
        at--;
    return at;
}

/* The sentence of a citation, of not much more than `bytes`. */
static stretch sentence_of(const char *text, const cfa_mention *mention, gsize bytes)
{
    const gsize end = mention->offset + mention->length, room = bytes / 2;
    stretch found = {sentence_begin(text, mention->offset), sentence_end(text, end)};
    if (strchr("([", text[found.from]) != NULL && found.from > 0) { /* "It did. [See 306th Report.]" */
        gsize before = found.from;
        while (before > 0 && is_blank(text[before - 1]))
            before--;
        found.from = before > 0 ? sentence_begin(text, before - 1) : 0;
    }
    if (mention->offset - found.from > room)
        for (found.from = mention->offset - room;
             !is_blank(text[found.from]) && found.from < mention->offset;)
            found.from++;
    while (is_blank(text[found.from]))
        found.from++;
    if (found.to > end + room) {
        for (found.to = end + room; !is_blank(text[found.to]) && found.to > end;)
            found.to--;
        while (found.to > end && is_blank(text[found.to - 1]))
            found.to--;
    }
    return found;
}

/* Adds the bytes of a text between two places, citations of `cited` marked. */
static void add_marked(GPtrArray *runs, const cfa_paragraph *paragraph, const cfa_cited *cited, stretch shown)
{
    gsize at = shown.from;
    for (guint i = 0; i < paragraph->mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(paragraph->mentions, cfa_mention, i);
        if (mention->offset < at || mention->offset + mention->length > shown.to ||
            !cfa_cited_is(cited, &mention->citation))
            continue;
        cfa_runs_add(runs, paragraph->text + at, mention->offset - at, FALSE);
        cfa_runs_add(runs, paragraph->text + mention->offset, mention->length, TRUE);
        at = mention->offset + mention->length;
    }
    cfa_runs_add(runs, paragraph->text + at, shown.to - at, FALSE);
}

/* The stretches of all the citations, joined where they meet. */
static GArray *find_stretches(const cfa_paragraph *paragraph, const cfa_cited *cited, gsize bytes)
{
    GArray *stretches = g_array_new(FALSE, FALSE, sizeof(stretch));
    gsize shown = 0;
    for (guint i = 0; i < paragraph->mentions->len && shown < bytes; i++) {
        const cfa_mention *mention = &g_array_index(paragraph->mentions, cfa_mention, i);
        stretch *last = stretches->len > 0 ? &g_array_index(stretches, stretch, stretches->len - 1) : NULL;
        if (!cfa_cited_is(cited, &mention->citation) ||
            (last != NULL && mention->offset + mention->length <= last->to))
            continue;
        const stretch one = sentence_of(paragraph->text, mention, bytes);
        if (last != NULL && one.from <= last->to + 1) {
            shown += one.to - last->to;
            last->to = one.to;
        } else {
            shown += one.to - one.from;
            g_array_append_val(stretches, one);
        }
    }
    return stretches;
}

GPtrArray *cfa_citing_snippet(const cfa_paragraph *paragraph, const cfa_cited *cited, gsize bytes)
{
    GPtrArray *runs = cfa_runs_new();
    const gsize length = strlen(paragraph->text);
    g_autoptr(GArray) stretches = find_stretches(paragraph, cited, bytes);
    if (stretches->len == 0 && length > 0) {
        const cfa_mention none = {0};
        const stretch first = sentence_of(paragraph->text, &none, bytes);
        g_array_append_val(stretches, first);
    }
    for (guint i = 0; i < stretches->len; i++) {
        const stretch *one = &g_array_index(stretches, stretch, i);
        if (i == 0 && one->from > 0)
            cfa_runs_add_ellipsis(runs);
        else if (i > 0)
            cfa_runs_add(runs, " ", 1, FALSE);
        add_marked(runs, paragraph, cited, *one);
        if (one->to < length)
            cfa_runs_add_ellipsis(runs);
    }
    return runs;
}
