#include "concepts.h"

#include "country_words.h"

#include <string.h>

enum { COLUMNS = 1 + CFA_LANGUAGES };

/* That an alternative is the word meant: the first, and the others in their order. As many are translated
 * into. The names of a country are all certain. */
static const double probabilities[] = {0.8, 0.4, 0.3, 0.2}, certain = 1;

/* What a key may stand for. */
typedef struct target {
    char *expression;
    cfa_language language;
    double probability;
    gboolean learned;
} target;

typedef struct alternative {
    char *expression; /* its stem terms */
    gboolean sought;  /* in the index, each of them, and no word for something else */
    gboolean acronym;
} alternative;

typedef struct notion {
    GArray *alternatives[CFA_LANGUAGES + 1];
    gboolean is_country;
} notion;

struct cfa_concepts {
    const xc_database *database;
    cfa_stemmer *stemmer;
    GHashTable *entries; /* key -> GArray of target */
    GPtrArray *keys;     /* of the entries in the order of the table, borrowed from them */
    xc_error failure;
};

static void target_clear(gpointer data)
{
    g_free(((target *)data)->expression);
}

static void alternative_clear(gpointer data)
{
    g_free(((alternative *)data)->expression);
}

static GArray *targets_new(void)
{
    GArray *targets = g_array_new(FALSE, FALSE, sizeof(target));
    g_array_set_clear_func(targets, target_clear);
    return targets;
}

guint cfa_concepts_expression(GString *expression, cfa_stemmer *stemmer, cfa_language language,
                              const char *text)
{
    guint count = 0;
    cfa_word_reader reader;
    cfa_word word;
    g_string_truncate(expression, 0);
    cfa_word_reader_init(&reader, text, strlen(text));
    while (cfa_word_next(&reader, &word)) {
        if (cfa_word_is_stopword(language, word.text, word.length))
            continue;
        g_string_append(expression, count++ > 0 ? " " : "");
        g_string_append(expression, cfa_layout_stem_prefix(language));
        g_string_append(expression, cfa_stemmer_stem(stemmer, language, word.text, word.length));
    }
    return count;
}

/* ---- the table ---- */

/* "ICFTU", "C087": one word of capitals and digits. */
static gboolean is_acronym(const char *text)
{
    gsize length = 0;
    while (g_ascii_isupper(text[length]) || g_ascii_isdigit(text[length]))
        length++;
    return length > 1 && text[length] == '\0' && g_ascii_isupper(text[0]);
}

static gboolean is_present(cfa_concepts *this, const char *expression)
{
    const char *term = expression;
    while (*term != '\0') {
        const gsize length = strcspn(term, " ");
        if (!xc_database_term_exists(this->database, term, length, &this->failure))
            return FALSE;
        term += length + (term[length] == ' ');
    }
    return TRUE;
}

static void notion_init(notion *what, gboolean is_country)
{
    what->is_country = is_country;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        what->alternatives[l] = g_array_new(FALSE, FALSE, sizeof(alternative));
        g_array_set_clear_func(what->alternatives[l], alternative_clear);
    }
}

static void notion_clear(notion *what)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        g_array_unref(what->alternatives[l]);
}

/* Adds what has a stem at all, each once. */
static void add_alternative(cfa_concepts *this, notion *what, cfa_language language, const char *text,
                            gboolean may_be_sought)
{
    GArray *alternatives = what->alternatives[language];
    g_autoptr(GString) expression = g_string_new(NULL);
    const guint stems = cfa_concepts_expression(expression, this->stemmer, language, text);
    if (stems == 0 || stems > CFA_TRANSLATIONS_STEMS)
        return;
    for (guint i = 0; i < alternatives->len; i++)
        if (strcmp(g_array_index(alternatives, alternative, i).expression, expression->str) == 0)
            return;
    const gboolean sought = may_be_sought && is_present(this, expression->str);
    const alternative added = {g_strdup(expression->str), sought, is_acronym(text)};
    g_array_append_val(alternatives, added);
}

static GArray *entry_of(cfa_concepts *this, const char *key)
{
    GArray *targets = g_hash_table_lookup(this->entries, key);
    if (targets == NULL) {
        char *copy = g_strdup(key);
        targets = targets_new();
        g_hash_table_insert(this->entries, copy, targets);
        g_ptr_array_add(this->keys, copy);
    }
    return targets;
}

/* Adds a target, or joins it with the same one: the higher probability is kept, but for one that was
 * learned of what is not certain. */
