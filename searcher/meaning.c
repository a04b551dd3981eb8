#include "meaning.h"

#include "asking.h"
#include "compound.h"
#include "country.h"

#include <string.h>

/* Meanings less likely than this are noise. */
static const double least_probability = 0.01;

struct cfa_meanings {
    const xc_database *database;
    const cfa_translations *translations;
    cfa_stemmer *stemmer;
    cfa_language_set languages;
    cfa_language typed;
    GString *term, *expression;
};

cfa_meanings *cfa_meanings_new(const xc_database *database, const cfa_translations *translations,
                               cfa_stemmer *stemmer, cfa_language_set languages)
{
    cfa_meanings *meanings = g_new0(cfa_meanings, 1);
    meanings->database = database;
    meanings->translations = translations;
    meanings->stemmer = stemmer;
    meanings->languages = languages;
    meanings->term = g_string_new(NULL);
    meanings->expression = g_string_new(NULL);
    return meanings;
}

void cfa_meanings_free(cfa_meanings *meanings)
{
    if (meanings == NULL)
        return;
    g_string_free(meanings->term, TRUE);
    g_string_free(meanings->expression, TRUE);
    g_free(meanings);
}

static void meaning_free(gpointer data)
{
    cfa_meaning *meaning = data;
    for (guint i = 0; i < meaning->count; i++)
        g_free(meaning->terms[i]);
    g_free(meaning);
}

static gboolean exists(const cfa_meanings *meanings, const char *term, gsize length, xc_error *error)
{
    return xc_database_term_exists(meanings->database, term, length, error);
}

/* Sets `term` to a word's stem in a language. */
static const char *stem_of(cfa_meanings *meanings, cfa_language language, const char *word)
{
    return cfa_layout_stem(meanings->term, language,
                           cfa_stemmer_stem(meanings->stemmer, language, word, strlen(word)));
}

/* ---- the language typed ---- */

gboolean cfa_meanings_is_stopword(const cfa_meanings *meanings, const char *word)
{
    const cfa_language_set languages = cfa_language_candidates(meanings->typed);
    return cfa_word_is_stopword_in(languages, word, strlen(word)) || cfa_asking_is_word(languages, word);
}

/* Whether words may have been typed in a language. */
static gboolean may_be_typed_in(const cfa_meanings *meanings, int language)
{
    return (cfa_language_candidates(meanings->typed) & CFA_LANGUAGE_BIT(language)) != 0;
}

static gboolean is_known(cfa_meanings *meanings, cfa_language language, const char *word, xc_error *error)
{
    cfa_translation found[CFA_TRANSLATIONS_MAX];
    if (cfa_word_is_stopword(language, word, strlen(word)))
        return TRUE;
    const char *term = stem_of(meanings, language, word);
    return exists(meanings, term, meanings->term->len, error) ||
           cfa_translations_find(meanings->translations, term, found) > 0;
}

cfa_language cfa_meanings_guess(cfa_meanings *meanings, const GPtrArray *words, xc_error *error)
{
    guint known[CFA_LANGUAGES + 1] = {0};
    for (guint i = 0; i < words->len; i++)
        for (int l = 1; l <= CFA_LANGUAGES; l++)
            known[l] += is_known(meanings, (cfa_language)l, g_ptr_array_index(words, i), error) ? 1 : 0;
    cfa_language best = CFA_ENGLISH;
    gboolean alone = TRUE;
    for (int l = CFA_ENGLISH + 1; l <= CFA_LANGUAGES; l++) {
        alone = known[l] == known[best] ? FALSE : known[l] > known[best] ? TRUE : alone;
        best = known[l] > known[best] ? (cfa_language)l : best;
    }
    meanings->typed = alone ? best : CFA_LANGUAGE_UNKNOWN;
    return meanings->typed;
}

void cfa_meanings_set_typed(cfa_meanings *meanings, cfa_language language)
{
    meanings->typed = language;
}

cfa_language cfa_meanings_typed(const cfa_meanings *meanings)
{
    return meanings->typed;
}

/* Whether the texts of a language have a word. */
static gboolean has_word(cfa_meanings *meanings, cfa_language language, const char *word, xc_error *error)
{
    const char *term = stem_of(meanings, language, word);
    return cfa_word_is_stopword(language, word, strlen(word)) ||
           exists(meanings, term, meanings->term->len, error);
}

