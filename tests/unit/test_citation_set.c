/* The scanner against citations marked by hand: tests/citations/README.md says how they are written. */
#include "citation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static const double least = 0.98;

enum { CITATIONS_WANTED = 300 };

/* A citation that a text has: where, and its identifier. */
typedef struct expected {
    gsize offset, end;
    char id[CFA_CITATION_ID_SIZE];
    gboolean found;
} expected;

typedef struct tally {
    guint expected, right, wrong, texts_without;
} tally;

/* Takes the marks out of a text, and notes what they say. */
static GString *read_marks(const char *marked, GArray *citations)
{
    GString *text = g_string_new(NULL);
    while (*marked != '\0') {
        const char *bar = *marked == '<' ? strchr(marked, '|') : NULL;
        const char *end = bar != NULL ? strchr(bar, '>') : NULL;
        if (end == NULL) {
            g_string_append_c(text, *marked++);
            continue;
        }
        expected one = {.offset = text->len};
        g_string_append_len(text, marked + 1, bar - marked - 1);
        one.end = text->len;
        g_autofree char *id = g_strndup(bar + 1, (gsize)(end - bar - 1));
        cfa_citation citation;
        if (!cfa_citation_parse(id, &citation))
            fail_msg("\"%s\" is no identifier", id);
        cfa_citation_id(&citation, one.id);
        g_array_append_val(citations, one);
        marked = end + 1;
    }
    return text;
}

/* The citation that a mention is: the same identifier, in a place that it shares. */
static gboolean is_expected(GArray *citations, const cfa_mention *mention, const char *id)
{
    for (guint i = 0; i < citations->len; i++) {
        expected *one = &g_array_index(citations, expected, i);
        if (!one->found && strcmp(one->id, id) == 0 && mention->offset < one->end &&
            mention->offset + mention->length > one->offset)
            return one->found = TRUE;
    }
    return FALSE;
}

static void tell(const char *what, const char *id, const char *text)
{
    g_autofree char *line = g_strdelimit(g_strndup(text, 200), "\n", ' ');
    print_message("%s %s in: %s\n", what, id, line);
}

static void compare(const char *marked, cfa_language language, cfa_citation_context *context, tally *sum)
{
    g_autoptr(GArray) citations = g_array_new(FALSE, FALSE, sizeof(expected));
    GString *text = read_marks(marked, citations);
    g_autoptr(GArray) mentions = cfa_citation_scan(text->str, text->len, language, context);
    sum->expected += citations->len;
    sum->texts_without += citations->len == 0;
    for (guint i = 0; i < mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(mentions, cfa_mention, i);
        char id[CFA_CITATION_ID_SIZE];
        if (is_expected(citations, mention, cfa_citation_id(&mention->citation, id))) {
            sum->right++;
            continue;
        }
        sum->wrong++;
        tell("wrong", id, text->str);
    }
    for (guint i = 0; i < citations->len; i++)
        if (!g_array_index(citations, expected, i).found)
            tell("missed", g_array_index(citations, expected, i).id, text->str);
    g_string_free(text, TRUE);
}

static gboolean is_comment(const char *lines)
{
    for (const char *line = lines; *line != '\0'; line += strcspn(line, "\n"), line += *line == '\n')
        if (*line != '#')
            return FALSE;
    return TRUE;
}

/* Case texts are parted by blank lines, their paragraphs by a line of "+". */
static void compare_file(const char *name, cfa_language language, tally *sum)
{
    g_autofree char *path =
        g_strdup_printf(CFA_TESTS "/citations/%s-%s.txt", name, cfa_language_code(language));
    g_autofree char *all = NULL;
    if (!g_file_get_contents(path, &all, NULL, NULL))
        fail_msg("%s cannot be read", path);
    g_auto(GStrv) case_texts = g_strsplit(g_strchomp(all), "\n\n", -1);
    for (guint i = 0; case_texts[i] != NULL; i++) {
        cfa_citation_context context = {0};
        if (is_comment(case_texts[i]))
            continue;
        g_auto(GStrv) paragraphs = g_strsplit(case_texts[i], "\n+\n", -1);
        for (guint k = 0; paragraphs[k] != NULL; k++)
            compare(paragraphs[k], language, &context, sum);
    }
}

/* Of both parts of the set together, for every language alone. */
static void every_language_is_read_right(void **state)
{
    (void)state;
    guint all = 0, without = 0;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        tally sum = {0};
        compare_file("forms", (cfa_language)l, &sum);
        compare_file("held-out", (cfa_language)l, &sum);
        const double precision = (double)sum.right / (sum.right + sum.wrong);
        const double recall = (double)sum.right / sum.expected;
        print_message("%s: %u citations, precision %.3f, recall %.3f; %u texts without any\n",
                      cfa_language_code((cfa_language)l), sum.expected, precision, recall, sum.texts_without);
        if (precision < least || recall < least)
            fail_msg("%s is under %.2f", cfa_language_code((cfa_language)l), least);
        all += sum.expected;
        without += sum.texts_without;
    }
    assert_true(all >= CITATIONS_WANTED);
    assert_true(without >= CITATIONS_WANTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_is_read_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
