#include "country_words.h"

#include "country.h"
#include "word.h"

#include <string.h>

/* A name, in a language or, where that is unknown, in all of them. */
typedef struct note {
    cfa_language language;
    const char *name;
} note;

/* What is a common word, a name of people, or a better known place. */
static const note no_words[] = {
    {CFA_LANGUAGE_UNKNOWN, "Antigua"}, {CFA_LANGUAGE_UNKNOWN, "Formosa"},
    {CFA_LANGUAGE_UNKNOWN, "Perse"},   {CFA_LANGUAGE_UNKNOWN, "Reunión"},
    {CFA_LANGUAGE_UNKNOWN, "Réunion"}, {CFA_LANGUAGE_UNKNOWN, "Union of South Africa"},
    {CFA_LANGUAGE_UNKNOWN, "Wales"},   {CFA_ENGLISH, "Corée"},
    {CFA_FRENCH, "Dominique"},         {CFA_FRENCH, "Grenade"},
    {CFA_FRENCH, "Saint-Martin"},      {CFA_SPANISH, "Granada"},
    {CFA_SPANISH, "Guadalupe"},        {CFA_SPANISH, "Mauricio"},
    {CFA_SPANISH, "San Martín"},       {CFA_SPANISH, "Santa Elena"},
    {CFA_SPANISH, "Santa Lucía"},      {CFA_SPANISH, "Trinidad"},
    {CFA_FRENCH, "Allemagne de l'Est"}}; /* "est" is a stopword: that would be all of Germany */

/* What stands in texts on other countries, too: the name of one with a word more, words of any text, a part
 * of a kingdom. */
static const char *const not_sought[] = {"Allemagne de l'Est",
                                         "Belgian Congo",
                                         "British Honduras",
                                         "Congo belge",
                                         "Corea del Norte",
                                         "Corée du Nord",
                                         "Costa de Oro",
                                         "Côte-de-l'Or",
                                         "DR Congo",
                                         "East Germany",
                                         "East Pakistan",
                                         "England",
                                         "Estados Unidos",
                                         "Etats-Unis",
                                         "French Sudan",
                                         "Gold Coast",
                                         "Guinea Española",
                                         "Guinea Portuguesa",
                                         "Guinée portugaise",
                                         "Honduras Británica",
                                         "Honduras britannique",
                                         "North Korea",
                                         "Northern Ireland",
                                         "Northern Rhodesia",
                                         "Portuguese Guinea",
                                         "RD Congo",
                                         "República Árabe Unida",
                                         "République arabe unie",
                                         "Rhodésie du Nord",
                                         "Rodesia del Norte",
                                         "Scotland",
                                         "Soudan français",
                                         "South West Africa",
                                         "Spanish Guinea",
                                         "Sud-Ouest africain",
                                         "Trucial States",
                                         "United Arab Republic",
                                         "United States",
                                         "África del Sudoeste"};

static gboolean is_word(cfa_language language, const char *name)
{
    if (strchr(name, '(') != NULL || strstr(name, " - ") != NULL)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(no_words); i++)
        if ((no_words[i].language == CFA_LANGUAGE_UNKNOWN || no_words[i].language == language) &&
            strcmp(no_words[i].name, name) == 0)
            return FALSE;
    return TRUE;
}

static gboolean is_sought(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(not_sought); i++)
        if (strcmp(not_sought[i], name) == 0)
            return FALSE;
    return TRUE;
}

static void add_word(GArray *words, const char *name)
{
    for (guint i = 0; i < words->len; i++)
        if (strcmp(g_array_index(words, cfa_country_word, i).name, name) == 0)
            return;
    const cfa_country_word word = {name, is_sought(name)};
    g_array_append_val(words, word);
}

/* Whether a name has another one among its words: "Burkina Faso" has "Burkina". */
static gboolean has_within(const char *name, const char *other)
{
    g_autofree char *folded = cfa_word_fold(name, strlen(name));
    g_autofree char *within = cfa_word_fold(other, strlen(other));
    const gsize length = strlen(within);
    if (strlen(folded) <= length)
        return FALSE;
    for (const char *at = strstr(folded, within); at != NULL; at = strstr(at + 1, within))
        if ((at == folded || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return TRUE;
    return FALSE;
}

/* What has the longer name has the shorter: the longer is not sought, but may be typed. */
static void seek_the_shortest(GArray *words)
{
    for (guint i = 0; i < words->len; i++)
        for (guint j = 0; j < words->len; j++)
            if (g_array_index(words, cfa_country_word, j).sought &&
                has_within(g_array_index(words, cfa_country_word, i).name,
                           g_array_index(words, cfa_country_word, j).name))
                g_array_index(words, cfa_country_word, i).sought = FALSE;
}

GArray *cfa_country_words(const char *code, cfa_language language)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(cfa_country_word));
    guint count = 0;
    const char *const *names = cfa_country_names(code, &count);
    for (guint i = 0; names != NULL && i < count; i++) {
        const gboolean is_of_another_language = i < CFA_LANGUAGES && i + 1 != (guint)language;
        if (!is_of_another_language && is_word(language, names[i]))
            add_word(words, names[i]);
    }
    seek_the_shortest(words);
    return words;
}
