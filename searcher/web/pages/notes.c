#include "notes.h"

#include "fields.h"

#include <string.h>

static void begin(cfa_draft *draft, const char *text)
{
    cfa_html_open(draft->html, "p", "class", "note", NULL);
    cfa_html_text(draft->html, text);
}

/* In brackets, what undoes it. */
static void end(cfa_draft *draft, cfa_saying name, cfa_parameter parameter, const char *value)
{
    g_autofree char *address = cfa_link_search(draft->request, parameter, value);
    cfa_html_text(draft->html, " (");
    cfa_html_element(draft->html, "a", cfa_say(name, draft->language), "href", address, NULL);
    cfa_html_text(draft->html, ")");
    cfa_html_close(draft->html, "p");
}

void cfa_notes_suggestion(cfa_draft *draft, const cfa_answer *answer)
{
    cfa_html *html = draft->html;
    if (answer->suggestion == NULL)
        return;
    g_autofree char *address = cfa_link_search(draft->request, CFA_PARAMETER_Q, answer->suggestion);
    cfa_html_open(html, "p", NULL);
    cfa_html_element(html, "span", cfa_say(CFA_SAY_DID_YOU_MEAN, draft->language), "class", "quiet", NULL);
    cfa_html_text(html, " ");
    cfa_html_open(html, "a", "href", address, NULL);
    cfa_html_element(html, "bdi", answer->suggestion, NULL);
    cfa_html_close(html, "p");
}

/* ---- how it was read ---- */

enum { UNREAD = 8 /* what is no field, of which a line is said each */ };

/* `as_words`: what to search to undo it; NULL for nothing. */
static void write_parsed(cfa_draft *draft, const char *label, const char *parsed, const char *as_words)
{
    begin(draft, label);
    cfa_html_text(draft->html, " ");
    cfa_html_open(draft->html, "code", NULL);
    cfa_html_element(draft->html, "bdi", parsed, NULL);
    if (as_words == NULL) {
        cfa_html_close(draft->html, "p");
        return;
    }
    cfa_html_close(draft->html, "code");
    end(draft, CFA_SAY_AS_WORDS, CFA_PARAMETER_Q, as_words);
}

/* The words and citations of a whole case are more than a screen of a telephone, and few want to know
 * them. */
static void write_comparison(cfa_draft *draft, const cfa_answer *answer)
{
    if (answer->parsed[0] == '\0')
        return;
    cfa_html_open(draft->html, "details", NULL);
    cfa_html_element(draft->html, "summary", cfa_say(CFA_SAY_COMPARED_BY, draft->language), NULL);
    write_parsed(draft, "", answer->parsed, NULL);
    cfa_html_close(draft->html, "details");
}

/* Whether a query was read as it stands there: as its words, of which accents and capitals make no others; or
 * but for blanks and capitals. */
static gboolean is_same_to_read(const char *parsed, const char *query)
{
    static const char blanks[] = " \t\r\n";
    g_autofree char *words = cfa_word_fold(query, strlen(query));
    if (strcmp(parsed, words) == 0)
        return TRUE;
    for (gsize length = 1; length > 0; parsed += length, query += length) {
        parsed += strspn(parsed, blanks);
        query += strspn(query, blanks);
        length = strcspn(parsed, blanks);
        if (length != strcspn(query, blanks) || g_ascii_strncasecmp(parsed, query, length) != 0)
            return FALSE;
    }
    return TRUE;
}

/* What was typed alone: filters beside it say so themselves. */
static void write_reading(cfa_draft *draft, const cfa_answer *answer)
{
    g_autoptr(cfa_query) query = cfa_query_parse(answer->query, strlen(answer->query), NULL);
    g_autofree char *parsed = query != NULL ? cfa_query_print(query) : NULL;
    if (parsed != NULL && parsed[0] != '\0' && !is_same_to_read(parsed, answer->query))
        write_parsed(draft, cfa_say(CFA_SAY_READ_AS, draft->language), parsed, answer->as_words);
}

