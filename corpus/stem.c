/* Stopwords and stems: the half of word.h that depends on the language. */
#include "word.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

/* Folded and in order, for bsearch. */
static const char *const english_stopwords[] = {
    "a",     "about", "after",   "all",  "also",   "an",    "and",  "any",  "are",    "as",
    "at",    "be",    "because", "been", "being",  "both",  "but",  "by",   "can",    "could",
    "did",   "do",    "does",    "for",  "from",   "had",   "has",  "have", "having", "he",
    "her",   "his",   "how",     "i",    "if",     "in",    "into", "is",   "it",     "its",
    "may",   "more",  "most",    "no",   "nor",    "not",   "of",   "on",   "or",     "other",
    "our",   "out",   "own",     "she",  "should", "so",    "some", "such", "than",   "that",
    "the",   "their", "them",    "then", "there",  "these", "they", "this", "those",  "through",
    "to",    "under", "up",      "upon", "was",    "we",    "were", "what", "when",   "where",
    "which", "while", "who",     "whom", "whose",  "why",   "will", "with", "would",  "you"};

static const char *const french_stopwords[] = {
    "a",    "afin",  "ai",     "alors", "apres", "au",   "aucun",   "aucune", "aussi", "autre",  "autres",
    "aux",  "avait", "avec",   "avoir", "ayant", "c",    "ce",      "cela",   "celle", "celui",  "ces",
    "cet",  "cette", "ceux",   "comme", "d",     "dans", "de",      "des",    "donc",  "dont",   "du",
    "elle", "elles", "en",     "entre", "est",   "et",   "etaient", "etait",  "etant", "ete",    "etre",
    "eu",   "eux",   "fait",   "il",    "ils",   "j",    "je",      "l",      "la",    "le",     "les",
    "leur", "leurs", "lors",   "lui",   "m",     "mais", "me",      "meme",   "n",     "ne",     "ni",
    "nos",  "notre", "nous",   "on",    "ont",   "ou",   "par",     "pas",    "plus",  "pour",   "qu",
    "que",  "quel",  "quelle", "qui",   "s",     "sa",   "sans",    "se",     "selon", "ses",    "si",
    "soit", "son",   "sont",   "sous",  "sur",   "t",    "tous",    "tout",   "toute", "toutes", "un",
    "une",  "vers",  "vos",    "votre", "vous",  "y"};

static const char *const spanish_stopwords[] = {
    "a",      "al",     "algun",  "alguna", "ante",  "asi",   "aun",  "aunque", "bajo",    "cada",  "como",
    "con",    "contra", "cual",   "cuando", "cuyo",  "de",    "del",  "desde",  "donde",   "dos",   "e",
    "el",     "ella",   "ellos",  "en",     "entre", "era",   "es",   "esa",    "ese",     "eso",   "esta",
    "estaba", "estan",  "estas",  "este",   "esto",  "estos", "fue",  "fueron", "ha",      "haber", "habia",
    "habian", "hacia",  "han",    "hasta",  "haya",  "la",    "las",  "le",     "les",     "lo",    "los",
    "mas",    "mi",     "ni",     "no",     "nos",   "o",     "otra", "otras",  "otro",    "otros", "para",
    "pero",   "por",    "porque", "pues",   "que",   "quien", "se",   "sea",    "segun",   "ser",   "si",
    "sido",   "sin",    "sino",   "sobre",  "son",   "su",    "sus",  "tal",    "tambien", "tanto", "todo",
    "todos",  "tras",   "u",      "un",     "una",   "unas",  "unos", "y",      "ya"};

typedef struct language_words {
    const char *snowball; /* the name of its stemmer */
    const char *const *stopwords;
    gsize stopword_count;
} language_words;

static const language_words languages[CFA_LANGUAGES + 1] = {
    [CFA_ENGLISH] = {"english", english_stopwords, G_N_ELEMENTS(english_stopwords)},
    [CFA_FRENCH] = {"french", french_stopwords, G_N_ELEMENTS(french_stopwords)},
    [CFA_SPANISH] = {"spanish", spanish_stopwords, G_N_ELEMENTS(spanish_stopwords)}};