/* The languages into which a word of another has a translation. */
static cfa_language_set translated_into(cfa_meanings *meanings, cfa_language language, const char *word)
{
    cfa_translation found[CFA_TRANSLATIONS_MAX];
    cfa_language_set languages = 0;
    const guint count =
        cfa_translations_find(meanings->translations, stem_of(meanings, language, word), found);
    for (guint i = 0; i < count; i++)
        languages |= CFA_LANGUAGE_BIT(found[i].language);
    return languages;
}

/* Whether the index lacks a paragraph in a language that it has in another. */
static gboolean is_any_missing(cfa_meanings *meanings, cfa_language language, xc_error *error)
{
    cfa_layout_filter(meanings->term, CFA_FILTER_MISSING, cfa_language_code(language));
    return exists(meanings, meanings->term->str, meanings->term->len, error);
}

cfa_language_set cfa_meanings_languages(const cfa_meanings *meanings)
{
    return meanings->languages;
}

cfa_language cfa_meanings_first(cfa_meanings *meanings, const GPtrArray *words, cfa_language preferred,
                                cfa_language_set *behind, xc_error *error)
{
    const cfa_language first = meanings->typed != CFA_LANGUAGE_UNKNOWN ? meanings->typed
                               : preferred != CFA_LANGUAGE_UNKNOWN     ? preferred
                                                                       : CFA_ENGLISH;
    *behind = 0;
    if ((meanings->languages & CFA_LANGUAGE_BIT(first)) == 0)
        return first;
    *behind = meanings->languages & ~CFA_LANGUAGE_BIT(first);
    for (guint i = 0; i < words->len && *behind != 0; i++) {
        const char *word = g_ptr_array_index(words, i);
        if (has_word(meanings, first, word, error))
            continue;
        *behind &= ~translated_into(meanings, first, word);
        for (int l = 1; l <= CFA_LANGUAGES; l++)
            if (has_word(meanings, (cfa_language)l, word, error))
                *behind &= ~CFA_LANGUAGE_BIT(l);
    }
    if (*behind != 0 && !is_any_missing(meanings, first, error)) {
        meanings->languages &= ~*behind;
        *behind = 0;
    }
    return first;
}

/* ---- meanings ---- */

static gboolean is_wanted(const cfa_meanings *meanings, cfa_language language)
{
    return language == CFA_LANGUAGE_UNKNOWN || (meanings->languages & CFA_LANGUAGE_BIT(language)) != 0;
}

static gboolean same_terms(const cfa_meaning *one, const cfa_meaning *other)
{
    for (guint i = 0; i < one->count && i < other->count; i++)
        if (strcmp(one->terms[i], other->terms[i]) != 0)
            return FALSE;
    return one->count == other->count;
}

/* Adds a meaning of terms parted by blanks, unless some term is not in the index; of two ways to the same
 * terms the likelier stays. */
static void add_meaning(cfa_meanings *meanings, GPtrArray *all, const char *terms, gsize length,
                        const cfa_meaning *what, xc_error *error)
{
    cfa_meaning *added = g_memdup2(what, sizeof *what);
    const char *at = terms, *end = terms + length;
    gboolean all_there = is_wanted(meanings, what->language) && what->probability >= least_probability;
    while (all_there && at < end && added->count < CFA_MEANING_TERMS) {
        const char *blank = memchr(at, ' ', (gsize)(end - at));
        const gsize size = (gsize)((blank != NULL ? blank : end) - at);
        all_there = exists(meanings, at, size, error);
        if (all_there)
            added->terms[added->count++] = g_strndup(at, size);
        at += size + 1;
    }
    cfa_meaning *known = NULL;
    for (guint i = 0; all_there && i < all->len && known == NULL; i++)
        if (same_terms(g_ptr_array_index(all, i), added))
            known = g_ptr_array_index(all, i);
    if (known != NULL && known->probability < added->probability) {
        known->probability = added->probability;
        known->path = added->path;
    }
    if (all_there && known == NULL && added->count > 0)
        g_ptr_array_add(all, added);
    else
        meaning_free(added);
}

