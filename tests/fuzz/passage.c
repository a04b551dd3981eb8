/*
 * Passages: the runs of a whole text are that text; those of a snippet are a part of it, of about the length that was asked for. The first
 * byte of an input is the language, its first line a question, and the rest the text.
 */
#include "fuzz.h"

#include "marking.h"

#include <string.h>

enum { SNIPPET = 300 };

static const char ellipsis[] = "…";

static char *joined(const GPtrArray *runs)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < runs->len; i++) {
        const cfa_run *run = g_ptr_array_index(runs, i);
        const cfa_run *last = i > 0 ? g_ptr_array_index(runs, i - 1) : NULL;
        fuzz_check(run->text[0] != '\0' && (last == NULL || last->match != run->match),
                   "run %u is empty, or goes on as the one before", i);
        fuzz_check(g_utf8_validate(run->text, -1, NULL), "a run is cut within a character");
        g_string_append(text, run->text);
    }
    return g_string_free(text, FALSE);
}

/* Checks that a text is a piece of another, but for the signs of what was left out. */
static void check_piece(char *piece, const char *text, gsize most)
{
    char *start = piece;
    fuzz_check(strlen(piece) <= most, "%zu bytes where %zu were asked for", strlen(piece), most);
    if (strstr(text, ellipsis) != NULL)
        return; /* its own would be taken for ours */
    if (g_str_has_prefix(start, "… "))
        start += strlen("… ");
    if (g_str_has_suffix(start, " …"))
        start[strlen(start) - strlen(" …")] = '\0';
    fuzz_check(strstr(text, start) != NULL, "[%s] is no piece of [%s]", piece, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    cfa_error error = {0};
    fuzz_input input = {bytes, length};
    const cfa_language language = (cfa_language)(fuzz_take_byte(&input) % (CFA_LANGUAGES + 1));
    g_autofree char *question = fuzz_take_line(&input), *text = fuzz_take_text(&input);
    g_autoptr(cfa_marks) marks = cfa_marking_of(fuzz_sample_index(), question, language, &error);
    if (marks == NULL) {
        fuzz_check_error(&error);
        return 0;
    }
    g_autoptr(GPtrArray) whole = cfa_passage_snippet(text, language, marks, 0),
                         snippet = cfa_passage_snippet(text, language, marks, SNIPPET);
    g_autofree char *all = joined(whole), *some = joined(snippet),
                    *start = cfa_passage_beginning(text, SNIPPET);
    fuzz_check(strcmp(all, text) == 0, "[%s] is marked as [%s]", text, all);
    check_piece(some, text, 3 * SNIPPET);
    check_piece(start, text, SNIPPET + strlen(" …"));
    return 0;
}
