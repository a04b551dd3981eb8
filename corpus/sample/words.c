#include "words.h"

#include <string.h>

enum {
    MEANINGS = 100000,
    NAMES = 3000,
    FUNCTION_SLOTS = 1024,
    WORD_BYTES = 64,
    TRIES = 4,
    NAME_LANGUAGE = BODY_LANGUAGES, /* names have syllables of their own */
    VOCABULARIES
};

struct sample_words {
    GStringChunk *letters;
    const char **words[VOCABULARIES];
    guint32 *threshold, *alias; /* Walker's tables: draw a place, keep it or go to its alias */
    const char *function[BODY_LANGUAGES][FUNCTION_SLOTS];
};

/* Words of the field and their place in the order of frequency, rising. */
static const struct field_word {
    guint rank;
    const char *words[BODY_LANGUAGES];
} field_words[] = {{0, {"government", "gouvernement", "gobierno"}},
                   {1, {"union", "syndicat", "sindicato"}},
                   {2, {"worker", "travailleur", "trabajador"}},
                   {3, {"committee", "comité", "comité"}},
                   {4, {"case", "cas", "caso"}},
                   {5, {"right", "droit", "derecho"}},
                   {6, {"organization", "organisation", "organización"}},
                   {8, {"law", "loi", "ley"}},
                   {10, {"employer", "employeur", "empleador"}},
                   {12, {"strike", "grève", "huelga"}},
                   {14, {"complainant", "plaignant", "querellante"}},
                   {16, {"agreement", "accord", "acuerdo"}},
                   {20, {"dismissal", "licenciement", "despido"}},
                   {24, {"member", "membre", "miembro"}},
                   {28, {"leader", "dirigeant", "dirigente"}},
                   {33, {"collective", "collectif", "colectivo"}},
                   {40, {"negotiation", "négociation", "negociación"}},
                   {48, {"court", "tribunal", "juzgado"}},
                   {58, {"wage", "salaire", "salario"}},
                   {70, {"freedom", "liberté", "libertad"}},
                   {85, {"arrest", "arrestation", "arresto"}},
                   {100, {"police", "police", "policía"}},
                   {120, {"detention", "détention", "detención"}},
                   {145, {"discrimination", "discrimination", "discriminación"}},
                   {175, {"registration", "enregistrement", "registro"}},
                   {210, {"reinstatement", "réintégration", "reintegro"}},
                   {250, {"compensation", "indemnisation", "indemnización"}},
                   {300, {"arbitration", "arbitrage", "arbitraje"}},
                   {360, {"interference", "ingérence", "injerencia"}},
                   {430, {"inquiry", "enquête", "investigación"}},
                   {520, {"violence", "violence", "violencia"}},
                   {620, {"dissolution", "dissolution", "disolución"}},
                   {750, {"conciliation", "conciliation", "conciliación"}},
                   {900, {"harassment", "harcèlement", "acoso"}},
                   {1100, {"prosecutor", "procureur", "fiscal"}},
                   {1300, {"ballot", "scrutin", "votación"}},
                   {1600, {"premises", "locaux", "locales"}},
                   {1900, {"picket", "piquet", "piquete"}},
                   {2300, {"murder", "assassinat", "asesinato"}},
                   {2700, {"requisition", "réquisition", "requisición"}},
                   {3300, {"subcontracting", "sous-traitance", "subcontratación"}},
                   {4000, {"lockout", "lock-out", "cierre"}},
                   {4800, {"torture", "torture", "tortura"}},
                   {5700, {"blacklist", "liste-noire", "lista-negra"}},
                   {7000, {"exile", "exil", "exilio"}},
                   {8500, {"amnesty", "amnistie", "amnistía"}},
                   {10000, {"boycott", "boycottage", "boicot"}},
                   {12500, {"curfew", "couvre-feu", "toque"}},
                   {15000, {"apprentice", "apprenti", "aprendiz"}},
                   {20000, {"stevedore", "arrimeur", "estibador"}},
                   {30000, {"lighthouse", "phare", "faro"}},
                   {50000, {"beekeeper", "apiculteur", "apicultor"}},
                   {90000, {"glassblower", "verrier", "vidriero"}}};

/* Function words, the most frequent first. */
static const char *const function_words[BODY_LANGUAGES] = {
    "the of to and in that a by for on with which as it was had its were from be has not this at have "
    "been their or is who these an such any under no all also are they he other between after would "
    "should during only against there but his more some those when into than however if where before "
    "without while upon could must both through about each being since",
    "le de la les des et à en que du dans par une un pour qui au sur il a ne pas aux est ont été avec "
    "ce son cette se ses être sont plus elle ces leur ou avait comme entre mais aussi fait sans "
    "sous dont leurs tout après contre même avant étaient lors toute autres si donc ainsi notamment "
    "ils pendant depuis où doit peut avoir selon",
    "de la que el en y a los del las por se con no una para un su al lo como más o sus ha entre han "
    "fue este sobre esta también sin ser había contra estos dicho dicha fueron habían todo cuando muy "
    "hasta desde está donde durante quien todos uno ni otros ese eso ante ellos esto antes algunos "
    "unos cual según pero si ya porque solo sino tanto cada tras"};

