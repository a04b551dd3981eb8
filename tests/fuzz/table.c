/*
 * The tables of a generation (translations, vocabulary, files): damaged in any way, whole or under a header
 * that is right, they give values within bounds, or are refused. The first byte of an input says which, and
 * what header stands before the rest.
 */
#include "fuzz.h"

#include "files.h"
#include "spelling.h"
#include "translations.h"
#include "vocabulary.h"

#include <string.h>

/* Words to look for: those of the input that stand first in a line, and some that may be near them. */
static GPtrArray *keys_of(const uint8_t *bytes, size_t length)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    fuzz_input input = {bytes, length};
    for (guint i = 0; i < 20 && input.left > 0; i++) {
        char *line = fuzz_take_line(&input);
        line[strcspn(line, "\t")] = '\0';
        g_ptr_array_add(keys, line);
    }
    g_ptr_array_add(keys, g_strdup(""));
    g_ptr_array_add(keys, g_strdup("strke"));
    g_ptr_array_add(keys, g_strdup("tradeunion"));
    return keys;
}

static void check_translations(const char *path, const GPtrArray *keys, cfa_error *error)
{
    g_autoptr(cfa_translations) translations = cfa_translations_open(path, NULL, error);
    cfa_translation found[CFA_TRANSLATIONS_MAX];
    for (guint i = 0; translations != NULL && i < keys->len; i++) {
        const guint count = cfa_translations_find(translations, keys->pdata[i], found);
        fuzz_check(count <= CFA_TRANSLATIONS_MAX, "%u translations", count);
        for (guint j = 0; j < count; j++)
            fuzz_check(found[j].probability > 0 && found[j].probability <= 1 && found[j].length >= 3 &&
                           found[j].language >= CFA_ENGLISH && found[j].language <= CFA_SPANISH,
                       "a translation with the probability %g", found[j].probability);
    }
    if (translations != NULL) {
        cfa_translations_verify(translations);
        cfa_translations_are_of(translations, "");
    }
}

static void check_word(const cfa_table_line *line, gpointer data)
{
    cfa_vocabulary_word word;
    (void)data;
    if (cfa_vocabulary_read(line, &word))
        fuzz_check(word.frequency > 0 && word.text == line->key && word.length == line->key_length,
                   "a word is another than its line");
}

static void check_vocabulary(const char *path, const GPtrArray *keys, cfa_error *error)
{
    g_autoptr(cfa_vocabulary) vocabulary = cfa_vocabulary_open(path, NULL, error);
    cfa_correction found[CFA_CORRECTIONS_MAX];
    for (guint i = 0; vocabulary != NULL && i < keys->len; i++) {
        const char *key = keys->pdata[i];
        cfa_vocabulary_word word;
        if (cfa_vocabulary_find(vocabulary, key, strlen(key), &word))
            fuzz_check(word.length == strlen(key) && memcmp(word.text, key, word.length) == 0,
                       "another word is found than %s", key);
        cfa_vocabulary_visit(vocabulary, key, MIN(strlen(key), 1), check_word, NULL);
        if (!cfa_spelling_is_word(key, strlen(key)) || strlen(key) > CFA_WORD_MAX)
            continue;
        const guint count = cfa_spelling_correct(vocabulary, 1000, key, strlen(key), found);
        for (guint j = 0; j < count; j++)
            fuzz_check(g_utf8_validate(found[j].text, -1, NULL) && found[j].text[0] != '\0',
                       "a correction is \"%s\"", found[j].text);
        cfa_spelling_join(vocabulary, 1000, key, strlen(key), found);
    }
    if (vocabulary != NULL)
        cfa_vocabulary_verify(vocabulary);
}

static void check_files(const char *path, const GPtrArray *keys)
{
    g_autoptr(cfa_files) files = cfa_files_open(path);
    for (guint i = 0; i < keys->len; i++) {
        const cfa_source_file file = {.path = keys->pdata[i]};
        gboolean same = FALSE;
        const GPtrArray *digests = cfa_files_find(files, &file, &same);
        fuzz_check(digests != NULL || !same, "a file that is not known is the same");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const char *const kinds[] = {"translations 1", "vocabulary 2", "files 1"};
    fuzz_input input = {bytes, length};
    const guint choice = fuzz_take_byte(&input), kind = choice % G_N_ELEMENTS(kinds);
    g_autoptr(GPtrArray) keys = keys_of(input.at, input.left);
    g_autoptr(GString) content = choice < 0x80 ? fuzz_seal(kinds[kind], input.at, input.left)
                                               : g_string_new_len((const char *)input.at, (gssize)input.left);
    const char *path = fuzz_file(content->str, content->len);
    cfa_error error = {0};
    if (kind == 0)
        check_translations(path, keys, &error);
    else if (kind == 1)
        check_vocabulary(path, keys, &error);
    else
        check_files(path, keys);
    if (error.status != CFA_OK)
        fuzz_check_error(&error);
    return 0;
}
