#include "parallel.h"

#include "table.h"

#include <string.h>

enum { SEED = 1951, MOST_WORDS = 8 };
static const guint word_counts[] = {3, 5, MOST_WORDS};

/* The different words of a text as they are written there, but for function words. */
static GPtrArray *content_words(const char *text, cfa_language language)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, strlen(text));
    while (cfa_word_next(&reader, &word))
        if (!cfa_word_is_stopword(language, word.text, word.length) &&
            g_hash_table_add(seen, g_strdup(word.text)))
            g_ptr_array_add(words, g_strndup(text + word.offset, word.bytes));
    return words;
}

/* The text without its marks, which a query could read as operators. */
static char *all_words(const char *text)
{
    GString *words = g_string_new(NULL);
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, strlen(text));
    while (cfa_word_next(&reader, &word)) {
        g_string_append(words, words->len > 0 ? " " : "");
        g_string_append_len(words, text + word.offset, (gssize)word.bytes);
    }
    return g_string_free(words, FALSE);
}

/* The numbers below `count` in any order. */
static void shuffle(GRand *random, guint *order, guint count)
{
    for (guint i = 0; i < count; i++) {
        const guint other = (guint)g_rand_int_range(random, 0, (gint32)i + 1);
        order[i] = order[other];
        order[other] = i;
    }
}

/* The words whose places stand first in the order, as they follow in the text. */
static char *some_words(const GPtrArray *words, const guint *order, guint count)
{
    g_autofree gboolean *drawn = g_new0(gboolean, words->len);
    GString *some = g_string_new(NULL);
    for (guint i = 0; i < count; i++)
        drawn[order[i]] = TRUE;
    for (guint i = 0; i < words->len; i++)
        if (drawn[i])
            g_string_append_printf(some, "%s%s", some->len > 0 ? " " : "",
                                   (const char *)g_ptr_array_index(words, i));
    return g_string_free(some, FALSE);
}

static void ask(cfa_pages *pages, cfa_language language, const char *kind, const char *name,
                const char *question)
{
    g_autofree char *topic = g_strdup_printf("%s-%s:%s", cfa_language_code(language), kind, name);
    cfa_pages_add_question(pages, language, topic, question);
    cfa_pages_add_judgement(pages, topic, name, "1");
}

static void ask_in_language(cfa_pages *pages, cfa_language language, const char *name, const char *text,
                            const GPtrArray *words, GRand *random)
{
    g_autofree guint *order = g_new(guint, words->len);
    shuffle(random, order, words->len);
    for (guint i = 0; i < G_N_ELEMENTS(word_counts); i++) {
        g_autofree char *kind = g_strdup_printf("%u", word_counts[i]);
        g_autofree char *question = some_words(words, order, word_counts[i]);
        ask(pages, language, kind, name, question);
    }
    g_autofree char *all = all_words(text);
    ask(pages, language, "all", name, all);
}

static void ask_for(cfa_pages *pages, const GPtrArray *table, guint row, GRand *random)
{
    GPtrArray *words[CFA_LANGUAGES + 1] = {NULL};
    gboolean enough = TRUE;
    for (guint l = 1; l <= CFA_LANGUAGES; l++) {
        words[l] = content_words(cfa_table_cell(table, row, l), (cfa_language)l);
        enough = enough && words[l]->len >= MOST_WORDS;
    }
    for (guint l = 1; l <= CFA_LANGUAGES; l++) {
        if (enough)
            ask_in_language(pages, (cfa_language)l, cfa_table_cell(table, row, 0),
                            cfa_table_cell(table, row, l), words[l], random);
        g_ptr_array_unref(words[l]);
    }
}

gboolean cfa_parallel_convert(const char *from, cfa_pages *pages, guint leave_out, GError **error)
{
    g_autoptr(GPtrArray) table = cfa_table_read(from, "verses.tsv", CFA_LANGUAGES + 1, error);
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    for (guint i = 0; table != NULL && i < table->len; i++) {
        const gboolean asked = i % leave_out == leave_out - 1;
        cfa_pages_add(pages, cfa_table_cell(table, i, 0));
        for (guint l = 1; l <= CFA_LANGUAGES; l++)
            if ((!asked || l == CFA_ENGLISH) &&
                !cfa_pages_add_text(pages, (cfa_language)l, cfa_table_cell(table, i, l), error))
                return FALSE;
        if (asked)
            ask_for(pages, table, i, random);
    }
    return table != NULL;
}