static const struct syllables {
    const char *onsets, *nuclei, *codas, *endings; /* '-' stands for nothing */
} syllables[VOCABULARIES] = {
    {"b c d f g h l m n p r s t v w st tr pr br cl gr sh ch pl sp th", "a e i o u ea ou ai oo a e i o",
     "- - - n r s t l m nd st ck rd nt", "tion ment ing ed er ness able ity al ive ance ship ful ist or"},
    {"b c d f g j l m n p r s t v tr pr gr bl pl fr ch", "a e i o u é è ou au eu oi ai an on in",
     "- - - - r l s t n", "tion ment eur é ée er aire ique ité age ance isme euse if able oire"},
    {"b c d f g l m n p r s t v tr pr gr bl ch ll br cr j", "a e i o u ie ue a e o", "- - - - n r s l",
     "ción miento dor ado ada ario idad ico ar ante ismo anza able oso encia"},
    {"b d f g k l m n r s t v z br dr kr", "a e i o u a o", "- - - n r l s",
     "ov ar ez an en a o eri ane ul"}};

static const char *pick(char **parts, sample_random *random)
{
    const char *part = parts[sample_random_below(random, g_strv_length(parts))];
    return strcmp(part, "-") == 0 ? "" : part;
}

/* Frequent words are short. */
static guint count_syllables(guint rank, sample_random *random)
{
    if (rank < 200)
        return 1;
    return rank < 20000 ? 1 + sample_random_below(random, 2) : 2;
}

typedef struct parts {
    char **onsets, **nuclei, **codas, **endings;
} parts;

/* A word that `taken` does not hold yet: after a few tries each gets a syllable more. */
static const char *make_word(sample_words *words, GHashTable *taken, const parts *from, guint rank,
                             sample_random *random)
{
    for (guint try = 0;; try++) {
        g_autoptr(GString) word = g_string_sized_new(WORD_BYTES);
        guint count = count_syllables(rank, random) + try / TRIES;
        for (guint i = 0; i < count; i++) {
            g_string_append(word, pick(from->onsets, random));
            g_string_append(word, pick(from->nuclei, random));
            g_string_append(word, pick(from->codas, random));
        }
        if (sample_random_chance(random, 70))
            g_string_append(word, pick(from->endings, random));
        if (word->len < 3 || g_hash_table_contains(taken, word->str))
            continue;
        const char *kept = g_string_chunk_insert_len(words->letters, word->str, (gssize)word->len);
        g_hash_table_add(taken, (gpointer)(guintptr)kept);
        return kept;
    }
}

static void make_vocabulary(sample_words *words, guint language, guint count)
{
    g_auto(GStrv) onsets = g_strsplit(syllables[language].onsets, " ", -1);
    g_auto(GStrv) nuclei = g_strsplit(syllables[language].nuclei, " ", -1);
    g_auto(GStrv) codas = g_strsplit(syllables[language].codas, " ", -1);
    g_auto(GStrv) endings = g_strsplit(syllables[language].endings, " ", -1);
    g_auto(GStrv) functions =
        language < BODY_LANGUAGES ? g_strsplit(function_words[language], " ", -1) : NULL;
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    parts from = {onsets, nuclei, codas, endings};
    sample_random random = sample_random_new(language, MEANINGS);
    words->words[language] = g_new0(const char *, count);
    for (guint i = 0; language < BODY_LANGUAGES && i < G_N_ELEMENTS(field_words); i++) {
        const char *word = field_words[i].words[language];
        words->words[language][field_words[i].rank] = word;
        g_hash_table_add(taken, (gpointer)(guintptr)word);
    }
    for (guint i = 0; functions != NULL && functions[i] != NULL; i++)
        g_hash_table_add(taken, functions[i]);
    for (guint rank = 0; rank < count; rank++) {
        if (words->words[language][rank] == NULL)
            words->words[language][rank] = make_word(words, taken, &from, rank, &random);
    }
}

static void capitalise_names(sample_words *words)
{
    for (guint i = 0; i < NAMES; i++) {
        g_autofree char *name = g_strdup(words->words[NAME_LANGUAGE][i]);
        name[0] = g_ascii_toupper(name[0]);
        words->words[NAME_LANGUAGE][i] = g_string_chunk_insert(words->letters, name);
    }
}

