#include "country.h"

#include "word.h"

#include <string.h>

enum {
    NAMES = 20,
    ADJECTIVES = 8,
    ADJECTIVE_WORDS = 3, /* of the longest, "papua new guinean" */
    NAME_WORDS = 8       /* of the longest name, "French Territory of the Afars and the Issas" */
};

typedef struct country {
    char code[3], long_code[4];
    const char *names[NAMES];           /* by language first: English, French, Spanish; NULL after the last */
    const char *adjectives[ADJECTIVES]; /* folded */
} country;

typedef struct people {
    const char *adjective, *code;
} people;

/* In order of code. */
static const country countries[] = {
#include "country-table.inc"
};

/* Folded articles that may stand before a name. */
static const char *const articles[] = {"the ", "le ", "la ", "les ", "el ", "los ", "las "};

/* What begins the part of a name that says more than the country. */
static const char *const additions[] = {"(", " - ", " – ", " — "};

static char *name_key(const char *name, gsize length)
{
    char *folded = cfa_word_fold(name, length);
    for (gsize i = 0; i < G_N_ELEMENTS(articles); i++) {
        gsize article = strlen(articles[i]);
        if (strncmp(folded, articles[i], article) == 0 && folded[article] != '\0') {
            memmove(folded, folded + article, strlen(folded + article) + 1);
            break;
        }
    }
    return folded;
}

/* All names by their keys; made once and never changed. Where countries share a name, the first has it. */
static GHashTable *name_table(void)
{
    static gsize table;
    if (g_once_init_enter(&table)) {
        GHashTable *made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        for (gsize i = 0; i < G_N_ELEMENTS(countries); i++) {
            for (const char *const *name = countries[i].names; *name != NULL; name++) {
                char *key = name_key(*name, strlen(*name));
                if (g_hash_table_contains(made, key))
                    g_free(key);
                else
                    g_hash_table_insert(made, key, GSIZE_TO_POINTER(i + 1));
            }
        }
        g_once_init_leave(&table, GPOINTER_TO_SIZE(made));
    }
    return GSIZE_TO_POINTER(table);
}

static const char *code_of(const char *name, gsize length)
{
    g_autofree char *key = name_key(name, length);
    gsize place = GPOINTER_TO_SIZE(g_hash_table_lookup(name_table(), key));
    return place > 0 ? countries[place - 1].code : NULL;
}

const char *cfa_country_code(const char *name, gsize length)
{
    const char *code = code_of(name, length);
    if (code != NULL)
        return code;
    gsize part = length;
    for (gsize i = 0; i < G_N_ELEMENTS(additions); i++) {
        const char *addition = g_strstr_len(name, (gssize)part, additions[i]);
        if (addition != NULL)
            part = (gsize)(addition - name);
    }
    return part < length ? code_of(name, part) : NULL;
}

static int compare_code(const void *code, const void *entry)
{
    return g_ascii_strcasecmp(code, ((const country *)entry)->code);
}

static const country *find_country(const char *code)
{
    return bsearch(code, countries, G_N_ELEMENTS(countries), sizeof *countries, compare_code);
}

const char *cfa_country_by_code(const char *typed)
{
    const country *found = find_country(typed);
    for (gsize i = 0; found == NULL && i < G_N_ELEMENTS(countries); i++)
        if (g_ascii_strcasecmp(countries[i].long_code, typed) == 0)
            found = &countries[i];
    return found != NULL ? found->code : NULL;
}

const char *cfa_country_name(const char *code, cfa_language language)
{
    const country *found = find_country(code);
    if (found == NULL)
        return NULL;
    return found->names[language == CFA_LANGUAGE_UNKNOWN ? 0 : language - CFA_ENGLISH];
}

const char *const *cfa_country_names(const char *code, guint *count)
{
    const country *found = find_country(code);
    if (found == NULL)
        return NULL;
    *count = 0;
    while (*count < NAMES && found->names[*count] != NULL)
        ++*count;
    return found->names;
}

/* The words of all names; made once and never changed. */
static GHashTable *word_table(void)
{
    static gsize table;
    if (g_once_init_enter(&table)) {
        GHashTable *made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        for (gsize i = 0; i < G_N_ELEMENTS(countries); i++) {
            for (const char *const *name = countries[i].names; *name != NULL; name++) {
                g_autofree char *folded = cfa_word_fold(*name, strlen(*name));
                g_autofree char **words = g_strsplit(folded, " ", -1);
                for (char **word = words; *word != NULL; word++)
                    g_hash_table_add(made, *word);
            }
        }
        g_once_init_leave(&table, GPOINTER_TO_SIZE(made));
    }
    return GSIZE_TO_POINTER(table);
}

gboolean cfa_country_has_word(const char *word)
{
    return g_hash_table_contains(word_table(), word);
}

/* Whether a word is a form of an adjective, of a woman or of several. (Stems are of no use: that of Spanish
 * "danés" is that of "daños".) */