/* Names that Snowball takes for forms of a common word once they are folded: "Mali" in French for "mal",
 * "Canadá" in Spanish for "caña". They are their own stems. */
static const struct proper_name {
    cfa_language language;
    const char *folded;
} proper_names[] = {{CFA_ENGLISH, "wales"},     {CFA_FRENCH, "dominique"},  {CFA_FRENCH, "mali"},
                    {CFA_FRENCH, "martinique"}, {CFA_SPANISH, "barbados"},  {CFA_SPANISH, "belice"},
                    {CFA_SPANISH, "canada"},    {CFA_SPANISH, "dominica"},  {CFA_SPANISH, "granada"},
                    {CFA_SPANISH, "mali"},      {CFA_SPANISH, "martinica"}, {CFA_SPANISH, "sudan"}};

/* What is spelled in two ways, and the one that Snowball is given for both. */
typedef struct spelling {
    cfa_language language;
    const char *folded, *respelled;
} spelling;

/* Anywhere in a word, of which the first is respelled: British and American, old and new. */
static const spelling respelled_parts[] = {{CFA_ENGLISH, "acknowledgement", "acknowledgment"},
                                           {CFA_ENGLISH, "alyz", "alys"},
                                           {CFA_ENGLISH, "behaviour", "behavior"},
                                           {CFA_ENGLISH, "colour", "color"},
                                           {CFA_ENGLISH, "connexion", "connection"},
                                           {CFA_ENGLISH, "councillor", "councilor"},
                                           {CFA_ENGLISH, "counsellor", "counselor"},
                                           {CFA_ENGLISH, "defenc", "defens"},
                                           {CFA_ENGLISH, "endeavour", "endeavor"},
                                           {CFA_ENGLISH, "enquir", "inquir"},
                                           {CFA_ENGLISH, "favour", "favor"},
                                           {CFA_ENGLISH, "fuell", "fuel"},
                                           {CFA_ENGLISH, "gaol", "jail"},
                                           {CFA_ENGLISH, "harbour", "harbor"},
                                           {CFA_ENGLISH, "honour", "honor"},
                                           {CFA_ENGLISH, "judgement", "judgment"},
                                           {CFA_ENGLISH, "labour", "labor"},
                                           {CFA_ENGLISH, "licenc", "licens"},
                                           {CFA_ENGLISH, "neighbour", "neighbor"},
                                           {CFA_ENGLISH, "offenc", "offens"},
                                           {CFA_ENGLISH, "practis", "practic"},
                                           {CFA_ENGLISH, "pretenc", "pretens"},
                                           {CFA_ENGLISH, "rumour", "rumor"},
                                           {CFA_ENGLISH, "skilful", "skillful"},
                                           {CFA_ENGLISH, "wilful", "willful"},
                                           {CFA_FRENCH, "clef", "cle"},
                                           {CFA_FRENCH, "payement", "paiement"},
                                           {CFA_SPANISH, "cuorum", "quorum"},
                                           {CFA_SPANISH, "mejic", "mexic"},
                                           {CFA_SPANISH, "obscur", "oscur"},
                                           {CFA_SPANISH, "remplaz", "reemplaz"},
                                           {CFA_SPANISH, "setiembre", "septiembre"},
                                           {CFA_SPANISH, "subscri", "suscri"},
                                           {CFA_SPANISH, "substanc", "sustanc"},
                                           {CFA_SPANISH, "substitu", "sustitu"}};

/* At the end of a word. An accent gets back into its suffix, whether the text had it or not: so
 * "organización", "organizaciones" and "organizar" stay together. Of "organize" and "organise" the second is
 * taken: more words end in -ise by right ("promise", "supervise") than in -ize. */