/* Adds a word's own stem in a language, as which it is looked up. */
static const char *add_itself(cfa_meanings *meanings, GPtrArray *all, cfa_language language, const char *word,
                              xc_error *error)
{
    const cfa_meaning itself = {.language = language, .path = CFA_PATH_TYPED, .probability = 1};
    stem_of(meanings, language, word);
    add_meaning(meanings, all, meanings->term->str, meanings->term->len, &itself, error);
    return meanings->term->str;
}

/* Adds what a stem or an expression stands for; which languages that gave anything in. */
static cfa_language_set add_translations(cfa_meanings *meanings, GPtrArray *all, const char *key,
                                         cfa_path path, xc_error *error)
{
    cfa_translation found[CFA_TRANSLATIONS_MAX];
    cfa_language_set languages = 0;
    const guint count = cfa_translations_find(meanings->translations, key, found);
    for (guint i = 0; i < count; i++) {
        const cfa_meaning what = {
            .language = found[i].language, .path = path, .probability = found[i].probability};
        add_meaning(meanings, all, found[i].term, found[i].length, &what, error);
        languages |= CFA_LANGUAGE_BIT(found[i].language);
    }
    return languages;
}

/* Adds the word itself in the languages it may have been typed in, and what it stands for. */
static cfa_language_set add_typed(cfa_meanings *meanings, GPtrArray *all, const char *word, xc_error *error)
{
    cfa_language_set translated = 0;
    for (int l = 0; l <= CFA_LANGUAGES; l++) {
        const cfa_language language = (cfa_language)l;
        if (l != 0 && !may_be_typed_in(meanings, l))
            continue;
        const char *stem = add_itself(meanings, all, language, word, error);
        translated |= add_translations(meanings, all, stem, CFA_PATH_TRANSLATED, error);
    }
    return translated;
}

/* Adds the word as it stands in the languages it was not typed in: it is a name, unless it has a translation
 * there, when the other language's word only looks like it ("coin", "pain"). */
static void add_elsewhere(cfa_meanings *meanings, GPtrArray *all, const char *word,
                          cfa_language_set translated, xc_error *error)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if (!may_be_typed_in(meanings, l) && (translated & CFA_LANGUAGE_BIT(l)) == 0)
            add_itself(meanings, all, (cfa_language)l, word, error);
}

/* ---- compounds ---- */

/* A query is cut at its blanks before its words are read: adds to two words in a row what they are in one,
 * and what that stands for. */
static void add_joined(cfa_meanings *meanings, GPtrArray *found, const GPtrArray *row, guint first,
                       xc_error *error)
{
    g_autofree char *joined =
        g_strconcat(g_ptr_array_index(row, first), g_ptr_array_index(row, first + 1), NULL);
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        for (guint i = first; may_be_typed_in(meanings, l) && i <= first + 1; i++) {
            GPtrArray *all = g_ptr_array_index(found, i);
            const char *stem = add_itself(meanings, all, (cfa_language)l, joined, error);
            add_translations(meanings, all, stem, CFA_PATH_EXPRESSION, error);
        }
}

static void add_compounds(cfa_meanings *meanings, GPtrArray *found, const GPtrArray *row, xc_error *error)
{
    for (guint i = 0; i + 1 < row->len; i++) {
        const cfa_compound *compound = cfa_compound_find(g_ptr_array_index(row, i), TRUE);
        if (compound != NULL && cfa_compound_has(compound, g_ptr_array_index(row, i + 1)))
            add_joined(meanings, found, row, i, error);
    }
}

/* ---- expressions ---- */

/* Looks up the longest expression that begins with the word at `first`, and gives what it stands for to each
 * of its words. */
