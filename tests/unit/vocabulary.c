#include "vocabulary.h"

#include "learn.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

xc_database *vocabulary_index(const char *folder, cfa_language language, const char *words)
{
    g_autofree char *path = g_build_filename(folder, "paragraphs", NULL);
    cfa_case_text *text = cfa_case_text_new();
    text->report = 300;
    text->language = language;
    text->languages = CFA_LANGUAGE_BIT(language);
    text->source = g_strdup("concepts");
    text->digest = g_strdup("0123456789abcdef0123456789abcdef");
    cfa_case_text_add_paragraph(text, 1)->text = g_strdup(words);
    return support_database_new(path, &text, 1);
}

cfa_translations *vocabulary_learn(cfa_language language, const char *words)
{
    char *folder = support_folder_new();
    g_autofree char *path = g_build_filename(folder, "translations", NULL);
    cfa_error error = {0};
    xc_database *database = vocabulary_index(folder, language, words);
    assert_true(cfa_learn(database, 2, NULL, path, &error));
    xc_database_free(database);
    cfa_translations *translations = cfa_translations_open(path, NULL, &error);
    assert_non_null(translations);
    assert_true(cfa_translations_verify(translations));
    support_folder_free(folder); /* the file stays mapped */
    return translations;
}

char *vocabulary_expression(cfa_language language, const char *text)
{
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    GString *expression = g_string_new(NULL);
    cfa_concepts_expression(expression, stemmer, language, text);
    return g_string_free(expression, FALSE);
}

double vocabulary_probability(const cfa_translations *translations, cfa_language from, const char *text,
                              cfa_language to, const char *meant)
{
    g_autofree char *key = vocabulary_expression(from, text);
    g_autofree char *wanted = vocabulary_expression(to, meant);
    cfa_translation found[CFA_TRANSLATIONS_MAX];
    const guint count = cfa_translations_find(translations, key, found);
    for (guint i = 0; i < count; i++)
        if (found[i].length == strlen(wanted) && memcmp(found[i].term, wanted, found[i].length) == 0)
            return found[i].probability;
    return 0;
}