static const spelling respelled_endings[] = {
    {CFA_ENGLISH, "ize", "ise"},           {CFA_ENGLISH, "izes", "ises"},
    {CFA_ENGLISH, "ized", "ised"},         {CFA_ENGLISH, "izing", "ising"},
    {CFA_ENGLISH, "izer", "iser"},         {CFA_ENGLISH, "izers", "isers"},
    {CFA_ENGLISH, "izable", "isable"},     {CFA_ENGLISH, "ization", "isation"},
    {CFA_ENGLISH, "izations", "isations"}, {CFA_ENGLISH, "izational", "isational"},
    {CFA_ENGLISH, "tre", "ter"},           {CFA_ENGLISH, "tres", "ters"},
    {CFA_ENGLISH, "tred", "tered"},        {CFA_ENGLISH, "logue", "log"},
    {CFA_ENGLISH, "logues", "logs"},       {CFA_ENGLISH, "gramme", "gram"},
    {CFA_ENGLISH, "grammes", "grams"},     {CFA_SPANISH, "tades", "tad"},
    {CFA_FRENCH, "ite", "it\u00e9"},       {CFA_FRENCH, "ites", "it\u00e9s"},
    {CFA_FRENCH, "ee", "\u00e9e"},         {CFA_FRENCH, "ees", "\u00e9es"},
    {CFA_FRENCH, "ie", "i\u00e9"},         {CFA_FRENCH, "ies", "i\u00e9s"},
    {CFA_FRENCH, "erent", "\u00e8rent"},   {CFA_SPANISH, "cion", "ci\u00f3n"},
    {CFA_SPANISH, "logia", "log\u00eda"},  {CFA_SPANISH, "logias", "log\u00edas"}};

enum { CACHE_ENTRIES = 1 << 18 }; /* more than the different words of a large collection in one language */

/* What is known of a word. */
typedef struct known_word {
    gboolean is_stopword;
    char stem[]; /* ended by a NUL */
} known_word;

struct cfa_stemmer {
    struct sb_stemmer *snowball[CFA_LANGUAGES + 1];
    /* Folded word -> known_word, of one that has a digit under no language. */
    GHashTable *cache[CFA_LANGUAGES + 1];
    /* Whether a part that begins with a byte is respelled with another. */
    gboolean respells[CFA_LANGUAGES + 1][G_MAXUINT8 + 1];
};

static int compare_words(const void *a, const void *b)
{
    return strcmp(a, *(const char *const *)b);
}

gboolean cfa_word_is_stopword(cfa_language language, const char *word, gsize length)
{
    const language_words *words = &languages[language];
    char key[CFA_WORD_MAX + 1];
    if (words->stopword_count == 0 || length > CFA_WORD_MAX)
        return FALSE;
    memcpy(key, word, length);
    key[length] = '\0';
    return bsearch(key, words->stopwords, words->stopword_count, sizeof *words->stopwords, compare_words) !=
           NULL;
}

gboolean cfa_word_is_stopword_in(cfa_language_set set, const char *word, gsize length)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((set & CFA_LANGUAGE_BIT(l)) != 0 && cfa_word_is_stopword((cfa_language)l, word, length))
            return TRUE;
    return FALSE;
}

cfa_stemmer *cfa_stemmer_new(void)
{
    cfa_stemmer *stemmer = g_new0(cfa_stemmer, 1);
    for (int l = 0; l <= CFA_LANGUAGES; l++)
        stemmer->cache[l] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        stemmer->snowball[l] = sb_stemmer_new(languages[l].snowball, "UTF_8");
        g_assert(stemmer->snowball[l] != NULL); /* the three are in every libstemmer */
    }
    for (gsize i = 0; i < G_N_ELEMENTS(respelled_parts); i++) {
        const spelling *part = &respelled_parts[i];
        if (part->folded[0] != part->respelled[0])
            stemmer->respells[part->language][(guchar)part->folded[0]] = TRUE;
    }
    return stemmer;
}

void cfa_stemmer_free(cfa_stemmer *stemmer)
{
    if (stemmer == NULL)
        return;
    for (int l = 0; l <= CFA_LANGUAGES; l++) {
        sb_stemmer_delete(stemmer->snowball[l]); /* NULL for the unknown one */
        g_hash_table_unref(stemmer->cache[l]);
    }
    g_free(stemmer);
}

