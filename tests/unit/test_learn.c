/* What the corpus teaches, and the file that keeps it. */
#include "learn.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* Aligned paragraphs of invented words: each English one has its own French and Spanish ones. */
static const char *const english[] = {"porter", "harbour", "quay",   "lantern",
                                      "kettle", "window",  "garden", "ladder"};
static const char *const french[] = {"portefaix",  "rade",    "jetee",  "fanal",
                                     "bouilloire", "fenetre", "jardin", "echelle"};
static const char *const spanish[] = {"cargador", "bahia",   "muelle", "farol",
                                      "hervidor", "ventana", "huerto", "escalera"};

/* Three of the eight words in each paragraph, every three once. */
static cfa_case_text *text_in(cfa_language language, const char *const *words)
{
    cfa_case_text *text = cfa_case_text_new();
    text->report = 300;
    text->language = language;
    text->languages = CFA_EVERY_LANGUAGE;
    text->source = g_strdup("training");
    text->digest = g_strdup("0123456789abcdef0123456789abcdef");
    guint number = 1;
    for (guint i = 0; i < 8; i++)
        for (guint j = i + 1; j < 8; j++)
            for (guint k = j + 1; k < 8; k++) {
                cfa_paragraph *paragraph = cfa_case_text_add_paragraph(text, number++);
                paragraph->text = g_strdup_printf("%s %s %s", words[i], words[j], words[k]);
            }
    return text;
}

static xc_database *write_index(const char *folder, cfa_language_set languages)
{
    g_autofree char *path = g_build_filename(folder, "paragraphs", NULL);
    const char *const *words[] = {NULL, english, french, spanish};
    cfa_case_text *texts[CFA_LANGUAGES];
    guint count = 0;
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((languages & CFA_LANGUAGE_BIT(l)) != 0)
            texts[count++] = text_in((cfa_language)l, words[l]);
    return support_database_new(path, texts, count);
}

/* Learns from an index in a folder of its own and opens what was learned. */
static cfa_translations *learn(const char *folder, cfa_language_set languages)
{
    g_autofree char *path = g_build_filename(folder, "translations", NULL);
    cfa_error error = {0};
    xc_database *database = write_index(folder, languages);
    assert_true(cfa_learn(database, 2, NULL, path, &error));
    xc_database_free(database);
    cfa_translations *translations = cfa_translations_open(path, NULL, &error);
    assert_non_null(translations);
    return translations;
}

static char *stem_term(cfa_stemmer *stemmer, cfa_language language, const char *word)
{
    GString *term = g_string_new(NULL);
    cfa_layout_stem(term, language, cfa_stemmer_stem(stemmer, language, word, strlen(word)));
    return g_string_free(term, FALSE);
}

static void each_word_is_learned_in_each_other_language(void **state)
{
    char *folder = support_folder_new();
    g_autoptr(cfa_translations) translations = learn(folder, CFA_EVERY_LANGUAGE);
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    const char *const *words[] = {NULL, english, french, spanish};
    (void)state;
    for (int from = 1; from <= CFA_LANGUAGES; from++)
        for (int word = 0; word < 8; word++) {
            cfa_translation found[CFA_TRANSLATIONS_MAX];
            g_autofree char *term = stem_term(stemmer, (cfa_language)from, words[from][word]);
            const guint count = cfa_translations_find(translations, term, found);
            cfa_language_set right = 0;
            for (guint i = 0; i < count; i++) {
                g_autofree char *said = g_strndup(found[i].term, found[i].length);
                g_autofree char *meant =
                    stem_term(stemmer, found[i].language, words[found[i].language][word]);
                if (strcmp(said, meant) == 0 && found[i].probability > 0.5)
                    right |= CFA_LANGUAGE_BIT(found[i].language);
            }
            assert_int_equal(right, CFA_EVERY_LANGUAGE & ~CFA_LANGUAGE_BIT(from));
        }
    support_folder_free(folder);
}