static void add_target(GArray *targets, cfa_language language, const char *expression, double probability)
{
    for (guint i = 0; i < targets->len; i++) {
        target *each = &g_array_index(targets, target, i);
        if (strcmp(each->expression, expression) == 0) {
            if (!each->learned || probability >= certain)
                each->probability = MAX(each->probability, probability);
            return;
        }
    }
    const target added = {g_strdup(expression), language, probability, FALSE};
    g_array_append_val(targets, added);
}

/* Whether an expression has all the stems of another. */
static gboolean has_stems(const char *expression, const char *other)
{
    g_auto(GStrv) stems = g_strsplit(expression, " ", -1), sought = g_strsplit(other, " ", -1);
    for (char **stem = sought; *stem != NULL; stem++)
        if (!g_strv_contains((const char *const *)stems, *stem))
            return FALSE;
    return TRUE;
}

/* Whether an alternative stands for another of its own language: so do the names of a country, an acronym and
 * its full names, and what is less usual for what stands before it in the table; what the index has not the
 * words of for all. Whoever asks for "union" has found "trade union", too. */
static gboolean is_synonym(const notion *what, const alternative *one, const alternative *other)
{
    if (what->is_country)
        return strcmp(one->expression, other->expression) != 0;
    return one->acronym != other->acronym ||
           ((!one->sought || other < one) && !has_stems(other->expression, one->expression));
}

/* How likely a name means another, the one at `place` of its language. What the index has not the words of
 * can mean nothing else in its own. */
static double probability_of(const notion *what, const alternative *source, gboolean own, gsize place)
{
    const gboolean is_certain = what->is_country || (own && !source->sought && !source->acronym);
    return is_certain ? certain : probabilities[place];
}

/* What an alternative stands for in a language: all that the concept has there or, in its own language, its
 * synonyms. */
static void add_targets(cfa_concepts *this, const notion *what, const alternative *source, gboolean own,
                        cfa_language language)
{
    const GArray *alternatives = what->alternatives[language];
    gsize place = 0;
    for (guint i = 0; i < alternatives->len && place < G_N_ELEMENTS(probabilities); i++) {
        const alternative *each = &g_array_index(alternatives, alternative, i);
        if (own && !is_synonym(what, source, each))
            continue;
        if (each->sought)
            add_target(entry_of(this, source->expression), language, each->expression,
                       probability_of(what, source, own, place));
        if (!what->is_country && (each->sought || place == 0))
            place++;
    }
}

static void add_concept(cfa_concepts *this, const notion *what)
{
    for (int from = 1; from <= CFA_LANGUAGES; from++)
        for (guint i = 0; i < what->alternatives[from]->len; i++)
            for (int to = 1; to <= CFA_LANGUAGES; to++)
                add_targets(this, what, &g_array_index(what->alternatives[from], alternative, i), from == to,
                            (cfa_language)to);
}

static void read_row(cfa_concepts *this, char *const *columns)
{
    notion what;
    notion_init(&what, FALSE);
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        g_auto(GStrv) texts = g_strsplit(columns[l], "|", -1);
        for (char **text = texts; *text != NULL; text++)
            add_alternative(this, &what, (cfa_language)l, *text, TRUE);
    }
    add_concept(this, &what);
    notion_clear(&what);
}

static void read_table(cfa_concepts *this)
{
    g_auto(GStrv) lines = g_strsplit(cfa_concepts_table, "\n", -1);
    for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++) {
        g_auto(GStrv) columns = g_strsplit(lines[i], "\t", -1);
        if (g_strv_length(columns) == COLUMNS)
            read_row(this, columns);
    }
}

static void read_countries(cfa_concepts *this)
{
    for (guint i = 0; i < cfa_country_count(); i++) {
        notion what;
        notion_init(&what, TRUE);
        for (int l = 1; l <= CFA_LANGUAGES; l++) {
            g_autoptr(GArray) words = cfa_country_words(cfa_country_at(i), (cfa_language)l);
            for (guint j = 0; j < words->len; j++) {
                const cfa_country_word *word = &g_array_index(words, cfa_country_word, j);
                add_alternative(this, &what, (cfa_language)l, word->name, word->sought);
            }
        }
        add_concept(this, &what);
        notion_clear(&what);
    }
}

/* ---- the lines ---- */