/* What the field can be in the place of what was typed: each leads to the question so. */
static void write_forms(cfa_draft *draft, const cfa_answer *answer, const char *typed, const char *written)
{
    g_auto(GStrv) each = g_strsplit(written, "\n", -1);
    cfa_html_text(draft->html, " (");
    cfa_html_text(draft->html, cfa_say(CFA_SAY_FIELD_FORMS, draft->language));
    for (guint i = 0; each[i] != NULL; i++) {
        g_autoptr(GString) query = g_string_new(answer->query);
        g_string_replace(query, typed, each[i], 1);
        g_autofree char *address = cfa_link_search(draft->request, CFA_PARAMETER_Q, query->str);
        cfa_html_text(draft->html, i > 0 ? ", " : " ");
        cfa_html_element(draft->html, "a", each[i], "href", address, NULL);
    }
    cfa_html_text(draft->html, ")");
}

void cfa_notes_unread(cfa_draft *draft, const cfa_answer *answer)
{
    for (guint i = 0; i < MIN(answer->unread->len, UNREAD); i++) {
        const char *typed = g_ptr_array_index(answer->unread, i);
        cfa_field field;
        const char *written = cfa_field_value_in(typed, strlen(typed), &field) != NULL
                                  ? cfa_say_field(field, draft->language)
                                  : NULL;
        if (written == NULL)
            continue;
        begin(draft, cfa_say(CFA_SAY_UNREAD, draft->language));
        cfa_html_text(draft->html, " ");
        cfa_html_open(draft->html, "code", NULL);
        cfa_html_element(draft->html, "bdi", typed, NULL);
        cfa_html_close(draft->html, "code");
        write_forms(draft, answer, typed, written);
        cfa_html_close(draft->html, "p");
    }
}

/* ---- which words were searched ---- */

static void write_relaxed(cfa_draft *draft, const cfa_answer *answer)
{
    g_autofree char *every = cfa_say_number(answer->every, draft->language);
    g_autofree char *some = cfa_say_filled(CFA_SAY_EVERY_FIRST, draft->language, every, NULL);
    if (!answer->relaxed)
        return;
    begin(draft, answer->every > 0 ? some : cfa_say(CFA_SAY_RELAXED, draft->language));
    if (answer->every > 0)
        end(draft, CFA_SAY_ONLY_EVERY, CFA_PARAMETER_MATCH, "all");
    else
        cfa_html_close(draft->html, "p");
}

/* What words stand for in other languages, and were searched as; or that they were not. */
static void write_translated(cfa_draft *draft, const cfa_answer *answer)
{
    cfa_html *html = draft->html;
    const char *asked = cfa_parameters_word(&draft->request->parameters, CFA_PARAMETER_TRANSLATE);
    if (strcmp(asked, "off") == 0 && answer->query[0] != '\0') {
        begin(draft, cfa_say(CFA_SAY_AS_TYPED, draft->language));
        end(draft, CFA_SAY_TRANSLATE, CFA_PARAMETER_TRANSLATE, NULL);
        return;
    }
    if (answer->also_searched == NULL || answer->also_searched->len == 0 || answer->like != NULL)
        return;
    begin(draft, cfa_say(CFA_SAY_ALSO_SEARCHED, draft->language));
    for (guint i = 0; i < answer->also_searched->len; i++) {
        const cfa_also_searched *also = g_ptr_array_index(answer->also_searched, i);
        cfa_html_text(html, i > 0 ? ", " : " ");
        cfa_html_element(html, "i", also->text, "lang", cfa_frame_lang(draft, also->language), NULL);
    }
    cfa_html_text(html, answer->more_also_searched ? " …" : "");
    end(draft, CFA_SAY_ONLY_AS_TYPED, CFA_PARAMETER_TRANSLATE, "off");
}

/* Words that were not searched, where there are any. */
static void write_words(cfa_draft *draft, cfa_saying name, const GPtrArray *words)
{
    if (words->len == 0)
        return;
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++)
        g_string_append_printf(list, "%s%s", i > 0 ? ", " : "", (const char *)g_ptr_array_index(words, i));
    g_autofree char *note = cfa_say_filled(name, draft->language, list->str, NULL);
    cfa_html_element(draft->html, "p", note, "class", "note", NULL);
}

void cfa_notes_write(cfa_draft *draft, const cfa_answer *answer)
{
    if (answer->like != NULL)
        write_comparison(draft, answer);
    else
        write_reading(draft, answer);
    cfa_notes_unread(draft, answer);
    write_relaxed(draft, answer);
    write_translated(draft, answer);
    write_words(draft, CFA_SAY_UNKNOWN, answer->unknown);
    write_words(draft, CFA_SAY_LEFT_OUT, answer->left_out);
    write_words(draft, CFA_SAY_CUT, answer->cut);
}