static void an_index_of_one_language_teaches_nothing_and_is_no_fault(void **state)
{
    char *folder = support_folder_new();
    g_autoptr(cfa_translations) translations = learn(folder, CFA_LANGUAGE_BIT(CFA_FRENCH));
    cfa_translation found[CFA_TRANSLATIONS_MAX];
    (void)state;
    assert_int_equal(cfa_translations_find(translations, "ZFportefaix", found), 0);
    assert_true(cfa_translations_verify(translations));
    support_folder_free(folder);
}

static cfa_translations *written(const char *folder, const char *lines)
{
    g_autofree char *path = g_build_filename(folder, "file", NULL);
    g_autoptr(GString) text = g_string_new(lines);
    assert_true(cfa_translations_write(path, "digest", text, NULL));
    return cfa_translations_open(path, NULL, NULL);
}

static void a_word_is_found_at_each_place_of_the_file_and_no_other_is(void **state)
{
    char *folder = support_folder_new();
    g_autoptr(cfa_translations) translations =
        written(folder, "ZEa\tZFb 0.50\nZEab\tZFc 0.40\tZSd 0.30\nZEabc\tZFe 0.20\nZFz\tZEy 1.00\n");
    cfa_translation found[CFA_TRANSLATIONS_MAX];
    (void)state;
    assert_int_equal(cfa_translations_find(translations, "ZEa", found), 1);
    assert_int_equal(cfa_translations_find(translations, "ZEab", found), 2);
    assert_int_equal(found[1].language, CFA_SPANISH);
    assert_int_equal(cfa_translations_find(translations, "ZEabc", found), 1);
    assert_int_equal(cfa_translations_find(translations, "ZFz", found), 1);
    const char *const absent[] = {"", "ZE", "ZEaa", "ZEabcd", "ZG", "ZFy", "ZFzz"};
    for (guint i = 0; i < G_N_ELEMENTS(absent); i++)
        assert_int_equal(cfa_translations_find(translations, absent[i], found), 0);
    support_folder_free(folder);
}

static void a_cut_file_is_refused_and_a_changed_one_is_found_by_verify(void **state)
{
    char *folder = support_folder_new();
    g_autofree char *path = g_build_filename(folder, "file", NULL);
    g_autofree char *bytes = NULL;
    gsize length = 0;
    cfa_error error = {0};
    (void)state;
    cfa_translations_free(written(folder, "ZEa\tZFb 0.50\nZEb\tZFc 0.50\n"));
    assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    for (gsize cut = 0; cut < length; cut++) {
        assert_true(g_file_set_contents(path, bytes, (gssize)cut, NULL));
        assert_null(cfa_translations_open(path, NULL, &error));
        assert_int_equal(error.status, CFA_CORRUPT);
    }
    bytes[length - 3] ^= 1;
    assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    g_autoptr(cfa_translations) changed = cfa_translations_open(path, NULL, &error);
    assert_non_null(changed);
    assert_false(cfa_translations_verify(changed));
    support_folder_free(folder);
}

static void lines_of_junk_give_no_translation(void **state)
{
    char *folder = support_folder_new();
    g_autoptr(cfa_translations) translations = written(folder, "ZEa\n"
                                                               "ZEb\t\n"
                                                               "ZEc\t\t\t\n"
                                                               "ZEd\tZF\n"
                                                               "ZEe\tZFx\n"
                                                               "ZEf\tZFx 7\n"
                                                               "ZEg\tXX 0.5\n"
                                                               "ZEh\tZFx -1\n");
    cfa_translation found[CFA_TRANSLATIONS_MAX];
    (void)state;
    for (char letter = 'a'; letter <= 'h'; letter++) {
        const char term[] = {'Z', 'E', letter, '\0'};
        assert_int_equal(cfa_translations_find(translations, term, found), 0);
    }
    support_folder_free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_word_is_learned_in_each_other_language),
        cmocka_unit_test(an_index_of_one_language_teaches_nothing_and_is_no_fault),
        cmocka_unit_test(a_word_is_found_at_each_place_of_the_file_and_no_other_is),
        cmocka_unit_test(a_cut_file_is_refused_and_a_changed_one_is_found_by_verify),
        cmocka_unit_test(lines_of_junk_give_no_translation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