/* By language, best first. */
static int compare_targets(gconstpointer a, gconstpointer b)
{
    const target *left = a, *right = b;
    if (left->language != right->language)
        return (int)left->language - (int)right->language;
    if (left->probability != right->probability)
        return left->probability > right->probability ? -1 : 1;
    return strcmp(left->expression, right->expression);
}

/* Sorts the targets and keeps the first `most` of each language. */
static void keep_best(GArray *targets, guint most)
{
    g_array_sort(targets, compare_targets);
    guint count[CFA_LANGUAGES + 1] = {0};
    for (guint i = 0; i < targets->len;) {
        if (count[g_array_index(targets, target, i).language]++ < most)
            i++;
        else
            g_array_remove_index(targets, i);
    }
}

/* The targets of a learned line, with those of the concepts joined to them. */
static GArray *join(char *const *fields, const GArray *ours)
{
    GArray *targets = targets_new();
    for (char *const *field = fields; *field != NULL; field++) {
        const char *blank = strrchr(*field, ' ');
        if (blank == NULL)
            continue;
        const gsize length = (gsize)(blank - *field);
        const target learned = {g_strndup(*field, length), cfa_layout_stem_language(*field, length),
                                g_ascii_strtod(blank + 1, NULL), TRUE};
        g_array_append_val(targets, learned);
    }
    for (guint i = 0; i < ours->len; i++) {
        const target *each = &g_array_index(ours, target, i);
        add_target(targets, each->language, each->expression, each->probability);
    }
    keep_best(targets, CFA_TRANSLATIONS_EACH);
    return targets;
}

static char *line_of(const char *key, const GArray *targets)
{
    GString *line = g_string_new(key);
    for (guint i = 0; i < targets->len; i++) {
        const target *each = &g_array_index(targets, target, i);
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(number, sizeof number, "%.3f", each->probability);
        g_string_append_printf(line, "\t%s %s", each->expression, number);
    }
    return g_string_free(line, FALSE);
}

static const GArray *targets_at(const cfa_concepts *this, guint i)
{
    return g_hash_table_lookup(this->entries, g_ptr_array_index(this->keys, i));
}

void cfa_concepts_merge(const cfa_concepts *this, GPtrArray *lines)
{
    g_autoptr(GHashTable) merged = g_hash_table_new(g_str_hash, g_str_equal); /* keys of `entries` */
    for (guint i = 0; i < lines->len; i++) {
        g_auto(GStrv) fields = g_strsplit(g_ptr_array_index(lines, i), "\t", -1);
        gpointer key = NULL, ours = NULL;
        if (fields[0] == NULL || !g_hash_table_lookup_extended(this->entries, fields[0], &key, &ours))
            continue;
        g_autoptr(GArray) targets = join(fields + 1, ours);
        g_free(g_ptr_array_index(lines, i));
        g_ptr_array_index(lines, i) = line_of(key, targets);
        g_hash_table_add(merged, key);
    }
    for (guint i = 0; i < this->keys->len; i++) {
        const char *key = g_ptr_array_index(this->keys, i);
        if (!g_hash_table_contains(merged, key))
            g_ptr_array_add(lines, line_of(key, targets_at(this, i)));
    }
}

void cfa_concepts_digest(const cfa_concepts *this, GChecksum *digest)
{
    for (guint i = 0; i < this->keys->len; i++) {
        g_autofree char *line = line_of(g_ptr_array_index(this->keys, i), targets_at(this, i));
        g_checksum_update(digest, (const guchar *)line, (gssize)strlen(line) + 1);
    }
}

cfa_concepts *cfa_concepts_read(const xc_database *database, cfa_error *error)
{
    cfa_concepts *this = g_new0(cfa_concepts, 1);
    this->database = database;
    this->stemmer = cfa_stemmer_new();
    this->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    this->keys = g_ptr_array_new();
    read_table(this);
    read_countries(this);
    for (guint i = 0; i < this->keys->len; i++)
        keep_best(g_hash_table_lookup(this->entries, g_ptr_array_index(this->keys, i)),
                  G_N_ELEMENTS(probabilities));
    if (this->failure.status == XC_OK)
        return this;
    cfa_database_error(error, &this->failure);
    cfa_concepts_free(this);
    return NULL;
}

void cfa_concepts_free(cfa_concepts *this)
{
    if (this == NULL)
        return;
    cfa_stemmer_free(this->stemmer);
    g_ptr_array_unref(this->keys);
    g_hash_table_unref(this->entries);
    g_free(this);
}