/* The whole part of a square root. */
static guint64 square_root(guint64 number)
{
    guint64 root = 0;
    for (guint64 bit = G_GUINT64_CONSTANT(1) << 31; bit != 0; bit >>= 1) {
        if ((root + bit) * (root + bit) <= number)
            root += bit;
    }
    return root;
}

/* How frequent a meaning is: Zipf and Mandelbrot's law, 1 / (rank + 20) ^ 1.25, in whole numbers so that
 * every machine draws the same. */
static guint64 weight_of(guint rank)
{
    guint64 place = (guint64)rank + 20;
    guint64 fourth_root = square_root(square_root(place << 32)); /* times 2^8 */
    return (G_GUINT64_CONSTANT(1) << 36) / (place * fourth_root);
}

/* Walker's alias method: each place is shared by two meanings. */
static void make_draw(sample_words *words)
{
    words->threshold = g_new(guint32, MEANINGS);
    words->alias = g_new(guint32, MEANINGS);
    g_autofree guint64 *weight = g_new(guint64, MEANINGS);
    g_autofree guint32 *small = g_new(guint32, MEANINGS);
    g_autofree guint32 *large = g_new(guint32, MEANINGS);
    guint64 sum = 0;
    guint smalls = 0, larges = 0;
    for (guint i = 0; i < MEANINGS; i++) {
        weight[i] = weight_of(i);
        sum += weight[i];
    }
    for (guint i = 0; i < MEANINGS; i++) {
        weight[i] *= MEANINGS;
        if (weight[i] < sum)
            small[smalls++] = i;
        else
            large[larges++] = i;
    }
    while (smalls > 0 && larges > 0) {
        guint32 low = small[--smalls], high = large[larges - 1];
        words->threshold[low] = (guint32)((weight[low] << 32) / sum);
        words->alias[low] = high;
        weight[high] -= sum - weight[low];
        if (weight[high] < sum) {
            larges--;
            small[smalls++] = high;
        }
    }
    for (; larges > 0; larges--) {
        words->threshold[large[larges - 1]] = G_MAXUINT32;
        words->alias[large[larges - 1]] = large[larges - 1];
    }
    for (; smalls > 0; smalls--) {
        words->threshold[small[smalls - 1]] = G_MAXUINT32;
        words->alias[small[smalls - 1]] = small[smalls - 1];
    }
}

/* Each function word in as many slots as it is frequent: again 1 / rank. */
static void make_functions(sample_words *words, sample_language language)
{
    g_auto(GStrv) list = g_strsplit(function_words[language], " ", -1);
    guint count = g_strv_length(list), sum = 0, filled = 0;
    for (guint i = 0; i < count; i++)
        sum += FUNCTION_SLOTS * 64 / (i + 2);
    for (guint i = 0; i < count; i++) {
        const char *word = g_string_chunk_insert(words->letters, list[i]);
        guint slots = FUNCTION_SLOTS * 64 / (i + 2) * FUNCTION_SLOTS / sum;
        for (guint j = 0; j < MAX(slots, 1) && filled < FUNCTION_SLOTS; j++)
            words->function[language][filled++] = word;
    }
    const char *first = words->function[language][0];
    while (filled < FUNCTION_SLOTS)
        words->function[language][filled++] = first;
}

sample_words *sample_words_new(void)
{
    sample_words *words = g_new0(sample_words, 1);
    words->letters = g_string_chunk_new(1 << 16);
    for (guint language = 0; language < VOCABULARIES; language++)
        make_vocabulary(words, language, language < BODY_LANGUAGES ? MEANINGS : NAMES);
    for (sample_language language = ENGLISH; language <= SPANISH; language++)
        make_functions(words, language);
    capitalise_names(words);
    make_draw(words);
    return words;
}

void sample_words_free(sample_words *words)
{
    if (words == NULL)
        return;
    for (guint language = 0; language < VOCABULARIES; language++)
        g_free(words->words[language]);
    g_free(words->threshold);
    g_free(words->alias);
    g_string_chunk_free(words->letters);
    g_free(words);
}

guint sample_words_draw(const sample_words *words, sample_random *random)
{
    guint place = sample_random_below(random, MEANINGS);
    return (guint32)sample_random_next(random) < words->threshold[place] ? place : words->alias[place];
}

const char *sample_words_get(const sample_words *words, sample_language language, guint meaning)
{
    return words->words[language][meaning];
}

guint sample_words_draw_name(sample_random *random)
{
    return sample_random_below(random, NAMES);
}

const char *sample_words_get_name(const sample_words *words, guint name)
{
    return words->words[NAME_LANGUAGE][name];
}

const char *sample_words_function(const sample_words *words, sample_language language, sample_random *random)
{
    return words->function[language][sample_random_below(random, FUNCTION_SLOTS)];
}
