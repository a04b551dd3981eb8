/*
 * Passages: the runs of a whole text are that text; those of a snippet are a part of it, of about the length
 * that was asked for. The first byte of an input is the language, its first line a question, and the rest the
 * text.
 */
#include "fuzz.h"

#include "passage.h"

#include <string.h>

enum { SNIPPET = 300 };

static const char ellipsis[] = "…";

static cfa_stemmer *stemmer;

/* Marks as a plan makes them: each word itself, its stem and what begins so, and all of them as a phrase. */
static cfa_marks *marks_of(const char *question, cfa_language language)
{
    cfa_marks *marks = cfa_marks_new(stemmer);
    GPtrArray *phrase = g_ptr_array_new_with_free_func(g_free);
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, question, strlen(question));
    while (cfa_word_next(&reader, &word)) {
        const char *stem = cfa_stemmer_stem(stemmer, language, word.text, word.length);
        g_ptr_array_add(phrase, g_strdup(word.text));
        if (word.position % 3 == 0)
            g_hash_table_add(marks->stems[language], g_strdup(stem));
        else if (word.position % 3 == 1)
            g_hash_table_add(marks->words, g_strdup(word.text));
        else
            g_ptr_array_add(marks->prefixes, g_strdup(word.text));
    }
    if (phrase->len > 0)
        g_ptr_array_add(marks->phrases, g_ptr_array_ref(phrase));
    g_ptr_array_unref(phrase);
    return marks;
}

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
    if (stemmer == NULL)
        stemmer = cfa_stemmer_new();
    fuzz_input input = {bytes, length};
    const cfa_language language = (cfa_language)(fuzz_take_byte(&input) % (CFA_LANGUAGES + 1));
    g_autofree char *question = fuzz_take_line(&input), *text = fuzz_take_text(&input);
    cfa_marks *marks = marks_of(question, language);
    g_autoptr(GPtrArray) whole = cfa_passage_snippet(text, language, marks, 0),
                         snippet = cfa_passage_snippet(text, language, marks, SNIPPET);
    g_autofree char *all = joined(whole), *some = joined(snippet),
                    *start = cfa_passage_beginning(text, SNIPPET);
    cfa_marks_free(marks);
    fuzz_check(strcmp(all, text) == 0, "[%s] is marked as [%s]", text, all);
    check_piece(some, text, 3 * SNIPPET);
    check_piece(start, text, SNIPPET + strlen(" …"));
    return 0;
}