static gboolean has_digit(const char *word)
{
    return strpbrk(word, "0123456789") != NULL;
}

static gboolean is_proper_name(cfa_language language, const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(proper_names); i++)
        if (proper_names[i].language == language && strcmp(proper_names[i].folded, word) == 0)
            return TRUE;
    return FALSE;
}

static void respell_part(cfa_language language, GString *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(respelled_parts); i++) {
        const spelling *part = &respelled_parts[i];
        if (part->language == language && g_string_replace(word, part->folded, part->respelled, 1) > 0)
            return;
    }
}

static void respell_ending(cfa_language language, GString *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(respelled_endings); i++) {
        const spelling *ending = &respelled_endings[i];
        const gsize length = strlen(ending->folded);
        if (ending->language == language && word->len > length &&
            g_str_has_suffix(word->str, ending->folded)) {
            g_string_truncate(word, word->len - length);
            g_string_append(word, ending->respelled);
            return;
        }
    }
}

static char *make_stem(struct sb_stemmer *snowball, cfa_language language, const char *word, gsize length)
{
    if (is_proper_name(language, word))
        return g_strndup(word, length);
    g_autoptr(GString) respelled = g_string_new_len(word, (gssize)length);
    respell_part(language, respelled);
    respell_ending(language, respelled);
    const sb_symbol *stem = sb_stemmer_stem(snowball, (const sb_symbol *)respelled->str, (int)respelled->len);
    if (stem == NULL) /* out of memory inside Snowball: the word is its own stem */
        return g_strndup(word, length);
    char *folded = cfa_word_fold((const char *)stem, (gsize)sb_stemmer_length(snowball));
    if (folded[0] != '\0' && strlen(folded) <= CFA_WORD_MAX)
        return folded;
    g_free(folded);
    return g_strndup(word, length);
}

static known_word *know(cfa_stemmer *stemmer, cfa_language language, const char *word, gsize length)
{
    const gboolean stemmed = language != CFA_LANGUAGE_UNKNOWN;
    g_autofree char *stem =
        stemmed ? make_stem(stemmer->snowball[language], language, word, length) : g_strndup(word, length);
    const gsize size = strlen(stem) + 1;
    known_word *known = g_malloc(sizeof *known + size);
    known->is_stopword = cfa_word_is_stopword(language, word, length);
    memcpy(known->stem, stem, size);
    return known;
}

static const known_word *look_up(cfa_stemmer *stemmer, cfa_language language, const char *word, gsize length)
{
    char key[CFA_WORD_MAX + 1];
    memcpy(key, word, length);
    key[length] = '\0';
    if (has_digit(key))
        language = CFA_LANGUAGE_UNKNOWN;
    GHashTable *cache = stemmer->cache[language];
    known_word *known = g_hash_table_lookup(cache, key);
    if (known != NULL)
        return known;
    if (g_hash_table_size(cache) >= CACHE_ENTRIES)
        g_hash_table_remove_all(cache);
    known = know(stemmer, language, key, length);
    g_hash_table_insert(cache, g_strdup(key), known);
    return known;
}

const char *cfa_stemmer_stem(cfa_stemmer *stemmer, cfa_language language, const char *word, gsize length)
{
    static const char *const none = "";
    return length > 0 ? look_up(stemmer, language, word, MIN(length, CFA_WORD_MAX))->stem : none;
}

const char *cfa_stemmer_stem_content(cfa_stemmer *stemmer, cfa_language language, const char *word,
                                     gsize length)
{
    const known_word *known = length > 0 ? look_up(stemmer, language, word, MIN(length, CFA_WORD_MAX)) : NULL;
    return known != NULL && !known->is_stopword ? known->stem : NULL;
}

gboolean cfa_stemmer_keeps_initial(const cfa_stemmer *stemmer, cfa_language language, const char *word)
{
    /* Snowball's three leave the first letter alone. */
    return g_ascii_isalnum(word[0]) && !stemmer->respells[language][(guchar)word[0]];
}