static gboolean is_form_of(const char *word, const char *adjective)
{
    static const char *const endings[] = {"s", "e", "es", "ne", "nes", "o", "os", "a", "as", NULL};
    if (word[1] != adjective[1]) /* tells most of them apart */
        return FALSE;
    if (strcmp(word, adjective) == 0)
        return TRUE;
    gsize length = strlen(adjective);
    if (strchr("aeo", adjective[length - 1]) != NULL)
        length--;
    return strncmp(word, adjective, length) == 0 && g_strv_contains(endings, word + length);
}

/* The adjectives that begin with a letter of a to z, made once and never changed: each word of a question is
 * held against them. */
static const GArray *people_by_letter(char letter)
{
    static gsize is_made;
    static GArray *all['z' - 'a' + 1];
    if (g_once_init_enter(&is_made)) {
        for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
            all[i] = g_array_new(FALSE, FALSE, sizeof(people));
        for (gsize i = 0; i < G_N_ELEMENTS(countries); i++)
            for (gsize j = 0; j < ADJECTIVES && countries[i].adjectives[j] != NULL; j++) {
                const people one = {countries[i].adjectives[j], countries[i].code};
                g_array_append_val(all[one.adjective[0] - 'a'], one);
            }
        g_once_init_leave(&is_made, 1);
    }
    return all[letter - 'a'];
}

const char *cfa_country_of_people(const char *words)
{
    if (!g_ascii_islower(words[0]))
        return NULL;
    const GArray *all = people_by_letter(words[0]);
    for (guint i = 0; i < all->len; i++) {
        const people *one = &g_array_index(all, people, i);
        if (is_form_of(words, one->adjective))
            return code_of(words, strlen(words)) == NULL ? one->code : NULL;
    }
    return NULL;
}

/* Words from one place to before another, parted by blanks; NULL where there are not as many in a row. The
 * caller frees. */
static char *join_words(const GPtrArray *words, guint from, guint to)
{
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = from; i < to; i++) {
        if (i >= words->len || g_ptr_array_index(words, i) == NULL)
            return NULL;
        g_string_append_printf(joined, "%s%s", i > from ? " " : "", (char *)g_ptr_array_index(words, i));
    }
    return g_strdup(joined->str);
}

/* Whether words from one place to before another are part of the name of a country. */
static gboolean are_of_name(const GPtrArray *words, guint from, guint to)
{
    for (guint begin = to - MIN(to, NAME_WORDS); begin <= from; begin++)
        for (guint end = to; end <= begin + NAME_WORDS; end++) {
            g_autofree char *name = join_words(words, begin, end);
            if (name == NULL)
                break;
            if (code_of(name, strlen(name)) != NULL)
                return TRUE;
        }
    return FALSE;
}

const char *cfa_country_of_people_among(const GPtrArray *words, guint first, guint *count)
{
    for (*count = ADJECTIVE_WORDS; *count > 0; --*count) {
        g_autofree char *adjective = join_words(words, first, first + *count);
        const char *code = adjective != NULL ? cfa_country_of_people(adjective) : NULL;
        if (code != NULL)
            return are_of_name(words, first, first + *count) ? NULL : code;
    }
    return NULL;
}

/* Whether a folded text may begin with a name, by its first plain letters: with most it does not, and to fold
 * them all would take longer than all else that a question asks. */
static gboolean may_begin(const char *text, const char *name)
{
    for (guint i = 0; i < 4 && g_ascii_isalpha(name[i]); i++)
        if (g_ascii_tolower(name[i]) != text[i])
            return FALSE;
    return TRUE;
}

/* How many words of a folded text the longest name takes that it begins with. */
static guint name_words(const char *text)
{
    guint most = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(countries); i++)
        for (guint j = 0; j < NAMES && countries[i].names[j] != NULL; j++) {
            const char *name = countries[i].names[j];
            guint count = 1;
            if (!may_begin(text, name))
                continue;
            g_autofree char *folded = cfa_word_fold(name, strlen(name));
            const gsize length = strlen(folded);
            for (const char *at = strchr(folded, ' '); at != NULL; at = strchr(at + 1, ' '))
                count++;
            if (strncmp(text, folded, length) == 0 && (text[length] == '\0' || text[length] == ' '))
                most = MAX(most, count);
        }
    return most;
}

guint cfa_country_words_among(const GPtrArray *words, guint first)
{
    guint end = first, count;
    while (end < words->len && end < first + NAME_WORDS && g_ptr_array_index(words, end) != NULL)
        end++;
    g_autofree char *text = join_words(words, first, end);
    const guint named = text != NULL ? name_words(text) : 0;
    return named > 0 || cfa_country_of_people_among(words, first, &count) == NULL ? named : count;
}

guint cfa_country_count(void)
{
    return G_N_ELEMENTS(countries);
}

const char *cfa_country_at(guint index)
{
    return countries[index].code;
}