static void add_expression(cfa_meanings *meanings, GPtrArray *found, const GPtrArray *row, guint first,
                           cfa_language language, xc_error *error)
{
    guint ends[CFA_MEANING_TERMS], places[CFA_MEANING_TERMS], count = 0;
    g_string_truncate(meanings->expression, 0);
    for (guint i = first; i < row->len && count < CFA_MEANING_TERMS; i++) {
        const char *word = g_ptr_array_index(row, i);
        if (cfa_word_is_stopword(language, word, strlen(word)) && count > 0)
            continue;
        if (count > 0)
            g_string_append_c(meanings->expression, ' ');
        g_string_append(meanings->expression, stem_of(meanings, language, word));
        ends[count] = (guint)meanings->expression->len;
        places[count++] = i;
    }
    for (; count >= 2; count--) {
        gboolean is_one = FALSE;
        g_string_truncate(meanings->expression, ends[count - 1]);
        for (guint i = 0; i < count; i++)
            is_one = add_translations(meanings, g_ptr_array_index(found, places[i]),
                                      meanings->expression->str, CFA_PATH_EXPRESSION, error) != 0;
        if (is_one)
            return;
    }
}

/* The row without the words of a longer expression would be shorter, but "trade union" in "trade union
 * rights" still is one: each word begins what it can. */
static void add_expressions(cfa_meanings *meanings, GPtrArray *found, const GPtrArray *row, xc_error *error)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        if (!may_be_typed_in(meanings, l))
            continue;
        for (guint first = 0; first + 1 < row->len; first++) {
            const char *word = g_ptr_array_index(row, first);
            if (!cfa_word_is_stopword((cfa_language)l, word, strlen(word)))
                add_expression(meanings, found, row, first, (cfa_language)l, error);
        }
    }
}

/* ---- people ---- */

/* The stems of a name, but of its stopwords, parted by blanks. */
static const char *expression_of(cfa_meanings *meanings, cfa_language language, const char *name)
{
    cfa_word_reader reader;
    cfa_word word;
    g_string_truncate(meanings->expression, 0);
    cfa_word_reader_init(&reader, name, strlen(name));
    while (cfa_word_next(&reader, &word))
        if (!cfa_word_is_stopword(language, word.text, word.length))
            g_string_append_printf(meanings->expression, "%s%s", meanings->expression->len > 0 ? " " : "",
                                   stem_of(meanings, language, word.text));
    return meanings->expression->str;
}

/* Adds what the names of a country stand for, which is each other, in a language. */
static void add_names(cfa_meanings *meanings, GPtrArray *all, const char *code, cfa_language language,
                      xc_error *error)
{
    guint count = 0;
    const char *const *names = cfa_country_names(code, &count);
    for (guint i = 0; i < count; i++)
        add_translations(meanings, all, expression_of(meanings, language, names[i]), CFA_PATH_TRANSLATED,
                         error);
}

/* The people of a country stand for it, since a paragraph names it, or the heading above it, far more often
 * than them. */
static void add_people(cfa_meanings *meanings, GPtrArray *found, const GPtrArray *row, xc_error *error)
{
    guint count;
    for (guint first = 0; first < row->len; first++) {
        const char *code = cfa_country_of_people_among(row, first, &count);
        for (guint i = first; code != NULL && i < first + count; i++)
            for (int l = 1; l <= CFA_LANGUAGES; l++)
                add_names(meanings, g_ptr_array_index(found, i), code, (cfa_language)l, error);
    }
}

static int compare_meanings(gconstpointer a, gconstpointer b)
{
    const cfa_meaning *left = *(const cfa_meaning *const *)a, *right = *(const cfa_meaning *const *)b;
    if (left->probability != right->probability)
        return left->probability > right->probability ? -1 : 1;
    if (left->path != right->path)
        return left->path < right->path ? -1 : 1;
    return strcmp(left->terms[0], right->terms[0]);
}

GPtrArray *cfa_meanings_find(cfa_meanings *meanings, const GPtrArray *row, xc_error *error)
{
    GPtrArray *found = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < row->len; i++) {
        GPtrArray *all = g_ptr_array_new_with_free_func(meaning_free);
        const char *word = g_ptr_array_index(row, i);
        add_elsewhere(meanings, all, word, add_typed(meanings, all, word, error), error);
        g_ptr_array_add(found, all);
    }
    add_compounds(meanings, found, row, error);
    if (meanings->translations != NULL) {
        add_expressions(meanings, found, row, error);
        add_people(meanings, found, row, error);
    }
    for (guint i = 0; i < found->len; i++)
        g_ptr_array_sort(g_ptr_array_index(found, i), compare_meanings);
    return found;
}
