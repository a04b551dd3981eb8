#include "language.h"

#include "word.h"

#include <string.h>

enum {
    LOOKED_AT = 64 * 1024,
    WORDS_AT_LEAST = 5,
    LEAD = 4 /* the first language is ahead of the second by more than one part in so many */
};

static const char *const codes[CFA_LANGUAGES + 1] = {
    [CFA_ENGLISH] = "en", [CFA_FRENCH] = "fr", [CFA_SPANISH] = "es"};

typedef struct function_word {
    const char *word;
    cfa_language language;
} function_word;

/* Folded words that are frequent in one of the languages and none in the others; in order, for bsearch. */
static const function_word function_words[] = {
    {"al", CFA_SPANISH},    {"and", CFA_ENGLISH},  {"are", CFA_ENGLISH},  {"au", CFA_FRENCH},
    {"aux", CFA_FRENCH},    {"avec", CFA_FRENCH},  {"been", CFA_ENGLISH}, {"by", CFA_ENGLISH},
    {"ce", CFA_FRENCH},     {"cette", CFA_FRENCH}, {"como", CFA_SPANISH}, {"con", CFA_SPANISH},
    {"dans", CFA_FRENCH},   {"del", CFA_SPANISH},  {"des", CFA_FRENCH},   {"du", CFA_FRENCH},
    {"el", CFA_SPANISH},    {"esta", CFA_SPANISH}, {"este", CFA_SPANISH}, {"et", CFA_FRENCH},
    {"for", CFA_ENGLISH},   {"from", CFA_ENGLISH}, {"fue", CFA_SPANISH},  {"had", CFA_ENGLISH},
    {"han", CFA_SPANISH},   {"has", CFA_ENGLISH},  {"have", CFA_ENGLISH}, {"il", CFA_FRENCH},
    {"is", CFA_ENGLISH},    {"it", CFA_ENGLISH},   {"las", CFA_SPANISH},  {"le", CFA_FRENCH},
    {"les", CFA_FRENCH},    {"lo", CFA_SPANISH},   {"los", CFA_SPANISH},  {"of", CFA_ENGLISH},
    {"ont", CFA_FRENCH},    {"ou", CFA_FRENCH},    {"para", CFA_SPANISH}, {"pas", CFA_FRENCH},
    {"pero", CFA_SPANISH},  {"por", CFA_SPANISH},  {"pour", CFA_FRENCH},  {"qui", CFA_FRENCH},
    {"sont", CFA_FRENCH},   {"su", CFA_SPANISH},   {"sur", CFA_FRENCH},   {"sus", CFA_SPANISH},
    {"that", CFA_ENGLISH},  {"the", CFA_ENGLISH},  {"this", CFA_ENGLISH}, {"to", CFA_ENGLISH},
    {"una", CFA_SPANISH},   {"une", CFA_FRENCH},   {"was", CFA_ENGLISH},  {"were", CFA_ENGLISH},
    {"which", CFA_ENGLISH}, {"with", CFA_ENGLISH}, {"y", CFA_SPANISH},
};

cfa_language_set cfa_language_candidates(cfa_language language)
{
    return language != CFA_LANGUAGE_UNKNOWN ? CFA_LANGUAGE_BIT(language) : CFA_EVERY_LANGUAGE;
}

const char *cfa_language_code(cfa_language language)
{
    return (guint)language <= CFA_LANGUAGES ? codes[language] : NULL;
}

cfa_language cfa_language_parse(const char *code)
{
    for (guint language = 1; code != NULL && language <= CFA_LANGUAGES; language++)
        if (g_ascii_strcasecmp(code, codes[language]) == 0)
            return (cfa_language)language;
    return CFA_LANGUAGE_UNKNOWN;
}

static int compare_word(const void *word, const void *entry)
{
    return strcmp(word, ((const function_word *)entry)->word);
}

cfa_language cfa_language_detect(const char *text, gsize length)
{
    guint counts[CFA_LANGUAGES + 1] = {0};
    cfa_word_reader reader;
    cfa_word word;
    cfa_word_reader_init(&reader, text, MIN(length, LOOKED_AT));
    while (cfa_word_next(&reader, &word)) {
        const function_word *found = bsearch(word.text, function_words, G_N_ELEMENTS(function_words),
                                             sizeof *function_words, compare_word);
        if (found != NULL)
            counts[found->language]++;
    }
    guint first = 0, second = 0;
    cfa_language leader = CFA_LANGUAGE_UNKNOWN;
    for (guint language = 1; language <= CFA_LANGUAGES; language++) {
        if (counts[language] > first) {
            second = first;
            first = counts[language];
            leader = (cfa_language)language;
        } else if (counts[language] > second) {
            second = counts[language];
        }
    }
    gboolean clear = first >= WORDS_AT_LEAST && (first - second) * LEAD >= second;
    return clear ? leader : CFA_LANGUAGE_UNKNOWN;
}
